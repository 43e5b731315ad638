"""A walked page -> which stretches of its text are the page around the letter (pure).

The letter is what <article>, <main> and their kin hold, if they hold enough; outside, and inside by the names of
elements, roles and classes, stand menus, sharing bars, teasers, comments and footers. An element that holds the
letter's body, its notes or most of the text is never taken, whatever it is called.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from verifier.documents import surroundings
from verifier.documents.html.elements import Element
from verifier.documents.html.page import Page
from verifier.documents.lines import Line, visible_lines

Span = tuple[int, int]

_ROLES = (
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar", "dialog",
    "alertdialog",
)  # fmt: skip
_NOTE_ROLES = (
    "doc-footnote", "doc-endnote", "doc-endnotes", "doc-bibliography", "note", "footnote", "endnotes", "footnotes",
)  # fmt: skip
_WORDS = (
    "nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|share|sharing|sharebar|sharethis|addthis|addtoany|a2a|jp-relatedposts"
    "|sharedaddy|shareaholic|ssba|socials?|social-(?:links|share|media|icons|buttons|bar)|related|related-(?:posts|articles|stories"
    "|content|news|links)|recommended|recommendations|teasers?|more-(?:stories|news|articles|posts)|most-(?:read|popular)"
    "|trending|popular-posts|recent-posts|latest-(?:news|posts)|outbrain|taboola|comments?|comment-(?:list|respond|form)|respond"
    "|disqus_thread|disqus|sidebar|side-bar|widget|widgets|widget-area|cookies?|cookie-(?:banner|notice|consent|bar|law-info-bar)"
    "|gdpr|consent|newsletter|newsletter-signup|subscribe|subscription|signup|pagination|pager|post-navigation|nav-links|prev-next"
    "|skip-link|skiplink|screen-reader-text|(?:site|region)-(?:header|footer|navigation|nav|info)|page-(?:header|footer)|masthead|colophon"
    "|footer|global-(?:header|footer|nav)|topbar|top-bar|toolbar|adverti[sz]ements?|ads?|ad-(?:slot|container|unit)|promo|banner"
    "|popup|modal|search-(?:form|box|bar)|searchform|languages?-switcher|lang-switcher|author-(?:box|bio)|about-author|donate-box"
    "|button-wrapper|captioned-button-wrap|subscri(?:ption|be)-widget|noprint|navbox|mw-editsection|toc-menu|printfooter|catlinks"
    "|post-terms|cat-links|tags?-links|post-tags|post-categories|entry-tags|entry-categories|postamble"
)
_SIGN = re.compile(
    rf"(?:wp-block-)?(?:[a-z]{{1,12}}[-_]{{1,2}})?(?:{_WORDS})(?:[-_]{{1,2}}(?:\d{{1,4}}|area|wrap(?:per)?|container|inner|block|section|bar|box|list|buttons?|links?|icons?|tools|widget|menu|panel))?"
)
_PARTS = frozenset({"article", "main", "section", "blockquote", "li", "td"})
_SHORT_FOOTER = 300
_LINKS_IN_FOOTER = 12
_ENTRY = ("p-author", "p-canonical", "u-url", "u-canonical")
"""Links of microformats.org's h-entry that say of an article who wrote it, and under what address it stands."""
_LEAST_MAIN = 200
"""Characters a <main> or <article> must hold to be the letter."""


def find(page: Page, notes: Sequence[Span]) -> list[Span]:
    """The spans of the page that are not the letter, sorted and apart; `notes` are the notes tied to markers."""
    size = len(page.text)
    main = _main(page)
    taken: list[Span] = []
    if main:
        spare = [*notes, *_titles_before(page, main)]
        taken += _without([(0, main[0]), (main[1], size)], spare)
        taken += _other_articles(page, main)
    kept = _Kept(page.text, [*notes, main] if main else notes)
    taken += [span for element in page.blocks if (span := _named(page, element, kept, main)) is not None]
    taken = _merged(taken)
    rest = _textual(page, taken)
    return _merged([*taken, *_without(rest, notes)])


class _Kept:
    """What no element with a sign may hold: spans of notes, or lines like notes. Asked outer elements first.

    Elements nest, in hostile pages a hundred thousand deep: no line is looked at once for each of them.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._first_ends = list(accumulate((end for _, end in reversed(ordered)), min))[::-1]
        """For each span, the least end of those that start no earlier."""
        self._seen: Span = (0, 0)
        self._lines: list[Line] = []
        self._headings: list[int] = [0]
        self._notes: list[int] = [0]
        self._parts: dict[Element, bool] = {}

    def lies_in(self, span: Span) -> bool:
        """Whether one of the spans lies in `span`."""
        at = bisect_left(self._starts, span[0])
        return at < len(self._starts) and self._first_ends[at] <= span[1]

    def looks_like_notes(self, span: Span) -> bool:
        """Whether a heading of notes stands in `span`, or two lines that begin as notes do."""
        if not _inside(span, self._seen):
            self._look_through(span)
        first = bisect_left(self._lines, span[0], key=lambda line: line.start)
        behind = max(bisect_right(self._lines, span[1], key=lambda line: line.end), first)
        edges = [line for line in self._lines[max(first - 1, 0) : first] if line.end > span[0]]
        edges += [line for line in self._lines[behind : behind + 1] if line.start < span[1]]
        cut = [one for e in edges for one in visible_lines(self._text, max(e.start, span[0]), min(e.end, span[1]))]
        if self._headings[behind] > self._headings[first] or any(map(_heads_notes, cut)):
            return True
        return self._notes[behind] - self._notes[first] + surroundings.count_notes(cut) >= 2

    def belongs_to_a_part(self, element: Element) -> bool:
        """Whether a part of the page is around `element`, so that a header or footer is that part's own."""
        inner: list[Element] = []
        belongs = False
        around = element.block
        while around is not None:
            if around in self._parts or around.name in _PARTS:
                belongs = self._parts.get(around, True)
                break
            inner.append(around)
            around = around.block
        self._parts.update(dict.fromkeys(inner, belongs))
        return belongs

    def _look_through(self, span: Span) -> None:
        self._seen, self._lines = span, visible_lines(self._text, *span)
        self._headings = [0, *accumulate(map(_heads_notes, self._lines))]
        self._notes = [0, *accumulate(surroundings.count_notes([line]) for line in self._lines)]


def _heads_notes(line: Line) -> bool:
    return surroundings.is_notes_heading(line.text)


def _main(page: Page) -> Span | None:
    """The letter's own element: the smallest of main, article and articleBody that still holds most of the others."""
    mains = [_span(element) for element in page.blocks if element.name == "main" or element.has_token("role", "main")]
    articles = [
        _span(element) for element in page.blocks if element.name == "article" or element.has_token("role", "article")
    ]
    bodies = [
        _span(element)
        for element in page.blocks
        if element.has_token("itemprop", "articlebody") and _size(_span(element)) >= _LEAST_MAIN
    ]
    best = max(mains, key=_size, default=None)
    if best is not None and _size(best) < _LEAST_MAIN:
        best = None
    inside = [span for span in articles if best is None or _inside(span, best)]
    inside.sort(key=_size, reverse=True)
    if inside and _size(inside[0]) >= _LEAST_MAIN:
        largest, others = inside[0], [span for span in inside[1:] if not _inside(span, inside[0])]
        if all(_size(other) * 3 < _size(largest) for other in others):
            rest = _size(best) if best else len(page.text)
            if best is None or _size(largest) * 2 > rest:
                return largest
    if best is None and len(bodies) == 1 and _size(bodies[0]) * 2 > len(page.text):
        return bodies[0]
    return best


def _other_articles(page: Page, main: Span) -> list[Span]:
    """Teasers: small <article>s inside the letter's element, beside or inside it, when it has text of its own."""
    articles = [_span(element) for element in page.blocks if element.name == "article"]
    inside = [span for span in articles if _inside(span, main) and span != main]
    return inside if inside and sum(map(_size, inside)) * 3 < _size(main) else []


def _titles_before(page: Page, main: Span) -> list[Span]:
    """The page's first <h1> stands outside <article> on many pages, and is still the letter's title."""
    headings = [_span(element) for _, element in page.roles if element.name == "h1" and element.end <= main[0]]
    return headings[-1:]


def _named(page: Page, element: Element, kept: _Kept, main: Span | None) -> Span | None:
    """The span of an element whose name, role or class says that it is not the letter; None when it may be."""
    span = _span(element)
    if _size(span) == 0 or element.name in ("html", "body", "main"):
        return None
    strong = _is_strong(element, kept, main) or _is_entry_footer(page, element)
    if not strong and not _has_sign(element):
        return None
    if element.has_token("role", *_NOTE_ROLES) or element.has_token("epub:type", *_NOTE_ROLES):
        return None
    if kept.lies_in(span):
        return None
    if _size(span) * 2 > len(page.text) or (
        not strong and main and _size(span) * 2 > _size(main) and _inside(span, main)
    ):
        return None
    return None if kept.looks_like_notes(span) else span


def _is_strong(element: Element, kept: _Kept, main: Span | None) -> bool:
    if element.name in ("nav", "form") or element.has_token("role", *_ROLES):
        return True
    if element.name == "aside":
        return True
    if element.name not in ("header", "footer"):
        return False
    if kept.belongs_to_a_part(element):
        return False
    return main is None or not _inside(_span(element), main)


def _is_entry_footer(page: Page, element: Element) -> bool:
    """Whether a short <footer> says who wrote the article, or under what address it stands."""
    span = _span(element)
    if element.name != "footer" or _size(span) > _SHORT_FOOTER:
        return False
    first = bisect_left(page.links, span[0], key=lambda link: link.start)
    return any(
        _inside(_span(link), span) and link.has_token("class", *_ENTRY)
        for link in page.links[first : first + _LINKS_IN_FOOTER]
    )


def _has_sign(element: Element) -> bool:
    """Whether an id or a class, taken whole, names a part of the page that is not its article."""
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}".lower().split()
    return any(len(name) <= 60 and _SIGN.fullmatch(name) for name in names[:20])


def _textual(page: Page, taken: Sequence[Span]) -> list[Span]:
    """What the rules for plain text find in the part of the page that is left."""
    left = _without([(0, len(page.text))], taken)
    lines = [line for start, end in left for line in visible_lines(page.text, start, end)]
    spans = surroundings.find(lines)
    return _without(spans, taken)


def _span(element: Element) -> Span:
    return element.start, max(element.end, element.start)


def _size(span: Span) -> int:
    return span[1] - span[0]


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """`spans` (sorted) with `holes` cut out."""
    cut = _merged(holes)
    left: list[Span] = []
    first = 0
    for span_start, end in spans:
        start = span_start
        while first < len(cut) and cut[first][1] <= start:
            first += 1
        at = first
        while at < len(cut) and cut[at][0] < end:
            if cut[at][0] > start:
                left.append((start, cut[at][0]))
            start = max(start, cut[at][1])
            at += 1
        if start < end:
            left.append((start, end))
    return left
