"""Words of scripts without spaces, glued to an address, are not part of it; those of an address's own are."""

import pytest

from verifier.model.scripts import script_end

CASES = [
    ("https://example.org/a.pdf(最終閲覧2021年6月3日)", "https://example.org/a.pdf", "an access date in brackets"),
    ("https://example.org/list(共44张)", "https://example.org/list", "a bracket with a number and words"),
    ("https://example.org/a.html,见", "https://example.org/a.html", "a comma between address and sentence"),
    ("https://example.org/t?p=7;另见", "https://example.org/t?p=7", "a semicolon, and a second clause"),
    ("https://example.org/说明-12,2021年5月", "https://example.org/说明-12", "a date behind an address of that script"),
    ("https://example.org/a/b,第3页", "https://example.org/a/b", "a page behind it"),
    ("https://example.org/x?p=1에서", "https://example.org/x?p=1", "a Korean ending"),
    ("https://example.org/w/A_(law)参照", "https://example.org/w/A_(law)", "words behind a closing bracket"),
    ("https://example.org/a/を参照", "https://example.org/a/", "a Japanese particle behind a slash"),
    ("https://example.org/で公開されている", "https://example.org/", "another one, before a verb in Chinese signs"),
    ("https://example.org/にじ", "https://example.org/にじ", "a word that only begins like one, spelt throughout"),
    ("https://example.org/a_b-を見よ", "https://example.org/a_b-", "and behind a hyphen"),
    ("https://example.org/a/에서", "https://example.org/a/", "a Korean one"),
    ("https://example.org/에세이", "https://example.org/에세이", "a Korean word that only begins like one"),
    ("https://example.org/wiki/東京(都市)", "https://example.org/wiki/東京(都市)", "a title's own brackets"),
    ("https://example.org/wiki/Python(言語)", "https://example.org/wiki/Python(言語)", "brackets behind a Latin title"),
    ("https://example.org/wiki/Delta_(三角州)", "https://example.org/wiki/Delta_(三角州)", "a bracket behind a sign"),
    ("https://example.org/日本語/ページ", "https://example.org/日本語/ページ", "a path of that script"),
    ("https://example.org/a(b),c;d", "https://example.org/a(b),c;d", "no other script at all"),
    ("https://example.org/größe,höhe", "https://example.org/größe,höhe", "a script with spaces between words"),
]


@pytest.mark.parametrize(("written", "address", "reason"), CASES, ids=[reason for _, _, reason in CASES])
def test_where_the_address_ends(written: str, address: str, reason: str) -> None:
    assert written[: script_end(written)] == address


def test_a_last_piece_is_read_with_what_stands_before_it() -> None:
    piece = "pdf(都市)"
    assert piece[: script_end(piece, "https://example.org/a.")] == "pdf"
    assert piece[: script_end(piece, "https://example.org/東京.")] == piece
