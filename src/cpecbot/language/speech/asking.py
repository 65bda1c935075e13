"""Whose words a question asks for: "what has the minister pledged", "who said that"."""

from __future__ import annotations

from collections.abc import Iterable

from cpecbot.language.speech.clauses import Clauses
from cpecbot.language.speech.speakers import Naming
from cpecbot.language.speech.speech_file import SpeechFile
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span


def asked_of(text: str, language: Language, fixed: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Who may be named in the question ``text`` as the one who says what it asks for, in code points of it."""
    return language.once(_Asked).who(text, fixed)


def asks_of_saying(text: str, language: Language) -> bool:
    """Whether the question ``text`` has a verb of saying: "who said that", "who called for"."""
    return language.once(_Asked).has_verb(text)


class _Asked:
    """How one language asks for what somebody says."""

    def __init__(self, language: Language) -> None:
        file, naming = language.read(SpeechFile), language.once(Naming)
        self._language, self._file, self._naming = language, file, naming
        self._asking = naming.words(file.asking, joined=True)
        self._says = naming.words(file.verbs, joined=True, endings=file.endings)
        verbs = (*file.verbs, *file.positions, *file.weak, *file.reports, *file.bases)
        self._verb = naming.words(verbs, joined=True, endings=file.endings)

    def has_verb(self, text: str) -> bool:
        return self._says.search(fold_simply(text, self._language).text) is not None

    def who(self, text: str, fixed: Iterable[Span]) -> tuple[Span, ...]:
        folded = fold_simply(text, self._language)
        asking = self._asking.search(folded.text)
        if asking is None:
            return ()
        clauses = Clauses.of(text, folded, fixed, ())
        found = (self._of_verb(clauses, Span(*verb.span())) for verb in self._verb.finditer(folded.text))
        return tuple(folded.original(each) for each in found if each)

    def _of_verb(self, clauses: Clauses, place: Span) -> Span | None:
        if self._file.marker:
            return self._naming.marked(clauses, 0, place.start)
        if self._file.behind:
            return self._naming.behind(clauses, place.end)
        asking = self._asking.match(clauses.text)
        return self._naming.before(clauses, asking.end() if asking else 0, place.start)
