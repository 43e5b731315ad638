"""Train the line-break model of verifier/repair/ from the gold file, out of fold and in full.

Usage (in an environment of its own with lightgbm and pyphen): python -m tests.bench.repair_train GOLD_DIR --out DIR

Writes fold-N.json (the model that has not seen fold N's sources; fold = hash of the Debian package or repository) and
model.json (all sources), in the form that verifier/repair/trees.py reads. Learned from are the file's own pages and,
with less weight, the same pages set anew (`repair_rewrap`): out of fold that took a third off the model's errors on the
pages as they are. A page set anew belongs to the fold of the pages that it was made of.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.gold import load_score
from tests.bench.repair_pages import Case, Layer, group_of, read_cases
from tests.bench.repair_rewrap import Setting, columns, rewrapped
from tests.bench.repair_rows import Row, rows_near, rows_of, whole_links
from verifier.repair.breaks import Way

FOLDS = 10
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "feature_fraction": 0.5,
    "min_data_in_leaf": 20,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 4.0,
    "verbosity": -1,
    "num_threads": 1,
    "seed": 7,
    "deterministic": True,
}
KINDS = (({"num_leaves": 31}, 260), ({"num_leaves": 24, "extra_trees": True}, 400))
"""Two kinds of trees with their rounds, whose mean is the model: thresholds sought and thresholds drawn err apart."""
LINKS_ANEW = 5
"""So often a link of each page is set anew, in each text layer."""


class Made(IntEnum):
    """Where a row comes from."""

    REAL = 0
    REWRAPPED = 1
    COLUMNS = 2


WEIGHTS = {Made.REAL: 1.0, Made.REWRAPPED: 0.4, Made.COLUMNS: 0.1}


class Rows:
    """The rows collected so far, each once."""

    def __init__(self) -> None:
        self.found: list[dict[str, float]] = []
        self.right: list[bool] = []
        self.folds: list[int] = []
        self.weights: list[float] = []
        self._seen: set[tuple[Any, ...]] = set()

    def add(self, rows: Iterable[Row], fold: int, made: Made) -> None:
        """Take in what is new; breaks within a line are weighed by rules and not learned."""
        for found, right, way, identity in rows:
            if way is not Way.SPACE and identity not in self._seen:
                self._seen.add(identity)
                self.found.append(found)
                self.right.append(right)
                self.folds.append(fold)
                self.weights.append(WEIGHTS[made])


def collect(cases: list[Case], norm: Any) -> Rows:
    """The rows of all pages, as they are and set anew."""
    import pyphen  # type: ignore[import-not-found]  # only the training environment has it

    hyphenate = pyphen.Pyphen(lang="en_US")
    rows = Rows()
    of_fold: defaultdict[int, list[Case]] = defaultdict(list)
    for case in cases:
        of_fold[group_of(case["pdf"], FOLDS)].append(case)
    for case in cases:
        fold, random = group_of(case["pdf"], FOLDS), Random(case["id"])
        for layer in Layer:
            rows.add(rows_of(case, layer, norm), fold, Made.REAL)
            setting = Setting(random, hyphenate, marks=layer is Layer.PDFIUM)
            document, links = whole_links(case, layer, norm)
            random.shuffle(links)
            for link in (links * LINKS_ANEW)[:LINKS_ANEW]:
                text = rewrapped(document.text, link.start, link.end, setting)
                if text is not None:
                    anew = {**case, layer.value: text}
                    rows.add(rows_near(anew, layer, norm, link.start, link.url), fold, Made.REWRAPPED)
        pair = [case, random.choice(of_fold[fold])]
        random.shuffle(pair)
        links_of_both = [url for one in pair for url in one["page_uris"]]
        left, right = (one[Layer.PDFIUM.value] for one in pair)
        both = columns(left, right, sorted(links_of_both, key=len, reverse=True), Setting(random, hyphenate, False))
        anew = {**case, Layer.POPPLER.value: both, "page_uris": links_of_both}
        rows.add(rows_of(anew, Layer.POPPLER, norm), fold, Made.COLUMNS)
    return rows


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

    rows = collect(read_cases(options.gold / "dev.jsonl"), load_score(options.gold).norm)
    names = sorted({name for row in rows.found for name in row})
    matrix = np.array([[float(row.get(name, 0)) for name in names] for row in rows.found], dtype=np.float32)
    target, fold, weight = np.array(rows.right, dtype=float), np.array(rows.folds), np.array(rows.weights)
    print(len(target), "rows,", int(target.sum()), "right,", len(names), "features")
    options.out.mkdir(parents=True, exist_ok=True)
    for held in [*range(FOLDS), None]:
        chosen = fold != held if held is not None else fold >= 0
        data = lightgbm.Dataset(
            matrix[chosen], target[chosen], weight=weight[chosen], feature_name=names, free_raw_data=False
        )
        boosters = [lightgbm.train(PARAMETERS | kind, data, num_boost_round=rounds) for kind, rounds in KINDS]
        name = f"fold-{held}.json" if held is not None else "model.json"
        (options.out / name).write_text(dump(boosters, names))
    ranked = sorted(zip(boosters[0].feature_importance("gain"), names, strict=True), reverse=True)
    print("; ".join(f"{name} {gain / sum(g for g, _ in ranked):.3f}" for gain, name in ranked[:40]))


if __name__ == "__main__":
    main()
