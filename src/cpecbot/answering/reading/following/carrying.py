"""What of the last question goes along with the newest one, and how it is written there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import VALUE, meanings
from cpecbot.answering.reading.following.sorts import Sorts, alike
from cpecbot.answering.reading.words import blank
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.questions.continuing import asking_words
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.questions.measured import wordings
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Unit


class Carrying(Struct, frozen=True):
    """Chooses among the units of the last question, and words them in the language of the newest."""

    sorts: Sorts

    def topics(self, last: Query, own: Sequence[Unit] = ()) -> list[Unit]:
        """What ``last`` was about, for a question that says itself what happened with its ``own`` units.

        The verb is left out where something is named that it happened to.
        """
        units = self.event(last, own)
        if not self._named(units):
            return units
        verb = self._verb(last)
        return [unit for unit in units if unit is not verb]

    def things(self, last: Query, own: Sequence[Unit] = ()) -> list[Unit]:
        """As ``topics``, without all that happens."""
        units = self.event(last, own)
        return [unit for unit in units if not self.sorts.happens(unit)] if self._named(units) else units

    def event(self, last: Query, own: Sequence[Unit] = ()) -> list[Unit]:
        """All that ``last`` says, for a question that only asks: "and where?"."""
        units = [unit for unit in last.units if not unit.light and not alike(unit, own)]
        units = units or [unit for unit in last.units if not alike(unit, own)]
        return [unit for unit in units if not self.sorts.is_beside(unit)] or units

    def beside(self, text: str, words: Sequence[str], language: Language) -> str:
        """``text`` with the carried ``words`` in parentheses."""
        if not words:
            return text.strip()
        written = language.profile.punctuation.comma.join(dict.fromkeys(words))
        return f"{text.strip()}{language.profile.punctuation.parentheses.format(written)}"

    def words(self, units: Iterable[Unit], query: Query, language: Language) -> list[str]:
        """``units`` of ``query`` in ``language``; those that stand side by side there as one.

        Question words inside of one are left out: «افتتاح کس نے کیا».
        """
        units = sorted(units, key=lambda unit: unit.span)
        if query.language != language:
            return [self.translated(unit, language) for unit in units]
        runs: list[Span] = []
        for unit in units:
            if runs and runs[-1].end <= unit.span.start and not query.text[runs[-1].end : unit.span.start].strip():
                runs[-1] = Span(runs[-1].start, unit.span.end)
            else:
                runs.append(unit.span)
        said = blank(query.text, question_words(query.language).spans(query.text))
        return [" ".join(run.slice(said).split()) or run.slice(query.text) for run in runs]

    def translated(self, unit: Unit, language: Language) -> str:
        """What ``unit`` is called in ``language``, by its concept or a sense; a number in digits, the rest as is."""
        glossary = self.sorts.glossary
        senses = sorted(meanings(unit))
        for key in filter(None, (unit.concept, *senses)):
            concept = glossary.find(key)
            if concept and concept.forms.get(language):
                return glossary.label(key, language)
        numbers = [key.removeprefix(VALUE) for key in unit.keys if key.startswith(VALUE)]
        return next((number for number in numbers if number.isdecimal()), unit.text)

    def asking(self, last: Query, language: Language) -> list[str]:
        """Words of ``language`` that ask for what ``last`` asks."""
        if last.measured is not None:
            asked = next((each.asked for measured, each in wordings(language) if measured is last.measured), ())
            if asked:
                return [asked[0]]
        words = asking_words(language, last.kind) if last.kind is not QuestionKind.TOPIC else None
        return [words] if words else []

    def _named(self, units: Iterable[Unit]) -> bool:
        return any(not self.sorts.happens(unit) and not self._qualifies(unit) for unit in units)

    def _verb(self, last: Query) -> Unit | None:
        """What happens in ``last``, as far as the order of its words tells it from the nouns for what happens."""
        happening = sorted((unit for unit in last.units if self.sorts.happens(unit)), key=lambda unit: unit.span)
        order = grammar(last.language)
        first = order.subject_after_verb or (last.kind is QuestionKind.WHO and not order.verb_last)
        return happening[0 if first else -1] if happening else None

    def _qualifies(self, unit: Unit) -> bool:
        return self.sorts.is_value(unit) or self.sorts.is_quality(unit)


def touch(one: Span, other: Span, text: str) -> bool:
    """Whether nothing but white space stands between the two."""
    first, second = sorted((one, other))
    return first.end <= second.start and not text[first.end : second.start].strip()
