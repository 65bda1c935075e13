"""``search``: a list of sentences in the order of an answer, with nothing refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import build_corpus
from cpecbot.evaluation import load_passages, load_questions
from cpecbot.models import Article, SentenceKind, Status
from fakes.languages import AR, LANGUAGES

# The least share of judged questions whose first hit is a relevant passage, a little below what was measured.
FLOORS = {"": 0.97, "own_": 0.94, "fresh_": 0.76, "style_": 0.95}


@pytest.mark.parametrize("name", FLOORS)
def test_the_first_hit_is_as_good_as_measured(name: str, library: Library, root: Path) -> None:
    folder = root / "tests" / "judged"
    passages = load_passages(folder / f"{name}passages.json")
    asked = [each for each in load_questions(folder / f"{name}questions.jsonl") if each.topics]
    relevant = 0
    for question in asked:
        told = [passage for topic in question.topics for passage in passages[topic]]
        relevant += any(
            hit.sentence.source.startswith(each.source)
            and (each.text in hit.sentence.text or hit.sentence.text in each.text)
            for hit in library.search(question.text, 1)
            for each in told
        )
    assert relevant / len(asked) >= FLOORS[name]


def test_what_is_no_answer_is_still_listed(library: Library) -> None:
    question = "What is the budget of the Gwadar airport?"
    assert library.ask(question).status is Status.NO_ANSWER
    assert "Gwadar" in library.search(question, 1)[0].sentence.text


def test_hits_are_statements_best_first_up_to_the_limit(library: Library) -> None:
    hits = library.search("Pakistan and China", 30)
    scores = [hit.score for hit in hits]
    assert (len(hits), scores) == (30, sorted(scores, reverse=True))
    assert all(hit.sentence.kind is not SentenceKind.HEADING for hit in hits)
    assert library.search("Pakistan and China", 5) == hits[:5]
    assert library.search("Pakistan and China", 0) == ()


def test_sources_and_filters_limit_what_is_listed(library: Library) -> None:
    (source,) = (each for each in library.corpus.articles if each.startswith("003"))
    assert {hit.sentence.source for hit in library.search("terrorism", 50, sources=(source,))} == {source}
    assert {hit.sentence.source for hit in library.search("terrorism source:003", 50)} == {source}


def test_its_own_words_alone_find_one_language(library: Library) -> None:
    """Arabic sentences share no word with an English question."""
    across = {str(hit.sentence.language) for hit in library.search("terrorism", 50)}
    own = {str(hit.sentence.language) for hit in library.search("terrorism", 50, across=False)}
    assert (own, across) == ({"en"}, {"en", "ar"})


def test_derived_words_that_share_no_lemma_lift_their_article(root: Path) -> None:
    """«ترميم» is asked, one article restores («الترميمية») and both speak of the citadel."""
    texts = {
        "a": "بلغت كلفة القلعة مليون دينار، وزارها كثيرون.",
        "b": "بلغت كلفة القلعة مليون دينار، والأعمال الترميمية مستمرة.",
    }
    articles = [Article(source, text, AR) for source, text in texts.items()]
    library = build_library(build_corpus(articles), LANGUAGES, root / "config")
    assert [hit.sentence.source for hit in library.search("كلفة ترميم القلعة", 2)] == ["b", "a"]
