"""Lesser known walls, names given up, hosts on which a made-up address proves nothing, moves.

Written after `newer_walls` to `odd_forms` were scored and before any rule was read.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import pdf
from tests.web.sites.dressing import bare, blog, headlines, lines, news, office, story, told
from tests.web.sites.making import good, unclear

MILL = "The paper mill that printed its own money"
DE, FR = "Die Papiermühle, die ihr eigenes Geld druckte", "Le moulin qui imprimait sa monnaie"
ES = "El molino que imprimía su moneda"


def wall(host: str, why: str, answer: Answer, title: str = MILL, also: tuple[str, ...] = ()) -> Page:
    """A page behind a maker's wall, whatever is asked for."""
    return unclear("bot_wall", f"https://{host}/2020/07/mill", title, why, answer, also=also)


WALLS = (
    wall("sgcaptcha.example", "a hoster's puzzle, 202 and sent on by the page itself",
         Answer("<html><head><link rel=\"icon\" href=\"data:;\"><meta http-equiv=\"refresh\" "
                "content=\"0;/.well-known/sgcaptcha/?r=%2F2020%2F07%2Fmill&y=ipc:"
                "192.0.2.7:1732260000.1\"></meta></head></html>", 202, (("SG-Captcha", "challenge"),)),
                also=("unrendered",)),
    wall("imunify.test", "a hoster's wait, Imunify360, 200",
         Answer(bare("One moment, please...", "<div class='loader'></div><h1>Please wait while your request is "
                                              "being verified...</h1><script>(function(){var "
                     "t=function(){location.reload()};setTimeout(t,5000)})();</script><script>var "
                     "wsidchk='8124';</script>",
                     head="<meta http-equiv='refresh' content='5'>")), also=("unrendered",)),
    wall("aes-free.example", "a free hoster's cookie by a script, 200",
         Answer("<html><body><script type=\"text/javascript\" src=\"/aes.js\" ></script><script>function "
                "toNumbers(d){var e=[];return e}var a=toNumbers(\"f655ba\""
                "),c=toNumbers(\"8bd1\");document.cookie=\"__test=\"+c+\"; path=/\"; "
                "location.href=\"https://aes-free.example/2020/07/mill?i=1\";</script><noscript>"
                "This site requires Javascript to work, please enable Javascript in your "
                "browser</noscript></body></html>"), also=("unrendered",)),
    wall("lsrecap.test", "LiteSpeed's verification, 200",
         Answer(bare("Bot Verification", "<div class='panel'><h2>Verifying that you are not a robot...</h2><div "
                                         "id='recaptchadiv'></div></div><script src='https://"
                     "www.recaptcha.net/recaptcha/api.js?onload=onloadCallback&render=explicit'></script><form "
                     "action='/.lsrecap/recaptcha?' method='POST' "
                     "id='lsrecaptcha-form'></form>"))),
    wall("sucuri-js.example", "Sucuri, a cookie by a script, 200",
         Answer("<html><title>You are being redirected...</title>\n<noscript>Javascript is required. Please enable "
                "javascript before you are allowed to see this page."
                "</noscript>\n<script>var s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js='',"
                "S='cz0iMHN';L=S.length;</script></html>",
                headers=(("X-Sucuri-ID", "16013"),)), also=("unrendered",)),
    wall("dd-device.test", "DataDome, a check of the device",
         Answer(bare("dd-device.test", "<p id='cmsg'>Veuillez activer JS et désactiver tout bloqueur de "
                                       "publicité</p><script>var dd={'rt':'i','cid':'AHr','hsh':'9D'"
                     ",'b':1221,'s':46743,'host':'geo.captcha-delivery.com'}</script><script "
                     "src='https://ct.captcha-delivery.com/i.js'></script>",
                     language="fr"), 403, (("X-DataDome", "protected"), ("x-dd-b", "2"))), FR),
    wall("px-block.example", "HUMAN, denied, German, 403",
         Answer(bare("Der Zugriff auf diese Seite wurde verweigert.", "<div id='px-captcha'></div><p>Bitte "
             "bestätigen Sie, dass Sie ein Mensch sind. Referenz-ID "
                     "#f2c1</p><script>window._pxAppId='PXab12';window._pxBlockedUrl='/2020';</script>",
                     language="de"), 403), DE),
    wall("checking-connection.test", "Cloudflare's older words, French, 503",
         Answer(bare("Un instant…", "<div id='challenge-running'>Vérification de la sécurité de la "
                                    "connexion</div><script src='/cdn-cgi/challenge-platform/h/g/"
                     "orchestrate/jsch/v1?ray=8e'></script>", language="fr"), 503, (("Server", "cloudflare"),)), FR),
    wall("vercel-refuses.example", "Vercel, denied", Answer(bare("403: Forbidden", "<p>403: Forbidden</p><p>Code: "
        "FORBIDDEN</p><p>ID: fra1::x-1732</p>"), 403,
         (("x-vercel-mitigated", "deny"), ("Server", "Vercel"))), also=("access_denied",)),
    wall("anubis-fr.test", "Anubis in front of a forge, French, 200",
         Answer(bare("Vérification que vous n'êtes pas un bot !", "<h1>Vérification que vous n'êtes pas un bot "
                                                                  "!</h1><img "
                                                                  "src='/.within.website/x/cmd/anubis/static/"
                     "img/pensive.webp'><script id='anubis_challenge' type='application/json'>{}</script><script "
                     "src='/.within.website/x/cmd/anubis/static/js/"
                     "main.mjs' type='module'></script>", language="fr")), FR),
    wall("perfdrive.example", "Radware's puzzle", Answer(bare("Radware Bot Manager Captcha", "<h2>We apologize for "
        "the inconvenience…</h2><p>…but your activity on "
         "this site made us think that you are a bot.</p><form><div class='h-captcha'></div></form><script "
         "src='https://cdn.perfdrive.com/captcha-public/x.js'>"
         "</script>"))),
    wall("bunny-shield.test", "Bunny Shield, 403", Answer(bare("Establishing a secure connection ...",
        "<div id='shield'></div><script src='/.bunny-shield/"
         "assets/challenge.js'></script>"), 403, (("Server", "BunnyCDN-DE1-860"),)), also=("access_denied",)),
    wall("eo-bot.example", "a Chinese cloud's check, Tencent EdgeOne",
         Answer(bare("安全验证", "<p>正在检查您的浏览器，请稍候…</p><script>"
                             "window.__TENCENT_CHAOS_STACK=function(){};document.cookie='__tst_status=1#'</script>",
                             language="zh"),
                567), "自印钞票的纸坊", also=("server_error", "unrendered")),
    wall("visitor-weibo.test", "a network's system for visitors, Chinese",
         Answer(bare("Sina Visitor System", "<span id='message'></span><script>var "
                                            "url=window.location.href;window.use_fp='1';incarnate(tid,'',c);</script>"
                     "<script src='/js/visitor/mini_original.js'></script>", language="zh")), "自印钞票的纸坊",
                     also=("unrendered", "access_wall")),
    wall("smart-ya.example", "Yandex's puzzle shown in place, Russian",
         Answer(bare("Ой!", "<form method='POST' class='CheckboxCaptcha' action='/checkcaptcha?key=1'><h1>"
                            "Подтвердите, что запросы отправляли вы, а не робот</h1><input "
                     "type='submit' id='js-button' value='Я не робот'></form><script src='/captchapgrd'></script>",
                     language="ru")), "Мельница, печатавшая деньги"),
)  # fmt: skip


def left(
    host: str, why: str, body: str, title: str, language: str, head: str = "", path: str = "/docs/2012/mill.html"
) -> Page:
    """A name given up: the same for every address."""
    return Page(
        f"https://{host}{path}",
        Answer(bare(host, body, language=language, head=head)),
        Truth("parked", "broken", title, why, also=("soft_404",)),
    )


def placard(host: str, words: str) -> str:
    """A name, and what its maker says of it."""
    return f"<main><h1>{host}</h1><p>{words}</p></main>"


NAMES = (
    left("mulino-moneta.example", "for sale, Italian", placard("mulino-moneta.example", "Questo dominio è in "
        "vendita. Fai un'offerta."), "Il mulino", "it"),
    left("moinho-moeda.test", "for sale, Portuguese", placard("moinho-moeda.test", "Este domínio está à venda."),
        "O moinho", "pt"),
    left("papierowy-mlyn.example", "for sale, Polish", placard("papierowy-mlyn.example", "Ta domena jest na "
        "sprzedaż. Złóż ofertę."), "Młyn", "pl"),
    left("satilik-degirmen.test", "for sale, Turkish", placard("satilik-degirmen.test", "Bu alan adı satılıktır. "
        "Teklif verin."), "Değirmen", "tr"),
    left("asiab-forush.example", "for sale, Persian", placard("asiab-forush.example", "این دامنه به فروش می‌رسد."),
        "آسیاب", "fa"),
    left("tahuna-bay.test", "for sale, Arabic", placard("tahuna-bay.test", "هذا النطاق معروض للبيع."), "الطاحونة",
        "ar"),
    left("mylos-poleitai.example", "for sale, Greek", placard("mylos-poleitai.example", "Το domain πωλείται."),
        "Ο μύλος", "el"),
    left("domein-panmae.test", "for sale, Korean", placard("domein-panmae.test", "이 도메인은 판매 중입니다."),
        "제지소", "ko"),
    left("ten-mien-ban.example", "for sale, Vietnamese", placard("ten-mien-ban.example", "Tên miền này đang được "
        "bán."), "Nhà máy giấy", "vi"),
    left("mlyn-prodazh.test", "for sale, Ukrainian", placard("mlyn-prodazh.test", "Цей домен продається."), "Млин",
        "uk"),
    left("kvarn-parkerad.example", "parked, Swedish", placard("kvarn-parkerad.example", "Domänen är parkerad. Här "
        "finns ännu ingen webbplats."), "Kvarnen", "sv"),
    left("mylly-varattu.test", "reserved, Finnish", placard("mylly-varattu.test", "Tämä verkkotunnus on varattu "
        "asiakkaallemme."), "Paperimylly", "fi"),
    left("dominio-aruba.example", "a hoster's sign, Italian", placard("dominio-aruba.example",
        "Dominio registrato. Il sito è in costruzione."), "Il mulino", "it"),
    left("park-two.test", "a lander drawn by a script, another maker's", "<div id='main'></div><script>var "
        "ads_label='Sponsored Listings';var domain='park-two.test';"
         "</script><script src='https://www.google.com/adsense/domains/caf.js?abp=1'></script><script "
         "src='https://c.parkingcrew.net/scripts/sale_form.js'></script>",
         MILL, "en"),
    Page("https://ww-hop.example/docs/2012/mill.html", Redirect("http://ww25.ww-hop.example/docs/2012/"
                                                                "mill.html?subid1=20261122-0600"),
         Truth("parked", "broken", MILL, "sent on to a numbered name with a lander", also=("soft_404",))),
    Page("https://cuenta-suspendida.test/docs/mill.html", Answer(bare("Cuenta suspendida", "<h1>Esta cuenta ha sido "
        "suspendida</h1><p>Póngase en contacto con su proveedor de "
         "alojamiento.</p>", language="es")), Truth("parked", "broken", ES, "closed by the hoster, for every "
             "address, Spanish",
                                                    also=("soft_404", "server_error", "access_denied", "access_wall"),
                                                        also_verdicts=("review",))),
    Page("https://website-expired.example/mill", Answer(bare("Website Expired", "<h1>Website Expired</h1><p>This "
        "account has expired. If you own this site, log in to bring it "
         "back.</p>")), Truth("parked", "broken", MILL, "a builder's account has run out, for every address",
         also=("soft_404",))),
)  # fmt: skip
LANDER = Answer("<!doctype html><html data-adblockkey='MFww'><head><meta charset='utf-8'></head><body><div "
                "id='target'></div><script>window.park='eyJ1'</script><script src='/bZx.js'>"
                "</script><noscript>ww-hop.example may be for sale. <a href='https://www.names.example/ww-hop'>Buy "
                "this domain</a>. Related searches</noscript></body></html>")  # fmt: skip

RETITLED = Answer(
    news(
        "Mill town looks back on its banknotes",
        "en",
        "Quay Post",
        story("Mill town looks back on its banknotes", "en", lead="<p>" + MILL + " is a film now.</p>"),
    )
)
RETITLED_DE = Answer(news("Wie eine Mühle zu Geld kam", "de", "Uferbote", story("Wie eine Mühle zu Geld kam", "de")))
NOTICE = office(
    "Dienstanweisung 14/2020",
    "de",
    "Papieramt",
    "<h1>Dienstanweisung 14/2020</h1><p>Der Mühlgraben ist bis Mai gesperrt.</p>",
)
NOTHING = office("Hinweis", "de", "Papieramt", "<h1>Hinweis</h1><p>Die Seite wurde leider nicht gefunden.</p>")
MENU = (
    "<ul>"
    + "".join(f"<li><a href='/t/{n}'>{text}</a></li>" for n, text in enumerate(headlines("fr", "menu", 160)))
    + "</ul>"
)
BULLETIN = blog(
    "Bulletin nº 7", "fr", "Le Moulin", "<h1>Bulletin nº 7</h1><p>La roue est arrêtée jusqu'à Pâques.</p>", after=MENU
)
LOST_FR = blog(
    "Rien ici", "fr", "Le Moulin", "<h1>Rien ici</h1><p>Cette adresse ne correspond à aucun article.</p>", after=MENU
)
NOTHING_PROVED = (
    good("https://slug-ignored.example/2020/07/mill-prints-money-18812", MILL, "the number decides; the headline "
        "has changed since, the old one stands in the text",
         RETITLED),
    good("https://slug-ignored-de.test/artikel/18812/papiermuehle-geld", None, "the number decides, the words "
        "behind it are ignored, no title given", RETITLED_DE),
    Page("https://slug-retitled.example/artikel/18812/papiermuehle-geld", RETITLED_DE,
         Truth("ok", "ok", DE, "the number decides, the words behind it are ignored, and the headline is another now",
             also_verdicts=("review",))),
    good("https://slug-goes-back.test/questions/18812/who-printed", "Who printed the mill's money?",
        "made-up words are sent to the right ones",
         Answer(blog("Who printed the mill's money?", "en", "Mill answers", story("Who printed the mill's money?",
             "en")))),
    good("https://schwere-kleidung.example/da/14-2020.html", None, "a notice of one sentence in heavy dress, on a "
                                                                   "host that says yes to all, no title given, "
                                                                   "German", Answer(NOTICE)),
    good("https://bulletin-lourd.test/b/7", "Bulletin nº 7", "a notice of one sentence among 160 links, on a host "
                                                             "that says yes to all, French", Answer(BULLETIN)),
    Page("https://bulletin-nu.example/b/7", Answer(BULLETIN), Truth("ok", "ok", "Avis aux riverains",
        "the same, cited under words that it does not bear", also_verdicts=("review",),
                                                                       also=())),
    good("https://home-for-lost.test/a/18", "Młyn, który drukował pieniądze", "a real page on a host that sends all "
        "lost ones home, Polish",
         Answer(news("Młyn, który drukował pieniądze", "pl", "Głos Brzegu", story("Młyn, który drukował pieniądze",
             "pl")))),
    good("https://translated.example/a/18", "The mill that printed money", "cited in translation, a page in Czech "
        "on a host that knows its own",
         Answer(news("Mlýn, který tiskl peníze", "cs", "Břeh", story("Mlýn, který tiskl peníze", "cs")))),
    good("https://one-pager.test/project", "Mill money: a project", "a site of one page, the same for every address",
         Answer(blog("Mill money: a project", "en", "Mill money", story("Mill money: a project", "en", count=4)))),
    good("https://probe-limited.example/a/18", "Бумажная мельница", "a page without the title's words, on a host "
                                                                    "that refuses a second question, Russian",
         Answer(news("Как мельница печатала деньги", "ru", "Береговая газета", story("Как мельница печатала деньги",
             "ru")))),
)  # fmt: skip


def shifted(url: str, title: str | None, why: str, behaviour: Behaviour, **more: tuple[str, ...]) -> Page:
    """A page that has moved for good."""
    return Page(url, behaviour, Truth("moved", "fix", title, why, **more))


SHIFTS = (
    shifted("https://pdf-shifted.example/dl/18.pdf", MILL, "a paper at a new address", Redirect("https://"
        "media.pdf-shifted.example/2020/mill.pdf", 301)),
    Page("https://media.pdf-shifted.example/2020/mill.pdf", Answer(pdf(MILL, lines("en", "mill", 14)),
        content_type="application/pdf")),
    shifted("https://index-old.test/index.html", "Verein der Papiermühlen", "an old home page's name to the root",
        Redirect("/", 301), also=("ok",), also_verdicts=("ok",)),
    Page("https://index-old.test/", Answer(blog("Verein der Papiermühlen", "de", "Verein der Papiermühlen",
        story("Verein der Papiermühlen", "de", count=3)))),
    good("https://night-302.example/mill", FR, "302 to the night edition at the root's side", Redirect("/nuit/moulin",
        302)),
    Page("https://night-302.example/nuit/moulin", Answer(news(FR, "fr", "Le Rivage", story(FR, "fr")))),
    unclear("redirected_elsewhere", "https://year-shift.test/reports/2014/annual.html", "Annual report 2014 of the "
        "paper mill", "301 to the same report of another year",
            Redirect("/reports/2023/annual.html", 301)),
    Page("https://year-shift.test/reports/2023/annual.html", Answer(office("Annual report 2023 of the paper mill",
        "en", "Paper mill",
         story("Annual report 2023 of the paper mill", "en", count=3)))),
    unclear("redirected_elsewhere", "https://service-over.example/maps/18", "Karte der Papiermühlen",
        "the service has ended, and says so at another address, German",
            Redirect("https://blog.service-over.example/abschied", 301)),
    Page("https://blog.service-over.example/abschied", Answer(blog("Wir sagen Auf Wiedersehen", "de", "Kartendienst",
        story("Wir sagen Auf Wiedersehen", "de", count=2,
         lead="<p>Am 1. März haben wir den Kartendienst eingestellt.</p>")))),
    unclear("redirected_home", "https://refresh-header.test/news/18", ES, "a header that sends on to the root, "
        "Spanish", Answer("", headers=(("Refresh", "0; url=/"),))),
    Page("https://refresh-header.test/", Answer(news("", "es", "La Orilla", story("Portada", "es", count=3),
        og=False))),
    unclear("redirected_home", "https://inst-home.example/cgi-bin/doc.pl?id=18", DE, "303 to a welcome page, German",
        Redirect("/willkommen.html", 303), also=("redirected_elsewhere",)),
    Page("https://inst-home.example/willkommen.html", Answer(office("Willkommen", "de", "Papieramt",
        story("Willkommen im Papieramt", "de", count=3)))),
)  # fmt: skip
SAME = (*WALLS, *NAMES)
SITE = Site(
    hosts=(
        *(Host(urlsplit(page.url).hostname or "", missing=page.behaviour) for page in SAME),
        Host("ww25.ww-hop.example", missing=LANDER),
        Host("slug-ignored-de.test", missing=RETITLED_DE),
        Host("slug-retitled.example", missing=RETITLED_DE),
        Host("slug-goes-back.test", missing=Redirect("/questions/18812/who-printed", 301)),
        Host("schwere-kleidung.example", missing=Answer(NOTHING)),
        Host("bulletin-lourd.test", missing=Answer(LOST_FR)),
        Host("bulletin-nu.example", missing=Answer(LOST_FR)),
        Host("home-for-lost.test", missing=Redirect("/", 302)),
        Host("one-pager.test", missing=Answer(blog("Mill money: a project", "en", "Mill money",
            story("Mill money: a project", "en", count=4)))),
        Host("probe-limited.example", missing=Answer("", 429)),
    ),
    pages=(*WALLS, *NAMES, *NOTHING_PROVED, *SHIFTS, Page("https://home-for-lost.test/", Answer(news("", "pl",
        "Głos Brzegu", told("pl", "h", 3), og=False)))),
)  # fmt: skip
