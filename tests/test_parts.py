"""What a snapshot keeps apart is read once, whoever asks for it."""

from __future__ import annotations

import pytest

from cpecbot.parts import Parts, name_of


def test_a_part_is_read_when_it_is_asked_for_and_stays() -> None:
    read: list[str] = []
    parts: Parts[str, list[str]] = Parts({"a": lambda: read.append("a") or read, "b": list})
    assert (dict(parts), read) == ({}, [])
    assert parts["a"] is parts["a"]
    assert read == ["a"]
    with pytest.raises(KeyError):
        parts["c"]


def test_a_thread_that_looked_before_another_had_read_it_gets_the_same() -> None:
    parts: Parts[str, list[int]] = Parts({"a": list})
    first = parts["a"]
    assert parts.__missing__("a") is first


def test_each_has_the_name_of_its_key() -> None:
    parts: Parts[object, int] = Parts({"a": lambda: 1, "b": lambda: 2})
    parts["c"] = 3
    parts[name_of] = 4
    assert parts.by_name() == {"a": 1, "b": 2, "c": 3, "cpecbot.parts.name_of": 4}
