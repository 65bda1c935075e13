"""What ``numbers.toml`` of a language may hold; its comments say what each key is for.

Every key may be left out. Phrases are parted by commas, or an array where one of them holds a comma.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import Field

from cpecbot.language.values.words.lists import Amount, Compound, Phrase, Phrases, Whole
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)


class Cardinals(Table):
    """``[cardinals]``: words that numbers are made of."""

    words: dict[Amount, Phrases] = _EMPTY
    times: dict[Amount, Phrases] = _EMPTY
    scales: dict[Amount, Phrases] = _EMPTY
    pairs: dict[Amount, Phrases] = _EMPTY
    many: dict[Amount, Phrases] = _EMPTY
    weak: Phrases = ()
    scales_alone: bool = False
    compounds: tuple[Compound, ...] = ()
    scaled: bool = False
    unprefixed: Phrases = ()
    shortened: bool = False
    only_before: dict[Phrase, Phrases] = _EMPTY
    joiners: Phrases = ()
    joiners_after_hundreds: Phrases = ()
    joiners_after_scales: Phrases = ()
    between_many: Phrases = ()
    openers: dict[Amount, Phrases] = _EMPTY
    vague_openers: Phrases = ()
    quarters: dict[Annotated[float, Field(gt=-1, lt=1)], Phrases] = _EMPTY
    extenders: Phrases = ()
    extenders_not_after_units: Phrases = ()


Part = Annotated[Fraction, Field(gt=0, lt=1)]


class Fractions(Table):
    """``[fractions]``: parts of a whole."""

    words: dict[Part, Phrases] = _EMPTY
    dependent: dict[Part, Phrases] = _EMPTY
    parts: dict[Annotated[int, Field(ge=2)], Phrases] = _EMPTY
    whole: Phrases = ()
    over: Phrases = ()
    among: Phrases = ()
    joiners: Phrases = ()
    links: Phrases = ()
    inside: Phrases = ()
    weak: Phrases = ()
    followers: Phrases = ()
    not_after: Phrases = ()
    not_before: Phrases = ()


class Figures(Table):
    """``[figures]``: numbers written figure by figure, and decimals."""

    words: dict[Annotated[int, Field(ge=0, le=9)], Phrases] = _EMPTY
    ends_a_pair: Phrases = ()
    points: Phrases = ()
    no_decimal_before: Phrases = ()
    decimal_marks: Phrases = ()
    follow_scales: bool = False


class Ordinals(Table):
    """``[ordinals]``: words that put in order."""

    words: dict[Whole, Phrases] = _EMPTY
    endings: tuple[Phrase, ...] = ()
    endings_from: Whole = 1
    compounds: tuple[Compound, ...] = ()
    compound_units: dict[Annotated[int, Field(ge=1, le=9)], Phrases] = _EMPTY
    before_nouns: dict[Whole, Phrases] = _EMPTY
    nouns: Phrases = ()
    endings_of_figures: Phrases = ()
    not_after: Phrases = ()
    not_ordinal: Phrases = ()


class Series(Table):
    """``[series]``: what makes a plain number the place of something in a series."""

    nouns: Phrases = ()
    nouns_before_figures: Phrases = ()
    weak_after_nouns: Phrases = ()
    nouns_before_roman: Phrases = ()
    before: Phrases = ()
    not_before: Phrases = ()
    onto_figures: Phrases = ()
    after: Phrases = ()
    nouns_after: Phrases = ()
    not_nouns_after: Phrases = ()
    labels_after: Phrases = ()
    minutes: Phrases = ()


class Counting(Table):
    """``[counting]``: what tells a count from a name, a label or a version."""

    counted: Phrases = ()
    may_precede: bool = False
    also_article: Phrases = ()
    counted_by_article: Phrases = ()
    not_counted: Phrases = ()
    labels: Phrases = ()
    versions: Phrases = ()
    versions_after: Phrases = ()


class Bounds(Table):
    """``[bounds]``: what leaves an amount open on one side."""

    low_before: Phrases = ()
    high_before: Phrases = ()
    low_after: Phrases = ()
    high_after: Phrases = ()
    none_after: Phrases = ()
    fillers: Phrases = ()
    gap_before_after: Phrases = ()


class Signs(Table):
    """``[signs]``: what makes a number negative."""

    minus: Phrases = ()
    below_zero: Phrases = ()


class Ranges(Table):
    """``[ranges]``: what joins two ends of a range."""

    to: Phrases = ()
    between: Phrases = ()
    ands: Phrases = ()


class Scores(Table):
    """``[scores]``: what stands between the goals of two sides."""

    to: Phrases = ()


class NumbersFile(Table):
    """``numbers.toml``."""

    file: ClassVar[str] = "numbers.toml"

    conjunction: str = ""
    prefixes: Phrases = ()
    cardinals: Cardinals = Field(default_factory=Cardinals)
    fractions: Fractions = Field(default_factory=Fractions)
    figures: Figures = Field(default_factory=Figures)
    ordinals: Ordinals = Field(default_factory=Ordinals)
    series: Series = Field(default_factory=Series)
    counting: Counting = Field(default_factory=Counting)
    bounds: Bounds = Field(default_factory=Bounds)
    ranges: Ranges = Field(default_factory=Ranges)
    signs: Signs = Field(default_factory=Signs)
    scores: Scores = Field(default_factory=Scores)
