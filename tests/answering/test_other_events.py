"""The rules of answering on articles about other events: an airport, an attack and a visit, invented for this."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import load_corpus
from cpecbot.models import Answer, Status
from fakes.languages import LANGUAGES

ARTICLES = {
    "airport_en": (
        "QUETTA, Dec. 9 (APP): The prime minister on Monday inaugurated the new airport of Turbat. "
        "The airport, built with a grant of $90 million, has a runway of 3,200 metres. "
        "Commercial flights will start on March 3."
    ),
    "airport_zh": (
        "新华社伊斯兰堡12月9日电 由中方援建的图尔伯德机场9日启用。该机场位于俾路支省。一家中国公司负责运营机场货运站。"
    ),
    "attack_en": (
        "KARACHI: Four Chinese engineers were killed in a suicide attack near Hub on Sunday. "
        "Police arrested seven suspects. "
        "In an earlier attack in May, two soldiers were killed in an attack on a convoy."
    ),
    "attack_fa": "تهران - ایرنا - حمله انتحاری روز یکشنبه در کراچی رخ داد و چهار مهندس چینی کشته شدند.",
    "visit_en": (
        "BEIJING, Nov. 2 (Xinhua) -- President Asif Ali Zardari held talks with President Xi Jinping on Thursday. "
        "The president arrived on Tuesday at the invitation of Xi Jinping. "
        "Trade between the two countries reached $24 billion. "
        "Pakistan and China signed a plan on fruit worth $3 million."
    ),
    "visit_ur": (
        "چین کے پاور پلانٹس کے واجبات 400 ارب روپے تک پہنچ گئے۔ "
        "منصوبے کی لاگت 9 ارب ڈالر سے کم ہو کر 6 ارب ڈالر رہ گئی۔"
    ),
}


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Library:
    lines = (json.dumps({"id": name, "text": text}) for name, text in ARTICLES.items())
    path = tmp_path_factory.mktemp("events") / "events.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return build_library(load_corpus(path, LANGUAGES), LANGUAGES, root / "config")


def marked(answer: Answer) -> list[str]:
    """The emphasised words of all quotes."""
    return [span.shift(-quote.span.start).slice(quote.text) for quote in answer.quotes for span in quote.highlights]


@pytest.mark.parametrize(
    ("question", "source", "words"),
    [
        ("How many Chinese engineers were killed in the attack?", "attack_en", "Four"),
        ("چند مهندس چینی کشته شدند؟", "attack_fa", "چهار"),
        ("How many suspects were arrested?", "attack_en", "seven"),
        ("When did the attack happen?", "attack_en", "Sunday"),
        ("حمله کجا رخ داد؟", "attack_fa", "کراچی"),
        ("How much did the airport cost?", "airport_en", "$90 million"),
        ("机场花了多少钱？", "airport_en", "$90 million"),
        ("When will commercial flights start at the airport?", "airport_en", "March 3"),
        ("机场位于哪里？", "airport_zh", "俾路支省"),
        ("When did President Zardari arrive?", "visit_en", "Tuesday"),
        ("Who invited President Zardari?", "visit_en", "Xi Jinping"),
        ("كم حجم التجارة بين باكستان والصين؟", "visit_en", "$24 billion"),
        ("پاور پلانٹس کے واجبات کتنے ہیں؟", "visit_ur", "400 ارب روپے"),
        ("منصوبے کی لاگت کتنی ہے؟", "visit_ur", "6 ارب ڈالر"),
    ],
)
def test_the_first_quote_tells_what_was_asked(events: Library, question: str, source: str, words: str) -> None:
    answer = events.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.quotes[0].source == source
    assert words in marked(answer)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did President Zardari hold talks?", "Nov. 2"),
        ("When was the airport inaugurated?", "12月9日"),
        ("Where did the attack take place?", "تهران"),
        ("Where is the airport?", "伊斯兰堡"),
        ("How much did the airport cost?", "3,200 metres"),
    ],
)
def test_where_and_when_a_report_was_filed_and_other_measures_are_no_answers(
    events: Library, question: str, words: str
) -> None:
    answer = events.ask(question)
    assert answer.status is Status.ANSWERED
    assert words not in marked(answer)


@pytest.mark.parametrize("question", ["谁负责运营机场货运站？", "Who operates the airport?"])
def test_who_is_told_by_the_sentence_on_it_even_without_a_known_name(events: Library, question: str) -> None:
    assert events.ask(question).quotes[0].source == "airport_zh"


@pytest.mark.parametrize(
    "question",
    [
        "How many people died in the floods?",
        "What is the price of gold?",
        "瓜达尔港吞吐量是多少？",
        "ماذا قيل عن تايوان؟",
    ],
)
def test_what_these_events_do_not_tell_is_refused(events: Library, question: str) -> None:
    assert events.ask(question).status is Status.NO_ANSWER
