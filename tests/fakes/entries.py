"""Entries that hold just the keys a test names."""

from __future__ import annotations

from collections.abc import Iterable

from cpecbot.language.analysis import Analysis
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from cpecbot.models import Sentence, SentenceKind, Span, Term, TermKind
from cpecbot.store.entries import Entry
from fakes.languages import EN

_KINDS = {"l": TermKind.LEMMA, "p": TermKind.PART, "c": TermKind.CONCEPT, "n": TermKind.NAME, "v": TermKind.VALUE}


def entries_of(*sentences: tuple[str, str] | tuple[str, str, Language], headings: Iterable[int] = ()) -> list[Entry]:
    """Entries from pairs of source and keys (``"l:port c:gwadar"``; ``p:`` makes an ``l:`` of a part), in order.

    Their words are those of the keys, and one more.
    """
    listed = frozenset(headings)
    led: set[str] = set()
    entries = []
    for number, (source, written, *language) in enumerate(sentences):
        kind = SentenceKind.HEADING if number in listed else SentenceKind.BODY
        terms = tuple(_terms(written))
        sentence = Sentence(source, Span(0, len(written)), written, kind, language[0] if language else EN)
        keys = frozenset(term.key for term in terms if term.kind is not TermKind.PART)
        leads = kind is SentenceKind.BODY and source not in led
        led |= {source} if leads else set()
        entries.append(
            Entry(
                number,
                sentence,
                Analysis(tuple(tokenize(" ".join([*(key[2:] for key in written.split()), "mountain"]))), (), (), terms),
                keys,
                leads,
            )
        )
    return entries


def _terms(written: str) -> Iterable[Term]:
    for key in written.split():
        kind = _KINDS[key[0]]
        yield Term(f"l:{key[2:]}" if kind is TermKind.PART else key, kind, Span(0, 1))
