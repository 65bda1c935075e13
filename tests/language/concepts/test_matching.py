"""Which forms lie in a phrase, at a cost that a long sentence does not multiply."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.concepts.matching import (
    Candidate,
    _FormKeys,
    by_place,
    constituents,
    form_keys,
    read_forms,
    within,
)
from cpecbot.languages import Language
from fakes.languages import AR, EN, LANGUAGES, ZH
from shipped import glossary_of_the_field


def found(first: int, last: int, *, spaced: bool = True) -> Candidate:
    return Candidate((f"{first}-{last}",), EN if spaced else ZH, first, last, None)


@pytest.mark.parametrize(("first", "last", "inside"), [(2, 4, True), (2, 5, False), (1, 3, False), (4, 6, False)])
def test_only_shorter_forms_wholly_in_a_phrase_are_within_it(first: int, last: int, inside: bool) -> None:
    assert bool(within(found(2, 5), by_place([found(first, last)]))) is inside


def test_where_no_spaces_part_words_one_character_is_none() -> None:
    candidates = by_place([found(0, 1, spaced=False), found(0, 2, spaced=False), found(2, 4, spaced=False)])
    assert [each.last for each in within(found(0, 4, spaced=False), candidates)] == [2, 4]
    assert len(constituents(found(0, 4, spaced=False), candidates)) == 2


@pytest.mark.parametrize("length", [100, 1000])
def test_as_many_are_looked_at_for_a_phrase_in_a_text_of_any_length(length: int) -> None:
    class Counted(dict[int, Sequence[Candidate]]):
        asked = 0

        def get(self, key: int, *_: object) -> Sequence[Candidate]:  # type: ignore[override]
            self.asked += 1
            return super().get(key, ())

    candidates = Counted(by_place(found(place, place + 1) for place in range(length)))
    assert len(within(found(7, 10), candidates)) == 3
    assert candidates.asked == 3


_PARTS = [
    "port",
    "U.N.",
    "people's",
    "workers'",
    "centre",
    "=",
    "1,234.5",
    "الميناء",
    "ه‌ای",
    "港",
    "خود",
    "½",
    "a\nb",
    "´",
]
_FORMS = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(_PARTS), max_size=4).map(" ".join))


@given(st.lists(_FORMS, max_size=8), st.sampled_from(list(LANGUAGES)))
def test_many_forms_read_together_have_the_keys_of_each(forms: list[str], language: Language) -> None:
    together, apart = _FormKeys(language), _FormKeys(language)
    together.read(forms)
    assert list(map(together.of, forms)) == list(map(apart.of, forms))


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_so_have_those_of_the_glossary(language: Language) -> None:
    forms = [form for concept in glossary_of_the_field().concepts.values() for form in concept.forms.get(language, ())]
    together, apart = _FormKeys(language), _FormKeys(language)
    together.read(forms)
    assert [form for form in forms if together.of(form) != apart.of(form)] == []


def test_a_form_is_stored_without_what_is_written_onto_it() -> None:
    read_forms(["People's Daily", "=U.S."], EN)
    assert form_keys("People's Daily", EN) == (("people", "daily"),)
    assert form_keys("=U.S.", EN) == (("us",),)
    assert form_keys("الميناء", AR) == form_keys("ميناء", AR)
