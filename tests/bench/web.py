"""`make bench-web`: right and wrong answers on the simulated web, beside lychee and LinkChecker.

All get the same pages, in one run one after the other. The others reach them through a forward proxy, and lychee skips
names that are reserved for examples, so all hosts are renamed for all. What only an archive can tell is checked with
one, by a program that asks one. Results go to reports/bench-web.json.
"""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from tests.bench import peers
from tests.bench.proxy import Proxy
from tests.web.archive import SimulatedArchive
from tests.web.captures import CAPTURES
from tests.web.catalogue import Catalogue
from tests.web.judging import letter, seen_in
from tests.web.model import Case
from tests.web.server import SimulatedWeb
from tests.web.sites.everything import SITES

ROOT = Path(__file__).parent.parent.parent
_RESERVED = re.compile(r"\.(example|test)\b(?!\.(?:org|net|com))")
GOOD, GONE = {"ok", "fix"}, {"broken"}
OURS = "verify"


def unreserved(text: str) -> str:
    """Host names that nobody has reserved, in place of those for examples."""
    return _RESERVED.sub(r"-\1.org", text)


def renamed(value: Any, rename: Callable[[str], str] = unreserved) -> Any:
    """The same data with `rename` applied to every text and every body in it; it must change ASCII only."""
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, bytes):
        return rename(value.decode("latin-1")).encode("latin-1")
    if isinstance(value, tuple):
        return tuple(renamed(one, rename) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: renamed(getattr(value, field.name), rename) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    return value


def page_of(cases: list[Case]) -> str:
    """The links as a web page: what lychee reads best."""
    links = "\n".join(
        f'<li><a href="{escape(case.url)}">{escape(case.truth.title or "link")}</a></li>' for case in cases
    )
    return f"<!DOCTYPE html><html><head><title>Links</title></head><body><ul>\n{links}\n</ul></body></html>\n"


def ours(folder: Path, cases: list[Case], web: SimulatedWeb, archive: bool) -> dict[str, bool | None]:
    """What we say of each link: good, broken, or None for a person to look at."""
    (folder / "letter.txt").write_text(letter(cases), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "verifier", "letter.txt", "--format", "json", "--no-report", "--no-history",
         *([] if archive else ["--no-archive"]), *web.options],
        capture_output=True, text=True, check=False, cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    meaning = {"ok": True, "fix": True, "broken": False}
    return {
        peers.same(url): meaning.get(str(verdict)) for url, (_, verdict) in seen_in(json.loads(done.stdout)).items()
    }


def told_by_archive(case: Case) -> bool:
    """Whether only a recent copy can tell what a page is. The archive's own pace is too slow to ask it for all."""
    return bool(re.match(r"https://(?:cf-attested|contradicted)-example\.org/", case.url))


def marks(cases: list[Case], said: dict[str, bool | None]) -> dict[str, int]:
    """How often good links were called broken, and gone ones good."""
    by = {
        "good": 0,
        "false dead": 0,
        "gone": 0,
        "false alive": 0,
        "unclear": 0,
        "unclear called broken": 0,
        "unsaid": 0,
    }
    for case in cases:
        answer = said.get(peers.same(case.url), "unsaid")
        if answer == "unsaid":
            by["unsaid"] += 1
        if case.truth.verdict in GOOD:
            by["good"] += 1
            by["false dead"] += answer is False
        elif case.truth.verdict in GONE:
            by["gone"] += 1
            by["false alive"] += answer is True
        else:
            by["unclear"] += 1
            by["unclear called broken"] += answer is False and "broken" not in case.truth.also_verdicts
    return by


def main() -> None:
    """Measure both, print a table, keep the figures."""
    catalogue = Catalogue.of(renamed(SITES))
    cases = catalogue.cases
    rows: dict[str, dict[str, float]] = {}
    with (
        tempfile.TemporaryDirectory() as name,
        SimulatedWeb(catalogue=catalogue, archive=SimulatedArchive(renamed(CAPTURES)), patience=60.0) as web,
        Proxy(web) as proxy,
    ):
        folder = Path(name)
        folder.chmod(0o755)
        page, bundle = folder / "links.html", folder / "authority.pem"
        page.write_text(page_of(cases), encoding="utf-8")
        shutil.copy(web.ca_bundle, bundle)
        bundle.chmod(0o644)
        through = f"http://127.0.0.1:{proxy.port}"
        environment = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), through)
        environment |= {"SSL_CERT_FILE": str(bundle), "REQUESTS_CA_BUNDLE": str(bundle), "no_proxy": ""}

        def measured(label: str, run: Callable[[], dict[str, bool | None]]) -> None:
            web.reset_log()
            started = time.perf_counter()
            said = run()
            seconds = time.perf_counter() - started
            for case in cases:
                allowed = {case.truth.verdict, *case.truth.also_verdicts}
                if label == OURS and said.get(peers.same(case.url)) is False and "broken" not in allowed:
                    print(f"{label} calls broken what is {case.truth.outcome}: {case.url} ({case.truth.why})")
            rows[label] = {**marks(cases, said), "seconds": round(seconds, 1), "requests": len(web.log)}

        measured(OURS, lambda: ours(folder, [case for case in cases if not told_by_archive(case)], web, archive=False)
                 | ours(folder, [case for case in cases if told_by_archive(case)], web, archive=True))  # fmt: skip
        measured("LinkChecker", lambda: {
            peers.same(url): good for url, good in peers.linkchecker(page, environment, bundle).items()
        })  # fmt: skip
        measured("lychee", lambda: {peers.same(url): good for url, good in peers.lychee(page, environment)[0].items()})
    titles = list(next(iter(rows.values())))
    print(f"{'':14}" + "".join(f"{title:>23}" for title in titles))
    for label, row in rows.items():
        print(f"{label:14}" + "".join(f"{row[title]:>23}" for title in titles))
    target = ROOT / "reports" / "bench-web.json"
    target.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
