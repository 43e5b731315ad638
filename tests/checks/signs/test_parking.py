"""Parked domains, and pages that only speak of such, or that are called as their domain."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.parking import parking_signs

URL = "https://www.oyster-news.example/a/12"
TWO = (
    "<p>The oyster beds were leased in spring to four families who had worked them for two generations already.</p>"
    "<p>Nobody on the council could say later why the fifth bid, the highest of all, had never been opened.</p>"
)
ONE = "<p>The oyster beds of the inner bay were leased in spring to four families from the town.</p>"
FIRST = "Here is the best information about oysters, shells and boats that anybody looking for them could wish for."
SEARCHES = "<div>Related searches</div><a href=/q>Oysters</a>"
ABOUT = (
    "<p>Your domain may be for sale before you know that it has lapsed, and the new owner will not wait for you.</p>"
    "<p>What it shows then are sponsored listings, of which each click earns somebody a few cents or more.</p>"
)
OFFER = (
    "<p>The name oyster-news.example is for sale for a fixed price, and is handed over within one working day.</p>"
    "<p>Sponsored listings are shown here until somebody has paid for it, by card or by transfer, as is preferred.</p>"
)


@pytest.mark.parametrize(
    ("title", "body", "parked", "why"),
    [
        ("oyster-news.example", "<div>Sponsored listings</div>", True, "its name, and advertisements"),
        ("oyster-news.example", f"<h1>Loans</h1>{SEARCHES}", True, "a heading that is no part of the title"),
        ("For sale | oyster-news.example", f"<h1>For sale</h1>{SEARCHES}", True, "a heading of the sale"),
        ("Beds leased | oyster-news.example", f"<h1>Beds leased</h1>{SEARCHES}", False, "a text's own heading"),
        ("Beds leased | oyster-news.example", f"{TWO}{SEARCHES}", False, "paragraphs, of something else"),
        ("oyster-news.example", f"<h2>Beds leased</h2>{ONE}{SEARCHES}", False, "one paragraph, of something else"),
        ("oyster-news.example", f"<p>{FIRST}</p>{SEARCHES}", True, "one paragraph, of the site itself"),
        (
            "Beds leased at oyster-news.example",
            "<a href='https://www.visitjordan.com/'>To Jordan</a>",
            False,
            "an address that ends as a market's",
        ),
        ("When names lapse", ABOUT, False, "paragraphs about names"),
        ("When names lapse", f"{ABOUT}<script src='//c.sedoparking.com/x.js'></script>", True, "what parked ones load"),
        ("Offer", OFFER, True, "paragraphs that offer the domain by its name"),
    ],
)
def test_a_domain_is_parked_by_what_is_said_of_itself(title: str, body: str, parked: bool, why: str) -> None:
    read = read_page(html(title, body).encode(), "text/html; charset=utf-8")
    assert parking_signs((URL,), read).convict is parked, why


def test_a_way_that_leads_on_within_a_site_called_as_its_domain_is_no_second_sign() -> None:
    chain = (URL, "https://www.oyster-news.example/parking/12")
    plain = read_page(html("oyster-news.example", "<p>Where to park.</p>").encode(), "text/html; charset=utf-8")
    assert not parking_signs(chain, plain).convict
    offer = html("oyster-news.example", "<p>oyster-news.example is for sale.</p>")
    assert parking_signs(chain, read_page(offer.encode(), "text/html; charset=utf-8")).convict


def test_a_market_for_names_at_the_end_of_the_way_is_a_sign_whatever_it_says() -> None:
    read = read_page(html("When names lapse", ABOUT).encode(), "text/html; charset=utf-8")
    assert len(parking_signs((URL, "https://www.hugedomains.com/x"), read).words) == 1
