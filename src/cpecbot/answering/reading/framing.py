"""What of a message is the question, where people first say who they are, and thank at the end."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.language.questions.kinds import question_words
from cpecbot.language.sentences.boundaries import sentence_spans
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Span


def asked_part(text: str, language: Language) -> str:
    """``text`` from its first sentence that asks to its last; the whole of it where none does."""
    asking = [span for span in _sentences(text, language) if _asks(span.slice(text), language)]
    return text[asking[0].start : asking[-1].end].strip() if asking else text


def _sentences(text: str, language: Language) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield from (span.shift(start) for span in sentence_spans(line, language))
        start += len(line)


def _asks(sentence: str, language: Language) -> bool:
    marks = tuple(each.profile.punctuation.question for each in language.peers)
    return sentence.rstrip().endswith(marks) or question_words(language).read(sentence).kind is not QuestionKind.TOPIC
