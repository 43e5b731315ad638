"""Whose certificates are believed, and what is wrong with those that are not.

The operating system's store decides (through truststore on macOS and Windows, where only the system can read it;
through OpenSSL's own files elsewhere), plus `--ca-bundle`.
"""

from __future__ import annotations

import ssl
import sys
from pathlib import Path

from verifier.model.errors import UsageError

# OpenSSL's X509_V_ERR_* numbers (openssl/x509_vfy.h).
_VERIFY_CODES: dict[int, tuple[str, str]] = {
    9: ("not_yet_valid", "the server's certificate is not valid yet"),
    10: ("expired", "the server's certificate has expired"),
    18: ("self_signed", "the server signed its certificate itself"),
    19: ("untrusted_root", "the server's certificate leads to an authority that is not trusted here"),
    20: ("incomplete_chain", "the server's certificate has an incomplete chain, or an authority that is unknown here"),
    21: ("incomplete_chain", "the server sent its certificate without the ones that link it to a trusted authority"),
    23: ("revoked", "the server's certificate has been revoked"),
    62: ("wrong_host", "the server's certificate is for another host name"),
    64: ("wrong_host", "the server's certificate is not for this address"),
}  # fmt: skip

# Where distributions keep the system's certificates, for builds of Python whose OpenSSL looks somewhere else.
_SYSTEM_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def tls_context(ca_bundle: Path | None = None) -> ssl.SSLContext:
    """A context that verifies chain and host name; raises UsageError when `ca_bundle` cannot be used."""
    context = _system_context()
    if ca_bundle is not None:
        try:
            context.load_verify_locations(cafile=ca_bundle)
        except ssl.SSLError:
            raise UsageError(
                f"--ca-bundle {ca_bundle}: holds no certificates that can be read", "Give a file of PEM certificates."
            ) from None
        except OSError as error:
            raise UsageError(
                f"--ca-bundle {ca_bundle}: {error.strerror or error}", "Give a file of PEM certificates."
            ) from None
    return context


def _system_context() -> ssl.SSLContext:
    if sys.platform in ("darwin", "win32"):
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Elsewhere truststore reads the same files, but anew for every handshake (40 ms each, measured), on the event loop.
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and ssl.get_default_verify_paths().capath is None:
        bundle = next((path for path in _SYSTEM_BUNDLES if Path(path).is_file()), None)
        if bundle is not None:
            context.load_verify_locations(cafile=bundle)
    return context


def certificate_problem(error: BaseException) -> tuple[str, str] | None:
    """What a failed handshake says of the certificate, as (detail, words); None when it was not about a certificate."""
    code = getattr(error, "verify_code", None)
    if code is None:
        return ("wrong_host", str(error)) if isinstance(error, ssl.CertificateError) else None
    if code in _VERIFY_CODES:
        return _VERIFY_CODES[code]
    words = getattr(error, "verify_message", "") or "no reason given"
    return "other", f"the server's certificate was not accepted: {words}"


def handshake_problem(error: ssl.SSLError) -> tuple[str, str]:
    """What went wrong in a TLS handshake, as (detail, words)."""
    known = certificate_problem(error)
    if known is not None:
        return known
    reason = (getattr(error, "reason", None) or "").replace("_", " ").lower()
    if "protocol version" in reason or "unsupported protocol" in reason:
        return "old_protocol", "the server only speaks versions of TLS that are no longer safe"
    if "wrong version number" in reason or "record layer" in reason or "http request" in reason:
        return "not_tls", "what answered on this port does not speak TLS"
    return "other", f"the secure connection could not be set up ({reason or 'no reason given'})"
