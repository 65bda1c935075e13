"""What time changes of a point."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.changing.moving import moved_on
from cpecbot.disagreement.reading.reader import Reader
from fakes.readings import reading


@pytest.mark.parametrize(
    ("earlier", "later", "moved"),
    [
        pytest.param("x q:300 rice", "x q:500 rice", True, id="another figure"),
        pytest.param("x q:300 rice", "x q:300 rice", False, id="the same figure"),
        pytest.param("x rice", "x q:300 rice", True, id="a figure where there was none"),
        pytest.param("x q:300 rice", "x rice", True, id="no figure where there was one"),
        pytest.param("x o:3 rice", "x rice", False, id="a place in a series is no figure"),
        pytest.param("x n:2&t:both_sides/2 sides rice", "x rice", False, id="who meets is no figure"),
        pytest.param("they will plant rice", "they planted rice", True, id="what was planned is done"),
        pytest.param("they planted rice", "they will plant rice", False, id="what was done is promised again"),
        pytest.param("they will plant rice", "they will plant rice", False, id="what is planned still is"),
    ],
)
def test_a_point_moves_on(by_roles: Reader, earlier: str, later: str, moved: bool) -> None:
    assert moved_on(reading(earlier, source="a"), reading(later, source="b"), by_roles) is moved
