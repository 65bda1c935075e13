"""Names that no glossary knows, as far as a sentence shows that they are names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.wanted.naming import strangers
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, FA, UR, ZH

Named = Callable[..., list[str]]


@pytest.fixture(scope="module")
def named(understanding: Understanding) -> Named:
    """The strangers in a text, for a question."""

    def find(text: str, language: Language = EN, question: str = "Who sang?") -> list[str]:
        query = understanding.read(question)
        entries = read_entries(build_corpus([Article("a", text, language)]), understanding.analyzer)
        return [span.slice(entry.sentence.text) for entry in entries for span in strangers(query, entry)]

    return find


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (EN, "A choir with Olga Petrova sang.", ["Olga Petrova"]),
        (EN, "Olga Petrova sang with Pietro Marchetti Rossini.", ["Olga Petrova", "Pietro Marchetti Rossini"]),
        (EN, "In town Olga-Petrova sang.", ["Olga-Petrova"]),
        (EN, "In town a coach, Petrova Marsh, sang.", ["Petrova Marsh"]),  # a marsh is a word as well
        (ZH, "安娜·贝尔在唱歌。", ["安娜·贝尔"]),
        (ZH, "唱歌的是胡安·卡洛斯·贝尔。", ["胡安·卡洛斯·贝尔"]),
    ],
)
def test_a_name_of_several_words_is_a_stranger(named: Named, language: Language, text: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "In Zorbograd a choir sang."),  # a name alone may be a town
        (EN, "Olga, Petrova and Pietro sang."),
        (EN, "The Old Choir sang."),  # common words
        (EN, "olga petrova sang."),
        (EN, "Singer Petrova Wins Prize In Town"),  # where every word has a capital, it shows nothing
        (EN, "Wang Yi sang in Gwadar Port."),  # these the glossary knows
        (EN, "KARACHI, March 5 (Olga Petrova): A choir sang."),  # who filed the report
        (AR, "غنت أولغا بتروفا."),  # nothing shows that it is a name
        (FA, "اولگا پترووا آواز خواند."),
        (UR, "اولگا پیٹرووا نے گایا۔"),
        (ZH, "王小明在唱歌。"),
    ],
)
def test_what_may_be_no_name_or_is_known_is_none(named: Named, language: Language, text: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who sang with Olga Petrova?", ["Pietro Marchetti"]),
        ("Who sang with Petrova?", ["Pietro Marchetti"]),
        ("Who sang with Pietro Marchetti and Olga Petrova?", []),
        ("Who sang?", ["Olga Petrova", "Pietro Marchetti"]),
    ],
)
def test_whom_the_question_names_is_no_stranger(named: Named, question: str, names: list[str]) -> None:
    assert named("Olga Petrova sang with Pietro Marchetti.", EN, question) == names


WORDS = st.lists(
    st.sampled_from(["Olga", "Petrova", "Karachi", "sang", "a", "-", "·", ",", "(", "安娜", "İ"]), max_size=9
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(WORDS, st.sampled_from(["", " "]), st.sampled_from([EN, ZH]))
def test_strangers_lie_in_the_sentence_and_part_at_a_space_a_hyphen_or_a_dot(
    named: Named, words: list[str], between: str, language: Language
) -> None:
    text = between.join(words)
    for name in named(text, language):
        assert name in text
        assert not {" ", "-", "·"}.isdisjoint(name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A choir with Olga Petrova sang in Karachi.", ("Olga Petrova",)),
        ("A choir with Olga Petrova and Wang Yi sang in Karachi.", ("Wang Yi",)),  # where somebody is known, they are
    ],
)
def test_in_answers(telling: Callable[..., object], text: str, words: tuple[str, ...]) -> None:
    (sentence,) = telling(text).explain("Who sang in Karachi?").sentences  # type: ignore[attr-defined]
    assert sentence.answering == words
