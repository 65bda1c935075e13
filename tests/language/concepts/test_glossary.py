"""The glossary: its file, and finding its concepts in texts of five languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.language.concepts.glossary_file import read_concepts
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy_languages
from shipped import glossary_of_the_field

ROOT = Path(__file__).parents[3]

# Outlets and services that Chinese newspapers name in Latin letters.
LATIN_IN_CHINESE = {
    *("express_news", "dunya_news", "samaa", "urdupoint", "abna"),
    *("whatsapp", "telegram", "chatgpt", "five_g"),
}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return glossary_of_the_field()


def found(glossary: Glossary, text: str, language: Language | None) -> dict[str, str]:
    """What ``text`` speaks of: concept → the words it was found in."""
    return {match.concept: match.span.slice(text) for match in glossary.match(text, language)}


# --- the file ---------------------------------------------------------------------------------------------------------

PORT = """
[port]
kind = "economy"
en = ["port"]
ar = ["ميناء"]
fa = ["بندر"]
ur = ["بندرگاہ"]
zh = ["港口"]
"""
GWADAR = """
[gwadar_port]
kind = "project"
broader = ["port"]
en = ["Gwadar Port"]
ar = ["ميناء جوادر"]
fa = ["بندر گوادر"]
ur = ["گوادر پورٹ"]
zh = ["瓜达尔港"]
"""


def load(tmp_path: Path, content: str) -> Glossary:
    path = tmp_path / "glossary.toml"
    path.write_text(content, encoding="utf-8")
    return load_glossary(path, LANGUAGES)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (PORT + GWADAR.replace('"Gwadar Port"', '"Port"'), 13, "already belongs to \\[port\\]"),
        (PORT + GWADAR.replace("ميناء جوادر", "الميناء"), 14, "already belongs to \\[port\\]"),
        (PORT.replace('"بندر"', '""'), 6, "empty or padded form"),
        (PORT.replace('"بندر"', '"…"'), 6, "no letter or digit"),
        (PORT.replace('"port"', '"port "'), 4, "empty or padded form"),
        (PORT.replace('ur = ["بندرگاہ"]', "") + GWADAR, 2, "no form in ur"),
        (PORT.replace("ur =", "de ="), 7, "unknown entry 'de'"),
        (PORT.replace("kind =", "knd ="), 3, "did you mean 'kind'"),
        (PORT.replace('"economy"', '"economics"'), 3, "needs a kind"),
        (PORT.replace('["port"]', '"port"'), 4, "must be a list of strings"),
        (PORT.replace("[port]", "[Port-1]"), 2, "not a plain key"),
        (GWADAR, 4, "unknown broader concept 'port'"),
        (PORT.replace("en =", 'broader = ["gwadar_port"]\nen =') + GWADAR, 4, "broader than itself"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    with pytest.raises(GlossaryError, match=message) as caught:
        load(tmp_path, content)
    assert f"glossary.toml, line {line}:" in str(caught.value)


@pytest.mark.parametrize("content", ["[port\n", "port = 1"])
def test_what_is_no_table_of_concepts_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(GlossaryError, match="glossary\\.toml"):
        load(tmp_path, content)


def test_a_concept_in_two_files_of_a_folder_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(PORT, encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"b\.toml, line 2: \[port\] is already in .*a\.toml"):
        load_glossary(tmp_path, LANGUAGES)


def test_an_empty_folder_and_other_encodings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="holds no"):
        load_glossary(tmp_path, LANGUAGES)
    (tmp_path / "a.toml").write_text(PORT, encoding="utf-16")
    with pytest.raises(GlossaryError, match="not UTF-8"):
        load_glossary(tmp_path, LANGUAGES)


def test_every_concept_has_a_form_and_a_label_in_every_language(glossary: Glossary) -> None:
    for key, concept in glossary.concepts.items():
        for language in LANGUAGES:
            assert concept.forms[language], f"{key} has no form in {language}"
            assert glossary.label(key, language).strip("= ")


@pytest.mark.parametrize(
    ("language", "letters"), [(EN, "[A-Za-z0-9]"), (AR, "[ء-ي]"), (FA, "[آ-ی]"), (UR, "[آ-ے]"), (ZH, "[一-鿿]")]
)
def test_labels_are_written_in_the_script_of_their_language(
    glossary: Glossary, language: Language, letters: str
) -> None:
    for key in glossary.concepts.keys() - (LATIN_IN_CHINESE if language == ZH else set()):
        assert re.search(letters, glossary.label(key, language)), f"{key} in {language}"


def test_each_language_spells_yeh_and_kaf_its_own_way() -> None:
    """Folding unites them, but labels are shown; CLDR names are not ours to correct."""
    for concept in read_concepts(ROOT / "config" / "glossary", LANGUAGES):
        key = concept.key
        assert not re.search("[یکہےگچپژ]", "".join(concept.forms[AR])), f"{key} has foreign letters in Arabic"
        assert not re.search("[يكةى]", "".join(concept.forms[FA])), f"{key} has Arabic letters in Persian"
        assert not re.search("[يكةى]", "".join(concept.forms[UR])), f"{key} has Arabic letters in Urdu"


# --- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "concept", "words"),
    [
        ("Pakistan's ports", EN, "port", "ports"),
        ("the COUNTER-TERRORISM talks", EN, "counter_terrorism", "COUNTER-TERRORISM"),
        ("a U.N. resolution", EN, "united_nations", "U.N."),
        ("work on CPEC 2.0 continues", EN, "cpec_phase_two", "CPEC 2.0"),
        ("وبالممر الاقتصادي", AR, "cpec", "وبالممر الاقتصادي"),
        ("للبنوك الصينية", AR, "banking", "للبنوك"),
        ("مهندسين باكستانيين", AR, "country_pk", "باكستانيين"),
        ("سيادتها", AR, "sovereignty", "سيادتها"),
        ("الجولات السابقة", AR, "round", "الجولات"),
        ("آليات التمويل", AR, "mechanism", "آليات"),
        ("سرمایه گذاریهای خارجی", FA, "investment", "سرمایه گذاریهای"),
        ("سرمایه‌گذاری‌های خارجی", FA, "investment", "سرمایه‌گذاری‌های"),
        ("پروژه های مشترک", FA, "project", "پروژه"),
        ("گفت‌وگوی راهبردی", FA, "strategic_dialogue", "گفت‌وگوی راهبردی"),
        ("معاہدوں پر دستخط", UR, "agreement", "معاہدوں"),
        ("بجلی کے منصوبوں", UR, "project", "منصوبوں"),
        ("دہشت گردوں", UR, "terrorism", "دہشت گردوں"),
        ("中巴经济走廊", ZH, "cpec", "中巴经济走廊"),
        ("習近平主席訪問巴基斯坦", ZH, "xi_jinping", "習近平"),
        ("王毅同达尔在北京会谈", ZH, "beijing", "北京"),
        ("کریدور (CPEC) چین", FA, "cpec", "کریدور"),
        ("they are investing in mines", EN, "investment", "investing"),
        ("prioritised areas", EN, "focus", "prioritised"),
        ("سيركز الحوار", AR, "focus", "سيركز"),
        ("الدول التي شاركت", AR, "participation", "شاركت"),
        ("وزيران شاركوا", AR, "participation", "شاركوا"),
        ("أعلنتا وقفا", AR, "announce", "أعلنتا"),
        ("طی سال‌هایی دشوار", FA, "year", "سال‌هایی"),
        ("روزهایی پرکار", FA, "day", "روزهایی"),
        ("سال های آینده", FA, "year", "سال"),
        ("پروژه‌هایشان", FA, "project", "پروژه‌هایشان"),
        ("ملکوں کے", UR, "country", "ملکوں"),
        ("چند دنوں میں", UR, "day", "دنوں"),
        ("中孟巴三方合作", ZH, "country_bd", "中孟巴"),
        ("中美关系", ZH, "country_us", "中美"),
        ("印巴停火", ZH, "country_in", "印巴"),
        ("پاک افغان سرحد", UR, "country_af", "پاک افغان"),
    ],
)
def test_inflected_forms_are_found(glossary: Glossary, text: str, language: Language, concept: str, words: str) -> None:
    assert words in [match.span.slice(text) for match in glossary.match(text, language) if match.concept == concept]


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("They gave it to us", EN, "country_us"),
        ("It is over", EN, "information_technology"),
        ("those who left", EN, "world_health_organization"),
        ("they may march", EN, "month_05"),
        ("all-round cooperation", EN, "round"),
        ("ذهب إليه", AR, "mechanism"),
        ("دورها الإقليمي", AR, "session"),
        ("Pakistan. China", EN, "china_pakistan"),
        ("according to the minister", EN, "agreement"),
        ("in the framework of the talks", EN, "framework"),
        ("the APP news agency", EN, "gadget"),
        ("بدورها أكدت", AR, "role"),
        ("the interest rate rose", EN, "interests"),
        ("قانون ہمیں", UR, "mining"),
        ("Pakistan\nChina", EN, "china_pakistan"),
    ],
)
def test_other_words_are_not_taken_for_a_concept(
    glossary: Glossary, text: str, language: Language, concept: str
) -> None:
    assert concept not in found(glossary, text, language)


@pytest.mark.parametrize(
    ("concept", "texts"),
    [
        ("weather", ["the weather today", "الطقس اليوم", "آب و باران", "آج کا موسم", "今天的天气"]),
        ("population", ["its population", "عدد سكانها", "جمعیت شهر", "شہر کی آبادی", "城市人口"]),
        ("price", ["the price of oil", "أسعار القمح", "قیمت نفت", "تیل کی قیمت", "石油价格"]),
        ("condition", ["on one condition", "بشرط واحد", "با چند شرط", "کن شرائط پر", "参与条件"]),
        ("post_held", ["his post", "منصبه", "سمت وزیر", "وزیر کا عہدہ", "担任职务"]),
        ("third_party_participation", ["other countries", "دول أخرى", "کشورهای دیگر", "دیگر ممالک", "其他国家"]),
        ("announce", ["it was published", "نشرت البيان", "منتشر شد", "بیان جاری کیا", "公开声明"]),
    ],
)
def test_askers_words_are_one_concept_in_every_language(glossary: Glossary, concept: str, texts: list[str]) -> None:
    for text, language in zip(texts, (EN, AR, FA, UR, ZH), strict=True):
        assert concept in found(glossary, text, language), text


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("counter_terrorism", "terrorism"),
        ("astronaut", "space"),
        ("vocational_training", "education"),
        ("transboundary_water", "border"),
        ("taiwan_independence", "one_china"),
        ("enter", "launch"),
        ("xinhua", "news_agency"),
    ],
)
def test_a_wide_question_reaches_the_narrow_concept(glossary: Glossary, narrow: str, broad: str) -> None:
    assert broad in glossary.broader(narrow)


def test_the_longest_form_wins_and_brings_its_broader_concepts(glossary: Glossary) -> None:
    text = "Work at Gwadar Port goes on"
    matches = {match.concept: match.span.slice(text) for match in glossary.match(text, EN)}
    assert {"gwadar_port", "gwadar", "port", "balochistan"} <= matches.keys()
    assert matches["port"] == matches["gwadar"] == "Gwadar Port"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("an unconditional and permanent ceasefire", EN),
        ("وقف دائم وغير مشروط لإطلاق النار", AR),
        ("آتش‌بس دائمی و بدون قید و شرط", FA),
        ("غیر مشروط اور مستقل جنگ بندی", UR),
        ("無條件永久停火", ZH),
    ],
)
def test_modifiers_are_concepts_of_their_own(glossary: Glossary, text: str, language: Language) -> None:
    """Sources differ in them, so no longer form may swallow them."""
    assert {"ceasefire", "permanent", "unconditional"} <= found(glossary, text, language).keys()


def test_latin_names_are_found_in_any_language(glossary: Glossary) -> None:
    text = "پروژه CPEC ادامه دارد"
    matches = [match for match in glossary.match(text, FA) if match.concept == "cpec"]
    assert [(match.language, match.span.slice(text)) for match in matches] == [(EN, "CPEC")]


def test_without_a_language_every_language_of_the_script_is_tried(glossary: Glossary) -> None:
    for text in ("ميناء غوادر", "بندر گوادر", "گوادر کی بندرگاہ", "瓜达尔港", "Gwadar port"):
        assert "gwadar_port" in found(glossary, text, None), text


def test_a_word_that_languages_share_is_one_match(glossary: Glossary) -> None:
    matches = glossary.match_any("افغانستان", (AR, FA, UR))
    assert [(match.concept, match.language) for match in matches] == [("country_af", AR)]


def test_every_language_says_the_same_things(glossary: Glossary) -> None:
    """A question and its translations meet in the same concepts."""
    for text, language in [
        ("foreign ministers of China and Afghanistan in Kabul on Monday", EN),
        ("وزراء خارجية الصين وأفغانستان في كابول يوم الاثنين", AR),
        ("وزیران خارجه چین و افغانستان در کابل روز دوشنبه", FA),
        ("چین اور افغانستان کے وزرائے خارجہ پیر کو کابل میں", UR),
        ("中国和阿富汗外长周一在喀布尔", ZH),
    ]:
        assert {"foreign_minister", "country_cn", "country_af", "kabul", "weekday_1"} <= found(
            glossary, text, language
        ).keys()


@pytest.mark.parametrize(
    ("source", "language", "concepts"),
    [
        ("000", AR, "cpec_phase_two third_party_participation deputy_prime_minister ishaq_dar wang_yi one_china"),
        (
            "001",
            AR,
            "strategic_dialogue xinjiang country_hk astronaut un_charter two_state_solution weekday_1 islamabad",
        ),
        ("002", FA, "strategic_dialogue foreign_minister month_01 cpec_phase_two belt_and_road people_to_people"),
        ("003", EN, "gwadar_port karakoram_highway xizang kashmir zero_tolerance un_security_council"),
        ("004", EN, "khunjerab five_year_plan west_bank ceasefire self_determination sco water_resources politburo"),
    ],
)
def test_real_articles(glossary: Glossary, source: str, language: Language, concepts: str) -> None:
    (path,) = (ROOT / "seeds").glob(f"{source}_*.txt")
    assert set(concepts.split()) <= found(glossary, path.read_text(encoding="utf-8"), language).keys()


@pytest.mark.parametrize(
    ("concept", "language", "label"),
    [
        ("cpec", AR, "الممر الاقتصادي الصيني الباكستاني"),
        ("cpec", ZH, "中巴经济走廊"),
        ("country_pk", UR, "پاکستان"),
        ("country_ch", FA, "سوئیس"),
        ("month_01", FA, "ژانویه"),
        ("weekday_1", ZH, "星期一"),
        ("currency_USD", EN, "dollar"),
        ("never_heard_of", EN, "never heard of"),
    ],
)
def test_labels(glossary: Glossary, concept: str, language: Language, label: str) -> None:
    assert glossary.label(concept, language) == label


ALPHABET = "abz .,-'’“\n\u200c0٣۷السلامةوبيیکہےھںٹ،؟中国巴經濟走廊"


@settings(max_examples=50, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.text(ALPHABET, max_size=80),
        st.lists(st.sampled_from(["CPEC", "الصين", "گوادر ", "中巴", " of ", "U.N.", "ها"]), max_size=9).map("".join),
    ),
    st.sampled_from([None, *LANGUAGES]),
)
def test_matches_of_any_text_lie_inside_it_in_order(glossary: Glossary, text: str, language: Language | None) -> None:
    matches = glossary.match(text, language)
    assert all(0 <= match.span.start < match.span.end <= len(text) for match in matches)
    starts = [match.span.start for match in matches]
    assert starts == sorted(starts)
    assert all(match.concept in glossary.concepts for match in matches)


def test_repeated_endings_cost_no_more_than_other_words(glossary: Glossary) -> None:
    """Loose Persian endings are skipped one at a time, or this would take minutes."""
    assert {match.concept for match in glossary.match("پروژه " + "ها " * 50_000, FA)} == {"project"}


def test_words_with_the_vowel_signs_of_india_are_found_whole(tmp_path: Path) -> None:
    """They are no letters to a regular expression, which would cut चीन in two."""
    languages = toy_languages(tmp_path, profile='script = "devanagari"\nlocale = "hi"\n')
    hindi = Glossary((), languages)
    assert {match.concept for match in hindi.match("चीन और पाकिस्तान", languages["qa"])} == {"country_cn", "country_pk"}
