"""Which of the letters a pull request changes, as git tells."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from verifier.documents import expand


class UnknownChangesError(Exception):
    """Git cannot tell what was changed; `str()` says why."""


def changed_letters(paths: list[str], base: str) -> list[str]:
    """Those of the letters that `paths` name which differ from `base`; deleted ones are no letters any more.

    On a pull request the runner checks out a merge: its first parent is what the pull request would be merged into.
    Elsewhere `base` is a commit. Raises UnknownChangesError where neither is at hand.
    """
    letters = {os.path.realpath(source.path): source.name for source in expand(paths) if source.path}
    if _git("rev-parse", "--verify", "--quiet", "HEAD^2") is not None:
        between = ["HEAD^1", "HEAD"]
    elif base and _git("rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is not None:
        between = [f"{base}...HEAD"] if _git("merge-base", base, "HEAD") is not None else [base, "HEAD"]
    else:
        raise UnknownChangesError(
            "the commit to compare with is not here; let actions/checkout fetch it (fetch-depth: 2)"
        )
    top, changed = _git("rev-parse", "--show-toplevel"), _git("diff", "--name-only", "-z", "--diff-filter=d", *between)
    if top is None or changed is None:
        raise UnknownChangesError("git could not compare the commits")
    files = {os.path.realpath(Path(top.rstrip("\n")) / name) for name in changed.split("\0") if name}
    return [name for path, name in letters.items() if path in files]


def _git(*arguments: str) -> str | None:
    """What git prints, or None when it fails."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return os.fsdecode(done.stdout) if done.returncode == 0 else None
