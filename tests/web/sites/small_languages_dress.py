"""The looks of `small_languages`, and short forms for its rows.

In: a language, a site's name, a title, and what stands in the middle. Out: HTML, and pages with their truth, gathered
by `Rows`. A host that answers every wrong address alike (`everywhere`) gets a home page of its own.
"""

from __future__ import annotations

import random
from html import escape
from urllib.parse import urlsplit

from tests.web.behaviours import Answer, Behaviour
from tests.web.model import Host, Page, Truth
from tests.web.prose import PLACES
from tests.web.sites.dressing import told
from tests.web.sites.small_languages_tongues import SMALL
from tests.web.sites.tongues import TONGUES

RTL = {"ar", "fa", "he", "ur"}


def words(language: str) -> tuple[str, ...]:
    """Home, news, contact, sign in, search, cookies, accept."""
    if language in SMALL:
        return SMALL[language][0]
    tongue = TONGUES[language]
    return (tongue.menu[0], tongue.menu[1], tongue.menu[3], tongue.account[0], tongue.search, *tongue.notice)


def filler(language: str, seed: str, count: int) -> str:
    """`count` paragraphs of that language as HTML; the same seed gives the same ones."""
    if language not in SMALL:
        return told(language, seed, count)
    dice = random.Random(f"20 {language} {seed}")
    bank = SMALL[language][1]

    def one() -> str:
        return dice.choice(bank).format(
            place=dice.choice(PLACES), n=dice.randint(21, 990), m=dice.randint(3, 19), year=dice.randint(1951, 2021)
        )

    return "\n".join(f"<p>{' '.join(one() for _ in range(4))}</p>" for _ in range(count))


def _plain(at: tuple[str, ...], site: str, middle: str) -> str:
    return f'<h3><a href="/">{site}</a></h3><hr>{middle}<hr><a href="/">{at[0]}</a> | <a href="/mail">{at[2]}</a>'


def _grid(at: tuple[str, ...], site: str, middle: str) -> str:
    tiles = "".join(f'<a class="tile" href="/t/{n}"><img src="/t/{n}.avif" alt=""></a>' for n in range(6))
    return (
        f'<header class="masthead"><a class="logo" href="/">{site}</a><nav><a href="/">{at[0]}</a><a href="/n">{at[1]}'
        f'</a><a href="/c">{at[2]}</a></nav><form role="search" action="/s"><input name="q" '
        f'aria-label="{at[4]}"></form>'
        f'<a class="btn" href="/account">{at[3]}</a></header><main>{middle}</main><section>{tiles}</section><footer>'
        f'© {site}</footer><div class="cc-window" role="dialog"><span>{at[5]}</span><button>{at[6]}</button></div>'
    )


def _portal(at: tuple[str, ...], site: str, middle: str) -> str:
    side = "".join(f'<li><a href="/web/guest/{n}">{word}</a></li>' for n, word in enumerate(at[:3]))
    return (
        f'<div class="container-fluid position-relative" id="wrapper"><header id="banner"><h1 class="site-title"><a '
        f'class="logo" href="/web/guest"><img alt="{site}" src="/image/layout_set_logo"></a></h1><nav '
        f'class="sort-pages modify-pages" id="navigation"><ul role="menubar">{side}</ul></nav></header><section '
        f'id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-body">{middle}</div>'
        f'</div></section><footer id="footer" role="contentinfo"><a href="/c/portal/login">{at[3]}</a></footer></div>'
    )


def _app(at: tuple[str, ...], site: str, middle: str) -> str:
    return (
        f'<div id="root"><div class="css-1x9"><a class="css-a0" href="/">{site}</a><div class="css-b4"><input '
        f'placeholder="{at[4]}"><button>{at[3]}</button></div></div><div class="css-c7" '
        f'role="main">{middle}</div></div>'
        '<script src="/static/js/main.4c1e.chunk.js"></script>'
    )


def _table(at: tuple[str, ...], site: str, middle: str) -> str:
    return (
        f'<center><table border="0" width="700"><tr><td bgcolor="#cccc99"><big>{site}</big></td></tr><tr><td>'
        f'<a href="index.html">{at[0]}</a> - <a href="news.html">{at[1]}</a></td></tr><tr><td>{middle}</td></tr>'
        f"<tr><td><small>{at[2]}: webmaster</small></td></tr></table></center>"
    )


LOOKS = {"plain": _plain, "grid": _grid, "portal": _portal, "app": _app, "table": _table}


def sheet(
    language: str, site: str, title: str, middle: str, *, kind: str = "grid", head: str = "", named: bool = True
) -> str:
    """A whole page; the site's name stands behind the title unless not `named`."""
    shown = f"{title} | {site}" if named and title else title or site
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"{" dir=rtl" if language in RTL else ""}><head><meta charset="utf-8">'
        f"<title>{escape(shown, quote=False)}</title><link rel=stylesheet href=/a.css>{head}</head>\n<body>"
        f"{LOOKS[kind](words(language), site, middle)}</body></html>\n"
    )


def written(language: str, title: str, *said: str, count: int = 4) -> str:
    """A heading, the paragraphs given, and `count` of filler."""
    own = "".join(f"<p>{one}</p>" for one in said)
    return f"<h1>{escape(title, quote=False)}</h1>{own}{filler(language, title, count) if count else ''}"


class Rows:
    """Gathers the pages of one part, and the hosts that are out of the ordinary."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.hosts: list[Host] = []

    def add(self, url: str, behaviour: Behaviour | None, outcome: str, verdict: str, why: str, **truth: object) -> None:
        """One cited page."""
        self.pages.append(Page(url, behaviour, Truth(outcome, verdict, why=why, **truth)))  # type: ignore[arg-type]

    def target(self, url: str, behaviour: Behaviour) -> None:
        """A page that nothing cites."""
        self.pages.append(Page(url, behaviour))

    def everywhere(self, url: str, language: str, site: str, behaviour: Behaviour, kind: str = "grid") -> None:
        """Each address of `url`'s host that is not listed gets `behaviour`; its home is a home."""
        parts = urlsplit(url)
        self.hosts.append(Host(parts.hostname or "", missing=behaviour))
        home = sheet(language, site, site, filler(language, f"home {site}", 5), kind=kind, named=False)
        self.target(f"{parts.scheme}://{parts.netloc}/", Answer(home))

    def fine(
        self, url: str, language: str, site: str, title: str, why: str, *said: str,
        kind: str = "grid", head: str = "", count: int = 4, middle: str = "", **truth: object,
    ) -> None:  # fmt: skip
        """An honest page: the text `said` and filler under its title, and `middle` after it."""
        body = sheet(language, site, title, written(language, title, *said, count=count) + middle, kind=kind, head=head)
        self.add(url, Answer(body), "ok", "ok", why, title=title, **truth)

    def lost(
        self, url: str, language: str, site: str, cited: str, heading: str, said: str, why: str, *,
        kind: str = "grid", head: str = "", shown: str | None = None, alike: bool = True, rest: str = "",
        **truth: object,
    ) -> None:  # fmt: skip
        """An error page with status 200; `alike`: all wrong addresses of the host get it; `shown`: in the head."""
        inner = f"<h1>{heading}</h1>" if heading else ""
        body = sheet(
            language, site, heading if shown is None else shown, f"{inner}<p>{said}</p>{rest}", kind=kind, head=head
        )
        if alike:
            self.everywhere(url, language, site, Answer(body), kind)
        self.add(url, Answer(body), "soft_404", "broken", why, title=cited, **truth)

    def shut(
        self, url: str, language: str, site: str, cited: str, outcome: str, heading: str, said: str, why: str, *,
        kind: str = "grid", status: int = 200, headers: tuple[tuple[str, str], ...] = (), rest: str = "",
        shown: str | None = None, head: str = "", **truth: object,
    ) -> None:  # fmt: skip
        """A page that keeps the reader out, for now or for good reasons: the verdict is to look by hand."""
        inner = f"<h1>{heading}</h1>" if heading else ""
        body = sheet(
            language, site, heading if shown is None else shown, f"{inner}<p>{said}</p>{rest}", kind=kind, head=head
        )
        self.add(url, Answer(body, status, headers), outcome, "review", why, title=cited, **truth)
