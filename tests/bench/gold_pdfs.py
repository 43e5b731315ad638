"""Links read from real PDFs, with their link annotations used and ignored, judged as score.py judges.

Usage: python -m tests.bench.gold_pdfs GOLD_DIR CACHE_DIR [--fetch] [--folds FOLDS_DIR] [--only PART] [--show N]

GOLD_DIR holds dev.jsonl, score.py and dev-pdfs.tsv, which names Debian packages and the PDFs in them. With --fetch
those packages are downloaded (apt-get download) and their PDFs unpacked into CACHE_DIR/PACKAGE; only then is the
network used.
With --folds (written by repair_train.py) each PDF is read with the model that has not seen its source.

What is missed on the development share, out of fold and with annotations ignored, is of three kinds; where two readings
are as good as each other, the confidence says so (below 0.6 for the better one):
- A hyphen at the line's end in a link set like the prose around it: `latex-` `project.org` is the host's own hyphen,
  `git-` `hub.com` on the same page the typesetter's. Page and words can seldom tell; the network can.
- A bare host that is a public suffix itself (`hepforge.org`) in running text.
- Annotations that are wrong themselves: cut at a percent sign, or with the backslashes of the source.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from tests.bench.gold import load_score, rankers
from tests.bench.repair_pages import Case, group_of, read_cases
from verifier.citations.extract import find
from verifier.documents.pdf.reader import read_pdf
from verifier.model.citation import Kind, Proposal
from verifier.model.document import Document
from verifier.model.errors import SourceError
from verifier.repair.propose import propose_with
from verifier.repair.ranker import Ranker

ROWS = ("ALL", "kind=wrapped", "kind=whole", "whole&eol_bare", "break=hyphen_inserted", "break=across_page")


def listed(gold: Path) -> dict[str, tuple[str, str]]:
    """The PDFs that packages hold, by their name in the gold file: package and path."""
    rows = [line.split("\t") for line in (gold / "dev-pdfs.tsv").read_text().splitlines()[1:]]
    return {f"deb/{package}{path}": (package, path) for package, path in rows}


def fetch(packages: dict[str, list[str]], cache: Path) -> None:
    """Download each package that is not there yet, and keep its PDFs only."""
    for package, paths in sorted(packages.items()):
        if (cache / package).exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=False, capture_output=True)
            archive = next(Path(folder).glob("*.deb"), None)
            if done.returncode or archive is None:
                print(f"{package} cannot be downloaded", file=sys.stderr)
                continue
            subprocess.run(["dpkg", "-x", str(archive), f"{folder}/root"], check=True)
            for path in paths:
                keep(Path(folder, "root" + path), cache / (package + path))


def keep(found: Path, target: Path) -> None:
    """Copy a PDF, unpacked when the package has it packed."""
    packed = found.with_name(found.name + ".gz")
    target.parent.mkdir(parents=True, exist_ok=True)
    if found.exists():
        shutil.copy(found, target)
    elif packed.exists():
        target.write_bytes(gzip.decompress(packed.read_bytes()))


def read(path: Path, *, annotations: bool) -> Document | None:
    """One PDF, or None when it cannot be read."""
    try:
        return read_pdf(path.read_bytes(), path.name, annotations=annotations)
    except SourceError as error:
        print(f"{path}: {error.message}", file=sys.stderr)
        return None


def links_by_page(document: Document, ranker: Ranker) -> dict[int, list[str]]:
    """Every link that was read, under the page it begins on."""
    references = find(document).references
    pages: dict[int, list[str]] = defaultdict(list)
    proposals: list[Proposal] = []
    for reference, proposal in zip(references, propose_with(document, references, ranker), strict=True):
        if reference.kind is Kind.URL and proposal.url and not _is_rest(proposals, proposal):
            proposals.append(proposal)
            pages[document.position(proposal.start).page or 0].append(proposal.url)
    return pages


def _is_rest(proposals: list[Proposal], proposal: Proposal) -> bool:
    last = proposals[-1] if proposals else None
    return last is not None and last.start < proposal.start < last.end and bool(last.repair.edits)


def main() -> None:
    """Fetch if asked to, read each PDF twice, print both tables and what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    score, models, names = load_score(options.gold), rankers(options), listed(options.gold)
    if options.fetch:
        packages: dict[str, list[str]] = defaultdict(list)
        for package, path in names.values():
            packages[package].append(path)
        fetch(packages, options.cache)
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in read_cases(options.gold / "dev.jsonl"):
        if case["pdf"] in names and options.only in case["pdf"]:
            cases[case["pdf"]].append(case)
    for used in (True, False):
        start = time.perf_counter()
        judged, predictions = [], {}
        for name, mine in cases.items():
            path = options.cache / "".join(names[name])
            document = read(path, annotations=used) if path.exists() else None
            if document is None:
                continue
            ranker = models[-1] if -1 in models else models[group_of(name, len(models))]
            pages = links_by_page(document, ranker)
            judged += mine
            predictions |= {case["id"]: pages[case["page"]] for case in mine}
        files = len({case["pdf"] for case in judged})
        print(f"\nannotations {'used' if used else 'ignored'}: {len(judged)} links of {files} PDFs,", end=" ")
        print(f"{time.perf_counter() - start:.0f} s")
        report(score.score(judged, predictions), full=options.full)
        show(score, judged, predictions, options.show)


def report(table: dict[str, Counter[str]], *, full: bool) -> None:
    """Print recall and what was wrong, by kind."""
    print(f"{'':34}{'n':>6}{'recall%':>9}{'clean%':>8}{'trunc%':>8}{'over%':>8}{'garb%':>8}")
    for row in sorted(table) if full else ROWS:
        counts = table[row]
        n = counts["n"] or 1
        shares = [100 * counts[name] / n for name in ("ok", "ok_clean", "truncated", "overjoined", "garbled")]
        print(f"{row:34}{counts['n']:6}{shares[0]:9.1f}" + "".join(f"{share:8.1f}" for share in shares[1:]))


def show(score: ModuleType, cases: list[Case], predictions: dict[str, list[str]], most: int) -> None:
    """Print cases that were missed, with the likeliest attempts."""
    for case in [case for case in cases if not score.judge(case, predictions[case["id"]])[0]][:most]:
        host = score.host(score.norm(case["url"]))[:12]
        tries = [url for url in predictions[case["id"]] if host in url.lower()][:4]
        print(f"  {case['kind']} p{case['page']} {case['pdf'].rpartition('/')[2]} {case['breaks']}")
        print(f"    {case['url']}\n    {tries}")


if __name__ == "__main__":
    main()
