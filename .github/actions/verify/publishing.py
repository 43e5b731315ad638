"""Says what a run makes public: in a public repository anybody reads issues, artifacts, job summaries and caches.

In: the event's `repository.private` (asked of GitHub where the event does not say), and what the run is to keep. Out: a
warning, unless nothing of a letter is published or `accept-public` says that it may be.
"""

from __future__ import annotations

import os
from typing import Any

from environment import ApiError, api, event, switch, tell


def main() -> int:
    """Warn where there is something to warn of; never fails a run."""
    if switch("ACCEPTED"):
        return 0
    published = places()
    if not published:
        return 0
    private = is_private()
    if private:
        return 0
    whose = "This repository is public" if private is False else "It is not known whether this repository is private"
    tell(
        "warning",
        "Letters may become public",
        f"{whose}: anybody can read {_listed(published)}. They show the letters, drafts among them, and what each "
        "cites. For letters that are not published yet use a private repository, or set `share: true` and "
        "`history: false`. When all this may be public, `accept-public: true` silences this warning.",
    )
    return 0


def places() -> list[str]:
    """Where this run puts words or links of the letters."""
    whole = not switch("SHARE")
    kept = [("the annotations and the summary of this job", whole)]
    kept.append(("its artifact", whole and switch("ARTIFACT")))
    kept.append(("the issue", whole and switch("ISSUE")))
    kept.append(("the cached history, through any pull request", switch("HISTORY")))
    return [place for place, is_kept in kept if is_kept]


def is_private() -> bool | None:
    """Whether only members see the repository; None when nobody tells."""
    told = _visibility(event().get("repository"))
    if told is not None:
        return told
    try:
        return _visibility(api("GET", f"/repos/{os.environ.get('GITHUB_REPOSITORY', '')}"))
    except ApiError:
        return None


def _visibility(repository: Any) -> bool | None:  # noqa: ANN401 - whatever GitHub answers
    private = repository.get("private") if isinstance(repository, dict) else None
    return private if isinstance(private, bool) else None


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


if __name__ == "__main__":
    raise SystemExit(main())
