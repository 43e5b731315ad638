"""Rectangles on a page."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the page as shown: points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """From its foot to its top, in points."""
        return self.top - self.bottom

    def around(self, other: Box) -> Box:
        """The box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def turned(self, quarters: int, width: float, height: float) -> Box:
        """Where it is on a page of this size that is shown turned clockwise by so many quarters."""
        match quarters:
            case 1:
                return Box(self.bottom, height - self.right, self.top, height - self.left)
            case 2:
                return Box(width - self.right, height - self.top, width - self.left, height - self.bottom)
            case 3:
                return Box(width - self.top, self.left, width - self.bottom, self.right)
            case _:
                return self

    def mirrored(self, width: float) -> Box:
        """Where it is seen in a mirror beside a page of this width."""
        return Box(width - self.right, self.bottom, width - self.left, self.top)


NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
box_of = partial(tuple.__new__, Box)
"""A box of its four numbers, in a third of the time that naming them takes."""
