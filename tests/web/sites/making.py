"""Short forms for the commonest rows: a page that is fine, and an answer that is an article."""

from __future__ import annotations

from typing import Any

from tests.web.behaviours import Answer, Behaviour
from tests.web.model import Page, Truth
from tests.web.pages import article


def text(title: str, seed: str, **more: Any) -> Answer:
    """An article as a plain answer."""
    return Answer(article(title, seed=seed, **more))


def good(url: str, title: str | None, why: str, behaviour: Behaviour | None = None, **more: Any) -> Page:
    """A page that is what it says; an article of that title unless given otherwise."""
    truth = Truth("ok", "ok", title, why)
    return Page(url, behaviour or text(title or "Untitled", url, **more), truth)


def target(url: str, title: str, **more: Any) -> Page:
    """A page that nothing cites: where a redirect leads, or a neighbour."""
    return Page(url, text(title, url, **more))


def gone(url: str, title: str | None, why: str, behaviour: Behaviour | None = None, **more: Any) -> Page:
    """A page that is no longer there, and says so; without a behaviour the host's own error page answers."""
    return Page(url, behaviour, Truth("not_found", "broken", title, why, **more))


def soft(url: str, title: str | None, why: str, behaviour: Behaviour | None = None, **more: Any) -> Page:
    """A page that is no longer there on a host that claims success."""
    return Page(url, behaviour, Truth("soft_404", "broken", title, why, **more))


def unclear(
    outcome: str, url: str, title: str | None, why: str, behaviour: Behaviour | None = None, **more: Any
) -> Page:
    """A page that nobody can judge from here: the verdict is to look by hand."""
    return Page(url, behaviour, Truth(outcome, "review", title, why, **more))
