"""The glossary: concepts with their forms in every language, read from TOML files that a person edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from cpecbot.language.concepts.concept import Concept, ConceptMatch
from cpecbot.language.concepts.glossary_file import read_concepts
from cpecbot.language.concepts.matching import Matcher, choose, tokenise
from cpecbot.language.concepts.places import cldr_concepts
from cpecbot.language.text.folding import fold
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language, Languages
from cpecbot.models import Span

_SCRIPTS = (
    (re.compile("[A-Za-z]"), ("en",)),
    (re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"), ("ar", "fa", "ur")),
    (re.compile("[\u3400-\u9fff\uf900-\ufaff]"), ("zh",)),
)


def load_glossary(path: Path, languages: Languages) -> Glossary:
    """Read a glossary file, or every ``*.toml`` of a folder; CLDR names are added when first needed.

    Raises GlossaryError naming the file, the line and what to do.
    """
    return Glossary(read_concepts(path, languages), languages)


class Glossary:
    """Concepts, and where a text speaks of them. Compiled when first used; safe to share between threads."""

    def __init__(self, concepts: Iterable[Concept], languages: Languages, *, with_cldr: bool = True) -> None:
        self._languages = languages
        self._own = {concept.key: concept for concept in concepts}
        self._with_cldr = with_cldr
        self._matchers: dict[Language, Matcher] = {}

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Every concept by key; those of the file come first."""
        return MappingProxyType(_with_cldr(self._own, self._languages) if self._with_cldr else self._own)

    def label(self, concept: str, language: Language) -> str:
        """The form to show in ``language``; the key in words for an unknown concept."""
        known = self.concepts.get(concept)
        forms = known.forms.get(language) if known else None
        return forms[0].removeprefix("=") if forms else concept.replace("_", " ")

    def broader(self, concept: str) -> tuple[str, ...]:
        """Every broader concept, nearest first."""
        return self._closures.get(concept, ())

    def match(self, text: str, language: Language | None) -> tuple[ConceptMatch, ...]:
        """The concepts that ``text`` speaks of, sorted by place: the longest form, then its broader concepts.

        Latin words are looked up in English whatever the language is. None tries every language of the scripts used,
        and then one span may stand for several concepts.
        """
        return self.match_any(text, tuple(self._languages) if language is None else (language,))

    def match_any(self, text: str, languages: Iterable[Language]) -> tuple[ConceptMatch, ...]:
        """As ``match``, trying several languages together; for short Arabic-script questions."""
        wanted = {language.code for language in languages} | {"en"}
        tried = [
            self._languages[each]
            for script, users in _SCRIPTS
            if script.search(text)
            for each in users
            if each in wanted and self._languages.get(each)
        ]
        if not tried:
            return ()
        folded = fold(text)
        tokens = tokenise(simplify(folded.text) if any(each.code == "zh" for each in tried) else folded.text)
        spans = [folded.original(token.span) for token in tokens]
        candidates = []
        for language in tried:
            for each in self._matcher(language).candidates(tokens):
                place = Span(spans[each.first].start, spans[each.last - 1].end)
                if each.literal is None or each.literal == place.slice(text):
                    candidates.append(each)
        found: dict[tuple[Span, str], ConceptMatch] = {}
        for each in choose(candidates, len(tokens)):
            place = Span(spans[each.first].start, spans[each.last - 1].end)
            for concept in (each.concept, *self.broader(each.concept)):
                found.setdefault((place, concept), ConceptMatch(concept, place, each.language))
        return tuple(found.values())

    @cached_property
    def _closures(self) -> Mapping[str, tuple[str, ...]]:
        return {key: _closure(key, self.concepts) for key, concept in self.concepts.items() if concept.broader}

    def _matcher(self, language: Language) -> Matcher:
        if language not in self._matchers:
            pairs = ((key, form) for key, concept in self.concepts.items() for form in concept.forms.get(language, ()))
            self._matchers[language] = Matcher(language, pairs)
        return self._matchers[language]


def _with_cldr(own: Mapping[str, Concept], languages: Languages) -> dict[str, Concept]:
    """``own`` and the CLDR names; where both know a key, the forms of the file come first."""
    merged = dict(own)
    for concept in cldr_concepts(languages):
        known = merged.get(concept.key)
        if known is None:
            merged[concept.key] = concept
            continue
        forms = {
            language: tuple(dict.fromkeys((*known.forms.get(language, ()), *concept.forms.get(language, ()))))
            for language in languages
        }
        merged[concept.key] = replace(known, forms=forms)
    return merged


def _closure(key: str, concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = list(concepts[key].broader)
    while waiting:
        each = waiting.pop(0)
        if each not in found:
            found[each] = None
            waiting.extend(concepts[each].broader)
    return tuple(found)
