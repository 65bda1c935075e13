"""The cluster answers as memory does, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.evaluation import load_questions
from cpecbot.models import AskOptions
from cpecbot.store.cluster import Connection

SETS = ("", "own_", "fresh_", "style_")


@pytest.mark.parametrize("name", SETS)
def test_every_judged_question_gets_the_same_answer(
    root: Path, library: Library, clustered: Library, name: str
) -> None:
    """Quotes, their order and scores, who is silent, notes: all of it."""
    asked = [each.text for each in load_questions(root / "tests" / "judged" / f"{name}questions.jsonl")]
    assert [each for each in asked if library.ask(each) != clustered.ask(each)] == []


def test_so_do_limits(library: Library, clustered: Library) -> None:
    for source in library.corpus.articles:
        options = AskOptions(sources=(source,), limit=2, per_source=1)
        for question in ("Gaza", "What was said about Gwadar Port?", "ماذا قيل عن أفغانستان؟"):
            assert library.ask(question, options) == clustered.ask(question, options)


def test_what_tells_of_all_articles_is_the_same(library: Library, clustered: Library) -> None:
    assert clustered.disagreements() == library.disagreements()
    assert clustered.coverage() == library.coverage()
    assert clustered.timeline() == library.timeline()
    assert clustered.changes() == library.changes()
    assert clustered.omissions() == library.omissions()


def test_a_search_finds_the_same_by_words_alone(library: Library, clustered: Library) -> None:
    for question in ("Gwadar port", "伊斯兰堡", "غزة"):
        assert clustered.search(question, 20, across=False) == library.search(question, 20, across=False)


def test_the_articles_come_from_the_cluster(library: Library, clustered: Library) -> None:
    assert clustered.corpus.articles == library.corpus.articles
    for source, sentences in library.corpus.sentences.items():
        assert len(clustered.corpus.sentences[source]) == len(sentences)
        assert tuple(clustered.corpus.sentences[source]) == tuple(sentences)


def test_only_what_a_question_needs_travels(clustered: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked again, no sentence is fetched; and in how many requests, whatever the articles are."""
    clustered.ask("What was said about Gwadar Port?")
    asked: list[object] = []
    search = Connection.search_in

    def counted(self: Connection, *bodies: tuple[str, dict[str, object]]) -> object:
        asked.extend(body for _, body in bodies)
        return search(self, *bodies)

    monkeypatch.setattr(Connection, "search_in", counted)
    clustered.ask("What was said about Gwadar Port?")
    assert 0 < len(asked) < 30
    assert not [body for body in asked if isinstance(body, dict) and body.get("_source") == ["packed"]]
