"""What speaks for and against a link going on at a break, as named numbers.

In: the page, the reading so far, one continuation. Out: a dict from a fixed set of names to numbers, which the ranker
weighs and the reasons are told from. Text only: no network, no dictionary beyond the words of the document itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.repair import spelling, syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.page import WORD

if TYPE_CHECKING:
    from collections.abc import Container

    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading

_LABEL = re.compile(
    r"(?:\[?\(?\d{1,4}[\])]?|[\[(]\w{1,12}[\])]|[ivx]{1,5}[.)]|[a-z][.)]|[•◦▪–—*+-])[.:]?\Z", re.IGNORECASE
)
_LONGEST_WORD = 40
_LONGEST_LABEL = 18
_NEXT = re.compile(r"[^\S\n]{0,40}(\S{0,30})")
_EXTENSION = re.compile(
    r"\.(?:html?|pdf|php|aspx?|jsp|xml|txt|zip|gz|docx?|shtml|cgi|git|png|jpe?g|svg|csv|json|md)\Z", re.IGNORECASE
)
_OPENERS = {"(": ")", "[": "]", "<": ">", "{": "}", "“": "”", "«": "»", "‘": "’", '"': '"'}
_HEX = re.compile(r"[0-9a-f]{6,}\Z")
_HEX_BEGIN = re.compile(r"[0-9a-f]{4,}")
_MIXED = re.compile(r"[a-z]\d|\d[a-z]|[a-z][A-Z]")
"""Letters and digits in one run, or capitals inside a word: a name, not prose."""
_LONE = re.compile(r"(?<=\s)[/._?=&#:-](?=\s\w)")
_HASH = re.compile(r"[0-9a-f]{32,64}")
_NO_LABEL = re.compile(r"[^\w-]")
_NO_HOST = re.compile(r"[/?#]")
_CLASSES = "/.-_=?&#%:~+,;@"


def character_class(character: str) -> int:
    """0 none, 1 lower case, 2 upper case, 3 digit, 4 other, from 5 on the delimiters of a URL."""
    if not character:
        return 0
    at = _CLASSES.find(character)
    if at >= 0:
        return 5 + at
    return 3 if character.isdigit() else 2 if character.isupper() else 1 if character.isalpha() else 4


def _stage_of(host: str, rest: str) -> int:
    """How far into its parts a URL has come: 0 scheme, 1 host, 2 path, 3 query, 4 fragment."""
    if not rest:
        return 1 if host else 0
    return 4 if "#" in rest else 3 if "?" in rest else 2


def measure(page: Page, reading: Reading, way: Continuation) -> dict[str, float]:
    """The evidence on one continuation: all of it at a line's end, what the rules ask for at a break within a line."""
    found: dict[str, float] = {"way": way.way, "hyphen": way.hyphen, "skipped": way.skipped, "blank": way.blank}
    seam = _seam(reading, way)
    _measure_shape(found, seam, reading, way)
    _measure_words(found, seam, page, reading)
    _measure_neighbours(found, seam, page, reading, way)
    if way.way is not Way.SPACE:
        _measure_layout(found, page, reading, way)
        _measure_links(found, seam, page)
        _measure_spelling(found, seam, page, reading, way)
    return found


class _Seam(NamedTuple):
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


def _seam(reading: Reading, way: Continuation) -> _Seam:
    before, piece = joined(reading, way)
    _, host, rest = syntax.split(before)
    word = WORD.match(piece)
    right = word[0] if word else ""
    whole = syntax.key(before + piece)
    return _Seam(before, piece, host, rest, _stage_of(host, rest), last_word(before), right, whole)


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


def _measure_shape(found: dict[str, float], seam: _Seam, reading: Reading, way: Continuation) -> None:
    before, piece, host, rest, at_stage, _, _, _ = seam
    segment = rest.rsplit("/", 1)[-1] if rest else host.rsplit(".", 1)[-1]
    trailing = way.token[len(piece) :]
    found |= {
        "stage": at_stage,
        "length": len(before),
        "pieces": reading.pieces,
        "spaces": reading.spaces,
        "head_spaced": reading.head_spaced,
        "last": character_class(before[-1:]),
        "before_hyphen": character_class((reading.url + way.kept)[-2:-1])
        if way.hyphen and way.way is not Way.SOFT
        else 0,
        "delimiter": way.token in syntax.DELIMITERS,
        "kept": character_class(way.kept[-1:]),
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
        "open_character": syntax.has_open_character(before),
        "hash": bool(_HASH.fullmatch(piece)),
        "open_escape": before.endswith("%") or before[-2:-1] == "%",
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
        "label": is_label(way.token),
        "piece_extension": bool(_EXTENSION.search(piece)),
        "trailing": character_class(trailing[:1]),
        "ascii": piece.isascii(),
        "makes_url": syntax.is_url(before + piece),
        "top_after": syntax.is_top((host if rest else syntax.split(before + piece)[1]).rsplit(".", 1)[-1]),
        "top": syntax.is_top(_first_label(piece)) if not rest and before.endswith(".") else 0,
        "own_host": syntax.host_is_whole(_first_host(piece)),
        "before_host": syntax.host_is_possible(_first_host(piece)) if at_stage == 0 else 0,
    }


def is_label(word: str) -> bool:
    """Does this word look like the label of a note or of a list's item?"""
    return len(word) <= _LONGEST_LABEL and _LABEL.match(word) is not None


def _makes_extension(before: str, piece: str) -> bool:
    """Does the piece complete the ending of a file's name that is cut (`.ht` `ml`) or still to come?"""
    return not _EXTENSION.search(before) and bool(_EXTENSION.search(before[-6:] + piece))


def _first_label(piece: str) -> str:
    return _NO_LABEL.split(piece, maxsplit=1)[0]


def _first_host(piece: str) -> str:
    return _NO_HOST.split(piece.lstrip("/"), maxsplit=1)[0]


def _measure_words(found: dict[str, float], seam: _Seam, page: Page, reading: Reading) -> None:
    left_word = seam.left.lower()
    right_word = seam.right.lower()
    whole = left_word + right_word
    title = reading.title
    cut = bool(left_word and right_word)
    words, linked = page.words.get, page.linked.get
    found |= {
        "cut": cut,
        "title_whole": cut and len(whole) > 2 and whole in title,
        "title_right": not cut and len(right_word) > 2 and right_word in title,
        "title_left": bool(left_word) and left_word in title,
        "title_covered": _covered(seam.piece, title),
        "known_whole": min(words(whole, 0), 5) if cut else 0,
        "known_right": min(words(right_word, 0), 9) if right_word else 0,
        "known_left": min(words(left_word, 0), 5) if left_word else 0,
        "linked_whole": min(linked(whole, 0), 3) if cut else 0,
        "linked_right": min(linked(right_word, 0), 3) if right_word else 0,
        "left_length": len(left_word),
        "right_length": len(right_word),
    }


def _covered(piece: str, title: Container[str]) -> float:
    """The share of the piece's longer words that the title has."""
    words = [word for word in WORD.findall(piece.lower()) if len(word) > 3]
    return sum(word in title for word in words) / len(words) if words else 0.0


def _measure_layout(found: dict[str, float], page: Page, reading: Reading, way: Continuation) -> None:
    here = page.line(page.line_at(way.at))
    there = page.line(page.line_at(way.resume))
    if here is None or there is None:
        return
    after = page.line(there.number + 1)
    previous = page.line(here.number - 1)
    usual, most = page.widths(here.number)
    needed = here.length + len(way.token)
    found |= {
        "here": here.length,
        "usual": usual,
        "room_usual": usual - needed,
        "room_most": most - needed,
        "short_of_usual": usual - here.length,
        "room_there": there.length - needed,
        "room_previous": (previous.length if previous else 0) - needed,
        "indent": there.indent - here.indent,
        "indent_after": (after.indent - there.indent) if after else 0,
        "own_line": reading.start - here.first if reading.pieces == 1 else -1,
        "alone_there": there.last - there.first - len(way.token),
        "there": there.length,
        "beside_here": _words_between(page, here.first, reading.start) if reading.pieces == 1 else -1,
        "beside_there": _words_between(page, there.first, way.resume),
        "gap": way.resume - way.at,
        "first_there": way.resume == there.first,
        "ends_line": way.end + len(way.token) - len(way.piece) >= there.last,
    }


def _words_between(page: Page, first: int, start: int) -> int:
    """How many words stand on the line before what is read: another column, or the label of a table's row."""
    return min(len(page.text[max(first, start - 200) : start].split()), 12)


def _measure_neighbours(found: dict[str, float], seam: _Seam, page: Page, reading: Reading, way: Continuation) -> None:
    text = page.text
    opener = text[reading.start - 1 : reading.start]
    closer = _OPENERS.get(opener, "")
    after = way.end + len(way.token) - len(seam.piece)
    trailing = way.token[len(seam.piece) :] + text[after : after + 1]
    following = _NEXT.match(text, after)
    word = following[1] if following else ""
    found |= {
        "spaced_ahead": len(_LONE.findall(text, way.resume, min(way.resume + 80, page.line_end(way.resume)))),
        "opened": bool(closer),
        "opened_angle": closer == ">",
        "closes": bool(closer) and closer in trailing,
        "next": character_class(word[:1]),
        "next_label": is_label(word),
        "next_url": "://" in word or word.startswith("www."),
        "elsewhere": page.known.get(seam.whole, 0),
        "href": reading.href is not None and syntax.key(reading.href).startswith(seam.whole),
    }


def _measure_links(found: dict[str, float], seam: _Seam, page: Page) -> None:
    """What the other links of the document say: how they meet line ends, and what they have in common with this one."""
    host = seam.host.lower()
    found |= {
        "shared": min(page.shared(syntax.key(seam.before), seam.whole), 12),
        "style_ends": page.break_style[0],
        "style_half": page.break_style[1],
        "style_path": page.break_style[2],
        "prefix_elsewhere": page.continues_known(seam.whole),
        "host_elsewhere": page.hosts.get(host.removeprefix("www."), 0) if host else 0,
    }


def _measure_spelling(found: dict[str, float], seam: _Seam, page: Page, reading: Reading, way: Continuation) -> None:
    """Do the letters on both sides read like one word cut in two, or like two words?"""
    hyphen = way.hyphen is Hyphen.KEPT and seam.before.endswith("-")
    left = last_word(seam.before[:-1]) if hyphen else seam.left
    right = seam.right
    found["one_word"] = spelling.one_word(left, right) if left and right else 0.0
    if way.hyphen:
        _measure_hyphen(found, page, reading, way)
        found["style_spelling"], found["style_count"], found["style_slash"] = page.hyphen_style
    found["right_begins"] = spelling.begins(right) if right else 0.0
    found["left_ends"] = spelling.ends(left) if left else 0.0


def _measure_hyphen(found: dict[str, float], page: Page, reading: Reading, way: Continuation) -> None:
    """What the document says of the word without the hyphen and of its two halves, however the hyphen is read."""
    left = last_word((reading.url + way.kept).rstrip("-\u2010"))
    right = WORD.match(way.piece)
    if not left or right is None:
        return
    first, second = left.lower(), right[0].lower()
    whole = first + second
    found |= {
        "halves_whole": min(page.words[whole], 5),
        "halves_linked": min(page.linked[whole], 3),
        "halves_left": min(page.words[first], 5) if len(first) > 2 else 0,
        "halves_right": min(page.words[second], 5) if len(second) > 2 else 0,
        "halves_title": whole in reading.title,
        "halves_titles": first in reading.title and second in reading.title,
        "prose_hyphens": page.prose_hyphens,
    }
