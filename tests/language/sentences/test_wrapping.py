"""Texts that a program or a person wrapped at a width are read in paragraphs; whatever else has lines keeps them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.language.sentences.segmenting import segment
from cpecbot.language.sentences.wrapping import line_wraps, on_one_line, paragraphs, unwrapped
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy

PROSE = {
    EN: "The harbour board met on Sunday and put off, for the third time this year, its decision on a new breakwater "
    "that fishermen of the bay have been asking for since the storms of last winter. Its chairman said that two of "
    "the five offers had come too late to be looked at. A new date was not given.",
    AR: "اجتمع مجلس الميناء يوم الأحد وأجل للمرة الثالثة هذا العام قراره في شأن حاجز الأمواج الجديد الذي يطالب به "
    "صيادو الخليج منذ عواصف الشتاء الماضي. وقال رئيسه إن عرضين من العروض الخمسة وصلا بعد فوات الموعد. ولم يحدد موعد "
    "جديد لاتخاذ القرار.",
    FA: "هیئت مدیره بندر روز یکشنبه برای سومین بار در سال جاری تصمیم خود را درباره موج‌شکن تازه‌ای که ماهیگیران "
    "خلیج از توفان‌های زمستان گذشته خواستار آن بوده‌اند به تعویق انداخت. رئیس هیئت گفت که دو پیشنهاد از پنج پیشنهاد "
    "دیر رسیده است. تاریخ تازه‌ای اعلام نشد.",
    UR: "بندرگاہ کے بورڈ نے اتوار کو اس سال تیسری بار نئے پشتے کے بارے میں اپنا فیصلہ مؤخر کر دیا جس کا مطالبہ "
    "خلیج کے ماہی گیر گزشتہ سرما کے طوفانوں کے بعد سے کر رہے ہیں۔ چیئرمین نے کہا کہ پانچ میں سے دو پیشکشیں دیر سے "
    "پہنچیں۔ نئی تاریخ کا اعلان نہیں کیا گیا۔",
    ZH: "港务局星期日开会，今年第三次推迟就新防波堤作出决定，自去年冬季的风暴以来，海湾的渔民一直要求修建这道防波堤。"
    "局长说，五份标书中有两份送达过晚，无法评审。会议没有公布新的日期，渔民代表对此表示失望。",
}


def wrap(text: str, language: Language, width: int = 72) -> list[str]:
    """As a program would: by words, or by characters."""
    if language.profile.spaced:
        return textwrap.wrap(text, width)
    return [text[start : start + width // 2] for start in range(0, len(text), width // 2)]


def sentences(text: str, language: Language) -> list[str]:
    return [span.slice(text) for span, _ in segment(text, language)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("language", PROSE, ids=str)
def test_a_wrapped_text_has_the_sentences_of_the_text(language: Language, width: int, newline: str) -> None:
    """As slices, with the line breaks in them, and on one line as they were."""
    whole = PROSE[language]
    text = newline.join(wrap(whole, language, width))
    found = sentences(text, language)
    assert [on_one_line(sentence, language) for sentence in found] == sentences(whole, language)
    assert any(newline in sentence for sentence in found)


@pytest.mark.parametrize("language", PROSE, ids=str)
def test_what_is_read_has_the_length_of_the_text_and_no_line_break(language: Language) -> None:
    text = "\r\n".join(wrap(PROSE[language], language))
    read = unwrapped(text, language)
    assert len(read) == len(text)
    assert len(read.splitlines()) == 1


@pytest.mark.parametrize("before", ["\n\n", "\n    ", "\n\u3000\u3000"])
@pytest.mark.parametrize("language", PROSE, ids=str)
def test_a_blank_line_and_an_indented_one_begin_a_paragraph(language: Language, before: str) -> None:
    paragraph = "\n".join(wrap(PROSE[language], language))
    assert len(paragraphs(before.join([paragraph] * 3), language)) == 3 + 2 * before.count("\n\n")


@pytest.mark.parametrize("language", PROSE, ids=str)
def test_lists_and_titles_of_a_wrapped_text_keep_their_lines(language: Language) -> None:
    body = "\n".join(wrap(PROSE[language], language))
    title, items = sentences(PROSE[language], language)[-1][:8].strip(), ["- 40 km", "- 50 km", "1. 60 km"]
    text = "\n".join([title, "", body, "", *items])
    found = [paragraph.slice(text) for paragraph in paragraphs(text, language) if len(paragraph)]
    assert found == [title, body, *items]


def test_an_item_goes_on_below_its_mark() -> None:
    text = "\n".join(
        [
            *textwrap.wrap(PROSE[EN], 66),
            "- the price of stone, which has to be brought in from the hills by",
            "  lorry",
            "- the cost of diesel",
        ]
    )
    assert [paragraph.slice(text)[:9] for paragraph in paragraphs(text, EN)] == ["The harbo", "- the pri", "- the cos"]


def test_a_dash_at_the_start_of_a_line_of_prose_is_no_list_mark() -> None:
    text = (
        "The bridge over the lower river will not be opened before the autumn\n"
        "– that is what the contractor wrote to the council in a letter which\n"
        "was read out on Monday, to the surprise of all who had come to hear."
    )
    assert sentences(text, EN) == [text]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (EN, ["The board met on Sunday in the old customs house.", "It put off its decision.", "No date was given."]),
        (EN, ["Board puts off decision on breakwater for third time", "The harbour board met on Sunday, he said."]),
        (EN, ["price of stone and of the lorries to bring it here", "wages of the masons", "diesel for two pumps"]),
        (EN, ["O wind that over the harbour sings", "And bends the masts of weary ships", "What news"]),
        (EN, ["Pier      1      40 m     1,200 tonnes a year", "Pier      2      35 m       900 tonnes a year."]),
        (AR, ["اجتمع مجلس الميناء يوم الأحد.", "وأجل قراره للمرة الثالثة هذا العام.", "ولم يحدد موعد."]),
        (AR, ["يا ريح هبي على المرسى فقد طال السفر", "والموج يروي عن الأحباب ما كتم القمر"]),
        (FA, ["هیئت مدیره بندر روز یکشنبه تشکیل جلسه داد.", "تصمیم به تعویق افتاد.", "تاریخی اعلام نشد."]),
        (FA, ["ای نسیم از لب دریا به من آور خبری", "که دلم در غم یاران شده چون موج دری"]),
        (UR, ["بورڈ کا اجلاس اتوار کو ہوا۔", "فیصلہ تیسری بار مؤخر کر دیا گیا۔", "تاریخ نہیں دی گئی۔"]),
        (UR, ["سمندر کی ہوا پھر آج میرا نام لیتی ہے", "کسی بچھڑے ہوئے ساحل کا وہ پیغام دیتی ہے"]),
        (ZH, ["港务局星期日开会。", "会议第三次推迟就新防波堤作出决定。", "没有公布新的日期。"]),
        (ZH, ["海风入旧港", "渔火照新船", "夜半潮声起", "思君又一年"]),
    ],
)  # fmt: skip
def test_what_is_not_wrapped_keeps_its_lines(language: Language, lines: list[str]) -> None:
    """A sentence a line, a title over its text, lists without marks, verses, tables."""
    assert line_wraps("\n".join(lines), language) == ()


@pytest.mark.parametrize(("columns", "wrapped"), [(36, False), (44, True), (136, True), (150, False)])
def test_nobody_wraps_at_less_or_at_more(columns: int, wrapped: bool) -> None:
    text = "\n".join(textwrap.wrap(" ".join([PROSE[EN]] * 4), columns))
    assert bool(line_wraps(text, EN)) is wrapped


def test_one_line_in_twenty_may_be_longer() -> None:
    lines = textwrap.wrap(" ".join([PROSE[EN]] * 8), 70)
    address = "https://harbour.example/" + "minutes/" * 12
    assert len(lines) > 20
    assert line_wraps("\n".join([*lines[:9], address, *lines[9:]]), EN)
    assert not line_wraps("\n".join([*lines[:9], address, address, address, *lines[9:]]), EN)


def test_a_line_that_ends_with_a_connector_was_broken(tmp_path: Path) -> None:
    """Two lines prove little where no letter is small: the file says with which words no sentence ends."""
    profile = 'script = "arabic"\nlocale = "ar"\nright_to_left = true\n'
    text = "اجتمع مجلس الميناء القديم يوم الأحد وأجل قراره للمرة الثالثة من\nأجل الصيادين الذين طلبوا ذلك."
    assert not line_wraps(text, toy(tmp_path, profile=profile))
    assert line_wraps(text, toy(tmp_path, profile=profile, sentences='connectors = "من"'))


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        (EN, "the long-\nterm plan", "the long-term plan"),
        (EN, "two rivers -\nand a bridge", "two rivers - and a bridge"),
        (EN, "a plan  \r\n   of old", "a plan of old"),
        (EN, "a plan\u2028of old", "a plan of old"),
        (ZH, "新的防\r\n波堤", "新的防波堤"),
        (ZH, "新的 harbour\nboard 会议", "新的 harbour board 会议"),
        (AR, "مجلس\nالميناء", "مجلس الميناء"),
    ],
)
def test_a_line_break_is_shown_as_what_would_stand_there(language: Language, text: str, shown: str) -> None:
    assert on_one_line(text, language) == shown


@given(
    text=st.lists(st.sampled_from([*"aA. \n\r\t-،。字ہ,|\u2028", "\n\n", "word ", "کلمه ", "一二三"]), max_size=80).map(
        "".join
    ),
    language=st.sampled_from(list(LANGUAGES)),
)
@settings(max_examples=60, deadline=None)
def test_paragraphs_hold_all_that_their_lines_do(text: str, language: Language) -> None:
    """Whatever the text; and what wraps it is blank."""
    found = paragraphs(text, language)
    assert "".join("".join(each.slice(text) for each in found).split()) == "".join(text.split())
    assert all(wrap.slice(text).isspace() for wrap in line_wraps(text, language))
    assert len(unwrapped(text, language)) == len(text)
