"""Boxes to sign in beside a text, and forms that are all there is."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.checks.page.reading import read_page

URL = "https://site.example/a/mole"
FORM = "<form><input name=u><input type=password name=p><input type=submit value=Go></form>"
TEXT = "<h1>The mole</h1><p>The mole stays closed until May.</p>"
HEAD = "<h1>The mole</h1>"


def outcome(body: str, title: str = "The mole") -> str:
    return check(ScriptedWeb({URL: response(html(title, body))}), URL).result.outcome.value


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"<main>{TEXT}</main><div id=aside><h3>Log in</h3>{FORM}</div>", "a column named as a margin"),
        (f"<div>{TEXT}</div><div><h3>Log in</h3>{FORM}</div>", "a column beside that of the text"),
        (f"<table><tr><td><b>Login</b>{FORM}</td><td>{TEXT}</td></tr></table>", "cells of a table"),
        (f"<div>{TEXT}</div><div class='modal fade'>{FORM}</div>", "a box that opens when it is asked for"),
        (f"<header>{FORM}</header>{TEXT}", "a header"),
        (f"<div id='signup_modal'>{FORM}</div>{TEXT}", "a box that opens, by a longer name"),
        (f"<section role=complementary>{FORM}</section>{TEXT}", "a margin by its role"),
        (f"<div class='region sidebar-left'>{FORM}</div>{HEAD}<p>Open.</p>", "hardly a word beside"),
    ],
)
def test_a_short_text_beside_a_box_to_sign_in_is_the_page(body: str, why: str) -> None:
    assert outcome(body) == "ok", why
    read = read_page(html("The mole", body).encode(), "text/html")
    assert "The mole" in read.page.text, why
    assert "Log" not in read.page.text, "the box is not its text"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            f"<main>{HEAD}{FORM}</main><div class=sidebar><p>News of the harbour and its boats</p></div>",
            "in the middle",
        ),
        (f"{TEXT}{FORM}", "below the text, in one column"),
        (f"<div class=sidebar>{FORM}</div>{HEAD}", "a margin beside a mere name"),
        (f"<div>{HEAD}<p>Welcome to our members' pages.</p></div><div>{FORM}</div>", "a page that greets at the form"),
        (
            f"<div class=side>{FORM}</div><div>{HEAD}<h2>Login</h2><p>Enter your number.</p></div>",
            "headed as a form is",
        ),
        (f"<div>{FORM}</div><div><h2>News</h2><p>The weir opens again in May.</p></div>", "news beside the form"),
        (f"<nav>{FORM}</nav>{HEAD}<p>Please log in to view this page.</p>", "told to use the box"),
        ("<div>" * 70 + FORM + "</div>" * 70 + f"<div>{TEXT}</div>", "too deep to be looked at"),
        (f"<div class=sidebar>{FORM * 4}</div>{TEXT}", "many forms are no box"),
    ],
)
def test_a_page_whose_middle_is_the_form_is_a_gate(body: str, why: str) -> None:
    assert outcome(body) == "access_wall", why


@pytest.mark.parametrize(
    ("body", "title", "expected", "why"),
    [
        (f"<div>{FORM}</div><div><div class='post-title'>The mole</div><p>It stays closed until May.</p></div>",
         "The mole - Harbour talk", "ok", "a box that is called a title"),
        (f"<div>{FORM}</div><table><tr><td><b>The mole</b><br>It stays closed until May.</td></tr></table>",
         "Harbour talk: The mole", "ok", "a bold line in a cell"),
        (f"<div>{FORM}</div><div><b>Harbour talk</b><p>For those who row and those who sail.</p></div>",
         "Harbour talk", "access_wall", "the site's name alone"),
        (f"<div>{FORM}</div><div><b>mole</b><p>It stays closed until May.</p></div>",
         "The mole - Harbour talk", "access_wall", "a bold word within a sentence"),
        (f"<div>{FORM}</div><div><h2>News</h2><b>The mole</b><p>It stays closed until May.</p></div>",
         "The mole - Harbour talk", "access_wall", "a column that has a heading, of something else"),
    ],
)  # fmt: skip
def test_what_stands_for_a_heading_has_to_be_a_part_of_the_title(
    body: str, title: str, expected: str, why: str
) -> None:
    assert outcome(body, title) == expected, why


@pytest.mark.parametrize(
    "heading", ["Page not found", "Die Seite wurde nicht gefunden", "Stránka nenalezena", "Page introuvable"]
)
def test_an_error_page_beside_a_box_is_no_gate(heading: str) -> None:
    body = f"<div class=account>{FORM}</div><div><h1>{heading}</h1><p>There is nothing at this address.</p></div>"
    assert outcome(body, "The society") == "soft_404"


def test_so_is_one_whose_title_alone_names_the_error() -> None:
    body = f"<div class=account>{FORM}</div><div><h1>Well, well!</h1><p>There is nothing at this address.</p></div>"
    assert outcome(body, "Page not found | Society") == "soft_404"
    assert outcome(body, "Society") == "access_wall"
