"""Count the letter triples of the gold pages' words for verifier/repair/spelling.py.

Usage: python -m tests.bench.repair_triples GOLD_DIR OUT.txt
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from tests.bench.repair_pages import Layer, read_cases, source_of
from verifier.repair.page import WORD
from verifier.repair.spelling import _LETTERS, _plain


def main() -> None:
    """Each word counts once per source, so that no manual teaches its own jargon."""
    seen: set[tuple[str, str]] = set()
    triples: Counter[str] = Counter()
    for case in read_cases(Path(sys.argv[1]) / "dev.jsonl"):
        for token in case[Layer.PDFIUM.value].split():
            if "/" in token or "." in token[:-1] or "@" in token or "\x02" in token or "-" in token:
                continue
            for word in WORD.findall(token):
                plain = _plain(word)
                if len(plain) > 2 and (plain, source_of(case["pdf"])) not in seen:
                    seen.add((plain, source_of(case["pdf"])))
                    padded = f"^^{plain}$$"
                    triples.update(padded[at : at + 3] for at in range(len(padded) - 2))
    pairs: Counter[str] = Counter()
    for triple, count in triples.items():
        pairs[triple[:2]] += count
    digits = []
    for first in _LETTERS:
        for second in _LETTERS:
            for third in _LETTERS:
                chance = (triples[first + second + third] + 0.3) / (pairs[first + second] + 0.3 * len(_LETTERS))
                digits.append(chr(48 + min(round(-2 * math.log2(chance)), 30)))
    Path(sys.argv[2]).write_text("".join(digits))


if __name__ == "__main__":
    main()
