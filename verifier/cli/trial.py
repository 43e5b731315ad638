"""`verify trial`: a run over a list of letters, recorded, with a sheet of findings to label; and the labels scored."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import progress_line, settings_of
from verifier.cli.help import TopicalCommand
from verifier.cli.options import asking_options, connecting_options, quiet

if TYPE_CHECKING:
    from verifier.pipeline.trial import Score


@click.command(cls=TopicalCommand, short_help="Measure the program on real letters.")
@click.argument("letters", metavar="LIST", type=click.Path(path_type=Path), required=False)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Where record, reports and sheet go.")
@click.option("--findings", metavar="N", type=click.IntRange(min=1), default=50, help="Rows of the sheet (50).")
@click.option("--seed", metavar="N", type=int, default=1, help="What the rows are drawn with (1).")
@click.option("--score", metavar="SHEET", type=click.Path(path_type=Path), help="Score a labelled sheet instead.")
@quiet
@connecting_options
@asking_options
def trial(letters: Path | None, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Measure the program on real letters: run it over those in LIST, and draw findings for people to label.

    LIST names a letter (a file or an address) on each line. DIR gets record.warc.gz, report.html, report.json and
    sheet.csv. Fill in the column "right" (and "link_right" for mended links) with yes or no; then --score sheet.csv.
    """
    return _score(given["score"]) if given["score"] else _run(letters, given)


def _run(letters: Path | None, given: dict[str, Any]) -> int:
    from dataclasses import replace

    from verifier import wiring
    from verifier.model.errors import UsageError
    from verifier.model.exits import ExitCode
    from verifier.pipeline import trial as drawing
    from verifier.report import delivery, labels, render

    if letters is None or given["out"] is None:
        raise UsageError("a field trial needs a list of letters and a folder", "verify trial LIST --out DIR")
    out: Path = given["out"]
    sources = drawing.sources_in(_text(letters))
    if not sources:
        raise UsageError(f"{letters} names no letter", "Write one file or address on each line.")
    settings = replace(settings_of(given), no_history=True)
    if settings.plan:
        click.echo(wiring.disclosure(settings, wiring.plan(settings, sources)), nl=False)
        return ExitCode.CLEAN
    settings = wiring.with_record(settings, out / "record.warc.gz", None)
    report = wiring.check(settings, wiring.plan(settings, sources), progress_line(quiet=settings.quiet))
    for name, file in (("html", "report.html"), ("json", "report.json")):
        delivery.write(out / file, render(name, report))
    drawn = drawing.draw(report, given["findings"], given["seed"])
    delivery.write(out / "sheet.csv", labels.sheet((one.source, one.outcome, one.finding) for one in drawn))
    if not settings.quiet:
        click.echo(f"{len(drawn)} findings to label: {out / 'sheet.csv'}", err=True)
        click.echo(f"Then: verify trial --score {out / 'sheet.csv'}", err=True)
    failed = report.run.partial or any(document.error for document in report.documents)
    return ExitCode.INCOMPLETE if failed else ExitCode.CLEAN


def _text(path: Path) -> str:
    from verifier.model.errors import UsageError
    from verifier.report.labels import MOST_BYTES

    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(
                f"{path} is larger than {MOST_BYTES // 1_000_000} MB", "It should be a short list or sheet."
            )
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text: {error}", "Save it as CSV in UTF-8.") from error


def _score(path: Path) -> int:
    from verifier.pipeline import trial as drawing
    from verifier.report import labels

    click.echo("\n".join(_table(drawing.score(labels.read(_text(path), str(path))))))
    return 0


def _table(scores: Iterable[Score]) -> list[str]:
    lines = [f"{'claim':<14}{'labelled':>9}{'right':>7}{'open':>6}   share  (95 % interval)"]
    for one in sorted(scores, key=lambda score: score.claim):
        low, high = one.interval
        share = "     –" if one.share is None else f"{one.share:6.1%}"
        lines.append(
            f"{one.claim:<14}{one.labelled:>9}{one.right:>7}{one.left_open:>6}  {share}  ({low:.1%} to {high:.1%})"
        )
    return lines
