"""The documentation says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documentation import DOCS, PAGES
from verifier import settings
from verifier.cli import main

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("page", sorted(PAGES))
def test_pages_made_from_the_code_are_current(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == PAGES[page](), "run `make golden`"


def test_every_setting_is_an_option_of_the_main_job() -> None:
    options = {option.name for option in main.commands["check"].params}
    assert set(settings.KEYS) <= options


def test_the_readme_names_only_options_and_commands_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    options = {name for command in main.commands.values() for option in command.params for name in option.opts}
    assert set(re.findall(r"`(--[a-z-]+)`", text)) <= options
    assert set(re.findall(r"^    verify ([a-z]+) ", text, re.MULTILINE)) <= set(main.commands)


def test_links_between_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
