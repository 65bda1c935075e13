"""In which language a short text reads as whole phrases."""

from __future__ import annotations

import pytest

from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.wording import language_of_phrases
from cpecbot.language.text.identify import guess
from cpecbot.language.text.siblings import Guess
from cpecbot.languages import Language
from fakes.languages import AR, FA, LANGUAGES, UR

FORMS: dict[str, dict[Language, tuple[str, ...]]] = {
    "solar_power": {FA: ("نیروگاه خورشیدی",), UR: ("شمسی توانائی",), AR: ("طاقة شمسية",)},
    "fishing_rights": {FA: ("حقوق ماهیگیری",), UR: ("حقوق ماہی‌گیری",)},
    "market": {FA: ("بازار",), UR: ("بازار",)},
    "city": {FA: ("لاهور",), UR: ("لاہور",)},
    "city_market": {UR: ("لاہور بازار",)},
    "wall": {FA: ("دیوار چین",)},
    "china": {FA: ("چین",), UR: ("چین",)},
    "water": {AR: ("مياه",)},
    "trade": {FA: ("بازرگانی",)},
    "council": {UR: ("مجلس عمل",), FA: ("مجلس",)},
}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    concepts = (Concept(key, ConceptKind.ECONOMY, forms) for key, forms in FORMS.items())
    return Glossary(concepts, LANGUAGES, with_cldr=False)


def language_of(text: str, glossary: Glossary, fallback: Language | None = None) -> str:
    return str(language_of_phrases(text, guess(text, LANGUAGES, fallback), glossary))


@pytest.mark.parametrize(
    ("text", "fallback", "language"),
    [
        ("دیوار چین", UR, "fa"),  # one name, not two words
        ("مجلس عمل", FA, "ur"),
        ("مجلس عمل", None, "ur"),
        ("بازار", UR, "ur"),  # as many pieces: the language of the chat
        ("بازار", FA, "fa"),
        ("چین", UR, "ur"),
        ("دیوار چین کجاست؟", UR, "fa"),
        ("گرانش", UR, "ur"),  # nobody knows it
        ("بازرگاني", None, "fa"),  # only one knows it, whatever the keyboard
    ],
)
def test_is_the_one_with_the_fewest_pieces(
    glossary: Glossary, text: str, fallback: Language | None, language: str
) -> None:
    assert language_of(text, glossary, fallback) == language


def test_a_whole_phrase_beats_the_likeliest_language(glossary: Glossary) -> None:
    """But pieces of one do not."""
    sure = Guess(FA, (FA,), (FA, UR))
    assert language_of_phrases("مجلس عمل", sure, glossary) == UR
    assert language_of_phrases("مجلس عمل ملی", sure, glossary) == FA


def test_a_single_word_is_no_phrase(glossary: Glossary) -> None:
    """It may be spelt alike in a language that the text is not in."""
    assert language_of_phrases("مياه", Guess(FA, (FA,), (FA, AR)), glossary) == FA


def test_letters_rule_a_phrase_out(glossary: Glossary) -> None:
    """Folded it is the Urdu one."""
    assert language_of("لاهور بازار", glossary, FA) == "ur"
    assert language_of_phrases("لاهور بازار", Guess(FA, (FA,), (FA,)), glossary) == FA


def test_many_words_are_left_to_the_grammar(glossary: Glossary) -> None:
    text = "مجلس عمل مجلس عمل مجلس عمل"
    likely = Guess(FA, (FA, UR), (FA, UR))
    assert language_of_phrases(text, likely, glossary) == UR
    assert language_of_phrases(f"{text} مجلس", likely, glossary) == FA
