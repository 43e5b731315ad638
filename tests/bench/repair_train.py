"""Train the line-break model of verifier/repair/ from the gold file, out of fold and in full.

Usage (in an environment of its own with lightgbm): python -m tests.bench.repair_train GOLD_DIR --out DIR

Writes fold-N.json (the model that has not seen fold N's sources; fold = hash of the Debian package or repository) and
model.json (all sources), in the form that verifier/repair/trees.py reads. Labels: a continuation is right when it lies
on the way to a link annotation of the page.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.gold import load_score
from tests.bench.repair_pages import Case, Layer, document_of, group_of, read_cases
from verifier.repair import syntax
from verifier.repair.breaks import Continuation, Way, continuations
from verifier.repair.evidence import measure
from verifier.repair.page import Page
from verifier.repair.propose import first_reading
from verifier.repair.reading import Reading, extend

FOLDS = 10
DEPTH = 7
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "feature_fraction": 0.5,
    "min_data_in_leaf": 20,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 4.0,
    "verbosity": -1,
    "num_threads": 2,
    "seed": 7,
    "deterministic": True,
}
KINDS = (({"num_leaves": 31}, 260), ({"num_leaves": 24, "extra_trees": True}, 400))
"""Two kinds of trees with their rounds, whose mean is the model: thresholds sought and thresholds drawn err apart."""


class Labeller:
    """Tells which readings lead to a link of the page."""

    def __init__(self, case: Case, norm: Any) -> None:
        self.norm = norm
        self.right = {syntax.key(norm(url)) for url in case["page_uris"]}

    def is_whole(self, reading: Reading) -> bool:
        """Is this reading a link annotation's URL?"""
        return syntax.key(self.norm(reading.url)) in self.right

    def may_lead(self, reading: Reading) -> bool:
        """Does some annotation's URL begin like this reading?"""
        mine = syntax.key(self.norm(reading.url)).rstrip("./-%")
        return any(url.startswith(mine) for url in self.right)


def true_path(page: Page, first: Reading, limit: int, labeller: Labeller) -> list[Continuation] | None:
    """The continuations that lead to the longest link of the page; empty when it is whole; None when unknown."""
    best: list[Continuation] | None = None
    longest = -1
    stack: list[tuple[Reading, list[Continuation]]] = [(first, [])]
    visits = 0
    while stack and visits < 400:
        visits += 1
        reading, path = stack.pop()
        if labeller.is_whole(reading) and len(reading.url) - 40 * sum(way.skipped for way in path) > longest:
            longest, best = len(reading.url), path
        if len(path) >= DEPTH + 30 * (reading.spaces > 0):
            continue
        for way in continuations(page, reading.end, limit, reading.url):
            further = extend(page, reading, way)
            if labeller.may_lead(further):
                stack.append((further, [*path, way]))
    return best


def rows_of(case: Case, layer: Layer, norm: Any) -> Iterator[tuple[dict[str, float], bool, Way, tuple[Any, ...]]]:
    """The training rows of one page: evidence, right or wrong, way, and what identifies the row."""
    document, references = document_of(case, layer, broad=True)
    page = Page(document, references)
    labeller = Labeller(case, norm)
    for at, reference in enumerate(references):
        reading = first_reading(page, reference)
        limit = max(page.limit(at), reading.end)
        path = true_path(page, reading, limit, labeller)
        if path is None:
            continue
        for right in [*path, None]:
            for way in continuations(page, reading.end, limit, reading.url):
                around = document.text[max(0, way.at - 60) : way.resume + 60]
                yield (
                    measure(page, reading, way),
                    way == right,
                    way.way,
                    (case["pdf"], layer, around, way.hyphen, way.piece),
                )
            if right is not None:
                reading = extend(page, reading, right)


def dump(boosters: list[Any], names: list[str]) -> str:
    """The mean of LightGBM models as JSON: per tree, [feature, threshold, left, right] or a leaf's value, by index."""
    trees = []
    for tree in [tree for booster in boosters for tree in booster.dump_model()["tree_info"]]:
        nodes: list[Any] = []
        _flatten(tree["tree_structure"], nodes)
        trees.append([node if isinstance(node, list) else round(node / len(boosters), 4) for node in nodes])
    return json.dumps({"names": names, "trees": trees}, separators=(",", ":"))


def _flatten(node: dict[str, Any], nodes: list[Any]) -> int:
    at = len(nodes)
    nodes.append(None)
    if "leaf_value" in node:
        nodes[at] = round(node["leaf_value"], 4)
    else:
        left = _flatten(node["left_child"], nodes)
        right = _flatten(node["right_child"], nodes)
        nodes[at] = [node["split_feature"], round(node["threshold"], 4), left, right]
    return at


def main() -> None:
    """Collect, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    import lightgbm  # type: ignore[import-not-found]  # only the training environment has it
    import numpy as np

    norm = load_score(options.gold).norm
    seen: set[Any] = set()
    rows, labels, groups = [], [], []
    for case in read_cases(options.gold / "dev.jsonl"):
        for layer in Layer:
            for found, right, way, identity in rows_of(case, layer, norm):
                if way is Way.SPACE or identity in seen:
                    continue
                seen.add(identity)
                rows.append(found)
                labels.append(right)
                groups.append(group_of(case["pdf"], FOLDS))
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[float(row.get(name, 0)) for name in names] for row in rows])
    target, fold = np.array(labels, dtype=float), np.array(groups)
    print(len(rows), "rows,", int(target.sum()), "right,", len(names), "features")
    options.out.mkdir(parents=True, exist_ok=True)
    for held in [*range(FOLDS), None]:
        chosen = fold != held if held is not None else fold >= 0
        data = lightgbm.Dataset(matrix[chosen], target[chosen], feature_name=names, free_raw_data=False)
        boosters = [lightgbm.train(PARAMETERS | kind, data, num_boost_round=rounds) for kind, rounds in KINDS]
        name = f"fold-{held}.json" if held is not None else "model.json"
        (options.out / name).write_text(dump(boosters, names))
    ranked = sorted(zip(boosters[0].feature_importance("gain"), names, strict=True), reverse=True)
    print("; ".join(f"{name} {gain / sum(g for g, _ in ranked):.3f}" for gain, name in ranked[:40]))


if __name__ == "__main__":
    main()
