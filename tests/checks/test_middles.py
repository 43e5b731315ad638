"""The middles of a page and of its made-up sibling: a record in a template, a regret among links."""

from __future__ import annotations

import pytest

from verifier.checks.likeness import Sibling, lines_said
from verifier.checks.middles import differs_in_links_alone, says_more, says_nothing_else
from verifier.checks.page.middle import Middle, read_middle

URL = "https://s.example/entry/one"
RECORD = "<p>Lund against the port: the fee was not due where no pilot was offered.</p>"
MENU = "<p>How to use the register</p><p>Opening hours</p>"
LONG_MENU = "".join(f"<p>How to find item {n} of the register in town</p>" for n in range(120))
REGRET = "<p>The page you requested does not exist.</p>"


def middle(body: str) -> Middle:
    return read_middle(f"<html><body>{body}</body></html>".encode(), "text/html; charset=utf-8", URL)


def sibling(body: str, *, echoes: bool = False) -> Sibling:
    return Sibling(known=True, status_code=200, said=lines_said(middle(body)), echoes=echoes)


@pytest.mark.parametrize(
    ("page", "other", "more", "why"),
    [
        (MENU + RECORD, MENU, True, "a record's worth of words"),
        (MENU + RECORD, MENU + "<p>No entry</p>", True, "in the place of two words"),
        (MENU + "<p>Lund against the port</p>", MENU, False, "four words may be anything"),
        (MENU + RECORD, MENU + "<p>Today we show another story from our large collection of old ones.</p>", False,
         "what changes with each answer changes on both sides"),
        (MENU, MENU + RECORD, False, "the made-up address has more"),
        (MENU + f"<a href=/x>{RECORD}</a>", MENU, False, "links are teasers"),
        (RECORD, "", True, "all of it"),
        (LONG_MENU + RECORD, LONG_MENU, True, "below a template of many words"),
        (REGRET + RECORD, REGRET, False, "what an error page suggests"),
        ("<p>Not found what you are looking for? Ask us.</p>" + RECORD,
         "<p>Not found what you are looking for? Ask us.</p>", True, "what every page asks"),
    ],
)  # fmt: skip
def test_a_record_says_more_than_its_template(page: str, other: str, more: bool, why: str) -> None:
    assert says_more(middle(page), sibling(other)) is more, why


def test_nothing_is_more_than_an_answer_that_tells_the_address_back_or_that_is_not_known() -> None:
    assert not says_more(middle(MENU + RECORD), sibling(MENU, echoes=True))
    assert not says_more(middle(MENU + RECORD), Sibling())


@pytest.mark.parametrize(
    ("page", "other", "nothing_else", "why"),
    [
        ("<p>The page you requested was not found.</p>" + RECORD, "<p>The page you requested was not found.</p>", True,
         "it speaks to the reader, whatever stands beside"),
        ("<p>A página que você procura não foi encontrada.</p>" + RECORD,
         "<p>A página que você procura não foi encontrada.</p>", True, "in another language"),
        ("<p>No such entry.</p><a href=/x>Others</a>", "<p>No such entry.</p>", True, "and links beside"),
        ("<p>No such entry.</p>" + RECORD, "<p>No such entry.</p>", False, "and a text beside"),
        ("<p>No such entry.</p>", "<p>Welcome</p>", False, "only of this address"),
        ("<p style='display:none'>The page you requested was not found.</p>" + RECORD,
         "<p>The page you requested was not found.</p>", False, "hidden, for a script to show"),
        ("<p>Welcome</p>", "<p>Welcome</p>", False, "no regret"),
        ("<p>The page you are looking for is not found?</p>" + RECORD,
         "<p>The page you are looking for is not found?</p>", False, "a question says nothing"),
        ("<p>Vous n’avez pas trouvé ce que vous cherchez\u202f? Écrivez-nous.</p>" + RECORD,
         "<p>Vous n’avez pas trouvé ce que vous cherchez\u202f? Écrivez-nous.</p>", False, "nor one in French"),
        ("<p>Write if what you are looking for was not found.</p><p>" + "The keeper went home again. " * 9,
         "<p>Write if what you are looking for was not found.</p>", False, "no error page has a paragraph of its own"),
        (REGRET + LONG_MENU, REGRET, False, "nor as many words: a search that waits for its words says it, too"),
    ],
)  # fmt: skip
def test_an_error_page_says_nothing_else(page: str, other: str, nothing_else: bool, why: str) -> None:
    assert says_nothing_else(middle(page), sibling(other)) is nothing_else, why


@pytest.mark.parametrize(
    ("page", "other", "alone", "why"),
    [
        ("<p>Ez dago halakorik hemen gaur.</p><a href=/1>Uda</a>", "<p>Ez dago halakorik hemen gaur.</p>", True,
         "a line in any language among teasers"),
        ("<p>Ez dago halakorik hemen gaur.</p>" + RECORD, "<p>Ez dago halakorik hemen gaur.</p>", False, "a text"),
        ("<a href=/1>Uda</a>", "<a href=/2>Negua</a>", False, "links and nothing else may be what is cited"),
        ("<p>All plates of the flora</p><img src=/a.png>", "<p>All plates of the flora</p>", False, "a picture"),
        ("<p>All plates of the flora</p>", "<p>Choose one of our plates</p>", False, "another line"),
    ],
)  # fmt: skip
def test_teasers_change_around_a_line_that_every_address_gets(page: str, other: str, alone: bool, why: str) -> None:
    assert differs_in_links_alone(middle(page), sibling(other)) is alone, why
