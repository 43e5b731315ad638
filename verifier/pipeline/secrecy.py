"""Links that are never sent to an archive: those with share tokens, signed queries or mail-tracking ids, and those
into private networks, whose very names are nobody's business. Pure.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from verifier.web.addresses import literal_address, local_name, refusal

_KEYS = re.compile(
    r"(?i)(?:access_?|auth_?|id_?|share_?|invite_?|reset_?|session_?|sas_?)?(?:token|secret|sig|signature|passw(?:or)?d|pwd)"
    r"|api_?key|jwt|auth|code_verifier|sessionid|sid|phpsessid|jsessionid|rlkey|resourcekey|invite|otp"
    r"|x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|googleaccessid|se_sig"
    r"|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|ck_subscriber_id|__s|wickedid|ml_subscriber(?:_hash)?"
)
_SHARED_PATHS = (
    (
        re.compile(r"(?i)(?:^|\.)docs\.google\.com$|^drive\.google\.com$"),
        re.compile(r"/d/[\w-]{20,}|/folders/[\w-]{20,}"),
    ),
    (re.compile(r"(?i)(?:^|\.)dropbox\.com$"), re.compile(r"/(?:s|sh|scl)/")),
    (
        re.compile(r"(?i)(?:^|\.)(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com)$"),
        re.compile(r"/:\w:/|/[us]/|/personal/"),
    ),
    (
        re.compile(r"(?i)(?:^|\.)(?:wetransfer\.com|we\.tl|icloud\.com|box\.com)$"),
        re.compile(r"/downloads/|/t-|/s/|/iclouddrive/"),
    ),
)
_MIN_TOKEN = 8
"""Shorter values of such a parameter are a flag or a page's code, not a secret."""


def kept_from_archives(url: str) -> str | None:
    """Why no archive should learn of the URL, in words without the secret itself; None when one may."""
    secret = secret_in(url)
    if secret:
        return f"it carries a secret ({secret})"
    return "it lies inside a private network" if _is_private(url) else None


def _is_private(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    address = literal_address(host)
    if address is not None:
        return refusal(address) is not None
    return local_name(host) or host.endswith((".local", ".internal", ".lan", ".home.arpa")) or "." not in host


def secret_in(url: str) -> str | None:
    """What in the URL is a secret, in words without the secret itself; None when nothing is."""
    try:
        parts = urlsplit(url)
        if parts.username or parts.password:
            return "a user name or password"
        for key, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)):
            if len(value) >= _MIN_TOKEN and _KEYS.fullmatch(key):
                return f"the parameter “{key}”"
        host = parts.hostname or ""
    except ValueError:
        return None
    if any(hosts.search(host) and paths.search(parts.path) for hosts, paths in _SHARED_PATHS):
        return "a private share"
    return None
