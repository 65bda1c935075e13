"""The order of words and the habits of writing by which a language says what belongs to what."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from cpecbot.expressions import expression
from cpecbot.languages import Language
from cpecbot.tables import Table

# {Noun} and {Which} stand only where they are names.
Compound = Annotated[str, StringConstraints(pattern=r"^(\{[Nn]oun\}[^{}]*\{[Ww]hich\}|\{[Ww]hich\}[^{}]*\{[Nn]oun\})$")]


_NOUN_LAST = expression(r"\{which\}\s*\{noun\}")


class Grammar(Table):
    """``grammar.toml``: what is true of the sentences of a language.

    Of two nouns that a number or a date may belong to, equally near, the one on the favoured side has it.
    ``units_per_word`` is how many units, where each character is one, say what elsewhere one word says.
    ``compounds`` tell where the word stands that says which one of a kind is meant, ``quality_link`` may stand
    between a quality and its noun; ``listing`` is what parts a class from the names of its members.
    ``clause_words`` open a clause of its own, ``relatives`` one on what was named last; ``conjunctions`` the next
    item of a list, ``asides`` a part of what was counted last, ``apart`` set one event before another; white space
    stands between them. Commas part ``parts``, which stand beside the number of a part and point back to the
    whole, and ``wholes`` and ``within``, between the two, the whole last or first. ``joined_conjunction`` is
    written onto the next word. ``starts`` and ``goals`` mark what something goes up or down from and to, behind it
    where ``marks_follow``; ``deadlines`` stand before the last day for something, ``deadlines_behind`` behind it.
    ``firsts`` say that something happens for the first time in so long, or ``since`` then; ``lasts`` that it is told
    of the time before. Commas part ``since``, ``since_behind`` and ``lasts``.
    """

    file: ClassVar[str] = "grammar.toml"

    verb_last: bool = False
    list_before_verb: bool = False
    subject_after_verb: bool = False
    number_after_noun: bool = False
    date_after_noun: bool = False
    names_have_capitals: bool = False
    units_per_word: int = Field(default=1, ge=1, le=10)
    compounds: tuple[Compound, ...] = ()
    listing: tuple[str, ...] = ()
    quality_link: str = ""
    clause_words: str = ""
    relatives: str = ""
    conjunctions: str = ""
    joined_conjunction: str = ""
    asides: str = ""
    parts: str = ""
    wholes: str = ""
    within: str = ""
    apart: str = ""
    starts: str = ""
    goals: str = ""
    marks_follow: bool = False
    deadlines: str = ""
    deadlines_behind: str = ""
    firsts: str = ""
    since: str = ""
    since_behind: str = ""
    lasts: str = ""

    @property
    def noun_last(self) -> bool:
        """Whether the word that says which one is meant stands right before the noun: "relief lorries"."""
        return any(_NOUN_LAST.fullmatch(written) for written in self.compounds)

    @property
    def characters_are_words(self) -> bool:
        """Whether a single character says something, where elsewhere one letter is but grammar."""
        return self.units_per_word > 1


def grammar(language: Language) -> Grammar:
    return language.read(Grammar)
