"""Fine and unclear pages that were taken for gone, each kind beside what is gone: what 360 pages, made blind, taught.

Sections, roads and lots that bear the number of an error; entries of registers under such a code; guides to names for
sale under the cited title; articles that their software marks as missing; ended sessions that every address gets;
regrets in languages that no rule knows, among teasers that change. Told in other words than those that failed.
"""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.making import good, soft, unclear
from tests.web.sites.near_convictions import dressed

NUMBERED = {
    "de": ("Nr. 404", "Das Torhaus wurde 1911 am Altarm errichtet."),
    "cs": ("č. 410", "Vyhláška o vodném a stočném v obci."),
    "it": ("S.P. 410", "La strada sale dal porto al valico."),
    "fr": ("Art. 404", "La perte de la chose éteint l'obligation du gardien."),
    "pl": ("§ 410 ust. 1", "Termin biegnie od dnia doręczenia pisma."),
    "sv": ("Hus 410", "Huset flyttades till ön med pråm."),
    "en": ("Lot 404", "A brass level in its case, signed."),
}
SECTIONS = tuple(
    good(f"https://{language}-numbered.example/o/{n}", title if n % 2 else None, "a thing that bears a number",
         dressed(language, f"{title} - Index", f"<h2>{title}</h2><p>{said}</p>"))
    for n, (language, (title, said)) in enumerate(NUMBERED.items())
)  # fmt: skip
UNNUMBERED = tuple(
    soft(f"https://gone-numbered-{n}.test/o/essay", None, "the number of the error, and little else",
         Answer(f"<title>{title}</title><h1>{title}</h1><p>{said}</p>"))
    for n, (title, said) in enumerate((("Err 404", "Sorry!"), ("404", "Hups."), ("The 410", "Gone for good.")))
)  # fmt: skip


def data(body: str) -> Answer:
    return Answer(body, content_type="application/json")


ENTRIES = tuple(
    good(f"https://codes-{n}.test/v1/entry/{n}", None, "an entry under a code, of a country or a trade", data(body))
    for n, body in enumerate((
        '{"code": "404", "nom": "Kenya", "capitale": "Nairobi"}',
        '{"status": 410, "tags": ["weir", "lock"], "depth": 2.2, "message": "ok"}',
        '{"code": 410, "naziv": "Gradnja brodova", "podskupine": []}',
    ))
)  # fmt: skip
NO_ENTRY = tuple(
    soft(f"https://no-codes-{n}.test/v1/entry/{n}", "Weir 7", "an error, told in data", data(body))
    for n, body in enumerate((
        '{"code": 404, "error": "Objekt fehlt"}',
        '{"status": 404, "title": "Not Found", "instance": "/v1/entry/7"}',
        '{"status_code": 410, "path": "/v1/entry/7"}',
    ))
)  # fmt: skip

TRADE = {
    "it": ("Dominio in vendita: che cosa vuol dire", "Si acquista dal registro.", "Ricerche correlate: pubblicità."),
    "nl": ("Domein te koop: een uitleg", "Koop een domein via het register.", "Related searches zijn reclame."),
    "es": ("Dominio en venta: una guía", "Compre el dominio en el registro.", "Enlaces patrocinados: publicidad."),
}
GUIDES = tuple(
    good(f"https://{language}-parish-advice.test/names", title, "a guide to names for sale, under the cited title",
         dressed(language, title, f"<h1>{title}</h1><p>{one}</p><p>{other}</p>"))
    for language, (title, one, other) in TRADE.items()
)  # fmt: skip
LANDER = Answer(
    "<title>Weir Notes</title><h1>weir-notes.test</h1><p>Buy this domain.</p><p>Related searches: "
    "<a href='/?1'>weir notes</a></p>"
)
SOLD = Page("https://weir-notes.test/2014/report", LANDER, Truth("parked", "broken", "Weir Notes",
            "a lander that bears the cited title, at every address"))  # fmt: skip

MARKED_TEXT = (
    "<html><head><title>{0} | Weekly</title>{1}</head><body class='page error404'><main><h1>{0}</h1><p>The parish has "
    "bought the mill and its pond.</p><p>Nine voted for it, six against.</p></main></body></html>"
)
NOT_ROUTED = tuple(
    good(f"https://weekly-{n}.test/mill", "The parish buys the mill", "its software marks a page that it did not route",
         Answer(MARKED_TEXT.format("The parish buys the mill", head)))
    for n, head in enumerate(("", "<meta name=robots content=noindex>", "<link rel=canonical href='/'>"))
)  # fmt: skip
MARKED_REGRET = Answer(
    "<html><head><title>Ez dugu | Weekly</title></head><body class='error404'><h1>Ez dugu</h1><p>Barkatu.</p></body>"
)
MARKED = soft("https://weekly-gone.test/mill", "The parish buys the mill", "its software marks it, rightly",
              MARKED_REGRET)  # fmt: skip

ENDED = {
    "nl": ("Te lang gewacht", "Uw sessie is beëindigd wegens inactiviteit."),
    "pt": ("Tempo esgotado", "A sessão terminou por inatividade. Reinicie a pesquisa."),
    "hu": ("Lejárt az idő", "A munkamenet tétlenség miatt véget ért."),
    "fi": ("Aika loppui", "Istunto päättyi, koska sitä ei käytetty."),
    "ko": ("시간 초과", "오랫동안 사용하지 않아 세션이 종료되었습니다."),
    "vi": ("Hết thời gian", "Phiên của bạn đã kết thúc vì không hoạt động."),
}
SESSIONS = {language: dressed(language, title, f"<h1>{title}</h1><p>{said}</p>")
            for language, (title, said) in ENDED.items()}  # fmt: skip
CATALOGUES = tuple(
    unclear("access_denied", f"https://{language}-opac.test/rec/weirs", "Catalogue of weirs",
            "the reader's session has ended, at every address", answer, also=("access_wall", "server_error"))
    for language, answer in SESSIONS.items()
)  # fmt: skip

REGRETS = {
    "eu": ("Barkatu", "Eskatutakoa ez dugu gordeta jada hemen."),
    "cy": ("Mae'n ddrwg gennym", "Nid yw'r hyn y gofynnwyd amdano gennym mwyach."),
    "sw": ("Samahani", "Ulichoomba hakipo tena kwetu leo."),
}
AMONG_TEASERS = {
    language: Answer(
        f"<html lang={language}><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{said}</p>"
        "<ul><li><a href='/1'>{{token}} one {{token}}</a></li><li><a href='/2'>{{token}} two {{token}}</a></li>"
        "<li><a href='/3'>{{token}} three</a></li></ul></main></body></html>",
        fresh=True,
    )
    for language, (title, said) in REGRETS.items()
}
TEASED = tuple(
    Page(f"https://{language}-teasers.test/a/mill-pond", answer, Truth("unrendered", "review", None,
         "a regret in a language that no rule knows, among teasers that change", also=("soft_404",),
         also_verdicts=("broken",)))
    for language, answer in AMONG_TEASERS.items()
)  # fmt: skip

SITE = Site(
    hosts=(
        *(Host(f"{language}-opac.test", missing=answer) for language, answer in SESSIONS.items()),
        *(Host(f"{language}-teasers.test", missing=answer) for language, answer in AMONG_TEASERS.items()),
        Host("weir-notes.test", missing=LANDER),
        Host("weekly-gone.test", missing=MARKED_REGRET),
    ),
    pages=(*SECTIONS, *UNNUMBERED, *ENTRIES, *NO_ENTRY, *GUIDES, SOLD, *NOT_ROUTED, MARKED, *CATALOGUES, *TEASED),
)
