"""Mounts the simulated archive with the captures of the simulated web."""

from __future__ import annotations

from tests.web.server import Archive, EmptyArchive


def simulated_archive() -> Archive:
    """An archive that holds `tests.web.captures.CAPTURES`."""
    return EmptyArchive()
