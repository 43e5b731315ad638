"""Compare what `verify extract --format json` says of a document with the truth written beside it.

In: one entry of the report's `documents` and the truth (`tests/letters/unseen/README.md` says how it is written).
Out: the misses, each a line in words, and how many of what was asked came right.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import unquote

_SHOWN = 24
"""So much of an invented citation is told: how its rest is read may change with what repair has learned."""
METADATA = ("title", "publisher", "author", "date", "accessed")


def _flat(text: str) -> str:
    return "".join(text.replace("*", "").split())


class Comparison:
    """The misses of one document, and per thing asked how many there were and how many came right."""

    def __init__(self, found: dict[str, Any], truth: dict[str, Any]) -> None:
        self.misses: list[str] = []
        self.asked: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        if found["error"]:
            self.misses.append(f"error: {found['error']['message']}")
        self._notes(found["notes"], truth["notes"])
        self._citations(found["citations"], truth)

    def _ask(self, what: str, right: bool, miss: str) -> None:
        self.asked[what] += 1
        self.right[what] += right
        if not right:
            self.misses.append(miss)

    def _notes(self, found: list[dict[str, Any]], truth: list[dict[str, Any]]) -> None:
        left = list(found)
        for note in truth:
            begin = note["text"]
            same = [one for one in left if _flat(one["text"]).startswith(_flat(begin))]
            labelled = [one for one in same if note["label"] in (None, one["label"])]
            self._ask(
                "notes",
                bool(labelled),
                f"lost note {note['label']} {begin!r}"
                if not same
                else f"wrong label of note {begin!r}: {same[0]['label']!r} for {note['label']!r}",
            )
            if not same:
                continue
            one = (labelled or same)[0]
            left.remove(one)
            if note["kind"]:
                self._ask(
                    "kinds", one["kind"] == note["kind"], f"kind of note {begin!r}: {one['kind']} for {note['kind']}"
                )
            if note["markers"] is not None:
                has = len(one["markers"])
                self._ask("markers", has == note["markers"], f"markers of note {begin!r}: {has} for {note['markers']}")
        self.asked["no more notes"] += 1
        self.right["no more notes"] += not left
        self.misses += [f"invented note {one['label']} {one['text'][:60]!r}" for one in left]

    def _citations(self, found: list[dict[str, Any]], truth: dict[str, Any]) -> None:
        left = list(found)
        for cited in truth["citations"]:
            names = {unquote(name) for name in (cited["value"], *cited.get("or", ()))}
            same = [one for one in left if names & {unquote(one["value"]), unquote(one["url"] or "")}]
            tied = [one for one in same if cited["note"] in ("?", one["note"])]
            if not tied and cited.get("optional"):
                continue
            self._ask("citations", bool(same), f"lost citation {cited['value']} (note {cited['note']})")
            if not same:
                continue
            one = (tied or same)[0]
            left.remove(one)
            self._ask("ties", bool(tied), f"tie of {cited['value']}: {one['note']} for {cited['note']}")
            for key in ("kind", "part"):
                if cited.get(key):
                    self._ask(key, one[key] == cited[key], f"{key} of {cited['value']}: {one[key]} for {cited[key]}")
            for key in METADATA:
                if key in cited:
                    self._ask(
                        key, one[key] == cited[key], f"{key} of {cited['value']}: {one[key]!r} for {cited[key]!r}"
                    )
        if truth.get("surroundings") == "any":
            left = [one for one in left if one["part"] != "surroundings"]
        self.asked["no more citations"] += 1
        self.right["no more citations"] += not left
        self.misses += [
            f"invented citation {_flat(one['as_written'])[:_SHOWN]!r} (note {one['note']}, {one['part']})"
            for one in left
        ]
