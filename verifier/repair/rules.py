"""Breaks within a line, weighed by rules: which evidence counts how much, as log-odds.

In: the evidence on one continuation. Out: what speaks for and against the link going on there, to be summed. A break
within a line is rare and ordinary prose after a link is not, so the sum starts far below zero and only strong evidence
lifts it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.model.patterns import compile_late
from verifier.repair.annotations import OWN_LINK
from verifier.repair.shape import DIGIT, IN_HOST, IN_PATH, IN_QUERY, IN_SCHEME, LOWER, OTHER, UPPER, character_class

_DANGLING = frozenset(map(character_class, "-_=&%#"))
_QUESTION, _HYPHEN, _SLASH, _DOT = map(character_class, "?-/.")
_UNFINISHED = frozenset(map(character_class, "=&%"))
_COMMAS = frozenset(map(character_class, ",;"))
"""No link ends so."""
_PLAIN = (LOWER, DIGIT)
"""What most pieces of paths begin with: a capital may begin a sentence."""
_ALPHANUMERIC = (LOWER, UPPER, DIGIT)
_ALTERNATIVES = re.compile(r"[^\W\d_]{1,40}/[^\W\d_]{1,40}")
"""`and/or`, `Smith/Jones`: not only paths have a slash."""
_SYMBOL = re.compile(r"[A-Z]{1,6}/[A-Z\d]")
"""`E/CN.4/2005/6/Add.4`"""
_DATE = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}")
_QUERY = re.compile(r"\w\?\w{1,40}=")
_TAG = compile_late(r"#[^\W\d_]+")
ONE_WORD = 8
"""From here on letters on both sides read like one word: out of 154 words that followed links, none did."""


class Weight(NamedTuple):
    """One piece of evidence: its log-odds, and what to tell the reader (empty when it speaks against)."""

    value: float
    why: str


def weigh(found: dict[str, float], piece: str, tail: str) -> list[Weight]:
    """The evidence that applies, strongest first."""
    weights = [*_by_shape(found, piece), *_by_ending(found, piece), *_by_words(found, tail), *_by_place(found)]
    if found["gap"] == 1 and found["stage"] > IN_SCHEME and not _is_spaced_out(found):
        weights += _by_stray_space(found, piece)
    return sorted((weight for weight in weights if weight.value), key=lambda weight: -weight.value)


def may_end(found: dict[str, float]) -> bool:
    """Whether the citation may end behind the piece: with its line, punctuation or an opening bracket, not a word."""
    return bool(found["trailing"]) or found["next"] in (0, OTHER)


def _by_shape(found: dict[str, float], piece: str) -> list[Weight]:
    weights = []
    first = piece[:1]
    if found["stage"] == IN_SCHEME:
        weights.append(Weight(9.0 if found["before_host"] or first == "/" else -2.0, "the scheme needs a host"))
    elif found["stage"] == IN_HOST and not found["host_complete"]:
        weights.append(
            Weight(6.0 if found["makes_url"] or found["top"] else 2.0, "the host is not complete without it")
        )
    elif found["stage"] == IN_HOST and first in "/?#:" and len(piece) > 1:
        weights.append(Weight(6.0, f"the part after the break begins with “{first}”"))
    if found["stage"] >= IN_PATH and first in "/?&=#%_-" and len(piece) > 1 and piece[1:2].isalnum():
        weights.append(Weight(_by_first(found, piece), f"the part after the break begins with “{first}”"))
    if found["open_escape"] and piece[:1] in "0123456789ABCDEFabcdef":
        weights.append(Weight(5.0, "it completes a percent-escape"))
    if int(found["last"]) in _DANGLING:
        weights.append(Weight(3.5, "the link ends in a character that joins"))
        if found["inner_hyphen"] and found["last"] != _HYPHEN and found["first"] in _PLAIN:
            weights.append(Weight(4.0, "the part after the break is hyphenated like a path"))
    elif found["last"] == _SLASH and found["slash"]:
        weights.append(Weight(3.0, "the link ends with “/” and the part after the break has more"))
    elif found["last"] == _SLASH and found["inner_hyphen"] > 1 and found["first"] in _PLAIN:
        weights.append(Weight(4.0, "the link ends with “/” and the part after the break is hyphenated like a path"))
    if found["slash"] and found["stage"] >= IN_PATH and found["first"] in _ALPHANUMERIC:
        weights.append(Weight(3.5, "the part after the break looks like part of a path"))
    if found["query"] and found["first"] in _ALPHANUMERIC:
        weights.append(Weight(3.5, "the part after the break looks like part of a query or path"))
    if found["inner_hyphen"] and found["cut"] and found["first"] in _PLAIN:
        weights.append(
            Weight(2.0 + min(found["inner_hyphen"], 3), "the part after the break is hyphenated like a path")
        )
    return weights


def _by_first(found: dict[str, float], piece: str) -> float:
    """How much the first character of the piece counts."""
    if piece[0] == "#":  # a hashtag, perhaps, surely where the sentence goes on
        return 6.6 if may_end(found) or not _TAG.fullmatch(piece) else 5.0
    return 8.0 if found["piece"] > 3 or piece[0] in "/?&=%" else 5.5  # “-o” may be an option of a command


def _by_stray_space(found: dict[str, float], piece: str) -> list[Weight]:
    """What prose after a link hardly ever shows: one space within an address that is otherwise whole."""
    if found["stage"] == IN_HOST:
        return _within_host(found, piece)
    return [*_after_last_character(found, piece), *_goes_on(found, piece)]


def _within_host(found: dict[str, float], piece: str) -> list[Weight]:
    if piece[:1] == "/" and len(piece) > 2:
        return [Weight(2.5, "the part after the break is a path")]
    if not found["host_complete"] and found["kept"] == _DOT and found["top"] and found["first"] == LOWER:
        return [Weight(4.0, f"the host goes on with “{piece[:20]}” after its dot")]
    return []


def _goes_on(found: dict[str, float], piece: str) -> list[Weight]:
    """The next piece has the shape of a path, a file or a query."""
    slash = int(found["last"]) == _SLASH
    if _is_path(piece):
        two_words = found["cut"] and found["one_word"] < 0
        return [Weight(1.5 if two_words else 4.5, "the part after the break is a path")]
    if (query := _QUERY.search(piece)) or "_" in piece[1:-1]:
        sure = query or slash or piece.count("_") > 1
        how = "ends in a query" if query else "is joined by underscores, as no words of prose are"
        return [Weight(4.5 if sure else 3.5, f"the part after the break {how}")]
    if slash and found["depth"] > 1 and ("/" in piece[1:] or found["all_digits"]) and not _DATE.fullmatch(piece):
        number = 10.5 if len(piece) > 4 else 0.0
        return [
            Weight(
                number if found["all_digits"] else 1.2, "the link ends with “/”, and the part after the break goes on"
            )
        ]
    if found["piece_extension"] and (slash or piece[:1] == "."):
        return [Weight(4.5 if slash or may_end(found) else 3.5, "the part after the break ends in a file extension")]
    if slash and found["inner_hyphen"] > 1 and found["first"] in _PLAIN:
        return [Weight(3.8 if found["piece"] > 16 else 2.0, "the part after the break is hyphenated like a path")]
    return []


def _after_last_character(found: dict[str, float], piece: str) -> list[Weight]:
    """The link so far ends in what hardly any link ends in."""
    last = int(found["last"])
    if last in _UNFINISHED and piece[:1].isalnum():
        return [Weight(5.5, "no link ends in this character")]
    if last == _HYPHEN and found["first"] == DIGIT:
        return [Weight(6.0 if found["all_digits"] else 2.0, "the link ends in a hyphen, and digits follow")]
    if last in _DANGLING and found["first"] in (LOWER, UPPER):
        return [Weight(5.0 if found["capital_word"] else 2.5, "no link ends in this character")]
    if found["mixed"] and last in _ALPHANUMERIC and found["first"] in _ALPHANUMERIC:
        return [Weight(6.0 if found["stage"] == IN_QUERY else 3.0, "letters and digits follow, as in an identifier")]
    if found["kept"] == _DOT and found["makes_extension"]:
        return [Weight(2.0, "the part after the break completes a file extension")]
    return []


def _is_path(piece: str) -> bool:
    """Slashes between words in lower case; a date, the symbol of a document or two alternatives are no path."""
    if "/" not in piece[1:] or not any(map(str.islower, piece)):
        return False
    return _ALTERNATIVES.fullmatch(piece) is None and _SYMBOL.match(piece) is None


def _by_ending(found: dict[str, float], piece: str) -> list[Weight]:
    weights = []
    if found["makes_extension"] and found["stage"] >= IN_PATH:
        weights.append(Weight(8.0, "the part after the break completes a file extension"))
    if found["piece_extension"] and found["stage"] >= IN_PATH:
        weights.append(Weight(3.5, "the part after the break ends in a file extension"))
    if found["kept"] == _QUESTION and (piece.find("=") > 1 or "&" in piece):
        weights.append(Weight(8.0, "the link ends in “?” and the part after the break is a query"))
    return weights


def _by_words(found: dict[str, float], tail: str) -> list[Weight]:
    weights = []
    if found["title_whole"] and not (found["title_left"] and found["known_right"] > 1):
        weights.append(Weight(10.5, f"the part after the break completes the title's word “{tail}”"))
    elif found["cut"] and found["known_whole"] and found["known_right"] < 2 and len(tail) > 4:
        weights.append(Weight(4.5, f"the part after the break completes the word “{tail}”, which the document has"))
    if found["cut"] and found["one_word"] >= ONE_WORD and found["stage"] >= IN_PATH and not found["title_whole"]:
        slug = 1.5 if found["segment_hyphens"] > 1 else 0.0
        weights.append(Weight(0.5 * found["one_word"] - 3.0 + slug, f"“{tail}” reads like one word"))
    if found["title_right"] and int(found["last"]) in _DANGLING:
        weights.append(Weight(3.0, "the part after the break is a word of the title"))
    if found["title_covered"] >= 0.6 and found["inner_hyphen"]:
        weights.append(Weight(2.5, "the words of the part after the break are the title's"))
    if found["lower_word"] and found["known_right"] > 1 and not found["title_whole"] and not found["head_spaced"]:
        weights.append(Weight(-3.0, ""))
    if (found["capital_word"] or found["all_digits"] or found["label"]) and not found["head_spaced"]:
        weights.append(Weight(-3.0, ""))
    return weights


def _by_place(found: dict[str, float]) -> list[Weight]:
    weights = [Weight(-7.0, "")]
    spaced_out = _is_spaced_out(found)
    if found["elsewhere"]:
        weights.append(Weight(8.0, "the same link stands unbroken elsewhere in the document"))
    if found["href"]:
        weights.append(Weight(8.0, OWN_LINK))
    if found["own_host"] and found["host_complete"]:
        weights.append(Weight(-5.0, ""))
    if found["closes"]:
        weights.append(Weight(2.5, "the bracket that opens before the link closes after the part after the break"))
    if found["extension"]:
        weights.append(Weight(-2.5, ""))
    if found["kept"] and found["kept"] not in _DANGLING and not spaced_out:
        weights.append(Weight(-4.0 if found["kept"] != _DOT else -2.0, ""))
    if spaced_out:
        weights.append(_spaced_out(found))
    elif found["spaces"]:
        weights.append(Weight(2.0, "the link is broken by spaces before this one too"))
    elif found["stray"] and found["gap"] == 1:
        weights.append(Weight(2.0, "other links of the document are broken by spaces, too"))
    if found["delimiter"] and not (spaced_out or found["spaces"]):
        weights.append(Weight(-12.0, ""))
    return weights


def _is_spaced_out(found: dict[str, float]) -> bool:
    begun = found["head_spaced"] and (found["spaces"] or not found["host_complete"])
    return bool(begun or found["spaces"] > 1 or found["spaced_ahead"] > 1)


def _begins_sentence(found: dict[str, float]) -> bool:
    """Whether a full stop, a word with a capital, and another word follow."""
    word = found["capital_word"] and (not found["capitals"] or found["piece"] == 1)
    goes_on = found["next"] and not found["trailing"]
    return bool(word and found["kept"] == _DOT and found["stage"] >= IN_PATH and goes_on)


def _spaced_out(found: dict[str, float]) -> Weight:
    """A link spaced out throughout has its spaces at delimiters and between letters and digits, not between words."""
    last, first = int(found["last"]), int(found["first"])
    if found["kept"] in _COMMAS:
        return Weight(-4.0, "")  # the sentence's: `…/tri ps, accessed 3 May`
    if _begins_sentence(found):
        return Weight(-4.0, "")  # `…/tri ps. The council`
    if last > OTHER or first > OTHER or found["delimiter"]:
        return Weight(11.0, "the link is spaced out throughout, as here")
    if last != first and OTHER not in (last, first) and not found["tight"]:
        return Weight(9.0, "the link is spaced out throughout, as here between letters and digits")
    return Weight(3.0, "the link is spaced out throughout")
