"""The hook for a model: heard on aligned pairs only, never alone the maker of a contradiction."""

from __future__ import annotations

from collections.abc import Callable

from cpecbot.disagreement.judging import Label
from cpecbot.models import Disagreement, Level

Texts = Callable[..., tuple[Disagreement, ...]]

SLOW = "The ministers discussed slow progress on the coastal fishing harbour near the old town."
STEADY = SLOW.replace("slow", "steady")
LESS = SLOW.replace("slow ", "")
SIXTH = "They mark the 60th anniversary of diplomatic relations in the old town."
SEVENTH = SIXTH.replace("60th", "70th")


class Judge:
    """A stand-in that says one thing and remembers what it was asked."""

    def __init__(self, label: Label, score: float = 0.99) -> None:
        self.label: Label = label
        self.score = score
        self.asked: list[tuple[str, str]] = []

    def __call__(self, premise: str, hypothesis: str, /) -> tuple[Label, float]:
        self.asked.append((premise, hypothesis))
        return self.label, self.score


def levels(notes: tuple[Disagreement, ...]) -> list[Level]:
    return [note.level for note in notes]


def test_contradiction_raises_what_no_rule_finds_to_differing_at_most(texts: Texts) -> None:
    assert texts(SLOW, STEADY) == ()
    assert levels(texts(SLOW, STEADY, judge=Judge("contradiction"))) == [Level.DIFFERING]


def test_entailment_and_a_judge_that_is_not_sure_raise_nothing(texts: Texts) -> None:
    for judge in (Judge("entailment"), Judge("contradiction", 0.5), Judge("neutral")):
        assert texts(SLOW, STEADY, judge=judge) == ()


def test_a_rule_and_no_judge_makes_a_contradiction(texts: Texts) -> None:
    """A contradiction stands by its rule, whatever the judge says of other pairs."""
    assert Level.CONTRADICTION in levels(texts(SIXTH, SEVENTH, judge=Judge("contradiction")))
    for text in (LESS, STEADY):
        assert Level.CONTRADICTION not in levels(texts(SLOW, text, judge=Judge("contradiction")))


def test_only_aligned_pairs_are_judged(texts: Texts) -> None:
    judge = Judge("contradiction")
    assert texts(SLOW, "Rain is forecast for Sunday.", judge=judge) == ()
    assert judge.asked == []
    texts(SLOW, STEADY, judge=judge)
    assert len(judge.asked) == 1
