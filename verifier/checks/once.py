"""Questions that are asked once in a run, however many links want the answer: one request, one task, one answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

_Answer = TypeVar("_Answer")


class Once(Generic[_Answer]):
    """Answers by the key of their question."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[_Answer]] = {}

    async def ask(self, key: str, question: Callable[[], Coroutine[Any, Any, _Answer]]) -> tuple[_Answer, bool]:
        """The answer to `question`, and whether it was asked just now; it goes on when whoever waits for it stops."""
        task = self._tasks.get(key)
        if task is not None:
            return await asyncio.shield(task), False
        task = self._tasks[key] = asyncio.create_task(question())
        return await asyncio.shield(task), True
