"""One issue, kept up to date with what needs an edit: opened when something does, closed when nothing is left.

In: the JSON report. Out: at most two requests that change something, and none in a quiet week. The issue is found by
its label and by a mark in its text that readers do not see; the text also carries what it was made of, so that the same
findings are never written twice. Changing the text of an issue notifies nobody: a comment tells of what is new.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from environment import ApiError, api, put, tell, text
from issue_text import body, comment

from verifier.model.report import Verdict

_STATE = re.compile(r"<!-- verifier state (\{[^<>]*\}) -->\s*\Z")
_URGENT = (Verdict.BROKEN, Verdict.FIX, Verdict.REVIEW)
_PAGES = 10
_REMEMBERED = 1000
"""Ids that the issue's text carries; there is an end to how long it may be."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the issue lists: sources that could not be read, what needs an edit, what no answer was got of this time."""

    unread: tuple[dict[str, Any], ...]
    asking: tuple[dict[str, Any], ...]
    unconfirmed: tuple[dict[str, Any], ...]

    @property
    def ids(self) -> list[str]:
        """What is listed, by citation id."""
        return [one["id"] for one in (*self.asking, *self.unconfirmed)]

    @property
    def digest(self) -> str:
        """Changes when the text would; times, and evidence that differs each time, do not count."""
        told = [[one["source"], one["error"]["message"]] for one in self.unread]
        told += [
            [one["id"], one["verdict"], one["line"], one["url"], one["actions"], [rule["id"] for rule in one["rules"]]]
            for one in (*self.asking, *self.unconfirmed)
        ]
        return sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()[:16]


def main() -> int:
    """Bring the issue up to date; 1 when GitHub refused."""
    report = json.loads(Path(os.environ["JSON"]).read_text(encoding="utf-8"))
    if not was_done(report, int(text("EXIT_CODE") or 0)):
        tell("notice", "verify", "This run could not look at everything, so the issue stays as it is.")
        return 0
    try:
        put(number=update(report) or "")
    except ApiError as error:
        tell("error", "The issue could not be brought up to date", f"{error} (it needs the permission issues: write)")
        return 1
    return 0


def was_done(report: dict[str, Any], code: int) -> bool:
    """Whether the run saw enough to say that something is in order. Letters that cannot be read are findings, too."""
    run = report["run"]
    unread = any(document["error"] for document in report["documents"])
    return run["network"] == "online" and not run["partial"] and (code in {0, 1} or (code == 3 and unread))


def update(report: dict[str, Any]) -> int | None:
    """Open, change, reopen or close the issue, or leave it as it is. Returns its number, if there is one."""
    repository = f"/repos/{os.environ['GITHUB_REPOSITORY']}"
    mark = f"<!-- verifier issue {quote(text('NAME'))} -->"
    issue = find(repository, text("LABEL"), mark)
    is_open = issue is not None and issue["state"] == "open"
    known = _state(issue) if is_open else {}
    listed = listed_of(report, set(known.get("ids", [])))
    if not (listed.unread or listed.ids):
        if issue is not None and is_open:
            api("PATCH", f"{repository}/issues/{issue['number']}", {"state": "closed", "state_reason": "completed"})
        return issue["number"] if issue else None
    if issue is not None and known.get("digest") == listed.digest:
        return int(issue["number"])
    state = json.dumps({"digest": listed.digest, "ids": listed.ids[:_REMEMBERED]})
    content = {"title": _title(), "body": f"{mark}\n{body(listed)}\n<!-- verifier state {state} -->"}
    if issue is None:
        return _open(repository, content)
    api("PATCH", f"{repository}/issues/{issue['number']}", {**content, "state": "open"})
    new = [one for one in listed.asking if one["id"] not in known.get("ids", [])]
    if new:
        api("POST", f"{repository}/issues/{issue['number']}/comments", {"body": comment(new)})
    return int(issue["number"])


def _open(repository: str, content: dict[str, Any]) -> int:
    """Open the issue. GitHub drops a label without a word where it thinks that one may not set it at once."""
    label = text("LABEL")
    made = api("POST", f"{repository}/issues", {**content, "labels": [label]})
    if not any(one["name"] == label for one in made["labels"]):
        api("POST", f"{repository}/issues/{made['number']}/labels", {"labels": [label]})
    return int(made["number"])


def find(repository: str, label: str, mark: str) -> dict[str, Any] | None:
    """The issue that bears the label and the mark, an open one before a closed one; pull requests are none."""
    found = []
    for page in range(1, _PAGES + 1):
        query = f"labels={quote(label, safe='')}&state=all&sort=updated&direction=desc&per_page=100&page={page}"
        issues = api("GET", f"{repository}/issues?{query}")
        found += [one for one in issues if (one.get("body") or "").startswith(mark) and "pull_request" not in one]
        if len(issues) < 100:
            break
    return min(found, key=lambda one: one["state"] != "open", default=None)


def listed_of(report: dict[str, Any], before: set[str]) -> Listed:
    """What the issue is to list. What it listed before and got no clear answer this time stays, until it is clear.

    A link that comes and goes is not listed each time it goes, but when it stays away until a later run.
    """
    levels = text("FAIL_ON").split() or _given(report)
    reach = {Verdict.BROKEN} if "broken" in levels and "fix" not in levels else {Verdict.BROKEN, Verdict.FIX}
    reach |= {Verdict.REVIEW} if "review" in levels else set()
    transitions = (report["changes"] or {}).get("transitions", [])
    flapping = {one["citation"] for one in transitions if one["flapping"]}
    asking, unconfirmed = [], []
    for document in report["documents"]:
        for citation in document["citations"]:
            one = {**citation, "source": document["source"]}
            if citation["part"] == "surroundings" or (citation["review"] or {}).get("decision") in {"accept", "ignore"}:
                continue
            is_held_back = citation["id"] in flapping - before and not citation["new"]
            if citation["verdict"] in reach and not is_held_back:
                asking.append(one)
            elif citation["verdict"] == Verdict.REVIEW and citation["id"] in before:
                unconfirmed.append(one)
    asking.sort(key=lambda one: _URGENT.index(one["verdict"]))
    unread = tuple(document for document in report["documents"] if document["error"])
    return Listed(unread, tuple(asking), tuple(unconfirmed))


def _given(report: dict[str, Any]) -> list[str]:
    given = report["run"]["options"].get("fail_on") or []
    return [given] if isinstance(given, str) else list(given)


def _state(issue: dict[str, Any] | None) -> dict[str, Any]:
    """What the issue's text was made of; empty when a person has taken that out."""
    found = _STATE.search((issue or {}).get("body") or "")
    try:
        state = json.loads(found[1]) if found else {}
    except ValueError:
        return {}
    ids = state.get("ids", []) if isinstance(state, dict) else None
    return state if isinstance(ids, list) and all(isinstance(one, str) for one in ids) else {}


def _title() -> str:
    return f"Citations that need an edit: {text('NAME')}"


if __name__ == "__main__":
    raise SystemExit(main())
