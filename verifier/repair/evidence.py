"""What speaks for and against a link going on at a break, as named numbers.

In: the page, the reading so far, one continuation. Out: a dict from a fixed set of names to numbers, which the ranker
weighs and the reasons are told from. Text only: no network, no dictionary beyond the words of the document itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.repair import spelling, syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.page import LONE_DELIMITER, WORD
from verifier.repair.shape import Seam, character_class, is_label, last_word, measure_shape, seam_of

if TYPE_CHECKING:
    from collections.abc import Container

    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading

_NEXT = re.compile(r"[^\S\n]{0,40}(\S{0,30})")
_OPENERS = {"(": ")", "[": "]", "<": ">", "{": "}", "“": "”", "«": "»", "‘": "’", '"': '"'}
_SIGN = re.compile(r"(?<=\w)[./] ?(?=[A-Za-z])")


def measure(page: Page, reading: Reading, way: Continuation) -> dict[str, float]:
    """The evidence on one continuation: all of it at a line's end, what the rules ask for at a break within a line."""
    found: dict[str, float] = {"way": way.way, "hyphen": way.hyphen, "skipped": way.skipped, "blank": way.blank}
    seam = seam_of(reading, way)
    measure_shape(found, seam, reading, way)
    _measure_words(found, seam, page, reading)
    _measure_neighbours(found, seam, page, reading, way)
    found["stray"] = way.way is Way.SPACE and page.has_stray_spaces
    if way.way is not Way.SPACE:
        _measure_layout(found, page, reading, way)
        _measure_links(found, seam, page)
        _measure_spelling(found, seam, page, reading, way)
    else:
        found["in_note"] = reading.start in page.in_notes
        if found["cut"]:
            found["one_word"] = spelling.one_word(seam.left, seam.right)
    return found


def _measure_words(found: dict[str, float], seam: Seam, page: Page, reading: Reading) -> None:
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
        "first_there": way.resume == there.first,
        "last_line": page.is_last(there.last),
        "ends_digit": page.text[there.last - 1 : there.last].isdigit(),
        "ends_line": way.end + len(way.token) - len(way.piece) >= there.last,
    }


def _words_between(page: Page, first: int, start: int) -> int:
    """How many words stand on the line before what is read: another column, or the label of a table's row."""
    return min(len(page.text[max(first, start - 200) : start].split()), 12)


def _measure_neighbours(found: dict[str, float], seam: Seam, page: Page, reading: Reading, way: Continuation) -> None:
    text = page.text
    opener = text[reading.start - 1 : reading.start]
    closer = _OPENERS.get(opener, "")
    after = way.end + len(way.token) - len(seam.piece)
    trailing = way.token[len(seam.piece) :] + text[after : after + 1]
    following = _NEXT.match(text, after)
    word = following[1] if following else ""
    spaced = LONE_DELIMITER.findall(text, way.resume, min(way.resume + 80, page.line_end(way.resume)))
    found |= {
        "spaced_ahead": len(spaced),
        "slashes_ahead": spaced.count("/"),
        "tight": bool(reading.spaces) and _is_tight(text[reading.start : reading.end]),
        "opened": bool(closer),
        "closes": bool(closer) and closer in trailing,
        "next": character_class(word[:1]),
        "next_label": is_label(word),
        "next_url": "://" in word or word.startswith("www."),
        "elsewhere": page.known.get(seam.whole, 0),
        "href": reading.href is not None and syntax.key(reading.href).startswith(seam.whole),
    }


def _measure_links(found: dict[str, float], seam: Seam, page: Page) -> None:
    """What the other links of the document say: how they meet line ends, and what they have in common with this one."""
    host = seam.host.lower()
    found |= {
        "shared": min(page.shared(syntax.key(seam.before), seam.whole), 12),
        "style_ends": page.break_style[0],
        "style_half": page.break_style[1],
        "style_path": page.break_style[2],
        "host_elsewhere": page.hosts.get(host.removeprefix("www."), 0) if host else 0,
    }


def _is_tight(written: str) -> bool:
    """Do spaces stand at some of its dots and slashes only? Then it is not spaced out throughout."""
    signs = _SIGN.findall(written)
    return 3 * sum(len(sign) == 1 for sign in signs) >= max(len(signs), 1)


def _measure_spelling(found: dict[str, float], seam: Seam, page: Page, reading: Reading, way: Continuation) -> None:
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
