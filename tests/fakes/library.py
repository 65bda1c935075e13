"""A library over the real articles that answers by plain words, so that the bot's tests stand on their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from cpecbot.corpus import Corpus
from cpecbot.languages import Language, Languages
from cpecbot.models import (
    Answer,
    AskOptions,
    Change,
    ChangeKind,
    Changes,
    Coverage,
    CoverageRow,
    Dimension,
    Disagreement,
    Level,
    Moment,
    Omissions,
    Point,
    QuestionKind,
    Quote,
    Reason,
    Retold,
    Round,
    Sentence,
    Side,
    Span,
    Status,
    Told,
)
from fakes.languages import AR, EN, LANGUAGES

MORE = "what else?"


@dataclass(eq=False)
class FakeLibrary:
    """``asked`` records every question with its options; ``trouble`` may raise or block before it is answered."""

    corpus: Corpus
    trouble: Callable[[str], None] = lambda _: None
    asked: list[tuple[str, AskOptions]] = field(default_factory=list)
    languages: Languages = LANGUAGES
    is_compared_whole: bool = True

    def label(self, concept: str, _: Language) -> str:
        return concept.replace("_", " ")

    def ask(self, question: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        self.asked.append((question, options))
        self.trouble(question)
        if question == MORE:
            language = options.fallback_language or EN
            return Answer(question, language, QuestionKind.TOPIC, Status.NO_ANSWER, reason=Reason.MORE)
        understood = None
        if options.previous is not None and question.startswith("and "):
            understood = f"{options.previous.question} {question[4:]}"
        return self._answer(question, understood, options)

    def compare(self, topic: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        self.trouble(topic)
        return self._answer(topic, None, options)

    def disagreements(self) -> tuple[Disagreement, ...]:
        quotes = [_quote(sentences[1], "") for sentences in self.corpus.sentences.values()]
        sides = tuple(Side((quote.source,), (quote,)) for quote in quotes)
        subjects = (f"gwadar_{number}" for number in range(12))
        return tuple(Disagreement("fake", Level.DIFFERING, each, Dimension.DATE, sides) for each in subjects)

    def changes(self, topic: str = "", _: Language | None = None) -> tuple[Changes, ...]:
        """Every second statement of each article is new in the next, as far as it holds ``topic``."""
        sources = tuple(self.corpus.articles)
        rounds = [Round(number, False, (source,)) for number, source in enumerate(sources, 1)]
        return tuple(Changes(*each, self._new(topic, each[1].sources[0])) for each in pairwise(rounds))

    def _new(self, topic: str, source: str) -> tuple[Change, ...]:
        quotes = (_quote(sentence, "") for sentence in self.corpus.sentences[source][::2] if topic in sentence.text)
        return tuple(Change(ChangeKind.NEW, "gwadar_port", (), (quote,)) for quote in quotes)

    def omissions(self, topic: str = "") -> Omissions:
        """What is said in the first article, over and over, of which the others tell nothing or something."""
        primary, *outlets = self.corpus.articles
        quotes = {source: _quote(sentences[1], "") for source, sentences in self.corpus.sentences.items()}
        told = tuple(
            Told(source, level, quotes[source] if level is not Retold.ABSENT else None)
            for source, level in zip(outlets, [*Retold] * len(outlets), strict=False)
        )
        points = (Point(quotes[primary], told),) * (0 if topic == "zebra" else 12)
        return Omissions((primary,), (), tuple(outlets), points)

    def coverage(self) -> Coverage:
        sources = tuple(self.corpus.articles)
        return Coverage(sources, (CoverageRow("gwadar_port", tuple(range(len(sources)))),))

    def timeline(self, topic: str = "") -> tuple[Moment, ...]:
        """A day a year, which every article gives for its second statement; one in doubt."""
        quotes = tuple(_quote(sentences[1], "") for sentences in self.corpus.sentences.values())
        years = range(2000, 2000 if topic == "zebra" else 2012)
        doubt = self.disagreements()[:1]
        return tuple(
            Moment(date(year, 1, 1), date(year, 12, 31), quotes, doubt if year == 2000 else ()) for year in years
        )

    def _answer(self, question: str, understood: str | None, options: AskOptions) -> Answer:
        words = [word for word in (understood or question).casefold().strip("?؟").split() if len(word) > 3]
        language = AR if "ال" in question else options.fallback_language or EN
        found = tuple(
            _quote(sentence, word)
            for sentences in self.corpus.sentences.values()
            for sentence in sentences
            if not options.languages or sentence.language in options.languages
            if (word := next((word for word in words if word in sentence.text.casefold()), ""))
        )
        silent = tuple(source for source in self.corpus.articles if source not in {quote.source for quote in found})
        return Answer(
            question=question,
            language=language,
            kind=QuestionKind.TOPIC,
            status=Status.ANSWERED if found else Status.NO_ANSWER,
            quotes=found[: options.limit],
            more=found[options.limit :],
            silent_sources=silent if found else (),
            reason=None if found else Reason.OFF_TOPIC,
            understood=understood,
            spoken=options.spoken,
        )


def _quote(sentence: Sentence, word: str) -> Quote:
    at = sentence.span.start + sentence.text.casefold().find(word)
    marks = (Span(at, at + len(word)),) if word else ()
    return Quote(sentence.source, sentence.span, sentence.text, sentence.language, 1.0, marks)
