"""Which words of a sentence tell the cause of what is asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Why was the mill shut?", "The mill was shut because of a leak.", "because of a leak"),
        ("Why was the mill shut?", "Owing to a leak, the mill was shut.", "Owing to a leak"),
        ("Why was the mill shut?", "A leak forced the closure of the mill.", "A leak"),
        ("Why was the mill shut?", "There was a leak, so the mill was shut.", "There was a leak"),
        ("لماذا أغلقت المطحنة؟", "أغلقت المطحنة بسبب تسرب الغاز.", "بسبب تسرب الغاز"),
        ("لماذا أغلقت المطحنة؟", "وأدى تسرب الغاز إلى إغلاق المطحنة.", "وأدى تسرب الغاز إلى"),
        ("چرا آسیاب تعطیل شد؟", "آسیاب به دلیل نشت گاز تعطیل شد.", "به دلیل نشت گاز"),
        ("چرا آسیاب تعطیل شد؟", "نشت گاز باعث تعطیلی آسیاب شد.", "نشت گاز"),
        ("چکی کیوں بند ہوئی؟", "گیس کے اخراج کی وجہ سے چکی بند ہوئی۔", "گیس کے اخراج کی وجہ سے"),
        ("磨坊为什么关闭？", "因煤气泄漏，磨坊关闭。", "因煤气泄漏"),
        ("磨坊为什么关闭？", "煤气泄漏导致磨坊关闭。", "煤气泄漏"),
    ],
)
def test_the_words_for_the_cause_are_marked(telling_everyday: Telling, question: str, text: str, told: str) -> None:
    (quote,) = telling_everyday(text).ask(question).quotes
    assert [span.slice(text) for span in quote.highlights] == [told]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # What is asked about is itself the cause of something.
        ("Why was there a flood?", "The school was shut because of the flood."),
        ("Why was there a flood?", "The flood led to a strike."),
        ("لماذا حدث الفيضان؟", "أغلقت المدرسة بسبب الفيضان."),
        ("لماذا حدث الفيضان؟", "وأدى الفيضان إلى إغلاق المدرسة."),
        ("چرا سیل آمد؟", "مدرسه به دلیل سیل تعطیل شد."),
        ("سیلاب کیوں آیا؟", "سیلاب کی وجہ سے اسکول بند ہوا۔"),
        ("为什么发生洪水？", "洪水导致学校关闭。"),
        # What is told is only a time.
        ("Why did the coach resign?", "The coach resigned after three years."),
    ],
)
def test_what_is_no_cause_of_it_is_not(telling_everyday: Telling, question: str, text: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == ()


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("What was the flood caused by?", "The flood came because a dyke broke.", "The strike caused a delay."),
        ("洪水是什么原因造成的？", "因堤坝决口，发生洪水。", "罢工造成延误。"),
        ("سیلاب کا باعث کیا تھا؟", "سیلاب بند ٹوٹنے سے آیا۔", "تاخیر ہڑتال کے باعث ہوئی۔"),
    ],
)
def test_a_word_that_asks_what_led_to_it_is_not_what_it_is_about(
    telling_everyday: Telling, question: str, text: str, other: str
) -> None:
    assert [quote.text for quote in telling_everyday(f"{other} {text}").ask(question).quotes] == [text]


def test_lam_asks_why_and_denies_nothing(telling_everyday: Telling) -> None:
    text = "أغلقت المطحنة بسبب تسرب الغاز."
    assert [quote.text for quote in telling_everyday(text).ask("لم أغلقت المطحنة؟").quotes] == [text]


FIRST = [
    (
        "Why did the ferry sink?",
        "The ferry sank on Monday off Harl. Police are investigating the cause of the sinking. "
        "The ferry sank because a door was left open.",
        "The ferry sank because a door was left open.",
    ),
    (
        "Why did the ferry sink?",
        "The ferry sank on Monday off Harl. The reason was an open door. Divers are looking for it.",
        "The reason was an open door.",
    ),
    (
        "Why was the ferry moved?",
        "The ferry was moved on Monday to Harl. A storm was coming. That is why the ferry was moved. It is safe now.",
        "A storm was coming.",
    ),
    (
        "لماذا غرقت العبارة؟",
        "غرقت العبارة يوم الاثنين. وبقي أحد الأبواب مفتوحا. ولهذا السبب غرقت العبارة. ويبحث الغواصون عنها.",
        "وبقي أحد الأبواب مفتوحا.",
    ),
    (
        "چرا کشتی غرق شد؟",
        "کشتی روز دوشنبه غرق شد. یک در باز مانده بود. به همین دلیل کشتی غرق شد. غواصان در راه‌اند.",
        "یک در باز مانده بود.",
    ),
    (
        "کشتی کیوں ڈوبی؟",
        "کشتی پیر کو ڈوب گئی۔ ایک دروازہ کھلا رہ گیا تھا۔ اسی لیے کشتی ڈوب گئی۔ غوطہ خور راستے میں ہیں۔",
        "ایک دروازہ کھلا رہ گیا تھا۔",
    ),
    ("渡轮为什么沉没？", "渡轮周一沉没。一扇门没有关好。因此渡轮沉没。潜水员正在途中。", "一扇门没有关好。"),
    ("渡轮为什么沉没？", "渡轮周一沉没。原因是一扇门没有关好。潜水员正在途中。", "原因是一扇门没有关好。"),
]


@pytest.mark.parametrize(("question", "text", "first"), FIRST)
def test_what_gives_the_cause_comes_first(telling_everyday: Telling, question: str, text: str, first: str) -> None:
    """Even where only the sentence beside it names what is asked about."""
    assert telling_everyday(text).ask(question).quotes[0].text == first


def test_a_cause_in_another_language_comes_before_no_cause_in_ones_own(telling_everyday: Telling) -> None:
    library = telling_everyday("The mill was shut on Monday.", "أغلقت المطحنة بسبب تسرب الغاز.")
    assert [quote.source for quote in library.ask("Why was the mill shut?").quotes] == ["b"]


def test_where_none_is_told_what_happened_is_shown(telling_everyday: Telling) -> None:
    library = telling_everyday("The ferry sank on Monday off Harl.")
    assert [quote.source for quote in library.ask("Why did the ferry sink?").quotes] == ["a"]


def test_the_cause_of_something_else_that_was_done_is_none(library: Library) -> None:
    """002 tells why the two celebrate, and nothing of a principle or of support."""
    for question in ("Why does Pakistan support the one-China principle?", "چرا پاکستان از چین حمایت می‌کند؟"):
        assert all(not quote.source.startswith("002") for quote in library.ask(question).quotes[:1])
