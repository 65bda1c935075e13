"""The tables in each language's folder, from the rooms that read them."""

from __future__ import annotations

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.disagreement.reading.grammar import Grammar
from cpecbot.disagreement.reading.quantities.moments import FiguresFile
from cpecbot.disagreement.reading.roles_file import RolesFile
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.questions.about_file import AboutFile
from cpecbot.language.questions.again import AgainFile
from cpecbot.language.questions.continuing import FollowUpsFile
from cpecbot.language.questions.measured import MeasuresFile
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.questions.smalltalk import SmallTalkFile
from cpecbot.language.romanised.romanised_file import RomanisedFile
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.speech.speech_file import SpeechFile
from cpecbot.language.text.cues.causes import CausesFile
from cpecbot.language.text.cues.modality import ModalityFile
from cpecbot.language.text.cues.negation import NegationFile
from cpecbot.language.text.cues.places import PlacesFile
from cpecbot.language.text.cues.qualifiers import QualifiersFile
from cpecbot.language.text.cues.references import ReferencesFile
from cpecbot.language.text.cues.strength import StrengthFile
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.words import WordsFile
from cpecbot.language.values.words.clock_file import ClockFile
from cpecbot.language.values.words.dates_file import DatesFile
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.tables import Table

LANGUAGE_FILES: tuple[type[Table], ...] = (
    AboutFile,
    AgainFile,
    ArticlesFile,
    ClockFile,
    ConceptsFile,
    DatesFile,
    FiguresFile,
    FollowUpsFile,
    FormsFile,
    Grammar,
    MeasuresFile,
    NamesFile,
    ModalityFile,
    NegationFile,
    NumbersFile,
    PlacesFile,
    QualifiersFile,
    QuestionsFile,
    ReferencesFile,
    RolesFile,
    RomanisedFile,
    SentencesFile,
    SmallTalkFile,
    SpeechFile,
    StrengthFile,
    CausesFile,
    UnitsFile,
    WordsFile,
)
"""The tables in each language's folder beside ``language.toml``; every one of them is read before anything is asked."""
