"""Did you mean: near words only, the most used of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.spelling import Vocabulary
from cpecbot.models import Status

Telling = Callable[..., Library]

WORDS = Vocabulary(Counter(["gwadar", "gwadar", "port", "khunjerab", "kashmir", "plan", "كشمير"]))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gawadar", "gwadar"), ("prot", "port"), ("khunjrab", "khunjerab"), ("kashmier", "kashmir"), ("كشمر", "كشمير")],
)
def test_a_slip_of_the_finger_is_understood(typed: str, meant: str) -> None:
    assert WORDS.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["gwadar", "biryani", "xyz", "", "p"])
def test_known_far_and_short_words_stay(typed: str) -> None:
    assert WORDS.nearest(typed) is None


def test_the_more_used_of_equally_near_words_wins() -> None:
    assert Vocabulary({"trade": 1, "grade": 2}).nearest("gtade") == "grade"


@pytest.mark.parametrize(
    ("counts", "clear"),
    [
        ({"plate": 1, "plane": 3}, True),
        ({"plate": 1, "plane": 2}, False),
        ({"plane": 1, "plunge": 9}, True),
        ({}, False),
    ],
)
def test_a_word_that_is_nearer_or_much_more_used_than_others_is_clear(counts: dict[str, int], clear: bool) -> None:
    assert Vocabulary(counts).is_clear("plaxe") is clear


def test_where_two_words_may_be_meant_one_is_offered(telling: Telling) -> None:
    """And nothing answered in its place."""
    answer = telling("The plane is in Ormara.", "The plate is in Hamra.").ask("Where is the plaxe?")
    assert (answer.status, answer.did_you_mean) == (Status.NO_ANSWER, "Where is the plane?")


def test_where_one_word_is_meant_it_is_answered(telling: Telling) -> None:
    answer = telling("The plane is in Ormara.", "The boat is in Hamra.").ask("Where is the plaen?")
    assert (answer.status, answer.did_you_mean) == (Status.ANSWERED, "Where is the plane?")


@pytest.mark.parametrize(
    ("article", "question"),
    [
        # A name typed small is another name still, and a word of another language no name.
        ("The team of Ivo Kazan played well.", "kapan team"),
        # An Arabic word, typed on a Persian keyboard.
        ("شرکت گزارش داد وکشف میدان گازی را ستود.", "وکیف"),
        # A number is no misspelt number.
        ("Flight KQ7012 landed in Ormara.", "Did flight KQ7013 land?"),
    ],
)
def test_what_is_of_another_kind_is_not_offered(telling: Telling, article: str, question: str) -> None:
    assert telling(article).ask(question).did_you_mean is None


def test_what_would_find_no_answer_is_not_offered(telling: Telling) -> None:
    assert telling("The plane is in Ormara.").ask("Where was the coffea grown near Hamra?").did_you_mean is None


@pytest.mark.parametrize(
    ("article", "question", "corrected"),
    [
        ("茶叶博览会在信阳举行。", "博揽会在哪里举行？", "博览会在哪里举行？"),
        ("اكتمل المستشفى في 3 مايو.", "متى اكتمل المستشقى؟", "متى اكتمل المستشفي؟"),
        ("بیمارستان در شاهرود ساخته شد.", "بیمارسنان کجا ساخته شد؟", "بيمارستان کجا ساخته شد؟"),
    ],
)
def test_a_slip_is_seen_in_each_script(telling_everyday: Telling, article: str, question: str, corrected: str) -> None:
    answer = telling_everyday(article).ask(question)
    assert (answer.status, answer.did_you_mean) == (Status.ANSWERED, corrected)


@pytest.mark.parametrize(
    ("article", "question", "answering"),
    [
        # Two words in the article.
        ("ماهی گیری در بندر کنگان ۱۲ تیر ممنوع شد.", "ماهی‌گیری در کنگان کی ممنوع شد؟", "۱۲ تیر"),
        ("The wild fire near Hamra was put out on 3 May.", "When was the wild\u200cfire near Hamra put out?", "3 May"),
        # One word in the article.
        ("ماهی‌گیری در بندر کنگان ۱۲ تیر ممنوع شد.", "ماهی گیری در کنگان کی ممنوع شد؟", "۱۲ تیر"),
        ("The wildfire near Hamra was put out on 3 May.", "When was the wild fire near Hamra put out?", "3 May"),
        ("The wildfire near Hamra was put out on 3 May.", "When was the wild-fire near Hamra put out?", "3 May"),
        # British in the one, American in the other.
        ("The fibre mill of Ormara burnt on 3 May.", "When did the fiber mill of Ormara burn?", "3 May"),
        ("The theater in Ormara was modernized on 3 May.", "When was the theatre in Ormara modernised?", "3 May"),
    ],
)
def test_how_a_word_is_parted_or_spelt_hides_no_answer(
    telling: Telling, article: str, question: str, answering: str
) -> None:
    """And is no correction."""
    answer = telling(article).ask(question)
    quote = answer.quotes[0]
    assert [quote.text[s.start - quote.span.start : s.end - quote.span.start] for s in quote.highlights] == [answering]
    assert answer.did_you_mean is None
    assert answer.question == question


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("The timber mill near Hamra burnt on 3 May.", "When did the timbre of Hamra burn?"),
        ("The car near Hamra was sold to a pet shop on 3 May.", "When was the carpet sold?"),
    ],
)
def test_other_words_stay_other_words(telling: Telling, article: str, question: str) -> None:
    assert telling(article).ask(question).status is Status.NO_ANSWER
