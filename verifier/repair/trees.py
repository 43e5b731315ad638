"""A trained model as plain data: in, named numbers; out, log-odds. Standard library only.

The model is a sum of small decision trees (gradient boosting), trained offline by tests/bench/repair_train.py on pages
whose link annotations tell the truth. JSON: `names` of the evidence in order, `trees` as lists of nodes; a node is a
leaf's value or [feature, threshold, left, right].
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Node = float | tuple[int, float, "Node", "Node"]
_BEYOND_DOUBT = 3.5
"""Half the trees say so much: the other half, taught the same, cannot change the answer."""
_SHIPPED = Path(__file__).with_name("model.json")


@dataclass(frozen=True, slots=True)
class Trees:
    """The model: what it looks at, and its trees, each a leaf's value or (feature, threshold, left, right)."""

    names: tuple[str, ...]
    trees: tuple[Node, ...]

    def log_odds(self, found: dict[str, float]) -> float:
        """The sum of the leaves that these numbers fall into; absent numbers count as 0."""
        values = [found.get(name, 0.0) for name in self.names]
        half = len(self.trees) // 2
        total = _sum(self.trees[:half], values)
        return 2 * total if abs(total) > _BEYOND_DOUBT else total + _sum(self.trees[half:], values)


def _sum(trees: tuple[Node, ...], values: list[float]) -> float:
    total = 0.0
    for tree in trees:
        node = tree
        while type(node) is tuple:
            feature, threshold, left, right = node
            node = left if values[feature] <= threshold else right
        total += node  # type: ignore[operator]  # a leaf, which mypy cannot tell from `type(node) is tuple`
    return total


def _nested(nodes: list[Any], at: int = 0) -> Node:
    """A tree of tuples within tuples, which is walked in a third of the time."""
    node = nodes[at]
    if not isinstance(node, list):
        return float(node)
    feature, threshold, left, right = node
    return int(feature), threshold, _nested(nodes, int(left)), _nested(nodes, int(right))


@cache
def load_trees(path: Path | None = None) -> Trees:
    """Read a model, once; the shipped one by default. Raises OSError or ValueError when it is not one."""
    data = json.loads((path or _SHIPPED).read_text(encoding="utf-8"))
    return Trees(tuple(data["names"]), tuple(_nested(tree) for tree in data["trees"]))
