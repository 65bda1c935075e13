"""Modality: where a text says that something is planned or only possible, and what a question asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.cues.modality import Tense, planned, tense_asked
from cpecbot.languages import Language, load_languages
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH, folder_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (EN, "The barn will open if it is dry.", ["will", "if"]),
        (EN, "The barn opened.", []),
        (EN, "The barn burned in May.", []),
        (EN, "The barn opened once again.", []),
        (AR, "سيفتتح المخزن غدا.", ["سيفتتح"]),
        (AR, "وسيفتتح المخزن غدا.", ["وسيفتتح"]),
        (AR, "افتتح المخزن وأغلقت سيارة الطريق.", []),
        (AR, "سوف يغلق المخزن إذا أمطرت.", ["سوف", "إذا"]),
        (FA, "انبار باز خواهد شد.", ["خواهد"]),
        (FA, "انبار باز شد.", []),
        (UR, "گودام کھولا جائے گا۔", ["گا"]),
        (UR, "گودام کھل گیا۔", []),
        (ZH, "仓库将于周五开放。", ["将于"]),
        (ZH, "将军打开了仓库。", []),
        (ZH, "集市大会在谷仓举行。", []),
        (ZH, "集市可能会在谷仓举行。", ["可能", "会在"]),
        (ZH, "仓库里有将近三百头牛。", []),
        (ZH, "只有一头牛还在仓库里。", []),
        (ZH, "只有在周五仓库才开门。", ["只有在"]),
        (ZH, "如果下雨，仓库关闭。", ["如果"]),
    ],
)
def test_words_for_what_has_not_happened(language: Language, text: str, words: list[str]) -> None:
    """The longer ones in which they say nothing of the kind aside."""
    assert [span.slice(text) for span in planned(text, language)] == words


def test_part_of_a_date_says_nothing() -> None:
    """May 5."""
    text = "The barn opened May 5."
    assert planned(text, EN)
    assert not planned(text, EN, [Span(text.index("May"), text.index("."))])


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        (EN, "When did the barn open?", Tense.DONE),
        (EN, "When will the barn open?", Tense.PLANNED),
        (EN, "When does the barn open?", None),
        (AR, "متى افتتح المخزن؟", Tense.DONE),
        (AR, "متى سيفتتح المخزن؟", Tense.PLANNED),
        (AR, "متى يفتتح المخزن؟", None),
        (FA, "انبار کی باز شد؟", Tense.DONE),
        (FA, "انبار کی باز خواهد شد؟", Tense.PLANNED),
        (FA, "انبار کجاست؟", None),
        (UR, "گودام کب کھلا تھا؟", Tense.DONE),
        (UR, "گودام کب کھلے گا؟", Tense.PLANNED),
        (UR, "گودام کہاں ہے؟", None),
        (ZH, "仓库是否已开放？", Tense.DONE),
        (ZH, "仓库将于何时开放？", Tense.PLANNED),
        (ZH, "仓库在哪里？", None),
    ],
)
def test_what_a_question_asks_of_a_deed(language: Language, text: str, asked: Tense | None) -> None:
    """Whether it is done, is still to come, or either."""
    assert tense_asked(text, language) is asked


def test_a_topic_without_a_verb_asks_for_neither() -> None:
    """In a language whose past needs no word either."""
    assert tense_asked("مخزن القرية", AR) is Tense.DONE
    assert tense_asked("مخزن القرية", AR, plainly=False) is None


@given(st.text(max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    """In order, in any language."""
    for language in LANGUAGES:
        assert all(0 <= span.start < span.end <= len(text) for span in planned(text, language))


def test_a_language_without_the_file_plans_nothing(tmp_path: Path) -> None:
    """Nor does any question of it ask for what is done."""
    bare = load_languages(folder_of(tmp_path, xx="fallback = true"))["xx"]
    assert not planned("The barn will open.", bare)
    assert tense_asked("When will the barn open?", bare) is None
