"""A walk over an XML tree by events instead of recursion, so that nesting costs no stack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Start: TypeAlias = "Callable[[Element], bool]"
"""Begins an element; False leaves out all that it holds, and its end."""
End: TypeAlias = "Callable[[Element], None]"


def walk(
    root: Element,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    *,
    default: Start | None = None,
    tail: End | None = None,
) -> None:
    """Call `starts` and `ends` by tag for everything inside `root`, in the order of the document.

    `default` begins elements that `starts` does not know. `tail` is called after each element inside that text follows,
    whatever became of the element.
    """
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: Element | None = None
    for event, element in walker:
        if element is root:
            continue
        if event == "start":
            begin = starts.get(element.tag, default)
            if begin is not None and not begin(element):
                walker.skip_subtree()
                skipped = element
            continue
        if element is skipped:
            skipped = None
        elif (end := ends.get(element.tag)) is not None:
            end(element)
        if tail is not None and element.tail:
            tail(element)


def leave_out(_: Element) -> bool:
    """The start of an element that holds nothing to read."""
    return False
