"""Plays GitHub's interface for issues on loopback: what the rolling issue needs of it, and a log of every request."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit


class Asked(NamedTuple):
    """One request."""

    method: str
    path: str
    data: Any


class GitHub:
    """The server. `issues` is what it holds, oldest first; `fails`: statuses that come instead of the next answers."""

    def __init__(self, *, private: bool = True) -> None:
        self.private = private
        self.issues: list[dict[str, Any]] = []
        self.comments: list[tuple[int, str]] = []
        self.log: list[Asked] = []
        self.fails: list[int] = []
        self.drops_labels = False
        self.tokens: set[str] = set()
        game = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer()

            def do_POST(self) -> None:
                self._answer()

            def do_PATCH(self) -> None:
                self._answer()

            def _answer(self) -> None:
                data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked = Asked(self.command, self.path, json.loads(data) if data else None)
                game.log.append(asked)
                game.tokens.add(self.headers.get("Authorization", ""))
                status, answer = game.answer(asked)
                body = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Says nothing; `log` has it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        """What GITHUB_API_URL is to be."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def changes(self) -> list[Asked]:
        """The requests that changed something."""
        return [asked for asked in self.log if asked.method != "GET"]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, asked: Asked) -> tuple[int, Any]:
        """Status and data of the answer."""
        if self.fails:
            return self.fails.pop(0), {"message": "Resource not accessible by integration"}
        parts = urlsplit(asked.path)
        match = re.fullmatch(
            r"/repos/example/letters(?:/issues(?:/(?P<number>\d+)(?P<part>/comments|/labels)?)?)?", parts.path
        )
        if match is None:
            return 404, {"message": "Not Found"}
        if not parts.path.endswith("/issues") and match["number"] is None:
            return 200, {"full_name": "example/letters", "private": self.private}
        if asked.method == "GET":
            return 200, self._listed(parse_qs(parts.query))
        if match["part"] == "/comments":
            self.comments.append((int(match["number"]), asked.data["body"]))
            return 201, {}
        if match["part"] == "/labels":
            self.issues[int(match["number"]) - 1]["labels"] += [{"name": label} for label in asked.data["labels"]]
            return 200, {}
        if match["number"] is None:
            assert len(asked.data["body"]) <= 65_536, "GitHub refuses a longer text"
            labels = [{"name": label} for label in asked.data.pop("labels") if not self.drops_labels]
            self.issues.append({**asked.data, "labels": labels, "number": len(self.issues) + 1, "state": "open"})
            return 201, self.issues[-1]
        issue = self.issues[int(match["number"]) - 1]
        issue.update(asked.data)
        return 200, issue

    def _listed(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        label, state = query["labels"][0], query.get("state", ["open"])[0]
        fitting = [
            one
            for one in reversed(self.issues)
            if any(each["name"] == label for each in one["labels"]) and state in {"all", one["state"]}
        ]
        size, page = int(query["per_page"][0]), int(query["page"][0])
        return fitting[size * (page - 1) : size * page]
