"""What a record of a run says of the run, and what a report must say that rests on a record. Pure.

In: options, the file names given, a record. Out: words for the report, what a record begins with, and refusals.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import documents
from verifier.model.errors import UsageError
from verifier.pipeline.desk import Options

if TYPE_CHECKING:
    from verifier.model.report import Report
    from verifier.web.replay import Recorded

_SHAPING = ("letter_date", "private", "no_archive", "archive", "note", "include", "exclude", "timeout", "vantage")
"""The options that a replay needs again; those that name places on this machine stay here."""
_ARCHIVES_ALONE = "Only archives were asked (--private)"


def refuse(record: Path | None, replay: Path | None, *, offline: bool) -> None:
    """Raise UsageError for a choice that makes no sense."""
    if record is not None and replay is not None:
        raise UsageError("--record and --replay: a replay asks nobody, so there is nothing to record", "Choose one.")
    if record is not None and offline:
        raise UsageError("--record keeps what is asked, and --offline asks nothing", "Choose one.")


def about(options: Options) -> dict[str, str]:
    """What the beginning of a record says, beside its time: who made it, with which options, and what they changed.

    `seed` is what made-up addresses are drawn from, so that a replay makes up the same.
    """
    import json
    import secrets

    kept = {name: options.shown[name] for name in _SHAPING if name in options.shown}
    told = {
        "software": f"verifier {options.tool_version}",
        "seed": secrets.token_hex(16),
        "options": json.dumps(kept, default=str),
    }
    if "resolve" in options.shown:
        told["simulated"] = "hosts were looked up as --resolve said, not in the DNS"
    if "proxy" in options.shown:
        told["proxy"] = "all requests went through a proxy"
    return told


def circumstances(options: Options, recorded: Recorded | None, *, replayed: bool) -> tuple[str, ...]:
    """What the reader of the report must know of how this run saw the web, or the one that it repeats did."""
    told = recorded.about if recorded else {}
    remarks = [recorded.words] if recorded and replayed else []
    if options.notes:
        remarks.append(f"Only note {', '.join(options.notes)} was to be checked (--note); the rest was left out.")
    if options.include:
        remarks.append("Only links that --include names were to be checked; the rest was left out.")
    if options.offline:
        return tuple(remarks)  # no web was seen
    if "resolve" in options.shown or "simulated" in told:
        remarks.append(
            "The web was simulated: hosts were looked up as --resolve says, not in the DNS. "
            "Nothing here tells how the real pages are."
        )
    if "proxy" in options.shown or "proxy" in told:
        remarks.append("All requests went through a proxy: addresses could not be vetted, nor domains found gone.")
    if options.private:
        asked = "Nobody was asked (--private, --no-archive)" if "no_archive" in options.shown else _ARCHIVES_ALONE
        remarks.append(f"{asked}: no cited host learnt of this check.")
    return tuple(remarks)


def noted(report: Report, missing: Collection[str]) -> Report:
    """The report with a remark on what was asked for and is not in the record."""
    if not missing:
        return report
    words = f"Not in the record, and so not asked: {documents.some(list(missing))}."
    return replace(report, run=replace(report.run, remarks=(*report.run.remarks, words)))
