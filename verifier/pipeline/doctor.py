"""`verify doctor`: can this machine, here and now, do the job? What it finds, in plain words.

In: the clients that a run would use, the history's path, the proxy. Out: `Sign`s, one per thing looked at. It asks one
neutral page, one name that cannot exist, and each archive for one page that all of them keep: nothing of any letter.
"""

from __future__ import annotations

import os
import platform
import secrets
import ssl
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import __version__
from verifier.checks.saving.save_page_now import ACCESS_NAME, SECRET_NAME, Keys
from verifier.model.errors import StoreError, UsageError
from verifier.model.evidence import WITH_COPY
from verifier.report import escapes
from verifier.web.exchange import Failure, FailureKind, Fetcher, Request, Response

if TYPE_CHECKING:
    from verifier.checks.archives import ArchiveChecker
    from verifier.checks.saving.save_page_now import SavePageNow

PROBE = "https://example.org/"
"""A page that exists to be an example; its answer tells of the network and of nothing else."""
_KEPT = "http://example.org/"
_WRONG_CLOCK = timedelta(minutes=5)
NEEDED = (
    "beautifulsoup4", "charset-normalizer", "click", "h11", "httpx", "jinja2", "lxml", "protego", "publicsuffixlist",
    "pypdfium2", "rapidfuzz", "rich", "sniffio", "tenacity", "truststore", "waybackpy",
)  # fmt: skip
"""The libraries without which the program is not whole, as `pyproject.toml` declares them."""
_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
_NO_WAY_OUT = frozenset({FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT, FailureKind.UNREACHABLE})


class State(StrEnum):
    """How bad a sign is: a note does not keep the program from doing its job."""

    FINE = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at: what it is, how it is, in words, and what to do about it."""

    name: str
    state: State
    words: str
    hint: str = ""

    @property
    def lines(self) -> str:
        """As it is printed."""
        advice = f"\n{'':9}{escapes.prose(self.hint)}" if self.hint else ""
        return f"{self.state.value:9}{self.name}: {escapes.prose(self.words)}{advice}"


def versions() -> Iterator[Sign]:
    """The program, Python, the system, and the libraries that the program needs."""
    yield Sign("verifier", State.FINE, f"{__version__}, Python {platform.python_version()}, {platform.platform()}")
    missing = []
    found = []
    for name in NEEDED:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    yield Sign("libraries", State.FINE, ", ".join(found))
    if missing:
        yield Sign("libraries", State.PROBLEM, f"{', '.join(missing)} missing", "Install the program again with pip.")


def history(path: Path, *, wanted: bool) -> Sign:
    """Whether the history file can be used; one that is not there is not begun."""
    if not wanted:
        return Sign("history", State.NOTE, "not kept (--no-history): an interrupted run begins anew")
    if not path.exists():
        folder = next((one for one in (path.parent, *path.parent.parents) if one.exists()), Path())
        if os.access(folder, os.W_OK):
            return Sign("history", State.FINE, f"{path} is not there yet; the first run begins it")
        return Sign("history", State.PROBLEM, f"{folder} cannot be written to", "Give another place with --history.")
    from verifier.store.history import History

    try:
        with History.open(path) as opened:
            runs = len(opened.runs())
    except StoreError as error:
        return Sign("history", State.PROBLEM, f"{path}: {error.message}", error.hint)
    return Sign("history", State.FINE, f"{path} holds {runs} runs, {path.stat().st_size / 1_000_000:.1f} MB")


def proxies(proxy: str | None, environment: Mapping[str, str]) -> Sign:
    """Which proxy requests go through. Those of the environment are not used, and a user may expect them to be."""
    if proxy:
        words = "all requests go through --proxy: addresses cannot be vetted, nor domains found gone"
        return Sign("proxy", State.NOTE, words)
    named = [name for name in _PROXIES if environment.get(name) or environment.get(name.lower())]
    if named:
        hint = "If this network needs its proxy, give it with --proxy."
        return Sign("proxy", State.NOTE, f"{', '.join(named)} is set in the environment, and is not used", hint)
    return Sign("proxy", State.FINE, "none")


def trust(context: ssl.SSLContext) -> Sign:
    """Whose certificates are believed."""
    if sys.platform in ("darwin", "win32"):
        return Sign("TLS trust", State.FINE, "the system's own certificate store")
    authorities = context.cert_store_stats()["x509_ca"]
    if authorities == 0 and not ssl.get_default_verify_paths().capath:
        hint = "Install the system's ca-certificates, or give a bundle with --ca-bundle."
        return Sign("TLS trust", State.PROBLEM, "no certificate authorities were found", hint)
    return Sign("TLS trust", State.FINE, f"{authorities or 'a folder of'} certificate authorities")


async def network(fetcher: Fetcher, now: datetime) -> tuple[Sign, ...]:
    """DNS, the way out, TLS and the clock, by one page; and whether the name server is honest about what is not."""
    answer = await fetcher.fetch(Request(PROBE, max_body=4096, retry=False))
    if isinstance(answer, Failure):
        return (_no_network(answer),)
    reached = f"{PROBE} answered {answer.status_code} after {answer.elapsed_ms} ms"
    return (Sign("network", State.FINE, f"DNS, TLS and HTTP work: {reached}"), _clock(answer, now))


async def honest_dns(fetcher: Fetcher) -> Sign:
    """A name that cannot exist must not be found, or no domain would ever be gone."""
    name = f"verifier-{secrets.token_hex(6)}.invalid"
    answer = await fetcher.fetch(Request(f"http://{name}/", max_body=1024, retry=False))
    if isinstance(answer, Failure) and answer.kind is FailureKind.NXDOMAIN:
        return Sign("DNS", State.FINE, "names that do not exist are not found")
    if isinstance(answer, Response) or answer.answered or answer.kind is FailureKind.REFUSED_ADDRESS:
        words = "the name server gives an address even for a name that cannot exist"
        hint = "Domains that are gone cannot be told here. Use another name server."
        return Sign("DNS", State.PROBLEM, words, hint)
    return Sign("DNS", State.NOTE, f"it is not known whether names that do not exist are found: {answer.message}")


async def archive(client: ArchiveChecker) -> Sign:
    """Whether an archive answers, and what it allows."""
    result = (await client.check(_KEPT, None)).result
    name = f"archive {client.service}"
    said = result.evidence[-1] if result.evidence else ""
    if result.outcome in WITH_COPY:
        return Sign(name, State.FINE, "reachable, and it does not throttle")
    if result.answered:
        hint = "Wait an hour before the next run; what it does not answer is reported as unknown, never as absent."
        throttled = "429" in said or "pause" in said
        state = State.PROBLEM if result.outcome == "unknown" else State.NOTE
        return Sign(name, state, f"it answers, but gives no copy of {_KEPT}: {said}", hint if throttled else "")
    hint = "Some networks block web archives. --no-archive checks without one."
    return Sign(name, State.PROBLEM, said or "no answer", hint)


def account(environment: Mapping[str, str]) -> tuple[Keys | None, Sign]:
    """The keys for `verify save`, if there are any, and how that is. Without them all other commands work."""
    if not any(environment.get(name) for name in (ACCESS_NAME, SECRET_NAME)):
        words = f"{ACCESS_NAME} and {SECRET_NAME} are not set: `verify save` cannot have pages captured"
        return None, Sign("account", State.NOTE, words)
    try:
        return Keys.of(environment), Sign("account", State.FINE, f"its keys are in {ACCESS_NAME} and {SECRET_NAME}")
    except UsageError as error:
        return None, Sign("account", State.PROBLEM, error.message, error.hint)


async def allowance(client: SavePageNow) -> Sign:
    """Whether the archive takes captures for the account, and how many today."""
    from verifier.checks.archive.ask import NoAnswerError
    from verifier.checks.saving.answers import Refused

    name = f"captures by {client.service}"
    try:
        answer = await client.allowance()
    except NoAnswerError as silent:
        return Sign(name, State.PROBLEM, f"it does not say what the account may do: {silent}")
    if isinstance(answer, Refused):
        return Sign(name, State.PROBLEM, answer.trouble.words, answer.trouble.todo)
    if answer.left_today is None:
        return Sign(name, State.FINE, "the keys are accepted")
    told = f"the keys are accepted; {answer.daily:,} of {answer.daily_limit:,} captures made today"
    return Sign(name, State.NOTE if answer.left_today == 0 else State.FINE, told)


def _no_network(failure: Failure) -> Sign:
    said = failure.message or failure.kind.value
    if failure.kind in (FailureKind.NXDOMAIN, FailureKind.DNS_FAILURE):
        return Sign("network", State.PROBLEM, f"DNS does not work: {said}", "Check the connection and the name server.")
    if failure.kind is FailureKind.TLS:
        hint = "A firewall may be reading along: give its certificate with --ca-bundle. Or the clock is wrong."
        return Sign("network", State.PROBLEM, f"TLS does not work: {said}", hint)
    if failure.kind is FailureKind.PROXY:
        return Sign("network", State.PROBLEM, f"the proxy does not work: {said}", "Check the address after --proxy.")
    hint = "A firewall may let nothing out but a proxy: give it with --proxy." if failure.kind in _NO_WAY_OUT else ""
    return Sign("network", State.PROBLEM, f"{PROBE} could not be reached: {said}", hint)


def _clock(answer: Response, now: datetime) -> Sign:
    try:
        theirs = parsedate_to_datetime(answer.headers.get("Date"))
    except (ValueError, IndexError, TypeError, OverflowError):
        return Sign("clock", State.NOTE, "the answer bore no date to compare it with")
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=UTC)
    apart = abs(now - theirs)
    if apart > _WRONG_CLOCK:
        hint = "Set it: certificates and the age of copies are judged by it."
        return Sign("clock", State.PROBLEM, f"it differs from the server's by {apart}", hint)
    return Sign("clock", State.FINE, "right")
