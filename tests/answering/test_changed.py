"""What changed between the fifth and the seventh round, by the five articles; and on a topic."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.answering import Library
from cpecbot.models import ChangeKind, Changes, View

FIFTH, SEVENTH = ("000",), ("001", "002", "003", "004")


@pytest.fixture(scope="module")
def changes(library: Library) -> Changes:
    (found,) = library.changes()
    return found


def numbers(sources: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source[:3] for source in sources)


def test_one_article_is_of_the_fifth_round_and_four_of_the_seventh(changes: Changes) -> None:
    """Of the earlier one nobody states the day."""
    assert (changes.earlier.number, numbers(changes.earlier.sources)) == (5, FIFTH)
    assert (changes.later.number, numbers(changes.later.sources)) == (7, SEVENTH)
    assert (changes.earlier.day, changes.later.day) == (None, date(2026, 1, 5))


@pytest.mark.parametrize(
    "words",
    [
        "ceasefire in Gaza",
        "Jammu and Kashmir dispute is left over",
        "trans-boundary water",
        "Cairo Declaration",
        "West Bank",
    ],
)
def test_what_only_the_seventh_round_spoke_of_is_new(changes: Changes, words: str) -> None:
    """No statement of the fifth is on it."""
    new = [quote.text for change in changes.of_kind(ChangeKind.NEW) for quote in change.later]
    assert any(words in text for text in new)


@pytest.mark.parametrize(
    "words",
    ["مشاركة طرف ثالث", "لضمان سلامة الأفراد الصينيين", "السيادة الوطنية", "بمبدأ صين واحدة", "القطاعين المالي"],
)
def test_what_both_rounds_spoke_of_is_neither_new_nor_dropped(changes: Changes, words: str) -> None:
    """Third parties, the safety of personnel, sovereignty, one China, banks."""
    claimed = [*changes.of_kind(ChangeKind.NEW), *changes.of_kind(ChangeKind.DROPPED)]
    assert not any(words in quote.text for change in claimed for quote in (*change.earlier, *change.later))


def test_every_quote_is_a_slice_of_an_article_on_its_round(changes: Changes, library: Library) -> None:
    for change in changes.changes:
        assert {quote.source for quote in change.earlier} <= {*changes.earlier.sources}
        assert {quote.source for quote in change.later} <= {*changes.later.sources}
        for quote in (*change.earlier, *change.later):
            assert quote.span.slice(library.corpus.articles[quote.source].text) == quote.text


@pytest.mark.parametrize("topic", ["Gaza", "غزة", "加沙", "ceasefire in Gaza"])
def test_a_topic_in_any_language_narrows_what_changed(library: Library, topic: str) -> None:
    """Of several words all are meant, where anything speaks of all."""
    (changes,) = library.changes(topic)
    assert 0 < len(changes.changes) < 4
    assert all("Gaza" in change.later[-1].text for change in changes.changes)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What changed since the fifth round?", ""),
        ("What changed between the rounds on Gaza?", "Gaza"),
        ("ما الذي تغير منذ الجولة الخامسة؟", ""),
        ("از دور پنجم تاکنون چه تغییری کرده است؟", ""),
        ("پانچویں دور کے بعد سے کیا بدلا ہے؟", ""),
        ("自第五轮以来有什么变化？", ""),
    ],
)
def test_it_can_be_asked_for_in_words(library: Library, question: str, topic: str) -> None:
    answer = library.ask(question)
    assert answer.about is not None
    assert (answer.about.view, answer.about.name) == (View.CHANGES, topic)
    assert answer.about.changes == library.changes(topic)


@pytest.mark.parametrize("question", ["When was the seventh round held?", "What changed in Gwadar?"])
def test_other_questions_are_answered_from_the_articles(library: Library, question: str) -> None:
    assert library.ask(question).about is None
