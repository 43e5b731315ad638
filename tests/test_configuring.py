"""The settings file that `verify init` writes, and what `verify config show` says of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.test_cli import run
from verifier import settings
from verifier.cli import main
from verifier.settings import example
from verifier.settings.show import toml

LINES = [line for section in example.SECTIONS.values() for line in section]


def uncommented() -> str:
    """The example with every setting switched on."""
    return re.sub(r"^# (?=[a-z_]+ = |\[hosts)", "", example.text(), flags=re.MULTILINE)


def test_every_setting_is_in_the_example_once() -> None:
    assert sorted(line.key for line in LINES) == sorted(settings.KEYS)
    assert set(tomllib.loads(uncommented())) == {*settings.KEYS, "hosts"}


def test_the_example_can_be_used_as_it_stands_and_does_nothing_until_then(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(example.text(), encoding="utf-8")
    assert settings.load({}, {}, tmp_path) == settings.Settings()
    (tmp_path / "verify.toml").write_text(uncommented(), encoding="utf-8")
    loaded = settings.load({}, {"EXAMPLE_TOKEN": "secret"}, tmp_path)
    assert set(loaded.origins) == set(settings.KEYS)
    assert loaded.hosts["example.org"].accept == (403,)


def test_what_is_called_a_default_is_one(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(uncommented(), encoding="utf-8")
    loaded = settings.load({}, {"EXAMPLE_TOKEN": "secret"}, tmp_path)
    for line in LINES:
        same = getattr(loaded, line.key) == getattr(settings.Settings(), line.key)
        assert same is line.default, line.key


def test_every_host_setting_is_in_the_example() -> None:
    assert set(tomllib.loads(uncommented())["hosts"]["example.org"]) == set(settings.HOST_KEYS)
    assert {item.name for item in fields(settings.HostSettings)} == set(settings.HOST_KEYS)


def test_init_writes_and_never_overwrites(tmp_path: Path) -> None:
    done = run("init", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    (tmp_path / "verify.toml").write_text("timeout = '9s'\n")
    done = run("init", folder=tmp_path)
    assert done.returncode == 2
    assert "there is a verify.toml already" in done.stderr
    assert (tmp_path / "verify.toml").read_text() == "timeout = '9s'\n"


def test_config_show_says_what_holds_and_from_where(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(
        "timeout = '9s'\nproxy = 'http://user:swordfish@proxy.example:3128'\n"
        "[hosts.'example.org']\ninterval = '2s'\nconcurrency = 1\naccept = [403]\n"
        "headers = { Authorization = 'swordfish' }\n"
    )
    shown = run("config", "show", "--origin", folder=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert 'timeout = "9s"  # verify.toml\n' in shown.stdout
    assert "concurrency = 64  # default\n" in shown.stdout
    assert "# deadline is not set  # default\n" in shown.stdout
    assert "swordfish" not in shown.stdout
    assert tomllib.loads(shown.stdout)["hosts"]["example.org"]["headers"] == {"Authorization": "***"}


def test_config_alone_shows_what_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verify.toml").write_text("timeout = '9s'\n")
    alone, asked = (CliRunner().invoke(main, words) for words in (["config"], ["config", "show"]))
    assert alone.exit_code == 0
    assert 'timeout = "9s"\n' in alone.stdout
    assert alone.stdout == asked.stdout


def test_what_is_shown_can_be_read_again(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(uncommented(), encoding="utf-8")
    loaded = settings.load({}, {"EXAMPLE_TOKEN": "secret"}, tmp_path)
    (tmp_path / "verify.toml").write_text(toml(loaded), encoding="utf-8")
    again = settings.load({}, {}, tmp_path)
    assert [getattr(again, key) for key in settings.KEYS] == [getattr(loaded, key) for key in settings.KEYS]


def test_every_option_of_the_main_job_can_stand_in_the_file() -> None:
    """But for those that are about one run alone."""
    options = {parameter.name for parameter in main.commands["check"].params} - {"source"}
    assert options - set(settings.KEYS) == {"config", "stdin_name", "record", "replay"}


def test_a_misspelt_environment_variable_is_told_and_not_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["config", "show"], env={"VERIFY_TIMEUOT": "hunter2"})
    assert done.exit_code == 0
    assert "the environment variable VERIFY_TIMEUOT is no setting" in done.stderr
    assert "Did you mean VERIFY_TIMEOUT?" in done.stderr
    assert "hunter2" not in done.output


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("86400s", "1d"),
        ("1d", "1d"),
        ("36h", "36h"),
        ("90m", "90m"),
        ("20s", "20s"),
        ("0.25s", "250ms"),
        ("1.5", "1500ms"),
    ],
)
def test_times_are_shown_as_people_write_them(written: str, shown: str) -> None:
    assert f'max_age = "{shown}"\n' in toml(settings.load({"max_age": written}))
