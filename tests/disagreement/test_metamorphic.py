"""Change one fact in a copy of an article, and exactly that is noted; change only how it is written, and nothing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.models import Article, Disagreement, Level

# Source, what it says, what its copy says instead.
FACTS = [
    ("004", "14th Five-Year", "13th Five-Year"),
    ("004", "75th anniversary", "70th anniversary"),
    ("004", "the Seventh Round", "the Sixth Round"),
    ("004", "15th Five-Year", "16th Five-Year"),
    ("003", "75th anniversary", "74th anniversary"),
    ("003", "Seventh Round", "Eighth Round"),
    ("001", "بالذكرى 75", "بالذكرى 70"),
    ("001", "الجولة السابعة", "الجولة السادسة"),
    ("002", "هفتاد و پنجمین", "هفتادمین"),
    ("002", "هفتمین دور", "ششمین دور"),
    ("002", "هفتمین گفت", "ششمین گفت"),
    ("002", "فاز نخست", "فاز سوم"),
    ("000", "الخامسة", "الرابعة"),
    ("004", "January 4, 2026", "January 2, 2026"),
    ("004", "January 3 to", "January 2 to"),
    ("004", "activities in 2026", "activities in 2025"),
    ("004", "on Monday", "on Tuesday"),
    ("002", "سوم تا پنجم", "دوم تا پنجم"),
    ("002", "سال ۲۰۲۶", "سال ۲۰۲۵"),
    ("002", "۲۰۲۵ تا ۲۰۲۹", "۲۰۲۴ تا ۲۰۲۹"),
    ("001", "عام 2026", "عام 2025"),
    ("001", "2025–2029", "2024–2028"),
    ("001", "الاثنين", "الثلاثاء"),
    ("002", "۳۰ میلیارد", "۴۰ میلیارد"),
    ("004", "three key", "four key"),
    ("004", "version 2.0", "version 3.0"),
    ("001", "النسخة 2.0", "النسخة 3.0"),
    ("003", "China-Pakistan Foreign", "China-India Foreign"),
    ("003", "For its part, Pakistan", "For its part, India"),
    ("003", "China reiterated its", "Russia reiterated its"),
    ("004", "Pakistan firmly supported every", "India firmly supported every"),
    ("004", "China commended the", "Russia commended the"),
    ("004", "in Gaza", "in Lebanon"),
    ("004", "Strategic Dialogue in Beijing", "Strategic Dialogue in Islamabad"),
    ("004", "On January 4, 2026, Wang Yi", "On January 4, 2026, Li Qiang"),
    ("002", "دعوت وزیر خارجه چین", "دعوت وزیر خارجه روسیه"),
    ("001", "وأعربت باكستان", "وأعربت الهند"),
    ("001", "أكدت الصين دعمها", "أكدت روسيا دعمها"),
    ("000", "الصيني الأمريكي", "الصيني الهندي"),
    ("002", "به چین سفر", "به روسیه سفر"),
    ("001", "في إسلام أباد", "في بكين"),
    ("000", "دعم الصين الكامل", "دعم روسيا الكامل"),
    ("004", "Khunjerab", "Wagah"),
]

# Source, what it says, the same written otherwise.
SPELLINGS = [
    ("002", "سوم تا پنجم ژانویه ۲۰۲۶", "۱۳ تا ۱۵ دی ۱۴۰۴"),
    ("002", "از سال ۲۰۲۶", "از سال ۲۰۲۶ میلادی"),
    ("004", "January 4, 2026", "4 January 2026"),
    ("004", "January 4, 2026", "2026-01-04"),
    ("004", "January 3 to January 5, 2026", "3 to 5 January 2026"),
    ("004", "75th", "seventy-fifth"),
    ("003", "75th", "seventy-fifth"),
    ("003", "Seventh Round", "7th Round"),
    ("004", "the Seventh Round", "the 7th Round"),
    ("001", "بالذكرى 75", "بالذكرى الخامسة والسبعين"),
    ("002", "هفتاد و پنجمین", "۷۵مین"),
    ("002", "هفتمین دور", "دور هفتم"),
    ("002", "۳۰ میلیارد", "سی میلیارد"),
    ("004", "three key", "3 key"),
    ("001", "2025–2029", "2025-2029"),
    ("001", "2025–2029", "2025 إلى 2029"),
    ("001", "وانج يي", "وانغ يي"),
    ("001", "إسحاق دار", "اسحق دار"),
    ("000", "اسحاق دار", "إسحاق دار"),
    ("000", "وانغ يي", "وانغ يى"),
    ("003", "Ishaq Dar", "Ishaq Daar"),
    ("003", "Xinjiang", "Sinkiang"),
    ("001", "شينجيانج", "شينجيانغ"),
    ("001", "هونج كونج", "هونغ كونغ"),
    ("001", "إسلام أباد", "اسلام اباد"),
    ("004", "Gwadar", "Gawadar"),
    ("004", "Khunjerab", "Khunjrab"),
    ("003", "industry, agriculture, and mining", "mining, agriculture, and industry"),
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
    ("000", "الصناعة وتكنولوجيا المعلومات والزراعة", "الزراعة والصناعة وتكنولوجيا المعلومات"),
    ("002", "راه، انرژی و زیرساختها", "انرژی، راه و زیرساختها"),
    ("004", "China and Pakistan, which", "Pakistan and China, which"),
    ("003", "Pakistan and China have", "China and Pakistan have"),
    ("003", "reiterated", "reaffirmed"),
    ("003", "collaboration", "cooperation"),
    ("004", "commended the", "praised the"),
    ("004", "enhance cooperation", "strengthen cooperation"),
    ("003", "highlighted", "stressed"),
    ("003", "platforms", "forums"),
    ("004", "emphasized", "underlined"),
    ("004", "steadfast", "firm"),
    ("001", "تعميق التعاون في", "تعزيز التعاون في"),
    ("001", "وأكد البلدان", "وشدد البلدان"),
    ("002", "تأکید", "تصریح"),
    ("002", "تقویت همکاری", "تعمیق همکاری"),
    ("000", "واتفقتا على حماية", "واتفقتا على صون"),
    ("003", "the two countries", "both countries"),
    ("003", "Both nations", "Both sides"),
    ("004", "ceasefire", "truce"),
    ("004", "combating terrorism and playing", "fighting terrorism and playing"),
]

DIGITS = {"ascii": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹", "devanagari": "०१२३४५६७८९"}


def between(notes: tuple[Disagreement, ...]) -> list[Disagreement]:
    """Notes that set two sources against each other."""
    return [note for note in notes if len({source for side in note.sides for source in side.sources}) > 1]


def copied(article: Article, text: str, comparing: Callable[..., Comparer]) -> list[Disagreement]:
    return between(comparing(article, replace(article, source="copy", text=text)).all())


@pytest.mark.parametrize("number", ["000", "002", "003"])  # of each script, and not the longest
def test_an_article_agrees_with_its_copy(
    number: str, articles: Mapping[str, Article], comparing: Callable[..., Comparer]
) -> None:
    """The same words twice are no disagreement."""
    assert copied(articles[number], articles[number].text, comparing) == []


@pytest.mark.parametrize(("number", "said", "instead"), FACTS)
def test_one_changed_fact_makes_one_note(
    number: str, said: str, instead: str, articles: Mapping[str, Article], comparing: Callable[..., Comparer]
) -> None:
    """A changed ordinal, date, sum, count, party or place is noted once, with the changed words of both sides."""
    article = articles[number]
    assert said in article.text
    (note,) = copied(article, article.text.replace(said, instead, 1), comparing)
    assert note.level in (Level.CONTRADICTION, Level.DIFFERING)
    place = article.text.index(said)
    assert any(
        quote.source == "copy" and quote.span.start < place + len(instead) and place < quote.span.end
        for side in note.sides
        for quote in side.quotes
    )


@pytest.mark.parametrize(("number", "said", "instead"), SPELLINGS)
def test_another_spelling_makes_no_note(
    number: str, said: str, instead: str, articles: Mapping[str, Article], comparing: Callable[..., Comparer]
) -> None:
    """Other digits, calendars, transliterations, list orders and synonyms say the same."""
    article = articles[number]
    assert said in article.text
    assert copied(article, article.text.replace(said, instead, 1), comparing) == []


@pytest.mark.parametrize("script", DIGITS)
@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_digits_of_any_script_are_the_same_numbers(
    number: str, script: str, articles: Mapping[str, Article], comparing: Callable[..., Comparer]
) -> None:
    """All digits of an article in another script leave every fact as it was."""
    article = articles[number]
    known = str.maketrans("".join(DIGITS[each] for each in DIGITS), DIGITS[script] * len(DIGITS))
    assert copied(article, article.text.translate(known), comparing) == []
