"""How a language spells names: the file that says so."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from cpecbot.tables import Table

VOWELS = frozenset({"a", "e", "i", "o", "u", "ai", "au"})
CONSONANTS = frozenset(
    {"b", "p", "f", "v", "w", "y", "m", "n", "r", "l", "h", "t", "d", "th", "dh", "s", "z", "sh", "zh", "ch", "j", "k"}
    | {"g", "q", "kh", "gh"}
)
# Before a sound that is heard less often.
SELDOM = "~"
# Behind the sounds of a letter: in other spellings it may be missing.
OPTIONAL = "?"
# Between the sounds of a spelling that stands for several, one after another.
THEN = "+"


def _of_sounds(written: str) -> str:
    for part in written.split(THEN):
        sounds = {sound.removeprefix(SELDOM) for sound in part.split()} - {OPTIONAL}
        if unknown := sorted(sounds - VOWELS - CONSONANTS):
            known = " ".join(sorted(VOWELS | CONSONANTS))
            raise ValueError(f"no such sound: {' '.join(unknown)}. The sounds are {known}")
        if not sounds:
            raise ValueError("name at least one sound")
    return written


Sounds = Annotated[str, AfterValidator(_of_sounds)]
Spelling = Annotated[str, Field(min_length=1)]
Phrase = Annotated[str, Field(min_length=1)]
Letter = Annotated[str, Field(pattern="^[A-Z]$")]


class NamesFile(Table):
    """``names.toml``: words with white space between them.

    ``sounds`` are the sounds that a letter, or several together, may stand for, with ``^`` at the start of a name or
    ``$`` at its end only. ``short_vowels`` tells whether the script writes them. ``readings`` are characters whose
    reading in names is not their common one. ``exact`` are letters that only names have whose long vowels tell them
    apart, ``loose`` those, or several together, that no such name has.
    ``joined_before`` and ``joined_after`` make one name with the word that follows or precedes them, ``particles``
    stand between names. Beside a word of ``before`` or ``after`` even a common word is a name;
    in a question also beside one of ``asks_before`` and ``asks_after``.
    One of ``given`` and the word behind it name a person, in a script without capitals.
    ``transcription`` are the characters that foreign names are written with, ``surnames`` those that names begin with.
    A phrase of ``called`` stands between a name and another name of the same, one of ``called_behind`` behind both of
    them. ``letters`` are the words that name a Latin letter.
    """

    file: ClassVar[str] = "names.toml"

    sounds: dict[Spelling, Sounds] = Field(default_factory=dict)
    short_vowels: bool = True
    readings: dict[Spelling, str] = Field(default_factory=dict)
    exact: str = ""
    loose: str = ""
    joined_before: str = ""
    joined_after: str = ""
    particles: str = ""
    before: str = ""
    after: str = ""
    asks_before: str = ""
    asks_after: str = ""
    given: str = ""
    transcription: str = ""
    surnames: str = ""
    called: tuple[Phrase, ...] = ()
    called_behind: tuple[Phrase, ...] = ()
    letters: dict[Letter, str] = Field(default_factory=dict)
