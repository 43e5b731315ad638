"""`make gallery`: the pictures of docs/gallery.md, taken in Chromium of reports on letters of our own.

Everything in them is made up, under reserved names: what the pages answered, what archives hold, the earlier runs.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.report import examples
from verifier.model.report import Report
from verifier.report import render
from verifier.report.html import index_log, index_place

IMAGES = Path(__file__).parent.parent / "docs" / "images"
_COLOURS = 96
_LETTER = examples.LETTERS / "renamed.txt"
_WIDE, _NARROW = (1120, 840), (360, 760)


def lock() -> Report:
    """The sample letter, as a seventh weekly run saw it."""
    return examples.judged(examples.read(_LETTER.read_text("utf-8"), "letters/lock.txt"), weeks=6)


_REPORTS: Mapping[str, Callable[[], Report]] = {"lock": lock, "long": examples.long, "arabic": examples.arabic}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: of which report, how large and how lit; `at` is its fragment, `to` what is scrolled to the top."""

    report: str
    size: tuple[int, int] = _WIDE
    scheme: str = "light"
    at: str = ""
    to: str = ""
    paper: str = ""
    """"sheet" or "whole": printed, and the first page shown."""


PICTURES = {
    "list": Picture("lock"),
    "finding-dark": Picture("lock", (1120, 1040), "dark", to=".c.broken"),
    "letter": Picture("lock", at="#letter", to="#letter .row:has(.by)"),
    "narrow": Picture("lock", _NARROW),
    "narrow-finding-dark": Picture("lock", _NARROW, "dark", to=".c.fix"),
    "narrow-letter": Picture("lock", _NARROW, at="#letter", to="#letter .row:has(.by)"),
    "long": Picture("long", at="#?v=broken&q=night"),
    "numbers": Picture("long", at="#numbers", to="#numbers"),
    "arabic": Picture("arabic", at="#letter", to="#letter"),
    "printed": Picture("lock", paper="whole"),
    "sheet": Picture("lock", paper="sheet"),
    "index": Picture("index"),
}


def take(browser: Any, folder: Path) -> list[Path]:
    """Take all pictures into `folder`; returns the files."""
    with TemporaryDirectory() as pages:
        files = _pages(Path(pages))
        return [_small(folder / f"{name}.png", _shot(browser, files, one)) for name, one in PICTURES.items()]


def _pages(folder: Path) -> dict[str, Path]:
    files = {}
    for name, make in _REPORTS.items():
        report = make()
        files[name] = index_place.place(folder, report)
        files[name].write_text(render("html", report), "utf-8")
        index_log.update(folder, report, files[name].name)
    return files | {"index": folder / index_log.PAGE}


def _shot(browser: Any, files: Mapping[str, Path], picture: Picture) -> bytes:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(files[picture.report].as_uri() + picture.at)
    if picture.to:
        page.locator(picture.to).first.evaluate(
            "one => { one.scrollIntoView({block: 'start', behavior: 'instant'});"
            " const bar = document.querySelector('.tools'); const stuck = bar && bar.checkVisibility()"
            " && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;"
            " scrollBy({top: -stuck - 16, behavior: 'instant'}); }"
        )
    page.wait_for_timeout(150)  # what comes into view is laid out in the next frames
    data = _paper(page, picture.paper) if picture.paper else page.screenshot()
    context.close()
    return bytes(data)


def _paper(page: Any, what: str) -> bytes:
    import pypdfium2

    page.evaluate("what => { if (what === 'sheet') document.documentElement.dataset.print = what; }", what)
    margin = dict.fromkeys(["top", "right", "bottom", "left"], "15mm")
    with pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin)) as document:
        picture = document[0].render(scale=1.25).to_pil()
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _small(path: Path, data: bytes) -> Path:
    """The colours that cover most stay as they are, the rest becomes the nearest of them: a third of the file."""
    from PIL import Image

    picture = Image.open(BytesIO(data)).convert("RGB")
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)[:_COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted for part in colour])
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
    return path


def main() -> None:
    """Take them where the documentation shows them."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for path in take(browser, IMAGES):
            print(f"{path.stat().st_size / 1000:6.0f} kB  {path}")
        browser.close()


if __name__ == "__main__":
    main()
