"""What stands above the quotes of an answer about the articles, and the articles that it lists."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.i18n import localise_digits
from cpecbot.languages import Language
from cpecbot.models import About, Answer, QuestionKind, Status, View
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.answer.document import answer_blocks
from cpecbot.rendering.answer.layout import Limits
from fakes.languages import EN, LANGUAGES


def shown(about: About, library: Library, language: Language = EN) -> str:
    answer = Answer("", language, QuestionKind.TOPIC, Status.ANSWERED, about=about)
    context = make_context(library.corpus.articles, library.label, language)
    return "\n".join(block.text for block in answer_blocks(answer, context, Limits()))


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_listing_names_each_article_in_the_askers_language(library: Library, language: Language) -> None:
    """A line for each under how many there are, and no word of a refusal."""
    sources = tuple(library.corpus.articles)
    lines = shown(About(View.COUNT, sources), library, language).splitlines()
    assert len(lines) == 1 + len(sources)
    for source, line in zip(sources, lines[1:], strict=True):
        assert localise_digits(source[:3], language) in line


def test_a_long_list_is_cut(library: Library) -> None:
    """As many as a message should hold."""
    assert shown(About(View.LISTING, tuple(library.corpus.articles) * 9), library).endswith("…")


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (About(View.NEWEST, (), ("000",)), "states its date"),
        (About(View.UNKNOWN, (), name="Reuters"), "“Reuters”"),
        (About(View.ALONE, ("000",), ("001",)), "no statement in 000"),
        (About(View.NOT_IN_LANGUAGE, name="ur"), "no article in Urdu"),
        (About(View.MENTIONS, ("003",), ("000",), name="Gwadar", unsure=("002",)), "Do not mention it: 000"),
        (About(View.WHY), "no point on which"),
        (About(View.DIFFERENCES), "no point on which"),
        (About(View.RIGHT), "never say who is right"),
    ],
)
def test_what_cannot_be_shown_is_said(library: Library, about: About, words: str) -> None:
    """In place of quotes or notes."""
    assert words.casefold() in shown(about, library).casefold()
