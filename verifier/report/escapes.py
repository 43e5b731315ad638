"""Text of a letter -> text that is safe to show: what cannot be seen, or steers what shows it, becomes visible.

A letter is hostile input: an escape sequence repaints a terminal, a bidirectional control makes one address look like
another, a lone surrogate cannot be written at all. Every format but JSON (which has escapes of its own) shows the text
of a letter only through these functions.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

_CONTROLS = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1
    "\u061c\u200e\u200f\u2028-\u202e\u2061-\u206f\ufff9-\ufffb"  # bidirectional, line and paragraph separators
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"  # surrogates, non-characters, tags
)
_BLANKS = "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060\u3164\ufe00-\ufe0f\ufeff\uffa0"
"""Shown as nothing: harmless in prose, where scripts and emoji need some of them, but a trick in a link."""

_IN_PROSE = re.compile(f"[{_CONTROLS}]")
_IN_LINK = re.compile(f"[{_CONTROLS}{_BLANKS}]")
_IN_LINE = compile_late(f"(?!\t)[{_CONTROLS}]")
_IN_LOG = compile_late(r"(?m)^[^\S\n]*:(?=:[\w-].*::)|(?<=#)#(?=\w*\[)")
"""What a runner of GitHub (`::error::…`, `##[error]…`) or of Azure (`##vso[…]`) obeys where it stands in the output."""
_SPACE = re.compile(r"\s+")
_SPACES = {"\n": "↵", "\r": "↵", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽"}


def _name(match: re.Match[str]) -> str:
    return f"‹U+{ord(match[0]):04X}›"


def _cut_note(text: str) -> str:
    return f" … (cut; {len(text):,} characters in all)"


def prose(text: str, limit: int | None = None) -> str:
    """`text` on one line, runs of white space as one space, unsafe characters as ‹U+202E›, cut visibly at `limit`."""
    head = text if limit is None else text[: 4 * limit]
    line = " ".join(head.split())
    if limit is None or (len(line) <= limit and len(head) == len(text)):
        return _IN_PROSE.sub(_name, line)
    return _IN_PROSE.sub(_name, line[:limit].rstrip()) + _cut_note(text)


def source(name: str, limit: int | None = 500) -> str:
    """What a letter is called where people read it: its path or address, or that it came by standard input (`-`)."""
    return "standard input" if name == "-" else prose(name, limit)


def flow(text: str) -> str:
    """`text` as a stretch of running prose: like `prose`, but a space at either end stays."""
    return _IN_PROSE.sub(_name, _SPACE.sub(" ", text))


def line(text: str) -> str:
    """One line of a file as it stands, every space and tab kept, unsafe characters named."""
    return _IN_LINE.sub(_name, text)


def log(text: str) -> str:
    """Lines that a runner prints and does not obey: the first sign of what would be a command to it is named."""
    if "::" not in text and "##" not in text:
        return text
    return _IN_LOG.sub(lambda found: f"{found[0][:-1]}‹U+{ord(found[0][-1]):04X}›", text)


def link(text: str, limit: int = 4000) -> str:
    """A link on one line with everything invisible in it named, cut visibly at `limit` characters."""
    shown = _IN_LINK.sub(_name, text[:limit].replace("\r", " ").replace("\n", " ").replace("\t", " "))
    return shown if len(text) <= limit else shown + _cut_note(text)


def removed(text: str) -> str:
    """What a repair took out, each white space as a character that can be seen (␣ ↵ ⇥ ⍽)."""
    visible = (_SPACES.get(character, "␣" if character.isspace() else character) for character in text)
    return _IN_LINK.sub(_name, "".join(visible))
