"""Which golden file holds which format of which report."""

from __future__ import annotations

import re
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
    text = render(format_name, report())
    return (_without_assets(text) if format_name == "html" else text).encode("utf-8")


def _without_assets(page: str) -> str:
    """The page without our style and script and their hashes: those are files of their own."""
    page = re.sub(r"(<style>).*?(</style>)", r"\1…\2", page, flags=re.DOTALL)
    page = re.sub(r"(<script>).*?(</script>)", r"\1…\2", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


def rewrite() -> None:
    """Write every golden file anew; look at the difference before committing it."""
    for name in NAMES:
        (HERE / name).write_bytes(written(name))
