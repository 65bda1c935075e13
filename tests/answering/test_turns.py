"""A conversation that is answered anew."""

from __future__ import annotations

from cpecbot.answering import answer_after
from cpecbot.models import Answer, AskOptions, QuestionKind, Status
from fakes.languages import EN


def test_of_a_long_conversation_only_the_end_is_answered_anew() -> None:
    asked: list[str] = []

    def ask(question: str, options: AskOptions) -> Answer:
        del options
        asked.append(question)
        return Answer(question, EN, QuestionKind.TOPIC, Status.NO_ANSWER)

    answer = answer_after([f"question {number}" for number in range(1000)], "and where?", ask, AskOptions())
    assert answer.question == "and where?"
    assert asked[0] == "question 980"
    assert len(asked) == 21
