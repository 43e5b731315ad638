"""Text of a letter -> HTML that is inert: everything escaped, links only where a browser may safely follow them."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from verifier.model.citation import Citation, Note
from verifier.report import difference, escapes

_NO_LINK = re.compile(r"""[\s\x00-\x20\x7f-\x9f"'<>\\`{}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]""")
_COMMAND = re.compile(r"`([^`]{1,80})`")
_SIGNS = set("␣↵⇥⍽")
_BEFORE, _AFTER = 600, 300


def href(url: str | None) -> str | None:
    """`url` when a browser may be sent there, else None."""
    return url if host(url) else None


@lru_cache(maxsize=128)  # a citation shows its address several times
def host(url: str | None) -> str:
    """The host of a URL that can be opened: http or https, a host, nothing that hides or breaks out; or ""."""
    if url is None or len(url) > 4000 or _NO_LINK.search(url):
        return ""
    try:
        parts = urlsplit(url)
        named = parts.hostname or ""
    except ValueError:
        return ""
    return named if parts.scheme in {"http", "https"} and parts.username is None else ""


def anchor(url: str, shown: str | Markup | None = None, *, trusted: bool = True, worded: bool = False) -> Markup:
    """A link to `url`, or its text alone when it must not be followed.

    `worded`: what is shown are words, so that print has to tell the address too.
    """
    text = escape(escapes.link(url) if shown is None else shown)
    target = href(url) if trusted else None
    if target is None:
        return Markup(f"<code>{text}</code>")  # noqa: S704  escaped above, as is what follows
    kind = " class=w" if worded else ""
    return Markup(f'<a{kind} href="{escape(target)}" rel="noreferrer">{text}</a>')  # noqa: S704


def code(text: str | Markup) -> Markup:
    """`text` in the type of links."""
    return Markup(f"<code>{escape(text)}</code>")  # noqa: S704  escaped here


def coded(sentence: str) -> Markup:
    """A sentence of ours; the commands in it, between backticks, in the type of links."""
    return Markup(_COMMAND.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704  escaped here


def pieces(parts: tuple[difference.Piece, ...]) -> Markup:
    """A link in pieces: what was taken out struck through, what was put in (or the seam) underlined."""
    return Markup("".join(map(_piece, parts)))  # noqa: S704  each is escaped


def _piece(part: difference.Piece) -> str:
    told = escape(part.text)
    if part.change is difference.Change.REMOVED:
        return f'<del class="s">{told}</del>' if set(part.text) <= _SIGNS else f"<del>{told}</del>"
    return f"<ins>{told}</ins>" if part.change is difference.Change.INSERTED else told


def note_text(note: Note, citation: Citation) -> Markup:
    """The note's text with the citation marked in it, cut around it when it is very long."""
    text, written = note.text, citation.as_written
    at = citation.start - note.start
    if at < 0 or not written or not text.startswith(written, at):
        at = text.find(written) if written else -1
    if at < 0:
        return escape(escapes.prose(text, _BEFORE + _AFTER))
    before, after = text[max(at - _BEFORE, 0) : at], text[at + len(written) : at + len(written) + _AFTER]
    head = "… " if at > _BEFORE else ""
    tail = f" … (cut; {len(text):,} characters in all)" if at + len(written) + _AFTER < len(text) else ""
    marked = escapes.link(written, 2000)
    return Markup("{}{}<mark>{}</mark>{}{}").format(head, escapes.flow(before), marked, escapes.flow(after), tail)
