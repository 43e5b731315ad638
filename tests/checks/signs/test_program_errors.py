"""What programs print when they break off, and pages that quote it."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.program_errors import broke_off


@pytest.mark.parametrize(
    "said",
    [
        "<b>Parse error</b>: syntax error, unexpected end of file in <b>/var/www/a.php</b> on line <b>7</b>",
        'Traceback (most recent call last): File "/srv/site/app.py", line 12, in get raise KeyError',
        "Warning: mysql_connect() failed in /home/site/public_html/db.php on line 3",
        "java.lang.NullPointerException at org.site.View.render(View.java:40)",
        "Uncaught PDOException: no connection in /srv/www/x.php:9 Stack trace: #0 {main}",
        "Server Error in '/Archive' Application. Stack Trace: at Site.Page_Load(Object sender)",
    ],
)
def test_a_program_that_broke_off(said: str) -> None:
    assert broke_off(read_page(html("", said).encode(), "text/html"))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<h1>Fatal error: a memoir</h1><p>Fatal error: on line 7 of the letter …</p>", "it has a heading"),
        ("<p>Fatal error: that is what he called it.</p>", "no place in any program"),
        ("<p>Once upon a time there was a keeper of a lock. " + "He kept it. " * 10 + "</p><p>Fatal error: line 7</p>",
         "not at the beginning"),
        ("<p>Fatal error: line 7</p><p>" + "How it was mended, in many words. " * 40 + "</p>", "an explanation"),
    ],
)  # fmt: skip
def test_what_only_quotes_one(body: str, why: str) -> None:
    assert broke_off(read_page(html("", body).encode(), "text/html")) is None, why


@pytest.mark.parametrize(
    ("title", "body", "fault", "why"),
    [
        ("502 Bad Gateway", "<h1>502 Bad Gateway</h1><p>nginx</p>", True, "a server's"),
        ("Runtime Error", "<h1>Server Error in '/' Application.</h1><p>No details.</p>", True, "a program's"),
        ("", "<h1>Error 503 Backend fetch failed</h1>", True, "a cache's"),
        ("Bad gateway: a novel", "<h1>Bad gateway</h1><p>A novel in three parts.</p>", False, "more in its title"),
        ("Database error", "<ul>" + "<li><a href=/x>Album</a></li>" * 5 + "</ul>", False, "a band's, with menus"),
    ],
)
def test_a_page_headed_by_nothing_but_a_servers_fault(title: str, body: str, fault: bool, why: str) -> None:
    assert (broke_off(read_page(html(title, body).encode(), "text/html")) is not None) is fault, why
