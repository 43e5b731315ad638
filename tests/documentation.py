"""Pages of docs/ made from the code: `python -m tests.documentation` writes them, a test holds them current."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli import main
from verifier.model.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"


def rules_page() -> str:
    """docs/rules.md."""
    lines = [
        "# Rules",
        "",
        "Every finding names the rules that applied; the first one decided. `verify explain RULE` prints the same.",
        "Made from `verifier/model/rules.py` by `make golden`.",
    ]
    for rule in RULES.values():
        lines += ["", f"## {rule.id} {rule.name}", "", rule.title, "", f"*Why it matters.* {rule.why}"]
        lines += ["", f"*What to do.* {rule.todo}"]
    return "\n".join(lines) + "\n"


def configuration_page() -> str:
    """docs/configuration.md."""
    lines = [
        "# Settings",
        "",
        "Made from `verifier/cli/` by `make golden`.",
        "",
        "Each option of `verify check`, save those that are for one run alone (`--stdin-name`, `--config`, `--record`,",
        "`--replay`), can also stand in `verify.toml` in the folder where `verify` is called, in a file given",
        "with `--config`, in `[tool.verify]` of `pyproject.toml`, or in an environment variable: `--host-interval` is",
        "`host_interval` there and `VERIFY_HOST_INTERVAL` here. The command line wins over the environment, that over",
        "`--config`, that over `verify.toml`, that over `pyproject.toml`. What is repeatable is a list in a file, and",
        'has spaces between in a variable (`VERIFY_FAIL_ON="review new"`); an empty variable counts as not set.',
        "Unknown names in a file are refused, and in the environment told where they are nearly one of ours.",
        "`verify init` writes a `verify.toml` with every setting, `verify config show --origin` says what holds.",
        "",
        '    timeout = "30s"',
        '    fail_on = ["broken"]',
        '    exclude = ["^https://intranet\\\\.example/"]',
        "",
        '    [hosts."example.org"]',
        '    interval = "2s"',
        "    concurrency = 1",
        '    headers = { Authorization = "${EXAMPLE_TOKEN}" }',
    ]
    for name, command in main.commands.items():
        subcommands = command.commands if isinstance(command, click.Group) else {}
        for full, each in [(name, command), *((f"{name} {sub}", one) for sub, one in subcommands.items())]:
            lines += ["", f"## verify {full}", "", (each.help or "").split("\n\n")[0], *_options(each)]
    return "\n".join(lines) + "\n"


def _options(command: click.Command) -> list[str]:
    """The table of a command's options; nothing when it has none."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    lines = ["", "| option | meaning |", "| --- | --- |"] if options else []
    for option in options:
        names = ", ".join(f"`{each}`" for each in option.opts)
        value = f" `{option.metavar}`" if option.metavar and not option.is_flag else ""
        lines.append(f"| {names}{value.replace('|', chr(92) + '|')} | {option.help} |")
    return lines


PAGES = {"rules.md": rules_page, "configuration.md": configuration_page}

if __name__ == "__main__":
    for file, page in PAGES.items():
        (DOCS / file).write_text(page(), encoding="utf-8")
