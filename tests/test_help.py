"""Help by topic: nothing is left out, and no topic names what is not there."""

from __future__ import annotations

import re

import click
import pytest

from verifier.cli import main
from verifier.cli.help import COMMANDS, OPTIONS, TopicalCommand, by_topic

TOPICAL = [command for command in main.commands.values() if isinstance(command, TopicalCommand)]


def test_every_command_has_a_topic() -> None:
    assert {name for names in COMMANDS.values() for name in names} == set(main.commands)


def test_the_topics_name_only_options_that_are_there() -> None:
    there = {param.name for command in TOPICAL for param in command.params}
    assert {name for names in OPTIONS.values() for name in names} <= there


@pytest.mark.parametrize("command", TOPICAL, ids=lambda command: command.name)
def test_every_option_is_shown_once(command: click.Command) -> None:
    shown = command.get_help(click.Context(command))
    for param in command.params:
        for name in (name for name in param.opts if name.startswith("--")):
            assert len(re.findall(rf"^  (?:-\w, )?{name}\b(?!-)", shown, re.MULTILINE)) == 1, name


def test_what_has_no_topic_comes_last() -> None:
    assert by_topic(["odd", "b", "a"], {"First": ("a", "b"), "Empty": ("c",)}) == {
        "First": ["a", "b"],
        "Others": ["odd"],
    }
