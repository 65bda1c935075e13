"""The one error tree of cpecbot.

    CpecbotError
    ├── SettingsError      a setting is unknown, malformed or missing
    ├── CorpusError        articles cannot be read (names the file)
    ├── GlossaryError      the glossary or another language table is malformed (names the line)
    ├── QuestionError      a question or a batch line cannot be used
    ├── StorageError       the database cannot be opened or written
    └── StoreError         what keeps the articles cannot be asked

Every message says what is wrong and what to do next; it is shown to the person as it stands.
"""

# What a person gave is told back in a message: of a longer line the beginning and the end, which says what to do.
_LONGEST_LINE = 600
_ENDING = 200
_MOST_LINES = 20


class CpecbotError(Exception):
    """Base of every error that cpecbot raises on purpose."""

    def __str__(self) -> str:
        """A message that can be read to its end, whatever was given."""
        lines = [_shortened(line) for line in super().__str__().split("\n")]
        rest = len(lines) - _MOST_LINES
        return "\n".join(lines if rest <= 1 else [*lines[:_MOST_LINES], f"… and {rest} more such lines."])


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - _ENDING - 3]} … {line[-_ENDING:]}"


class SettingsError(CpecbotError):
    """A setting is unknown, malformed or missing."""


class CorpusError(CpecbotError):
    """Articles cannot be read."""


class GlossaryError(CpecbotError):
    """A language table that a person edits is malformed."""


class QuestionError(CpecbotError):
    """A question, or a line of a batch of questions, cannot be used."""


class StorageError(CpecbotError):
    """The database cannot be opened, read or written."""


class StoreError(CpecbotError):
    """What keeps the articles, on another computer, cannot be asked."""
