"""The kinds of `withheld` made in other ways, and whole articles that carry the same sentences where they mean
nothing: in a box below, in the comments, in a dialogue over the text.

Written before any rule was read.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import blog, news, office, story, told
from tests.web.sites.withheld import TRUTHS
from tests.web.sites.withheld_words import KINDS, WORDS

FORM = "<form method='post'><input name='who'><input type='password' name='word'><button>OK</button></form>"
KEPT = ("gone", "error", "rest", "till", "members", "age", "consent", "sale")
EVERYWHERE = ("rest", "age", "consent", "sale")


def _dressed(kind: str, language: str, title: str, words: str, host: str) -> Answer:
    first, *rest = words.split("|")
    sentence = rest[0] if rest else first
    buttons = "".join(f"<a class='button' href='?c={n}'>{word}</a>" for n, word in enumerate(rest))
    match kind:
        case "gone":
            text = blog(first, language, "Weir", f"<div class='empty-state'><p class='big'>{sentence}</p></div>")
        case "error":
            text = office(first, language, "Weir", f"<h2>{first}</h2><p>{sentence}</p>")
        case "rest":
            text = news(first, language, "Weir", f"<section><h2>{first}</h2><p>{sentence}</p></section>", og=False)
        case "till":
            box = f"<section class='c-gate' data-gate='hard'><h2>{sentence}</h2><a href='/kiosk'>1 €</a></section>"
            text = blog(title, language, "Weir", f"<h1>{title}</h1>{told(language, title, 1)[:400]}…</p>{box}")
        case "members":
            text = office("Weir", language, "Weir", f"<p>{sentence}</p>{FORM}")
        case "sale":
            form = f"<form><input name='bid'><button>{host}</button></form>"
            head = f"<!doctype html><html lang='{language}'><head><title>{sentence}</title></head>"
            text = f"{head}<body><h2>{host}</h2>{form}</body></html>"
        case _:
            text = news("Weir", language, "Weir", f"<div class='gate'><h2>{first}</h2>{buttons}</div>", og=False)
    return Answer(text)


def _page(kind: str, language: str) -> tuple[Page, Host]:
    host = f"{kind}-two-{language.lower()}.example"
    title, *rows = WORDS[language]
    answer = _dressed(kind, language, title, rows[KINDS.index(kind)], host)
    outcome, verdict, also = TRUTHS[kind]
    truth = Truth(outcome, verdict, title, f"{kind}, made otherwise, in {language}", also=also)
    return Page(f"https://{host}/2016/weir-18", answer, truth), Host(
        host, missing=answer if kind in EVERYWHERE else None
    )


def _hop(language: str) -> tuple[Page, Page]:
    """A redirect to a page that only its words show to be one of errors."""
    host = f"error-hop-{language.lower()}.test"
    title, *rows = WORDS[language]
    truth = Truth(
        "soft_404", "broken", title, f"sent on to an error page without a telling address, in {language}",
        also=("redirected_elsewhere",), also_verdicts=("review",),
    )  # fmt: skip
    answer = _dressed("error", language, title, rows[KINDS.index("error")], host)
    return Page(f"https://{host}/2016/weir-18", Redirect("/e/18"), truth), Page(f"https://{host}/e/18", answer)


def _carrier(kind: str, language: str) -> Page:
    """A whole article with that sentence somewhere in the page."""
    title, *rows = WORDS[language]
    first, *rest = rows[KINDS.index(kind)].split("|")
    sentence = rest[0] if kind == "gone" else first
    buttons = "".join(f"<button>{word}</button>" for word in rest)
    text = story(title, language)
    match kind:
        case "till":
            page = news(title, language, "Weir", text, after=f"<aside class='offer'><p>{sentence}</p></aside>")
        case "members" | "gone":
            page = blog(title, language, "Weir", text + f"<div class='comments'><p class='notice'>{sentence}</p></div>")
        case _:
            page = news(
                title, language, "Weir", f"<div role='dialog' aria-modal='true'>{sentence}{buttons}</div>{text}"
            )
    truth = Truth("ok", "ok", title, f"a whole article that carries the words of {kind}, in {language}")
    return Page(f"https://{kind}-carried-{language.lower()}.test/2016/weir-18", Answer(page), truth)


MADE = tuple(_page(kind, language) for kind in KEPT for language in WORDS)
SITE = Site(
    hosts=tuple(host for _, host in MADE),
    pages=(
        *(page for page, _ in MADE),
        *(page for language in WORDS for page in _hop(language)),
        *(_carrier(kind, language) for kind in ("gone", "till", "members", "consent") for language in WORDS),
    ),
)  # fmt: skip
