"""A web made of data, for the checks: URL to answer, and what was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

from verifier.checks.live import LiveChecker
from verifier.model.evidence import LiveCheck, Sought
from verifier.web.exchange import Failure, FailureKind, Headers, Request, Response

NOW = datetime(2022, 6, 8, 12, 0, tzinfo=UTC)
Scripted = Response | Failure


def response(
    body: str | bytes = "", status: int = 200, content_type: str = "text/html; charset=utf-8", **headers: str
) -> Response:
    """An answer; underscores in header names stand for hyphens. The URL is filled in when it is asked for."""
    pairs = (("Content-Type", content_type), *((name.replace("_", "-"), value) for name, value in headers.items()))
    return Response("", status, Headers(pairs), body.encode() if isinstance(body, str) else body)


def redirect(location: str, status: int = 302, **headers: str) -> Response:
    return response("", status, Location=location, **headers)


def failure(kind: FailureKind, message: str = "it failed", detail: str = "", *, answered: bool = False) -> Failure:
    return Failure("", kind, message, detail, answered)


def html(title: str = "", body: str = "", head: str = "", lang: str = "en") -> str:
    return f"<!DOCTYPE html><html lang={lang}><head><title>{title}</title>{head}</head><body>{body}</body></html>"


PROSE = " ".join(f"word{number} of a long and quiet story" for number in range(80))


def article(title: str, head: str = "", text: str = PROSE) -> str:
    return html(f"{title} | Gazette", f"<h1>{title}</h1><p>{title}: {text}</p>", head)


class ScriptedWeb:
    """A `Fetcher`: what it is asked for is in `asked`; what it does not know does not exist."""

    def __init__(self, pages: Mapping[str, Scripted | list[Scripted]], missing: Scripted | None = None) -> None:
        self.pages = {url: list(one) if isinstance(one, list) else [one] for url, one in pages.items()}
        self.missing = missing or response(html("404 Not Found", "Not here."), 404)
        self.asked: list[Request] = []

    @property
    def urls(self) -> list[str]:
        return [request.url for request in self.asked]

    async def fetch(self, request: Request) -> Response | Failure:
        await asyncio.sleep(0)
        self.asked.append(request)
        answers = self.pages.get(request.url.partition("#")[0])
        answer = self.missing
        if answers is not None:
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Failure):
            return Failure(request.url, answer.kind, answer.message, answer.detail, answer.answered)
        return Response(
            request.url, answer.status_code, answer.headers, answer.body, answer.complete, elapsed_ms=7, requests=1
        )


def check(web: ScriptedWeb, url: str, *, patience: float | None = None, **wanted) -> LiveCheck:
    """`wanted`: what is sought at `url`, or else what the checker is given."""
    settings = {key: wanted.pop(key) for key in ("accept", "seed") if key in wanted}

    async def scenario() -> LiveCheck:
        checker = LiveChecker(web, lambda: NOW, **settings)
        return await checker.check(url, Sought(**wanted), patience=patience)

    return asyncio.run(scenario())
