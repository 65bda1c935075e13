"""What ``speech.toml`` of a language may hold: how a sentence says whose words it gives."""

from __future__ import annotations

from typing import ClassVar

from cpecbot.language.text.cues.frames import WrittenFrame
from cpecbot.language.text.lists import Phrases
from cpecbot.tables import Table


class SpeechFile(Table):
    """``speech.toml``: the words for saying, and what stands around whoever says something.

    ``verbs`` say that somebody says something, with one of ``endings`` too; ``positions`` do where he can speak at all,
    ``weak`` ones where what is said is right beside them; ``reports`` hand on what somebody else says. In one of
    ``none``, behind one of ``unsaid_before`` and before one of ``unsaid_behind`` they say nothing. ``sources`` are
    phrases around who speaks, who stands at ``{}``. What is said begins with one of ``openers``.

    Who speaks stands before the verb, or, where he is ``behind``, behind it; ``inverted``, he may do so behind what he
    says. One of ``marker`` is written right behind him. Words of ``lead`` stand before him and are no part of his name,
    as is all before a word of ``after``; behind one of ``adverbial`` only one of ``articles`` begins his name. He ends
    before a word of ``ends``, or that begins with one of ``ends_starts``, and before one of ``trail`` where the verb
    comes behind him. ``parting`` set what one says against what another says, or what nobody says; ``relative`` go on
    about what was named last. A question with one of ``asking`` and of the verbs, or of ``bases``, asks for what
    somebody says.
    """

    file: ClassVar[str] = "speech.toml"

    verbs: Phrases = ()
    endings: Phrases = ()
    positions: Phrases = ()
    weak: Phrases = ()
    reports: Phrases = ()
    none: Phrases = ()
    unsaid_before: Phrases = ()
    unsaid_behind: Phrases = ()
    sources: tuple[WrittenFrame, ...] = ()
    openers: Phrases = ()
    behind: bool = False
    inverted: bool = False
    marker: Phrases = ()
    lead: Phrases = ()
    after: Phrases = ()
    adverbial: Phrases = ()
    articles: Phrases = ()
    trail: Phrases = ()
    ends: Phrases = ()
    ends_starts: Phrases = ()
    parting: Phrases = ()
    relative: Phrases = ()
    asking: Phrases = ()
    bases: Phrases = ()
