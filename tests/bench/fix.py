"""What `verify fix` would change by itself, and how much of it is right: gold pages and the simulated web.

Usage: python -m tests.bench.fix [GOLD_DIR] [--folds FOLDS_DIR]

Mended links are counted on the pages of GOLD_DIR, in both text layers: right is a link that the PDF itself links to.
With --folds (written by repair_train.py) each page is read with the model that has not seen its source; without, with
the shipped one, whose figures are flattered. Moved and dead links are counted on the simulated web, looked at on two
days, with a good copy of every page in the archive: right is what the catalogue says. Results: reports/bench-fix.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

from tests.bench.gold import load_score
from tests.bench.repair_pages import Case as Page
from tests.bench.repair_pages import Layer, group_of, read_cases
from tests.web.archive import Captured, SimulatedArchive
from tests.web.captures import CAPTURES
from tests.web.judging import letter
from tests.web.pages import article
from tests.web.server import SimulatedWeb
from verifier import citations, documents, pipeline
from verifier.checks.archive.ask import RATES
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.documents import Source, SourceKind
from verifier.model.change import Change, ChangeKind
from verifier.model.citation import Extract
from verifier.model.errors import SourceError
from verifier.model.report import DocumentReport
from verifier.pipeline.changes import decide
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.extracted import as_extracted
from verifier.pipeline.plan import Planned, plan
from verifier.repair.propose import propose_with
from verifier.repair.ranker import Ranker
from verifier.store.history import History
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.limits import Rate, ServiceLimits
from verifier.web.overrides import parse_override

ROOT = Path(__file__).parent.parent.parent
BAR = 99.5
"""Per cent of its own changes that must be right."""
_DEAD = frozenset({"not_found", "domain_gone", "parked", "soft_404"})


def mended(page: Page, layer: Layer, ranker: Ranker) -> Iterator[Change]:
    """The changes that `fix` would make in one page read as bare text."""
    try:
        document = documents.read(page[layer.value].encode(), f"{page['id']}.txt", "text/plain")
    except SourceError:  # no text in this layer
        return
    found = citations.find(document)
    extract: Extract = citations.assemble(document, found, propose_with(document, found.references, ranker))
    planned = Planned(Source(document.source, SourceKind.FILE), document, extract)
    yield from decide(as_extracted(planned, Options(offline=True)), document.links).changes


def on_gold(folder: Path, folds: Path | None) -> dict[str, list[int]]:
    """Per layer: how many mended links are links of the page, and how many were mended where that can be told."""
    score: ModuleType = load_score(folder)
    rankers = {-1: Ranker(None)}
    if folds:
        rankers = {int(path.stem.rpartition("-")[2]): Ranker(path) for path in folds.glob("fold-*.json")}
    figures = {}
    for layer in Layer:
        counted: Counter[bool] = Counter()
        for page in read_cases(folder / "dev.jsonl"):
            known = {score.bare(score.norm(url)) for url in page["page_uris"]}
            hosts = {score.host(url) for url in known}
            ranker = rankers[-1] if -1 in rankers else rankers[group_of(page["pdf"], len(rankers))]
            for change in mended(page, layer, ranker):
                mine = score.bare(score.norm(change.url))
                if any(score.host(mine).startswith(host) for host in hosts):
                    counted[mine in known] += 1
        figures[f"mended, {layer.name.lower()} text"] = [counted[True], counted.total()]
    return figures


async def _look(path: Path, web: SimulatedWeb, history: History, day: datetime) -> DocumentReport:
    config = ClientConfig(
        overrides=tuple(parse_override(rule) for rule in web.resolve), ca_bundle=web.ca_bundle, timeout=4.0,
        host_interval=0.05,
    )  # fmt: skip
    async with HttpFetcher(config) as fetcher:
        fast = ServiceLimits("web.archive.org", {pool: Rate(500.0, in_flight=8) for pool in RATES})
        desk = Desk(
            live=LiveChecker(fetcher, lambda: day),
            archives=(Wayback(fetcher, fast, lambda: day),),
            history=history,
            clock=Clock(now=lambda: day),
        )
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, Options(refresh=True))
        return report.documents[0]


def on_the_web() -> tuple[dict[str, list[int]], list[str]]:
    """Per kind of change: how many are right, and how many there are; and the wrong ones."""
    wrong = []
    counted = {kind: Counter[bool]() for kind in (ChangeKind.MOVED, ChangeKind.DEAD)}
    with SimulatedWeb() as empty:
        cases = empty.catalogue.cases
    kept = [
        Captured(case.url, "20220520120000", body=article(case.truth.title or "A page", seed=case.url).encode())
        for case in cases
    ]
    truths = {case.url: case.truth for case in cases}
    with (
        tempfile.TemporaryDirectory() as name,
        SimulatedWeb(archive=SimulatedArchive([*CAPTURES, *kept]), patience=8.0) as web,
        History.open(Path(name) / "history.sqlite") as history,
    ):
        path = Path(name) / "letter.txt"
        path.write_text(letter(cases), encoding="utf-8")
        today = datetime.now(UTC)
        asyncio.run(_look(path, web, history, today - timedelta(days=1)))
        web.reset_log()
        report = asyncio.run(_look(path, web, history, today))
    for change in decide(report).changes:
        truth = truths.get(change.meant)
        if truth is None or change.kind not in counted:
            continue
        outcomes = {truth.outcome, *truth.also}
        right = bool(outcomes & _DEAD) if change.kind is ChangeKind.DEAD else "moved" in outcomes
        counted[change.kind][right] += 1
        if not right:
            wrong.append(f"{change.kind.value}: {change.meant} -> {change.url} ({truth.outcome}: {truth.why})")
    return {f"{kind.value}, simulated web": [count[True], count.total()] for kind, count in counted.items()}, wrong


def main() -> None:
    """Measure, print a table, keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    figures, wrong = on_the_web()
    if options.gold:
        figures |= on_gold(options.gold, options.folds)
    total = [sum(counts) for counts in zip(*figures.values(), strict=True)]
    for name, (right, changes) in {**figures, "all": total}.items():
        print(f"{name:28}{changes:6} changes, {100 * right / (changes or 1):6.2f} % right (bar: {BAR})")
    for line in wrong:
        print(f"  wrong: {line}")
    model = "out of fold" if options.folds else "shipped, has seen these pages"
    target = ROOT / "reports" / "bench-fix.json"
    target.write_text(json.dumps({"model": model, "right of all": figures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
