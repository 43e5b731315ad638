"""Does the page hold what is cited? Pure comparisons of a citation's description with a page's words.

`read(description, page, side)` looks at one page; `merge(live, archive)` puts the two sides together.
"""

from __future__ import annotations

from verifier.content.compare import Side, merge, question, read
from verifier.content.titles import TITLE_MATCH, similarity

__all__ = ["TITLE_MATCH", "Side", "merge", "question", "read", "similarity"]
