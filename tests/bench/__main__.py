"""`make bench`: measures what is said about speed, in one run, beside a bare Python process.

Outside CI and never inside tests: machines are noisy. Ratios are what counts; results go to reports/bench.json.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
VERIFY = str(Path(sys.executable).with_name("verify"))
LETTER = next(
    (path for path in (ROOT.parent / "shared/letters/uyghur-230-organisations.txt",) if path.exists()),
    ROOT / "tests/letters/twin.txt",
)
RUNS = 7


def seconds(command: list[str]) -> float:
    """Best wall time of several runs of a whole process: the least disturbed one."""
    best = float("inf")
    for _ in range(RUNS):
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
    for name, value in rows.items():
        print(f"{name:34} {value:7.3f} s   {value / bare:5.1f} x python -c pass")
    machine = f"{platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}"
    print(f"best of {RUNS} runs each; {machine}")
    target = ROOT / "reports" / "bench.json"
    target.write_text(json.dumps({"machine": machine, "seconds": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
