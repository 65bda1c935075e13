"""What does not fit one message is not dropped from it."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.bot.showing import answers, screens
from cpecbot.corpus import Corpus
from cpecbot.languages import Language
from cpecbot.models import Answer, Article, QuestionKind, Quote, Sentence, SentenceKind, Span, Status
from fakes.languages import EN, FA
from fakes.library import FakeLibrary
from rendering.surfaces.test_telegram import check_limits


def shelf(text: str, lengths: list[int]) -> FakeLibrary:
    """One article, cut into sentences of these lengths."""
    places = [Span(sum(lengths[:at]), sum(lengths[: at + 1])) for at in range(len(lengths))]
    article = Article("a", text, EN)
    sentences = tuple(Sentence("a", span, span.slice(text), SentenceKind.BODY, EN) for span in places)
    return FakeLibrary(Corpus({"a": article}, {"a": sentences}))


def quoted(library: FakeLibrary, number: int) -> Quote:
    sentence = library.corpus.sentences["a"][number]
    return Quote("a", sentence.span, sentence.text, EN)


def answer_of(quote: Quote, understood: str | None = None) -> Answer:
    return Answer("?", EN, QuestionKind.TOPIC, Status.ANSWERED, (quote,), understood=understood)


@pytest.mark.parametrize(
    ("lengths", "shown"),
    [
        ([100, 100, 100, 100, 100], [0, 1, 2, 3, 4]),
        ([3900, 100, 100, 100, 3900], [1, 2, 3]),
        ([100, 3900, 100, 3900, 100], [2]),
    ],
)
def test_a_context_is_as_wide_as_a_message_can_hold_with_the_whole_quote(lengths: list[int], shown: list[int]) -> None:
    text = "".join(str(number) * length for number, length in enumerate(lengths))
    library = shelf(text, lengths)
    quote = quoted(library, 2)
    context = answers.context(quote, library, answer_of(quote))
    check_limits(context)
    assert quote.text in context.text
    assert [number for number, length in enumerate(lengths) if str(number) * length in context.text] == shown


def test_of_a_quote_that_no_message_holds_its_beginning_is_shown() -> None:
    library = shelf("ab " * 3000, [9000])
    quote = quoted(library, 0)
    context = answers.context(quote, library, answer_of(quote, "What is asked?"))
    check_limits(context)
    assert "ab ab ab" in context.text


@pytest.mark.parametrize("language", [EN, FA])
def test_a_page_of_sources_names_every_one_however_much_each_states(language: Language) -> None:
    long = {"outlet": "😀 " * 60, "place": "شهر " * 60, "cites": tuple(f"{each} agency 😀" * 9 for each in "abcdef")}
    held = {
        name: Article(name, "x", FA, published=date(2026, 1, 5), url="https://x.org/a", **long)
        for name in (f"{number}" + "n" * 254 for number in range(10, 20))
    }
    library = FakeLibrary(Corpus(held, dict.fromkeys(held, ())))
    listed = screens.sources(library, language)
    check_limits(listed.text)
    assert len(listed.names) == 10
    assert all(name in listed.text.text for name in listed.names.values())
