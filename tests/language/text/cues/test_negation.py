"""Denial: where a text says that something is not so, and how far that reaches."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.text.cues.negation import denials, denied_clauses
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy
from shipped import glossary_of_the_field


def place(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def denying(text: str, language: Language) -> list[str]:
    return [span.slice(text) for span in denials(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (EN, "The barn did not burn.", ["not"]),
        (EN, "The barn didn't burn.", ["didn't"]),
        (EN, "The barn didn’t burn.", ["didn’t"]),
        (EN, "She can NEVER swim and cannot dive.", ["NEVER", "cannot"]),
        (EN, "He failed to wake without coffee.", ["failed to", "without"]),
        (EN, "Nothing was stolen.", ["Nothing"]),
        (EN, "Nobody saw the barn.", ["Nobody"]),
        (AR, "لم يحترق المخزن.", ["لم"]),
        (AR, "لَمْ يحترق المخزن ولن يغرق.", ["لَمْ", "ولن"]),
        (AR, "ليس في القرية طبيب.", ["ليس"]),
        (AR, "خرج من دون مظلة.", ["من دون"]),
        (FA, "کشتی غرق نشد.", ["نشد"]),
        (FA, "او نمی‌خواند.", ["نمی‌خواند"]),
        (FA, "قطار هنوز نرسیده است.", ["نرسیده"]),
        (FA, "بدون چتر رفت.", ["بدون"]),
        (FA, "انبار نسوخت.", ["نسوخت"]),
        (UR, "گودام نہیں جلا۔", ["نہیں"]),
        (UR, "وہ چھتری کے بغیر گیا۔", ["بغیر"]),
        (UR, "مت جاؤ۔", ["مت"]),
        (ZH, "仓库没有着火。", ["没有"]),
        (ZH, "他不会唱歌。", ["不"]),
        (ZH, "火车尚未到达。", ["尚未"]),
        (ZH, "他無法游泳。", ["無法"]),
        (ZH, "倉庫沒有著火。", ["沒有"]),
    ],
)
def test_words_that_deny(language: Language, text: str, words: list[str]) -> None:
    assert denying(text, language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The notes were knotted by a nun."),
        (EN, "Not only goats but sheep ate the hay."),
        (EN, "There is no doubt that goats eat hay."),
        (AR, "الملاك والمالكون والأمل"),
        (AR, "لا يزال المخزن مشتعلا."),
        (AR, "لا شك أن الماعز يأكل العشب."),
        (FA, "نبرد در نزدیکی رودخانه ادامه دارد."),
        (FA, "نماینده به نمایشگاه رفت."),
        (FA, "نگهبان نان و نمک خرید."),
        (FA, "نه تنها بز بلکه گوسفند هم آمد."),
        (UR, "نہ صرف بکری بلکہ بھیڑ بھی آئی۔"),
        (UR, "کیا وہ آیا یا نہیں؟"),
        (UR, "ندی پر پل بنا۔"),
        (ZH, "不仅山羊，而且绵羊也来了。"),
        (ZH, "未来的船非常大。"),
        (ZH, "無人機和不锈钢锅"),
        (ZH, "她特别喜欢南非的别墅。"),
    ],
)
def test_words_that_only_look_so_deny_nothing(language: Language, text: str) -> None:
    assert denying(text, language) == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_name_denies(language: Language) -> None:
    """Norway begins like a Persian verb that denies, and Uzbekistan holds a Chinese "don't"."""
    glossary = glossary_of_the_field()
    named = {ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PROJECT}
    forms = [form for each in glossary.concepts.values() if each.kind in named for form in each.forms[language]]
    assert [form for form in forms if denying(form.removeprefix("="), language)] == []


REACH = [
    (EN, "The barn did not burn, the kiosk flooded.", "burn", True),
    (EN, "The barn did not burn, the kiosk flooded.", "kiosk", False),
    (EN, "The barn burned; the kiosk did not flood.", "barn", False),
    (EN, "The barn burned, the kiosk did not flood.", "burned,", False),  # with the mark that ends its clause
    (EN, "The barn burned; the kiosk did not flood.", "kiosk", True),  # before the denial as well as after it
    (EN, "The barn - not the kiosk - burned.", "kiosk", True),
    (EN, "The barn - not the kiosk - burned.", "burned", False),
    (EN, "The well-known barn did not burn.", "well", True),  # a hyphen within a word ends nothing
    (EN, "It did not hold 1,500 goats.", "goats", True),  # nor does the comma of a number
    (EN, "It did not weigh 1.5 tons.", "tons", True),  # nor its point
    (EN, "It did not rain! The barn burned.", "barn", False),
    (EN, "The barn (it was not the kiosk) burned.", "kiosk", True),
    (EN, "The barn (it was not the kiosk) burned.", "burned", False),
    (EN, "The barn burned.", "barn", False),
    (AR, "لم يحترق المخزن، وغرق القارب.", "المخزن", True),
    (AR, "لم يحترق المخزن، وغرق القارب.", "القارب", False),
    (AR, "غرق القارب؛ لم يحترق المخزن.", "القارب", False),
    (FA, "انبار غرق نشد، قایق سوخت.", "انبار", True),
    (FA, "انبار غرق نشد، قایق سوخت.", "قایق", False),
    (UR, "گودام نہیں جلا، کشتی ڈوب گئی۔", "گودام", True),
    (UR, "گودام نہیں جلا، کشتی ڈوب گئی۔", "کشتی", False),
    (UR, "گودام نہیں جلا۔ کشتی ڈوب گئی۔", "کشتی", False),
    (ZH, "仓库没有着火，船沉了。", "着火", True),
    (ZH, "仓库没有着火，船沉了。", "船", False),
    (ZH, "仓库着火；船没有沉。", "仓库", False),
]


@pytest.mark.parametrize(("language", "text", "word", "denied"), REACH)
def test_a_denial_reaches_as_far_as_its_clause(language: Language, text: str, word: str, denied: bool) -> None:
    assert place(text, word).overlaps_any(denied_clauses(text, language)) == denied


# Words that deny and marks that end a clause, in any order, among whatever else.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["not", "didn't", "لم", "نمی‌رود", "نہیں", "不", "没有", "非常", " - ", ", ", "。", "؟", "ﷺ", "İ"]
        ),
        st.text(max_size=4),
    ),
    max_size=8,
).map(" ".join)


@given(TEXTS, st.sampled_from(list(LANGUAGES)))
def test_denials_lie_inside_the_text_one_behind_the_other(text: str, language: Language) -> None:
    found = denials(text, language)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS, st.data(), st.sampled_from(list(LANGUAGES)))
def test_whatever_place_is_asked_for_it_is_denied_only_where_a_word_denies(
    text: str, data: st.DataObject, language: Language
) -> None:
    start = data.draw(st.integers(0, len(text)))
    asked = Span(start, data.draw(st.integers(start, len(text))))
    assert not asked.overlaps_any(denied_clauses(text, language)) or denials(text, language)


class TestMechanisms:
    """With an invented language."""

    def test_without_a_file_nothing_is_denied(self, tmp_path: Path) -> None:
        assert denying("ne nenio not", toy(tmp_path)) == []

    def test_a_word_is_found_whole_and_in_any_spelling(self, tmp_path: Path) -> None:
        language = toy(tmp_path, negation='words = "ne, Neniĉ"')
        assert denying("NE, nenic, neniam, ne-io, une", language) == ["NE", "nenic", "ne"]

    def test_a_start_denies_with_the_rest_of_its_word(self, tmp_path: Path) -> None:
        language = toy(tmp_path, negation='starts = "mal, ne"')
        assert denying("malbona mal unmal neniu", language) == ["malbona", "mal", "neniu"]

    def test_of_two_phrases_the_longer_is_meant(self, tmp_path: Path) -> None:
        language = toy(tmp_path, negation='words = "ne, ne plu, kaj ne plu"')
        assert denying("ne plu kaj ne plu ne", language) == ["ne plu", "kaj ne plu", "ne"]

    def test_a_longer_phrase_may_deny_nothing(self, tmp_path: Path) -> None:
        language = toy(tmp_path, negation='words = "ne"\nstarts = "mal"\nnone = "ne nur, malgrau"\n')
        assert denying("ne nur malgrau ne malbona malgraua", language) == ["ne", "malbona", "malgraua"]

    def test_where_no_space_parts_words_a_word_is_found_anywhere(self, tmp_path: Path) -> None:
        language = toy(
            tmp_path,
            profile='script = "han"\nlocale = "zh"\nspaced = false\n',
            negation='words = "不"\nnone = "不过"\n',
        )
        assert denying("他不唱不过跳", language) == ["不"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('word = "ne"\n', r"negation\.toml, line 1: word: no such key; did you mean \"words\""),
            ("words = 3\n", r"negation\.toml, line 1: words"),
            ("words = [\n", r"negation\.toml: not valid TOML"),
        ],
    )
    def test_a_mistake_in_the_file_is_told(self, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(GlossaryError, match=message):
            denials("ne", toy(tmp_path, negation=text))
