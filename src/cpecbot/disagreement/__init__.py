"""Where the sources part ways: typed claims, which of them speak of one thing, and how far apart they are."""

from cpecbot.disagreement.changing.changer import Changer
from cpecbot.disagreement.comparer import Comparer, extract_claims
from cpecbot.disagreement.judging import Judge, Label
from cpecbot.disagreement.reading.contrasts import Contrasts, load_contrasts

__all__ = ["Changer", "Comparer", "Contrasts", "Judge", "Label", "extract_claims", "load_contrasts"]
