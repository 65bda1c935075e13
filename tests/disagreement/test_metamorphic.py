"""Change one fact in a copy of an article, and exactly that is noted; change only how it is written, and nothing is.

One case of each kind of fact and of each way of writing; the others are tried in tests/long.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cpecbot.models import Article
from rewritten import DIGITS, assert_digits_are_no_matter, assert_no_note, assert_one_note, notes_beside

# Source, what it says, what its copy says instead.
FACTS = [
    ("003", "Seventh Round", "Eighth Round"),
    ("001", "بالذكرى 75", "بالذكرى 70"),
    ("002", "هفتاد و پنجمین", "هفتادمین"),
    ("002", "فاز نخست", "فاز سوم"),
    ("000", "الخامسة", "الرابعة"),
    ("004", "January 4, 2026", "January 2, 2026"),
    ("002", "سوم تا پنجم", "دوم تا پنجم"),
    ("001", "2025–2029", "2024–2028"),
    ("001", "الاثنين", "الثلاثاء"),
    ("002", "۳۰ میلیارد", "۴۰ میلیارد"),
    ("004", "three key", "four key"),
    ("001", "النسخة 2.0", "النسخة 3.0"),
    ("003", "For its part, Pakistan", "For its part, India"),
    ("004", "On January 4, 2026, Wang Yi", "On January 4, 2026, Li Qiang"),
    ("001", "أكدت الصين دعمها", "أكدت روسيا دعمها"),
    ("000", "الصيني الأمريكي", "الصيني الهندي"),
    ("002", "به چین سفر", "به روسیه سفر"),
]

# Source, what it says, the same written otherwise.
SPELLINGS = [
    ("002", "سوم تا پنجم ژانویه ۲۰۲۶", "۱۳ تا ۱۵ دی ۱۴۰۴"),
    ("004", "January 4, 2026", "2026-01-04"),
    ("003", "75th", "seventy-fifth"),
    ("003", "Seventh Round", "7th Round"),
    ("001", "بالذكرى 75", "بالذكرى الخامسة والسبعين"),
    ("002", "هفتاد و پنجمین", "۷۵مین"),
    ("002", "۳۰ میلیارد", "سی میلیارد"),
    ("001", "وانج يي", "وانغ يي"),
    ("003", "Ishaq Dar", "Ishaq Daar"),
    ("003", "Xinjiang", "Sinkiang"),
    ("003", "industry, agriculture, and mining", "mining, agriculture, and industry"),
    ("000", "الصناعة وتكنولوجيا المعلومات والزراعة", "الزراعة والصناعة وتكنولوجيا المعلومات"),
    ("003", "Pakistan and China have", "China and Pakistan have"),
    ("003", "collaboration", "cooperation"),
    ("001", "وأكد البلدان", "وشدد البلدان"),
    ("002", "تقویت همکاری", "تعمیق همکاری"),
    ("000", "واتفقتا على حماية", "واتفقتا على صون"),
    ("004", "ceasefire", "truce"),
]


@pytest.mark.parametrize("number", ["000", "003"])  # of each direction of writing, and not the longest
def test_an_article_agrees_with_its_copy(number: str, articles: Mapping[str, Article]) -> None:
    """The same words twice are no disagreement."""
    assert notes_beside(articles[number], articles[number].text) == []


@pytest.mark.parametrize(("number", "said", "instead"), FACTS)
def test_one_changed_fact_makes_one_note(number: str, said: str, instead: str, articles: Mapping[str, Article]) -> None:
    """A changed ordinal, date, sum, count, party or place is noted once."""
    assert_one_note(articles[number], said, instead)


@pytest.mark.parametrize(("number", "said", "instead"), SPELLINGS)
def test_another_spelling_makes_no_note(number: str, said: str, instead: str, articles: Mapping[str, Article]) -> None:
    """Other digits, calendars, transliterations, list orders and synonyms say the same."""
    assert_no_note(articles[number], said, instead)


@pytest.mark.parametrize("script", DIGITS)
def test_digits_of_any_script_are_the_same_numbers(script: str, articles: Mapping[str, Article]) -> None:
    assert_digits_are_no_matter(articles["002"], script)
