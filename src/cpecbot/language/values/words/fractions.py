"""Words for parts of a whole."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cpecbot.language.text.phrases import PhraseTable, words_of
from cpecbot.language.values.words.joined import Words, forms
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.language.values.words.numbers_file import NumbersFile


class Portion(Struct, frozen=True):
    """A part of a whole in words, or of one part the size.

    A ``dependent`` one is a part of the unit or the scale that follows, and nothing alone (半). After a ``weak`` one
    only certain words may stand, since it means something else too ("a third party").
    """

    size: float
    dependent: bool = False
    weak: bool = False
    conjoined: bool = False


class FractionWords(Struct, frozen=True):
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


def fraction_words(file: NumbersFile) -> FractionWords:
    """The words of one language alone."""
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


def _portions(file: NumbersFile) -> Iterator[tuple[Words, Portion]]:
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
                for form, conjoined in forms(cut, file):
                    yield form, Portion(float(part), dependent, cut in weak, conjoined)
