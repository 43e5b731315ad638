"""A trained model as plain data: in, named numbers; out, log-odds. Standard library only.

The model is a sum of small decision trees (gradient boosting), trained offline by tests/bench/repair_train.py on pages
whose link annotations tell the truth. JSON: `names` of the evidence in order, `trees` as lists of nodes; a node is a
leaf's value (four decimals) or [feature, threshold, left, right], the left one standing right behind it.

Hundreds of trees are read at once, in a tenth of the time of walking each: in one long number every tree has one bit
per leaf, from left to right. A question answered "more" rules out the leaves on its left, in every tree that asks it;
the lowest bit left is the leaf that the tree ends in. The leaves' values are held as bits, too: of each power of two,
which leaves have it, so that counting common bits sums them.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

_SHIPPED = Path(__file__).with_name("model.json")
_LEAVES = 32
"""Bits per tree: at most so many leaves."""
_UNIT = 10_000
"""Leaves have four decimals."""


class _Question(NamedTuple):
    """What all trees ask of one feature: the thresholds, and the leaves left in all trees above each of them."""

    name: str
    thresholds: tuple[float, ...]
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trees:
    """The model: what all its trees ask, and their leaves' values by powers of two, all above `least`."""

    questions: tuple[_Question, ...]
    every: int
    """Every leaf of every tree."""
    lowest: int
    """The lowest bit of every tree."""
    powers: tuple[int, ...]
    least: int

    def log_odds(self, found: dict[str, float]) -> float:
        """The sum of the leaves that these numbers fall into; absent numbers count as 0."""
        bits = self.every
        look = found.get
        for name, thresholds, left in self.questions:
            value = look(name, 0)
            if value > thresholds[0]:
                bits &= left[bisect_left(thresholds, value) - 1]
        # No tree is without a leaf, so nothing is carried from one into the next.
        bits &= (bits ^ self.every) + self.lowest
        total = self.least
        for power, leaves in enumerate(self.powers):
            total += (bits & leaves).bit_count() << power
        return total / _UNIT


@cache
def load_trees(path: Path | None = None) -> Trees:
    """Read a model, once; the shipped one by default. Raises OSError or ValueError when it is not one."""
    data = json.loads((path or _SHIPPED).read_text(encoding="utf-8"))
    trees: list[list[Any]] = data["trees"]
    asked: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    least = 0
    above = array("H")
    for number, nodes in enumerate(trees):
        leaves = [round(node * _UNIT) for node in nodes if not isinstance(node, list)]
        if len(leaves) > _LEAVES:
            raise ValueError(f"a tree of the model has {len(leaves)} leaves")
        least += (lowest := min(leaves))
        above.extend([leaf - lowest for leaf in leaves])
        above.extend([0] * (_LEAVES - len(leaves)))
        # A leaf's bit is told by how many leaves stand before it; those between a question and its right are its left.
        before = [0, *accumulate(not isinstance(node, list) for node in nodes)]
        for at, node in enumerate(nodes):
            if isinstance(node, list):
                feature, threshold, left, right = node
                if left != at + 1:
                    raise ValueError("a tree of the model is not in order")
                asked[feature].append((threshold, number, (1 << before[right]) - (1 << before[left])))
    names: list[str] = data["names"]
    questions = (_question(names[feature], asked[feature], len(trees)) for feature in sorted(asked))
    everything = (1 << (_LEAVES * len(trees))) - 1
    return Trees(tuple(questions), everything, everything // ((1 << _LEAVES) - 1), _powers(above), least)


def _question(name: str, asked: list[tuple[float, int, int]], number_of_trees: int) -> _Question:
    asked.sort(key=itemgetter(0))
    words = array("I", [(1 << _LEAVES) - 1] * number_of_trees)
    thresholds: list[float] = []
    left: list[int] = []
    for at, (threshold, number, ruled_out) in enumerate(asked):
        words[number] &= ~ruled_out
        if at + 1 == len(asked) or asked[at + 1][0] != threshold:
            thresholds.append(threshold)
            left.append(_as_number(words))
    return _Question(name, tuple(thresholds), tuple(left))


def _as_number(words: array[int]) -> int:
    return int.from_bytes((words if sys.byteorder == "little" else words[::-1]).tobytes(), sys.byteorder)


def _powers(values: Sequence[int]) -> tuple[int, ...]:
    """For each power of two, the places of the values that hold it, as bits."""
    found = []
    for half in ([value & 255 for value in values], [value >> 8 for value in values]):
        places = bytes(half)[::-1]
        for power in range(8):
            digits = bytes(49 if byte >> power & 1 else 48 for byte in range(256))
            found.append(int(places.translate(digits), 2))
    while not found[-1]:
        found.pop()
    return tuple(found)
