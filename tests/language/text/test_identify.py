"""The language of a text: by script and letters, then by words, then by what the chat spoke last."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.text import identify as room
from cpecbot.language.text.identify import identify, warm
from cpecbot.languages import Language, Languages, load_languages
from cpecbot.models import Article
from fakes.languages import FA, LANGUAGES, UR, ZH
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
        ("CPEC BRI گوادر", "ur"),
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
    """One that the model does not know, in the script of English."""

    @pytest.fixture
    def languages(self, tmp_path: Path) -> Languages:
        return toy_languages(tmp_path, english=ENGLISH, words=ESPERANTO)

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Kio estas la koridoro?", "qa"),
            ("What is the corridor?", "en"),
            ("Gwadar ĝ", "qa"),  # a letter of its own
            ("La kaj de west", "en"),  # a letter that it never writes
            ("Hodiaŭ", "qa"),  # a letter that speaks for it
            ("malbona", "qa"),  # a start of a word that speaks for it
            ("mala", "en"),
            ("Gilgit", "en"),  # nothing tells
            ("the", "en"),  # in both lists: no vote
            ("la kaj of", "qa"),  # more votes, though not twice as many
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

    def test_needs_a_model_only_in_a_script_that_it_shares(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        loaded: list[Languages] = []
        monkeypatch.setattr(room, "_Model", loaded.append)
        (tmp_path / "own").mkdir()
        (tmp_path / "shared").mkdir()
        warm(toy_languages(tmp_path / "own", profile=LATIN.replace("latin", "cyrillic")))
        assert not loaded
        warm(toy_languages(tmp_path / "shared"))
        assert loaded

    def test_a_mistake_in_what_tells_it_is_named(self, tmp_path: Path) -> None:
        languages = toy_languages(tmp_path, words='[identification]\nown_letter = "ĝ"')
        with pytest.raises(GlossaryError, match=r"words\.toml, line 2: identification\.own_letter: "):
            identify("Gilgit", languages)


class TestModel:
    """What it is asked, and how far it is believed; here with one that says how likely English is."""

    @pytest.fixture
    def languages(self, tmp_path: Path) -> Languages:
        return toy_languages(tmp_path, english=ENGLISH, words='function = "la de kaj"')

    @pytest.fixture(autouse=True)
    def model(self, monkeypatch: pytest.MonkeyPatch) -> Model:
        model = Model()
        monkeypatch.setattr(room, "_Model", lambda _: model)
        return model

    @pytest.mark.parametrize(("english", "language"), [(0.75, "en"), (0.74, "qa")])
    def test_is_believed_against_the_chat_from_three_quarters_on(
        self, languages: Languages, model: Model, english: float, language: str
    ) -> None:
        model.english = english
        assert identify("Gilgit", languages, languages["qa"]).code == language

    def test_is_not_asked_where_the_votes_are_more_than_twice_those_of_another(self, languages: Languages) -> None:
        assert identify("la de kaj of", languages).code == "qa"
        assert identify("la de of", languages).code == "en"

    def test_is_not_heard_on_a_language_that_letters_rule_out(self, tmp_path: Path) -> None:
        words = '[identification]\nnever_letters = "w"'
        assert identify("Gwadar", toy_languages(tmp_path, words=words), None).code == "en"


class Model:
    """Stands for the model: ``english`` is how likely English is, whatever the text."""

    english = 1.0

    def chances(self, text: str, among: Iterable[Language]) -> dict[Language, float]:  # noqa: ARG002
        return {language: self.english if language.code == "en" else 1 - self.english for language in among}


def test_a_language_that_names_no_words_is_not_outvoted_where_the_model_knows_it(tmp_path: Path) -> None:
    """The model is asked, though one English word stands in the text."""
    languages = toy_languages(tmp_path, profile=LATIN.replace("eo", "de"), english=ENGLISH)
    (tmp_path / "qa").rename(tmp_path / "de")
    languages = load_languages(tmp_path)
    assert identify("Der Minister hat in Peking gesagt, dass das Abkommen of kommt.", languages).code == "de"
