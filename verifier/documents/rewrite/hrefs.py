"""One link's target in markup -> the splices that lead it elsewhere (pure); shared by HTML and by HTML in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from verifier.documents.html.tokens import Attribute, StartTag, attributes_of, unescape_attribute
from verifier.documents.rewrite.splices import Splice
from verifier.model.change import Change, ChangeKind

_NOISE = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_BARE = re.compile(r"\b[a-z]{3,6}:/{0,3}")


def follows(change: Change, href: str) -> bool:
    """Whether `href` is to change with the text: it means the same link, damaged or cut off like the text or whole.

    A target that is another address than the text shows stays; that the two differ is told in the report.
    """
    if change.shown is None:
        return True
    told, written, meant = _squeezed(href), _squeezed(change.written), _squeezed(change.meant)
    return told in {written, meant, meant.rstrip("/")} or (len(told) > 12 and meant.startswith(told))


def target_splices(source: str, tag: StartTag, change: Change) -> Iterator[Splice]:
    """What leads the link of an <a> tag to the change's address; nothing when it leads there already.

    A dead link is marked up as a Robust Link: what it was, which copy it leads to now, and of which day
    (mementoweb.org, Robust Links 1.0: data-originalurl, data-versionurl, data-versiondate).
    """
    attributes: dict[str, Attribute] = {}
    for attribute in attributes_of(source, tag):
        attributes.setdefault(attribute.name, attribute)
    href = attributes.get("href")
    if href is None:
        return
    present = unescape_attribute(source[href.start : href.end])
    if present.strip() == change.url or not follows(change, present):
        return
    yield _value(href, change.url)
    if change.kind is not ChangeKind.DEAD:
        return
    after = href.end + len(href.quote)
    added = ""
    for name, value in _facts(change).items():
        if given := attributes.get(f"data-{name}"):
            yield _value(given, value)
        elif value:
            added += f' data-{name}="{html.escape(value)}"'
    if added:
        yield Splice(after, after, added)


def robust_link(change: Change, shown: str) -> str:
    """A link to the copy of a dead page, over `shown` (markup): for addresses that stood in plain text."""
    facts = "".join(f' data-{name}="{html.escape(value)}"' for name, value in _facts(change).items() if value)
    return f'<a href="{html.escape(change.url)}"{facts}>{shown}</a>'


def _facts(change: Change) -> dict[str, str]:
    """What a Robust Link says of itself."""
    return {"originalurl": change.meant, "versionurl": change.url, "versiondate": change.captured or ""}


def _value(attribute: Attribute, value: str) -> Splice:
    escaped = html.escape(value, quote=False)
    if attribute.quote == "'":
        return Splice(attribute.start, attribute.end, escaped.replace("'", "&#39;"))
    escaped = escaped.replace('"', "&quot;")
    return Splice(attribute.start, attribute.end, escaped if attribute.quote else f'"{escaped}"')


def _squeezed(url: str) -> str:
    return _BARE.sub("", _NOISE.sub("", unquote(_NOISE.sub("", url))).casefold(), count=1)
