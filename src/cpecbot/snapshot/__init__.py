"""What was loaded, kept on disk in the form it is answered from: the next start reads that in place of the tables."""

from cpecbot.snapshot.fingerprints import fingerprint
from cpecbot.snapshot.kept import Kept

__all__ = ["Kept", "fingerprint"]
