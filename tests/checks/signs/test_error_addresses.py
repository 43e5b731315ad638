"""Addresses of error pages, and addresses that only look so."""

from __future__ import annotations

import pytest

from verifier.checks.signs.error_addresses import error_address, sent_to_an_error_page, vague_error_address


@pytest.mark.parametrize(
    ("url", "error", "vague"),
    [
        ("https://s.example/404", True, False), ("https://s.example/404.html", True, False),
        ("https://s.example/error/404", True, False), ("https://s.example/en/page-not-found/", True, False),
        ("https://s.example/a?aspxerrorpath=/b", True, False), ("https://s.example/errors/notfound.aspx", True, False),
        ("https://s.example/x?error=404", True, False), ("https://s.example/error-404/index.php", True, False),
        ("https://s.example/Error.aspx", False, True), ("https://s.example/error-page", False, True),
        ("https://s.example/2019/404-errors-explained", False, False), ("https://s.example/x?id=404", False, False),
        ("https://s.example/terror", False, False), ("https://s.example/", False, False),
    ],
)  # fmt: skip
def test_addresses_of_error_pages(url, error, vague):
    assert (error_address(url), vague_error_address(url)) == (error, vague)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/404", True), ("/en/404/", True), ("/custom-errors/404", True), ("/portal/404.aspx", True),
        ("/httpstatus/404", True), ("/de/seite/404.html", True), ("/not-found", True),
        ("/resolutions/404", False), ("/en/room/410.html", False), ("/%D0%B4%D0%B5%D0%BB%D0%BE/404", True),
        ("/a", False),
    ],
)  # fmt: skip
def test_a_redirect_to_the_404th_of_a_series_is_none_to_an_error_page(path: str, sent: bool) -> None:
    assert sent_to_an_error_page(("https://s.example/x?n=1", f"https://s.example{path}")) is sent
