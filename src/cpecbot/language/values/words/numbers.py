"""Words that numbers are made of, ordinals too, in every form that a language's ``numbers.toml`` switches on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.phrases import PhraseTable, words_of
from cpecbot.language.values.units import PERCENT_SIGNS, SYMBOLS
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.language.values.words.numbers_file import Cardinals, NumbersFile, Ordinals
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.languages import Language

_Words = tuple[str, ...]


class Role(Enum):
    """How a word takes part in a number.

    It adds its value, multiplies what precedes, scales the whole, or is so many of a scale in one word (ألفان, دوهزار).
    """

    ADD = "add"
    TIMES = "times"
    SCALE = "scale"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """``many`` words ("millions") are a lower bound when nothing precedes; ``weak`` ones mean something else too.

    What a word counts may stand before it where it is one ``after_noun`` (شخص واحد). ``count`` is how many of its scale
    a word is that holds both. A word that counts ``alone`` is one of its scale where nothing precedes. A ``linked`` one
    continues a number only behind a conjunction; a ``conjoined`` one carries that conjunction itself, as its first
    letters.
    """

    value: float
    role: Role = Role.ADD
    many: bool = False
    weak: bool = False
    after_noun: bool = False
    alone: bool = False
    linked: bool = False
    conjoined: bool = False
    count: float = 2


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a whole in words, or of one part the size.

    A ``dependent`` one is a part of the unit or the scale that follows, and nothing alone (半). After a ``weak`` one
    only certain words may stand, since it means something else too ("a third party").
    """

    size: float
    dependent: bool = False
    weak: bool = False
    conjoined: bool = False


@dataclass(frozen=True, slots=True)
class FractionWords:
    """``words`` are parts by themselves ("half"), ``parts`` follow a number or one of ``whole`` ("two thirds")."""

    words: PhraseTable[Portion]
    parts: PhraseTable[Portion]
    whole: PhraseTable[bool]
    over: PhraseTable[bool]
    among: PhraseTable[bool]
    joiners: PhraseTable[bool]
    links: PhraseTable[bool]
    inside: PhraseTable[bool]
    followers: PhraseTable[bool]
    not_after: PhraseTable[bool]
    not_before: PhraseTable[bool]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that numbers are read by; ``openers`` count only before a scale ("half a", "several")."""

    cardinals: PhraseTable[NumberWord]
    ordinals: PhraseTable[NumberWord]
    joiners: PhraseTable[bool]
    joiners_after_hundreds: PhraseTable[bool]
    joiners_after_scales: PhraseTable[bool]
    between_many: PhraseTable[bool]
    openers: PhraseTable[tuple[float, bool]]
    quarters: PhraseTable[float]
    extenders: PhraseTable[bool]
    extenders_not_after_units: PhraseTable[bool]
    figures: PhraseTable[int]
    ends_a_pair: PhraseTable[bool]
    points: PhraseTable[bool]
    no_decimal_before: PhraseTable[bool]
    decimal_marks: frozenset[str]
    before_decimals: PhraseTable[bool]
    only_before: PhraseTable[PhraseTable[bool]]
    conjunction: str
    prefixes: tuple[str, ...]
    fractions: FractionWords
    shortened: bool
    figures_follow_scales: bool
    first_words: frozenset[str] = frozenset()

    def with_first_words(self) -> NumberWords:
        """Itself with the words that a number can begin with."""
        tables = (
            self.cardinals, self.ordinals, self.openers, self.quarters, self.figures, self.fractions.words,
            self.fractions.whole,
        )  # fmt: skip
        return replace(self, first_words=frozenset[str]().union(*(table.first_words for table in tables)))


def number_words(language: Language) -> NumberWords:
    """The words of ``language`` alone."""
    file = language.read(NumbersFile)
    words, figures = file.cardinals, file.figures
    return NumberWords(
        cardinals=PhraseTable(_cardinals(file)),
        ordinals=PhraseTable(_ordinals(file)),
        joiners=flags(words.joiners),
        joiners_after_hundreds=flags(words.joiners_after_hundreds),
        joiners_after_scales=flags(words.joiners_after_scales),
        between_many=flags(words.between_many),
        openers=PhraseTable(_openers(words)),
        quarters=PhraseTable(listed(words.quarters)),
        extenders=flags(words.extenders),
        extenders_not_after_units=flags(words.extenders_not_after_units),
        figures=PhraseTable(listed(figures.words)),
        ends_a_pair=flags(figures.ends_a_pair),
        points=flags(figures.points),
        no_decimal_before=flags(figures.no_decimal_before),
        decimal_marks=frozenset(map(fold_text, figures.decimal_marks)),
        before_decimals=flags(_measured(language.read(UnitsFile))),
        only_before=PhraseTable((phrase, flags(following)) for phrase, following in words.only_before.items()),
        conjunction=fold_text(file.conjunction),
        prefixes=tuple(map(fold_text, file.prefixes)),
        fractions=_fraction_words(file),
        shortened=words.shortened,
        figures_follow_scales=figures.follow_scales,
    )


def _fraction_words(file: NumbersFile) -> FractionWords:
    fractions = file.fractions
    weak = set(map(words_of, fractions.weak))
    parts = ((words_of(phrase), 1 / size) for size, phrases in fractions.parts.items() for phrase in phrases)
    return FractionWords(
        words=PhraseTable(_portions(file)),
        parts=PhraseTable((cut, Portion(size, weak=cut in weak)) for cut, size in parts),
        **{
            name: flags(getattr(fractions, name))
            for name in ("whole", "over", "among", "joiners", "links", "inside", "followers", "not_after", "not_before")
        },
    )


def _portions(file: NumbersFile) -> Iterator[tuple[_Words, Portion]]:
    fractions = file.fractions
    if file.cardinals.scaled:
        for word, count in listed(file.cardinals.words):
            for name, parts in listed(fractions.parts):
                if count < parts < 10:  # چهاردهم is the 14th
                    yield words_of(word + name), Portion(count / parts)
    weak = set(map(words_of, fractions.weak))
    for table, dependent in ((fractions.words, False), (fractions.dependent, True)):
        for part, phrases in table.items():
            for cut in map(words_of, phrases):
                for form, conjoined in _forms(cut, file):
                    yield form, Portion(float(part), dependent, cut in weak, conjoined)


def _measured(file: UnitsFile) -> Iterator[str]:
    """What a decimal is believed before, whatever its mark: percent, and the names of units."""
    yield from (*file.percent, *PERCENT_SIGNS, *SYMBOLS)
    for table in (file.currencies, file.quantities, file.durations):
        yield from (phrase for phrases in table.values() for phrase in phrases)


def _openers(file: Cardinals) -> Iterator[tuple[str, tuple[float, bool]]]:
    yield from ((phrase, (value, False)) for phrase, value in listed(file.openers))
    yield from ((phrase, (1, True)) for phrase in file.vague_openers)


def _cardinals(file: NumbersFile) -> Iterator[tuple[_Words, NumberWord]]:
    words = list(_listed(file))
    yield from words
    yield from _scaled(file)
    bare = set(map(words_of, file.cardinals.unprefixed))
    for cut, meaning in words:
        meanings = (meaning, replace(meaning, conjoined=True))
        yield from ((form, meanings[conjoined]) for form, conjoined in _forms(cut, file, bare=cut in bare))


def _listed(file: NumbersFile) -> Iterator[tuple[_Words, NumberWord]]:
    cardinals = file.cardinals
    model = NumberWord(0, after_noun=file.counting.may_precede, linked=bool(file.conjunction))
    weak = set(map(words_of, cardinals.weak))
    for table, role, many in (
        (cardinals.words, Role.ADD, False),
        (cardinals.times, Role.TIMES, False),
        (cardinals.pairs, Role.PAIR, False),
        (cardinals.scales, Role.SCALE, False),
        (cardinals.many, Role.SCALE, True),
    ):
        for phrase, value in listed(table):
            cut = words_of(phrase)
            # Where ten multiplies (三十), it is ten when alone.
            alone = cardinals.scales_alone or many or (role is Role.TIMES and value == 10)
            whole = value / 2 if role is Role.PAIR else value
            yield cut, replace(model, value=whole, role=role, many=many, weak=cut in weak, alone=alone)
    units = [(phrase, value) for phrase, value in listed(cardinals.words) if value < 10]
    for phrase, value in _compounds(cardinals.compounds, units, cardinals):
        yield words_of(phrase), replace(model, value=value)


def _scaled(file: NumbersFile) -> Iterator[tuple[_Words, NumberWord]]:
    """A unit and its scale written as one word: دوهزار, as some write where others put a half-space."""
    cardinals = file.cardinals
    if not cardinals.scaled:
        return
    for word, count in listed(cardinals.words):
        if count < 1000:
            for scale, value in listed(cardinals.scales):
                yield words_of(word + scale), NumberWord(value, Role.PAIR, linked=bool(file.conjunction), count=count)


def _compounds(
    patterns: Iterable[str], units: Iterable[tuple[str, float]], cardinals: Cardinals
) -> Iterator[tuple[str, float]]:
    """Units and the cardinal tens from 20 on, put together as the patterns say."""
    tens = [(phrase, value) for phrase, value in listed(cardinals.words) if value in range(20, 100, 10)]
    for unit, low in units:
        for ten, high in tens:
            yield from ((each.replace("{unit}", unit).replace("{tens}", ten), high + low) for each in patterns)


def _forms(cut: _Words, file: NumbersFile, *, bare: bool = False) -> Iterator[tuple[_Words, bool]]:
    """A phrase with what the language writes onto its first word; True with the conjunction in front of it all."""
    conjunction = fold_text(file.conjunction)
    for prefix in ("", *(() if bare else map(fold_text, file.prefixes))):
        form = (prefix + cut[0], *cut[1:])
        yield form, False
        if conjunction:
            yield (conjunction + form[0], *form[1:]), True


def _ordinals(file: NumbersFile) -> Iterator[tuple[_Words, NumberWord]]:
    linked = bool(file.conjunction)
    for phrase, value in _ordinal_phrases(file.ordinals, file.cardinals):
        meaning = NumberWord(value, linked=linked)
        yield from ((form, meaning) for form, _ in _forms(words_of(phrase), file))


def _ordinal_phrases(ordinals: Ordinals, cardinals: Cardinals) -> Iterator[tuple[str, float]]:
    yield from listed(ordinals.words)
    for value, phrases in ordinals.before_nouns.items():
        yield from ((f"{phrase} {noun}", value) for phrase in phrases for noun in ordinals.nouns)
    for phrase, number in (*listed(cardinals.words), *listed(cardinals.times)):
        if number.is_integer() and number >= ordinals.endings_from:
            yield from ((phrase + ending, number) for ending in ordinals.endings)
    units = [(phrase, value) for phrase, value in listed(ordinals.words) if value < 10]
    units += listed(ordinals.compound_units)
    yield from _compounds(ordinals.compounds, units, cardinals)
