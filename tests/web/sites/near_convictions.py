"""Short pages beside what usually convicts them: what a walk over 940 pages, made blind, taught; told in other words.

Registers that know a number they do not have from what is no number; papers called as their domain, with searches
beside the text; guides to names for sale; scripts of guards that let everybody in; posts under a login box and under no
heading; waiting rooms and works that name an hour, at every address; plates and albums that say the same of every
number; tables that nobody keeps up; searches for a title; halls to which known addresses lead. Twins throughout. Before
these rules 35 of the 89 verdicts were right: sixteen fine pages, five sites at rest and six halls were called broken,
three searches a fix, and seven pages that are gone or withheld fine.
"""

from __future__ import annotations

from html import escape

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import lines
from tests.web.sites.making import good, soft, unclear
from tests.web.sites.tongues import TONGUES


def dressed(language: str, title: str, text: str, before: str = "", after: str = "", head: str = "") -> Answer:
    """A page with a menu; what stands before and after its text is its makers'."""
    menu = "".join(f"<a href='/{n}'>{escape(word)}</a> " for n, word in enumerate(TONGUES[language].menu))
    return Answer(
        f"<html lang='{language}'><head><title>{escape(title)}</title>{head}</head><body>{before}"
        f"<div class='menu'>{menu}</div><div class='page'>{text}</div>{after}</body></html>"
    )


def paragraphs(language: str, seed: str, count: int, each: int = 2) -> str:
    """`count` paragraphs of `each` sentences."""
    gap = " " if TONGUES[language].spaced else ""
    return "".join(f"<p>{escape(gap.join(lines(language, f'{seed} {n}', each)))}</p>" for n in range(count))


UNKNOWN = {
    "en": ("Enquiry", "The ledger holds no vessel under it.", "Lugger Patience, built 1871 at Northwick"),
    "de": ("Auskunft", "Im Schiffsbuch ist nichts eingetragen.", "Ewer Gesine, gebaut 1871 am Altarm"),
    "sv": ("Svar", "Fartyget fanns ej i liggaren.", "Skutan Tre Bröder, byggd 1871"),
    "tr": ("Yanıt", "Defterde böyle bir tekne yok.", "Mavna Bereket, 1871 yapımı"),
    "pt": ("Resposta", "Embarcação não localizada no livro.", "Barca Boa Hora, construída em 1871"),
    "cs": ("Odpověď", "Tuto loď kniha nevede.", "Vor Naděje, stavěn roku 1871"),
    "ru": ("Ответ", "В книге судно не значится.", "Баркас «Надежда», построен в 1871"),
    "ja": ("回答", "船名録に記載がありません。", "帆船みさき丸 明治四年建造"),
    "zh": ("答复", "船册中无此船。", "帆船顺风号,1871年造"),
    "ar": ("رد", "السفينة ليست في السجل.", "مركب الأمل، بني سنة 1871"),
}
UNHEARD = {"de", "sv", "cs", "ru", "ar"}
TO_BE_LOOKED_AT = {"also": ("unrendered",), "also_verdicts": ("review",)}
"""For denials in words that no rule knows: what every number gets may also be a picture's page, or a member's."""
VANISHED = tuple(
    soft(f"https://{language}-shiplist.example/vessel/{48210 + n}", kept if n % 2 else None,
         "the register's answer to a number that it does not have; names it does not route at all",
         dressed(language, title, f"<h1>{title}</h1><p>{said}</p>"), **(TO_BE_LOOKED_AT if language in UNHEARD else {}))
    for n, (language, (title, said, kept)) in enumerate(UNKNOWN.items())
)  # fmt: skip
AFLOAT = tuple(
    good(f"https://{language}-shiplist.example/vessel/{77300 + n}", None if n % 2 else kept,
         "a short record of the same register", dressed(language, kept, f"<h1>{kept}</h1><p>No. {77300 + n}</p>"))
    for n, (language, (_, _, kept)) in enumerate(UNKNOWN.items())
)  # fmt: skip
SHIPLISTS = tuple(
    Host(f"{language}-shiplist.example", unknown_number=dressed(language, title, f"<h1>{title}</h1><p>{said}</p>"))
    for language, (title, said, _) in UNKNOWN.items()
)

MEDIA = {
    "en": "<img src='/scans/{0}.jpg' alt=''>", "fr": "<iframe src='/carte?n={0}'></iframe>",
    "es": "<video src='/cintas/{0}.mp4' controls></video>", "nl": "<figure><img data-src='/platen/{0}'></figure>",
}  # fmt: skip
SHOWN = {"en": "Plate", "fr": "Feuille", "es": "Cinta", "nl": "Prent"}
PICTURES = tuple(
    good(f"https://{language}-plates.example/plate/{66120 + n}", None, "a picture, a map or a film under one word",
         dressed(language, SHOWN[language], f"<h1>{SHOWN[language]}</h1>{medium.format(66120 + n)}"))
    for n, (language, medium) in enumerate(MEDIA.items())
)  # fmt: skip
CABINETS = tuple(
    Host(f"{language}-plates.example",
         unknown_number=dressed(language, SHOWN[language], f"<h1>{SHOWN[language]}</h1>{medium.format(1)}"))
    for language, medium in MEDIA.items()
)  # fmt: skip
KEPT_IN = {
    "en": "Members see their own plates here.", "ru": "Закрытый альбом.", "fr": "Album sous embargo jusqu'en 2040.",
    "ja": "会員用のアルバムです。",
}  # fmt: skip
ALBUMS = tuple(
    Page(f"https://{language}-album.example/album/{31000 + n}",
         dressed(language, "Album", f"<h1>Album</h1><p>{said}</p>"),
         Truth("access_wall", "review", "Ferries in ice" if n % 2 else None, "the same is said of every number, and "
               "nothing of absence", also=("unrendered", "access_denied")))
    for n, (language, said) in enumerate(KEPT_IN.items())
)  # fmt: skip
SHELVES = tuple(
    Host(f"{language}-album.example", unknown_number=dressed(language, "Album", f"<h1>Album</h1><p>{said}</p>"))
    for language, said in KEPT_IN.items()
)
UNTENDED = {
    "cs": ("Stav ledu na řece 2003", "Tato stránka již není udržována.", "Led: 31 cm"),
    "ar": ("حالة الجليد 2003", "لم يعد يتم تحديث هذه الصفحة.", "الجليد: 31 سم"),
    "ro": ("Starea gheții 2003", "Această pagină nu mai este actualizată.", "Gheață: 31 cm"),
    "sv": ("Isläget 2003", "Denna sida underhålls inte längre.", "Is: 31 cm"),
    "lt": ("Ledo būklė 2003", "Šis puslapis nebėra atnaujinamas.", "Ledas: 31 cm"),
}
TABLES = tuple(
    good(f"https://{language}-ice.example/ice/{n}", title if n % 2 else None, "a short page that nobody keeps up",
         dressed(language if language in TONGUES else "en", title, f"<h1>{title}</h1><p>{said}</p><p>{table}</p>"))
    for n, (language, (title, said, table)) in enumerate(UNTENDED.items())
)  # fmt: skip

SEARCHES = {
    "en": ("Ferry fares to rise", "Related searches"),
    "de": ("Fährgeld wird teurer", "Verwandte Suchanfragen"),
    "fr": ("Le bac coûtera plus cher", "Recherches associées"),
    "es": ("Sube el pasaje del transbordador", "Búsquedas relacionadas"),
    "it": ("Rincara il traghetto", "Ricerche correlate"),
}
PAPERS = tuple(
    good(f"https://{language}fjordpost.example/{n}7", None, "a paper called as its domain, with searches beside a text",
         dressed(language, f"{title} - {language}fjordpost.example",
                 f"<h1>{title}</h1>{paragraphs(language, title, n)}",
                 after=f"<div><b>{searches}</b> <a href='/q'>{title}</a></div>"))
    for n, (language, (title, searches)) in enumerate(SEARCHES.items(), 1)
)  # fmt: skip
TOWNS = tuple(
    page
    for town, path, title in (("lindmouth", "parking", "Residents' parking"), ("altwerft", "for-sale", "Kahn von 1911"))
    for page in (
        good(f"https://{town}.example/p/7", None, "a town's page, named after its domain, beyond a redirect",
             Redirect(f"https://{town}.example/{path}/7")),
        Page(f"https://{town}.example/{path}/7",
             dressed("en", f"{town}.example", f"<h1>{title}</h1><p>{title} 7.</p>")),
    )
)  # fmt: skip
ECHOES = tuple(
    page
    for language, title, named in (("en", "Ferries in ice", "Results for “Ferries in ice”"),
                                   ("de", "Fähren im Eis", "Suchergebnisse: Fähren im Eis"),
                                   ("fr", "Les bacs dans les glaces", "Résultats pour Les bacs dans les glaces"))
    for page in (
        Page(f"https://{language}-ferrypapers.example/old/7.html",
             Redirect(f"https://{language}-ferrypapers.example/find?words=ice", 301),
             Truth("redirected_elsewhere", "review", title, "a search for the title repeats it",
                   also=("redirected_home",))),
        Page(f"https://{language}-ferrypapers.example/find?words=ice",
             dressed(language, named, f"<h1>{named}</h1>{paragraphs(language, named, 6)}")),
    )
)  # fmt: skip
RESULTS = tuple(
    page
    for page in (
        Page("https://ferry-survey.example/old/7.html", Redirect("https://ferry-survey.example/results", 301),
             Truth("moved", "fix", "Results for the ferries of 1911", "results of a survey, and of no search")),
        Page("https://ferry-survey.example/results", dressed(
            "en", "Results for the ferries of 1911", "<h1>Results for the ferries of 1911</h1>"
            + paragraphs("en", "survey", 6))),
    )
)  # fmt: skip
SENT = ("The eel weir of 1840", "Who owned the ferry bell", "A ferryman's account book")
HALLS = tuple(
    page
    for name, title, said in (("regions", "Where are you?", "North shore, south shore, islands"),
                              ("languages", "Cymraeg / English", "Parhau, continue"))
    for page in (
        *(Page(f"https://ferry-{name}.example/texts/{n}.html", Redirect(f"https://ferry-{name}.example/hall"),
               Truth("redirected_elsewhere", "review", cited, "sent to a hall from where readers may go on; other "
                     "addresses are unknown to the host", also=("access_wall", "redirected_home")))
          for n, cited in enumerate(SENT)),
        Page(f"https://ferry-{name}.example/hall", dressed("en", title, f"<h1>{title}</h1><p>{said}</p>")),
    )
)  # fmt: skip
NOTED = tuple(
    good(f"https://{language}-shorepaper.example/{n}9", None, "one paragraph under the domain's name, beside searches",
         dressed(language, f"{language}-shorepaper.example", f"<h2>{title}</h2>{paragraphs(language, title, 1)}",
                 after=f"<div>{searches}</div>"))
    for n, (language, (title, searches)) in enumerate(SEARCHES.items(), 1)
)  # fmt: skip
SERIES = tuple(
    page
    for name, number, title in (("rulings", 404, "Ruling 404: the ferry's right of way"),
                                ("stations", 410, "Station 410, Northwick Bar"))
    for page in (
        good(f"https://ferry-law.example/?{name}={number}", None, "the 404th or 410th of a series, beyond a redirect",
             Redirect(f"https://ferry-law.example/{name}/{number}")),
        Page(f"https://ferry-law.example/{name}/{number}",
             dressed("en", title, f"<h1>{title}</h1>{paragraphs('en', title, 2)}")),
    )
)  # fmt: skip
LAPSED = tuple(
    Page(f"https://{language}fjordecho.example/{n}7",
         Answer(f"<html><head><title>{language}fjordecho.example</title></head><body><h1>{language}fjordecho.example"
                f"</h1><div><b>{searches}</b></div><ul><li><a href='/r'>Kredit</a><li><a href='/s'>Hotel</a></ul>"),
         Truth("parked", "broken", None, "the same words under the domain's name, and no text"))
    for n, (language, (_, searches)) in enumerate(SEARCHES.items(), 1)
)  # fmt: skip
GUIDES = (
    good("https://association-handbook.example/names/lost", None, "a guide to names that are for sale", dressed(
        "en", "When your address has lapsed",
        "<h1>When your address has lapsed</h1><p>Members often find that the domain they used for years is for sale, "
        "or that it shows sponsored listings of a kind they never asked for.</p><p>Write to the registry before you "
        "buy anything, and keep a note of what the page showed on which day, for a court may ask.</p>")),
    good("https://vereinsrecht.example/urteil/1288", None, "a ruling about a parked name", dressed(
        "de", "Urteil zur geparkten Domain",
        "<h1>Urteil zur geparkten Domain</h1><p>Die Beklagte hatte die streitige Domain geparkt und auf der Seite "
        "weitere Links gegen Vergütung gezeigt, ohne je einen Betrieb aufzunehmen.</p><p>Das Gericht sah darin eine "
        "Behinderung, weil die Domain nur zum Verkauf an die Klägerin angemeldet worden war.</p>")),
    Page("https://saltmarsh-league.example/aims", Answer(
        "<html><head><title>saltmarsh-league.example</title></head><body><p>You can buy saltmarsh-league.example today "
        "for a fixed price, and the transfer is done within one working day by our staff.</p><p>All names in our list "
        "are checked by hand, and each of them comes with free help during the first thirty days.</p></body></html>"),
        Truth("parked", "broken", None, "paragraphs that offer the domain under its own name")),
)  # fmt: skip

IMPERVA = "<script src='/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e&ns=4&cb=88' async></script>"
KASADA = "<script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/ips.js'></script>"
LETS_IN = {
    "en": "Tide tables for the outer harbour", "fr": "Horaires des marées du vieux port",
    "es": "Tabla de mareas del puerto viejo", "nl": "Getijdentafel van de buitenhaven",
}  # fmt: skip
GUARDED = tuple(
    good(f"https://{name}-{language}-tides.example/t/{n}", title if n % 2 else None,
         "a short page with the script of a guard that lets everybody in",
         dressed(language, title, f"<h1>{title}</h1>{paragraphs(language, title, 1)}", after=script))
    for name, script in (("imp", IMPERVA), ("kas", KASADA))
    for n, (language, title) in enumerate(LETS_IN.items())
)  # fmt: skip
SHUT_OUT = tuple(
    unclear("bot_wall", f"https://{name}-shut-tides.example/t/3", None, "the same script, and not a word",
            Answer(f"<html><head><meta name='robots' content='noindex'></head><body>{script}</body></html>"))
    for name, script in (("imp", IMPERVA), ("kas", KASADA))
)  # fmt: skip

LOGIN = (
    "<div class='userarea'><form method='post'>{0} <input name='member'><input type='password' name='word'>"
    "<button>{0}</button></form></div>"
)
POSTS = {
    "de": ("Wo lag die alte Fährstelle", "Mein Großvater sprach von zwei Pfählen beim Deichtor."),
    "it": ("Dove attraccava il vecchio traghetto", "Il nonno parlava di due pali accanto alla chiusa."),
    "ru": ("Где стоял старый паром", "Дед вспоминал о двух столбах у шлюза."),
    "zh": ("老渡口在哪里", "祖父说水闸旁有两根木桩。"),
}
THREADS = tuple(
    good(f"https://{language}-ferrytalk.example/thread-{n}.html", title if n % 2 else None,
         "a post under a login box, headed by no heading",
         dressed(language, f"{title} - Ferrytalk", f"{headed.format(title)}<p>{said}</p>",
                 before=LOGIN.format(TONGUES[language].account[0])))
    for n, ((language, (title, said)), headed) in enumerate(
        zip(POSTS.items(), ("<div class='subject post-title'>{0}</div>", "<b>{0}</b>") * 2, strict=True))
)  # fmt: skip
LOCKED = tuple(
    unclear("access_wall", f"https://{language}-ferryclub.example/thread-{n}.html", None,
            "the same box under the site's name alone",
            dressed(language, "Ferryclub", "<b>Ferryclub</b>", before=LOGIN.format(TONGUES[language].account[0])))
    for n, language in enumerate(POSTS)
)  # fmt: skip

AT_WORK = {
    "en": ("Waiting room", "You have joined a virtual queue. Your turn comes in about 4 minutes."),
    "de": ("Warteschlange", "Sie sind an Position 12 und werden gleich weitergeleitet."),
    "fr": ("File d'attente", "Vous êtes le numéro 12. Ne fermez pas cette fenêtre."),
    "pl": ("Przerwa serwisowa", "Trwają prace konserwacyjne, wracamy do pracy o 7:30."),
    "es": ("Sala de espera", "Su turno llegará en unos 4 minutos."),
    "ja": ("順番待ち", "ただいま12番目です。そのままお待ちください。"),
}
RESTING = tuple(dressed(language, title, f"<h1>{title}</h1><p>{said}</p>")
                for language, (title, said) in AT_WORK.items())  # fmt: skip
QUEUES = tuple(
    unclear("server_error", f"https://{language}-ferrydesk.example/order/{n}", TONGUES[language].sentences[0][:20],
            "a notice at every address that names an hour or a place in a line", answer)
    for n, (language, answer) in enumerate(zip(AT_WORK, RESTING, strict=True))
)  # fmt: skip
DESKS = tuple(Host(f"{language}-ferrydesk.example", missing=answer)
              for language, answer in zip(AT_WORK, RESTING, strict=True))  # fmt: skip
IN_LINE = dressed("en", "Ferry desk", "<h1>Not found</h1><p>In line with our rules old orders are not kept.</p>")
KEPT_SHORT = soft("https://ferryrules.example/order/4", "The order of the last ferry", "an error page at every address "
                  "that says “in line”", IN_LINE)  # fmt: skip

OF_AGE = good("https://cellar-museum.example/essays/gate", None, "an essay on questions for the age, with buttons",
              dressed("en", "Are you 18 or older?", "<h1>Are you 18 or older?</h1>" + paragraphs("en", "gate", 4, 1)
                      + "<button>Share</button>"))  # fmt: skip

SITE = Site(
    hosts=(*SHIPLISTS, *CABINETS, *SHELVES, *DESKS, Host("ferryrules.example", missing=IN_LINE)),
    pages=(*VANISHED, *AFLOAT, *PICTURES, *ALBUMS, *TABLES, *PAPERS, *TOWNS, *ECHOES, *RESULTS, *HALLS, *NOTED, *SERIES,
           *LAPSED, *GUIDES, *GUARDED, *SHUT_OUT, *THREADS, *LOCKED, *QUEUES, KEPT_SHORT, OF_AGE),
)  # fmt: skip
