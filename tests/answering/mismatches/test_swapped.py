"""What one does to another is not told by what the other does to him."""

from __future__ import annotations

import pytest

from answering.conftest import Telling

PRAISED = {
    "en": ("Norway praised Kenya for its new ferries.", "Kenya praised Norway for its old bridges."),
    "ar": ("أشادت النرويج بكينيا على عباراتها الجديدة.", "أشادت كينيا بالنرويج على جسورها القديمة."),
    "fa": ("نروژ از کنیا برای قایق‌های تازه‌اش تقدیر کرد.", "کنیا از نروژ برای پل‌های قدیمی‌اش تقدیر کرد."),
    "ur": ("ناروے نے نئی کشتیوں پر کینیا کو سراہا۔", "کینیا نے پرانے پلوں پر ناروے کو سراہا۔"),
    "zh": ("挪威赞赏肯尼亚的新渡轮。", "肯尼亚赞赏挪威的旧桥梁。"),
}
ASKED = {
    "en": ("What did Norway praise Kenya for?", "What did Kenya praise Norway for?"),
    "ar": ("ما الذي أشادت به النرويج لدى كينيا؟", "ما الذي أشادت به كينيا لدى النرويج؟"),
    "fa": ("نروژ برای چه از کنیا تقدیر کرد؟", "کنیا برای چه از نروژ تقدیر کرد؟"),
    "ur": ("ناروے نے کینیا کو کس بات پر سراہا؟", "کینیا نے ناروے کو کس بات پر سراہا؟"),
    "zh": ("挪威赞赏肯尼亚什么？", "肯尼亚赞赏挪威什么？"),
}


@pytest.mark.parametrize("told", PRAISED)
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("which", [0, 1])
def test_who_praises_whom(telling_everyday: Telling, told: str, asked: str, which: int) -> None:
    library = telling_everyday(*PRAISED[told])
    assert [quote.text for quote in library.ask(ASKED[asked][which]).quotes] == [PRAISED[told][which]]


@pytest.mark.parametrize(
    ("question", "right", "other"),
    [
        (
            "What was Kenya praised for by Norway?",
            "Kenya was praised by Norway for its ferries.",
            "Norway was praised by Kenya for its bridges.",
        ),
        (
            "What did Norway congratulate Kenya on?",
            "Norway spoke highly of its partner and congratulated Kenya on the harvest.",
            "Kenya congratulated Norway on the elections.",
        ),
    ],
)
def test_by_whom_and_who_opens_the_sentence(telling_everyday: Telling, question: str, right: str, other: str) -> None:
    assert telling_everyday(right, other).ask(question).quotes[0].text == right


@pytest.mark.parametrize(
    "told",
    [
        "Kenya welcomed the support of Norway for the port of Mombasa.",
        "Kenya thanked Norway for supporting the port of Mombasa.",
        "The minister of Kenya in Norway said that both support the port of Mombasa.",
    ],
)
def test_what_leaves_it_open_is_not_taken_for_the_other_way_round(telling_everyday: Telling, told: str) -> None:
    assert telling_everyday(told).ask("How does Norway support Kenya?").quotes[0].text == told


def test_who_dies_is_not_said_to_have_done_it(telling_everyday: Telling) -> None:
    told = "Norway has killed over 300 Kenyans."
    assert telling_everyday(told).ask("How many Kenyans died?").quotes[0].text == told


@pytest.mark.parametrize(
    ("question", "first", "other"),
    [
        (
            "What did Kenya praise Norway for, and what did it congratulate it on?",
            "Kenya praised Norway for its bridges.",
            "Norway praised Kenya for its ferries.",
        ),
        ("肯尼亚赞赏挪威什么，又祝贺挪威什么？", "肯尼亚赞赏挪威的旧桥梁。", "挪威赞赏肯尼亚的新渡轮。"),
    ],
)
def test_of_two_deeds_of_one_the_first_tells_who_did_them(
    telling_everyday: Telling, question: str, first: str, other: str
) -> None:
    answer = telling_everyday(first, other).ask(question)
    assert [quote.text for quote in answer.quotes] == [first]
    assert answer.also_speaking == ()
