"""pytest plugin: the simulated web as a fixture. Register with `pytest_plugins = ["tests.web.fixtures"]`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.captures import simulated_archive
from tests.web.server import SimulatedWeb


@pytest.fixture(scope="session")
def _one_web() -> Iterator[SimulatedWeb]:
    with SimulatedWeb(archive=simulated_archive()) as web:
        yield web
    assert not web.errors, web.errors


@pytest.fixture
def simulated_web(_one_web: SimulatedWeb) -> SimulatedWeb:
    """The simulated web, running; shared by the session, with an empty log."""
    _one_web.reset_log()
    return _one_web
