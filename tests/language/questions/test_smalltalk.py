"""What is said to a bot beside questions, and the file that lists it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.questions.smalltalk import SmallTalk, load_smalltalk
from cpecbot.models import Language


@pytest.fixture(scope="module")
def smalltalk(root: Path) -> SmallTalk:
    return load_smalltalk(root / "config" / "smalltalk.toml")


@pytest.mark.parametrize("text", ["hiiii", "Hello, how are you?", "السلام عليكم!", "سلام", "你好"])
def test_greetings_are_known_however_drawn_out(smalltalk: SmallTalk, text: str) -> None:
    assert smalltalk.is_greeting(text)


@pytest.mark.parametrize("text", ["hello when was the round", "", "Gwadar"])
def test_a_question_after_a_greeting_is_a_question(smalltalk: SmallTalk, text: str) -> None:
    assert not smalltalk.is_greeting(text)


def test_openings_endings_and_pronouns_lean_on_the_last_question(smalltalk: SmallTalk) -> None:
    assert smalltalk.leans_back("and Afghanistan?", Language.EN)
    assert smalltalk.leans_back("阿富汗呢？", Language.ZH)
    assert smalltalk.refers("who signed it?", Language.EN)
    assert not smalltalk.refers("who signed the statement?", Language.EN)


@pytest.mark.parametrize(
    ("text", "message"),
    [("[greeting", "not valid TOML"), ("[greeting]\nen = []", "needs the tables")],
)
def test_a_malformed_file_is_refused_with_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "smalltalk.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(GlossaryError, match=message):
        load_smalltalk(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"smalltalk\.toml cannot be read"):
        load_smalltalk(tmp_path / "smalltalk.toml")
