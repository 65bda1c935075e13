"""What a question says is not so is not answered by a sentence which says that it is, nor the other way round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.answering import Library
from cpecbot.answering.mismatches.denial import denied_unit, is_contrary, is_opposite
from cpecbot.answering.ranking.scoring import CONTRARY
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article, Query, QuestionKind, Span, Status, Unit
from cpecbot.store.entries import Entry, read_entries
from fakes.languages import AR, EN, FA, UR, ZH

Telling = Callable[..., Library]


# --- what is denied ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Which barn didn't burn?", "burn"),
        ("Which goats have not yet been sold?", "sold"),
        ("Who never eats soup?", "eats"),
        ("Which barn burned?", None),
        # Only whether it is so is asked, and the answer may be either.
        ("Did the barn not burn?", None),
        ("Is the barn not red?", None),
        ("Not only goats ate what?", None),
        ("ما المخزن الذي لم يحترق؟", "يحترق"),
        ("من لم يركب القارب؟", "يركب"),
        ("من ركب القارب؟", None),
        ("کدام انبار غرق نشد؟", "غرق"),
        ("چه کسی نامه نمی‌نویسد؟", "نمی‌نویسد"),  # the verb itself says it
        ("کدام انبار غرق شد؟", None),
        ("کون سا گودام نہیں جلا؟", "جلا"),
        ("کون سا گودام جلا؟", None),
        ("哪个仓库没有着火？", "着火"),
        ("谁不喝牛奶？", "喝"),
        ("哪個倉庫沒有着火？", "着火"),
        ("哪个仓库着火？", None),
    ],
)
def test_a_question_denies_what_stands_beside_its_denial(
    everyday: Understanding, question: str, denied: str | None
) -> None:
    found = denied_unit(everyday.read(question))
    assert (found.text if found else None) == denied


TEXT = "who has not yet been seen by anybody at all swimming"


def unit(word: str, *, light: bool = False, text: str = TEXT) -> Unit:
    start = text.index(word)
    return Unit(word, Span(start, start + len(word)), frozenset({word}), light=light)


def query(*units: Unit, text: str = TEXT, language: Language = EN, kind: QuestionKind = QuestionKind.WHO) -> Query:
    return Query(text, language, kind, units)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        (["seen", "anybody"], "seen"),  # the nearest
        (["been", "swimming"], "been"),
        (["seen"], "seen"),  # two words stand in between
        (["by"], None),  # three
        (["swimming"], None),
        (["who", "has", "swimming"], "has"),  # else what stands before, the nearest again
        (["who", "seen"], "seen"),
        ([], None),
    ],
)
def test_the_nearest_behind_a_denial_within_two_words_or_else_before_it_is_denied(
    words: list[str], denied: str | None
) -> None:
    found = denied_unit(query(*map(unit, words)))
    assert (found.text if found else None) == denied


def test_a_light_word_is_not_denied() -> None:
    assert denied_unit(query(unit("yet", light=True), unit("seen"))) == unit("seen")
    assert denied_unit(query(unit("yet", light=True))) is None


def test_a_unit_that_denies_by_itself_comes_first() -> None:
    text = "او نمی‌نویسد نامه"
    units = [unit(word, text=text) for word in ("او", "نمی‌نویسد", "نامه")]
    assert denied_unit(query(*units, text=text, language=FA)) == units[1]


def test_the_next_denial_counts_where_the_first_has_nothing_beside_it() -> None:
    text = "no oh my so so or the barn not burnt"
    assert denied_unit(query(unit("burnt", text=text), text=text)) == unit("burnt", text=text)


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_asked_whether_it_is_so_nothing_is_denied(kind: QuestionKind) -> None:
    found = denied_unit(query(unit("seen"), kind=kind))
    assert found == (None if kind is QuestionKind.YES_NO else unit("seen"))


# --- what a sentence denies -------------------------------------------------------------------------------------------


class Told(NamedTuple):
    """A sentence, and a question about the words of it."""

    entry: Entry
    query: Query
    matched: Mapping[Unit, Sequence[Span]]


@pytest.fixture(scope="module")
def told(everyday: Understanding) -> Callable[..., Told]:
    def make(text: str, *words: str, language: Language = EN, kind: QuestionKind = QuestionKind.WHO) -> Told:
        (entry,) = read_entries(build_corpus([Article("a", text, language)]), everyday.analyzer)
        units = [unit(word, text=text) for word in words]
        return Told(entry, query(*units, text=text, kind=kind), {each: [each.span] for each in units})

    return make


SENTENCES = [
    (EN, "The barn burned.", "burned", True),
    (EN, "The barn was not burned.", "burned", False),
    (EN, "The barn burned, the kiosk did not.", "burned", True),
    (AR, "احترق المخزن.", "احترق", True),
    (AR, "لم يحترق المخزن.", "يحترق", False),
    (FA, "انبار غرق شد.", "غرق", True),
    (FA, "انبار غرق نشد.", "غرق", False),
    (UR, "گودام جلا۔", "جلا", True),
    (UR, "گودام نہیں جلا۔", "جلا", False),
    (ZH, "仓库着火。", "着火", True),
    (ZH, "仓库没有着火。", "着火", False),
]


@pytest.mark.parametrize(("language", "text", "word", "opposite"), SENTENCES)
def test_a_sentence_that_says_so_is_the_opposite_of_what_is_denied(
    told: Callable[..., Told], language: Language, text: str, word: str, opposite: bool
) -> None:
    entry, _, matched = told(text, word, language=language)
    (denied,) = matched
    assert is_opposite(entry, denied, matched) == opposite


def test_where_nothing_is_denied_or_it_is_not_spoken_of_there_is_no_opposite(told: Callable[..., Told]) -> None:
    entry, _, matched = told("The barn burned.", "burned")
    (burned,) = matched
    assert not is_opposite(entry, None, matched)
    assert not is_opposite(entry, burned, {})
    assert not is_opposite(entry, burned, {burned: []})


def test_one_clause_that_denies_it_is_enough_to_be_no_opposite(told: Callable[..., Told]) -> None:
    text = "The barn burned, the kiosk never burned."
    entry = told(text).entry
    burned = unit("burned", text=text)
    twice = [burned.span, Span(text.rindex("burned"), text.rindex("burned") + 6)]
    assert not is_opposite(entry, burned, {burned: twice})
    assert is_opposite(entry, burned, {burned: twice[:1]})


@pytest.mark.parametrize(("language", "text", "word", "opposite"), SENTENCES)
def test_a_sentence_is_contrary_to_a_question_of_which_one_denies_it(
    told: Callable[..., Told], language: Language, text: str, word: str, opposite: bool
) -> None:
    entry, asked, matched = told(text, word, language=language)
    (denied,) = matched
    assert is_contrary(entry, asked, None, matched) != opposite
    assert is_contrary(entry, asked, denied, matched) == opposite


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        (["barn", "burn"], True),
        (["barn", "flooded"], False),  # in another clause it says something on it
        (["flooded"], False),
        ([], False),
    ],
)
def test_every_clause_on_it_has_to_deny_what_is_asked(
    told: Callable[..., Told], words: list[str], denies: bool
) -> None:
    entry, asked, matched = told("The barn did not burn, the kiosk flooded.", *words)
    assert is_contrary(entry, asked, None, matched) == denies


@pytest.mark.parametrize(
    ("words", "affirms"),
    [(["barn", "burn"], False), (["barn", "flooded"], False), (["flooded"], True), ([], True)],
)
def test_one_clause_that_denies_anything_of_it_agrees_with_a_denial(
    told: Callable[..., Told], words: list[str], affirms: bool
) -> None:
    entry, asked, matched = told("The barn did not burn, the kiosk flooded.", *words)
    assert is_contrary(entry, asked, unit("burn", text=asked.text), matched) == affirms


def test_light_words_deny_and_affirm_nothing(told: Callable[..., Told]) -> None:
    text = "The barn did not burn, the kiosk flooded."
    entry, asked, _ = told(text, "burn")
    burn, flooded = unit("burn", text=text), unit("flooded", light=True, text=text)
    assert is_contrary(entry, asked, None, {burn: [burn.span], flooded: [flooded.span]})
    assert not is_contrary(entry, asked, None, {unit("burn", light=True, text=text): [burn.span]})


def test_asked_whether_it_is_so_either_answers(told: Callable[..., Told]) -> None:
    for text in ("The barn did not burn.", "The barn will burn."):
        entry, asked, matched = told(text, "burn", kind=QuestionKind.YES_NO)
        assert not is_contrary(entry, asked, None, matched)
        assert not is_contrary(entry, asked, next(iter(matched)), matched)


# --- in answers -------------------------------------------------------------------------------------------------------

DENIED = [
    ("The barn {}burned on Monday.", ("", "was not "), "When was the barn not burned?"),
    ("{} المخزن يوم الاثنين.", ("احترق", "لم يحترق"), "متى لم يحترق المخزن؟"),
    ("انبار روز دوشنبه غرق {}.", ("شد", "نشد"), "چه زمانی انبار غرق نشد؟"),
    ("گودام پیر کو {}جلا۔", ("", "نہیں "), "گودام کب نہیں جلا؟"),
    ("仓库星期一{}着火。", ("", "没有"), "仓库什么时候没有着火？"),
    ("倉庫星期一{}着火。", ("", "沒有"), "倉庫什麼時候沒有着火？"),
]


@pytest.mark.parametrize(("text", "ways", "question"), DENIED)
def test_only_a_sentence_that_denies_it_too_answers(
    telling_everyday: Telling, text: str, ways: tuple[str, str], question: str
) -> None:
    statuses = [telling_everyday(text.format(way)).ask(question).status for way in ways]
    assert statuses == [Status.NO_ANSWER, Status.ANSWERED]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("The barn burned on Monday.", "The barn was not burned on Monday.", "When was the barn burned?"),
        ("احترق المخزن يوم الاثنين.", "لم يحترق المخزن يوم الاثنين.", "متى احترق المخزن؟"),
        ("انبار روز دوشنبه غرق شد.", "انبار روز دوشنبه غرق نشد.", "چه زمانی انبار غرق شد؟"),
        ("گودام پیر کو جلا۔", "گودام پیر کو نہیں جلا۔", "گودام کب جلا؟"),
        ("仓库星期一着火。", "仓库星期一没有着火。", "仓库什么时候着火？"),
    ],
)
def test_of_two_sentences_the_one_that_says_so_comes_first(
    telling_everyday: Telling, one: str, other: str, question: str
) -> None:
    scores = {each.sentence.text: each.score for each in telling_everyday(one, other).explain(question).sentences}
    assert scores[one] - scores[other] == pytest.approx(CONTRARY, abs=0.05)


WORDS = st.lists(
    st.sampled_from(["barn", "burned", "not", "never", "Monday", "who", "when", "kiosk", ",", "?", "no"]), max_size=10
)


@given(WORDS)
def test_whatever_is_denied_is_a_unit_of_the_question(everyday: Understanding, words: list[str]) -> None:
    asked = everyday.read(" ".join(words))
    found = denied_unit(asked)
    assert found is None or (found in asked.units and not found.light)
