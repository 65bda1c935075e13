"""What asks for the last answer again, where the whole of a message asks for that: from others, in other words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import ClassVar

from msgspec import Struct, structs
from pydantic import Field

from cpecbot.language.questions.about import AboutWords, about_words
from cpecbot.language.questions.about_file import AboutFile, Wording
from cpecbot.language.questions.continuing import Stands, continuing
from cpecbot.language.questions.roles import Role, Roles, roles_of
from cpecbot.language.questions.wording import Pieces, Wordings
from cpecbot.language.questions.words import texts
from cpecbot.languages import Language
from cpecbot.tables import Table

_SMALL = frozenset({Role.LIGHT, Role.OF, Role.ON, Role.SHOW, Role.EXISTS, Role.ABILITY})
_OF_A_SOURCE = frozenset(
    {Role.WHICH, Role.WHO, Role.WHAT, Role.SAY, Role.SOURCES, Role.OUTLETS, Role.WHOSE, Role.MENTION, *_SMALL}
)
_TELL_WHICH = ({Role.WHICH, Role.SOURCES}, {Role.WHICH, Role.OUTLETS})
_TELL_WHOSE = (
    {Role.WHAT, Role.OUTLETS},
    {Role.SOURCES, Role.OUTLETS},
    {Role.WHO, Role.SAY},
    {Role.WHO, Role.MENTION},
)
_WHICH_ONE = frozenset({Role.WHICH, Role.SOURCES, Role.OUTLETS, Role.LIGHT, Role.OF})
_OF_THE_WORDS = frozenset({Role.WORDING, Role.YOU, Role.ME, *_OF_A_SOURCE})


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
    only: tuple[Wording, ...] = ()


class AgainFile(Table):
    """``again.toml``; beside its own pieces stand those of ``about.toml``.

    ``languages`` are further forms of what each is called, by its code, ``wording`` words for the words themselves.
    """

    file: ClassVar[str] = "again.toml"

    pieces: Mapping[str, tuple[Wording, ...]] = Field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    wording: tuple[str, ...] = ()
    asked: AgainPatterns = AgainPatterns()


def again_words(language: Language) -> AboutWords:
    """How ``language`` asks for the last answer again."""
    return language.once(_again_words)


def _again_words(language: Language) -> AboutWords:
    file = language.read(AgainFile)
    pieces = Pieces({**language.read(AboutFile).pieces, **file.pieces}, language)
    kinds = (pieces.wordings(getattr(file.asked, kind), kind) for kind in AgainPatterns.model_fields)
    return replace(about_words(language), asked=Wordings(wording for each in kinds for wording in each.all))


class AgainRoles(Struct, frozen=True):
    """Tells by what each of its words does that a message asks for the words of the last answer, or for their source.

    ``pointing`` are the words that stand for that answer.
    """

    roles: Roles
    pointing: Collection[tuple[str, ...]]

    def are_repeated(self, text: str) -> bool:
        roles = frozenset(part.role for part in self.roles.read(text))
        if Role.WORDING in roles:
            return roles <= _OF_THE_WORDS
        if roles <= _WHICH_ONE and any(told <= roles for told in _TELL_WHICH):
            return True
        whose = any(told <= roles for told in (*_TELL_WHICH, *_TELL_WHOSE))
        return whose and roles <= _OF_A_SOURCE and self._points(text)

    def _points(self, text: str) -> bool:
        said = texts(text, self.roles.language)
        if any(map(continuing(self.roles.language).without_attached, said)):
            return True
        return any(said[at : at + len(each)] == each for each in self.pointing for at in range(len(said)))


def again_roles(language: Language) -> AgainRoles:
    """What the words of ``language`` do where the last answer is asked for again."""
    return language.once(_again_roles)


def _again_roles(language: Language) -> AgainRoles:
    roles = roles_of(language)
    wording = {texts(each, language): Role.WORDING for each in language.read(AgainFile).wording}
    longest = max(map(len, (*wording, *roles.known)), default=0)
    told = continuing(language).stands
    pointing = [words for words, stands in told.items() if not stands.isdisjoint({Stands.THING, Stands.POINTING})]
    return AgainRoles(structs.replace(roles, known={**roles.known, **wording}, longest=longest), pointing)
