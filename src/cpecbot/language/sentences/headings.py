"""Which lines of an article are headings: titles above the text, and short captions between its paragraphs.

A heading is never quoted as an answer, so a line counts as one only when nothing speaks against it: it ends without
punctuation, is short, stands apart, and (below the title) holds no finite verb and no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.boundaries import CLOSERS, TERMINALS
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.text.patterns import either
from cpecbot.languages import Language
from cpecbot.scripts import HAN

_TITLE_WORDS = 14
_CAPTION_WORDS = 10
_LEAD_IN_WORDS = 8
_PAUSES = ",;:،؛，；：、-–—"
_HAN = expression(f"[{HAN}]")
_FIGURE = expression(r"\d{2}")
_STOP_INSIDE = expression(r"[.!?؟۔。！？]\s+\S|[，。；]")
# A half-space joins the parts of one word.
_INSIDE = r"[\w\u200c]"


class Line(Struct, frozen=True):
    """A line without its surrounding space; ``text`` is empty for a blank one."""

    text: str
    bullet: bool = False


_NOTHING = Line("")


def word_count(text: str) -> int:
    """Words by white space; two Han characters count as a word."""
    return len(_HAN.sub("", text).split()) + len(_HAN.findall(text)) // 2


def _is_prose(line: Line) -> bool:
    bare = line.text.rstrip(CLOSERS + " \u00a0")
    return bool(bare) and (bare[-1] in TERMINALS or word_count(bare[:500]) > _TITLE_WORDS)


def _is_caption(text: str, language: Language) -> bool:
    """Whether a line below the title reads as a caption and not as a bulletin without its full stop."""
    return (
        word_count(text) <= _CAPTION_WORDS
        and _FIGURE.search(text) is None
        and _STOP_INSIDE.search(text) is None
        and language.once(_finite_verb).search(text) is None
    )


def _finite_verb(language: Language) -> re.Pattern[str]:
    """Any finite verb that the language's file lists; inside a word too where white space parts none."""
    file = language.read(SentencesFile).headings
    forms = [form.pattern for form in file.verb_forms]
    if file.verbs:
        verbs = "|".join(map(re.escape, file.verbs.split()))
        forms.append(f"{_optional(file.verb_prefixes)}(?:{verbs}){_optional(file.verb_endings)}")
    verb = either(forms)
    whole = rf"(?<!{_INSIDE})(?:{verb})(?!{_INSIDE})" if language.profile.spaced else verb
    return re.compile(whole, re.IGNORECASE)


def _optional(affixes: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, affixes))})?"


def _leads(line: Line, following: Line) -> bool:
    """Whether ``line`` can head the line right under it, which is then no continuation of a wrapped sentence."""
    if following.bullet:
        return True
    return len(following.text) >= max(60, 1.5 * len(line.text)) and not following.text[:1].islower()


def _entitles(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether a numbered line heads a section, as in ``一、加强合作`` over a paragraph, and is no item of a list."""
    above = next((line for line in reversed(lines[max(0, index - 2) : index]) if line.text), _NOTHING)
    below = next((line for line in lines[index + 1 : index + 3] if line.text), _NOTHING)
    is_caption = not _is_prose(lines[index]) and _is_caption(lines[index].text, language)
    return is_caption and not above.bullet and not below.bullet and _is_prose(below)


def _introduces(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line ends with the colon that announces a list."""
    text = lines[index].text
    below = next((line for line in lines[index + 1 : index + 3] if line.text), _NOTHING)
    return text[-1] in ":：" and below.bullet and word_count(text) <= _LEAD_IN_WORDS


def _heads(lines: Sequence[Line], index: int, language: Language, *, in_body: bool, below_is_heading: bool) -> bool:
    """Whether an unmarked line without final punctuation is a title, or a caption when ``in_body``."""
    line = lines[index]
    above = lines[index - 1] if index else _NOTHING
    below = lines[index + 1] if index + 1 < len(lines) else _NOTHING
    if not (not below.text or below_is_heading or _leads(line, below)):
        return False
    if not in_body:
        return not below.text[:1].islower()
    return (not above.text or above.bullet or _is_prose(above)) and _is_caption(line.text, language)


def heading_lines(lines: Sequence[Line], language: Language) -> frozenset[int]:
    """Indices of the headings among ``lines``; none when the text has no prose and no list to stand over."""
    first = next((index for index, line in enumerate(lines) if line.bullet or _is_prose(line)), None)
    if first is None:
        return frozenset()
    found: set[int] = set()
    for index in range(len(lines) - 1, -1, -1):  # from below: a heading may stand on another one
        line = lines[index]
        if line.bullet:
            is_heading = _entitles(lines, index, language)
        elif not line.text or _is_prose(line):
            continue
        elif line.text[-1] in _PAUSES:
            is_heading = _introduces(lines, index)
        else:
            below_is_heading = index + 1 in found
            is_heading = _heads(lines, index, language, in_body=index > first, below_is_heading=below_is_heading)
        if is_heading:
            found.add(index)
    return frozenset(found)
