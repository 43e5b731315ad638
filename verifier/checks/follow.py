"""Follows a link to its end: every redirect one request, by hand, so that each hop is vetted and recorded.

A URL goes in; the chain of hops, and the answer, failure or reason at its end, comes out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from verifier.checks.cookies import Jar
from verifier.checks.page.refresh import Refresh, parse_refresh
from verifier.checks.page.script_redirects import script_target
from verifier.model.evidence import Hop
from verifier.web.exchange import REDIRECTS, Answer, Failure, Fetcher, Request, Response

if TYPE_CHECKING:
    from verifier.checks.page.reading import ReadPage

MOST_HOPS = 20
MOST_BODY = 1_000_000  # decoded bytes that are read of a page
MOST_OTHER = 65_536  # bytes that are read of what is no page (a PDF, an image)
_HARDLY_ANY = 25  # words below which a page has nothing to show but where it leads
_AT_ONCE = 5  # seconds up to which a page that sends readers on by itself counts as a redirect


_NO_AUTHORITY = re.compile(r"https?://(?:[/?#]|$)", re.IGNORECASE)


class Stop(StrEnum):
    """Why following ended before a page or a failure was reached."""

    LOOP = "loop"
    TOO_MANY = "too_many"
    NO_TARGET = "no_target"
    BAD_TARGET = "bad_target"
    OTHER_SCHEME = "other_scheme"


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a link led. `urls` holds every URL asked, the cited one first; `hops` every redirect that was answered.

    `answer` is what the last request came to; `stop` says why a redirect was not followed (`target`: where it led).
    """

    urls: tuple[str, ...]
    hops: tuple[Hop, ...]
    answer: Answer
    read: ReadPage | None = None
    stop: Stop | None = None
    target: str | None = None
    requests: int = 0
    elapsed_ms: int = 0

    @property
    def final_url(self) -> str:
        """The last URL that was asked."""
        return self.urls[-1]


def media_type(response: Response) -> str:
    """The answer's media type in lower case, without parameters; "" when it names none."""
    return sys.intern(response.headers.get("content-type").partition(";")[0].strip().lower())


def read_answer(response: Response) -> ReadPage | None:
    """The words of an answer that is a page or plain text; None for anything else, or for no body."""
    if not response.body:
        return None
    # No request waits for what reads pages: it is loaded with the first one.
    from verifier.checks.page.reading import is_html, is_mislabelled, read_page, read_text

    kind = media_type(response)
    content_type = response.headers.get("content-type")
    if is_html(kind, response.body):
        return read_page(response.body, content_type, complete=response.complete)
    if kind.startswith("application/") and is_mislabelled(kind, response.body):
        return read_page(response.body, "text/html", complete=response.complete)
    if kind == "text/plain":
        return read_text(response.body, content_type, complete=response.complete)
    return None


def follow(
    fetcher: Fetcher, url: str, *, headers: Mapping[str, str] | None = None, patience: float | None = None
) -> Awaitable[Chain]:
    """Ask for `url` and go where it leads. `headers` go with the first request only, `patience` with every one."""
    return _Walk(fetcher, patience).to_the_end(url, headers or {})


class _Walk:
    """One link being followed."""

    def __init__(self, fetcher: Fetcher, patience: float | None = None) -> None:
        self._fetcher = fetcher
        self._patience = patience
        self._jar = Jar()
        self._urls: list[str] = []
        self._hops: list[Hop] = []
        self._seen: set[tuple[str, str]] = set()
        self._requests = 0
        self._elapsed = 0

    async def to_the_end(self, url: str, headers: Mapping[str, str]) -> Chain:
        while True:
            answer = await self._fetcher.fetch(self._request(url, headers))
            self._note(answer)
            headers = {}
            if isinstance(answer, Failure):
                return self._chain(answer)
            read = None if answer.status_code in REDIRECTS else read_answer(answer)
            target = _target(answer, read)
            if target is None:
                stop = Stop.NO_TARGET if answer.status_code in REDIRECTS else None
                return self._chain(answer, read, stop)
            self._hops.append(Hop(answer.url, answer.status_code))
            following = resolve_target(answer.url, target)
            stop = self._forbidden(following)
            if stop is not None or following is None:
                return self._chain(answer, read, stop or Stop.BAD_TARGET, following or target)
            url = following

    def _request(self, url: str, headers: Mapping[str, str]) -> Request:
        cookie = self._jar.header(url) if self._urls else ""
        self._seen.add((url.partition("#")[0], cookie))
        sent = {**headers, "Cookie": cookie} if cookie else headers
        return Request(url, headers=sent, max_body=MOST_BODY, max_other=MOST_OTHER, patience=self._patience)

    def _note(self, answer: Answer) -> None:
        self._requests += answer.requests
        self._elapsed += answer.elapsed_ms
        self._urls.append(answer.url)
        if isinstance(answer, Response):
            self._jar.store(answer.url, answer.headers.all("set-cookie"))

    def _forbidden(self, following: str | None) -> Stop | None:
        """Why `following` is not asked."""
        if following is None:
            return Stop.BAD_TARGET
        if urlsplit(following).scheme not in ("http", "https"):
            return Stop.OTHER_SCHEME
        if (following.partition("#")[0], self._jar.header(following)) in self._seen:
            return Stop.LOOP
        return Stop.TOO_MANY if len(self._hops) > MOST_HOPS else None

    def _chain(
        self,
        answer: Answer,
        read: ReadPage | None = None,
        stop: Stop | None = None,
        target: str | None = None,
    ) -> Chain:
        return Chain(tuple(self._urls), tuple(self._hops), answer, read, stop, target, self._requests, self._elapsed)


def resolve_target(base: str, location: str) -> str | None:
    """The absolute URL that a redirect from `base` leads to, without credentials; None when it is none.

    The fragment of `base` is carried on when the target has none (RFC 9110, 10.2.2).
    """
    text = location.strip().replace("\\", "/") if "://" in location[:12] or location[:1] in "/\\" else location.strip()
    text = "".join(char for char in text if char >= " ")
    if _NO_AUTHORITY.match(text):
        return None
    try:
        joined = urljoin(base, text)
        parts = urlsplit(joined)
        if not parts.scheme or (parts.scheme in ("http", "https") and not parts.hostname):
            return None
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        _ = parts.port
    except ValueError:
        return None
    if not parts.fragment:
        parts = parts._replace(fragment=urlsplit(base).fragment)
    return parts.geturl()


def _target(answer: Response, read: ReadPage | None) -> str | None:
    """Where the answer sends readers on to at once; None when it does not."""
    if answer.status_code in REDIRECTS:
        return answer.headers.get("location") or None
    if not 200 <= answer.status_code < 300:
        return None
    refresh: Refresh | None = parse_refresh(answer.headers.get("refresh")) or (read.refresh if read else None)
    target = refresh.target if refresh is not None and refresh.seconds <= _AT_ONCE else _by_script(read)
    following = resolve_target(answer.url, target) if target else None
    if following is None or following.partition("#")[0] == answer.url.partition("#")[0]:
        return None  # a page that loads itself anew stays where it is
    return target


def _by_script(read: ReadPage | None) -> str | None:
    """Where a page that shows nothing of its own sends readers on by a script."""
    return script_target(read.code) if read is not None and read.words < _HARDLY_ANY and read.code else None
