"""Recognises a file name with spaces in it: `…/uploads/Annual Report 2020.pdf`, which a browser asks for with `%20`.

In: the text and the plain reading, which ends at the first space. Out: the reading with the whole name, and how
probable it is. Both readings stay candidates: the file may also be one that the sentence speaks of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.model.citation import Edit, EditKind
from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.extensions import NAMED
from verifier.repair.words import AFTER_A_FILE, WITHIN_NAMES

if TYPE_CHECKING:
    from verifier.repair.reading import Reading

_NAME = compile_late(
    r"(?: [^\s/:;,<>\"“”«»?#]{1,40}){0,8}? [^\s/:;,<>\"“”«»?#]{0,60}"
    rf"\.(?:{NAMED})(?![\w/-])",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^ ]+")
_SIGNS = re.compile(r"[-_]")
SPACE = "%20"
_QUERY = compile_late(r"[?#]\w")
"""Names of files with spaces left in them stand at the end of an address."""
_SHORT = 4
_NAMELIKE = 0.65
_PERHAPS = 0.35
_HARDLY = 0.2
_WHY = "the name of a file goes on, with spaces"


def with_file_name(text: str, first: Reading) -> tuple[Reading, float] | None:
    """The reading of `first` up to the end of a file's name, and its probability; None when no such name follows."""
    if text[first.end : first.end + 1] != " ":
        return None
    name = _NAME.match(text, first.end)
    if name is None or _QUERY.match(text, name.end()):
        return None
    rest = syntax.split(first.url)[2]
    segment = rest.rpartition("/")[2]
    if not segment[-1:].isalnum() or "?" in rest or "#" in rest or "." in segment or "%" in segment[-3:-1]:
        return None
    words = _WORDS.findall(name[0])
    if _is_stray(segment, words):
        return None
    if any(word[-1] in ".!?)" for word in words[:-1]):
        return None  # a sentence ends in between
    pieces = [Edit(EditKind.JOIN, first.end + at, " ", SPACE) for at, sign in enumerate(name[0]) if sign == " "]
    url = first.url + name[0].replace(" ", SPACE)
    reading = first._replace(
        end=name.end(), url=url, edits=(*first.edits, *pieces), why=(_WHY,), spaces=first.spaces + len(pieces)
    )
    return reading, _probability(text, name.end(), segment, words)


def _is_stray(segment: str, words: list[str]) -> bool:
    """Whether the first space is rather a stray one: one word follows, or other characters stand for the spaces."""
    signs = _SIGNS.search(segment) is not None or (segment.isdigit() and words[0][0].isdigit())
    if len(words) == 1 and (signs or not words[0][0].isalnum() or words[0][0].islower()):
        return True
    return signs and words[0][0].islower() and _SIGNS.search(words[0]) is not None


def _probability(text: str, end: int, begun: str, words: list[str]) -> float:
    """Names are of capitalised words or of short pieces at a line's end; after `/report`, `Report.pdf` is a title."""
    if words[0].lower() in AFTER_A_FILE and len(words) > 1 and words[0] not in WITHIN_NAMES:
        return _HARDLY
    if all(not word[0].islower() or word in WITHIN_NAMES for word in words):
        return _PERHAPS if begun[:1].islower() else _NAMELIKE
    last = not text[end : end + 80].split("\n", 1)[0].strip(" .,;)]")
    short = all(len(word.partition(".")[0]) < _SHORT for word in words)
    return _NAMELIKE if last and short and words[0] not in AFTER_A_FILE else _HARDLY
