"""Walls against programs: vendors' marks as data, and how much each of them says by itself.

An answer goes in, a sentence that names the wall, or None, comes out. A mark that good pages carry too (a cookie, a
header, a script) never counts alone. Sources: the vendors' documentation, and public lists of such marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.checks.page.phrases import straight
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.person_checks import CAPTCHA_WIDGET, checks_who_asks
from verifier.checks.signs.quoting import quoted
from verifier.model.patterns import compile_late
from verifier.web.exchange import Response


class Weight(Enum):
    """When a mark says that readers would see more than was answered here."""

    ALWAYS = "whatever the status"
    UNWELCOME = "with an error status, or in place of a page: a page of few words"
    ALONE = "with an error status and few words, or where hardly a word is shown: good pages load it, too"
    REFUSED = "with a status that refuses, and few words"


class Mark(NamedTuple):
    """One vendor's mark: in a header (which may hold anything), in the title, the visible words or the source."""

    vendor: str
    weight: Weight
    text: str
    where: str = "markup"  # header:NAME | title | words | markup
    also: str = ""  # what must stand there, too


_FEW_WORDS = 150
_NEXT_TO_NOTHING = 60  # words
_HARDLY_ANY = 20  # words
_CAPTCHA_PATH = compile_late(r"(?:^|[/._-])(?:[a-z]{0,12}captcha|bot-?check|robot-?check)(?:[/._-]|$)", re.IGNORECASE)
_REFUSING = frozenset({202, 401, 403, 405, 406, 409, 418, 429, 444, 456, 463, 468, 493, 498, 503})
_ALWAYS, _UNWELCOME, _ALONE, _REFUSED = Weight.ALWAYS, Weight.UNWELCOME, Weight.ALONE, Weight.REFUSED

MARKS: tuple[Mark, ...] = (
    Mark("Cloudflare", _ALWAYS, "challenge", "header:cf-mitigated"),
    Mark("Cloudflare", _UNWELCOME, "_cf_chl_opt"),
    Mark("Cloudflare", _UNWELCOME, "just a moment...", "title"),
    Mark("Cloudflare", _UNWELCOME, "attention required! | cloudflare", "title"),
    Mark("Cloudflare", _UNWELCOME, "/cdn-cgi/challenge-platform/", "markup", "/orchestrate/"),
    Mark("Cloudflare", _REFUSED, "cf-error-details"),
    Mark("Cloudflare", _REFUSED, "cloudflare ray id", "words"),
    Mark("Vercel", _ALWAYS, "challenge", "header:x-vercel-mitigated"),
    Mark("Vercel", _ALWAYS, "deny", "header:x-vercel-mitigated"),
    Mark("Vercel", _UNWELCOME, "vercel security checkpoint", "title"),
    Mark("AWS WAF", _ALWAYS, "challenge", "header:x-amzn-waf-action"),
    Mark("AWS WAF", _ALWAYS, "captcha", "header:x-amzn-waf-action"),
    Mark("AWS WAF", _UNWELCOME, "awswafcookiedomainlist"),
    Mark("AWS WAF", _UNWELCOME, "window.gokuprops"),
    Mark("DataDome", _UNWELCOME, "captcha-delivery.com"),
    Mark("DataDome", _UNWELCOME, 'var dd={"rt"'),
    Mark("DataDome", _REFUSED, "", "header:x-dd-b"),
    Mark("DataDome", _REFUSED, "datadome", "header:server"),
    Mark("Akamai", _REFUSED, "errors.edgesuite.net"),
    Mark("Akamai", _REFUSED, "you don't have permission to access", "words", "reference #"),
    Mark("Akamai", _REFUSED, "akamaighost", "header:server"),
    Mark("Akamai", _UNWELCOME, "/_sec/cp_challenge/"),
    Mark("Akamai", _UNWELCOME, "sec-if-cpt-container"),
    Mark("Imperva", _ALONE, "_incapsula_resource"),
    Mark("Imperva", _UNWELCOME, "incapsula incident id"),
    Mark("HUMAN", _UNWELCOME, "px-captcha"),
    Mark("HUMAN", _REFUSED, "window._pxappid"),
    Mark("HUMAN", _UNWELCOME, "press & hold to confirm you are a human", "words"),
    Mark("Imperva", _UNWELCOME, "pardon our interruption", "words", "bot"),
    Mark("Queue-it", _UNWELCOME, "usersinlineaheadofyou"),
    Mark("Kasada", _ALONE, "/149e9513-01fa-4fb0-aad4-566afd725d1b/"),
    Mark("Kasada", _REFUSED, "", "header:x-kpsdk-ct"),
    Mark("Kasada", _UNWELCOME, "kpsdk.now()"),
    Mark("Anubis", _UNWELCOME, 'id="anubis_challenge"'),
    Mark("Anubis", _UNWELCOME, "/.within.website/x/cmd/anubis/"),
    Mark("Sucuri", _UNWELCOME, "sucuri_cloudproxy_js"),
    Mark("Sucuri", _REFUSED, "sucuri website firewall", "words"),
    Mark("Sucuri", _REFUSED, "", "header:x-sucuri-block"),
    Mark("CloudFront", _REFUSED, "the request could not be satisfied", "words"),
    Mark("Google", _UNWELCOME, "unusual traffic from your computer network", "words"),
    Mark("Radware", _UNWELCOME, "validate.perfdrive.com"),
    Mark("Radware", _UNWELCOME, "perfdrive.com/captcha"),
    Mark("Radware", _UNWELCOME, "radware bot manager captcha", "title"),
    Mark("Radware", _UNWELCOME, "radware captcha page", "title"),
    Mark("F5", _UNWELCOME, "your support id is", "words", "javascript"),
    Mark("F5", _UNWELCOME, "the requested url was rejected. please consult with your administrator", "words"),
    Mark("DDoS-Guard", _UNWELCOME, "ddos-guard", "title"),
    Mark("DDoS-Guard", _REFUSED, "ddos-guard", "header:server"),
    Mark("Wordfence", _REFUSED, "generated by wordfence", "words"),
    Mark("ModSecurity", _REFUSED, "mod_security", "words"),
    Mark("Azure", _REFUSED, "azure waf", "title"),
    Mark("Azure", _REFUSED, "the request is blocked.", "words"),
    Mark("Fastly", _UNWELCOME, "/_fs-ch-"),
    Mark("FortiWeb", _UNWELCOME, "attack id", "words", "message id"),
    Mark("Imunify360", _UNWELCOME, "wsidchk"),
    Mark("BitNinja", _UNWELCOME, "waiting for the redirectiron", "title"),
    Mark("Deflect", _UNWELCOME, "deflect_challenge"),
    Mark("CrowdSec", _REFUSED, "crowdsec", "title"),
    Mark("Qrator", _REFUSED, "qrator", "header:server"),
    Mark("StackPath", _REFUSED, "stackpath", "header:server"),
    Mark("Reblaze", _UNWELCOME, "window.rbzns"),
    Mark("Alibaba", _UNWELCOME, "_____tmd_____"),
    Mark("Alibaba", _UNWELCOME, "acw_sc__v2"),
    Mark("Alibaba", _REFUSED, "errors.aliyun.com"),
    Mark("Jiasule", _UNWELCOME, 'document.cookie=("_")+("_")+("j")'),
    Mark("SafeLine", _UNWELCOME, "/.safeline/"),
    Mark("Yandex", _UNWELCOME, "/checkcaptcha"),
    Mark("GeeTest", _REFUSED, "geetest"),
    Mark("a captcha", _REFUSED, "captcha"),
    Mark("a captcha", _REFUSED, "cf-turnstile"),
    Mark("a captcha", _REFUSED, "captcha", "words"),
    Mark("a browser check", _UNWELCOME, "checking your browser before", "words"),
    Mark("a browser check", _UNWELCOME, "checking if the site connection is secure", "words"),
    Mark("a browser check", _UNWELCOME, "making sure you're not a bot", "words"),
    Mark("a browser check", _UNWELCOME, "verifying you are human", "words"),
    Mark("a browser check", _UNWELCOME, "verify you are human", "words"),
    Mark("a browser check", _UNWELCOME, "verify that you are not a robot", "words"),
    Mark("a browser check", _UNWELCOME, "enable javascript and cookies to continue", "words"),
    Mark("a browser check", _UNWELCOME, "robot check", "title"),
    Mark("a browser check", _UNWELCOME, "human verification", "title"),
    Mark("a browser check", _UNWELCOME, "prove you are human", "words"),
    Mark("a browser check", _UNWELCOME, "prove that you are human", "words"),
    Mark("a browser check", _UNWELCOME, "type the characters you see", "words"),
    Mark("a browser check", _UNWELCOME, "i'm not a robot", "words"),
    Mark("a browser check", _UNWELCOME, "i am not a robot", "words"),
    Mark("a browser check", _REFUSED, "are you a robot", "words"),
    Mark("a browser check", _REFUSED, "automated access", "words"),
    Mark("a browser check", _REFUSED, "pardon our interruption", "words"),
)


_WHATEVER_THE_STATUS = tuple(mark for mark in MARKS if mark.weight is _ALWAYS)
_IN_PLACE_OF_A_PAGE = tuple(mark for mark in MARKS if mark.weight is not _REFUSED)
_BESIDE_SOME_WORDS = tuple(mark for mark in _IN_PLACE_OF_A_PAGE if mark.weight is not _ALONE)
_TELLING_HEADERS = frozenset(mark.where.removeprefix("header:") for mark in _WHATEVER_THE_STATUS)


def bot_wall(response: Response, read: ReadPage | None) -> str | None:
    """Which wall `response` is, in words; None when it is none. `read` is its page, where it has one."""
    status = response.status_code
    if status == 999:
        return "answered 999, which no standard knows and which refuses programs"
    words = read.words if read is not None else len(response.body.split(None, _FEW_WORDS))
    marks = _marks_that_count(status, words)
    sent = [name.lower() for name, _ in response.headers.pairs]
    if marks is _WHATEVER_THE_STATUS and _TELLING_HEADERS.isdisjoint(sent):
        return None
    surfaces = _surfaces(response, read)
    for mark in marks:
        surface = surfaces.get(mark.where)
        if surface is not None and mark.text in surface and mark.also in surface:
            return f"answered {status} with a wall against programs ({mark.vendor}: {_said(mark)})"
    check = checks_who_asks(read, refused=status in _REFUSING) if read is not None else None
    return f"answered {status} with {check}" if check is not None else None


def sent_to_a_check(urls: Sequence[str], read: ReadPage | None) -> str | None:
    """Whether readers are sent to an address that by its own words asks who they are, and to little else."""
    few = read is not None and read.words < _NEXT_TO_NOTHING
    if not few or len(urls) < 2 or _CAPTCHA_PATH.search(urlsplit(urls[0]).path):
        return None
    path = urlsplit(urls[-1]).path
    return f"readers are sent to a check whether a person asks ({path[:120]})" if _CAPTCHA_PATH.search(path) else None


def asks_for_a_captcha(read: ReadPage) -> str | None:
    """Whether a page of few words holds a captcha, as forms for comments do: it counts where every address shows it."""
    held = read.words < _NEXT_TO_NOTHING and CAPTCHA_WIDGET.search(read.markup) is not None
    return "the page only holds a captcha" if held else None


def _marks_that_count(status: int, words: int) -> tuple[Mark, ...]:
    few = words < _FEW_WORDS
    if few and status in _REFUSING:
        return MARKS
    if status >= 400 or words < _HARDLY_ANY:
        return _IN_PLACE_OF_A_PAGE
    return _BESIDE_SOME_WORDS if few else _WHATEVER_THE_STATUS


def _surfaces(response: Response, read: ReadPage | None) -> dict[str, str]:
    """The places of one answer in which marks are looked for, in lower case."""
    if read is None:
        start = response.body[:4000].decode("utf-8", "replace")
        title, words, markup = "", straight(start), start.lower()
    else:
        title, words, markup = read.page.title or "", f"{read.said} {straight(read.noscript)}", read.markup
    # Of headers with one name the first counts.
    surfaces = {f"header:{name.lower()}": value.lower() for name, value in reversed(response.headers.pairs)}
    # Marks are written with double quotes; pages with either.
    return surfaces | {"title": title.lower(), "words": " ".join(words.split()), "markup": markup.replace("'", '"')}


def _said(mark: Mark) -> str:
    """Where a mark was found, in words."""
    match mark.where:
        case "title":
            return f"the title {quoted(mark.text)}"
        case "words":
            return f"the words {quoted(mark.text)}"
        case "markup":
            return f"{quoted(mark.text)} in its source"
        case header:
            return f"header {header.removeprefix('header:')}"
