"""Where the sentences of one line end: the ``sentencex`` library, corrected for the texts at hand.

``sentencex`` (Wikimedia) knows the abbreviations of many languages and counts in code points. It is wrong on decimals
in Arabic-Indic and full-width digits, list numbers, initials in Arabic script, a Chinese stop before a digit, and
anything after a quotation mark that never closes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from sentencex import get_sentence_boundaries

from cpecbot.expressions import expression
from cpecbot.language.sentences.enclosures import MARKS, enclosures, outside
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.sentences.short_forms import REACH, ShortForms, short_forms
from cpecbot.language.text.patterns import any_of
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import CAPITALS

TERMINALS = ".!?؟۔。！？…｡"
CLOSERS = "\"'”’»›)]}）】」』》〉﴿"

_WINDOW = 16_384  # bounds the cost of the library on a very long line
_QUOTED = 300  # longer quotations hold several sentences that are better told apart; measured on UD and IWSLT
_PLAIN = "_"
_SURROGATES = expression("[\ud800-\udfff]")  # the library takes UTF-8
_WIDE_SPACE = expression(r"[^\S ]")  # it panics on a no-break space near an initial: it takes spaces for one byte
# An address, up to the stop that ends the sentence; the beginning of a run of letters alone, or the cost would grow
# with its square.
_ADDRESS = expression(
    r"(?:https?://|www\.)[^\s<>«»“”‘’，。；、）]*[^\s<>«»“”‘’，。；、）.,;:!?)\]'\"]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)

_LIST_NUMBER = expression(r"(?:^|[:;؛!?؟]\s+|\w{4}[.۔]\s+)[(（]?\d{1,3}\s*[.)۔]\s*$")
_FIGURE = expression(r"\d\.\s+$")  # "Article 2. of": no sentence begins with a small letter behind it
_CLOSED = expression(rf"(?P<closed>[{re.escape(TERMINALS)}][{re.escape(CLOSERS)}]+)\s+(?=[\"“‘(\[]?[{CAPITALS}])")
_RULE = expression(r"(?:^|\s)(?P<rule>\*{3,}|([_=~#-])\2{4,})(?=\s|$)")
# Full-width stops need no space behind them.
_FULL_WIDTH = expression(rf"(?<![。！？｡])[。！？｡]++[{re.escape(CLOSERS)}]*+(?=[^\s。！？｡…])")
# A quotation mark of either direction: some write ”…“.
_CLOSING = expression(r"[\"'“”‘’«»]{1,2}(?:\s+|$)")
_POINTS = ".۔．"


class _Habits(Struct, frozen=True):
    """How one language ends its sentences.

    A word that opens sentences settles that the stop before it ends one: "of the U.S. The two sides", "told us. They".
    Any other ellipsis trails off inside a sentence, as it does in the treebanks. Older typing has a spaced hyphen for
    the full stop; a verb that ends sentences before it tells. And one who ``said`` it may follow a quotation that ends
    with a stop of its own. A word of ``numbered`` is short for "number" before a figure alone, and behind a time of day
    a capital opens a sentence, unless it goes on with the zone or the day.
    """

    splitter: str
    short: ShortForms
    starter: re.Pattern[str]
    opened: re.Pattern[str]
    dash: re.Pattern[str]
    said: re.Pattern[str]


def _habits(language: Language) -> _Habits:
    file = language.read(SentencesFile)
    final, dashes = any_of(file.final_verbs.split()), any_of(file.final_dashes)
    starters, said = any_of(file.starters.split()), any_of(file.said.split())
    numbered, clock, zones = (any_of(words.split()) for words in (file.numbered, file.clock, file.after_clock))
    return _Habits(
        file.splitter or language.code,
        short_forms(language),
        re.compile(rf"[.…۔]\s+(?=(?P<word>{starters})\b(?: (?P<next>\w))?)"),
        re.compile(
            rf"(?<![\w.])(?:(?:{numbered})\.\s+|(?:{clock})\.\s+(?!(?:{zones})\b))(?=[{CAPITALS}](?![{CAPITALS}]))"
        ),
        re.compile(rf"(?:{final}) (?:{dashes})\s+"),
        re.compile(rf"[\w·]{{1,12}}?(?:{said})[。，,،.۔]"),
    )


def _masked(line: str) -> str:
    """The line with everything that would lead the library astray made plain; same length."""
    keep = {index for span in enclosures(line, _QUOTED) for index in (span.start, span.end - 1)}
    plain = "".join(_PLAIN if mark in MARKS and i not in keep else mark for i, mark in enumerate(line))
    plain = _ADDRESS.sub(lambda found: _PLAIN * len(found[0]), plain)
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
    enclosed = enclosures(line, _QUOTED)
    closings = {span.end for span in enclosed}
    for found in _CLOSED.finditer(line):
        if found.end("closed") in closings and not _continues(line, found.end(), habits):
            yield found.end()
    candidates = [offset for found in _RULE.finditer(line) for offset in found.span("rule")]
    candidates += [found.end() for found in habits.starter.finditer(line) if _starts_anew(line, found, habits)]
    candidates += [found.end() for found in habits.opened.finditer(line)]
    candidates += [found.end() for found in habits.dash.finditer(line)]
    full_width = (found.end() for found in _FULL_WIDTH.finditer(line))
    candidates += [offset for offset in full_width if not _continues(line, offset, habits)]
    yield from outside(candidates, enclosed)


def _starts_anew(line: str, starter: re.Match[str], habits: _Habits) -> bool:
    """Whether a small letter or an abbreviation stands before the stop; a starter of one letter may be an initial.

    A letter of a script without capitals is small.
    """
    stop = starter.start()
    if habits.short.is_title(line[max(0, stop - REACH) : stop + 1]):
        return False
    before, farther = line[max(0, stop - 1) : stop], line[max(0, stop - 2) : stop]
    abbreviated = before.isupper() and farther.startswith(".")
    alone = len(starter["word"]) == 1
    small = before.isalpha() and not before.isupper()
    return (small or abbreviated) and not (alone and not (starter["next"] or "").islower())


def _continues(line: str, offset: int, habits: _Habits) -> bool:
    """Whether the text at ``offset`` goes on with the sentence before it."""
    before, after = line[max(0, offset - REACH) : offset], line[offset : offset + REACH]
    if before[-1:].isspace():
        if after[:1].islower() and _FIGURE.search(before):
            return True
        return _LIST_NUMBER.search(before) is not None or habits.short.spaced_stop(before, after)
    if before[-1:] in _POINTS and after[:1].isalnum():
        return _is_point(before, after) or habits.short.stop_inside(before, after)
    return before[-1:] in CLOSERS and habits.said.match(after) is not None


def _is_point(before: str, after: str) -> bool:
    """Whether a number or a full-width abbreviation, as in ６．４ and Ｕ．Ｓ．, goes on behind its point."""
    if before[-2:-1].isdigit() and after[0].isdigit():
        return True
    return before[-1] == "．" and unicodedata.normalize("NFKC", before[-2:-1]).isascii()


def _behind_closer(line: str, offset: int) -> int:
    """``offset``, moved behind quotation marks that stand right behind a stop and close, whatever their direction."""
    closing = _CLOSING.match(line, offset)
    return closing.end() if closing and offset and line[offset - 1] in TERMINALS else offset


def sentence_spans(line: str, language: Language) -> tuple[Span, ...]:
    """Adjoining spans that make up the whole of ``line``; spaces belong to the sentence before them."""
    habits = language.once(_habits)
    proposed = (_behind_closer(line, offset) for offset in _proposed(line, habits))
    kept = {offset for offset in proposed if not _continues(line, offset, habits)}
    offsets = sorted({*kept, *_added(line, habits)} - {0, len(line)})
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
