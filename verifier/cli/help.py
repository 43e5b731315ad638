"""Help by topic: forty options in one list are read by nobody.

An option or command that no section names stands in the last one, so that nothing is hidden by an oversight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "What is measured": ("out", "findings", "seed", "score"),
    "What is read": ("stdin_name", "letter_date", "note", "include", "exclude"),
    "Who is asked": ("plan", "offline", "private", "no_archive", "archive"),
    "What is captured": ("yes", "again"),
    "What is written": (
        *("output", "in_place", "diff", "errata", "only", "force"),
        *("format", "output_dir", "no_report", "share", "show_secrets", "quiet", "verbose"),
    ),
    "When it fails": ("fail_on", "min_decided"),
    "Between runs": ("history", "no_history", "max_age", "refresh", "reviews", "record", "replay"),
    "Time and manners": ("concurrency", "host_concurrency", "host_interval", "timeout", "deadline"),
    "Connection": ("user_agent", "contact", "proxy", "ca_bundle", "allow_network", "resolve", "vantage"),
}
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "A letter": ("check", "extract", "fix", "save"),
    "From run to run": ("review", "diff", "history", "report", "export", "forget"),
    "About the tool": ("explain", "doctor", "init", "config", "completion", "trial"),
}
_OTHERS = "Others"


def by_topic(names: Iterable[str], topics: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """The names under their topics, in the order of the topics; what has none comes last."""
    left = list(names)
    sorted_names = {topic: [name for name in of_topic if name in left] for topic, of_topic in topics.items()}
    named = {name for of_topic in topics.values() for name in of_topic}
    sorted_names[_OTHERS] = [name for name in left if name not in named]
    return {topic: found for topic, found in sorted_names.items() if found}


class TopicalCommand(click.Command):
    """A command whose options are listed by topic."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a section for each topic; what SOURCE may be stands in the text above."""
        params = {param.name or "": param for param in self.get_params(ctx) if isinstance(param, click.Option)}
        records = {name: record for name, param in params.items() if (record := param.get_help_record(ctx))}
        for topic, names in by_topic(records, OPTIONS).items():
            with formatter.section(topic):
                formatter.write_dl([records[name] for name in names])


class TopicalGroup(click.Group):
    """A group whose commands are listed by topic."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a section for each topic."""
        widest = formatter.width - 6 - max(map(len, self.commands))
        for topic, names in by_topic(self.commands, COMMANDS).items():
            with formatter.section(topic):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(widest)) for name in names])
