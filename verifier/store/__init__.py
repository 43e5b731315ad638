"""The history: what was seen, when and in which run, in one SQLite file that other tools can read.

`History` is all that the rest of the program needs; this is the only room that imports sqlite3.
"""

from verifier.model.transition import Told
from verifier.store.findings import PastFinding, PastRun, PastSpan, outcome_of, told_of
from verifier.store.history import DEFAULT_PATH, History

__all__ = ["DEFAULT_PATH", "History", "PastFinding", "PastRun", "PastSpan", "Told", "outcome_of", "told_of"]
