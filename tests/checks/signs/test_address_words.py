"""Addresses that were made for a page's name."""

from __future__ import annotations

import pytest

from verifier.checks.signs.address_words import spells


@pytest.mark.parametrize(
    ("path", "name", "spelled"),
    [
        ("/essays/404-2/", "404", True), ("/glossary/404-error-page", "404-Error Page", True),
        ("/wiki/HTTP_404", "HTTP 404", True), ("/2019/nie-znaleziono-winnych.html", "Nie znaleziono winnych", True),
        ("/pr%C3%A9cis/page-introuvable-roman", "Page introuvable", True),
        ("/a/Stranka-nenalezena", "Stránka nenalezena", True),
        ("/essays/on-harbours", "404", False), ("/dataset/bridges-2014", "Dataset bridges-2014 not found", False),
        ("/404-2/essays", "404", False), ("/essays/", "", False), ("/", "404", False), ("/?p=404", "404", False),
    ],
)  # fmt: skip
def test_an_address_spells_a_name_whose_words_it_all_holds(path: str, name: str, spelled: bool) -> None:
    assert spells(f"https://site.example{path}", name) is spelled
