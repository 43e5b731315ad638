"""Digits of other scripts: text goes in; the same text, as long as before, with 0 to 9 in their place comes out."""

from __future__ import annotations

from verifier.model.patterns import compile_late

_OTHERS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙০১২৩৪৫৬৭৮৯０１２３４５６７８９", "0123456789" * 6)
_ANY_OTHER = compile_late("[٠-٩۰-۹०-९๐-๙০-৯０-９]")


def in_western_digits(text: str) -> str:
    """`text`, of the same length, with Arabic, Persian, Indian, Bengali, Thai and wide digits as 0 to 9."""
    return text.translate(_OTHERS) if not text.isascii() and _ANY_OTHER.search(text) else text
