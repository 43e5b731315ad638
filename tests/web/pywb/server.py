"""A real pywb over real WARC files: a Memento archive that was not written by us.

It lives in a virtual environment of its own under the user's cache, since it holds back packages that the program
needs. `environment()` makes that once (about 20 seconds, and needs a package index); `PywbServer` serves captures.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Self
from urllib.request import urlopen

from tests.web.archive import Captured

HERE = Path(__file__).parent
_STARTS = 30.0


class NotAvailableError(Exception):
    """pywb cannot be installed here; `str()` says why."""


def environment() -> Path:
    """The folder of programs of an environment with pywb in it, made when it is not there yet."""
    constraints = HERE / "constraints.txt"
    mark = hashlib.sha256(constraints.read_bytes() + sys.version.encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "verifier-tests" / f"pywb-{mark}"
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if (folder / "ready").exists():
        return programs
    shutil.rmtree(folder, ignore_errors=True)
    pip = (programs / "python", "-m", "pip", "-q", "--disable-pip-version-check")
    for command in (
        (sys.executable, "-m", "venv", folder),
        (*pip, "install", "--constraint", constraints, "pywb", "warcio"),
    ):
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise NotAvailableError((done.stderr or done.stdout).strip()[-300:])
    (folder / "ready").touch()
    return programs


class PywbServer:
    """pywb on a loopback port with one collection. A context manager."""

    def __init__(self, programs: Path, name: str, captures: Sequence[Captured]) -> None:
        self._programs = programs
        self._name = name
        self._captures = captures
        self._folder = tempfile.TemporaryDirectory(prefix="verifier-pywb-")
        self.port = 0

    def __enter__(self) -> Self:
        folder = Path(self._folder.name)
        self._run("wb-manager", "init", self._name)
        file = folder / f"{self._name}.warc.gz"
        said = json.dumps([_plain(kept) for kept in self._captures])
        self._run("python", str(HERE / "write.py"), str(file), given=said)
        self._run("wb-manager", "add", self._name, str(file))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._server = subprocess.Popen(
            [self._programs / "wayback", "-p", str(self.port), "--bind", "127.0.0.1"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(20)
        self._folder.cleanup()

    def _run(self, program: str, *arguments: str, given: str = "") -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd=self._folder.name,
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-1000:]

    def _wait(self) -> None:
        until = time.monotonic() + _STARTS
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                    assert answer.status == HTTPStatus.OK
                    return
            except OSError:
                assert self._server.poll() is None, "pywb ended at once"
                assert time.monotonic() < until, "pywb does not answer"
                time.sleep(0.1)


def _plain(kept: Captured) -> dict[str, object]:
    stamp = kept.timestamp
    headers = [("Content-Type", kept.mimetype), *kept.headers]
    if kept.location:
        headers.append(("Location", kept.location))
    return {
        "url": kept.url,
        "date": f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}Z",
        "status": f"{kept.status} {HTTPStatus(kept.status).phrase}",
        "headers": headers,
        "body": base64.b64encode(kept.content).decode(),
    }


if __name__ == "__main__":
    print(environment())
