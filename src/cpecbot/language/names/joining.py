"""Names of several words that another script writes as one, and of one word that another script parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from cpecbot.language.names.finding import Name
from cpecbot.language.text.tokens import Token, is_han
from cpecbot.models import Span

Like = Callable[[str], frozenset[str]]
"""The names of a collection that sound like a folded one."""
_MOST_WORDS = 4
# Shorter ones sound alike by chance: in letters, and in syllables.
_LEAST_LETTERS, _LEAST_SYLLABLES = 7, 4
# Of a name in syllables a part has so many, and what it is in letters so many.
_PART, _LONGEST_PART, _LETTERS_OF_PART = 2, 7, 4
_GAPS = frozenset({" ", "-", "\u200c", ""})


def joined(
    text: str, words: Sequence[Token], grammar: Collection[str], like: Like
) -> Iterator[tuple[Name, frozenset[str]]]:
    """The runs of ``words`` of ``text`` that together sound like a name, with those that they sound like.

    None begins with a word of ``grammar``, which may be the last of a name.
    """
    for place, first in enumerate(words):
        run = [first]
        for before, word in pairwise(words[place : place + _MOST_WORDS] if _may_begin(first, grammar) else ()):
            if text[before.span.end : word.span.start] not in _GAPS or not word.text.isalpha():
                break
            run.append(word)
            form = "".join(each.text for each in run)
            found = frozenset(filter(_is_long, like(form))) if len(form) >= _LEAST_LETTERS else frozenset()
            if found:
                yield Name(form, Span(first.span.start, word.span.end)), found
            if word.text in grammar:
                break


def _may_begin(word: Token, grammar: Collection[str]) -> bool:
    return word.text.isalpha() and word.text not in grammar and not is_han(word.text)


def parted(name: Name, like: Like) -> list[tuple[Name, frozenset[str]]]:
    """The parts of a ``name`` in syllables, each with what it sounds like; none where one sounds like no name."""
    if not is_han(name.form) or len(name.form) < _LEAST_SYLLABLES or len(name.span) != len(name.form):
        return []
    best: list[list[tuple[Name, frozenset[str]]] | None] = [[], *[None] * len(name.form)]
    for end in range(_PART, len(name.form) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - _PART + 1):
            before = best[start]
            known = best[end]
            if before is None or (known is not None and len(known) <= len(before) + 1):
                continue
            found = frozenset(each for each in like(name.form[start:end]) if _is_part(each))
            if found:
                part = Name(name.form[start:end], Span(name.span.start + start, name.span.start + end))
                best[end] = [*before, (part, found)]
    parts = best[-1] or []
    return parts if len(parts) > 1 else []


def _is_long(form: str) -> bool:
    return len(form) >= (_LEAST_SYLLABLES if is_han(form) else _LEAST_LETTERS)


def _is_part(form: str) -> bool:
    return not is_han(form) and form.isalpha() and len(form) >= _LETTERS_OF_PART
