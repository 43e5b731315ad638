"""Wording in many languages without a grammar for each: do two kinds of words stand in one sentence?

A text in lower case and two lists of words go in, yes or no comes out. Plain searching for words costs a fraction of
what one large expression costs, and cannot be made slow by what a page holds.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain

from verifier.model.patterns import compile_late

SENTENCE_ENDS = compile_late(r"[.!?\n。！？।]+")
"""What parts the sentences of any language that the rules know."""
_MOST_SENTENCES = 100
_LONG_WORD = 15  # letters and the space, more than words have on average in any language
_UNSPACED = compile_late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts that write words without spaces between them: Thai, Lao, Burmese, Khmer, kana and Han."""

_LEADS = (
    (0x61, 0x7B, 1), (0xC2, 0xCC, 2), (0xCC, 0xD0, 3), (0xD0, 0xD4, 4), (0xD4, 0xD8, 5), (0xD8, 0xE0, 6),
    (0xE0, 0xE1, 7), (0xE1, 0xE2, 8), (0xE3, 0xE4, 9), (0xE4, 0xEA, 10), (0xEA, 0xEE, 11), (0xEE, 0x100, 12),
)  # fmt: skip
"""Which script a byte of UTF-8 begins a letter of: Latin in ASCII and beyond, Greek, Cyrillic, Armenian and Hebrew,
Arabic, those of India with Thai, those of Georgia to Cambodia with Vietnamese, kana, Han, Hangul, others. Dashes and
quotation marks (0xE2) are of none."""
_SCRIPT_OF_BYTE = bytes(
    next((script for first, end, script in _LEADS if first <= byte < end), 0) for byte in range(0x100)
)
_FEW_PHRASES = 12  # beyond ASCII
_MOST_KEPT = 64  # choices of one list: real pages mix few scripts


class Phrases:
    """Words to look for, in all languages that the rules know."""

    def __init__(self, *lists: tuple[str, ...]) -> None:
        self.all = tuple(chain.from_iterable(lists))
        self._spelt: dict[frozenset[int], tuple[str, ...]] = {}

    @cached_property
    def _in_ascii(self) -> tuple[str, ...]:
        return tuple([phrase for phrase in self.all if phrase.isascii()])

    @cached_property
    def _few(self) -> bool:
        """Whether to look for all takes less time than to tell a text's scripts."""
        return len(self.all) - len(self._in_ascii) <= _FEW_PHRASES

    def possible_in(self, text: str) -> tuple[str, ...]:
        """Those that `text` can hold by the scripts that it is written in: a third of them, mostly."""
        if text.isascii():
            return self._in_ascii
        if self._few:
            return self.all
        scripts = _scripts_of(text)
        found = self._spelt.get(scripts)
        if found is None:
            found = tuple([phrase for phrase in self.all if _scripts_of(phrase) <= scripts])
            if len(self._spelt) < _MOST_KEPT:
                self._spelt[scripts] = found
        return found


@lru_cache(maxsize=128)
def _scripts_of(text: str) -> frozenset[int]:
    """The scripts of `text`: it holds no phrase in another."""
    return frozenset(text.encode("utf-8", "surrogatepass").translate(_SCRIPT_OF_BYTE))


def tidy(text: str) -> str:
    """`text` with single spaces and without empty lines."""
    lines = []
    for line in map(str.strip, text.split("\n")):
        if line:
            # Nothing that separates words but the space is printable, and most lines are in order.
            in_order = "  " not in line and line.isprintable()
            lines.append(line if in_order else " ".join(line.split()))
    return "\n".join(lines)


def plain(text: str) -> str:
    """`text` in lower case, its apostrophes straight, its lines kept and other white space single."""
    return "\n".join([" ".join(line.split()) for line in straight(text).split("\n")])


def straight(text: str) -> str:
    """`text` in lower case, its apostrophes straight; for text whose white space is single already."""
    lowered = text.lower()
    # Turkish capitals keep their dot beside them.
    return lowered if lowered.isascii() else lowered.replace("’", "'").replace("\u0307", "")


def count_words(text: str) -> int:
    """How many words `text` holds; where none are spaced, two letters count as one."""
    return _with_unspaced(text, len(text.split()))


def count_tidy_words(text: str) -> int:
    """The same for what `tidy` has left, where every word but the last is followed by one character."""
    return _with_unspaced(text, text.count(" ") + text.count("\n") + 1) if text else 0


def _with_unspaced(text: str, spaced: int) -> int:
    return spaced if text.isascii() else max(spaced, len(_UNSPACED.findall(text)) // 2)


def is_longer(text: str, words: int) -> bool:
    """Whether `text` holds more than `words` words; long texts are told by their length alone."""
    return is_long(text, words) or count_words(text) > words


def is_long(text: str, words: int) -> bool:
    """Whether `text` holds more letters than `words` words do in any language."""
    return len(text) > words * _LONG_WORD


def holds(text: str, phrases: Phrases) -> bool:
    """Whether any of `phrases` is in `text`."""
    for phrase in phrases.possible_in(text):  # noqa: SIM110 -- a generator takes twice as long
        if phrase in text:
            return True
    return False


def apart(text: str) -> str:
    """`text` with spaces around each of its sentences, as phrases that end words want them."""
    return f" {' '.join(SENTENCE_ENDS.split(text))} "


def together(text: str, ones: Phrases, others: Phrases) -> bool:
    """Whether one sentence of `text` holds one of `ones` and one of `others`."""
    if not (holds(text, ones) and holds(text, others)):
        return False
    sentences = SENTENCE_ENDS.split(text)[:_MOST_SENTENCES]
    return any(holds(sentence, ones) and holds(sentence, others) for sentence in sentences)


def in_one_line(text: str, ones: Phrases, others: Phrases) -> bool:
    """Whether one line of `text`, a paragraph of the page, holds one of `ones` and one of `others`."""
    if not (holds(text, ones) and holds(text, others)):
        return False
    return any(holds(line, ones) and holds(line, others) for line in text.split("\n")[:_MOST_SENTENCES])
