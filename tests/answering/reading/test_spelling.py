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
