"""User names and passwords in addresses are shown in no report: stars stand for them, as many as characters.

In: a Report. Out: the same with masked texts; offsets into them stay true. Reports are passed on, archived and printed.
"""

from __future__ import annotations

import dataclasses
import re
from enum import Enum
from typing import Any, TypeVar

from verifier.model.report import DocumentReport, Report

T = TypeVar("T")
_USERINFO = re.compile(r"(?<=://)([^\s/?#@<>\"']{1,256})@")


def masked(report: Report) -> Report:
    """The report without credentials; documents that hold none are passed on as they are."""
    documents = tuple(_mask(one) if _holds_any(one) else one for one in report.documents)
    return dataclasses.replace(report, documents=documents) if documents != report.documents else report


def mask(text: str) -> str:
    """`text` with the credentials of every address in it starred."""
    if "@" not in text:
        return text
    return _USERINFO.sub(lambda match: re.sub(r"[^:]", "*", match[1]) + "@", text)


def _holds_any(document: DocumentReport) -> bool:
    texts = [document.text, *(finding.citation.as_written for finding in document.findings)]
    texts += [finding.citation.href or "" for finding in document.findings]
    return any("@" in text and _USERINFO.search(text) for text in texts)


def _mask(value: T) -> T:
    """Mask every text inside a value of the model, whatever it is made of."""
    return _masked_value(value)  # type: ignore[no-any-return]


def _masked_value(value: Any) -> Any:  # noqa: ANN401 - walks any value of the model
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_masked_value(part) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            old = getattr(value, field.name)
            new = _masked_value(old)
            if new is not old and new != old:
                changes[field.name] = new
        return dataclasses.replace(value, **changes) if changes else value
    return value
