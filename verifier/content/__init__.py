"""Does the page hold what is cited? Pure comparisons of a citation's description with a page's words.

`read(description, page, side)` looks at one page; `merge(live, archive)` puts the two sides together. `sketch(page)`
keeps of one side what `drift.compare` needs once the other has come.
"""

from __future__ import annotations

from verifier.content.compare import Side, merge, question, read
from verifier.content.drift import Sketch, sketch
from verifier.content.titles import similarity

__all__ = ["Side", "Sketch", "merge", "question", "read", "similarity", "sketch"]
