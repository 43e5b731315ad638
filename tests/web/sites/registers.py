"""Registers and short notices: what a walk over 600 pages, made blind, taught; told here in other words and things.

Records of 20 words in a template of 600 that the host sends for every address; titles that stand on a line and in no
heading, on pages that stayed and on pages that moved; boxes for consent and for signing in beside a few words, which
may be a text or the news that there is none; that news among teasers that change with each request. Twins throughout.
At first sight 25 of the 60 verdicts were right; nine records were called broken, and nine pages that are gone fine.
"""

from __future__ import annotations

from html import escape

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import lines
from tests.web.sites.making import good, soft, target
from tests.web.sites.tongues import TONGUES

REGISTERS = (
    ("https://herbarium-flora.example/sheet/20117", "en", "Sea holly, collected at the north spit",
     "<dl><dt>Name</dt><dd>Sea holly, collected at the north spit</dd><dt>Sheet</dt><dd>20117</dd></dl>"),
    ("https://wrackregister.example/eintrag/3391", "de", "Die Bark Ottilie vor der Sandbank",
     "<table><tr><th>Schiff</th><td>Die Bark Ottilie vor der Sandbank</td></tr><tr><td>1883</td></tr></table>"),
    ("https://cloches-et-clochers.example/fiche/812", "fr", "La cloche fêlée de l'île haute",
     "<figure><img src='/8.jpg'><figcaption>La cloche fêlée de l'île haute, bronze, 1740</figcaption></figure>"),
    ("https://catalogo-mapas.example/mapa/55", "es", "Carta náutica de la bahía menor",
     "<p><strong>Carta náutica de la bahía menor</strong><br>Escala 1:20 000. Tinta sobre papel.</p>"),
    ("https://kolokola-opis.example/delo/77", "ru", "Опись маячных журналов",
     "<div class='row'>Опись маячных журналов<br>Листов: 41</div>"),
    ("https://todai-kiroku.example/shiryo/9", "ja", "灯台守の日誌",
     "<table><caption>灯台守の日誌</caption><tr><td>冊数</td><td>三</td></tr></table>"),
)  # fmt: skip
NO_RECORD = {
    "en": "<p>Choose a sheet.</p>", "de": "<p>Bitte wählen.</p>", "fr": "<p>Choisissez une fiche.</p>",
    "es": "<p>Elija un mapa.</p>", "ru": "<p>Выберите дело.</p>", "ja": "<p>資料を選んでください。</p>",
}  # fmt: skip


def template(language: str, seed: str, record: str) -> Answer:
    """A portal's page: a few hundred words of menus and of how to use it, and the record between them."""
    tongue = TONGUES[language]
    menu = "".join(f"<li><a href='/{n}'>{escape(line)}</a></li>" for n, line in enumerate(lines(language, seed, 24)))
    said = "".join(f"<p>{escape(line)}</p>" for line in lines(language, f"{seed} help", 16))
    return Answer(
        f"<html lang='{language}'><head><title>{tongue.menu[0]}</title></head><body><div class='top'>"
        f"{' '.join(tongue.menu)}</div><ul class='facets'>{menu}</ul><div class='record'>{record}</div>"
        f"<div class='about'>{said}</div></body></html>"
    )


def _register(url: str, language: str, title: str, record: str) -> Page:
    return good(url, title, "a record in the template of its register, which every address gets",
                template(language, url, record))  # fmt: skip


def _withdrawn(url: str, language: str, title: str) -> Page:
    url = url.replace("://", "://old-")
    return soft(url, title, "the template of the register without the record",
                template(language, url, NO_RECORD[language]))  # fmt: skip


KEPT = tuple(_register(*row) for row in REGISTERS)
TAKEN_OUT = tuple(_withdrawn(*row[:3]) for row in REGISTERS)

DESCRIBED = (
    ("https://harbour-court.example/decisions/1904-31", "en", "The pilots' case, decided in March 1904",
     "<p>Lund v. Port of Northwick. The fee was not due where no pilot was offered; the board shall pay it back.</p>"),
    ("https://gewaesserakten.example/akte/614", "de", "Die Beschwerde der Muschelfischer",
     "<div>Schreiben vom 3. Mai 1911 an den Kreis: Bitte um Aufschub der Pacht bis nach der Sturmflut</div>"),
    ("https://delo-prilivov.example/dok/52", "ru", "Жалоба рыбаков залива",
     "<dl><dt>Фонд</dt><dd>Прошение губернатору о снижении сбора, подписано сорока одним рыбаком залива</dd></dl>"),
)  # fmt: skip
TOLD = tuple(
    good(url, title, "a record cited by a description; it has what its template lacks", template(language, url, record))
    for url, language, title, record in DESCRIBED
)
SUGGESTED = {
    "en": "There is no such entry. Similar ones:", "de": "Kein Eintrag gefunden. Ähnliche:",
    "es": "No existe el registro. Parecidos:",
}  # fmt: skip


def suggesting(language: str, seed: str) -> Answer:
    """A register's page that has no such entry, and links to others, by the address."""
    links = "".join(f"<li><a href='/{n}'>{escape(line)}</a></li>" for n, line in enumerate(lines(language, seed, 9)))
    return template(language, "suggesting", f"<p>{SUGGESTED[language]}</p><ul>{links}</ul>")


SUGGESTIONS = tuple(
    soft(f"https://{language}-suggests.example/entry/the-weir-song", "The song of the weir",
         "no entry, and links to what is like its address", suggesting(language, "cited"))
    for language in SUGGESTED
)  # fmt: skip

NOTICES = {
    "en": ("Harbour seals counted in May", "Ninety-one seals lay on the outer bank. Last year there were eighty."),
    "nl": ("Veerpont vaart weer", "Vanaf maandag vaart de pont elk halfuur. Fietsen gaan gratis mee aan boord."),
    "pt": ("Farol reaberto aos visitantes", "O farol abre aos domingos das dez às doze. A subida tem cem degraus."),
    "cs": ("Přívoz znovu jezdí", "Od pondělí jezdí přívoz každou půlhodinu. Kola se vozí zdarma."),
    "tr": ("Fener ziyarete açıldı", "Fener pazar günleri ona kadar açıktır. Yukarıya yüz basamakla çıkılır."),
    "ko": ("등대 다시 열려", "등대는 일요일 아침에 문을 연다. 꼭대기까지 백 계단이다."),
}
COOKIES = {
    "en": ("Cookies help us to run this site.", "Accept", "Decline"),
    "nl": ("Wij gebruiken cookies om deze site te verbeteren.", "Akkoord", "Weigeren"),
    "pt": ("Este sítio utiliza cookies para melhorar a navegação.", "Aceitar", "Recusar"),
    "cs": ("Tento web používá cookies ke zlepšení služeb.", "Souhlasím", "Odmítnout"),
    "tr": ("Bu site çerez kullanmaktadır.", "Kabul et", "Reddet"),
    "ko": ("이 사이트는 쿠키를 사용합니다.", "동의", "거부"),
}
GONE = {
    "en": ("Page not found", "There is nothing at this address."),
    "nl": ("Pagina niet gevonden", "Op dit adres staat niets."),
    "pt": ("Página não encontrada", "Não há nada neste endereço."),
    "cs": ("Stránka nenalezena", "Na této adrese nic není."),
    "tr": ("Sayfa bulunamadı", "Bu adreste bir şey yok."),
    "ko": ("페이지를 찾을 수 없습니다", "이 주소에는 아무것도 없습니다."),
}
BOX = "<div class='{0}'><p>{1}</p><button>{2}</button><button>{3}</button></div>"
NAMED = ("cookie-message", "site-cookie-bar js", "gdpr", "cmplz-banner", "cookies_popup", "cookie-consent-box")


def beside_a_box(language: str, named: str, title: str, text: str) -> str:
    """A page of two sentences, with a box that asks for consent and is called `named`."""
    return (
        f"<html lang='{language}'><head><title>{title}</title></head><body>{BOX.format(named, *COOKIES[language])}"
        f"<div id='wrap'><h1>{title}</h1><p>{text}</p></div></body></html>"
    )


SIGN_IN = (
    "<div class='account-box'><form method='post'><input name='user'><input type='password' name='word'>"
    "<button>{0}</button></form></div>"
)


def beside_a_form(language: str, title: str, text: str) -> str:
    """The same with a form to sign in above it."""
    return (
        f"<html lang='{language}'><head><title>{title}</title></head><body>"
        f"{SIGN_IN.format(TONGUES[language].account[0])}<div id='wrap'><h1>{title}</h1><p>{text}</p></div></body>"
    )


SHORT = tuple(
    good(f"https://{language}-short-notice.example/n/{n}", title if n % 2 else None,
         "two sentences beside a box that asks for consent", Answer(beside_a_box(language, NAMED[n], title, text)))
    for n, (language, (title, text)) in enumerate(NOTICES.items())
)  # fmt: skip
NONE_LEFT = tuple(
    soft(f"https://{language}-short-{kind}.example/n/{n}", NOTICES[language][0], f"an error page beside a {kind}",
         Answer(made))
    for n, (language, (title, text)) in enumerate(GONE.items())
    for kind, made in (("box", beside_a_box(language, NAMED[-1 - n], title, text)),
                       ("form", beside_a_form(language, title, text)))
)  # fmt: skip
WALLED = tuple(
    Page(f"https://{language}-consent-first.example/n/4",
         Answer(f"<html lang='{language}'><head><title>{title}</title></head><body>"
                f"{BOX.format('consent-page', *COOKIES[language])}<p>© 2026 {title}, Quay 4</p></body></html>"),
         Truth("access_wall", "review", title, "the same box with nothing beside it"))
    for language, (title, _) in NOTICES.items()
)  # fmt: skip


def on_a_line(name: str, markup: str, language: str = "en") -> Answer:
    """A page whose title says only what it is a part of; `markup` begins its text."""
    links = "".join(f"<a href='/{n}'>{word}</a> " for n, word in enumerate(TONGUES[language].menu))
    said = "".join(f"<p>{escape(line)}</p>" for line in lines(language, name, 9))
    return Answer(f"<html><head><title>{name}</title></head><body><div>{links}</div>{markup}{said}</body></html>")


LINES = (
    ("gulls", "How the gulls came back to the mole", "<h2>How the gulls came back to the mole</h2>", "en"),
    ("bells", "The fog bell and its keepers", "<p><b>The fog bell and its keepers</b></p>", "en"),
    ("priele", "Priele und ihre alten Namen", "<div class='page-headline'>Priele und ihre alten Namen</div>", "de"),
    ("phares", "Les phares éteints du détroit", "<h1><a href='/'>Phares</a></h1><h3>Les phares éteints du détroit</h3>",
     "fr"),
)  # fmt: skip
MOVED = tuple(
    Page(f"https://{name}-society.example/old/{n}.html",
         Redirect(f"https://{name}-society.example/texts/{n}", 301),
         Truth("moved", "fix", title, "the cited title heads the text, and is no heading of the first rank"))
    for n, (name, title, _, _) in enumerate(LINES, 31)
)  # fmt: skip
LISTED = tuple(
    Page(f"https://{name}-listing.example/old/{n}.html",
         Redirect(f"https://{name}-listing.example/all", 301),
         Truth("redirected_elsewhere", "review", title, "the cited title is one of many in a list",
               also=("redirected_home",)))
    for n, (name, title, _, _) in enumerate(LINES, 31)
)  # fmt: skip
ENDS = (
    *(Page(f"https://{name}-society.example/texts/{n}", on_a_line(name.title(), markup, language))
      for n, (name, _, markup, language) in enumerate(LINES, 31)),
    *(Page(f"https://{name}-listing.example/all",
           on_a_line(name.title(), f"<h2>{title}</h2><p>1911</p><h2>{lines(language, name, 1)[0]}</h2>", language))
      for name, title, _, language in LINES),
)  # fmt: skip
LINE_ONLY = good(
    "https://seal-count-line.example/2021/may", "Grey seals counted in May", "a title on a line, and a sentence",
    Answer("<html><head><title>News</title></head><body><p><strong>Grey seals counted in May</strong></p><p>Two "
           "hundred and four lay on the outer bank at low water.</p></body></html>"),
)  # fmt: skip
TITLE_ONLY = Page(
    "https://seal-count-frame.example/2021/may",
    Answer("<html><head><title>News</title></head><body><p>Grey seals counted in May</p><p>No longer available.</p>"
           "</body></html>"),
    Truth("unrendered", "review", "Grey seals counted in May", "names what is gone", also=("soft_404",),
          also_verdicts=("broken",)),
)  # fmt: skip
REGRETS = {
    "en": "We are sorry, but the article you requested has been removed.",
    "nl": "Helaas, de pagina die u zoekt bestaat niet meer.",
    "pt": "Lamentamos, a página que procura foi removida.",
    "cs": "Omlouváme se, požadovaná stránka byla odstraněna.",
    "de": "Der von Ihnen gesuchte Beitrag existiert leider nicht.",
    "uk": "На жаль, запитувану сторінку видалено.",
}
BANNER = "Since our move some older articles are no longer available, and dates may be missing."


def among_teasers(language: str, seed: str, said: str) -> Answer:
    """A newspaper's page: what is `said`, and a dozen teasers that change with each request, told apart by `seed`."""
    tongue = TONGUES[language]
    told = lines(language, seed, 24)
    teasers = "".join(f"<div class='card'><h3><a href='/{n}'>{told[n][:40]}</a></h3><p>{told[-1 - n]}</p></div>"
                      for n in range(12))  # fmt: skip
    menu = "".join(f"<a href='/{n}'>{word}</a> " for n, word in enumerate(tongue.menu))
    return Answer(
        f"<html lang='{language}'><head><title>{tongue.menu[0]}</title></head><body><header>{menu}</header>"
        f"<main>{said}</main><section>{teasers}</section></body></html>"
    )


AMONG_TEASERS = tuple(
    soft(f"https://{language}-teasers-daily.example/2013/story-{n}", NOTICES["en"][0],
         "the same regret at every address, among teasers that change", among_teasers(language, "a", f"<p>{said}</p>"))
    for n, (language, said) in enumerate(REGRETS.items())
)  # fmt: skip
READ_AMONG_TEASERS = (
    good("https://hidden-regret-daily.example/2013/story", "Zeehonden in mei geteld",
         "a story under a translated title; the regret is hidden, for a script to show",
         among_teasers("en", "b", f"<p style='display:none'>{REGRETS['en']}</p><p>{NOTICES['en'][1]}</p>")),
    good("https://banner-regret-daily.example/2013/story", "Zeehonden in mei geteld",
         "a story under a translated title; every page says what became of others",
         among_teasers("en", "c", f"<p>{BANNER}</p><p>{NOTICES['en'][1]}</p>")),
)  # fmt: skip
ALIKE = (*TAKEN_OUT, *NONE_LEFT)
SITE = Site(
    hosts=(
        *(Host(row[0].split("/")[2], missing=template(row[1], row[0], NO_RECORD[row[1]])) for row in REGISTERS),
        *(Host(page.url.split("/")[2], missing=page.behaviour) for page in ALIKE),
        *(Host(row[0].split("/")[2], missing=template(row[1], row[0], NO_RECORD[row[1]])) for row in DESCRIBED),
        *(Host(f"{language}-suggests.example", missing=suggesting(language, "other")) for language in SUGGESTED),
        *(Host(f"{language}-teasers-daily.example", missing=among_teasers(language, "other", f"<p>{said}</p>"))
          for language, said in REGRETS.items()),
        Host("hidden-regret-daily.example", missing=among_teasers("en", "other", f"<p>{REGRETS['en']}</p>")),
        Host("banner-regret-daily.example", missing=among_teasers("en", "other", f"<p>{BANNER}</p><p>Nothing.</p>")),
    ),
    pages=(*KEPT, *TAKEN_OUT, *SHORT, *NONE_LEFT, *WALLED, *MOVED, *LISTED, *ENDS, LINE_ONLY, TITLE_ONLY,
           *TOLD, *SUGGESTIONS, *AMONG_TEASERS, *READ_AMONG_TEASERS,
           target("https://seal-count-line.example/", "Seals")),
)  # fmt: skip
