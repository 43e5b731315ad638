"""Mail within mail: where words end that were written by somebody else, by the marks of quoting and a mail's header."""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

QUOTE_MARKS = re.compile(r"(?:\A|\n)[ \t]{0,3}>[> \t]*")
_MAIL_HEADER = compile_late(
    r"^[> \t]*(?:(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|betreff|de|à|objet|envoyé|para|asunto|"
    r"enviado|发件人|收件人|主题|寄件者|主旨)[ \t]?[:：][^\n]*"
    r"|[^\n]{4,120}(?:wrote|schrieb|a écrit|escribió|写道|寫道)\s?[:：])[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def same_mail(text: str, low: int, start: int, high: int) -> tuple[int, int]:
    """Bounds cut to lines that are quoted as deep as the marker's own, and to what stands behind a mail's header."""
    before = text[low:start]
    if ":" in before or "：" in before:
        for match in _MAIL_HEADER.finditer(text, low, start):
            low = match.end()
    if ">" not in text[max(low - 4, 0) : high]:
        return low, high
    line = text.rfind("\n", 0, start) + 1
    depth = _depth(text, line)
    while line > low:
        above = text.rfind("\n", 0, line - 1) + 1
        if _depth(text, above) != depth:
            return max(low, line), high
        line = above
    while (line := text.find("\n", start, high) + 1) and line < high:
        if _depth(text, line) != depth:
            return low, line
        start = line
    return low, high


def _depth(text: str, line: int) -> int:
    marks = QUOTE_MARKS.match(text, max(line - 1, 0)) if line else QUOTE_MARKS.match(text)
    return marks[0].count(">") if marks else 0
