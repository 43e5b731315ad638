"""Hyphens that a program took from the ends of lines, as pdftotext does: where one is likely missing it is put back."""

from __future__ import annotations

import textwrap

import pytest

from verifier.citations import find
from verifier.documents import read
from verifier.model.citation import Proposal, RepairStatus
from verifier.repair import propose

PROSE = (
    "The council met in spring and heard what the ministry had to say about boats and harbours. It was told that the"
    " long-standing plan for the sea-level gauges had been dropped, and that nobody had been asked. "
)
WIDTH = 64
NOTE = "[1] Harbour Office, The sea-level gauges of the northern harbours, 3 May 2021, https://"

RESTORED = [
    ("office.example.org/sea-level-gauges-of-the-northern-harbours", "words of the cited title"),
    ("office.example.org/wp-content/uploads/2021/gauges_north.pdf", "a folder that many sites have"),
    ("statistics.office.example.org/gauges/list?from=2021-05-03&page=1", "a date"),
    ("office.example.org/d/1f0c3a52-8b1e-4c7d-9a40-55d0c2b7e913", "a UUID"),
]


def _run_together(text: str, at: str) -> str:
    """The text in lines, as the copy has them: a line that ends in a hyphen goes on without it; `at` ends one line."""
    before, behind = text.split(at, 1)
    lines = textwrap.wrap(before, WIDTH, break_on_hyphens=True, break_long_words=False)
    lines[-1:] = [lines[-1] + at]
    rest = textwrap.wrap(behind, WIDTH, break_on_hyphens=True, break_long_words=False)
    return "\n".join([*lines, *rest]).replace("-\n", "")


def _letter(link: str) -> str:
    """A copy of a letter whose last note breaks behind the link's first hyphen within its path."""
    prose = "\n\n".join(_run_together(PROSE * 4, "sea-") for _ in range(3))
    cut = link.index("-")
    note = textwrap.wrap(NOTE + link[:cut], WIDTH, break_on_hyphens=False, break_long_words=False)
    note[-1] += f"{link[cut + 1 :]}, p. 4, as the harbour office told the council."
    return f"{prose}\n\nNotes\n\n" + "\n".join(note) + "\n"


def _proposals(text: str) -> tuple[Proposal, ...]:
    document = read(text.encode(), "letter.txt", "text/plain")
    return propose(document, find(document).references)


@pytest.mark.parametrize(("link", "reason"), RESTORED, ids=[row[-1] for row in RESTORED])
def test_a_hyphen_lost_at_a_lines_end_is_put_back(link: str, reason: str) -> None:
    text = _letter(link)
    assert link not in text
    (proposal,) = _proposals(text)
    assert f"https://{link}" in [candidate.url for candidate in proposal.repair.candidates]
    assert proposal.url == f"https://{link}"
    edited = text[proposal.start : proposal.end]
    for edit in sorted(proposal.repair.edits, key=lambda one: -one.at):
        edited = edited[: edit.at] + edit.inserted + edited[edit.at + len(edit.removed) :]
    assert edited == proposal.url


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("office.example.org/x/Qz7-kW2mVb9rT4", "nothing tells where it stood"),
        ("office.example.org/harbour-list/gauges", "two words that only read like two"),
    ],
)
def test_where_no_hyphen_is_known_the_link_is_read_as_it_stands(link: str, reason: str) -> None:
    (proposal,) = _proposals(_letter(link))
    assert (proposal.url, proposal.repair.status) == (f"https://{link.replace('-', '')}", RepairStatus.INTACT)
    assert proposal.repair.confidence <= 0.75


@pytest.mark.parametrize(
    ("others", "written"),
    [
        (["https://office.example.org/sea-level/list"], "sea-level"),
        (["https://office.example.org/sealevel/list", "https://office.example.org/sea-level/"], "sealevel"),
    ],
)
def test_the_other_links_tell_whether_it_is_one_word(others: list[str], written: str) -> None:
    notes = "".join(f"[{label}] {other}\n" for label, other in enumerate(others, 2))
    read = [proposal.url for proposal in _proposals(f"{_letter('office.example.org/sea-level/gauges')}\n{notes}")]
    assert read == [f"https://office.example.org/{written}/gauges", *others]


def _single_lines() -> str:
    """The letter without what stands beyond the usual width, and a link that looks cut."""
    lines = [line[:WIDTH] for line in _letter(RESTORED[0][0]).splitlines()[:-2]]
    return "\n".join(lines) + "\nhttps://example.org/a/b/sealevel\n"


OTHERS = [
    (_letter(RESTORED[0][0]).replace("gauges had", "gau-\nges had"), "lines end in hyphens"),
    (_single_lines(), "no line is two"),
    (_letter(RESTORED[0][0]).replace("\n", " ").replace("Notes", "\n\nNotes"), "paragraphs are lines"),
]


@pytest.mark.parametrize(("text", "reason"), OTHERS, ids=[row[-1] for row in OTHERS])
def test_other_texts_have_lost_none(text: str, reason: str) -> None:
    (proposal,) = _proposals(text)
    assert (proposal.repair.status, proposal.repair.confidence) == (RepairStatus.INTACT, 1.0)
