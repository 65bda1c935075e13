"""What one sentence claims: typed, normalised across languages, every number with its noun."""

from __future__ import annotations

import pytest

from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.claims import extract_claims
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Claim, Dimension, Sentence, SentenceKind, Span
from fakes.languages import AR, EN, FA, UR, ZH


def claims(text: str, language: Language, analyzer: Analyzer, contrasts: Contrasts) -> tuple[Claim, ...]:
    article = Article("a", text, language)
    sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)
    return extract_claims(sentence, article, analyzer, contrasts)


def values(found: tuple[Claim, ...], dimension: Dimension) -> set[frozenset[str]]:
    return {claim.values for claim in found if claim.dimension is dimension}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The seventh round of the strategic dialogue was held.", EN),
        ("عقدت الجولة السابعة من الحوار الاستراتيجي.", AR),
        ("هفتمین دور گفت‌وگوی راهبردی برگزار شد.", FA),
        ("دور هفتم گفت‌وگوی راهبردی برگزار شد.", FA),
        ("اسٹریٹجک ڈائیلاگ کا ساتواں دور منعقد ہوا۔", UR),
        ("第七轮战略对话举行。", ZH),
    ],
)
def test_the_round_is_one_ordinal_in_five_languages(
    text: str, language: Language, analyzer: Analyzer, contrasts: Contrasts
) -> None:
    """The number of a round is the same claim in every language."""
    assert values(claims(text, language, analyzer, contrasts), Dimension.ORDINAL) == {frozenset({"7"})}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The China-Pakistan strategic dialogue began.", EN),
        ("The Pakistan-China strategic dialogue began.", EN),
        ("بدأ الحوار الاستراتيجي الصيني الباكستاني.", AR),
        ("گفت‌وگوی راهبردی وزرای خارجه پاکستان و چین آغاز شد.", FA),
        ("中巴战略对话开始。", ZH),
    ],
)
def test_the_parties_have_no_order(text: str, language: Language, analyzer: Analyzer, contrasts: Contrasts) -> None:
    """China-Pakistan and Pakistan-China are the same parties."""
    expected = {frozenset({"country_cn", "country_pk"})}
    assert values(claims(text, language, analyzer, contrasts), Dimension.PARTY) == expected


def test_the_two_sides_are_no_count(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """A number that only names the sides counts nothing."""
    found = claims("The two sides signed agreements on trade.", EN, analyzer, contrasts)
    assert values(found, Dimension.COUNT) == set()


def test_a_bound_is_kept_as_a_bound(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """More than a sum is not that sum."""
    found = claims("China invested more than 30 billion dollars in energy.", EN, analyzer, contrasts)
    assert values(found, Dimension.SUM) == {frozenset({">=30000000000 USD"})}
    assert {"bound"} in [set(claim.qualifiers) for claim in found if claim.dimension is Dimension.SUM]


def test_a_dateline_dates_nothing(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """Where and when a report was filed is no claim about the event."""
    found = claims("ISLAMABAD, Jan 5 (APP): The strategic dialogue was held in Beijing.", EN, analyzer, contrasts)
    assert values(found, Dimension.DATE) == set()
    assert values(found, Dimension.PLACE) == {frozenset({"beijing"})}


def test_two_dates_of_two_steps_are_each_of_its_own(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """When work begins and when it is completed are two claims, not one that is in doubt."""
    found = claims("Construction began on 3 June 2026 and finished on 4 May 2030.", EN, analyzer, contrasts)
    assert values(found, Dimension.DATE) == {frozenset({"2026-06-03"}), frozenset({"2030-05-04"})}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The next round of the strategic dialogue will be held in Islamabad.", EN),
        ("وستعقد الجولة المقبلة من الحوار الاستراتيجي في إسلام أباد.", AR),
        ("اسٹریٹجک ڈائیلاگ کا اگلا دور اسلام آباد میں ہوگا۔", UR),
        ("下一轮战略对话将在伊斯兰堡举行。", ZH),
    ],
)
def test_the_next_round_has_a_venue(text: str, language: Language, analyzer: Analyzer, contrasts: Contrasts) -> None:
    """Where it will be is a claim in every language."""
    assert values(claims(text, language, analyzer, contrasts), Dimension.PLACE) == {frozenset({"islamabad"})}


def test_a_city_is_a_venue_and_its_province_is_none(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """A name stands for the narrowest place it names."""
    found = claims("The dialogue was held in Karachi.", EN, analyzer, contrasts)
    assert values(found, Dimension.PLACE) == {frozenset({"karachi"})}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("اس منصوبے سے 20 ہزار افراد کو روزگار ملے گا۔", UR),
        ("این پروژه ۲۰ هزار شغل ایجاد خواهد کرد.", FA),
        ("The project will create 20,000 jobs.", EN),
        ("该项目将创造2万个就业岗位。", ZH),
    ],
)
def test_a_number_counts_what_follows_it(
    text: str, language: Language, analyzer: Analyzer, contrasts: Contrasts
) -> None:
    """The project before the number is not what is counted."""
    (count,) = [each for each in claims(text, language, analyzer, contrasts) if each.dimension is Dimension.COUNT]
    assert (count.values, "project" in count.anchor) == (frozenset({"20000"}), False)


def test_a_unit_that_begins_another_word_measures_nothing(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """The 升 of 升级版 (upgraded version) is no litre."""
    found = claims("双方将打造中巴经济走廊2.0升级版。", ZH, analyzer, contrasts)
    assert values(found, Dimension.COUNT) == set()


def test_a_capital_speaks_for_its_country(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """In "Beijing praised" it is China that praises."""
    found = claims("Beijing praised the role of the armed forces.", EN, analyzer, contrasts)
    (stance,) = [claim for claim in found if claim.dimension is Dimension.STANCE]
    assert "country_cn" in stance.anchor
    assert stance.values == {"praise"}


def test_such_as_leaves_a_list_open_and_a_number_closes_it(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """Three sectors are three; sectors such as these may be more."""
    closed = claims("They will focus on the three key sectors of industry and mining.", EN, analyzer, contrasts)
    opened = claims("They will focus on key sectors such as industry and mining.", EN, analyzer, contrasts)
    qualifiers = [
        {word for claim in found if claim.dimension is Dimension.LIST for word in claim.qualifiers}
        for found in (closed, opened)
    ]
    assert qualifiers == [{"closed list"}, {"open list"}]


def test_a_claim_lies_in_its_sentence(analyzer: Analyzer, contrasts: Contrasts) -> None:
    """The span of a claim counts code points of the article, inside its sentence."""
    text = "Before. The seventh round of the dialogue was held in Beijing on January 4, 2026."
    start = text.index("The seventh")
    sentence = Sentence("a", Span(start, len(text)), text[start:], SentenceKind.BODY, EN)
    found = extract_claims(sentence, Article("a", text, EN), analyzer, contrasts)
    assert found
    assert all(claim.sentence.contains(claim.span) and claim.span.slice(text) for claim in found)
