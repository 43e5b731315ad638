"""Secrets in addresses are not shown in reports: stars stand for them, as many as characters.

In: a Report. Out: the same with masked texts; offsets into them stay true. Reports are passed on, archived and printed.
User names and passwords are masked in all of them. Tokens (of shares, signatures, ids of readers) stay in the list of
links that `extract` gives, and in the HTML report: its links are there to be opened, and decided on.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from verifier.model.citation import Citation, Note
from verifier.model.report import DocumentReport, Finding, Report
from verifier.model.secrets import starred
from verifier.model.transition import Changes

Mask = Callable[[str], str]
_USERINFO = re.compile(r"(?<=://)([^\s/?#<>\"']{1,256})@")  # up to the last one before the path, as browsers read it
REMARK = "Secrets in links are shown as stars here; the HTML report has these links in full, as has --show-secrets."


def masked(report: Report, *, tokens: bool = False) -> Report:
    """The report without credentials and, with `tokens`, without any other secret; it then says so.

    Documents that hold none are passed on as they are.
    """
    shown = _masked(report, mask_credentials, lambda document: document)
    if not tokens:
        return shown
    hidden = _masked(shown, starred, _without_wrapped_tokens)
    if hidden is shown:
        return shown
    return dataclasses.replace(hidden, run=dataclasses.replace(hidden.run, remarks=(*hidden.run.remarks, REMARK)))


def mask_credentials(text: str) -> str:
    """`text` with the credentials of every address in it starred."""
    if "@" not in text:
        return text
    return _USERINFO.sub(lambda match: re.sub(r"[^:]", "*", match[1]) + "@", text)


def mask_secrets(text: str) -> str:
    """`text` with every secret of every address in it starred."""
    return starred(mask_credentials(text))


def mask_changes(changes: Changes) -> Changes:
    """What changed, with every secret of every link starred."""
    shown: Changes = _inside(changes, mask_secrets)
    return shown


def _masked(report: Report, hide: Mask, begin: Callable[[DocumentReport], DocumentReport]) -> Report:
    hide = lru_cache(maxsize=1000)(hide)  # a link stands in a finding many times over
    documents = tuple(_inside(begin(one), hide) if _holds_any(one, hide) else one for one in report.documents)
    changes = _inside(report.changes, hide)
    run = dataclasses.replace(report.run, remarks=_inside(report.run.remarks, hide))
    if documents == report.documents and changes == report.changes and run == report.run:
        return report
    return dataclasses.replace(report, run=run, documents=documents, changes=changes)


def _holds_any(document: DocumentReport, hide: Mask) -> bool:
    """Whether the letter's text, or a link that stands in it or was met on the way, holds a secret."""
    # In one text: no pattern reaches over a line feed, and looking once is far quicker than looking at each.
    links = "\n".join({link for finding in document.findings for link in _links(finding)})
    return any(hide(text) != text for text in (document.source, document.text, links))


def _links(finding: Finding) -> list[str]:
    citation, live = finding.citation, finding.live
    texts = [citation.as_written, citation.value, citation.href or ""]
    return [*texts, live.final_url or "", *[hop.url for hop in live.redirects]] if live else texts


def _without_wrapped_tokens(document: DocumentReport) -> DocumentReport:
    """The document with the tokens starred that its lines, or a gap, cut in two: no pattern can see where they end."""
    text = document.text
    notes = {note.index: note for note in document.notes}
    findings = []
    for finding in document.findings:
        citation = finding.citation
        hidden = starred(citation.as_written, wrapped=True)
        if hidden != citation.as_written:
            text = _put(text, citation.start, citation, hidden)
            if citation.note_index in notes:
                note = notes[citation.note_index]
                at = citation.start - note.start
                notes[note.index] = dataclasses.replace(note, text=_put(note.text, at, citation, hidden))
            finding = dataclasses.replace(finding, citation=dataclasses.replace(citation, as_written=hidden))  # noqa: PLW2901
        findings.append(finding)
    return dataclasses.replace(document, text=text, notes=_in_order(document, notes), findings=tuple(findings))


def _in_order(document: DocumentReport, notes: dict[int, Note]) -> tuple[Note, ...]:
    return tuple(notes[note.index] for note in document.notes)


def _put(text: str, at: int, citation: Citation, hidden: str) -> str:
    """`text` with `hidden` for the link as written, at its place or, out of the history, wherever it stands."""
    written = citation.as_written
    if at >= 0 and text.startswith(written, at):
        return text[:at] + hidden + text[at + len(written) :]
    return text.replace(written, hidden)


def _inside(value: Any, hide: Mask) -> Any:  # noqa: ANN401 - walks any value of the model
    """`value` with every text in it masked, whatever it is made of."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else hide(value)
    if isinstance(value, tuple):
        parts = [_inside(part, hide) for part in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    changes = {}
    for name in _names_of(value.__class__):
        old = getattr(value, name)
        new = _inside(old, hide)
        if new is not old and new != old:
            changes[name] = new
    return dataclasses.replace(value, **changes) if changes else value


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none of what is no dataclass."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
