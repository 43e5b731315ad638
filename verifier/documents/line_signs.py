"""One line of a text -> its signs: a share button, a footer's item, a heading of teasers, a note, a signature (pure).

The words are those of `page_words.py`. Every line of every letter comes through here: what few lines hold is asked
first, and each table only of a line that says one of its entries' longest words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from verifier.documents import page_words as words
from verifier.model.patterns import compile_late

_DECORATION = " \t|:：·•‣▪●◦–—-»›>→▼▲✉☎*#_/\\.…+[]()"
_KEYWORD_LENGTH = 60
_SEPARATOR = compile_late(r"[|｜·•●/,，、]")
_GAP = re.compile(r"\s{2,}")
NUMBERED = compile_late(r"[\[(（［【]?(\d{1,4})[\])）］】.、:．]{1,2}\s?\S|\^\d{1,3}\s?\S|[¹²³⁴⁵⁶⁷⁸⁹]")
BRACKETED = compile_late(r"[\[［【](\d{1,3})[\]］】]\s*\S|\[\^[^\]]{1,30}\]:|[¹²³⁴⁵⁶⁷⁸⁹]+\s*\S")
URL = re.compile(r"https?:|www\.|hxxp|\bdoi\b", re.IGNORECASE)
_E_MAIL = re.compile(r"e-?mail\s*[:：]|[\w.+-]{1,64}@[\w-]{1,64}\.\w", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NO_WORD = bytes(byte if chr(byte).isalnum() or byte == ord("_") else 32 for byte in range(128)) + bytes(128)
"""To part the words of a line in ASCII, in a third of the time that the expression takes."""
_BRACKETS_AND_RAISED = frozenset("[(（［【^¹²³⁴⁵⁶⁷⁸⁹")
"""What a numbered line begins with, if not with a digit."""
_SIGNATURE_WORDS = frozenset(match[0] for sign in words.SIGNATURE if (match := _WORD.match(sign)))
_COPYRIGHT = compile_late("|".join(map(re.escape, words.COPYRIGHT)))
_COPYRIGHT_IN_ASCII = tuple(sign for sign in words.COPYRIGHT if sign.isascii())
_LONGEST_SIGN = 400


def _telling(*tables: Iterable[str]) -> frozenset[str]:
    """The longest word of each entry: a line that matches an entry holds it."""
    return frozenset(max(_WORD.findall(entry), key=len, default="©") for table in tables for entry in table)


_TELL_SHARE, _TELL_NETWORK = _telling(words.SHARE), _telling(words.NETWORKS)
_TELL_MORE, _TELL_FOOTER = _telling(words.MORE) | {"from", "in"}, _telling(words.FOOTER)
_TELLING = _telling(words.COPYRIGHT, words.NOTES, words.SIGNATURE).union(
    _TELL_SHARE, _TELL_NETWORK, _TELL_MORE, _TELL_FOOTER
)


class Signs(NamedTuple):
    """What one line is by its own form and words."""

    share: bool = False
    names_network: bool = False
    button: bool = False
    more: bool = False
    footer: bool = False
    note: bool = False
    numbered: bool = False
    signed: bool = False
    greeting: bool = False


NO_SIGNS = Signs()


def signs_of(text: str) -> Signs:
    """Read one line. Long lines are prose or notes; only short ones are looked up."""
    numbered = _is_numbered(text)
    note = numbered and (BRACKETED.match(text) is not None or URL.search(text) is not None)
    if len(text) > _LONGEST_SIGN:
        return Signs(note=note, numbered=numbered) if numbered else NO_SIGNS
    low = text.casefold()
    greeting = low.startswith(words.SALUTATION)
    said = _words_of(low) if _parts_words(low) else None
    if said is not None and _TELLING.isdisjoint(said):
        return Signs(note=note, numbered=numbered, greeting=greeting) if numbered or greeting else NO_SIGNS
    key = key_of(low)
    # An underline may be decoration, but counts as a letter: `_share_` says its word unseen.
    telling = said if "_" not in low else None
    share, names_network = _share(key) if _may_match(telling, _TELL_SHARE) else (False, False)
    return Signs(
        share=share,
        names_network=names_network,
        button=_may_match(telling, _TELL_NETWORK) and (_is_network(low, key) or _is_share_button(key)),
        more=_may_match(telling, _TELL_MORE) and _is_more(key),
        footer=_claims_copyright(low) or (_may_match(telling, _TELL_FOOTER) and _is_bar(low)),
        note=note or heads_notes(text, key),
        numbered=numbered,
        signed=_is_signed(low, said),
        greeting=greeting,
    )


def _is_numbered(text: str) -> bool:
    first = text[:1]
    if not first.isdecimal() and first not in _BRACKETS_AND_RAISED:
        return False
    return NUMBERED.match(text) is not None or BRACKETED.match(text) is not None


def _words_of(low: str) -> frozenset[str]:
    if low.isascii():
        return frozenset(low.encode("ascii").translate(_NO_WORD).decode("ascii").split())
    return frozenset(_WORD.findall(low))


def _may_match(said: frozenset[str] | None, telling: frozenset[str]) -> bool:
    """Whether a line of the words `said` (None: they cannot be told apart) may match an entry of a table."""
    return said is None or not telling.isdisjoint(said)


def _parts_words(low: str) -> bool:
    """Whether spaces part the words of `low`: no CJK, nor signs that are entries of the tables by themselves."""
    return low.isascii() or (max(low) < "\u2070" and "©" not in low)


def key_of(low: str) -> str:
    """The words of a line in lower case as the tables hold them: without decoration, single-spaced."""
    return " ".join(low.strip(_DECORATION).split())


def heads_notes(text: str, key: str) -> bool:
    """Whether a line, of the words `key`, is a heading of notes or references, numbered or not."""
    return len(text) <= _KEYWORD_LENGTH and key.lstrip("0123456789. ") in words.NOTES


def _pieces(low: str) -> list[str]:
    parts = _SEPARATOR.split(low)
    if " ".join(low.split()) != low:
        parts = [piece for part in parts for piece in _GAP.split(part.strip())]
    return [key for part in parts if (key := key_of(part))]


def _is_network(low: str, key: str) -> bool:
    """A line that holds nothing but names of networks and other share buttons."""
    if key in words.NETWORKS:
        return True
    parted = min((found.start() for found in (_SEPARATOR.search(low), _GAP.search(low)) if found), default=-1)
    head = key_of(low[:parted]) if parted >= 0 else key.partition(" ")[0]
    if head and head not in words.NETWORKS:
        return False
    pieces = _pieces(low) if parted >= 0 else key.split()
    return len(pieces) > 1 and all(piece in words.NETWORKS for piece in pieces)


def _share(key: str) -> tuple[bool, bool]:
    """Whether a line introduces share buttons, and whether it goes on to name them ("Share: Facebook | X")."""
    if key in words.SHARE:
        return True, False
    head, colon, rest = key.partition(":")
    if not colon:
        head, _, rest = key.partition(" ")
    named = bool(rest) and head.strip() in words.SHARE and _is_network(rest, key_of(rest))
    return named, named


def _is_share_button(key: str) -> bool:
    """Lines such as "Share on Facebook", "Facebook teilen"."""
    if len(key) > _KEYWORD_LENGTH or " " not in key:
        return False
    first, _, rest = key.partition(" ")
    for head in (first, f"{first} {rest.partition(' ')[0]}"):
        if head in words.SHARE and key[len(head) :].strip() in words.NETWORKS:
            return True
    name, _, verb = key.rpartition(" ")
    return name in words.NETWORKS and verb in words.SHARE


def _is_more(key: str) -> bool:
    if len(key) > _KEYWORD_LENGTH:
        return False
    return key in words.MORE or key.startswith(("more from ", "more stories from ", "more in ", "latest from "))


def _claims_copyright(low: str) -> bool:
    if low.startswith(words.COPYRIGHT):
        return True
    if len(low) > 160:
        return False
    if not low.isascii():
        return _COPYRIGHT.search(low) is not None
    # Looking for the few signs that can occur takes a third of the time of the expression for all.
    return any(map(low.__contains__, _COPYRIGHT_IN_ASCII))


def _is_bar(low: str) -> bool:
    """A bar of at least two of the usual items of a site's footer."""
    pieces = _pieces(low)
    if len(pieces) < 2:
        return False
    known = sum([piece in words.FOOTER for piece in pieces])
    if known and _E_MAIL.search(low):
        known += 1
    return known >= 2 and known * 2 >= len(pieces)


def _is_signed(low: str, said: frozenset[str] | None) -> bool:
    if len(low) > 120 or (said is not None and _SIGNATURE_WORDS.isdisjoint(said)):
        return False
    return any(map(low.__contains__, words.SIGNATURE))
