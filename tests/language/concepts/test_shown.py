"""What the glossary shows of each concept is what an editor of the language would print."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.matching import form_keys
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import glossary_of_the_field

ROOT = Path(__file__).parents[3]

# Things that are told apart by their vowel signs alone.
SHOWN_ALIKE = {frozenset({"amman", "country_om"})}
# Names with a mark that is their own.
WITH_MARKS = {"one_country_two_systems"}
# Names that end as an oblique plural does.
LIKE_OBLIQUE = {"bannu"}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return glossary_of_the_field()


def shown(glossary: Glossary, language: Language) -> dict[str, str]:
    return {key: glossary.label(key, language) for key in glossary.concepts}


@pytest.mark.parametrize("language", tuple(LANGUAGES))
def test_no_two_things_are_shown_alike(glossary: Glossary, language: Language) -> None:
    alike = defaultdict(set)
    for key, label in shown(glossary, language).items():
        alike[fold_text(label)].add(key)
    assert {frozenset(keys) for keys in alike.values() if len(keys) > 1} <= SHOWN_ALIKE


@pytest.mark.parametrize("language", tuple(LANGUAGES))
def test_a_thing_is_shown_without_marks_and_possessives(glossary: Glossary, language: Language) -> None:
    marked = re.compile(r"[()\[\]（）/,،;؛:：]|['’]s$|[.。۔]$")
    assert {key for key, label in shown(glossary, language).items() if marked.search(label)} <= WITH_MARKS


@pytest.mark.parametrize("language", tuple(LANGUAGES))
def test_a_person_is_shown_without_a_title(glossary: Glossary, language: Language) -> None:
    concepts = glossary.concepts.values()
    titles = {
        folded
        for concept in concepts
        if concept.kind is ConceptKind.TITLE
        for form in concept.forms[language]
        for folded in form_keys(form, language)
    }
    titled = set()
    for concept in concepts:
        if concept.kind is ConceptKind.PERSON:
            (words, *_) = form_keys(glossary.label(concept.key, language), language)
            runs = {words[start:end] for end in range(len(words) + 1) for start in range(end)}
            titled |= {concept.key} if runs & titles else set()
    assert titled == set()


def test_english_gives_names_a_capital(glossary: Glossary) -> None:
    named = (ConceptKind.PLACE, ConceptKind.PERSON)
    general = ("region", "world", "border", "durand_line")
    small = {
        key
        for key, concept in glossary.concepts.items()
        if concept.kind in named and key not in general and not any(map(str.isupper, glossary.label(key, EN)))
    }
    assert small == set()


def test_urdu_shows_no_oblique_case(glossary: Glossary) -> None:
    """A masculine in ے stands beside its direct form in ا or ہ, a plural in وں beside the one in ے or یں."""
    oblique = set()
    for key, concept in glossary.concepts.items():
        words = glossary.label(key, UR).split()
        direct = {
            " ".join([*words[:place], word[:-1] + ending, *words[place + 1 :]])
            for place, word in enumerate(words)
            if word.endswith("ے")
            for ending in "اہ"
        }
        if words[-1].endswith("وں") or not direct.isdisjoint(concept.forms[UR]):
            oblique.add(key)
    assert oblique <= LIKE_OBLIQUE


def test_arabic_shows_nouns_without_a_pronoun_and_in_the_nominative(glossary: Glossary) -> None:
    wrong = set()
    for key, concept in glossary.concepts.items():
        label, forms = glossary.label(key, AR), set(concept.forms[AR])
        bare = {label.removesuffix(ending) for ending in ("هما", "ها", "هم") if label.endswith(ending)}
        nominative = {label.removesuffix("ين") + "ون"} if label.endswith("ين") else set()
        if forms & (bare | nominative):
            wrong.add(key)
    assert wrong == set()


def test_persian_shows_no_ezafe_at_the_end(glossary: Glossary) -> None:
    places = {key for key, concept in glossary.concepts.items() if concept.kind is ConceptKind.PLACE}
    ends = {key for key, label in shown(glossary, FA).items() if label.endswith(("\u200cهای", "\u200cی", "\u0654"))}
    assert ends - places == set()


@pytest.mark.parametrize(
    ("language", "key", "label"),
    [
        (UR, "debt", "قرض"),
        (UR, "new_era", "نیا دور"),
        (UR, "opportunity", "مواقع"),
        (UR, "stability", "استحکام"),
        (UR, "unconditional", "غیر مشروط"),
        (FA, "zero_tolerance", "عدم مدارا"),
        (AR, "gwadar", "غوادر"),
        (AR, "religion", "الدين"),
        (ZH, "megawatt", "兆瓦"),
        (ZH, "session", "届会"),
        (EN, "bonds", "bonds"),
    ],
)
def test_a_thing_is_shown_by_its_lemma(glossary: Glossary, language: Language, key: str, label: str) -> None:
    assert glossary.label(key, language) == label


# --- what outlets and places are called elsewhere ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "language", "called"),
    [
        ("Xinhua", ConceptKind.INSTITUTION, ZH, "新华社"),
        ("新华社", ConceptKind.INSTITUTION, EN, "Xinhua"),
        ("KARACHI", ConceptKind.PLACE, AR, "كراتشي"),
        ("ایرنا", ConceptKind.INSTITUTION, AR, "إرنا"),
        ("Tokyo", ConceptKind.PLACE, UR, "ٹوکیو"),
    ],
)
def test_a_name_is_known_in_other_languages(
    glossary: Glossary, name: str, kind: ConceptKind, language: Language, called: str
) -> None:
    assert glossary.names(name, kind)[language] == called


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("APP", ConceptKind.INSTITUTION, EN),  # as stated, in the language that writes it so
        ("The Valley Post", ConceptKind.INSTITUTION, ZH),
        ("Karachi Times", ConceptKind.INSTITUTION, ZH),
        ("Karachi", ConceptKind.INSTITUTION, ZH),
    ],
)
def test_a_name_that_nobody_knows_stays_as_it_is(
    glossary: Glossary, name: str, kind: ConceptKind, language: Language
) -> None:
    assert language not in glossary.names(name, kind)
