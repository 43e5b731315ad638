"""From a host and port to the addresses that may be connected to, or to the failure that forbids it.

In order: names and literal addresses that are never asked; `--resolve`; the system's name server, each of whose answers
is vetted. The connection then goes to exactly these addresses, so that a name cannot answer differently a second time.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from typing import NamedTuple

from verifier.web.addresses import Address, Network, in_tor, literal_address, local_name, private_name, refusal
from verifier.web.exchange import FailureKind
from verifier.web.overrides import NoAddress, Override, find

Lookup = Callable[[str], list[Address]]
"""Asks the system for a host's addresses; raises OSError (mostly socket.gaierror) or UnicodeError."""

_MOST_REMEMBERED = 4096  # hosts; what the spelling of one says is soon found out again
_NO_DATA = getattr(socket, "EAI_NODATA", None)


class NetworkError(Exception):
    """Why no connection could be made, or why one broke; the client turns it into a `Failure`."""

    def __init__(self, kind: FailureKind, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.detail = detail


class Endpoint(NamedTuple):
    """One address to connect to."""

    address: Address
    port: int


def system_lookup(host: str) -> list[Address]:
    """Ask the system's resolver, in its order of preference; IPv6 zone ids are cut off."""
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers))


class Resolver:
    """Resolves each host once per run; names that exist or surely don't are remembered, troubles are not.

    Lookups run in daemon threads of their own (at most `threads` that anyone still waits for): a name server that never
    answers must neither fill the event loop's executor nor hold up the end of the program.
    """

    def __init__(
        self,
        *,
        overrides: Iterable[Override] = (),
        allowed: Iterable[Network] = (),
        timeout: float = 20.0,
        lookup: Lookup = system_lookup,
        threads: int = 32,
    ) -> None:
        self._overrides = tuple(overrides)
        self._allowed = tuple(allowed)
        self._timeout = timeout
        self._lookup = lookup
        self._slots = asyncio.Semaphore(threads)
        self._known: dict[str, list[Address] | NetworkError] = {}
        self._asking: dict[str, asyncio.Task[list[Address]]] = {}
        self._refused: dict[str, str | None] = {}

    def refuse(self, host: str) -> str | None:
        """Why `host`, as it stands in a URL, must never be asked; None when it may be. Sends nothing."""
        if host not in self._refused:
            if len(self._refused) >= _MOST_REMEMBERED:
                self._refused.clear()
            self._refused[host] = self._refuse(host)
        return self._refused[host]

    def _refuse(self, host: str) -> str | None:
        if local_name(host):
            return f"{host} always means the machine itself"
        address = literal_address(host)
        return None if address is None else refusal(address, self._allowed)

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        """Where to connect for `host`, best first; raises NetworkError."""
        reason = self.refuse(host)
        if reason is not None:
            raise NetworkError(FailureKind.REFUSED_ADDRESS, f"not asked: {reason}")
        override = find(self._overrides, host, port) if self._overrides else None
        if override is not None:
            return [await self._overridden(host, port, override)]
        address = literal_address(host)
        if address is not None:
            return [Endpoint(address, port)]
        if in_tor(host):
            words = f"not asked: {host} stands in the Tor network, and a name server must not learn who looks for it"
            raise NetworkError(FailureKind.REFUSED_ADDRESS, words)
        return [Endpoint(address, port) for address in self._vetted(host, await self._addresses(host))]

    async def _overridden(self, host: str, port: int, override: Override) -> Endpoint:
        match override.target:
            case NoAddress.NXDOMAIN:
                raise _no_such_name(host)
            case NoAddress.SERVFAIL:
                raise _trouble(host)
            case NoAddress.SILENT:
                await asyncio.sleep(self._timeout)
                raise _silence(host, self._timeout)
            case target:
                return Endpoint(target, port if override.target_port is None else override.target_port)

    def _vetted(self, host: str, addresses: list[Address]) -> list[Address]:
        reasons = [(address, refusal(address, self._allowed)) for address in addresses]
        allowed = [address for address, reason in reasons if reason is None]
        if not allowed:
            raise NetworkError(FailureKind.REFUSED_ADDRESS, f"not asked: {host} resolves to {reasons[0][1]}")
        return allowed

    async def _addresses(self, host: str) -> list[Address]:
        known = self._known.get(host)
        if known is None:
            task = self._asking.get(host)
            if task is None:
                task = self._asking[host] = asyncio.create_task(self._ask(host))
                task.add_done_callback(lambda done: self._asked(host, done))
            # Whoever started the lookup may be cancelled; the others still wait for it.
            return await asyncio.shield(task)
        if isinstance(known, NetworkError):
            raise NetworkError(known.kind, known.message, known.detail)
        return known

    def _asked(self, host: str, task: asyncio.Task[list[Address]]) -> None:
        del self._asking[host]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            self._known[host] = task.result()
        elif isinstance(error, NetworkError) and error.kind is not FailureKind.DNS_FAILURE:
            self._known[host] = error

    async def _ask(self, host: str) -> list[Address]:
        async with self._slots:
            try:
                async with asyncio.timeout(self._timeout):
                    addresses = await _in_daemon_thread(self._lookup, host)
            except TimeoutError:
                raise _silence(host, self._timeout) from None
            except UnicodeError:
                raise NetworkError(FailureKind.MALFORMED, f"{host!r} cannot be a host name") from None
            except OSError as error:
                failure = _named(host, error)
                if failure.kind is FailureKind.NXDOMAIN and (forgotten := await self._forgotten()) is not None:
                    raise _forgetful(host, forgotten) from None
                raise failure from None
        if not addresses:
            raise _no_data(host)
        return addresses

    async def _forgotten(self) -> str | None:
        """A name that existed earlier in this run and is unknown now, when the last one such is asked for anew.

        A name server that has lost its own network may deny every name; that says nothing of any of them.
        """
        known = next((name for name, found in reversed(self._known.items()) if isinstance(found, list)), None)
        if known is None:
            return None
        try:
            async with asyncio.timeout(self._timeout):
                return None if await _in_daemon_thread(self._lookup, known) else known
        except (OSError, UnicodeError):
            return known


def _named(host: str, error: OSError) -> NetworkError:
    if not isinstance(error, socket.gaierror):  # this system, not the name server: no descriptor is left, say
        return NetworkError(FailureKind.DNS_FAILURE, f"{host} could not be looked up from here: {error.strerror}")
    if error.errno == socket.EAI_NONAME:
        return _no_such_name(host)
    if error.errno == _NO_DATA:
        return _no_data(host)
    return _trouble(host)


def _no_such_name(host: str) -> NetworkError:
    if private_name(host):
        words = f"{host} is known in its own network only, and not to the name server here"
        return NetworkError(FailureKind.DNS_FAILURE, words, "private_name")
    return NetworkError(FailureKind.NXDOMAIN, f"the name {host} does not exist (NXDOMAIN)")


def _no_data(host: str) -> NetworkError:
    return NetworkError(FailureKind.DNS_FAILURE, f"the name {host} exists, but has no address", "no_data")


def _trouble(host: str) -> NetworkError:
    return NetworkError(FailureKind.DNS_FAILURE, f"the name server could not answer for {host} (SERVFAIL)", "servfail")


def _forgetful(host: str, known: str) -> NetworkError:
    words = f"the name server denies {host}, but also {known}, which it knew earlier in this run"
    return NetworkError(FailureKind.DNS_FAILURE, words, "forgetful")


def _silence(host: str, seconds: float) -> NetworkError:
    return NetworkError(FailureKind.DNS_FAILURE, f"no name server answered for {host} within {seconds:g} s", "timeout")


async def _in_daemon_thread(lookup: Lookup, host: str) -> list[Address]:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[Address]] = loop.create_future()

    def deliver(addresses: list[Address], error: Exception | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(addresses)
        else:
            answer.set_exception(error)

    def run() -> None:
        addresses: list[Address] = []
        problem: Exception | None = None
        try:
            addresses = lookup(host)
        except (OSError, ValueError) as error:
            problem = error
        try:
            loop.call_soon_threadsafe(deliver, addresses, problem)
        except RuntimeError:
            return  # the loop closed while the name server was silent: nobody waits for this answer any more

    threading.Thread(target=run, name=f"resolve {host}", daemon=True).start()
    return await answer
