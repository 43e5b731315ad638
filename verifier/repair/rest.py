"""Recognises what behind a space can only be the rest of an address: `?a=20 &unit=t`, `walk%2 0to`, `.html #part-2`.

In: the link so far, the piece after the space, the evidence on both. Out: least log-odds that the link goes on, and
why; None where the piece may as well be a word of the sentence. A link cut there would pass for a whole one.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.extensions import CITED
from verifier.repair.rules import ONE_WORD, Weight, may_end
from verifier.repair.shape import IN_FRAGMENT, IN_HOST, IN_PATH, IN_QUERY, IN_SCHEME, character_class
from verifier.repair.words import REMARKS

_SURELY = 3.5
_RATHER = 2.0
_PERHAPS = 0.2
_EITHER = -0.1
_QUESTION, _SLASH, _DOT, _HASH = map(character_class, "?/.#")
_PART = compile_late(r"[^\W_][\w.:~-]{0,60}\Z")
_NAME = r"[^\W\d][\w.\[\]-]{0,40}="
_PARAMETER = compile_late(rf"&(?:amp;)?{_NAME}")
_QUERY = compile_late(
    rf"\?{_NAME}|(?:[^\W\d][\w.\[\]-]{{1,40}}=[^\s&]|[a-z]=[A-Za-z%][\w%.+]|{_NAME}[^\s&]{{0,200}}&{_NAME})"
)
"""A name of one letter needs a value in letters: `x=5` is a formula."""
_VALUE_AND_MORE = compile_late(rf"[\w%.+,-]{{1,120}}&(?:amp;)?{_NAME}")
_OPEN_ESCAPE = compile_late(r"%[0-9A-Fa-f]?\Z")
_WHOLE_ESCAPE = compile_late(r"%[0-9A-Fa-f]{2}")
_FRAGMENT = compile_late(r"#[\w%!-][\w%!.:/~=-]*")
_SLASH_AND_MORE = compile_late(r"/(?:#[\w%!-]|\?[\w.\[\]-]{1,40}=)")
_NO_TAG = compile_late(r"[-=./:]\w")
"""A tag of a social network ends at any of these characters."""
_EXTENSION = rf"\.(?:{CITED})"
_FILE = compile_late(rf"[a-z0-9][\w%~+-]{{0,120}}{_EXTENSION}\Z", re.IGNORECASE)
_IS_FILE = compile_late(_EXTENSION + r"\Z", re.IGNORECASE)
_EXTENSION_ALONE = compile_late(_EXTENSION, re.IGNORECASE)
_EXTENSION_AND_MORE = compile_late(rf"{_EXTENSION}[?#]\w", re.IGNORECASE)
_FILE_AND_QUERY = compile_late(rf"[\w-]{{1,40}}{_EXTENSION}\?\w", re.IGNORECASE)
_PAGE_ALONE = compile_late(r"\.(?:s?html?|aspx?|php\d?|jspx?|cfm|pdf)\Z")
_FILE_AND_MORE = compile_late(
    rf"[^\W_]{{2,40}}(?:[-_][^\W_%]{{1,40}}){{1,20}}{_EXTENSION}(?:[?#]\S{{1,200}})?\Z", re.IGNORECASE
)
_EXTENSION_BEGUN = compile_late(r"\.[a-z\d]{0,3}\Z")
_TOP_AND_PATH = compile_late(
    r"(?!(?:net|ad|am|as|at|be|by|de|do|es|et|il|in|is|it|la|ma|me|my|no|pa|se|si|so|to)/[a-z]{1,12}\Z)"
    r"(?:\.?(?P<top>[a-z]{2,18})(?:\.[a-z]{2,3})?(?::\d{1,5})?/\S|\.(?P<alone>[a-z]{2,18})\Z)"
)
"""Some top-level names are words, which two alternatives may begin with: `net/gross`."""
_HOST_AND_PATH = compile_late(r"(?!www\d?\.)(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,18}(?::\d{1,5})?/\S")
_WHOLE_HOST = compile_late(
    r"\.(?:(?:com|org|net|edu|gov|int|info)(?:\.[a-z]{2})?|co\.[a-z]{2})(?::\d{1,5})?\Z", re.IGNORECASE
)
"""Hardly a cut name ends so by chance: a host behind it is another one, as in `https://example.org example.net/a`."""
_TOP_CUT = compile_late(r"\.(?:co m|ne t|o rg|or g|n et|c om|in fo|i nfo|e du|g ov)/")
_DATE = compile_late(r"(?<!\d)(?:1[5-9]|20)\d\d([-/])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)")
_LONGEST_DATE = 10
_NUMBER_AND_PART = compile_late(r"\d{1,20}(?:\.html?)?#[^\W\d_]")
_PLAIN_PIECE = compile_late(r"[^\W_A-Z][\w~-]{0,40}\Z")
"""A piece of a path: small letters or digits first, as a name or the first word of a sentence has not."""
_ESCAPE = compile_late(r"(?<!\d)%(?:[2-7][0-9A-F]|[89A-F][0-9A-F])", re.IGNORECASE)
"""Behind a digit it may be a share: `5%20`."""
_NAME_AND_QUERY = compile_late(rf"[\w.~-]{{1,60}}\?{_NAME}[^\s=]")
_WORDS_SOUGHT = compile_late(r"[^\W_]{1,40}(?:\+[^\W_]{1,40}){1,20}(?:\Z|&)")
_CODE_ENDS = compile_late(r"(?=[A-Za-z]{0,20}\d)(?=\d{0,20}[A-Za-z])[A-Za-z\d]{4,20}\Z")
_WITHIN_VALUES = frozenset(":+,")
_CODE = compile_late(r"\d{1,9}[A-Z]{1,3}\d{1,9}\Z")
_PARTS_OF_SYMBOL = compile_late(r"\d{1,4}/\d{1,4}(?:/[\w.]{1,12})?\Z")
_NESTED = compile_late(r"(?:/https?://|=https?%3A%2F%2F)(?:[\w-]{1,63}\.){0,4}[\w-]{1,63}\Z", re.IGNORECASE)
"""Another address within this one, up to a part of its host."""
_NESTED_SCHEME = compile_late(r"(?:/\d{4,14}[a-z_*]{0,4}/|\d{6}/|=)https?\Z")
_DOI = compile_late(r"https?://(?:dx\.)?doi\.org/10\.\d{4,9}/\w")
_REST_OF_DOI = compile_late(r"(?:\.(?:[a-z]{2,20}\.)?|[a-z]{1,20}\.)\d{4,12}(?:\.\d{1,9}){0,3}\Z")
_CODE_IN_DOI = compile_late(r"(?:(?=[a-z-]{0,40}\d)(?=[\d-]{0,40}[a-z])[a-z\d-]{2,40}|\d{4,12}-[\dX]{1,3})\Z")
_NUMBERS_OF_DOI = compile_late(r"\d{1,12}(?:\.\d{1,9}){2,4}\Z")
_BARE_NAME = compile_late(r"[?&][^\W\d][\w.-]{0,40}\Z")
_REST_OF_NAME = compile_late(r"[\w.\[\]-]{1,40}=[^\s=]")
_LETTER = compile_late(r"[bcdfghjklmnpqrstvxz]\Z")
"""Alone it is a word in hardly any language."""
_ISO_DATE = compile_late(r"\d{4}-\d\d(?:-\d\d)?")


def least_after_space(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """The least log-odds that the link `before` goes on behind one space with `piece`."""
    if found["stage"] == IN_HOST:
        return _in_host(before, piece, found) or _in_query(before, piece, found)
    if found["stage"] == IN_SCHEME:
        return None
    if found["stage"] == IN_PATH and before[-1] != "/" and _SLASH_AND_MORE.match(piece):
        return Weight(_SURELY, "the final slash, and a query or a part of the page follow")
    return (
        _in_query(before, piece, found)
        or _in_nested(before, piece, found)
        or _in_doi(before, piece, found)
        or in_escape(before, piece)
        or in_number(before, piece)
        or (_at_end if may_end(found) else _before_words)(before, piece, found)
    )


def _in_host(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """A top-level name with a path behind it, where the host seems whole without: `example .org/a`, `bbc.co .uk/a`."""
    if _TOP_CUT.search(f"{before[-4:]} {piece[:3]}"):
        return Weight(_SURELY, "the rest of the host's name and a path follow")
    if found["spaces"] and found["kept"] == _DOT and _is_top_before_slash(piece, found):
        return Weight(_SURELY, "the host, spaced out before, goes on with its top-level name, and a path follows")
    one_word = found["kept"] != _DOT and found["cut"] and found["one_word"] > ONE_WORD
    if one_word and _HOST_AND_PATH.match(piece) and not _WHOLE_HOST.search(before):
        return Weight(_PERHAPS, "a host and a path follow, perhaps the rest of this one")
    rest = _TOP_AND_PATH.match(piece)
    if rest is None or (found["kept"] == _DOT) == (piece[0] == ".") or not syntax.is_top(rest["top"] or rest["alone"]):
        return None
    return Weight(_SURELY, "the rest of the host and a path follow")


def _in_nested(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """What parts the scheme or the host of an address that this one carries; and an escape, which prose never has."""
    if _NESTED_SCHEME.search(before) and piece.startswith("://"):
        return Weight(_SURELY, "the address that this one carries goes on behind its scheme")
    rest = _TOP_AND_PATH.match(piece) if _NESTED.search(before) else None
    if rest is not None and piece[0] == "." and syntax.is_top(rest["top"] or rest["alone"]):
        return Weight(_SURELY, "the rest of the host follows of the address that this one carries")
    escape = _ESCAPE.search(piece) and not found["own_host"]
    return Weight(_SURELY, "the part after the break has an escape") if escape else None


def _in_doi(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    if not _DOI.match(before):
        return None
    numbers = before[-1].isdigit() and _NUMBERS_OF_DOI.match(piece)
    if numbers or (before[-1].isalnum() and _REST_OF_DOI.match(piece)):
        return Weight(_SURELY, "the DOI's numbers go on")
    if may_end(found) and before[-1].isalnum() and _CODE_IN_DOI.match(piece):
        return Weight(_RATHER if found["stray"] else _EITHER, "the rest of a DOI may follow")
    return None


def _is_top_before_slash(piece: str, found: dict[str, float]) -> bool:
    """Whether a top-level name stands alone, and a slash behind it: `uk /news`, `net/ news`."""
    name = piece.removesuffix("/")
    return (name != piece or found["next"] == _SLASH) and name.islower() and name.isalpha() and syntax.is_top(name)


def in_number(before: str, piece: str) -> Weight | None:
    """Digits on both sides that make a date, or with a part of the page behind them."""
    if not _is_cut_number(before, piece):
        return None
    left = before[-_LONGEST_DATE:]
    date = _DATE.search(left + piece[:_LONGEST_DATE])
    if date is not None and date.start() < len(left) < date.end():
        return Weight(_RATHER, "together the pieces make a date")
    return Weight(_SURELY, "a number and a part of the page follow") if _NUMBER_AND_PART.match(piece) else None


def _in_query(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    if found["stage"] == IN_QUERY and (seen := _within_query(before, piece, found)):
        return seen
    if found["stage"] < IN_FRAGMENT and (piece[0] == "?") != (found["kept"] == _QUESTION) and _QUERY.match(piece):
        return Weight(_SURELY, "a query follows")
    if found["stage"] != IN_PATH or not before[-1].isalnum():
        return None
    if _EXTENSION_AND_MORE.match(piece) or _FILE_AND_QUERY.match(piece):
        return Weight(_SURELY, "a file's extension follows, and what belongs behind it")
    return Weight(_SURELY, "the rest of a name and a query follow") if _NAME_AND_QUERY.match(piece) else None


def _within_query(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    if _PARAMETER.match(piece):
        return Weight(_SURELY, "another parameter of the query follows")
    if _BARE_NAME.search(before) and _REST_OF_NAME.match(piece) and may_end(found):
        return Weight(_SURELY, "the rest of a parameter's name and its value follow")
    if seen := _in_value(before, piece):
        return seen
    if "=" in before and (before[-1].isalnum() or before[-1] in _WITHIN_VALUES) and _VALUE_AND_MORE.match(piece):
        two_words = found["cut"] and found["one_word"] < 0  # a value with a space in it, perhaps
        why = "the rest of a value and another parameter of the query follow"
        return Weight(_PERHAPS if two_words else _SURELY, why)
    return None


def _in_value(before: str, piece: str) -> Weight | None:
    """Words that a plus sign joins, as in what was searched for; and capitals between digits."""
    if before.endswith("+") and not before.endswith("++") and piece[0].isalnum():
        return Weight(_SURELY, "the link ends with “+”, and another word follows")
    if before[-1].isalnum() and _WORDS_SOUGHT.match(piece):
        return Weight(_SURELY, "the part after the break is joined by “+”")
    if before[-1].isdigit() and _CODE.match(piece):
        return Weight(_RATHER, "digits go on with a capital between them, as of a code")
    return None


def in_escape(before: str, piece: str, *, alone: bool = False) -> Weight | None:
    """A percent-escape cut in two; what it makes goes on behind it, or is no space, unless it may stand `alone`."""
    cut = _OPEN_ESCAPE.search(before) if "%" in before[-2:] else None
    whole = _WHOLE_ESCAPE.match(cut[0] + piece) if cut else None
    if cut is None or whole is None:
        return None
    rest = piece[whole.end() - len(cut[0]) :]
    return Weight(_SURELY, "it completes a percent-escape") if alone or (rest and not rest.isspace()) else None


def _before_words(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """What may be the rest of a file's name though the sentence goes on behind it."""
    if found["stage"] != IN_PATH:
        return None
    if _PAGE_ALONE.match(piece) and not _IS_FILE.search(before):
        return Weight(_RATHER if found["stray"] else _PERHAPS, "a file's extension follows")
    cut_number = _is_cut_number(before, piece) and _is_name(before, piece)
    return Weight(_EITHER, "the rest of a file's name may follow") if cut_number else None


def _at_end(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """What only the end of a citation tells from a word of it."""
    broken = found["spaces"] or found["stray"]
    if broken and _is_cut_number(before, piece) and (piece.isdigit() or _PARTS_OF_SYMBOL.match(piece)):
        return Weight(_EITHER, "links are broken by spaces before, and digits follow that end the citation")
    if found["stage"] == IN_PATH and broken and _is_cut_code(before, piece):
        return Weight(_PERHAPS, "links are broken by spaces before, and a code ends the citation")
    letter = found["next"] == 0 and not found["trailing"] and before[-1].isalpha() and _LETTER.match(piece)
    if letter and (not _IS_FILE.search(before) or _IS_FILE.search(before + piece)):
        return Weight(_RATHER, "one letter follows, and the citation ends")
    if found["last"] == _HASH and _PART.match(piece):
        return Weight(_RATHER, "the link ends with “#”, and a part of the page follows")
    if piece[0] == "#" and found["stage"] < IN_FRAGMENT and _FRAGMENT.fullmatch(piece):
        return _fragment(before, piece)
    return _part_of_path(before, piece, found) if found["stage"] == IN_PATH else None


def _fragment(before: str, piece: str) -> Weight | None:
    if _NO_TAG.search(piece):
        return Weight(_SURELY, "a part of the page follows, and the citation ends")
    return Weight(_EITHER, "a part of the page may follow") if _IS_FILE.search(before) else None


def _part_of_path(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    if found["last"] == _SLASH and _FILE_AND_MORE.match(piece):
        return Weight(_SURELY, "the link ends with “/”, and a file's name follows")
    begun = _EXTENSION_BEGUN.search(before) if "." in before[-4:] else None
    extension = begun[0] + piece if begun else piece
    if extension[0] == "." and _EXTENSION_ALONE.fullmatch(extension):
        whole = _IS_FILE.search(before) is not None  # `.htm l`
        return Weight(_RATHER if whole else _SURELY, "a file's extension follows, and the citation ends")
    if _is_name(before, piece) or (found["cut"] and found["one_word"] >= ONE_WORD and _FILE.match(piece)):
        sure = found["spaces"] or found["stray"] or _is_cut_number(before, piece)
        return Weight(_RATHER if sure else _EITHER, "the rest of a file's name follows, and the citation ends")
    if found["last"] == _SLASH and found["depth"] > 2 and _ISO_DATE.fullmatch(piece):
        return Weight(_PERHAPS if _has_digit(before) else _EITHER, "a date follows, perhaps the address's own")
    return _last_of_note(piece, found) if found["in_note"] else None


def _last_of_note(piece: str, found: dict[str, float]) -> Weight | None:
    """One word or number between “/” and the end of a note's citation: a remark, or the address's last piece.

    The shorter address may well answer, with a section's index: both have to be looked at.
    """
    abbreviated = found["trailing"] == _DOT and found["next"] != 0  # `p. 4`
    if found["last"] != _SLASH or abbreviated or piece in REMARKS or not _PLAIN_PIECE.match(piece):
        return None
    return Weight(_EITHER, "the link ends with “/”, a word follows, and the citation ends") if piece.isascii() else None


def _is_name(before: str, piece: str) -> bool:
    """Whether the two may be the halves of a file's name."""
    begun = before.rpartition("/")[2]
    if "." not in piece or _FILE.match(piece) is None or "." in begun or not begun[-1:].isalnum():
        return False
    return "-" in begun or "_" in begun or (begun.isdigit() and piece[0].isdigit())


def _is_cut_number(before: str, piece: str) -> bool:
    return before[-1].isdigit() and piece[0].isdigit()


def _is_cut_code(before: str, piece: str) -> bool:
    """Whether letters and digits follow, behind “/” or what may be a code's first ones."""
    begun = before.rpartition("/")[2]
    return _CODE_ENDS.match(piece) is not None and (not begun or (begun.isalnum() and not begun.isalpha()))


def _has_digit(before: str) -> bool:
    """Whether the last part of the path is an identifier, of which there may be versions."""
    return any(map(str.isdigit, before.rstrip("/").rpartition("/")[2]))
