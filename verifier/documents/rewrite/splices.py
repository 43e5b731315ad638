"""Pieces of text put in place of others, in bytes of any encoding and with any line ends (pure).

In: the bytes of a text file, the encoding that they were read in, and splices in offsets of the text as read (its byte
order mark gone, its line ends made LF). Out: the bytes with nothing else changed.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.documents.encoding import mark_length

_STEP = 512


class RefusedError(Exception):
    """A change that cannot be written; the message says why, for people."""


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """`text[start:end]` gives way to `text`."""

    start: int
    end: int
    text: str


def apply(text: str, splices: Sequence[Splice]) -> str:
    """`text` with `splices` made; they must not overlap."""
    pieces: list[str] = []
    reached = 0
    for splice in sorted(splices):
        pieces += [text[reached : splice.start], splice.text]
        reached = splice.end
    return "".join([*pieces, text[reached:]])


def keep_apart(taken: Sequence[Splice], wanted: Sequence[Splice]) -> None:
    """Raise RefusedError when one of `wanted` touches what one of `taken` (sorted, apart) changes."""
    for one in wanted:
        at = bisect_left(taken, one)
        before, after = taken[max(at - 1, 0) : at], taken[at : at + 1]
        if any(each.end > one.start or each.start == one.start for each in before) or any(
            one.end > each.start or each.start == one.start for each in after
        ):
            raise RefusedError("another change lies over it")


def encodable(splices: Sequence[Splice], encoding: str) -> None:
    """Raise RefusedError when a splice holds characters that the file's encoding does not have."""
    for splice in splices:
        try:
            splice.text.encode(encoding)
        except UnicodeEncodeError as error:
            odd = splice.text[error.start]
            message = f"the new link holds {odd!r} (U+{ord(odd):04X}), which the file's encoding, {encoding}, has not"
            raise RefusedError(message) from error


def splice_bytes(data: bytes, encoding: str, splices: Sequence[Splice]) -> bytes:
    """`data` with `splices` made, which must not overlap. Raises RefusedError when the result does not read back."""
    ordered = sorted(set(splices))
    mark = mark_length(data)
    body = data[mark:]
    raw = body.decode(encoding, "replace")
    inner = raw.startswith("\ufeff")
    places = _Lines(raw[inner:])
    spans = [(places.raw(one.start) + inner, places.raw(one.end) + inner) for one in ordered]
    at = _byte_places(body, encoding, spans)
    pieces = [data[:mark]]
    reached = 0
    for one, (start, end) in zip(ordered, at, strict=True):
        pieces += [body[reached:start], one.text.encode(encoding)]
        reached = end
    result = b"".join([*pieces, body[reached:]])
    expected = apply(raw, [Splice(start, end, one.text) for one, (start, end) in zip(ordered, spans, strict=True)])
    if result[mark:].decode(encoding, "replace") != expected:
        raise RefusedError(f"the bytes of the file around it cannot be told apart in its encoding, {encoding}")
    return result


class _Lines:
    """Offsets in text with LF line ends -> offsets in the same text with its own."""

    def __init__(self, raw: str) -> None:
        self._pairs: list[int] = []
        at = raw.find("\r\n")
        while at != -1:
            self._pairs.append(at - len(self._pairs))
            at = raw.find("\r\n", at + 2)

    def raw(self, offset: int) -> int:
        return offset + bisect_left(self._pairs, offset)


def _byte_places(data: bytes, encoding: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where spans of the decoded text (sorted, apart) begin and end in the bytes.

    Found by decoding, not by encoding again: not every encoding gives the same bytes back. A span begins after any
    shift sequence before it and ends before any that follows it.
    """
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    at = count = 0
    places: list[tuple[int, int]] = []
    for start, end in spans:
        ends: list[int] = []
        for wanted, latest in ((start, True), (end, False)):
            while at < len(data):
                state = decoder.getstate()
                step = len(decoder.decode(data[at : at + _STEP]))
                if count + step >= wanted:
                    decoder.setstate(state)
                    break
                at, count = at + _STEP, count + step
            place, at, count = _creep(data, decoder, at, count, wanted, latest=latest)
            ends.append(place)
        places.append((ends[0], ends[1]))
    return places


def _creep(
    data: bytes, decoder: codecs.IncrementalDecoder, at: int, count: int, wanted: int, *, latest: bool
) -> tuple[int, int, int]:
    """Byte by byte to the place of character `wanted`: (place, where reading stands, characters read there)."""
    place = at
    while at < len(data):
        whole = not decoder.getstate()[0]
        if whole and count == wanted:
            place = at
            if not latest:
                return place, at, count
        state = decoder.getstate()
        step = len(decoder.decode(data[at : at + 1]))
        if count + step > wanted:
            decoder.setstate(state)
            return place, at, count
        at, count = at + 1, count + step
    return (at if count == wanted else place), at, count
