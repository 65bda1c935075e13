"""Which concepts are somebody that does something, beyond what their kinds show, and which say who heads something."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct

from cpecbot.tables import Table, read_schema


class ActorsFile(Table):
    """``actors.toml``: the keys of concepts, of the general vocabulary or of the glossary."""

    file: ClassVar[str] = "actors.toml"

    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    said_to_head: tuple[str, ...] = ()
    undergone: tuple[str, ...] = ()


class Actors(Struct, frozen=True):
    """The keys of what means ``people`` or ``bodies``, and of what says who heads something.

    ``heading`` is whoever does, under whatever title, ``heads`` are the titles, ``said_to_head`` names none. Those
    ``undergone`` are deeds whose doer others may do them to.
    """

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    heading: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    said_to_head: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()


def read_actors(folder: Path) -> Actors:
    """What the file of the ``folder`` lists; nothing where it has none.

    Raises GlossaryError naming the file, the line and what to do.
    """
    path = folder / ActorsFile.file
    file = read_schema(path, ActorsFile) if path.exists() else ActorsFile()
    listed = (file.people, file.bodies, file.heading, file.heads, file.said_to_head, file.undergone)
    return Actors(*map(frozenset, listed))
