"""What a question asks of the articles by the roles of all its words, where no wording of a whole question is listed.

Every word has to be known, but for the name of an article, and for a topic where one can be asked about: so that
"which countries are mentioned in the agreement" is left to what the articles tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from cpecbot.answering.about.naming import Named, Naming, language_named
from cpecbot.answering.about.requests import Request
from cpecbot.language.questions.roles import Part, Role, roles_of
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import ValueKind, View

_PAPERS = frozenset({Role.SOURCES, Role.OUTLETS, Role.ONES})
_ASKING = frozenset({Role.WHICH, Role.WHO, Role.WHAT, Role.MANY})
_SPEAKING = frozenset({Role.MENTION, Role.MENTIONED, Role.UNMENTIONED})
_COMPARING = frozenset({Role.DIFFER, Role.ONLY, Role.REST, *_SPEAKING})
_STATED = frozenset({Role.OUTLETS, Role.WHOSE, Role.WHEN, Role.LANGUAGES})
_OF_A_TOPIC = frozenset({Role.UNKNOWN, Role.TONGUE, Role.LIGHT, Role.OF, Role.ON})
_NAMES = frozenset({Role.UNKNOWN, Role.TONGUE})
_AROUND_PAPERS = frozenset({Role.SHOW, Role.YOU, Role.LIGHT})
_SIZES = {Role.LONGEST: View.LONGEST, Role.SHORTEST: View.SHORTEST}


class _Asked(Struct, frozen=True):
    """A question by the roles of its parts: which articles it names, where, in which languages, and on what."""

    language: Language
    text: str
    parts: tuple[Part, ...]
    named: tuple[tuple[int, Named], ...]
    tongues: tuple[Language, ...]
    topic: str
    scattered: bool
    """Whether words with other roles stand inside the topic, so that it is several things."""

    @property
    def roles(self) -> frozenset[Role]:
        roles = frozenset(part.role for part in self.parts)
        return roles | {Role.WHICH, Role.SOURCES} if Role.ONES in roles else roles

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for _, named in self.named for source in named.sources))

    @property
    def bare(self) -> bool:
        """Whether it speaks of the articles in general."""
        return not (self.named or self.tongues or self.topic)

    def at(self, *roles: Role) -> list[int]:
        return [number for number, part in enumerate(self.parts) if part.role in roles]


class Composer(Struct, frozen=True):
    """Reads questions about the articles of one corpus word by word."""

    naming: Naming

    def read(self, text: str, language: Language) -> Request | None:
        """What ``text`` asks of the articles as ``language``; None where it asks for anything else."""
        parts = _without_numbers(text, roles_of(language).read(text), language)
        roles = _possible_roles(text, parts, language)
        rules = [rule for rule in _RULES if rule.may_read(roles)]
        if not rules:
            return None
        asked = self._asked(text, parts, language)
        return next((request for rule in rules if (request := rule.read(asked)) is not None), None)

    def _asked(self, text: str, parts: tuple[Part, ...], language: Language) -> _Asked:
        named: list[tuple[int, Named]] = []
        tongues: list[Language] = []
        rest: list[int] = []
        for number, part in enumerate(parts):
            if part.role not in _NAMES:
                continue
            name = part.span.slice(text)
            # "Chinese companies" are no articles in Chinese.
            beside = any(each.role is Role.UNKNOWN for each in parts[max(0, number - 1) : number + 2] if each != part)
            tongue = None if beside else language_named(name, language)
            found = None if tongue else self.naming.find(name, language)
            if tongue:
                tongues.append(tongue)
            elif found and found.sources:
                named.append((number, found))
            else:
                rest.append(number)
        within = parts[rest[0] : rest[-1] + 1] if rest else ()
        scattered = any(part.role not in _OF_A_TOPIC for part in within)
        topic = text[within[0].span.start : within[-1].span.end] if within else ""
        whole = self.naming.find(topic, language) if topic else None
        if whole and whole.sources:
            named, topic = sorted([*named, (rest[0], whole)], key=lambda each: each[0]), ""
        return _Asked(language, text, parts, tuple(named), tuple(tongues), topic, scattered)


def _without_numbers(text: str, parts: Sequence[Part], language: Language) -> tuple[Part, ...]:
    """``parts`` without a number that only counts the articles: "all five articles"."""
    before = [
        part for number, part in enumerate(parts) if part.role is Role.UNKNOWN and _before_papers(parts[number + 1 :])
    ]
    if not before:
        return tuple(parts)
    counts = [value.span for value in find_values(text, language) if value.kind is ValueKind.NUMBER]
    return tuple(part for part in parts if part not in before or part.span not in counts)


def _possible_roles(text: str, parts: Sequence[Part], language: Language) -> frozenset[Role]:
    """The roles of ``parts``; what no list knows may also be the name of a language."""
    roles = frozenset(part.role for part in parts)
    unknown = (part.span.slice(text) for part in parts if part.role is Role.UNKNOWN)
    return roles | {Role.TONGUE} if any(language_named(name, language) for name in unknown) else roles


def _mentions(asked: _Asked) -> Request | None:
    """Which of the articles speak of a topic, and which do not."""
    roles = asked.roles
    if not asked.topic or asked.named or asked.tongues or roles & {Role.WHY, Role.DIFFER, Role.ONLY}:
        return None
    if asked.scattered or _of_something(asked):
        return None
    of_some = Role.WHICH in roles or _of_all(asked)
    saying = Role.SAY in roles and (Role.DENIED in roles or (Role.ON in roles and of_some))
    said = asked.at(*_SPEAKING) or (asked.at(Role.SAY) if saying else [])
    if not said or not _asks_which(asked):
        return None
    # "Who mentions it", but not "who is mentioned in it".
    active = Role.MENTIONED not in roles and min(asked.at(Role.WHO), default=said[0]) < said[0]
    return Request(asked.language, View.MENTIONS, topic=asked.topic) if roles & _PAPERS or active else None


def _of_something(asked: _Asked) -> bool:
    """Whether the sources are those of a topic: "sources of energy", "energy sources"."""
    for number, part in enumerate(asked.parts):
        before, behind = asked.parts[max(0, number - 1) : number], asked.parts[number + 1 : number + 3]
        if part.role is Role.SOURCES:
            compound = any(
                each.role is Role.UNKNOWN and not asked.text[each.span.end : part.span.start].strip() for each in before
            )
            if compound or [each.role for each in behind] == [Role.OF, Role.UNKNOWN]:
                return True
    return False


def _of_all(asked: _Asked) -> bool:
    """Whether it asks whether all of them do: "all your articles", 所有的文章."""
    return any(_before_papers(asked.parts[number + 1 :]) for number in asked.at(Role.SHOW))


def _asks_which(asked: _Asked) -> bool:
    """Not what they say; "what articles" asks which, «کیا تمام مضامین» whether they do."""
    return all(_before_papers(asked.parts[number + 1 :]) for number in asked.at(Role.WHAT))


def _before_papers(parts: Sequence[Part]) -> bool:
    """Whether the first of ``parts`` is the articles, all of them or yours."""
    behind = (part.role for part in parts if part.role not in _AROUND_PAPERS)
    return next(behind, None) in _PAPERS


def _alone(asked: _Asked) -> Request | None:
    """What one tells that the others do not, or leaves out."""
    roles, sources, language = asked.roles, asked.sources, asked.language
    if not asked.named or asked.topic or asked.tongues or Role.DIFFER in roles or roles & {Role.WHY, *_STATED}:
        return None
    if Role.ONLY in roles:
        return Request(language, View.ALONE, sources)
    denied = asked.at(Role.DENIED, Role.UNMENTIONED)
    if not denied:
        return None
    if Role.REST in roles:
        return Request(language, View.ALONE, sources)
    if len(asked.named) == 1:
        return Request(language, View.ALONE, (), sources) if roles & {Role.SAY, Role.UNMENTIONED} else None
    _, silent = min(asked.named, key=lambda each: (abs(each[0] - denied[-1]), -each[0]))
    told = tuple(source for source in sources if source not in silent.sources)
    return Request(language, View.ALONE, told, silent.sources)


def _differences(asked: _Asked) -> Request | None:
    """Where they differ, or why."""
    roles = asked.roles
    differing = Role.DIFFER in roles or {Role.WHY, Role.SAY, Role.REST} <= roles
    if not differing or asked.tongues or roles & _SPEAKING:
        return None
    among = roles & {*_PAPERS, Role.REST} or len(asked.named) > 1
    if asked.topic and (not among or (asked.scattered and Role.DIFFER in roles)):
        return None
    view = View.WHY if Role.WHY in roles else View.DIFFERENCES
    topic = asked.topic if Role.DIFFER in roles else ""
    return Request(asked.language, view, asked.sources, topic=topic)


def _extent(asked: _Asked) -> Request | None:
    """Which is the longest, or the shortest."""
    size = next((view for role, view in _SIZES.items() if role in asked.roles), None)
    is_asked = asked.bare and asked.roles & {*_PAPERS, *_ASKING, Role.WHOSE}
    return Request(asked.language, size) if size and is_asked else None


def _in_language(asked: _Asked) -> Request | None:
    """Which are in a language."""
    roles = asked.roles
    if len(asked.tongues) != 1 or asked.topic or asked.named or roles & _COMPARING:
        return None
    outlet = {Role.WHICH, Role.OUTLETS} <= roles
    if (roles & {Role.SAY, Role.ABILITY} and not outlet) or (
        Role.WHO in roles and not roles & {Role.OUTLETS, Role.WHOSE}
    ):
        return None
    stated = Role.WHAT in roles and (roles & _STATED or len(asked.at(Role.SOURCES)) > 1)
    stated = stated or {Role.OUTLETS, Role.SOURCES} <= roles
    if not (stated or roles & {Role.WHICH, Role.MANY, Role.EXISTS, Role.SHOW, Role.WHY, Role.WHOSE}):
        return None
    view = View.COUNT if Role.MANY in roles else View.LISTING
    return Request(asked.language, view, tongue=asked.tongues[0])


def _stated(asked: _Asked) -> Request | None:
    """What an article states of itself: its outlet, its day, its language."""
    roles = asked.roles
    said = {Role.SAY, Role.WHAT} <= roles
    if not asked.named or asked.topic or asked.tongues or said or roles & _COMPARING:
        return None
    named = roles & _STATED or (roles & {Role.WHICH, Role.WHAT, Role.WHO} and Role.SOURCES in roles)
    return Request(asked.language, View.LISTING, asked.sources) if named else None


def _listing(asked: _Asked) -> Request | None:
    """How many there are, which, in which languages and from where."""
    roles = asked.roles
    if not asked.bare or roles & {Role.SAY, Role.WHY, Role.LONGEST, Role.SHORTEST, *_COMPARING}:
        return None
    if Role.MANY in roles and roles & _PAPERS:
        return Request(asked.language, View.COUNT)
    if roles & _PAPERS and roles & {Role.WHICH, Role.WHAT, Role.WHO, Role.WHOSE, Role.LANGUAGES, Role.SHOW}:
        return Request(asked.language, View.LISTING)
    return Request(asked.language, View.LISTING) if {Role.YOU, Role.WHOSE} <= roles else None


def _abilities(asked: _Asked) -> Request | None:
    """What can be asked, and what the program does."""
    roles = asked.roles
    personal = Role.YOU in roles or (Role.ME in roles and roles & {Role.WHAT, Role.WHICH, Role.WHO})
    is_asked = asked.bare and Role.ABILITY in roles and personal
    return Request(asked.language) if is_asked and not roles & {Role.WHY, Role.SAY, *_COMPARING} else None


class _Rule(Struct, frozen=True):
    """What reads a question that holds one of each of the roles it ``needs``; a ``bare`` one names nothing more."""

    read: Callable[[_Asked], Request | None]
    needs: tuple[frozenset[Role], ...]
    bare: bool = False

    def may_read(self, roles: frozenset[Role]) -> bool:
        """Whether it may read a question with such ``roles``: to find what a question names costs most."""
        if self.bare and not roles.isdisjoint(_NAMES):
            return False
        return not any(roles.isdisjoint(need) for need in self.needs)


_RULES = (
    _Rule(_mentions, (_SPEAKING | {Role.SAY}, _PAPERS | {Role.WHO}, _NAMES)),
    _Rule(_alone, (frozenset({Role.ONLY, Role.DENIED, Role.UNMENTIONED}), _NAMES)),
    _Rule(_differences, (frozenset({Role.DIFFER, Role.REST}),)),
    _Rule(_extent, (frozenset(_SIZES),), bare=True),
    _Rule(_in_language, (frozenset({Role.TONGUE}),)),
    _Rule(_stated, (_STATED | {Role.SOURCES, Role.ONES}, _NAMES)),
    _Rule(_listing, (_PAPERS | {Role.WHOSE},), bare=True),
    _Rule(_abilities, (frozenset({Role.ABILITY}),), bare=True),
)
