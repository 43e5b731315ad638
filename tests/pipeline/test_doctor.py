"""What the doctor makes of networks, name servers, clocks, archives and history files, in good health and in bad."""

from __future__ import annotations

import asyncio
import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from tests.checks.scripted import NOW, Scripted, ScriptedWeb, failure, response
from tests.test_cli import run
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import ANSWERS, Fault
from tests.web.archive_fetcher import InProcess, run_counted
from tests.web.archive_save import ACCESS, SECRET
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.checks.saving.save_page_now import Keys, SavePageNow
from verifier.pipeline import doctor
from verifier.pipeline.doctor import PROBE, Sign, State
from verifier.store.history import History
from verifier.web.exchange import FailureKind as F
from verifier.web.exchange import Headers, Request, Response

DATE = "Wed, 08 Jun 2022 12:00:30 GMT"


@pytest.mark.parametrize(
    ("answer", "states", "words"),
    [
        (response("", Date=DATE), [State.FINE, State.FINE], "200"),
        (response("", 503, Date=DATE), [State.FINE, State.FINE], "503"),
        (response("", Date="Wed, 08 Jun 2022 13:00:00 GMT"), [State.FINE, State.PROBLEM], "1:00:00"),
        (response("", Date="soon"), [State.FINE, State.NOTE], "no date"),
        (response("", Date=f"Wed, 08 Jun {'9' * 20} 13:00:00 GMT"), [State.FINE, State.NOTE], "no date"),
        (failure(F.NXDOMAIN, "no such name"), [State.PROBLEM], "DNS"),
        (failure(F.DNS_FAILURE, "SERVFAIL"), [State.PROBLEM], "DNS"),
        (failure(F.TLS, "not trusted"), [State.PROBLEM], "--ca-bundle"),
        (failure(F.PROXY, "refused"), [State.PROBLEM], "--proxy"),
        (failure(F.CONNECT_TIMEOUT, "silence"), [State.PROBLEM], "firewall"),
        (failure(F.RESET, "cut off"), [State.PROBLEM], "cut off"),
    ],
)
def test_network_and_clock(answer: Scripted, states: list[State], words: str) -> None:
    signs = asyncio.run(doctor.network(ScriptedWeb({PROBE: answer}), NOW))
    assert [sign.state for sign in signs] == states
    assert words in " ".join(sign.lines for sign in signs)


class Names:
    """A fetcher that gives one answer to every name."""

    def __init__(self, answer: Scripted) -> None:
        self.answer = answer

    async def fetch(self, _request: Request) -> Scripted:
        return self.answer


@pytest.mark.parametrize(
    ("answer", "state", "why"),
    [
        (failure(F.NXDOMAIN), State.FINE, "said so"),
        (Response("", 200, Headers()), State.PROBLEM, "a page for a name that cannot exist"),
        (failure(F.REFUSED_ADDRESS), State.PROBLEM, "an address of this network"),
        (failure(F.RESET, answered=True), State.PROBLEM, "somebody is there"),
        (failure(F.DNS_FAILURE), State.NOTE, "nothing is known"),
    ],
)
def test_honest_name_servers(answer: Scripted, state: State, why: str) -> None:
    assert asyncio.run(doctor.honest_dns(Names(answer))).state is state, why


@pytest.mark.parametrize(
    ("captures", "faults", "state", "words"),
    [
        ([Captured("http://example.org/", "20220601120000")], [], State.FINE, "reachable"),
        ([], [], State.NOTE, "holds no copy"),
        ([], [Fault("429")], State.PROBLEM, "Wait an hour"),
        ([], [Fault("503")], State.PROBLEM, "503"),
        ([], [Fault("refuse")], State.PROBLEM, "--no-archive"),
    ],
)
def test_an_archive_that_answers_throttles_or_is_silent(
    captures: list[Captured], faults: list[Fault], state: State, words: str
) -> None:
    async def look() -> Sign:
        limits = archive_limits("web.archive.org", asyncio.get_running_loop().time, asyncio.sleep, patience=0.0)
        return await doctor.archive(Wayback(InProcess(SimulatedArchive(captures, faults)), limits, lambda: NOW))

    sign = run_counted(look())
    assert sign.state is state, sign
    assert words in sign.lines


def test_the_history_is_looked_at_and_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "history.sqlite"
    assert doctor.history(path, wanted=False).state is State.NOTE
    assert doctor.history(path, wanted=True).state is State.FINE
    assert not path.exists(), "it only looks"
    path.parent.mkdir()
    History.open(path).close()
    assert "0 runs" in doctor.history(path, wanted=True).words
    path.write_bytes(b"not a history at all, but long enough to be looked at" * 20)
    assert doctor.history(path, wanted=True).state is State.PROBLEM


def test_which_proxy_is_used_and_which_is_not() -> None:
    assert doctor.proxies(None, {}).state is State.FINE
    assert "https_proxy" in doctor.proxies(None, {"https_proxy": "http://p.example"}).words.lower()
    assert "vetted" in doctor.proxies("http://p.example", {}).words


def test_the_systems_certificates_are_trusted() -> None:
    assert doctor.trust(ssl.create_default_context()).state is State.FINE


def test_what_is_missing_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "NEEDED", ("click", "no-such-library"))
    assert [sign.state for sign in doctor.versions()] == [State.FINE, State.FINE, State.PROBLEM]


@pytest.mark.parametrize(
    ("environment", "state", "words"),
    [
        ({}, State.NOTE, "`verify save` cannot"),
        ({"IA_ACCESS_KEY_ID": "a", "IA_SECRET_ACCESS_KEY": "s3cret"}, State.FINE, "its keys are in"),
        ({"IA_SECRET_ACCESS_KEY": "s3cret"}, State.PROBLEM, "IA_ACCESS_KEY_ID not set"),
        ({"IA_ACCESS_KEY_ID": "a b", "IA_SECRET_ACCESS_KEY": "s3cret"}, State.PROBLEM, "no key has"),
    ],
)
def test_the_account_for_captures(environment: dict[str, str], state: State, words: str) -> None:
    keys, sign = doctor.account(environment)
    assert sign.state is state
    assert words in sign.lines
    assert "s3cret" not in sign.lines
    assert (keys is not None) is (state is State.FINE)


@pytest.mark.parametrize(
    ("keys", "daily", "snag", "state", "words"),
    [
        (Keys(ACCESS, SECRET), 12, None, State.FINE, "12 of 40 captures made today"),
        (Keys(ACCESS, SECRET), 40, None, State.NOTE, "40 of 40"),
        (Keys("some", "body"), 0, None, State.PROBLEM, "did not accept the keys"),
        (Keys(ACCESS, SECRET), 0, "429", State.PROBLEM, "HTTP 429"),
    ],
)
def test_what_the_account_may_do(keys: Keys, daily: int, snag: str | None, state: State, words: str) -> None:
    archive = SimulatedArchive()
    archive.save.daily, archive.save.daily_limit = daily, 40
    if snag:
        archive.answer = lambda *_, **__: ANSWERS[snag]  # type: ignore[method-assign]

    async def main() -> Sign:
        limits = archive_limits("web.archive.org", asyncio.get_running_loop().time, asyncio.sleep, patience=0.0)
        return await doctor.allowance(SavePageNow(InProcess(archive), limits, lambda: NOW, keys))

    sign = run_counted(main())
    assert sign.state is state
    assert words in sign.lines


def test_the_clock_is_allowed_some_minutes() -> None:
    signs = asyncio.run(doctor.network(ScriptedWeb({PROBE: response("", Date=DATE)}), NOW + timedelta(minutes=4)))
    assert signs[1].state is State.FINE


def test_without_a_network_it_says_so_and_exits_3(tmp_path: Path) -> None:
    done = run("doctor", "--resolve", "*:*:nxdomain:0", "--no-archive", folder=tmp_path)
    assert done.returncode == 3
    assert "DNS does not work" in done.stdout
    assert "1 problem found." in done.stdout
    assert not any(tmp_path.iterdir())
