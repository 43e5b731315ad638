"""`make bench`: measures what is said about speed, in one run, beside a bare Python process.

Outside CI and never inside tests: machines are noisy. Ratios are what counts; results go to reports/bench.json.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
VERIFY = str(Path(sys.executable).with_name("verify"))
LETTER = next(
    (path for path in (ROOT.parent / "shared/letters/uyghur-230-organisations.txt",) if path.exists()),
    ROOT / "tests/letters/twin.txt",
)
RUNS = 7
FILES = 2000


def small_letters(folder: Path) -> None:
    """Letters of some 700 bytes with four notes, six citations and one link broken over two lines, no two the same."""
    for number in range(FILES):
        text = f"""Letter {number}

The office was asked for its records in spring.[1] It has answered once, and late.[2] Nobody has been heard since.[3]
What had been promised to everyone has not been kept for anyone.[4]

Notes

[1] Example Office, "Records of the Year {number}", 3 May 2021, https://www.example.org/news/{number}/first-page.
[2] See https://example.com/reports/{number}/annual-report-on-the-state-of-records
-in-the-year.html (accessed 4 June 2021).
[3] "Hearings Held in Public", Example Review, 2020, https://doi.org/10.1234/abc.{number}
[4] A/RES/48/{number % 200 + 1}; also https://example.net/p/{number}?q=1.
"""
        (folder / f"letter-{number:04}.txt").write_text(text, encoding="utf-8")


def seconds(command: list[str], runs: int = RUNS) -> float:
    """Best wall time of several runs of a whole process: the least disturbed one."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure, print a table, keep the figures."""
    bare = seconds([sys.executable, "-c", "pass"])
    rows = {
        "python -c pass": bare,
        "verify --help": seconds([VERIFY, "--help"]),
        "verify extract (sample letter)": seconds([VERIFY, "extract", str(LETTER), "--format", "json"]),
    }
    with tempfile.TemporaryDirectory() as folder:
        small_letters(Path(folder))
        rows[f"verify extract ({FILES:,} letters)"] = many = seconds([VERIFY, "extract", folder, "-f", "json"], 3)
    for name, value in rows.items():
        print(f"{name:34} {value:7.3f} s   {value / bare:5.1f} x python -c pass")
    machine = f"{platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}"
    print(f"{FILES / many:.0f} letters a second; best of {RUNS} runs each, of three over the folder; {machine}")
    target = ROOT / "reports" / "bench.json"
    target.write_text(json.dumps({"machine": machine, "seconds": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
