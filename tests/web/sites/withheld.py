"""Nine kinds of withheld pages in 28 languages, each kind made in one way.

For each language also an honest article that has all those sentences in it. Written before any rule was read.
"""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import bare, blog, headlines, news, office, story, told
from tests.web.sites.withheld_words import KINDS, WORDS

HIDDEN = '<meta name="robots" content="noindex">'
TRUTHS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "gone": ("soft_404", "broken", ()),
    "error": ("soft_404", "broken", ()),
    "rest": ("server_error", "review", ("unrendered", "access_denied")),
    "till": ("access_wall", "review", ()),
    "members": ("access_wall", "review", ()),
    "geo": ("access_denied", "review", ("access_wall", "bot_wall", "unrendered")),
    "age": ("access_wall", "review", ()),
    "consent": ("access_wall", "review", ()),
    "sale": ("parked", "broken", ("soft_404",)),
}


def _dressed(kind: str, language: str, title: str, words: str, host: str) -> Answer:
    first, *rest = words.split("|")
    sentence = rest[0] if rest else first
    buttons = "".join(f"<button>{word}</button>" for word in rest)
    match kind:
        case "gone":
            text = news(first, language, "Lock", f"<h1>{first}</h1><p>{sentence}</p>", head=HIDDEN, og=False)
        case "error":
            links = "".join(f"<a href='/x{n}'>{one}</a>" for n, one in enumerate(headlines(language, "seen", 25)))
            text = blog(first, language, "Lock", f"<h1>{first}</h1><p>{sentence}</p>", head=HIDDEN, after=links)
        case "rest":
            text = bare(first, f"<img src='/logo.svg' alt=''><h1>{first}</h1><p>{sentence}</p>", language=language)
        case "till":
            box = f"<div class='more'><p>{sentence}</p></div>"
            text = news(title, language, "Lock", f"<h1>{title}</h1>{told(language, title, 1)}{box}")
        case "members":
            text = blog("Lock", language, "Lock", f"<div class='notice'><p>{sentence}</p></div>")
        case "sale":
            text = bare(host, f"<h1>{host}</h1><p>{sentence}</p>", language=language)
        case "age" | "consent":
            text = bare("Lock", f"<div role='dialog'><p>{first}</p>{buttons}</div>", language=language)
        case _:
            text = office("Lock", language, "Lock", f"<p>{sentence}</p>")
    return Answer(text)


def _page(kind: str, language: str) -> tuple[Page, Host]:
    host = f"{kind}-{language.lower()}.test"
    title, *rows = WORDS[language]
    answer = _dressed(kind, language, title, rows[KINDS.index(kind)], host)
    outcome, verdict, also = TRUTHS[kind]
    truth = Truth(outcome, verdict, title, f"{kind}, in {language}", also=also)
    changed = _dressed(kind, language, title, rows[KINDS.index(kind)], host)
    same = kind in {"rest", "sale", "age", "consent"}
    return Page(f"https://{host}/2016/lock-18", answer, truth), Host(host, missing=changed if same else None)


def _honest(language: str) -> Page:
    title, *rows = WORDS[language]
    lead = "".join(f"<p>“{part}”</p>" for row in rows for part in row.split("|") if len(part) > 5)
    first = rows[0].partition("|")[0]
    text = news(f"{first}: {title}", language, "Lock", story(f"{first}: {title}", language, lead=lead))
    truth = Truth("ok", "ok", title, f"an article that quotes all such sentences, in {language}")
    return Page(f"https://honest-{language.lower()}.example/2016/lock-18", Answer(text), truth)


MADE = tuple(_page(kind, language) for kind in KINDS for language in WORDS)
SITE = Site(
    hosts=tuple(host for _, host in MADE),
    pages=(*(page for page, _ in MADE), *(_honest(language) for language in WORDS)),
)
