"""The measures count what they say they count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cpecbot.corpus import Corpus
from cpecbot.corpus.loading import build_corpus
from cpecbot.errors import CorpusError, QuestionError
from cpecbot.evaluation import (
    JudgedQuestion,
    Passage,
    Report,
    Share,
    evaluate,
    load_passages,
    load_questions,
)
from cpecbot.languages import Language
from cpecbot.models import Answer, Article, QuestionKind, Quote, Span, Status
from fakes.languages import AR, EN, FA, LANGUAGES

TEXT = {"001_a": "The port is open. The road is closed.", "002_b": "The port is busy. Nothing else. The port is busy."}
PASSAGES = {
    "port": (Passage("001", "port is open", core=True), Passage("002", "The port is busy", core=True)),
    "road": (Passage("001", "The road", core=False),),
}


@pytest.fixture
def small() -> Corpus:
    return build_corpus(Article(source, text, EN) for source, text in TEXT.items())


def quote(source: str, text: str, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = TEXT[source].index(text, start + 1)
    return Quote(source, Span(start, start + len(text)), text, EN)


def answer(*quotes: Quote, language: Language = EN) -> Answer:
    status = Status.ANSWERED if quotes else Status.NO_ANSWER
    return Answer("?", language, QuestionKind.TOPIC, status, quotes)


def question(*topics: str, language: Language = EN) -> JudgedQuestion:
    return JudgedQuestion("q1", "?", language.code, topics)


def measured(corpus: Corpus, answers: Sequence[Answer], questions: Sequence[JudgedQuestion]) -> Report:
    return evaluate(answers, questions, PASSAGES, corpus)


def test_a_quote_that_overlaps_a_passage_is_relevant_wherever_the_passage_stands(small: Corpus) -> None:
    reply = answer(quote("002_b", "The port is busy.", nth=1), quote("001_a", "The road is closed."))
    scores = measured(small, [reply], [question("port")]).overall
    assert scores.first_relevant == Share(1, 1)
    assert scores.precision == Share(1, 2)
    assert scores.source_recall == Share(2, 2)


def test_sources_without_a_core_passage_are_not_asked_of_recall(small: Corpus) -> None:
    scores = measured(small, [answer(quote("001_a", "The road is closed."))], [question("road")]).overall
    assert scores.source_recall == Share(0, 0)
    assert scores.first_relevant == Share(1, 1)


def test_a_missing_answer_costs_recall_but_no_precision(small: Corpus) -> None:
    report = measured(small, [answer()], [question("port")])
    assert report.overall.first_relevant == Share(0, 1)
    assert report.overall.source_recall == Share(0, 2)
    assert report.overall.precision.ratio is None
    assert report.failures == ("q1",)


def test_a_question_without_topics_must_get_no_quote(small: Corpus) -> None:
    refused = measured(small, [answer()], [question()])
    assert refused.overall.abstention == Share(1, 1)
    assert refused.failures == ()
    answered = measured(small, [answer(quote("001_a", "The road is closed."))], [question()])
    assert answered.overall.abstention == Share(0, 1)
    assert answered.overall.precision == Share(0, 1)
    assert answered.failures == ("q1",)


def test_languages_are_reported_apart_and_together(small: Corpus) -> None:
    right, wrong = answer(quote("001_a", "The port is open."), language=FA), answer()
    report = measured(small, [right, wrong], [question("port", language=FA), question("port")])
    assert report.by_language["fa"].first_relevant.ratio == 1
    assert report.by_language["en"].first_relevant.ratio == 0
    assert report.overall.first_relevant == Share(1, 2)
    assert report.overall.language == Share(2, 2)
    assert [line.split()[0] for line in report.table().splitlines()[1:]] == ["fa", "en", "all"]
    assert "0.50" in report.table().splitlines()[-1]


def test_the_language_counts_as_recognised_when_it_is_the_question_s(small: Corpus) -> None:
    scores = measured(small, [answer(language=AR)], [question("port", language=FA)]).overall
    assert scores.language == Share(0, 1)


def test_passages_and_topics_that_are_not_there_are_errors(small: Corpus) -> None:
    with pytest.raises(QuestionError, match='no passages are listed for the topic "sea"'):
        measured(small, [answer()], [question("sea")])
    with pytest.raises(QuestionError, match="does not contain the passage"):
        evaluate([], [], {"port": (Passage("001", "no such words", core=True),)}, small)
    with pytest.raises(CorpusError, match="No source is called"):
        evaluate([], [], {"port": (Passage("009", "port", core=True),)}, small)


def test_the_judged_set_fits_the_articles(root: Path, corpus: Corpus) -> None:
    """Answering nothing at all abstains perfectly and recalls nothing."""
    questions = load_questions(root / "tests" / "judged" / "questions.jsonl")
    passages = load_passages(root / "tests" / "judged" / "passages.json")
    silence = [Answer(q.text, LANGUAGES[q.language], QuestionKind.TOPIC, Status.NO_ANSWER) for q in questions]
    scores = evaluate(silence, questions, passages, corpus).overall
    assert scores.abstention.ratio == 1
    assert scores.source_recall.ratio == 0
    assert scores.questions == len(questions) == 50


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "language": "en", "question": "?"}', "line 2: .*topics"),
        ('{"id": "a", "language": "de", "question": "?", "topics": []}', "line 2: .*'de' is not one of en, ar"),
        ("nonsense", "line 2: not a judged question"),
    ],
)
def test_a_malformed_question_is_named_by_its_line(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"id": "a", "language": "en", "question": "?", "topics": []}\n' + line, "utf-8")
    with pytest.raises(QuestionError, match=message):
        load_questions(file, LANGUAGES.codes)


@pytest.mark.parametrize("text", ["[]", '{"port": [{"text": "x"}]}', '{"port": 1}', "{", '{"port": ["x"]}'])
def test_malformed_passages_are_named_by_their_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "passages.json"
    file.write_text(text, "utf-8")
    with pytest.raises(QuestionError, match=r"passages\.json: not a file of judged passages"):
        load_passages(file)


def test_an_empty_or_missing_file_of_questions_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(QuestionError, match="no questions"):
        load_questions(tmp_path / "empty.jsonl")
    with pytest.raises(QuestionError, match="cannot be read"):
        load_questions(tmp_path / "missing.jsonl")
