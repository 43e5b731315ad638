"""Twenty systems, part two: what is gone. Errors served as success in many systems and tongues, domains for sale
or taken over, plain 404 and 410 in odd dress, names without an address.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, ByMethod, Redirect
from tests.web.model import Host, Page, Truth
from tests.web.pages import pdf
from tests.web.sites.dressing import told
from tests.web.sites.systems_dress import look, text

# URL, look, language, site, words in the head's title, cited title ("" for none), heading and text, and what unknown
# paths of the host get: the same ("=") or an honest 404 ("!").
Row = tuple[str, str, str, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("https://ayuntamiento-cala.example/node/1811", "drupal", "es", "Ayuntamiento de Cala",
     "No se encontró la página", "Plan de emergencias del puerto", ("<h1>No se encontró la página</h1><p>La página "
     "solicitada no pudo ser encontrada.</p>"), "="),
    ("https://landkreis-zust.test/index.php?id=418&L=0", "typo3", "de", "Landkreis Zust", "Fehler",
     "Deichordnung 2009", ("<h1>Seite konnte nicht gefunden werden</h1><p>Reason: Segment &quot;deichordnung&quot; "
     "was not a keyword for a postVarSet as expected on page with uid=12.</p>"), "="),
    ("https://belediye-kiyi.example/index.php/duyurular/411-liman", "joomla", "tr", "Kıyı Belediyesi", "404",
     "Liman yönetmeliği", "<h1>Kategori bulunamadı</h1><p>Aradığınız içerik yayından kaldırılmış olabilir.</p>",
     "="),
    ("https://wiki-satama.test/wiki/Vanha_majakka", "wiki", "fi", "Satamawiki", "Vanha majakka", "Vanha majakka", (
     '<h1 id="firstHeading">Vanha majakka</h1><div class="noarticletext"><p>Tällä hetkellä tällä sivulla ei ole '
     'tekstiä. Voit etsiä sivun nimellä muilta sivuilta.</p></div>'), "="),
    ("https://intranet-coast.example/sites/pub/SitePages/Dredging.aspx", "sharepoint", "en", "Coast Board", "Error",
     "Dredging programme 2012", ("<div><h1>Sorry, something went wrong</h1><p>File Not Found.</p><p>Troubleshoot "
     "issues with Microsoft SharePoint Foundation. Correlation ID: 8c1f7a9e-30b1</p></div>"), "="),
    ("https://docs-weir.test/display/HB/Minutes+2015", "confluence", "en", "Weir Docs", "Page Not Found", "",
     ("<h1>Page Not Found</h1><p>We can't find the page you're looking for. The page may have been moved, renamed or "
     "deleted. These pages have similar titles: <a href='/x'>Minutes</a></p>"), "="),
    ("https://boatclub-elwen.example/rules-of-the-race", "builder", "en", "Boat Club", "Page not available",
     "Rules of the race", ("<h2>There's nothing here…</h2><p>We can't find the page you're looking for. Check the "
     "URL, or head back home.</p>"), "="),
    ("https://library-coast.test/handle/10852/411", "dspace", "en", "Coast Library", "Invalid Identifier",
     "Ferry disasters since 1900", ("<h1>Invalid Identifier</h1><p>The identifier 10852/411 does not correspond to a "
     "valid item in the repository.</p>"), "="),
    ("https://otkrytye-dannye.example/dataset/mosty-2014", "ckan", "ru", "Открытые данные", "Ошибка",
     "Мосты и паромы, 2014", ("<h1>Набор данных не найден</h1><p>Возможно, он был удалён владельцем или перенесён в "
     "архив.</p>"), "="),
    ("https://forum-zeglarze.test/viewtopic.php?t=7181", "forum", "pl", "Forum żeglarzy", "Informacja",
     "Wypadek na Dolnej", ("<div class='panel' id='message'><h2>Informacja</h2><p>Wybrany temat nie "
     "istnieje.</p></div>"), "="),
    ("https://tribunal-cais.example/consulta/processo.aspx?num=0418", "webforms", "pt", "Tribunal",
     "Consulta processual", "Acórdão sobre o porto de Villaseca", ("<h2>Consulta processual</h2><p>Não foram "
     "encontrados registros para o número informado.</p><input name='num'><input type='submit' value='Consultar'>"),
     "="),
    ("https://knesset-hof.test/docs/18/411.html", "webforms", "he", "ועדת החוף", "שגיאה", "פרוטוקול ועדת הנמלים",
     "<h1>המסמך המבוקש לא נמצא</h1><p>ייתכן שהקישור שגוי או שהמסמך הוסר מן האתר.</p>", "="),
    ("https://shimbun-hama.example/articles/201811040018", "paper", "ja", "浜新聞", "浜新聞デジタル",
     "古い灯台、解体へ",
     "<div class='c-msg'><p>お探しの記事は掲載期間が終了したか、削除された可能性があります。</p></div>", "="),
    ("https://ilbo-hang.test/news/articleView.html?idxno=18411", "paper", "ko", "항구일보", "항구일보",
     "등대지기의 마지막 밤", ("<script>alert('존재하지 않는 기사입니다.');</script><p>삭제되었거나 존재하지 않는 "
     "기사입니다.</p>"), "="),
    ("https://gangkou-zf.example/zwgk/2016/0418/18.html", "gov", "zh", "港口市政府", "提示信息", "港口管理办法",
     "<h2>您访问的页面不存在或已被删除</h2><p><span id='sec'>5</span> 秒后自动返回首页</p>", "="),
    ("https://wizarat-mina.test/ar/qarar/118", "drupal", "ar", "وزارة الموانئ", "خطأ", "قرار تنظيم الموانئ",
     "<h1>عذرًا، الصفحة المطلوبة غير موجودة</h1><p>ربما تم نقل الصفحة أو حذفها.</p>", "="),
    ("https://sazman-bandar.example/fa/news/1811", "joomla", "fa", "سازمان بنادر", "خطای ۴۰۴", "آیین‌نامه بندر کوچک",
     "<h1>متأسفانه صفحه مورد نظر شما یافت نشد</h1><p>ممکن است نشانی را اشتباه وارد کرده باشید.</p>", "="),
    ("https://krom-thalae.test/th/doc/181", "gov", "th", "กรมท่าเรือ", "แจ้งเตือน", "ระเบียบท่าเรือ",
     "<h1>ไม่พบหน้าที่คุณต้องการ</h1><p>หน้านี้อาจถูกลบหรือย้ายไปแล้ว กรุณากลับไปหน้าแรก</p>", "="),
    ("https://bandar-mantralaya.example/hi/adesh/41", "gov", "hi", "बंदरगाह मंत्रालय", "त्रुटि", "बंदरगाह आदेश २०१६",
     ("<h1>क्षमा करें, आपके द्वारा खोजा गया पृष्ठ उपलब्ध नहीं है</h1><p>पृष्ठ हटा दिया गया है या उसका पता बदल गया "
     "है।</p>"), "="),
    ("https://rada-bereh.test/dokumenty/18-411", "gov", "uk", "Рада Берега", "Помилка", "Рішення про переправу",
     "<h1>Такої сторінки не існує</h1><p>Можливо, її видалили або ви помилилися в адресі.</p>", "="),
    ("https://dimos-limani.example/apofasi/2015/18", "joomla", "el", "Δήμος Λιμανιού", "Σφάλμα",
     "Απόφαση για το λιμάνι", "<h1>Η σελίδα που ζητήσατε δεν υπάρχει</h1><p>Ίσως έχει διαγραφεί ή μετακινηθεί.</p>",
     "="),
    ("https://symbol-un.example/S/2015/411", "webforms", "en", "Documents", "ODS",
     "Letter dated 4 May 2015 on the weirs", ("<p style='text-align:center'>There is no document matching your "
     "request. Please check the symbol and try again.</p>"), "="),
    ("https://tidesletter.test/p/the-long-ebb", "letter", "en", "Tides Letter", "Tides Letter", "The long ebb",
     "<h1>This publication is no longer available</h1><p>Its author has deleted it.</p>", "="),
    ("https://videos-quay.example/watch?v=x18Weir", "next", "fr", "QuaiVidéo", "QuaiVidéo",
     "L'écluse qui ne fermait plus", ("<div class='player unavailable'><h1>Cette vidéo n'est plus "
     "disponible</h1><p>Le compte associé a été clôturé.</p></div>"), "="),
    ("https://rightsholder-news.test/2018/07/silt-scandal", "paper", "en", "Quay News", "The silt scandal",
     "The silt scandal", ("<h1>The silt scandal</h1><p>This article has been removed following a legal complaint. We "
     "no longer host it.</p>"), "!"),
    ("https://nextjs-weir.example/reports/18", "next", "en", "", "404: This page could not be found",
     "Weir report 18", "<div><h1>404</h1><h2>This page could not be found.</h2></div>", "="),
    ("https://nginx-fresh.test/2012/lighthouse.html", "bare", "en", "", "Welcome to nginx!",
     "The lighthouse keeper's diary", ("<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
     "successfully installed and working. Further configuration is required.</p><p><em>Thank you for using "
     "nginx.</em></p>"), "="),
    ("https://kikoto-kaminari.example/slots/port-18", "press", "id", "Slot Gacor 18",
     "Slot Gacor 18 Situs Judi Resmi", "Laporan pelabuhan kecil 2014",
     "<h1>Slot Gacor Hari Ini Gampang Menang</h1><p>Daftar sekarang, bonus 100% deposit pertama. RTP live 98%.</p>" +
     told("id", "slot", 1), "="),
    ("https://pharma-taken.test/rapports/2011/ports.html", "press", "fr", "Pharmacie Express",
     "Acheter sans ordonnance", "Les ports oubliés", ("<h1>Acheter sildénafil sans ordonnance</h1><p>Livraison "
     "rapide en 48 h, prix le plus bas.</p>"), "="),
    ("https://kozhivnyk.example/analiz/2017/porty", "press", "ru", "Казино Вулкан",
     "Казино Вулкан — зеркало на сегодня", "Порты и люди", ("<h1>Играть в казино Вулкан на деньги</h1><p>Рабочее "
     "зеркало, бонус за регистрацию 500%.</p>"), "="),
)  # fmt: skip


def _rotten(row: Row) -> tuple[Page, Host]:
    url, kind, language, site, head, cited, middle, unknown = row
    answer = Answer(look(kind, head, language, site, middle))
    name = url.split("/")[2]
    also = ("parked",) if "casino" in middle or "Slot" in middle or "казино" in middle or "sildénafil" in middle else ()
    truth = Truth(
        "soft_404",
        "broken",
        cited or None,
        f"{kind} says in {language} that it is not there, or is another's",
        also=also,
    )
    if kind == "wiki":
        sibling = Answer(look(kind, head, language, site, middle).replace(cited, "{{path}}"), fresh=True)
        return Page(url, answer, truth), Host(name, missing=sibling)
    return Page(url, answer, truth), Host(name, missing=answer if unknown == "=" else None)


CAF = '<script src="https://www.adsense.example/domains/caf.js"></script>'
# Host, language, title of the head, body.
SALES: tuple[tuple[str, str, str, str], ...] = (
    ("deichverein-haldenau.example", "de", "deichverein-haldenau.example steht zum Verkauf",
     ("<h1>deichverein-haldenau.example</h1><p>Diese Domain kann erworben werden. Jetzt Angebot abgeben.</p><p>Die "
     "hier angezeigten Sponsored Listings werden von dritter Seite automatisch generiert.</p>")),
    ("gangkou-ribao.test", "zh", "gangkou-ribao.test 域名正在出售",
     ("<h1>gangkou-ribao.test</h1><p>您访问的域名正在出售，一口价 ¥18,800。</p><a "
     "href='https://mai.example/'>立即购买</a>")),
    ("minato-kenkyu.example", "ja", "minato-kenkyu.example",
     ("<h1>minato-kenkyu.example</h1><p>このドメインは現在販売中です。お問い合わせはこちら</p><form><input "
     "name='mail'><input name='price'></form>")),
    ("parom-info.test", "ru", "Домен parom-info.test припаркован", ("<h1>parom-info.test</h1><p>Домен "
     "зарегистрирован и припаркован. Купить этот домен можно через магазин доменов.</p>")),
    ("phares-et-balises.example", "fr", "phares-et-balises.example – nom de domaine à vendre",
     ("<h1>Le nom de domaine phares-et-balises.example est à vendre</h1><p>Faites une offre.</p><input "
     "name='offre'>")),
    ("ferry-watch.test", "en", "ferry-watch.test", ("<h1>ferry-watch.test</h1><p>This web page is parked free, "
     "courtesy of RegistrarDaily.</p><p>Is this your domain? Add hosting.</p>")),
    ("liman-dernegi.example", "tr", "liman-dernegi.example satılık", ("<h1>liman-dernegi.example</h1><p>Bu alan adı "
     "satılıktır! Teklif vermek için formu doldurun.</p><input name='teklif'>")),
    ("deungdae-club.test", "ko", "deungdae-club.test", ("<h2>deungdae-club.test</h2><p>이 도메인은 만료되었습니다. "
     "소유자라면 갱신하십시오. 도메인 구매 문의</p>")),
    ("weir-observer.example", "en", "weir-observer.example", (f"{CAF}<h1>weir-observer.example</h1><ul><li>Related "
     "searches:</li><li>Cheap flights</li><li>Car insurance</li><li>Online degrees</li></ul><p>2024 © "
     "weir-observer.example | Privacy Policy</p>")),
    ("majak-hlidka.test", "cs", "Doména majak-hlidka.test", ("<h1>majak-hlidka.test</h1><p>Tato doména je "
     "zaparkovaná u registrátora. Chcete ji koupit? Doména je na prodej.</p>")),
    ("observatorio-cais.example", "pt", "Domínio expirado", ("<h1>observatorio-cais.example</h1><p>Este domínio "
     "expirou e está à venda. Clique aqui para comprar este domínio.</p><a href='/checkout'>Comprar</a>")),
)  # fmt: skip


def _sold(host: str, language: str, head: str, body: str) -> tuple[Page, Host]:
    answer = Answer(look("bare", head, language, "", body))
    truth = Truth("parked", "broken", "The weirs of the northern coast", f"for sale, in {language}", also=("soft_404",))
    return Page(f"https://{host}/2014/03/report-18", answer, truth), Host(host, missing=answer)


HOME = Answer(look("press", "", "fr", "Association des Écluses", "<h1>Bienvenue</h1>" + told("fr", "home", 4)))
HOME_DE = Answer(look("typo3", "Startseite", "de", "Hafenamt", "<h1>Willkommen</h1>" + told("de", "home", 3)))
SEARCH = Answer(look("drupal", "Search", "en", "Coast Museum", "<h1>Search results</h1><p>Your search for "
    "<b>{{path}}</b> yielded no "
                "results.</p><ul><li>Check if your spelling is correct.</li></ul>"), fresh=True)  # fmt: skip
BAD_JSON = Answer(
    '{"success":false,"error":{"code":404,"message":"Record 18 not found"}}', content_type="application/json"
)
NO_SNAPSHOT = Answer(look("gov", "Not in archive", "en", "South Web Archive",
    "<h1>Resource not in archive</h1><p>The page you asked "
                     "for was never collected.</p>"))  # fmt: skip
ERROR_IT = Answer(
    look("joomla", "Errore", "it", "Porto Vecchio", "<h1>Ops!</h1><p>La pagina cercata non è disponibile.</p>")
)
NUXT_404 = Answer(look("next", "Lighthouse Trust", "en", "Lighthouse Trust", "<p>Oh no. That one sailed away.</p>"))
PDF_HTML = Answer("<html><body>Error: file does not exist.</body></html>", content_type="application/pdf")
S3 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not '
    "exist.</Message></Error>"
)
SHELL_404 = (
    '<!doctype html><html><head><title>Portal</title></head><body><div id="root"></div><script '
    'src="/a.js"></script></body></html>'
)
TALL_404 = look("paper", "Weg", "nl", "Havenkrant", "<h1>Weg is weg</h1>" + told("nl", "404", 12))
HOME_404 = look("gov", "", "sv", "Hamnverket", "<h1>Välkommen</h1>" + told("sv", "home", 6))
REFRESH_404 = (
    '<html><head><meta http-equiv="refresh" content="3;url=/"><title>Redirecting</title></head><body>Bitte '
    "warten</body></html>"
)
LOGIN_404 = look(
    "joomla", "Prijava", "en", "Portal", "<h1>Members</h1><form><input name='u'><input type='password'></form>"
)
ARTICLE_404 = look(
    "press", "The pier that moved", "en", "Pier Notes", text("The pier that moved", "en", quote="nobody missed it")
)


def _soft(url: str, title: str | None, why: str, behaviour: Answer | Redirect | None, **more: tuple[str, ...]) -> Page:
    return Page(url, behaviour, Truth("soft_404", "broken", title, why, also=more.get("also", ()),
                                      also_verdicts=more.get("verdicts", ())))  # fmt: skip


def _dead(url: str, title: str | None, why: str, behaviour: Answer | ByMethod | None) -> Page:
    return Page(url, behaviour, Truth("not_found", "broken", title, why))


ROTTEN = tuple(_rotten(row) for row in ROWS)
SOLD = tuple(_sold(*row) for row in SALES)
HOSTS = (
    *(host for _, host in (*ROTTEN, *SOLD)),
    Host("ecluses-asso.example", missing=HOME),
    Host("hafenamt-zust.test", missing=HOME_DE),
    Host("coast-museum.example", missing=SEARCH),
    Host("api-records.test", missing=BAD_JSON),
    Host("southarchive.example", missing=NO_SNAPSHOT),
    Host("lighthouse-trust.test", missing=NUXT_404),
    Host("porto-vecchio.example", missing=Redirect("/errore")),
    Host("aspx-coast.test", missing=Redirect("/Error.aspx?aspxerrorpath=/18.aspx")),
    Host("file-viewer.example", missing=PDF_HTML),
    Host("market-sent.test", missing=Redirect("https://buy-names.example/market-sent.test")),
    *(Host(name, network="nxdomain") for name in ("oresund-weirs.example", "limni-archive.test",
        "bandar-kohneh.example", "kuvalehti-satama.test", "archiv-deiche.example")),
)  # fmt: skip
PAGES = (
    *(page for page, _ in (*ROTTEN, *SOLD)),
    _soft("https://ecluses-asso.example/rapports/2013/bilan.html", "Bilan des écluses 2013",
        "the home page under every path", HOME),
    _soft("https://hafenamt-zust.test/fileadmin/pdf/hafenordnung.pdf", "Hafenordnung", "the home page for a PDF",
        HOME_DE),
    _soft("https://coast-museum.example/collections/lamp-oil-ledger", "The lamp oil ledger",
        "a search without hits instead", SEARCH),
    _soft("https://api-records.test/v1/records/18", "Record of the Aveley weir", "an error as JSON", BAD_JSON),
    _soft("https://southarchive.example/20110304/http://weir.test/", None, "an archive that never had it",
        NO_SNAPSHOT),
    _soft("https://lighthouse-trust.test/stories/lamp-18", "The lamp of Sankt Veit",
        "a joke instead of the story, everywhere", NUXT_404, also=("unrendered",), verdicts=("review",)),
    _soft("https://porto-vecchio.example/storia/moli", "I moli antichi", "sent on to an error page", Redirect(
        "/errore")),
    Page("https://porto-vecchio.example/errore", ERROR_IT),
    _soft("https://aspx-coast.test/18.aspx", "Coast register, entry 18", "ASP.NET's error page", Redirect(
        "/Error.aspx?aspxerrorpath=/18.aspx")),
    Page("https://aspx-coast.test/Error.aspx?aspxerrorpath=/18.aspx", Answer(look("webforms", "Runtime message",
        "en", "Register", "<h2>Something unexpected happened</h2><p>Please try later.</p>"))),
    _soft("https://file-viewer.example/pub/2016/tides.pdf", "Tides 2016", "an error in HTML that calls itself a PDF",
        PDF_HTML, also=("unrendered", "ok"), verdicts=("review",)),
    Page("https://market-sent.test/papers/locks", Redirect("https://buy-names.example/market-sent.test"), Truth(
        "parked", "broken", "Locks of Dolna", "led to a market for names", also=("soft_404", "redirected_elsewhere"),
        also_verdicts=("review",))),
    Page("https://buy-names.example/market-sent.test", Answer(look("bare", "market-sent.test is for sale", "en",
        "BuyNames", "<h1>market-sent.test is for sale</h1><p>Buy now for $2,800 or make an offer.</p><button>Add to "
        "cart</button>"))),
    _dead("https://tall-gone.example/artikel/sluis-18", "De sluis van Norrby", "404 with much text", Answer(TALL_404,
        404)),
    _dead("https://hamnverket-hem.test/fyrar/18", "Fyrarnas historia", "404 with the home page", Answer(HOME_404,
        404)),
    _dead("https://shell-gone.example/app/report/18", "Report 18 on weirs", "404 with an empty frame of a script",
        Answer(SHELL_404, 404)),
    _dead("https://refresh-gone.test/seite/18", "Die Seite achtzehn", "404 that sends home in three seconds",
        Answer(REFRESH_404, 404)),
    _dead("https://bucket-gone.example/docs/weir.pdf", "Weir plan", "a store's XML", Answer(S3, 404,
        content_type="application/xml")),
    _dead("https://login-gone.test/members/18", "Members' letter 18", "404 with a sign-in box", Answer(LOGIN_404,
        404)),
    _dead("https://blank-gone.example/18", None, "404 without a word", Answer("", 404)),
    _dead("https://removed-ru.test/doklad/18", "Доклад о паромах", "410 in Russian", Answer(look("gov", "Удалено",
        "ru", "Архив", "<h1>Материал удалён</h1>"), 410)),
    _dead("https://head-lies.example/report", "Report on ebb", "HEAD 200, GET 404", ByMethod(Answer(""), Answer(
        "<h1>Nope</h1>", 404))),
    _dead("https://pdf-gone.test/paper.pdf", "Paper on ebb", "404 with a PDF that says so", Answer(pdf(
        "Document not available", ["The document was withdrawn."]), 404, content_type="application/pdf")),
    Page("https://ghost-article.example/pier", Answer(ARTICLE_404, 404), Truth("not_found", "broken",
        "The pier that moved", "404 over the whole article: gone by the contract, there for a reader",
        quote="nobody missed it", also=("ok", "access_denied"), also_verdicts=("review", "ok"))),
    *(Page(f"https://{name}/2011/18.html", None, Truth("domain_gone", "broken", title, "no such name any more")) for
        name, title in (("oresund-weirs.example", "Weirs of the sound"), ("limni-archive.test", "Αρχείο της λίμνης"),
        ("bandar-kohneh.example", None), ("kuvalehti-satama.test", "Satama kuvina"), ("archiv-deiche.example",
        "Deiche und Siele"))),
)  # fmt: skip
