"""Loading what answers. Apart from the other options, because it takes longer to import."""

from __future__ import annotations

from cpecbot.answering import Library, build_library
from cpecbot.commands.options import open_corpus, open_languages
from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.disagreement.reading.grammar import Grammar
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.questions.kinds import QuestionsFile
from cpecbot.language.questions.smalltalk import SmallTalkFile
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.text.forms import FormsFile
from cpecbot.language.text.words import WordsFile
from cpecbot.language.values.words.files import DatesFile, NumbersFile, UnitsFile
from cpecbot.languages import Languages
from cpecbot.settings import Settings
from cpecbot.tables import Table

LANGUAGE_FILES: tuple[type[Table], ...] = (
    ArticlesFile,
    ConceptsFile,
    DatesFile,
    FormsFile,
    Grammar,
    NumbersFile,
    QuestionsFile,
    SentencesFile,
    SmallTalkFile,
    UnitsFile,
    WordsFile,
)
"""The tables in each language's folder beside ``language.toml``; every one of them is read before anything is asked."""


def open_library(settings: Settings, languages: Languages | None = None) -> Library:
    """``languages`` where the command has opened them already, to refuse an option before all else is loaded."""
    languages = languages or open_languages(settings)
    languages.check(LANGUAGE_FILES)
    return build_library(open_corpus(settings, languages), languages, settings.tables, settings.glossary)
