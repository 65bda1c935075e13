"""How far two statements are in the same words in the same order, and whether their numbers and days agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from cpecbot.corpus.copies.lines import Line, words_of
from cpecbot.language.text.cues.negation import denials
from cpecbot.language.values.compatibility import compatible
from cpecbot.models import Sentence, Value, ValueKind

Values = Callable[[Sentence], Sequence[Value]]
"""The numbers and days that a statement gives."""

# Nearly word for word: what house style changes is fewer words.
VERBATIM = 0.75
# In two own reports of one event hardly two sentences share so many words in one order, measured on five events; a
# sentence that was put otherwise by a machine mostly does, and where it gives the same figures less is enough.
PARAPHRASE = 0.3
PARAPHRASE_WITH_FIGURES = 0.2
# Of a statement that was cut the rest is the same, and long enough to be no turn of phrase.
_REST = 0.9
_LEAST_REST = 8
_LEAST_REST_OF_HAN = 16
# So many words deny at most, as "did not"; where more is missing a statement was cut.
_DENIAL = 2
_DAYS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})


class Likeness(Struct, frozen=True):
    """The share of words in common and in order, from 0 to 1; whether the values disagree, and whether any agree.

    They disagree, too, where in nearly the same words one alone denies something.
    """

    share: float
    disagreeing: bool = False
    agreeing: bool = False

    @property
    def verbatim(self) -> bool:
        return self.share >= VERBATIM

    @property
    def paraphrase(self) -> bool:
        return self.share >= (PARAPHRASE_WITH_FIGURES if self.agreeing else PARAPHRASE)


NO_LIKENESS = Likeness(0.0)


def likeness(one: Line, other: Line, values: Values) -> Likeness:
    """Of statements that share too few words to be copies the values are not compared."""
    common = LCSseq.similarity(one.words, other.words)
    if _share(common, one, other) < PARAPHRASE_WITH_FIGURES:
        return NO_LIKENESS
    left, right = _fixed(values(one.sentence)), _fixed(values(other.sentence))
    same = list(_in_common(left, right))
    restyled = sum(_is_restyled(one, here, other, there) for here, there in same)
    share = _share(common + restyled, one, other)
    uncut = abs(len(one.words) - len(other.words)) <= _DENIAL
    denied = share >= VERBATIM and uncut and _denies(one) is not _denies(other)
    return Likeness(
        share,
        disagreeing=denied or any(_of_one_sort(here, there) for here in left for there in right),
        agreeing=any(_is_figure(value) for value, _ in same),
    )


def _denies(line: Line) -> bool:
    return bool(denials(line.sentence.reading, line.sentence.language))


def _is_restyled(one: Line, here: Value, other: Line, there: Value) -> bool:
    """Whether the same value is written in other words: as 9 for nine, or as a date for Monday."""
    written = here.span.slice(one.sentence.reading), there.span.slice(other.sentence.reading)
    if written[0] == written[1]:
        return False
    language = one.sentence.language
    return words_of(written[0], language) != words_of(written[1], language)


def _fixed(values: Sequence[Value]) -> list[Value]:
    """Those that mean the same in another article; what "last week" is hangs on its day."""
    return [value for value in values if value.kind is not ValueKind.RELATIVE_DAY]


def _in_common(left: list[Value], right: list[Value]) -> Iterator[tuple[Value, Value]]:
    """The values that both give, which are taken out of ``left`` and ``right``."""
    for value in tuple(left):
        same = next((each for each in right if _agree(value, each)), None)
        if same is not None:
            left.remove(value)
            right.remove(same)
            yield value, same


def _share(common: int, one: Line, other: Line) -> float:
    """The share of ``common`` words; of a statement that was cut, of what is left of it."""
    lengths = len(one.words), len(other.words)
    common = min(common, *lengths)
    least = _LEAST_REST if one.sentence.language.profile.spaced else _LEAST_REST_OF_HAN
    if min(lengths) >= least and common >= _REST * min(lengths):
        return common / min(lengths)
    return 2 * common / max(1, sum(lengths))


def _agree(one: Value, other: Value) -> bool:
    """Whether both may be the same figure: one of the bounds is equal, unless they are told in two units.

    "More than 1,400" is not said of 3,251, though it would be true, and 282.20 is no rounding of 282.10.
    """
    if one.unit != other.unit or one.kind in _DAYS:
        return compatible(one, other)
    unbounded = one.low is None and one.high is None
    return compatible(one, other) and (unbounded or bool({one.low, one.high} & {other.low, other.high} - {None}))


def _is_figure(value: Value) -> bool:
    """Whether it proves something: that two speak of Monday does not."""
    return value.kind not in _DAYS and (value.low or 0) > 1


def _of_one_sort(one: Value, other: Value) -> bool:
    return one.kind is other.kind or (one.kind in _DAYS and other.kind in _DAYS)
