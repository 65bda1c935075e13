"""Which articles are looked at, of all that share some words."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.copies.samples import article
from cpecbot.corpus.copies.candidates import candidates
from cpecbot.corpus.copies.lines import read_lines
from cpecbot.corpus.loading import build_corpus
from fakes.languages import AR, EN


def pairs(*texts: str) -> dict[tuple[int, int], list[tuple[int, int]]]:
    corpus = build_corpus(article(str(number), text) for number, text in enumerate(texts))
    return dict(candidates(list(read_lines(corpus.sentences))))


def earlier(found: Iterable[tuple[int, int]], number: int) -> list[int]:
    return sorted(one for one, other in found if other == number)


def test_two_runs_of_three_words_or_figures_in_common_are_looked_at() -> None:
    long = "One cold clear morning in May the boat left with 84 men."
    assert pairs(long, "A cold clear morning in May.") == {(0, 1): [(0, 0)]}
    assert pairs(long, "A cold clear morning with 84 hens.") == {(0, 1): [(0, 0)]}
    assert pairs(long, "A cold clear morning it was.") == {}


def test_only_one_language_at_a_time() -> None:
    corpus = build_corpus((article("a", "84 and 85 and 86.", EN), article("b", "84 and 85 and 86.", AR)))
    assert dict(candidates(list(read_lines(corpus.sentences)))) == {}


def test_of_many_articles_those_that_share_most_are_looked_at() -> None:
    wire = "The ferry left at dawn. It carried salt and dates and cloth. The crew sang until noon."
    likes = [f"The ferry left at dawn with {number} hens and nobody else." for number in range(100, 130)]
    found = pairs(wire, *likes, wire)
    assert 0 in earlier(found, 31)
    assert len(earlier(found, 31)) <= 12


def test_prints_of_one_story_join_in_chains() -> None:
    found = pairs(*["The ferry left at dawn. It carried salt and dates and cloth."] * 20)
    assert [earlier(found, number)[-1] for number in range(1, 20)] == list(range(19))
