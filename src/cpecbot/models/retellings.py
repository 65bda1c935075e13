"""What an outlet makes of a point of the primary text: told, told otherwise, touched, or left out."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from cpecbot.models.answers import Dimension
from cpecbot.models.texts import Quote, Span


class Retold(StrEnum):
    """How an article deals with a point, in the order in which it is shown.

    NEAR speaks of the same without telling the point: neither may it be called told nor left out.
    """

    TOLD = "told"
    REWORDED = "reworded"
    NEAR = "also_speaking"
    ABSENT = "omitted"


class Otherwise(Struct, frozen=True):
    """What an outlet tells otherwise: the words of the ``point`` and those of the ``outlet``, where either has some.

    Spans count code points of their articles.
    """

    dimension: Dimension
    point: Span | None = None
    outlet: Span | None = None


class Told(Struct, frozen=True):
    """What one ``source`` makes of a point, and its ``quote`` that tells it, or else comes nearest to it, if any."""

    source: str
    level: Retold
    quote: Quote | None = None
    otherwise: tuple[Otherwise, ...] = ()


class Point(Struct, frozen=True):
    """A statement of the primary text, and what each outlet makes of it."""

    quote: Quote
    told: tuple[Told, ...]


class Omissions(Struct, frozen=True):
    """The points of the ``primary`` texts, and the ``outlets`` that they are held against.

    The ``recognised`` ones of these texts were not marked by a person, but taken for what their titles say they are.
    """

    primary: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
