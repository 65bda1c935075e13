"""The general vocabulary: the words of any news, beside the concepts of one field.

A word may have several senses, each a concept: "right" is what is correct, what one is entitled to, and a side. Nothing
of the files is made ready but what is looked up: forms are cut into words when a text holds the first of them, and a
concept is made when somebody asks for it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.language.concepts.actors import Actors, read_actors
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.matching import Candidate, Token, token_texts
from cpecbot.language.concepts.opposites import read_opposites
from cpecbot.language.concepts.sites import read_sites
from cpecbot.language.concepts.vocabulary_file import FORM_SEPARATOR, PART_SEPARATOR, Rows, read_rows
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import without_possessive
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.inflection.readings import Readings
from cpecbot.language.text.inflection.spellings import Spellings
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language, Languages
from cpecbot.parts import Parts
from cpecbot.scripts import HAN

_ZWNJ = "\u200c"
# Folding drops half-spaces. What no form holds marks where they were, while a whole column is folded.
_ZWNJ_MARK = "\x1f"
# What is left of a word without an attached end has so many letters at least: of fewer it may be any part of one.
_SHORTEST_BEFORE_END = 3
_ROWS = "rows"
_HAN = expression(f"[{HAN}]+")


def load_vocabulary(folder: Path, languages: Languages) -> Vocabulary:
    """Read the ``*.tsv`` of a folder and the tables of keys beside them; empty where there is none.

    Raises GlossaryError naming the file, the line and what to do.
    """
    return Vocabulary(read_rows(folder, languages), read_opposites(folder), read_sites(folder), read_actors(folder))


class Vocabulary(Mapping[str, Concept]):
    """Concepts by key, and where a text uses a word for one. Safe to share between threads."""

    def __init__(
        self,
        rows: Rows | None = None,
        opposites: Mapping[str, frozenset[str]] | None = None,
        sites: frozenset[str] = frozenset(),
        actors: Actors | None = None,
    ) -> None:
        """``opposites`` are, for a concept of it or of the glossary, the keys of those that rule it out.

        ``sites`` are those of either that are kinds of places, ``actors`` those that are somebody, or say who heads
        something.
        """
        rows = rows or Rows()
        self._languages = tuple(rows.columns)
        self._kept: Parts[str, Rows] = Parts()
        self._kept[_ROWS] = replace(rows, columns={})
        self._cells: Parts[str, Sequence[str]] = Parts()
        self._cells.update((language.code, column) for language, column in rows.columns.items())
        self.opposites = opposites or {}
        self.sites = sites
        self.actors = actors or Actors()
        self._columns: Parts[str, Column] = Parts()

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name != "_row"}

    @property
    def _rows(self) -> Rows:
        """Without the columns."""
        return self._kept[_ROWS]

    @cached_property
    def _row(self) -> Mapping[str, int]:
        return {key: row for row, key in enumerate(self._rows.keys)}

    def __getitem__(self, key: str) -> Concept:
        row, rows = self._row[key], self._rows
        cells = {language: self._cells[language.code][row] for language in self._languages}
        forms = {
            language: tuple(form.partition(PART_SEPARATOR)[0] for form in cell.split(FORM_SEPARATOR))
            for language, cell in cells.items()
            if cell
        }
        return Concept(key, rows.kinds[row], forms, rows.broader[row])

    def __contains__(self, key: object) -> bool:
        return key in self._row

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.keys)

    def __len__(self) -> int:
        return len(self._rows.keys)

    def kind(self, key: str) -> ConceptKind:
        """The kind of the concept ``key``. Raises KeyError when there is none."""
        return self._rows.kinds[self._row[key]]

    def broader(self, key: str) -> tuple[str, ...]:
        """What the concept ``key`` is a kind of, without making one; nothing where there is none."""
        row = self._row.get(key)
        return () if row is None else self._rows.broader[row]

    def cells(self, language: Language) -> Sequence[str]:
        """The forms of ``language`` as they are written, those of one concept together."""
        return self._cells[language.code] if language in self._languages else ()

    def column(self, language: Language) -> Column:
        """The forms of ``language``, made ready when first asked for."""
        try:
            return self._columns[language.code]
        except KeyError:
            return self._columns.setdefault(language.code, Column(self._rows.keys, self.cells(language), language))


class _Form(NamedTuple):
    """A form found by its first word: what follows, its row, and at which level of readings it was found.

    ``as_written`` tells that the text has the first word as the form has it, but for what may be written onto it.
    """

    rest: tuple[str, ...]
    row: int
    level: int
    as_written: bool


class Column:
    """The forms of one language, by their first word."""

    def __init__(self, keys: Sequence[str], cells: Sequence[str], language: Language) -> None:
        """``cells`` are the forms of each of ``keys``."""
        self._language = language
        self._keys = keys
        self._respelt = language.once(Spellings).respelt
        spaced = language.profile.spaced
        self._by_first = _Index(cells, language.once(Spellings), spaced=spaced)
        self._readings = language.once(Readings)
        self._grammar = function_words(language)
        self._spaced = spaced
        changes = language.read(FormsFile).changes
        self._detached = frozenset(map(fold_text, changes.detached_starts))
        self._attached = tuple(map(fold_text, changes.attached_ends))
        self._levels = lru_cache(maxsize=32768)(self._readings_of)
        self._any_reading = lru_cache(maxsize=32768)(self._readings_at_any_level)
        self._starts = lru_cache(maxsize=32768)(self._forms_beginning)

    def candidates(self, tokens: Sequence[Token], known: Container[int]) -> Iterator[Candidate]:
        """Every form at every one of ``tokens``, overlapping ones too.

        At those of the ``known`` indices a concept of the field begins: there a word counts only as it is written.
        """
        for first in range(len(tokens)):
            for after, word in self._words_at(tokens, first):
                strict = first in known and after == first + 1
                yield from self._candidates_at(tokens, first, after, word, strict=strict)

    def _words_at(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, str]]:
        """The token at ``at``, and a detached start joined to the next one; each with where what follows begins."""
        text = tokens[at].text
        yield at + 1, text
        if text in self._detached and at + 1 < len(tokens) and tokens[at + 1].near:
            yield at + 2, text + tokens[at + 1].text

    def _candidates_at(
        self, tokens: Sequence[Token], first: int, after: int, word: str, *, strict: bool
    ) -> Iterator[Candidate]:
        """The forms that begin at ``first`` with ``word``, which goes on to ``after``; of equals those read first."""
        found: dict[int, tuple[int, dict[str, None]]] = {}
        following = self._following(tokens, after)
        for form in self._starts(word):
            if form.rest and form.rest[0] not in following:
                continue
            last = self._end(form.rest, tokens, after)
            if last is not None:
                level, concepts = found.setdefault(last, (form.level, {}))
                if form.level == level and (form.rest or form.as_written or not strict):
                    concepts[self._keys[form.row]] = None
        for last, (_, concepts) in found.items():
            if concepts and not self._is_grammar([token.text for token in tokens[first:last]]):
                yield Candidate(tuple(concepts), self._language, first, last, None, general=True)

    def _is_grammar(self, words: Sequence[str]) -> bool:
        """Whether ``words`` have no sense of their own, whatever they may be elsewhere: 对 is seldom "right"."""
        return "".join(words) in self._grammar or (self._spaced and self._grammar.issuperset(words))

    def _end(self, rest: Sequence[str], tokens: Sequence[Token], at: int) -> int | None:
        """Where the words of ``rest`` end that stand from ``at``; None where they do not."""
        for wanted in rest:
            if at == len(tokens) or not tokens[at].near:
                return None
            ends = (after for after, word in self._words_at(tokens, at) if wanted in self._any_reading(word))
            after = next(ends, None)
            if after is None:
                return None
            at = after
        return at

    def _following(self, tokens: Sequence[Token], at: int) -> frozenset[str]:
        """What the word at ``at`` may be, which most forms of several words do not go on with."""
        if at == len(tokens) or not tokens[at].near:
            return frozenset()
        return frozenset().union(*(self._any_reading(word) for _, word in self._words_at(tokens, at)))

    def _forms_beginning(self, token: str) -> Sequence[_Form]:
        """The forms whose first word ``token`` may be, by the level of its readings."""
        written = frozenset(map(self._respelt, self._readings.hosts(token)))
        forms = [
            _Form(tuple(words[1:]), row, level, word in written)
            for level, readings in enumerate(self._levels(token))
            for word in sorted(readings)
            for form, row in self._by_first[word]
            for words in _spellings(form, self._respelt)
            if words[0] == word
        ]
        return forms or list(self._written_together(token))

    def _written_together(self, token: str) -> Iterator[_Form]:
        """The forms of one word or two that an unknown ``token`` is, the second as an attached end: منفجرشده."""
        for end in filter(token.endswith, self._attached):
            first = token.removesuffix(end)
            if len(first) >= _SHORTEST_BEFORE_END:
                second = self._any_reading(end)
                for form in self._starts(first):
                    if not form.rest or (len(form.rest) == 1 and form.rest[0] in second):
                        yield form._replace(rest=(), as_written=False)

    def _readings_at_any_level(self, token: str) -> frozenset[str]:
        return frozenset().union(*self._levels(token))

    def _readings_of(self, token: str) -> tuple[frozenset[str], ...]:
        first, *others = self._readings.of(token)
        # With what is written onto it a word of grammar is one still: ولكن, لأنه.
        hosts = (host for host in self._readings.hosts(token) if len(host) > 1 and host != token)
        return (first,) if any(host in self._grammar for host in hosts) else (first, *others)


class _Index:
    """The folded forms of a column by their first word, each with its row.

    The column is folded as a whole, most forms are but one word, and lists are sorted faster than tables are filled:
    reading its thousands of forms one by one would take longer than all else.
    """

    def __init__(self, column: Sequence[str], spellings: Spellings, *, spaced: bool) -> None:
        cells = fold_text("\n".join(column).replace(_ZWNJ, _ZWNJ_MARK)).split("\n") if column else []
        forms: list[tuple[str, int]] = []
        others: list[tuple[str, int]] = []
        for row, cell in enumerate(cells):
            for form in cell.split(FORM_SEPARATOR):
                is_plain = form.replace(" ", "").isalpha() if spaced else _HAN.fullmatch(form)
                (forms if is_plain else others).append((form, row))
        begun = spellings.respelt_all([form.partition(" ")[0] if spaced else form[0] for form, _ in forms])
        for each in others:
            firsts = {words[0] for words in _spellings(each[0], spellings.respelt)}
            begun.extend(firsts)
            forms.extend([each] * len(firsts))
        order = sorted(range(len(begun)), key=begun.__getitem__)
        self._begun = "\n".join(begun[place] for place in order)
        self._forms = "\n".join(forms[place][0] for place in order)
        self._rows = array("I", (forms[place][1] for place in order))

    def __getstate__(self) -> list[object]:
        """Long texts are read at once, lists of thousands of short ones are not."""
        return [self._begun, self._forms, self._rows.tobytes()]

    def __setstate__(self, state: list[Any]) -> None:
        self._begun, self._forms, rows = state
        self._rows = array("I", rows)

    def __getitem__(self, word: str) -> Sequence[tuple[str, int]]:
        """The forms that begin with ``word``; none where no form does."""
        first, end = bisect_left(self._words, word), bisect_right(self._words, word)
        return list(zip(self._written[first:end], self._rows[first:end], strict=True))

    @cached_property
    def _words(self) -> list[str]:
        return self._begun.split("\n") if self._rows else []

    @cached_property
    def _written(self) -> list[str]:
        return self._forms.split("\n") if self._rows else []


def _spellings(form: str, respelt: Callable[[str], str]) -> Iterator[Sequence[str]]:
    """The words of each principal part; half-spaces are read both as nothing and as spaces."""
    if _ZWNJ_MARK in form:
        yield from _spellings(form.replace(_ZWNJ_MARK, " "), respelt)
        form = form.replace(_ZWNJ_MARK, "")
    first, parted, second = form.partition(PART_SEPARATOR)
    words = [respelt(without_possessive(word)) for word in token_texts(first)]
    if words:
        yield words
    if parted:
        yield _second_part(words, token_texts(second))


def _second_part(first: Sequence[str], second: Sequence[str]) -> Sequence[str]:
    """The second principal part of a verb, marked as one, with what it has in common with the ``first``."""
    if len(first) != len(second):
        return [*first[:-1], *(PART_SEPARATOR + word for word in second)]
    return [word if word in first else PART_SEPARATOR + word for word in second]
