"""Mends broken links: in, a document and its references; out, one proposal each, with ranked readings.

`propose` is the room's one door. See `reading` for the search, `breaks` for the ways a link breaks, `evidence` for
what is weighed.
"""

from __future__ import annotations

from verifier.repair.propose import propose

__all__ = ["propose"]
