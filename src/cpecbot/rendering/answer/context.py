"""What every way of showing an answer needs to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from cpecbot.i18n import (
    Message,
    Plural,
    Translator,
    format_date,
    format_list,
    isolate,
    language_name,
    localise_digits,
    translator,
)
from cpecbot.i18n.formats import ListStyle
from cpecbot.languages import Language
from cpecbot.models import Article, Quote

Label = Callable[[str, Language], str]
"""Names a concept in a language: ``label("gwadar_port", urdu)``."""

# Longer names of outlets and places than any that exist; what is quoted is never shortened.
_LONGEST_NAME = 80
_LONGEST_LIST = 160
# Of a longer id, which may be an address, the beginning and the end.
_LONGEST_SOURCE = 64
# More names than anybody reads; the rest are counted.
_MOST_NAMED = 30
_LONGEST_URL = 2000


class Context(Struct, frozen=True):
    """The language that is spoken, and names of sources and concepts in it.

    ``brief`` is what is read at a glance: of an article who says it and when, of a side's words the telling part.
    """

    language: Language
    articles: Mapping[str, Article]
    label: Label
    names: Mapping[str, str]
    brief: bool = False

    @property
    def words(self) -> Translator:
        return translator(self.language)

    def name(self, source: str) -> str:
        """What a source is called in running text: ``004`` for ``004_84e34df9c8cd6787``."""
        return isolate(self.names.get(source) or shorten(source), self.language)

    def list_names(self, sources: Iterable[str]) -> str:
        names = [self.name(source) for source in sources]
        if (rest := len(names) - _MOST_NAMED) > 1:
            names = [*names[:_MOST_NAMED], self.words.plural(Plural.OTHERS, rest)]
        return format_list(names, self.language)

    def list_words(self, words: Iterable[str], style: ListStyle = "standard") -> str:
        """Words of a question, each in the quotation marks of the language."""
        marks = self.language.profile.punctuation
        quoted = [marks.quote(isolate(shorten(word), self.language)) for word in words]
        return format_list(quoted, self.language, style)

    def is_undated(self, source: str) -> bool:
        article = self.articles.get(source)
        return article is None or article.published is None


def make_context(articles: Mapping[str, Article], label: Label, language: Language, *, brief: bool = False) -> Context:
    return Context(language, articles, label, names_in(language, articles), brief)


def names_in(language: Language, sources: Iterable[str]) -> dict[str, str]:
    """Their short names as ``language`` writes them: a mere number in its own digits, in which it may be asked for."""
    names = short_names(sources).items()
    return {source: localise_digits(name, language) if name.isdecimal() else name for source, name in names}


def short_names(sources: Iterable[str]) -> dict[str, str]:
    """The part of each id before ``_`` where it tells the sources apart; of what is long, the beginning and the end."""
    sources = tuple(sources)
    heads = Counter(source.partition("_")[0] for source in sources)
    names = {source: head if (head := source.partition("_")[0]) and heads[head] == 1 else source for source in sources}
    cut = {source: _cut(name) for source, name in names.items() if len(name) > _LONGEST_SOURCE}
    told = Counter(cut.values())
    return names | {source: name for source, name in cut.items() if told[name] == 1}


def _cut(name: str) -> str:
    half = _LONGEST_SOURCE // 2
    return f"{name[: half - 1]}…{name[-half:]}"


def attribution(quote: Quote, context: Context) -> tuple[str, ...]:
    """Who says it, where, when and in which language, as far as the article states it; the name comes first.

    Behind it stands who of whom the article tells speaks, where the words themselves do not name him.
    """
    article = context.articles.get(quote.source)
    label, parts = source_label(quote.source, context), stated(quote, context, brief=context.brief)
    name, *rest = (*parts, label) if article and article.outlet else (label, *parts)
    speaker = unnamed_speaker(quote, context)
    return (name, *((speaker,) if speaker else ()), *rest)


def unnamed_speaker(quote: Quote, context: Context) -> str:
    """Who says the words of ``quote``, where these do not name him: in words of the article, or what they stand for.

    Nothing where nobody can say that in the language of who reads it.
    """
    speaker = quote.speaker
    if speaker is None or speaker.words in quote.text:
        return ""
    if speaker.person or quote.language == context.language:
        return isolate(shorten(speaker.words), context.language)
    return context.label(speaker.concept, context.language) if speaker.concept else ""


def source_label(source: str, context: Context) -> str:
    """What a source is called beside its outlet: ``source 004``."""
    return context.words.text(Message.SOURCE_LABEL, source=context.name(source))


def stated(quote: Quote, context: Context, *, brief: bool = False) -> tuple[str, ...]:
    """What the article of ``quote`` states of itself: its outlet, whom it cites, its place, its day; its language.

    Place and language are left out in ``brief``.
    """
    article = context.articles.get(quote.source)
    words, language = context.words, context.language
    outlet = article.called(article.outlet, language) if article and article.outlet else ""
    cites = [article.called(name, language) for name in article.cites] if article else []
    place = article.called(article.place, language) if article and article.place and not brief else ""
    day = article.published if article else None
    parts = (
        isolate(shorten(outlet), language),
        words.text(Message.CITING, outlets=shorten(format_list(cites, language), _LONGEST_LIST)) if cites else "",
        isolate(shorten(place), language),
        format_date(day, language) if day else "",
        "" if brief else language_name(quote.language, language),
    )
    return tuple(part for part in parts if part)


def link_to(article: Article | None) -> str | None:
    """Where the article stands, when Telegram takes that for an address."""
    url = article.url if article else None
    return url if url and url.startswith(("http://", "https://")) and len(url) <= _LONGEST_URL else None


def shorten(text: str, most: int = _LONGEST_NAME) -> str:
    """One line of at most ``most`` code points."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
