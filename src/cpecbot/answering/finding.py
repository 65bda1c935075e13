"""From a query to an answer: which sentences answer it, and what is said around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cpecbot.answering.about.speaking import is_said, speaks
from cpecbot.answering.glossing import mentions
from cpecbot.answering.mismatches.swapped import agent, told_doers
from cpecbot.answering.quoting import make_quote
from cpecbot.answering.ranking.choosing import (
    arrange,
    as_sure_as_the_first,
    nearest,
    of_the_kind_asked,
    others_than_told,
    passing,
    why_unanswered,
)
from cpecbot.answering.ranking.gathering import candidates
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.answering.ranking.voices import Voices
from cpecbot.answering.ranking.weighing import Weights, weigh
from cpecbot.answering.reading.filters import admits, limits
from cpecbot.answering.reading.speaker import may_speak
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.silence import Silence
from cpecbot.answering.wanted.counting import is_unit_of_measure
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies
from cpecbot.corpus.written import Written
from cpecbot.disagreement import Comparer, Sought
from cpecbot.disagreement.comparer import Place
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.speech.asking import asks_of_saying
from cpecbot.models import (
    Answer,
    AskOptions,
    Disagreement,
    Filters,
    Query,
    QuestionKind,
    Quote,
    Reason,
    Span,
    Status,
    Unit,
)
from cpecbot.store.store import Store

_MOST_QUOTES = 50
# What a sentence in the words of the one alone whose words are asked for has before one without them.
_SPEAKING = 0.5
# They ask for a name, or whether something is so.
_WITHOUT_FIGURES = frozenset({QuestionKind.WHO, QuestionKind.YES_NO})


class Finding:
    """Finds what the articles of one corpus say to a query."""

    def __init__(
        self,
        corpus: Corpus,
        store: Store,
        understanding: Understanding,
        comparer: Comparer,
        copies: Copies,
        silence: Silence,
    ) -> None:
        self._corpus = corpus
        self._copies = copies
        self._store = store
        self._understanding = understanding
        self._comparer = comparer
        self._silence = silence
        self._written = Written(corpus.articles)
        self._all = tuple(corpus.articles)

    @property
    def _glossary(self) -> Glossary:
        return self._understanding.analyzer.glossary

    def sources(self, filters: Filters, options: AskOptions) -> tuple[str, ...]:
        """The sources that the filters and the asker's preferences admit."""
        languages, sources = options.languages, options.sources
        if filters == Filters() and not languages and not sources:
            return self._all
        articles = self._corpus.articles.values()
        return tuple(
            article.source
            for article in articles
            if admits(filters, article)
            and (not languages or article.language in languages)
            and (not sources or article.source in sources)
        )

    def answer(self, query: Query, options: AskOptions) -> Answer:
        answer = self._within(self.sources(query.filters, options), query, options)
        return replace(answer, limits=limits(query.filters, options))

    def _within(self, sources: Sequence[str], query: Query, options: AskOptions) -> Answer:
        """The answer of ``sources`` alone."""
        if not sources:
            return Answer(query.text, query.language, query.kind, Status.NO_ANSWER, reason=Reason.FILTERED_OUT)
        weights = weigh(query, self._store, self._glossary)
        found = candidates(query, weights, self._store, self._glossary, sources).ranked
        answering = self._answering(query, found)
        if not answering:
            return self._refuse(query, weights, found)
        voices = Voices(self._copies, frozenset(sources))
        answering = voices.once(as_sure_as_the_first(answering, found, query))
        shown = arrange(answering, query.language, options.per_source, voices.printing)
        every = shown + _not_in(shown, arrange(answering, query.language, len(answering), voices.printing))
        quotes = self._quotes(every[:_MOST_QUOTES], query, voices)
        notes = self._notes(query, every[:_MOST_QUOTES])
        speaking = {source for each in answering for source in voices.printing(each)} | _noted(notes)
        beyond = [source for source in sources if source not in speaking]
        unquoted = self._silence.unquoted(query, weights, found, quotes[0].source, beyond)
        also = self._mentioning(voices.once(unquoted.also), query, voices)
        first = min(options.limit, options.at_first or options.limit, len(shown))
        return Answer(
            query.text,
            query.language,
            query.kind,
            Status.ANSWERED,
            quotes[:first],
            quotes[first:] + also,
            notes,
            also,
            unquoted.without_value,
            unquoted.silent,
        )

    def _answering(self, query: Query, found: Sequence[Candidate]) -> list[Candidate]:
        """Those of ``found`` that answer, in the words of whoever is asked for, without what was told before."""
        answering = passing(of_the_kind_asked(query, found, self._glossary), query.kind)
        answering = self._said_by_somebody(query, self._in_words_of(query, answering))
        return others_than_told(answering, query.told)

    def _in_words_of(self, query: Query, found: list[Candidate]) -> list[Candidate]:
        """Those of ``found`` that are in the words of whoever is asked for, its own before those of several.

        A place that is no state says nothing: what it is said to say is said of it.
        """
        speaker = query.speaker
        if speaker is None:
            return found
        metonyms = self._understanding.metonyms
        shares = [speaks(each.entry, speaker, metonyms, _topic(each, speaker)) for each in found]
        if not any(shares):
            return self._done_by(query, found) if may_speak(speaker, self._glossary) else found
        raised = [
            replace(each, score=each.score + _SPEAKING * share)
            for each, share in zip(found, shares, strict=True)
            if share
        ]
        return sorted(raised, key=lambda candidate: (-candidate.score, candidate.entry.number))

    def _done_by(self, query: Query, found: Sequence[Candidate]) -> list[Candidate]:
        """Those of ``found`` which say that whoever is asked about did it: to congratulate is not just to speak."""
        asked = agent(query, self._glossary)
        told = ((each, told_doers(each.entry, asked, each.matched, self._glossary)) for each in found if asked)
        return [each for each, doers in told if asked and asked.did in doers]

    def _said_by_somebody(self, query: Query, found: list[Candidate]) -> list[Candidate]:
        """Those of ``found`` in which somebody says what ``query`` asks who said, if there are any."""
        if query.kind is not QuestionKind.WHO or not asks_of_saying(query.text, query.language):
            return found
        said = [each for each in found if is_said(each.entry, _topic(each))]
        return said or found

    def _quotes(self, shown: Sequence[Candidate], query: Query, voices: Voices) -> tuple[Quote, ...]:
        made = ((make_quote(each, query, self._glossary), voices.printing(each)[1:]) for each in shown)
        return tuple(replace(quote, copies=copies) for quote, copies in made)

    def _mentioning(self, found: Sequence[Candidate], query: Query, voices: Voices) -> tuple[Quote, ...]:
        """Those of ``found`` that surely name something of what is asked about."""
        named = (mentions(each, query.language, self._glossary, self._comparer) for each in found)
        quotes = zip(self._quotes(found, query, voices), named, strict=True)
        return tuple(replace(quote, mentions=words) for quote, words in quotes if words)

    def _notes(self, query: Query, quoted: Sequence[Candidate]) -> tuple[Disagreement, ...]:
        """Where the sources differ on what was asked and is quoted."""
        sentences = [each for candidate in quoted for each in self._copies.telling(candidate.entry.sentence)]
        values = [place for candidate in quoted for place in self._values(candidate)]
        concepts = [unit.concept for unit in query.units if unit.concept and not unit.light]
        counted = query.counted
        things = counted is not None and not is_unit_of_measure(counted, self._glossary)
        sought = Sought(
            concepts,
            query.kind,
            measures=query.measured is not None or not things,
            figures=query.which is None and query.kind not in _WITHOUT_FIGURES,
        )
        return self._comparer.about(sentences, sought, values)

    def _values(self, candidate: Candidate) -> Iterator[Place]:
        """Where what answers stands in the articles; in a copy, its whole sentence."""
        for sentence in self._copies.telling(candidate.entry.sentence):
            if sentence == candidate.entry.sentence:
                yield from ((sentence.source, span.shift(sentence.span.start)) for span in candidate.answering)
            else:
                yield sentence.source, sentence.span

    def _refuse(self, query: Query, weights: Weights, found: Sequence[Candidate]) -> Answer:
        near = nearest(found, self._glossary)
        told = passing(found, query.kind) and not any(_may_be_name(unit) for unit in weights.unknown)
        reason = Reason.KIND_MISSING if told else why_unanswered(query, weights, near)
        return Answer(
            query.text,
            query.language,
            query.kind,
            Status.NO_ANSWER,
            nearest=make_quote(near, query, self._glossary) if near else None,
            reason=reason,
            missing=tuple(
                unit.text for unit in weights.unknown if _is_a_word(unit, query) and not self._written.holds(unit.text)
            ),
        )


def _not_in(shown: Sequence[Candidate], found: Iterable[Candidate]) -> list[Candidate]:
    return [each for each in found if each not in shown]


def _topic(candidate: Candidate, speaker: Unit | None = None) -> list[Span]:
    """Where it speaks of what somebody is asked to have said something about, or who said it."""
    return [place for unit, places in candidate.matched.items() if unit != speaker for place in places]


def _may_be_name(unit: Unit) -> bool:
    return unit.named or (not unit.light and not unit.concept and unit.text[:1].isupper())


def _is_a_word(unit: Unit, query: Query) -> bool:
    """Whether ``unit`` can be told as what no source speaks of: no word that asks, no character left over of a word."""
    if unit.light or question_words(query.language).asks(unit.text):
        return False
    return query.language.profile.spaced or len(unit.text) > 1 or unit.concept is not None or unit.named


def _noted(notes: Iterable[Disagreement]) -> frozenset[str]:
    quotes = (quote for note in notes for side in note.sides for quote in side.quotes)
    return frozenset(source for quote in quotes for source in (quote.source, *quote.copies))
