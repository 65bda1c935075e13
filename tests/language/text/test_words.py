"""Function words and light words of the five languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary_file import read_concepts
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words, is_function_word, light_words
from cpecbot.languages import Language
from fakes.languages import LANGUAGES


@pytest.mark.parametrize("word", ["the", "إلى", "آیا", "میں", "的"])
def test_function_words_are_listed_as_folding_writes_them(word: str) -> None:
    assert is_function_word(fold_text(word), list(LANGUAGES))


@pytest.mark.parametrize("word", ["corridor", "ممر", "کریدور", "راہداری", "走廊"])
def test_what_a_text_is_about_is_no_function_word(word: str) -> None:
    assert not is_function_word(fold_text(word), list(LANGUAGES))


@pytest.mark.parametrize("words", [function_words, light_words])
def test_no_word_of_a_place_person_project_or_economy_is_dropped(
    root: Path, words: Callable[[Language], frozenset[str]]
) -> None:
    """Such a word is what a question is about, so that it must weigh."""
    topical = {ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.PROJECT, ConceptKind.ECONOMY}
    for concept in read_concepts(root / "config" / "glossary", LANGUAGES):
        for language, forms in concept.forms.items():
            shared = words(language) & {fold_text(form) for form in forms}
            assert concept.kind not in topical or not shared, f"{concept.key} in {language}: {shared}"
