"""Cutting a long sentence into its statements where the language chains them without a full stop.

News Arabic strings reports together with a comma: «…، وقال البيان إن …، وأكدت الصين …، كما ستبذل باكستان …». A cut
falls at such a comma when a conjunction and a perfect-tense verb of reporting or diplomacy follow. Official Chinese
strings clauses together with ``；``. Persian and Urdu do not: in the UD treebanks no sentence ends at ``؛``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpecbot.language.sentences.arabic_verbs import COMPLEMENTS, folded, names_subject, opens_with_perfect
from cpecbot.language.sentences.enclosures import enclosures, outside
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.models import Span

_LONG = {"ar": 250, "zh": 120}
_SHORTEST = {"ar": 24, "zh": 18}
_JOINT = {"ar": re.compile(r"[،؛]\s*|,\s+"), "zh": re.compile(r"；\s*")}
_QUOTATION_REACH = 2_000  # a whole quoted paragraph stays one statement
_LOOK_AHEAD = 120
_WORD = re.compile(r"\w+")
_OPENINGS = tuple(
    tuple(fold_text(phrase).split())
    for phrase in (
        "جاء ذلك", "جاء هذا", "جاءت هذه", "يأتي ذلك", "يأتي هذا", "تأتي هذه", "يذكر أن", "يشار إلى", "الجدير بالذكر",
        "من الجدير", "من المقرر", "من المتوقع", "من المنتظر", "تجدر الإشارة",
    )
)  # fmt: skip
_ASIDES = tuple(
    tuple(fold_text(phrase).split())
    for phrase in (
        "من جانبه", "من جانبها", "من جانبهما", "من جانبهم", "من جهته", "من جهتها", "من ناحيته", "من ناحيتها", "بدوره",
        "بدورها", "إلى ذلك", "في السياق", "في هذا السياق", "في سياق", "في هذا الصدد", "في هذا الإطار", "على صعيد",
    )
)  # fmt: skip
_CONTRASTS = tuple(tuple(fold_text(phrase).split()) for phrase in ("كما", "فيما", "بينما", "في حين"))
_CITING = folded("قال قالت ذكر ذكرت ورد وردت جاء جاءت نقل نقلت أورد أوردت أشار أشارت")
_NEVER_OPENING = folded("ورد وردت جاء جاءت")
_PREPOSITIONS = folded("في خلال عقب بعد قبل على حول بشأن بخصوص عن من لدى مع")
_SUBORDINATORS = folded("التي الذي الذين اللتين اللذين ما حيث أن إن بأن")
_FUTURE = re.compile(r"س[يتن]\w{3,}|سوف")
_PLUPERFECT = re.compile(r"كان(?:ت|ا|تا|وا)?")


def _without(phrases: Sequence[tuple[str, ...]], words: Sequence[str]) -> Sequence[str] | None:
    """The words after whichever phrase they begin with."""
    return next((words[len(phrase) :] for phrase in phrases if tuple(words[: len(phrase)]) == phrase), None)


def _contrast(phrase: str, rest: Sequence[str]) -> bool:
    """``كما أكدت`` and ``كما ستبذل`` begin a statement, ``كما قال الوزير`` only names who says it."""
    if phrase == "كما" and rest and rest[0] in _CITING:
        return not COMPLEMENTS.isdisjoint(rest[1:7]) and rest[0] not in _NEVER_OPENING
    return bool(rest) and (_FUTURE.fullmatch(rest[0]) is not None or opens_with_perfect(rest))


def _soon_perfect(words: Sequence[str]) -> bool:
    """Whether a perfect-tense verb follows within a short phrase, and not in a clause of its own."""
    for index in range(min(7, len(words))):
        if words[index] in _SUBORDINATORS:
            return False
        if opens_with_perfect(words[index:]):
            return True
    return False


def _joined(bare: Sequence[str]) -> bool:
    """Whether folded words begin a statement when the conjunction ``و`` stood before them."""
    if bare[0] in {"قد", "لقد"}:
        return opens_with_perfect(bare[1:])
    if bare[0] in _PREPOSITIONS:
        return _soon_perfect(bare[1:])
    if _PLUPERFECT.fullmatch(bare[0]):
        return "قد" in bare[1:9]
    if _FUTURE.fullmatch(bare[0]):
        return names_subject(bare[1] if len(bare) > 1 else "")
    return opens_with_perfect(bare)


def _opens_statement(words: Sequence[str]) -> bool:
    """Whether folded words after a comma begin a statement of their own."""
    if words[:1] == ["و"]:  # a conjunction typed apart
        words = ["و" + "".join(words[1:2]), *words[2:]]
    if not words:
        return False
    if (rest := _without(_CONTRASTS, words)) is not None:
        return _contrast(words[0], rest)
    joined = words[0].startswith("و") and len(words[0]) > 1
    bare = [words[0][1:], *words[1:]] if joined else words
    if _without(_OPENINGS, bare) is not None:
        return True
    if (rest := _without(_ASIDES, bare)) is not None:
        return _soon_perfect(rest)
    return joined and _joined(bare)


def _joints(sentence: str, language: Language) -> Iterator[int]:
    for found in _JOINT[language.code].finditer(sentence):
        if language.code == "zh":
            yield found.end()
            continue
        ahead = sentence[found.end() : found.end() + _LOOK_AHEAD]
        words = [fold_text(word) for word in _WORD.findall(ahead)[:12]]
        if _opens_statement(words):
            yield found.end()


def statement_spans(sentence: str, language: Language) -> tuple[Span, ...]:
    """Adjoining spans that make up the whole of ``sentence``; never cut inside quotation marks or brackets.

    Only long sentences are cut, and never into scraps: a reader who meets «وأكد ذلك» alone learns nothing.
    """
    whole = Span(0, len(sentence))
    if language.code not in _JOINT or len(sentence) < _LONG[language.code]:
        return (whole,)
    cuts = [0]
    for offset in outside(_joints(sentence, language), enclosures(sentence, _QUOTATION_REACH)):
        if min(offset - cuts[-1], len(sentence) - offset) >= _SHORTEST[language.code]:
            cuts.append(offset)
    return tuple(Span(start, end) for start, end in pairwise([*cuts, len(sentence)]))
