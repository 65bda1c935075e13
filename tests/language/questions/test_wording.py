"""Wordings of whole questions: what may be left out, what may stand instead, and room for the asker's words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.questions.about import about_words
from cpecbot.language.questions.about_file import AboutFile
from cpecbot.language.questions.wording import Line, Pieces, end_of_any, matches, start_of_any
from cpecbot.language.questions.words import texts
from cpecbot.languages import Language
from fakes.languages import EN, FA, ZH
from fakes.toy import toy


def slots(wording: str, text: str, language: Language = EN, **pieces: list[str]) -> list[Mapping[str, str]]:
    """What each reading of ``text`` puts into the slots of ``wording``, word by word."""
    words = texts(text, language)
    found = matches(Pieces(pieces, language).wordings([wording]), Line(words))
    return [{name: " ".join(words[each.start : each.end]) for name, each in one.items()} for one in found]


@pytest.mark.parametrize(
    ("wording", "text", "fits"),
    [
        ("how many boats", "How many boats?", True),
        ("how many boats", "how many boats are there", False),
        ("how many [old] boats", "how many boats", True),
        ("how many [old] boats", "how many old boats", True),
        ("how many [old] boats", "how many new boats", False),
        ("how many (boats|ships)", "how many ships", True),
        ("how many (boats|[old] ships)", "how many old ships", True),
        ("[now] how many {craft}", "how many ships", True),
        ("[now] how many {craft}", "now how many rafts", True),
        ("[now] how many {craft}", "how many cars", False),
    ],
)
def test_a_wording_is_a_whole_question(wording: str, text: str, fits: bool) -> None:
    """With words that may be left out, words that may stand instead, and pieces."""
    assert bool(slots(wording, text, craft=["boats", "(ships|rafts)"])) is fits


def test_a_slot_holds_one_word_or_more() -> None:
    """And every way to part the words is found."""
    assert slots("what did {source} say", "what did the old paper say") == [{"source": "the old paper"}]
    assert slots("what did {source} say", "what did say") == []
    both = slots("{source} on {topic}", "notes on life on Mars")
    assert both == [{"source": "notes", "topic": "life on mars"}, {"source": "notes on life", "topic": "mars"}]


def test_characters_are_words_where_none_are_parted() -> None:
    """A Chinese wording has no spaces, and its slots hold characters."""
    assert slots("{source}(说|讲)了什么", "晨报讲了什么？", ZH) == [{"source": "晨 报"}]


@pytest.mark.parametrize("text", ["می‌گوید", "می گوید", "میگوید"])
def test_a_half_space_may_be_a_space_or_nothing(text: str) -> None:
    """However it is typed."""
    assert slots("چه می‌گوید", f"چه {text}؟", FA)


def test_phrases_at_either_end_are_found_by_their_longest() -> None:
    """As polite words around a question are."""
    phrases = Pieces({}, EN).wordings(["please", "please now", "thanks"])
    line = Line(texts("please now sit down thanks", EN))
    assert end_of_any(phrases, line, 0) == 2
    assert start_of_any(phrases, line, 5) == 4
    assert end_of_any(phrases, line, 2) == 2
    assert start_of_any(phrases, line, 4) == 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('openings = ["(one|two"]', "a bracket that nothing closes"),
        ('openings = ["one]"]', "a bracket that nothing opens"),
        ('[asked]\ncount = ["how many {boats}"]', "no such piece: {boats}"),
        ('[asked]\ncounts = ["how many"]', 'did you mean "count"'),
    ],
)
def test_a_fault_in_the_file_is_told(tmp_path: Path, text: str, problem: str) -> None:
    """With the file that it stands in."""
    with pytest.raises(GlossaryError, match=r"about\.toml") as told:
        toy(tmp_path, about=text).read(AboutFile)
    assert problem in str(told.value)


def test_courtesy_around_a_question_is_no_part_of_it(tmp_path: Path) -> None:
    """In front of it and behind."""
    about = 'openings = ["bitte"]\nclosings = ["danke"]\n[asked]\ncount = ["wie viele"]\nreport = ["was sagt {source}"]'
    words = about_words(toy(tmp_path, about=about))
    assert [wanted.kind for wanted in words.read("Bitte wie viele, danke!")] == ["count"]
    assert [dict(wanted.slots) for wanted in words.read("Bitte, was sagt Die Zeit?")] == [{"source": "Die Zeit"}]
    assert not list(words.read("wie viele Boote"))


def test_a_language_without_the_file_asks_nothing_about_articles(tmp_path: Path) -> None:
    """So that every question is about what they tell."""
    assert not list(about_words(toy(tmp_path)).read("how many articles do you have"))
