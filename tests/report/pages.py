"""The pages that the browser and the validators look at, each made once in a test run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.golden.example import the_extract, the_report
from tests.report import examples, hostile
from verifier.report import render
from verifier.report.html import index_log, index_place

_REPORTS = {
    "everything": the_report,
    "extract": the_extract,
    "demo": examples.demo,
    "long": examples.long,
    "none": examples.none,
    "arabic": examples.arabic,
    "hebrew": examples.hebrew,
    "chinese": examples.chinese,
    "hostile": hostile.report,
}

NAMES = (*_REPORTS, "index")


@cache
def page(name: str) -> str:
    """The HTML of the report `name`, or of an index over most of them."""
    if name == "index":
        return _index()
    return render("html", _REPORTS[name]())


def _index() -> str:
    with TemporaryDirectory() as folder:
        for name in ("everything", "long", "none", "arabic", "chinese", "hostile"):
            report = _REPORTS[name]()
            index_log.update(Path(folder), report, index_place.place(Path(folder), report).name)
        return (Path(folder) / "index.html").read_text("utf-8")
