"""What is emphasised in the quote of an article of one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Emphasised = Callable[[str, str], tuple[str, ...]]


@pytest.fixture(scope="session")
def emphasised(telling_everyday: Callable[..., Library]) -> Emphasised:
    """The emphasised words of the first quote that answers a question from a text; none where nothing answers."""

    def mark(question: str, text: str) -> tuple[str, ...]:
        quotes = telling_everyday(text).ask(question).quotes
        return tuple(span.slice(text) for span in quotes[0].highlights) if quotes else ()

    return mark
