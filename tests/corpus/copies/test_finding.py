"""Which passages are found to be copies, and which are two tellings of one event."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.copies.samples import BRIDGE, OWN, PARAPHRASES, RETOLD, article, found, pair, printed
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH

WIRE = " ".join(BRIDGE)


def test_a_reprint_is_a_copy_of_the_earlier_one() -> None:
    copies = pair(WIRE, WIRE)
    assert copies.originals == {"b": "a"}
    assert copies.passages == {"a": ("b",), "b": ("a",)}
    assert printed(copies) == ["ab"] * len(BRIDGE)


def test_a_headline_a_dateline_and_paragraphs_of_ones_own_change_nothing() -> None:
    reprint = f"At last a bridge\n\nGILGIT, May 2: {' '.join(BRIDGE[:3])}\n\n{' '.join(BRIDGE[3:])}"
    assert printed(pair(WIRE, reprint)) == ["ab"] * len(BRIDGE)


@given(st.sets(st.integers(0, len(BRIDGE) - 1), min_size=6))
@settings(deadline=None, max_examples=40)
def test_an_article_that_keeps_most_of_its_sentences_is_found(kept: set[int]) -> None:
    """Any seven in ten of them."""
    copies = pair(WIRE, " ".join(BRIDGE[place] for place in sorted(kept)))
    assert copies.originals == {"b": "a"}
    assert len(printed(copies)) == len(kept)


@given(st.permutations(OWN + tuple(f"{word} is what the road needs." for word in ("Gravel", "Paint", "Patience"))))
@settings(deadline=None, max_examples=40)
def test_a_bag_of_other_sentences_is_not(bag: list[str]) -> None:
    assert pair(WIRE, " ".join(bag)).passages == {}


@given(st.integers(0, 10_000))
@settings(deadline=None, max_examples=40)
def test_nor_are_the_same_words_in_other_sentences(seed: int) -> None:
    """The words of each sentence shuffled among all of them."""
    words = [word.strip(".,") for sentence in BRIDGE for word in sentence.split()]
    random.Random(seed).shuffle(words)  # noqa: S311 - no secret
    lengths = [len(sentence.split()) for sentence in BRIDGE]
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    mixed = [" ".join(words[start : start + length]) for start, length in zip(starts, lengths, strict=True)]
    assert pair(WIRE, ". ".join(mixed) + ".").passages == {}


@pytest.mark.parametrize(("language", "text", "retold"), PARAPHRASES, ids=[str(each[0]) for each in PARAPHRASES])
def test_what_was_put_otherwise_sentence_by_sentence_is_a_copy(language: Language, text: str, retold: str) -> None:
    assert pair(text, retold, language).originals == {"b": "a"}


def test_a_part_that_was_put_otherwise_is_not() -> None:
    """Half of the sentences might be two retellings of one statement."""
    assert pair(WIRE, " ".join((*RETOLD[:4], *OWN))).passages == {}


def test_two_own_reports_of_one_event_are_two_voices() -> None:
    assert printed(pair(WIRE, " ".join(OWN))) == []


@pytest.mark.parametrize(
    ("language", "text", "styled"),
    [
        (
            EN,
            "The labor board hired 12,500 men for roads on Thursday. They get $45 a month, 30 percent over the old.",
            "The labour board hired 12500 men for roads on May 1. They get US$45 a month, 30 per cent over the old.",
        ),
        (
            AR,
            "أعلنت الوزارة أن مساحة الأرض المزروعة بلغت 4.2 ملايين دونم هذا الموسم في جميع المحافظات. "
            "وستدفع الدولة 800 ألف دينار للطن الواحد من القمح المسلَّم.",
            "اعلنت الوزاره ان مساحه الارض المزروعه بلغت ٤٫٢ ملايين دونم هذا الموسم في جميع المحافظات. "
            "وستدفع الدوله ٨٠٠ الف دينار للطن الواحد من القمح المسلم.",
        ),
        (
            FA,
            "کاوش‌های شهر سوخته پس از سه سال از سر گرفته می‌شود و ۲۸ باستان‌شناس در آن شرکت می‌کنند. "
            "بودجه امسال نیم میلیارد تومان است که دانشگاه‌ها آن را می‌پردازند.",
            "كاوشهاي شهر سوخته پس از سه سال از سر گرفته ميشود و 28 باستانشناس در آن شركت ميكنند. "
            "بودجه امسال نيم ميليارد تومان است كه دانشگاهها آن را ميپردازند.",
        ),
        (
            UR,
            "صوبائی کابینہ نے چھوٹے کاشت کاروں کے لیے 12 ارب روپے کے قرضوں کی منظوری دے دی۔ "
            "رقم دو قسطوں میں واپس کرنا ہو گی، پہلی قسط گندم کی کٹائی کے بعد واجب ہو گی۔",
            "صوبائي كابينه نے چھوٹے كاشت كاروں كے ليے ۱۲ ارب روپے كے قرضوں كي منظوري دے دي۔ "
            "رقم دو قسطوں ميں واپس كرنا ہو گي، پہلي قسط گندم كي كٹائي كے بعد واجب ہو گي۔",
        ),
        (
            ZH,
            "东海岸铁路将于明年一月开始载客，全线665公里，设有20个车站。首批订购的11列电动列车已有8列运抵关丹。",
            "東海岸鐵路將於明年一月開始載客，全線665公里，設有20個車站。首批訂購的11列電動列車已有8列運抵關丹。",
        ),
    ],
    ids=["en", "ar", "fa", "ur", "zh"],
)
def test_the_style_of_a_house_changes_nothing(language: Language, text: str, styled: str) -> None:
    copies = pair(text, styled, language)
    assert copies.originals == {"b": "a"}
    assert printed(copies) == ["ab", "ab"]


def test_another_figure_breaks_the_copy_of_its_sentence_alone() -> None:
    copies = pair(WIRE, WIRE.replace("310 metres", "350 metres"))
    assert copies.originals == {"b": "a"}
    assert len(printed(copies)) == len(BRIDGE) - 1
    assert copies.telling(next(iter(copies.tellings.values()))[0])[0].text == BRIDGE[0]


def test_a_form_that_is_filled_in_anew_is_no_copy() -> None:
    def notice(rate: float, gold: int) -> str:
        return (
            f"The rupee closed at {rate} to the dollar in the interbank market. "
            f"Gold was sold at Rs{gold:,} a tola in the bazaar of the old city. "
            "Dealers said that demand from importers was steady throughout the day. "
            "The market opens again at nine in the morning and closes at five."
        )

    assert pair(notice(281.45, 361_900), notice(281.45, 361_900)).originals == {"b": "a"}
    copies = pair(notice(281.45, 361_900), notice(283.1, 364_200))
    assert (copies.tellings, copies.originals, copies.passages) == ({}, {}, {})


def test_forms_of_several_days_are_a_series() -> None:
    def notice(tons: int) -> str:
        return (
            f"The port of Gwadar moved {tons} tons of goods today. The railway to the north took {tons - 7} tons. "
            f"The sheds of the old harbour still hold {tons + 9} tons of salt."
        )

    first, second, third = (article(name, notice(day * 100), day=day) for name, day in (("a", 1), ("b", 2), ("c", 3)))
    assert found(first, second, third).series == {"a": "a", "b": "a", "c": "a"}
    assert found(first, second, third).are_forms({"a", "c"})
    assert not found(first, second).are_forms({"a", "c"})
    assert found(first, replace(second, published=first.published)).series == {}, "of one day it is a contradiction"
    mended = article("b", notice(100).replace("93", "94"), day=2)
    assert found(first, mended).series == {}


def test_what_both_quote_of_somebody_is_one_voice_for_that_quotation_alone() -> None:
    said = 'The minister said: "We have medicine for five months, and nobody needs to queue at the pharmacies."'
    one = f"The ministry held a press briefing on Sunday that lasted twenty minutes. {said} He left by a side door."
    other = f"Insulin has vanished from the shelves of dozens of shops in the town. {said} Her patients disagree."
    copies = pair(one, other)
    assert printed(copies) == ["ab"]
    assert (copies.originals, copies.passages) == ({}, {})


def test_a_passage_of_several_sentences_in_a_longer_report_is_shared() -> None:
    copies = pair(WIRE, " ".join((*OWN[:3], *BRIDGE[1:5], *OWN[3:])))
    assert copies.passages == {"a": ("b",), "b": ("a",)}
    assert copies.originals == {}, "neither is a copy as a whole"
    assert printed(copies) == ["ab"] * 4


@pytest.mark.parametrize(("run", "tellings"), [(2, 2), (1, 0)])
def test_two_sentences_on_end_are_a_passage_and_one_may_be_chance(run: int, tellings: int) -> None:
    copies = pair(WIRE, " ".join((*OWN[:3], *BRIDGE[1 : 1 + run], *OWN[3:])))
    assert (len(printed(copies)), dict(copies.passages)) == (tellings, {})


@pytest.mark.parametrize(("day", "shared"), [(8, True), (9, False)])
def test_a_passage_is_copied_within_a_week(day: int, shared: bool) -> None:
    """The communiqué of the next round repeats whole sentences of the last."""
    text = " ".join((*OWN[:3], *BRIDGE[1:5], *OWN[3:]))
    copies = found(article("a", WIRE, day=1), article("b", text, day=day))
    assert bool(copies.passages) is shared
    assert found(article("a", WIRE, day=1), article("b", WIRE, day=day)).originals == {"b": "a"}


def test_chains_join() -> None:
    """What was cut at its head and what was cut at its tail are copies of one."""
    copies = found(
        article("a", " ".join(BRIDGE), day=2),
        article("b", " ".join(BRIDGE[:5]), day=3),
        article("c", " ".join(BRIDGE[3:]), day=4),
    )
    assert copies.originals == {"b": "a", "c": "a"}
    assert printed(copies) == ["ab", "ab", "ab", "abc", "abc", "ac", "ac", "ac"]


def test_many_prints_are_one_telling() -> None:
    copies = found(*(article(f"{number:02}", WIRE, day=1) for number in range(30)))
    assert set(copies.originals.values()) == {"00"}
    assert {len(told) for told in copies.tellings.values()} == {30}


def test_a_few_words_prove_nothing() -> None:
    assert pair("It rained in the whole valley all day.", "It rained in the whole valley all day.").passages == {}


def test_the_same_story_in_two_languages_is_no_copy() -> None:
    _, arabic, _ = PARAPHRASES[1]
    copies = found(article("a", WIRE, EN, 1), article("b", arabic, AR, 1))
    assert (copies.tellings, copies.passages) == ({}, {})


def test_who_prints_a_sentence_is_told_among_the_sources_that_count() -> None:
    copies = found(*(article(source, WIRE, day=1) for source in "abc"))
    first = copies.tellings[next(key for key in copies.tellings if key[0] == "b")][1]
    assert first.source == "b"
    assert copies.of(first, {"a", "b", "c"}) == ("a", "c")
    assert copies.of(first, {"b", "c"}) == ("c",)
