"""Whether an archived response holds a page."""

from __future__ import annotations

import gzip

import brotli
import pytest

from tests.web.archive_faults import html
from verifier.checks.archive.capture import as_captured, is_named, judge_capture, name_of
from verifier.model.evidence import Page
from verifier.web.exchange import Headers, Response

PAGE = "https://example.org/news/harbour"
WORDS = "<h1>The harbour</h1><p>" + "The wall was rebuilt after the storm, stone by stone. " * 40 + "</p>"
HTML = ("X-Archive-Orig-Content-Type", "text/html; charset=utf-8")


def replayed(body: bytes, *headers: tuple[str, str], status: int = 200) -> Response:
    pairs = (("Memento-Datetime", "Wed, 01 Jun 2022 12:00:00 GMT"), ("Content-Type", "text/html"), *headers)
    return Response(f"https://web.archive.org/web/20220601120000id_/{PAGE}", status, Headers(pairs), body)


GOOD = html("The harbour", WORDS)


@pytest.mark.parametrize("status", [200, 203, 206])
def test_a_page_is_good(status: int) -> None:
    judged = judge_capture(replayed(GOOD, HTML, status=status), [PAGE], want_page=True)
    assert judged.why_bad is None
    assert judged.title == "The harbour"
    assert judged.page is not None
    assert "stone by stone" in judged.page.text


def test_the_text_is_brought_only_when_wanted() -> None:
    assert judge_capture(replayed(GOOD, HTML), [PAGE], want_page=False).page is None


@pytest.mark.parametrize(
    ("page", "cited", "name", "why"),
    [
        (Page("Lake News", ("The harbour wall",)), "The harbour wall", "The harbour wall", "its heading"),
        (Page("The wall", ("The harbour",)), "Nothing alike", "The wall", "none is like it: the page's own title"),
        (Page("The wall", ("The harbour",)), "", "The wall", "nothing to compare"),
        (Page("湖泊新闻", ("关于堤坝的报告",)), "关于堤坝的报告", "关于堤坝的报告", "in Chinese, too"),
        (Page(None, ("The harbour",)), "A wall", "The harbour", "a page with headings alone"),
        (Page(None, ()), "A wall", None, "a page without a name"),
        (Page("The draft", names_itself=False), "The harbour wall", None, "nor does an article make it one"),
        (Page("final2.doc", names_itself=False), "The harbour wall", None, "the name of a file is no title"),
        (Page("The harbour", names_itself=False), "The harbour wall", "The harbour", "what a file declares"),
    ],
)  # fmt: skip
def test_the_name_that_fits_the_cited_title_best(page: Page, cited: str, name: str | None, why: str) -> None:
    assert name_of(page, cited) == name, why


@pytest.mark.parametrize(
    ("page", "cited", "named", "why"),
    [
        (Page("Lake News", ("The harbour wall",)), "The harbour wall", True, "its heading is the cited title"),
        (Page("The harbour wall | Lake News"), "The harbour wall rebuilt", True, "two of three words"),
        (Page("The harbour"), "The harbour wall", False, "one word may be chance"),
        (Page("Lake News", ("The Harbour",)), "The harbour", True, "one word that is all of the title is none"),
        (Page("关于堤坝的报告"), "关于堤坝的报告", True, "in Chinese"),
        (Page("关于学校的报告"), "堤坝修复的历史", False, "another one in Chinese"),
        (Page("The harbour wall"), "", False, "nothing is cited"),
        (Page(), "The harbour wall", False, "a page without a name"),
    ],
)
def test_whether_a_page_bears_the_cited_title(page: Page, cited: str, named: bool, why: str) -> None:
    assert is_named(page, cited) is named, why


LOGIN = '<form><input name="u"><input type="password"><button>Sign in</button></form>'


@pytest.mark.parametrize(
    ("response", "chain", "said", "why"),
    [
        (replayed(GOOD, status=404), [PAGE], "HTTP 404", "an archived error"),
        (replayed(GOOD, status=429), [PAGE], "HTTP 429", "the page's own throttling"),
        (replayed(GOOD, status=304), [PAGE], "no page (HTTP 304)", "neither page nor error"),
        (replayed(b"  \n", HTML), [PAGE], "empty", "nothing in it"),
        (replayed(html("404 Not Found", "<h1>404 Not Found</h1>"), HTML), [PAGE], "error page", "an error sent as 200"),
        (replayed(html("Sign in", LOGIN), HTML), [PAGE], "sign in", "a gate"),
        (
            replayed(html("Just a moment...", "<p>Checking your browser before accessing</p>"), HTML),
            [PAGE],
            "wall",
            "a wall against programs",
        ),
        (
            replayed(GOOD, HTML, ("X-Archive-Orig-CF-Mitigated", "challenge")),
            [PAGE],
            "wall",
            "the archived headers speak too",
        ),
        (
            replayed(html("example.org", "<p>This domain is for sale</p><p>Related searches</p>"), HTML),
            [PAGE],
            "parked",
            "bought by someone else",
        ),
    ],
)
def test_what_is_not_a_page(response: Response, chain: list[str], said: str, why: str) -> None:
    judged = judge_capture(response, chain, want_page=True)
    assert judged.why_bad is not None, why
    assert said in judged.why_bad
    assert judged.page is None


def test_an_article_about_missing_pages_is_a_page() -> None:
    body = html("404: why pages go missing, and what can be done about it", WORDS)
    assert judge_capture(replayed(body, HTML), [PAGE], want_page=False).why_bad is None


def test_raw_replay_may_be_packed_and_deny_it() -> None:
    judged = judge_capture(replayed(gzip.compress(GOOD), HTML), [PAGE], want_page=True)
    assert judged.title == "The harbour"
    assert judged.page is not None
    assert judged.page.complete


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (gzip.compress(GOOD)[:-12], "broken off"),
        (gzip.compress(b"a" * 9_000_000), "more than is unpacked"),
        (b"\x1f\x8bnot gzip at all", "only looks like it"),
    ],
)
def test_packed_bodies_that_are_not_whole(body: bytes, why: str) -> None:
    captured = as_captured(replayed(body, HTML))
    assert not captured.complete, why
    assert len(captured.body) <= 4_000_000


def test_raw_replay_may_be_packed_with_brotli_unasked() -> None:
    judged = judge_capture(replayed(brotli.compress(GOOD), HTML), [PAGE], want_page=True)
    assert judged.title == "The harbour"
    assert judged.page is not None
    assert judged.page.complete
    assert not as_captured(replayed(brotli.compress(b"a" * 9_000_000), HTML)).complete


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (brotli.compress(GOOD)[5:], "packed, and cut at its beginning"),
        (b"(\xb5/\xfd\x04\x00" + bytes(range(200)), "packed in another way"),
    ],
)
def test_what_nobody_can_unpack_is_no_page_to_read(body: bytes, why: str) -> None:
    judged = judge_capture(replayed(body, HTML), [PAGE], want_page=True)
    assert (judged.why_bad, judged.title, judged.page) == (None, None, None), why


def test_a_stray_control_character_makes_no_packing() -> None:
    page = GOOD.replace(b"<title>", b"<meta name='x' content='\x02'><title>", 1)
    assert judge_capture(replayed(page, HTML), [PAGE], want_page=True).page is not None


def test_text_of_two_bytes_a_letter_is_no_packing() -> None:
    page = html("港口", "<p>" + "港口的墙壁已经修好。" * 30 + "</p>")
    encoded = page.decode().encode("utf-16")
    assert judge_capture(replayed(encoded, HTML), [PAGE], want_page=True).page is not None


def test_a_pdf_is_good_and_has_no_title_here() -> None:
    response = replayed(b"%PDF-1.7 ...", ("X-Archive-Orig-Content-Type", "application/pdf"))
    judged = judge_capture(response, [PAGE], want_page=True)
    assert (judged.why_bad, judged.title, judged.page) == (None, None, None)


def test_plain_text_has_words() -> None:
    response = replayed(b"The harbour wall", ("X-Archive-Orig-Content-Type", "text/plain"))
    judged = judge_capture(response, [PAGE], want_page=True)
    assert judged.page is not None
    assert judged.page.text == "The harbour wall"


def test_the_archives_own_headers_are_left_out() -> None:
    captured = as_captured(replayed(b"x", ("Server", "nginx"), ("x-archive-orig-server", "cloudflare")))
    assert captured.headers.all("Server") == ("cloudflare",)
    assert captured.headers.get("Content-Type") == "text/html"
    assert "Memento-Datetime" not in captured.headers
