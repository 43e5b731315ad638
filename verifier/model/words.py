"""How many words a text has, whatever script it is written in: text in, a number out."""

from __future__ import annotations

from verifier.model.patterns import compile_late

_FIRST_UNSPACED = "\u0e00"
_CJK = compile_late("[\u3040-\u9fff]")
"""Kana and Han: two letters make a word, more or less."""
_WITHOUT_SPACES = compile_late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: their words are longer, and vowels above or below count as letters."""
_LETTERS_OF_A_WORD = 5


def word_count(text: str) -> int:
    """Words in `text`; in scripts that put no space between words they are told by the number of letters."""
    spaced = len(text.split())
    if not text or max(text) < _FIRST_UNSPACED:
        return spaced
    cjk, others = len(_CJK.findall(text)), len(_WITHOUT_SPACES.findall(text))
    words = cjk // 2 + others // _LETTERS_OF_A_WORD
    return spaced + words if cjk + others < len(text) else max(words, 1)
