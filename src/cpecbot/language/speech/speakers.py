"""Where a sentence names whoever speaks: the words around a verb of saying, without what else stands beside them."""

from __future__ import annotations

import re

from cpecbot.expressions import expression
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.speech.clauses import Clauses, hull, stripped
from cpecbot.language.speech.speech_file import SpeechFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import Span

# In code points: nobody is called by more. What stands there is a clause, and names him only at its beginning.
LONGEST = 160

# What may stand between a name and what somebody is: a comma, a bracket, a mark of quotation around either.
_BESIDE = expression(r'[\s,()"-]+')


class Naming:
    """The words of one language that bound the name of whoever speaks."""

    def __init__(self, language: Language) -> None:
        file = language.read(SpeechFile)
        self._language = language
        self._shortest = 2 if language.profile.spaced else 1
        self._edges = (r"(?<!\w)", r"(?!\w)") if language.profile.spaced else ("", "")
        conjunctions = language.read(FormsFile).inflection.conjunctions
        self._joined = f"(?:{any_of(longest_first(map(fold_text, conjunctions)))})?" if conjunctions else ""
        self._lead = self.words(file.lead, joined=True)
        self._relative, self._trail, self._after = (
            self.words(each) for each in (file.relative, file.trail, file.after)
        )
        self._adverbial = self.words(file.adverbial)
        self._article = re.compile(
            rf"(?<!\w)(?:{any_of(map(self.plain, file.articles))})\s" if file.articles else NOTHING
        )
        self._cut = self.words((*file.relative, *file.trail))
        self.marker = self.words(file.marker)
        self.opener = self.words(file.openers)
        starts = any_of(longest_first(map(self.plain, file.ends_starts)))
        self._ends = re.compile(f"{self.words((*file.ends, *file.relative)).pattern}|{self._edges[0]}(?:{starts})")
        headings = language.read(SentencesFile).headings
        self._finite = self.words(tuple(headings.verbs.split()))

    def plain(self, words: str) -> str:
        return simplify(fold_text(words)) if not self._language.profile.spaced else fold_text(words)

    def words(
        self, phrases: tuple[str, ...], *, joined: bool = False, endings: tuple[str, ...] = ()
    ) -> re.Pattern[str]:
        if not phrases:
            return re.compile(NOTHING)
        listed = any_of(longest_first(map(self.plain, phrases)))
        before, behind = self._edges
        ending = f"(?:{any_of(longest_first(map(self.plain, endings)))})?" if endings else ""
        return re.compile(f"{before}{self._joined if joined else ''}(?:{listed}){ending}{behind}")

    def opening(self, phrase: str) -> str:
        """What finds ``phrase`` before a name, onto which it may be written."""
        edge = self._edges[1] if phrase.endswith(" ") else ""
        return f"{self._edges[0]}{self._joined}{re.escape(phrase.strip())}{edge}"

    def before(self, clauses: Clauses, start: int, place: int) -> Span | None:
        """Who stands between ``start`` and the verb, or another word that tells of him, at ``place``."""
        pieces = clauses.before(start, place)
        names = [self._bare(clauses, piece) for piece in pieces]
        last = next((number for number in reversed(range(len(names))) if names[number]), None)
        if last is None:
            return None
        found = names[last]
        beside = names[last - 1] if last else None
        # What a mark parts from the verb goes with what stands before it: "Keller, the mayor, said".
        if found and beside and last < len(names) - 1 and self._are_beside(clauses, beside, found):
            return hull((beside, found))
        return found

    def marked(self, clauses: Clauses, start: int, place: int) -> Span | None:
        """Who stands before the last of the words that mark him."""
        marks = [found.start() for found in self.marker.finditer(clauses.text, start, place)]
        marks = [each for each in marks if not clauses.is_quoted(Span(each, each + 1))]
        return self.before(clauses, start, marks[-1]) if marks else None

    def behind(self, clauses: Clauses, place: int) -> Span | None:
        """Who stands right behind ``place``."""
        piece = clauses.behind(place)
        if clauses.text[place : piece.end].strip() == "":
            return None
        end = self._end(clauses, piece, self._ends)
        found = stripped(clauses.text, Span(piece.start, end))
        if end == piece.end:
            found = self._with_apposition(clauses, found)
        return found if 1 < len(found) <= LONGEST else None

    def _with_apposition(self, clauses: Clauses, found: Span) -> Span:
        """``found`` with what he is, behind a mark and with an article: "said Keller, the mayor of Izmir"."""
        mark = _BESIDE.match(clauses.text, found.end)
        if mark is None or self._article.match(clauses.text, mark.end()) is None:
            return found
        piece = clauses.behind(mark.end())
        if self._finite.search(clauses.text, piece.start, piece.end):
            return found
        return hull((found, stripped(clauses.text, Span(piece.start, self._end(clauses, piece, self._ends)))))

    def inverted(self, clauses: Clauses, place: int) -> Span | None:
        """Who stands right behind a verb that follows what is said; a clause of its own names nobody."""
        piece = clauses.behind(place)
        if self._finite.search(clauses.text, piece.start, piece.end):
            return None
        return self.behind(clauses, place)

    def is_led_up_to(self, clauses: Clauses, place: int) -> bool:
        """Whether nothing but a word such as "also" stands before ``place``."""
        return len(self._without_lead(clauses, stripped(clauses.text, Span(0, place)))) == 0

    def _are_beside(self, clauses: Clauses, one: Span, other: Span) -> bool:
        between = clauses.text[one.end : other.start]
        return self._shortest > 1 and bool(_BESIDE.fullmatch(between))

    def _bare(self, clauses: Clauses, piece: Span) -> Span | None:
        """``piece`` without what leads up to a name and what goes on behind it; None where it names nobody."""
        piece = stripped(clauses.text, piece)
        behind = [found.end() for found in self._after.finditer(clauses.text, piece.start, piece.end)]
        behind = [each for each in behind if not clauses.splits_fixed(each) and each < piece.end]
        piece = stripped(clauses.text, Span(behind[-1] if behind else piece.start, piece.end))
        piece = self._without_lead(clauses, self._without_adverbial(clauses, piece))
        if len(piece) < self._shortest or self._cut.match(clauses.text, piece.start, piece.end):
            return None
        end = self._end(clauses, piece, self._cut)
        found = self._without_tail(clauses, Span(piece.start, end))
        return found if len(found) >= self._shortest else None

    def _without_adverbial(self, clauses: Clauses, piece: Span) -> Span:
        """``piece`` from the last article on, where it begins with when or where: "In a letter the ministry"."""
        if self._adverbial.match(clauses.text, piece.start, piece.end) is None:
            return piece
        starts = [found.start() for found in self._article.finditer(clauses.text, piece.start, piece.end)]
        first = self._after_preposition(clauses.text, starts[-1]) if starts else True
        return piece if first else Span(starts[-1], piece.end)

    def _after_preposition(self, text: str, place: int) -> bool:
        before = text[:place].split()[-1:]
        return not before or self._adverbial.fullmatch(before[0]) is not None

    def _without_lead(self, clauses: Clauses, piece: Span) -> Span:
        """``piece`` without the words, and days, that it begins with."""
        while len(piece):
            time = clauses.time_at(piece.start)
            lead = None if clauses.splits_fixed(piece.start) else self._lead.match(clauses.text, piece.start, piece.end)
            end = min(time.end, piece.end) if time else lead.end() if lead else piece.start
            if end == piece.start or any(each.start == piece.start and each.end > end for each in clauses.fixed):
                return piece
            piece = stripped(clauses.text, Span(end, piece.end))
        return piece

    def _without_tail(self, clauses: Clauses, piece: Span) -> Span:
        piece = stripped(clauses.text, piece)
        while len(piece):
            ends = [
                f.start() for f in self._lead.finditer(clauses.text, piece.start, piece.end) if f.end() == piece.end
            ]
            if not ends or clauses.splits_fixed(ends[0]) or ends[0] == piece.start:
                return piece
            piece = stripped(clauses.text, Span(piece.start, ends[0]))
        return piece

    def _end(self, clauses: Clauses, piece: Span, words: re.Pattern[str]) -> int:
        """Where the first of ``words``, or a day, stands in ``piece``, not at its beginning."""
        found = [each.start() for each in words.finditer(clauses.text, piece.start, piece.end)]
        found += [each.start for each in clauses.times if piece.start < each.start < piece.end]
        return min((each for each in found if not clauses.splits_fixed(each)), default=piece.end)
