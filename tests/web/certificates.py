"""TLS for the simulated web: a throw-away authority, and for every host name the certificate that its data asks for.

Nothing here outlives the process; the keys are made anew each time and only ever used on loopback.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.web.model import Tls


class Certificates:
    """Makes server contexts by SNI. `kind_of` tells what is wrong with a host's certificate."""

    def __init__(self, folder: Path, kind_of: Callable[[str], Tls]) -> None:
        self.folder = folder
        self.kind_of = kind_of
        self.authority = trustme.CA(organization_name="Simulated web")
        self.stranger = trustme.CA(organization_name="Nobody's authority")
        self.between = self.authority.create_child_ca()
        self.bundle = folder / "simulated-web-ca.pem"
        self.authority.cert_pem.write_to_path(str(self.bundle))
        self._made: dict[str, ssl.SSLContext] = {}

    def listener_context(self) -> ssl.SSLContext:
        """The context to listen with: it changes to the host's own as soon as the client names the host."""
        context = self._context(self._good("localhost"))

        def by_name(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
            if name:
                connection.context = self.for_host(name.lower())

        context.sni_callback = by_name
        return context

    def for_host(self, name: str) -> ssl.SSLContext:
        """The context for one host, made once."""
        if name not in self._made:
            self._made[name] = self._context(self._chain(name))
        return self._made[name]

    def _chain(self, name: str) -> bytes:
        """Private key and certificates, leaf first, as PEM."""
        now = datetime.now(UTC)
        match self.kind_of(name):
            case "expired":
                return _pem(
                    self.authority.issue_cert(name, not_before=now - timedelta(90), not_after=now - timedelta(3))
                )
            case "not_yet":
                return _pem(
                    self.authority.issue_cert(name, not_before=now + timedelta(3), not_after=now + timedelta(90))
                )
            case "self_signed":
                return _self_signed(name, now)
            case "wrong_host":
                return _pem(self.authority.issue_cert("somebody-else.example", "*.somebody-else.example"))
            case "incomplete":
                leaf = self.between.issue_cert(name)
                return leaf.private_key_pem.bytes() + leaf.cert_chain_pems[0].bytes()
            case "unknown_authority":
                return _pem(self.stranger.issue_cert(name)) + self.stranger.cert_pem.bytes()
            case _:
                return self._good(name)

    def _good(self, name: str) -> bytes:
        return _pem(self.authority.issue_cert(name))

    def _context(self, chain: bytes) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        file = self.folder / "chain.pem"  # load_cert_chain reads files only, and reads at once
        file.write_bytes(chain)
        context.load_cert_chain(file)
        return context


def _pem(leaf: trustme.LeafCert) -> bytes:
    return leaf.private_key_pem.bytes() + b"".join(part.bytes() for part in leaf.cert_chain_pems)


def _self_signed(name: str, now: datetime) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(1))
        .not_valid_after(now + timedelta(90))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + certificate.public_bytes(Encoding.PEM)
