"""Every other fact and spelling of the articles that a copy is given; tests/disagreement has one of each kind."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cpecbot.models import Article
from rewritten import DIGITS, assert_digits_are_no_matter, assert_no_note, assert_one_note, notes_beside

# Source, what it says, what its copy says instead.
FACTS = [
    ("004", "14th Five-Year", "13th Five-Year"),
    ("004", "75th anniversary", "70th anniversary"),
    ("004", "the Seventh Round", "the Sixth Round"),
    ("004", "15th Five-Year", "16th Five-Year"),
    ("003", "75th anniversary", "74th anniversary"),
    ("001", "الجولة السابعة", "الجولة السادسة"),
    ("002", "هفتمین دور", "ششمین دور"),
    ("002", "هفتمین گفت", "ششمین گفت"),
    ("004", "January 3 to", "January 2 to"),
    ("004", "activities in 2026", "activities in 2025"),
    ("004", "on Monday", "on Tuesday"),
    ("002", "سال ۲۰۲۶", "سال ۲۰۲۵"),
    ("002", "۲۰۲۵ تا ۲۰۲۹", "۲۰۲۴ تا ۲۰۲۹"),
    ("001", "عام 2026", "عام 2025"),
    ("004", "version 2.0", "version 3.0"),
    ("003", "China-Pakistan Foreign", "China-India Foreign"),
    ("003", "China reiterated its", "Russia reiterated its"),
    ("004", "Pakistan firmly supported every", "India firmly supported every"),
    ("004", "China commended the", "Russia commended the"),
    ("004", "in Gaza", "in Lebanon"),
    ("004", "Strategic Dialogue in Beijing", "Strategic Dialogue in Islamabad"),
    ("002", "دعوت وزیر خارجه چین", "دعوت وزیر خارجه روسیه"),
    ("001", "وأعربت باكستان", "وأعربت الهند"),
    ("001", "في إسلام أباد", "في بكين"),
    ("000", "دعم الصين الكامل", "دعم روسيا الكامل"),
    ("004", "Khunjerab", "Wagah"),
]

# Source, what it says, the same written otherwise.
SPELLINGS = [
    ("002", "از سال ۲۰۲۶", "از سال ۲۰۲۶ میلادی"),
    ("004", "January 4, 2026", "4 January 2026"),
    ("004", "January 3 to January 5, 2026", "3 to 5 January 2026"),
    ("004", "75th", "seventy-fifth"),
    ("004", "the Seventh Round", "the 7th Round"),
    ("002", "هفتمین دور", "دور هفتم"),
    ("004", "three key", "3 key"),
    ("001", "2025–2029", "2025-2029"),
    ("001", "2025–2029", "2025 إلى 2029"),
    ("001", "إسحاق دار", "اسحق دار"),
    ("000", "اسحاق دار", "إسحاق دار"),
    ("000", "وانغ يي", "وانغ يى"),
    ("001", "شينجيانج", "شينجيانغ"),
    ("001", "هونج كونج", "هونغ كونغ"),
    ("001", "إسلام أباد", "اسلام اباد"),
    ("004", "Gwadar", "Gawadar"),
    ("004", "Khunjerab", "Khunjrab"),
    ("004", "industry, agriculture and mining", "agriculture, mining and industry"),
    (
        "001",
        "التجارة والاستثمار وتكنولوجيا المعلومات والأمن السيبراني",
        "الأمن السيبراني والتجارة والاستثمار وتكنولوجيا المعلومات",
    ),
    (
        "003",
        "sovereignty, territorial integrity, and independence",
        "independence, sovereignty, and territorial integrity",
    ),
    (
        "004",
        "Xinjiang, Xizang, Hong Kong and the South China Sea",
        "Hong Kong, Xinjiang, the South China Sea and Xizang",
    ),
    ("002", "راه، انرژی و زیرساختها", "انرژی، راه و زیرساختها"),
    ("004", "China and Pakistan, which", "Pakistan and China, which"),
    ("003", "reiterated", "reaffirmed"),
    ("004", "commended the", "praised the"),
    ("004", "enhance cooperation", "strengthen cooperation"),
    ("003", "highlighted", "stressed"),
    ("003", "platforms", "forums"),
    ("004", "emphasized", "underlined"),
    ("004", "steadfast", "firm"),
    ("001", "تعميق التعاون في", "تعزيز التعاون في"),
    ("002", "تأکید", "تصریح"),
    ("003", "the two countries", "both countries"),
    ("003", "Both nations", "Both sides"),
    ("004", "combating terrorism and playing", "fighting terrorism and playing"),
]


@pytest.mark.parametrize("number", ["001", "002", "004"])
def test_an_article_agrees_with_its_copy(number: str, articles: Mapping[str, Article]) -> None:
    assert notes_beside(articles[number], articles[number].text) == []


@pytest.mark.parametrize(("number", "said", "instead"), FACTS)
def test_one_changed_fact_makes_one_note(number: str, said: str, instead: str, articles: Mapping[str, Article]) -> None:
    assert_one_note(articles[number], said, instead)


@pytest.mark.parametrize(("number", "said", "instead"), SPELLINGS)
def test_another_spelling_makes_no_note(number: str, said: str, instead: str, articles: Mapping[str, Article]) -> None:
    assert_no_note(articles[number], said, instead)


@pytest.mark.parametrize("script", DIGITS)
@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_digits_of_any_script_are_the_same_numbers(number: str, script: str, articles: Mapping[str, Article]) -> None:
    assert_digits_are_no_matter(articles[number], script)
