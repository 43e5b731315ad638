"""More pages for the training of repair: the gold file's own pages, set anew so that whole links meet lines' ends.

In: a page's text and the whole links in it. Out: the same page in which a link is broken, as typesetters and browsers
break links, or ends exactly where its line ends, above a page's foot or in a row of a table; or two pages side by side
in columns. Links broken in rare places are too few in the gold file to learn from; the words and the links are its own.
Only for training: nothing is measured on these pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import zip_longest
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pyphen  # type: ignore[import-not-found]  # only the training environment has it

_AFTER = re.compile(r"(?<=[/.?&=_#%:+~-])(?=[^/])|(?<=:)(?=//)")
_BEFORE = re.compile(r"(?<=[^/:])(?=[/.?&=_#%+~-])")
_OWN_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")
_WORD = re.compile(r"[^\W\d_]{5,}")
_COLUMNS = re.compile(r"\S {3,}\S")
_LABEL = re.compile(r"\s*(?:\[?\(?\d{1,3}[\]).]|[•◦▪–—*+-]\s|\[\w{1,12}\])")
_NEAR = 12
_LEAST_WIDTH = 45
_LEAST_BEFORE = 4
"""No link is broken within `http`."""


class Style(Enum):
    """Where a link may break, and how many pages in a hundred are set so."""

    AFTER_DELIMITER = 30
    BEFORE_DELIMITER = 4
    ANYWHERE = 15
    OWN_HYPHEN = 6
    PUT_IN_HYPHEN = 5
    NOWHERE = 25
    FOOT = 8
    TABLE = 7


_BREAKING = [Style.AFTER_DELIMITER, Style.AFTER_DELIMITER, Style.AFTER_DELIMITER, Style.ANYWHERE]
_SPLITTING = [*_BREAKING, Style.BEFORE_DELIMITER]


class Setting(NamedTuple):
    """How a page is set anew. `marks`: most hyphens at a line's end are read as U+0002, as pdfium reads them."""

    random: Random
    hyphenate: pyphen.Pyphen
    marks: bool


def rewrapped(text: str, start: int, end: int, setting: Setting) -> str | None:
    """The page with the link at `start` to `end` at a line's end; None where it cannot be set so."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    line = text[first:last]
    lead = _indent(line)
    width = _width(text, first)
    if _COLUMNS.search(line.strip()) or width < _LEAST_WIDTH:
        return None
    random = setting.random
    style = random.choices(list(Style), [style.value for style in Style])[0]
    url, after = text[start:end], text[end:last]
    if style is Style.TABLE:
        return text[:first] + _table(text, lead, url, width, setting) + text[last:]
    if style in (Style.NOWHERE, Style.FOOT):
        glued = re.match(r"\S*", after)
        url, after = url + (glued[0] if glued else ""), after[glued.end() if glued else 0 :].lstrip()
    places = [len(url)] if style in (Style.NOWHERE, Style.FOOT) else places_in(url, style, setting)
    if not places:
        return None
    cut = random.choice(places)
    further = min([place for place in places if place > cut], default=len(url)) - cut
    column = width - random.randint(0, max((8 if cut == len(url) else further) - 1, 0))
    before = _fill(text, first, line[len(lead) : start - first], column - len(lead) - cut, random)
    if before is None:
        return None
    begun = text[:first] + lead + before + url[:cut]
    if style is Style.FOOT:
        return f"{begun}\n{_foot(text, setting)}\n"
    following = text[last + 1 :].partition("\n")
    rest, remaining = url[cut:] + after, text[last:]
    if not rest.strip() and not following[0].strip():
        return None
    indent = _indent(following[0]) if following[0].strip() else lead
    if following[0].strip() and len(line) > 0.75 * width:
        rest = f"{rest} {following[0].strip()}".strip()
        remaining = following[1] + following[2]
    lines = _wrap(rest, width - len(indent))
    opened = _broken(begun, style, setting)
    return opened + (indent if opened.endswith("\n") else "") + ("\n" + indent).join(lines) + remaining


def places_in(url: str, style: Style, setting: Setting) -> list[int]:
    """Where this link may be cut."""
    body = url.find("://") + 3
    if style is Style.ANYWHERE:
        places = [*range(body - 1, len(url))]
    elif style is Style.PUT_IN_HYPHEN:
        places = [
            match.start() + at
            for match in _WORD.finditer(url, body)
            for at in setting.hyphenate.positions(match[0].lower())
        ]
    else:
        pattern = {Style.OWN_HYPHEN: _OWN_HYPHEN, Style.BEFORE_DELIMITER: _BEFORE}.get(style, _AFTER)
        places = [match.start() for match in pattern.finditer(url)]
    return [place for place in places if _LEAST_BEFORE < place < len(url)]


def _broken(begun: str, style: Style, setting: Setting) -> str:
    if style is Style.PUT_IN_HYPHEN:
        begun += "-"
    if begun.endswith("-") and setting.marks and setting.random.random() < 0.8:
        return begun[:-1] + "\x02"
    return begun + "\n"


def _width(text: str, first: int) -> int:
    before = text[:first].split("\n")[-_NEAR:]
    after = text[first:].split("\n", _NEAR)[:_NEAR]
    lengths = sorted(len(line.rstrip()) for line in [*before, *after] if line.strip())
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _fill(text: str, first: int, before: str, room: int, random: Random) -> str | None:
    """What stands before the link on its line, made as long as `room`; None when nothing can."""
    if room <= 0:
        return "" if room > -4 else None
    words = before.split()
    while words and len(" ".join(words)) + 1 > room:
        words.pop(0)
    if not before.strip() and room > 12 and random.random() < 0.5:
        return None
    prose = _prose(text[max(0, first - 600) : first + 600])
    while prose and len(" ".join(words)) + 1 < room - 6:
        words.insert(0, random.choice(prose))
    filled = " ".join(words)
    if words and before and not before[-1].isspace():
        return filled[-room:]
    return f"{filled} " if filled else ""


def _prose(text: str) -> list[str]:
    return [word for word in text.split() if word.isalpha()]


def _foot(text: str, setting: Setting) -> str:
    """A running foot as makers of reports print it, of the page's own words."""
    random = setting.random
    words = [word.capitalize() for word in _prose(text)] or ["Report"]
    name = " ".join(random.choices(words, k=random.randint(1, 4)))
    page, pages = random.randint(1, 60), random.randint(60, 200)
    date = random.choice([f"{page % 28 + 1:02}/{page % 12 + 1:02}/{pages % 25:02}", f"{name} {2000 + page % 25}", name])
    return random.choice(
        [
            f"{name}, {random.choice(words)} · {date} {page}/{pages}",
            f"{random.choice(words)}{page}, {random.choice(words)} · {date} {page}/{pages}",
            f"{name} {page}",
            f"{page} {name}",
            f"{name} | {date} Page {page} of {pages}",
            f"Page {page} of {pages}",
            f"{page}/{pages}",
            str(page),
            f"© {name}, {date}",
            f"{name} {date}",
        ]
    )


def _table(text: str, lead: str, url: str, width: int, setting: Setting) -> str:
    """A row of a table whose cell is the link, whole or wrapped in the cell, and the row below it."""
    random = setting.random
    words = _prose(text) or ["Location"]
    label, other = (random.choice(words).capitalize() for _ in range(2))
    pad = " " if setting.marks else " " * random.randint(2, 12)
    column = max(len(label), len(other)) + len(pad)
    value = random.choice(
        [
            "/" + "/".join(random.choices(words, k=random.randint(1, 3))).lower(),
            f"{random.choice(words).lower()}/{random.choice(words).lower()}.{random.choice(['js', 'c', 'html', 'py'])}",
            str(random.randint(1, 4000)),
            " ".join(random.choices(words, k=random.randint(1, 7))),
            random.choice(words),
        ]
    )
    places = places_in(url, random.choice(_SPLITTING), setting)
    fits = [place for place in places if place <= width - column - len(lead)]
    cell = [url]
    if fits and random.random() < 0.5:
        cell = [url[: max(fits)], url[max(fits) :]]
    between = " " if setting.marks else " " * (column - len(label))
    under = lead if setting.marks else lead + " " * column
    below = " " if setting.marks else " " * (column - len(other))
    return f"{lead}{label}{between}" + f"\n{under}".join(cell) + f"\n{lead}{other}{below}{value}"


def columns(left: str, right: str, links: Sequence[str], setting: Setting) -> str:
    """Two pages side by side, each set in a narrow column, as poppler shows them."""
    random = setting.random
    width = random.randint(44, 60)
    style = random.choice(_BREAKING)
    one, two = (_narrow(text, links, width, style, setting) for text in (left, right))
    shift = random.randint(-6, 6)
    one, two = [""] * max(shift, 0) + one, [""] * max(-shift, 0) + two
    margin, gutter = " " * random.choice([0, 0, 1, 4, 6]), random.randint(2, 6)
    lines = []
    for here, there in zip_longest(one, two, fillvalue=""):
        wide = width + gutter + random.choice([0, 0, 0, 0, 1, -1])
        lines.append(f"{margin}{here:{max(wide, len(here) + 2)}}{there}".rstrip())
    return "\n".join(lines)


def _narrow(text: str, links: Sequence[str], width: int, style: Style, setting: Setting) -> list[str]:
    usual = _width(text, len(text) // 2)
    paragraphs: list[list[str]] = [[]]
    before = ""
    for line in text.replace("\x02\n", "").replace("\x02", "").split("\n"):
        if not line.strip() or len(before.rstrip()) < 0.7 * usual or _LABEL.match(line):
            paragraphs.append([])
        paragraphs[-1] += line.split()
        before = line
    lines = []
    for words in filter(None, paragraphs):
        lines += _set(words, links, width, style, setting)
        if setting.random.random() < 0.2:
            lines.append("")
    return lines


def _set(words: list[str], links: Sequence[str], width: int, style: Style, setting: Setting) -> list[str]:
    hang = " " * setting.random.choice([0, 0, 2, 5]) if _LABEL.match(words[0]) else ""
    lines = [""]
    for word in words:
        link = next((link for link in links if link in word), None) if len(word) > width - len(lines[-1]) - 1 else None
        rest = word if link is None else _cut_to_fit(lines, word, link, (width, hang), (style, setting))
        space = " " if lines[-1].strip() else ""
        if space and rest == word and len(word) > width - len(lines[-1]) - 1:
            lines.append(hang)
            space = ""
        lines[-1] += (space if rest == word else "") + rest
    return lines


def _cut_to_fit(lines: list[str], word: str, link: str, room_for: tuple[int, str], how: tuple[Style, Setting]) -> str:
    """Set what fits of a link, line by line, where it may be cut; what is left belongs on the last line."""
    (width, hang), (style, setting) = room_for, how
    begins = word.find(link)
    places = [begins + place for place in places_in(link, style, setting)]
    done = 0
    while len(word) - done > width - len(lines[-1]) - 1:
        space = " " if lines[-1].strip() and not done else ""
        room = width - len(lines[-1]) - len(space)
        cut = max([place for place in places if done < place <= done + room], default=done)
        if cut == done and not space:
            break
        lines[-1] += space + word[done:cut] if cut > done else ""
        lines.append(hang)
        done = cut
    return word[done:]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _wrap(rest: str, width: int) -> list[str]:
    lines = [""]
    for word in rest.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines
