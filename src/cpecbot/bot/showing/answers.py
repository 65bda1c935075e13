"""What is shown of answers, quotes and articles: values in, messages out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.bot.interface import Library
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.i18n.direction import settle
from cpecbot.language.sentences.wrapping import on_one_line
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Quote, Span
from cpecbot.rendering.answer.context import names_in, shorten
from cpecbot.rendering.answer.differences import MOST_NOTES, further_notes
from cpecbot.rendering.richtext.text import EntityKind, RichText, plain, split
from cpecbot.rendering.surfaces.telegram import (
    MESSAGE_UNITS,
    fit_a_phone,
    pack,
    render_answer,
    render_changes,
    render_further,
    render_glance,
    render_omissions,
    render_quote,
    render_timeline,
    render_understood,
)

QUOTES_PER_PAGE = 3
QUOTES_COMPARED = 10
SENTENCES_AROUND = 2


class Pages(Struct, frozen=True):
    """An answer as messages, and as pages that its buttons turn to.

    ``first`` are sent one after another; the buttons stand under the last of them and turn it into the pages of
    ``more``, once somebody asks for these. ``numbers`` tells which quotes each page shows, its first entry those of
    all of ``first``, which hold so many ``notes`` on differences.
    """

    first: tuple[RichText, ...]
    numbers: tuple[range, ...]
    more: tuple[RichText, ...] = ()
    notes: int = 0

    @property
    def turned(self) -> tuple[RichText, ...]:
        return (self.first[-1], *self.more)


def fitting(found: Answer, library: Library) -> Answer:
    """The answer with no more quotes at first than a phone shows at a glance."""
    return fit_a_phone(found, library.corpus.articles, library.label)


def answer(found: Answer, library: Library) -> Pages:
    """The messages of an answer alone, its further pages left unmade."""
    glance = render_glance(found, library.corpus.articles, library.label)
    return Pages(glance.texts, (range(len(found.quotes)),), notes=glance.notes)


def alone(found: Answer, library: Library) -> RichText:
    """The first message of an answer that has no buttons, and so no more behind it than it shows."""
    return render_answer(found, library.corpus.articles, library.label, most_notes=MOST_NOTES)[0]


def all_pages(found: Answer, library: Library) -> Pages:
    """Also the further pages: of quotes, the first of them with the notes that a glance at the answer leaves out."""
    glance, more = answer(found, library), list[RichText]()
    first, last = len(found.quotes), len(found.quotes + found.more)
    numbers = [range(first)]
    notes = further_notes(found.disagreements, glance.notes)
    articles, label = library.corpus.articles, library.label
    for start in range(first, max(last, first + bool(notes)), QUOTES_PER_PAGE):
        page = range(start, min(start + QUOTES_PER_PAGE, last))
        texts = render_further(found, page, notes if start == first else (), articles, label)
        more.extend(texts)
        numbers.extend([page] * len(texts))
    return replace(glance, numbers=tuple(numbers), more=tuple(more))


def still_stands(found: Answer, library: Library) -> bool:
    """Whether every quote is in these articles, which a reload may have changed."""
    articles = library.corpus.articles
    return all(
        quote.source in articles and quote.span.slice(articles[quote.source].text) == quote.text
        for quote in found.quotes + found.more
    )


def context(quote: Quote, library: Library, found: Answer) -> RichText:
    """The sentences around a quote in one slice of the article, the quote itself emphasised.

    As many as a message can hold with the whole of the quote, and above them how the question was understood.
    """
    understood = render_understood(found, library.corpus.articles, library.label)
    text = library.corpus.articles[quote.source].text
    for around in _around(quote, library):
        passage = replace(quote, span=around, text=around.slice(text), highlights=(quote.span,), gloss=())
        shown = _quote(passage, library, found.told_in, Phrase.CONTEXT_OF, opened=True)
        together = pack((*understood, *shown))
        if len(together) == 1:
            return together[0]
    return shown[0]


def _around(quote: Quote, library: Library) -> Iterator[Span]:
    """The quote with fewer and fewer sentences before and after it, at last alone."""
    spans = [sentence.span for sentence in library.corpus.sentences[quote.source]]
    near = [number for number, span in enumerate(spans) if span.overlaps(quote.span)]
    for most in range(SENTENCES_AROUND if near else 0, 0, -1):
        last = min(near[-1] + most, len(spans) - 1)
        yield Span(spans[max(0, near[0] - most)].start, spans[last].end)
    yield quote.span


def copied(quote: Quote) -> tuple[RichText, ...]:
    """The words of a quote and nothing else, in a block that a press copies; in several where it must."""
    return split(plain(on_one_line(quote.text, quote.language), EntityKind.PRE), MESSAGE_UNITS)


def full_text(source: str, library: Library, language: Language) -> tuple[RichText, ...]:
    """A whole article, in as many messages as it takes."""
    article = library.corpus.articles[source]
    start, end = len(article.text) - len(article.text.lstrip()), len(article.text.rstrip())
    span = Span(start, max(start, end))
    whole = Quote(source, span, span.slice(article.text), article.language)
    return _quote(whole, library, language, Phrase.FULL_TEXT_OF)


def single_quote(quote: Quote, library: Library, language: Language) -> RichText:
    return render_quote(quote, library.corpus.articles, library.label, language)[0]


def comparison(topic: str, library: Library, options: AskOptions) -> tuple[Answer, Pages]:
    """What each source says on a topic, and where they part ways."""
    found = _at_most(library.compare(topic, options), QUOTES_COMPARED)
    shown = shorten(topic)
    if not found.quotes:
        return found, Pages((plain(say(Phrase.COMPARE_NOTHING, found.told_in, topic=shown)),), (range(0),))
    title = plain(settle(say(Phrase.COMPARE_TITLE, found.told_in, topic=shown), found.told_in), EntityKind.BOLD)
    texts = pack([title, *render_answer(found, library.corpus.articles, library.label)])
    return found, Pages(texts, (range(len(found.quotes)),), notes=len(found.disagreements))


def changes(topic: str, library: Library, language: Language) -> tuple[RichText, ...]:
    """What changed between rounds, on ``topic`` where there is one."""
    found = library.changes(topic, language)
    return render_changes(found, topic, library.corpus.articles, library.label, language)


def omissions(topic: str, library: Library, language: Language) -> tuple[RichText, ...]:
    found = library.omissions(topic)
    return render_omissions(found, library.corpus.articles, library.label, language, topic)


def timeline(topic: str, library: Library, language: Language) -> tuple[RichText, ...]:
    """The days that the articles state, on ``topic`` where there is one."""
    return render_timeline(library.timeline(topic), topic, library.corpus.articles, library.label, language)


def _at_most(found: Answer, limit: int) -> Answer:
    """Leave the quotes beyond ``limit`` to further pages."""
    return replace(found, quotes=found.quotes[:limit], more=found.quotes[limit:] + found.more)


def _quote(
    quote: Quote, library: Library, language: Language, title: Phrase, *, opened: bool = False
) -> tuple[RichText, ...]:
    articles = library.corpus.articles
    name = names_in(language, articles)[quote.source]
    return render_quote(quote, articles, library.label, language, say(title, language, source=name), opened=opened)
