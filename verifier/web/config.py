"""What shapes the client's behaviour: one frozen value, made once from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import __version__

if TYPE_CHECKING:
    from verifier.web.overrides import Override


def user_agent(contact: str | None = None) -> str:
    """The one honest name that every request carries, with where to reach whoever runs the tool."""
    return f"verifier/{__version__} (+{contact})" if contact else f"verifier/{__version__}"


@dataclass(frozen=True, slots=True)
class HostConfig:
    """What holds for one host instead of the rest: seconds between requests, how many at once, extra headers."""

    interval: float | None = None
    concurrency: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """Everything the client can be told. Times are in seconds.

    `timeout` bounds one request from resolving the name to the last byte, `total_timeout` a URL with its retries and
    the waiting between them; waiting for a turn under the client's own pacing counts for neither. `allow_networks` are
    ranges that may be connected to although they are not public.
    """

    user_agent: str = field(default_factory=user_agent)
    timeout: float = 20.0
    concurrency: int = 64
    host_concurrency: int = 2
    host_interval: float = 0.25
    allow_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    overrides: tuple[Override, ...] = ()
    ca_bundle: Path | None = None
    proxy: str | None = None
    retries: int = 2
    hosts: Mapping[str, HostConfig] = field(default_factory=dict)

    @property
    def total_timeout(self) -> float:
        """Seconds that one URL may take, retries included."""
        return self.timeout * 3
