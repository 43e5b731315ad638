"""Whether letters on two sides of a break read like one word or like two.

In: the letters before and after. Out: log-likelihood ratios from letter triples. The table is counted over the words of
the training pages (many languages, mostly English) by tests/bench/repair_triples.py: one digit per triple of `^a-z$`.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_LETTERS = "^abcdefghijklmnopqrstuvwxyz$"
_INDEX = {letter: at for at, letter in enumerate(_LETTERS)}
_SIZE = len(_LETTERS)
_SHIPPED = Path(__file__).with_name("triples.txt")


@cache
def _table() -> bytes:
    return _SHIPPED.read_bytes()


_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_WITHOUT_MARKS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th"})
_ROMANISATION = """
а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch
ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g
α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o
"""
_ROMANISED = str.maketrans(dict(pair.split(":") for pair in _ROMANISATION.split()))


def spellings(word: str) -> tuple[str, ...]:
    """A word of a title, and how the addresses of pages spell it: without marks, spelt out, or in Latin letters."""
    if word.isascii():
        return (word,)
    letters = unicodedata.normalize("NFKD", word.translate(_ROMANISED).translate(_WITHOUT_MARKS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return (word, bare.translate(_ROMANISED), word.translate(_SPELT_OUT))


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.lower()) if not word.isascii() else word.lower()
    return "".join(letter for letter in folded if "a" <= letter <= "z")


def _cost(word: str) -> int:
    """How unlikely a run of letters is: the sum of its triples' costs, in half bits."""
    table = _table()
    indices = [_INDEX[letter] for letter in word]
    total = 0
    for first, second, third in zip(indices, indices[1:], indices[2:], strict=False):
        total += table[(first * _SIZE + second) * _SIZE + third] - 48
    return total


@lru_cache(maxsize=4096)
def one_word(left: str, right: str) -> float:
    """Above 0 when `left` + `right` reads like one word rather than the end of one and the beginning of another."""
    left, right = _plain(left)[-6:], _plain(right)[:6]
    if not left or not right:
        return 0.0
    return float(_cost(f"{left}$$") + _cost(f"^^{right}") - _cost(left + right))


@lru_cache(maxsize=4096)
def begins(word: str) -> float:
    """How unlikely it is that a word begins so."""
    return float(_cost("^^" + _plain(word)[:2]))


@lru_cache(maxsize=4096)
def ends(word: str) -> float:
    """How unlikely it is that a word ends so."""
    return float(_cost(_plain(word)[-2:] + "$$"))
