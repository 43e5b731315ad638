"""Headings that print and plain text set right above their text, with no blank line between: where the text begins.

In: the text and the lines before a marker. Out: where the words that may belong to its sentence begin. A wrapped line
is full: where the next line's first word would have fitted by far, the line was ended on purpose. Such a line that
ends no sentence, above a line that begins one, is a heading, a caption, a date or a row of a table.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

_SHARE = 0.7
"""Of the width: what a line and the next one's first word fill together, where the line was ended on purpose."""
_SHARE_WITHOUT_CAPITALS = 0.5
"""The same where the script has no capitals to tell that a sentence begins."""
_CAPTION = compile_late(
    r"(?:table|figure|fig\.|chart|box|map|tabelle|abbildung|abb\.|tableau|tabla|cuadro|figura|tabella|tabela|таблица|рис\.|"
    r"рисунок|표|그림)\s\d{1,3}(?:\.\d{1,3})?\s?[.:–—-]\s|[表図图圖]\s?\d{1,3}\s?[.:：．　 ]",
    re.IGNORECASE,
)
"""`Table 3: `: what is printed above a table or below a picture, however long."""
_FIRST_UNSPACED = "\u0e00"
_LONGEST_UNSPACED = 10
"""From Thai on, most scripts set no spaces between words: of what seems one word so much moves to the next line."""
_LONGEST_CJK = 2
"""And so much of Chinese and Japanese, whose lines end anywhere."""
_LEADING_WORDS = """
of the and to with by in on for at from a an or as that who which de la le les du des et à en un une par pour dans
avec sur der die das dem den und von mit zu im am auf für ein eine el los las y con por para del al di il lo gli e
da per o os do com em van het een voor met w z na i że и в с на по для от
"""
_LEADING = frozenset(_LEADING_WORDS.split())
"""Words that no heading ends in."""
_MOST_LINES = 40
"""Lines before a marker that are looked at: a bound against hostile text."""
_RUNS_ON = frozenset(".!?…。！？।។።։۔؟;,:，、；：—–-\u00ad\u058a")
"""Behind these a sentence has ended, or goes on for certain."""
_CLOSERS = "”’\"'»›)]）］」』》】\u200e\u200f "
_BEGINS = compile_late(r"[“‘\"'«‹(\[（［「『《【„¿¡ \t]{0,4}(?P<word>[^\W\d_]\S{0,80})")


def below_headings(text: str, low: int, start: int) -> int:
    """Where the text begins below the last loose heading in `text[low:start]`; `low` when there is none.

    `start` is where the marker stands: its own line, and what lies between, tell how wide the text is set.
    """
    if text.find("\n", low, start) < 0:
        return low
    end = text.find("\n", start)
    lines = text[low : end if 0 <= end < start + 400 else start].split("\n")
    ends = text.count("\n", low, start)
    at = low + sum(len(line) + 1 for line in lines[:ends])
    width = max(map(_printed, lines[ends:]))
    for number in range(ends - 1, max(ends - _MOST_LINES, 0) - 1, -1):
        line, following = lines[number].strip("> \t"), lines[number + 1]
        width = max(width, _printed(line))
        if line and _is_ended(line, following, width):
            return at
        at -= len(lines[number]) + 1
    return low


def _printed(line: str) -> int:
    """How long the longest of the printed lines is that a hyphen joined to one."""
    return len(line) if "\u00ad" not in line else max(map(len, line.split("\u00ad")))


def _is_ended(line: str, following: str, width: int) -> bool:
    """Whether a line was ended on purpose, amid no sentence."""
    if line.rstrip(_CLOSERS)[-1:] in _RUNS_ON:
        return False
    line = line[line.rfind("\u00ad") + 1 :]
    begun = _BEGINS.match(following.lstrip("> \t"))
    if begun is None or begun["word"][0].islower():
        return False
    if line[line.rfind(" ") + 1 :] in _LEADING:
        return False
    word = begun["word"]
    if word[0].isupper() and _CAPTION.match(line):
        return True
    room = len(word) if word[0] < _FIRST_UNSPACED else min(len(word), _LONGEST_UNSPACED)
    if "\u3040" <= word[0] <= "\u9fff":
        return len(line) + _LONGEST_CJK < _SHARE * width
    return len(line) + 1 + room < (_SHARE if word[0].isupper() else _SHARE_WITHOUT_CAPITALS) * width
