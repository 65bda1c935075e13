"""The glossary: concepts with their forms in every language, read from TOML files that a person edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from cpecbot.language.concepts.cldr import cldr_concepts
from cpecbot.language.concepts.concept import NAMED, Concept, ConceptKind, ConceptMatch, Members, Trait
from cpecbot.language.concepts.glossary_file import FormOwners, read_concepts
from cpecbot.language.concepts.language_file import brought_forms, fault
from cpecbot.language.concepts.matching import (
    Candidate,
    Matcher,
    Names,
    Token,
    by_place,
    choose,
    constituents,
    form_keys,
    letters,
    read_forms,
    tokenise,
    within,
)
from cpecbot.language.concepts.vocabulary import Vocabulary, load_vocabulary
from cpecbot.language.text.folding import fold
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language, Languages, Lent
from cpecbot.models import Span
from cpecbot.parts import Parts
from cpecbot.scripts import Script


def load_glossary(path: Path, languages: Languages, vocabulary: Path | None = None) -> Glossary:
    """Read a glossary file, or every ``*.toml`` of a folder, and the folder of a general vocabulary.

    CLDR names are added when first needed. Raises GlossaryError naming the file, the line and what to do.
    """
    general = load_vocabulary(vocabulary, languages) if vocabulary else None
    return Glossary(read_concepts(path, languages), languages, general)


class Glossary:
    """Concepts, and where a text speaks of them. Compiled when first used; safe to share between threads."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        languages: Languages,
        vocabulary: Vocabulary | None = None,
        *,
        with_cldr: bool = True,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self._languages = languages
        self._own = {concept.key: concept for concept in concepts}
        self._with_cldr = with_cldr
        self._matchers: Parts[str, Matcher] = Parts()
        self._closures: dict[str, tuple[str, ...]] = {}

    @property
    def languages(self) -> Languages:
        """Those that its forms are in."""
        return self._languages

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Every concept by key; those of the file come first."""
        known = _joined(self._own, cldr_concepts(self._languages)) if self._with_cldr else self._own
        return MappingProxyType(_with_brought(known, self._languages))

    def label(self, concept: str, language: Language) -> str:
        """The form to show in ``language``, else in its fallback; the key in words for an unknown concept."""
        known = self.find(concept)
        forms = (known.forms.get(language) or known.forms.get(language.fallback)) if known else None
        return forms[0].removeprefix("=") if forms else concept.replace("_", " ")

    def names(self, name: str, kind: ConceptKind) -> Mapping[Language, str]:
        """What a thing of ``kind`` that is called ``name`` is called in the languages that write it otherwise."""
        whole = self._whole(name, kind)
        meant = {match.concept for match in whole}
        if len(meant) != 1:
            return {}
        (concept,) = meant
        own = {match.language for match in whole}
        return {language: self.label(concept, language) for language in self._languages if language not in own}

    def forms_of(self, name: str, kind: ConceptKind) -> frozenset[str]:
        """Every form, in any language, of a thing of ``kind`` that is called ``name``; none where several are."""
        meant = {match.concept for match in self._whole(name, kind)}
        forms = (self.concepts[concept].forms for concept in meant) if len(meant) == 1 else ()
        return frozenset(form.removeprefix("=") for each in forms for own in each.values() for form in own)

    def _whole(self, name: str, kind: ConceptKind) -> list[ConceptMatch]:
        """What ``name`` as a whole stands for that is of ``kind``."""
        place = Span(0, len(name))
        whole = (match for match in self.match(name, None) if match.span == place and not match.implied)
        return [match for match in whole if self.concepts[match.concept].kind is kind]

    def having(self, trait: Trait) -> frozenset[str]:
        """The keys of the concepts that have ``trait``."""
        return self._having[trait]

    def has(self, concept: str | None, trait: Trait) -> bool:
        return concept in self._having[trait]

    @cached_property
    def classes(self) -> Mapping[str, Members]:
        """The members of each concept that stands for a class, by its key."""
        return {key: concept.members for key, concept in self.concepts.items() if concept.members}

    @cached_property
    def _having(self) -> Mapping[Trait, frozenset[str]]:
        concepts = self.concepts.items()
        return {trait: frozenset(key for key, concept in concepts if trait in concept.traits) for trait in Trait}

    def broader(self, concept: str) -> tuple[str, ...]:
        """Every broader concept, nearest first."""
        if concept not in self._closures:
            self._closures[concept] = self._closure(concept)
        return self._closures[concept]

    def find(self, concept: str) -> Concept | None:
        """The concept of that key, be it of the field or of the general vocabulary."""
        return self.concepts.get(concept) or self.vocabulary.get(concept)

    def kind(self, concept: str) -> ConceptKind:
        """The kind of the concept of that key, as ``find``, without making one of a sense; KeyError when unknown."""
        known = self.concepts.get(concept)
        return known.kind if known else self.vocabulary.kind(concept)

    def match(self, text: str, language: Language | None) -> tuple[ConceptMatch, ...]:
        """The concepts of the field that ``text`` speaks of, sorted by place: the longest form, then its broader ones.

        Names in the script of a language that lends its concepts are looked up there, too, whatever the language is.
        None tries every language of the scripts used, and then one span may stand for several concepts.
        """
        return self.match_any(text, self._languages if language is None else (language,))

    def match_any(self, text: str, languages: Iterable[Language]) -> tuple[ConceptMatch, ...]:
        """As ``match``, trying several languages together; for short questions in a script of several languages."""
        return self._read(text, languages, general=False)

    def read(self, text: str, languages: Iterable[Language]) -> tuple[ConceptMatch, ...]:
        """As ``match_any``, and behind them what words and phrases mean by the general vocabulary alone.

        Of these the longest, where no concept of the field is as long: "world cup" is one, and speaks of the world too.
        Last come the parts of the field's phrases.
        """
        return self._read(text, languages, general=True)

    def _read(self, text: str, languages: Iterable[Language], *, general: bool) -> tuple[ConceptMatch, ...]:
        languages = frozenset(languages)
        wanted = {each for language in languages for each in language.with_lenders(Lent.CONCEPTS)}
        tried = [each for each in self._languages if each in wanted and each.once(letters).search(text)]
        if not tried:
            return ()
        folded = fold(text)
        han = any(each.profile.script is Script.HAN for each in tried)
        tokens = tokenise(simplify(folded.text) if han else folded.text)
        places = [folded.original(token.span) for token in tokens]
        own = [each for language in tried for each in self._matcher(language).candidates(tokens)]
        own = [each for each in own if each.literal is None or each.literal == _place(each, places).slice(text)]
        # Names are lent, common words are not: Belan's "vet" treats no animals.
        spoken = [language for language in tried if language in languages]
        chosen = choose(own, len(tokens))
        senses = self._general(tokens, own, spoken) if general else []
        found: dict[tuple[Span, str], ConceptMatch] = {}
        for each in (*chosen, *_meant_by(senses, own, len(tokens))):
            for match in self._meant(each, _place(each, places)):
                first = found.setdefault((match.span, match.concept), match)
                if first.implied and not match.implied:
                    found[match.span, match.concept] = replace(first, implied=False)
        for each in self._parts(chosen, [*own, *senses]) if general else ():
            for match in self._meant(each, _place(each, places)):
                found.setdefault((match.span, match.concept), replace(match, part=True))
        return tuple(found.values())

    def _general(
        self, tokens: Sequence[Token], own: Sequence[Candidate], languages: Iterable[Language]
    ) -> list[Candidate]:
        """All that the general vocabulary knows in ``tokens``, of which ``own`` is the field's."""
        known = {each.first for each in own if each.concepts}
        return [each for language in languages for each in self.vocabulary.column(language).candidates(tokens, known)]

    def _parts(self, phrases: Iterable[Candidate], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Those of ``candidates`` that the field's ``phrases`` are made of; a deputy is no minister."""
        at = by_place(candidates)
        for phrase in phrases:
            whole = phrase.named or any(self.concepts[key].kind is ConceptKind.TITLE for key in phrase.concepts)
            if phrase.concepts and phrase.last - phrase.first > 1 and not whole:
                yield from choose(within(phrase, at), phrase.last)

    def _meant(self, found: Candidate, place: Span) -> Iterator[ConceptMatch]:
        """The concepts of a form at ``place``, each before its broader ones."""
        for named in found.concepts:
            for concept in (named, *self.broader(named)):
                yield ConceptMatch(concept, place, found.language, concept not in found.concepts, found.general)

    def _closure(self, concept: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = [concept]
        while waiting:
            key = waiting.pop(0)
            known = self.concepts.get(key)
            broader = known.broader if known else self.vocabulary.broader(key)
            wider = [each for each in broader if each not in found and each != concept]
            found.update(dict.fromkeys(wider))
            waiting.extend(wider)
        return tuple(found)

    @cached_property
    def _names(self) -> Names:
        named = {key for key, concept in self.concepts.items() if concept.kind in NAMED}
        places = {key for key in named if self.concepts[key].kind is ConceptKind.PLACE} - self.having(Trait.STATE)
        return Names(frozenset(named), frozenset(places))

    def _matcher(self, language: Language) -> Matcher:
        try:
            return self._matchers[language.code]
        except KeyError:
            pairs = ((key, form) for key, concept in self.concepts.items() for form in concept.forms.get(language, ()))
            return self._matchers.setdefault(language.code, Matcher(language, pairs, self._names))


def _meant_by(general: Sequence[Candidate], own: Sequence[Candidate], count: int) -> Iterator[Candidate]:
    """What of ``general`` counts beside the field's ``own`` candidates: its phrases, then their constituents."""
    phrases = [each for each in choose([*own, *general], count) if each.general] if general else []
    yield from phrases
    at = by_place(general)
    for phrase in phrases:
        yield from constituents(phrase, at)


def _place(found: Candidate, places: Sequence[Span]) -> Span:
    return Span(places[found.first].start, places[found.last - 1].end)


def refuse_faulty_forms(languages: Languages, glossary: Glossary, terms: Glossary) -> None:
    """Check the forms that languages bring in their own folders against what both know.

    Raises GlossaryError naming the file, the line and the nearest key, or the concept that has the form already.
    """
    for language in filter(brought_forms, languages):
        known = {*glossary.concepts, *terms.concepts, *glossary.vocabulary}
        for key in brought_forms(language).keys() - known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else "use a key of the glossary, vocabulary or contrasts."
            raise fault(language, f"{key!r} is no concept; {hint}", "forms", key)
        _refuse_shared_forms(language, glossary.concepts)


def _refuse_shared_forms(language: Language, concepts: Mapping[str, Concept]) -> None:
    brought = brought_forms(language)
    wanted = {spelling for forms in brought.values() for form in forms for spelling in form_keys(form, language)}
    read_forms((form for concept in concepts.values() for form in concept.forms.get(language, ())), language)
    owners = FormOwners()
    for key, concept in concepts.items():
        own = brought.get(key, ())
        for form in concept.forms.get(language, ()):
            if form not in own and not wanted.isdisjoint(form_keys(form, language)):
                owners.claim(form, language, key)
    for key, forms in brought.items():
        for form in forms if key in concepts else ():
            if problem := owners.claim(form, language, key):
                raise fault(language, problem, "forms", key)


def _joined(own: Mapping[str, Concept], others: Iterable[Concept]) -> dict[str, Concept]:
    """``own`` and the ``others``; where both know a key, the forms of ``own`` come first."""
    merged = dict(own)
    for concept in others:
        known = merged.get(concept.key)
        if known is not None:
            for language, forms in concept.forms.items():
                known = _with_forms(known, language, forms)
            known = replace(known, traits=known.traits | concept.traits)
        merged[concept.key] = known or concept
    return merged


def _with_brought(concepts: Mapping[str, Concept], languages: Languages) -> Mapping[str, Concept]:
    """``concepts`` with the forms that stand in the folders of the languages behind their own."""
    merged = dict(concepts)
    for language in languages:
        for key, forms in brought_forms(language).items():
            if key in merged:
                merged[key] = _with_forms(merged[key], language, forms)
    return merged


def _with_forms(concept: Concept, language: Language, forms: Iterable[str]) -> Concept:
    joined = tuple(dict.fromkeys((*concept.forms.get(language, ()), *forms)))
    return replace(concept, forms={**concept.forms, language: joined})
