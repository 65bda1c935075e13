"""The wordings that a person lists in ``config/contrasts.toml``: terms, their roles, and what contrasts with what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from msgspec import Struct, field

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.language_file import ConceptsFile, fault
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.lemmas import lemma
from cpecbot.languages import Language, Languages
from cpecbot.models import Dimension, Level
from cpecbot.tables import parse_toml, read_text

_SECTIONS = (
    "terms",
    "general",
    "happening",
    "alike",
    "changing",
    "doers",
    "hours",
    "gatherings",
    "opposites",
    "metonyms",
    "roles",
    "contrast",
    "synonyms",
)
_OCCASION = ("talks", "meetings", "course", "ceremony")
_Groups = tuple[tuple[str, ...], ...]
Worded = tuple[str, Language]
"""Words of a text, and the language that they are in."""
_CONTRAST_FIELDS = frozenset({"name", "subject", "dimension", "about", "options", "compare", "level", "reach"})


class Role(StrEnum):
    """What a term does for the generic rules; the file says which terms have it."""

    EDITION = "edition"  # "round", "session": numbers the meetings of one series
    SERIES = "series"  # "dialogue", "summit": what is held again and again
    STAGE = "stage"  # "round", "phase", "leg": what is told of the first is not told of the second
    SERIES_SPLIT = "series_split"  # "trilateral": makes another series of the same noun
    NUMBERED = "numbered"  # "anniversary", "phase": has one ordinal
    COUNTED = "counted"  # "sector", "killed": what a number counts
    TOLL = "toll"  # "killed", "injured": counts people, also those of one nation apart
    THING = "thing"  # "refinery", "dam": what a measure or a date is of
    OTHER_THING = "other_thing"  # "existing", "similar": speaks of another one
    HELD = "held"  # "was held", "co-chaired": what follows says by whom
    PROCEEDINGS = "proceedings"  # what happens at a meeting, on one day or the next
    OCCASION = "occasion"  # "visit", "statement": what a date dates
    STEP = "step"  # "begin", "complete": an occasion that every undertaking has
    OTHER_TIME = "other_time"  # "previous", "next": speaks of another edition
    AIM = "aim"  # "raise to": what is wanted is no measure of what is
    FUTURE = "future"  # "will be held": has not been yet
    NEXT = "next"  # "next", "upcoming": of the one to come
    ERA = "era"  # "century": its number is its name
    VENUE = "venue"  # "in", "held in"
    BETWEEN = "between"
    STANCE = "stance"
    BOTH_SIDES = "both_sides"
    ZONE = "zone"  # "local time", "GMT": the day of one place may be no day of another
    LIST_FRAME = "list_frame"  # "focus on", "cooperation in": what a list is a list of
    OPEN_LIST = "open_list"  # "such as"
    CONDITION = "condition"  # "provided that", "in accordance with"
    BASIS = "basis"  # "agreements", "international law": what a condition refers to


class Comparing(StrEnum):
    """How two sets of options compare."""

    SET = "set"  # equal: silent; one holds the other: detail; each has its own: they differ
    CHOICE = "choice"  # any option in common: silent


class Contrast(Struct, frozen=True):
    """Wordings of one point. A statement that holds a term of every group of ``about`` says the ``options`` it holds.

    ``reach`` is how many words may stand between an option and a term of the first group; 0 means the whole statement.
    """

    name: str
    subject: str
    dimension: Dimension
    about: tuple[frozenset[str], ...]
    options: frozenset[str]
    compare: Comparing = Comparing.SET
    level: Level = Level.DIFFERING
    reach: int = 0


class Contrasts(Struct, frozen=True, dict=True):
    """The loaded file. ``synonym_groups`` hold folded words; the first stands for its group.

    ``general``, ``happening`` (what only says that something takes place), ``alike`` (the first of those that tell of
    one deed), ``late`` and ``early`` (parts of a day), ``alone`` and ``shared`` (what one does, what many do),
    ``holding`` (what somebody gets), ``changing`` (what goes up or down), ``amounts`` (what only says that something
    has one), ``talks``, ``meetings``, their ``course`` and ``ceremony`` (what is done for form's sake), ``opposites``
    and ``metonyms`` speak of concepts of the glossary or the vocabulary, all else of terms. ``names`` is the first term
    of each role, which stands for all of them where a note names its subject.
    """

    terms: Glossary
    roles: Mapping[Role, frozenset[str]]
    contrasts: tuple[Contrast, ...]
    synonym_groups: Mapping[Language, _Groups]
    general: frozenset[str] = frozenset()
    metonyms: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[Role, str] = field(default_factory=dict)
    happening: frozenset[str] = frozenset()
    opposites: tuple[tuple[str, str], ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)
    late: frozenset[str] = frozenset()
    early: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    course: frozenset[str] = frozenset()
    ceremony: frozenset[str] = frozenset()
    changing: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()

    @cached_property
    def synonyms(self) -> Mapping[Language, Mapping[str, str]]:
        """The lemma that stands for a lemma and its synonyms; made when first needed, because lemmas take time."""
        return {
            language: {lemma(word, language): lemma(group[0], language) for group in groups for word in group}
            for language, groups in self.synonym_groups.items()
        }

    @cached_property
    def functional(self) -> frozenset[str]:
        """Terms that hold a sentence together and say nothing of its topic."""
        return frozenset().union(*(keys for role, keys in self.roles.items() if role is not Role.THING))

    def set_apart(self, one: Worded, other: Worded) -> bool:
        """Whether the two are wordings of one point that have no option in common: a second phase and a version 2.0."""
        said, told = (frozenset(each.concept for each in self.terms.match(*worded)) for worded in (one, other))
        points = ((said & each.options, told & each.options) for each in self.contrasts)
        return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in points)

    def role(self, role: Role) -> frozenset[str]:
        return self.roles.get(role, frozenset())

    def name(self, role: Role) -> str:
        return self.names.get(role, role)


def load_contrasts(path: Path, languages: Languages) -> Contrasts:
    """Read the file. Raises GlossaryError naming the file, the line and what to do."""
    return _Reader(path, read_text(path), languages).read()


class _Reader:
    """One pass over one file; knows where each thing stands, for the messages."""

    def __init__(self, path: Path, text: str, languages: Languages) -> None:
        self._languages = languages
        self._path = path
        self._text = text

    def read(self) -> Contrasts:
        data = parse_toml(self._text, self._path)
        for name in data.keys() - set(_SECTIONS):
            self._refuse(f"unknown section {name!r}{_near(name, _SECTIONS)}", name)
        terms = tuple(self._term(key, table) for key, table in self._table(data, "terms").items())
        hours, doers, gatherings, changing = (
            self._table(data, name) for name in ("hours", "doers", "gatherings", "changing")
        )
        roles = {role: self._known(data, role) for role in self._roles(data)}
        return Contrasts(
            Glossary(terms, self._languages, with_cldr=False),
            MappingProxyType({role: frozenset(keys) for role, keys in roles.items()}),
            tuple(self._contrast(table) for table in self._list(data)),
            MappingProxyType(self._with_brought(dict(self._synonyms(self._table(data, "synonyms"))))),
            frozenset(self._strings(self._table(data, "general").get("concepts", []), "concepts", "general")),
            MappingProxyType(self._metonyms(self._table(data, "metonyms"))),
            MappingProxyType({role: keys[0] for role, keys in roles.items() if keys}),
            frozenset(self._strings(self._table(data, "happening").get("concepts", []), "concepts", "happening")),
            tuple(self._opposites(self._table(data, "opposites").get("pairs", []))),
            MappingProxyType(dict(self._alike(self._table(data, "alike").get("groups", [])))),
            *(frozenset(self._strings(hours.get(name, []), name, "hours")) for name in ("late", "early")),
            *(frozenset(self._strings(doers.get(name, []), name, "doers")) for name in ("alone", "shared", "holding")),
            *(frozenset(self._strings(gatherings.get(name, []), name, "gatherings")) for name in _OCCASION),
            *(frozenset(self._strings(changing.get(name, []), name, "changing")) for name in ("concepts", "amounts")),
        )

    def _refuse(self, problem: str, needle: str) -> NoReturn:
        found = re.search(rf"(?<![\w]){re.escape(needle)}(?![\w])", self._text)
        line = self._text.count("\n", 0, found.start() if found else 0) + 1
        raise GlossaryError(f"{self._path}, line {line}: {problem}{'' if problem.endswith('?') else '.'}")

    def _table(self, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = data.get(name, {})
        if not isinstance(table, dict):
            self._refuse(f"{name!r} must be a table; write [{name}.…] headers", name)
        return table

    def _list(self, data: Mapping[str, Any]) -> list[Any]:
        listed = data.get("contrast", [])
        if not isinstance(listed, list):
            self._refuse("'contrast' must be a list of tables; write [[contrast]]", "contrast")
        return listed

    def _strings(self, listed: object, name: str, owner: str) -> tuple[str, ...]:
        if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
            self._refuse(f"{name} of {owner!r} must be a list of words", owner)
        return tuple(listed)

    def _metonyms(self, table: Mapping[str, Any]) -> dict[str, str]:
        for capital, country in table.items():
            if not isinstance(country, str):
                self._refuse(f"metonym {capital!r} must name one concept", capital)
        return dict(table)

    def _alike(self, listed: object) -> Iterator[tuple[str, str]]:
        for group in listed if isinstance(listed, list) else [listed]:
            words = self._strings(group, "a group", "alike")
            yield from ((word, words[0]) for word in words)

    def _opposites(self, listed: object) -> Iterator[tuple[str, str]]:
        for pair in listed if isinstance(listed, list) else [listed]:
            words = self._strings(pair, "a pair", "opposites")
            if len(words) != 2:
                self._refuse(f"{pair!r} must be a pair of concepts", "opposites")
            yield words[0], words[1]

    def _term(self, key: str, table: object) -> Concept:
        if not isinstance(table, dict) or not table:
            self._refuse(f'term {key!r} needs at least one language, such as en = ["…"]', key)
        for name in table.keys() - set(self._languages.codes):
            self._refuse(f"term {key!r} has an unknown language {name!r}{_near(name, self._languages.codes)}", key)
        forms = {self._languages[code]: self._strings(listed, code, key) for code, listed in table.items()}
        return Concept(key, ConceptKind.GENERIC, forms)

    def _roles(self, data: Mapping[str, Any]) -> tuple[Role, ...]:
        listed = self._table(data, "roles")
        for name in listed.keys() - set(Role):
            self._refuse(f"unknown role {name!r}{_near(name, tuple(Role))}", name)
        return tuple(Role(name) for name in listed)

    def _known(self, data: Mapping[str, Any], role: Role) -> tuple[str, ...]:
        keys = self._strings(data["roles"][role], "the list", role)
        for key in keys:
            if key not in data.get("terms", {}):
                self._refuse(f"role '{role}' names an unknown term {key!r}{_near(key, data.get('terms', {}))}", key)
        return keys

    def _contrast(self, table: Mapping[str, Any]) -> Contrast:
        name = str(table.get("name", ""))
        if not name:
            self._refuse("a [[contrast]] has no name", "contrast")
        for entry in table.keys() - _CONTRAST_FIELDS:
            self._refuse(f"contrast {name!r} has an unknown entry {entry!r}{_near(entry, _CONTRAST_FIELDS)}", entry)
        groups = table.get("about")
        if not isinstance(groups, list) or not groups:
            self._refuse(f"contrast {name!r} needs about = [[…], …]", name)
        try:
            return Contrast(
                name,
                str(table.get("subject", name)),
                Dimension(table.get("dimension", "")),
                tuple(frozenset(self._strings(group, "about", name)) for group in groups),
                frozenset(self._strings(table.get("options"), "options", name)),
                Comparing(table.get("compare", Comparing.SET)),
                Level(table.get("level", Level.DIFFERING)),
                int(table.get("reach", 0)),
            )
        except ValueError as error:
            self._refuse(f"contrast {name!r}: {error}", name)

    def _synonyms(self, tables: Mapping[str, Any]) -> Iterable[tuple[Language, _Groups]]:
        for code, groups in tables.items():
            if code not in self._languages.codes or not isinstance(groups, list):
                self._refuse(f"[synonyms] needs language = [[…], …], not {code!r}", code)
            seen: set[str] = set()
            folded = []
            for listed in groups:
                forms = self._strings(listed, "a group of synonyms", code)
                for form in forms:
                    if fold_text(form) in seen:
                        self._refuse(f"synonym {form!r} ({code}) stands in two groups; keep it in one", form)
                folded.append(tuple(map(fold_text, forms)))
                seen.update(folded[-1])
            yield self._languages[code], tuple(folded)

    def _with_brought(self, groups: dict[Language, _Groups]) -> dict[Language, _Groups]:
        """``groups`` and those that stand in the folders of the languages."""
        for language in self._languages:
            for forms in language.read(ConceptsFile).synonyms:
                group = tuple(map(fold_text, forms))
                twice = next((form for each in groups.get(language, ()) for form in each if form in group), None)
                if twice:
                    raise fault(language, f"synonym {twice!r} stands in two groups; keep it in one.", "synonyms")
                groups[language] = (*groups.get(language, ()), group)
        return groups


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean '{near[0]}'?" if near else f"; use one of: {', '.join(sorted(known))}" if known else ""
