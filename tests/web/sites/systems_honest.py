"""Twenty systems, part one: pages that are what they say, though they speak of errors, closures, sales and walls.

Each row: URL, look, language, site, title, what is odd, words that stand before the text, and a quotation or "".
"""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Page, Truth
from tests.web.sites.systems_dress import look, text

CAPTCHA = (
    '<form><textarea name="c"></textarea><div class="g-recaptcha" data-sitekey="6Lc"></div><button>→</button></form>'
)
DIALOG = (
    '<div class="agegate" role="dialog" style="display:none"><p>18+?</p><button>Ja</button><button>Nein</button></div>'
)
RESTRICTED = (
    '<div class="file"><span class="glyphicon glyphicon-lock"></span> thesis.pdf (1.284Mb) <a href="/restricted">'
    "Restricted access – request a copy</a></div>"
)
WITHDRAWN = (
    '<div class="gem-c-notice"><h2>This publication was withdrawn on 3 March 2022</h2><p>It is no longer current. '
    "The text below is kept for reference.</p></div>"
)
CLOSED = '<section class="notice"><h2>This consultation has closed</h2><p>Read the full outcome below.</p></section>'
OLD_NOTE = (
    '<div class="avviso">Attenzione: questa pagina non è più aggiornata. Il contenuto resta disponibile qui.</div>'
)
NO_FULL_TEXT = "<p><em>Full text not available from this repository.</em></p>"
TOMB = (
    '<div class="ui visible warning message">A newer version of this record exists. <a href="/records/19">19</a></div>'
)
GONE_FILES = '<section class="resources"><p class="empty">Эти данные больше не публикуются с 2019 года.</p></section>'
PITCH = (
    '<aside class="paywall-promo"><h3>Sie haben diesen Monat noch 2 Gratis-Artikel</h3><p>Jetzt abonnieren und '
    "weiterlesen"
    '</p><a href="/abo">1 € im ersten Monat</a></aside>'
)
BANNER = (
    '<div id="archive-banner">This snapshot was taken on 12 May 2015. The live site may have changed or be gone. <a '
    'href="/search">Search the archive</a></div>'
)
CODE = "<pre>HTTP/1.1 403 Forbidden\nServer: nginx\n\nAccess denied. Checking your browser before accessing…</pre>"
LOGIN_BOX = (
    '<div class="login-box"><form><input name="u"><input type="password" name="p"><button>Вход</button></form></div>'
)

Row = tuple[str, str, str, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("https://memoria-enlaces.example/2020/05/que-es-el-error-404/", "press", "es", "Memoria de enlaces",
     "Error 404: página no encontrada, la historia de un mensaje", "an essay about error 404", "",
     "el mensaje más leído de la historia de la imprenta y de la red"),
    ("https://stadtarchiv-haldenau.test/blog/seite-nicht-gefunden", "drupal", "de", "Stadtarchiv Haldenau",
     "Seite nicht gefunden", "a title that is an error's own words over a whole essay", "", ""),
    ("https://encyclo-phares.example/wiki/Erreur_HTTP_404", "wiki", "fr", "EncycloPhares", "Erreur HTTP 404",
     "an encyclopaedia's article on the error", "<p>La page demandée n'existe pas : tel est le sens du code.</p>",
     ""),
    ("https://shinbun-minato.example/keizai/20210304-domain", "paper", "ja", "みなと新聞",
     "このドメインは売り物です　名前を売る人々", "a report on the trade in domain names", "",
     "名前だけが残り港の記録は誰にも読めなくなったと職員は語った"),
    ("https://login-story.test/posts/login-required", "letter", "ko", "항구 편지", "로그인이 필요합니다",
     "an essay named like a gate, free to read", "", ""),
    ("https://yanzhengma-lishi.example/p/2231.html", "press", "zh", "港口笔记", "请完成安全验证：验证码的三十年",
     "a history of captchas", "", "验证码让老人们在自己的档案前变成了陌生人"),
    ("https://mina-baladia.example/ar/akhbar/4410", "drupal", "ar", "بلدية الميناء",
     "انقطاع الموقع بسبب أعمال الصيانة", "a notice about maintenance that was, cited as such",
     "<p>الموقع تحت الصيانة من الخميس إلى السبت.</p>", ""),
    ("https://iton-hof.test/articles/1812", "paper", "he", "עיתון החוף", "האתר אינו זמין: סופו של ארכיון",
     "a report on an archive that closed", "", "מי שסגר את השרת לא ידע מה היה בו"),
    ("https://gazeta-bereg.example/politika/dostup-ogranichen-2021", "paper", "ru", "Берег",
     "Доступ ограничен: как блокируют сайты", "a report on blocked sites",
     "<p>Доступ к ресурсу ограничен по закону.</p>", ""),
    ("https://bereh-novyny.test/suspilstvo/storinku-vydaleno", "press", "uk", "Новини берега",
     "Сторінку видалено: що зникло за рік", "an article about deleted pages", "",
     "з трьохсот сторінок не відкрилася жодна"),
    ("https://theatro-limani.example/kritikes/i-selida-den-vrethike", "joomla", "el", "Θέατρο Λιμάνι",
     "Η σελίδα δεν βρέθηκε", "the review of a play of that name; a sign-in box stands at the side", "", ""),
    ("https://hikaye-kiyi.example/oku/bu-alan-adi-satiliktir", "letter", "tr", "Kıyı Öyküleri",
     "Bu alan adı satılıktır", "a short story with the words of a parked domain", "",
     "kapısına yazdığı tek cümle buydu ve kimse aramadı"),
    ("https://bandargah-samachar.test/desh/prishth-nahin-mila", "paper", "hi", "बंदरगाह समाचार",
     "पृष्ठ नहीं मिला: सरकारी वेबसाइटों की जाँच", "a report on dead government pages", "", ""),
    ("https://khao-thalae.example/news/pid-prapprung", "drupal", "th", "ข่าวทะเล", "เว็บไซต์ปิดปรับปรุงชั่วคราว",
     "news of a closure", "", ""),
    ("https://kurier-port.example/miasto/konto-zawieszone", "paper", "pl", "Kurier Portowy",
     "To konto zostało zawieszone. Urząd traci profil", "news of a suspended account", "", ""),
    ("https://satamalehti.test/kulttuuri/verkkotunnus-on-myytavana", "typo3", "fi", "Satamalehti",
     "Verkkotunnus on myytävänä", "a column about domains", "", "nimi maksoi enemmän kuin koko kirjasto"),
    ("https://ensaio-cais.example/2022/assine-para-continuar-lendo/", "letter", "pt", "Cais",
     "Assine para continuar lendo", "an essay about paywalls, itself free", "",
     "quem cobra pela memória acaba por ficar sozinho com ela"),
    ("https://negar-bandar.test/maqaleh/318", "press", "fa", "نگار بندر", "دسترسی به این صفحه مسدود است",
     "an essay on filtered pages", "", ""),
    ("https://preprints-tidal.example/abs/2103.01811v3", "record", "en", "TidalRxiv",
     "RETRACTED: Silt transport behind closed weirs", "a retracted paper's page, cited by that title",
     "<p><b>This article has been retracted</b> at the request of the authors.</p>", ""),
    ("https://rxiv-harbour.test/abs/1804.0718", "record", "en", "HarbourXiv", "Counting eels twice",
     "a withdrawn preprint: abstract and comment remain", ("<p>Comments: This paper has been withdrawn by the "
     "authors due to an error in table 3.</p>"), ""),
    ("https://www.gov-north.example/government/publications/ferry-guidance", "gov", "en", "NORTH.GOV",
     "Ferry guidance for councils", "withdrawn, and shown in full", WITHDRAWN,
     "A ferry that does not run is to be announced at both landings."),
    ("https://raadpleging-haven.test/consultatie/havenwet", "gov", "nl", "Raadpleging", "Wijziging van de Havenwet",
     "a consultation that has closed, with its outcome", CLOSED, ""),
    ("https://regione-costa.example/atti/2014/delibera-18", "typo3", "it", "Regione Costa",
     "Delibera n. 18 sulle chiuse", "no longer kept up, and says so", OLD_NOTE, ""),
    ("https://fora-spravcu.example/viewtopic.php?f=4&t=1812", "forum", "cs", "Fórum správců",
     "403 Forbidden po aktualizaci", "a thread that quotes a wall's words", CODE, ""),
    ("https://kustbloggen.test/2019/11/fyrvaktaren/", "press", "sv", "Kustbloggen", "Fyrvaktarens sista natt",
     "a form for comments with a captcha", CAPTCHA, "han släckte lampan för hand"),
    ("https://repositori-port.example/handle/10852/1811", "dspace", "en", "Port Repository",
     "Sluice keepers: an oral history", "the record is public, the file on request", RESTRICTED, ""),
    ("https://eprints-coast.test/id/eprint/718/", "eprints", "en", "Coast Research Online",
     "Weir law in the lower valleys", "no full text, as eprints say", NO_FULL_TEXT, ""),
    ("https://data-bereg.example/dataset/urovni-vody", "ckan", "ru", "Открытые данные Берега",
     "Уровни воды по постам", "a dataset whose files are no longer updated", GONE_FILES, ""),
    ("https://records-sea.example/records/18", "record", "en", "SeaRecords",
     "Tide tables of Port Elwen, 1951 to 1970", "an older version, and says so", TOMB, ""),
    ("https://abendpost-haldenau.test/wein/altersgrenze", "paper", "de", "Abendpost", "Wein und Altersgrenze",
     "a hidden age gate in the page", DIALOG, ""),
    ("https://rundschau-veit.example/lokales/wasserwerk-wartung", "paper", "de", "Rundschau",
     "Wartungsarbeiten am Wasserwerk", "whole, with an offer among the paragraphs", PITCH,
     "Am Abend lief das Wasser wieder in allen Häusern."),
    ("https://webarchive-north.example/20150512/http://ferries.gov-north.example/fares", "gov", "en",
     "North Web Archive", "Ferry fares explained", "a library's web archive, with its banner", BANNER, ""),
    ("https://adliye-kayit.example/karar/2018-411", "webforms", "tr", "Kararlar",
     "Kayıt Bulunamadı Ltd. davası, 2018/411", "a judgment whose party is named like an error", "", ""),
    ("https://klub-vhod.test/statya/18", "press", "ru", "Клуб", "Пароль от маяка",
     "a sign-in box over a whole article", LOGIN_BOX, ""),
    ("https://abschied-forum.example/abschied", "builder", "de", "Küstenforum",
     "Wir schließen: das Küstenforum sagt ade", "the notice of a closure, cited as such",
     "<p>Diese Website wird nicht mehr betrieben.</p>", ""),
    ("https://tashriat.example/fa/article/77", "dspace", "fa", "مجموعه مقالات", "تاریخچه بندرهای کوچک",
     "an item page", "", ""),
    ("https://stats-hanko.test/julkaisu/2020/vaesto", "gov", "fi", "Tilastot", "Väestö satamakunnissa 2020",
     "a table with few words", "<table>" + "".join(f"<tr><td>{y}</td><td>{y * 7 % 991}</td></tr>" for y in
     range(1990, 2021)) + "</table>", ""),
    ("https://parlamento-cais.example/diario/2017/0418", "webforms", "pt", "Diário da Assembleia",
     "Sessão de 18 de abril: pedido de acesso negado", "a debate on a request denied",
     "<p>Acesso negado, disse o ministro.</p>", ""),
)  # fmt: skip


def _page(row: Row) -> Page:
    url, kind, language, site, title, why, before, quote = row
    middle = text(title, language, url, quote=quote, lead=before)
    truth = Truth("ok", "ok", title, why, quote=quote or None)
    return Page(url, Answer(look(kind, title, language, site, middle)), truth)


PAGES = tuple(_page(row) for row in ROWS)
