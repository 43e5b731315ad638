"""Arguments -> sources, sources -> bytes, bytes -> Document: one reader per format.

`expand` says what there is to read, `load` reads a file or standard input, `read` turns bytes into a Document.
`read_ahead` begins with the next source meanwhile. Sources on the web are fetched by the pipeline and handed to `read`.
What writes a letter again is in `rewrite/`.
"""

from verifier.documents.ahead import read_ahead
from verifier.documents.reading import read
from verifier.documents.sources import Source, SourceKind, expand, load, some

__all__ = ["Source", "SourceKind", "expand", "load", "read", "read_ahead", "some"]
