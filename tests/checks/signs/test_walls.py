"""Every mark of every vendor does what its weight says, and none condemns a page that only carries it."""

from __future__ import annotations

import pytest

from tests.checks.scripted import PROSE, html, response
from verifier.checks.follow import read_answer
from verifier.checks.signs.walls import MARKS, Mark, Weight, bot_wall
from verifier.web.exchange import Headers, Response


def answer_with(mark: Mark, status: int, *, words: str) -> Response:
    title, markup, shown, headers = "Gazette", "", words, {}
    if mark.where.startswith("header:"):
        headers = {mark.where.removeprefix("header:"): mark.text or "1"}
    elif mark.where == "title":
        title = mark.text
    elif mark.where == "markup":
        markup = f"<i data-with='{mark.also}'></i>"
        markup += (
            f"<script>{mark.text}</script>" if not mark.text.startswith("id=") else f"<script {mark.text}></script>"
        )
    else:
        shown = f"{mark.text} {mark.also} {words}"
    pairs = (("Content-Type", "text/html"), *headers.items())
    return Response("u", status, Headers(pairs), html(title, f"<p>{shown}</p>{markup}").encode())


def is_wall(response: Response) -> bool:
    return bot_wall(response, read_answer(response)) is not None


def name(mark: Mark) -> str:
    return f"{mark.vendor}: {mark.text or mark.where}"


@pytest.mark.parametrize("mark", MARKS, ids=name)
def test_a_mark_with_a_refusal_in_place_of_a_page_is_a_wall(mark):
    assert is_wall(answer_with(mark, 403, words="Sorry."))


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark.weight is not Weight.ALWAYS], ids=name)
def test_a_mark_on_a_good_page_is_none(mark):
    assert not is_wall(answer_with(mark, 200, words=PROSE))


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark.weight is Weight.REFUSED], ids=name)
def test_a_mark_that_good_pages_carry_says_nothing_of_a_missing_page(mark):
    assert not is_wall(answer_with(mark, 404, words="Not found."))
    assert not is_wall(answer_with(mark, 200, words="A short page."))


@pytest.mark.parametrize(
    "headers",
    [
        {"cf-ray": "1-ABC", "Server": "cloudflare"},
        {"x-datadome": "protected"},
        {"x-iinfo": "9-1-0"},
        {"Set-Cookie": "_abck=1; datadome=2"},
        {"X-Cache": "Miss from cloudfront"},
        {"x-amzn-waf-action": "allow"},
    ],
)
def test_a_protected_site_that_answers_is_no_wall(headers):
    pairs = (("Content-Type", "text/html"), *headers.items())
    page = html(
        "Gazette", "<p>A short page.</p><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
    )
    assert not is_wall(Response("u", 200, Headers(pairs), page.encode()))
    assert not is_wall(Response("u", 404, Headers(pairs), page.encode()))


def test_the_sentence_names_vendor_and_mark():
    answer = response("", 403, cf_mitigated="challenge")
    assert bot_wall(answer, None) == "answered 403 with a wall against programs (Cloudflare: header cf-mitigated)"


def test_marks_are_found_in_what_is_no_page_too():
    assert bot_wall(response(b"Incapsula incident ID: 1", 403, "application/octet-stream"), None) is not None
    assert bot_wall(response(b"", 403), None) is None


CHECKS = "<h1>Checking you are not a bot</h1>"


@pytest.mark.parametrize(
    ("head", "body", "wall", "why"),
    [
        ("<meta http-equiv=refresh content='2; url=?sure=1'>", CHECKS, True, "the page loads itself anew"),
        ("<meta http-equiv='refresh' content='3'>", CHECKS, True, "the same, without an address"),
        ("<script></script>", CHECKS, True, "a script"),
        ("", CHECKS, False, "words alone, which an article may be headed with"),
        (
            "<script></script>",
            "<p>当前环境异常，完成验证后即可继续访问。</p>",
            True,
            "a check of nobody named",
        ),
    ],
)
def test_a_page_that_says_that_it_checks_who_asks_has_to_do_so(head: str, body: str, wall: bool, why: str) -> None:
    assert is_wall(response(html("", body, head))) is wall, why


def test_999_is_a_wall_by_itself():
    assert "999" in (bot_wall(response("", 999), None) or "")


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark.weight is Weight.ALONE], ids=name)
def test_a_script_that_good_pages_load_tells_a_wall_where_hardly_a_word_is_shown(mark):
    assert is_wall(answer_with(mark, 200, words=""))
    assert not is_wall(answer_with(mark, 200, words="The tide turns at six. " * 5))
    assert is_wall(answer_with(mark, 503, words="The tide turns at six. " * 5))
