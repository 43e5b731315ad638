"""Answers from a record instead of the web: nothing is sent, and what is not in the record is said to be missing.

In: a WARC file that `record.py` wrote. Out: a `Fetcher` that gives each request what it was given then, in the order in
which that came, and a clock that shows the record's time.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urldefrag

from verifier.model.errors import UsageError
from verifier.web.exchange import Answer, Failure, FailureKind, Headers, Request, Response
from verifier.web.record import FIELD, KIND, Concealing, key_of, open_library, sent_headers
from verifier.web.target import Problem, clean_url

_NOT_OURS = "Give a file that `verify --record` wrote."
_MOST_HEAD = 1_000_000
_PIECE = 65_536
_UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    OverflowError,
    StopIteration,
    RecursionError,
    zlib.error,
)
_ANSWERED_AT: ContextVar[datetime | None] = ContextVar("_ANSWERED_AT", default=None)
"""When what the present task was last given had been answered."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an answer stands in the file, and when it came."""

    offset: int
    at: datetime


@dataclass(slots=True)
class _Queue:
    """Answers to one request, in order; the last one is given again and again."""

    places: list[_Place] = field(default_factory=list)
    given: int = 0

    def next(self) -> _Place:
        place = self.places[min(self.given, len(self.places) - 1)]
        self.given += 1
        return place


class Recorded:
    """A record, indexed. `about` is what its beginning says; `begun` when the run began."""

    def __init__(self, path: Path) -> None:
        """Read through `path` once. Raises UsageError for what is no record of this program."""
        open_library()
        self.path = path
        self.about: dict[str, str] = {}
        self.begun = datetime.now(UTC)
        self.cut_short = False
        self.missing: dict[str, None] = {}
        """The addresses that were asked for and are not in the record."""
        self._exact: defaultdict[str, _Queue] = defaultdict(_Queue)
        self._by_url: defaultdict[str, _Queue] = defaultdict(_Queue)
        try:
            with path.open("rb") as file:
                self._index(file)
        except OSError as error:
            raise UsageError(f"--replay {path}: {error.strerror or error}", _NOT_OURS) from error
        if self.about.get("record") != KIND:
            raise UsageError(f"--replay {path}: it is not a record of this program", _NOT_OURS)

    @property
    def words(self) -> str:
        """What the reader of a report that rests on the record must know."""
        told = f"the record {self.path.name} of {self.begun:%Y-%m-%d} answered for the web"
        cut = " It ends in the middle of an exchange." if self.cut_short else ""
        return f"Nothing was asked: {told} (made by {self.about.get('software', 'an unknown version')[:60]}).{cut}"

    def _index(self, file: BinaryIO) -> None:
        for record, beginning, offset in self._records(file):
            date = _moment(record.rec_headers.get_header("WARC-Date"))
            if record.rec_type == "warcinfo" and not self.about:
                lines = beginning.decode("utf-8", "replace").splitlines()
                self.about = dict(line.split(": ", 1) for line in lines if ": " in line)
                self.begun = date or self.begun
            told = _told(record)
            if record.rec_type in ("response", "metadata") and told and date and not told.get("retried"):
                place = _Place(offset, date)
                self._exact[str(told.get("request"))].places.append(place)
                self._by_url[str(record.rec_headers.get_header("WARC-Target-URI"))].places.append(place)

    def _records(self, file: BinaryIO) -> Iterator[tuple[Any, bytes, int]]:
        """Every whole record with its first bytes and its offset; a file that ends within one ends before it."""
        from warcio.exceptions import ArchiveLoadFailed

        records = _reading(file)
        offset = 0
        try:
            for record in records:
                beginning = record.raw_stream.read(_MOST_HEAD) if record.rec_type == "warcinfo" else b""
                records.read_to_end()
                if getattr(
                    record.raw_stream, "limit", True
                ):  # what its own length promises did not come, or it has none
                    self.cut_short = True
                    return
                yield record, beginning, offset
                offset = records.offset
        except (ArchiveLoadFailed, EOFError, ValueError, zlib.error):
            self.cut_short = True

    def find(self, request: Request, conceal: Concealing) -> _Place | None:
        """The answer to the same request, or to another one for the same address; None when there is none."""
        exact = self._exact.get(key_of(request, conceal))
        if exact is not None:
            return exact.next()
        url = clean_url(request.url)
        same = self._by_url.get(conceal(urldefrag(request.url if isinstance(url, Problem) else url).url))
        return same.next() if same is not None and request.form is None else None

    def read(self, place: _Place, request: Request) -> Answer:
        """The answer at `place`, with its body as far as `request` wants it."""
        with self.path.open("rb") as file:
            file.seek(place.offset)
            record = next(iter(_reading(file)))
            told = _told(record)
            data = _bounded(record.raw_stream, request.max_body + _MOST_HEAD)
        cleaned = clean_url(request.url)
        url = request.url if isinstance(cleaned, Problem) else cleaned
        spent = {"elapsed_ms": int(told.get("ms", 0)), "requests": int(told.get("requests", 1))}
        if record.rec_type == "metadata":
            said = json.loads(data)
            kind = FailureKind(said["failure"])
            return Failure(url, kind, str(said["message"]), str(said["detail"]), bool(said["answered"]), **spent)
        head, _, body = data.partition(b"\r\n\r\n")
        line, *lines = head.decode("utf-8", "replace").split("\r\n")
        status = int(line.split()[1])
        if not 100 <= status <= 999:
            raise ValueError(f"{status} is no status")
        headers: Headers = sent_headers([(name, value) for name, _, value in (line.partition(": ") for line in lines)])
        complete = bool(told.get("complete", True)) and len(body) <= request.max_body
        return Response(url, status, headers, body[: request.max_body], complete, **spent)


def _reading(file: BinaryIO) -> Any:  # noqa: ANN401 - the library has no types
    """The library's reader from here on; it raises ValueError where one record's head is larger than any is."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(file, no_record_parse=True)
    unbounded = records.reader.readline
    record, read = None, 0

    def readline(length: int | None = None) -> bytes:
        nonlocal record, read
        if records.record is not record:
            record, read = records.record, 0
        line: bytes = unbounded(min(length or _MOST_HEAD, _MOST_HEAD))
        read += len(line)
        if read >= _MOST_HEAD:
            raise ValueError("a head of more than a million bytes")
        return line

    records.reader.readline = readline
    return records


def _bounded(stream: Any, most: int) -> bytes:  # noqa: ANN401 - the library has no types
    """What the stream holds, or its first bytes: a record may come from anybody, and be larger than it looks."""
    data = bytearray()
    while len(data) < most and (piece := stream.read(min(_PIECE, most - len(data)))):
        data += piece
    return bytes(data)


def _told(record: Any) -> dict[str, Any]:  # noqa: ANN401 - the library has no types
    """What this program noted beside a record; nothing for records that it did not write."""
    try:
        told = json.loads(record.rec_headers.get_header(FIELD) or "{}")
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    if not 1990 < moment.year < 2200:  # calculating with the ends of the calendar fails
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class ReplayFetcher:
    """A `Fetcher` that sends nothing; what is not in the record is noted there as missing."""

    def __init__(self, recorded: Recorded, conceal: Concealing) -> None:
        self._recorded = recorded
        self._conceal = conceal

    async def fetch(self, request: Request) -> Answer:
        """The recorded answer, or a failure that says that there is none; never raises for what the record holds."""
        await asyncio.sleep(0)  # a fetcher lets others in
        place = self._recorded.find(request, self._conceal)
        if place is None:
            address = urldefrag(request.url).url
            self._recorded.missing[self._conceal(address)] = None
            return Failure(request.url, FailureKind.GIVEN_UP, "not in the record that answers for the web", requests=0)
        _ANSWERED_AT.set(place.at)
        try:
            return self._recorded.read(place, request)
        except _UNREADABLE as error:
            words = f"the record cannot be read here: {error}"
            return Failure(request.url, FailureKind.GIVEN_UP, words, requests=0)


class RecordedTime:
    """The record's time: of the answer that was given last in a task, else of the beginning. Pauses cost none."""

    def __init__(self, begun: datetime) -> None:
        self._begun = begun
        self._seconds = 0.0

    def now(self) -> datetime:
        """The time of day."""
        return _ANSWERED_AT.get() or self._begun

    def monotonic(self) -> float:
        """Seconds, moved on by pauses alone."""
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        """A pause that is over at once."""
        self._seconds += seconds
        await asyncio.sleep(0)
