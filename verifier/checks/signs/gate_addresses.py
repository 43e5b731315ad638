"""Addresses whose own words say that they are those of gates, and that promise the way back.

The addresses of a chain go in, a sentence that names the gate, or None, comes out. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from verifier.checks.signs.matters import SIGN_IN_PATH
from verifier.model.patterns import compile_late

_SIGN_IN_HOST = compile_late(
    r"^(?:login|signin|sso|auth|idp|accounts?|id|passport|secure-?login|wayf)\d{0,2}\.", re.IGNORECASE
)
_SIGN_IN_QUERY = compile_late(
    r"(?:^|&)(?:SAMLRequest=|wa=wsignin|response_type=(?:code|token|id_token)\b)", re.IGNORECASE
)
"""How SAML 2.0, WS-Federation and OAuth 2.0 ask for a sign-in, wherever they send readers for it."""
_CONSENT_HOST = compile_late(r"^(?:consent|cookie-?consent|gdpr|privacy-?gate|guce)\.", re.IGNORECASE)
_CONSENT_PATH = compile_late(
    r"(?:^|[/._-])(?:consent|cookie-?wall|gdpr|age-?(?:gate|check|verification))(?:[/._-]|$)", re.IGNORECASE
)
_BACK_WORDS = (
    "next return returnto return_to returnurl return_url redirect redirect_to redirecturl redirect_url "
    "redirect_uri redirecturi continue continueurl dest destination goto back backurl target targeturl "
    "target_url from ref referer url service relaystate rurl ru r callback callbackurl origin "
    "original_url came_from spring-security-redirect session_redirect done forward u return_path "
    "returnpath"
)
_BACK = frozenset(_BACK_WORDS.split())
_MOST_FIELDS = 200  # of a query that are looked at


def gate_on_the_way(chain: Sequence[str]) -> str | None:
    """To which gate readers of the first address are sent; None when to none, or when it is one itself."""
    cited = urlsplit(chain[0])
    for url in chain[1:]:
        parts = urlsplit(url)
        sign_in = _is_sign_in(parts) and not _is_sign_in(cited)
        consent = _is_consent(parts) and not _is_consent(cited)
        if (sign_in or consent) and _carries_back(parts, chain):
            kind = "a sign-in" if sign_in else "a consent"
            return f"readers are sent to {kind} page that will send them back ({parts.hostname}{parts.path})"
    return None


def keeps_the_way_back(chain: Sequence[str]) -> bool:
    """Whether readers end at an address that holds the cited one, all of it: who keeps it means to let them go on."""
    cited = urlsplit(chain[0])
    if len(chain) < 2 or cited.path in ("", "/") or chain[-1].partition("?")[0] == chain[0].partition("?")[0]:
        return False
    whole = {f"{cited.path}?{cited.query}" if cited.query else cited.path, chain[0].partition("#")[0]}
    query = urlsplit(chain[-1]).query
    fields = parse_qsl("&".join(query.split("&", _MOST_FIELDS)[:_MOST_FIELDS]))
    return any(value in whole or unquote(value) in whole for _, value in fields)


def _is_sign_in(parts: SplitResult) -> bool:
    named = SIGN_IN_PATH.search(parts.path) or _SIGN_IN_HOST.search(parts.hostname or "")
    return bool(named or _SIGN_IN_QUERY.search(parts.query))


def _is_consent(parts: SplitResult) -> bool:
    return bool(_CONSENT_PATH.search(parts.path) or _CONSENT_HOST.search(parts.hostname or ""))


def _carries_back(parts: SplitResult, chain: Sequence[str]) -> bool:
    """Whether the query names a page to return to: by the parameter's name, or by holding an address of the chain."""
    earlier = [urlsplit(url) for url in chain]
    fields = parse_qsl("&".join(parts.query.split("&", _MOST_FIELDS)[:_MOST_FIELDS]))
    for name, value in fields:
        if name.lower() in _BACK or "redirect" in name.lower() or "return" in name.lower():
            return True
        text = unquote(value)
        if any(len(one.path) > 1 and one.path in text for one in earlier):
            return True
    return bool({"samlrequest", "client_id"} & {name.lower() for name, _ in fields})
