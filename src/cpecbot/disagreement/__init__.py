"""Where the sources part ways: typed claims, which of them speak of one thing, and how far apart they are."""

from cpecbot.disagreement.comparer import Comparer, Sought
from cpecbot.disagreement.reading.contrasts import Contrasts, load_contrasts

__all__ = ["Comparer", "Contrasts", "Sought", "load_contrasts"]
