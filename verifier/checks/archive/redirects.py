"""Whether an archived redirect leads away from the page that was asked for. Pure: it judges by the two URLs.

In: the URL wanted and where a capture of it redirects. Out: None when that is the same page in another form, else in
plain words where it leads.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from verifier.checks.archive.urls import canonical
from verifier.checks.signs.error_addresses import sent_to_an_error_page
from verifier.checks.signs.gate_addresses import gate_on_the_way

_IDENTIFIER = re.compile(r"(?:^|/)10\.\d{4,9}/\S|/ark:/|(?:^|[/?=])urn:", re.IGNORECASE)
_RESOLVERS = frozenset(
    {
        "doi.org", "dx.doi.org", "hdl.handle.net", "n2t.net", "purl.org", "w3id.org", "undocs.org", "docs.un.org",
        "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd",
    }
)  # fmt: skip
"""Services whose business is to redirect: what they lead to is what was cited."""

_HOME = re.compile(r"/*(?:[a-z]{2}(?:[-_][a-z]{2})?/*)?(?:(?:index|default|home)\.\w{2,5})?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{4,}|\d{2,}")
ANOTHER_PAGE = "to another page"
"""Where a redirect leads whose two addresses have nothing in common: what is there may be the page all the same."""
_MAX = 4_000
_WORDS_OF_A_TITLE = 2


def leads_away(wanted: str, target: str, title: str = "") -> str | None:
    """Where the redirect leads, in words that follow "it redirects", or None when it leads to the same page.

    `title` is the one under which the page is cited: a target that is named after it is that page.
    """
    wanted, target = wanted[:_MAX], target[:_MAX]
    if canonical(wanted).lower() == canonical(target).lower():
        return None
    try:
        source, goal = urlsplit(wanted), urlsplit(target)
    except ValueError:
        return "to an address that cannot be read"
    barrier = _barrier(wanted, target)
    if barrier is not None:
        return barrier
    if _is_home(goal):
        return None if _is_home(source) else "to a home page"
    same = _resolves(source) or _shares_words(source, goal) or _is_named_after(title[:_MAX], goal)
    return None if same else ANOTHER_PAGE


def _barrier(wanted: str, target: str) -> str | None:
    if not target.lower().startswith(("http://", "https://")):
        return "to something other than a web page"
    if gate_on_the_way((wanted, target)) is not None:
        return "to a page to sign in or consent"
    return "to an error page" if sent_to_an_error_page((wanted, target)) else None


def _is_home(parts: SplitResult) -> bool:
    """Whether this is the root of a host, or of one of its languages."""
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def _resolves(source: SplitResult) -> bool:
    host = (source.hostname or "").removeprefix("www.")
    return host in _RESOLVERS or _IDENTIFIER.search(source.path) is not None


def _is_named_after(title: str, goal: SplitResult) -> bool:
    """Whether the last part of the target's path has most of the words of the title."""
    named = set(_WORD.findall(title.lower()))
    last = goal.path.rstrip("/").rpartition("/")[2]
    kept = named & set(_WORD.findall(unquote(last).lower()))
    return len(kept) >= _WORDS_OF_A_TITLE and len(kept) * 2 > len(named)


def _shares_words(source: SplitResult, goal: SplitResult) -> bool:
    """Whether the target still names what the last part of the wanted path (or its query) named."""
    last = source.path.rstrip("/").rpartition("/")[2]
    named = set(_WORD.findall(unquote(f"{last} {source.query}").lower()))
    kept = named & set(_WORD.findall(unquote(f"{goal.path} {goal.query}").lower()))
    return bool(named) and len(kept) * 2 >= len(named)
