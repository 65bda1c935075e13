"""The corpus: articles with what they state, their sentences, and the names that people call them by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import SupportsIndex

import pytest

from cpecbot.corpus import Corpus
from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.loading import build_corpus, load_corpus
from cpecbot.errors import CorpusError
from cpecbot.models import Article, SentenceKind, Span
from fakes.languages import EN, LANGUAGES, ZH


def named(*sources: str) -> Corpus:
    return build_corpus(Article(source, "One sentence.", EN) for source in sources)


def test_the_articles_are_exactly_the_files(root: Path, corpus: Corpus) -> None:
    assert {source: article.text for source, article in corpus.articles.items()} == {
        file.stem: file.read_bytes().decode() for file in (root / "seeds").glob("*.txt")
    }


def test_an_article_has_only_the_facts_it_states(articles: Mapping[str, Article]) -> None:
    stated = {
        number: (article.language.code, article.outlet, article.place, article.published, article.cites)
        for number, article in articles.items()
    }
    assert stated == {
        "000": ("ar", None, None, None, ()),
        "001": ("ar", None, None, None, ("Xinhua",)),
        "002": ("fa", "IRIB News", "Islamabad", date(2026, 1, 5), ("Express News",)),
        "003": ("en", None, "Beijing", None, ()),
        "004": ("en", "APP", "Islamabad", date(2026, 1, 5), ()),
    }


def test_the_language_and_dateline_are_read_from_the_text_when_nobody_states_them(root: Path) -> None:
    corpus = load_corpus(root / "seeds", LANGUAGES)
    assert [article.language.code for article in corpus.articles.values()] == ["ar", "ar", "fa", "en", "en"]
    assert corpus.articles["004_84e34df9c8cd6787"].outlet == "APP"


def test_a_language_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a", "text": "x", "language": "de"}', "utf-8")
    with pytest.raises(CorpusError, match=r"line 1: \"language\" is 'de'\. Use one of en, ar, fa, ur, zh"):
        load_corpus(file, LANGUAGES)


def test_every_sentence_is_a_slice_of_its_article_in_order(corpus: Corpus) -> None:
    for source, sentences in corpus.sentences.items():
        text = corpus.articles[source].text
        assert sentences
        assert all(sentence.text == sentence.span.slice(text) == sentence.text.strip() for sentence in sentences)
        assert all(one.span.end <= two.span.start for one, two in pairwise(sentences))


def test_page_chrome_is_no_sentence_and_headings_are_marked(corpus: Corpus) -> None:
    texts = [sentence.text for sentences in corpus.sentences.values() for sentence in sentences]
    assert not any("Leave a Reply" in text or "شاركها" in text or "پخش زنده" in text for text in texts)
    kinds = {sentence.text: sentence.kind for sentence in corpus.sentences["001_f591b15c275df84c"]}
    assert kinds["تايوان وأفغانستان"] is SentenceKind.HEADING


def test_a_corpus_cannot_be_changed(corpus: Corpus) -> None:
    with pytest.raises(TypeError):
        corpus.articles["new"] = corpus.articles["004_84e34df9c8cd6787"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("004_84e34df9c8cd6787", "004_84e34df9c8cd6787"),
        ("004", "004_84e34df9c8cd6787"),
        (" 4 ", "004_84e34df9c8cd6787"),
        ("٤", "004_84e34df9c8cd6787"),
        ("۴", "004_84e34df9c8cd6787"),
        ("0", "000_cba4dcd2806b8ba7"),
    ],
)
def test_a_source_is_found_by_name_start_or_number(corpus: Corpus, name: str, source: str) -> None:
    assert corpus.resolve(name) == source


def test_an_exact_name_wins_over_a_longer_one() -> None:
    assert named("a", "ab").resolve("a") == "a"


@pytest.mark.parametrize("name", ["5", "", "9" * 5000, "xyz", "²"])
def test_an_unknown_source_lists_the_known_ones(corpus: Corpus, name: str) -> None:
    with pytest.raises(CorpusError, match=r"No source is called .*Known sources: .*000_cba4dcd2806b8ba7"):
        corpus.resolve(name)


def test_an_ambiguous_name_lists_what_it_fits() -> None:
    with pytest.raises(CorpusError, match="fits several sources: dawn-1, dawn-2"):
        named("dawn-1", "dawn-2", "app").resolve("dawn")


def test_a_list_of_very_many_sources_is_cut() -> None:
    with pytest.raises(CorpusError, match="a9 and 90 more"):
        named(*(f"a{number}" for number in range(100))).resolve("b")


class Watched(str):
    """A text that counts the characters looked at through it."""

    looked = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.looked += len(part)
        return part

    def rfind(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        reach = len(self) if end is None else end
        self.looked += reach - start
        return super().rfind(sub, start, reach)


@pytest.mark.parametrize("unit", ["Both sides met.\n", "both sides met at the port ", "x", "x" * 5000 + " "])
def test_twice_the_text_is_looked_at_twice_and_not_four_times(unit: str) -> None:
    """Whether it has many lines or is one that has to be cut."""

    def looked(length: int) -> int:
        text = Watched(unit * (length // len(unit)))
        build_corpus([Article("a", text, EN)])
        return text.looked

    assert 0 < looked(100_000) <= 2.2 * looked(50_000)


def test_twice_the_page_chrome_is_compared_twice_and_not_four_times(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Span] = []
    overlaps = Span.overlaps

    def watched(span: Span, other: Span) -> bool:
        compared.append(span)
        return overlaps(span, other)

    monkeypatch.setattr(Span, "overlaps", watched)

    def comparisons(lines: int) -> int:
        compared.clear()
        text = "Both sides met at the port.\nShare\n" * lines
        corpus = build_corpus([Article("a", text, EN)], Boilerplate(lines=frozenset({"share"})))
        assert len(corpus.sentences["a"]) == lines
        return len(compared)

    assert comparisons(200) <= 2.2 * comparisons(100)


@pytest.mark.parametrize("run", ["both sides met at the port ", "双方在瓜达尔港会晤，", "x"])
def test_what_has_no_end_is_cut_into_pieces_that_hold_all_of_it(run: str) -> None:
    text = run * (30_000 // len(run))
    language = ZH if run[0] == "双" else EN
    sentences = build_corpus([Article("a", text, language)]).sentences["a"]
    assert len(sentences) > 5
    assert all(sentence.text == sentence.span.slice(text) and len(sentence.text) <= 5000 for sentence in sentences)
    assert "".join("".join(sentence.text for sentence in sentences).split()) == "".join(text.split())
