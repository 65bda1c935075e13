"""Conversations: what the last question asked is carried on, and not longer than it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.followup import FORGET_AFTER_SECONDS, FollowUps
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Filters, Query, Status, Turn
from fakes.languages import AR, EN, FA, UR, ZH


def follow(library: Library, first: str, then: str, *, after: float = 10.0) -> Answer:
    answer = library.ask(first)
    turn = Turn(answer.understood or first, answer.language, asked_at=1000.0)
    return library.ask(then, AskOptions(previous=turn, now=1000.0 + after))


@pytest.mark.parametrize(
    ("first", "then", "understood"),
    [
        ("What did they say about Gaza?", "and Afghanistan?", "What did they say about Afghanistan?"),
        (
            "Who chaired the strategic dialogue?",
            "Where was it held?",
            "Where was it held? (chaired, strategic dialogue)",
        ),
        ("وانگ یی کون ہیں؟", "اور اسحاق ڈار؟", "اسحاق ڈار کون ہیں؟"),
        ("چین درباره کشمیر چه گفت؟", "درباره منابع آب چطور؟", "چین درباره منابع آب چه گفت؟"),
    ],
)
def test_a_follow_up_is_resolved_and_shown(library: Library, first: str, then: str, understood: str) -> None:
    answer = follow(library, first, then)
    assert (answer.status, answer.understood) == (Status.ANSWERED, understood)


@pytest.mark.parametrize("then", ["What is said about Gwadar Port?", "How much has China invested in the corridor?"])
def test_a_new_topic_is_not_dragged_along(library: Library, then: str) -> None:
    assert follow(library, "What did they say about Gaza?", then).understood is None


def test_small_talk_is_no_follow_up(library: Library) -> None:
    assert follow(library, "What did they say about Gaza?", "thanks").understood is None


def test_an_old_turn_is_forgotten(library: Library) -> None:
    answer = follow(library, "What did they say about Gaza?", "and Afghanistan?", after=FORGET_AFTER_SECONDS + 1)
    assert answer.understood is None


def test_most_judged_follow_ups_find_a_passage_of_their_topic(library: Library, root: Path) -> None:
    passages = json.loads((root / "tests" / "judged" / "own_passages.json").read_text("utf-8"))
    lines = (root / "tests" / "judged" / "own_followups.jsonl").read_text("utf-8").splitlines()
    found = 0
    for line in map(json.loads, lines):
        answer = follow(library, line["first"], line["then"])
        wanted = [passage["text"] for topic in line["topics"] for passage in passages[topic]]
        first = answer.quotes[0].text if answer.quotes else None
        found += (
            first is None if not wanted else any(text in (first or "") or (first or " ") in text for text in wanted)
        )
    assert found >= 0.8 * len(lines)


# --- one step at a time -----------------------------------------------------------------------------------------------

NOW = 1000.0
TEN_MINUTES = 600


@pytest.fixture(scope="module")
def followups(understanding: Understanding) -> FollowUps:
    return FollowUps(understanding)


@pytest.mark.parametrize(
    ("first", "then", "understood"),
    [
        # Another thing of the same kind takes the place of the last one, another topic that of the topic.
        ("What did they say about Gaza?", "and Afghanistan?", "What did they say about Afghanistan?"),
        ("Who chaired the dialogue in Kabul?", "and Beijing?", "Who chaired the dialogue in Beijing?"),
        ("Who chaired the dialogue in Kabul?", "and the summit?", "Who chaired the summit in Kabul?"),
        ("Who chaired the dialogue in Kabul?", "and the railway?", "Who chaired the dialogue in the railway?"),
        ("Who chaired the dialogue in Kabul?", "and zorb?", "Who chaired the dialogue in zorb?"),
        ("What of Gaza was praised?", "and the railway?", "What of the railway was praised?"),
        ("What of Xanadu in Gaza?", "and zorb?", "What of Xanadu in zorb?"),
        ("Who agreed?", "and Gwadar?", "Who Gwadar?"),
        # Two of them, or another kind of question, stand alone.
        ("What did they say about Gaza?", "and Afghanistan and Iran?", None),
        ("What did they say about Gaza?", "and when was Iran?", None),
        ("What did they say about Gaza?", "Afghanistan", None),
        # So does a whole question that only begins with "about".
        ("When was the dialogue in Kabul?", "About Gaza, what did they say?", None),
        ("When was the dialogue in Kabul?", "درباره غزه چه گفته شد؟", None),
        ("When was the dialogue in Kabul?", "关于加沙说了什么？", None),
        # In another language the kind and the other words are added, in that language.
        ("When was the dialogue in Kabul?", "关于加沙呢？", "关于加沙呢？（什么时候、对话）"),
        # A word that stands for the topic brings it along, beside at most one of its own.
        ("What of Gaza?", "who signed it?", "who signed it? (Gaza)"),
        ("What of Gaza?", "who signed it with Iran?", "who signed it with Iran? (Gaza)"),
        ("What of Gaza?", "who signed it with Iran and China?", None),
        ("What of Gaza?", "who signed with Iran?", None),
        # So does a question word alone, unless it asks for nothing else.
        ("What of Gaza?", "When?", "When? (Gaza)"),
        ("What of Gaza?", "What?", None),
        ("What of Gaza?", "What of it?", "What of it? (Gaza)"),
        # The event goes along, and what says little by itself does not.
        ("Who agreed on Gaza and Iran?", "When?", "When? (agreed, Gaza, Iran)"),
        ("Who agreed on Xanadu?", "When?", "When? (agreed, Xanadu)"),
        ("When was the dialogue in Kabul?", "and where?", "Where was the dialogue in Kabul?"),
        ("What of Xanadu?", "When?", "When? (Xanadu)"),
        ("What did the minister of Gaza say?", "When?", "When? (Gaza)"),
        ("What of the days of Gaza?", "When?", "When? (Gaza)"),
        ("What was strategic in Gaza?", "When?", "When? (Gaza)"),
        ("What of the sector of Gaza?", "When?", "When? (Gaza)"),
        # The thing with all that says which one gives way to another, whatever the words around it.
        ("When was the north bridge in Vigo opened?", "and the airport?", "When was the airport in Vigo opened?"),
        ("When was the north bridge opened?", "and the south bridge?", "When was the south bridge opened?"),
        ("When was the bridge opened?", "and the south bridge?", "When was the south bridge opened?"),
        ("Who scored the first goal?", "and the last one?", "Who scored the last goal?"),
        ("How deep is the lake?", "what about the river?", "How deep is the river?"),
        ("How many people were killed in the flood?", "and how many were injured?", "how many were injured? (flood)"),
        # As many names of the same sorts take the places of all, whatever stands between them.
        (
            "What is China's position on Gaza?",
            "what about Pakistan's position on Kabul?",
            "What is Pakistan's position on Kabul?",
        ),
        # The party that was acted on acts, and the other way round.
        ("What did China praise Iran for?", "and Iran?", "What did Iran praise China for?"),
        ("What did China praise Iran for?", "and China?", None),
        ("What did China praise Iran for?", "and the other way round?", "What did Iran praise China for?"),
        ("What did China praise?", "and the other way round?", None),
        # A small word with a name leans on the last question, too.
        ("What did they say about Gaza?", "on Kashmir?", "What did they say about Kashmir?"),
        # What asks which one it was, or the same once more, brings what it was of along.
        ("When was the bridge opened?", "by which engineer?", "by which engineer? (bridge opened)"),
        ("When was the bridge opened?", "which engineer opened the port?", None),
        ("Who opened the bridge?", "from which day to which day?", "from which day to which day? (opened, bridge)"),
        # What it was of, or for, stands in the same answer.
        ("When was the bridge opened?", "for what?", "When was the bridge opened?"),
        ("When was the bridge opened?", "what?", None),
        # Of two short questions the first is the likelier one.
        ("Who opened the bridge?", "Where? And why?", "Where? (opened, bridge)"),
        # What is taken back gives way, too.
        ("When was the airport opened?", "no, I meant the port", "When was the port opened?"),
        ("When was the airport opened?", "I meant the port, not the airport", "When was the port opened?"),
        ("When was the airport opened?", "no, I meant when the port was opened", "when the port was opened"),
        # Complete questions stand alone, openings and pronouns or not.
        ("When was the bridge opened?", "And what was said about Gaza?", None),
        ("When was the bridge opened?", "How is China protecting its citizens?", None),
        ("When was the bridge opened?", "Did China say that it will help Pakistan?", None),
        ("When was the bridge opened?", "What did they say about Gaza?", None),
        # A noun that is pointed at is the one that was named, or stands for itself.
        (
            "When was the fisheries agreement signed?",
            "who broke this agreement?",
            "who broke this agreement? (fisheries agreement)",
        ),
        ("When was the bridge opened?", "who broke this agreement?", None),
        # A question without content leaves nothing behind.
        ("What?", "and Iran?", None),
    ],
)
def test_what_a_follow_up_means(followups: FollowUps, first: str, then: str, understood: str | None) -> None:
    query = followups.understanding.read(then, EN)
    assert followups.resolve(query, Turn(first, EN, asked_at=NOW), NOW) == understood


@pytest.mark.parametrize(
    ("language", "first", "then", "understood"),
    [
        (AR, "متى افتتح الجسر؟", "وأين؟", "أين افتتح الجسر؟"),
        (AR, "متى افتتح الجسر؟", "والمطار؟", "متى افتتح المطار؟"),
        (AR, "متى انعقد الحوار؟", "ومن ترأسه؟", "من ترأسه؟ (الحوار)"),
        (AR, "متى افتتح الجسر؟", "ما هي القطاعات التي سيركز عليها التعاون؟", None),
        (FA, "پل کی افتتاح شد؟", "و کجا؟", "پل کجا افتتاح شد؟"),
        (FA, "پل کی افتتاح شد؟", "و فرودگاه؟", "فرودگاه کی افتتاح شد؟"),
        (FA, "پل کی افتتاح شد؟", "چه کسی آن را ساخت؟", "چه کسی آن را ساخت؟ (پل)"),
        (UR, "پل کا افتتاح کب ہوا؟", "اور کہاں؟", "پل کا افتتاح کہاں ہوا؟"),
        (UR, "پل کا افتتاح کب ہوا؟", "اور ہوائی اڈا؟", "ہوائی اڈا کا افتتاح کب ہوا؟"),
        (UR, "پل کے بارے میں کیا کہا گیا؟", "اور ہوائی اڈے کا کیا ذکر ہے؟", "ہوائی اڈے کے بارے میں کیا کہا گیا؟"),
        (UR, "پل کا افتتاح کب ہوا؟", "اس کی لمبائی کتنی ہے؟", "اس کی لمبائی کتنی ہے؟ (پل)"),
        (ZH, "大桥是什么时候开通的？", "在哪里？", "大桥是在哪里开通的？"),
        (ZH, "大桥是什么时候开通的？", "那机场呢？", "机场是什么时候开通的？"),
        (ZH, "大桥是什么时候开通的？", "它有多长？", "它有多长？（大桥）"),
        (ZH, "大桥是什么时候开通的？", "土耳其总统说了什么？", None),
        (AR, "ماذا قالت باكستان عن غزة؟", "والصين عن كشمير؟", "ماذا قالت الصين عن كشمير؟"),
        (AR, "بماذا أشادت الصين في باكستان؟", "والعكس؟", "بماذا أشادت باكستان في الصين؟"),
        (AR, "ماذا قدمت الصين لباكستان؟", "والعكس؟", None),
        (AR, "كم جسرا افتتح؟", "ما هي؟", "كم جسرا افتتح؟"),
        (AR, "متى افتتح الجسر؟", "لا أقصد الجسر بل المطار", "متى افتتح المطار؟"),
        (FA, "چین از پاکستان چه خواست؟", "و برعکس؟", "پاکستان از چین چه خواست؟"),
        (FA, "چین در مورد پاکستان چه گفت؟", "پاکستان چطور؟", "پاکستان در مورد چین چه گفت؟"),
        (UR, "چین نے پاکستان سے کیا کہا؟", "اور پاکستان نے چین سے؟", "پاکستان نے چین سے کیا کہا؟"),
        (ZH, "中国称赞了巴基斯坦什么？", "反过来呢？", "巴基斯坦称赞了中国什么？"),
        # The newest question alone says in which language all of it is.
        (EN, "When was the bridge opened?", "والمطار؟", "المطار؟ (متى، فتح)"),
        (EN, "When was the seventh round?", "和什么地方？", "什么地方？（7、轮）"),
        (ZH, "关于加沙说了什么？", "and Kashmir?", None),
    ],
)
def test_a_follow_up_in_each_language(
    followups: FollowUps, language: Language, first: str, then: str, understood: str | None
) -> None:
    query = followups.understanding.read(then, language)
    assert followups.resolve(query, Turn(first, language.code, asked_at=NOW), NOW) == understood


@pytest.mark.parametrize(
    ("first", "then", "answer", "understood"),
    [
        ("Who opened the bridge?", "When was he born?", "Wang Yi", "When was he born? (Wang Yi)"),
        ("Where was the bridge opened?", "Who lives there?", "Lahore", "Who lives there? (Lahore)"),
        ("Who opened the bridge in Lahore?", "Who lives there?", "Wang Yi", "Who lives there? (Lahore)"),
        ("What did Wang Yi open?", "When was he born?", "the bridge", "When was he born? (Wang Yi)"),
    ],
)
def test_a_pronoun_stands_for_what_fits_it_in_the_question_or_its_answer(
    followups: FollowUps, first: str, then: str, answer: str, understood: str
) -> None:
    def answered(_: Query) -> list[Query]:
        return [followups.understanding.read_in(EN, answer)]

    query = followups.understanding.read(then, EN)
    assert followups.resolve(query, Turn(first, "en", asked_at=NOW), NOW, answered) == understood


def test_another_party_whose_words_are_told_takes_the_place_of_the_one_that_was_asked_for(
    library: Library,
) -> None:
    for first, then, understood in (
        ("What did China say about Taiwan?", "and Pakistan?", "What did Pakistan say about Taiwan?"),
        ("What did China say about Taiwan?", "and Hong Kong?", "What did China say about Hong Kong?"),
        ("ماذا قالت الصين عن كشمير؟", "وباكستان؟", "ماذا قالت باكستان عن كشمير؟"),
        ("چین درباره کشمیر چه گفت؟", "پاکستان چطور؟", "پاکستان درباره کشمیر چه گفت؟"),
        ("کشمیر پر چین کا مؤقف کیا ہے؟", "پاکستان کا؟", "کشمیر پر پاکستان کا مؤقف کیا ہے؟"),
        ("中国对克什米尔问题怎么说？", "巴基斯坦呢？", "巴基斯坦对克什米尔问题怎么说？"),
        ("How much has China invested?", "and how much did Pakistan?", "How much has Pakistan invested?"),
        ("كم استثمرت الصين؟", "وباكستان كم استثمرت؟", "كم استثمرت باكستان؟"),
        ("چین چقدر سرمایه‌گذاری کرد؟", "پاکستان چقدر؟", "پاکستان چقدر سرمایه‌گذاری کرد؟"),
        ("What was said about terrorism?", "and what did China say?", "what did China say? (terrorism)"),
    ):
        assert follow(library, first, then).understood == understood


def test_a_quoted_part_of_the_answer_is_what_is_asked_about(followups: FollowUps) -> None:
    turn = Turn("What of Gaza?", "en", asked_at=NOW, quoted="the tunnel near Lahore")
    for then, understood in (("When?", "When? (tunnel, Lahore)"), ("who built it?", "who built it? (tunnel, Lahore)")):
        assert followups.resolve(followups.understanding.read(then, EN), turn, NOW) == understood


def test_only_what_takes_it_back_goes_on_from_a_question_that_found_nothing(followups: FollowUps) -> None:
    turn = Turn("What of Gaza?", "en", asked_at=NOW, missed="When was the airport opened?")
    for then, understood in (("and Iran?", "What of Iran?"), ("no, I meant the port", "When was the port opened?")):
        assert followups.resolve(followups.understanding.read(then, EN), turn, NOW) == understood


def test_no_complete_question_is_grafted_onto_another(followups: FollowUps, root: Path) -> None:
    """Whatever was asked before; bare topics and "what about" are none."""
    lines = (root / "tests" / "judged" / "questions.jsonl").read_text("utf-8").splitlines()
    questions = [(each["question"], each["language"]) for each in map(json.loads, lines)]
    complete = [(text, code) for text, code in questions if not text.startswith("What about")]
    for text, _ in complete:
        query = followups.understanding.read(text)
        for first, language in complete[:: len(complete) // 12]:
            assert followups.resolve(query, Turn(first, language, asked_at=NOW), NOW) is None, (first, text)


@pytest.mark.parametrize(
    ("then", "carried"),
    [
        ("on the railway?", "on the railway? (Gaza)"),
        ("what is mentioned on the railway?", "what is mentioned on the railway? (Gaza)"),
        ("on the railway of Iran?", None),
    ],
)
def test_a_question_of_one_unit_may_need_the_last_topic(followups: FollowUps, then: str, carried: str | None) -> None:
    query = followups.understanding.read(then, EN)
    assert followups.carry(query, Turn("What of Gaza?", EN, asked_at=NOW), NOW) == carried


@pytest.mark.parametrize(
    ("after", "known"), [(-0.1, False), (0, True), (TEN_MINUTES, True), (TEN_MINUTES + 0.1, False)]
)
def test_a_turn_is_known_for_ten_minutes_and_not_before_it_was(followups: FollowUps, after: float, known: bool) -> None:
    query = followups.understanding.read("and Iran?", EN)
    turn = Turn("What of Gaza?", EN, asked_at=NOW)
    assert (followups.resolve(query, turn, NOW + after) is not None) == known
    assert (followups.carry(query, turn, NOW + after) is not None) == known


def test_a_question_with_a_filter_stands_alone(followups: FollowUps) -> None:
    query = followups.understanding.read("and Iran?", EN, Filters(sources=("a",)))
    turn = Turn("What of Gaza?", EN, asked_at=NOW)
    assert followups.resolve(query, turn, NOW) is None
    assert followups.carry(query, turn, NOW) is None


def test_nothing_follows_nothing(followups: FollowUps) -> None:
    assert followups.resolve(followups.understanding.read("When?", EN), None, NOW) is None


@pytest.mark.parametrize(
    ("language", "first", "then", "understood"),
    [
        # What was not meant is dropped, whether it is named first or last.
        (EN, "What did they say about Gaza?", "not Gaza but Iran", "What did they say about Iran?"),
        (EN, "When was the port opened?", "I asked where, not when", "Where was the port opened?"),
        (AR, "ماذا قالوا عن غزة؟", "مش غزة، كشمير", "ماذا قالوا عن كشمير؟"),
        (FA, "درباره غزه چی گفتن؟", "غزه نه، کشمیر", "درباره کشمیر چی گفتن؟"),
        (UR, "غزہ کے بارے میں کیا کہا؟", "غزہ نہیں کشمیر", "کشمیر کے بارے میں کیا کہا؟"),
        (ZH, "加沙怎么说？", "不是加沙，是克什米尔", "克什米尔怎么说？"),
        # What is denied has to be what was asked about.
        (EN, "What did they say about Gaza?", "not all agreed, did they?", None),
        # Who interrupts himself means the last.
        (EN, "What did they say about Gaza?", "and Iran… no, Turkey?", "What did they say about Turkey?"),
        # Of a series another number is meant.
        (EN, "What was the second phase about?", "no, I meant its first phase", "What was the first phase about?"),
        (FA, "مرحله دوم طرح درباره چیه؟", "نه، منظورم مرحله اولش بود", "مرحله اول طرح درباره چیه؟"),
        (UR, "منصوبے کا دوسرا مرحلہ کیا ہے؟", "میرا مطلب اس کا پہلا مرحلہ", "منصوبے کا پہلا مرحلہ کیا ہے؟"),
    ],
)
def test_what_is_taken_back_gives_way(
    followups: FollowUps, language: Language, first: str, then: str, understood: str | None
) -> None:
    query = followups.understanding.read(then, language)
    assert followups.resolve(query, Turn(first, language.code, asked_at=NOW), NOW) == understood


@pytest.mark.parametrize(
    ("first", "person"),
    [
        ("Who did Ishaq Dar meet?", "Ishaq Dar"),
        ("By whom was Ishaq Dar invited?", "Ishaq Dar"),
        ("Who invited Ishaq Dar?", "Wang Yi"),
    ],
)
def test_he_is_whom_the_question_was_about_before_whoever_answered_it(
    followups: FollowUps, first: str, person: str
) -> None:
    def answered(_: Query) -> list[Query]:
        return [followups.understanding.read_in(EN, "Wang Yi")]

    query = followups.understanding.read("what is his post?", EN)
    understood = followups.resolve(query, Turn(first, "en", asked_at=NOW), NOW, answered)
    assert understood == f"what is his post? ({person})"
