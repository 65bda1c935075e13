"""Why a question went unanswered, in words."""

from __future__ import annotations

from cpecbot.i18n import Message, Plural, format_list, language_name
from cpecbot.models import NO_LIMITS, Answer, QuestionKind, Reason
from cpecbot.rendering.answer.context import Context

_REASONS = {
    Reason.EMPTY: Message.NO_ANSWER_EMPTY,
    Reason.GREETING: Message.NO_ANSWER_GREETING,
    Reason.THANKS: Message.NO_ANSWER_THANKS,
    Reason.LEAVING: Message.NO_ANSWER_LEAVING,
    Reason.MORE: Message.NOTHING_MORE,
    Reason.GIBBERISH: Message.NO_ANSWER_GIBBERISH,
    Reason.CONTROL: Message.NO_ANSWER_CONTROL,
    Reason.LINK: Message.NO_ANSWER_LINK,
    Reason.ABILITIES: Message.NO_ANSWER_ABILITIES,
    Reason.COMPLAINT: Message.NO_ANSWER_COMPLAINT,
    Reason.TRANSLATION: Message.NO_ANSWER_TRANSLATION,
    Reason.ORDER: Message.NO_ANSWER_ORDER,
    Reason.OFF_TOPIC: Message.NO_ANSWER_OFF_TOPIC,
    Reason.NEAR_TOPIC: Message.NO_ANSWER_NEAR_TOPIC,
    Reason.KIND_MISSING: Message.NO_ANSWER_KIND_MISSING,
}
_KINDS = {
    QuestionKind.WHEN: Message.NO_DATE,
    QuestionKind.WHERE: Message.NO_PLACE,
    QuestionKind.WHO: Message.NO_PERSON,
    QuestionKind.HOW_MANY: Message.NO_NUMBER,
    QuestionKind.HOW_MUCH: Message.NO_SUM,
    QuestionKind.YES_NO: Message.NO_YES_NO,
}
_NOT_FOUND = frozenset({Reason.OFF_TOPIC, Reason.NEAR_TOPIC, Reason.KIND_MISSING})
_MOST_MISSING = 8


def no_answer_text(answer: Answer, context: Context) -> tuple[str, ...]:
    """A line on why, one on the words that no source speaks of, and how to be understood if that was the reason."""
    lines = [_why(answer, context)]
    if answer.missing:
        words = answer.missing[:_MOST_MISSING]
        told = context.list_words(words, style="or")
        lines.append(context.words.plural(Plural.MISSING_WORDS, len(words), words=told))
    if answer.romanised:
        lines += context.words.text(Message.NO_ANSWER_ROMANISED).split("\n")
    return tuple(lines)


def _why(answer: Answer, context: Context) -> str:
    words = context.words
    # Of sources that were not looked at nothing can be said.
    if answer.reason is Reason.FILTERED_OUT or (answer.reason in _NOT_FOUND and answer.limits != NO_LIMITS):
        return words.text(Message.NO_ANSWER_FILTERED_OUT, filters=words.text(Message.YOUR_LIMITS))
    if answer.reason is Reason.UNREAD:
        read = [language_name(each, context.language) for each in context.language.peers]
        return words.text(Message.NO_ANSWER_UNREAD, languages=format_list(read, context.language))
    if answer.reason is Reason.KIND_MISSING and answer.kind in _KINDS:
        return words.text(_KINDS[answer.kind])
    return words.text(_REASONS[answer.reason] if answer.reason else Message.NO_ANSWER)
