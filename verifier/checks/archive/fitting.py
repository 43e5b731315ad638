"""Which captures may be of what is cited, in which order they are read, and what they tell of each other. Pure.

In: a `Case`, and captures as an index lists them or as they were read. Out: those that are worth reading, or a reading
with what speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.checks.archive.case import Case
from verifier.checks.archive.cdx import Capture, Listing
from verifier.checks.archive.choose import by_nearness
from verifier.checks.archive.look import Found, Reading


def to_read(case: Case, captures: Sequence[Capture], first: Reading | None) -> list[Capture]:
    """The captures that may be good, the nearest first; of those from before the page was published one, and last."""
    ordered = by_nearness(case.cited, captures)
    younger = [one for one in ordered if not case.precedes_page(one.timestamp)]
    if first is not None and case.precedes_page(first.memento.timestamp):
        return younger
    return younger + [one for one in ordered if case.precedes_page(one.timestamp)][:1]


def of_the_page(case: Case, found: Found) -> Found:
    """What was found; of no use if it does not hold what it must, or is older than the page and not of its title."""
    if not isinstance(found, Reading) or found.why_bad is not None:
        return found
    if case.holds is not None:
        shown = case.holds(found.title, found.page)
        return found if shown else replace(found, why_bad="it does not show what is cited", page=None)
    if case.precedes_page(found.memento.timestamp) and case.errand.title and not found.named:
        return replace(found, why_bad=f"it is older than the page, which is dated {case.published}", page=None)
    return found


def digests_of(first: Reading | None, captures: Sequence[Capture]) -> set[str]:
    """What the index gives as the digest of the `first` capture that was read, if that one is no use."""
    if first is None or first.why_bad is None:
        return set()
    return {one.digest for one in captures if one.timestamp == first.memento.timestamp and is_as_listed(one, first)}


def pages(case: Case, listing: Listing) -> list[Capture]:
    """The captures that are not known to hold something else than the page: equal walls say nothing of it."""
    return [capture for capture in listing.captures if capture.digest not in case.useless]


def is_around(case: Case, timestamp: str, listing: Listing) -> bool:
    """Whether a capture holds the same bytes as the one of a page that is nearest to the date."""
    ordered = by_nearness(case.cited, pages(case, listing))
    return bool(ordered) and ordered[0].digest in {one.digest for one in ordered if one.timestamp == timestamp}


def is_as_listed(capture: Capture, found: Reading) -> bool:
    """Whether playback showed the status that the index lists: else the listed digest is not of what was shown."""
    return capture.status_code in (None, found.memento.response.status_code)


def around(reading: Reading) -> list[str]:
    """The captures named with this one, but no later ones than the next.

    The newest of all is another one every week: results that name it could not share their text in the history.
    """
    here = reading.memento.timestamp
    later = [timestamp for timestamp in reading.memento.neighbours if timestamp > here]
    return [timestamp for timestamp in reading.memento.neighbours if timestamp < here] + sorted(later)[:1]
