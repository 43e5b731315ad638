"""Precedence, validation and the words of refusal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from verifier import settings
from verifier.model.errors import UsageError


def test_the_nearest_level_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.verify]\ntimeout = '1s'\nconcurrency = 1\nvantage = 'a'\n")
    (tmp_path / "verify.toml").write_text("timeout = '2s'\nconcurrency = 2\n")
    further = tmp_path / "further.toml"
    further.write_text("timeout = '3s'\nhost-interval = 0.5\n")
    loaded = settings.load({"deadline": "5s"}, {"VERIFY_TIMEOUT": "4s", "OTHER": "x"}, tmp_path, further)
    assert loaded.timeout == timedelta(seconds=4)
    assert loaded.concurrency == 2
    assert loaded.vantage == "a"
    assert loaded.host_interval == timedelta(milliseconds=500)
    assert loaded.deadline == timedelta(seconds=5)
    assert loaded.origins == {
        "timeout": "environment",
        "concurrency": "verify.toml",
        "vantage": "pyproject.toml [tool.verify]",
        "host_interval": str(further),
        "deadline": "command line",
    }


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("250ms", 0.25), ("20s", 20), ("5m", 300), ("2h", 7200), ("1d", 86400), ("1w", 604800), ("7", 7)],
)
def test_durations(text: str, seconds: float) -> None:
    assert settings.parse_duration(text).total_seconds() == seconds


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"timeout": "soon"}, "--timeout: cannot use 'soon'"),
        ({"timeout": "0"}, "--timeout: cannot use '0': write a time longer than 0"),
        ({"deadline": "0s"}, "write a time longer than 0"),
        ({"timeout": True}, "write a number and a unit"),
        ({"timeout": -5}, "write a number and a unit"),
        ({"max_age": "99999999999d"}, "write at most 36500d"),
        ({"concurrency": "0"}, "at least 1"),
        ({"concurrency": "many"}, "'many': write a whole number"),
        ({"min_decided": "1.5"}, "from 0 to 1"),
        ({"min_decided": "50%"}, "from 0 to 1"),
        ({"fail_on": ("brokn",)}, "cannot use 'brokn': 'brokn' is not one of"),
        ({"fail_on": ("brokn",)}, "did you mean 'broken'"),
        ({"include": ("(",)}, "not a regular expression"),
        ({"allow_network": ("10.0.0.0/33",)}, "--allow-network"),
        ({"allow_network": ("intranet",)}, "write an address or a range, such as 10.0.0.0/8"),
        ({"letter_date": "28 May"}, "--letter-date: cannot use '28 May': write a date as YYYY-MM-DD"),
        ({"letter_date": "2022-13"}, "--letter-date"),
        ({"user_agent": "a\r\nb"}, "printable ASCII"),
        ({"offline": "perhaps"}, "true or false"),
        ({"note": 4}, "list of strings"),
    ],
)
def test_values_that_cannot_be_used_are_named(flags: dict[str, object], words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        settings.load(flags, {}, tmp_path)
    assert words in refused.value.message


def test_unknown_keys_are_refused_with_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text("timout = '2s'\n")
    with pytest.raises(UsageError, match=r"unknown setting 'timout' in verify.toml.*did you mean 'timeout'"):
        settings.load({}, {}, tmp_path)
    (tmp_path / "verify.toml").write_text("[host.'example.org']\ninterval = '2s'\n")
    with pytest.raises(UsageError, match=r"unknown setting 'host' in verify.toml.*did you mean 'hosts'"):
        settings.load({}, {}, tmp_path)


def test_a_variable_is_called_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^VERIFY_MAX_AGE: cannot use 'week'"):
        settings.load({}, {"VERIFY_MAX_AGE": "week"}, tmp_path)


@pytest.mark.parametrize(
    ("name", "meant", "why"),
    [
        ("VERIFY_TIMEUOT", "VERIFY_TIMEOUT", "two letters swapped"),
        ("VERIFY_NO_HISTROY", "VERIFY_NO_HISTORY", ""),
        ("VERIFY_timeout", "VERIFY_TIMEOUT", "on systems that tell cases apart it is another variable"),
        ("VERIFY_TIMEOUT", None, "is one of ours"),
        ("VERIFY_PEER_CERTIFICATES", None, "another program's"),
        ("VERIFY_", None, "nothing that could be meant"),
        ("TIMEUOT", None, "nothing says that it is for us"),
    ],
)
def test_environment_variables_that_are_nearly_ours(name: str, meant: str | None, why: str) -> None:
    assert settings.misspelt([name]) == (((name, meant),) if meant else ()), why


def test_broken_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text("timeout = \n")
    with pytest.raises(UsageError, match="not valid TOML"):
        settings.load({}, {}, tmp_path)
    for hostile in ("a = " + "[" * 3000, "a = " + "9" * 5000):
        (tmp_path / "verify.toml").write_text(hostile)
        with pytest.raises(UsageError, match="not valid TOML"):
            settings.load({}, {}, tmp_path)
    (tmp_path / "verify.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(UsageError, match="not in UTF-8"):
        settings.load({}, {}, tmp_path)
    with pytest.raises(UsageError, match="cannot read"):
        settings.load({}, {}, tmp_path / "elsewhere", tmp_path / "missing.toml")


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\nverify = 'x'\n"])
def test_a_project_file_of_another_shape_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(UsageError, match=r"of pyproject.toml must be a table"):
        settings.load({}, {}, tmp_path)


def test_an_empty_variable_is_one_that_is_not_set(tmp_path: Path) -> None:
    loaded = settings.load({}, {"VERIFY_TIMEOUT": "", "VERIFY_FAIL_ON": "review new"}, tmp_path)
    assert loaded.timeout == timedelta(seconds=20)
    assert loaded.fail_on == ("review", "new")


def test_per_host_settings(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(
        '[hosts."Example.org"]\ninterval = "2s"\nconcurrency = 1\naccept = [403]\nheaders = { X-Key = "${KEY}" }\n'
    )
    host = settings.load({}, {"KEY": "secret"}, tmp_path).hosts["example.org"]
    assert (host.interval, host.concurrency, host.accept) == (timedelta(seconds=2), 1, (403,))
    assert host.headers == {"X-Key": "secret"}
    with pytest.raises(UsageError, match="KEY is not set"):
        settings.load({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("hosts = 3\n", "hosts in verify.toml must hold tables"),
        ('[hosts]\n"example.org" = 3\n', "must be a table"),
        ('[hosts."example.org"]\nintervall = "2s"\n', "did you mean 'interval'"),
        ('[hosts."example.org"]\naccept = 403\n', r'accept in \[hosts."example.org"\]: write a list'),
        ('[hosts."example.org"]\ninterval = "soon"\n', r'interval in \[hosts."example.org"\]: write a number'),
        ('[hosts."example.org"]\nheaders = "a"\n', r'headers in \[hosts."example.org"\]: write a table'),
        ('[hosts."https://example.org/"]\nconcurrency = 1\n', "name a host alone, such as example.org"),
        ('[hosts."example.org:80"]\nconcurrency = 1\n', "name a host alone"),
    ],
)
def test_per_host_mistakes(toml: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(toml)
    with pytest.raises(UsageError, match=words):
        settings.load({}, {}, tmp_path)


def test_what_is_shown_holds_no_password(tmp_path: Path) -> None:
    flags = {"proxy": "http://me:secret@proxy.example:3128", "timeout": "5s", "exclude": ("a",), "offline": True}
    assert settings.shown(settings.load(flags, {}, tmp_path)) == {
        "proxy": "http://***@proxy.example:3128",
        "timeout": "5s",
        "exclude": ["a"],
        "offline": True,
    }


def test_none_switches_the_deadline_off(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text("deadline = '1h'\n")
    assert settings.load({"deadline": "none"}, {}, tmp_path).deadline is None
