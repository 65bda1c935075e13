"""What is being typed, as it is seen in a terminal that puts nothing into order."""

from __future__ import annotations

from typing import Any, cast

import pytest
from prompt_toolkit.layout.processors import Transformation, TransformationInput

from cpecbot.console.typed import SeenInput


def shown(text: str) -> Transformation:
    """What the prompt shows of it."""
    nowhere = cast(Any, None)
    return SeenInput().apply_transformation(
        TransformationInput(nowhere, nowhere, 0, lambda place: place, [("", text)], 80, 24)
    )


@pytest.mark.parametrize(
    ("text", "seen", "cursor"),
    [
        ("Gaza?", "Gaza?", [0, 1, 2, 3, 4, 5]),
        ("加沙？", "加沙？", [0, 1, 2, 3]),
        ("غزه 12", "12 ﻩﺰﻏ", [5, 4, 3, 2, 0, 1, 0]),
        ("a غزه b", "a ﻩﺰﻏ b", [0, 1, 4, 3, 2, 5, 6, 7]),
        ("مُح", "ﺢﻣُ", [1, 0, 0, 0]),
    ],
)
def test_the_line_and_the_cursor_are_where_they_are_read(text: str, seen: str, cursor: list[int]) -> None:
    transformed = shown(text)
    assert "".join(fragment[1] for fragment in transformed.fragments) == seen
    assert [transformed.source_to_display(place) for place in range(len(text) + 1)] == cursor
    assert transformed.display_to_source(len(seen)) == len(text)


def test_a_click_finds_the_letter_that_is_seen_there() -> None:
    transformed = shown("a غزه b")
    assert [transformed.display_to_source(place) for place in range(8)] == [0, 1, 4, 3, 2, 5, 6, 7]
