"""Which articles a person means by a number, an outlet, a language, a day or "the newest one"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from cpecbot.corpus import Corpus
from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.corpus.names import bare
from cpecbot.errors import CorpusError
from cpecbot.expressions import expression
from cpecbot.i18n import language_name, native_name
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.index import NameIndex
from cpecbot.language.questions.about import pieces_of
from cpecbot.language.questions.about_file import AboutFile
from cpecbot.language.questions.wording import Line, Wordings, end_of_any, matches, start_of_any
from cpecbot.language.questions.words import Word, words_of
from cpecbot.language.text.folding import fold_text
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Article, Span, Value, ValueKind

# A part of an outlet's name stands for it where it says more than "the" or "news".
_LEAST_OF_A_NAME = 4
# Of an article: a longer number in words is not one of it.
_LONGEST_NUMBER = 20
_NUMBERS = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL})
_MARKS = expression(r"[,،、;&+/]")


HeardNames = Mapping[int, Mapping[tuple[str, ...], Sequence[str]]]
"""The sources that bear a name, by how many words it has and by these."""


class Named(Struct, frozen=True):
    """What a person named: ``sources``, or none of them where ``core`` is a name or a number that no article has.

    ``noun`` tells that it was called an article, or the agency of one.
    """

    core: str
    sources: tuple[str, ...]
    noun: bool


class NamingWords(Struct, frozen=True):
    """The words of one language around the name of an article."""

    before: Wordings
    nouns: Wordings
    numbered: Wordings
    joining: Wordings
    newest: Wordings
    oldest: Wordings

    def core(self, line: Line) -> Span:
        """What is left of a line, counted in words, without the nouns and small words around a name."""
        start, end = 0, len(line.words)
        while start < (further := end_of_any(self.before, line, start)) < end:
            start = further
        while start < (nearer := start_of_any(self.nouns, line, end)) < end:
            end = nearer
        return Span(start, end)

    def holds(self, wordings: Wordings, words: Sequence[str]) -> bool:
        """Whether any of ``wordings`` stands among ``words``."""
        line = Line(words)
        return any(end_of_any(wordings, line, at) > at for at in range(len(words)))


@dataclass(frozen=True, slots=True)
class Naming:
    """Knows the articles of one corpus by whatever a person may call them."""

    corpus: Corpus
    glossary: Glossary
    names: NameIndex | None = None
    _remembered: Callable[[str, Language], Named | None] = field(init=False, compare=False, repr=False)
    _heard_names: Callable[[], HeardNames] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # The readings of one question name the same few things.
        object.__setattr__(self, "_remembered", lru_cache(maxsize=256)(self._find))
        object.__setattr__(self, "_heard_names", lru_cache(maxsize=1)(self._listed_names))

    def find(self, text: str, language: Language) -> Named | None:
        """What ``text`` names as a whole; None where it may be something else than an article."""
        return self._remembered(text, language)

    def _find(self, text: str, language: Language) -> Named | None:
        rules = language.once(naming_words)
        whole = self._one(text, language, rules)
        if whole is not None and whole.sources:
            return whole
        parts = list(_parts(text, language, rules))
        if len(parts) < 2:
            return whole
        found = [self._one(part, language, rules) for part in parts]
        if any(each is None or not each.sources for each in found):
            return None
        sources = dict.fromkeys(source for each in found if each for source in each.sources)
        return Named(text, tuple(sources), noun=any(each.noun for each in found if each))

    def has_noun(self, text: str, language: Language) -> bool:
        """Whether a word for an article may stand in ``text`` at all: in most questions none does."""
        words = frozenset(word.text for word in words_of(text, language))
        return any(True for _ in language.once(naming_words).nouns.possible(words))

    def newest(self, sources: Sequence[str] = ()) -> tuple[str, ...]:
        """Those of ``sources``, or of all, that state the last day."""
        days = self._days(sources)
        return tuple(source for source, day in days.items() if day == max(days.values()))

    def oldest(self, sources: Sequence[str] = ()) -> tuple[str, ...]:
        """Those of ``sources``, or of all, that state the first day."""
        days = self._days(sources)
        return tuple(source for source, day in days.items() if day == min(days.values()))

    def undated(self, sources: Sequence[str] = ()) -> tuple[str, ...]:
        """Those of ``sources``, or of all, that state no day."""
        return tuple(source for source in sources or self.corpus.articles if source not in self._days((source,)))

    def is_quoted(self, text: str, language: Language) -> bool:
        """Whether an article itself speaks of an "article 6", which then is one of a law."""
        rules = language.once(naming_words)
        line = Line([word.text for word in words_of(text, language)])
        core = rules.core(line)
        named = rules.holds(rules.nouns, line.words[: core.start])
        if not named or not _is_number("".join(line.words[core.start : core.end])):
            return False
        spelt = r"\W+".join(map(re.escape, text.split()))
        said = re.compile(rf"(?<!\w){spelt}(?!\w)", re.IGNORECASE)
        return any(said.search(article.text) for article in self.corpus.articles.values())

    def _days(self, sources: Sequence[str]) -> dict[str, date]:
        articles = self.corpus.articles
        return {source: day for source in sources or articles if (day := articles[source].published)}

    def _one(self, text: str, language: Language, rules: NamingWords) -> Named | None:
        words = words_of(text, language)
        if not words:
            return None
        line = Line([word.text for word in words])
        core = rules.core(line)
        around = (*line.words[: core.start], *line.words[core.end :])
        noun = rules.holds(rules.nouns, around)
        inside = words[core.start : core.end]
        typed = text[inside[0].span.start : inside[-1].span.end]
        aged = self._by_age(Line([word.text for word in inside]), rules)
        sources = aged or self.corpus.of_outlet(text) or self._called(typed, inside, language, noun=noun)
        if sources:
            return Named(typed, sources, noun)
        unknown = rules.holds(rules.numbered, around) and _is_number(typed)
        return Named(typed, (), noun) if unknown or self._is_elsewhere(typed, language, noun=noun) else None

    def _is_elsewhere(self, typed: str, language: Language, *, noun: bool) -> bool:
        """Whether ``typed`` is an outlet of which no article is here, and not only a word such as «البيان»."""
        if not _is_outlet(typed, language):
            return False
        found = {match.concept for match in self.glossary.read(typed, (language,))}
        kinds = {concept.kind for key in found if (concept := self.glossary.find(key))}
        return noun or kinds == {ConceptKind.INSTITUTION}

    def _by_age(self, core: Line, rules: NamingWords) -> tuple[str, ...]:
        if any(True for _ in matches(rules.newest, core)):
            return self.newest()
        return self.oldest() if any(True for _ in matches(rules.oldest, core)) else ()

    def _called(self, typed: str, words: Sequence[Word], language: Language, *, noun: bool) -> tuple[str, ...]:
        for name in _spellings(typed, language):
            found = self._by_id(name, language) or self.corpus.of_outlet(name) or self._in_language(name, language)
            if found:
                return found
        by_sound = self._by_sound(words)
        if by_sound or not noun:
            return by_sound
        parts = (self._by_part(words_of(name, language)) for name in _spellings(typed, language))
        return next(filter(None, parts), ()) or self._by_place(typed) or self._by_day(typed, language)

    def _by_id(self, name: str, language: Language) -> tuple[str, ...]:
        """A whole id, the part before its ``_``, or a number, in figures or in words.

        Where no id has a number, it counts the articles.
        """
        folded = fold_text(name).strip().strip("#")
        number = folded if folded.isdecimal() else _number_in_words(name, language)
        if number and not any(source[0].isdecimal() for source in self.corpus.articles):
            return tuple(self.corpus.articles)[int(number) - 1 : int(number)] if len(number) < _LONGEST_NUMBER else ()
        if not number and not (any(map(str.isdecimal, folded)) and re.fullmatch(r"[\w-]+", folded)):
            return (name,) if name in self.corpus.articles else ()
        try:
            return (self.corpus.resolve(number or folded),)
        except CorpusError:
            return ()

    def _in_language(self, name: str, spoken: Language) -> tuple[str, ...]:
        language = spoken.once(_language_names).get(bare(name))
        if language is None:
            return ()
        return tuple(source for source, article in self.corpus.articles.items() if article.language == language)

    def _by_sound(self, words: Sequence[Word]) -> tuple[str, ...]:
        """The outlet or the id that sounds like ``words``, word by word, in whatever script it is written."""
        if self.names is None:
            return ()
        said = tuple(word.text for word in words)
        heard = (
            sources
            for own, sources in self._heard_names().get(len(said), {}).items()
            if all(a == b or self.names.sound_alike(a, b) for a, b in zip(own, said, strict=True))
        )
        found = frozenset(chain.from_iterable(heard))
        return tuple(filter(found.__contains__, self.corpus.articles)) if found else ()

    def _listed_names(self) -> HeardNames:
        """Each name once, however many articles bear it."""
        listed: dict[int, dict[tuple[str, ...], list[str]]] = {}
        for source, article in self.corpus.articles.items():
            for name in filter(None, (article.outlet, *article.cites, _name_in(source))):
                words = tuple(word.text for word in words_of(name, article.language))
                listed.setdefault(len(words), {}).setdefault(words, []).append(source)
        return listed

    def _by_part(self, words: Sequence[Word]) -> tuple[str, ...]:
        """The articles of the one outlet whose name ``words`` are a part of: "the Tribune" of the Express Tribune."""
        part = _spoken(words)
        if len(part) < _LEAST_OF_A_NAME:
            return ()
        found = {
            source: article.outlet
            for source, article in self.corpus.articles.items()
            if article.outlet and f" {part}" in f" {_spoken(words_of(article.outlet, article.language))}"
        }
        return tuple(found) if len(set(found.values())) == 1 else ()

    def _by_place(self, typed: str) -> tuple[str, ...]:
        wanted = bare(typed)

        def filed_from(article: Article) -> bool:
            names = (article.place, *article.elsewhere.get(article.place, {}).values()) if article.place else ()
            return wanted in map(bare, names)

        return tuple(source for source, article in self.corpus.articles.items() if filed_from(article))

    def _by_day(self, typed: str, language: Language) -> tuple[str, ...]:
        days = [value for value in find_values(typed, language) if value.kind is ValueKind.DATE]
        if len(days) != 1 or len(days[0].span) < len(typed.strip()):
            return ()
        return tuple(source for source, day in self._days(()).items() if _within(day, days[0]))


def _name_in(source: str) -> str:
    """The name before the day and the language of an id such as "dawn_0412_en"; empty for a number."""
    name = source.partition("_")[0]
    return name if name.isalpha() else ""


def _within(day: date, stated: Value) -> bool:
    if stated.first is None or stated.last is None:
        return False
    if not stated.year_known:
        return (stated.first.month, stated.first.day) == (day.month, day.day)
    return stated.first <= day <= stated.last


def naming_words(language: Language) -> NamingWords:
    """The wordings of a language's ``[naming]``."""
    naming, pieces = language.read(AboutFile).naming, pieces_of(language)
    nouns = (*naming.articles, *naming.numbered, *naming.agencies)
    return NamingWords(
        pieces.wordings((*naming.before, *nouns)),
        pieces.wordings(nouns),
        pieces.wordings(naming.numbered),
        pieces.wordings(naming.joining),
        pieces.wordings(naming.newest),
        pieces.wordings(naming.oldest),
    )


def _number_in_words(name: str, language: Language) -> str:
    """The number or the place in a series that ``name`` is; empty where it is anything else."""
    found = find_values(name, language) if len(name) <= _LONGEST_NUMBER else ()
    kinds = _NUMBERS if len(words_of(name, language)) == 1 else {ValueKind.NUMBER}  # not "the second round"
    whole = (value for value in found if value.kind in kinds and len(value.span) == len(name))
    return next((str(int(value.low)) for value in whole if value.low and value.low == value.high), "")


def language_named(name: str, spoken: Language) -> Language | None:
    """The language that is called ``name`` in ``spoken``, or by its own speakers, be it one that no article is in."""
    names = spoken.once(_language_names)
    return next((found for each in _spellings(name, spoken) if (found := names.get(bare(each)))), None)


def may_name_language(text: str, spoken: Language) -> bool:
    """Whether a name that ``language_named`` knows stands anywhere in ``text``, be it inside a word."""
    letters = bare(text)
    return any(name in letters for name in spoken.once(_language_names))


def _language_names(spoken: Language) -> dict[str, Language]:
    """What the languages are called in ``spoken``, and by their own speakers."""
    listed = spoken.read(AboutFile).naming.languages
    return {
        bare(name): language
        for language in spoken.peers
        for name in (language_name(language, spoken), native_name(language), *listed.get(language.code, ()))
    }


def _parts(text: str, language: Language, rules: NamingWords) -> Iterator[str]:
    """What stands between the words that join names, or in front of a word that such a one is written onto."""
    joined = language.read(AboutFile).naming.joined
    for piece in _MARKS.split(text):
        words = words_of(piece, language)
        line = Line([word.text for word in words])
        start = at = 0
        skipped = 0
        while at <= len(words):
            end = end_of_any(rules.joining, line, at)
            onto = next((len(each) for each in joined if 0 < at < len(words) and words[at].text.startswith(each)), 0)
            if at == len(words) or end > at or onto:
                if start < at:
                    yield piece[words[start].span.start + skipped : words[at - 1].span.end]
                start, skipped = end, 0 if end > at else onto
            at = max(end, at + 1)


def _spoken(words: Sequence[Word]) -> str:
    return "".join(f"{word.text} " for word in words)


def _spellings(typed: str, language: Language) -> Iterator[str]:
    """``typed`` as it is, and without what the language writes onto a name: APP's, «بالفارسية»."""
    naming = language.read(AboutFile).naming
    yield typed
    for ending in naming.behind:
        if typed.endswith(ending) and len(typed) > len(ending):
            yield typed.removesuffix(ending).strip()
    for prefix in naming.attached:
        if typed.startswith(prefix) and len(typed) > len(prefix) + 1:
            yield typed.removeprefix(prefix)


def _is_number(typed: str) -> bool:
    return fold_text(typed).strip("# ").isdecimal()


def _is_outlet(typed: str, language: Language) -> bool:
    """Whether ``typed`` is an outlet that some language knows by name."""
    known = language.once(_known_outlets)
    return any(bare(name) in known for name in _spellings(typed, language))


def _known_outlets(language: Language) -> frozenset[str]:
    return frozenset(bare(name) for peer in language.peers for name in peer.read(ArticlesFile).outlets)
