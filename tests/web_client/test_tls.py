"""Certificates: which are believed, and what is said of the others."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl

import pytest
import trustme

from tests.web_client.loopback import Peer, answer, ask, replies
from verifier.model.errors import UsageError
from verifier.web.exchange import Failure, FailureKind
from verifier.web.trust import certificate_problem, handshake_problem, tls_context

CA = trustme.CA()
OTHER_CA = trustme.CA()
CHILD = CA.create_child_ca()
NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    CA.cert_pem.write_to_path(path)
    return path


def server_side(certificate: trustme.LeafCert, *, chain: bool = True) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if chain:
        certificate.configure_cert(context)
        return context
    with certificate.private_key_pem.tempfile() as key, certificate.cert_chain_pems[0].tempfile() as leaf:
        context.load_cert_chain(leaf, key)
    return context


def secure(certificate: trustme.LeafCert, bundle, *, chain: bool = True):
    tls = server_side(certificate, chain=chain)
    answers, _ = ask(replies(answer(b"secret")), "https://site.example/", tls=tls, ca_bundle=bundle)
    return answers[0]


def test_a_certificate_of_a_trusted_authority_is_believed(bundle):
    assert secure(CA.issue_cert("site.example"), bundle).body == b"secret"


def test_with_its_whole_chain_it_is_believed(bundle):
    assert secure(CHILD.issue_cert("site.example"), bundle).body == b"secret"


@pytest.mark.parametrize(
    ("certificate", "chain", "detail"),
    [
        (CA.issue_cert("site.example", not_before=NOW - 9 * DAY, not_after=NOW - DAY), True, "expired"),
        (CA.issue_cert("site.example", not_before=NOW + DAY, not_after=NOW + 9 * DAY), True, "not_yet_valid"),
        (CA.issue_cert("other.example"), True, "wrong_host"),
        (CHILD.issue_cert("site.example"), False, "incomplete_chain"),
        (OTHER_CA.issue_cert("site.example"), True, "incomplete_chain"),
    ],
    ids=["expired", "not yet", "wrong host", "chain cut", "authority unknown and not sent"],
)
def test_what_is_wrong_is_named(certificate, chain, detail, bundle):
    got = secure(certificate, bundle, chain=chain)
    assert isinstance(got, Failure)
    assert (got.kind, got.detail, got.answered) == (FailureKind.TLS, detail, True)
    assert "site.example" in got.message and "certificate" in got.message


def test_a_server_that_does_not_speak_tls(bundle):
    async def plain(peer: Peer) -> None:
        await peer.reader.read(10)
        await peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    answers, _ = ask(plain, "https://site.example/", ca_bundle=bundle)
    assert (answers[0].kind, answers[0].detail) == (FailureKind.TLS, "not_tls")


def test_a_server_that_only_speaks_old_tls(bundle):
    async def old(peer: Peer) -> None:
        await peer.reader.read(10)
        await peer.send(b"\x15\x03\x01\x00\x02\x02\x46")

    answers, _ = ask(old, "https://site.example/", ca_bundle=bundle)
    assert (answers[0].kind, answers[0].detail) == (FailureKind.TLS, "old_protocol")


def test_a_server_that_hangs_up_and_one_that_says_nothing(bundle):
    async def hang_up(peer: Peer) -> None:
        await peer.reader.read(10)

    async def mute(peer: Peer) -> None:
        await asyncio.sleep(30)

    answers, _ = ask(hang_up, "https://site.example/", ca_bundle=bundle)
    assert answers[0].kind is FailureKind.RESET
    answers, _ = ask(mute, "https://site.example/", ca_bundle=bundle, timeout=0.3)
    assert answers[0].kind is FailureKind.READ_TIMEOUT and not answers[0].answered


def test_without_the_bundle_the_authority_is_not_known():
    tls = server_side(CA.issue_cert("site.example"))
    answers, _ = ask(replies(answer()), "https://site.example/", tls=tls)
    assert answers[0].kind is FailureKind.TLS


def test_a_bundle_that_cannot_be_used_is_a_usage_error(tmp_path):
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate")
    for path in (empty, tmp_path / "missing.pem", tmp_path):
        with pytest.raises(UsageError) as caught:
            tls_context(path)
        assert str(path) in caught.value.message and caught.value.hint


@pytest.mark.parametrize(
    ("code", "detail"),
    [(9, "not_yet_valid"), (10, "expired"), (18, "self_signed"), (19, "untrusted_root"), (20, "incomplete_chain"),
     (21, "incomplete_chain"), (23, "revoked"), (62, "wrong_host"), (64, "wrong_host"), (1, "other")],
)  # fmt: skip
def test_what_openssl_says_of_a_certificate_is_named(code, detail):
    error = ssl.SSLCertVerificationError()
    error.verify_code = code
    error.verify_message = "some reason"
    assert certificate_problem(error)[0] == detail


def test_an_error_that_is_no_certificates_fault():
    assert certificate_problem(ConnectionError()) is None
    assert handshake_problem(ssl.SSLError()) == ("other", "the secure connection could not be set up (no reason given)")
