"""What every test may rely on: the simulated web, and nothing of this machine's own settings."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a loaded machine is no failure
settings.load_profile("untimed")

pytest_plugins = ["tests.web.fixtures"]


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("VERIFY_") or name.lower().endswith("_proxy") or name == "NO_COLOR":
            monkeypatch.delenv(name)
