"""The loaded snapshot that answers: immutable, shared by threads; a reload builds another."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from cpecbot.answering.asking import Asking
from cpecbot.answering.coverage import count_coverage
from cpecbot.answering.followup import FollowUps
from cpecbot.answering.index import SentenceIndex
from cpecbot.answering.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.language.analysis import Analyzer
from cpecbot.language.glossary import Glossary, load_glossary
from cpecbot.language.questions import load_question_words
from cpecbot.language.smalltalk import SmallTalk, load_smalltalk
from cpecbot.language.stopwords import load_stopwords
from cpecbot.models import Answer, AskOptions, Coverage, Disagreement, Language
from cpecbot.retrieval.spelling import Vocabulary


class Library:
    """A corpus with all that is needed to answer from it. ``ask`` does no I/O and changes nothing."""

    def __init__(self, corpus: Corpus, understanding: Understanding, smalltalk: SmallTalk) -> None:
        self.corpus = corpus
        self.understanding = understanding
        self.smalltalk = smalltalk
        self.index = SentenceIndex(corpus, understanding.analyzer)

    @property
    def glossary(self) -> Glossary:
        return self.understanding.analyzer.glossary

    def label(self, concept: str, language: Language) -> str:
        """How ``concept`` is written in ``language``."""
        return self.glossary.label(concept, language)

    def ask(self, question: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        """Answer ``question``; QuestionError when a filter in it cannot be understood."""
        return self._asking.ask(question, options)

    def coverage(self) -> Coverage:
        return count_coverage(self.index, self.glossary)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.corpus, self.index, self.understanding, self.smalltalk, FollowUps(self.understanding, self.smalltalk))


def build_library(corpus: Corpus, config: Path) -> Library:
    """Read the language tables in the folder ``config`` and index ``corpus``.

    Raises GlossaryError when a table is malformed.
    """
    analyzer = Analyzer(load_glossary(config / "glossary"), load_stopwords(config / "stopwords.toml"))
    words = load_question_words(config / "questions.toml")
    return Library(corpus, Understanding(analyzer, words), load_smalltalk(config / "smalltalk.toml"))
