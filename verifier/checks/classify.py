"""What a chain of answers comes to by itself: the live outcome and the sentences that say why. Pure.

The order is that of `verdicts.md`: what cannot be checked, walls, then what is gone, then what is wrong, then troubles
that may pass. What needs the citation (moved, redirected away) is left to the verdict.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from http import HTTPStatus

from verifier.checks.follow import MOST_BODY, MOST_HOPS, Chain, Stop, media_type
from verifier.checks.signs.blocks import blocked, kept_out
from verifier.checks.signs.boxes import boxed_signs
from verifier.checks.signs.data_errors import says_missing
from verifier.checks.signs.error_addresses import sent_to_an_error_page
from verifier.checks.signs.error_pages import error_signs
from verifier.checks.signs.gates import access_gate
from verifier.checks.signs.kinds import NO_SIGNS, ErrorSigns
from verifier.checks.signs.notices import notice
from verifier.checks.signs.parking import parking_signs
from verifier.checks.signs.program_errors import broke_off
from verifier.checks.signs.unrendered import unrendered
from verifier.checks.signs.walls import bot_wall, sent_to_a_check
from verifier.checks.suspicions import Doubt, Suspicion, suspicion
from verifier.model.evidence import LiveOutcome
from verifier.web.exchange import Failure, FailureKind, Response

_BY_KIND = {
    FailureKind.MALFORMED: LiveOutcome.NOT_CHECKABLE,
    FailureKind.UNSUPPORTED_SCHEME: LiveOutcome.NOT_CHECKABLE,
    FailureKind.REFUSED_ADDRESS: LiveOutcome.NOT_CHECKABLE,
    FailureKind.NXDOMAIN: LiveOutcome.DOMAIN_GONE,
    FailureKind.CONNECT_TIMEOUT: LiveOutcome.TIMEOUT,
    FailureKind.READ_TIMEOUT: LiveOutcome.TIMEOUT,
    FailureKind.TLS: LiveOutcome.TLS_ERROR,
    FailureKind.GIVEN_UP: LiveOutcome.SKIPPED,
}
_UNASKED = frozenset({FailureKind.REFUSED_ADDRESS, FailureKind.MALFORMED, FailureKind.GIVEN_UP})
"""Nothing was sent."""


@dataclass(frozen=True, slots=True)
class Classified:
    """An outcome with its reasons: `evidence` tells them, later rules decide by `suspicion` and `signs`.

    `signs` are what speaks for an error page, as far as that was asked.
    """

    outcome: LiveOutcome
    evidence: tuple[str, ...] = ()
    suspicion: Suspicion | None = None
    signs: ErrorSigns = NO_SIGNS

    def doubted_for(self, doubt: Doubt) -> bool:
        """Whether the page deserves a second look for that reason."""
        return self.suspicion is not None and self.suspicion.doubt is doubt


def classify(chain: Chain, accepted: Collection[int] = (), *, notices: bool = True, gates: bool = True) -> Classified:
    """The outcome of `chain`. Status codes in `accepted` count as good for this host, as the user wishes.

    Without `notices`, a page's words on work and faults are taken for its text, and not for the reason why it has none;
    without `gates`, its words on readers who are kept out and on domains for sale, and its empty frames.
    """
    way = _way(chain)
    if isinstance(chain.answer, Failure):
        found = _failure(chain.answer, redirected=bool(chain.hops))
    elif chain.stop is Stop.OTHER_SCHEME:
        found = Classified(LiveOutcome.NOT_CHECKABLE, (f"readers are sent to {_short(chain.target)}",))
    else:
        found = _response(chain, chain.answer, accepted, notices=notices, gates=gates)
    return replace(found, evidence=way + found.evidence) if way else found


@lru_cache(maxsize=256)
def status_words(status: int) -> str:
    """A status code as people read it: "404 (not found)"."""
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)


@lru_cache(maxsize=256)
def _said(status: int) -> str:
    return f"answered {status_words(status)}"  # one text for all links that were answered alike


def _way(chain: Chain) -> tuple[str, ...]:
    if not chain.hops:
        return ()
    codes = ", ".join(_sent_on_by(hop.status_code) for hop in chain.hops[:8]) + (", …" if len(chain.hops) > 8 else "")
    times = "once" if len(chain.hops) == 1 else f"{len(chain.hops)} times"
    refused = isinstance(chain.answer, Failure) and chain.answer.kind in _UNASKED
    return (f"sent on {times} ({codes}), {'to' if refused else 'ending at'} {_short(chain.final_url)}",)


def _sent_on_by(status: int) -> str:
    return str(status) if status >= 300 else "by the page itself"


def _failure(failure: Failure, *, redirected: bool) -> Classified:
    outcome = _BY_KIND.get(failure.kind, LiveOutcome.UNREACHABLE)
    if failure.kind is FailureKind.DNS_FAILURE and failure.detail == "timeout":
        outcome = LiveOutcome.TIMEOUT
    elif failure.kind is FailureKind.MALFORMED and redirected:
        return Classified(LiveOutcome.UNREACHABLE, (f"a redirect leads to no usable address: {failure.message}",))
    return Classified(outcome, (failure.message,))


def _response(chain: Chain, response: Response, accepted: Collection[int], *, notices: bool, gates: bool) -> Classified:
    status = response.status_code
    if status in accepted and chain.stop is None:
        said = f"{_said(status)}, which the settings accept for this host"
        return Classified(LiveOutcome.OK, (said,), signs=_signs(chain))
    found = _walled(chain, response, gates=gates) or _gone(chain, status, sales=gates)
    if found is not None:
        return found
    if chain.stop is not None:
        return _stopped(chain)
    if not 200 <= status < 300:
        return _refused(status)
    return _page(chain, response, notices=notices, frames=gates)


def _walled(chain: Chain, response: Response, *, gates: bool) -> Classified | None:
    status = response.status_code
    wall = bot_wall(response, chain.read) or sent_to_a_check(chain.urls, chain.read)
    if wall is not None:
        return Classified(LiveOutcome.BOT_WALL, (wall,))
    shown = chain.read if gates or status >= 300 else None
    gate = access_gate(chain.urls, status, shown)
    if gate is not None:
        return Classified(LiveOutcome.ACCESS_WALL, (gate,))
    block = (blocked(shown) or kept_out(shown)) if shown is not None and status < 300 else None
    if block is not None:
        return Classified(LiveOutcome.ACCESS_DENIED, (_said(status), block))
    if status == 429:
        return Classified(LiveOutcome.RATE_LIMITED, (f"{_said(status)}, {_asked_to_wait(response)}",))
    return None


def _asked_to_wait(response: Response) -> str:
    """What the server says of when to come again, which may be later than any run waits."""
    wanted = response.headers.get("Retry-After").strip()[:40]
    if wanted.isdecimal():
        return f"asking to be left alone for {wanted} s"
    is_a_day = wanted.endswith("GMT")  # as RFC 9110 has dates written; what is neither asks for nothing
    return f"asking to be left alone until {wanted}" if is_a_day else "also after waiting"


def _gone(chain: Chain, status: int, *, sales: bool) -> Classified | None:
    if status in (404, 410):
        return Classified(LiveOutcome.NOT_FOUND, (_said(status),))
    parked = parking_signs(chain.urls, chain.read if sales else None, least=2)
    return Classified(LiveOutcome.PARKED, parked.words) if parked.convict else None


def _stopped(chain: Chain) -> Classified:
    match chain.stop:
        case Stop.LOOP:
            return Classified(LiveOutcome.REDIRECT_LOOP, (f"redirects lead back to {_short(chain.target)}",))
        case Stop.TOO_MANY:
            return Classified(LiveOutcome.REDIRECT_LOOP, (f"more than {MOST_HOPS} redirects in a row",))
        case Stop.NO_TARGET:
            return Classified(LiveOutcome.UNREACHABLE, ("a redirect names no target",))
        case _:
            return Classified(
                LiveOutcome.UNREACHABLE, (f"a redirect leads to no usable address ({_short(chain.target)})",)
            )


def _page(  # noqa: PLR0911 -- one line per outcome reads best
    chain: Chain, response: Response, *, notices: bool, frames: bool
) -> Classified:
    said = _said(response.status_code)
    read = chain.read
    if read is None:
        return _no_page(chain, response, said)
    fault = (notice(chain.urls, read) or broke_off(read)) if notices else None
    if fault is not None:
        return Classified(LiveOutcome.SERVER_ERROR, (said, fault))
    signs = _signs(chain)
    if signs.convicts:
        return Classified(LiveOutcome.SOFT_404, (f"{said}, but with an error page", *signs.words), signs=signs)
    if sent_to_an_error_page(chain.urls):
        return Classified(LiveOutcome.SOFT_404, (f"{said} after a redirect to an error page",))
    hidden = unrendered(read) if frames and media_type(response) != "text/plain" else None
    if hidden is None:
        return Classified(LiveOutcome.OK, (said,), suspicion(chain, signs), signs)
    if not response.complete and not read.words and len(response.body) < MOST_BODY:
        return Classified(LiveOutcome.UNREACHABLE, (f"{said}, and broke off before a word of the page",))
    return Classified(LiveOutcome.UNRENDERED, (said, hidden))


def _signs(chain: Chain) -> ErrorSigns:
    """What speaks for an error page at the end of `chain`."""
    if chain.read is None:
        return NO_SIGNS
    return error_signs(chain.urls, chain.read) if chain.read.words else boxed_signs(chain.urls, chain.read)


def _no_page(chain: Chain, response: Response, said: str) -> Classified:
    if response.body or not response.complete:
        told = says_missing(response.body, media_type(response))
        return Classified(LiveOutcome.SOFT_404, (said, told)) if told else Classified(LiveOutcome.OK, (said,))
    if sent_to_an_error_page(chain.urls):
        return Classified(LiveOutcome.SOFT_404, (f"{said} after a redirect to an error page",))
    return Classified(LiveOutcome.UNRENDERED, (f"{said} with nothing in it",))


def _refused(status: int) -> Classified:
    said = _said(status)
    if status == 451:
        return Classified(LiveOutcome.ACCESS_DENIED, (f"{said}: withheld here for legal reasons",))
    if 400 <= status < 500:
        return Classified(LiveOutcome.ACCESS_DENIED, (said,))
    if 500 <= status < 600:
        return Classified(LiveOutcome.SERVER_ERROR, (said,))
    return Classified(LiveOutcome.UNREACHABLE, (f"{said}, which is no usable answer",))


def _short(url: str | None) -> str:
    text = url or "nowhere"
    return text if len(text) <= 200 else f"{text[:199]}…"
