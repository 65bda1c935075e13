"""Where the sentences of one line end: the ``sentencex`` library, corrected for the texts at hand.

``sentencex`` (Wikimedia) knows the abbreviations of many languages and counts in code points. It is wrong on decimals
in Arabic-Indic digits, list numbers, initials in Arabic script and anything after a quotation mark that never closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sentencex import get_sentence_boundaries

from cpecbot.language.sentences.enclosures import MARKS, enclosures, outside
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import CAPITALS

TERMINALS = ".!?؟۔。！？…｡"
CLOSERS = "\"'”’»›)]}）】」』》〉﴿"

_WINDOW = 16_384  # bounds the cost of the library on a very long line
_REACH = 300  # longer quotations hold several sentences that are better told apart; measured on UD and IWSLT
_PLAIN = "_"
_SURROGATES = re.compile("[\ud800-\udfff]")  # the library takes UTF-8
_WIDE_SPACE = re.compile(r"[^\S ]")  # it panics on a no-break space near an initial: it takes spaces for one byte

_NOTHING = "(?!)"
_LIST_NUMBER = re.compile(r"(?:^|[.:;؛!?؟۔]\s+)[(（]?\d{1,3}\s*[.)۔]\s*$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"/.۔])[\u0620-\u064A\u066E-\u06D3][.۔]\s*$")  # in the Arabic script
_CAPITAL_INITIALS = re.compile(rf"(?:^|[^\w.])(?:[{CAPITALS}]\.)+\s*$")
_SHORT_STOPPED = re.compile(r"[^\W\d]{1,4}[.۔]")
_CLOSED = re.compile(rf"(?P<closed>[{re.escape(TERMINALS)}][{re.escape(CLOSERS)}]+)\s+(?=[\"“‘(\[]?[{CAPITALS}])")
_RULE = re.compile(r"(?:^|\s)(?P<rule>\*{3,}|([_=~#-])\2{4,})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Habits:
    """How one language ends its sentences.

    A verb that ends a sentence does so even where no space follows the stop, and is no abbreviation then. A word that
    opens sentences settles that the stop before it ends one: "of the U.S. The two sides", "told us. They". Any other
    ellipsis trails off inside a sentence, as it does in the treebanks. Older typing has a spaced hyphen for the full
    stop; a verb that ends sentences before it tells. And one who ``said`` it may follow a quotation that ends with a
    stop of its own. After an ``abbreviation`` that the library does not know, the stop belongs to it.
    """

    splitter: str
    abbreviation: re.Pattern[str]
    dotted: re.Pattern[str]
    short_dotted: re.Pattern[str]
    starter: re.Pattern[str]
    dash: re.Pattern[str]
    said: re.Pattern[str]


def _habits(language: Language) -> _Habits:
    file = language.read(SentencesFile)
    final, dashes = _any_of(file.final_verbs.split()), _any_of(file.final_dashes)
    starters, said = _any_of(file.starters.split()), _any_of(file.said.split())
    return _Habits(
        file.splitter or language.code,
        re.compile(rf"(?:^|[^\w.])(?:{_any_of(file.abbreviations.split())})[.۔]\s*$"),
        re.compile(rf"(?:^|\s)(?!(?:{final})[.۔])(?:[^\W\d]{{1,3}}[.۔])+[^\W\d]{{1,4}}[.۔]\s*$"),
        re.compile(rf"(?:^|\s)(?!(?:{final})[.۔])(?:[^\W\d]{{1,3}}[.۔])+$"),
        re.compile(rf"[.…]\s+(?=(?P<word>{starters})\b(?: (?P<next>\w))?)"),
        re.compile(rf"(?:{final}) (?:{dashes})\s+"),
        re.compile(rf"[\w·]{{1,12}}?(?:{said})[。，,،.۔]"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or _NOTHING


def _masked(line: str) -> str:
    """The line with everything that would lead the library astray made plain; same length."""
    keep = {index for span in enclosures(line, _REACH) for index in (span.start, span.end - 1)}
    plain = "".join(_PLAIN if mark in MARKS and i not in keep else mark for i, mark in enumerate(line))
    return _WIDE_SPACE.sub(" ", _SURROGATES.sub(_PLAIN, plain))


def _proposed(line: str, habits: _Habits) -> Iterator[int]:
    """Offsets at which the library starts a new sentence, window by window."""
    masked = _masked(line)
    start = 0
    while start < len(masked):
        window = masked[start : start + _WINDOW]
        starts = [start + int(found["start_index"]) for found in get_sentence_boundaries(habits.splitter, window)]
        yield from (offset for offset in starts if offset > start)
        if start + _WINDOW >= len(masked):
            return
        # The last sentence may go on beyond the window: look at it again from its own start.
        start = starts[-1] if starts and starts[-1] > start else start + _WINDOW


def _added(line: str, habits: _Habits) -> Iterator[int]:
    """Starts that the library misses, none of them inside brackets or quotation marks."""
    enclosed = enclosures(line, _REACH)
    closings = {span.end for span in enclosed}
    yield from (found.end() for found in _CLOSED.finditer(line) if found.end("closed") in closings)
    candidates = [offset for found in _RULE.finditer(line) for offset in found.span("rule")]
    candidates += [found.end() for found in habits.starter.finditer(line) if _starts_anew(line, found)]
    candidates += [found.end() for found in habits.dash.finditer(line)]
    yield from outside(candidates, enclosed)


def _starts_anew(line: str, starter: re.Match[str]) -> bool:
    """Whether a small letter or an abbreviation stands before the stop; a starter of one letter may be an initial."""
    stop = starter.start()
    before, farther = line[max(0, stop - 1) : stop], line[max(0, stop - 2) : stop]
    abbreviated = before.isupper() and farther.startswith(".")
    alone = len(starter["word"]) == 1
    return (before.islower() or abbreviated) and not (alone and not (starter["next"] or "").islower())


def _continues(line: str, offset: int, habits: _Habits) -> bool:
    """Whether the text at ``offset`` goes on with the sentence before it."""
    before, after = line[max(0, offset - 24) : offset], line[offset : offset + 24]
    if before[-1:].isspace():
        patterns = (_LIST_NUMBER, _INITIAL, _CAPITAL_INITIALS, habits.dotted, habits.abbreviation)
        return any(pattern.search(before) for pattern in patterns)
    stop_inside_word = before[-1:] in ".۔" and after[:1].isalnum()
    if stop_inside_word and before[-2:-1].isdigit() and after[:1].isdigit():
        return True
    if stop_inside_word and _INITIAL.search(before):
        return True
    if stop_inside_word and habits.short_dotted.search(before) and _SHORT_STOPPED.match(after):
        return True
    return before[-1:] in CLOSERS and habits.said.match(after) is not None


def sentence_spans(line: str, language: Language) -> tuple[Span, ...]:
    """Adjoining spans that make up the whole of ``line``; spaces belong to the sentence before them."""
    habits = language.once(_habits)
    proposed = (offset for offset in _proposed(line, habits) if not _continues(line, offset, habits))
    offsets = sorted({*proposed, *_added(line, habits)} - {0, len(line)})
    starts: list[int] = []
    complete = True
    for start, end in pairwise([0, *offsets, len(line)]):
        stands_alone = _stands_alone(line[start:end])
        if not starts or (complete and stands_alone):
            starts.append(start)
            complete = stands_alone
        else:
            complete = complete or stands_alone
    return tuple(Span(start, end) for start, end in pairwise([*starts, len(line)]))


def _stands_alone(text: str) -> bool:
    return any(character.isalnum() for character in text) or _RULE.match(text) is not None
