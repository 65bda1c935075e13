"""What the words of a phrase mean by themselves is read as a part of it, but in names and in offices."""

from __future__ import annotations

import pytest

from cpecbot.language.concepts.concept import Concept, ConceptKind, ConceptMatch, of_the_field
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

STONE = {EN: ("stone",), AR: ("حجري",), FA: ("سنگی",), UR: ("سنگی",), ZH: ("石头",)}
BRIDGE = {EN: ("bridge",), AR: ("جسر",), FA: ("پل",), UR: ("پل",), ZH: ("大桥",)}
PHRASE = {EN: ("stone bridge",), AR: ("جسر حجري",), FA: ("پل سنگی",), UR: ("سنگی پل",), ZH: ("石头大桥",)}
CROSSING = Concept("crossing", ConceptKind.GENERIC, {})
WHOLE = [ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PROJECT, ConceptKind.TITLE]
PARTED = [kind for kind in ConceptKind if kind not in WHOLE]


def glossary(kind: ConceptKind, *, bridge: ConceptKind = ConceptKind.GENERIC) -> Glossary:
    """Knows stones, bridges, which are crossings, and a phrase of both that is of ``kind``."""
    concepts = [
        Concept("stone", ConceptKind.GENERIC, STONE),
        Concept("bridge", bridge, BRIDGE, ("crossing",)),
        Concept("landmark", kind, PHRASE),
        CROSSING,
    ]
    return Glossary(concepts, LANGUAGES, with_cldr=False)


def read(text: str, language: Language, kind: ConceptKind) -> tuple[ConceptMatch, ...]:
    return glossary(kind).read(text, [language])


TEXTS = [
    (EN, "The stone bridge fell."),
    (AR, "سقط جسر حجري."),
    (FA, "پل سنگی فرو ریخت."),
    (UR, "سنگی پل گر گیا۔"),
    (ZH, "石头大桥塌了。"),
]


@pytest.mark.parametrize("kind", PARTED)
@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_phrase_has_its_words_for_parts(language: Language, text: str, kind: ConceptKind) -> None:
    found = read(text, language, kind)
    assert {match.concept: match.part for match in found} == {
        "landmark": False,
        "stone": True,
        "bridge": True,
        "crossing": True,
    }
    assert [match.concept for match in found if match.implied] == ["crossing"]
    assert [match.concept for match in of_the_field(found)] == ["landmark"]


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_name_and_an_office_are_whole(language: Language, text: str, kind: ConceptKind) -> None:
    """The Stone Bridge Society spans no river, and a deputy minister is no minister."""
    assert [match.concept for match in read(text, language, kind)] == ["landmark"]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_only_who_reads_for_answers_is_told_of_parts(language: Language, text: str) -> None:
    assert [match.concept for match in glossary(ConceptKind.POLICY).match(text, language)] == ["landmark"]


def test_a_part_of_one_phrase_may_stand_by_itself_elsewhere() -> None:
    text = "The stone bridge is a bridge."
    bridges = [match for match in read(text, EN, ConceptKind.POLICY) if match.concept == "bridge"]
    assert [(match.span.start, match.part) for match in bridges] == [(text.rindex("bridge"), False), (10, True)]


def test_what_the_phrase_is_a_kind_of_is_no_part_but_said() -> None:
    concepts = [
        Concept("bridge", ConceptKind.GENERIC, BRIDGE),
        Concept("landmark", ConceptKind.POLICY, PHRASE, ("bridge",)),
    ]
    found = Glossary(concepts, LANGUAGES, with_cldr=False).read("The stone bridge fell.", [EN])
    assert [(match.concept, match.span.start, match.part) for match in found] == [
        ("landmark", 4, False),
        ("bridge", 4, False),
        ("bridge", 10, True),
    ]
