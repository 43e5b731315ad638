"""Words of scripts that put no space between words, glued to the end of an address: `….pdf을`, `….html(访问于2021年)`.

In: an address read up to white space, or the last piece of one. Out: where the foreign words begin. An address may hold
such words of its own (`/wiki/東京(都市)`), so they are told by what stands before them: Latin letters or digits, and a
character that parts words rather than `_` or `-`, which join them.
"""

from __future__ import annotations

from verifier.model.patterns import compile_late

# Thai and its neighbours too.
_WORD = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
_HAS_WORD = compile_late(f"[{_WORD}]")
_GLUED = compile_late(rf"(?:(?<=[A-Za-z0-9])|(?<=[A-Za-z0-9]\)))[{_WORD}][^\x21-\x7e]*$")
_PARTICLE = compile_late(
    r"(?<=[A-Za-z0-9/_=-])(?:を|(?:に|で|から|より)(?=[\u4e00-\u9fff]|ある|\Z)|(?:을|를|에서|에|참조)(?![\uac00-\ud7af])).*$"
)
"""Words that follow a noun, and begin no name of a page's: `に掲載` does not, `にじ` may."""
_PARTED = compile_late(rf"(?<=[A-Za-z0-9/])[(\[,;]{{1,2}}\d{{0,4}}[{_WORD}]")
_TITLE = compile_late(r"/wiki/|[?&]title=")
"""Titles of encyclopedias have such brackets of their own: `/wiki/Python(言語)`."""
_PARTED_FOR_CERTAIN = compile_late(rf"[(\[,;](?:\d{{4}}年\d|第\d)|;(?=[{_WORD}])")
"""A date, a page, a second clause: no address goes on so, even where it is in that script itself."""


def script_end(address: str, before: str = "") -> int:
    """Where words of another script begin that are glued to `address`; its length when there are none.

    `before` is the address up to the piece, where `address` is but its last piece.
    """
    if address.isascii():
        return len(address)
    first = _HAS_WORD.search(address)
    if first is None:
        return len(address)
    parted = None
    if not _TITLE.search(before + address[: first.start()]) and not _HAS_WORD.search(before):
        parted = _PARTED.search(address, 0, first.end())
    parted = parted or _PARTED_FOR_CERTAIN.search(address)
    end = parted.start() if parted else len(address)
    glued = _GLUED.search(address, 0, end) or _PARTICLE.match(address, first.start(), end)
    return glued.start() if glued else end
