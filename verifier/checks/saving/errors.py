"""Why Save Page Now did not capture a page: its own names for it, in plain words, with what to do. Data and look-up.

The names are those that the Internet Archive publishes for its service, and two more that its users have met.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Course(StrEnum):
    """What follows from an error."""

    GIVE_UP = "give_up"  # the page cannot be captured as it is; asking again changes nothing today
    AGAIN = "again"  # the service stumbled: it may have captured the page all the same, or will at another try
    WAIT = "wait"  # too many captures of ours are under way
    STOP = "stop"  # nothing more can be asked for with this account or from this network


class Trouble(NamedTuple):
    """One error: what follows, what happened, and what to do (empty where nothing can be done)."""

    course: Course
    words: str
    todo: str = ""


_LATER = "Run the same command again later."
_BY_HAND = "Open the page in a browser; if it is right, keep a copy of your own or try another archive."
_CHECK = "Check the address with `verify`."

_TROUBLES = {
    # The page, or its server, does not let itself be captured.
    "blocked": Trouble(Course.GIVE_UP, "the site answered the archive with 999: it refuses programs", _BY_HAND),
    "no-access": Trouble(Course.GIVE_UP, "the site refused the archive (403); that says nothing of the page", _BY_HAND),
    "unauthorized": Trouble(Course.GIVE_UP, "the site asked the archive to sign in (401)", _BY_HAND),
    "network-authentication-required": Trouble(Course.GIVE_UP, "the site asked for a sign-in (511)", _BY_HAND),
    "not-found": Trouble(Course.GIVE_UP, "the site told the archive that there is no such page (404)", _CHECK),
    "bad-request": Trouble(Course.GIVE_UP, "the site did not accept the archive's request (400)", _BY_HAND),
    "method-not-allowed": Trouble(Course.GIVE_UP, "the site did not accept the archive's request (405)", _BY_HAND),
    "not-implemented": Trouble(Course.GIVE_UP, "the site did not understand the archive's request (501)", _BY_HAND),
    "http-version-not-supported": Trouble(Course.GIVE_UP, "the site did not speak HTTP as asked (505)", _BY_HAND),
    "too-many-redirects": Trouble(Course.GIVE_UP, "the address redirects more often than the archive follows", _CHECK),
    "invalid-server-response": Trouble(Course.GIVE_UP, "the site's answer could not be read", _BY_HAND),
    "ftp-access-denied": Trouble(Course.GIVE_UP, "the FTP server refused the archive"),
    "filesize-limit": Trouble(Course.GIVE_UP, "the file is larger than the archive takes (2 GB)", "Keep a copy."),
    "no-captures": Trouble(Course.GIVE_UP, "the archive loaded the page, and found nothing in it to keep", _BY_HAND),
    # The service does not take this address.
    "invalid-url-syntax": Trouble(Course.GIVE_UP, "the archive does not take this for an address", _CHECK),
    "invalid-host-resolution": Trouble(Course.GIVE_UP, "the archive could not find the host", _CHECK),
    "blocked-url": Trouble(Course.GIVE_UP, "the archive does not capture this address", "Keep a copy of your own."),
    "too-many-daily-captures": Trouble(
        Course.GIVE_UP, "the page has been captured as often today as the archive allows", "A copy of today is kept."
    ),
    # Troubles that may pass.
    "too-many-requests": Trouble(Course.AGAIN, "the site asked the archive to slow down (429)", _LATER),
    "bad-gateway": Trouble(Course.AGAIN, "the site's gateway failed (502)", _LATER),
    "gateway-timeout": Trouble(Course.AGAIN, "the site's gateway did not answer in time (504)", _LATER),
    "service-unavailable": Trouble(Course.AGAIN, "the site was not available to the archive (503)", _LATER),
    "internal-server-error": Trouble(Course.AGAIN, "the site failed (500)", _LATER),
    "cannot-fetch": Trouble(Course.AGAIN, "the archive could not fetch the page", _LATER),
    "read-timeout": Trouble(Course.AGAIN, "the site did not answer the archive in time", _LATER),
    "protocol-error": Trouble(Course.AGAIN, "the connection between archive and site broke", _LATER),
    "bandwidth-limit-exceeded": Trouble(Course.AGAIN, "the site has used up its traffic (509)", _LATER),
    "browsing-timeout": Trouble(Course.AGAIN, "the page took longer to load than the archive waits", _LATER),
    "soft-time-limit-exceeded": Trouble(Course.AGAIN, "the capture took longer than the archive allows", _LATER),
    "no-browsers-available": Trouble(Course.AGAIN, "the archive had no browser free", _LATER),
    "capture-location-error": Trouble(Course.AGAIN, "the archive could not write the capture down", _LATER),
    "proxy-error": Trouble(Course.AGAIN, "the archive's own proxy failed", _LATER),
    "redis-error": Trouble(Course.AGAIN, "the archive's own queue failed", _LATER),
    "celery": Trouble(Course.AGAIN, "the archive could not start the capture", _LATER),
    "job-failed": Trouble(Course.AGAIN, "the archive's job failed", _LATER),
    "job-not-found": Trouble(Course.AGAIN, "the archive does not know its job any more", _LATER),
    # Our own requests.
    "user-session-limit": Trouble(Course.WAIT, "as many captures are under way as the account may have", _LATER),
    "blocked-client-ip": Trouble(
        Course.STOP, "the archive has shut out this network's address", "Try from another network, or write to it."
    ),
}

USED_UP = Trouble(Course.STOP, "the account's captures for today are used up", "Run the same command again tomorrow.")
"""Told in words only, and by the account's own figures."""
BAD_KEYS = Trouble(Course.STOP, "the archive did not accept the keys", "Get new ones from your account's settings.")
NOT_TAKEN = Trouble(Course.STOP, "the archive does not take captures now", _LATER)
UNCLEAR = Trouble(Course.AGAIN, "whether the archive captured the page is not known", _LATER)


def captured_an_error(status: int) -> Trouble:
    """What a capture is that the archive made of an error in place of the page."""
    return Trouble(Course.GIVE_UP, f"the site told the archive HTTP {status}, and that was captured", _CHECK)


def trouble(code: str | None, message: str = "") -> Trouble:
    """What an error means. A code that is not known is final: asking on and on would be rude where it is wrong."""
    said = message.lower()
    if "daily" in said and "limit" in said and "this url" not in said:
        return USED_UP
    known = _TROUBLES.get((code or "").removeprefix("error:"))
    if known is not None:
        return known
    if "523" in f"{code} {message}" or not code:
        return UNCLEAR
    return Trouble(Course.GIVE_UP, f"the archive gave a reason that is not known here: {code[:80]}", _BY_HAND)
