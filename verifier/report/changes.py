"""What `verify fix` did or would do -> words: a summary for the terminal, a unified diff, errata in plain Markdown."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from verifier.model.change import Change, ChangeKind, Left, Letter
from verifier.model.document import Position
from verifier.model.errors import UsageError
from verifier.report import escapes, markdown, words
from verifier.report.masking import mask_secrets

_DONE = {
    ChangeKind.MENDED: "mended",
    ChangeKind.MOVED: "led to the page's new address",
    ChangeKind.DEAD: "led to the archived copy",
    ChangeKind.CHOSEN: "replaced as decided",
}


def kinds(given: Sequence[str]) -> frozenset[ChangeKind]:
    """The kinds that `--only` names, all when it names none. Raises UsageError for a word that is no kind."""
    for word in given:
        if word not in set(ChangeKind):
            raise UsageError(f"--only {word}: there is no such kind", f"Choose from {', '.join(ChangeKind)}.")
    return frozenset(map(ChangeKind, given)) or frozenset(ChangeKind)


def summary(letter: Letter, where: str) -> str:
    """What became of one letter, a line for each link; `where` says where it went."""
    name = escapes.source(letter.name, None)
    if letter.error:
        hint = f"\n  {letter.error.hint}" if letter.error.hint else ""
        return f"{name}: not fixed. {escapes.prose(letter.error.message)}{hint}\n"
    lines = [f"{name}: {_counted(letter.changes)}{where}"]
    for one in letter.changes:
        lines += [_written(one), f"    {_DONE[one.kind]}: {escapes.link(mask_secrets(one.url), 300)}"]
        lines += [f"    still: {one.still}"] if one.still else []
    for other in letter.left:
        lines += [_written(other), f"    left: {other.why}"]
    return "\n".join(lines) + "\n"


def _written(one: Change | Left) -> str:
    return f"  {_place(one.position, one.note)}: {escapes.link(mask_secrets(one.written), 300)}"


def diff(source: str, old: str, new: str) -> str:
    """A unified diff of a letter's text; empty when nothing changes. Characters that steer a terminal are named."""
    name = escapes.prose(source)
    lines = difflib.unified_diff(_lines(old), _lines(new), f"{name}\t(as it is)", f"{name}\t(fixed)", lineterm="")
    return "".join(map(_shown, lines))


def errata(source: str, title: str | None, changes: Sequence[Change]) -> str:
    """The corrections to a letter that is already published, in plain Markdown."""
    lines = [f"# Corrections to the links of {markdown.text(title or escapes.source(source))}", ""]
    if not changes:
        return "\n".join([*lines, "There are none."]) + "\n"
    lines += [f"{words.count(len(changes), 'link')} corrected; nothing else was changed.", ""]
    return "\n".join([*lines, *map(_erratum, changes)]) + "\n"


def _erratum(change: Change) -> str:
    place = _place(change.position, change.note)
    place = place[:1].upper() + place[1:]
    new = markdown.target(change.url)
    if change.kind in (ChangeKind.MENDED, ChangeKind.CHOSEN):
        return f"- {place}: for {markdown.code(change.written)} read {new}."
    if change.kind is ChangeKind.MOVED:
        return f"- {place}: the page cited as {markdown.code(change.meant)} has moved to {new}."
    day = f" of {change.captured}" if change.captured else ""
    return (
        f"- {place}: the page cited as {markdown.code(change.meant)} is gone; an archived copy{day} is kept at {new}."
    )


def _counted(changes: Sequence[Change]) -> str:
    parts = [
        f"{words.count(number, 'link')} {done}"
        for kind, done in _DONE.items()
        if (number := sum(one.kind is kind for one in changes))
    ]
    return ", ".join(parts) or "nothing to change"


def _place(position: Position, note: str | None) -> str:
    where = f"page {position.page}" if position.page else f"{position.unit} {position.line}"
    return f"note {escapes.prose(note, 20)}, {where}" if note else where


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[:-1] if not lines[-1] else [*lines[:-1], f"{lines[-1]}\0"]


def _shown(line: str) -> str:
    ended = line.removesuffix("\0")
    stays = "\r" if ended.endswith("\r") else ""
    shown = escapes.log(escapes.line(ended.removesuffix("\r"))) + stays + "\n"
    return shown if ended == line else f"{shown}\\ No newline at end of file\n"
