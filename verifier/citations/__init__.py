"""What a document cites: in, a Document; out, its notes, markers and citations. See `extract.py` for the flow."""

from verifier.citations.extract import assemble, find

__all__ = ["assemble", "find"]
