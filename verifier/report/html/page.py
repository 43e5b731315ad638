"""What all HTML pages share: templates, style, the policy that allows our own style and script alone, and their mark.

The mark stands in the head of each page: that it is ours, and what it is about; by it a page is known again on disk.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verifier.model.own_reports import PAGE_HEAD, PAGE_MARK
from verifier.model.report import Report
from verifier.report import advice
from verifier.report.masking import mask_credentials

_TEMPLATES = Path(__file__).parent / "templates"
_MARK = re.compile(re.escape(PAGE_MARK) + rb'([0-9a-f]{8})( unchecked| part)?">')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")


@cache
def environment() -> Environment:
    """The templates, with everything escaped."""
    from verifier.report import escapes, markup, words
    from verifier.report.html import strings

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "prose": escapes.prose,
        "day": words.day,
        "moment": words.moment,
        "lang": _lang,
        "coded": markup.coded,
    }
    made.globals |= {"words": words, "t": strings.text}
    return made


@cache
def asset(*names: str) -> Markup:
    """Our own style sheets or scripts, one after the other."""
    return Markup("\n".join((_TEMPLATES / name).read_text("utf-8").strip() for name in names))  # noqa: S704


def _lang(language: str | None) -> Markup:
    """The attribute that names the language of a letter's text; nothing where the letter names none that can be one."""
    known = language is not None and _LANGUAGE.fullmatch(language)
    return Markup(' lang="{}"').format(language) if known else Markup()


def policy(style: str, script: str = "") -> str:
    """The Content-Security-Policy of a page with this one style and this one script (none when it is empty)."""
    scripts = f"; script-src '{_hash(script)}'" if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}'{scripts}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def about(report: Report) -> str:
    """What tells the pages of a folder apart: the letter's source; all reports on several letters share a page."""
    return mask_credentials(report.documents[0].source) if len(report.documents) == 1 else ""


def extent(report: Report) -> str:
    """How much a report looked at: nothing ("unchecked"), as much as a person let it ("part"), or all ("")."""
    if not advice.visited(report.findings):
        return "unchecked"
    return "part" if report.run.of_part or report.run.interrupted else ""


def mark(subject: str, extent: str = "") -> Markup:
    """The mark of a page about `subject` (a letter's source, or whatever else tells pages of one folder apart).

    `extent`: how much was looked at for it: it may be replaced by any page about the same that looked at no less.
    """
    told = f"{_digest(subject)} {extent}".rstrip()
    return Markup('<meta name="generator" content="verifier {}">').format(told)


def is_marked(path: Path, subject: str) -> bool:
    """Whether the file at `path` is a page of ours, and about `subject`."""
    found = _found_mark(path)
    return found is not None and found[1].decode() == _digest(subject)


def extent_of(path: Path) -> str:
    """How much was looked at for the page of ours at `path`."""
    found = _found_mark(path)
    return (found[2] or b"").decode().strip() if found else ""


def _found_mark(path: Path) -> re.Match[bytes] | None:
    try:
        with path.open("rb") as stream:
            return _MARK.search(stream.read(PAGE_HEAD))
    except OSError:
        return None


def _digest(subject: str) -> str:
    return sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:8]
