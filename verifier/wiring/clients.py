"""The concrete clients: who fetches, who is asked, and by which clock. Settings in, clients out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from verifier.pipeline import Clock, Desk
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.checks.archives import ArchiveChecker
    from verifier.checks.saving.save_page_now import Keys, SavePageNow
    from verifier.web.config import ClientConfig
    from verifier.web.exchange import Fetcher
    from verifier.web.replay import Recorded

_ARCHIVE_PATIENCE = 90.0
"""Seconds that an archive may ask to be left alone before the run gives it up."""


def clock() -> Clock:
    """The time that runs go by."""
    return Clock()


def put_clients(desk: Desk, settings: Settings, fetcher: Fetcher, seed: str | None) -> None:
    """Give the desk its clients: the live checker, unless the run is private, and the archives."""
    if not settings.private:
        from verifier.checks.live import LiveChecker

        accept = {host: frozenset(per_host.accept) for host, per_host in settings.hosts.items() if per_host.accept}
        desk.live = LiveChecker(fetcher, desk.now, accept=accept, seed=seed)
    desk.archives = tuple(archive_client(address, desk, fetcher) for address in archives_of(settings))


def archives_of(settings: Settings) -> tuple[str, ...]:
    """The addresses of the archives that are to be asked; the Wayback Machine unless the user names others."""
    if settings.no_archive:
        return ()
    if not settings.archive:
        from verifier.checks.archives import WAYBACK

        return (f"https://{WAYBACK}",)
    from verifier.checks.archive.memento import archive_address

    return tuple(archive_address(name) for name in settings.archive)


def host_of(address: str) -> str:
    """The host of an archive's address: its name in reports."""
    return urlsplit(address).hostname or address


def archive_client(
    address: str, desk: Desk, fetcher: Fetcher, *, patience: float = _ARCHIVE_PATIENCE
) -> ArchiveChecker:
    """The client of one archive, paced at what that archive allows; `patience` is the longest pause it is granted."""
    from verifier.checks.archive.ask import archive_limits
    from verifier.checks.archives import WAYBACK

    service, time = host_of(address), desk.clock
    if service == WAYBACK:
        from verifier.checks.archive.wayback import Wayback

        return Wayback(
            fetcher, archive_limits(service, time.monotonic, time.sleep, patience=patience), desk.now, base=address
        )
    from verifier.checks.archive.memento import RATES, MementoArchive
    from verifier.web.limits import ServiceLimits

    limits = ServiceLimits(service, RATES, patience=patience, clock=time.monotonic, sleep=time.sleep)
    return MementoArchive(fetcher, limits, desk.now, base=address)


@asynccontextmanager
async def fetcher(settings: Settings, recorded: Recorded | None = None) -> AsyncIterator[Fetcher]:
    """Who fetches: the client, one that keeps what it fetches, or a record."""
    from verifier.pipeline.secrecy import concealed

    if settings.replay is not None:
        from verifier.web.replay import Recorded, ReplayFetcher

        yield ReplayFetcher(recorded or Recorded(settings.replay), concealed)
        return
    if settings.record is not None:
        from verifier.web.record import recording

        async with recording(settings.record, _client_config(settings), concealed, clock().now) as keeping:
            yield keeping
        return
    from verifier.web.client import HttpFetcher

    async with HttpFetcher(_client_config(settings)) as fetcher:
        yield fetcher


def save_page_now(fetcher: Fetcher, keys: Keys, *, patience: float = _ARCHIVE_PATIENCE) -> SavePageNow:
    """The client of Save Page Now with the user's keys; `patience` is the longest pause it is granted."""
    from verifier.checks.archive.ask import archive_limits
    from verifier.checks.archives import WAYBACK
    from verifier.checks.saving.save_page_now import SavePageNow

    limits = archive_limits(WAYBACK, clock().monotonic, clock().sleep, patience=patience)
    return SavePageNow(fetcher, limits, clock().now, keys)


def _client_config(settings: Settings) -> ClientConfig:
    from verifier.settings.client import client_config

    return client_config(settings, [host_of(address) for address in archives_of(settings)])
