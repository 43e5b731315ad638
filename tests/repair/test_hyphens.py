"""Whose a hyphen at a line's end is, told by what the typesetter does elsewhere in the document."""

from __future__ import annotations

import pytest

from verifier.citations import find
from verifier.model.document import Document
from verifier.repair import propose

WHOLE_WORDS = "The council met in spring and\nheard what the ministry had to\nsay about boats and harbours.\n" * 12
DIVIDED = (
    "The council met in spring and heard\nwhat the minis\u2010\ntry had to say about boats and har\u2010\nbours.\n"
)
SOFT = DIVIDED.replace("\u2010\n", "\u00ad")
PDF, TEXT = "application/pdf", "text/plain"

ROWS = [
    (PDF, WHOLE_WORDS, "https://coast\u00adwatch.example.org/a", "coast-watch.example.org/a", "no word is divided"),
    (PDF, WHOLE_WORDS, "https://example.org/sea\u00adlevel-now", "example.org/sea-level-now", "the same, in a path"),
    (TEXT, DIVIDED, "https://example.org/govern\u2010\nment", "example.org/government", "the typesetter's own sign"),
    (TEXT, DIVIDED, "https://press-\noffice.example.org/a", "press-office.example.org/a", "not the typesetter's sign"),
    (PDF, SOFT, "https://example.org/cgi\u00adbin/list", "example.org/cgi-bin/list", "a folder that many sites have"),
    (
        PDF,
        SOFT,
        "https://example.org/files/UrgeWork\u00adingHeritage_73.pdf",
        "example.org/files/UrgeWorkingHeritage_73.pdf",
        "within a word that begins with a capital",
    ),
    (PDF, DIVIDED, "https://sea\u00adlevel.example.org/a", "sea-level.example.org/a", "the same, in a PDF"),
]


def test_a_language_that_divides_no_words_puts_no_hyphens_into_links() -> None:
    names = ("yongshui\u00adquanli", "duanqi\u00adtiaozheng", "shuiwei\u00adshuzi")
    links = "".join(f"\n见：https://example.org/{name}/a（2022年4月）。" for name in names)
    text = f"湖区水务处说，水位数字只是短期调整。我们请他们把数字放回原处，并公布全部记录。{links}"
    document = Document("letter", PDF, text, language="zh")
    read = [proposal.url for proposal in propose(document, find(document).references)]
    assert read == [f"https://example.org/{name.replace(chr(0xAD), '-')}/a" for name in names]  # fmt: skip


def _mended(media_type: str, text: str) -> list[str | None]:
    document = Document("letter", media_type, text)
    return [proposal.url for proposal in propose(document, find(document).references)]


@pytest.mark.parametrize(("media_type", "prose", "link", "mended", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_a_hyphen_is_read_as_the_document_uses_it(
    media_type: str, prose: str, link: str, mended: str, reason: str
) -> None:
    assert _mended(media_type, f"{prose}\nAs told at {link} (3 May).\n") == [f"https://{mended}"]


def test_hyphens_that_divide_words_of_links_are_put_in() -> None:
    links = ("meas\u00adurements", "govern\u00adance", "harb\u00adours")
    text = WHOLE_WORDS + "".join(f"\nAs told at https://example.org/{link}/list (3 May).\n" for link in links)
    assert _mended(PDF, text) == [f"https://example.org/{link.replace(chr(0xAD), '')}/list" for link in links]


def test_where_the_sign_stands_within_lines_it_is_the_texts_hyphen() -> None:
    text = DIVIDED + "A well\u2010known harbour.\nAs told at https://example.org/ships\u2010\nand\u2010boats (3 May).\n"
    assert _mended(TEXT, text) == ["https://example.org/ships-and-boats"]
