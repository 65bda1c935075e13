"""Names that no glossary knows, as far as a sentence shows that they are names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cpecbot.expressions import expression
from cpecbot.language.names.finding import is_common, persons
from cpecbot.language.text.tokens import is_han
from cpecbot.language.text.words import function_words
from cpecbot.models import Query, Span, TermKind
from cpecbot.store.entries import Entry

# Between the parts of a foreign name in Chinese, or the way it is written at home behind it.
_DOT = "·"
_PARTED = expression(r"·|\s?[（(][A-Za-z]")
# The title of a work.
_TITLE = expression("«([^«»]{2,60})»|“([^“”]{2,60})”|《([^《》]{1,30})》|「([^「」]{1,30})」")
# A word that long is no particle, and has a capital only in a name or where all words have one.
_LONG = 4
# Between two words of one name.
_WITHIN = frozenset({" ", "-", _DOT})


def strangers(query: Query, entry: Entry) -> Iterator[Span]:
    """Where ``entry`` names somebody that ``query`` does not name and no glossary knows, in a word or several.

    A name in the dateline is that of a town or a reporter, and one in a phrase of the glossary part of that.
    """
    asked = {key for unit in query.units for key in unit.keys}
    named = [term for term in entry.analysis.terms if term.kind is TermKind.NAME and term.span.start >= entry.body]
    wanted = [term.span for term in named if term.key in asked]
    sentence = entry.sentence
    for person in persons(sentence.reading, entry.analysis.tokens, sentence.language):
        if person.start >= entry.body and not person.overlaps_any(wanted):
            yield person
    known = [*(match.span for match in entry.analysis.concepts), *wanted]
    shown = sorted({term.span for term in named if _is_shown(entry, term.span)})
    spans = [term.span for term in named]
    shown = _with_last_names(_with_first_names(shown, spans, entry), spans, entry)
    yield from (name for name in _joined(shown, entry) if not name.overlaps_any(known))


def _is_shown(entry: Entry, place: Span) -> bool:
    text, language = entry.sentence.reading, entry.sentence.language
    written = place.slice(text)
    if is_han(written):
        return bool(_PARTED.match(text, place.end)) or text[place.start - 1 : place.start] == _DOT
    token = next((token for token in entry.analysis.tokens if token.span == place), None)
    return token is not None and written[:1].isupper() and not is_common(token, text, language)


def _with_first_names(shown: list[Span], named: Iterable[Span], entry: Entry) -> list[Span]:
    """``shown`` with the capitalised words of the ``named`` right before them: "Grace" may be a word, "Otieno" is none.

    A sentence opens with a capital in any case.
    """
    text, starts = entry.sentence.reading, {place.start for place in shown}
    words = sorted(place for place in named if place not in shown and place.start > entry.body)
    first = [
        word
        for word in words
        if word.slice(text)[:1].isupper() and text[word.end : word.end + 1] in _WITHIN and word.end + 1 in starts
    ]
    return sorted([*shown, *first])


def _with_last_names(shown: list[Span], named: Iterable[Span], entry: Entry) -> list[Span]:
    """``shown`` with the capitalised word of the ``named`` right behind: "Marsh" may be a word, "Elena" is none.

    Where every word has a capital, as in many headings, it shows nothing.
    """
    text, ends = entry.sentence.reading, {place.end for place in shown}
    words = [token for token in entry.analysis.tokens if len(token.text) >= _LONG and token.text.isalpha()]
    if not any(token.span.slice(text).islower() for token in words if not is_han(token.text)):
        return shown
    last = [
        word
        for word in set(named)
        if word not in shown and text[word.start - 1 : word.start] == " " and word.start - 1 in ends
    ]
    return sorted([*shown, *(word for word in last if word.slice(text)[:1].isupper())])


def _joined(places: list[Span], entry: Entry) -> list[Span]:
    """``places`` with those of one name made one; where capitals are common, a name alone is a town as well."""
    joined: list[Span] = []
    for place in places:
        between = entry.sentence.reading[joined[-1].end : place.start] if joined else ""
        if joined and between in _WITHIN:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return [name for name in joined if not _WITHIN.isdisjoint(name.slice(entry.sentence.reading))]


def titles(entry: Entry) -> Iterator[Span]:
    """Where ``entry`` has the title of a work, with its quotation marks."""
    return (Span(*found.span()) for found in _TITLE.finditer(entry.sentence.reading))


def titles_in_capitals(entry: Entry) -> Iterator[Span]:
    """Where ``entry`` has words with capitals of which a word of grammar is the first: The Glass Orchard."""
    text, grammar = entry.sentence.reading, function_words(entry.sentence.language)
    words = [token for token in entry.analysis.tokens if token.span.start > entry.body]
    capitals = [token.span for token in words if token.span.slice(text)[:1].isupper()]
    opening = {token.span for token in words if token.text in grammar}
    for run in side_by_side(capitals, text, _WITHIN):
        first = next((at for at, word in enumerate(run) if word in opening), len(run))
        if len(run) - first > 1:
            yield Span(run[first].start, run[-1].end)


def side_by_side(words: Iterable[Span], text: str, within: Collection[str]) -> Iterator[list[Span]]:
    """``words`` of ``text`` in runs between which nothing but one of ``within`` stands."""
    run: list[Span] = []
    for word in words:
        if run and text[run[-1].end : word.start] not in within:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
