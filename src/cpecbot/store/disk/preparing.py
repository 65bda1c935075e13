"""An article with its entries in the form in which an index takes it: what can be done of it far from the index."""

from __future__ import annotations

import dataclasses
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from cpecbot.language.analysis import concept_key
from cpecbot.models import Article, Sentence, TermKind
from cpecbot.store.disk.file import COUNT, HELD, LARGEST_MARK, SPOKEN, Field
from cpecbot.store.disk.packing import packed
from cpecbot.store.disk.rows import row
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.format import encode
from cpecbot.store.memory import MEANINGS, NAMES, WORDS, letters

WEIGHED = (Field.WORDS, Field.MEANINGS, Field.NAMES)
_FIELDS: Mapping[TermKind, Field] = {
    kind: field for field, kinds in zip(WEIGHED, (WORDS, MEANINGS, NAMES), strict=True) for kind in kinds
}
# Where in an entry a word stands is told in so many bits.
PLACE_BITS = 16

_Postings = dict[tuple[str, Field], tuple[list[int], list[int]]]


class Prepared(Struct, frozen=True):
    """``digest`` is what the article was made from.

    ``postings`` are, under each key and field, the numbers of its entries from 0 and their marks; of LETTERS 0, that of
    the article. ``words`` are those of ``store.disk.file`` for one segment, from the word to where it stands first.
    """

    source: str
    digest: bytes
    facts: bytes
    called: bytes
    text: bytes
    rows: bytes
    letters: int
    entries: tuple[bytes, ...]
    postings: _Postings
    words: dict[tuple[str, int], list[int]]


def prepare(
    article: Article, sentences: Sequence[Sentence], entries: Sequence[Entry], languages: Sequence[str], digest: bytes
) -> Prepared:
    """``languages`` are the codes of the index, in its order."""
    runs = Counter(letters(entries))
    postings: _Postings = {(run, Field.LETTERS): ([0], [min(count, LARGEST_MARK)]) for run, count in runs.items()}
    words: dict[tuple[str, int], list[int]] = {}
    rows = []
    for number, entry in enumerate(entries):
        for where, mark in _marks(entry).items():
            numbers, marks = postings.setdefault(where, ([], []))
            numbers.append(number)
            marks.append(min(mark, LARGEST_MARK))
        language = languages.index(entry.sentence.language.code)
        _count_words(words, entry, number, language)
        kinds = Counter(_FIELDS[term.kind] for term in entry.analysis.terms if term.kind in _FIELDS)
        lengths = (kinds[Field.WORDS], kinds[Field.MEANINGS], kinds[Field.NAMES])
        rows.append(row(language, quotable=quotable(entry), lengths=lengths))
    return Prepared(
        article.source,
        digest,
        encode(dataclasses.replace(article, text="", elsewhere={}, also_called={})),
        encode((_by_code(article), article.also_called)),
        zlib.compress(encode((article.text, sentences)), 1),
        b"".join(rows),
        runs.total(),
        tuple(map(packed, entries)),
        postings,
        words,
    )


def _by_code(article: Article) -> Mapping[str, Mapping[str, str]]:
    return {
        name: {language.code: word for language, word in words.items()} for name, words in article.elsewhere.items()
    }


def _marks(entry: Entry) -> dict[tuple[str, Field], int]:
    """How ``entry`` is marked under each of its keys."""
    marks: dict[tuple[str, Field], int] = {}
    for term in entry.analysis.terms:
        field = _FIELDS.get(term.kind)
        if field is not None:
            marks[term.key, field] = marks.get((term.key, field), 0) + (1 << COUNT)
    for key in entry.held:
        field = next((each for each in WEIGHED if (key, each) in marks), Field.MEANINGS)
        marks[key, field] = marks.get((key, field), 0) | HELD
    for key in {concept_key(match.concept) for match in entry.analysis.concepts}:
        marks[key, Field.MEANINGS] = marks.get((key, Field.MEANINGS), 0) | SPOKEN
    return marks | dict.fromkeys(((key, Field.STANDING) for key in entry.standing), 0)


def _count_words(words: dict[tuple[str, int], list[int]], entry: Entry, number: int, language: int) -> None:
    seen: set[str] = set()
    for place, token in enumerate(entry.analysis.tokens):
        first = number << PLACE_BITS | min(place, (1 << PLACE_BITS) - 1)
        counted = words.setdefault((token.text, language), [0, 0, first])
        counted[0] += 1
        counted[1] += token.text not in seen
        seen.add(token.text)
