"""What is being typed, as it is seen, for terminals that show text in the order in which it is stored."""

from __future__ import annotations

from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from cpecbot.i18n.direction import first_strong
from cpecbot.rendering.surfaces.visual_order import in_sight


class SeenInput(Processor):
    """The line in the order of sight; the cursor stands where what is typed next will be."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        exploded = explode_text_fragments(transformation_input.fragments)
        text = fragment_list_to_text(exploded)
        if text.isascii():
            return Transformation(transformation_input.fragments)
        right_to_left = bool(first_strong(text))
        seen = in_sight(text, right_to_left)
        starts, at = {}, 0
        for place, letter in seen:
            starts[place] = at
            at += len(letter)
        end = 0 if right_to_left else at
        places = [place for place, letter in seen for _ in letter]

        def to_display(place: int) -> int:
            return next((starts[each] for each in range(place, len(text)) if each in starts), end)

        def to_source(shown: int) -> int:
            return places[shown] if shown < len(places) else len(text)

        return Transformation([(exploded[place][0], letter) for place, letter in seen], to_display, to_source)
