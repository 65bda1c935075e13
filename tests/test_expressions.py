"""Expressions are compiled when they are first looked for, and each can be."""

from __future__ import annotations

import gc
import importlib
import pickle
import pkgutil
import re

import pytest

import cpecbot
from cpecbot.expressions import Expression, expression


def test_it_finds_what_a_compiled_one_finds() -> None:
    lazy, compiled = expression(r"(?P<day>\d+) may", re.IGNORECASE), re.compile(r"(?P<day>\d+) may", re.IGNORECASE)
    assert lazy == compiled
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)
    assert lazy.sub("June", "5 MAY") == "June"
    assert [match["day"] for match in lazy.finditer("5 may, 6 May")] == ["5", "6"]


def test_one_of_bytes_and_one_of_ascii_have_the_flags_of_a_compiled_one() -> None:
    assert expression(b"a") == re.compile(b"a")
    assert expression("a", re.ASCII) == re.compile("a", re.ASCII)
    assert expression("a") != re.compile("b")


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    lazy = expression("a")
    assert (lazy.pattern, compiled) == ("a", [])
    assert lazy.search("cat")
    assert lazy.search("dog") is None
    assert compiled == ["a"]


def test_a_fault_is_told_when_it_is_used() -> None:
    lazy = expression("(")
    with pytest.raises(re.error):
        lazy.search("")


def test_it_comes_back_from_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(expression("a"))) == expression("a")  # noqa: S301 - our own bytes


def test_every_expression_of_the_program_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(cpecbot.__path__, "cpecbot."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    written = [each for each in gc.get_objects() if type(each) is Expression]
    assert len(written) > 100
    for each in written:
        if each.pattern != "(":
            assert each.groups >= 0, each.pattern
