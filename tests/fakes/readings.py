"""Readings spelt out word by word, so that a test of a distance shows the distance.

``"t:series x x | c:beijing n:7"``: a term of that key, two plain words, a clause mark, a concept of the glossary and a
number. ``/2`` behind a term, concept or value makes it span two words; ``two&n:2`` is a word and its value in one
place. ``o:`` is an ordinal, ``m:`` dollars, ``p:`` per cent, ``q:`` kilometres, ``w:`` a weekday of no known week,
``v:`` a version, ``d:2026-01-04`` or ``d:2026-01-04..2026-01-06`` days; ``n:7+`` is at least 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.grouping.findings import Compare, Finding, claim
from cpecbot.disagreement.reading.contrasts import Contrast, Role
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading, Word
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Dimension, Level, Sentence, SentenceKind, Span, Value, ValueKind
from fakes.languages import EN, LANGUAGES

_NUMBERS = {
    "n": (ValueKind.NUMBER, None),
    "o": (ValueKind.ORDINAL, None),
    "m": (ValueKind.MONEY, "USD"),
    "p": (ValueKind.PERCENT, None),
    "q": (ValueKind.QUANTITY, "kilometre"),
}


def contrasts_of_roles(contrasts: Iterable[Contrast] = (), **more: str) -> Contrasts:
    """Contrasts in which every role has one term of its name, and those of ``more`` further ones.

    To deny is the opposite of to confirm.
    """
    roles = {role: frozenset({role.value, *more.get(role.value, "").split()}) for role in Role}
    opposites = (("confirm", "deny"),)
    return Contrasts(Glossary([], LANGUAGES, with_cldr=False), roles, tuple(contrasts), {}, opposites=opposites)


def reading(
    written: str,
    language: Language = EN,
    *,
    source: str = "a",
    kind: SentenceKind = SentenceKind.BODY,
    dateline: int = 0,
) -> Reading:
    """What ``written`` spells out; the first ``dateline`` words say where it was filed."""
    words: list[Word] = []
    marks: dict[str, list[Mark]] = {"t": [], "c": []}
    amounts: list[Amount] = []
    clause = end = 0
    for piece in written.split():
        if piece == "|":
            clause += 1
            continue
        parts = [_part(part) for part in piece.split("&")]
        text = parts[0][1]
        span = Span(end, end + len(text))
        for sort, key, width in parts:
            place = (len(words), len(words) + width)
            if sort in marks:
                marks[sort].append(Mark(key, *place))
            elif sort:
                amounts.append(Amount(value(f"{sort}:{key}", span), *place))
        words.append(Word(text.casefold(), text.casefold(), span, clause, text[0].isupper()))
        end = span.end + 1
    text = " ".join(_part(piece.partition("&")[0])[1] for piece in written.split() if piece != "|")
    sentence = Sentence(source, Span(0, len(text)), text, kind, language)
    concepts, terms = tuple(marks["c"]), tuple(marks["t"])
    return Reading(sentence, tuple(words), concepts, terms, tuple(amounts), dateline, meant=concepts)


def _part(written: str) -> tuple[str, str, int]:
    """Sort (empty for a plain word), key and width."""
    sort, _, rest = written.partition(":") if written[1:2] == ":" else ("", "", written)
    key, _, width = rest.partition("/")
    return sort, key, int(width or 1)


def value(written: str, span: Span = Span(0, 1)) -> Value:  # noqa: B008 - frozen
    """``"n:7"`` and the like as values."""
    sort, key = written.split(":")
    if sort in _NUMBERS:
        kind, unit = _NUMBERS[sort]
        number = float(key.rstrip("+"))
        return Value(kind, span, number, None if key.endswith("+") else number, unit)
    if sort == "v":
        return Value(ValueKind.VERSION, span, unit=key)
    if sort == "w":
        return Value(ValueKind.WEEKDAY, span, unit=key)
    first, _, last = key.partition("..")
    return Value(ValueKind.DATE, span, first=date.fromisoformat(first), last=date.fromisoformat(last or first))


def filled(before: str, gap: int, after: str) -> str:
    """``gap`` plain words between two things."""
    return " ".join([before, *["x"] * gap, after])


def finding(source: str = "a", values: Iterable[str] = ("1",), written: str = "x", **changes: Any) -> Finding:
    """A finding of ``source`` on all of ``written``; single values that contradict unless ``changes`` say otherwise."""
    given = changes.pop("reading", None) or reading(written, source=source)
    made = claim(given, given.span(0, len(given.words)), Dimension.COUNT, (), values)
    finding = Finding("count", "head", made, given, "subject", Compare.SINGLE, Level.CONTRADICTION)
    return replace(finding, **changes)
