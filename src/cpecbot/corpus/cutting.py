"""Cutting an article into its sentences, without its stamps and the lines of its web page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.stamps import Stamp, without_stamps
from cpecbot.language.sentences.segmenting import segment
from cpecbot.language.sentences.wrapping import unwrapped
from cpecbot.models import Article, Sentence, SentenceKind, Span

# No statement is longer, in code points; a table or a dump without line breaks is cut, so that reading stays linear.
_LONGEST = 5000
_BREAKS = " \u3000，、\n"
# A longer first line is a paragraph that lacks its stop, and a note of two lines has no title.
_LONGEST_TITLE = 130
_LEAST = 3
_STOPS = frozenset(".!?؟۔。！？…:：;；")
_CLOSERS = " \t\u00a0\"'”’»)）】]』」"


def cut(article: Article, stamps: Sequence[Stamp], boilerplate: Boilerplate) -> tuple[Sentence, ...]:
    """The sentences of ``article``, in reading order, without its ``stamps``; its title is a heading."""
    text = without_stamps(article.text, stamps)
    dropped = boilerplate.spans(text)
    ends = [line.end for line in dropped]

    def is_kept(span: Span) -> bool:
        following = bisect_right(ends, span.start)  # the first dropped line that ends behind the start of the span
        return following == len(dropped) or not dropped[following].overlaps(span)

    sentences = tuple(
        _sentence(article, span, kind)
        for whole, kind in segment(text, article.language)
        if is_kept(whole)
        for span in _pieces(whole, text)
    )
    return _entitled(article, sentences)


def _sentence(article: Article, span: Span, kind: SentenceKind) -> Sentence:
    text = span.slice(article.text)
    broken = len(text.splitlines()) > 1
    read = unwrapped(text, article.language) if broken else None
    return Sentence(article.source, span, text, kind, article.language, read)


def _entitled(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """``sentences``, where the first one is a heading, wherever it is said again, if it is the title."""
    if not _is_title(article, sentences):
        return sentences
    title = sentences[0].text
    return tuple(replace(each, kind=SentenceKind.HEADING) if each.text == title else each for each in sentences)


def _is_title(article: Article, sentences: tuple[Sentence, ...]) -> bool:
    """So named; or a short first line, over a longer one, without a stop or said again."""
    if len(sentences) < _LEAST or sentences[0].kind is not SentenceKind.BODY:
        return False
    first, *rest = sentences
    if article.title and first.text == article.title.strip():
        return True
    if len(first.text) > _LONGEST_TITLE or not _whole_line(article.text, first.span):
        return False
    said_again = any(each.text == first.text for each in rest)
    return said_again or (first.text.rstrip(_CLOSERS)[-1:] not in _STOPS and len(rest[0].text) > len(first.text))


def _whole_line(text: str, span: Span) -> bool:
    before, after = text[: span.start].rstrip(" \t\u00a0\ufeff")[-1:], text[span.end :].lstrip(" \t\u00a0")[:1]
    return before in {"", "\n", "\r"} and after in {"", "\n", "\r"}


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """``span``, cut between words where it is longer than any statement, inside a word where that has no end."""
    start = span.start
    while span.end - start > _LONGEST:
        blank = max(text.rfind(character, start, start + _LONGEST) for character in _BREAKS)
        cut_at = blank + 1 if blank > start else start + _LONGEST
        piece = text[start:cut_at]
        yield Span(start, start + len(piece.rstrip()))
        start = cut_at
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)
