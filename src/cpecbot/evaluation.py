"""Measuring answers against a judged set of questions and passages.

A quote is relevant when it overlaps a listed passage of one of the question's topics. A question without topics has
no answer in the articles: the right thing is to quote nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from cpecbot.corpus import Corpus
from cpecbot.errors import QuestionError
from cpecbot.files.json import parse_json
from cpecbot.models import Answer, Quote, Span
from cpecbot.tables import read_text


class JudgedQuestion(Struct, frozen=True):
    """``topics`` are the keys of the passages that answer it, none means that nothing does; ``language`` is a code."""

    id: str
    text: str
    language: str
    topics: tuple[str, ...]


class Passage(Struct, frozen=True):
    """Words of an article that speak to a topic; ``core`` when they answer it in full."""

    source: str
    text: str
    core: bool


Passages = Mapping[str, tuple[Passage, ...]]


class Share(Struct, frozen=True):
    """``hits`` of ``total``; None as a ratio when there is nothing to share."""

    hits: int
    total: int

    @property
    def ratio(self) -> float | None:
        return self.hits / self.total if self.total else None

    def __add__(self, other: Share) -> Share:
        return Share(self.hits + other.hits, self.total + other.total)

    def __str__(self) -> str:
        return "–" if self.ratio is None else f"{self.ratio:.2f}"


_NONE = Share(0, 0)


class Scores(Struct, frozen=True):
    """The measures of one question, or of many added up: every share is over questions, sources or quotes pooled.

    ``first_relevant``: answerable questions whose first quote is relevant. ``source_recall``: sources holding a core
    passage that are quoted. ``precision``: quotes that are relevant, those to unanswerable questions included.
    ``abstention``: unanswerable questions that got no quote. ``language``: questions whose language was recognised.
    """

    questions: int = 0
    first_relevant: Share = _NONE
    source_recall: Share = _NONE
    precision: Share = _NONE
    abstention: Share = _NONE
    language: Share = _NONE

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            self.questions + other.questions,
            self.first_relevant + other.first_relevant,
            self.source_recall + other.source_recall,
            self.precision + other.precision,
            self.abstention + other.abstention,
            self.language + other.language,
        )


class Report(Struct, frozen=True):
    """Scores per language of the questions, and of all; ``failures`` are the ids of questions not answered rightly."""

    by_language: Mapping[str, Scores]
    failures: tuple[str, ...] = ()

    @property
    def overall(self) -> Scores:
        return sum(self.by_language.values(), Scores())

    def table(self) -> str:
        """Plain aligned text, one row per language and one for all."""
        rows = [*self.by_language.items(), ("all", self.overall)]
        header = f"{'':4} {'questions':>9} {'first':>6} {'recall':>7} {'precision':>10} {'abstain':>8} {'language':>9}"
        return "\n".join([header, *(_row(name, scores) for name, scores in rows)])


def load_questions(path: Path, languages: Collection[str] | None = None) -> tuple[JudgedQuestion, ...]:
    """Read lines of ``{"id", "language", "question", "topics"}``, the language one of these codes where they are given.

    Raises QuestionError naming the line.
    """
    questions = tuple(_question(line, languages, f"{path}, line {number}") for number, line in _lines(path))
    if not questions:
        raise QuestionError(f"{path}: no questions in this file.")
    return questions


def load_passages(path: Path) -> Passages:
    """Read ``{topic: [{"source", "text", "core"}, …]}``. Raises QuestionError naming the topic."""
    try:
        document = parse_json(read_text(path, QuestionError))
        if not isinstance(document, dict):
            raise TypeError("no object")
        return MappingProxyType({topic: tuple(map(_passage, listed)) for topic, listed in document.items()})
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        expected = '{"topic": [{"source", "text", "core"}, …]}'
        raise QuestionError(f"{path}: not a file of judged passages ({error!r}). Expected {expected}.") from error


def evaluate(
    answers: Iterable[Answer], questions: Iterable[JudgedQuestion], passages: Passages, corpus: Corpus
) -> Report:
    """Score ``answers``, given in the order of ``questions``. Raises QuestionError for a passage or topic not found."""
    located = {topic: tuple(_locate(topic, listed, corpus)) for topic, listed in passages.items()}
    by_language: dict[str, Scores] = {}
    failures: list[str] = []
    for answer, question in zip(answers, questions, strict=True):
        unknown = [topic for topic in question.topics if topic not in located]
        if unknown:
            raise QuestionError(f'Question {question.id}: no passages are listed for the topic "{unknown[0]}".')
        judged = tuple(place for topic in question.topics for place in located[topic])
        scores = _score(answer, question, judged)
        by_language[question.language] = by_language.get(question.language, Scores()) + scores
        if scores.first_relevant.ratio == 0 or scores.abstention.ratio == 0:
            failures.append(question.id)
    return Report(MappingProxyType(by_language), tuple(failures))


class _Place(Struct, frozen=True):
    source: str
    spans: tuple[Span, ...]
    core: bool

    def holds(self, quote: Quote) -> bool:
        return quote.source == self.source and quote.span.overlaps_any(self.spans)


def _locate(topic: str, passages: Iterable[Passage], corpus: Corpus) -> Iterator[_Place]:
    for passage in passages:
        source = corpus.resolve(passage.source)
        spans = tuple(_occurrences(passage.text, corpus.articles[source].text))
        if not spans:
            raise QuestionError(f'Topic "{topic}": {source} does not contain the passage "{passage.text[:60]}".')
        yield _Place(source, spans, passage.core)


def _occurrences(part: str, text: str) -> Iterator[Span]:
    start = text.find(part)
    while start >= 0:
        yield Span(start, start + len(part))
        start = text.find(part, start + 1)


def _score(answer: Answer, question: JudgedQuestion, judged: tuple[_Place, ...]) -> Scores:
    relevant = [any(place.holds(quote) for place in judged) for quote in answer.quotes]
    core = {place.source for place in judged if place.core}
    quoted = {quote.source for quote in answer.quotes}
    return Scores(
        questions=1,
        first_relevant=Share(int(any(relevant[:1])), 1) if question.topics else _NONE,
        source_recall=Share(len(core & quoted), len(core)),
        precision=Share(sum(relevant), len(relevant)),
        abstention=_NONE if question.topics else Share(int(not answer.quotes), 1),
        language=Share(int(answer.language.code == question.language), 1),
    )


def _row(name: str, scores: Scores) -> str:
    return (
        f"{name:4} {scores.questions:>9} {scores.first_relevant!s:>6} {scores.source_recall!s:>7} "
        f"{scores.precision!s:>10} {scores.abstention!s:>8} {scores.language!s:>9}"
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    text = read_text(path, QuestionError)
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _question(line: str, languages: Collection[str] | None, origin: str) -> JudgedQuestion:
    try:
        record = parse_json(line)
        if not isinstance(record, dict) or not isinstance(record["topics"], list):
            raise TypeError("topics are a list")
        topics = tuple(str(topic) for topic in record["topics"])
        question = JudgedQuestion(str(record["id"]), str(record["question"]), str(record["language"]), topics)
    except (ValueError, KeyError, TypeError) as error:
        expected = '{"id", "language", "question", "topics"}'
        raise QuestionError(f"{origin}: not a judged question ({error!r}). Expected {expected}.") from error
    if languages is not None and question.language not in languages:
        raise QuestionError(f"{origin}: the language {question.language!r} is not one of {', '.join(languages)}.")
    return question


def _passage(record: Mapping[str, object]) -> Passage:
    return Passage(str(record["source"]), str(record["text"]), bool(record.get("core", False)))
