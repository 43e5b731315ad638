"""Sign-in boxes beside a page's text, which many sites have on every page.

A field for a password goes in; the element that holds its box, and nothing of the text, comes out. A page is a gate
only where the form is what its middle holds. Told by what stands around: menus and margins by their tags and names, a
column without the text by the column beside it that has a sentence under a heading of the page's name, or of an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from verifier.checks.page.headings import stand_ins
from verifier.checks.page.phrases import Phrases, count_words, holds, plain, tidy
from verifier.checks.page.tree import BOILERPLATE, BOILERPLATE_ROLES, words_of
from verifier.checks.signs.error_names import is_error_name, names_some_error
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_BESIDE = frozenset({*BOILERPLATE, "header"})
_MIDDLE = frozenset({"main", "article"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "select", "option"})
_NOT_SAID = frozenset({*_UNSEEN, "a", "button", "label", "form", "textarea"})
_HEADINGS = ("h1", "h2", "h3")
_AT_THE_SIDE = compile_late(
    r"(?:sidebar|side-?bar|side-?col(?:umn)?|aside|(?:left|right)-?(?:col(?:umn)?|bar|side|pane)"
    r"|col(?:umn)?-?(?:left|right|side)|widgets?(?:-area)?|modal|popup|dropdown(?:-menu)?|off-?canvas|drawer"
    r"|top-?bar|tool-?bar|nav-?bar|header|footer|masthead)(?:-(?:left|right|first|second|one|two|wrapper|inner))?-?\d"
    r"{0,2}|[a-z0-9]+-(?:modal|popup|drawer|dropdown)|(?:modal|popup|drawer|dropdown)-[a-z0-9]+"
)
"""How the margins of pages are named, as ids and classes."""
_WELCOME = Phrases((
    "welcome", "willkommen", "bienven", "benvenut", "bem-vind", "bem vind", "welkom", "välkommen", "velkommen",
    "tervetuloa", "witamy", "vítejte", "vitajte", "üdvözöl", "bun venit", "bine ați venit", "добро пожаловать",
    "ласкаво просимо", "добре дошли", "dobrodoš", "καλώς", "hoş geldin", "hoşgeldin", "مرحبا", "أهلا", "خوش آمدید",
    "ברוכים הבאים", "स्वागत", "欢迎", "歡迎", "ようこそ", "환영", "ยินดีต้อนรับ", "chào mừng", "selamat datang",
))  # fmt: skip
"""Who greets readers at a form is the form's page, however much is said beside it."""
_A_SENTENCE = 3  # words
_A_NAME = 2  # words
_MOST_FIELDS = 3
_MOST_ABOVE = 60
_MOST_HEADINGS = 6


def boxes_beside(passwords: list[_Element], title: str) -> list[_Element] | None:
    """What holds each of `passwords`, in the order of the page; None where one is asked for in the page's middle.

    `title` is the page's, in lower case: the heading of the column that holds the text is a part of it.
    """
    if len(passwords) > _MOST_FIELDS:
        return None
    boxes = []
    for field in passwords:
        box = _box(field, title)
        if box is None:
            return None
        boxes.append(box)
    return boxes


def _box(field: _Element, title: str) -> _Element | None:
    for element in islice(_upwards(field), _MOST_ABOVE):
        if _is_boilerplate(element) or _is_at_the_side(element):
            return element
        parent = element.getparent()
        if parent is None or element.tag in _MIDDLE or element.get("role") == "main":
            return None
        neighbours = [one for one in parent if one is not element and not _is_boilerplate(one)]
        if any(_is_the_text(one, title) for one in neighbours):
            return element
        if any(True for one in neighbours for _ in one.iter("h1")):
            return None  # whatever is above holds the page's heading, too
    return None


def _upwards(field: _Element) -> Iterator[_Element]:
    yield field
    for element in field.iterancestors():
        if element.tag in ("body", "html"):
            return
        yield element


def _is_boilerplate(element: _Element) -> bool:
    return element.tag in _BESIDE or element.get("hidden") is not None or element.get("role") in BOILERPLATE_ROLES


def _is_at_the_side(element: _Element) -> bool:
    names = f"{element.get('id', '')} {element.get('class', '')}"[:300].lower().replace("_", "-").split()
    return any(_AT_THE_SIDE.fullmatch(name) for name in names)


def _is_the_text(column: _Element, title: str) -> bool:
    if column.tag in _UNSEEN or column.tag in _HEADINGS:
        return False
    headings = [tidy(words_of(one)).lower() for one in islice(column.iter(*_HEADINGS), _MOST_HEADINGS)]
    named = any(one and (one in title or (title and title in one) or _names_an_error(one)) for one in headings)
    named = named or (not headings and any(_is_part_of(one.lower(), title) for one in stand_ins(column)))
    if not named and not (headings and _names_an_error(title)):
        return False
    if not any(count_words(line) >= _A_SENTENCE for line in _said(column)):
        return False
    return not holds(words_of(column)[:2000].lower(), _WELCOME)


def _is_part_of(name: str, title: str) -> bool:
    """Whether a few words are what the title names beside the site; a site's name alone greets at sign-ins, too."""
    return name != title and name in title and count_words(name) >= _A_NAME


def _names_an_error(heading: str) -> bool:
    name = plain(heading)
    return is_error_name(name) or names_some_error(name)


def _said(column: _Element) -> Iterator[str]:
    """What stands in the column's elements themselves, but for links, forms and headings."""
    for element in column.iter("*"):
        if element.tag not in _NOT_SAID and element.tag not in _HEADINGS:
            yield " ".join(filter(None, (element.text, *(child.tail for child in element))))
