"""From a question to an answer, one step after another."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cpecbot.answering.about import AboutArticles
from cpecbot.answering.again import Again
from cpecbot.answering.explaining import Explanation, explain
from cpecbot.answering.finding import Finding
from cpecbot.answering.ranking.choosing import small_talk
from cpecbot.answering.ranking.gathering import candidates
from cpecbot.answering.ranking.weighing import weigh
from cpecbot.answering.reading.filters import split_filters
from cpecbot.answering.reading.followup import FollowUps, Reading
from cpecbot.answering.reading.framing import asked_part
from cpecbot.answering.reading.romanised import RomanisedReader
from cpecbot.answering.reading.spelling import Speller
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.turns import TALK
from cpecbot.answering.wanted.kinds import KINDLESS
from cpecbot.corpus import Corpus
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.smalltalk import SmallTalk
from cpecbot.language.text.folding import fold
from cpecbot.language.text.identify import guess
from cpecbot.language.text.inflection.lemmas import has_dictionary
from cpecbot.language.text.unread import is_unread
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Filters, Query, QuestionKind, Reason, Status, Unit
from cpecbot.store.store import Store

# A question is a sentence, not an article; what is longer is cut before it is read, in code points and once folded.
LONGEST_QUESTION = 1000
# How a query is answered: as somebody typed it, or as it was read.
Answering = Callable[[Query, AskOptions], Answer]
# A topic put into the last question fits there when a sentence scores so much on both together.
_SURE = 0.75
# What asks for nothing of the articles, whatever they are about.
_PLAIN = frozenset({Reason.LINK, Reason.CONTROL, Reason.GREETING, Reason.TRANSLATION, Reason.COMPLAINT, Reason.ORDER})
# Such words may be about the last answer, where there is one.
_OF_THE_LAST = frozenset({None, Reason.TRANSLATION, Reason.ORDER})
# Why nothing is found in what may be no language that is read.
_LOOKED_FOR = frozenset({Reason.GIBBERISH, Reason.OFF_TOPIC, Reason.NEAR_TOPIC, Reason.KIND_MISSING})
# A question that tells of so many things, or names one, needs nothing that is said before it to be understood.
_WHOLE_QUESTION = 2
# Who is named in so many statements and speaks in none of them is no party.
_HEARD_IN = 200
# Readings of a follow-up that score less apart fit alike.
_PLAY = 0.1


def bounded(question: str) -> str:
    """``question``, cut where it is longer than one may be; a single character (U+FDFA) may fold into four words."""
    cut = question[:LONGEST_QUESTION]
    folded = fold(cut)
    return cut[: folded.offsets[LONGEST_QUESTION]] if len(folded.text) > LONGEST_QUESTION else cut


class Asking:
    """Everything that answering needs, put together once a corpus is loaded."""

    def __init__(
        self,
        corpus: Corpus,
        store: Store,
        understanding: Understanding,
        smalltalk: SmallTalk,
        finding: Finding,
        about: AboutArticles,
    ) -> None:
        self._corpus = corpus
        self._store = store
        self._understanding = understanding
        self._smalltalk = smalltalk
        self._followups = FollowUps(understanding, self._speaks)
        self._finding = finding
        self._about = about
        self._again = Again(corpus, understanding, finding, about)
        self._speller = Speller(store, understanding)
        self._romanised = RomanisedReader(store, understanding)

    @property
    def _glossary(self) -> Glossary:
        return self._understanding.analyzer.glossary

    @property
    def _languages(self) -> Languages:
        return self._understanding.analyzer.languages

    def ask(self, question: str, options: AskOptions) -> Answer:
        """Answer ``question``; QuestionError when a filter in it cannot be understood."""
        answer = self._ask_whole(question, options)
        return answer if answer.retold else replace(answer, spoken=options.spoken)

    def _ask_whole(self, question: str, options: AskOptions) -> Answer:
        text, filters = split_filters(bounded(question), self._corpus, self._languages)
        text = self._asked(text, options)
        romanised = self._romanised.read(text, options.fallback_language)
        if romanised is None:
            answer = replace(self._ask(text, filters, options, self._spelt), question=question)
            return self._unread(answer, options) if _may_be_unread(answer, text, self._languages) else answer
        options = replace(options, fallback_language=romanised.language)
        answer = self._ask(romanised.text, filters, options, self._as_read)
        read = None if answer.reason in TALK else answer.understood or romanised.text
        return replace(answer, question=question, understood=read, romanised=read is not None)

    def _unread(self, answer: Answer, options: AskOptions) -> Answer:
        """That the question is in a language that is not read, said in that of the conversation."""
        language = options.fallback_language or self._languages.fallback
        return Answer(answer.question, language, QuestionKind.TOPIC, Status.NO_ANSWER, reason=Reason.UNREAD)

    def _asked(self, text: str, options: AskOptions) -> str:
        """The question of a message, without what is said around it, where it can stand without that."""
        language = guess(text, self._languages, options.fallback_language).language
        part = asked_part(text, language)
        if part == text:
            return text
        units = [unit for unit in self._understanding.units(part, language) if not unit.light]
        return part if len(units) >= _WHOLE_QUESTION or any(map(self._is_name, units)) else text

    def _is_name(self, unit: Unit) -> bool:
        return unit.concept is not None and self._glossary.concepts[unit.concept].is_name

    def _ask(self, text: str, filters: Filters, options: AskOptions, answering: Answering) -> Answer:
        talk = small_talk(text, self._smalltalk)
        may_be_again = (talk in _OF_THE_LAST or _is_asked(text)) and filters == Filters()
        again = self._again.answer(text, options, self._alone) if may_be_again else None
        if again:
            return again
        told = self._about_articles(text, filters, options) if talk not in _PLAIN else None
        if told:
            return told
        if talk:
            guessed = guess(text, self._languages, options.fallback_language)
            language = self._smalltalk.language(text, guessed, options.fallback_language)
            return Answer(text, language, QuestionKind.TOPIC, Status.NO_ANSWER, reason=talk)
        query = self._understanding.read(text, options.fallback_language, filters)
        return self._followed(query, options, answering) if options.previous else answering(query, options)

    def _followed(self, query: Query, options: AskOptions, answering: Answering) -> Answer:
        """What answers ``query`` as going on from the last question, or alone where it does not.

        Of several readings it is the one that the best quote covers, and of equals that which says most.
        """
        last = self._followups.beyond(query, options.previous, options.now)
        query = replace(query, told=self._finding.answer(last, options).quotes) if last else query
        readings = self._readings(query, options)
        found = [self._understood(reading.text, query, options, answering) for reading in readings]
        best = max(found, key=_covered, default=None)
        if best and _is_sure(best, readings[found.index(best)]):
            return best
        alone = answering(query, options)
        if best or alone.status is Status.ANSWERED or not self._is_known(query):
            return best if best and alone.status is not Status.ANSWERED else alone
        carried = self._followups.carry(query, options.previous, options.now)
        answer = self._understood(carried, query, options, answering) if carried else alone
        return answer if answer.status is Status.ANSWERED else alone

    def _understood(self, reading: str, query: Query, options: AskOptions, answering: Answering) -> Answer:
        told = self._about_articles(reading, query.filters, options)
        if told:
            return replace(told, understood=reading)
        meant = self._understanding.read_in(query.language, reading, query.filters)
        return replace(answering(replace(meant, told=query.told), options), understood=reading)

    def _readings(self, query: Query, options: AskOptions) -> tuple[Reading, ...]:
        def answered(last: Query) -> tuple[Query, ...]:
            return self._answered(last, options)

        return self._followups.readings(query, options.previous, options.now, answered)

    def _about_articles(self, text: str, filters: Filters, options: AskOptions) -> Answer | None:
        """The answer to a question about the articles themselves; None where ``text`` asks for what they tell."""
        request = self._about.request(text, filters, options)
        if request is None:
            return None
        known = self._finding.sources(filters, options)
        if not known:
            return None

        def answer_topic(topic: str, language: Language, sources: Sequence[str], limit: int) -> Answer:
            named = () if set(sources) == set(known) else tuple(sources)
            query = self._understanding.read_in(language, topic, replace(filters, sources=named or filters.sources))
            return self._spelt(query, replace(options, limit=limit))

        return self._about.tell(request, known, options.limit, answer_topic)

    def _alone(self, text: str, language: Language, filters: Filters, options: AskOptions) -> Answer:
        """The answer to a question that stands alone."""
        return self._spelt(self._understanding.read_in(language, text, filters), options)

    def _spelt(self, query: Query, options: AskOptions) -> Answer:
        """Answer ``query``, with its spelling corrected where that is sure and finds an answer; else offer that.

        A dictionary shows which words are misspelt; without one only a question that has no answer is corrected.
        """
        query = self._respaced(query)
        corrected = self._speller.correct(query)
        if corrected is None:
            return self._finding.answer(query, options)
        better = self._finding.answer(self._understanding.read(corrected.text, query.language, query.filters), options)
        proven = better.status is Status.ANSWERED
        if proven and corrected.sure and has_dictionary(query.language):
            return replace(better, did_you_mean=corrected.text)
        answer = self._finding.answer(query, options)
        if not proven or answer.status is Status.ANSWERED:
            return answer
        return replace(better if corrected.sure else answer, did_you_mean=corrected.text)

    def _as_read(self, query: Query, options: AskOptions) -> Answer:
        """Answer ``query``, of which no word was typed as it stands there."""
        return self._finding.answer(self._respaced(query), options)

    def _respaced(self, query: Query) -> Query:
        respaced = self._speller.respaced(query)
        return query if respaced == query.text else self._understanding.read(respaced, query.language, query.filters)

    def _is_known(self, query: Query) -> bool:
        """Whether the articles speak of everything in ``query``, which then only lacks its topic."""
        return all(unit.light or self._store.frequency(unit.keys) for unit in query.units)

    def explain(self, question: str, options: AskOptions, limit: int = 10) -> Explanation:
        """How ``question`` was read and what its ``limit`` best sentences cover."""
        text, filters = split_filters(bounded(question), self._corpus, self._languages)
        answer = self.ask(question, options)
        read = self._understanding.read(answer.did_you_mean or answer.understood or text, answer.language, filters)
        query = self._understanding.read_in(answer.language, read.text, filters)
        weights = weigh(query, self._store, self._glossary)
        found = candidates(query, weights, self._store, self._glossary, self._finding.sources(filters, options))
        return explain(query, answer, weights, found.ranked, limit)

    def _speaks(self, unit: Unit) -> bool:
        """Whether the articles tell what ``unit`` says, in the first statements that name it."""
        entries = self._store.holding(unit.keys, self._store.sources, _HEARD_IN)
        return any(not unit.keys.isdisjoint(speech.speaker.keys) for entry in entries for speech in entry.speeches)

    def _answered(self, last: Query, options: AskOptions) -> tuple[Query, ...]:
        """The words that answered ``last``, then all of the quote that they stand in."""
        first = self._finding.answer(last, options).quotes[:1]
        article = [self._corpus.articles[quote.source].text for quote in first]
        words = [span.slice(text) for quote, text in zip(first, article, strict=True) for span in quote.highlights]
        texts = [(quote.language, text) for quote in first for text in (*words, quote.text)]
        return tuple(self._understanding.read_in(language, text) for language, text in texts)


def _is_asked(text: str) -> bool:
    """Whether it ends in a question mark, of whatever script: "is that all?" is no goodbye."""
    return unicodedata.normalize("NFKC", text).rstrip().endswith(("?", "؟"))


def _may_be_unread(answer: Answer, text: str, languages: Languages) -> bool:
    """Whether nothing was found for ``text``, which is in a language that is not read."""
    looked_for = answer.status is Status.NO_ANSWER and answer.reason in _LOOKED_FOR
    return looked_for and answer.about is None and is_unread(text, languages)


def _covered(answer: Answer) -> float:
    """How much of what is asked the first quote covers, with some play for one reading over another."""
    return round(min(answer.quotes[0].score, 1.0) / _PLAY) if answer.quotes else -1.0


def _is_sure(answer: Answer, reading: Reading) -> bool:
    """Whether a follow-up was understood: a likely one asks for a fact that is told or known to be missing.

    Any other one has to be covered.
    """
    if answer.status is Status.NO_ANSWER:
        return reading.likely and answer.reason is Reason.KIND_MISSING
    return (reading.likely and answer.kind not in KINDLESS) or answer.quotes[0].score >= _SURE
