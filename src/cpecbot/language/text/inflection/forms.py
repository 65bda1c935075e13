"""How the words of a language change their form: the file that says so."""

from __future__ import annotations

from itertools import product
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from cpecbot.language.text.folding import fold_text
from cpecbot.tables import Table


def _known(code: str) -> str:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES  # noqa: PLC0415 - slow to load

    if code and code not in SUPPORTED_LANGUAGES:
        raise ValueError(f"simplemma has no such dictionary; it has {', '.join(SUPPORTED_LANGUAGES)}")
    return code


Letter = Annotated[str, Field(min_length=1, max_length=1)]
Affix = Annotated[str, Field(min_length=1)]
Length = Annotated[int, Field(ge=1)]


class Dictionary(Table):
    """A dictionary of ``simplemma`` by its code, and what stands between a word of a text and its entry there.

    ``spelling`` are letters that it writes otherwise; ``proclitics`` may stand before a word that it lists;
    ``tense_prefixes`` are dropped before one of the letters that they map to.
    """

    code: Annotated[str, AfterValidator(_known)] = ""
    spelling: dict[Letter, str] = Field(default_factory=dict)
    proclitics: tuple[Affix, ...] = ()
    tense_prefixes: dict[Affix, str] = Field(default_factory=dict)


class Stem(Table):
    """Light stemming: the first of ``prefixes``, then the first of ``suffixes`` that leave ``shortest`` letters."""

    prefixes: tuple[Affix, ...] = ()
    suffixes: tuple[Affix, ...] = ()
    shortest: Length = 3


class Inflection(Table):
    """What an inflected word may be a form of; ``endings`` map to what the bare form has in their place.

    A bare form has ``shortest`` letters, or as many as ``shortest_before`` says of the ending.
    """

    article: str = ""
    conjunctions: tuple[Affix, ...] = ()
    prepositions: tuple[Affix, ...] = ()
    endings: dict[Affix, tuple[str, ...]] = Field(default_factory=dict)
    shortest: Length = 4
    shortest_before: dict[Affix, Length] = Field(default_factory=dict)
    verbal_endings: tuple[Affix, ...] = ()
    no_verbs: tuple[str, ...] = ()
    detached_endings: tuple[Affix, ...] = ()


class Change(Table):
    """What is written around the stem of a verb or a noun, and the form that a dictionary lists of it.

    A word that begins with one of ``before`` and ends with one of ``after`` leaves a stem of ``shortest`` letters at
    least, which is looked up as ``gives`` says: ``{}`` is the stem, ``/`` stands before a second principal part.
    """

    before: tuple[str, ...] = ("",)
    after: tuple[str, ...] = ("",)
    gives: Annotated[str, Field(pattern=r"^[^{}]*\{\}[^{}]*$")]
    shortest: Annotated[int, Field(ge=0)] = 2


class Changes(Table):
    """How words are looked up in the general vocabulary, when the word itself is not there.

    ``shortest`` is the least that an ending of ``Inflection`` may leave. A text may write the ``detached_starts`` of a
    verb as words of their own, and onto the first word of a phrase the ``attached_ends`` that are forms of its other
    one. ``plurals`` map patterns of broken plurals to those of their singulars; ``root`` are the
    letters that stand for any other in a pattern, ``no_radicals`` those for which they never do.
    """

    shortest: Length = 3
    detached_starts: tuple[Affix, ...] = ()
    attached_ends: tuple[Affix, ...] = ()
    affixes: tuple[Change, ...] = ()
    root: str = ""
    no_radicals: str = ""
    plurals: dict[Affix, tuple[Affix, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _of_one_root(self) -> Self:
        pairs = ((plural, singular) for plural, singulars in self.plurals.items() for singular in singulars)
        for (plural, singular), letter in product(pairs, fold_text(self.root)):
            if fold_text(singular).count(letter) > fold_text(plural).count(letter):
                raise ValueError(f"{singular!r} has more of the root letter {letter!r} than its plural {plural!r}")
        return self


class FormsFile(Table):
    """``forms.toml``.

    ``spellings`` map how some spell a word, or a part of it (``-tre``, ``haem-``, ``-aem-``), to how others do; words
    that are ``spelt_apart`` look so, but are others.
    """

    file: ClassVar[str] = "forms.toml"

    spelt_apart: tuple[Affix, ...] = ()
    spellings: dict[Affix, str] = Field(default_factory=dict)

    dictionary: Dictionary = Field(default_factory=Dictionary)
    stem: Stem = Field(default_factory=Stem)
    inflection: Inflection = Field(default_factory=Inflection)
    changes: Changes = Field(default_factory=Changes)
