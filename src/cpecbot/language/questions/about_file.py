"""What ``about.toml`` of a language may hold: how it asks about the articles themselves, and how it names one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from cpecbot.expressions import expression
from cpecbot.tables import Table

PIECE = expression(r"\{([a-z_]+)\}")
SLOTS = frozenset({"source", "other", "topic", "question", "speaker"})
"""What stands in a pattern for words that every asker puts in: which article, what about, who speaks."""


def _balanced(written: str) -> str:
    """Every bracket that is opened is closed."""
    waiting: list[str] = []
    for mark in re.findall(r"[\[\]()]", written):
        if mark in "[(":
            waiting.append("]" if mark == "[" else ")")
        elif not waiting or waiting.pop() != mark:
            raise ValueError("has a bracket that nothing opens")
    if waiting:
        raise ValueError("has a bracket that nothing closes")
    return written


Wording = Annotated[str, StringConstraints(pattern=r"\w"), AfterValidator(_balanced)]
Wordings = tuple[Wording, ...]
_EMPTY: Any = Field(default_factory=dict)


class NamingFile(Table):
    """``[naming]``: the words around the name or the number of an article."""

    articles: Wordings = ()
    numbered: Wordings = ()
    agencies: Wordings = ()
    before: Wordings = ()
    behind: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    joining: Wordings = ()
    joined: tuple[str, ...] = ()
    newest: Wordings = ()
    oldest: Wordings = ()
    languages: Mapping[str, tuple[str, ...]] = _EMPTY


class AboutPatterns(Table):
    """``[asked]``: patterns of whole questions, by what is asked."""

    abilities: Wordings = ()
    count: Wordings = ()
    newest: Wordings = ()
    oldest: Wordings = ()
    listing: Wordings = ()
    alone: Wordings = ()
    left_out: Wordings = ()
    right: Wordings = ()
    differences: Wordings = ()
    changes: Wordings = ()
    overview: Wordings = ()
    report: Wordings = ()
    within: Wordings = ()
    told: Wordings = ()
    reporting: Wordings = ()
    speaker: Wordings = ()
    continued: Wordings = ()


class AboutVocabulary(Table):
    """``[words]``: words and phrases by what they do in a question about the articles (``roles.Role`` names them).

    ``before`` and ``behind`` are what is written onto one.
    """

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    unmentioned: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    longest: tuple[str, ...] = ()
    shortest: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    exists: tuple[str, ...] = ()
    ability: tuple[str, ...] = ()
    you: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    light: tuple[str, ...] = ()


class AboutFile(Table):
    """``about.toml``: ``pieces`` are lists of wordings that patterns, and later pieces, use by their name."""

    file: ClassVar[str] = "about.toml"

    openings: Wordings = ()
    closings: Wordings = ()
    pieces: Mapping[str, Wordings] = _EMPTY
    naming: NamingFile = Field(default_factory=NamingFile)
    asked: AboutPatterns = Field(default_factory=AboutPatterns)
    words: AboutVocabulary = Field(default_factory=AboutVocabulary)

    @model_validator(mode="after")
    def _known_pieces(self) -> AboutFile:
        known = SLOTS | self.pieces.keys()
        asked = (wording for kind in AboutPatterns.model_fields for wording in getattr(self.asked, kind))
        wordings = (*(wording for piece in self.pieces.values() for wording in piece), *asked)
        unknown = [name for wording in wordings for name in PIECE.findall(wording) if name not in known]
        if unknown:
            raise ValueError(f"no such piece: {{{unknown[0]}}}; write one of {', '.join(sorted(known))}")
        return self
