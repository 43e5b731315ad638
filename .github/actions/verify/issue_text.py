"""What the rolling issue says: findings of the JSON report -> Markdown in which everything from a letter is inert.

Nothing here differs from run to run while the findings are the same: no times, no links to a run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verifier.model.report import ActionKind, Verdict
from verifier.report import words
from verifier.report.markdown import code, target, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolling_issue import Listed

_LONGEST = 40_000
"""Characters; GitHub takes 65,536, and the issue carries its state as well."""
_IN_COMMENT = 20


def body(listed: Listed) -> str:
    """The issue's text."""
    parts = [_head(listed)]
    room = _LONGEST - len(parts[0])
    left_out = 0
    for piece in _pieces(listed):
        if len(piece) > room:
            left_out += piece.startswith("- ")
            continue
        room -= len(piece) + 1
        parts.append(piece)
    if left_out:
        parts.append(f"\n… and {left_out:,} more, in the report of the run.")
    parts.append(
        "\nThis issue is kept up to date by the workflow and closes by itself. A link that is to stay as it is can be "
        "accepted, with a reason: `verify review`."
    )
    return "\n".join(parts)


def comment(new: Sequence[dict[str, Any]]) -> str:
    """What is new since the last time, for those who are notified."""
    shown = [_line(one) for one in new[:_IN_COMMENT]]
    more = [f"… and {len(new) - _IN_COMMENT:,} more, above."] if len(new) > _IN_COMMENT else []
    return "\n".join([f"New: {words.count(len(new), 'link')} to edit.", "", *shown, *more])


def _head(listed: Listed) -> str:
    told = [words.count(len(listed.asking), "link") + (" needs" if len(listed.asking) == 1 else " need") + " an edit"]
    told += [f"{words.count(len(listed.unread), 'letter')} could not be read"] if listed.unread else []
    return f"{', and '.join(told)}."


def _pieces(listed: Listed) -> Iterator[str]:
    for document in listed.unread:
        yield f"\n### {text(document['source'])}\n"
        yield f"- **could not be read:** {text(document['error']['message'])} {text(document['error']['hint'])}"
    yield from _by_source(listed.asking)
    if listed.unconfirmed:
        yield "\n## Listed before, but without a clear answer this time\n"
        yield from (_line(one) for one in listed.unconfirmed)


def _by_source(asking: Sequence[dict[str, Any]]) -> Iterator[str]:
    for source in dict.fromkeys(one["source"] for one in asking):
        yield f"\n### {text(source)}\n"
        yield from (_line(one) for one in asking if one["source"] == source)


def _line(one: dict[str, Any]) -> str:
    verdict = Verdict(one["verdict"])
    page = f"page {one['page']}, " if one["page"] else ""
    place = f"note {text(one['note'], 40)}, " if one["note"] else ""
    why = text(one["rules"][0]["message"]) if one["rules"] else ""
    line = f"- {words.SYMBOL[verdict]} **{verdict}** · {place}{page}line {one['line']} · {code(one['value'])}"
    line += f" · {why}" if why else ""
    for action in one["actions"]:
        line += f"\n  - {words.ACTION[ActionKind(action['kind'])]}"
        line += f": {target(action['url'])}" if action["url"] else ""
    return line
