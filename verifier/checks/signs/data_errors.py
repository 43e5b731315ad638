"""Answers that are data and say that there is nothing: `{"code": 404}` sent as success.

The bytes of an answer and its media type go in, a sentence, or None, comes out. Programs that fill a page in the
browser ask for such data; whoever cites its address cites what it held.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice

from verifier.checks.page.phrases import plain
from verifier.checks.signs.none_found import says_none
from verifier.checks.signs.quoting import quoted
from verifier.model.patterns import compile_late

_LONGEST = 4_000  # bytes: an error is told in few
_CODES = frozenset({"code", "status", "statuscode", "errorcode", "errcode", "httpstatus", "httpcode", "httpstatuscode"})
_OF_ANYTHING = frozenset({"code", "status"})
"""Of these, registers make the codes of countries and trades, too: a country has 404."""
_GONE = frozenset({"404", "410"})
_MOST_FIELDS = 20
_A_ROW = 300  # bytes
_A_NAME = 60  # characters
_TABLES = frozenset({"text/csv", "text/tab-separated-values", "application/csv"})
_DONE = frozenset({"success", "ok", "found", "succeeded"})
_FAILED = compile_late(
    r"error|fail|fault|exception|missing|invalid|bad|gone|^(?:ko|nok|not[ _-]?ok|none|false|)$", re.IGNORECASE
)
"""What programs call the state of a question that failed; registers have the states of what they list there."""
_TELLING = frozenset({"error", "errors", "detail", "details", "message", "msg"})
"""Fields in which programs tell an error in words, when they tell nothing else."""
_FEW_FIELDS = 2
_NAMED_SO = compile_late(r"(?:^|[a-z_. -])not[ _-]?found$|^no_?-?such_?-?[a-z]+$", re.IGNORECASE)
"""What programs call it that there is no such thing: NotFound, RESOURCE_NOT_FOUND, NoSuchKey."""
_XML_ERROR = compile_late(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<error(?:\s[^<>]{0,200})?>\s*<code>([\w.-]{1,60})</code>",
    re.IGNORECASE,
)


def says_missing(body: bytes, media_type: str) -> str | None:
    """By which field the data says that there is nothing at the address; None when it does not, or holds more."""
    if media_type in _TABLES:
        return _only_row(body)
    if not 0 < len(body) <= _LONGEST:
        return None
    if media_type.endswith("xml"):
        told = _XML_ERROR.match(body)
        return _code({"code": told[1].decode()}) if told is not None else None
    may_say_so = len(body) <= _A_ROW or b"4" in body or b"false" in body
    return _told_in_json(body) if media_type.endswith("json") and may_say_so else None


def _told_in_json(body: bytes) -> str | None:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or len(data) > _MOST_FIELDS or data.get("data"):
        return None
    inner = data.get("error") or data.get("errors")
    if isinstance(inner, list) and inner:
        inner = inner[0]
    within = inner if isinstance(inner, dict) else {}
    alone = (within or {"error": inner}) if len(data) == 1 and inner else data
    return _code(data) or _code(within, in_error=True) or _failed(data, within) or _only_tells(alone)


def _only_tells(fields: dict[str, object]) -> str | None:
    """Whether all that the data holds is words that say that there is no such thing, under a name for errors."""
    told = {name.lower(): one for name, one in fields.items() if one is not None}
    if not 0 < len(told) <= _FEW_FIELDS or not any(name in _TELLING for name in told):
        return None
    if not all(isinstance(one, str) and len(one) <= _A_ROW for one in told.values()):
        return None
    return _in_words(str(one) for name, one in told.items() if name in _TELLING)


def _failed(fields: dict[str, object], within: dict[str, object]) -> str | None:
    """Whether the data says that the question failed, and in words, or `within` an error, that it is not there."""
    if not any(name.lower() in _DONE and value is False for name, value in list(fields.items())[:_MOST_FIELDS]):
        return None
    values = (*islice(fields.values(), _MOST_FIELDS), *islice(within.values(), _MOST_FIELDS))
    told = [one for one in values if isinstance(one, str) and len(one) <= _A_ROW]
    return _in_words(told)


def _in_words(told: Iterable[str]) -> str | None:
    """Which of some words, or names of errors, say that there is no such thing."""
    said = next((one for one in told if says_none(plain(one)) or _NAMED_SO.search(one) is not None), None)
    return f"the data sent says that there is nothing here ({quoted(said)})" if said is not None else None


def _only_row(body: bytes) -> str | None:
    """Whether a table is nothing but a row that says that there is no such thing, perhaps under a name for errors."""
    if not 0 < len(body) <= _A_ROW:
        return None
    rows = [row.strip('" \t\r') for row in plain(body.decode("utf-8", "replace")).split("\n") if row.strip()]
    only = len(rows) in (1, 2) and not any(mark in row for row in rows for mark in ",;\t")
    return (
        f"the table sent says that there is nothing here ({quoted(rows[-1])})" if only and says_none(rows[-1]) else None
    )


def _code(fields: dict[str, object], *, in_error: bool = False) -> str | None:
    """What a code for an error says; a name that registers use too counts `in_error`, or beside words for one."""
    for name, value in list(fields.items())[:_MOST_FIELDS]:
        key = name.lower().replace("_", "").replace("-", "")
        if key in _CODES:
            if str(value) in _GONE and (in_error or key not in _OF_ANYTHING or _tells_of_an_error(fields)):
                return f"the data sent says that there is nothing here ({name[:20]}: {value})"
            if isinstance(value, str) and len(value) <= _A_NAME and (named := _named(value)) is not None:
                return named
    return None


def _tells_of_an_error(fields: dict[str, object]) -> bool:
    """Whether beside a code there are words for an error, or none for anything else that the code may be of."""
    told = {name.lower(): one for name, one in fields.items() if one and isinstance(one, (str, list, dict, bool))}
    if any(name in _TELLING and str(one).lower() not in _DONE for name, one in told.items()):
        return True
    words = [one for name, one in told.items() if not (isinstance(one, bool) or _is_a_state_of_failure(name, one))]
    return not words or _in_words(one for one in words if isinstance(one, str) and len(one) <= _A_ROW) is not None


def _is_a_state_of_failure(name: str, value: object) -> bool:
    """Whether a field has the name of a code, and holds a number or what is said of questions that failed."""
    if name not in _CODES:
        return False
    return not isinstance(value, str) or value.isdigit() or _FAILED.search(value) is not None


def _named(code: str) -> str | None:
    """What an error's name says, if that is that there is no such thing."""
    return f"the data sent says that there is nothing here ({code})" if _NAMED_SO.search(code) is not None else None
