"""The language of a text: by script, then by letters and small words, then by what the chat spoke last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.text.identify import guess, identify
from cpecbot.languages import Languages, load_languages
from cpecbot.models import Article
from fakes.languages import AR, FA, LANGUAGES, UR, ZH
from fakes.toy import LATIN, toy_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("When was the seventh round?", "en"),
        ("متى زار وزير الخارجية الباكستاني الصين؟", "ar"),
        ("هفتمین دور گفتگو کجا برگزار شد؟", "fa"),
        ("سرمایه‌گذاری چین در سیپک چقدر است؟", "fa"),
        ("گوادر پورٹ", "ur"),
        ("کشمیر کے بارے میں چین نے کیا کہا؟", "ur"),
        ("瓜达尔港", "zh"),
        ("CPEC 二期什么时候开始？", "zh"),
        ("CPEC کیا ہے؟", "ur"),
        ("ما هو CPEC؟", "ar"),
        ("What does گوادر mean in English?", "en"),
        ("CPEC and BRI, گوادر", "en"),
        ("CPEC BRI سیلاب زلزلے", "ur"),
        ("Who is لی کیانگ?", "en"),
        ("What does 运河 mean?", "en"),
        ("Ring of Fire 火山", "zh"),
        ("China Pakistan Economic Corridor چیست؟", "fa"),
        ("ما معنى The Ring of Fire؟", "ar"),
        ("臺灣海峽為什麼重要？", "zh"),
        ("What does «قال الوزير إن الاتفاق تم» mean?", "en"),  # quoted, not said
        ("الجبل (بالصينية: 人民和他们的中华山) مرتفع", "ar"),
        ("《What the River Said》好看吗", "zh"),
        ("«ما هي العاصمة؟» کا مطلب؟", "ur"),
        ("“一带”", "zh"),
        ("(CPEC)", "en"),
        ("السلام", "ar"),
    ],
)
def test_questions_are_identified(text: str, language: str) -> None:
    assert identify(text, LANGUAGES).code == language


@pytest.mark.parametrize(
    ("number", "language"), [("000", "ar"), ("001", "ar"), ("002", "fa"), ("003", "en"), ("004", "en")]
)
def test_articles_are_identified(articles: dict[str, Article], number: str, language: str) -> None:
    assert identify(articles[number].text, LANGUAGES).code == language


def test_one_ambiguous_word_is_in_the_language_of_the_chat() -> None:
    assert identify("کشمیر", LANGUAGES, FA).code == "fa"
    assert identify("کشمیر", LANGUAGES, UR).code == "ur"


def test_a_small_word_alone_is_in_the_language_of_the_chat() -> None:
    assert [identify("کی؟", LANGUAGES, fallback) for fallback in (FA, UR, None)] == [FA, UR, UR]
    assert identify("کی بات", LANGUAGES, FA) == UR


def test_text_without_letters_is_in_the_language_of_the_chat() -> None:
    assert identify("2026?", LANGUAGES, ZH).code == "zh"
    assert identify("2026?", LANGUAGES).code == "en"


def test_persian_typed_on_an_arabic_keyboard_stays_persian() -> None:
    assert identify("هفتمين دور گفتگو كجا برگزار شد؟", LANGUAGES).code == "fa"


@given(st.text())
def test_any_text_has_one_of_the_five_languages(text: str) -> None:
    assert identify(text, LANGUAGES) in set(LANGUAGES)


ENGLISH = 'function = "the of and what is"'
ESPERANTO = """
function = "la de kaj kio estas the"
[identification]
own_letters = "ĉĝ"
never_letters = "wq"
letters = "ŭ"
prefixes = ["mal"]
"""


class TestSixthLanguage:
    """One in the script of English."""

    @pytest.fixture
    def languages(self, tmp_path: Path) -> Languages:
        return toy_languages(tmp_path, english=ENGLISH, words=ESPERANTO)

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Kio estas la koridoro?", "qa"),
            ("What is the corridor?", "en"),
            ("Gilgit ĝ", "qa"),  # a letter of its own
            ("kaj west", "en"),  # a letter that it never writes
            ("La kaj de west", "qa"),  # which may stand in a name
            ("Hodiaŭ", "qa"),  # a letter that speaks for it
            ("malbona", "qa"),  # a start of a word that speaks for it
            ("mala", "en"),
            ("Gilgit", "en"),  # nothing tells
            ("the", "en"),  # in both lists: no vote
            ("la kaj of", "qa"),
            ("la of and", "en"),
            ("la of", "en"),
        ],
    )
    def test_is_told_from_english_by_its_letters_and_words(
        self, languages: Languages, text: str, language: str
    ) -> None:
        assert identify(text, languages).code == language

    def test_what_stays_open_is_in_the_language_of_the_chat(self, languages: Languages) -> None:
        assert identify("Gilgit", languages, languages["qa"]).code == "qa"
        assert identify("la of", languages, languages["qa"]).code == "qa"

    def test_in_a_script_of_its_own_needs_no_words(self, tmp_path: Path) -> None:
        languages = toy_languages(tmp_path, profile=LATIN.replace("latin", "cyrillic"))
        assert identify("Коридор CPEC", languages).code == "qa"
        assert identify("The corridor CPEC", languages).code == "en"
        assert identify("走廊", languages).code == "en"

    def test_a_mistake_in_what_tells_it_is_named(self, tmp_path: Path) -> None:
        languages = toy_languages(tmp_path, words='[identification]\nown_letter = "ĝ"')
        with pytest.raises(GlossaryError, match=r"words\.toml, line 2: identification\.own_letter: "):
            identify("Gilgit", languages)

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Der Hafen of Gwadar wurde von den Ministern besucht", "qa"),  # two of nine words are English
            ("The port of Gwadar was visited by the ministers", "en"),
            ("Der Hafen Gwadar", "en"),  # nothing tells
            ("Hafen of Gwadar und ganz viele Schiffe", "en"),  # too short a text
        ],
    )
    def test_that_lists_no_words_is_told_by_how_few_of_a_text_are_in_the_lists_of_the_others(
        self, tmp_path: Path, text: str, language: str
    ) -> None:
        assert identify(text, toy_languages(tmp_path, english=ENGLISH)).code == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # The letters of another keyboard are foreign, but may be typed.
        ("مرگ ملكه انگليس", "fa"),
        ("آيا قطر ميانجي شد؟", "fa"),
        ("يه كيسے هوا؟", "ur"),
        ("بارش كا پاني", "ur"),
        ("انتخاب رئيس للبنك", "ar"),
        ("برنامه نوسازی ارتش", "fa"),
        ("ہوائی اڈے بند", "ur"),
        ("سیلاب متاثرین", "ur"),
        ("کوه‌های البرز", "fa"),
        ("هل يكفي الماء؟", "ar"),
        ("قمة الرياض", "ar"),
        # One word of another language in a sentence makes it none of its own.
        ("واژه «ہجرت» در فارسی به چه معناست؟", "fa"),
        ("ما معنى كلمة «پژوهش» في اللغة العربية؟", "ar"),
        ("عربی میں «الجامعة» کا کیا مطلب ہے؟", "ur"),
    ],
)
def test_letters_and_small_words_tell_languages_of_one_script_apart(text: str, language: str) -> None:
    assert identify(text, LANGUAGES).code == language


def test_a_newcomer_with_few_words_takes_no_text_from_its_siblings(tmp_path: Path) -> None:
    """Nor does it keep their letters from telling them apart."""
    folders = shutil.copytree(LANGUAGES["ar"].folder.parent, tmp_path / "languages")
    newcomer = folders / "qps"
    newcomer.mkdir()
    (newcomer / "language.toml").write_text('name = "Nova"\nscript = "arabic"\n', "utf-8")
    (newcomer / "words.toml").write_text('function = "زه ته موږ دغه"\n[identification]\nown_letters = "ږښ"', "utf-8")
    languages = load_languages(folders)
    for text in ("هفتمین دور گفتگو", "آلودگی رودخانه‌ها", "ریلوے لائن", "كرة القدم", "جدول المباريات", "شمسی توانائی"):
        assert identify(text, languages) == identify(text, LANGUAGES), text
    assert identify("موږ ته راغلو", languages).code == "qps"
    assert identify("ښار", languages).code == "qps"


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("کابل", {"fa", "ur"}),  # ک is not Arabic
        ("كابل", {"ar", "fa", "ur"}),  # typed on an Arabic keyboard
        ("قمة", {"ar"}),
        ("بیٹا", {"ur"}),
        ("Kabul", {"en"}),
    ],
)
def test_letters_leave_open_what_a_text_may_be_in(text: str, possible: set[str]) -> None:
    assert {language.code for language in guess(text, LANGUAGES).possible} == possible


def test_a_word_less_is_as_likely_and_two_are_not() -> None:
    """The likeliest comes first."""
    assert guess("کوہاٹ", LANGUAGES).open == (UR,)
    assert set(guess("بنادر", LANGUAGES).open) == {AR, FA, UR}
    assert guess("بنادر را", LANGUAGES).open == (FA,)


@given(st.text())
def test_a_guess_begins_with_the_likeliest(text: str) -> None:
    found = guess(text, LANGUAGES)
    assert found.open[0] == found.possible[0] == found.language == identify(text, LANGUAGES)
    assert set(found.open) <= set(found.possible)


@given(st.sampled_from("كيى"), st.text("اببتدرسنم", min_size=1, max_size=8))
def test_the_letters_of_a_keyboard_rule_out_no_language(letter: str, rest: str) -> None:
    assert set(guess(rest + letter, LANGUAGES).possible) == {AR, FA, UR}


class TestVotes:
    """What each kind of witness is worth."""

    WORDS = """
    function = "la de"
    light = "bona"
    [identification]
    own_letters = "ĝ"
    never_letters = "w"
    suffixes = ["oj"]
    words = "la hodiau"
    typed = { "ŭ" = "u" }
    """

    @pytest.mark.parametrize(
        ("english", "text", "language"),
        [
            ("of", "la of", "qa"),  # a telling function word counts twice
            ("of", "de of", "en"),  # another once
            ("of", "hodiau of", "en"),  # and so does a telling word that is none
            ("of", "bona", "qa"),
            ("of", "bona of", "en"),  # a light word is half a one
            ("of", "domoj bona of", "en"),
            ("of", "domoj bonaj bona bona of", "en"),  # each word is heard once
            ("of", "domoj viroj bona of", "qa"),
            ("of", "oj", "en"),  # an ending needs a word before it
            ("of", "ĝi", "qa"),
            ("of", "hodiaŭ", "qa"),  # typed with a letter of another keyboard
            ("of", "de west", "en"),
            ("of", "la west", "en"),  # in so few words two votes
            ("of", "la de bona west", "qa"),
        ],
    )
    def test_are_added_up(self, tmp_path: Path, english: str, text: str, language: str) -> None:
        languages = toy_languages(tmp_path, english=f'function = "{english}"', words=self.WORDS)
        assert identify(text, languages).code == language

    def test_of_the_chat_is_less_than_half_a_word(self, tmp_path: Path) -> None:
        languages = toy_languages(tmp_path, english='function = "of"', words=self.WORDS)
        assert identify("bona", languages, languages["en"]).code == "qa"
        assert identify("Gilgit", languages, languages["qa"]).code == "qa"

    @pytest.mark.parametrize(("words", "language"), [(100, "qa"), (99, "en")])
    def test_letters_decide_where_words_do_not_and_each_list_is_a_sample(
        self, tmp_path: Path, words: int, language: str
    ) -> None:
        """By how often each language writes them."""
        english, other = ([f"{a}{b}{c}" for a in letters for b in letters for c in letters] for letters in LETTERS)
        files = {"english": f'function = "{" ".join(english)}"', "words": f'function = "{" ".join(other[:words])}"'}
        assert identify("bogebo", toy_languages(tmp_path, **files)).code == language


LETTERS = ("aistn", "aoebg")
