"""How a question is written changes no first quote: every judged question, written otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.answering import Library

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ARABIC_KEYBOARD = str.maketrans("یک", "يك")
PERSIAN_KEYBOARD = str.maketrans("يك", "یک")
BARE_LETTERS = str.maketrans("أإآة", "اااه")
FATHA = "\u064e"
ZWNJ = "\u200c"


def vowelled(text: str) -> str:
    """Fatha on every third Arabic-script letter."""
    marks = (index % 3 == 0 and "\u0628" <= letter <= "\u064a" for index, letter in enumerate(text))
    return "".join(letter + FATHA if marked else letter for letter, marked in zip(text, marks, strict=True))


WRITINGS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "no final mark": lambda text: text.rstrip("?؟？.!"),
    "many final marks": lambda text: f"  {text} ??!",
    "Persian digits": lambda text: text.translate(PERSIAN_DIGITS),
    "Arabic digits": lambda text: text.translate(ARABIC_DIGITS),
    "vowel marks": vowelled,
    "no half-space": lambda text: text.replace(ZWNJ, ""),
    "space for half-space": lambda text: text.replace(ZWNJ, " "),
    "Arabic keyboard": lambda text: text.translate(ARABIC_KEYBOARD),
    "Persian keyboard": lambda text: text.translate(PERSIAN_KEYBOARD),
    "no hamza": lambda text: text.translate(BARE_LETTERS),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}
# Where the script no longer tells Persian from Arabic, the asker's language, which comes first among equals, may turn.
TOLERATED = 0.03


@pytest.fixture(scope="module")
def questions(root: Path) -> list[str]:
    files = [root / "tests" / "judged" / name for name in ("questions.jsonl", "own_questions.jsonl")]
    return [json.loads(line)["question"] for file in files for line in file.read_text("utf-8").splitlines()]


def first_quote(library: Library, question: str) -> tuple[str, int] | None:
    quotes = library.ask(question).quotes
    return (quotes[0].source, quotes[0].span.start) if quotes else None


@pytest.mark.parametrize("writing", WRITINGS)
def test_writing_a_question_otherwise_changes_no_first_quote(
    library: Library, questions: list[str], writing: str
) -> None:
    pairs = [(question, WRITINGS[writing](question)) for question in questions]
    pairs = [(question, variant) for question, variant in pairs if variant != question]
    assert pairs
    changed = [
        variant for question, variant in pairs if first_quote(library, question) != first_quote(library, variant)
    ]
    assert len(changed) <= max(1, TOLERATED * len(pairs)), changed
