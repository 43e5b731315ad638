"""From the bytes of an HTML page to its words and to the few marks in it that a classification needs.

Beautiful Soup finds the encoding that a page declares (see `encoding.py`), lxml reads its tree (`tree.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from verifier.checks.page.asides import MAY_STAND_BESIDE, is_beside_the_words, unshown_error
from verifier.checks.page.encoding import decode
from verifier.checks.page.headings import headings_of, name_of, stand_in
from verifier.checks.page.main_text import APART, main_text, unlinked_text
from verifier.checks.page.marks import NO_MARKS, Marks, marks_of, passwords_of
from verifier.checks.page.phrases import count_tidy_words, count_words, is_long, plain, straight, tidy
from verifier.checks.page.refresh import Refresh, parse_refresh
from verifier.checks.page.tree import (
    BLOCKS,
    ByTag,
    body_of,
    break_lines,
    by_tag,
    pieces,
    remove,
    tree_of,
    words_of,
)
from verifier.checks.signs.sign_in_boxes import boxes_beside
from verifier.model.evidence import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_INVISIBLE = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "datalist",
     "textarea", "audio", "video", "math")
)  # fmt: skip
"""What a page's body may hold and does not show; a head is as invisible, but stands outside."""
_HIDEABLE = ("div", "section", "span", "p", "form", "ul")
_WANTED = frozenset(
    {"body", "head", "meta", "title", "link", "input", "a", "frame", "center"}.union(
        _HIDEABLE, _INVISIBLE, APART, BLOCKS, MAY_STAND_BESIDE
    )
)
_MARKUP = 60_000  # characters of source in which vendors' marks are looked for
_CODE = 10_000  # characters of inline scripts
_SHOWN = 6_000  # characters of visible text kept for wording
_FEW_WORDS = 250  # own words up to which a page's text is worth reading without its links
_HTML = ("text/html", "application/xhtml+xml")
_RANKS = frozenset({"h1", "h2", "h3"})
_MOST_HEADINGS = 3


class ReadPage(NamedTuple):
    """A page as read. `page` is what others compare; the rest is for classification.

    `names`, `said` and `own_said` are made ready for wording by `plain`, once for all rules.
    """

    page: Page
    shown: str = ""
    """The beginning of what is visible."""
    words: int = 0
    """How many are visible, navigation included."""
    own_words: int = 0
    """How many the page's own text holds."""
    markup: str = ""
    """The beginning of the source in lower case, in which vendors' marks are looked for."""
    names: str = ""
    """Title and headings, a line each."""
    said: str = ""
    """What is shown."""
    marks: Marks = NO_MARKS
    refresh: Refresh | None = None
    noindex: bool = False
    noscript: str = ""
    """What the page tells readers without scripts."""
    code: str = ""
    """What the page's inline scripts say, and what it does when it has loaded."""
    own_url: str | None = None
    """What the page says its address is (og:url)."""
    tier: str | None = None
    """For whom the page says that it is (article:content_tier): free, metered, locked."""
    unlinked: str | None = None
    """The page's own text but for its links, where there are few words of it; None where there are more."""
    unlinked_words: int = 0
    own_said: str = ""
    """`unlinked`; empty where it is None."""

    @property
    def name_lines(self) -> list[str]:
        """The `names`, each by itself."""
        return self.names.split("\n")

    @property
    def named_and_said(self) -> str:
        """All that a brief page says of itself: its `names`, then what is `own_said`."""
        return f"{self.names}\n{self.own_said}"

    def says_more_than(self, words: int) -> bool:
        """Whether the page's own text, but for its links, holds more than `words` words, or as many letters."""
        return self.unlinked is None or is_long(self.unlinked, words) or self.unlinked_words > words

    def is_brief(self, words: int) -> bool:
        """Whether the page has a text of its own, but for its links, and of no more than `words` words."""
        return bool(self.unlinked) and not self.says_more_than(words)


def is_html(media_type: str, body: bytes) -> bool:
    """Whether the answer is an HTML page, by its type or, without one, by how it begins."""
    if media_type:
        return media_type in _HTML
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<!--"))


def is_mislabelled(media_type: str, body: bytes) -> bool:
    """Whether a page calls itself a document or a file for programs: error pages of programs that send such files."""
    if media_type.endswith(("xml", "json", "javascript")):
        return False
    return body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def read_page(source: bytes, content_type: str, *, complete: bool = True) -> ReadPage:
    """Read an HTML page. Never raises for what the bytes hold."""
    text = decode(source, content_type).replace("\x00", "\ufffd")
    markup = text[:_MARKUP].lower()
    root = tree_of(text)
    if root is None:
        return ReadPage(Page(complete=complete), markup=markup)
    found = by_tag(root, _WANTED)
    body = body_of(root, found)
    metas = _metas(found.get("meta", ()))
    title = _title(found.get("title", ()))
    _leave_unshown_errors(root, body, found)
    headings = headings_of(found.get("h1", ()), metas.get("og:title"))
    canonical = _canonical(found.get("link", ()))
    noscript = _scriptless(found["noscript"]) if "noscript" in found else ""
    passwords = passwords_of(found.get("input", ()))
    boxes = boxes_beside(passwords, (title or "").lower()) if passwords else None
    marks = marks_of(found, passwords, boxes)
    code = _code(body, found.get("script", ()))
    _leave_what_is_shown(root, body, found)
    shown = tidy(words_of(body))
    main = shown if APART.isdisjoint(found) and not boxes else main_text(root, body, found, shown, boxes or ())
    words = count_tidy_words(shown)
    own_words = words if main is shown else count_tidy_words(main)
    start = shown[:_SHOWN]
    named = (*headings, *stand_in(body, found))
    unlinked = unlinked_text(body, main, found) if own_words < _FEW_WORDS else None
    return ReadPage(
        page=Page(title, named, main, _language(root), canonical, complete),
        shown=start,
        words=words,
        own_words=own_words,
        markup=markup,
        names=plain("\n".join((title or "", *headings))),
        said=straight(start),
        marks=marks,
        refresh=parse_refresh(metas.get("refresh")),
        noindex="noindex" in metas.get("robots", "").lower(),
        noscript=noscript,
        code=code,
        own_url=metas.get("og:url"),
        tier=metas.get("article:content_tier"),
        unlinked=unlinked,
        unlinked_words=own_words if unlinked is main else count_tidy_words(unlinked or ""),
        own_said=straight(unlinked or ""),
    )


def read_text(source: bytes, content_type: str, *, complete: bool = True) -> ReadPage:
    """Read a page that is plain text."""
    text = decode(source, content_type)
    start = text[:_SHOWN]
    words = count_words(text)
    page = Page(text=text, complete=complete)
    if words >= _FEW_WORDS:
        return ReadPage(page, shown=start, words=words, own_words=words, said=plain(start))
    said = plain(start)
    return ReadPage(
        page, start, words, words, said=said, unlinked=start, unlinked_words=count_words(start), own_said=said
    )


def _scriptless(elements: Iterable[_Element]) -> str:
    """What the page tells readers without scripts."""
    return tidy(" ".join([" ".join(pieces(one)) for one in elements]))[:400]


def _metas(elements: Iterable[_Element]) -> dict[str, str]:
    """The page's meta elements by name, property or http-equiv; of several with one name the first counts."""
    found: dict[str, str] = {}
    for meta in elements:
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        content = meta.get("content")
        parent = meta.getparent()
        scriptless = parent is not None and parent.tag == "noscript"  # meant for browsers without scripts only
        if name and content and len(name) < 40 and not scriptless:
            found.setdefault(name.strip().lower(), content[:2000])
    return found


def _title(elements: Iterable[_Element]) -> str | None:
    for title in elements:
        parent = title.getparent()
        if parent is None or parent.tag != "svg":
            return name_of(words_of(title) if len(title) else title.text or "")
    return None


def _canonical(elements: Iterable[_Element]) -> str | None:
    for link in elements:
        if "canonical" in link.get("rel", "").lower().split():
            return link.get("href", "").strip()[:2000] or None
    return None


def _language(root: _Element) -> str | None:
    return root.get("lang", root.get("{http://www.w3.org/XML/1998/namespace}lang", "")).strip()[:35] or None


def _code(body: _Element, scripts: Iterable[_Element]) -> str:
    inline = [one.text or "" for one in scripts if one.get("src") is None]
    return "\n".join([body.get("onload", ""), *filter(None, inline)])[:_CODE].strip()


def _leave_unshown_errors(root: _Element, body: _Element, found: ByTag) -> None:
    """Take away what a page keeps for errors of another day: boxes that are not shown, under the name of one.

    What holds most of the page will be shown by a script.
    """
    headings = (found.get("h1") or found.get("h2") or [])[:_MOST_HEADINGS]
    boxes = [box for one in headings if (box := unshown_error(one)) is not None]
    if not boxes or sum(len(words_of(box)) for box in boxes) * 2 > len(words_of(body)):
        return
    inside = {one for box in boxes for one in box.iter(*_RANKS)}
    for box in boxes:
        box.tag = "template"
    for rank in found.keys() & _RANKS:
        found[rank] = [one for one in found[rank] if one not in inside]
    remove(root, "template")


def _leave_what_is_shown(root: _Element, body: _Element, found: ByTag) -> None:
    """Take away what a browser does not show of a page, but for its head beside the body, and break the lines."""
    hidden = [one for tag in _HIDEABLE for one in found.get(tag, ()) if one.get("hidden") is not None]
    hidden += [one for tag in MAY_STAND_BESIDE for one in found.get(tag, ()) if is_beside_the_words(one)]
    for element in hidden:
        element.tag = "template"
    break_lines(found)
    unseen = [tag for tag in found if tag in _INVISIBLE]
    if hidden:
        unseen.append("template")
    heads = found.get("head", ())
    if body is root:
        unseen += ["head", "title"]
    elif any(one.getparent() not in heads for one in found.get("title", ())):
        unseen.append("title")
    if unseen:
        remove(root, *unseen)
