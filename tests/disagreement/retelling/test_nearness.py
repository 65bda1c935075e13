"""How much two statements share: of a kind, by a part, unsaid, unknown, at odds, denied."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.retelling.nearness import Nearness, nearness
from cpecbot.disagreement.retelling.statement import Measure, Statement, Thing
from cpecbot.languages import Language
from cpecbot.models import Span, Value, ValueKind
from cpecbot.store.entries import Entry
from fakes.languages import EN, FA

NOTHING = frozenset[str]()
DAM, RIVER = "c:dam", "c:river"


def thing(*own: str, wider: str = "", parts: frozenset[str] = NOTHING, known: bool = True) -> Thing:
    """One of these meanings, each of a ``wider`` kind."""
    terms = frozenset({*own, *([wider] if wider else [])})
    item = Item(0, 1, terms, NOTHING, NOTHING, light=False, deed=False, quality=False, reporting=False, weight=1.0)
    return Thing(item, own[0], frozenset(own), terms, parts, 1.0, known=known, topical=True)


def dollars(amount: float) -> Measure:
    return Measure(Value(ValueKind.MONEY, Span(0, 0), amount, amount, "usd"), 2, 3, 1.0)


def statement(
    *things: Thing,
    measures: tuple[Measure, ...] = (),
    around: frozenset[str] = NOTHING,
    denies: bool = False,
    language: Language = EN,
) -> Statement:
    reading = cast("Reading", SimpleNamespace(sentence=SimpleNamespace(language=language)))
    return Statement(
        cast("Entry", None), reading, cast("Content", None), things, measures, (), around=around, denies=denies
    )


def near(point: Statement, other: Statement) -> Nearness:
    """Without names, which alone are matched by sound."""
    return nearness(point, other, cast("Matching", None))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (thing(DAM), thing(DAM), 1.0),
        (thing(DAM), thing(RIVER), 0.0),
        (thing(DAM, wider="c:work"), thing("c:work"), 0.75),
        (thing(DAM, wider="c:work"), thing("c:bridge", wider="c:work"), 0.2),
        (thing(DAM), thing("c:gate", parts=frozenset({DAM})), 0.5),
        (thing("l:en:dyke"), thing("l:en:lock", parts=frozenset({"l:en:dyke"})), 0.5),
    ],
    ids=["the same", "another", "a kind", "two kinds of one", "a part", "a word of it"],
)
def test_things_are_told_as_far_as_they_may_be_one(one: Thing, other: Thing, share: float) -> None:
    """Whichever of both is the point."""
    assert near(statement(one), statement(other)).told == pytest.approx(share)
    assert near(statement(other), statement(one)).of_it == pytest.approx(share)


def test_a_word_of_a_phrase_tells_nothing_in_another_language() -> None:
    lock = thing("l:en:lock", parts=frozenset({"l:en:dyke"}))
    assert near(statement(thing("l:en:dyke")), statement(lock, language=FA)).told == 0


def test_what_is_only_referred_to_is_told_by_half() -> None:
    point = statement(thing(DAM))
    assert near(point, statement(thing(RIVER), around=frozenset({DAM}))).told == pytest.approx(0.5)
    assert near(point, statement(thing(RIVER))).told == 0


def test_what_no_table_knows_is_missed_less_in_another_language() -> None:
    """At home it is missed as any other thing."""
    point = statement(thing(DAM), thing("l:en:weir", known=False))
    assert near(point, statement(thing(DAM))).told == pytest.approx(1 / 2)
    assert near(point, statement(thing(DAM), language=FA)).told == pytest.approx(1 / 1.3)


def test_another_sum_tells_of_the_same_but_less() -> None:
    """No sum tells nothing of it."""
    point = statement(measures=(dollars(5),))
    told = [near(point, statement(measures=each)).told for each in ((dollars(5),), (dollars(6),), ())]
    assert told == pytest.approx([1.0, 0.6, 0.0])


def test_a_denial_is_half_a_thing() -> None:
    point = statement(thing(DAM), denies=True)
    assert near(point, statement(thing(DAM), denies=True)).told == pytest.approx(1.0)
    assert near(point, statement(thing(DAM))).told == pytest.approx((1 + 0.5 * 0.6) / 1.5)


def test_each_thing_is_one_thing_of_the_other() -> None:
    """The likelier of two is taken."""
    point = statement(thing(DAM, wider="c:work"), thing("c:work"))
    assert near(point, statement(thing("c:work"))).told == pytest.approx(1 / 2)
