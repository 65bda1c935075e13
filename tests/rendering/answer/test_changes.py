"""What changed between rounds, as people read it."""

from __future__ import annotations

import io
from itertools import groupby

import pytest
from rich.console import Console

from cpecbot.answering import Library
from cpecbot.console import show
from cpecbot.console.conversation import changes_shown
from cpecbot.i18n import localise_digits
from cpecbot.languages import Language
from cpecbot.models import About, Answer, ChangeKind, QuestionKind, Status, View
from cpecbot.rendering.answer.changes import MOST_CHANGES, changes_blocks, shown
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.answer.document import answer_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.surfaces.telegram import render_changes
from fakes.languages import EN, LANGUAGES


def context_in(language: Language, library: Library) -> Context:
    return make_context(library.corpus.articles, library.label, language)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_both_rounds_stand_above_what_changed(library: Library, language: Language) -> None:
    """With their articles, in the language that is spoken."""
    rounds, *points = changes_blocks(library.changes(), context_in(language, library))
    title, earlier, later, counted = rounds.text.splitlines()
    assert title
    assert localise_digits("000", language) in earlier
    assert all(localise_digits(source, language) in later for source in ("001", "002", "003", "004"))
    assert counted.count(" · ") == len(ChangeKind) - 1
    assert points


def test_every_change_is_told_with_its_round_and_source_but_what_is_kept(library: Library) -> None:
    """What is kept is only counted."""
    (changes,) = library.changes()
    text = "\n".join(block.text for block in changes_blocks((changes,), context_in(EN, library)))
    assert text.count("+ New") == len(changes.of_kind(ChangeKind.NEW))
    assert text.count("≈ Told otherwise") == len(changes.of_kind(ChangeKind.REWORDED))
    assert "\n7 · 001 and 004: “The two sides called for an unconditional" in text
    assert f"Unchanged: {len(changes.of_kind(ChangeKind.KEPT))}" in text


def test_points_of_one_topic_stand_together(library: Library) -> None:
    """Under one heading each."""
    (changes,) = library.changes()
    topics = [topic for topic, _ in groupby(change.topic for change in shown(changes))]
    assert len(topics) == len(set(topics))


@pytest.mark.parametrize(("topic", "words"), [("", "nothing new"), ("pandas", "On “pandas” I found nothing new")])
def test_nothing_that_changed_is_said(library: Library, topic: str, words: str) -> None:
    """About the topic, where there is one."""
    (changes,) = library.changes("pandas")
    assert changes.changes == ()
    assert words in changes_blocks((changes,), context_in(EN, library), topic)[-1].text


def test_without_two_rounds_it_is_said_what_is_needed(library: Library) -> None:
    (block,) = changes_blocks((), context_in(EN, library))
    assert "at least two of them" in block.text


def test_an_answer_shows_the_first_and_where_the_rest_is(library: Library) -> None:
    """At a glance."""
    about = About(View.CHANGES, changes=library.changes())
    answer = Answer("", EN, QuestionKind.TOPIC, Status.ANSWERED, about=about)
    *blocks, last = answer_blocks(answer, context_in(EN, library), Limits())
    marks = [line for block in blocks for line in block.text.splitlines() if line[:1] in "+−≈"]
    assert len(marks) == MOST_CHANGES
    assert last.text == "All changes: /changes"


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_page_of_it_is_no_longer_than_a_phone_shows(library: Library, language: Language) -> None:
    """A message could hold thrice as much."""
    pages = render_changes(library.changes(), "", library.corpus.articles, library.label, language)
    assert len(pages) > 1
    assert all(page.units <= 1500 for page in pages)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_terminal_of_any_width_holds_it(library: Library, width: int) -> None:
    """No line runs over the edge."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    show(changes_shown(library.changes(), context_in(EN, library)), console)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width + 2  # isolating marks take no room
    assert any("Gaza" in line for line in lines)
