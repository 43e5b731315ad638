"""Patterns that not every letter needs: written at the top of a file like any other, compiled when first used.

In: what `re.compile` takes. Out: what serves as the compiled pattern. To compile all of them at once took a third of
the time in which a short letter is read (measured). Those that every letter needs, and small ones, are not put off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, cast


def compile_late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What serves as `re.compile(pattern, flags)`, but is compiled when it is first used.

    Use it by its methods: the functions of `re` would not know it for a pattern. Raises re.error when it is first used.
    """
    return cast("re.Pattern[AnyStr]", _Late(partial(re.compile, pattern, flags)))


class _Late:
    """Stands for a pattern that is yet to be compiled."""

    def __init__(self, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> object:
        """A method of the pattern, kept so that the next call finds it at once."""
        method: object = getattr(self._compiled(), name)
        setattr(self, name, method)
        return method
