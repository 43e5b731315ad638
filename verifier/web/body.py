"""Undoing content coding within bounds: chunks as they came go in, at most so many decoded bytes come out.

A few hundred bytes can inflate to gigabytes, so the limit is given to the decompressor and not applied afterwards.
"""

from __future__ import annotations

import zlib
from typing import Any

_OVERHEAD = 65_536  # bytes by which a compressed body may be larger than what it decodes to
_GZIP = b"\x1f\x8b"


class Decoder:
    """Collects a body. `encoding` is the Content-Encoding header; `limit` counts decoded bytes.

    With `maybe_plain` a body that is not packed at all is taken as it comes, whatever the header says of it.
    """

    def __init__(self, encoding: str, limit: int, *, maybe_plain: bool = False) -> None:
        self.data = bytearray()
        self.broken = False
        """Whether the body was not what its coding claims."""
        self.unsupported = False
        """Whether the coding is one that was never asked for."""
        self._limit = limit
        self._maybe_plain = maybe_plain
        self.received = 0
        """Bytes taken in, as they came."""
        self.dropped = False
        """Whether bytes beyond the limit were thrown away."""
        self._coding = encoding.strip().lower()
        self._inflater = zlib.decompressobj(47) if self._coding in ("gzip", "x-gzip", "deflate") else None
        self._brotli = _brotli() if self._coding == "br" else None  # some send it although it was not asked for
        self.ended = False
        """Whether a compressed body is over, whatever may follow it."""
        if self._inflater is None and self._brotli is None and self._coding not in ("", "identity"):
            self.unsupported = True

    @property
    def full(self) -> bool:
        """Whether nothing more is worth reading."""
        # Compressed bytes that decode to nothing must not keep the connection open for ever.
        too_much = self.received > self._limit + _OVERHEAD
        return self.broken or self.unsupported or self.ended or too_much or len(self.data) >= self._limit

    @property
    def cut_short(self) -> bool:
        """Whether a compressed body stopped before its own end."""
        if self._brotli is not None:
            # After an error the library raises another when it is asked how it stands.
            return self.received > 0 and (self.broken or not self._brotli.is_finished())
        return self._inflater is not None and self.received > 0 and not self._inflater.eof

    def feed(self, chunk: bytes) -> None:
        """Take in the next bytes as they came over the network."""
        self.received += len(chunk)
        self._take(chunk)
        if not self.broken or not self._maybe_plain or self.data or self.received > len(chunk):
            return
        if not chunk.startswith(_GZIP):
            self._inflater = self._brotli = None
            self.broken = False
            self._take(chunk)

    def _take(self, chunk: bytes) -> None:
        if self._brotli is not None:
            self._unpack(self._brotli, chunk)
            return
        if self._inflater is None:
            if not self.unsupported:
                room = self._limit - len(self.data)
                self.data += chunk[:room]
                self.dropped = len(chunk) > room
            return
        while chunk and not self.full:
            chunk = self._inflate(chunk)
        self.dropped = bool(chunk)

    def _unpack(self, unpacker: Any, chunk: bytes) -> None:  # noqa: ANN401 - a library without types
        """Decode with brotli, piece by piece: a few bytes may be gigabytes."""
        try:
            if unpacker.is_finished():
                self.ended = True  # what follows is not the page's
                return
            while not self.full:
                room = self._limit - len(self.data)
                piece = unpacker.process(chunk, output_buffer_limit=room)
                self.data += piece[:room]
                self.dropped = len(piece) > room
                if unpacker.can_accept_more_data() or unpacker.is_finished():
                    return
                chunk = b""
            self.dropped = True
        except _errors_of_brotli():
            self.broken = True

    def _inflate(self, chunk: bytes) -> bytes:
        """Decode some of `chunk`; returns what is left of it."""
        assert self._inflater is not None  # noqa: S101 -- only called by feed() for compressed bodies
        if self._inflater.eof:  # gzip allows several members in a row; anything else that follows is not the page's
            if self._coding == "deflate" or not chunk.startswith(b"\x1f"):
                self.ended = True
                return b""
            self._inflater = zlib.decompressobj(47)
        try:
            self.data += self._inflater.decompress(chunk, self._limit - len(self.data))
        except zlib.error:
            if self._coding != "deflate" or self.data or self.received > len(chunk):
                self.broken = True
                return b""
            self._inflater = zlib.decompressobj(-15)  # many servers send deflate without its zlib header
            self._coding = "raw deflate"
            return chunk
        return self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail


def unbrotli(body: bytes, limit: int) -> tuple[bytes, bool] | None:
    """At most `limit` bytes of what `body` packs with brotli, and whether that is all; None where it packs nothing."""
    decoder = Decoder("br", limit)
    decoder.feed(body)
    if decoder.broken or not decoder.data:
        return None
    return bytes(decoder.data), not (decoder.cut_short or decoder.dropped)


def _brotli() -> Any:  # noqa: ANN401 - a library without types
    """An unpacker for brotli, or None: the library is not among those that the program needs."""
    try:
        import brotli

        unpacker = brotli.Decompressor()
        unpacker.can_accept_more_data()
    except (ImportError, AttributeError):  # versions before 1.2 know no limit
        return None
    return unpacker


def _errors_of_brotli() -> type[Exception]:
    import brotli

    kind: type[Exception] = brotli.error
    return kind
