"""Keeps every exchange of a run in a WARC file, so that a run can be looked into, argued about and repeated.

In: requests with what came of them. Out: for each answer a `response` record, for each failure (no such name, no
certificate, silence) a `metadata` record, and beside either the `request`; tries that were followed by another one are
kept too, marked as such. Bodies are kept as they were read: decoded, and cut where reading stopped. Cookies,
credentials and what `conceal` takes for a secret in a link are masked before anything is written.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b32encode
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self
from urllib.parse import quote, urldefrag, urlencode, urlsplit

from verifier.model.errors import UsageError
from verifier.web.exchange import Answer, Fetcher, Headers, Request, Response

if TYPE_CHECKING:
    from types import TracebackType

    from verifier.web.config import ClientConfig

Concealing = Callable[[str], str]
"""A link with its secrets masked; what is masked already stays as it is."""

KIND = "verifier-record/1"
"""How a record of this program names itself in its `warcinfo`."""
FIELD = "X-Verifier"
"""The named field that holds, as JSON, what WARC has no field for; other programs pass over it."""
MOVED = "X-Verifier-Sent-"
"""Before the names of headers that describe the body as it was sent, since it is kept decoded."""
_HIDDEN = "***"

_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_CONFIDENTIAL = re.compile(r"(?i)cookie|authori[sz]ation|auth$|token|secret|api-?key|password|signature")
_ARE_LINKS = frozenset({"location", "content-location", "referer"})
_HOLD_LINKS = frozenset({"link", "refresh"})
_IN_A_HEADER = (re.compile(r"https?://[^\s<>\"';,]+"), re.compile(r"[^\s<>\"']+"))
"""Whole links, then what may be a relative one."""
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f]")


def open_library() -> None:
    """Raise UsageError, with what to do, when the library for WARC files is not installed."""
    from importlib.util import find_spec

    if find_spec("warcio") is None:
        raise UsageError("--record and --replay need the package warcio", "Install it: pip install 'verifier[warc]'.")


def key_of(request: Request, conceal: Concealing) -> str:
    """A digest by which a replay knows the same request again: its address, headers and form, secrets masked."""
    said = [conceal(urldefrag(request.url).url), request.max_body, request.max_other, _headers(request)]
    said += [] if request.form is None else [urlencode(request.form)]
    return hashlib.sha256(json.dumps(said, default=str).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _headers(request: Request) -> list[tuple[str, str]]:
    return sorted((name.lower(), _HIDDEN if _CONFIDENTIAL.search(name) else v) for name, v in request.headers.items())


def begin(path: Path, about: Mapping[str, str], moment: datetime) -> None:
    """Begin the record `path` with what it is `about`. Raises UsageError where a file is already, or none can be."""
    open_library()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        if path.exists():
            words = f"--record {path}: there is such a file already"
            raise UsageError(
                words, "Records are never written over: name another file, or delete that one first."
            ) from error
        raise UsageError(f"--record {path}: cannot be written: {error.strerror or error}") from error
    from warcio.warcwriter import WARCWriter

    with path.open("ab") as file:
        writer = WARCWriter(file, gzip=_zipped(path), warc_version="1.1")
        record = writer.create_warcinfo_record(path.name, {"format": "WARC File Format 1.1", "record": KIND, **about})
        record.rec_headers.replace_header("WARC-Date", stamp(moment))
        writer.write_record(record)


def _zipped(path: Path) -> bool:
    return path.suffix.lower() == ".gz"


def stamp(moment: datetime) -> str:
    """As WARC 1.1 writes it: UTC with microseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(slots=True)
class Record:
    """A record that was begun, open for more. `agent` is the User-Agent that is sent with every request."""

    path: Path
    conceal: Concealing
    agent: str
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _file: BinaryIO | None = None
    _writer: Any = None
    _last: dict[int, Answer] = field(default_factory=dict)
    _secrets: dict[str, str] = field(default_factory=dict)
    """What was masked in links so far: it may stand in answers too."""

    def __enter__(self) -> Self:
        from warcio.warcwriter import WARCWriter

        self._file = self.path.open("ab")
        self._writer = WARCWriter(self._file, gzip=_zipped(self.path), warc_version="1.1")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def tried(self, request: Request, answer: Answer) -> None:
        """One try of `request`; it is written when another one follows."""
        before = self._last.get(id(request))
        self._last[id(request)] = answer
        if before is not None:
            self._keep(request, before, {"retried": True})

    def concluded(self, request: Request, answer: Answer) -> None:
        """What `request` came to in the end."""
        self._last.pop(id(request), None)
        self._keep(request, answer, {})

    def dropped(self, request: Request) -> None:
        """`request` will not be concluded."""
        self._last.pop(id(request), None)

    def _keep(self, request: Request, answer: Answer, more: Mapping[str, object]) -> None:
        url = self._concealed(urldefrag(answer.url).url)
        told = {"request": key_of(request, self.conceal), "requests": answer.requests, "ms": answer.elapsed_ms, **more}
        fields = {"WARC-Date": stamp(self.now())}
        if isinstance(answer, Response):
            kept = self._response(url, answer, told, fields)
        else:
            failed = {"failure": answer.kind, "message": answer.message, "detail": answer.detail}
            body = json.dumps({**failed, "answered": answer.answered}, ensure_ascii=False).encode("utf-8", "replace")
            kept = self._record(url, "metadata", {**fields, FIELD: json.dumps(told)}, self._without_secrets(body))
        self._writer.write_record(kept)
        if answer.requests:
            fields["WARC-Concurrent-To"] = kept.rec_headers.get_header("WARC-Record-ID")
            self._writer.write_record(self._request(url, request, fields))
        if self._file is not None:
            self._file.flush()

    def _response(self, url: str, answer: Response, told: dict[str, object], fields: dict[str, str]) -> Any:  # noqa: ANN401 - the library has no types
        fields = {**fields, FIELD: json.dumps({**told, "complete": answer.complete})}
        if not answer.complete:
            fields["WARC-Truncated"] = "length"
        phrase = HTTPStatus(answer.status_code).phrase if answer.status_code in set(HTTPStatus) else "Unknown"
        lines = [f"HTTP/1.1 {answer.status_code} {phrase}"]
        for name, value in answer.headers.pairs:
            sent = f"{MOVED}{name}" if name.lower() in _OF_THE_WIRE else name
            lines.append(f"{sent}: {self._header(name, value)}")
        body = self._without_secrets(answer.body)  # after the headers: it often repeats where they lead
        lines.append(f"Content-Length: {len(body)}")
        fields["WARC-Payload-Digest"] = f"sha1:{b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()}"
        return self._record(url, "response", fields, body, self._head(lines))

    def _request(self, url: str, request: Request, fields: dict[str, str]) -> Any:  # noqa: ANN401
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        method = "GET" if request.form is None else "POST"
        given = {"Host": parts.netloc, "User-Agent": self.agent, **request.headers}
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {self._header(name, v)}" for name, v in given.items())]
        form = b"" if request.form is None else self._without_secrets(urlencode(request.form).encode())
        return self._record(url, "request", fields, form, self._head(lines))

    def _record(self, url: str, kind: str, fields: Mapping[str, str], body: bytes, head: bytes | None = None) -> Any:  # noqa: ANN401
        media_type = "application/json" if kind == "metadata" else f"application/http; msgtype={kind}"
        return self._writer.create_warc_record(
            _UNPRINTABLE.sub(lambda match: quote(match[0]), url),
            kind,
            payload=BytesIO(body),
            length=len(body),
            warc_content_type=media_type,
            warc_headers_dict=dict(fields),
            http_headers=None if head is None else _exactly(head),
        )

    def _head(self, lines: list[str]) -> bytes:
        return self._without_secrets("".join(f"{line}\r\n" for line in [*lines, ""]).encode("utf-8", "replace"))

    def _header(self, name: str, value: str) -> str:
        if name.lower() == "set-cookie":
            cookie, _, attributes = value.partition(";")
            label, equals, _ = cookie.partition("=")
            return f"{label}{equals}{_HIDDEN};{attributes}" if attributes else f"{label}{equals}{_HIDDEN}"
        if _CONFIDENTIAL.search(name):
            return _HIDDEN
        if name.lower() in _ARE_LINKS:
            return self._concealed(value)
        if name.lower() in _HOLD_LINKS:
            for links in _IN_A_HEADER:
                value = links.sub(lambda match: self._concealed(match[0]), value)
        return value

    def _concealed(self, url: str) -> str:
        """`url` as it may be written; what was masked in it is looked for in everything that is written after it."""
        masked = self.conceal(url)
        if masked != url:
            with suppress(ValueError):
                given = urlsplit(url).netloc.rpartition("@")[0]
                password = given.rpartition(":")[2]
                self._secrets |= {password: _HIDDEN} if len(password) >= 8 else {}
                bare = url.replace(f"{given}@", "", 1) if given else url
                old, new = re.split(r"[/?&=#@]", bare), re.split(r"[/?&=#@]", masked)
                self._secrets |= {a: b for a, b in zip(old, new, strict=True) if a != b and len(a) >= 8}
        return masked

    def _without_secrets(self, data: bytes) -> bytes:
        for secret, mask in self._secrets.items():
            data = data.replace(secret.encode("utf-8", "replace"), mask.encode())
        return data


def _exactly(head: bytes) -> Any:  # noqa: ANN401 - the library has no types
    """HTTP headers that are written just as they are; the library would escape what is not ASCII."""
    from warcio.statusandheaders import StatusAndHeaders

    class Exactly(StatusAndHeaders):  # type: ignore[misc]
        def compute_headers_buffer(self, header_filter: object = None) -> None:
            self.headers_buff = head

    return Exactly(head.partition(b"\r\n")[0].decode("latin-1"), [])


class RecordingFetcher:
    """A `Fetcher` that keeps what it fetches. `record.tried` should be told of every single try, too."""

    def __init__(self, fetcher: Fetcher, record: Record) -> None:
        self._fetcher = fetcher
        self._record = record

    async def fetch(self, request: Request) -> Answer:
        """As the fetcher underneath."""
        try:
            answer = await self._fetcher.fetch(request)
        except BaseException:  # the run is being ended
            self._record.dropped(request)
            raise
        self._record.concluded(request, answer)
        return answer


@asynccontextmanager
async def recording(
    path: Path, config: ClientConfig, conceal: Concealing, now: Callable[[], datetime]
) -> AsyncIterator[RecordingFetcher]:
    """A client that keeps what it fetches in the record `path`, which was begun."""
    from verifier.web.client import HttpFetcher

    with Record(path, conceal, config.user_agent, now) as record:
        async with HttpFetcher(config, tried=record.tried) as fetcher:
            yield RecordingFetcher(fetcher, record)


def sent_headers(pairs: list[tuple[str, str]]) -> Headers:
    """The headers as they were sent, from those of a record."""
    kept = [(name, value) for name, value in pairs if name.lower() != "content-length"]
    return Headers(tuple((name.removeprefix(MOVED), value) for name, value in kept))
