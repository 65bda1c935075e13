"""A language that nobody here reads is known by its script or by its small words, and never by a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.unread import is_unread
from fakes.languages import LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Где?",
            "Когда и где подписали соглашение CPEC?",
            "परियोजना कहाँ है",
            "언제 열렸나요?",
            "Πότε έγινε;",
            "第七回の対話はいつ開かれましたか",
        ),
        *("สวัสดี", "東京はいつですか", "Où est le port ?", "Quand est-ce ?", "Quando foi?", "Wie hoch ist der Damm?"),
        *("Dove si è svolto?", "Liman hangi ilde ve ne zaman", "Kapan dan di mana?", "Kiedy odbyła się runda?"),
        *("سيمينار ڪٿي آهي؟", "کنفرنس په کوم ځای کې سره وشوه چېرته"),
    ],
)
def test_a_question_in_another_language_is_unread(text: str) -> None:
    assert is_unread(text, LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        *("", "?", "123", "👍", "Who is Путин?", "谁是Путин？", "Путин چه گفت؟", "El Salvador", "Ursula von der Leyen"),
        *(
            "Rio de Janeiro",
            "Guerra de los Cien Años",
            "Krieg und Frieden",
            "Il Nome della Rosa",
            "What is a sombrero?",
        ),
        *(
            "Gwadar kahan hai?",
            "kya kab hua",
            "اجلاس کب ہوا؟",
            "جلسه کی بود؟",
            "متى عقدت الجولة؟",
            "会议何时召开",
            "東京",
        ),
        *("asdf qwer zxcv", "When was the Quai d'Orsay built?", "Was ist in the report?"),
    ],
)
def test_a_name_a_title_and_whatever_is_read_are_not(text: str) -> None:
    assert not is_unread(text, LANGUAGES)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str) -> None:
    assert is_unread(text, LANGUAGES) in {True, False}
