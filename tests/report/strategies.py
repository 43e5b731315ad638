"""Hypothesis strategies for whole reports: every enumeration, every optional part, text of the worst kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum
from typing import TypeVar

from hypothesis import strategies as st

from tests.builders import a_run
from verifier.model import citation as cited
from verifier.model import evidence as seen
from verifier.model import report as told
from verifier.model.dates import PartialDate
from verifier.model.document import NoteKind, Part, Position

Member = TypeVar("Member", bound=Enum)

_NASTY = st.sampled_from(
    [
        "\x00",
        "\x1b[2J",
        "\x9b31m",
        "\u202e",
        "\ud800",
        "]]>",
        "</script>",
        "<b>",
        "=1+1",
        "a\r\nb",
        "::error::",
        "|",
        "%0A",
    ]
)
texts = st.one_of(st.text(max_size=12), st.lists(_NASTY | st.text(max_size=5), max_size=4).map("".join))
urls = st.one_of(
    texts, texts.map("https://example.org/".__add__), st.sampled_from(["javascript:alert(1)", "http://[", "data:,x"])
)
moments = st.integers(820_454_400, 4_102_444_800).map(lambda second: datetime.fromtimestamp(second, UTC))
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
partial_dates = st.one_of(
    days.map(PartialDate.of),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
)
shares = st.floats(0, 1)
units = st.sampled_from(("line", "paragraph"))
positions = st.builds(Position, st.integers(1, 999), st.integers(1, 999), st.none() | st.integers(1, 99), units)


def any_of(enumeration: type[Member]) -> st.SearchStrategy[Member]:
    """Any member."""
    return st.sampled_from(list(enumeration))


def some(values: st.SearchStrategy) -> st.SearchStrategy[tuple]:
    """A short tuple of values."""
    return st.lists(values, max_size=2).map(tuple)


statuses = st.none() | st.integers(100, 599)
edits = st.builds(cited.Edit, any_of(cited.EditKind), st.integers(0, 30), texts, texts)
repairs = st.builds(
    cited.Repair,
    any_of(cited.RepairStatus),
    shares,
    some(edits),
    some(st.builds(cited.Candidate, urls, st.integers(0, 99), shares, some(edits), some(texts))),
    st.none() | any_of(cited.Confirmation),
)
descriptions = st.builds(
    cited.Description,
    st.none() | texts,
    st.none() | texts,
    st.none() | texts,
    st.none() | partial_dates,
    st.none() | partial_dates,
    some(st.builds(cited.Quote, texts, any_of(cited.QuoteWhere), st.booleans())),
)
citations = st.builds(
    cited.Citation,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    part=any_of(Part),
    note=st.none() | texts,
    note_index=st.none() | st.integers(0, 3),
    kind=any_of(cited.Kind),
    as_written=urls,
    value=urls,
    url=st.none() | urls,
    position=positions,
    start=st.integers(0, 50),
    end=st.integers(50, 99),
    description=descriptions,
    repair=repairs,
    href=st.none() | urls,
)
lives = st.builds(
    seen.LiveResult,
    any_of(seen.LiveOutcome),
    moments,
    some(texts),
    st.booleans(),
    statuses,
    st.none() | urls,
    some(st.builds(seen.Hop, urls, st.integers(300, 399))),
    st.none() | texts,
    body_sha256=st.none() | st.just("0" * 64),
    provenance=any_of(seen.Provenance),
)
snapshots = st.builds(
    seen.Snapshot, st.text("0123456789", min_size=14, max_size=14), urls, statuses, st.none() | st.integers(-9999, 9999)
)
archives = st.builds(
    seen.ArchiveResult,
    any_of(seen.ArchiveOutcome),
    texts,
    moments,
    st.none() | snapshots,
    st.none() | st.booleans(),
    some(texts),
    st.booleans(),
    captures=some(
        st.builds(seen.Listed, st.dates().map("{:%Y%m%d}".format) | st.text("0123456789", max_size=8), statuses)
    ),
)
contents = st.builds(
    seen.ContentResult,
    st.none() | shares,
    st.none() | shares,
    any_of(seen.Drift),
    some(st.builds(seen.QuoteResult, texts, any_of(seen.Found), texts)),
)
reviews = st.builds(
    told.Review,
    st.sampled_from(["accept", "ignore", "replace", "opened"]),
    st.none() | texts,
    st.none() | days,
    st.none() | texts,
    st.none() | urls,
    st.none() | days,
)
findings = st.builds(
    told.Finding,
    citations,
    st.none() | lives,
    st.none() | some(archives),
    st.none() | contents,
    st.none() | any_of(told.Verdict),
    st.none() | any_of(told.Attestation),
    some(st.builds(told.Action, any_of(told.ActionKind), st.none() | urls)),
    some(st.builds(told.RuleHit, st.sampled_from(["VFY001", "VFY020"]), texts)),
    st.none() | moments,
    st.integers(0, 9),
    st.booleans(),
    st.none() | reviews,
)
notes = st.builds(
    cited.Note,
    st.integers(0, 3),
    texts,
    any_of(NoteKind),
    texts,
    positions,
    st.integers(0, 9),
    st.integers(9, 99),
    some(st.builds(cited.Marker, positions, texts)),
)
documents = st.builds(
    told.DocumentReport,
    texts,
    st.none() | texts,
    st.none() | texts,
    st.none() | partial_dates,
    st.none() | texts,
    st.none() | st.builds(told.SourceFailure, texts, texts),
    some(texts),
    some(notes),
    some(findings),
)


@st.composite
def reports(draw: st.DrawFn) -> told.Report:
    """A whole report with its true summary."""
    read = tuple(draw(st.lists(documents, max_size=2)))
    run = a_run(
        network=draw(any_of(told.Network)),
        vantage=draw(st.none() | texts),
        options=draw(st.dictionaries(texts, texts | st.integers() | st.booleans(), max_size=2)),
        remarks=draw(some(texts)),
        judged=draw(st.booleans()),
        partial=draw(st.booleans()),
    )
    return told.Report(run, told.summarise(read), read)
