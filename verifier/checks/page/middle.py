"""The middle of a page: what stands between its menus, read anew where a likeness has to be weighed.

The bytes of a page go in. Out come its words that are no link's, its links, the answers it offers to choose from, and
whether the place of its text waits for a script. Few pages come here, so that all others need not pay for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from verifier.checks.page.consent_boxes import is_consent_box
from verifier.checks.page.encoding import decode
from verifier.checks.page.marks import is_search
from verifier.checks.page.phrases import count_words, straight, tidy
from verifier.checks.page.tree import BOILERPLATE, BOILERPLATE_ROLES, pieces, remove, settable, tree_of, words_of
from verifier.checks.signs.unrendered import FRAMES
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = ("script", "style", "noscript", "svg", "select", "head", "object", "canvas")
_LINES = ("p", "div", "li", "br", "h1", "h2", "h3", "h4", "section", "main", "td", "dt", "dd", "caption", "figcaption",
          "blockquote", "pre")  # fmt: skip
_CODE = frozenset({"script", "template", "style"})
_BESIDE = tuple(tag for tag in BOILERPLATE if tag not in ("dialog", "button"))
_ROLES_BESIDE = BOILERPLATE_ROLES - {"dialog", "alertdialog"}
"""All boilerplate but what asks something: that is what is looked for here."""
_MEDIA = ("img", "iframe", "video", "audio", "source", "embed")
LAST_NUMBER = compile_late(r"\d{4,}(?=[^/\d]*/?$)")
"""The number of one thing, at the end of a path."""
_TYPED = frozenset({"", "text", "search", "email", "url", "tel"})
_BUTTONS = frozenset({"submit", "button"})
_AS_BUTTONS = frozenset({"btn", "button"})
_CLASS_WORD = compile_late(r"[\s_-]+")
_NOT_SHOWN = compile_late(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FRAME_IDS = frozenset({*FRAMES, "app-root", "application"})
_FRAME_TAGS = frozenset({"app-root", "router-view", "router-outlet", "ion-router-outlet"})
_WAITING = frozenset({"skeleton", "shimmer", "spinner", "loader", "preloader", "placeholder-glow", "loading"})
_A_WORD_OR_TWO = 5
"""Words that a frame may say while it waits: "Loading, please wait"."""
_LONGEST = 3_000
_COMPARED = 100_000  # characters whose lines are told apart
_MOST_LOOKED_AT = 200  # buttons and links among which answers are looked for
_HARDLY_ANY = 10  # words beside a frame that waits
_A_SENTENCE = 5  # words
_MOST_BOXES = 2_000  # elements among which dialogues are looked for


class Middle(NamedTuple):
    """What stands in the middle: `said` (lower case) and `words` leave links and buttons out, `links` counts links.

    `choices` are the answers that the page offers: buttons that send no search off. `frame` says why the text is
    thought to be a script's.
    """

    said: str = ""
    words: int = 0
    links: int = 0
    choices: tuple[str, ...] = ()
    search: bool = False
    leads_home: bool = False
    """Whether any link of the page, its menus too, leads to the host's home page."""
    article: bool = False
    """Whether the page marks one article as such, with its headline in it."""
    frame: str | None = None
    leads_to_its_own: bool = False
    """Whether a link leads to an address whose path bears the page's own number: a download, a part, a next page."""
    media: frozenset[str] = frozenset()
    """The addresses of its pictures, players and frames."""
    whole: str = ""
    """What is said to its end, where `said` holds the beginning: a template may outweigh what a page shows in it."""


def read_middle(body: bytes, content_type: str, url: str) -> Middle:
    """The middle of the HTML page `body`, sent from `url`. Never raises for what the bytes hold."""
    root = tree_of(decode(body, content_type).replace("\x00", "\ufffd"))
    if root is None:
        return Middle()
    scripts = next(root.iter("script"), None) is not None
    unfilled = _unfilled_main(root)
    home = any(_is_home(url, one.get("href", "")) for one in islice(root.iter("a"), _MOST_LOOKED_AT))
    _drop(root)
    _drop_consent_boxes(root)
    choices = _choices(root, url)
    search = any(is_search(one) for one in root.iter("input"))
    waits = unfilled or any(_waits(one) for one in root.iter("*"))
    media = frozenset(_source(one) for one in islice(root.iter(*_MEDIA), _MOST_LOOKED_AT)) - {""}
    targets = [one.get("href", "") for one in islice(root.iter("a"), _MOST_LOOKED_AT)]
    own = _leads_to_its_own(url, targets)
    links = sum(1 for one in root.iter("a") if one.get("href"))
    for element in root.iter(*_LINES):
        tail = element.tail  # lxml forgets it before it refuses a new one
        try:
            element.tail = f"\n{tail or ''}"
        except ValueError:
            element.tail = f"\n{settable(tail)}"
    remove(root, "a", "button", "option")
    said = tidy(words_of(root))
    words = count_words(said)
    hollow = waits and scripts and words < _HARDLY_ANY
    frame = "the place of its text is an empty frame that a script fills" if hollow else None
    whole = straight(said[:_COMPARED])
    return Middle(whole[:_LONGEST], words, links, choices, search, home, _one_article(root), frame, own, media, whole)


def _drop(root: _Element) -> None:
    """Take away what is not seen, and what stands beside the page's own text; dialogues stay."""
    for element in list(root.iter("*")):
        unseen = element.get("hidden") is not None or _NOT_SHOWN.search(element.get("style", "")[:300]) is not None
        beside = element.get("role") in _ROLES_BESIDE
        banner = element.tag == "header" and not any(True for _ in element.iterancestors("article", "main"))
        if (unseen or beside or banner) and element.getparent() is not None and element.tag not in ("body", "html"):
            element.tag = "nav"
    remove(root, *_UNSEEN, *_BESIDE)


def _drop_consent_boxes(root: _Element) -> None:
    """Take away what asks for consent beside a text; where there is next to none, it may stand in its place."""
    boxes: list[_Element] = []
    for one in islice(root.iter("div", "section", "form"), _MOST_BOXES):
        if is_consent_box(one) and not any(outer in boxes for outer in one.iterancestors()):
            boxes.append(one)
    if boxes and _count(root) - sum(map(_count, boxes)) >= _A_SENTENCE:
        for box in boxes:
            box.tag = "nav"
        remove(root, "nav")


def _count(element: _Element) -> int:
    """How many words an element holds whose lines are not broken yet."""
    return count_words(" ".join(pieces(element)))


def _leads_to_its_own(url: str, targets: Iterable[str]) -> bool:
    """Whether one of `targets` bears the number of the address, and is not the address: ways back bear it, too."""
    here = urlsplit(url).path
    number = LAST_NUMBER.search(here)
    if number is None:
        return False
    for target in targets:
        path = target.strip()[:_LONGEST].partition("#")[0].partition("?")[0]
        if number[0] in path and not path.endswith(here):
            return True
    return False


def _source(element: _Element) -> str:
    return element.get("src", element.get("data-src", "")).strip()[:_LONGEST]


def _is_home(url: str, href: str) -> bool:
    if not href.strip() or href.lstrip().startswith("#"):
        return False
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, href.strip()[:_LONGEST]))
    except ValueError:
        return False
    return there.netloc == here.netloc and there.path in ("", "/") and not there.query


def _one_article(root: _Element) -> bool:
    articles = list(islice(root.iter("article"), 2))
    return len(articles) == 1 and next(articles[0].iter("h1"), None) is not None


def _choices(root: _Element, url: str) -> tuple[str, ...]:
    found = []
    for element in islice(root.iter("button", "input", "a"), _MOST_LOOKED_AT):
        if element.tag == "input" and element.get("type", "").lower() not in _BUTTONS:
            continue
        if element.tag == "a" and not _is_an_answer(element, url):
            continue
        form = next(element.iterancestors("form"), None)
        if form is None or not _asks_for_words(form):
            found.append(tidy(words_of(element)) or element.get("value", ""))
    return tuple(dict.fromkeys(text[:80] for text in found[:20] if text))


def _is_an_answer(link: _Element, url: str) -> bool:
    """Whether a link is dressed as a button, and does not lead home as those of error pages do."""
    classes = _CLASS_WORD.split(link.get("class", "").lower())
    dressed = link.get("role") == "button" or not _AS_BUTTONS.isdisjoint(classes)
    return dressed and not _is_home(url, link.get("href", ""))


def _asks_for_words(form: _Element) -> bool:
    fields = islice(form.iter("input"), _MOST_LOOKED_AT)
    return any(one.get("type", "").lower() in _TYPED for one in fields)


def _unfilled_main(root: _Element) -> bool:
    """Whether the page's <main> holds a script or a template, and not a word."""
    main = next(root.iter("main"), None)
    if main is None or next(main.iter("script", "template"), None) is None:
        return False
    parts = [(one.text if one.tag not in _CODE else "", one.tail if one is not main else "") for one in main.iter("*")]
    return not any(text and text.strip() for pair in parts for text in pair)


def _waits(element: _Element) -> bool:
    named = element.get("id", "").lower() in _FRAME_IDS or element.tag in _FRAME_TAGS
    waiting = element.get("aria-busy") == "true" or not _WAITING.isdisjoint(element.get("class", "").lower().split())
    if not (named or waiting) or element.tag == "body":
        return False
    return count_words(words_of(element)) < _A_WORD_OR_TWO
