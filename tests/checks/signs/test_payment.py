"""Payment gates by what publishers declare, by containers and by wording; and free pages that come near."""

from __future__ import annotations

import pytest

from verifier.checks.page.reading import read_page
from verifier.checks.signs.payment import PRICE, payment_gate

LEAD = "<h1>The weir</h1><p>It was raised by a hand.</p>"
WHOLE = LEAD + "<p>" + "They measured it again in spring. " * 60 + "</p>"
ENDS = f"<h1>The weir</h1><p>{'It was raised by a hand in spring. ' * 14}</p><div>%s</div><p>The Weir Post</p>"
TEASERS = "".join(f"<p><a href=/{n}>One of many teasers that end a page</a></p>" for n in range(20))
NAVIGATION = "<nav>" + "<a href=/x>One of many</a> " * 90 + "</nav>"
LD = '<script type="application/ld+json">{"isAccessibleForFree":%s}</script>'
TIER = '<meta property="article:content_tier" content="%s">'
WALL = "<div class='c paywall'><p>Test it for 1 € a month</p></div>"


def asks(body: str, head: str = "") -> bool:
    page = f"<html><head><title>The weir</title>{head}</head><body>{body}</body></html>"
    return payment_gate(read_page(page.encode(), "text/html; charset=utf-8")) is not None


@pytest.mark.parametrize(
    ("body", "head", "why"),
    [
        (LEAD, LD % "false", "declared, and short"),
        (LEAD, LD % '"http://schema.org/False"', "declared by a URL"),
        (LEAD, '<meta itemprop="isAccessibleForFree" content="false">', "declared as microdata"),
        (LEAD, TIER % "locked", "declared by its tier"),
        (NAVIGATION + f"<main>{LEAD}</main>", TIER % "locked", "navigation is no article"),
        (LEAD + WALL, "", "a container that names a price"),
        (LEAD + "<div id='piano-offer'>Abonnez-vous</div>", "", "a container that speaks of subscribing"),
        (NAVIGATION + f"<main>{LEAD}<p>Subscribe to keep reading.</p></main>", "", "wording among navigation"),
        (f"<h1>Subscribe to unlock this article</h1>{TEASERS}", "", "an offer for a heading, among teasers"),
        (LEAD + "<p>Du hast alle kostenlosen Artikel aufgebraucht.</p>", "", "free articles counted"),
        (LEAD + "<p>Celý článok je len pre predplatiteľov.</p>", "", "only for subscribers, Slovak"),
        (LEAD + "<p>पूरा लेख पढ़ने के लिए सदस्यता लें।</p>", "", "reading on by subscribing, Hindi"),
        (LEAD + "<p>להמשך קריאה הירשמו כמנויים</p>", "", "reading on by subscribing, Hebrew"),
        (ENDS % "Start your free trial to read on.", "", "the end of a longer beginning"),
        (ENDS % "Weiterlesen mit einem Abo für 1 € im Monat", "", "the same, German"),
        (ENDS % "Pour lire la suite, abonnez-vous.", "", "the same, French"),
        (ENDS % "Para seguir leyendo, suscríbete.", "", "the same, Spanish"),
        (ENDS % "Läs vidare som prenumerant.", "", "the same, Swedish"),
        (ENDS % "Dalsza część tekstu w prenumeracie.", "", "the same, Polish"),
        (ENDS % "Читать дальше — по подписке.", "", "the same, Russian"),
        (ENDS % "متن کامل را مشترکان می‌خوانند.", "", "the same, Persian"),
        (ENDS % "อ่านต่อสำหรับสมาชิก", "", "the same, Thai"),
        (ENDS % "续读全文，请订阅。", "", "the same, Chinese"),
        (ENDS % "Эта статья доступна только подписчикам.", "", "an article kept for subscribers, Russian"),
        (ENDS % "Tento článek je určen pouze předplatitelům.", "", "the same, Czech"),
        (ENDS % "Diesen Artikel können nur Abonnenten lesen.", "", "the same, German"),
    ],
)
def test_payment_is_asked_for(body: str, head: str, why: str) -> None:
    assert asks(body, head), why


@pytest.mark.parametrize(
    ("body", "head", "why"),
    [
        (LEAD, "", "a short page"),
        (WHOLE, LD % "false", "declared not to be free, but shown whole"),
        (WHOLE + WALL, "", "a container after the whole text"),
        (LEAD + WALL, LD % "true", "declared free, with an offer"),
        (LEAD + "<p>Subscribe to continue reading.</p>", TIER % "free", "declared free by its tier"),
        (LEAD, TIER % "metered", "metered pages are shown until the meter has run"),
        (LEAD + "<div class='paywall' hidden>Abonnez-vous</div>", "", "a container that is not shown"),
        (LEAD + "<div class='paywall'></div>", "", "an empty container, as in every template"),
        (LEAD + "<main id='piano'><p>Lessons cost 20 € an hour.</p></main>", "", "an instrument"),
        (LEAD + "<p>Preis 80 €. Nur für Abholer. Abonnieren Sie uns.</p>", "", "two sentences, two things"),
        (LEAD + "<p>Subscribe now to our newsletter, and read the minutes.</p>", "", "a newsletter"),
        (LEAD + "<p>In the free port nobody was left; so the story ends.</p>", "", "freedom of another kind"),
        (NAVIGATION + f"<main>{LEAD}</main><aside>Subscribe to read more</aside>", "", "an offer beside the text"),
        (ENDS % "Subscribe to our newsletter and continue with the full story.", "", "a newsletter below a text"),
        (ENDS % "Subscribe now for unlimited access.", "", "an advertisement below a text that is whole"),
        (ENDS % "Only 12 subscribers came to see the weir.", "", "subscribers, and only few, but no article of theirs"),
        (ENDS % "Industrial weirs were to continue with the rest of the mill.", "", "a word within another"),
        (ENDS % "Par la suite, les abonnés du journal ont visité la digue.", "", "a rest that is no text's, French"),
        (ENDS % "The rest of the weir was never built.", "", "a rest of another kind"),
        (f"<div>Weiterlesen mit einem Abo</div>{ENDS % 'The end.' * 2}", "", "an offer before a text, not at its end"),
    ],
)
def test_payment_is_not_asked_for(body: str, head: str, why: str) -> None:
    assert not asks(body, head), why


@pytest.mark.parametrize(
    "sum_", ["4,99 euro", "1 eur", "$2", "3 dollars", "5 pounds a month", "9 złotych", "120 korun", "15 рублей", "2円"]
)
def test_a_sum_of_money_is_told_in_signs_and_in_words(sum_: str) -> None:
    assert PRICE.search(f"read on for {sum_} only")


@pytest.mark.parametrize("other", ["4 europeans", "9 francisco lane", "3 crowns of laurel", "12 lire-birds", "room 7"])
def test_what_is_no_sum_of_money(other: str) -> None:
    assert not PRICE.search(f"read on for {other} only")
