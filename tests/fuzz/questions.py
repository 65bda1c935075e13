"""A question, whatever it is, is answered and shown in every way within the rules of who shows it."""

from __future__ import annotations

import functools
import json
import re
from io import StringIO
from typing import Any

from hypothesis import strategies as st
from rich.console import Console

from cpecbot.answering import Library, answer_after
from cpecbot.bot.buttons.keyboards import under_answer
from cpecbot.bot.buttons.presses import NO_KEY
from cpecbot.bot.showing import answers
from cpecbot.console import show
from cpecbot.console.conversation import Conversation
from cpecbot.errors import QuestionError
from cpecbot.models import Answer, AskOptions
from cpecbot.rendering.pictures.page import Bubble, render_page
from cpecbot.rendering.richtext.text import RichText
from cpecbot.rendering.surfaces import markdown
from cpecbot.rendering.surfaces.json import answer_to_json
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.terminal import is_harmful
from fakes.languages import LANGUAGES
from fakes.rules import check_entities, check_keyboard, check_text
from fuzz.mutating import any_text, hard
from shipped import ROOT, library

_PAINTED = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;(?:id=\d+)?;[!-~]*\x1b\\")


@functools.cache
def asked() -> tuple[str, ...]:
    """Questions that people have asked, and the words of the articles."""
    lines = (ROOT / "tests" / "judged" / "questions.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line)["question"] for line in lines)


@functools.cache
def _words() -> tuple[str, ...]:
    texts = [*asked(), *(article.text for article in library().corpus.articles.values())]
    return tuple(dict.fromkeys(word for text in texts for word in text.split()))


@st.composite
def questions(draw: st.DrawFn) -> str:
    match draw(st.integers(0, 9)):
        case 0:
            return draw(any_text)
        case 1 | 2 | 3:
            words = draw(st.sampled_from(asked())).split()
            for _ in range(draw(st.integers(0, 3))):
                at = draw(st.integers(0, len(words)))
                words[at : at + draw(st.integers(0, 2))] = draw(st.lists(_pieces, max_size=2))
            return " ".join(words)
        case 4:
            return draw(_pieces) * draw(st.integers(1, 400))
        case _:
            return " ".join(draw(st.lists(_pieces, max_size=9)))


_pieces = st.deferred(lambda: st.sampled_from(_words())) | hard | st.characters()
options = st.builds(
    AskOptions,
    limit=st.integers(1, 20),
    per_source=st.integers(1, 3),
    at_first=st.none() | st.integers(1, 3),
    fallback_language=st.none() | st.sampled_from(list(LANGUAGES)),
)
talks = st.tuples(st.lists(questions(), min_size=1, max_size=2), options)


def check(talk: tuple[list[str], AskOptions]) -> None:
    """Ask the last of the questions after those before it."""
    (*previous, question), wanted = talk
    shelf = library()
    try:
        answer = answer_after(tuple(previous), question, shelf.ask, wanted)
    except QuestionError:
        return
    check_answer(answer, shelf)


def check_answer(answer: Answer, shelf: Library) -> None:
    for quote in (*answer.quotes, *answer.more, *answer.also_speaking, *([answer.nearest] if answer.nearest else [])):
        assert quote.span.slice(shelf.corpus.articles[quote.source].text) == quote.text
    _check_telegram(answer, shelf)
    _check_terminal(answer, shelf)
    row = answer_to_json(answer, shelf.corpus.articles, shelf.label, "x")
    line = dumps(row)
    assert json.loads(line) == json.loads(json.dumps(row))
    assert not {each for each in line if is_harmful(each)}
    line.encode()
    markdown.render_answer(answer, shelf.corpus.articles, shelf.label)


def _check_telegram(answer: Answer, shelf: Library) -> None:
    pages = answers.all_pages(answer, shelf)
    shown = [*pages.first, *pages.more]
    for quote in answer.quotes[:2]:
        around = answers.context(quote, shelf, answer)
        assert quote.text in around.text or len(quote.text) > 2000
        shown += [around, answers.single_quote(quote, shelf, answer.language)]
    for message in shown:
        _check_message(message)
    keyboard = under_answer(answer, pages, NO_KEY)
    check_keyboard(keyboard.to_dict() if keyboard else None)
    page = render_page([Bubble(message) for message in shown], answer.language, shelf.languages)
    page.encode("utf-8")


def _check_message(message: RichText) -> None:
    entities: list[dict[str, Any]] = []
    for each in message.entities:
        entity = {"type": each.kind.value, "offset": each.offset, "length": each.length}
        entities.append(entity | ({"url": each.url} if each.url else {}))
    check_text(message.text)
    check_entities(message.text, entities)
    assert "\ud800" not in message.text


def _check_terminal(answer: Answer, shelf: Library) -> None:
    talk = Conversation(shelf, AskOptions(), answer.language)
    for terminal in (True, False):
        file = StringIO()
        target = Console(file=file, force_terminal=terminal, width=70, markup=False, highlight=False, emoji=False)
        show(talk._show(answer), target)
        show(talk.reply("/more"), target)
        assert not {each for each in _PAINTED.sub("", file.getvalue()) if is_harmful(each)}
