"""The whole extraction over the gold file: out-of-fold recall, over-joining and calibration, as score.py counts them.

Usage: python -m tests.bench.gold GOLD_DIR [--model MODEL.json] [--folds FOLDS_DIR] [--out DIR] [--json FILE] [--peers]

GOLD_DIR holds dev.jsonl and score.py. Each page's text is read as bare text/plain, once per text layer. With --folds
(written by repair_train.py) each case is read with the model that has not seen its source; without, with the shipped
model, whose numbers are flattered. --peers sets other link finders beside it; --json keeps every figure in one file.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bench.gold_peers import install, links_of_peers
from tests.bench.repair_pages import Case, Layer, group_of, proposals, read_cases
from verifier.model.citation import Proposal, RepairStatus
from verifier.repair.ranker import Ranker

ROWS = ("ALL", "kind=wrapped", "kind=whole", "kind=spaced", "whole&eol_bare", "break=hyphen_inserted")
COLUMNS = ("ok", "ok_clean", "truncated", "overjoined", "garbled")


def load_score(directory: Path) -> ModuleType:
    """The scoring script that lies beside the gold file."""
    spec = importlib.util.spec_from_file_location("gold_score", directory / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def rankers(options: argparse.Namespace) -> dict[int, Ranker]:
    """The model for each fold; the shipped one under -1."""
    if options.folds is None:
        return {-1: Ranker(options.model)}
    return {int(path.stem.rpartition("-")[2]): Ranker(path) for path in options.folds.glob("fold-*.json")}


def main() -> None:
    """Read every case in both layers, print the tables and keep the figures."""
    options = arguments()
    score = load_score(options.gold)
    cases = read_cases(options.gold / "dev.jsonl")
    models = rankers(options)
    figures: dict[str, Any] = {"model": "shipped, has seen these pages" if -1 in models else "out of fold"}
    programs = install() if options.peers else None
    for layer in Layer:
        predictions: dict[str, list[str]] = {}
        calibration: dict[str, Counter[bool]] = defaultdict(Counter)
        for case in cases:
            ranker = models[-1] if -1 in models else models[group_of(case["pdf"], len(models))]
            found = proposals(case, layer, ranker, broad=options.broad)
            predictions[case["id"]] = [one.url for one in found if one.url]
            calibrate(case, found, calibration, score)
        report(layer, score.score(cases, predictions), calibration, full=options.full)
        figures[layer.value] = {
            "verifier": shares(score.score(cases, predictions)),
            "calibration": {row: [counts[True], counts.total()] for row, counts in sorted(calibration.items())},
        }
        if options.out:
            write(options.out / f"{layer.value}.jsonl", predictions)
        if programs:
            pages = {case["id"]: case[layer.value] for case in cases}
            for peer, links in links_of_peers(programs, pages).items():
                table = score.score(cases, links)
                print_rows(peer, table, ROWS)
                figures[layer.value][peer] = shares(table)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument(
        "--broad", action="store_true", help="repair apart from the finder: every broken scheme is tried"
    )
    return parser.parse_args()


def calibrate(case: Case, found: list[Proposal], table: dict[str, Counter[bool]], score: ModuleType) -> None:
    """Count, per band of confidence, which mended links are links of the page."""
    known = {score.bare(score.norm(url)) for url in case["page_uris"]}
    for one in found:
        if one.url is None or one.repair.status not in (RepairStatus.MENDED, RepairStatus.AMBIGUOUS):
            continue
        mine = score.bare(score.norm(one.url))
        host = score.host(mine)
        if any(score.host(other) == host or host.startswith(score.host(other)) for other in known):
            table[band(one.repair.confidence)][mine in known] += 1


def band(confidence: float) -> str:
    """Which row of the calibration table."""
    for least in (0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5):
        if confidence > least:
            return f"> {least:.2f}"
    return "<= 0.50"


def shares(table: dict[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Per row: how many cases, and per cent found, found without a wrong reading beside, and wrong in each way."""
    return {
        row: {"n": counts["n"], **{name: round(100 * counts[name] / (counts["n"] or 1), 2) for name in COLUMNS}}
        for row, counts in sorted(table.items())
    }


def print_rows(title: str, table: dict[str, Counter[str]], rows: Iterable[str]) -> None:
    """One table."""
    print(f"\n{title:34}{'n':>6}{'recall%':>9}{'clean%':>8}{'trunc%':>8}{'over%':>8}{'garb%':>8}")
    known = shares(table)
    for row in rows:
        if row in known:
            first, *others = (known[row][name] for name in COLUMNS)
            print(f"{row:34}{int(known[row]['n']):6}{first:9.1f}" + "".join(f"{share:8.1f}" for share in others))


def report(layer: Layer, table: dict[str, Counter[str]], calibration: dict[str, Counter[bool]], *, full: bool) -> None:
    """Print one layer's recall table and its calibration."""
    print_rows(layer.value, table, sorted(table) if full else ROWS)
    sure = [calibration[row] for row in calibration if row.startswith("> 0.9")]
    right, wrong = sum(one[True] for one in sure), sum(one[False] for one in sure)
    print(f"  mended with confidence > 0.9: {right + wrong} links, {100 * right / ((right + wrong) or 1):.2f} % right")
    for row in sorted(calibration, reverse=True):
        right, wrong = calibration[row][True], calibration[row][False]
        print(f"    {row:10}{right + wrong:6} links, {100 * right / (right + wrong):5.1f} % right")


def write(path: Path, predictions: dict[str, list[str]]) -> None:
    """One line per case, as score.py reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps({"id": one, "urls": urls}) + "\n" for one, urls in predictions.items()))


if __name__ == "__main__":
    main()
