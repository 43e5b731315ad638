"""Gates for people (sign-in, payment, consent, age), refusals without a reason, and rate limits."""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site
from tests.web.pages import error_page, page, styled_error
from tests.web.sites.making import good, text, unclear

LEDGER = "The harbour master's ledger"
SIGN_IN = page(
    "Sign in",
    "<h1>Sign in</h1><form method='post' action='/session'><input name='user'><input type='password' name='password'>"
    "<button>Sign in</button></form><p><a href='/reset'>Forgot your password?</a></p>",
)
MEMBERS = page(
    "Anmelden",
    "<h1>Nur für Mitglieder</h1><form method='post'><input name='benutzer'><input type='password' name='kennwort'>"
    "<button>Anmelden</button></form>",
    language="de",
)
CONSENT = page(
    "Before you continue",
    "<h1>Before you continue</h1><p>We and our partners use cookies and data.</p><form action='/save' method='post'>"
    "<button>Reject all</button><button>Accept all</button></form>",
)
AGE = page(
    "Age verification",
    "<h1>Are you 18 or older?</h1><p>You must be of legal age to enter this site.</p><form method='post' action='/age'>"
    "<button name='old' value='yes'>Yes, enter</button><button name='old' value='no'>No</button></form>",
)
PAY = page(
    "Subscribe to read",
    "<h1>Subscribe to continue reading</h1><form action='/subscribe'><button>Subscribe</button></form>",
)

GATES = (
    unclear(
        "access_wall",
        "https://basic.example/ledger",
        LEDGER,
        "401 with a realm",
        Answer(error_page("401 Unauthorized", "Sign in."), 401, (("WWW-Authenticate", 'Basic realm="staff"'),)),
    ),
    unclear("access_wall", "https://bearer.example/ledger", LEDGER, "401 without a realm", Answer("{}", 401)),
    unclear("access_wall", "https://payment.example/ledger", LEDGER, "402", Answer(PAY, 402)),
    unclear("access_wall", "https://payment-two.test/ledger", LEDGER, "402 without a body", Answer("", 402)),
    unclear(
        "access_wall",
        "https://members.example/ledger/3",
        LEDGER,
        "to a sign-in page that remembers the way back",
        Redirect("/login?next=%2Fledger%2F3"),
    ),
    Page("https://members.example/login?next=%2Fledger%2F3", Answer(SIGN_IN)),
    unclear(
        "access_wall",
        "https://journals.example/doi/7",
        LEDGER,
        "to an identity provider elsewhere",
        Redirect("https://idp.example/sso/authorize?returnUrl=https%3A%2F%2Fjournals.example%2Fdoi%2F7"),
    ),
    Page("https://idp.example/sso/authorize?returnUrl=https%3A%2F%2Fjournals.example%2Fdoi%2F7", Answer(SIGN_IN)),
    unclear(
        "access_wall",
        "https://intranet.example/ledger",
        LEDGER,
        "to a sign-in page that answers 401",
        Redirect("/signin?redirect_uri=/ledger", 303),
    ),
    Page("https://intranet.example/signin?redirect_uri=/ledger", Answer(SIGN_IN, 401)),
    unclear(
        "access_wall",
        "https://form-only.example/ledger",
        LEDGER,
        "200, and nothing but a password form",
        Answer(SIGN_IN),
    ),
    unclear("access_wall", "https://verein.example/protokolle/3", LEDGER, "the same in German", Answer(MEMBERS)),
    unclear(
        "access_wall",
        "https://consent-only.example/ledger",
        LEDGER,
        "200, and nothing but a consent dialogue",
        Answer(CONSENT),
    ),
    unclear(
        "access_wall",
        "https://video.example/watch?v=7",
        LEDGER,
        "to a consent dialogue elsewhere",
        Redirect("https://consent.video.example/m?continue=https%3A%2F%2Fvideo.example%2Fwatch%3Fv%3D7"),
    ),
    Page("https://consent.video.example/m?continue=https%3A%2F%2Fvideo.example%2Fwatch%3Fv%3D7", Answer(CONSENT)),
    unclear(
        "access_wall", "https://cellar.example/vintages/1951", LEDGER, "200, and nothing but an age gate", Answer(AGE)
    ),
    unclear(
        "access_wall", "https://brewery.test/history", LEDGER, "to an age gate", Redirect("/age-gate?return=/history")
    ),
    Page("https://brewery.test/age-gate?return=/history", Answer(AGE)),
)

NO_GATES = (
    good(
        "https://signed-in-corner.example/ledger",
        LEDGER,
        "a sign-in box beside a good page",
        text(LEDGER, "sic", after="<aside><form action='/login'><input type='password'></form></aside>"),
    ),
    good(
        "https://age-essay.example/of-age", "Are you 18 or older? A history of coming of age", "an essay on age limits"
    ),
    good(
        "https://consented.example/ledger",
        LEDGER,
        "a consent dialogue laid over a good page",
        text(LEDGER, "consented", before="<div role='dialog'>Before you continue <button>Accept all</button></div>"),
    ),
    good(
        "https://subscribers.example/ledger",
        LEDGER,
        "an invitation to subscribe below a good page",
        text(LEDGER, "subs", after="<aside>Subscribe to our letter <input type='email'></aside>"),
    ),
)

REFUSALS = (
    unclear(
        "access_denied",
        "https://forbid.example/ledger",
        LEDGER,
        "a bare 403",
        Answer(error_page("403 Forbidden", "nginx"), 403),
    ),
    unclear(
        "access_denied",
        "https://forbid-styled.example/ledger",
        LEDGER,
        "a styled 403",
        Answer(styled_error("No entry", "You may not see this page."), 403),
    ),
    unclear(
        "access_denied",
        "https://region.example/ledger",
        LEDGER,
        "403, not in this region",
        Answer(error_page("Not available", "This content is not available in your region."), 403),
    ),
    unclear(
        "access_denied", "https://picky.example/ledger", LEDGER, "406", Answer(error_page("Not Acceptable", "No."), 406)
    ),
    unclear(
        "access_denied",
        "http://picky-two.test/ledger",
        LEDGER,
        "406 from a module",
        Answer(
            page("Not Acceptable!", "<h1>Not Acceptable!</h1>An appropriate representation could not be found."), 406
        ),
    ),
    unclear(
        "access_denied",
        "https://court.example/ledger",
        LEDGER,
        "451 by order of a court",
        Answer(error_page("Unavailable For Legal Reasons", "By order."), 451, (("Link", '</o>; rel="blocked-by"'),)),
    ),
    unclear(
        "access_denied",
        "https://privacy-law.example/ledger",
        LEDGER,
        "451 for readers of a region",
        Answer(page("451", "<p>We recognise you are visiting from a region we do not serve.</p>"), 451),
    ),
    unclear("access_denied", "https://badrequest.example/ledger", LEDGER, "400", Answer(error_page("400", "Bad"), 400)),
    unclear("access_denied", "https://noget.example/ledger", LEDGER, "405", Answer(error_page("405", "No"), 405)),
)

LIMITS = (
    unclear(
        "rate_limited",
        "https://limited.example/ledger",
        LEDGER,
        "429 for ever, without Retry-After",
        Answer(error_page("429", "Slow down"), 429),
    ),
    unclear(
        "rate_limited",
        "https://limited-hour.example/ledger",
        LEDGER,
        "429, come back in an hour",
        Answer("", 429, (("Retry-After", "3600"),)),
    ),
    unclear(
        "rate_limited",
        "https://limited-one.test/ledger",
        LEDGER,
        "429 for ever, always “in one second”",
        Answer("", 429, (("Retry-After", "1"),)),
    ),
    unclear(
        "rate_limited",
        "https://limited-date.test/ledger",
        LEDGER,
        "429 with a date long past",
        Answer("", 429, (("Retry-After", "Mon, 02 Jan 2006 15:04:05 GMT"),)),
    ),
    unclear(
        "rate_limited",
        "https://limited-odd.test/ledger",
        LEDGER,
        "429 with a Retry-After that says nothing",
        Answer("", 429, (("Retry-After", "soon"),)),
    ),
)

SITE = Site(
    hosts=(Host("forbid-all.example", missing=Answer(error_page("403 Forbidden", "nginx"), 403)),),
    pages=(
        *GATES,
        *NO_GATES,
        *REFUSALS,
        *LIMITS,
        unclear("access_denied", "https://forbid-all.example/ledger/7", LEDGER, "403 for everything, siblings too"),
    ),
)
