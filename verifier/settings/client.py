"""The part of the settings that shapes the HTTP client."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.settings import Settings
    from verifier.web.config import ClientConfig

_ARCHIVE_CONCURRENCY = 5
"""An archive's own published limits pace it (checks/archive/ask.py); it answers slowly, so several may wait."""


def client_config(settings: Settings, archives: Iterable[str]) -> ClientConfig:
    """What the client is told; `archives` are the hosts of the archives that are asked."""
    from verifier.web.config import ClientConfig, HostConfig, user_agent
    from verifier.web.overrides import parse_override

    return ClientConfig(
        user_agent=settings.user_agent or user_agent(settings.contact),
        timeout=settings.timeout.total_seconds(),
        concurrency=settings.concurrency,
        host_concurrency=settings.host_concurrency,
        host_interval=settings.host_interval.total_seconds(),
        allow_networks=tuple(ip_network(network) for network in settings.allow_network),
        overrides=tuple(parse_override(text) for text in settings.resolve),
        ca_bundle=settings.ca_bundle,
        proxy=settings.proxy,
        hosts={host: HostConfig(concurrency=_ARCHIVE_CONCURRENCY) for host in archives}
        | {
            host: HostConfig(
                interval=per_host.interval.total_seconds() if per_host.interval is not None else None,
                concurrency=per_host.concurrency,
                headers=tuple(per_host.headers.items()),
            )
            for host, per_host in settings.hosts.items()
        },
    )
