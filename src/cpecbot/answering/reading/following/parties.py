"""Who acts and who is acted on: "and Pakistan?" after what China says of Kashmir, "and the other way round?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from cpecbot.answering.reading.following.replacing import Place
from cpecbot.answering.reading.following.sorts import Sorts, alike
from cpecbot.answering.wanted.kinds import KINDLESS
from cpecbot.language.text.folding import fold, fold_text
from cpecbot.models import Query, Span, Unit

# Whether the articles tell what a unit of a question says.
Speaks = Callable[[Unit], bool]
_TWO = 2


class Parties(Struct, frozen=True):
    """Puts one party of the last question in the place of another; ``speaks`` knows whose words the articles tell."""

    sorts: Sorts
    speaks: Speaks

    def place(self, last: Query, new: Unit) -> Place | None:
        """Where ``last`` names the party whose words or deeds it asks for, if ``new`` is another that is heard of."""
        states = [unit for unit in last.units if self.sorts.is_state(unit)]
        old = last.speaker or (states[0] if len(states) == 1 and last.kind not in KINDLESS else None)
        if old is None or alike(new, last.units) or not self.sorts.is_party(old):
            return None
        return Place(old.span, (old,), new.span) if self.sorts.is_party(new) and self.speaks(new) else None

    def exchanged(self, last: Query, new: Sequence[Unit] = ()) -> str | None:
        """``last`` with its two parties in each other's place; None where it names no two.

        Where ``new`` are named, it is the second of them, or both the other way round.
        """
        named = sorted((unit for unit in last.units if self.sorts.is_state(unit)), key=lambda unit: unit.span)
        if len(named) != _TWO or alike(named[0], named[1:]) or (new and not _turned(named, new)):
            return None
        first, second = (self._name(unit, last) for unit in named)
        if (first.start, second.start) != (named[0].span.start, named[1].span.start):
            return None  # what is written onto the front of a name may change it
        text = last.text
        between = text[first.end : second.start]
        return f"{text[: first.start]}{second.slice(text)}{between}{first.slice(text)}{text[second.end :]}"

    def _name(self, unit: Unit, last: Query) -> Span:
        """Where the name alone stands, without what is written onto it."""
        folded = fold(unit.text)
        concept = self.sorts.glossary.find(unit.concept or "")
        forms = concept.forms.get(last.language, ()) if concept else ()
        names = (fold_text(form.removeprefix("=")) for form in forms)
        name = max((each for each in names if each in folded.text), key=len, default=folded.text)
        at, size = folded.text.index(name), len(name)
        return folded.original(Span(at, at + size)).shift(unit.span.start)


def _turned(named: Sequence[Unit], new: Sequence[Unit]) -> bool:
    wanted = named[::-1] if len(new) == _TWO else named[1:]
    return len(new) == len(wanted) and all(alike(one, [other]) for one, other in zip(new, wanted, strict=True))
