"""What each word of a question does in one that asks about the articles, whatever the order of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from cpecbot.language.questions.about_file import AboutFile
from cpecbot.language.questions.words import Word, texts, words_of
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span

# A longer question tells a story; Han characters are words here.
_MOST_WORDS = 50
# What is left of a word without its ending is none when it is shorter.
_SHORTEST_STEM = 2
_HALF_SPACE = "\u200c"


class Role(StrEnum):
    """What words are there for; those of ``[words]`` in ``about.toml``, in the order in which they are looked up."""

    ONES = "ones"
    SOURCES = "sources"
    OUTLETS = "outlets"
    LANGUAGES = "languages"
    UNMENTIONED = "unmentioned"
    MENTIONED = "mentioned"
    MENTION = "mention"
    DIFFER = "differ"
    LONGEST = "longest"
    SHORTEST = "shortest"
    ONLY = "only"
    REST = "rest"
    DENIED = "denied"
    FIGURES = "figures"
    SAY = "say"
    WHY = "why"
    WHOSE = "whose"
    WHEN = "when"
    MANY = "many"
    WHICH = "which"
    WHO = "who"
    WHAT = "what"
    SHOW = "show"
    EXISTS = "exists"
    ABILITY = "ability"
    YOU = "you"
    ME = "me"
    OF = "of"
    """Before what it is a source of: "sources of energy"."""
    ON = "on"
    WORDING = "wording"
    """Where the last answer is asked for again: its words themselves."""
    TONGUE = "tongue"
    """The name of a language."""
    LIGHT = "light"
    """What says nothing here; the grammar of the language does not either."""
    UNKNOWN = "unknown"
    """What no list knows: the name of an article, or a topic."""


class Part(Struct, frozen=True):
    """Some words with one role, and their code points in the question."""

    role: Role
    span: Span


class Roles(Struct, frozen=True):
    """The words of one language by their roles, by their words one after another."""

    language: Language
    known: Mapping[tuple[str, ...], Role]
    longest: int
    before: tuple[str, ...]
    behind: tuple[str, ...]

    def read(self, text: str) -> tuple[Part, ...]:
        """``text`` in parts, so that as few words as can be are unknown; nothing where it is too long."""
        words = words_of(text, self.language)
        if not words or len(words) > _MOST_WORDS:
            return ()
        least: list[tuple[int, int]] = [(0, 0)]
        chosen: list[tuple[int, Role]] = [(0, Role.LIGHT)]
        for end in range(1, len(words) + 1):
            options = [(least[end - 1][0] + 1, least[end - 1][1] + 1, end - 1, Role.UNKNOWN)]
            for start, role in self._ending(words, end):
                options.append((least[start][0], least[start][1] + 1, start, role))
            unknown, parts, start, role = min(options, key=lambda option: option[:2])
            least.append((unknown, parts))
            chosen.append((start, role))
        return tuple(_parts(words, chosen))

    def _ending(self, words: tuple[Word, ...], end: int) -> Iterator[tuple[int, Role]]:
        """Where something known may begin that ends before the word ``end``, the longest first."""
        for start in range(max(0, end - self.longest), end):
            role = self.known.get(tuple(word.text for word in words[start:end]))
            if role is None and end - start == 1:
                role = self._inflected(words[start].text)
            if role is not None:
                yield start, role

    def _inflected(self, word: str) -> Role | None:
        """The role of ``word`` without what the language writes onto words."""
        for stem in dict.fromkeys(_stems(word, self.before, self.behind)):
            if len(stem) >= _SHORTEST_STEM and (role := self.known.get((stem,))):
                return role
        return None


def roles_of(language: Language) -> Roles:
    """What the words of ``language`` do in questions about the articles."""
    return language.once(_roles_of)


def _roles_of(language: Language) -> Roles:
    listed = language.read(AboutFile).words
    known: dict[tuple[str, ...], Role] = {}
    for role in Role:
        for phrase in getattr(listed, role.value, ()):
            known.setdefault(texts(phrase, language), role)
    for name in chain.from_iterable(language.read(AboutFile).naming.languages.values()):
        known.setdefault(texts(name, language), Role.TONGUE)
    for word in function_words(language):
        known.setdefault((word,), Role.LIGHT)
    longest = max(map(len, known), default=0)
    before, behind = (tuple(map(fold_text, each)) for each in (listed.before, listed.behind))
    return Roles(language, known, longest, before, behind)


def _stems(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> Iterator[str]:
    heads = [word, *(word.removeprefix(each) for each in before if word.startswith(each))]
    yield from heads
    for head in heads:
        yield from (head.removesuffix(each).rstrip(_HALF_SPACE) for each in behind if head.endswith(each))


def _parts(words: tuple[Word, ...], chosen: list[tuple[int, Role]]) -> list[Part]:
    """The parts in the order of the question; unknown words beside one another are one."""
    found: list[Part] = []
    end = len(words)
    while end:
        start, role = chosen[end]
        span = Span(words[start].span.start, words[end - 1].span.end)
        if found and role is found[-1].role is Role.UNKNOWN:
            found[-1] = Part(role, Span(span.start, found[-1].span.end))
        else:
            found.append(Part(role, span))
        end = start
    return found[::-1]
