"""Another one of a series: "no, I meant its first phase" after a question on the second phase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpecbot.answering.reading.words import blank
from cpecbot.language.questions.continuing import Continuing, continuing
from cpecbot.language.questions.words import Word, texts, words_of
from cpecbot.language.text.words import function_words
from cpecbot.language.values.finding import find_values
from cpecbot.models import Query, Span, Value, ValueKind

_COUNTING = frozenset({ValueKind.ORDINAL, ValueKind.NUMBER})


def renumbered(last: Query, text: str, rest: Span) -> str | None:
    """``last`` with the number of the ``rest`` of ``text`` in the place of its own, where a pronoun says whose it is.

    None where there is no pronoun, alone or written onto a word, or where they count no same thing.
    """
    known = continuing(last.language)
    pronouns = [each.span for each in known.anaphora(text)]
    said = blank(text, pronouns)[rest.start : rest.end]
    words = words_of(said, last.language)
    bare = [_bare(word, known) or word.span.slice(said) for word in words]
    if not pronouns and all(_bare(word, known) is None for word in words):
        return None
    new = _counting(find_values(" ".join(bare), last.language))
    if len(new) != 1:
        return None
    number = new[0].span.slice(" ".join(bare))
    said_of = texts(" ".join(bare).replace(number, ""), last.language)
    noun = [word for word in said_of if word not in function_words(last.language)]
    old = [value for value in _counting(find_values(last.text, last.language)) if _counts(value, noun, last)]
    if len(old) != 1 or old[0].low == new[0].low:
        return None
    return f"{last.text[: old[0].span.start]}{number}{last.text[old[0].span.end :]}"


def _counting(values: Iterable[Value]) -> list[Value]:
    return [value for value in values if value.kind in _COUNTING]


def _bare(word: Word, known: Continuing) -> str | None:
    """The number that ``word`` is without a pronoun that is written onto it; None where it has none."""
    if _counting(find_values(word.text, known.language)):
        return None
    return next(
        (stem for stem in known.without_attached(word.text) if _counting(find_values(stem, known.language))), None
    )


def _counts(value: Value, noun: Sequence[str], last: Query) -> bool:
    """Whether the ``noun`` stands right before or behind ``value``."""
    words = words_of(last.text, last.language)
    before = [word.text for word in words if word.span.end <= value.span.start]
    behind = [word.text for word in words if word.span.start >= value.span.end]
    return before[len(before) - len(noun) :] == list(noun) or behind[: len(noun)] == list(noun)
