"""What a question ties together, so that a sentence which ties it otherwise is known to tell of something else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from cpecbot.answering.mismatches.both import Person, both, tells_not_of_both
from cpecbot.answering.mismatches.deeds import Deed, deed, did_another
from cpecbot.answering.mismatches.denial import denied_unit, is_contrary, is_opposite
from cpecbot.answering.mismatches.elsewhere import Scene, happened_elsewhere, scenes
from cpecbot.answering.mismatches.kindred import named_ones, names_another_of_the_kind
from cpecbot.answering.mismatches.kinds import Qualified, is_another_kind, qualified
from cpecbot.answering.mismatches.namesakes import FullName, full_names, names_a_namesake
from cpecbot.answering.mismatches.numbered import Numbered, is_of_another_number, numbered
from cpecbot.answering.mismatches.offices import names_no_office, offices
from cpecbot.answering.mismatches.opposites import Contrary, contraries, is_ruled_out
from cpecbot.answering.mismatches.others import goes_on_about_another, persons, tells_of_somebody_else
from cpecbot.answering.mismatches.owners import Owned, is_office_of_another, owned
from cpecbot.answering.mismatches.pairs import Pair, pairs
from cpecbot.answering.mismatches.plans import Happening
from cpecbot.answering.mismatches.rivals import Rivalry, Slot, names_another, slots
from cpecbot.answering.mismatches.swapped import Agent, agent, is_swapped, told_doers
from cpecbot.answering.mismatches.times import dated, happened_another_time, tells_another_year
from cpecbot.answering.reading.before import asks_of_before
from cpecbot.language.concepts.concept import Concept
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry


class Asked(Struct, frozen=True):
    """What a ``query`` ties together.

    ``scenes`` are where it happened, ``slots`` the nouns with what tells one of a kind from another,
    ``deed`` is what somebody did to something, ``denied`` what it says is not so, ``times`` when it was,
    ``offices`` those whose holder it asks for, ``owned`` those of one body or country, ``full_names`` the names in two
    words, ``kindred`` what it calls by a name that others of the kind do not have, ``kinds`` what tells which of a
    kind is meant,
    ``happening`` whether that has been done, ``pairs`` the words that belong together,
    ``contraries`` what rules out something else, ``agent`` who did what was done,
    ``series`` which of a series is meant.
    ``persons`` are the names of each of those whose number or time it asks for, ``both`` those between whom something
    was done or not.
    """

    query: Query
    scenes: tuple[Scene, ...]
    slots: tuple[Slot, ...]
    deed: Deed | None
    rivalry: Rivalry
    denied: Unit | None
    times: tuple[Unit, ...]
    offices: tuple[Unit, ...]
    owned: tuple[Owned, ...]
    full_names: tuple[FullName, ...]
    kindred: tuple[Concept, ...]
    kinds: tuple[Qualified, ...]
    happening: Happening | None
    persons: tuple[tuple[Unit, ...], ...]
    pairs: tuple[Pair, ...]
    contraries: tuple[Contrary, ...]
    agent: Agent | None
    series: tuple[Numbered, ...]
    both: tuple[Person, ...]

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Asked:
        places, nouns = tuple(scenes(query, glossary)), tuple(slots(query, glossary))
        rivalry, names = Rivalry.of(query, glossary), tuple(full_names(query, glossary))
        return cls(
            query,
            places,
            nouns,
            deed(query, glossary),
            rivalry,
            denied_unit(query),
            dated(query),
            tuple(offices(query, glossary)),
            tuple(owned(query, glossary)),
            names,
            named_ones(query, glossary),
            # "The last visit before this one" is told of as what now happens for the first time since.
            () if asks_of_before(query) else tuple(qualified(query, glossary)),
            Happening.of(query, glossary),
            tuple(persons(query)),
            tuple(pairs(query, glossary)),
            tuple(contraries(query, glossary)),
            agent(query, glossary),
            tuple(numbered(query, glossary)),
            both(query, names, glossary),
        )

    def differs(
        self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], named: Mapping[Unit, Collection[str]]
    ) -> bool:
        """Whether ``entry``, where the units ``matched`` stand, tells of another thing than the one asked about.

        ``named`` are the articles that speak of each unit.
        """
        told = frozenset(key for unit in named if entry.sentence.source in named[unit] for key in unit.keys)
        return (
            happened_elsewhere(entry, self.scenes, matched, told, self.rivalry)
            or names_another(entry, self.slots, matched, told, self.rivalry)
            or did_another(entry, self.deed, matched, told, self.rivalry.glossary)
            or happened_another_time(entry, self.times, matched, told)
            or goes_on_about_another(entry, self.slots, matched, told)
            or tells_of_somebody_else(entry, self.persons, matched, named)
            or tells_another_year(entry, self.times, matched)
            or names_no_office(entry, self.offices, matched)
            or is_office_of_another(entry, self.owned, matched, told, self.rivalry.glossary)
            or names_a_namesake(entry, self.full_names, matched, named)
            or names_another_of_the_kind(entry, self.kindred, self.rivalry.glossary)
            or is_another_kind(entry, self.kinds, matched, self.rivalry.glossary)
            or is_ruled_out(entry, self.contraries, self.rivalry.glossary)
            or is_opposite(entry, self.denied, matched)
            or is_of_another_number(entry, self.series, matched, told)
            or tells_not_of_both(entry, self.both, told)
            or is_swapped(entry, self.agent, matched, self.rivalry.glossary)
            or (self.happening is not None and self.happening.is_still_to_come(entry, matched))
        )

    def is_contrary(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether ``entry`` says that something is not so which the question takes for so, or the other way round."""
        return is_contrary(entry, self.query, self.denied, matched)

    def is_otherwise(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether ``entry`` tells as planned what the question takes for done, or the other way round."""
        return self.happening is not None and self.happening.is_otherwise(entry, matched)

    def is_done_by_whom_asked(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether ``entry`` surely says that whoever did it by the question did."""
        asked = self.agent
        return asked is not None and asked.did in told_doers(entry, asked, matched, self.rivalry.glossary)

    def parted(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> Iterator[Unit]:
        """The units that say which of a thing is meant and that ``entry`` says of something else."""
        return (pair.which for pair in self.pairs if pair.is_parted(entry, matched))
