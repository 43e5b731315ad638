"""What `verify save` asks before it publishes anything, and what came of it: plain text for a terminal or a log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from verifier.model.saving import DONE, SaveOutcome, SaveResult
from verifier.report import escapes, words
from verifier.report.masking import mask_secrets

_INDENT = "  "
_LABEL = 10
_AT_MOST = 4_000


class Page(Protocol):
    """One page and where it is cited."""

    @property
    def url(self) -> str:
        """The address to capture."""
        ...

    @property
    def places(self) -> tuple[str, ...]:
        """Notes and lines, in words."""
        ...


def intention(pages: Sequence[Page], service: str) -> str:
    """The pages that would become public, each with its places; shown before anything is sent."""
    if not pages:
        return f"Nothing to capture at {service}.\n"
    those = "This page" if len(pages) == 1 else f"These {len(pages)} pages"
    lines = [f"{those} would be captured by {service}, for everybody to see and for good:"]
    lines += [_page(page) for page in pages]
    return "\n".join(lines) + "\n"


def left_out(pages: Iterable[tuple[Page, str]], copied: int, not_live: int) -> str:
    """What is not asked for, each with its reason; how much has a copy, and how much shows no page to capture."""
    lines = []
    for page, why in pages:
        lines += [f"Not asked for:{_page(page)[1:]}", f"{_INDENT * 2}{escapes.prose(why, 500)}"]
    if copied:
        has = "has a good copy already" if copied == 1 else "have a good copy already (--again captures them anew)"
        lines.append(f"{words.count(copied, 'page')} {has}.")
    if not_live:
        show = "shows" if not_live == 1 else "show"
        lines.append(f"{words.count(not_live, 'link')} {show} no page to capture; `verify` tells more.")
    return "".join(f"{line}\n" for line in lines)


def allowed(daily: int | None, limit: int | None, wanted: int) -> str:
    """What the account may still do today; empty when the service did not say."""
    if daily is None or limit is None:
        return ""
    told = f"The account has made {daily:,} of {limit:,} captures today."
    left = max(0, limit - daily)
    return told + (f" Only {left} of these pages can be captured now.\n" if left < wanted else "\n")


def result(one: SaveResult) -> str:
    """What became of one page: the outcome, its address, then its copy or the reason."""
    lines = [f"{one.outcome.value:{_LABEL}}{_link(one.url)}"]
    if one.copy:
        lines.append(f"{'':{_LABEL}}{_link(one.copy)}")
    if one.why:
        lines.append(f"{'':{_LABEL}}{escapes.prose(one.why, 1000)}")
    return "\n".join(lines) + "\n"


def summary(results: Sequence[SaveResult], service: str) -> str:
    """One line for all."""
    counted = Counter(one.outcome for one in results)
    done = sum(counted[outcome] for outcome in DONE)
    parts = [f"{words.count(done, 'page')} captured" if done else "nothing captured"]
    parts += [
        f"{counted[outcome]} {outcome.value}" for outcome in SaveOutcome if outcome not in DONE and counted[outcome]
    ]
    return f"{service}: {', '.join(parts)}\n"


def _page(page: Page) -> str:
    shown = ", ".join(page.places[:3]) + (f" and {len(page.places) - 3} more" if len(page.places) > 3 else "")
    return f"{_INDENT}{_link(page.url)}  ({escapes.prose(shown, 200)})"


def _link(url: str) -> str:
    return escapes.link(mask_secrets(url), _AT_MOST)
