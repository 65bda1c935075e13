"""Another character that sounds alike."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.homophones import Homophones

PAIRS = Homophones(["茶叶", "叶博", "博览", "览会", "雪山"], {})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("博揽会", "博览会"),
        ("博揽", "博览"),
        ("博览会", None),  # known
        ("博卖会", None),  # sounds otherwise
        ("雪", None),
        ("大海", None),
        ("", None),
    ],
)
def test_one_character_is_heard_as_another(typed: str, meant: str | None) -> None:
    assert PAIRS.meant(typed) == meant


def test_where_two_may_be_meant_none_is() -> None:
    assert Homophones(["湖边", "胡边"], {}).meant("狐边") is None
