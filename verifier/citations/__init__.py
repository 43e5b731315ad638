"""What a document cites: in, a Document; out, its notes, markers and citations.

`find` (extract.py) before repair, `assemble` (assemble.py) after it.
"""

from verifier.citations.assemble import assemble
from verifier.citations.extract import find

__all__ = ["assemble", "find"]
