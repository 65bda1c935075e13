"""What a conversation remembers from one question to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cpecbot.models import Answer, AskOptions, Reason, Status, Turn

# A conversation is answered anew from so many questions before the newest; what was asked before them is long past.
_MOST_EARLIER = 20

Ask = Callable[[str, AskOptions], Answer]

# These neither ask anything nor end the subject that was talked about, nor has anything to be told of their reading.
TALK = frozenset(
    {
        *(Reason.EMPTY, Reason.GREETING, Reason.THANKS, Reason.LEAVING, Reason.MORE, Reason.GIBBERISH),
        *(Reason.CONTROL, Reason.LINK, Reason.UNREAD, Reason.ABILITIES, Reason.COMPLAINT, Reason.TRANSLATION),
        Reason.ORDER,
    }
)


def turn_after(answer: Answer, before: Turn | None, now: float) -> Turn | None:
    """The turn that the next question may lean on; what found nothing is no subject, but may be taken back."""
    if answer.reason in TALK or (answer.about and answer.about.is_listing):
        return before
    question = answer.understood or answer.question
    if answer.status is Status.ANSWERED or answer.reason is Reason.KIND_MISSING:
        return Turn(question, answer.language.code, now)
    return replace(before, missed=question) if before else Turn("", answer.language.code, now, missed=question)


def more_of(last: Answer | None, limit: int) -> Answer | None:
    """The next quotes of the ``last`` answer alone; None when all were shown."""
    if last is None or not last.more:
        return None
    understood = last.understood or last.question
    page, rest = last.more[:limit], last.more[limit:]
    found = Answer(last.question, last.language, last.kind, last.status, page, rest, understood=understood)
    return replace(found, spoken=last.spoken)


def answer_after(earlier: Sequence[str], question: str, ask: Ask, options: AskOptions) -> Answer:
    """What ``ask`` answers to ``question`` at the end of a conversation of ``earlier`` questions."""
    last: Answer | None = None
    for each in earlier[-_MOST_EARLIER:]:
        last, options = _next(each, last, ask, options)
    return _next(question, last, ask, options)[0]


def _next(question: str, last: Answer | None, ask: Ask, options: AskOptions) -> tuple[Answer, AskOptions]:
    """The answer behind the ``last`` one, and how to answer the question behind it."""
    answer = ask(question, options)
    if answer.reason is Reason.MORE:
        answer = more_of(last, options.limit) or answer
    turn = turn_after(answer, options.previous, options.now)
    return answer, replace(options, fallback_language=answer.language, previous=turn)
