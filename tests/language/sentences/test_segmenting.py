"""Sentences: exact cuts on the real articles, one rule at a time, and what holds for any text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.language.sentences.segmenting import segment
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.sentences.wrapping import line_wraps
from cpecbot.languages import Language
from cpecbot.models import SentenceKind, Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

BODY, BULLET, HEADING = SentenceKind.BODY, SentenceKind.BULLET, SentenceKind.HEADING


@pytest.fixture(scope="session")
def seed(root: Path) -> dict[str, str]:
    """The five articles as stored, by number."""
    return {path.name[:3]: path.read_bytes().decode() for path in (root / "seeds").glob("*.txt")}


def sentences(text: str, language: Language, *kinds: SentenceKind) -> list[str]:
    return [span.slice(text) for span, kind in segment(text, language) if not kinds or kind in kinds]


class TestRealArticles:
    def test_a_paragraph_of_comma_chained_reports_gives_its_fourteen_statements(self, seed: dict[str, str]) -> None:
        ends = [span.end for span, kind in segment(seed["000"], AR) if kind is BODY]
        expected = [252, 465, 569, 641, 741, 823, 1031, 1088, 1371, 1460, 1558, 1647, 1884, 2057]
        assert len(ends) == len(expected)
        assert all(0 <= wanted - end <= 1 for end, wanted in zip(ends, expected, strict=True))

    def test_every_bullet_is_one_statement_without_its_mark(self, seed: dict[str, str]) -> None:
        lines = [line.strip(" •\xa0") for line in seed["001"].splitlines() if "•" in line]
        assert len(lines) == 15
        assert sentences(seed["001"], AR, BULLET) == lines

    def test_captions_between_paragraphs_are_headings(self, seed: dict[str, str]) -> None:
        assert sentences(seed["001"], AR, HEADING) == [
            "تايوان وأفغانستان",
            "أبرز مخرجات الحوار الاستراتيجي الصيني الباكستاني",
        ]

    def test_a_quotation_mark_that_never_closes_hides_no_sentence(self, seed: dict[str, str]) -> None:
        found = sentences(seed["001"], AR)
        assert "واتفق الجانبان على “تعزيز التعاون في القطاعين المالي والمصرفي." in found
        assert "وأعربت باكستان عن تقديرها للدعم الصيني المقدم لقطاعيها المالي والنقدي." in found

    def test_a_persian_paragraph_of_one_sentence_stays_whole(self, seed: dict[str, str]) -> None:
        paragraphs = [line.strip() for line in seed["002"].splitlines()][1:]
        assert sentences(seed["002"], FA, BODY) == [paragraph for paragraph in paragraphs if paragraph]

    def test_rubric_and_title_are_headings(self, seed: dict[str, str]) -> None:
        title = "Pakistan-China dialogue reaffirms CPEC 2.0, strengthens security and strategic cooperation"
        assert sentences(seed["003"], EN, HEADING)[:2] == ["Pakistan", title]

    def test_every_paragraph_under_the_title_is_body(self, seed: dict[str, str]) -> None:
        body = sentences(seed["003"], EN, BODY)
        assert body[0].startswith("Beijing : Pakistan and China have reiterated")
        assert body[2].startswith("The meeting was co-chaired by Deputy Prime Minister")
        assert body[2].endswith("Chinese Foreign Minister Wang Yi.")

    def test_abbreviations_do_not_end_a_sentence(self, seed: dict[str, str]) -> None:
        found = sentences(seed["004"], EN)
        assert all(sentence.endswith((".", "”")) for sentence in found)
        assert sum("underpinned by the U.N. Charter, international law" in sentence for sentence in found) == 1
        assert sum("with the U.N. Charter, relevant U.N. Security Council" in sentence for sentence in found) == 1
        assert found[0].startswith("ISLAMABAD, Jan 5 (APP): Pakistan")
        assert found[0].endswith("Belt and Road Initiative.")


class TestStops:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            (EN, ["Under the U.N. Charter they agreed.", "On Jan. 5 they met."]),
            (EN, ["He flew to the U.S. after the talks.", "Gen. Asim Munir, Dr. Khan and Mr. Dar came."]),
            (EN, ["They met in the U.S.", "The two sides signed at 5 p.m.", "It was late."]),
            (EN, ["CPEC 2.0 cost $2.5 billion.", "Really?!", "Yes!"]),
            (EN, ["They want “two Chinas.”", "Pakistan objects."]),
            (EN, ["(The text was released later.)", "China agreed."]),
            (EN, ["They waited… and left.", "The talks went on…", "They stayed."]),
            (FA, ["رشد اقتصادی ۳.۵ درصد بود.", "نسخه ۲.۰ آغاز شد؟", "بله!"]),
            (FA, ["دکتر م. رضایی به پکن رفت.", "«این توافق مهم است.»", "وی بازگشت."]),
            (UR, ["یہ معاہدہ ہو گیا۔", "کیا وہ گئے؟", "جی ہاں!"]),
            (UR, ["ڈاکٹر م۔ ع۔ خان نے کہا۔", "یو۔این۔ چارٹر اہم ہے۔"]),
            (UR, ["دونوں ممالک متفق ہیں -", "مذاکرات جاری رہیں گے۔"]),
            (AR, ["هل اتفق الجانبان؟", "نعم!", "بلغ النمو 3.5 في المئة."]),
            (AR, ["قال د. محمد إن النسخة ٢.٠ جاهزة.", "وانتهى الاجتماع."]),
        ],
    )
    def test_text_divides_into_these_sentences(self, language: Language, expected: list[str]) -> None:
        assert sentences(" ".join(expected), language) == expected

    @pytest.mark.parametrize(
        "expected",
        [
            ["双方同意推进走廊2.0版。", "会谈何时举行？", "太好了！"],
            ["王毅说：“中方支持。巴方感谢。”", "双方签署了文件。"],
            ["“中方坚定支持巴方。”王毅强调。", "双方签署了文件。"],
        ],
    )
    def test_chinese_needs_no_spaces(self, expected: list[str]) -> None:
        assert sentences("".join(expected), ZH) == expected

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            (EN, ["The Govt. of Bela approved it.", "Naz Mills (Pvt.) Ltd. won.", "Col. (Retd.) Gul left."]),
            (EN, ["Lt. Gen. Afzal and Engr. Sana met Adv. Noor.", "Dr. He spoke."]),
            (EN, ["It shuts at 9 p.m. Monday and at 5 p.m. PKT.", "It opens at noon."]),
            (EN, ["It shuts at 9 p.m.", "Boats leave then."]),
            (EN, ["He said no.", "Nobody asked.", "Flat No. 5 is empty."]),
            (EN, ["It rained 20 mm.", "Roads flooded.", "It is 5 km. from here."]),
            (EN, ["It cost Rs. 500.", "Nobody paid.", "Article 2. of the act says so."]),
            (EN, ["See https://sea.example/a.html?b=c.", "Write to a.b@sea.example.org.", "Or call."]),
            (EN, ["They live in the U.S.", "Their U.S. Embassy pass is new."]),
            (AR, ["قال أ.د. سامي ود. هدى ذلك.", "وصل م. كمال."]),
            (AR, ["بني سنة 420 هـ. في عهد الأمير.", "وهدم سنة 500 هـ.", "وقد أعيد بناؤه."]),
            (AR, ["تقع في ص.ب. ٤٠ بالمدينة.", "انظر ص. ٥٥ من الكتاب.", "عاش في القرن الثالث ق.م. بعيدا."]),
            (AR, ["قالت بي. بي. سي. إن الميناء مغلق.", "ولم تزد."]),
            (FA, ["این بنا در ۱۳۰۰ هـ.ش. ساخته شد.", "ر.ک. ص. ۵۵ کتاب."]),
            (FA, ["دکتر م. ر. صبا آمد.", "او رفت."]),
            (UR, ["ایران۔ترکی مذاکرات شروع ہوئے۔", "کابل۔پشاور سڑک کھل گئی۔"]),
            (UR, ["سڑک بند ہوئی۔", "پل کھول دیا گیا۔"]),
            (UR, ["اے۔ کیو۔ خان اور ایم۔کیو۔ایم کے رہنما ملے۔", "پی۔پی۔پی خاموش رہی۔", "بارش آئی۔", "لوگ خوش ہیں۔"]),
            (UR, ["یہ 1947ء۔1950ء کا قصہ ہے۔", "وہ کہتے ہیں: ”کنواں خشک ہے۔“", "سب ’’چپ ہیں۔‘‘", "وہ گئے۔"]),
        ],
    )
    def test_a_short_form_or_a_joining_stop_ends_no_sentence(self, language: Language, expected: list[str]) -> None:
        """Unless what follows opens one."""
        assert sentences(" ".join(expected), language) == expected

    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            (UR, "سڑک بند ہوئی۔پل کھول دیا گیا۔لوگ خوش ہیں۔", ["سڑک بند ہوئی۔", "پل کھول دیا گیا۔", "لوگ خوش ہیں۔"]),
            (
                ZH,
                "船于3月6日离港。7天后返回！12人下船？5人留下。",
                ["船于3月6日离港。", "7天后返回！", "12人下船？", "5人留下。"],
            ),
            (
                ZH,
                "出口增长６．４％，进口下降３.２％。作者J. K. 林到场。",
                ["出口增长６．４％，进口下降３.２％。", "作者J. K. 林到场。"],
            ),
            (
                ZH,
                "他说：“好。3天后走。”她笑了。“不行！”他说。",
                ["他说：“好。3天后走。”", "她笑了。", "“不行！”他说。"],
            ),
            (ZH, "“走吗？”她问。“走。”他答。No. 5号船离港。", ["“走吗？”她问。", "“走。”他答。", "No. 5号船离港。"]),
            (ZH, "请看www.chuan.example.cn。Ｕ．Ｓ．的船到了。", ["请看www.chuan.example.cn。", "Ｕ．Ｓ．的船到了。"]),
        ],
    )
    def test_stops_without_a_space_behind_them(self, language: Language, text: str, expected: list[str]) -> None:
        assert sentences(text, language) == expected

    def test_brackets_written_the_wrong_way_round_hide_no_sentence(self) -> None:
        expected = ["حاتم نزد علی) ع (رفت.", "او بازگشت.", "یاد علی) ع (باقی است."]
        assert sentences(" ".join(expected), FA) == expected

    def test_a_rule_drawn_in_the_text_separates(self) -> None:
        assert sentences("They agreed. *** China paid", EN) == ["They agreed.", "***", "China paid"]


class TestStatements:
    CHAIN = (
        "وقال رئيس الوزراء إن بلاده ترحب بالاستثمارات الصينية في مختلف القطاعات الحيوية، ",
        "وأشارت الوزارة إلى أن العلاقات بين البلدين ستبقى قوية في جميع الظروف والأحوال، ",
        "كما أعربت بكين عن تقديرها للموقف الباكستاني الثابت من هذه القضايا، ",
        "من جانبه، شدد وزير الخارجية على أن بلاده مستعدة لمواصلة الحوار مع جيرانها، ",
        "وتبادل الجانبان وجهات النظر حول التطورات الإقليمية والدولية ذات الاهتمام المشترك.",
    )

    def test_reports_chained_with_commas_come_apart(self) -> None:
        assert sentences("".join(self.CHAIN), AR) == [part.strip() for part in self.CHAIN]

    def test_a_short_sentence_keeps_its_clauses_together(self) -> None:
        text = "وقال الوزير إن بلاده ترحب بالاتفاق، وأضاف أن التنفيذ سيبدأ قريبا في جميع المناطق."
        assert sentences(text, AR) == [text]

    @pytest.mark.parametrize(
        "clause",
        [
            "وتعزيز التعاون بين البلدين في مجالات التجارة والاستثمار",
            "وأن الصين تدعم باكستان في الحفاظ على سيادتها ووحدة أراضيها",
            "وتبادل الخبرات والمعلومات في مجال مكافحة الإرهاب والتطرف",
            "ودعم التنمية المستدامة في المناطق الأقل نموا من البلاد",
            "كما قال الوزير في تصريحات سابقة من هذا الأسبوع لوسائل الإعلام",
            "والتي أكدت أهميتها جميع الأطراف المشاركة في هذا الاجتماع",
        ],
    )
    def test_a_clause_that_reports_nothing_new_stays_where_it_is(self, clause: str) -> None:
        before = f"{self.CHAIN[0].strip('، ')} في إطار مبادرة الحزام والطريق التي تربط القارات"
        after = "ويشمل ذلك الطاقة والنقل والزراعة والصناعة والتعليم والصحة والبنية التحتية وغيرها من القطاعات المهمة."
        text = f"{before}، {clause}، {after}"
        assert len(text) > 250
        assert sentences(text, AR) == [text]

    def test_no_cut_falls_inside_quotation_marks_or_brackets(self) -> None:
        quoted = "“إن الصين شريك موثوق لباكستان في جميع المجالات، وأكدت ذلك مرارا في المحافل الدولية”"
        bracketed = "(في البيان المشترك الصادر عن الوزارة، وأعلنت ذلك رسميا)"
        after = "في ختام الزيارة الرسمية إلى بكين التي استمرت ثلاثة أيام وشملت لقاءات مع كبار المسؤولين في الحكومة."
        text = f"وقال المتحدث {quoted} {bracketed} {after}"
        assert len(text) > 250
        assert sentences(text, AR) == [text]

    def test_long_chinese_clauses_come_apart_at_the_full_width_semicolon(self) -> None:
        parts = [
            "会谈中，双方一致同意进一步加强战略沟通、深化战略互信，共同维护两国的共同利益；",
            "双方将聚焦工业、农业、矿业三大重点领域，推动瓜达尔港建设和运营，确保喀喇昆仑公路畅通；",
            "双方还同意在金融、银行领域加强合作，包括在国际和地区多边金融机构中相互支持，维护共同利益。",
        ]
        assert sentences("".join(parts), ZH) == parts


class TestLines:
    @pytest.mark.parametrize(
        "mark", ["• ", "- ", "* ", "– ", "•", "1. ", "2) ", "(3) ", "١- ", "۲. ", "\t● ", "4、", "二、"]
    )
    def test_a_list_mark_is_no_part_of_its_item(self, mark: str) -> None:
        text = f"Both agreed on this.\n{mark}Trade between them will grow.\n"
        assert sentences(text, EN, BULLET) == ["Trade between them will grow."]

    @pytest.mark.parametrize(
        "line", ["2026 was a good year.", "3.5 percent was the growth.", "-5 degrees were measured."]
    )
    def test_a_number_that_opens_a_line_is_no_list_mark(self, line: str) -> None:
        assert segment(line, EN) == ((Span(0, len(line)), BODY),)

    def test_line_breaks_and_invisible_edges_are_no_part_of_a_sentence(self) -> None:
        text = "\ufeffChina agreed.\r\n\r\n\u00a0Pakistan agreed.\u200f\u00a0\r\n\u200bBoth signed\u2028They left.\r"
        assert sentences(text, EN) == ["China agreed.", "Pakistan agreed.", "Both signed", "They left."]

    def test_a_no_break_space_by_an_initial_ends_no_program(self) -> None:
        """The library alone panics on this text."""
        assert sentences("A\u00a0. Khan met Wang. They left.", EN) == ["A\u00a0. Khan met Wang.", "They left."]

    def test_urdu_sentences_come_apart_without_a_space_between_them(self) -> None:
        assert sentences("معاہدہ ہو گیا ہے۔انہوں نے کہا۔", UR) == ["معاہدہ ہو گیا ہے۔", "انہوں نے کہا۔"]

    def test_a_non_joiner_inside_a_word_stays(self) -> None:
        assert sentences("همکاری‌های دو کشور می‌رود. پایان یافت.", FA) == ["همکاری‌های دو کشور می‌رود.", "پایان یافت."]

    @pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\ufeff", "\u200f \u00a0"])
    def test_a_text_of_nothing_has_no_sentences(self, text: str) -> None:
        assert segment(text, AR) == ()

    def test_a_lone_surrogate_is_kept_in_place(self) -> None:
        assert sentences("One \ud800 two. Three.", EN) == ["One \ud800 two.", "Three."]


class TestHeadings:
    PROSE = "The two sides agreed to deepen their cooperation in trade, in mining and in agriculture."

    def test_a_caption_standing_alone_is_a_heading(self) -> None:
        text = f"{self.PROSE}\n\nNext steps\n\n{self.PROSE}"
        assert sentences(text, EN, HEADING) == ["Next steps"]

    def test_a_caption_right_above_a_longer_paragraph_is_a_heading(self) -> None:
        text = f"{self.PROSE}\nNext steps\n{self.PROSE}"
        assert sentences(text, EN, HEADING) == ["Next steps"]

    @pytest.mark.parametrize(
        ("language", "line"),
        [
            (EN, "Pakistan and China signed the accord on Monday"),
            (EN, "Trade reached 23 billion dollars"),
            (EN, "The seventh round is over"),
            (AR, "وأكد الجانبان دعم السلام"),
            (FA, "هفتمین دور گفت‌وگو در پکن برگزار شد"),
            (UR, "ساتواں دور بیجنگ میں منعقد ہوا"),
            (ZH, "双方已达成一致"),
        ],
    )
    def test_a_bulletin_without_its_full_stop_is_no_heading(self, language: Language, line: str) -> None:
        assert HEADING not in {kind for _, kind in segment(f"{self.PROSE}\n\n{line}\n\n{self.PROSE}", language)}

    @pytest.mark.parametrize(
        ("language", "line"),
        [
            (AR, "مكافحة الإرهاب"),
            (FA, "همکاری‌های امنیتی"),
            (UR, "سکیورٹی تعاون"),
            (ZH, "反恐合作"),
        ],
    )
    def test_captions_are_known_in_every_language(self, language: Language, line: str) -> None:
        text = f"{self.PROSE}\n\n{line}\n\n{self.PROSE}"
        assert sentences(text, language, HEADING) == [line]

    def test_a_wrapped_sentence_is_no_heading(self) -> None:
        text = f"{self.PROSE}\nChina and Pakistan, the two neighbours of old\nand friends, met again in Beijing."
        assert sentences(text, EN, HEADING) == []

    def test_a_line_of_fifteen_words_is_no_title(self) -> None:
        line = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        assert sentences(f"{line}\n\n{self.PROSE}", EN, HEADING) == []

    def test_a_text_of_one_line_is_no_heading(self) -> None:
        assert sentences("Pakistan and China", EN, HEADING) == []

    def test_the_line_that_announces_a_list_is_a_heading(self) -> None:
        text = f"{self.PROSE}\nKey points:\n- Trade will grow.\n- Mining will grow."
        assert sentences(text, EN, HEADING) == ["Key points:"]

    def test_a_numbered_caption_over_a_paragraph_is_a_heading(self) -> None:
        text = "一、加强经济合作\n双方同意深化合作，推动走廊高质量发展。\n二、维护地区安全\n双方强调对恐怖主义零容忍。"
        assert sentences(text, ZH, HEADING) == ["加强经济合作", "维护地区安全"]


# Letters, marks and separators that the rules turn on, so that random texts reach them often.
_CHARACTERS = "abAZ .!?،؛؟۔。！？；…:\"'“”«»()[]\n\r\t•*-–_=15۳٣、\u00a0\u200c\u200f\ufeff\ud800\u2028😀"
_WORDS = ["وقال ", "كما ", "أن ", "U.S. ", "The ", "ہے - ", "说", "一、", "*** ", "د. ", "2.0", "Jan. ", "\r\n"]
_PIECES = st.sampled_from([*_CHARACTERS, *_WORDS])
_ENUMERATORS = frozenset("".join("".join(each.read(SentencesFile).enumerators) for each in LANGUAGES))
_TEXTS = st.one_of(st.lists(_PIECES, max_size=120).map("".join), st.text(max_size=200))


@given(text=_TEXTS, language=st.sampled_from(list(LANGUAGES)))
@settings(max_examples=50, deadline=None)
def test_spans_are_in_order_trimmed_and_not_empty(text: str, language: Language) -> None:
    """Whatever the text."""
    reached = 0
    for span, _ in segment(text, language):
        assert reached <= span.start < span.end <= len(text)
        assert span.slice(text) == span.slice(text).strip()
        reached = span.end


@given(text=_TEXTS, language=st.sampled_from(list(LANGUAGES)))
@settings(max_examples=50, deadline=None)
def test_nothing_said_is_left_out(text: str, language: Language) -> None:
    """Every character is in a sentence but blanks, what shows nothing, and the mark that opens a list item."""
    reached = 0
    for span, kind in (*segment(text, language), (Span(len(text), len(text)), BODY)):
        gap = text[reached : span.start]
        left_out = [mark for mark in gap if not mark.isspace() and unicodedata.category(mark) != "Cf"]
        assert kind is not BODY or not left_out
        letters = [mark for mark in left_out if mark.isalpha()]
        assert _ENUMERATORS.issuperset(letters)
        reached = span.end


@given(text=_TEXTS, language=st.sampled_from(list(LANGUAGES)))
@settings(max_examples=50, deadline=None)
def test_no_sentence_runs_over_a_line_break(text: str, language: Language) -> None:
    """Whatever the text, unless it was wrapped there."""
    wraps = line_wraps(text, language)
    for span, _ in segment(text, language):
        within = [wrap for wrap in wraps if span.contains(wrap)]
        assert len(span.slice(text).splitlines()) == 1 + sum(
            len(f"{wrap.slice(text)}x".splitlines()) - 1 for wrap in within
        )
