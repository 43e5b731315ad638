"""Pages as one text: what stands between two pages is left out, what was written is not."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.page.pdf_pages import joined


@pytest.mark.parametrize(
    ("pages", "text", "why"),
    [
        (["the gate held\r\n- 4 -", "for a week"], "the gate held\nfor a week", "a page number between dashes"),
        (["the gate held\n4", "for a week\n5"], "the gate held\nfor a week", "numbers that count with the pages"),
        (["one\nPage 1 of 3", "two\nPage 2 of 3", "three\nPage 3 of 3"], "one\ntwo\nthree\nPage 3 of 3", "it counts"),
        (["Lakes 2021\none", "Lakes 2021\ntwo"], "Lakes 2021\none\ntwo", "a running head is kept once, its year too"),
        (["Lakes 8\none", "Lakes 9\ntwo"], "Lakes 8\none\ntwo", "a running head with the page's number in it"),
        (["one\nA. Body, Lakes", "two\nA. Body, Lakes"], "one\ntwo\nA. Body, Lakes", "a foot is kept at the end"),
        (["L\na\nb", "R\nc\nd", "L\ne\nf", "R\ng\nh"], "R\nL\na\nb\nc\nd\ne\nf\ng\nh", "heads of left and right pages"),
        (["Title\nit fell", "H 2\nat once", "H 3\nx"], "H 2\nTitle\nit fell\nat once\nx", "heads from page two"),
        (["it fell\nin 1986", "and rose"], "it fell\nin 1986\nand rose", "a year that ends a page is no page number"),
        (["of these\n12", "were lost\nagain"], "of these\n12\nwere lost\nagain", "a lone number counts nothing"),
        (["a\nb\nc\nx\nd\ne\nf", "g\nh\ni\nx\nj\nk\nl"], "a\nb\nc\nx\nd\ne\nf\ng\nh\ni\nx\nj\nk\nl", "in the middle"),
        (["civil", "war"], "civil\nwar", "a word made of Roman digits"),
        (["only page\n1"], "only page\n1", "one page has nothing between pages"),
        ([], "", "no page at all"),
    ],
)  # fmt: skip
def test_pages_are_joined_without_what_is_printed_on_each(pages: list[str], text: str, why: str) -> None:
    assert joined(pages) == text, why


@given(st.lists(st.text(alphabet="ab1 -\n", max_size=40), max_size=6))
def test_nothing_is_added(pages: list[str]) -> None:
    lines = Counter("\n".join(pages).split("\n"))
    assert Counter(joined(pages).split("\n")) - lines <= Counter({"": 1}), "the text is what was there, some left out"
