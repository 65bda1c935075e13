"""What an article says that it draws on is told; authorities and unnamed media are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.corpus.sourcing import read_cites
from cpecbot.corpus.stamps import find_stamps
from cpecbot.corpus.stating import stated_facts
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH
from fakes.toy import toy


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (EN, "The dam is full, according to state news agency IRNA.", ("IRNA",)),
        (EN, "Reuters reported that the dam is full. An engineer told the BBC so.", ("Reuters", "BBC")),
        (EN, "The Press Trust of India news agency said the dam is full.", ("Press Trust of India",)),
        (EN, "The dam is full, citing Valley News.\n\nSource: The Valley Herald", ("Valley News", "The Valley Herald")),
        (EN, "The dam is full.\n(With inputs from ANI)", ("ANI",)),
        (EN, "The dam is full, according to the mayor, who told reporters so. He reported the news.", ()),
        (AR, "امتلأ السد، نقلا عن صحيفة «الوادي» اليومية.", ("الوادي",)),
        (AR, "امتلأ السد، بحسب وكالة أنباء “شينخوا” الرسمية. وذكرت وكالة رويترز ذلك.", ("شينخوا", "رويترز")),
        (AR, "امتلأ السد.\nالمصدر: الجزيرة + وكالات", ("الجزيرة",)),
        (AR, "ذكرت وسائل إعلام محلية أن السد امتلأ، حسب الوزير. وذكر التلفزيون الرسمي ذلك.", ()),
        (FA, "به نقل از خبرگزاری «رویترز»، سد پر شد.", ("رویترز",)),
        (FA, "به گزارش ایسنا، سد پر شد.\nمنبع: فارس", ("ایسنا", "فارس")),
        (FA, "مدیر سد در گفت‌وگو با ایلنا گفت. خبرگزاری شینهوا نوشت.", ("ایلنا", "شینهوا")),
        (FA, "به گزارش رسانه‌ها سد پر شد. دولت روز ۱۸ مهر اعلام کرد.", ()),
        (UR, "خبر رساں ادارے رائٹرز کے مطابق ڈیم بھر گیا۔ بی بی سی کے مطابق پانی کم ہے۔", ("رائٹرز", "بی بی سی")),
        (UR, "وادی نیوز ایجنسی کے مطابق ڈیم بھر گیا۔\nبشکریہ: جنگ", ("وادی نیوز ایجنسی", "جنگ")),
        (UR, "پولیس کے مطابق ڈیم بھر گیا۔ مقامی میڈیا رپورٹس کے مطابق پانی زیادہ ہے۔", ()),
        (ZH, "据新华社报道，水库已满。援引路透社的消息称。", ("新华社", "路透社")),
        (ZH, "综合法新社、路透社报道，水库已满。", ("法新社", "路透社")),
        (ZH, "綜合《路透》、《法新社》報導，水庫已滿。", ("路透", "法新社")),
        (ZH, "水库已满。\n来源：河谷日报", ("河谷日报",)),
        (ZH, "据报道，水库已满。据水利局的消息，水位上升。", ()),
    ],
)
def test_sources_are_named_as_written(language: Language, text: str, names: tuple[str, ...]) -> None:
    assert read_cites(text, language) == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (EN, "A man told the Afghan “Darra” newspaper so, as cited by Valley news.", ("Darra", "Valley news")),
        (EN, "He was quoted as saying by the Valley Tribune.", ("Valley Tribune",)),
        (EN, "The dam is full, said Xinhua news agency. Valley TV tweeted it.", ("Xinhua", "Valley TV")),
        (EN, "In an interview with Valley.com he said so. He told VKLM radio.", ("Valley.com", "VKLM")),
        (EN, "The dam is full.\n\n- AFP", ("AFP",)),
        (EN, "The dam is full. (Valley Gazette)", ("Valley Gazette",)),
        (EN, "Source: RIA Novosti, with reference to a railway", ("RIA Novosti",)),
        (AR, "نشرتها صحيفة (وادي ميرور) أمس.", ("وادي ميرور",)),
        (AR, "بحسب وادي نيوز، امتلأ السد. وقالت صحيفة El Valle ذلك.", ("وادي نيوز", "El Valle")),
        (AR, "2024-03-12 - المصدر: رويترز", ("رويترز",)),
        (AR, "امتلأ السد.\n-- (بترا)", ("بترا",)),
        (FA, "به گزارش دره آنلاین، سد پر شد.", ("دره آنلاین",)),
        (FA, "شبکه تلویزیونی دره در این خصوص اعلام کرد که سد پر شد.", ("دره",)),
        (FA, "مردم به خبرگزاری دره گفتند. رویترز پیش از این گزارش داده بود.", ("دره", "رویترز")),
        (FA, "به گزارش شبکه خبری «دره»، سد پر شد.", ("دره",)),
        (UR, "امریکی اخبار وادی ٹائمز نے انکشاف کیا کہ ڈیم بھر گیا۔", ("وادی ٹائمز",)),
        (UR, "نجی ٹی وی وادی نیوز کے مطابق ڈیم بھر گیا۔", ("وادی نیوز",)),
        (ZH, "据河谷广播公司报道，水库已满。", ("河谷广播公司",)),
        (ZH, "据法国《河谷报》民调显示，水库已满。", ("河谷报",)),
        (ZH, "河谷日报报道，水库已满。《河谷网》引述称。", ("河谷日报", "河谷网")),
        (ZH, "据俄罗斯VALLEY新闻网3月5日消息，水库已满。", ("VALLEY新闻网",)),
        (ZH, "水库已满。\n路透社", ("路透社",)),
    ],
)
def test_a_word_that_marks_an_outlet_makes_its_name_a_source(
    language: Language, text: str, names: tuple[str, ...]
) -> None:
    assert read_cites(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "According to the International Energy Agency the dam is full. He told a News Conference so."),
        (EN, "On Monday the Afghan newspaper said the dam is full."),
        (AR, "وذكرت وكالة الأرصاد أن السد امتلأ.\nالسد بعد أن امتلأ (رويترز)"),
        (FA, "سازمان آب به خبرنگاران گفت سد پر شد. رسانه‌های محلی گزارش دادند."),
        (UR, "غیر ملکی خبر رساں ایجنسی کے مطابق ڈیم بھر گیا۔ محکمہ آب کے مطابق پانی زیادہ ہے۔"),
        (ZH, "援引总统新闻秘书的话报道，水库已满。（圖）他說「滿了。」 （路透）"),
        (ZH, "据中国驻法国大使馆消息，水库已满。来源: sp20241128"),
    ],
)
def test_authorities_captions_and_nations_are_no_sources(language: Language, text: str) -> None:
    assert read_cites(text, language) == ()


def test_an_article_does_not_draw_on_itself() -> None:
    text = "KABUL (Reuters) - The dam is full, an engineer told Reuters. AFP reported so, too."
    facts = stated_facts(text, EN, find_stamps(text, EN))
    assert (facts.outlet, facts.place, facts.cites) == ("Reuters", "Kabul", ("AFP",))


def test_the_source_of_a_dateline_comes_first_and_no_name_twice() -> None:
    text = "به گزارش گروه اقتصاد خبرگزاری مهر از یزد به نقل از روزنامه «دره»، سد پر شد.\nبه نقل از خبرگزاری «دره نیوز»."
    facts = stated_facts(text, FA, find_stamps(text, FA))
    assert (facts.outlet, facts.place, facts.cites) == ("مهر", "یزد", ("دره نیوز",))


def test_expressions_of_a_language_are_those_of_its_file(tmp_path: Path) -> None:
    """Here of an invented one; at most six names are told."""
    articles = "outlets = ['Valo', 'Ponto']\nnobody = ['iu']\ncites = ['laŭ (?P<cites>{outlets}|\\w+ gazeto)']"
    language = toy(tmp_path, articles=articles)
    assert read_cites("La baraĵo plenas, laŭ Valo. Laŭ Ponto. Tion laŭ iu gazeto.", language) == ("Valo",)
    many = " ".join(f"laŭ n{number} gazeto" for number in range(9))
    assert len(read_cites(many, language)) == 6
