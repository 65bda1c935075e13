"""What time changes of a point."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.changing.moving import measure_alike, moved_on
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


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("x m:700", "x m:900", True, id="two sums may be of one thing"),
        pytest.param("x q:700", "x q:900", True, id="as may two lengths"),
        pytest.param("x m:700", "x p:9", False, id="a sum is no share"),
        pytest.param("x n:7", "x n:9", False, id="a number counts anything"),
    ],
)
def test_figures_of_one_sort_may_measure_one_thing(by_roles: Reader, one: str, other: str, alike: bool) -> None:
    assert measure_alike(reading(one, source="a"), reading(other, source="b"), by_roles) is alike
