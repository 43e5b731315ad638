"""The shape of a join: the characters on both sides of a break, and what they make together.

In: the reading so far and one continuation. Out: named numbers for `evidence`. Only the two strings are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.extensions import LEARNED
from verifier.repair.page import WORD

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.reading import Reading

_LABEL = compile_late(
    r"(?:\[?\(?\d{1,4}[\])]?|[\[(]\w{1,12}[\])]|[ivx]{1,5}[.)]|[a-z][.)]|[•◦▪–—*+-])[.:]?\Z", re.IGNORECASE
)
_LONGEST_WORD = 40
_LONGEST_LABEL = 18
_EXTENSION = re.compile(rf"\.(?:{LEARNED})\Z", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{6,}\Z")
_HEX_BEGIN = re.compile(r"[0-9a-f]{4,}")
_MIXED = re.compile(r"[a-z]\d|\d[a-z]|[a-z][A-Z]")
"""Letters and digits in one run, or capitals inside a word: a name, not prose."""
_PART = re.compile(r"[/&?#]")
_SHAPES = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "bcdefghijklmnopqrstuvwxyz" + "123456789", "A" * 26 + "a" * 25 + "0" * 9
)
_HASH = re.compile(r"[0-9a-f]{32,64}")
_HASH_ENDS = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{2,64}\Z")
_HASH_GOES_ON = re.compile(r"[0-9a-f]{1,64}(?![0-9A-Za-z])")
_HASH_LENGTHS = (32, 40, 64)
"""MD5, SHA-1 (as of commits) and SHA-256, in hexadecimal."""
_NO_LABEL = re.compile(r"[^\w-]")
_NO_HOST = re.compile(r"[/?#]")
LOWER, UPPER, DIGIT, OTHER = 1, 2, 3, 4
IN_SCHEME, IN_HOST, IN_PATH, IN_QUERY, IN_FRAGMENT = range(5)
"""How far into its parts a URL has come: its `stage`."""
_DELIMITERS = "/.-_=?&#%:~+,;@"


def character_class(character: str) -> int:
    """0 none, 1 lower case, 2 upper case, 3 digit, 4 other, from 5 on the delimiters of a URL."""
    if not character:
        return 0
    at = _DELIMITERS.find(character)
    if at >= 0:
        return OTHER + 1 + at
    if character.isdigit():
        return DIGIT
    return UPPER if character.isupper() else LOWER if character.isalpha() else OTHER


def _stage_of(host: str, rest: str) -> int:
    if not rest:
        return IN_HOST if host else IN_SCHEME
    return IN_FRAGMENT if "#" in rest else IN_QUERY if "?" in rest else IN_PATH


class Seam(NamedTuple):
    """The two sides of a join: the URL up to it with its parts, the piece after it, and the letters next to it.

    `whole` is the joined URL as links are compared.
    """

    before: str
    piece: str
    host: str
    rest: str
    stage: int
    left: str
    right: str
    whole: str


def seam_of(reading: Reading, way: Continuation) -> Seam:
    """The two sides of the join that `way` would make."""
    before, piece = joined(reading, way)
    _, host, rest = syntax.split(before)
    word = WORD.match(piece)
    right = word[0] if word else ""
    whole = syntax.key(before + piece)
    return Seam(before, piece, host, rest, _stage_of(host, rest), last_word(before), right, whole)


def last_word(text: str) -> str:
    """The letters that the text ends in, 40 at most."""
    start = len(text)
    least = max(start - _LONGEST_WORD, 0)
    while start > least and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def joined(reading: Reading, way: Continuation) -> tuple[str, str]:
    """The two sides of the join: the URL up to it, and the piece after it."""
    before = reading.url + (way.kept if way.kept.isascii() else syntax.clean(way.kept, 0)[0])
    if way.hyphen is Hyphen.DROPPED and way.way is not Way.SOFT:
        before = before[:-1]
    return before + way.inserted, way.piece


def measure_shape(found: dict[str, float], seam: Seam, reading: Reading, way: Continuation) -> None:
    """Measure both sides of the join, and what they make."""
    before, piece, host, rest = seam[:4]
    segment = rest.rsplit("/", 1)[-1] if rest else host.rsplit(".", 1)[-1]
    trailing = way.token[len(piece) :]
    found |= {
        "stage": seam.stage,
        "length": len(before),
        "pieces": reading.pieces,
        "spaces": reading.spaces,
        "head_spaced": reading.head_spaced,
        "last": DIGIT if syntax.is_padded(before) else character_class(before[-1:]),
        "before_hyphen": character_class((reading.url + way.kept)[-2:-1])
        if way.hyphen and way.way is not Way.SOFT
        else 0,
        "delimiter": way.token in syntax.DELIMITERS,
        "kept": character_class(way.kept[-1:]),
        "gap": way.resume - way.at,
        "depth": rest.count("/"),
        "segment": len(segment),
        "segment_hyphens": segment.count("-"),
        "segment_digits": sum(map(str.isdigit, segment)),
        "host_complete": syntax.host_is_whole(host) if host else 0,
        "ends_hyphen": before.endswith("-"),
        "ends_slash": before.endswith("/"),
        "ends_dot": before.endswith("."),
        "ends_joiner": before[-1:] in "_=?&%#~+@",
        "begins_delimiter": piece[:1] in "/?&=#%_-.",
        "hexadecimal": bool(_HEX_BEGIN.match(piece)) and bool(_HEX.search(before[-24:])),
        "mixed": bool(_MIXED.search(piece)),
        "extension": bool(_EXTENSION.search(before)),
        "makes_extension": piece.isalpha() and piece.islower() and _makes_extension(before, piece),
        "hash": bool(_HASH.fullmatch(piece)),
        "makes_hash": _makes_hash(before, piece),
        "alike": before[-1:] in "/&" and _is_alike(before, piece),
        "extension_kept": bool(way.kept) and bool(_EXTENSION.search(reading.url)),
        "open_escape": before.endswith("%") or before[-2:-1] == "%",
        "label": is_label(way.token),
        "trailing": character_class(trailing[:1]),
    }
    _measure_piece(found, seam)


def _measure_piece(found: dict[str, float], seam: Seam) -> None:
    """Measure the piece after the break, and the host that it may begin with or make."""
    before, piece, host, rest = seam[:4]
    found |= {
        "first": character_class(piece[:1]),
        "piece": len(piece),
        "slash": piece.count("/"),
        "inner_dot": "." in piece[1:],
        "inner_hyphen": piece[1:].count("-"),
        "digits": sum(map(str.isdigit, piece)),
        "query": any(c in piece for c in "=&?#%_"),
        "lower_word": piece.isalpha() and piece.islower(),
        "capital_word": piece.isalpha() and piece[:1].isupper(),
        "capitals": piece.isupper(),
        "all_digits": piece.isdigit(),
        "piece_extension": bool(_EXTENSION.search(piece)),
        "ascii": piece.isascii(),
        "makes_url": syntax.is_url(before + piece),
        "top_after": syntax.is_top((host if rest else syntax.split(before + piece)[1]).rsplit(".", 1)[-1]),
        "top": syntax.is_top(_first_label(piece)) if not rest and before.endswith(".") else 0,
        "own_host": syntax.host_is_whole(_first_host(piece)),
        "before_host": syntax.host_is_possible(_first_host(piece)) if seam.stage == IN_SCHEME else 0,
    }


def is_label(word: str) -> bool:
    """Does this word look like the label of a note or of a list's item?"""
    return len(word) <= _LONGEST_LABEL and _LABEL.match(word) is not None


def _makes_extension(before: str, piece: str) -> bool:
    """Does the piece complete the ending of a file's name that is cut (`.ht` `ml`) or still to come?"""
    return not _EXTENSION.search(before) and bool(_EXTENSION.search(before[-6:] + piece))


def _is_alike(before: str, piece: str) -> bool:
    """Is the piece's first part of the same shape as the part before it: `/2019/05/` `12`, `/C:N/I:N/` `A:L`?"""
    last, first = before[:-1].replace("&", "/").rpartition("/")[2], _PART.split(piece, maxsplit=1)[0]
    shape = first.translate(_SHAPES)
    return shape.strip("a") != "" and shape == last.translate(_SHAPES)


def _makes_hash(before: str, piece: str) -> bool:
    """Are the digits on both sides as many, together, as a hash has?"""
    if piece[:1] not in "0123456789abcdef":
        return False
    left, right = _HASH_ENDS.search(before[-65:]), _HASH_GOES_ON.match(piece)
    return left is not None and right is not None and len(left[0]) + len(right[0]) in _HASH_LENGTHS


def _first_label(piece: str) -> str:
    return _NO_LABEL.split(piece, maxsplit=1)[0]


def _first_host(piece: str) -> str:
    return _NO_HOST.split(piece.lstrip("/"), maxsplit=1)[0]
