"""A trained model as plain data: in, named numbers; out, log-odds. Standard library only.

The model is a sum of small decision trees (gradient boosting), trained offline by tests/bench/repair_train.py on pages
whose link annotations tell the truth. JSON: `names` of the evidence in order, `trees` as lists of nodes; a node is a
leaf's value or [feature, threshold, left, right].

Hundreds of trees are read at once, in a tenth of the time of walking each: every tree has one bit per leaf, from left
to right. A question answered "more" rules out the leaves on its left, in every tree that asks it; the lowest bit left
is the leaf that the tree ends in.
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
from operator import getitem
from pathlib import Path
from typing import Any, NamedTuple

_BEYOND_DOUBT = 3.5
"""Half the trees say so much: the other half, taught the same, cannot change the answer."""
_SHIPPED = Path(__file__).with_name("model.json")
_WORD = 4
"""Bytes per tree: at most 32 leaves."""


class _Question(NamedTuple):
    """What all trees ask of one feature: the thresholds, and the leaves left in all trees above each of them."""

    feature: int
    thresholds: tuple[float, ...]
    left: tuple[int, ...]


class _Grove(NamedTuple):
    """Some trees, to be summed together: their questions, and each tree's leaves by their bit."""

    questions: tuple[_Question, ...]
    leaves: tuple[dict[int, float], ...]
    lowest: int
    """The lowest bit of every tree."""

    def total(self, values: Sequence[float]) -> float:
        """The sum of the leaves that these values fall into."""
        size = len(self.leaves) * _WORD
        every = bits = (1 << (8 * size)) - 1
        for feature, thresholds, left in self.questions:
            above = bisect_left(thresholds, values[feature])
            if above:
                bits &= left[above - 1]
        # No tree is without a leaf, so nothing is carried from one into the next.
        bits &= (bits ^ every) + self.lowest
        words = memoryview(bits.to_bytes(size, sys.byteorder)).cast("I")
        return sum(map(getitem, self.leaves, words if sys.byteorder == "little" else words[::-1]))


@dataclass(frozen=True, slots=True)
class Trees:
    """The model: what it looks at, and its trees in two halves."""

    names: tuple[str, ...]
    first: _Grove
    second: _Grove

    def log_odds(self, found: dict[str, float]) -> float:
        """The sum of the leaves that these numbers fall into; absent numbers count as 0."""
        values = [found.get(name, 0.0) for name in self.names]
        total = self.first.total(values)
        return 2 * total if abs(total) > _BEYOND_DOUBT else total + self.second.total(values)


def _plant(trees: Sequence[list[Any]]) -> _Grove:
    asked: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    leaves = []
    for number, nodes in enumerate(trees):
        values: list[float] = []
        for feature, threshold, ruled_out in _walk(nodes, 0, values):
            asked[feature].append((threshold, number, ruled_out))
        if len(values) > 8 * _WORD:
            raise ValueError(f"a tree of the model has {len(values)} leaves")
        leaves.append({1 << at: value for at, value in enumerate(values)})
    questions = (_question(feature, sorted(asked[feature]), len(trees)) for feature in sorted(asked))
    lowest = sum(1 << (8 * _WORD * number) for number in range(len(trees)))
    return _Grove(tuple(questions), tuple(leaves), lowest)


def _walk(nodes: list[Any], at: int, values: list[float]) -> list[tuple[int, float, int]]:
    """The questions of a tree with the leaves that each rules out; its leaves, from left to right, go to `values`."""
    node = nodes[at]
    if not isinstance(node, list):
        values.append(float(node))
        return []
    feature, threshold, left, right = node
    first = len(values)
    below = _walk(nodes, int(left), values)
    ruled_out = (1 << len(values)) - (1 << first)
    return [(int(feature), float(threshold), ruled_out), *below, *_walk(nodes, int(right), values)]


def _question(feature: int, asked: Sequence[tuple[float, int, int]], number_of_trees: int) -> _Question:
    words = array("I", [(1 << (8 * _WORD)) - 1] * number_of_trees)
    thresholds: list[float] = []
    left: list[int] = []
    for at, (threshold, number, ruled_out) in enumerate(asked):
        words[number] &= ~ruled_out
        if at + 1 == len(asked) or asked[at + 1][0] != threshold:
            thresholds.append(threshold)
            left.append(int.from_bytes((words if sys.byteorder == "little" else words[::-1]).tobytes(), sys.byteorder))
    return _Question(feature, tuple(thresholds), tuple(left))


@cache
def load_trees(path: Path | None = None) -> Trees:
    """Read a model, once; the shipped one by default. Raises OSError or ValueError when it is not one."""
    data = json.loads((path or _SHIPPED).read_text(encoding="utf-8"))
    half = len(data["trees"]) // 2
    return Trees(tuple(data["names"]), _plant(data["trees"][:half]), _plant(data["trees"][half:]))
