"""Dresses a text as a whole site would: head with metadata, scripts and styles, menus, related stories, footer.

In: a title, a language, and what stands in the middle. Out: HTML of 5 to 30 kB. Three manners, `news`, `blog` and
`office`, so that the same middle can be made differently.
"""

from __future__ import annotations

import random
from html import escape

from tests.web.prose import PLACES
from tests.web.sites.tongues import TONGUES

RULES = "".join(f".g{n}{{margin:{n}px auto;padding:0 {n % 7}px;max-width:{900 + n}px}}" for n in range(1, 56))
STATE = (
    "window.dataLayer=window.dataLayer||[];function track(){dataLayer.push(arguments)}track('js',new Date());"
    "window.__settings={theme:'light',ads:true,paywall:{enabled:false},login:{url:'/account/login'},flags:["
    + ",".join(f"'f{n}'" for n in range(60))
    + "]};"
)
ICON = (
    '<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 18h18v-2H3v2zm0-5h18v-2H3v2z"/>'
    "</svg>"
)


def lines(language: str, seed: str, count: int) -> list[str]:
    """`count` sentences of that language, filled in; the same seed gives the same ones."""
    dice = random.Random(f"{language} {seed}")
    bank = TONGUES[language].sentences
    return [
        dice.choice(bank).format(
            place=dice.choice(PLACES), n=dice.randint(21, 990), m=dice.randint(3, 19), year=dice.randint(1951, 2021)
        )
        for _ in range(count)
    ]


def told(language: str, seed: str, count: int = 6) -> str:
    """`count` paragraphs as HTML."""
    gap = " " if TONGUES[language].spaced else ""
    return "\n".join(f"<p>{gap.join(lines(language, f'{seed} {n}', 4))}</p>" for n in range(count))


def headlines(language: str, seed: str, count: int) -> list[str]:
    """The beginnings of sentences, as headlines are."""
    found = lines(language, f"headlines {seed}", count)
    return [" ".join(one.split()[:7]) if TONGUES[language].spaced else one[:16] for one in found]


def story(title: str, language: str, seed: str = "", count: int = 6, *, lead: str = "", quote: str = "") -> str:
    """An article's middle: heading, byline, paragraphs."""
    said = f"<p>{escape(quote, quote=False)}</p>" if quote else ""
    return (
        f'<article class="g40"><h1>{escape(title, quote=False)}</h1><p class="byline"><time datetime="2021-03-04">'
        f"4.3.2021</time></p>{lead}{told(language, seed or title, count)}{said}</article>"
    )


def news(title: str, language: str, site: str, middle: str, *, head: str = "", after: str = "", og: bool = True) -> str:
    """A newspaper's page; `title` goes into the head as it stands, with the paper's name behind it."""
    tongue = TONGUES[language]
    shown = f"{title} - {site}" if title else site
    cards = "".join(
        f'<li class="card"><a href="/{n}/{1000 + n * 37}"><img src="/i/{n}.webp" alt="" loading="lazy" width="320" '
        f'height="180"><h3>{text}</h3></a></li>'
        for n, text in enumerate(headlines(language, site, 8), 1)
    )
    meta = f'<meta property="og:title" content="{escape(title)}">' if og else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{"rtl" if tongue.rtl else "ltr"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(shown, quote=False)}</title>'
        f'{meta}<meta property="og:site_name" content="{site}">{head}<link rel="preconnect" href="https://cdn.example">'
        f"<style>{RULES}</style><script>{STATE}</script></head>\n"
        f'<body class="page"><a class="skip" href="#main">↓</a><header>{ICON}<a href="/">{site}</a><nav>'
        + "".join(f'<a href="/s{n}">{word}</a>' for n, word in enumerate(tongue.menu))
        + f'</nav><form action="/search"><input name="q" type="search" placeholder="{tongue.search}"></form>'
        f'<a class="login" href="/account/login">{tongue.account[0]}</a><a class="cta" href="/subscribe">'
        f'{tongue.account[1]}</a></header>\n<main id="main">{middle}</main>\n'
        f'<aside class="related"><h2>{tongue.more}</h2><ul>{cards}</ul></aside>{after}'
        f'<footer><nav><a href="/imprint">{tongue.menu[2]}</a> <a href="/contact">{tongue.menu[3]}</a></nav>'
        f'<small>© 2025 {site}</small></footer><div id="cookie-bar" class="cookie-bar" hidden><p>{tongue.notice[0]}</p>'
        f'<button>{tongue.notice[1]}</button></div><script src="/assets/app.8c1f.js" async></script></body></html>\n'
    )


def blog(title: str, language: str, site: str, middle: str, *, head: str = "", after: str = "") -> str:
    """A page of the commonest blog software, with a sidebar and a form for comments."""
    tongue = TONGUES[language]
    recent = "".join(f'<li><a href="/?p={n}">{text}</a></li>' for n, text in enumerate(headlines(language, site, 5)))
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{"rtl" if tongue.rtl else "ltr"}">\n<head>\n'
        f'<meta charset="UTF-8">\n<title>{escape(f"{title} – {site}", quote=False)}</title>\n'
        f'<meta name="generator" content="WordPress 6.5.2">\n{head}\n'
        f'<link rel="stylesheet" href="/wp-content/themes/paper/style.css">\n<style>{RULES[:1500]}</style>\n</head>\n'
        f'<body class="single single-post postid-7 wp-embed-responsive">\n<div id="page" class="site">\n'
        f'<header class="wp-block-template-part"><p class="site-title"><a href="/">{site}</a></p>'
        f'<nav class="wp-block-navigation"><ul>'
        + "".join(f'<li class="menu-item"><a href="/{n}/">{word}</a></li>' for n, word in enumerate(tongue.menu))
        + f'</ul></nav></header>\n<div class="site-content"><main class="wp-block-group">{middle}</main>\n'
        f'<aside class="widget-area"><form action="/"><input name="s"><button>{tongue.search}</button>'
        f'</form><h2>{tongue.more}</h2><ul>{recent}</ul><p><a href="/wp-login.php">{tongue.account[0]}</a></p></aside>'
        f'</div>\n{after}<footer class="site-footer">{site} · WordPress</footer>\n</div>\n'
        f'<script src="/wp-includes/js/comment-reply.min.js" defer></script>\n</body>\n</html>\n'
    )


def office(title: str, language: str, site: str, middle: str, *, head: str = "", after: str = "") -> str:
    """A page of an authority or a university: breadcrumbs, a long menu at the side, an address below."""
    tongue = TONGUES[language]
    side = "".join(f'<li><a href="/topics/{n}">{text}</a></li>' for n, text in enumerate(headlines(language, site, 10)))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{"rtl" if tongue.rtl else "ltr"}"><head>'
        f'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"<title>{escape(f'{site} | {title}', quote=False)}</title>{head}"
        f'<link rel="shortcut icon" href="/favicon.ico"><link rel="stylesheet" href="/css/main.css"></head>\n<body>'
        f'<div id="top"><div class="logo"><a href="/"><img src="/logo.svg" alt="{site}"></a></div><ul class="service">'
        + "".join(f'<li><a href="/m{n}">{word}</a></li>' for n, word in enumerate(tongue.menu))
        + f'</ul></div><div class="breadcrumb"><a href="/">{tongue.menu[0]}</a> &raquo; <a href="/topics/">'
        f'{tongue.menu[1]}</a></div><div id="wrap"><div id="side"><ul>{side}</ul></div><div id="content">{middle}</div>'
        f'</div>{after}<div id="bottom"><address>{site}, Haldenau 12</address><a href="/contact">{tongue.menu[3]}</a>'
        "</div></body></html>\n"
    )


def bare(title: str, body: str, *, head: str = "", language: str = "en") -> str:
    """What a machine in front of a site sends: no dress at all."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>{escape(title, quote=False)}</title>'
        f'<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="viewport" '
        f'content="width=device-width,initial-scale=1">{head}</head><body>{body}</body></html>'
    )
