"""Which words of a sentence are of the kind asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.fixture(scope="session")
def marked(telling: Telling) -> Callable[[str, str], tuple[str, ...]]:
    """The words of a text of one sentence that answer a question."""

    def mark(question: str, text: str) -> tuple[str, ...]:
        (sentence,) = telling(text).explain(question).sentences
        return sentence.answering

    return mark


Marked = Callable[[str, str], tuple[str, ...]]


def bold_words(library: Library, question: str) -> list[str]:
    """The words that the quotes of the answer show in bold."""
    quotes = library.ask(question).quotes
    return [span.shift(-quote.span.start).slice(quote.text) for quote in quotes for span in quote.highlights]


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("distance", "words"), [(14, ("Seven",)), (15, ())])
def test_a_number_counts_what_stands_within_fourteen_words_of_it(
    marked: Marked, distance: int, words: tuple[str, ...]
) -> None:
    between = "so " * distance
    assert marked("How many engineers came?", f"Seven {between}engineers came.") == words
    behind = marked("How many engineers came?", f"The engineers {between}seven came.")
    assert behind == tuple(map(str.lower, words))


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # What is counted, and nothing else.
        ("How many engineers came?", "Seven engineers came in May.", ("Seven",)),
        ("How many engineers came?", "Engineers came for the seventh time.", ("seventh",)),
        ("How many engineers came?", "The engineers came by a road of 7 kilometres.", ()),
        ("How many engineers came?", f"Seven Chinese {'so ' * 13} came with engineers.", ()),
        ("How many are in China?", "China saw seven.", ()),
        ("How many of Wang Yi?", "Seven saw Wang Yi.", ()),
        ("How many people came?", "Seven people came.", ("Seven",)),
        # A name with a number in it counts nothing.
        ("How many engineers came?", "The engineers came in an Okra-7.", ()),
        # A measure: amounts in it, no others.
        ("How many years did it take?", "It took 20 years.", ("20 years",)),
        ("How many years did it take?", "It took 20 days, in all years.", ()),
        ("How many kilometres is the road?", "The road is 20 kilometres.", ("20 kilometres",)),
        ("How many kilometres is the road?", "The road of kilometres cost 20 dollars.", ()),
        ("How many tonnes came?", "Of the tonnes, 20 came.", ()),
        ("How many tonnes came?", "There came 20 tonnes.", ("20 tonnes",)),
        # Time, also by two days or an anniversary; a whole year is when, not how long.
        ("How many years did it take?", "This is the 75th anniversary of the years.", ("75th",)),
        ("How many years did it take?", f"The 75th {'x' * 40} of the years.", ()),
        ("How many days did the visit last?", "The visit was from March 3 to March 5.", ("March 3 to March 5",)),
        ("How many days did the visit last?", "The visit began on March 3.", ()),
        ("How many years did the visit last?", "The visit was in 2026.", ()),
        ("How many months did the visit last?", "The visit was from 2025 to 2026.", ()),
        ("How long did the visit last?", "Seven ministers saw the visit.", ()),
        ("How many days did the visit last?", "The visit was in January.", ("January",)),
        ("How many days did the visit last?", "The visit was in December.", ("December",)),
        # What is told in money.
        (
            "How many investments are in the port?",
            "The port has investments of $3 million and 7 cranes.",
            ("$3 million",),
        ),
        (
            "How many exports went out?",
            "Exports of $3 million, 7 percent of all, went out.",
            ("$3 million", "7 percent"),
        ),
        (
            "How much does the airport cost?",
            "The airport cost $90 million, its runway is 3 kilometres.",
            ("$90 million",),
        ),
        ("How much is the airport?", "The airport has $90 million and 3 kilometres.", ("$90 million", "3 kilometres")),
        ("How much is the airport?", "Of the airport stand 5 percent.", ("5 percent",)),
        ("How many kilometres is the airport?", "The airport is 3 kilometres, it cost $9 million.", ("3 kilometres",)),
    ],
)
def test_how_many_and_how_much(marked: Marked, question: str, text: str, words: tuple[str, ...]) -> None:
    assert marked(question, text) == words


# --- classes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "Which sectors are named?",
            "They named mining, energy and education as sectors.",
            ("mining", "energy", "education"),
        ),
        ("Which sectors are named?", "They named mining and energy as sectors.", ()),
        ("Which sectors beside mining?", "They named mining, energy and education as sectors.", ()),
        ("List the countries.", "China and Iran are the countries.", ("China", "Iran")),
        ("List the countries.", "China is one of the countries, Kabul a city.", ()),
        ("List the countries beside Iran.", "China and Iran are the countries.", ()),
        ("List the countries beside Kabul.", "China, Iran are countries, Kabul is no one.", ("China", "Iran")),
        (
            "Were the sectors named?",
            "They named mining, energy, education as sectors.",
            ("mining", "energy", "education"),
        ),
        ("When were the sectors named?", "They named mining, energy and education as sectors in 2026.", ("2026",)),
        (
            "Who named the sectors?",
            "They named mining, energy and education as sectors.",
            ("mining", "energy", "education"),
        ),
    ],
)
def test_a_class_asks_for_enough_of_its_members(
    marked: Marked, question: str, text: str, words: tuple[str, ...]
) -> None:
    assert marked(question, text) == words


@pytest.mark.parametrize(
    ("question", "text", "word"),
    [
        ("Which anniversary of the library is it?", "The library marks its 60th anniversary.", "60th"),
        ("أي ذكرى لتأسيس المكتبة؟", "تحتفل المكتبة بالذكرى الـ60 لتأسيسها.", "60"),
        ("أي ذكرى لتأسيس المكتبة؟", "تحتفل المكتبة بالذكرى الستين لتأسيسها.", "الستين"),
        ("کدام سالگرد کتابخانه است؟", "کتابخانه شصتمین سالگرد خود را جشن می‌گیرد.", "شصتمین"),
        ("کتب خانے کی کون سی سالگرہ ہے؟", "کتب خانہ اپنی 60ویں سالگرہ منا رہا ہے۔", "60ویں"),
        ("کتب خانے کی کون سی سالگرہ ہے؟", "کتب خانہ اپنی پچھترویں سالگرہ منا رہا ہے۔", "پچھترویں"),
        ("图书馆成立多少周年？", "图书馆庆祝成立60周年。", "60周年"),
        ("图书馆成立几周年？", "图书馆庆祝成立六十周年。", "六十周年"),
        ("图书馆迎来哪个周年？", "图书馆庆祝成立60周年。", "60周年"),
    ],
)
def test_which_anniversary_is_told_by_its_number(marked: Marked, question: str, text: str, word: str) -> None:
    assert word in marked(question, text)


# --- when, where and who ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # A date belongs to the event and to the thing that were asked about.
        ("When was the attack on the airport?", "The attack on the airport was on 3 March.", ("3 March",)),
        ("When was the attack on the airport?", "The airport opened on 3 March.", ()),
        ("When was the attack on the airport?", "The attack was on 3 March.", ()),
        ("When was Gwadar hit?", "Gwadar was hit on Monday.", ("Monday",)),
        ("When was the attack?", "Seven saw the attack on a road of 3 kilometres.", ()),
        # Nor is it the day on which the report was filed.
        ("When was the attack?", "KARACHI, March 5 (APP): The attack was on 3 March.", ("3 March",)),
        ("When was the attack?", "KARACHI, March 5 (APP) The attack was on 3 March.", ("3 March",)),
        ("When was the attack?", "新华社北京3月5日电 袭击发生在3月3日。", ("3月3日",)),
        ("When was the attack?", "中新社北京3月5日电 袭击发生在3月3日。", ("3月3日",)),
        ("When was the attack?", "法新社北京3月5日电 袭击发生在3月3日。", ("3月3日",)),
        ("When was the attack?", "据法新社3月5日报道，袭击发生在3月3日。", ("3月3日",)),
        ("When was the attack?", "新华社" + "北" * 10 + "3月5日电 袭击在3月3日。", ("3月3日",)),
        ("When was the attack?", "新华社" + "北" * 11 + "3月5日电 袭击。", ("3月5日",)),
        # A place: no country, none that was asked about, and not the one a report was filed from.
        ("Where was the attack?", "The attack in Quetta hit Pakistan.", ("Quetta",)),
        ("Where in Quetta was the attack?", "The attack in Quetta was at Karachi.", ("Karachi",)),
        ("Where in Gwadar Port was the attack?", "The attack in Gwadar was at Gwadar Port.", ()),
        ("Where was the attack?", "KARACHI, March 5 (APP): The attack was in Quetta.", ("Quetta",)),
        ("Where was the attack?", "Karachi: the attack was in Quetta.", ("Quetta",)),
        ("Where was the attack?", "Karachi saw the attack.", ("Karachi",)),
        # A person, or the office of the one who was asked about.
        ("Who is Ishaq Dar?", "Ishaq Dar is the foreign minister, like Wang Yi.", ("foreign minister",)),
        ("Who met Ishaq Dar?", "Ishaq Dar met the foreign minister Wang Yi.", ("Wang Yi",)),
        ("Who praised Ishaq Dar?", "Wang Yi, the foreign minister, praised Ishaq Dar.", ("Wang Yi",)),
        ("Who came?", "Wang Yi came.", ("Wang Yi",)),
    ],
)
def test_when_where_and_who(marked: Marked, question: str, text: str, words: tuple[str, ...]) -> None:
    assert marked(question, text) == words


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Which countries sent paper?", "Norway, Portugal and Kenya sent paper to Karachi."),
        ("أي دول أرسلت الورق؟", "أرسلت النرويج والبرتغال وكينيا الورق إلى كراتشي."),
        ("کدام کشورها کاغذ فرستادند؟", "نروژ، پرتغال و کنیا کاغذ به کراچی فرستادند."),
        ("کن ممالک نے کاغذ بھیجا؟", "ناروے، پرتگال اور کینیا نے کراچی کو کاغذ بھیجا۔"),
        ("哪些国家送来纸张？", "挪威、葡萄牙和肯尼亚向卡拉奇送来纸张。"),
    ],
)
def test_which_countries_asks_for_each_of_them_and_for_no_town(marked: Marked, question: str, text: str) -> None:
    assert len(marked(question, text)) == 3
    assert not any(word in {"Karachi", "كراتشي", "کراچی", "卡拉奇"} for word in marked(question, text))


def test_which_countries_asks_for_one_that_is_named_and_not_for_those_of_the_question(marked: Marked) -> None:
    assert marked("Which country sent paper?", "Norway sent paper.") == ("Norway",)
    assert marked("Which countries beside Norway sent paper?", "Norway and Kenya sent paper.") == ("Kenya",)
    assert marked("Which countries sent paper?", "Karachi sent paper.") == ()  # that it is in one says nothing of it


@pytest.fixture(scope="session")
def marked_there(telling: Telling) -> Callable[[str, str], tuple[str, ...]]:
    """The words that answer a question in the last sentence of a text."""

    def mark(question: str, text: str) -> tuple[str, ...]:
        (*_, last) = sorted(telling(text).explain(question).sentences, key=lambda each: each.sentence.span)
        return last.answering

    return mark


@pytest.mark.parametrize(
    ("question", "before", "told", "word"),
    [
        ("When was the attack on the airport?", "An airport was hit.", "The attack was on 3 March.", "3 March"),
        ("متى كان الهجوم على المطار؟", "أصيب المطار.", "وقع الهجوم في 3 مارس.", "3 مارس"),
        ("حمله به فرودگاه چه زمانی بود؟", "فرودگاه آسیب دید.", "حمله در ۳ مارس بود.", "۳ مارس"),
        ("ہوائی اڈے پر حملہ کب ہوا؟", "ہوائی اڈہ متاثر ہوا۔", "حملہ 3 مارچ کو ہوا۔", "3 مارچ"),
        ("机场袭击是什么时候？", "机场受损。", "袭击发生在3月3日。", "3月3日"),
    ],
)
def test_a_date_is_that_of_the_thing_which_the_sentence_before_it_names(
    marked_there: Marked, question: str, before: str, told: str, word: str
) -> None:
    (alone,) = marked_there(question, f"{before} {told}")
    assert word in alone
    assert marked_there(question, told) == ()


def test_three_sentences_before_is_too_far(marked_there: Marked) -> None:
    question, told = "When was the attack on the airport?", "The attack was on 3 March."
    far = "It rained. " * 2
    assert marked_there(question, f"It snowed. An airport was hit. {far}{told}") == ()


@pytest.mark.parametrize("question", ["What of the attack?", "Was there an attack?"])
def test_a_topic_is_in_no_words_of_its_own(marked: Marked, question: str) -> None:
    assert marked(question, "The attack in Quetta was on 3 March.") == ()


@pytest.mark.parametrize("thing", ["CPEC", "sovereignty", "the UN", "Wang Yi", "the foreign minister", "trade"])
def test_a_date_is_that_of_the_thing_asked_about_whatever_its_kind(marked: Marked, thing: str) -> None:
    question = f"When was the attack on {thing}?"
    assert marked(question, f"The attack on {thing} was on 3 March.") == ("3 March",)
    assert marked(question, "The attack was on 3 March.") == ()


@pytest.mark.parametrize(
    ("question", "text", "status"),
    [
        ("When was the attack?", "The attack took place.", Status.NO_ANSWER),
        ("How many engineers came?", "The engineers came.", Status.NO_ANSWER),
        ("How much is the airport?", "The airport is open.", Status.NO_ANSWER),
        ("Who saw the attack?", "Both sides saw the attack.", Status.ANSWERED),
        ("Where was the attack?", "The attack was at the border.", Status.ANSWERED),
    ],
)
def test_a_day_a_number_and_a_sum_must_be_there(telling: Telling, question: str, text: str, status: Status) -> None:
    """Who and where may be said in words that no glossary knows."""
    assert telling(text).ask(question).status is status


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("How many Indians were on the ferry?", "On the ferry were 169 Indians, 53 Britons and a Dane.", ["169"]),
        ("How many Britons were on the ferry?", "On the ferry were 169 Indians, 53 Britons and a Dane.", ["53"]),
        ("كم بريطانيا كان على العبارة؟", "كان على العبارة 169 هندياً و53 بريطانياً.", ["53"]),
        ("چند بریتانیایی در کشتی بودند؟", "در کشتی ۱۶۹ مسافر هندی و ۵۳ نفر بریتانیایی بودند.", ["۵۳"]),
        ("کشتی میں کتنے برطانوی تھے؟", "کشتی میں 169 بھارتی اور 53 برطانوی سوار تھے۔", ["53"]),
        ("How many Indians were on the ferry?", "The ferry of 3 Indian firms was full.", []),
        ("How many Britons were on the ferry?", "A 40-year-old British man was on the ferry.", []),
    ],
)
def test_people_are_counted_by_their_nation(telling: Telling, question: str, text: str, number: list[str]) -> None:
    """Not the things that are of that nation, nor somebody's age."""
    assert bold_words(telling(text), question) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("On the bridge stood seven teachers.", ["seven"]), ("On the bridge stood seven lorries.", [])],
)
def test_people_are_counted_by_whatever_they_are_called(
    telling_everyday: Telling, text: str, number: list[str]
) -> None:
    assert bold_words(telling_everyday(text), "How many of the people stood on the bridge?") == number


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("How many people work in the hospital?", "The hospital has 150 beds.", []),
        ("How many people work in the hospital?", "In the hospital work 150.", ["150"]),
        ("چند نفر در بیمارستان کار می‌کنند؟", "بیمارستان ۱۵۰ تخت دارد.", []),
        ("医院里有多少人？", "医院里有150张床。", []),
        ("ہسپتال میں کتنے لوگ ہیں؟", "ہسپتال میں 150 بستر ہیں۔", []),
    ],
)
def test_things_are_no_people(telling_everyday: Telling, question: str, text: str, number: list[str]) -> None:
    assert bold_words(telling_everyday(text), question) == number
