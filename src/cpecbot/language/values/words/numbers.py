"""Words that numbers are made of, ordinals too, in every form that a language's ``numbers.toml`` switches on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.phrases import PhraseTable, words_of
from cpecbot.language.values.units import PERCENT_SIGNS, SYMBOLS
from cpecbot.language.values.words.fractions import FractionWords, fraction_words
from cpecbot.language.values.words.joined import Words, forms
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.language.values.words.numbers_file import Cardinals, NumbersFile, Ordinals
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.languages import Language


class Role(Enum):
    """How a word takes part in a number.

    It adds its value, multiplies what precedes, scales the whole, or is so many of a scale in one word (ألفان, دوهزار).
    """

    ADD = "add"
    TIMES = "times"
    SCALE = "scale"
    PAIR = "pair"


class NumberWord(Struct, frozen=True):
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


class NumberWords(Struct, frozen=True):
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
        fractions=fraction_words(file),
        shortened=words.shortened,
        figures_follow_scales=figures.follow_scales,
    )


def _measured(file: UnitsFile) -> Iterator[str]:
    """What a decimal is believed before, whatever its mark: percent, and the names of units."""
    yield from (*file.percent, *PERCENT_SIGNS, *SYMBOLS)
    for table in (file.currencies, file.quantities, file.durations):
        yield from (phrase for phrases in table.values() for phrase in phrases)


def _openers(file: Cardinals) -> Iterator[tuple[str, tuple[float, bool]]]:
    yield from ((phrase, (value, False)) for phrase, value in listed(file.openers))
    yield from ((phrase, (1, True)) for phrase in file.vague_openers)


def _cardinals(file: NumbersFile) -> Iterator[tuple[Words, NumberWord]]:
    words = list(_listed(file))
    yield from words
    yield from _scaled(file)
    bare = set(map(words_of, file.cardinals.unprefixed))
    for cut, meaning in words:
        meanings = (meaning, replace(meaning, conjoined=True))
        yield from ((form, meanings[conjoined]) for form, conjoined in forms(cut, file, bare=cut in bare))


def _listed(file: NumbersFile) -> Iterator[tuple[Words, NumberWord]]:
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


def _scaled(file: NumbersFile) -> Iterator[tuple[Words, NumberWord]]:
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


def _ordinals(file: NumbersFile) -> Iterator[tuple[Words, NumberWord]]:
    linked = bool(file.conjunction)
    for phrase, value in _ordinal_phrases(file.ordinals, file.cardinals):
        meaning = NumberWord(value, linked=linked)
        yield from ((form, meaning) for form, _ in forms(words_of(phrase), file))


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
