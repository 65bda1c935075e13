"""Limits written into a question: ``source:004``, ``source:APP``, ``lang:fa``, ``from:2026-01-01``, ``to:2026-01-31``.

A name of several words stands in quotation marks: ``source:"Express News"``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from cpecbot.corpus import Corpus
from cpecbot.errors import CorpusError, QuestionError
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language, Languages
from cpecbot.models import Article, AskOptions, Filters

_FILTER = expression(r"(?<!\S)(source|lang|from|to):(?:[\"“”«]([^\"“”«»]+)[\"“”»]|(\S+))", re.IGNORECASE)
_Limit = TypeVar("_Limit", str, Language)


def split_filters(question: str, corpus: Corpus, languages: Languages) -> tuple[str, Filters]:
    """Take the filters out of ``question``; QuestionError when one of them cannot be understood."""
    found: dict[str, list[str]] = {"source": [], "lang": [], "from": [], "to": []}
    for match in _FILTER.finditer(question):
        found[match.group(1).lower()].append(match.group(2) or match.group(3))
    rest = " ".join(_FILTER.sub(" ", question).split()) if any(found.values()) else question
    try:
        named = [source for name in found["source"] for source in corpus.resolve_all(name)]
    except CorpusError as error:
        raise QuestionError(str(error)) from error
    sources = tuple(dict.fromkeys(named))
    return rest, Filters(sources, _languages(found["lang"], languages), _day(found["from"]), _day(found["to"]))


def admits(filters: Filters, article: Article) -> bool:
    """Whether ``article`` is within the limits; an undated article is outside any limit of time."""
    if filters.sources and article.source not in filters.sources:
        return False
    if filters.languages and article.language not in filters.languages:
        return False
    if filters.published_from and (article.published is None or article.published < filters.published_from):
        return False
    return not (filters.published_to and (article.published is None or article.published > filters.published_to))


def limits(filters: Filters, options: AskOptions) -> Filters:
    """What limits an answer: the filters of its question and the languages and sources that the asker keeps to."""
    return replace(
        filters,
        sources=_both(filters.sources, options.sources),
        languages=_both(filters.languages, options.languages),
    )


def _both(asked: tuple[_Limit, ...], kept: tuple[_Limit, ...]) -> tuple[_Limit, ...]:
    """What two limits leave, where none is no limit; all that they name where they leave nothing."""
    common = tuple(each for each in asked if each in kept)
    return common or asked + kept


def _languages(codes: list[str], languages: Languages) -> tuple[Language, ...]:
    for code in codes:
        if languages.get(code.lower()) is None:
            raise QuestionError(f"{code!r} is no language. Write lang: with one of {', '.join(languages.codes)}.")
    return tuple(languages[code.lower()] for code in codes)


def _day(written: list[str]) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(fold_text(written[-1]))
    except ValueError as error:
        raise QuestionError(f'"{written[-1]}" is not a day. Write it as 2026-01-31.') from error
