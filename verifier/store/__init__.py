"""The history: what was seen, when and in which run, in one SQLite file that other tools can read.

`History` is all that the rest of the program needs; this is the only room that imports sqlite3.
"""

from verifier.store.history import History

__all__ = ["History"]
