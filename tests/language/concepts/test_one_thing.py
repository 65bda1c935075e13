"""One thing, one entry: no entry of the glossary holds two, and what is said is never taken for its sibling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel import Locale

from cpecbot.language.concepts.concept import Concept
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.matching import form_keys
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import glossary_of_the_field

ROOT = Path(__file__).parents[3]
LISTS = ("territories", "languages", "currencies", "cities")

# Entries with forms that CLDR gives to two things of one list: "America" is a continent and what people call a country;
# the language Mongo is called in Arabic what the people of Mongolia are.
TWO_IN_CLDR = {("country_us", "territories"), ("country_mn", "languages")}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return glossary_of_the_field()


def said(glossary: Glossary, text: str, language: Language) -> set[str]:
    """What ``text`` names itself, not by naming a part of it."""
    return {match.concept for match in glossary.match(text, language) if not match.implied}


# --- two things in one entry ------------------------------------------------------------------------------------------


def listed(name: str) -> Mapping[tuple[Language, tuple[str, ...]], set[str]]:
    """What CLDR means by each name of a list, by language and by the name as the glossary folds it."""
    found = defaultdict(set)
    for language in LANGUAGES:
        locale = Locale.parse(language.code)
        for key, called in (_cities(locale) if name == "cities" else getattr(locale, name)).items():
            for folded in form_keys(str(called), language):
                found[language, folded].add(str(key))
    return found


def _cities(locale: Locale) -> dict[str, str]:
    return {zone: each["city"] for zone, each in locale.time_zones.items() if "city" in each}


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_holds_two_things_of_a_list_of_cldr(glossary: Glossary, name: str) -> None:
    known, merged = listed(name), {}
    for key, concept in glossary.concepts.items():
        meant = {form: known[place] for place, form in _places(concept) if place in known}
        if meant and not set.intersection(*meant.values()) and (key, name) not in TWO_IN_CLDR:
            merged[key] = meant
    assert merged == {}


def _places(concept: Concept) -> Iterator[tuple[tuple[Language, tuple[str, ...]], str]]:
    for language, forms in concept.forms.items():
        for form in forms:
            for folded in form_keys(form, language):
                yield (language, folded), form


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (EN, "Lahore", "Multan"),
        (EN, "Skardu", "Gilgit"),
        (EN, "Chengdu", "Chongqing"),
        (EN, "Shaanxi", "Shanxi"),
        (EN, "Gulf of Oman", "Arabian Sea"),
        (EN, "Europe", "European Union"),
        (EN, "Line of Control", "Durand Line"),
        (EN, "Bloomberg", "AFP"),
        (EN, "IRNA", "Tasnim"),
        (EN, "submarine", "drone"),
        (EN, "Nations League", "Champions League"),
        (EN, "cricket", "football"),
        (EN, "killed", "injured"),
        (EN, "wheat", "rice"),
        (EN, "panda bond", "bonds"),
        (EN, "million", "lakh"),
        (EN, "ambassador", "special envoy"),
        (AR, "الدوحة", "المنامة"),
        (AR, "بنغازي", "طرابلس"),
        (AR, "وكالة الأنباء السعودية", "وكالة الأنباء القطرية"),
        (AR, "كأس آسيا", "كأس العالم"),
        (AR, "التدخل", "الهيمنة"),
        (AR, "البنك الإسلامي للتنمية", "البنك الدولي"),
        (FA, "تبریز", "شیراز"),
        (FA, "ایسنا", "ایرنا"),
        (FA, "موشک", "پهپاد"),
        (FA, "مالیات", "مالی"),
        (FA, "نشست خبری", "کنفرانس"),
        (UR, "گوجرانوالہ", "فیصل آباد"),
        (UR, "شمالی وزیرستان", "جنوبی وزیرستان"),
        (UR, "لاکھ", "ملین"),
        (UR, "کرکٹ", "ہاکی"),
        (UR, "زلزلہ", "سیلاب"),
        (ZH, "四川", "重庆"),
        (ZH, "兆瓦", "千瓦"),
        (ZH, "法新社", "路透社"),
        (ZH, "亚洲杯", "世界杯"),
        (ZH, "挑战", "威胁"),
        (ZH, "国家开发银行", "丝路基金"),
    ],
)
def test_what_is_easily_taken_together_stands_apart(
    glossary: Glossary, language: Language, one: str, other: str
) -> None:
    first, second = said(glossary, one, language), said(glossary, other, language)
    assert first
    assert second
    assert first.isdisjoint(second)


def test_every_wider_concept_is_known(glossary: Glossary) -> None:
    named = {broader for concept in glossary.concepts.values() for broader in concept.broader}
    assert named <= glossary.concepts.keys()


# --- wholes and parts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "whole"),
    [("dubai", "country_ae"), ("sukkur", "sindh"), ("afp", "news_agency"), ("reuters", "news_agency")],
)
def test_a_part_has_its_whole_above_it_and_not_below(glossary: Glossary, part: str, whole: str) -> None:
    assert whole in glossary.broader(part)
    assert part not in glossary.broader(whole)


@pytest.mark.parametrize(("one", "other"), [("dubai", "abu_dhabi"), ("dubai", "doha"), ("afp", "reuters")])
def test_neither_of_two_parts_is_above_the_other(glossary: Glossary, one: str, other: str) -> None:
    assert one not in glossary.broader(other)
    assert other not in glossary.broader(one)


def test_nothing_is_above_itself(glossary: Glossary) -> None:
    assert [key for key in glossary.concepts if key in glossary.broader(key)] == []


def test_a_text_implies_what_it_names_only_a_part_of(glossary: Glossary) -> None:
    implied = {match.concept: match.implied for match in glossary.match("the port of Dubai", EN)}
    assert not implied["dubai"]
    assert implied["country_ae"]
    assert "country_ae" in said(glossary, "Dubai, United Arab Emirates", EN)


# --- forms inside other words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "there", "not_there"),
    [
        (ZH, "大巴黎地区", "paris", "bus"),
        (ZH, "大巴开往城里", "bus", "paris"),
        (ZH, "北京时间八点", None, "beijing"),
        (ZH, "在北京举行", "beijing", None),
        (ZH, "其中国家", "country", "country_cn"),
        (ZH, "今日本报讯", None, "country_jp"),
        (ZH, "自愿参加", "participation", "hope"),
        (ZH, "港币", None, "port"),
        (ZH, "受伤的士兵", "injured", "taxi"),
        (ZH, "5名人员", "personnel", "celebrity"),
        (ZH, "政治局势紧张", "situation", "politburo"),
        (ZH, "隆重庆祝", "celebration", "chongqing"),
        (ZH, "以下一系列共识", "consensus", "next"),
        (ZH, "修建出海口", None, "haikou"),
        (ZH, "轮值主席国", None, "president"),
        (ZH, "在建交75周年之际", "diplomatic_relations", "construction"),
        (ZH, "高考今天气温", None, "weather"),
        (EN, "a male nurse", None, "male_maldives"),
        (EN, "the nation mourned", "condolence", "the_nation_pakistan"),
        (EN, "an editorial in The Nation", "the_nation_pakistan", None),
        (EN, "the app was banned", "app_software", "app_pakistan"),
        (EN, "in the paper", None, "the_paper"),
        (AR, "قال البغدادي", None, "baghdad"),
        (AR, "في بغداد", "baghdad", None),
        (AR, "الشعب العراقي", "country_iq", None),
        (FA, "آقای اصفهانی گفت", None, "isfahan"),
        (FA, "در توکیوی بزرگ", "tokyo", None),
        (FA, "منطقه‌ای کوهستانی", "region", "kohistan"),
        (FA, "گزارش مالی", "finance", "country_ml"),
        (UR, "ملتانی صاحب", None, "multan"),
        (UR, "ملتان میں", "multan", None),
        (EN, "A resolute answer", None, "resolute"),
    ],
)
def test_a_form_within_another_word_is_none(
    glossary: Glossary, language: Language, text: str, there: str | None, not_there: str | None
) -> None:
    found = {match.concept for match in glossary.match(text, language)}
    assert there is None or there in found
    assert not_there not in found
