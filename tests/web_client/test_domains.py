"""What one owner registered: the same for a name and its encoded form, and as the whole list has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from verifier.web.domains import registrable_domain

WHOLE = PublicSuffixList()
NAMES = (
    "a www co uk jp kobe city github io com cn 公司 рф 中国 "
    "xn--55qx5d xn--fiqs8s xn--p1ai xn--mgbaam7a8h xn--bcher-kva xn-- xn--a xn--99999999 例え"
)
LABELS = NAMES.split()


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("www.example.co.uk", "example.co.uk"),
        ("a.b.github.io", "b.github.io"),
        ("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("www.食狮.公司.cn", "食狮.公司.cn"),
        ("a.b.xn--p1ai", "b.xn--p1ai"),
        ("xn--55qx5d.cn", "xn--55qx5d.cn"),
        ("www.xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("xn--99999999.example.org", "example.org"),
        ("203.0.113.9", "203.0.113.9"),
        ("Example.ORG.", "example.org"),
        ("alice.github.io", "alice.github.io"),
        ("x.site.test", "site.test"),
        ("localhost", "localhost"),
        ("co.uk", "co.uk"),
        ("[2001:db8::1]", "[2001:db8::1]"),
        ("127.1", "127.1"),
    ],
)
def test_the_part_that_one_owner_has(host: str, owner: str) -> None:
    assert registrable_domain(host) == owner


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=5).map(".".join))
def test_encoded_names_have_the_owner_that_the_whole_list_gives(host: str) -> None:
    assert registrable_domain(host) == (WHOLE.privatesuffix(host) or host)
