"""What is told of the articles: their days, their leads, what one of them tells alone, and whose words they give."""

from __future__ import annotations

from cpecbot.answering import Library


def test_the_newest_and_the_oldest_go_by_the_days_that_they_state(newsroom: Library) -> None:
    """An article without one is named beside them."""
    newest, oldest = newsroom.ask("which is the newest article?").about, newsroom.ask("the oldest article").about
    assert newest
    assert oldest
    assert (newest.sources, oldest.sources) == (("012_storm",), ("013_schools",))
    assert newest.others == oldest.others == ("014_teachers",)


def test_a_report_begins_with_its_lead_and_holds_exact_words(newsroom: Library) -> None:
    """In the order of reading."""
    answer = newsroom.ask("summarise source 11")
    assert answer.quotes[0].text.startswith("The harbour of Veldt was closed")
    starts = [quote.span.start for quote in answer.quotes]
    assert starts == sorted(starts)
    for quote in answer.quotes:
        assert quote.text == quote.span.slice(newsroom.corpus.articles[quote.source].text)
    assert not answer.disagreements


def test_all_articles_are_told_by_their_leads(newsroom: Library) -> None:
    """One of each."""
    assert [quote.source[:3] for quote in newsroom.ask("What are the articles about?").quotes] == [
        "011",
        "012",
        "013",
        "014",
    ]


def test_what_one_tells_alone_is_on_what_the_other_never_speaks_of(newsroom: Library) -> None:
    """The cranes, not the harbour that both speak of."""
    texts = [quote.text for quote in newsroom.ask("What does source 11 mention that source 12 does not?").quotes]
    assert any("cranes" in text for text in texts)
    assert not any("closed" in text for text in texts)


def test_what_one_leaves_out_is_told_by_the_others(newsroom: Library) -> None:
    """Whichever they are."""
    answer = newsroom.ask("What does source 12 leave out?")
    assert answer.about
    assert answer.about.others == ("012_storm",)
    assert "012_storm" not in {quote.source for quote in answer.quotes}


def test_the_words_of_a_party_come_before_what_only_names_it(newsroom: Library) -> None:
    """Pakistan speaks in one article, and is spoken to in another."""
    first = newsroom.ask("What did Pakistan say about engineers?").quotes[0]
    assert first.source == "012_storm"
    assert newsroom.ask("چین درباره مهندس چه گفت؟").quotes[0].source in {"011_harbour", "013_schools"}
