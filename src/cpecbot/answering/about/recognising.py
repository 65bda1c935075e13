"""From a question about the articles to what it asks to be shown of which of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.about.composing import Composer
from cpecbot.answering.about.naming import Named, Naming, may_name_language
from cpecbot.answering.about.requests import Request
from cpecbot.language.questions.about import Wanted, about_words
from cpecbot.language.questions.continuing import continuing
from cpecbot.language.questions.roles import Role, roles_of
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.language.questions.words import words_of
from cpecbot.language.text.identify import guess
from cpecbot.languages import Language, Languages
from cpecbot.models import View

# These name an article that has to be here, or be told that it is not.
_OF_AN_ARTICLE = frozenset({"report", "within", "told", "alone", "left_out"})
# What somebody says is asked of all articles, as any question is; the other kind needs a question before it.
_NOT_ABOUT_ARTICLES = frozenset({"speaker", "continued"})
_NO_TOPIC = frozenset(
    {Role.LIGHT, Role.EXISTS, Role.FIGURES, Role.SHOW, Role.LONGEST, Role.SHORTEST, Role.TONGUE, Role.ON}
)
_PAUSES = frozenset(",،，;；。.?؟？")
_CONTINUED = frozenset({None, View.REPORT})
_VIEWS = {
    "count": View.COUNT,
    "listing": View.LISTING,
    "newest": View.NEWEST,
    "oldest": View.OLDEST,
    "report": View.REPORT,
    "overview": View.REPORT,
    "alone": View.ALONE,
    "left_out": View.ALONE,
    "differences": View.DIFFERENCES,
    "right": View.RIGHT,
    "changes": View.CHANGES,
}


class Recogniser(Struct, frozen=True):
    """Recognises questions about the articles of one corpus."""

    naming: Naming
    languages: Languages

    def read(self, text: str, fallback: Language | None = None) -> Request | None:
        """What ``text`` asks of the articles; None where it asks for what they tell, or for anything else.

        That an article is not here is said only where no other reading finds one. Who asks may greet first, and say who
        he is.
        """
        found = self._read(text, fallback)
        rest = "" if found else small_talk(self.languages).after_introduction(text)
        return self._read(rest, fallback) if rest.strip() else found

    def _read(self, text: str, fallback: Language | None) -> Request | None:
        composed = self._composed(text, fallback)
        if composed and composed.view is View.MENTIONS:
            return composed
        unknown: Request | None = None
        for request in self._requests(text, fallback):
            if request.view is not View.UNKNOWN:
                return request
            unknown = unknown or request
        return composed or self._only_named(text, fallback) or unknown or self._of_those(text, fallback)

    def _composed(self, text: str, fallback: Language | None) -> Request | None:
        composer = Composer(self.naming)
        found = (composer.read(text, language) for language in self._possible(text, fallback))
        return next((request for request in found if request), None)

    def _only_named(self, text: str, fallback: Language | None) -> Request | None:
        """What an article says of which there is only the name: "the Persian article"."""
        for language in self._possible(text, fallback):
            named = self.naming.find(text, language) if self.naming.has_noun(text, language) else None
            if named is not None and named.noun and named.sources and not self.naming.is_quoted(text, language):
                return Request(language, View.REPORT, named.sources, name=named.core)
        return None

    def _of_those(self, text: str, fallback: Language | None) -> Request | None:
        """What is asked of those in a language, once it is asked which these are: "and what do they say of Gaza?"."""
        composer = Composer(self.naming)
        for language in self._possible(text, fallback):
            for before, behind in _clauses(text, language) if may_name_language(text, language) else ():
                listed = composer.read(before, language)
                if listed is not None and listed.view is View.LISTING and listed.tongue is not None:
                    articles = self.naming.corpus.articles.items()
                    found = tuple(source for source, article in articles if article.language == listed.tongue)
                    return Request(language, sources=found, topic=behind) if found else listed
        return None

    def continued(self, text: str, previous: str, fallback: Language | None) -> Request | None:
        """What the ``previous`` question asked of an article, asked of the one that ``text`` names: "and 003?"."""
        last = self.read(previous, fallback)
        if last is None or not last.sources or last.view not in _CONTINUED:
            return None
        for language, wanted in self._wanted(text, fallback):
            named = self.naming.find(wanted.slots["source"], language) if wanted.kind == "continued" else None
            if named is not None and named.sources:
                return replace(last, language=language, sources=named.sources, name=named.core)
        return None

    def _requests(self, text: str, fallback: Language | None) -> Iterator[Request]:
        for language, wanted in self._wanted(text, fallback):
            request = self._request(wanted, language) if wanted.kind not in _NOT_ABOUT_ARTICLES else None
            if request is not None:
                yield request

    def _wanted(self, text: str, fallback: Language | None) -> Iterator[tuple[Language, Wanted]]:
        for language in self._possible(text, fallback):
            for _, alike in groupby(about_words(language).read(text), key=lambda wanted: wanted.kind):
                yield from ((language, wanted) for wanted in sorted(alike, key=_by_names))

    def _possible(self, text: str, fallback: Language | None) -> Sequence[Language]:
        return guess(text, self.languages, fallback).likeliest_first

    def _request(self, wanted: Wanted, language: Language) -> Request | None:
        named = {
            slot: self.naming.find(text, language) for slot, text in wanted.slots.items() if slot in {"source", "other"}
        }
        if None in named.values() or not self._about_articles(wanted, language) or not _says_more(wanted, language):
            return None
        found = {slot: each for slot, each in named.items() if each is not None}
        unknown = next((each for each in found.values() if not each.sources), None)
        if unknown is not None and wanted.kind not in {"count", "listing"}:
            is_told = wanted.kind in _OF_AN_ARTICLE
            return Request(language, View.UNKNOWN, name=unknown.core) if is_told else None
        return _made(wanted, found, language)

    def _about_articles(self, wanted: Wanted, language: Language) -> bool:
        """Not an "article 6" that the articles themselves speak of."""
        named = (wanted.slots[slot] for slot in ("source", "other") if slot in wanted.slots)
        return not any(self.naming.is_quoted(each, language) for each in named)


def _clauses(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """``text`` in two, at a comma or at a word that goes on from what was said."""
    for before, word in pairwise(words_of(text, language)):
        line = continuing(language).read(text[word.span.start :])
        paused = any(map(_PAUSES.__contains__, text[before.span.end : word.span.start]))
        if line.leans and line.rest:
            yield text[: before.span.end], text[word.span.start :][line.rest.start :]
        elif paused:
            yield text[: before.span.end], text[word.span.start :]


def _by_names(wanted: Wanted) -> int:
    """Sort key: of two readings the one with the longer name is meant."""
    return -sum(len(text) for slot, text in wanted.slots.items() if slot in {"source", "other"})


def _made(wanted: Wanted, found: Mapping[str, Named], language: Language) -> Request:
    kind, slots = wanted.kind, wanted.slots
    topic = slots.get("topic") or slots.get("question") or ""
    sources = _of(found, "source")
    others = _of(found, "other")
    if kind == "left_out":
        return Request(language, View.ALONE, (), others, topic)
    if kind in {"differences", "right"}:
        sources, others = tuple(dict.fromkeys((*sources, *others))), ()
    name = found["source"].core if "source" in found else ""
    return Request(language, _VIEWS.get(kind), sources, others, topic, name)


def _says_more(wanted: Wanted, language: Language) -> bool:
    """Whether the topic is more than grammar, question words and "anything"."""
    topic = wanted.slots.get("topic")
    return topic is None or any(part.role not in _NO_TOPIC for part in roles_of(language).read(topic))


def _of(found: Mapping[str, Named], slot: str) -> tuple[str, ...]:
    return found[slot].sources if slot in found else ()
