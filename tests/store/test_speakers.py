"""Who speaks in each sentence of an article."""

from __future__ import annotations

import pytest

from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span
from cpecbot.store.entries import Entry, read_article
from cpecbot.store.speakers import speaker_at
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import whole_glossary


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(whole_glossary(), LANGUAGES)


def entries(analyzer: Analyzer, language: Language, *sentences: str) -> list[Entry]:
    """Those of an article of these ``sentences``."""
    article = Article("a", " ".join(sentences), language)
    starts = [len(" ".join(sentences[:number])) + bool(number) for number in range(len(sentences))]
    read = [
        Sentence("a", Span(start, start + len(text)), text, SentenceKind.BODY, language)
        for start, text in zip(starts, sentences, strict=True)
    ]
    return list(read_article(article, read, analyzer))


def speakers(analyzer: Analyzer, language: Language, *sentences: str) -> list[str]:
    """Who speaks in the last of ``sentences``, part by part."""
    return [speech.speaker.words for speech in entries(analyzer, language, *sentences)[-1].speeches]


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        (EN, "Harbour master Lena Quist said that the crane would be mended.", "Harbour master Lena Quist"),
        (EN, "The crane will be mended, the harbour master said.", "the harbour master"),
        (EN, "“The crane is old,” said Lena Quist, the harbour master.", "Lena Quist, the harbour master"),
        (EN, "Lena Quist, the harbour master, said the crane was old.", "Lena Quist, the harbour master"),
        (EN, "The crane is old, according to a dockers' report.", "a dockers' report"),
        (EN, "In a letter to the council the dockers announced that they would strike.", "the dockers"),
        (EN, "It was said in a joint communiqué that the ferries would run again.", "a joint communiqué"),
        (AR, "قال مدير الميناء نبيل حداد إن الرافعة قديمة.", "مدير الميناء نبيل حداد"),
        (AR, "مدير الميناء أكد أن الرافعة قديمة.", "مدير الميناء"),
        (AR, "بحسب نقابة العمال، فإن الرافعة قديمة.", "نقابة العمال"),
        (FA, "رئیس بندر، نادر پاکدل، روز شنبه گفت که جرثقیل کهنه است.", "رئیس بندر، نادر پاکدل"),
        (FA, "به گفته رئیس بندر، جرثقیل کهنه است.", "رئیس بندر"),
        (UR, "کراچی میں بندرگاہ کے سربراہ نادر خان نے کہا کہ کرین پرانی ہے۔", "بندرگاہ کے سربراہ نادر خان"),
        (UR, "مزدور یونین کے مطابق کرین پرانی ہے۔", "مزدور یونین"),
        (ZH, "港口主任顾明远3日在记者会上表示，吊车已经很旧。", "港口主任顾明远"),
        (ZH, "据码头工会介绍，吊车已经很旧。", "码头工会"),
    ],
)
def test_a_sentence_tells_who_speaks(analyzer: Analyzer, language: Language, sentence: str, who: str) -> None:
    assert speakers(analyzer, language, sentence) == [who]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (EN, "The crane was built in 1974."),
        (EN, "Lena Quist declined to say when the crane would be mended."),
        (EN, "The crane was said to be old."),
        (EN, "The striker added another goal before the break."),
        (AR, "بنيت الرافعة عام 1974."),
        (AR, "لم يقل المدير شيئا."),
        (FA, "جرثقیل در سال ۱۹۷۴ ساخته شد."),
        (UR, "کرین 1974 میں بنی تھی۔"),
        (ZH, "吊车建于1974年。"),
        (ZH, "他读了一本小说。"),
    ],
)
def test_what_nobody_is_said_to_say_is_told_by_the_article(
    analyzer: Analyzer, language: Language, sentence: str
) -> None:
    assert speakers(analyzer, language, sentence) == []


@pytest.mark.parametrize(
    ("language", "before", "sentence", "who"),
    [
        (EN, "Lena Quist said the crane was old.", "She added that a new one had been ordered.", "Lena Quist"),
        (EN, "Both sides agreed to meet.", "They welcomed the plan.", "Both sides"),
        (AR, "قال نبيل حداد إن الرافعة قديمة.", "وأضاف أن الجسر مغلق.", "نبيل حداد"),
        (FA, "نادر پاکدل گفت که جرثقیل کهنه است.", "وی افزود که پل بسته است.", "نادر پاکدل"),
        (UR, "نادر خان نے کہا کہ کرین پرانی ہے۔", "انہوں نے مزید کہا کہ پل بند ہے۔", "نادر خان"),
        (ZH, "港口主任顾明远表示，吊车很旧。", "他还说，大桥已经关闭。", "港口主任顾明远"),
    ],
)
def test_he_added_goes_on_with_whoever_spoke(
    analyzer: Analyzer, language: Language, before: str, sentence: str, who: str
) -> None:
    assert speakers(analyzer, language, before, sentence) == [who]


@pytest.mark.parametrize(
    ("language", "before", "after", "his"),
    [
        (EN, "Minister Karl Weber said the bridge is closed.", "His deputy said that it is safe.", False),
        (EN, "Minister Karl Weber said the bridge is closed.", "He said that it is safe.", True),
        (FA, "وزیر کارل وبر گفت پل بسته است.", "معاون او گفت که پل امن است.", False),
        (FA, "وزیر کارل وبر گفت پل بسته است.", "این وزیر گفت که پل امن است.", True),
        (UR, "وزیر کارل ویبر نے کہا کہ پل بند ہے۔", "ان کے نائب نے کہا کہ پل محفوظ ہے۔", False),
        (UR, "وزیر کارل ویبر نے کہا کہ پل بند ہے۔", "انہوں نے کہا کہ پل محفوظ ہے۔", True),
        (ZH, "部长卡尔·韦伯说，大桥已关闭。", "他的副手说，大桥很安全。", False),
        (ZH, "部长卡尔·韦伯说，大桥已关闭。", "他说，大桥很安全。", True),
    ],
)
def test_what_his_deputy_says_is_not_said_by_him(
    analyzer: Analyzer, language: Language, before: str, after: str, his: bool
) -> None:
    first, last = (entry.speeches[0].speaker for entry in entries(analyzer, language, before, after))
    assert (first.keys <= last.keys) is his


def test_who_was_only_named_before_is_meant_where_nobody_spoke(analyzer: Analyzer) -> None:
    sentences = ("The baker Omar Reyes said the road was shut.", "Doctor Lena Quist disagrees.", "She says it is open.")
    assert "Quist" in speakers(analyzer, EN, *sentences)[0]


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        (EN, "Oman reiterated its offer, while Yemen called for a truce.", ["Oman", "Yemen"]),
        (AR, "جددت عمان عرضها، فيما دعت اليمن إلى هدنة.", ["عمان", "اليمن"]),
        (UR, "عمان نے پیشکش کی، جبکہ یمن نے جنگ بندی کا مطالبہ کیا۔", ["عمان", "یمن"]),
    ],
)
def test_two_speak_in_two_clauses(analyzer: Analyzer, language: Language, sentence: str, who: list[str]) -> None:
    entry = entries(analyzer, language, sentence)[0]
    assert [speech.speaker.words for speech in entry.speeches] == who
    assert speaker_at(entry.speeches, Span(0, 5)) == entry.speeches[0].speaker
    assert speaker_at(entry.speeches, Span(0, len(sentence))) is None


def test_quoted_words_go_on_from_sentence_to_sentence_until_the_mark_that_closes_them(analyzer: Analyzer) -> None:
    read = entries(
        analyzer, EN, "Lena Quist told reporters: “We waited all night.", "Nobody came.", "Then we left.”", "It rained."
    )
    said = [[speech.speaker.words for speech in entry.speeches] for entry in read]
    assert said == [["Lena Quist"], ["Lena Quist"], ["Lena Quist"], []]


def test_whose_words_are_quoted_may_be_told_at_their_end(analyzer: Analyzer) -> None:
    read = entries(analyzer, EN, "“We waited all night.", "Nobody came,” said Lena Quist.", "It rained.")
    assert [[speech.speaker.words for speech in entry.speeches] for entry in read] == [
        ["Lena Quist"],
        ["Lena Quist"],
        [],
    ]


def test_a_mark_that_is_never_closed_quotes_nothing_further(analyzer: Analyzer) -> None:
    read = entries(analyzer, EN, "“We waited all night, said Lena Quist.", "It rained.")
    assert [bool(entry.speeches) for entry in read] == [True, False]


def test_what_a_statement_says_that_somebody_said_is_his(analyzer: Analyzer) -> None:
    assert speakers(analyzer, EN, "The statement said that Oman welcomed the truce.") == ["Oman"]
    assert speakers(analyzer, EN, "The statement said that the truce held.") == ["The statement"]


def test_both_sides_are_the_states_that_were_named_together(analyzer: Analyzer) -> None:
    speaker = entries(analyzer, EN, "China and Pakistan met.", "Both sides agreed to a truce.")[-1].speeches[0].speaker
    assert {"c:country_cn", "c:country_pk"} <= speaker.keys
    assert speaker.several


def test_who_is_only_spoken_about_does_not_speak(analyzer: Analyzer) -> None:
    assert speakers(analyzer, EN, "Omar Reyes said that Lena Quist should resign.") == ["Omar Reyes"]


@pytest.mark.parametrize(
    ("begun", "rest", "who"),
    [
        (
            "وقال البيان إن الجانب الكيني أكد أنها آمنة،",
            "كما ستبذل كينيا جهدها لحماية البحارة،",
            ["الجانب الكيني"],
        ),
        ("وقال البيان إن الجانب الكيني أكد أنها آمنة.", "كما ستبذل كينيا جهدها لحماية البحارة.", []),
        ("وقال البيان إن الجانب الكيني أكد أنها آمنة،", "كما ستبذل النرويج جهدها لحماية البحارة،", []),
    ],
)
def test_a_statement_cut_at_a_comma_goes_on_with_what_whoever_speaks_does(
    analyzer: Analyzer, begun: str, rest: str, who: list[str]
) -> None:
    assert speakers(analyzer, AR, begun, rest) == who
