from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.store import History


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".verify" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with History.open(path) as opened:
        yield opened
