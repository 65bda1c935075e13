"""What a question costs in a large corpus, in counts of what is looked at: as much as in one of a few hundred articles.

Reports of one event are the worst there is: each sentence of each answers as well as that of any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.answering.ranking.gathering import MOST
from cpecbot.answering.ranking.scoring import Scorer
from cpecbot.answering.silence import Silence
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement.alignment import aligning
from cpecbot.models import Article
from fakes.languages import EN, LANGUAGES
from shipped import CONFIG

QUESTION = "How many people were killed in the fire in Balvik?"
_TOWNS = ("Dorsen", "Felmar", "Grunow", "Harsted")


def _reports(count: int) -> Library:
    def report(number: int) -> Article:
        text = f"A fire in Balvik killed {3 + number % 7} people, officials of {_TOWNS[number % 4]} said."
        other = f"The mayor of {_TOWNS[number % 4]} opened a bridge of {100 + number} metres."
        return Article(f"{number:04}", other if number % 2 else text, EN)

    return build_library(build_corpus(map(report, range(count))), LANGUAGES, CONFIG)


@pytest.fixture(scope="module")
def large() -> Library:
    return _reports(700)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often sentences are scored, sources judged, and pairs of sentences compared."""
    times: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        work: Callable[..., object] = getattr(owner, name)

        def counting(*arguments: object) -> object:
            times[name] += 1
            return work(*arguments)

        monkeypatch.setattr(owner, name, counting)

    count(Scorer, "candidate")
    count(Silence, "_read_title")
    count(aligning, "align")
    return times


def test_a_question_looks_at_a_bounded_number_of_sentences_and_pairs(large: Library, counted: Counter[str]) -> None:
    assert large.ask(QUESTION).quotes
    assert 0 < counted["candidate"] <= MOST
    assert counted["align"] <= 15 * 14 / 2


def test_silence_is_told_of_no_more_sources_than_an_answer_can_name(large: Library, counted: Counter[str]) -> None:
    assert len(large.ask(QUESTION).silent_sources) <= 200
    assert counted["_read_title"] <= 200 + MOST + 1
