"""Finding glossary forms in folded text: a trie of tokens for each language, longest match first.

A token is a run of letters, a number, an abbreviation with points (``u.n.`` reads ``un``) or one Han character, so the
same trie serves spaced and unspaced scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from cpecbot.expressions import expression
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import Inflections, bare_forms, detached_endings, without_possessive
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN, run_of

_WORD = run_of(rf"[^\W\d_{HAN}]")
_TOKEN = expression(rf"(?:[a-z]\.){{2,}}|[{HAN}]|\d+(?:[.,]\d+)*|{_WORD}(?:'[a-z]+)?")
# Of many forms, each on a line of its own.
_FORM_TOKEN = expression(rf"\n|{_TOKEN.pattern}")
_GAP = expression(r"[ \t'\"/·・‧&-]*")  # no line break: a heading is no part of what follows
_ZWNJ = "\u200c"
# A character alone is seldom a word.
_SHORTEST_CONSTITUENT = 2


class Token(Struct, frozen=True):
    """A token of a folded text; ``near`` is False when a sentence or clause mark stands between it and the last one."""

    text: str
    span: Span
    near: bool


class Candidate(Struct, frozen=True):
    """A form that stands at ``tokens[first:last]``; ``literal`` is what the original text must read, if anything.

    Of a word that only covers forms there are no ``concepts``, of one of the ``general`` vocabulary as many as it has
    senses; ``named`` says that it is a name.
    """

    concepts: tuple[str, ...]
    language: Language
    first: int
    last: int
    literal: str | None
    named: bool = False
    general: bool = False


class Names(Struct, frozen=True):
    """The keys of the concepts whose forms are names, and of those among them that are cities and regions."""

    all: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


class _Node(Struct):
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[tuple[str | None, str | None]] = field(default_factory=list)


def tokenise(folded: str) -> tuple[Token, ...]:
    """The tokens of a folded text; spans count its code points."""
    tokens = []
    end = 0
    for found in _TOKEN.finditer(folded):
        near = _GAP.fullmatch(folded, end, found.start()) is not None
        end = found.end()
        tokens.append(Token(_plain(found[0]), Span(*found.span()), near))
    return tuple(tokens)


def token_texts(folded: str) -> list[str]:
    """The tokens of a folded text alone."""
    return list(map(_plain, _TOKEN.findall(folded)))


def letters(language: Language) -> re.Pattern[str]:
    """What finds a letter of the script of ``language``."""
    return re.compile(f"[{language.profile.script.letters}]")


def form_keys(form: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The token sequences that ``form`` is stored under: half-spaces are read both as nothing and as spaces."""
    return language.once(_FormKeys).of(form)


def read_forms(forms: Iterable[str], language: Language) -> None:
    """Make the ``form_keys`` of many ready: folded and cut as one text, which costs half of one by one."""
    language.once(_FormKeys).read(forms)


class _FormKeys:
    """The keys of the forms of one language: each is asked for when it is checked, and again when it is compiled."""

    def __init__(self, language: Language) -> None:
        self._canonical = language.once(Inflections).canonical
        self._known: dict[str, tuple[tuple[str, ...], ...]] = {}

    def of(self, form: str) -> tuple[tuple[str, ...], ...]:
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = self._of(form)
        return known

    def read(self, forms: Iterable[str]) -> None:
        plain = [form for form in forms if form not in self._known and _ZWNJ not in form and "\n" not in form]
        if not plain:
            return
        tokens = _FORM_TOKEN.findall(fold_text("\n".join(form.removeprefix("=") for form in plain)))
        stored = {token: self._canonical(without_possessive(_plain(token))) for token in set(tokens)}
        keys: list[list[str]] = [[]]
        for each in tokens:
            if each == "\n":
                keys.append([])
            else:
                keys[-1].append(stored[each])
        self._known.update((form, (tuple(key),)) for form, key in zip(plain, keys, strict=True))

    def _of(self, form: str) -> tuple[tuple[str, ...], ...]:
        bare = form.removeprefix("=")
        key = self._key(fold_text(bare))
        return (key, self._key(fold_text(bare.replace(_ZWNJ, " ")))) if _ZWNJ in bare else (key,)

    def _key(self, folded: str) -> tuple[str, ...]:
        tokens = token_texts(folded)
        if "'" in folded:  # "people" of the People's Daily
            tokens = list(map(without_possessive, tokens))
        return tuple(map(self._canonical, tokens))


def _plain(token: str) -> str:
    """The token without the points of an abbreviation; a number keeps its point."""
    return token.replace(".", "") if "." in token and token[0].isalpha() else token


class Matcher:
    """The forms of one language, compiled, and the words of its file that cover them."""

    def __init__(self, language: Language, forms: Iterable[tuple[str, str]], names: Names = Names()) -> None:  # noqa: B008 - frozen
        """``forms`` are pairs of concept key and form; of two equal forms the first stays."""
        self._language = language
        self._names = names
        self._root = _Node()
        file = language.read(ConceptsFile)
        self._of_people = tuple(map(fold_text, file.people_endings))
        self._vowels = tuple(fold_text(file.final_vowels))
        self._words: set[str] = set()
        listed = [*((None, word) for word in file.covering_words), *forms]
        read_forms((form for _, form in listed), language)
        for concept, form in listed:
            for key in form_keys(form, language):
                self._words.update(key)
                self._add(key, concept, form.removeprefix("=") if form.startswith("=") else None)
        self._optional = detached_endings(language)
        self._known_forms = lru_cache(maxsize=16384)(self._forms_known)

    def _forms_known(self, token: str) -> tuple[tuple[str, bool], ...]:
        known = dict.fromkeys(bare for bare in bare_forms(token, self._language) if bare in self._words)
        return tuple((bare, self._is_of_people(token, bare)) for bare in known)

    def _add(self, key: Sequence[str], concept: str | None, literal: str | None) -> None:
        node = self._root
        for token in key:
            node = node.children.setdefault(token, _Node())
        if (concept, literal) not in node.entries:
            node.entries.append((concept, literal))

    def candidates(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """Every form at every token, overlapping ones too."""
        for first, token in enumerate(tokens):
            if self._known_forms(token.text):
                yield from self._candidates_at(tokens, first)

    def _candidates_at(self, tokens: Sequence[Token], first: int) -> Iterator[Candidate]:
        nodes = [self._root]
        for index in range(first, len(tokens)):
            token = tokens[index]
            if index > first and not token.near:
                return
            reached = []
            for bare, of_people in self._known_forms(token.text):
                for node in nodes:
                    if bare in node.children:
                        reached.append(node.children[bare])
                        yield from self._ending_at(node.children[bare], first, index + 1, of_people)
            once = index > first and token.text in self._optional and tokens[index - 1].text not in self._optional
            nodes = reached + nodes if once else reached
            if not nodes:
                return

    def _ending_at(self, node: _Node, first: int, last: int, of_people: bool) -> Iterator[Candidate]:
        for concept, literal in node.entries:
            if not (of_people and concept in self._names.places):
                named = (concept,) if concept else ()
                yield Candidate(named, self._language, first, last, literal, concept in self._names.all)

    def _is_of_people(self, token: str, bare: str) -> bool:
        """Whether ``token`` is ``bare`` with an ending by which a place gives its name to a person or a people."""
        return (
            bool(self._of_people)
            and token.endswith(self._of_people)
            and not bare.endswith((*self._of_people, *self._vowels))
        )


ByPlace = Mapping[int, Sequence[Candidate]]
"""Candidates by their first token."""


def choose(candidates: Iterable[Candidate], count: int) -> list[Candidate]:
    """Of overlapping candidates the longest, then the literal, what covers, names, the earliest; sorted by place.

    What is general comes last of those that are as long, and stays beside them: a word may have more than one sense.

    ``count`` is the number of tokens. Candidates of different languages for the very same tokens all stay.
    """
    kept: dict[tuple[int, int, Language, bool], Candidate] = {}
    for candidate in sorted(candidates, key=lambda each: (each.general, each.literal is None, bool(each.concepts))):
        kept.setdefault((candidate.first, candidate.last, candidate.language, candidate.general), candidate)
    taken: list[tuple[int, int] | None] = [None] * count
    chosen = []
    for candidate in sorted(kept.values(), key=_rank):
        place = (candidate.first, candidate.last)
        if all(owner is None or owner == place for owner in taken[candidate.first : candidate.last]):
            taken[candidate.first : candidate.last] = [place] * (candidate.last - candidate.first)
            chosen.append(candidate)
    return sorted(chosen, key=lambda each: each.first)


def by_place(candidates: Iterable[Candidate]) -> ByPlace:
    """``candidates`` by their first token, so that of a long text only those at a phrase are looked at."""
    found: dict[int, list[Candidate]] = {}
    for each in candidates:
        found.setdefault(each.first, []).append(each)
    return found


def constituents(phrase: Candidate, candidates: ByPlace) -> list[Candidate]:
    """The shorter ``candidates`` that make up the whole of ``phrase``; none where something is left of it.

    No space says whether 价格下跌 is one word: it speaks of prices and of a fall. 出租车 speaks of no vehicle by its
    last character, and where spaces part words a phrase is told by them to be one: شکست دادن is no شکست.
    """
    if phrase.language.profile.spaced:
        return []
    inside = within(phrase, candidates)
    chosen = choose(inside, phrase.last) if inside else []
    whole = sum(each.last - each.first for each in chosen) == phrase.last - phrase.first
    return chosen if whole else []


def within(phrase: Candidate, candidates: ByPlace) -> list[Candidate]:
    """The shorter ``candidates`` in ``phrase``, where no space parts words without single characters."""
    least = 1 if phrase.language.profile.spaced else _SHORTEST_CONSTITUENT
    return [
        each
        for first in range(phrase.first, phrase.last)
        for each in candidates.get(first, ())
        if each.last <= phrase.last and least <= each.last - each.first < phrase.last - phrase.first
    ]


def _rank(candidate: Candidate) -> tuple[int, bool, bool, bool, bool, int]:
    length = candidate.last - candidate.first
    covers, literal = not candidate.concepts, candidate.literal is not None
    return -length, candidate.general, not literal, not covers, not candidate.named, candidate.first
