"""A sentence is read once, whoever asks for what it holds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.corpus.loading import build_corpus
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.concept import ConceptMatch
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.values import finding
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span, TermKind
from cpecbot.store.entries import Entry, quotable, read_article, read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import contrasts as shipped_contrasts
from shipped import glossary_of_the_field


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(glossary_of_the_field(), LANGUAGES)


def test_every_sentence_is_read_once_for_answers_and_notes(
    corpus: Corpus, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library and all its notes look once for the concepts and once for the values of each sentence."""
    matched: Counter[str] = Counter()
    searched: Counter[str] = Counter()
    read, find_values = Glossary.read, finding.find_values

    def counting_read(self: Glossary, text: str, languages: Iterable[Language]) -> tuple[ConceptMatch, ...]:
        matched[text] += self is analyzer.glossary  # and not the few terms that only comparing knows
        return read(self, text, languages)

    def counting_values(text: str, *rest: object) -> object:
        searched[text] += 1
        return find_values(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Glossary, "read", counting_read)
    for name, module in list(sys.modules.items()):
        if name.startswith("cpecbot.") and getattr(module, "find_values", None) is find_values:
            monkeypatch.setattr(module, "find_values", counting_values)
    contrasts = shipped_contrasts()
    store = MemoryStore(read_entries(corpus, analyzer))
    assert Library(corpus, store, Understanding(analyzer, contrasts.metonyms), contrasts).disagreements()
    sentences = Counter(each.text for listed in corpus.sentences.values() for each in listed)
    assert {text: matched[text] for text in sentences} == sentences
    assert {text: searched[text] for text in sentences} == sentences


def test_entries_are_numbered_through_the_corpus(corpus: Corpus, analyzer: Analyzer) -> None:
    entries = read_entries(corpus, analyzer)
    assert [entry.number for entry in entries] == list(range(len(entries)))
    assert [entry.sentence for entry in entries] == [each for listed in corpus.sentences.values() for each in listed]


def test_of_each_article_the_first_statement_leads(corpus: Corpus, analyzer: Analyzer) -> None:
    leading = [entry.number for entry in read_entries(corpus, analyzer) if entry.leads]
    expected = {}
    for entry in read_entries(corpus, analyzer):
        if quotable(entry):
            expected.setdefault(entry.sentence.source, entry.number)
    assert leading == list(expected.values())


@pytest.mark.parametrize(
    ("language", "filed", "report"),
    [
        (EN, "KARACHI, March 5 (APP):", " The port was closed."),
        (EN, "Beijing : ", "The port was closed."),
        (EN, "", "Analysis: the port was closed."),
        (EN, "", "The port (the old one) was closed."),
        (AR, "الرياض - واس:", " أغلق الميناء."),
        (FA, "تهران - ایرنا -", " بندر بسته شد."),
        (UR, "کراچی (اسٹاف رپورٹر) ", "بندرگاہ بند ہو گئی۔"),
        (ZH, "新华社卡拉奇3月5日电（记者王明）", "港口关闭。"),
    ],
)
def test_a_report_begins_behind_where_and_when_it_was_filed(
    analyzer: Analyzer, language: Language, filed: str, report: str
) -> None:
    text = filed + report
    sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)
    (entry,) = read_article(Article("a", text, language), [sentence], analyzer)
    assert text[entry.body :] == report


def test_the_words_inside_a_phrase_are_no_keys(analyzer: Analyzer) -> None:
    """The weather is no key of an "all-weather partnership"."""
    text = "The all-weather strategic cooperative partnership goes on."
    sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, EN)
    (entry,) = read_article(Article("a", text, EN), [sentence], analyzer, 7)
    terms = entry.analysis.terms
    assert "l:weather" in {term.key for term in terms if term.kind is TermKind.PART}
    assert entry.keys == {term.key for term in terms if term.kind not in (TermKind.PART, TermKind.CONSTITUENT)}
    assert "c:cooperation" in entry.parts
    assert entry.keys.isdisjoint(entry.parts)
    assert entry.number == 7


# --- what stands around -----------------------------------------------------------------------------------------------


def of_article(analyzer: Analyzer, article: Article) -> list[Entry]:
    corpus = build_corpus([article])
    return list(read_article(article, corpus.sentences[article.source], analyzer))


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (EN, "They met on Monday. It rained.", "Talks in Karachi"),
        (AR, "اجتمعوا يوم الاثنين. هطل المطر.", "محادثات في كراتشي"),
        (FA, "آنها دوشنبه دیدار کردند. باران بارید.", "گفت‌وگو در کراچی"),
        (UR, "وہ پیر کو ملے۔ بارش ہوئی۔", "کراچی میں مذاکرات"),
        (ZH, "他们星期一见面。下雨了。", "在卡拉奇会谈"),
    ],
)
def test_a_title_apart_from_the_text_is_around_every_sentence(
    analyzer: Analyzer, language: Language, text: str, title: str
) -> None:
    entries = of_article(analyzer, Article("a", text, language, title=title))
    assert [entry.surroundings.names_at_its_opening({"c:karachi"}) for entry in entries] == [True, True]
    assert all("c:karachi" not in entry.keys for entry in entries)


def test_a_title_in_the_text_is_its_heading_and_read_once(analyzer: Analyzer) -> None:
    article = Article("a", "Talks in Karachi\n\nThey met on Monday. It rained.", EN, title="Talks in Karachi")
    heading, first, second = of_article(analyzer, article)
    assert heading.surroundings.opening == frozenset()
    assert first.surroundings.opening == heading.keys
    assert second.surroundings.opening == heading.keys | first.keys


def test_every_sentence_knows_the_day_of_its_article(analyzer: Analyzer) -> None:
    dated, undated = (
        of_article(analyzer, Article("a", "They met. It rained.", EN, published=day))
        for day in (date(2026, 1, 4), None)
    )
    assert [entry.surroundings.published for entry in undated] == [frozenset()] * 2
    for entry in dated:
        assert {"v:year:2026", "v:day:2026-01-04"} <= entry.surroundings.published


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "China and Iran met. The two sides agreed."),
        (AR, "اجتمعت الصين وإيران. اتفق الجانبان."),
        (FA, "چین و ایران دیدار کردند. دو طرف توافق کردند."),
        (UR, "چین اور ایران ملے۔ دونوں نے اتفاق کیا۔"),
        (ZH, "中国和伊朗会谈。双方达成一致。"),
    ],
)
def test_both_sides_are_those_of_the_sentence_before(analyzer: Analyzer, language: Language, text: str) -> None:
    first, second = (entry.surroundings for entry in of_article(analyzer, Article("a", text, language)))
    assert (first.parties, first.refers) == (frozenset(), False)
    assert (second.parties, second.refers) == ({"c:country_cn", "c:country_ir"}, True)


def test_an_entry_knows_where_its_keys_stand(library: Library) -> None:
    """Each place once, in order, for one key as for several; nowhere for what stands only inside a phrase."""
    for source in library.store.sources:
        for entry in library.store.entries(source):
            for term in entry.analysis.terms:
                asked = frozenset({term.key, "l:nowhere"})
                places = {each.span for each in entry.analysis.terms if each.key == term.key}
                assert entry.holding(asked) == (tuple(sorted(places)) if term.key in entry.keys else ())
            assert entry.holding(entry.keys) == tuple(
                sorted({each.span for each in entry.analysis.terms if each.key in entry.keys})
            )
