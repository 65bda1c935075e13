"""Every form of the glossary finds its own concept."""

from __future__ import annotations

import re

from shipped import glossary_of_the_field

# Of one word for two things the first is found: an Arabic "Afghani" is a man before it is a coin.
HIDDEN = {("currency_AFN", "أفغاني")}


def test_every_form_is_found_where_it_stands_alone() -> None:
    glossary = glossary_of_the_field()
    marks = re.compile(r"[.,،/（]")  # end a phrase
    hidden = {
        (key, form)
        for key, concept in glossary.concepts.items()
        for language, forms in concept.forms.items()
        for form in (each.removeprefix("=") for each in forms)
        if not marks.search(form)
        and key not in {match.concept for match in glossary.match(form, language) if not match.implied}
    }
    assert hidden == HIDDEN
