"""What an outlet makes of a point of the primary text: told, told otherwise, touched, or left out."""

from __future__ import annotations

from enum import StrEnum


class Retold(StrEnum):
    """How an article deals with a point, in the order in which it is shown.

    NEAR speaks of the same without telling the point: neither may it be called told nor left out.
    """

    TOLD = "told"
    REWORDED = "reworded"
    NEAR = "near"
    ABSENT = "absent"
