"""The catalogue of rules: what each id means, why it matters and what to do. `verify explain RULE` prints it.

Data only. Ids never change their meaning; a rule that goes leaves its number unused. Hundreds: 1 the link as written,
2 the live page, 3 the archived copy, 4 the words of the page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: stable id, short name, what it says, why a reader of the letter should care, what to do."""

    id: str
    name: str
    title: str
    why: str
    todo: str


_RULES = (
    Rule(
        "VFY101",
        "link-mended",
        "The link is broken as printed and was mended.",
        "Line-wrapping, copying or a mail gateway has put characters into the link or taken some out. A reader who "
        "clicks or types it lands on an error page, or on another page.",
        "Replace the link in the letter by the mended one. The report shows each changed character and the reasons.",
    ),
    Rule(
        "VFY102",
        "link-ambiguous",
        "The link can be read in more than one way.",
        "The text around a break does not settle where the link ends, and no evidence did. A wrong guess would cite a "
        "page that the author never meant.",
        "Open the candidates and choose; then correct the link in the letter.",
    ),
    Rule(
        "VFY103",
        "link-unmendable",
        "The link is malformed and nothing mends it.",
        "No reading of the characters gives an address that can be asked for.",
        "Find the source again by its title and replace the link.",
    ),
    Rule(
        "VFY104",
        "text-and-target-differ",
        "The link shows one address and leads to another.",
        "A reader on paper follows the address that is printed, a reader on screen the target behind it.",
        "Make both the same.",
    ),
    Rule(
        "VFY105",
        "link-unwrapped",
        "The link goes through a mail gateway or a redirector.",
        "Wrapped links tell a third party who reads the letter, and die with that service.",
        "Use the target itself, as shown.",
    ),
    Rule(
        "VFY201",
        "not-found",
        "The server says that the page does not exist.",
        "A reader who follows the note finds nothing.",
        "Look for the page's new address; otherwise cite the archived copy.",
    ),
    Rule(
        "VFY202",
        "domain-gone",
        "The site's name does not exist any more.",
        "The whole site has left the web, or its name was mistyped. Names that lapse are often bought by others.",
        "Check the spelling; otherwise cite the archived copy.",
    ),
    Rule(
        "VFY203",
        "parked",
        "The address now belongs to a domain seller or an advertising page.",
        "A reader is led to advertisements, under the letter's authority.",
        "Cite the archived copy.",
    ),
    Rule(
        "VFY204",
        "soft-404",
        "The server says all is well, and shows an error page.",
        "A reader who follows the note finds nothing, although simple checkers call the link fine.",
        "Look for the page's new address; otherwise cite the archived copy.",
    ),
    Rule(
        "VFY205",
        "redirected-home",
        "The link now ends at the home page or at a mere section.",
        "The cited page seems to be gone; the reader has to search for it.",
        "Look at the page. Find the new address, or cite the archived copy.",
    ),
    Rule(
        "VFY206",
        "redirected-elsewhere",
        "The link now ends at another page, which does not bear the cited title.",
        "What the reader sees may not be what the letter cites.",
        "Look at the page. Correct the link, or cite the archived copy.",
    ),
    Rule(
        "VFY207",
        "moved",
        "The page has moved for good.",
        "The old address works only as long as the site keeps the redirect.",
        "Replace the link by the new address.",
    ),
    Rule(
        "VFY208",
        "bot-wall",
        "The site refuses programs, not necessarily readers.",
        "This program cannot see the page; a person in a browser usually can. It says nothing against the link.",
        "Open it once in a browser.",
    ),
    Rule(
        "VFY209",
        "access-wall",
        "The page is behind a sign-in, a payment, a consent dialogue or an age check.",
        "Readers may not be able to see the source.",
        "Open it in a browser; consider citing an archived or open copy too.",
    ),
    Rule(
        "VFY210",
        "rate-limited",
        "The site asked for fewer requests, and kept asking.",
        "Nothing was learnt of the page.",
        "Run again later, or open it in a browser.",
    ),
    Rule(
        "VFY211",
        "access-denied",
        "The server refused to show the page.",
        "It may be blocked for programs, for this country, or for all.",
        "Open it in a browser.",
    ),
    Rule(
        "VFY212",
        "server-error",
        "The server failed to answer, more than once.",
        "The fault may be gone tomorrow. One place on the net cannot tell.",
        "Run again later; the report counts how often it was seen.",
    ),
    Rule(
        "VFY213",
        "timeout",
        "The server did not answer in time, more than once.",
        "It may be slow, overloaded, or closed to this network.",
        "Run again later, from another network if you can.",
    ),
    Rule(
        "VFY214",
        "unreachable",
        "No connection to the server could be made.",
        "It may be down, or closed to this network.",
        "Run again later, from another network if you can.",
    ),
    Rule(
        "VFY215",
        "tls-error",
        "The site's certificate is not valid.",
        "Browsers warn readers away.",
        "Open it in a browser. If the site is really the one cited, tell its owner, or cite the archived copy.",
    ),
    Rule(
        "VFY216",
        "redirect-loop",
        "The link leads in circles.",
        "Browsers give up.",
        "Open it in a browser; otherwise cite the archived copy.",
    ),
    Rule(
        "VFY217",
        "unrendered",
        "The page shows hardly any text without a browser.",
        "The address answers; whether the cited text stands there could not be read here.",
        "Open it once in a browser.",
    ),
    Rule(
        "VFY218",
        "not-checkable",
        "The link cannot be asked for.",
        "It names an address inside a private network, or is not a web address; readers cannot follow it.",
        "Replace it by a public address.",
    ),
    Rule(
        "VFY219",
        "skipped",
        "The link was not checked.",
        "It was excluded, the run was to ask nobody, or it ended before there was an answer.",
        "Nothing, or run again.",
    ),
    Rule(
        "VFY220",
        "alive",
        "The link answers.",
        "A working link proves no claim: it only leads to a page.",
        "Nothing.",
    ),
    Rule(
        "VFY221",
        "recent-capture-contradicts",
        "The page seems gone, but an archive captured it lately.",
        "A page that was there within the last 90 days may only be hidden from this network today.",
        "Open it in a browser, and run again on another day.",
    ),
    Rule(
        "VFY222",
        "identifier-known",
        "The identifier's resolver knows it.",
        "A wall at the publisher does not make a DOI wrong.",
        "Nothing.",
    ),
    Rule(
        "VFY301",
        "no-copy",
        "No good archived copy is known.",
        "When the page goes, the evidence goes with it.",
        "Have it archived now: `verify save`, or web.archive.org/save in a browser.",
    ),
    Rule(
        "VFY302",
        "copy-far",
        "The archived copy is far from the citation's date, or from today where that is not known.",
        "The page may have been different when it was cited.",
        "Compare before you cite the copy.",
    ),
    Rule(
        "VFY303",
        "archive-unknown",
        "The archive gave no usable answer.",
        "Whether a copy exists is not known. It is not the same as none.",
        "Run again later.",
    ),
    Rule(
        "VFY304",
        "attested-by-archive",
        "A recent archived copy bears the cited title, though the page itself is behind a wall.",
        "The page was there within the last 30 days.",
        "Nothing.",
    ),
    Rule(
        "VFY305",
        "archive-bad",
        "Captures exist, but none shows the page.",
        "All captures looked at are errors, walls, redirects away, or older than the page.",
        "Have it archived now if it is still live.",
    ),
    Rule(
        "VFY306",
        "excluded",
        "The site is excluded from the archive.",
        "No copy can be shown there.",
        "Keep a copy of your own, or look in another archive.",
    ),
    Rule(
        "VFY307",
        "copy-title-differs",
        "The archived copy does not bear the title given in the note.",
        "Another page may have stood at the address then, or the note gives the page a name of its own.",
        "Look at the copy before you cite it; `verify fix` does not put it into the letter.",
    ),
    Rule(
        "VFY401",
        "quotation-missing",
        "A quotation was not found in the text that was read.",
        "Neither the live page nor the archived copy holds these words, as far as they could be read.",
        "Look at the page; the words may be in a linked file, in an image, or translated.",
    ),
    Rule(
        "VFY402",
        "title-differs",
        "The page does not bear the title given in the note.",
        "It may have been renamed, be in another language, or be another page.",
        "Look at the page when in doubt.",
    ),
    Rule(
        "VFY403",
        "drifted",
        "The live page differs much from the archived copy.",
        "Living pages change. What was cited may have been changed or moved.",
        "Compare both; consider citing the copy.",
    ),
)

RULES = {rule.id: rule for rule in _RULES}
"""Every rule by id, in the order of the catalogue."""


_OUTCOMES = {
    "ok": "alive",
    "archived-far": "copy-far",
    "archived-bad": "archive-bad",
    "none-found": "no-copy",
    "unknown": "archive-unknown",
}
"""Outcomes, as reports name them, whose rule is called otherwise."""


def find_rule(word: str) -> Rule | None:
    """The rule whose id, name or outcome (`soft_404`) is `word`, in any case; None when there is none."""
    wanted = word.strip().lower().replace("_", "-").replace(" ", "-")
    wanted = _OUTCOMES.get(wanted, wanted)
    return next((rule for rule in _RULES if wanted in {rule.id.lower(), rule.name}), None)
