"""The one error tree of cpecbot.

    CpecbotError
    ├── SettingsError      a setting is unknown, malformed or missing
    ├── CorpusError        articles cannot be read (names the file)
    ├── GlossaryError      the glossary or another language table is malformed (names the line)
    ├── QuestionError      a question or a batch line cannot be used
    └── StorageError       the database cannot be opened or written

Every message says what is wrong and what to do next; it is shown to the person as it stands.
"""


class CpecbotError(Exception):
    """Base of every error that cpecbot raises on purpose."""


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
