"""`python -m tests.bench.first_sight`: how the program judges the sites in full dress.

Out, on stdout: a line for each row of the truth (cases, outcomes and verdicts right, and the wrong ones by harm), then
every miss with what was said and why. `--renamed` gives the hosts names under top-level domains of many countries;
`--captive` lays a guest network's sign-on before all of them, and then nothing may be called broken or fine; `--sets`
takes some parts only. Nothing is asked of an archive.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import tempfile
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tests.bench.web import renamed
from tests.test_cli import run
from tests.test_web_verdicts import a_letter
from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.catalogue import Catalogue
from tests.web.judging import Mark, Marks
from tests.web.model import Case
from tests.web.pages import page
from tests.web.server import SimulatedWeb
from tests.web.sites.everything import DRESSED

PARTS = (*DRESSED, "withheld_unseen")
PORTAL = "http://login.guest-wifi.example/"
IN_A_LETTER = 400
TOPS = (
    "de", "fr", "es", "it", "nl", "pl", "cz", "ru", "com.ua", "com.tr", "co.uk", "ir", "co.il", "in", "cn", "com.tw",
    "co.jp", "co.kr", "co.th", "com.vn", "co.id", "gr", "se", "fi", "hu", "ro", "com", "org", "net", "info", "com.br",
    "eu",
)  # fmt: skip
_HOST = re.compile(r"([a-z0-9-]+)\.(example|test)\b(?!\.(?:org|net|com))")


def abroad(text: str) -> str:
    """Each host under a top-level domain that its name decides."""
    return _HOST.sub(lambda found: f"{found[1]}-{found[2]}.{TOPS[zlib.crc32(found[1].encode()) % len(TOPS)]}", text)


class GuestNetwork(Catalogue):
    """The same hosts behind a network that wants a sign-on first, by a redirect or by status 511."""

    manner = "redirect"

    def find(self, scheme: str, host: str, target: str) -> Behaviour:
        """The sign-on page at its own host, and the way there from all others."""
        wanted = page(
            "Hotel Wi-Fi", "<h1>Hotel Wi-Fi</h1><form method='post'><input name='room'><button>Go on</button></form>"
        )
        if host.startswith("login.guest-wifi"):
            return Answer(wanted)
        if self.manner == "511":
            return Answer(wanted, 511)
        return Redirect(f"{PORTAL}?dst={scheme}://{host}{target}")


def judged(catalogue: Catalogue) -> tuple[Marks, dict[str, str]]:
    """The cases marked, and for each URL the rules that the program named."""
    cases: list[Case] = catalogue.cases
    with tempfile.TemporaryDirectory() as name, SimulatedWeb(catalogue=catalogue, patience=8.0) as web:
        letters = {
            Path(name) / f"letter-{start:05}.txt": cases[start : start + IN_A_LETTER]
            for start in range(0, len(cases), IN_A_LETTER)
        }
        for path, cited in letters.items():
            path.write_text(a_letter(cited), encoding="utf-8")
        done = run(
            *(path.name for path in letters),
            *("--format", "json", "--no-report", "--no-history", "--no-archive"),
            *("--timeout", "4s", "--host-interval", "20ms", *web.options),
            folder=Path(name),
        )
    if not done.stdout:
        raise SystemExit(done.stderr[-2000:])
    said: list[tuple[Case, dict[str, Any]]] = []
    for document, cited in zip(json.loads(done.stdout)["documents"], letters.values(), strict=True):
        rows = {citation["note"]: citation for citation in document["citations"] if citation["note"]}
        said += [(case, rows[str(number)]) for number, case in enumerate(cited, 1)]
    marks = Marks(tuple(Mark(case, (row["live"] or {}).get("outcome"), row["verdict"]) for case, row in said))
    return marks, {case.url: " ".join(rule["message"] for rule in row["rules"]) for case, row in said}


def _harm(mark: Mark) -> str:
    allowed = {mark.case.truth.verdict, *mark.case.truth.also_verdicts}
    if mark.verdict in allowed:
        return "outcome only" if not mark.outcome_right else ""
    return {"broken": "false broken", "ok": "false ok", "fix": "false fix"}.get(str(mark.verdict), "unclear")


def table(marks: Marks, why: dict[str, str]) -> str:
    """The rows, then the misses, the most harmful first."""
    rows: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks.marks:
        rows[mark.case.truth.outcome].append(mark)
    rows["all"] = list(marks.marks)
    harms = ("false broken", "false ok", "false fix", "unclear", "outcome only")
    out = [f"{'truth':22}{'cases':>6}{'outcome':>8}{'verdict':>8}" + "".join(f"{harm:>14}" for harm in harms)]
    for row, found in rows.items():
        counts = [sum(_harm(mark) == harm for mark in found) for harm in harms]
        right = [sum(mark.outcome_right for mark in found), sum(mark.verdict_right for mark in found)]
        out.append(f"{row:22}{len(found):>6}{right[0]:>8}{right[1]:>8}" + "".join(f"{count:>14}" for count in counts))
    for harm in harms:
        for mark in (mark for mark in marks.marks if _harm(mark) == harm):
            truth = mark.case.truth
            said = f"said {mark.outcome}/{mark.verdict}, is {truth.outcome}/{truth.verdict}"
            out.append(f"\n[{harm}] {mark.case.url}\n  {said}: {truth.why}\n  {why[mark.case.url]}")
    return "\n".join(out) + "\n"


def main() -> int:
    """Judge, print, and tell by the exit code whether all was right."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.first_sight", description=__doc__)
    parser.add_argument("--renamed", action="store_true")
    parser.add_argument("--captive", choices=("redirect", "511"))
    parser.add_argument("--sets", nargs="+", default=PARTS, choices=PARTS)
    parser.add_argument("--letter", action="store_true", help="print the letter and stop")
    chosen = parser.parse_args()
    sites = tuple(importlib.import_module(f"tests.web.sites.{name}").SITE for name in chosen.sets)
    kind = GuestNetwork if chosen.captive else Catalogue
    GuestNetwork.manner = chosen.captive or GuestNetwork.manner
    catalogue = kind.of(renamed(sites, abroad) if chosen.renamed else sites)
    if chosen.letter:
        sys.stdout.write(a_letter(catalogue.cases))
        return 0
    marks, why = judged(catalogue)
    if chosen.captive:
        dead = [mark for mark in marks.marks if mark.verdict == "broken" or mark.outcome == "ok"]
        counts = Counter(f"{mark.outcome}/{mark.verdict}" for mark in marks.marks)
        sys.stdout.write("".join(f"{said}: {count}\n" for said, count in counts.most_common()))
        sys.stdout.write("".join(f"[false] {mark.case.url}: {mark.outcome}/{mark.verdict}\n" for mark in dead))
        return bool(dead)
    sys.stdout.write(table(marks, why))
    return bool(marks.wrong)


if __name__ == "__main__":
    sys.exit(main())
