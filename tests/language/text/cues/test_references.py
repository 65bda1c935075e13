"""Words at the beginning of a sentence that stand for what was named before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.text.cues.references import refers_back
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy

HAN = 'script = "han"\nlocale = "zh"\nspaced = false\n'


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "They sold the goats."),
        (EN, "The two sides sold the goats."),
        (EN, "Later, both sides sold the goats."),
        (EN, "“IT will be sold,” Ann said."),
        (AR, "هما باعا الماعز."),
        (AR, "وباع الجانبان الماعز."),
        (AR, "وهذا المخزن قديم."),
        (AR, "كما اتفق الطرفان على بيع الماعز."),
        (FA, "او بزها را فروخت."),
        (FA, "دو طرف بزها را فروختند."),
        (FA, "همچنین آن‌ها بزها را فروختند."),
        (UR, "انہوں نے بکریاں بیچیں۔"),
        (UR, "بعد میں دونوں نے بکریاں بیچیں۔"),
        (UR, "وہ گھر گیا۔"),
        (ZH, "双方卖了山羊。"),
        (ZH, "「他们卖了山羊。」"),
        (ZH, "該倉庫很舊。"),
        (ZH, "雙方賣了山羊。"),
    ],
)
def test_a_sentence_goes_on_about_what_was_named(language: Language, text: str) -> None:
    assert refers_back(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Ann sold the goats."),
        (EN, "Hens and theists sold the goats."),
        (EN, "Ann and Bob sold it."),  # three words before it
        (AR, "باع كريم ثلاثة من الماعز."),
        (AR, "هموم المزارعين كثيرة."),
        (FA, "کریم بزها را به او فروخت."),
        (FA, "اواخر پاییز بزها را فروختند."),
        (UR, "کریم نے تین بکریاں بیچیں۔"),
        (UR, "یہاں کریم رہتا ہے۔"),
        (ZH, "李强卖了山羊。"),
        (ZH, "昨天双方卖了山羊。"),
    ],
)
def test_one_that_names_whom_it_speaks_of_does_not(language: Language, text: str) -> None:
    assert not refers_back(text, language)


@given(st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_text_can_be_asked(text: str, language: Language) -> None:
    assert refers_back(text, language) in {True, False}


@pytest.mark.parametrize(("language", "word"), [(EN, "they"), (AR, "هما"), (FA, "آنان"), (UR, "دونوں"), (ZH, "双方")])
@given(rest=st.text())
def test_whatever_stands_behind_the_word(language: Language, word: str, rest: str) -> None:
    assert refers_back(f"{word} {rest}", language)


class TestMechanisms:
    """With an invented language."""

    def test_without_a_file_nothing_refers_back(self, tmp_path: Path) -> None:
        assert not refers_back("li they", toy(tmp_path))

    @pytest.mark.parametrize(
        ("text", "refers"),
        [
            ("Li iris.", True),
            ("LI iris.", True),
            ("— “Li” iris.", True),
            ("Poste ankau li iris.", True),
            ("Poste ankau tie li iris.", False),
            ("Libro falis.", False),
            ("Ali iris.", False),
            ("la du iris.", True),
            ("la domo falis.", False),
            ("du iris.", False),
            ("", False),
        ],
    )
    def test_it_stands_whole_behind_two_words_at_most(self, tmp_path: Path, text: str, refers: bool) -> None:
        assert refers_back(text, toy(tmp_path, references='opening = "li, la du"')) == refers

    def test_a_conjunction_may_be_written_together_with_it(self, tmp_path: Path) -> None:
        files = {"references": 'opening = "li"', "forms": '[inflection]\nconjunctions = ["kaj"]'}
        assert [refers_back(text, toy(tmp_path, **files)) for text in ("kajli iris", "auli iris")] == [True, False]

    def test_where_no_space_parts_words_only_marks_stand_before_it(self, tmp_path: Path) -> None:
        language = toy(tmp_path, profile=HAN, references='opening = "双方"')
        assert [refers_back(text, language) for text in ("，双方同意", "雙方同意", "昨双方同意")] == [True, True, False]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('openings = "li"\n', r"references\.toml, line 1: openings: no such key; did you mean \"opening\""),
            ("opening = 3\n", r"references\.toml, line 1: opening"),
            ("opening = [\n", r"references\.toml: not valid TOML"),
        ],
    )
    def test_a_mistake_in_the_file_is_told(self, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(GlossaryError, match=message):
            refers_back("li", toy(tmp_path, references=text))
