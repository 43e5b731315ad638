"""What `systems` taught, made in other ways before any rule was tried on it.

Sign-in boxes at the side, short pages cited without a title, texts taken away under their heading, addresses that are
only a query, HTML that calls itself a PDF, paywalls and checks in further words; and beside each an honest page that
looks like it. They have looks of their own: portals of three columns, blogs, authorities, and pages without any. At
first sight 25 of the 58 verdicts were right.
"""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import bare, blog, lines, news, office, told
from tests.web.sites.making import good, soft, unclear
from tests.web.sites.tongues import TONGUES

USER = "<label>{0}</label><input name='uname'><input type='password' name='pass'><input type='submit' value='{0}'>"
SIGNS = '<input type="hidden" name="__VIEWSTATE" value="/wEPDwUJ">'


def portal(title: str, language: str, site: str, middle: str) -> str:
    """Three columns of a table, with a block to sign in at the left, as portals of 2004 had."""
    tongue = TONGUES[language]
    box = f"<b>{tongue.account[0]}</b><form action='modules.php' method='post'>{USER.format(tongue.account[0])}</form>"
    menu = "".join(f"<a href='modules.php?name={n}'>{word}</a><br>" for n, word in enumerate(tongue.menu))
    return (
        f"<html><head><title>{site} - {title}</title></head><body><table width='100%'><tr><td colspan='3'>"
        f"<a href='/'><img src='logo.gif' alt='{site}'></a></td></tr><tr><td valign='top' width='150'>{menu}<br>{box}"
        f"</td><td valign='top'>{middle}</td><td valign='top' width='150'><b>{tongue.more}</b><br>"
        f"<a href='article1.html'>{lines(language, site, 1)[0][:30]}</a></td></tr></table></body></html>"
    )


def blocks(title: str, language: str, site: str, middle: str, *, where: str = "sidebar-left") -> str:
    """A page of blocks, with that to sign in in a region named `where`."""
    tongue = TONGUES[language]
    return (
        f"<html lang='{language}'><head><title>{title} | {site}</title></head><body class='sidebars'><div id='page'>"
        f"<div id='logo-title'><a href='/'>{site}</a></div><ul class='links'><li><a href='/0'>{tongue.menu[0]}</a></li>"
        f"<li><a href='/1'>{tongue.menu[1]}</a></li></ul><div id='{where}'><div class='block block-user'><h2>"
        f"{tongue.account[0]}</h2><form id='user-login-form' method='post' action='/node?destination=node/19'>"
        f"{USER.format(tongue.account[0])}</form></div></div><div id='main'><h1 "
        f"class='title'>{title}</h1>{middle}</div>"
        f"</div></body></html>"
    )


def modal(title: str, language: str, site: str, middle: str) -> str:
    """A page with the form to sign in in a box that opens when it is asked for."""
    tongue = TONGUES[language]
    return bare(
        title,
        f"<div class='navbar'><a class='brand' href='/'>{site}</a><a href='#loginModal' data-toggle='modal'>"
        f"{tongue.account[0]}</a></div><div class='container'><h1>{title}</h1>{middle}</div><div class='modal fade' "
        f"id='loginModal' tabindex='-1'><div "
        f"class='modal-body'><form>{USER.format(tongue.account[0])}</form></div></div>",
        language=language,
    )


def short(language: str, seed: str, count: int) -> str:
    return f"<p>{'' if language in {'ja', 'zh', 'th'} else ' '}".join(["", *lines(language, seed, count)])


def kept(kind: str, url: str, title: str | None, why: str, body: str) -> Page:
    return unclear(kind, url, title, why, Answer(body))


FORM_TR = f"<h1>Kullanıcı Girişi</h1><form method='post'>{USER.format('Giriş')}</form>"
DENIED = "<h1>Protokoly výboru</h1><p>Pro zobrazení tohoto dokumentu se musíte přihlásit.</p>"
BESIDE = (
    good("https://pristav-noviny.example/clanek19.html", "Zpráva o molu", "a notice beside a block to sign in, cs",
         Answer(portal("Zpráva o molu", "cs", "Přístavní noviny", "<h1>Zpráva o molu</h1>" + short("cs", "molo", 2)))),
    good("https://ben-tau.example/node/19", "Thông báo của bến", "the same among blocks, vi",
         Answer(blocks("Thông báo của bến", "vi", "Bến Tàu", short("vi", "ben", 1)))),
    good("https://avviso-molo.example/avvisi/19", None, "the same in a sidebar at the right, it",
         Answer(blocks("Avviso ai naviganti", "it", "Molo", short("it", "molo", 2), where="right-column"))),
    good("https://muelle-nota.example/notas/19", "Nota del muelle", "a form that opens when it is asked for, es",
         Answer(modal("Nota del muelle", "es", "Muelle", short("es", "nota", 2)))),
    good("https://lotse-kurs.example/kurs/19", "Hinweis zur Prüfung", "a course's page with a block to sign in, de",
         Answer(bare("Hinweis zur Prüfung", "<div id='region-main'><h1>Hinweis zur Prüfung</h1>" +
                     short("de", "kurs", 2) + f"</div><section class='block_login block'><form>{USER.format('Login')}"
                     "</form></section>", language="de"))),
    good("https://forum-prichal.example/thread-19.html", "Причал закрыт на зиму", "a quick sign-in under a thread, ru",
         Answer(bare("Причал закрыт на зиму", "<table class='tborder'><tr><td class='thead'><h1>Причал закрыт на зиму"
                     "</h1></td></tr><tr><td class='alt1'>" + short("ru", "prichal", 2) + "</td></tr></table><table "
                     f"class='tborder'><tr><td class='thead'>Быстрый вход</td></tr><tr><td><form>{USER.format('Вход')}"
                     "</form></td></tr></table>", language="ru"))),
    kept("access_wall", "https://uye-liman.example/dosya/19", "Liman dosyası", "the form is what the middle holds, tr",
         office("Giriş", "tr", "Liman", FORM_TR)),
    kept("access_wall", "https://vybor-hraz.example/protokol/19", "Protokol o hrázi", "told to use the box beside, cs",
         portal("Protokoly", "cs", "Výbor hráze", DENIED)),
    kept("access_wall", "https://intra-weir.example/papers/19", "Paper on weirs", "a form under a site's name",
         bare("Weir Intranet", f"<main><h1>Weir Intranet</h1><form>{USER.format('Go')}</form></main>")),
    kept("access_wall", "https://blog-ferme.example/2015/digue", "La digue", "a blog that asks for its password, fr",
         blog("Protégé : La digue", "fr", "Le Quai", "<article><h1>Protégé : La digue</h1><form method='post'><p>Cet "
              "article est protégé par un mot de passe. Pour le lire, veuillez saisir votre mot de passe :</p><input "
              "type='password' name='post_password'><input type='submit' value='Valider'></form></article>")),
)  # fmt: skip

NUKE_GONE = portal("Chyba", "cs", "Obecní zprávy", "<h1>Chyba</h1><p>Článek nebyl nalezen.</p>")
CIKK_GONE = blocks("Hiba", "hu", "Kikötő", "<p>A keresett cikk nem található.</p>")
GONE_BESIDE = (
    soft("https://obec-zpravy.example/modules.php?name=News&sid=1904", "Povodeň na řece",
         "not there, beside a block to sign in, cs", Answer(NUKE_GONE)),
    soft("https://kikoto-hirek.example/hirek/19", "A móló története", "not there, beside a block to sign in, hu",
         Answer(CIKK_GONE)),
)  # fmt: skip

SIGNATUR = office("Recherche", "de", "Stadtarchiv", "<p>Zu dieser Signatur liegt kein Datensatz vor.</p>")
CERCA = blog("Recherche", "fr", "Musée du Quai", "<h1>Résultats de la recherche</h1><p>Votre recherche sur « "
    "{{path}} » "
    "n'a donné aucun résultat.</p>")  # fmt: skip
TOPIC_NL = bare("haven [Wiki]", "<div class='dokuwiki'><div class='headings'><a href='/'>Wiki</a></div><div "
    "class='page'>"
    "<h1>Dit onderwerp bestaat nog niet</h1><p>U volgde een verwijzing naar een onderwerp dat nog niet "
    "bestaat.</p></div>"
    "</div>", language="nl")  # fmt: skip
WIKI_PL = (
    "<html lang='pl'><head><title>{0} – Portowa wiki</title><meta name='generator' content='MediaWiki 1.16.5'></head>"
    "<body class='mediawiki ltr ns-0'><div id='content'><h1 id='firstHeading' class='firstHeading'>{0}</h1><div "
    "id='bodyContent'><div class='noarticletext'><p>Nie ma jeszcze artykułu o tym tytule.</p></div></div></div><div "
    "id='p-search'><input name='search'></div></body></html>"
)
DSPACE_PT = news("Identificador inválido", "pt", "Repositório", "<h2>Identificador inválido</h2><p>O identificador não "
    "corresponde a um item válido deste repositório.</p>", og=False)  # fmt: skip
DATASET_IT = office("Errore", "it", "Dati aperti", "<h1>Dataset non trovato</h1><p>Forse è stato ritirato.</p>")
BETS = blog("Nhà cái uy tín", "vi", "Bóng đá trực tuyến", "<h1>Cá cược bóng đá hôm nay</h1><p>Đăng ký nhận thưởng 200%."
    "</p>")  # fmt: skip
LINKED = "https://haven-wiki.example/doku.php/haven:sluis"
NOT_THERE = (
    soft("https://stadtarchiv-kai.example/bestand/19/4118", None, "an archive without such a record, de",
         Answer(SIGNATUR), also=("unrendered",)),
    soft("https://musee-quai.example/objets/lampe-du-gardien", None, "a search without results at every path, fr",
         Answer(CERCA, fresh=True)),
    soft(LINKED, None, "a wiki's topic that nobody has written, nl", Answer(TOPIC_NL)),
    soft("https://wiki-port.example/wiki/Stara_latarnia", "Stara latarnia", "no article under its own title, pl",
         Answer(WIKI_PL.format("Stara latarnia"))),
    soft("https://repositorio-cais.example/handle/1904/77", None, "a repository's invalid identifier, pt",
         Answer(DSPACE_PT)),
    soft("https://dati-porto.example/dataset/fari-2013", None, "a data set that is not found, it", Answer(DATASET_IT)),
    soft("https://ben-cang.example/2014/11/bao-cao", None, "a bookmaker has the name now, vi", Answer(BETS),
         also=("parked", "unrendered"), also_verdicts=("review",)),
)  # fmt: skip

PHOTO = "<figure><img src='/i/19.jpg' alt=''><figcaption>Aveley, 1931</figcaption></figure>"
TINY = (
    good("https://fotos-hafen.example/bild/molo-bei-nacht", None, "a picture and its caption",
         Answer(office("Molo bei Nacht", "de", "Fotos", "<h1>Molo bei Nacht</h1>" + PHOTO))),
    good("https://runo-ranta.example/runot/19", None, "a poem of two lines, fi",
         Answer(blog("Ranta", "fi", "Runot", "<h1>Ranta</h1><p>Aalto tulee,<br>aalto menee.</p>"))),
    good("https://hafen-pegel.example/pegel/heute", None, "a number and a unit",
         Answer(bare("Pegel heute", "<h1>Pegel heute</h1><p>412 cm, fallend.</p><a href='/pegel'>Alle Pegel</a>"))),
    good("https://utvalg-kai.example/vedtak/19-04", None, "a decision in one line, sv",
         Answer(office("Beslut 19-04", "sv", "Hamnnämnden", "<h1>Beslut 19-04</h1><p>Nämnden avslår begäran.</p>"))),
    good("https://hokan-minato.example/shiryo/19", None, "a download and its size, ja",
         Answer(office("資料十九", "ja", "港保管所", "<h1>港湾調査報告</h1><p><a "
         "href='/19.pdf'>報告書</a>（2.1MB）</p>"))),
    good("https://status-ferry.example/incidents/19", None, "a status page in a few words",
         Answer(bare("Incident 19", "<h1>Incident 19</h1><p>Resolved. Ferry times are shown again.</p>"))),
    good("https://album-quay.example/photo/48213/lamp-at-night", None, "a number in the path chooses the page",
         Answer(office("Lamp at night", "en", "Album", "<h1>Lamp at night</h1>" + PHOTO))),
    Page("https://onepage-band.example/tour",
         Answer(bare("The Tide Pool Band", "<h1>The Tide Pool Band</h1><ul><li><a href='#tour'>Tour</a></li><li><a "
                     "href='#news'>News</a></li><li><a href='#mail'>Mail</a></li></ul><p id='tour'>Aveley, 4 May. "
                     "Norrby, 9 May.</p>")),
         Truth("ok", "ok", None, "a site of one page, at every address: only its words could tell it from a lost one",
               also=("unrendered",), also_verdicts=("review",))),
)  # fmt: skip

DOWN = "<h1>{0}</h1><p>{1}</p>"
HELD = (
    soft("https://ombud-press.example/2016/silt", "The silt affair", "taken away after a complaint, heading left",
         Answer(news("The silt affair", "en", "Harbour Press", DOWN.format("The silt affair", "This story has been "
                "removed after a complaint. We apologise to those concerned.")))),
    soft("https://zeitung-kai.example/2017/schlick", "Der Schlick im Hafen", "taken away on request, heading left, de",
         Answer(news("Der Schlick im Hafen", "de", "Kaizeitung", DOWN.format("Der Schlick im Hafen", "Dieser Artikel "
                "wurde auf Wunsch der Betroffenen entfernt.")))),
    soft("https://diario-muelle.example/2018/fango", "El fango del muelle", "taken away, heading left, es",
         Answer(news("El fango del muelle", "es", "Diario del Muelle", DOWN.format("El fango del muelle", "Este "
                "artículo ha sido retirado tras una queja.")))),
    good("https://recall-watch.example/2016/lamp", "Lamp recalled", "a recall in two lines",
         Answer(news("Lamp recalled", "en", "Watch", DOWN.format("Lamp recalled", "The lamp was withdrawn from sale "
                "after a complaint. Owners get their money back.")))),
    good("https://kort-nytt.example/2016/bro", "Bron är borttagen", "a notice about what was removed, sv",
         Answer(news("Bron är borttagen", "sv", "Kort nytt", DOWN.format("Bron är borttagen", "Den gamla bron har "
                "tagits bort. En ny byggs i Norrby.")))),
)  # fmt: skip

FALSE_PDF = Answer("<!DOCTYPE html><html><head><title>Viewer</title></head><body><p>The requested file could not be "
    "found.</p></body></html>", content_type="application/pdf")  # fmt: skip
FALSE_PDF_DE = Answer("<html><body><h2>Fehler</h2>Das Dokument existiert nicht.</body></html>",
    content_type="application/pdf")  # fmt: skip
TRUE_PAGE = Answer(office("Tide tables 2015", "en", "Tides", "<h1>Tide tables 2015</h1>" + told("en", "tides", 4)),
    content_type="application/pdf")  # fmt: skip
PDFS = (
    soft("https://viewer-weir.example/files/plan-19.pdf", "Plan of the weir", "an error that calls itself a PDF",
         FALSE_PDF),
    soft("https://amtsblatt-kai.example/blatt/2015/19.pdf", "Amtsblatt 19", "the same in German", FALSE_PDF_DE),
    good("https://tides-html.example/tables/2015.pdf", "Tide tables 2015", "a page that calls itself a PDF", TRUE_PAGE),
)  # fmt: skip

NO_CASE = bare("Consulta", f"<form action='ver.php'>{SIGNS}<h2>Consulta de expedientes</h2><p>No se encontraron "
    "registros para el expediente indicado.</p></form>", language="es")  # fmt: skip
NO_TOPIC = bare("Foro", "<div id='header'><a href='/'>Foro del puerto</a></div><div "
    "class='message'><h2>Información</h2>"
    "<p>El tema solicitado no existe.</p></div>", language="es")  # fmt: skip
ALERTED = "<script>alert('該当する記事はありません。');history.back();</script>"
NO_VIDEO = news("", "it", "VideoMolo", "<h1>Questo video non è più disponibile</h1><p>L'account è stato chiuso.</p>")
CASE = bare("Expediente 881", f"<form>{SIGNS}<h2>Expediente 881</h2><p>Archivado.</p></form>", language="es")
PLAIN_PHP = office("Contacto", "es", "Club", "<h1>Contacto</h1><p>Muelle 3, 19004 Aveley</p>")
QUERIES = (
    soft("https://expedientes-puerto.example/ver.php?exp=4418", "Sentencia del puerto", "a register without it, es",
         Answer(NO_CASE)),
    soft("https://foro-puerto.example/viewtopic.php?f=3&t=4418", "Naufragio en la cala", "a topic that is not, es",
         Answer(NO_TOPIC)),
    soft("https://kiji-minato.example/news/view.jsp?newsId=20130419", "灯台の最後", "told in a box, "
    "ja", Answer(ALERTED)),
    soft("https://video-molo.example/watch?v=k19Molo", None, "a video that is gone, it", Answer(NO_VIDEO)),
    good("https://registro-puerto.example/ver.php?exp=881", None, "a register's short entry, es", Answer(CASE)),
    good("https://club-remo.example/contacto.php?ref=19004", None, "a query that chooses nothing", Answer(PLAIN_PHP)),
)  # fmt: skip

PUZZLE_VI = bare("Kiểm tra bảo mật", "<p>Vui lòng nhập mã trong hình để tiếp tục</p><form><img "
    "src='/captcha.php'><input "
    "name='code'><input type='submit' value='Gửi'></form>", language="vi")  # fmt: skip
PUZZLE_TR = bare("Güvenlik kontrolü", "<p>Robot olmadığınızı doğrulayın</p><form><img src='/dogrulama.png'><input "
    "name='captcha'><button>Devam</button></form>", language="tr")  # fmt: skip
SLIDER_TW = bare("安全驗證", "<h3>請拖動滑塊完成拼圖</h3><div class='verify-slider'></div>", language="zh-TW")
CONTACT = office("Contact", "en", "Weir Club", "<h1>Write to us</h1><form><input name='name'><input name='email'>"
    "<textarea></textarea><img src='/captcha.png'><p>Type the code from the picture</p><input name='captcha'>"
    "<button>Send</button></form>")  # fmt: skip
PAY_IT = bare("Molo", "<h1>Molo</h1><p>Accetta la pubblicità e i cookie, oppure abbonati a 2,99 € al mese.</p><button>"
    "Accetta e continua</button><button>Abbonati</button>", language="it")  # fmt: skip
PAY_FR = bare("Le Quai", "<h2>Vous avez refusé la publicité ciblée</h2><p>Pour lire sans publicité, "
    "abonnez-vous dès 1 €"
    ".</p><button>Accepter et lire gratuitement</button><a href='/abo'>S'abonner</a>", language="fr")  # fmt: skip
PAYING_DE = blog("Über Schleusen", "de", "Ebbebrief", "<h1>Über Schleusen</h1><p>Dieser Beitrag ist nur für zahlende "
    "Mitglieder.</p><button>Jetzt upgraden</button>")  # fmt: skip
PAYING_PL = blog("O śluzach", "pl", "List z portu", "<h1>O śluzach</h1><p>Ten wpis jest dla płacących "
    "subskrybentów.</p>"
    "<button>Subskrybuj</button>")  # fmt: skip
IN_APP = bare("", "<div class='msg'><p>카카오톡 앱에서 열어 주세요.</p></div>", language="ko")
IN_APP_EN = bare("Harbour", "<p>Please open this link in the Harbour app to view it.</p>")
DOWN_CS = bare("Odstávka", "<h1>Plánovaná odstávka</h1><p>Probíhají servisní práce.</p>", language="cs")
DOWN_SV = bare("Driftstopp", "<h1>Driftstopp</h1><p>Underhåll pågår.</p>", language="sv")
SHUT_DE = bare("Gesperrt", "<h1>Dieses Konto wurde gesperrt</h1><p>Bitte wenden Sie sich an Ihren Anbieter.</p>",
    language="de")  # fmt: skip
SHUT_ES = bare("Cuenta suspendida", "<h1>Esta cuenta ha sido suspendida</h1>", language="es")
WORKS = office("Przerwa w dostawie wody", "pl", "Gmina", "<h1>Przerwa w dostawie wody</h1><p>Trwają prace "
    "serwisowe przy "
    "ul. Portowej. Wody nie będzie 4 maja od 8 do 14.</p>")  # fmt: skip
NOTE = blog("Maps by post", "en", "Ebb Letter", "<h1>Maps by post</h1><p>The new chart of the estuary went out on "
    "Monday. Paid subscribers get theirs first, all others a week later. It shows every wreck since "
    "1900.</p>")  # fmt: skip
PARKED_EN = bare(
    "tide-lore-19.example", "<h1>tide-lore-19.example</h1><p>This site is parked, courtesy of NameShop.</p>"
)
SEIZED = (
    kept("bot_wall", "https://kiem-tra.example/bai/19", None, "a code in a picture, vi", PUZZLE_VI),
    kept("bot_wall", "https://guvenlik-19.example/yazi/19", "Limanın yazısı", "a code in a picture, tr", PUZZLE_TR),
    kept("bot_wall", "https://huakuai-19.example/t/19", None, "a slider, zh-TW", SLIDER_TW),
    good("https://weir-club.example/contact-us", None, "a form to write to, with a captcha", Answer(CONTACT)),
    kept("access_wall", "https://molo-giornale.example/cronaca/19", None, "cookies or money, it", PAY_IT),
    kept("access_wall", "https://quai-journal.example/port/19", "La grève du port", "advertising or money, fr", PAY_FR),
    kept("access_wall", "https://ebbebrief.example/p/schleusen", "Über Schleusen", "for paying members, de", PAYING_DE),
    kept("access_wall", "https://list-portu.example/p/sluzy", None, "for paying subscribers, pl", PAYING_PL),
    good("https://ebbletter-notes.example/p/maps-by-post", "Maps by post", "a note that names subscribers",
         Answer(NOTE)),
    unclear("access_wall", "https://talk-hang.example/s/19", None, "only in an app, ko", Answer(IN_APP),
            also=("unrendered", "bot_wall")),
    unclear("access_wall", "https://harbour-app.example/s/19", None, "only in an app, en", Answer(IN_APP_EN),
            also=("unrendered", "bot_wall")),
    kept("server_error", "https://odstavka-19.example/zprava", None, "work on the site, cs", DOWN_CS),
    kept("server_error", "https://driftstopp-19.example/sida", None, "work on the site, sv", DOWN_SV),
    kept("server_error", "https://gesperrt-19.example/a", None, "the host has shut the account, de", SHUT_DE),
    kept("server_error", "https://suspendida-19.example/a", None, "the host has shut the account, es", SHUT_ES),
    good("https://gmina-port.example/komunikaty/woda", None, "a notice of work in a street, pl", Answer(WORKS)),
    Page("https://tide-lore-19.example/essays/ebb", Answer(PARKED_EN), Truth("parked", "broken", None,
         "parked by its registrar", also=("soft_404",))),
)  # fmt: skip


def _sharing(page: Page) -> Host:
    """A host that shows `page` for every address."""
    return Host(page.url.split("/")[2], missing=page.behaviour)


ALIKE = (*GONE_BESIDE, *(page for page in NOT_THERE if "wiki-port" not in page.url), *PDFS[:2], *QUERIES[:4], TINY[-1],
         SEIZED[-1])  # fmt: skip
HOSTS = (
    *map(_sharing, ALIKE),
    Host("wiki-port.example", missing=Answer(WIKI_PL.replace("{0}", "{{path}}"), fresh=True)),
    Host("album-quay.example", missing=TINY[6].behaviour),
    Host("club-remo.example", missing=QUERIES[5].behaviour),
    Host("hafen-pegel.example", missing=Answer(bare("Pegel", "<h1>Alle Pegel</h1>" + told("de", "pegel", 3)))),
    Host("status-ferry.example", missing=Answer(bare("Status", "<h1>Status</h1>" + told("en", "status", 2)))),
)
SITE = Site(hosts=HOSTS, pages=(*BESIDE, *GONE_BESIDE, *NOT_THERE, *TINY, *HELD, *PDFS, *QUERIES, *SEIZED))
