"""Pages that are gone, in the dress of whole sites, and names that were given up.

Written blind: before any rule was read or tried on it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import bare, blog, news, office, story
from tests.web.sites.making import good, soft

ORCHARD = "The orchard behind the customs house"
HIDDEN = '<meta name="robots" content="noindex, nofollow">'


def lost(host: str, why: str, title: str, answer: Behaviour, path: str = "/2019/05/garten-18.html") -> Page:
    """A page that is gone on a host that says the same, with success, of every unknown address."""
    return soft(f"https://{host}{path}", title, why, answer)


SAME_FOR_ALL = (
    lost("rantauutiset.example", "one sentence in a paper's dress, Finnish", "Tullitalon takana oleva puutarha",
         Answer(news("Sivua ei löytynyt", "fi", "Rantauutiset", "<h1>Hups!</h1><p>Etsimääsi sivua ei löytynyt. Se "
                                                                "on voitu siirtää "
                     "tai poistaa.</p>", og=False))),
    lost("gazeta-livada.test", "one sentence in a blog's dress, Romanian", "Livada din spatele vămii",
         Answer(blog("Pagina nu a fost găsită", "ro", "Gazeta", "<h1 class='page-title'>Hopa! Această pagină nu "
                                                                "există.</h1><p>Se pare că "
                     "nu e nimic aici. Încercați o căutare?</p>"))),
    lost("suan-khao.example", "one sentence in a paper's dress, Thai", "สวนหลังด่านศุลกากร",
         Answer(news("ไม่พบหน้าที่คุณต้องการ", "th", "ข่าวริมน้ำ", "<h1>ไม่พบหน้านี้</h1><p>"
                                                                   "หน้าที่คุณกำลังค้นหาอาจถูกลบหรือย้ายไปแล้ว</p>",
                                                                   og=False))),
    lost("bagh-gomrok.test", "one sentence in an office's dress, Persian", "باغ پشت گمرک",
         Answer(office("خطای ۴۰۴", "fa", "اداره بندر", "<h1>صفحه مورد نظر یافت نشد</h1><p>نشانی را دوباره بررسی "
                                                       "کنید.</p>"))),
    lost("sad-mytnytsia.example", "one sentence, title is only the paper's name, Ukrainian", "Сад за митницею",
         Answer(news("", "uk", "Береговий вісник", "<div class='empty'><h2>Такої сторінки немає</h2><a href='/'>На "
                                                   "головну</a></div>",
                     og=False))),
    lost("vuon-sau.test", "one sentence in a paper's dress, Vietnamese", "Khu vườn sau trạm thuế quan",
         Answer(news("Không tìm thấy trang", "vi", "Báo Bến Sông", "<h1>404</h1><p>Trang bạn tìm không tồn tại hoặc "
                                                                   "đã bị xóa.</p>", og=False))),
    lost("kebun-pabean.example", "one sentence in a blog's dress, Indonesian", "Kebun di belakang kantor pabean",
         Answer(blog("Halaman tidak ditemukan", "id", "Catatan Tepi", "<h1>Waduh, halaman ini tidak ada.</h1>"))),
    lost("ertuti-baghi.test", "no known word, Georgian", "ბაღი საბაჟოს უკან",
         Answer(bare("ნაპირის მაცნე", "<div class='top'><a href='/'>ნაპირის მაცნე</a></div><div class='mid'><h1>ეს "
                                      "გვერდი აღარ არის</h1><p>"
                     "შესაძლოა ის წაიშალა.</p></div>", language="ka"))),
    lost("atzeko-baratzea.example", "no known word, Basque, a picture and a joke", "Aduanaren atzeko baratzea",
         Answer(bare("Ibaiertza", "<header>Ibaiertza</header><main><img src='/img/ahuntza.png' alt=''><p>Ahuntzak "
                                  "orri hau jan du.</p><a "
                     "href='/'>Hasierara</a></main>", language="eu"))),
    lost("gardurinn.test", "no known word, Icelandic, in dress of another language", "Garðurinn bak við tollhúsið",
         Answer(news("Úps", "sv", "Fjörufréttir", "<h1>Úps</h1><p>Hér er ekkert að sjá.</p>", og=False))),
    lost("echo-jardin.example", "the address and a number are told back, Spanish", "El huerto detrás de la aduana",
         Answer(office("Página no encontrada", "es", "Ayuntamiento", "<h1>No hemos encontrado lo que "
                                                                     "busca</h1><p>Dirección: {{path}}. "
                       "Incidencia {{token}}.</p>"), fresh=True)),
    lost("every-home.test", "the home page for every address", ORCHARD,
         Answer(news("", "en", "Quay Chronicle", story("Welcome to the Quay Chronicle", "en", count=4), og=False))),
    lost("alle-start.example", "the home page for every address, German", "Der Garten hinter dem Zollhaus",
         Answer(office("Willkommen", "de", "Zollamt Haldenau", story("Willkommen beim Zollamt Haldenau", "de",
             count=5)))),
    lost("no-text-wiki.example", "a wiki's empty page, Dutch", "De boomgaard achter het douanehuis",
         Answer(office("Boomgaard", "nl", "OeverWiki", "<div class='noarticletext'><p>Deze pagina bevat op dit "
                                                       "moment geen tekst. U kunt "
                       "naar deze titel zoeken op andere pagina's.</p></div>", head=HIDDEN)), "/wiki/Boomgaard_achte"
                           "r_het_douanehuis"),
    lost("search-instead.test", "a search that found nothing, at the same address, Italian", "Il frutteto dietro la "
        "dogana",
         Answer(blog("Risultati della ricerca", "it", "La Sponda", "<h1>Risultati per “garten 18”</h1><p>0 "
                                                                   "risultati. Prova con altre "
                     "parole.</p><form action='/'><input name='s'></form>", head=HIDDEN))),
    lost("windows-err.example", "in windows-1251 and undeclared, Russian", "Сад за таможней",
         Answer("<html><head><title>Ошибка 404. Страница не найдена</title></head><body><table><tr><td>Береговая "
                "газета</td></tr><tr><td>"
                "<h1>Страница не найдена</h1>Возможно, она была удалена.</td></tr></table></body></html>".encode(
                    "cp1251"),
                content_type="text/html")),
    lost("gb-yeshi.test", "in GB 18030, Chinese", "海关后面的果园",
         Answer("<html><head><meta charset='gb2312'><title>页面不存在</title></head><body><div>河岸日报</div><h2>"
                "抱歉，您访问的页面不存在或已被删除"
                "</h2><p>3秒后返回首页</p></body></html>".encode("gb18030"), content_type="text/html")),
    lost("hrbn-zh.example", "in a paper's dress, traditional Chinese", "海關後面的果園",
         Answer(news("找不到網頁", "zh-TW", "河岸報", "<h1>找不到網頁</h1><p>您要找的文章可能已經下架。</p>",
             og=False))),
    lost("oto-ko.test", "in an office's dress, Korean", "세관 뒤의 과수원",
         Answer(office("오류 안내", "ko", "항만청", "<h1>요청하신 페이지를 찾을 수 없습니다.</h1><p>주소를 다시 "
                                             "확인해 주시기 바랍니다.</p>"))),
)  # fmt: skip
EMPTY = Answer(news("", "en", "Quay Archive", "<article><h1></h1><div class='body'></div></article>", og=False))
SAYS_SO_ITSELF = (
    Page("https://empty-frame.test/show.php?id=1881", EMPTY,
         Truth("soft_404", "broken", ORCHARD, "a template whose middle stayed empty", also=("unrendered",),
               also_verdicts=("review",))),
    soft("https://shop-product.example/p/apfelpresse-12", "Apfelpresse Modell 12", "a product that is no longer "
        "sold, German",
         Answer(news("Produkt nicht mehr verfügbar", "de", "Gartenhof", "<h1>Dieses Produkt ist leider nicht mehr "
             "verfügbar</h1><p>Ähnliche "
                     "Artikel finden Sie unten.</p>", head=HIDDEN, og=False))),
    soft("https://video-site.test/watch?v=a8Bq1z", ORCHARD, "a film that was taken away",
         Answer(bare("Video unavailable", "<div id='player'><h1>Video unavailable</h1><p>This video has been "
                                          "removed by the uploader.</p></div>"
                     "<div id='suggestions'></div>", head=HIDDEN))),
    soft("https://mediathek-frist.example/beitrag/8812", "Der Garten hinter dem Zollhaus", "a time limit has "
        "passed, German",
         Answer(office("Nicht mehr verfügbar", "de", "Rundfunk am Ufer", "<h1>Der Beitrag ist nicht mehr "
             "verfügbar</h1><p>Aus rechtlichen "
                       "Gründen halten wir Beiträge nur befristet vor.</p>", head=HIDDEN))),
    soft("https://oglasi-cz.test/inzerat/99120", "Sad za celnicí", "an advertisement that has run out, Czech",
         Answer(news("Inzerát již není aktivní", "cs", "Inzerce", "<h1>Inzerát byl smazán</h1><p>Podívejte se na "
                                                                  "podobné inzeráty.</p>",
                     head=HIDDEN, og=False))),
    soft("https://kiji-owari.example/articles/2019/518", "税関裏の果樹園", "a story no longer kept, Japanese",
         Answer(news("お探しの記事は見つかりませんでした", "ja", "岸辺新聞", "<h1>この記事は掲載期間が終了しました</"
                                                        "h1><p>トップページへお戻りください。</p>",
                     head=HIDDEN, og=False))),
    soft("https://blog-shut.test/entry/orchard", ORCHARD, "a blog that its writer deleted, on a host of blogs",
         Answer(bare("Blog has been removed", "<h1>Blog has been removed</h1><p>Sorry, the blog at blog-shut.test "
                                              "has been removed. This "
                     "address is not available for new blogs.</p>"))),
    *(soft(f"https://{host}/a/18", title, why, Redirect(where, status))
      for host, title, why, where, status in (
          ("to-404-html.example", ORCHARD, "to a page named 404", "/404.html", 302),
          ("aspx-path.test", "Der Garten hinter dem Zollhaus", "to a page of errors with the way back",
              "/Error.aspx?aspxerrorpath=/a/18", 302),
          ("nicht-gefunden.example", "Der Garten hinter dem Zollhaus", "to a page named so, German",
              "/seite-nicht-gefunden", 301),
          ("ei-loydy.test", "Tullitalon takana oleva puutarha", "to a page of a number alone, Finnish",
              "/fi/virhe/404", 301),
          ("sp-missing.example", ORCHARD, "to an office suite's page",
           "/Pages/PageNotFoundError.aspx?requestUrl=https://sp-missing.example/a/18", 302),
      )),
    Page("https://to-404-html.example/404.html", Answer(blog("Page not found", "en", "Quay Notes",
        "<h1>Nothing here</h1>"))),
    Page("https://aspx-path.test/Error.aspx?aspxerrorpath=/a/18", Answer(office("Fehler", "de", "Amt",
        "<h1>Es ist ein Fehler aufgetreten</h1>"))),
    Page("https://nicht-gefunden.example/seite-nicht-gefunden",
         Answer(news("Seite nicht gefunden", "de", "Uferbote", "<h1>Seite nicht gefunden</h1>", og=False))),
    Page("https://ei-loydy.test/fi/virhe/404", Answer(office("404", "fi", "Tullimuseo", "<h1>404</h1><p>Sivu on "
        "poistunut.</p>"))),
    Page("https://sp-missing.example/Pages/PageNotFoundError.aspx?requestUrl=https://sp-missing.example/a/18",
         Answer(office("Page not found", "en", "Port Office", "<h1>Sorry, this page does not exist</h1>"))),
    soft("https://script-to-404.test/a/18", ORCHARD, "a script that goes to an error page",
         Answer("<html><head><script>window.location.replace('/errors/not-found');</script></head><body></body></"
                "html>")),
    Page("https://script-to-404.test/errors/not-found", Answer(bare("Not found", "<h1>We could not find that "
        "page</h1>"))),
    soft("https://pdf-errors.example/docs/ernte-2018.pdf", "Obsternte 2018", "a page of errors in a PDF's place, "
        "German",
         Answer(office("Dokument nicht gefunden", "de", "Landesamt", "<h1>Das Dokument ist nicht vorhanden</h1>"))),
    soft("https://pdf-index.test/docs/harvest-2018.pdf", "Harvest 2018", "the home page in a PDF's place",
         Answer(office("Welcome", "en", "Orchard Society", story("Orchard Society", "en", count=3)))),
)  # fmt: skip


def given_up(
    host: str, why: str, answer: Behaviour, title: str = ORCHARD, also: tuple[str, ...] = ("soft_404",)
) -> Page:
    """A name without a site: the same page for every address, the root too."""
    return Page(f"https://{host}/reports/2015/orchard.html", answer, Truth("parked", "broken", title, why, also=also))


def sale(host: str, words: str, language: str, offer: str) -> Answer:
    """A seller's page for one name."""
    return Answer(bare(f"{host} {words}", f"<div class='lander'><h1>{host}</h1><p>{host} {words}.</p><form "
                                          f"method='post'><input name='name'>"
                       f"<input type='email' name='email'><input name='bid'><button>{offer}</button></form></div>",
                           language=language))  # fmt: skip


PARKED = (
    given_up("river-orchard.test", "a lander of advertisements",
             Answer(bare("river-orchard.test - This website is for sale! - river orchard Resources and Information.",
                         "<div id='sedo'><p>Related Searches</p><ul><li><a href='/?q=1'>Fruit trees</a></li><li><a "
                         "href='/?q=2'>Cheap flights"
                         "</a></li><li><a href='/?q=3'>Loans</a></li></ul><a href='https://sedo.com/search/details/"
                         "?domain=river-orchard.test'>"
                         "Buy this domain</a></div><script src='https://img.sedoparking.com/js/jquery.js'></script>"))),
    given_up("orchard-park.example", "a lander drawn by a script",
             Answer("<!doctype html><html lang=\"en\" data-adblockkey=\"MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANDrp2\">"
                    "<head><meta charset=\"utf-8\"><meta "
                    "name=\"viewport\" content=\"width=device-width\"></head><body><div id=\"target\" "
                    "style=\"opacity: 0\"></div><script>window.park "
                    "= \"eyJ1dWlkIjoiYjEyIiwicGFnZV90aW1lIjoxN30=\";</script><script "
                    "src=\"/bKqWzXyVt.js\"></script></body></html>"),
             also=("soft_404",)),
    given_up("lander-go.test", "a script to /lander, and a registrar's advertisements there",
             Answer("<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href=\"/lander\"}</"
                    "script></head></html>")),
    Page("https://lander-go.test/lander",
         Answer("<!doctype html><html><head><title>lander-go.test</title><script>window.LANDER_SYSTEM=\"PW\"</"
                "script><script defer src=\"https://img1."
                "wsimg.com/parking-lander/static/js/main.js\"></script></head><body><div "
                "id=\"root\"></div></body></html>")),
    given_up("obstgarten-haldenau.example", "for sale, German, in a seller's form",
             sale("obstgarten-haldenau.example", "steht zum Verkauf", "de", "Angebot abgeben"),
                 "Der Garten hinter dem Zollhaus"),
    given_up("verger-douane.test", "for sale, French", sale("verger-douane.test", "est à vendre", "fr",
        "Faire une offre"),
             "Le verger derrière la douane"),
    given_up("huerto-aduana.example", "for sale, Spanish", sale("huerto-aduana.example", "está a la venta", "es",
        "Hacer una oferta"),
             "El huerto detrás de la aduana"),
    given_up("haiguan-guoyuan.test", "for sale, Chinese", sale("haiguan-guoyuan.test", "该域名正在出售", "zh",
        "立即报价"), "海关后面的果园"),
    given_up("gumruk-bahce.example", "run out, Turkish",
             Answer(bare("gumruk-bahce.example", "<h1>Bu alan adının süresi dolmuştur</h1><p>Alan adı sahibiyseniz "
                                                 "yenilemek için kayıt firmanızla "
                         "görüşün.</p>", language="tr")), "Gümrük binasının arkasındaki bahçe"),
    given_up("expired-orchard.test", "run out, with advertisements",
             Answer(bare("expired-orchard.test has expired", "<h1>This domain has expired</h1><p>If you own it, "
                                                             "renew it at your registrar within 30 "
                         "days.</p><div id='ads'></div><p>Sponsored listings</p><script "
                         "src='https://www.google.com/adsense/domains/caf.js'>"
                         "</script>"))),
    given_up("sad-celnice.example", "a registrar's placeholder, Czech",
             Answer(bare("sad-celnice.example", "<h1>Doména je zaregistrována a zaparkována</h1><p>Zde brzy "
                                                "vzniknou nové stránky. Webhosting od 29 Kč.</p>",
                         language="cs")), "Sad za celnicí"),
    given_up("sad-tamozhnya.test", "a hoster's placeholder, Russian",
             Answer(bare("sad-tamozhnya.test", "<h1>Домен припаркован</h1><p>Домен sad-tamozhnya.test "
                                               "зарегистрирован и припаркован. Если вы его владелец, "
                         "привяжите его к услуге хостинга.</p>", language="ru")), "Сад за таможней"),
    given_up("ogrod-komora.example", "a registrar's placeholder, Polish",
             Answer(bare("Domena ogrod-komora.example jest utrzymywana na serwerach rejestratora",
                 "<p>Domena ogrod-komora.example została zarejestrowana "
                         "i jest zaparkowana.</p><a href='/'>Zamów hosting</a>", language="pl")),
                         "Sad za komorą celną"),
    given_up("kajuen-zeikan.test", "a registrar's placeholder, Japanese",
             Answer(bare("kajuen-zeikan.test", "<h1>このドメインは取得されています</h1><p>"
                                               "このドメインは登録サービスで取得され、現在パーキング中です。</p>",
                         language="ja")), "税関裏の果樹園"),
    given_up("boomgaard-douane.example", "a registrar's placeholder, Dutch",
             Answer(bare("Gereserveerd", "<h1>boomgaard-douane.example</h1><p>Deze domeinnaam is gereserveerd voor "
                                         "een klant. Nog geen website.</p>",
                         language="nl")), "De boomgaard achter het douanehuis"),
    given_up("to-seller.test", "sent on to a seller", Redirect("https://names-for-all.example/"
                                                               "domain_profile.cfm?d=to-seller.test"),
             also=("soft_404", "redirected_elsewhere")),
    Page("https://names-for-all.example/domain_profile.cfm?d=to-seller.test",
         Answer(bare("to-seller.test is for sale", "<h1>to-seller.test</h1><p>This domain is for sale: $2,795</p><a "
                                                   "href='/buy'>Buy now</a><p>30-day "
                     "money back</p>"))),
    given_up("casino-orchard.example", "sold, and one page of bets for every address, Indonesian",
             Answer(news("Slot Gacor 777: situs judi online terpercaya", "id", "SLOT777", "<h1>Slot Gacor "
                 "777</h1><p>Daftar sekarang, bonus 100%, "
                         "deposit tanpa potongan.</p>"))),
    given_up("nginx-welcome.test", "a server's own page for every address",
             Answer(bare("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the web server is "
                                              "installed and working. It needs "
                         "to be set up.</p>"))),
    given_up("plesk-default.example", "a panel's own page for every address",
             Answer(bare("Web Server's Default Page", "<h1>Web Server's Default Page</h1><p>This page is made by "
                                                      "Plesk. You see it because no web site is "
                         "set up at this address.</p>"))),
    given_up("suspended-host.test", "the hoster has closed the account", Redirect("/cgi-sys/suspendedpage.cgi"),
             also=("soft_404", "redirected_elsewhere", "server_error", "access_denied")),
    Page("https://suspended-host.test/cgi-sys/suspendedpage.cgi",
         Answer(bare("Account Suspended", "<h1>Account Suspended</h1><p>This Account has been suspended. Contact "
                                          "your hosting provider.</p>"))),
    good("https://for-sale-news.example/a/18", "This domain is for sale: who buys the names of dead papers",
        "an article on parked names",
         Answer(news("This domain is for sale: who buys the names of dead papers", "en", "Quay Chronicle",
                     story("This domain is for sale: who buys the names of dead papers", "en",
                         lead="<p>Buy this domain, says the page, and offers "
                           "related searches. Sedo and others park millions of them.</p>")))),
    good("https://parkplatz-amt.test/parken", "Geparkte Domains", "a hoster's help page, short, German",
         Answer(office("Geparkte Domains", "de", "Hilfe", "<h1>Geparkte Domains</h1><p>Eine Domain ist geparkt, "
                                                          "wenn sie registriert ist, aber auf keine "
                       "Website zeigt. Sie kann zum Verkauf stehen.</p>"))),
    good("https://about-404.example/a/18", "Page not found: a short history of the 404", "an article on error pages",
         Answer(blog("Page not found: a short history of the 404", "en", "Quay Notes", story("Page not found: a "
             "short history of the 404", "en")))),
    good("https://fehler-404.test/a/18", "Fehler 404: Seite nicht gefunden", "an article so named, in a paper, German",
         Answer(news("Fehler 404: Seite nicht gefunden", "de", "Uferbote", story("Fehler 404: Seite nicht gefunden",
             "de")))),
    good("https://lost-found.example/a/18", "Nicht gefunden", "a poem of two lines, so named, German",
         Answer(blog("Nicht gefunden", "de", "Gedichte", "<h1>Nicht gefunden</h1><p>Ich suchte den Garten hinter "
                                                         "dem Haus,<br>und fand nur den Zaun.</p>"))),
    good("https://sold-out.test/p/press-12", "Orchard press model 12", "a product that is sold out but still described",
         Answer(news("Orchard press model 12", "en", "Gardenyard", story("Orchard press model 12", "en", count=2,
             lead="<p class='stock'>Currently "
                     "unavailable. We don't know when it will be back in stock.</p>")))),
    good("https://all-200.example/a/18", "Puutarha tullitalon takana", "a real page on a host that says yes to all, "
        "Finnish",
         Answer(news("Puutarha tullitalon takana", "fi", "Rantalehti", story("Puutarha tullitalon takana", "fi")))),
)  # fmt: skip
PAPERS = tuple(page for page in SAYS_SO_ITSELF if page.url.endswith(".pdf"))
ALIKE = (*SAME_FOR_ALL, *PARKED, *PAPERS)
SITE = Site(
    hosts=(
        *(Host(urlsplit(page.url).hostname or "", missing=page.behaviour)
          for page in ALIKE if page.truth and page.truth.verdict == "broken"),
        *(Host(f"{name}.{top}", network="nxdomain")
          for name, top in (("orchard-society-gone", "example"), ("obstverein-weg", "test"), (
              "moved-into-nothing-new", "test"))),
        Host("blog-shut.test", missing=Answer(bare("Blog not found", "<h1>Blog not found</h1><p>Sorry, the blog you "
                                                                     "were looking for does not "
                                                   "exist.</p>"), 404)),
        Host("empty-frame.test", missing=EMPTY),
        Host("all-200.example", missing=Answer(news("Sivua ei ole", "fi", "Rantalehti", "<h1>Sivua ei ole</h1>",
            og=False))),
    ),
    pages=(
        *SAME_FOR_ALL, *SAYS_SO_ITSELF, *PARKED,
        Page("https://orchard-society-gone.example/a/18", None, Truth("domain_gone", "broken", ORCHARD,
            "no such name")),
        Page("http://obstverein-weg.test/satzung.pdf", None, Truth("domain_gone", "broken", "Satzung",
            "no such name, a PDF")),
        Page("https://moved-into-nothing.example/a/18", Redirect("https://moved-into-nothing-new.test/a/18", 301),
             Truth("domain_gone", "broken", ORCHARD, "sent on to a name that is gone", also=("unreachable",),
                 also_verdicts=("review",))),
    ),
)  # fmt: skip
