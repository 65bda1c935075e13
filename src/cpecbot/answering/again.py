"""The last question, asked again: of other sources, to be told in another language, or for more of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.about import AboutArticles
from cpecbot.answering.about.naming import language_named
from cpecbot.answering.about.requests import Request
from cpecbot.answering.finding import Finding
from cpecbot.answering.reading.filters import split_filters
from cpecbot.answering.reading.following.carrying import Carrying
from cpecbot.answering.reading.following.sorts import Sorts
from cpecbot.answering.reading.followup import is_recent
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.corpus.names import bare
from cpecbot.language.questions.about import Wanted
from cpecbot.language.questions.again import AgainFile, again_roles, again_words
from cpecbot.language.questions.continuing import continuing
from cpecbot.language.text.identify import guess
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Filters, QuestionKind, Quote, Reason, Status, View

# Answers a question that stands alone, in a language, within limits.
AnswerAlone = Callable[[str, Language, Filters, AskOptions], Answer]


class _Last(Struct, frozen=True):
    """What was asked last: its topic, of which sources, and as which request on the articles, if it was one."""

    topic: str
    language: Language
    limits: Filters
    request: Request | None

    @property
    def of_articles(self) -> Request | None:
        """The request to tell what some articles say, whatever that is."""
        return self.request if self.request and self.request.view is View.REPORT else None


class Again(Struct, frozen=True):
    """Answers what asks for the last answer again."""

    corpus: Corpus
    understanding: Understanding
    finding: Finding
    about: AboutArticles

    def answer(self, text: str, options: AskOptions, alone: AnswerAlone) -> Answer | None:
        """The answer to the last question, put again as ``text`` wants it; None where it wants something else."""
        if options.previous is None or not is_recent(options.previous, options.now):
            return None
        for language, wanted, leans in self._wanted(text, options.fallback_language):
            if wanted.kind == "more":
                return Answer(text, language, QuestionKind.TOPIC, Status.NO_ANSWER, reason=Reason.MORE)
            last = self._last(options)
            limits = self._limits(wanted, last, language, options, alone, leans=leans) if last else None
            if last and limits is not None:
                return self._again(replace(last, limits=limits), language, wanted, options, alone)
        return None

    def _wanted(self, text: str, fallback: Language | None) -> Iterator[tuple[Language, Wanted, bool]]:
        """What ``text`` may want, in which language, and whether it opens as what goes on from something."""
        for language in guess(text, self.understanding.analyzer.languages, fallback).likeliest_first:
            openings = list(_without_openings(text, language))
            for each in openings:
                yield from ((language, wanted, len(openings) > 1) for wanted in again_words(language).read(each))
                if again_roles(language).are_repeated(each):
                    yield language, Wanted("repeated", {}), len(openings) > 1

    def _last(self, options: AskOptions) -> _Last | None:
        previous = options.previous
        if previous is None:
            return None
        languages = self.understanding.analyzer.languages
        text, limits = split_filters(previous.missed or previous.question, self.corpus, languages)
        language = languages.get(previous.language) or languages.fallback
        request = self.about.request(text, limits, replace(options, previous=None, fallback_language=language))
        if request is None:
            return _Last(text, language, limits, None)
        if request.view not in {None, View.REPORT}:
            return None
        return _Last(request.topic, language, replace(limits, sources=request.sources or limits.sources), request)

    def _limits(
        self, wanted: Wanted, last: _Last, language: Language, options: AskOptions, alone: AnswerAlone, *, leans: bool
    ) -> Filters | None:
        """What the last question is to be limited to now; None where ``wanted`` names nothing that is known."""
        if wanted.kind == "others":
            return self._others(last, options, alone)
        if wanted.kind == "spoken":
            return last.limits if _language(wanted.slots["tongue"], language) else None
        if wanted.kind == "repeated":
            return last.limits
        name = wanted.slots["source"]
        if wanted.kind == "ones":
            spoken = _language(name, language)
            return replace(last.limits, sources=(), languages=(spoken,)) if spoken else None
        return self._named(name, last, language, leans=leans or wanted.kind == "only")

    def _others(self, last: _Last, options: AskOptions, alone: AnswerAlone) -> Filters:
        """All sources but those that were asked, or quoted where all were; none are left out where that leaves none."""
        known = self.finding.sources(Filters(), options)
        asked = last.limits.sources
        if not asked and not last.of_articles:
            asked = tuple(quote.source for quote in self._first(last, options, alone))
        others = tuple(source for source in known if source not in asked)
        return replace(last.limits, sources=others if asked else (), languages=())

    def _first(self, last: _Last, options: AskOptions, alone: AnswerAlone) -> tuple[Quote, ...]:
        return alone(last.topic, last.language, last.limits, replace(options, previous=None)).quotes

    def _named(self, name: str, last: _Last, language: Language, *, leans: bool) -> Filters | None:
        """The sources called ``name``: with a noun for them, or by a whole number or an outlet behind an opening."""
        named = self.about.named(name, language)
        if named is None or not named.sources:
            return None
        spoken = _language(named.core, language)
        whole = any(source.startswith(named.core) for source in named.sources) or not find_values(named.core, language)
        known = named.noun and (leans or spoken is not None or len(named.sources) > 1)
        if not known and not (leans and whole and spoken is None):
            return None
        return replace(last.limits, sources=named.sources, languages=())

    def _again(
        self, last: _Last, language: Language, wanted: Wanted, options: AskOptions, alone: AnswerAlone
    ) -> Answer:
        tongue = _language(wanted.slots["tongue"], language) if wanted.kind == "spoken" else None
        told = last.of_articles
        if told:
            return self._report(replace(told, sources=last.limits.sources), options)
        asked_in = last.language if tongue else language
        topic = last.topic if asked_in == last.language else self._translated(last, asked_in)
        answer = alone(topic, asked_in, last.limits, replace(options, previous=None))
        answer = replace(answer, understood=topic)
        return replace(_first_in(answer, tongue), spoken=tongue, retold=True) if tongue else answer

    def _report(self, request: Request, options: AskOptions) -> Answer:
        known = self.finding.sources(Filters(), options)
        return self.about.tell(request, known, options.limit, _no_topic)

    def _translated(self, last: _Last, language: Language) -> str:
        """The words of the last topic in ``language``, behind what asks for the same."""
        query = self.understanding.read_in(last.language, last.topic)
        carrying = Carrying(Sorts(self.understanding.analyzer.glossary))
        words = [*carrying.asking(query, language), *carrying.words(carrying.event(query), query, language)]
        return language.profile.punctuation.comma.join(dict.fromkeys(words))


def _no_topic(_topic: str, language: Language, _sources: Sequence[str], _limit: int) -> Answer:
    return Answer("", language, QuestionKind.TOPIC, Status.NO_ANSWER, reason=Reason.EMPTY)


def _without_openings(text: str, language: Language) -> Iterator[str]:
    """``text``, and what is left of it without the words that go on from something, one after another."""
    yield text
    line = continuing(language).read(text)
    if line.leans and line.rest.end:
        yield from _without_openings(text[line.rest.start : line.rest.end], language)


def _language(name: str, spoken: Language) -> Language | None:
    return language_named(name, spoken) or spoken.once(_languages).get(bare(name))


def _languages(spoken: Language) -> Mapping[str, Language]:
    listed = spoken.read(AgainFile).languages
    return {bare(name): each for each in spoken.peers for name in listed.get(each.code, ())}


def _first_in(answer: Answer, language: Language) -> Answer:
    """``answer`` with the quotes that are in ``language`` first."""
    every = sorted(answer.answering, key=lambda quote: quote.language != language)
    shown = len(answer.quotes)
    return replace(answer, quotes=tuple(every[:shown]), more=(*every[shown:], *answer.also_speaking))
