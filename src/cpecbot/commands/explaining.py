"""The command ``explain``: how a question was understood, and why each sentence was or was not quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cpecbot.commands.library import open_for_command
from cpecbot.commands.lines import say_line
from cpecbot.commands.options import answer_options, question_argument, question_of, with_settings
from cpecbot.settings import Settings

if TYPE_CHECKING:
    from cpecbot.answering.explaining import Explanation, SentenceExplanation, UnitExplanation


@click.command()
@question_argument
@with_settings
def explain(settings: Settings, words: tuple[str, ...]) -> None:
    """Show how a question is understood, and why it is or is not answered."""
    question = question_of(words)
    explanation = open_for_command(settings).library.explain(question, answer_options(settings))
    for line in explanation_lines(explanation):
        say_line(line, settings.bidi)


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    query, answer = explanation.query, explanation.answer
    yield f"Question  {query.text}"
    if answer.did_you_mean:
        yield f"Spelling  read as: {answer.did_you_mean}"
    yield f"Language  {query.language}"
    yield f"Kind      {query.kind}"
    yield "Units     (weight in nats; what each is found by)"
    yield from map(_unit_line, explanation.units)
    reason = f", {answer.reason}" if answer.reason else ""
    yield f"Outcome   {answer.status}{reason}, {len(answer.quotes)} quoted, {len(answer.more)} more"
    yield f"Sentences (those that cover at least {explanation.floor:.2f} of the question pass)"
    for sentence in explanation.sentences:
        yield from _sentence_lines(sentence)


def _unit_line(each: UnitExplanation) -> str:
    keys = " ".join(sorted(each.unit.keys)) + "".join(f" <{key}" for key in sorted(each.unit.broader))
    return f"  {each.weight:6.2f}  {each.unit.text}: {keys}{'' if each.known else '  (in no article)'}"


def _sentence_lines(each: SentenceExplanation) -> Iterator[str]:
    from cpecbot.language.sentences.wrapping import on_one_line  # noqa: PLC0415 - loaded by now

    mark = "+" if each.passed else "-"
    sentence = each.sentence
    shown = on_one_line(sentence.text, sentence.language)
    yield f"  {mark} {each.coverage:5.2f}  {sentence.source}:{sentence.span.start}  {shown}"
    parts = ", ".join(f"{text} {share:.2f}" for text, share in each.contributions)
    yield f"           {parts or 'nothing of the question'}"
    if each.answering:
        yield f"           answers with: {' · '.join(each.answering)}"


COMMANDS = {"explain": explain}
