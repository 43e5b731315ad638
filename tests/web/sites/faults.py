"""Hosts in trouble: errors of the server, silence, drips, broken connections, broken HTTP, floods, bad TLS, no name."""

from __future__ import annotations

from tests.web.behaviours import (
    Answer,
    Behaviour,
    Close,
    Drip,
    Endless,
    GzipBomb,
    HeaderBomb,
    Raw,
    Redirect,
    Reset,
    Sequence,
    Silent,
)
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, error_page, page, styled_error
from tests.web.sites.making import good, text, unclear

LIGHTS = "Lighthouses of the northern coast"
HTML_200 = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

SERVER_ERRORS: dict[str, tuple[str, Answer]] = {
    "down500.example": ("500 for ever", Answer(error_page("500 Internal Server Error", "Oops"), 500)),
    "down502.example": ("502 for ever", Answer(error_page("502 Bad Gateway", "nginx"), 502)),
    "down503.example": ("503, maintenance", Answer(styled_error("Maintenance", "We are back soon."), 503)),
    "down503-later.test": ("503, come back in an hour", Answer("", 503, (("Retry-After", "3600"),))),
    "down504.example": ("504 without a body", Answer("", 504, content_type=None)),
    "down520.example": ("a content network's own 520", Answer(error_page("520", "Unknown error"), 520)),
    "nodatabase.example": (
        "a content system without its database",
        Answer(page("Database Error", "<h1>Error establishing a database connection</h1>"), 500),
    ),
}
SLOW: dict[str, tuple[str, Behaviour]] = {
    "mute.example": ("no answer to the request", Silent("request")),
    "mute-headers.example": ("silence after the headers", Silent("headers")),
    "mute-half.example": ("silence in the middle of the body", Silent("half")),
    "drip-body.example": ("a byte at a time, for ever", Drip("body")),
    "drip-headers.example": ("a header at a time, for ever", Drip("headers")),
    "drip-interim.example": ("interim responses for ever", Drip("interim")),
}
BROKEN: dict[str, tuple[str, Behaviour]] = {
    "reset.example": ("reset before any answer", Reset("request")),
    "reset-half.example": ("reset in the middle of the body", Reset("half")),
    "noreply.example": ("closed without a reply", Close("request")),
    "garbage.example": ("something that is not HTTP", Raw(b"\x00\x01\x02hello\xff\xfe\r\n\r\n")),
    "sshd.example": ("another protocol's banner", Raw(b"SSH-2.0-simulated\r\n")),
    "badstatus.example": ("a status that is no number", Raw(b"HTTP/1.1 two hundred\r\n\r\n")),
    "badlength.example": (
        "two lengths that differ",
        Raw(HTML_200 + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\nabcdefghi"),
    ),
    "badchunk.example": (
        "a chunk size that is no number",
        Raw(HTML_200 + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
    ),
    "headerbomb.example": ("headers without end", HeaderBomb()),
    "longheader.example": ("one header without end", HeaderBomb(lines=False)),
}
HALF_BROKEN: dict[str, tuple[str, Behaviour]] = {
    "cut-short.example": ("closed in the middle of the body", Close("half")),
    "notgzip.example": ("says gzip and is not", Raw(HTML_200 + b"Content-Encoding: gzip\r\n\r\n<h1>plain</h1>")),
}
FLOODS: dict[str, tuple[str, Behaviour]] = {
    "gzipbomb.example": ("400 MB of nothing in 400 kB", GzipBomb(article(LIGHTS, seed="gzipbomb"))),
    "endless.example": ("a page without an end", Endless(article(LIGHTS, seed="endless").encode())),
    "endless-text.test": ("a text without an end", Endless(LIGHTS.encode(), "text/plain")),
}
TLS: dict[str, str] = {
    "expired-cert.example": "expired",
    "future-cert.example": "not_yet",
    "selfsigned.example": "self_signed",
    "wrongname.example": "wrong_host",
    "halfchain.example": "incomplete",
    "stranger-ca.example": "unknown_authority",
    "oldtls.example": "old_protocol",
    "expired-two.test": "expired",
    "selfsigned-two.test": "self_signed",
    "wrongname-two.test": "wrong_host",
    "halfchain-two.test": "incomplete",
    "oldtls-two.test": "old_protocol",
}
TLS_OR_UNREACHABLE = {"hangup-tls.example": "reset", "plaintext-tls.example": "plaintext"}
NAMES: dict[str, str] = {
    "gone.example": "nxdomain",
    "vanished-review.test": "nxdomain",
    "servfail.example": "servfail",
    "servfail-two.test": "servfail",
    "silent-dns.example": "silent_dns",
    "silent-dns-two.test": "silent_dns",
    "refused.example": "refused",
    "refused-two.test": "refused",
    "noconnect.example": "silent_connect",
    "mute-port.example": "silent",
}


def _named(host: str, network: str) -> Page:
    url, why = f"https://{host}/lights/3", f"network: {network}"
    if network == "nxdomain":
        return Page(url, None, Truth("domain_gone", "broken", LIGHTS, "the name is no longer registered"))
    if network in {"silent_connect", "silent"}:
        return unclear("timeout", url, LIGHTS, why)
    return unclear("unreachable", url, LIGHTS, why, also=("timeout",) if network == "silent_dns" else ())


FORGED = article("Not the page you asked for", seed="forged").encode()
DESYNC = (
    Page(
        "http://desync.example/first",
        Raw(
            HTML_200
            + b"Content-Length: %d\r\n\r\n" % len(article(LIGHTS, seed="desync").encode())
            + article(LIGHTS, seed="desync").encode()
            + b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(FORGED)
            + FORGED,
            keep_alive=True,
        ),
        Truth("ok", "ok", LIGHTS, "sends a second, forged answer behind its own"),
    ),
    good("http://desync.example/second", "Buoys and beacons", "must not be taken for the forged answer"),
)

SITE = Site(
    hosts=(
        *(Host(host, network=network) for host, network in NAMES.items()),  # type: ignore[arg-type]
        *(Host(host, tls=kind) for host, kind in (TLS | TLS_OR_UNREACHABLE).items()),  # type: ignore[arg-type]
        Host("silent-tls.example", tls="silent"),
        *(Host(host, missing=answer) for host, (_, answer) in SERVER_ERRORS.items()),
    ),
    pages=(
        *(unclear("server_error", f"https://{h}/lights/3", LIGHTS, why) for h, (why, _) in SERVER_ERRORS.items()),
        *(unclear("timeout", f"https://{h}/lights/3", LIGHTS, why, played) for h, (why, played) in SLOW.items()),
        unclear("timeout", "https://silent-tls.example/lights", LIGHTS, "no answer to the TLS greeting"),
        *(unclear("unreachable", f"http://{h}/lights/3", LIGHTS, why, played) for h, (why, played) in BROKEN.items()),
        unclear("unreachable", "https://reset-tls.example/lights", LIGHTS, "reset, under TLS", Reset("request")),
        *(
            unclear("unreachable", f"http://{h}/lights", LIGHTS, why, played, also=("ok",), also_verdicts=("ok",))
            for h, (why, played) in HALF_BROKEN.items()
        ),
        *(good(f"https://{h}/lights/3", LIGHTS, why, played) for h, (why, played) in FLOODS.items()),
        good(
            "http://resets-once.example/lights",
            LIGHTS,
            "reset once, then fine",
            Sequence((Reset(), text(LIGHTS, "once"))),
        ),
        good(
            "http://closes-once.test/lights", LIGHTS, "closed once, then fine", Sequence((Close(), text(LIGHTS, "c1")))
        ),
        *(unclear("tls_error", f"https://{h}/lights/3", LIGHTS, f"certificate: {kind}") for h, kind in TLS.items()),
        *(
            unclear("tls_error", f"https://{h}/lights/3", LIGHTS, f"TLS: {kind}", also=("unreachable",))
            for h, kind in TLS_OR_UNREACHABLE.items()
        ),
        unclear(
            "tls_error",
            "http://to-expired.example/lights",
            LIGHTS,
            "leads to a host with an expired certificate",
            Redirect("https://expired-cert.example/lights/3", 301),
        ),
        *(_named(host, network) for host, network in NAMES.items()),
        Page(
            "https://to-gone.example/lights",
            Redirect("https://gone.example/lights", 301),
            Truth(
                "domain_gone",
                "broken",
                LIGHTS,
                "leads to a name that is gone",
                also=("unreachable",),
                also_verdicts=("review",),
            ),
        ),
        *DESYNC,
    ),
)
