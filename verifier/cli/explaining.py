"""`verify explain`: what a rule means."""

from __future__ import annotations

import click

from verifier.cli.completing import rules


@click.command(short_help="What a rule means, why it matters, what to do.")
@click.argument("rule", required=False, shell_complete=rules)
def explain(rule: str | None) -> None:
    """What a rule means, why it matters and what to do. Without RULE, a list of all.

    RULE is an id, a name, or an outcome as reports write it: VFY204, soft-404, soft_404.
    """
    from verifier.model.rules import RULES, find_rule

    if rule is None:
        click.echo("\n".join(f"{each.id}  {each.name:28}  {each.title}" for each in RULES.values()))
        return
    found = find_rule(rule)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(rule.lower(), [each.name for each in RULES.values()], 1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise click.UsageError(f"There is no rule {rule!r}.{meant} `verify explain` lists all rules.")
    click.echo(f"{found.id} {found.name}\n\n{found.title}\n\nWhy it matters: {found.why}\nWhat to do: {found.todo}")
