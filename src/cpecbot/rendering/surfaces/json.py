"""An answer as one JSON object on one line.

The keys are an interface: ``source`` is the article's id, ``start`` and ``end`` are code points of the article, and
``text`` is exactly that slice; ``speaker`` is who says it, in words of the article, or null where the article itself
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from cpecbot.languages import Language
from cpecbot.models import (
    About,
    Answer,
    Article,
    Change,
    Changes,
    Coverage,
    Disagreement,
    Filters,
    Moment,
    Omissions,
    Otherwise,
    Quote,
    Round,
    View,
)
from cpecbot.rendering.answer.context import Context, Label
from cpecbot.rendering.answer.coverage import row_text
from cpecbot.rendering.answer.notes import note_text
from cpecbot.rendering.answer.timeline import days_text


def answer_to_json(
    answer: Answer, articles: Mapping[str, Article], label: Label, id: str | int | None = None
) -> dict[str, Any]:
    """``id`` is given back as it came, to tell the lines of a batch apart."""
    return {
        "id": id,
        "question": answer.question,
        "language": answer.language.code,
        "status": answer.status.value,
        "kind": answer.kind.value,
        "quotes": [quote_to_json(quote) for quote in answer.quotes],
        "disagreements": [
            disagreement_to_json(disagreement, articles, label, answer.told_in) for disagreement in answer.disagreements
        ],
        "silent_sources": list(answer.silent_sources),
        "also_speaking": [_passage(quote) | {"mentions": list(quote.mentions)} for quote in answer.also_speaking],
        "without_value": list(answer.without_value),
        "partial": answer.partial,
        "limits": _limits(answer.limits),
        "nearest": quote_to_json(answer.nearest) if answer.nearest else None,
        "did_you_mean": answer.did_you_mean,
        "understood": answer.understood,
        "reason": answer.reason.value if answer.reason else None,
        "missing": list(answer.missing),
        "about": about_to_json(answer.about, label, answer.told_in) if answer.about else None,
    }


def _limits(limits: Filters) -> dict[str, Any] | None:
    """None where nothing limits the sources."""
    if limits == Filters():
        return None
    return {
        "sources": list(limits.sources),
        "languages": [language.code for language in limits.languages],
        "from": limits.published_from and limits.published_from.isoformat(),
        "to": limits.published_to and limits.published_to.isoformat(),
    }


def about_to_json(about: About, label: Label, language: Language) -> dict[str, Any]:
    """What of the articles themselves is shown, and which of them; what changed, where that was asked for."""
    shown: dict[str, Any] = {"view": about.view.value, "sources": list(about.sources), "others": list(about.others)}
    if about.view is View.MENTIONS:
        shown["unsure"] = list(about.unsure)
    if about.sizes:
        shown["sizes"] = list(about.sizes)
    if about.view is View.CHANGES:
        shown["changes"] = [
            change_to_json(change, each, label, language) for each in about.changes for change in each.changes
        ]
    return shown


def quote_to_json(quote: Quote) -> dict[str, Any]:
    return {
        **_passage(quote),
        "language": quote.language.code,
        "score": quote.score,
        "highlights": [[mark.start, mark.end] for mark in quote.highlights],
        "gloss": list(quote.gloss),
    }


def disagreement_to_json(
    disagreement: Disagreement, articles: Mapping[str, Article], label: Label, language: Language
) -> dict[str, Any]:
    """``note`` is the sentence that people read, in ``language``; ``as_of`` the day that a side tells.

    ``subject`` is a concept, empty where none is sure; then ``words`` are what the quotes call it, by language.
    """
    return {
        "kind": disagreement.kind,
        "level": disagreement.level.value,
        "subject": disagreement.subject,
        "measured": disagreement.measured.value if disagreement.measured else None,
        "words": {language.code: word for language, word in disagreement.words},
        "dimension": disagreement.dimension.value,
        "sides": [
            {
                "values": list(side.values),
                "quotes": [_passage(quote) for quote in side.quotes],
                "as_of": side.as_of.isoformat() if side.as_of else None,
            }
            for side in disagreement.sides
        ],
        "other_event": list(disagreement.other_event),
        "note": note_text(disagreement, articles, label, language),
    }


def change_to_json(change: Change, changes: Changes, label: Label, language: Language) -> dict[str, Any]:
    """One point, and the rounds that it is told of; ``label`` names its topic in ``language``."""
    return {
        "status": change.kind.value,
        "topic": change.topic,
        "label": label(change.topic, language) if change.topic else "",
        "earlier": _round(changes.earlier, change.earlier),
        "later": _round(changes.later, change.later),
    }


def _round(each: Round, quotes: Iterable[Quote]) -> dict[str, Any]:
    return {
        "round": each.number,
        "yearly": each.yearly,
        "date": each.day.isoformat() if each.day else None,
        "sources": list(each.sources),
        "quotes": [_passage(quote) for quote in quotes],
    }


def omissions_to_json(omissions: Omissions) -> Iterator[dict[str, Any]]:
    """An object for each point and outlet; ``differing`` names what is told otherwise, with the words on either side.

    ``recognised`` says that nobody marked the primary text, but that its title and statements show what it is.
    """
    for point in omissions.points:
        for told in point.told:
            yield {
                "point": _passage(point.quote),
                "source": told.source,
                "level": told.level.value,
                "quotes": [_passage(told.quote)] if told.quote else [],
                "differing": [_otherwise(each) for each in told.otherwise],
                "recognised": point.quote.source in omissions.recognised,
            }


def _otherwise(otherwise: Otherwise) -> dict[str, Any]:
    sides = {"point": otherwise.point, "quote": otherwise.outlet}
    spans = {name: [span.start, span.end] if span else None for name, span in sides.items()}
    return {"dimension": otherwise.dimension.value, **spans}


def coverage_to_json(coverage: Coverage, context: Context) -> Iterator[dict[str, Any]]:
    """An object for each topic: 0 is proven silence, null says that nothing is known; ``text`` is what people read."""
    for row in coverage.rows:
        yield {
            "concept": row.concept,
            "label": context.label(row.concept, context.language),
            "counts": dict(zip(coverage.sources, row.counts, strict=True)),
            "text": row_text(row, coverage, context),
        }


def timeline_to_json(moments: Iterable[Moment], context: Context) -> Iterator[dict[str, Any]]:
    """An object for each stretch of days, its quotes highlighted where they tell it; ``text`` is what people read.

    ``from`` and ``to`` are without their year where no article tells it: ``--05-31`` (ISO 8601).
    """
    for moment in moments:
        yield {
            "from": _day(moment.first, moment),
            "to": _day(moment.last, moment),
            "text": days_text(moment, context),
            "quotes": [quote_to_json(quote) for quote in moment.quotes],
            "differing": [
                disagreement_to_json(note, context.articles, context.label, context.language)
                for note in moment.differing
            ],
        }


def _day(day: date, moment: Moment) -> str:
    return day.isoformat() if moment.year_known else f"--{day:%m-%d}"


def _passage(quote: Quote) -> dict[str, Any]:
    """``copies`` are the other sources that print these words."""
    place = {"source": quote.source, "start": quote.span.start, "end": quote.span.end, "text": quote.text}
    return {**place, "copies": list(quote.copies), "speaker": quote.speaker and quote.speaker.words}
