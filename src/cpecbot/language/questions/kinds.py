"""What kind of thing a question asks for, told by its question words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.language.questions.measured import wordings
from cpecbot.language.questions.patterns import ANY, MEASURED, Found, Listed, Named, Pattern, Phrase, longest
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.questions.words import Word, texts, words_of
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Measured, QuestionKind, Span

_GAP = "…"
_MARKS = expression(rf"({re.escape(MEASURED)}|{re.escape(ANY)})")
_TOPICAL = expression(r"\(([^)]*)\)")


class Asked(Struct, frozen=True):
    """What a question asks for: its kind, the property whose value it is, and where the words stand that say so.

    ``named`` are the words for the property among those; ``topical`` ones say what is asked for and about. ``naming``
    says that it asks what somebody or something is called.
    """

    kind: QuestionKind
    measured: Measured | None
    spans: tuple[Span, ...]
    named: tuple[Span, ...] = ()
    topical: tuple[Span, ...] = ()
    naming: bool = False


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """How one language asks: its patterns in order of precedence, and polite openings to look behind.

    ``joined`` are words that it writes onto the next one, which is then looked up without them. ``asking`` and
    ``names`` are the phrases for measured properties, the longest first; ``acts`` happen in a minute of a match.
    """

    language: Language
    patterns: Listed[Pattern]
    openings: tuple[tuple[str, ...], ...]
    vocabulary: frozenset[str]
    joined: tuple[str, ...]
    asking: Listed[Phrase]
    names: Listed[Phrase]
    acts: Listed[Phrase]
    _topics: tuple[Pattern, ...] = field(init=False, compare=False, repr=False)
    _remembered: Callable[[str], Asked] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Several readers of one question want to know what it asks for.
        object.__setattr__(self, "_remembered", lru_cache(maxsize=64)(self._read))
        topics = (pattern for pattern in self.patterns.all if pattern.kind is QuestionKind.TOPIC)
        object.__setattr__(self, "_topics", tuple(replace(pattern, at_start=False) for pattern in topics))

    def kind(self, text: str) -> QuestionKind:
        """The kind that ``text`` asks for; TOPIC when no question word says otherwise."""
        return self.read(text).kind

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the words stand that say what is asked for, in code points of ``text``."""
        return self.read(text).spans

    def read(self, text: str) -> Asked:
        """What ``text`` asks for.

        Of a question about a topic the spans leave out its question words: they are stop words, or name the topic;
        but "what happened to" and the like say nothing of what an answer tells.
        """
        return self._remembered(text)

    def asks(self, text: str) -> bool:
        """Whether ``text`` asks anything at all, be it for a topic and behind its first word; "the port" does not."""
        words = self._words(text)
        rest = [word.text for word in words[self._opening(words) :]]
        if self._best(rest, polite=False) is not None or longest(rest, self.asking) is not None:
            return True
        return any(pattern.find(rest) for pattern in self._topics)

    def property_named(self, text: str) -> Measured | None:
        """The property that ``text`` names and nothing else: "the magnitude"."""
        words = self._words(text)
        named = longest([word.text for word in words], self.names)
        rest = [word.text for word in (*words[: named.start], *words[named.end :])] if named else []
        return named.measured if named and function_words(self.language).issuperset(rest) else None

    def _read(self, text: str) -> Asked:
        words = self._words(text)
        opening = self._opening(words)
        rest = [word.text for word in words[opening:]]
        found = self._best(rest, polite=bool(opening))
        kind = found.pattern.kind if found else QuestionKind.TOPIC
        named = self._measured(rest, found, kind)
        if named is not None and kind is QuestionKind.TOPIC:
            kind = QuestionKind.WHEN if named.measured is Measured.TIME else QuestionKind.HOW_MUCH
        asks = found is not None and (kind is not QuestionKind.TOPIC or found.pattern.becoming)
        asking = {opening + index for index in found.indices} if found and asks else set()
        kept = {place for place in asking if found and words[place].text in found.pattern.topical}
        for_it = {opening + place for place in named.places} if named else set()
        for_it -= {place for place in for_it if named and words[place].text in named.topical}

        def where(places: set[int]) -> tuple[Span, ...]:
            return tuple(words[place].span for place in sorted(places))

        said = {*range(opening), *asking, *for_it} - (kept - for_it)
        naming = found is not None and found.pattern.naming
        return Asked(kind, named.measured if named else None, where(said), where(for_it), where(kept), naming)

    def _measured(self, words: Sequence[str], found: Found | None, kind: QuestionKind) -> Named | None:
        """The property asked for: by a phrase of its own, or by its name beside a word such as "how much"."""
        asked = longest(words, self.asking)
        if asked is not None and not (found and found.outweighs(asked)):
            return asked
        if kind is QuestionKind.WHEN:  # "when did she score": what happens stays what the question is about
            act = longest(words, self.acts)
            return replace(act, places=()) if act else None
        sure = kind is QuestionKind.HOW_MUCH or (found is not None and found.measured is not None)
        return longest(words, self.names) if sure else None

    def _words(self, text: str) -> tuple[Word, ...]:
        words = words_of(text, self.language)
        if not words or words[0].text in self.vocabulary:
            return words
        rests = (words[0].text.removeprefix(joined) for joined in self.joined)
        rest = next((rest for rest in rests if rest in self.vocabulary), words[0].text)
        return (Word(rest, words[0].span), *words[1:])

    def _opening(self, words: Sequence[Word]) -> int:
        """How many words of ``words`` are polite openings."""
        count = 0
        while True:
            rest = tuple(word.text for word in words[count:])
            longer = (len(each) for each in self.openings if rest[: len(each)] == each and len(rest) > len(each))
            step = max(longer, default=0)
            if not step:
                return count
            count += step

    def _best(self, words: Sequence[str], *, polite: bool) -> Found | None:
        named = longest(words, self.names)
        tokens = list(words)
        if named is not None:
            tokens[named.start : named.end] = [MEASURED]
        found = [*self._found(words, polite=polite), *(self._found_named(tokens, named) if named else ())]
        return max(found, key=lambda each: each.rank, default=None)

    def _found(self, words: Sequence[str], *, polite: bool) -> Iterator[Found]:
        for pattern in self.patterns.within(words):
            if not (polite and pattern.kind is QuestionKind.YES_NO):
                indices = pattern.find(words)
                if indices is not None:
                    yield Found(pattern, indices)

    def _found_named(self, tokens: Sequence[str], named: Named) -> Iterator[Found]:
        """Patterns with the name of a property; no grammar stands before it in a gap ("what is the role of speed")."""
        grammar = function_words(self.language)
        for pattern in self.patterns.within(tokens):
            indices = pattern.find(tokens) if MEASURED in pattern.needed else None
            if indices is None:
                continue
            before = (tokens[place] for place in range(indices[0], named.start) if place not in indices)
            if grammar.isdisjoint(before):
                longer = named.end - named.start - 1
                kept = (place + longer * (place > named.start) for place in indices)
                yield Found(pattern, tuple(kept), named.measured)


def question_words(language: Language) -> QuestionWords:
    """How ``language`` asks."""
    return language.once(_question_words)


def _question_words(language: Language) -> QuestionWords:
    file = language.read(QuestionsFile)
    patterns = tuple(_patterns(file, language))
    openings = tuple(texts(each, language) for each in file.openings)
    joined = tuple(fold_text(word) for word in file.joined)
    asking, named = _asking(language), _names(language)
    needed = (*(each.needed for each in patterns), *(each.needed for each in (*asking, *named)))
    vocabulary = frozenset(word for each in (*needed, *openings) for word in each if word) - {MEASURED}
    acts = tuple(each for each in named if each.measured is Measured.MINUTE)
    named = tuple(each for each in named if each.measured is not Measured.MINUTE)
    return QuestionWords(
        language, Listed(patterns), openings, vocabulary, joined, Listed(asking), Listed(named), Listed(acts)
    )


def _asking(language: Language) -> tuple[Phrase, ...]:
    phrases = (
        Phrase(_words(phrase, language), of, _folded(each.not_before), _topical(phrase, language))
        for of, each in wordings(language)
        for phrase in each.asked
    )
    return tuple(sorted(phrases, key=lambda each: -len(each.needed)))


def _names(language: Language) -> tuple[Phrase, ...]:
    phrases = (
        Phrase(texts(phrase, language), of, _folded(each.not_before))
        for of, each in wordings(language)
        for phrase in each.names
    )
    return tuple(sorted(phrases, key=lambda each: -len(each.words)))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_text, words))


def _patterns(file: QuestionsFile, language: Language) -> Iterator[Pattern]:
    for written in file.name:
        yield replace(_pattern(written, QuestionKind.WHO, language), naming=True)
    for written in file.became:
        yield replace(_pattern(written, QuestionKind.TOPIC, language), becoming=True)
    for kind in (name for name in QuestionsFile.model_fields if name in frozenset(QuestionKind)):
        for written in getattr(file, kind):
            yield _pattern(written, QuestionKind(kind), language)


def _pattern(written: str, kind: QuestionKind, language: Language) -> Pattern:
    words = _words(written, language)
    return Pattern(kind, words, _topical(written, language), written.startswith("^"), written.endswith("$"))


def _words(written: str, language: Language) -> tuple[str | None, ...]:
    words: list[str | None] = []
    for part in written.split(_GAP):
        words += [*([None] if words else []), *_pattern_words(part, language)]
    return tuple(words)


def _topical(written: str, language: Language) -> frozenset[str]:
    """The words in parentheses."""
    return frozenset(word for part in _TOPICAL.findall(written) for word in texts(part, language))


def _pattern_words(part: str, language: Language) -> Iterator[str]:
    for each in _MARKS.split(part):
        yield from (each,) if _MARKS.fullmatch(each) else texts(each, language)
