"""The frozen values that cross rooms; reading them tells what the program is about.

Articles are cut into sentences; a question finds sentences; an answer shows them as verbatim quotes, says where the
sources disagree, and which sources are silent. All offsets are half-open and count Python code points of the article
read as UTF-8 with ``newline=''``, unless a name says UTF-16.
"""

from cpecbot.models.answers import (
    About,
    Answer,
    Claim,
    Dimension,
    Disagreement,
    Level,
    Reason,
    Side,
    Status,
    View,
)
from cpecbot.models.changes import Change, ChangeKind, Changes, Round
from cpecbot.models.overviews import Coverage, CoverageRow, Moment
from cpecbot.models.questions import (
    NO_LIMITS,
    AskOptions,
    Filters,
    Hit,
    Measured,
    Query,
    QuestionKind,
    Turn,
    Unit,
)
from cpecbot.models.retellings import Omissions, Otherwise, Point, Retold, Told
from cpecbot.models.texts import (
    MOMENTS,
    Article,
    Quote,
    SaidBy,
    Sentence,
    SentenceKind,
    Span,
    Term,
    TermKind,
    Value,
    ValueKind,
)

__all__ = [
    "MOMENTS",
    "NO_LIMITS",
    "About",
    "Answer",
    "Article",
    "AskOptions",
    "Change",
    "ChangeKind",
    "Changes",
    "Claim",
    "Coverage",
    "CoverageRow",
    "Dimension",
    "Disagreement",
    "Filters",
    "Hit",
    "Level",
    "Measured",
    "Moment",
    "Omissions",
    "Otherwise",
    "Point",
    "Query",
    "QuestionKind",
    "Quote",
    "Reason",
    "Retold",
    "Round",
    "SaidBy",
    "Sentence",
    "SentenceKind",
    "Side",
    "Span",
    "Status",
    "Term",
    "TermKind",
    "Told",
    "Turn",
    "Unit",
    "Value",
    "ValueKind",
    "View",
]
