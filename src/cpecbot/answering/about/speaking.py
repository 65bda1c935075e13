"""Whose words a sentence gives, as far as somebody's are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cpecbot.language.analysis import concept_key
from cpecbot.language.speech.asking import asks_of_saying
from cpecbot.models import Span, Unit
from cpecbot.store.entries import Entry
from cpecbot.store.speakers import Speech

# What is said by several is said by each of them, but not as its own.
_WITH_OTHERS = 0.5


def speaks(entry: Entry, speaker: Unit, metonyms: Mapping[str, str], topic: Sequence[Span] = ()) -> float:
    """How far ``entry`` gives words of ``speaker`` on the ``topic``, which stands at these places of it, if at any.

    1 as its own, less as those of several, 0 where it is but named, or speaks on something else. Where two words of the
    question stand in the name of who speaks, he is meant though nobody knows him by the one that was taken for it.
    """
    keys = speaker.keys | {concept_key(each) for each, of in metonyms.items() if concept_key(of) in speaker.keys}
    told = []
    for speech in entry.speeches:
        naming = [place for place in topic if _names(entry, speech, place)]
        rest = [place for place in topic if place not in naming]
        is_his = not speech.speaker.keys.isdisjoint(keys) or len(set(naming)) > 1
        if is_his and (not rest or any(speech.span.overlaps(place) for place in rest)):
            told.append(speech)
    if not told:
        return _WITH_OTHERS if _is_unread(entry) and not keys.isdisjoint(entry.keys) else 0.0
    return _WITH_OTHERS if all(each.speaker.several for each in told) else 1.0


def _is_unread(entry: Entry) -> bool:
    """Whether somebody says something in ``entry``, but nobody could be told to: Ali is written like a preposition."""
    sentence = entry.sentence
    return not entry.speeches and asks_of_saying(sentence.reading, sentence.language)


def is_said(entry: Entry, topic: Sequence[Span]) -> bool:
    """Whether somebody in ``entry`` says something on the ``topic``."""
    return any(_tells(entry, speech, place) for speech in entry.speeches for place in topic)


def _tells(entry: Entry, speech: Speech, place: Span) -> bool:
    """Whether what is said, and not who says it, speaks of what stands at ``place``."""
    return speech.span.overlaps(place) and not _names(entry, speech, place)


def _names(entry: Entry, speech: Speech, place: Span) -> bool:
    return speech.speaker.place.overlaps(place.shift(entry.sentence.span.start))
