"""Which golden file holds which format of which report."""

from __future__ import annotations

from pathlib import Path

from tests.golden.example import the_extract, the_report
from verifier.report import render

HERE = Path(__file__).parent

NAMES = {
    "report.txt": ("text", the_report),
    "report.json": ("json", the_report),
    "report.html": ("html", the_report),
    "report.md": ("markdown", the_report),
    "report.csv": ("csv", the_report),
    "report.jsonl": ("jsonl", the_report),
    "report.junit.xml": ("junit", the_report),
    "report.sarif": ("sarif", the_report),
    "report.github.txt": ("github", the_report),
    "extract.txt": ("text", the_extract),
    "extract.json": ("json", the_extract),
}


def written(name: str) -> bytes:
    """What the golden file `name` should hold now."""
    format_name, report = NAMES[name]
    return render(format_name, report()).encode("utf-8")


def rewrite() -> None:
    """Write every golden file anew; look at the difference before committing it."""
    for name in NAMES:
        (HERE / name).write_bytes(written(name))
