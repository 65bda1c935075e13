from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.rendering.answer.context import attribution, make_context, names_in, short_names, shorten
from fakes.languages import AR, EN, FA, ZH
from rendering.samples import ARTICLES, HELD_EN, SEVENTH_AR, SEVENTH_FA, label


def test_a_source_is_called_by_what_tells_it_from_the_others() -> None:
    assert short_names(["000_ab", "001_cd"]) == {"000_ab": "000", "001_cd": "001"}
    assert short_names(["dawn_1", "dawn_2", "app_1"]) == {"dawn_1": "dawn_1", "dawn_2": "dawn_2", "app_1": "app"}
    assert short_names(["_x", "plain"]) == {"_x": "_x", "plain": "plain"}


def test_a_mere_number_is_written_in_the_digits_of_the_language() -> None:
    assert names_in(FA, ["004_84", "press_2026", "x"]) == {"004_84": "۰۰۴", "press_2026": "press", "x": "x"}
    assert names_in(EN, ["004_84"]) == {"004_84": "004"}


def test_of_a_long_id_the_beginning_and_the_end_are_said_where_they_tell_it_from_others() -> None:
    known = short_names(["x" * 64, "y" * 65, "https://example.org/" + "a" * 200 + "/1", "https://example.org/b"])
    assert list(map(len, known.values())) == [64, 64, 64, 21]
    assert known["y" * 65] == "y" * 31 + "…" + "y" * 32
    alike = ["z" * 40 + middle + "z" * 40 for middle in "ab"]
    assert short_names(alike) == {each: each for each in alike}


@pytest.mark.parametrize(("count", "end"), [(31, "s29 and s30"), (32, "s29 and 2 more"), (4000, "s29 and 3,970 more")])
def test_of_many_sources_some_are_named_and_the_rest_counted(count: int, end: str) -> None:
    named = make_context({}, label, EN).list_names(f"s{number}" for number in range(count))
    assert named.endswith(end)
    assert len(named) < 250


def test_an_attribution_gives_what_the_article_states_in_the_readers_language() -> None:
    context = make_context(ARTICLES, label, ZH)
    assert attribution(HELD_EN, context) == ("APP", "Islamabad", "2026年1月5日", "英语", "来源 004")
    assert attribution(SEVENTH_AR, context) == ("来源 001", "援引Xinhua", "阿拉伯语")


def test_outlets_and_places_are_called_as_the_readers_language_calls_them(library: Library) -> None:
    articles = library.corpus.articles
    places = {source: article.called(article.place, AR) for source, article in articles.items() if article.place}
    assert set(places.values()) == {"بكين", "إسلام آباد"}
    context = make_context(articles, library.label, AR)
    (quote,) = (each for each in library.ask("source:001 gaza").quotes[:1])
    assert any("شينخوا" in part for part in attribution(quote, context))


def test_a_name_that_the_language_writes_so_itself_stays_as_stated(library: Library) -> None:
    article = library.corpus.articles["004_84e34df9c8cd6787"]
    assert (article.called("APP", EN), article.called("APP", ZH)) == ("APP", "巴基斯坦联合通讯社")
    assert article.called("Nobody's Post", ZH) == "Nobody's Post"


def test_names_of_the_other_direction_are_isolated() -> None:
    outlet, *_ = attribution(SEVENTH_FA, make_context(ARTICLES, label, EN))
    assert outlet == "\u2068خبرگزاری صدا و سیما\u2069"


def test_a_source_that_is_not_held_can_still_be_named() -> None:
    context = make_context({}, label, EN)
    assert attribution(HELD_EN, context) == (f"source {HELD_EN.source}", "English")
    assert context.is_undated(HELD_EN.source)


def test_names_are_kept_to_one_line_of_a_sensible_length() -> None:
    assert shorten("a\n b") == "a b"
    assert shorten("x" * 200) == "x" * 79 + "…"
