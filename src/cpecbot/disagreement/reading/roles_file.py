"""How a language says who did something and who it was done to."""

from __future__ import annotations

from typing import ClassVar

from cpecbot.language.text.lists import Phrases
from cpecbot.tables import Table


class RolesFile(Table):
    """``roles.toml``: the words beside who does something, and beside who it is done to.

    ``passives`` stand beside a deed and make what comes before it what it is done to; ``saying`` are words for saying
    something, ``reporting`` those beside whoever reports what else a sentence tells. Where neither a word nor a passive
    stands, ``object_behind`` the deed is what it is done to, and who does it before it or, if the verb comes first, the
    one of two that stands nearer to it. ``asks_done_to`` ask for what it is done to. A verb with the ``passive_vowel``
    on its first letter is a passive, where vowels are written at all.
    """

    file: ClassVar[str] = "roles.toml"

    doer_before: Phrases = ()
    doer_behind: Phrases = ()
    done_to_before: Phrases = ()
    done_to_behind: Phrases = ()
    passives: Phrases = ()
    saying: Phrases = ()
    reporting: Phrases = ()
    asks_done_to: Phrases = ()
    object_behind: bool = False
    passive_vowel: str = ""
