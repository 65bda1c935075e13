"""Texts whose lines were broken at a fixed width: recognised as a whole, and read in paragraphs.

A program that wraps a text breaks a line where the next word would not have fitted. So the lines that are broken in the
middle of a sentence are nearly all as long as they could be, while verses, headlines, tables and lists of one sentence
a line end where their words do. Widths are columns: a character of East Asia takes two, a mark on a letter none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.language.sentences.boundaries import CLOSERS, TERMINALS
from cpecbot.language.sentences.lines import lines_of, without_mark
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.text.patterns import any_of
from cpecbot.languages import Language
from cpecbot.models import Span

# Nobody wraps at less, where verses end, or at more, where a line is a paragraph.
_NARROWEST = 40
_WIDEST = 140
# A single broken line proves little below this width.
_NARROWEST_ALONE = 50
# So much of the width a line has to fill with the word that follows it: some wrap by hand, or do not count marks.
_FILLED = 0.8
# So many of the breaks inside sentences stand at the end of a filled line …
_MOSTLY_FILLED = 0.75
# … and so many of all breaks stand inside sentences, which in prose are longer than a line.
_MOSTLY_INSIDE = 0.4
# So many of these go on with a small letter, where there are any: names begin the others.
_MOSTLY_SMALL = 0.5
# So many filled lines in a row of any length are no chance.
_TELLING = 3
# One line in twenty may be longer: an address cannot be broken.
_OUTLIERS = 20
_LONGEST_CONNECTOR = 24
# No abbreviation is so long.
_STOP_INSIDE = expression(r"\w{4}[.!?؟۔]\s|[。！？]\w")
_COMMAS = ",،，、;؛；"
_NO_WIDTH = ("Mn", "Me", "Cf")
_FIRST_DASH = expression(r"[-–—]+\s")
_HYPHENS = ("-", "\u2010", "\u00ad")
_NOTHING = "\u2060"
_WRAP = expression(r"[^\S\n\r]*(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])\s*")
_COLUMN_GAPS = ("\t", "   ", "|")


class _Line(Struct, frozen=True):
    """A line as written: ``text`` is trimmed, and empty for a blank one; ``indent`` are the columns before it."""

    span: Span
    text: str
    indent: int
    bullet: bool

    @property
    def ends(self) -> bool:
        """Whether a sentence, or what announces a list, ends with it."""
        bare = self.text.rstrip(CLOSERS + " ")
        return not bare or bare[-1] in TERMINALS + ":："

    @property
    def small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[:1].islower()

    @property
    def cased(self) -> bool:
        return self.text[:1].isupper() or self.small


def paragraphs(text: str, language: Language) -> tuple[Span, ...]:
    """The lines of ``text``, trimmed, blank ones empty; of a wrapped text those that belong together as one."""
    lines = _lines(text) if _may_be_wrapped(text) else ()
    width = _wrapped_at(lines, language)
    if width is None:
        return tuple(lines_of(text))
    found: list[Span] = []
    item = False
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if above is not None and _goes_on(above, line, width, language, item=item):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
            item = line.bullet
    return tuple(found)


def line_wraps(text: str, language: Language) -> tuple[Span, ...]:
    """The line breaks of ``text`` that only wrap it, with the blanks around them; in code points, in order."""
    return language.once(_LineWraps).of(text)


class _LineWraps:
    """Those of texts in one language: every quote of an article asks for all of them."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.of: Callable[[str], tuple[Span, ...]] = lru_cache(maxsize=16)(self._of)

    def _of(self, text: str) -> tuple[Span, ...]:
        lines = tuple(lines_of(text))
        begun = {paragraph.start for paragraph in paragraphs(text, self._language)}
        return tuple(
            Span(above.end, below.start)
            for above, below in pairwise(lines)
            if len(above) and len(below) and below.start not in begun
        )


def joint(text: str, wrap: Span, language: Language) -> str:
    """What stands in place of a ``wrap`` where the text is shown on one line."""
    return _joint(text[max(0, wrap.start - 2) : wrap.start], text[wrap.end : wrap.end + 1], language)


def on_one_line(text: str, language: Language) -> str:
    """``text`` of one sentence as it is shown."""
    return _WRAP.sub(lambda gap: joint(text, Span(*gap.span()), language), text)


def unwrapped(text: str, language: Language) -> str:
    """``text`` of one sentence as it is read: of the same length, each line break a space, or a mark of no width."""
    return _WRAP.sub(lambda gap: (joint(text, Span(*gap.span()), language) or _NOTHING) * len(gap[0]), text)


def _joint(before: str, after: str, language: Language) -> str:
    """No space where the script has none, nor behind a hyphen that parts or joins a word."""
    wide = not language.profile.spaced and any(map(_is_wide, before[-1:] + after))
    return "" if wide or (before[-1:] in _HYPHENS and before[:1].isalpha() and after.islower()) else " "


def _is_wide(mark: str) -> bool:
    return unicodedata.east_asian_width(mark) in "WF"


def _may_be_wrapped(text: str) -> bool:
    """A quick look: whether most lines are short enough, and there are several."""
    lengths = [len(line) for line in text.splitlines()]
    return len(lengths) > 1 and sum(length > _WIDEST for length in lengths) <= len(lengths) // _OUTLIERS


def _lines(text: str) -> tuple[_Line, ...]:
    """The lines, a mark that opens one alone in the middle of a paragraph taken for the dash that it is."""
    lines = [*_marked_lines(text)]
    for index in range(1, len(lines) - 1):
        above, line, below = lines[index - 1 : index + 2]
        alone = line.bullet and not (above.bullet or below.bullet) and above.text and not above.ends
        if alone and below.text and _FIRST_DASH.match(line.text):
            lines[index] = replace(line, bullet=False)
    return tuple(lines)


def _marked_lines(text: str) -> Iterator[_Line]:
    end = 0
    for span in lines_of(text):
        before = text[end : span.start].splitlines()
        indent = _width(before[-1]) if before and len(span) else 0
        yield _Line(span, span.slice(text), indent, without_mark(text, span) != span)
        end = span.end


def _width(text: str) -> int:
    """Columns that ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(2 if _is_wide(mark) else unicodedata.category(mark) not in _NO_WIDTH for mark in text)


def _wrapped_at(lines: Sequence[_Line], language: Language) -> int | None:
    """The width at which a text was wrapped; None where it was not."""
    breaks = [pair for pair in pairwise(lines) if _may_go_on(*pair)]
    broken = {line.span: line for pair in breaks for line in pair}
    widths = sorted(line.indent + _width(line.text) for line in broken.values())
    if not widths:
        return None
    width = widths[-1 - len(widths) // _OUTLIERS]
    # A title stands right over its text.
    title = next((line for line in lines if line.text), None)
    inside = [pair for pair in breaks if not pair[0].ends and not (pair[0] is title and not _filled(*pair, width))]
    filled = [pair for pair in inside if _filled(*pair, width)]
    wrapped = (
        _NARROWEST <= width <= _WIDEST
        and len(filled) >= max(1, _MOSTLY_FILLED * len(inside))
        and len(inside) >= _MOSTLY_INSIDE * len(breaks)
        and _is_prose(filled, lines, width, language)
    )
    return width if wrapped else None


def _may_go_on(above: _Line, below: _Line) -> bool:
    apart = below.bullet or below.indent > above.indent
    return bool(above.text and below.text) and not apart and not _is_row(above) and not _is_row(below)


def _is_row(line: _Line) -> bool:
    """Whether it is one of a table."""
    return any(gap in line.text for gap in _COLUMN_GAPS)


def _filled(above: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of ``below`` would hardly have fitted behind ``above``."""
    word = below.text.split(None, 1)[0]
    needed = _width(word[0]) if _is_wide(word[0]) else 1 + _width(word)
    return above.indent + _width(above.text) + needed >= _FILLED * width


def _is_prose(filled: Sequence[tuple[_Line, _Line]], lines: Sequence[_Line], width: int, language: Language) -> bool:
    """Whether what was broken are sentences: they go on in small letters, or behind what ends no sentence.

    Another sentence that ends inside a line shows as much.
    """
    if not any(below.ends for above, below in pairwise(lines) if below.text and not above.ends):
        return False
    cased = [below for _, below in filled if below.cased]
    if 2 * len(cased) > len(filled):
        small = sum(below.small for below in cased)
        enough = len(filled) > 1 or width >= _NARROWEST_ALONE
        return enough and small >= _MOSTLY_SMALL * len(cased)
    if len(filled) > 1:
        return len(filled) >= _TELLING or any(
            _STOP_INSIDE.search(line.text) or _hangs(line, language) for line in lines
        )
    above = filled[0][0]
    goes_on = _STOP_INSIDE.search(above.text) or _hangs(above, language)
    several_clauses = sum(map(above.text.count, _COMMAS)) > 1
    return width >= _NARROWEST_ALONE and (bool(goes_on) or several_clauses)


def _hangs(line: _Line, language: Language) -> bool:
    """Whether it ends with a word or a mark that no sentence and no heading ends with."""
    if line.text[-1:] in _COMMAS:
        return bool(line.text)
    return language.once(_connectors).search(line.text[-_LONGEST_CONNECTOR:]) is not None


def _connectors(language: Language) -> re.Pattern[str]:
    """One of them at the end of a line; as a whole word where white space parts words."""
    words = any_of(language.read(SentencesFile).connectors.split())
    return re.compile(rf"(?:^|(?<=\s))(?:{words})$" if language.profile.spaced else f"(?:{words})$", re.IGNORECASE)


def _goes_on(above: _Line, below: _Line, width: int, language: Language, *, item: bool) -> bool:
    """Whether ``below`` belongs to the paragraph of ``above``, which is one of an ``item`` of a list or none."""
    if not above.text or not below.text or below.bullet or _is_row(above) or _is_row(below):
        return False
    if below.indent > above.indent and not item:  # the first line of a paragraph
        return False
    return _filled(above, below, width) or (not above.ends and (below.small or _hangs(above, language)))
