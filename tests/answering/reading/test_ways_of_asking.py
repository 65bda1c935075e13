"""What a question asks for, in many ways of asking, alike in the five languages: its kind, and the property."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.values.value_keys import SCORE_KEY
from cpecbot.models import QuestionKind, Span
from fakes.languages import LANGUAGES

_WAYS = Path(__file__).parents[2] / "language" / "questions" / "ways_of_asking.txt"
_LINES = [line for line in _WAYS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
_HOW = {QuestionKind.HOW_MANY, QuestionKind.HOW_MUCH}


def _marked(written: str) -> tuple[str, list[Span]]:
    """A question without its brackets, and where they stood."""
    parts = re.split(r"[\[\]]", written)
    ends = [len("".join(parts[: number + 1])) for number in range(len(parts))]
    return "".join(parts), [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]


@pytest.mark.parametrize("line", _LINES)
def test_a_question_asks_for_its_kind_and_is_about_nothing_else_than_what_it_names(
    everyday: Understanding, line: str
) -> None:
    code, kind, measured, written = line.split("|")
    question, about = _marked(written)
    query = everyday.read_in(next(each for each in LANGUAGES if each.code == code), question)
    # "How much" and "how many" of what is measured are one question.
    kinds = _HOW if measured and kind in _HOW else {QuestionKind(kind)}
    beside = (unit for unit in query.units if not unit.light and SCORE_KEY not in unit.keys)
    left = [unit.text for unit in beside if not unit.span.overlaps_any(about)]
    assert query.kind in kinds
    assert ((query.measured or ""), left) == (measured, [])
