"""Function words of the five languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary_file import read_concepts
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.stopwords import load_stopwords
from cpecbot.models import Language

CONFIG = Path(__file__).parents[3] / "config"
STOPWORDS = CONFIG / "stopwords.toml"


@pytest.mark.parametrize("word", ["the", "إلى", "آیا", "میں", "的"])
def test_function_words_are_listed_as_folding_writes_them(word: str) -> None:
    assert any(fold_text(word) in words for words in load_stopwords(STOPWORDS).values())


@pytest.mark.parametrize("word", ["corridor", "ممر", "کریدور", "راہداری", "走廊"])
def test_what_a_text_is_about_is_no_function_word(word: str) -> None:
    assert not any(fold_text(word) in words for words in load_stopwords(STOPWORDS).values())


@pytest.mark.parametrize("name", ["stopwords.toml", "lightwords.toml"])
def test_no_word_of_a_place_person_project_or_economy_is_dropped(name: str) -> None:
    """Such a word is what a question is about, so that it must weigh."""
    topical = {ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.PROJECT, ConceptKind.ECONOMY}
    words = load_stopwords(CONFIG / name)
    for concept in read_concepts(CONFIG / "glossary"):
        for language, forms in concept.forms.items():
            shared = words[language] & {fold_text(form) for form in forms}
            assert concept.kind not in topical or not shared, f"{concept.key} in {language}: {shared}"


def test_a_language_without_a_list_has_no_stop_words(tmp_path: Path) -> None:
    path = tmp_path / "stopwords.toml"
    path.write_text("en = 'The a'", encoding="utf-8")
    words = load_stopwords(path)
    assert words[Language.EN] == {"the", "a"}
    assert words[Language.UR] == frozenset()


@pytest.mark.parametrize(("content", "message"), [("de = 'der'", "unknown language"), ("en = ['the']", "one string")])
def test_a_malformed_list_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "stopwords.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError, match=message):
        load_stopwords(path)
