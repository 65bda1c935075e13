"""Names that stand in brackets behind another name of the same: 帕纳希 (Jafar Panahi), "… Authority (NDMA)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.names.aliases.abbreviations import made_of, words_of
from cpecbot.language.names.aliases.extents import (
    around,
    capitalised,
    is_latin,
    quoted_before,
    run_before,
    without_grammar,
    words_before,
)
from cpecbot.language.names.aliases.given import Given, Mentions
from cpecbot.language.names.aliases.hearing import Ear, plain
from cpecbot.language.names.aliases.phrases import Phrases
from cpecbot.language.names.letters import letters_in
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.tokens import is_han
from cpecbot.languages import Language
from cpecbot.models import Span

_BRACKETS = expression(r"[(（]([^()（）\[\]]{2,80})[)）]")
_PARTS = expression(r"[,，،:：;；؛/]")
_MARKS = " \u00a0\u200c\u200e\u200f\"'“”‘’«»《》「」『』"
_MOST_WORDS = 7
# An institution has more words, or characters, than these only seldom fewer.
_LEAST_WORDS, _LEAST_RUN = 2, 4
_DIGIT = expression(r"\d")


class Brackets(Struct, frozen=True):
    """Reads the brackets of texts in one language."""

    language: Language
    ear: Ear
    mentions: Mentions

    def given(self, text: str) -> Iterator[Given]:
        for match in _BRACKETS.finditer(text):
            for part in _PARTS.split(match[1]):
                name, led = self.language.once(Phrases).without(part.strip(_MARKS))
                name = name.strip(_MARKS)
                if self._may_be_name(name):
                    yield from self._pairs(text, match.start(), name, led=led)

    def _may_be_name(self, name: str) -> bool:
        words = name.split()
        if not words or len(words) > _MOST_WORDS or len(name) < _LEAST_WORDS or _DIGIT.fullmatch(name[:1]):
            return False
        return not is_latin(name) or name[0].isupper()

    def _pairs(self, text: str, at: int, name: str, *, led: bool) -> Iterator[Given]:
        """What ``name``, in brackets ``at`` a place, is another name of; a word before it may have ``led`` to it."""
        quoted = quoted_before(text, at)
        if quoted:
            title = quoted.slice(text)
            if led or is_latin(title) != is_latin(name):
                yield Given(title, name)
            return
        words, run = words_before(text, at), run_before(text, at)
        if not words:
            return
        here, short = text[words[-1].start], letters_in(name, self.language)
        same = is_latin(here) == is_latin(name) and is_han(here) == is_han(name)
        whole = self._shortened(text, words, run, short or plain(name)) if same or short else None
        if whole:
            yield Given(whole.slice(text), name, short=True)
        elif same and not short:
            if led:
                found = self._as_mentioned(text, words, run)
                yield from [Given(found.slice(text), name, short=True)] if found else ()
        else:
            yield from self._in_another_script(text, words, run, name, short)

    def _shortened(self, text: str, words: Sequence[Span], run: Span | None, short: str) -> Span | None:
        """What before the bracket ``short`` is a short form of."""
        if run and is_han(short):
            count, whole = made_of(short, plain(run.slice(text))), self._as_mentioned(text, words, run)
            return whole if whole and 0 < count <= len(whole) else None
        article = fold_text(self.language.read(FormsFile).inflection.article)
        folded = [fold_text(word.slice(text)) for word in words]
        count = words_of(short.lower(), [word.removeprefix(article) or word for word in folded])
        return around(words[-count:]) if count else None

    def _in_another_script(
        self, text: str, words: Sequence[Span], run: Span | None, name: str, short: str
    ) -> Iterator[Given]:
        found = None if short else self._heard(text, words, run, name)
        if found:
            yield Given(found.slice(text), name, heard=True)
            yield from self._parts(found.slice(text), name)
        elif is_latin(text[words[-1].start]):
            named = capitalised(text, words, last=True)
            if len(named) >= _LEAST_WORDS:
                yield Given(around(named).slice(text), name)
        else:
            whole = self._as_mentioned(text, words, run, len(short))
            if whole:
                yield Given(whole.slice(text), name, short=bool(short))

    def _heard(self, text: str, words: Sequence[Span], run: Span | None, name: str) -> Span | None:
        """What before the bracket sounds as ``name``, or as its first or last words."""
        if run:
            # A word for its kind may stand behind it: 库纳尔省.
            places = [Span(start, run.end - more) for more in (0, 1) for start in range(run.start, run.end - 1 - more)]
        else:
            places = [around(words[-count:]) for count in range(1, min(len(words), _MOST_WORDS) + 1)]
        for wanted in _wholes(name):
            whole = wanted == plain(name)
            nearest = self.ear.nearest([place.slice(text) for place in places], wanted, whole=whole)
            if nearest is not None:
                return places[nearest]
        return None

    def _parts(self, written: str, name: str) -> Iterator[Given]:
        syllables, words = (written, name) if is_han(written[0]) else (name, written)
        if is_han(syllables[0]) and is_latin(words):
            pairs = self.ear.parts(syllables, [plain(word) for word in words.split()])
            yield from (Given(part, word, heard=True) for part, word in pairs)

    def _as_mentioned(self, text: str, words: Sequence[Span], run: Span | None, letters: int = 0) -> Span | None:
        """The longest name that ends at the bracket and is mentioned elsewhere too; else as many words as ``letters``.

        Where no space parts words, else all that no word of grammar parts.
        """
        if run:
            whole = self._behind_grammar(text, run)
            parts = [Span(start, run.end) for start in range(run.start, run.end - _LEAST_RUN + 1)]
        elif is_latin(text[words[-1].start]):
            named = capitalised(text, words, last=True)
            return around(named) if named else None
        else:
            named = without_grammar(text, words, self.language, last=True)
            parts = [around(named[-count:]) for count in range(len(named), _LEAST_WORDS - 1, -1)]
            whole = around(named[-letters:]) if letters >= _LEAST_WORDS and len(named) >= letters else None
        return next((part for part in parts if self.mentions.often(part.slice(text))), whole)

    def _behind_grammar(self, text: str, run: Span) -> Span | None:
        start = self.language.once(Phrases).end_of_grammar(run.slice(text), _LEAST_RUN)
        return Span(run.start + start, run.end) if len(run) - start >= _LEAST_RUN else None


def _wholes(name: str) -> Iterator[str]:
    """All words of ``name``, or else those at its end or its beginning."""
    words = [plain(word) for word in name.split()]
    for count in range(len(words), 0, -1):
        yield from dict.fromkeys(("".join(words[-count:]), "".join(words[:count])))
