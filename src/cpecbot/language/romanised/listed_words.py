"""The words that the lists of a language have, whatever the articles say: its tables, the glossary, the vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from cpecbot.expressions import expression
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.romanised.spellings import Spellings
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import WordsFile
from cpecbot.language.values.words.dates_file import DatesFile
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.languages import Language
from cpecbot.tables import texts_of

# How much nearer in sound a word has to be than one of the articles, or for what these speak of: one of grammar, of the
# field, of any news.
_GRAMMAR = 0.06
_FIELD = 0.07
_GENERAL = 0.11
# Less so with each further form that it stands in, up to a point.
_USED = 0.005
_COMMON = 4
# A form that no list has.
_FORM = 0.01
# The tables whose words a question may well hold.
_TABLES = (WordsFile, NumbersFile, DatesFile, UnitsFile, QuestionsFile)
_APART = expression(r"[/=\n]+")
_HALF_SPACE = "\u200c"


class ListedWords:
    """The words of one language, folded.

    ``words`` tells how much nearer in sound each has to be than one of the articles, ``shown`` how it is written;
    ``together`` are those that follow each other in a phrase.
    """

    def __init__(self, language: Language, glossary: Glossary, told: Callable[[str], bool]) -> None:
        """``told`` knows which concepts of the field the articles speak of, by their keys."""
        spellings = language.once(Spellings)
        concepts = glossary.concepts.items()
        field = [form for _, concept in concepts for form in concept.forms.get(language, ())]
        spoken_of = [form for key, concept in concepts if told(key) for form in concept.forms.get(language, ())]
        self.words: dict[str, float] = {}
        self.shown: dict[str, str] = {}
        self.together: set[tuple[str, str]] = set()
        for rare, cells in ((_GENERAL, glossary.vocabulary.cells(language)), (_FIELD, field), (0.0, spoken_of)):
            self._add("|".join(cells), rare)
        for word, rare in [*self.words.items()]:
            for form in spellings.forms(self.shown[word]):
                self.words.setdefault(fold_text(form), rare + _FORM)
                self.shown.setdefault(fold_text(form), form)
        listed = "|".join(text for table in _TABLES for text in texts_of(language.read(table)))
        self._add("|".join(re.findall(rf"[{language.profile.script.letters}{_HALF_SPACE}]+", listed)), _GRAMMAR)

    def _add(self, forms: str, rare: float) -> None:
        """Add the words of ``forms``, which a bar parts; of those with a half-space also the parts."""
        written = _APART.sub(" ", f"{forms}|{forms.replace(_HALF_SPACE, ' ')}" if _HALF_SPACE in forms else forms)
        words = written.replace("|", " | ").split()
        folded = fold_text("\n".join(words)).split("\n")
        self.together.update(pair for pair in pairwise(folded) if "|" not in pair)
        self.shown.update(zip(folded, words, strict=True))
        for word, count in Counter(folded).items():
            if word != "|":
                self.words[word] = min(self.words.get(word, rare), max(0.0, rare - min(_COMMON, count - 1) * _USED))
