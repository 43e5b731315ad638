"""What the runner gives a step and takes from it: inputs, outputs, messages, the event, and GitHub's own interface.

Everything comes through the environment (GITHUB_OUTPUT, GITHUB_EVENT_PATH, GITHUB_API_URL …), so that a test can play
the runner on this machine.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from verifier.report.github import command

_TRIES = 3
_PAUSE = 1.0
"""Seconds before the second try of a question; each further one waits four times as long."""


def text(name: str) -> str:
    """An input, without the white space around it; "" when it is not given."""
    return os.environ.get(name, "").strip()


def switch(name: str) -> bool:
    """An input that is true or false."""
    return text(name).lower() == "true"


def lines(name: str) -> list[str]:
    """An input of one value a line."""
    return [line.strip() for line in text(name).splitlines() if line.strip()]


def put(**outputs: object) -> None:
    """Set outputs of this step. No value can end its own block: the delimiter is made up anew each time."""
    file = os.environ.get("GITHUB_OUTPUT")
    for name, value in outputs.items():
        said = str(value).lower() if isinstance(value, bool) else str(value)
        end = f"end-{secrets.token_hex(16)}"
        if file:
            with Path(file).open("a", encoding="utf-8") as outputs_file:
                outputs_file.write(f"{name.replace('_', '-')}<<{end}\n{said}\n{end}\n")


def tell(level: str, title: str, message: str) -> None:
    """An annotation of the run: error, warning or notice."""
    sys.stdout.write(command(level, {"title": title}, message) + "\n")
    sys.stdout.flush()


def event() -> dict[str, Any]:
    """What set the workflow off; empty when the runner does not say."""
    try:
        found = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    except (KeyError, OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


class ApiError(Exception):
    """GitHub did not do what was asked; `str()` says what it answered."""


def api(method: str, path: str, data: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - whatever GitHub answers
    """Ask GitHub's interface and return its answer as data. What changes nothing twice is tried three times.

    Raises ApiError with the status and what GitHub said of it.
    """
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
    request = urllib.request.Request(  # noqa: S310 - the runner names the host
        f"{base}{path}", method=method, data=None if data is None else json.dumps(data).encode("utf-8")
    )
    request.add_header("Accept", "application/vnd.github+json")
    request.add_header("Content-Type", "application/json")
    request.add_header("User-Agent", "verifier-action")
    # Not carried over to another host when GitHub redirects.
    request.add_unredirected_header("Authorization", f"Bearer {os.environ.get('TOKEN', '')}")
    for attempt in range(_TRIES):
        last = attempt == _TRIES - 1 or method == "POST"
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            if last or error.code < 500:
                raise ApiError(f"{method} {path}: {error.code} {_said(error)}".strip()) from error
        except (OSError, ValueError) as error:
            if last:
                raise ApiError(f"{method} {path}: {error}") from error
        time.sleep(_PAUSE * 4**attempt)
    raise AssertionError("the last try returns or raises")


def _said(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.loads(error.read(10_000)).get("message", ""))
    except (OSError, ValueError, AttributeError):
        return error.reason if isinstance(error.reason, str) else ""
