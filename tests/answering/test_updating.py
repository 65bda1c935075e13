"""A library that is read from an index on disk answers as one in memory, and only what has changed is read again."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.answering.updating import Updating, build_on_disk
from cpecbot.corpus import Corpus
from cpecbot.corpus.boilerplate import load_boilerplate
from cpecbot.corpus.facts import Facts, load_facts
from cpecbot.corpus.loading import Cutter
from cpecbot.corpus.reading import RawArticle, read_articles
from cpecbot.errors import CorpusError
from cpecbot.evaluation import load_questions
from cpecbot.language.analysis import Analyzer
from cpecbot.models import Article
from cpecbot.store.disk.places import Indexes
from fakes.languages import LANGUAGES
from shipped import CONFIG, ROOT, contrasts, whole_glossary

CUTTER = Cutter(
    LANGUAGES, load_facts(CONFIG / "sources.toml"), load_boilerplate(CONFIG / "boilerplate.toml", LANGUAGES)
)
SEEDS = read_articles(ROOT / "seeds")
KEY = "0" * 64


class Built:
    """Builds libraries in one folder, and notes how many articles each was read of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: list[int] = []
        self._analyzer = Analyzer(whole_glossary(), LANGUAGES)

    def __call__(self, articles: Sequence[RawArticle]) -> Library:
        self.read.append(0)
        updating = Updating(CUTTER, self._analyzer, self._tell)
        return build_on_disk(articles, updating, contrasts(), Indexes(self.folder, KEY))

    def _tell(self, done: int, _: int) -> None:
        self.read[-1] = done


@pytest.fixture
def built(tmp_path: Path) -> Built:
    tmp_path.chmod(0o700)
    return Built(tmp_path)


def raw(source: str, text: str) -> RawArticle:
    return RawArticle(source, text, Facts(), source)


def in_memory(articles: Sequence[RawArticle]) -> Library:
    cut = [CUTTER.read(each) for each in articles]
    corpus = Corpus({article.source: article for article, _ in cut}, {a.source: listed for a, listed in cut})
    return build_library(corpus, LANGUAGES, CONFIG)


def stated(articles: Mapping[str, Article]) -> list[dict[str, object]]:
    return [{field.name: getattr(each, field.name) for field in fields(Article)} for each in articles.values()]


def assert_same(one: Library, other: Library) -> None:
    assert stated(one.corpus.articles) == stated(other.corpus.articles)
    assert dict(one.corpus.sentences) == dict(other.corpus.sentences)
    assert one.store.sources == other.store.sources
    for source in one.store.sources:
        assert one.store.entries(source) == other.store.entries(source)
    assert one.copies == other.copies


def test_the_shipped_articles_are_answered_from_the_same(built: Built, library: Library) -> None:
    indexed = built(SEEDS)
    assert_same(indexed, library)
    for judged in load_questions(ROOT / "tests" / "judged" / "questions.jsonl")[::6]:
        assert indexed.ask(judged.text) == library.ask(judged.text)


def test_only_articles_that_changed_are_read(built: Built) -> None:
    """One is gone, one is another, one is new and stands first; the order is that of the articles."""
    built(SEEDS)
    text = "GWADAR, Jan. 5 (Xinhua) -- The port of Gwadar handled 12 ships in 2025, officials said."
    later = [raw("000", text), *SEEDS[1:4], changed(SEEDS[4], text=SEEDS[4].text + "\n\nThe port is deep.")]
    indexed = built(later)
    assert built.read == [5, 2]
    assert_same(indexed, in_memory(later))
    assert built(later).store.sources == indexed.store.sources
    assert built.read == [5, 2, 0]


def test_facts_that_change_are_read_again(built: Built) -> None:
    built(SEEDS[:2])
    named = [changed(SEEDS[0], facts=Facts(title="Another title")), SEEDS[1]]
    assert built(named).corpus.articles[SEEDS[0].source].title == "Another title"
    assert built.read == [2, 1]


def test_an_article_is_read_again_where_a_name_in_it_means_something_else(built: Built) -> None:
    """Only another article tells what the letters stand for."""
    naming = raw("b", "The Joint Working Group on Zorvian Fisheries (JWGZF) met in Multan on Monday, officials said.")
    using = raw("a", "Ships were discussed for hours. The JWGZF will meet again in June.")
    plain = raw("c", "The weather in Lahore was mild. Nothing else was said on Tuesday.")
    built([using, plain])
    indexed = built([using, naming, plain])
    assert built.read == [2, 2]
    assert_same(indexed, in_memory([using, naming, plain]))
    keys = frozenset().union(*(entry.keys for entry in indexed.store.entries("a")))
    assert any("zorvian" in key for key in keys)


def test_an_index_that_is_damaged_is_made_anew(built: Built) -> None:
    built(SEEDS[:1])
    (index,) = built.folder.glob("*.index")
    index.write_bytes(b"nothing like it" * 1000)
    assert len(built(SEEDS[:1]).store)
    assert built.read == [1, 1]


def test_an_index_that_others_may_write_to_is_not_used(built: Built, caplog: pytest.LogCaptureFixture) -> None:
    built(SEEDS[:1])
    (index,) = built.folder.glob("*.index")
    index.chmod(0o666)
    built(SEEDS[:1])
    assert built.read == [1, 1]
    assert "others may write to it" in caplog.text


def test_what_was_begun_and_not_finished_is_removed_in_time(built: Built) -> None:
    """One that another process may be writing now is left alone."""
    old, new = (built.folder / f"{KEY[:32]}-{age}.part" for age in ("old", "new"))
    for each in (old, new):
        each.write_bytes(b"")
    long_ago = time.time() - 100_000
    os.utime(old, (long_ago, long_ago))
    built(SEEDS[:1])
    assert not old.exists()
    assert new.exists()


def test_few_indexes_stay(tmp_path: Path) -> None:
    for number in range(5):
        indexes = Indexes(tmp_path, f"{number:064}")
        indexes.begin().write_bytes(b"")
        (begun,) = tmp_path.glob("*.part")
        indexes.admit(begun)
    assert len([*tmp_path.glob("*.index")]) == 3
    assert [*Indexes(tmp_path, f"{4:064}").existing()]


def test_an_article_that_cannot_be_read_leaves_nothing_behind(built: Built) -> None:
    with pytest.raises(CorpusError, match="language"):
        built([changed(raw("a", "The port is deep."), facts=Facts(language="xx"))])
    assert not [*built.folder.iterdir()]


def test_texts_are_equal_whether_at_hand_or_not(built: Built, library: Library) -> None:
    article = built(SEEDS[:1]).corpus.articles[SEEDS[0].source]
    assert article.text == SEEDS[0].text == library.corpus.articles[article.source].text
    assert replace(article, title="Another").text == article.text
    with pytest.raises(AttributeError):
        article.nothing  # type: ignore[attr-defined]  # noqa: B018
