"""Expressions of pieces: checked without them, compiled for the texts that may match."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.corpus.expressions import Expression

PIECES = {"name": "Ann|Ben", "pair": "{name} and {name}", "wide": "a|bb", "mark": "[-:]"}
WRITTEN = (
    r"(?P<who>{name}) \((?P<how>{wide}+)\)",
    r"(?:{pair})?\s?(?P<who>{name}):",
    r"(?P<who>{name})|\(b\)",
    r"\(?(?P<who>{name})\)?{mark}",
    r"(?i)\(a\) (?P<who>{name})",
    r"[(](?P<who>{name})b{0,2}",
    r"(?m)^(?P<who>{pair})\.$",
    r"(?P<who>b)[^]:]:{2}",
    r"(?P<who>Ann)b*c+\d",
)
TEXTS = st.lists(
    st.sampled_from(["Ann", "Ben", "ANN", " ", " and ", "(", ")", "a", "bb", "b", "c1", ":", "-", ".", "\n"])
)


def _whole(written: str) -> str:
    while found := re.search(r"\{([a-z]+)\}", written):
        written = written.replace(found[0], f"(?:{PIECES[found[1]]})")
    return written


@pytest.mark.parametrize("written", WRITTEN)
@given(parts=TEXTS)
def test_an_expression_matches_what_it_matches_with_its_pieces_written_out(written: str, parts: list[str]) -> None:
    """Whatever characters it is told not to match without."""
    text, made, whole = "".join(parts), Expression(written, PIECES), re.compile(_whole(written))
    for ours, theirs in ((made.match(text), whole.match(text)), (made.fullmatch(text), whole.fullmatch(text))):
        assert (ours and ours.span()) == (theirs and theirs.span())
    assert [each.span() for each in made.finditer(text)] == [each.span() for each in whole.finditer(text)]


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        (r"(?P<a>x", {}),
        (r"(?<=a{wide})(?P<a>x)", PIECES),
        (r"(?<!(?:{wide}|b))(?P<a>x)", PIECES),
        (r"(?P<a>x){again}", {"again": "(?P<a>y)"}),
        (r"(?P<a>x){outer}", {"outer": "{flag}", "flag": "(?i)x"}),
    ],
)
def test_a_fault_is_told_before_any_text_is_read(written: str, pieces: dict[str, str]) -> None:
    with pytest.raises(re.error):
        Expression(written, pieces)


def test_groups_of_pieces_are_groups_of_the_expression() -> None:
    assert Expression("(?P<a>x){more}", {"more": "(?P<b>y)"}).groups == {"a", "b"}


@pytest.mark.parametrize(("text", "compiled"), [("Ann told Ben", False), ("Ann (a", False), ("Ann (a)", True)])
def test_nothing_is_compiled_for_a_text_without_what_every_match_has(
    monkeypatch: pytest.MonkeyPatch, text: str, compiled: bool
) -> None:
    made, seen = Expression(WRITTEN[0], PIECES), []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: seen.append(given) or compile_(*given))
    with suppress(StopIteration):
        next(iter(made.finditer(text)))
    assert bool(seen) is compiled
