"""The founding letter's kinds of damage, under other names: rules, never answers."""

import re

import pytest

from verifier.model.citation import Description, Kind, Reference, RepairStatus
from verifier.model.document import Document, Part
from verifier.repair import propose


def reading_of(text: str, title: str | None = None):
    match = re.search(r"https?://\S+", text)
    assert match
    end = match.start() + len(match[0].rstrip(".,;:)"))
    reference = Reference(
        Kind.URL, match.start(), end, len(text), text[match.start() : end], Part.NOTE, description=Description(title)
    )
    return propose(Document("letter.txt", "text/plain", text), [reference])[0]


MENDED = [
    (
        (
            "Statement by the Commissioner Ana Sol after official visit, 28 May 2022:https://www.example.org/en/2022/05/"
            "statement-commissioner-ana-sol -after-official"
        ),
        "https://www.example.org/en/2022/05/statement-commissioner-ana-sol-after-official",
        "a piece that begins with a hyphen goes on",
    ),
    (
        (
            "‘Experts call for measures to protect fundamental liberties in Ruritania’ 26 June 2020:\n\n"
            "https://example.org/2020/06/experts-measures-protect-fundamental-libert ies-ruritania?Lang=E&Id=26006"
        ),
        "https://example.org/2020/06/experts-measures-protect-fundamental-liberties-ruritania?Lang=E&Id=26006",
        "the title has the whole word, the piece has a query",
    ),
    (
        (
            "‘The Costs of Advocacy: Interference in Civil Justice Procedures’ 2017: "
            "https://example.org/report/2017/09/interference-civil-justice-p rocedures"
        ),
        "https://example.org/report/2017/09/interference-civil-justice-procedures",
        "a plain word follows, and the title completes it",
    ),
    (
        (
            "‘Over 220 groups demand she postpone her journey to Ruritania‘ 5 May 2022: "
            "https://example.org/over-220-groups-demand-she-postpone-her-j ourney-to-ruritania/"
        ),
        "https://example.org/over-220-groups-demand-she-postpone-her-journey-to-ruritania/",
        "a slug goes on",
    ),
]


@pytest.mark.parametrize(("text", "url", "reason"), MENDED)
def test_mends_a_stray_space(text, url, reason):
    proposal = reading_of(text)
    assert (proposal.url, proposal.repair.status) == (url, RepairStatus.MENDED), reason
    assert proposal.repair.confidence >= 0.9, reason
    assert proposal.repair.edits
    assert proposal.repair.candidates[0].why


INTACT = [
    ("See https://example.org/our-collective-conscience ; OHCHR, https://example.org/File?gId=2", "a semicolon"),
    ("See https://example.org/report for details.", "prose follows"),
    ("The page https://example.org/rights was read and then closed", "prose follows"),
    ("https://example.org/human-rights Human rights are for all", "a sentence follows"),
]


@pytest.mark.parametrize(("text", "reason"), INTACT)
def test_leaves_an_unbroken_link(text, reason):
    proposal = reading_of(text)
    assert proposal.repair.status is RepairStatus.INTACT, reason
    assert not proposal.repair.edits
