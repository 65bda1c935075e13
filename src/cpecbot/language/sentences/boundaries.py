"""Where the sentences of one line end: the ``sentencex`` library, corrected for the texts at hand.

``sentencex`` (Wikimedia) knows the abbreviations of many languages and counts in code points. It is wrong on decimals
in Arabic-Indic digits, list numbers, initials in Arabic script and anything after a quotation mark that never closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from cpecbot.language.sentences.enclosures import MARKS, enclosures, outside
from cpecbot.languages import Language
from cpecbot.models import Span

TERMINALS = ".!?؟۔。！？…｡"
CLOSERS = "\"'”’»›)]}）】」』》〉﴿"

_WINDOW = 16_384  # bounds the cost of the library on a very long line
_REACH = 300  # longer quotations hold several sentences that are better told apart; measured on UD and IWSLT
_PLAIN = "_"
_SURROGATES = re.compile("[\ud800-\udfff]")  # the library takes UTF-8
_WIDE_SPACE = re.compile(r"[^\S ]")  # it panics on a no-break space near an initial: it takes spaces for one byte

_LIST_NUMBER = re.compile(r"(?:^|[.:;؛!?؟۔]\s+)[(（]?\d{1,3}\s*[.)۔]\s*$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"/.۔])[\u0620-\u064A\u066E-\u06D3][.۔]\s*$")
_LATIN_INITIALS = re.compile(r"(?:^|[^\w.])(?:[A-Z]\.)+\s*$")
_URDU_FINITE = "ہے|ہیں|ہوں|تھا|تھی|تھے|تھیں|گا|گی|گے|گیا|گئی|گئے"  # these end a sentence even where no space follows
_DOTTED = re.compile(rf"(?:^|\s)(?!(?:{_URDU_FINITE})[.۔])(?:[^\W\d]{{1,3}}[.۔])+[^\W\d]{{1,4}}[.۔]\s*$")
_SHORT_DOTTED = re.compile(rf"(?:^|\s)(?!(?:{_URDU_FINITE})[.۔])(?:[^\W\d]{{1,3}}[.۔])+$")
_SHORT_STOPPED = re.compile(r"[^\W\d]{1,4}[.۔]")
_CLOSED = re.compile(rf"(?P<closed>[{re.escape(TERMINALS)}][{re.escape(CLOSERS)}]+)\s+(?=[\"“‘(\[]?[A-Z])")
# A word that opens sentences settles that the stop before it ends one: "of the U.S. The two sides", "told us. They".
# Any other ellipsis trails off inside a sentence, as it does in the treebanks.
_STARTER = re.compile(
    r"(?:(?<=[a-z])|(?<=\.[A-Z]))[.…]\s+(?=(?:The|This|These|That|Those|It|Its|He|She|They|We|You|There|But|And|So|If"
    r"|When|While|In|On|As|At|For|Both|However|Also|I(?= [a-z]))\b)"
)
_RULE = re.compile(r"(?:^|\s)(?P<rule>\*{3,}|([_=~#-])\2{4,})(?=\s|$)")
# Older Urdu typing has a spaced hyphen for the full stop; a finite verb before it tells.
_URDU_DASH = re.compile(rf"(?:{_URDU_FINITE}) [-–]\s+")
_SAID = re.compile(r"[\u4e00-\u9fff·]{1,12}?(?:说|表示|称|指出|强调|道)[。，]")


def _masked(line: str) -> str:
    """The line with everything that would lead the library astray made plain; same length."""
    keep = {index for span in enclosures(line, _REACH) for index in (span.start, span.end - 1)}
    plain = "".join(_PLAIN if mark in MARKS and i not in keep else mark for i, mark in enumerate(line))
    return _WIDE_SPACE.sub(" ", _SURROGATES.sub(_PLAIN, plain))


def _proposed(line: str, language: Language) -> Iterator[int]:
    """Offsets at which the library starts a new sentence, window by window."""
    masked = _masked(line)
    start = 0
    while start < len(masked):
        window = masked[start : start + _WINDOW]
        starts = [start + int(found["start_index"]) for found in get_sentence_boundaries(language.code, window)]
        yield from (offset for offset in starts if offset > start)
        if start + _WINDOW >= len(masked):
            return
        # The last sentence may go on beyond the window: look at it again from its own start.
        start = starts[-1] if starts and starts[-1] > start else start + _WINDOW


def _added(line: str, language: Language) -> Iterator[int]:
    """Starts that the library misses, none of them inside brackets or quotation marks."""
    enclosed = enclosures(line, _REACH)
    closings = {span.end for span in enclosed}
    yield from (found.end() for found in _CLOSED.finditer(line) if found.end("closed") in closings)
    candidates = [offset for found in _RULE.finditer(line) for offset in found.span("rule")]
    candidates += [found.end() for found in _STARTER.finditer(line)]
    if language.code == "ur":
        candidates += [found.end() for found in _URDU_DASH.finditer(line)]
    yield from outside(candidates, enclosed)


def _continues(line: str, offset: int) -> bool:
    """Whether the text at ``offset`` goes on with the sentence before it."""
    before, after = line[max(0, offset - 24) : offset], line[offset : offset + 24]
    if before[-1:].isspace():
        return any(pattern.search(before) for pattern in (_LIST_NUMBER, _INITIAL, _LATIN_INITIALS, _DOTTED))
    stop_inside_word = before[-1:] in ".۔" and after[:1].isalnum()
    if stop_inside_word and before[-2:-1].isdigit() and after[:1].isdigit():
        return True
    if stop_inside_word and _INITIAL.search(before):
        return True
    if stop_inside_word and _SHORT_DOTTED.search(before) and _SHORT_STOPPED.match(after):
        return True
    return before[-1:] in CLOSERS and _SAID.match(after) is not None


def sentence_spans(line: str, language: Language) -> tuple[Span, ...]:
    """Adjoining spans that make up the whole of ``line``; spaces belong to the sentence before them."""
    proposed = (offset for offset in _proposed(line, language) if not _continues(line, offset))
    offsets = sorted({*proposed, *_added(line, language)} - {0, len(line)})
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
