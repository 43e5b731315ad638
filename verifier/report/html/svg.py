"""Shapes -> small inline SVG. No text stands in it but its name and description, so that it may be stretched.

Colours come from the page's style sheet by class, light and dark; nothing from a letter goes in unescaped.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def number(value: float) -> str:
    """A coordinate in as few characters as will do: a tenth of a unit is less than anyone sees."""
    return f"{value:.1f}".rstrip("0").rstrip(".") or "0"


def rectangle(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    """A rectangle of the class `kind`."""
    size = f'width="{number(width)}" height="{number(height)}"'
    at = "".join(f' {name}="{number(value)}"' for name, value in (("x", x), ("y", y)) if value)
    return Markup(f'<rect class="{escape(kind)}"{at} {size}/>')  # noqa: S704  numbers, and a class that is escaped


def circle(kind: str, x: float, y: float, radius: float) -> Markup:
    """A circle of the class `kind`."""
    where = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return Markup(f'<circle class="{escape(kind)}" {where}/>')  # noqa: S704  likewise


def path(kind: str, data: str) -> Markup:
    """A path of the class `kind`; `data` is made of commands and numbers of our own."""
    return Markup('<path class="{}" d="{}"/>').format(kind, data)


def picture(
    kind: str, width: float, height: float, shapes: Iterable[Markup], *, name: str, description: str = ""
) -> Markup:
    """A picture with a `name` and, where the text around it does not say it all, a `description`.

    `kind` is its class; `width` and `height` are those of its coordinates.
    """
    told = Markup("<title>{}</title>").format(name)
    told += Markup("<desc>{}</desc>").format(description) if description else ""
    size = Markup("0 0 {} {}").format(number(width), number(height))
    inside = Markup("").join(shapes)
    return Markup('<svg class="{}" viewBox="{}" preserveAspectRatio="xMinYMid" role="img">{}{}</svg>').format(
        kind, size, told, inside
    )


def bar(parts: Iterable[tuple[str, float]]) -> Markup:
    """A bar of parts, each with its class and its share of the whole width (0 to 1); decoration beside a number."""
    start, shapes = 0.0, []
    for kind, share in parts:
        shapes.append(rectangle(kind, start, 0, 100 * share, 10))
        start += 100 * share
    inside = Markup("").join(shapes)
    return Markup(
        '<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    ).format(inside)
