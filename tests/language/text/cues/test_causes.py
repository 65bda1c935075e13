"""Words that tie what happened to its cause."""

from __future__ import annotations

import pytest

from cpecbot.language.text.cues.causes import CausesFile, Tie, cause_marks, unknown_causes
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH


@pytest.mark.parametrize(
    ("text", "language", "words", "tie"),
    [
        ("The barn is shut because of a storm.", EN, "because of", Tie.BECAUSE),
        ("A storm led to the closure.", EN, "led to", Tie.LEADS),
        ("That is why the barn is shut.", EN, "That is why", Tie.THEREFORE),
        ("He left after the storm.", EN, "after", Tie.AFTER),
        ("أغلق المخزن بسبب العاصفة.", AR, "بسبب", Tie.BECAUSE),
        ("ولهذا السبب أغلق المخزن.", AR, "ولهذا السبب", Tie.THEREFORE),
        ("انبار بر اثر توفان ویران شد.", FA, "بر اثر", Tie.BECAUSE),
        ("به همین دلیل انبار بسته شد.", FA, "به همین دلیل", Tie.THEREFORE),
        ("گودام طوفان کے باعث بند ہے۔", UR, "کے باعث", Tie.OWING),
        ("اسی لیے گودام بند ہے۔", UR, "اسی لیے", Tie.THEREFORE),
        ("由于风暴，仓库关闭。", ZH, "由于", Tie.BECAUSE),
        ("風暴導致倉庫關閉。", ZH, "導致", Tie.LEADS),
    ],
)
def test_words_tell_where_the_cause_stands(text: str, language: Language, words: str, tie: Tie) -> None:
    assert [(mark.span.slice(text), mark.tie) for mark in cause_marks(text, language)] == [(words, tie)]


def test_of_two_that_overlap_the_longer_one_counts() -> None:
    """What "as a result of" goes on with is the cause, what "as a result" goes on with came of one."""
    assert [mark.tie for mark in cause_marks("It sank as a result of a leak.", EN)] == [Tie.BECAUSE]
    assert [mark.tie for mark in cause_marks("As a result, it sank.", EN)] == [Tie.THEREFORE]


@pytest.mark.parametrize(
    ("text", "language"),
    [("The match is due to start at noon.", EN), ("双方一致同意。", ZH), ("قابل توجہ بات", UR), ("همچون گذشته", FA)],
)
def test_a_longer_word_in_which_it_ties_nothing_does_not(text: str, language: Language) -> None:
    assert cause_marks(text, language) == ()


@pytest.mark.parametrize("language", list(LANGUAGES), ids=str)
def test_every_language_tells_causes(language: Language) -> None:
    """Only a language whose causes stand all on one side of such words may lack the other kind."""
    file = language.read(CausesFile)
    assert file.because
    assert file.leads
    assert file.therefore
    assert file.reason
    assert file.unknown


def test_that_a_cause_is_not_known_is_told() -> None:
    assert unknown_causes("The cause is under investigation.", EN)
    assert not unknown_causes("Investigators say the cause was a leak.", EN)
