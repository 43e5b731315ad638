"""Which links carry a secret: neither too few (a leak) nor too many (no archive check)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.pipeline.secrecy import concealed, kept_from_archives, secret_in
from verifier.report.masking import mask_secrets


@pytest.mark.parametrize(
    "url",
    [
        "https://me:word@example.org/a",
        "https://example.org/file.pdf?access_token=abcdef123456",
        "https://bucket.example/file?X-Amz-Signature=0123456789abcdef",
        "https://example.org/a?sig=Zm9vYmFyYmF6",
        "https://example.org/a#token=abcdef123456",
        "https://example.org/newsletter?mc_eid=0a1b2c3d4e",
        "https://docs.google.com/document/d/1A2b3C4d5E6f7G8h9I0j1K2l3M/edit",
        "https://www.dropbox.com/scl/fi/abc/file.pdf?rlkey=abcdefgh12",
        "https://example.org/reset?reset_token=abcdefgh",
        "https://example.org/a;jsessionid=abcdef123456",
        "https://example.org/a?page=1;token=abcdef123456",
        "https://example.org/a?page=1&amp;token=abcdef123456",
        "https://example.org/a?user[token]=abcdef123456",
        "https://example.org/a?token%5B%5D=abcdef123456",
        "https://example.org/a?client_secret=abcdef123456",
        "https://example.org/a?access-token=abcdef123456",
        "https://example.org/a?session_id=abcdef123456",
        "https://example.org/a?ASP.NET_SessionId=abcdef123456",
        "https://example.org/confirm?confirmation_token=abcdef123456",
        "https://example.org/a?api-key=abcdef123456",
        "https://example.org/a?token%3Dabcdef123456",
        "https://example.org/password?code=Qm7Zp2Lx91Ab",
        "https://example.org/verify?activationKey=5f1c9ab27e03d4c8",
        "https://example.org/invited?hash=1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
        "https://example.org/login?next=https%3A%2F%2Fexample.net%2F%3Freset_code%3D7kQ2xV9mB4tR",
        "https://example.org/login?next=https%3A%2F%2Fexample.net%2F%3Ftoken%3Dabcdef123456",
        "https://example.org/login?next=https%253A%252F%252Fexample.net%252F%253Ftoken%253Dabcdef123456",
        "https://example.org/login?next=https://bob:abcdef123456@example.net/",
    ],
)
def test_links_with_secrets_are_told_without_them(url: str) -> None:
    reason = secret_in(url)
    assert reason
    assert "abcdef" not in reason


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a",
        "https://example.org/a?page=2&LangID=E&NewsID=26006",
        "https://example.org/DownLoadPublicCommunicationFile?gId=24845",
        "https://example.org/doc.pdf?OpenElement",
        "https://example.org/a?token=1",  # too short to be one
        "https://example.org/standard?code=ISO9001A2015",
        "https://example.org/search?key=findReportsByYear2015",
        "https://example.org/law?code=LEGITEXT000006070721",
        "https://example.org/code?id=1b9d6bcdbbfd4b2d9b5dab8dfbbd4bed",
        "https://example.org/post?productCode=AB12CD34EF56",
        "https://example.org/talks?session=plenary-on-lakes&page_token=CAUQAA-next",
        "https://example.org/signature/token/secret",
        "https://docs.google.com/",
        "https://example.org/login?next=https%3A%2F%2Fexample.net%2F%3Fpage%3Dabcdef123456",
        "https://example.org/a;version=abcdef123456?x=1;y=abcdef123456#part[2]",
        "http://[broken",
    ],
)
def test_plain_links_hold_no_secret(url: str) -> None:
    assert secret_in(url) is None


@given(st.text(max_size=100))
def test_any_text_is_looked_through_without_an_error(url: str) -> None:
    secret_in(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/admin",
        "http://localhost:8080/",
        "http://2130706433/",
        "http://[::1]/",
        "http://wiki/",
        "http://nas.local/",
        "http://nas.local./",
        "http://wiki./",
        "http://１０.0.0.1/",
    ],
)
def test_private_networks_are_nobodys_business(url: str) -> None:
    assert kept_from_archives(url) == "it lies inside a private network"


def test_a_key_in_other_signs_is_masked_too() -> None:
    url = "https://example.org/a?access%5Ftoken=abcdef123456"
    assert secret_in(url)
    assert "abcdef" not in concealed(url)


def test_what_an_archive_may_learn() -> None:
    assert kept_from_archives("https://example.org/a") is None
    assert "secret" in (kept_from_archives("https://me:word@example.org/a") or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a;jsessionid=abcdef123456",
        "https://example.org/a?page=1;token=abcdef123456;x=1",
        "https://example.org/a?user[token]=abcdef123456",
        "https://example.org/login?next=https%3A%2F%2Fexample.net%2F%3Ftoken%3Dabcdef123456&x=1",
        "https://example.org/login?next=https%253A%252F%252Fexample.net%252F%253Ftoken%253Dabcdef123456",
        "https://a:p@ss:abcdef123456@example.org/a",
    ],
)
def test_what_no_archive_may_learn_stands_in_no_record_and_in_no_report(url: str) -> None:
    assert kept_from_archives(url)
    assert "abcdef" not in concealed(url)
    assert concealed(concealed(url)) == concealed(url)
    assert "abcdef" not in mask_secrets(url) and len(mask_secrets(url)) == len(url)
