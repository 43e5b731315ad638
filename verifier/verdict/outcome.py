"""The live outcome once the citation is known: moved, redirected home or elsewhere, and what a title clears.

In: the outcome that the response has by itself, and whether the cited title or a quotation is on the page.
Title and quotation match beat every sign taken from the URL's shape (`verdicts.md`, part 1).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from verifier.model.citation import Kind
from verifier.model.evidence import ANSWERED_OTHERWISE, DEAD, ArchiveResult, Hop, LiveOutcome, LiveResult
from verifier.verdict.evidence import Look

_PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
RECENT = timedelta(days=90)
"""A capture no older than this tells how a page is today."""
_RESOLVED = frozenset({Kind.DOI, Kind.HANDLE, Kind.ARXIV, Kind.PMID, Kind.URN, Kind.UN_SYMBOL, Kind.ECLI})
"""Kinds that a resolver answers for: being sent on is what they are for."""
_RESOLVER_HOSTS = frozenset({"doi.org", "dx.doi.org", "hdl.handle.net"})

_HOME = re.compile(r"(?i)(?:home|start|welcome|index|default)(?:\.\w{3,5})?|[a-z]{2}(?:[-_][a-z]{2})?")
"""Path segments of home pages, those of one language among them (/en, /pt-br/home)."""
_SECTION = re.compile(r"/[^\W\d_]{3,15}")
THE_RESOLVER_KNOWS = "the resolver knows it"

_BEYOND_THE_RESOLVER = frozenset(
    {
        LiveOutcome.BOT_WALL,
        LiveOutcome.ACCESS_WALL,
        LiveOutcome.RATE_LIMITED,
        LiveOutcome.ACCESS_DENIED,
        LiveOutcome.SERVER_ERROR,
        LiveOutcome.TIMEOUT,
        LiveOutcome.UNREACHABLE,
        LiveOutcome.TLS_ERROR,
        LiveOutcome.UNRENDERED,
    }
)


def refine(url: str, kind: Kind, look: Look) -> LiveResult | None:
    """The live result of `look` with its final outcome for this citation."""
    live = look.live
    if live is None:
        return None
    live = _confirmed_by_captures(live, look.recent)
    if kind in _RESOLVED:
        return _resolved(live)
    if live.outcome is LiveOutcome.SOFT_404 and look.matches:
        return _with(live, LiveOutcome.OK, f"the page {_matched(look)}")
    if live.outcome is not LiveOutcome.OK or not live.redirects or live.final_url is None:
        return live
    if same_place(url, live.final_url):
        return live
    return _redirected(url, live, look)


def _confirmed_by_captures(live: LiveResult, recent: ArchiveResult | None) -> LiveResult:
    """The result, confirmed when an archive lately met the same error, and no page since."""
    if live.outcome is not LiveOutcome.NOT_FOUND or live.confirmed or recent is None:
        return live
    newest = max(recent.captures, key=lambda one: one.day, default=None)
    oldest = f"{live.checked_at - RECENT:%Y%m%d}"
    if newest is None or newest.status_code not in _GONE or newest.day < oldest:
        return live
    day = f"{newest.day[:4]}-{newest.day[4:6]}-{newest.day[6:]}"
    words = f"{recent.service} captured the same error (HTTP {newest.status_code}) on {day}"
    return replace(live, confirmed=True, evidence=(*live.evidence, words))


def _redirected(url: str, live: LiveResult, look: Look) -> LiveResult:
    final = live.final_url or ""
    comparable = look.title_matches is not None
    if look.matches:
        if all(hop.status_code in _PERMANENT for hop in _real_hops(live)):
            return _with(live, LiveOutcome.MOVED, f"moved for good to a page that {_matched(look)}")
        return _with(live, LiveOutcome.OK, f"sent on for now to a page that {_matched(look)}")
    if comparable and look.sharing and not any(ANSWERED_OTHERWISE in one for one in live.evidence):
        words = f"{look.sharing} different links of the same host end at {final}, which does not bear the cited title"
        return _with(live, LiveOutcome.SOFT_404, words)
    if shrunk(url, final) or (comparable and _is_a_section_above(url, final)):
        said = "the cited title was not found there" if comparable else "that is a home page or a mere section"
        return _with(live, LiveOutcome.REDIRECTED_HOME, said)
    if comparable:
        return _with(live, LiveOutcome.REDIRECTED_ELSEWHERE, "the page there does not bear the cited title")
    return _with(live, LiveOutcome.OK, "the citation gives no title to compare the page there with")


def _matched(look: Look) -> str:
    """What of the citation the page holds."""
    return "bears the cited title" if look.title_matches else "holds the quoted words"


def _resolved(live: LiveResult) -> LiveResult:
    """A DOI that its resolver sends on is right, whatever the publisher's site then does to programs.

    A publisher who answers that the page is gone has told readers so too: the link leads them nowhere.
    """
    sent_on = any(urlsplit(hop.url).hostname in _RESOLVER_HOSTS for hop in live.redirects)
    if sent_on and live.outcome in _BEYOND_THE_RESOLVER:
        met = live.outcome.value.replace("_", " ")
        words = f"{THE_RESOLVER_KNOWS} and leads to {live.final_url}; that site then gave: {met}"
        return _with(live, LiveOutcome.OK, words)
    if sent_on and live.outcome in DEAD:
        words = f"{THE_RESOLVER_KNOWS}, but the page it leads to is gone: the publisher should be told"
        return _with(live, live.outcome, words)
    return live


def _with(live: LiveResult, outcome: LiveOutcome, words: str) -> LiveResult:
    return replace(live, outcome=outcome, evidence=(*live.evidence, words))


def _real_hops(live: LiveResult) -> list[Hop]:
    """Hops that lead to another page; http to https, www or a slash alone is no move, whatever its code."""
    targets = [*(hop.url for hop in live.redirects[1:]), live.final_url or ""]
    return [hop for hop, target in zip(live.redirects, targets, strict=True) if not same_place(hop.url, target)]


def same_place(one: str, other: str) -> bool:
    """Whether two URLs differ only in what is no move: scheme, www., a slash at the end, escapes, added parameters."""
    a, b = urlsplit(one), urlsplit(other)
    if bare_host(a) != bare_host(b) or _path(a) != _path(b):
        return False
    return set(parse_qsl(a.query, keep_blank_values=True)) <= set(parse_qsl(b.query, keep_blank_values=True))


def shrunk(url: str, final: str) -> bool:
    """Whether a deep link ends at a home page or at a mere section of its own path."""
    a, b = urlsplit(url), urlsplit(final)
    deep, short = _path(a).split("/"), _path(b).split("/")
    if deep == [""] and not a.query:
        return False
    if short == [""] or (len(short) <= 3 and all(map(_HOME.fullmatch, short[1:])) and short[1:] != deep[1:]):
        return True
    return bare_host(a) == bare_host(b) and len(short) < len(deep) and deep[: len(short)] == short


def _is_a_section_above(url: str, final: str) -> bool:
    """Whether a deep link ends at a page of its host that is named by one plain word, as /news: mostly a section."""
    a, b = urlsplit(url), urlsplit(final)
    same = bare_host(a) == bare_host(b) and _path(a).count("/") > 1
    return same and not b.query and _SECTION.fullmatch(_path(b)) is not None


def bare_host(parts: SplitResult) -> str:
    """The host without `www.`, which makes no difference between two places."""
    return (parts.hostname or "").removeprefix("www.")


def _path(parts: SplitResult) -> str:
    return unquote(parts.path).rstrip("/")
