"""In a place, or near it: each language says so around the name of the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.cues import frames
from cpecbot.language.text.cues.places import PlacesFile, Whereabouts, is_near, is_within
from cpecbot.language.text.folding import fold
from cpecbot.languages import Language, load_languages
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH, folder_of

FILES = {language: language.read(PlacesFile) for language in LANGUAGES}
PHRASES = {language: (*file.within, *file.edges, *file.near, *file.towards) for language, file in FILES.items()}


@pytest.fixture(scope="module")
def patterns_alone() -> Iterator[dict[Language, Whereabouts]]:
    """The phrases without the look at the nearest words that spares most of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "_literals", lambda _: [])
        yield {language: Whereabouts(language) for language in LANGUAGES}


def place(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


NEAR = [
    (EN, "A barn burned near Narnia.", "Narnia"),
    (EN, "A barn burned near the northern border with Narnia.", "Narnia"),
    (EN, "A barn burned close to the Narnian border.", "Narnian"),
    (EN, "A barn burned in the district bordering Narnia.", "Narnia"),
    (EN, "A raft sank off the southern coast of Narnia.", "Narnia"),
    (EN, "A raft sank off Narnia's coast.", "Narnia"),
    (EN, "A raft bound for Narnia sank.", "Narnia"),
    (EN, "A Narnia-bound raft sank.", "Narnia"),
    (EN, "A raft sank on its way to Narnia.", "Narnia"),
    (AR, "احترق مخزن قرب الحدود مع نارنيا.", "نارنيا"),
    (AR, "احترق مخزن في منطقة متاخمة لنارنيا.", "لنارنيا"),
    (AR, "غرق زورق قبالة سواحل نارنيا.", "نارنيا"),
    (AR, "غرق زورق متجه إلى نارنيا.", "نارنيا"),
    (FA, "انباری در نزدیکی مرز نارنیا سوخت.", "نارنیا"),
    (FA, "انباری در شهری هم‌مرز با نارنیا سوخت.", "نارنیا"),
    (FA, "قایقی به مقصد نارنیا غرق شد.", "نارنیا"),
    (UR, "نارنیا کی سرحد کے قریب گودام جل گیا۔", "نارنیا"),
    (UR, "نارنیا سے متصل ضلع میں گودام جل گیا۔", "نارنیا"),
    (UR, "نارنیا جانے والی کشتی ڈوب گئی۔", "نارنیا"),
    (ZH, "靠近纳尼亚边境的仓库起火。", "纳尼亚"),
    (ZH, "与纳尼亚接壤的县城起火。", "纳尼亚"),
    (ZH, "驶往纳尼亚的船沉没。", "纳尼亚"),
]

WITHIN = [
    (EN, "A barn burned in Narnia.", "Narnia"),
    (EN, "A barn burned in the north of Narnia.", "Narnia"),
    (EN, "A barn burned in neighbouring Narnia.", "Narnia"),
    (AR, "احترق مخزن في نارنيا.", "نارنيا"),
    (AR, "احترق مخزن داخل نارنيا.", "نارنيا"),
    (FA, "انباری در نارنیا سوخت.", "نارنیا"),
    (UR, "نارنیا میں گودام جل گیا۔", "نارنیا"),
    (UR, "پڑوسی ملک نارنیا میں گودام جل گیا۔", "نارنیا"),
    (ZH, "在纳尼亚起火。", "纳尼亚"),
]


@pytest.mark.parametrize(("language", "text", "name"), NEAR)
def test_near_a_place_and_on_the_way_there(language: Language, text: str, name: str) -> None:
    assert is_near(fold(text), place(text, name), language)


@pytest.mark.parametrize(("language", "text", "name"), WITHIN)
def test_in_a_place(language: Language, text: str, name: str) -> None:
    assert is_within(fold(text), place(text, name), language)
    assert not is_near(fold(text), place(text, name), language)


def test_three_words_may_stand_in_the_gap_of_a_phrase_and_no_more() -> None:
    three, four = "in the far cold Narnia", "in the far cold north Narnia"
    assert is_within(fold(three), place(three, "Narnia"), EN)
    assert not is_within(fold(four), place(four, "Narnia"), EN)


def test_the_phrase_stands_beside_the_place_and_ends_with_its_word() -> None:
    apart, longer = "near the mill in Narnia", "a mill linear Narnia"
    assert not is_near(fold(apart), place(apart, "Narnia"), EN)
    assert not is_near(fold(longer), place(longer, "Narnia"), EN)


def test_a_language_without_phrases_places_nothing(tmp_path: Path) -> None:
    bare = load_languages(folder_of(tmp_path, xx="fallback = true"))["xx"]
    text = "near xx"
    assert not is_near(fold(text), place(text, "xx"), bare)
    assert not is_within(fold(text), place(text, "xx"), bare)


@given(data=st.data(), language=st.sampled_from(list(LANGUAGES)))
def test_a_look_at_the_nearest_words_spares_no_phrase_that_stands_there(
    data: st.DataObject, language: Language, patterns_alone: dict[Language, Whereabouts]
) -> None:
    """Whatever stands around it: other white space, a conjunction, capitals, a phrase within a phrase."""
    space = st.sampled_from(["", "", "", " ", "\t", "\n", "\u200c", "-"])
    before, after = data.draw(st.sampled_from(PHRASES[language])).split("{}")
    outer = data.draw(st.sampled_from(["{}", *PHRASES[language]])).split("{}")
    joined = data.draw(st.sampled_from(["", "", "و", "x"]))
    parts = [outer[0], joined, before, data.draw(space), "Narnia", data.draw(space), after, outer[1]]
    written = "".join(parts).replace("…", data.draw(st.sampled_from(["", "x", "x ", "x x"])))
    text = data.draw(st.sampled_from([written, written.upper()]))
    folded, span = fold(text), place(text.lower(), "narnia")
    quick, slow = language.once(Whereabouts), patterns_alone[language]
    assert quick.is_within(folded, span) == slow.is_within(folded, span)
    assert quick.is_near(folded, span) == slow.is_near(folded, span)
    assert quick.is_destination(folded, span) == slow.is_destination(folded, span)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.sampled_from(list(LANGUAGES)))
def test_any_text_can_be_read(text: str, one: int, other: int, language: Language) -> None:
    """Outside words too: where there is nothing around the place, it is not near anything."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert not (is_near(fold(text), Span(0, len(text)), language))
    is_near(fold(text), Span(start, end), language)
