"""How a language ends, heads and chains its sentences: the file that says so."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from cpecbot.tables import Table, read_expression

Word = Annotated[str, Field(min_length=1)]
Form = Annotated[re.Pattern[str], read_expression(re.IGNORECASE)]


class Headings(Table):
    """What shows that a short line without a full stop is a sentence all the same, and no caption.

    One of ``verbs`` (white space between them), each with any of ``verb_prefixes`` and ``verb_endings`` or none, or a
    word of one of ``verb_forms``.
    """

    verbs: str = ""
    verb_prefixes: tuple[Word, ...] = ()
    verb_endings: tuple[Word, ...] = ()
    verb_forms: tuple[Form, ...] = ()


class Statements(Table):
    """Sentences of at least ``long`` characters are cut at ``joints``, into pieces of at least ``shortest``."""

    long: int = Field(default=250, ge=1)
    shortest: int = Field(default=24, ge=1)
    joints: tuple[Word, ...] = ()


class Clauses(Table):
    """What opens a clause that is a statement of its own, after one of ``joints``; see ``clause_openers``.

    Lists of words have white space between them; ``openings``, ``asides`` and ``contrasts`` are phrases.
    """

    joints: tuple[Word, ...] = ()
    conjunctions: tuple[Word, ...] = ()
    verbs: str = ""
    verb_endings: tuple[Word, ...] = ()
    weak_verbs: str = ""
    weak_verb_endings: tuple[Word, ...] = ()
    ambiguous_verbs: str = ""
    complements: str = ""
    subjects: str = ""
    nominatives: str = ""
    perfect_particles: str = ""
    pluperfect: str = ""
    future_prefixes: tuple[Word, ...] = ()
    future_particles: str = ""
    prepositions: str = ""
    subordinators: str = ""
    openings: tuple[Word, ...] = ()
    asides: tuple[Word, ...] = ()
    contrasts: tuple[Word, ...] = ()
    comparisons: str = ""
    citing: str = ""
    citing_in_passing: str = ""


class SentencesFile(Table):
    """``sentences.toml``.

    ``splitter`` is the code by which sentencex knows the language, its own where nothing stands; of a language that it
    does not know it splits the sentences as it does English ones.

    Short forms stand without their last stop and as they are written. ``titles`` stand before a name and end no
    sentence, ``abbreviations`` may where a word of ``starters`` follows, ``after_figures`` as well; ``numbered`` are
    short before a figure only. Behind a time of day (``clock``) a sentence may begin, but not with ``after_clock``.
    ``letter_names`` spell foreign abbreviations. A stop of ``stops_that_join`` between two words is a hyphen, unless
    one of ``final_verbs`` or ``finite_verbs`` stands before it. No sentence ends with one of ``connectors``.
    ``enumerators`` are series of letters that number the items of a list.
    """

    file: ClassVar[str] = "sentences.toml"

    splitter: str = ""
    titles: str = ""
    abbreviations: str = ""
    after_figures: str = ""
    numbered: str = ""
    clock: str = ""
    after_clock: str = ""
    letter_names: str = ""
    starters: str = ""
    final_verbs: str = ""
    finite_verbs: str = ""
    stops_that_join: tuple[Word, ...] = ()
    final_dashes: tuple[Word, ...] = ()
    said: str = ""
    connectors: str = ""
    enumerators: tuple[Word, ...] = ()
    headings: Headings = Field(default_factory=Headings)
    statements: Statements = Field(default_factory=Statements)
    clauses: Clauses = Field(default_factory=Clauses)
