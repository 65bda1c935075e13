"""A hook for a model of natural language inference: optional, off unless one is given, never the last word.

    from transformers import pipeline
    nli = pipeline("text-classification", model="MoritzLaurer/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7")

    def judge(premise: str, hypothesis: str) -> tuple[Label, float]:
        best = nli({"text": premise, "text_pair": hypothesis})
        return best["label"], best["score"]

    Comparer(…, judge=judge)

It is called once for each aligned pair of sentences, with the two stretches that tell the same. What it may do: silence
a difference in wording (entailment), raise one to "differ" (contradiction), soften a contradiction that the rules found
(entailment), propose a pair in which the rules found nothing ("differ"). A contradiction always needs a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from msgspec.structs import replace

from cpecbot.disagreement.alignment.aligning import Alignment, Row
from cpecbot.disagreement.alignment.paraphrases import proposal
from cpecbot.disagreement.grouping.groups import Pair
from cpecbot.models import Level

Label = Literal["entailment", "neutral", "contradiction"]

# Below this the judge is not heard.
_SURE = 0.8


class Judge(Protocol):
    """Says whether ``premise`` entails or contradicts ``hypothesis``, and how sure that is, from 0 to 1."""

    def __call__(self, premise: str, hypothesis: str, /) -> tuple[Label, float]: ...


def judged(alignment: Alignment, pairs: Sequence[Pair], judge: Judge) -> Iterator[Pair]:
    """What the judge leaves of ``pairs``, and what it proposes when there are none."""
    label, score = judge(
        _stretch(alignment.left, alignment.left_range), _stretch(alignment.right, alignment.right_range)
    )
    if score < _SURE or label == "neutral":
        yield from pairs
    elif label == "contradiction":
        yield from (_at(pair, _raised(pair.left.level)) for pair in pairs or proposal(alignment))
    else:
        yield from (_at(pair, Level.DIFFERING) for pair in pairs if pair.left.level is Level.CONTRADICTION)


def _raised(level: Level) -> Level:
    return Level.CONTRADICTION if level is Level.CONTRADICTION else Level.DIFFERING


def _at(pair: Pair, level: Level) -> Pair:
    return Pair(replace(pair.left, level=level), replace(pair.right, level=level))


def _stretch(row: Row, run: tuple[int, int]) -> str:
    return row.reading.text(row.units[run[0]].first, row.units[run[1] - 1].last)
