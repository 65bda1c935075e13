"""What asks for the last answer again, where the whole of a message asks for that: from others, in other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from cpecbot.language.questions.about import AboutWords, about_words
from cpecbot.language.questions.about_file import AboutFile, Wording
from cpecbot.language.questions.wording import Pieces, Wordings
from cpecbot.languages import Language
from cpecbot.tables import Table


class AgainPatterns(Table):
    """``[asked]``: patterns of whole messages, by what they ask for; of two kinds the first is likelier.

    ``{source}`` and ``{tongue}`` are slots.
    """

    others: tuple[Wording, ...] = ()
    ones: tuple[Wording, ...] = ()
    more: tuple[Wording, ...] = ()
    repeated: tuple[Wording, ...] = ()
    spoken: tuple[Wording, ...] = ()
    sources: tuple[Wording, ...] = ()


class AgainFile(Table):
    """``again.toml``; beside its own pieces stand those of ``about.toml``.

    ``languages`` are further forms of what each is called, by its code.
    """

    file: ClassVar[str] = "again.toml"

    pieces: Mapping[str, tuple[Wording, ...]] = Field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    asked: AgainPatterns = AgainPatterns()


def again_words(language: Language) -> AboutWords:
    """How ``language`` asks for the last answer again."""
    return language.once(_again_words)


def _again_words(language: Language) -> AboutWords:
    file = language.read(AgainFile)
    pieces = Pieces({**language.read(AboutFile).pieces, **file.pieces}, language)
    kinds = (pieces.wordings(getattr(file.asked, kind), kind) for kind in AgainPatterns.model_fields)
    return replace(about_words(language), asked=Wordings(wording for each in kinds for wording in each.all))
