"""Error pages that never look the same twice, paywalls in further languages, blocks by others, pages about errors, and
good pages full of signs that mean nothing.

Written before any rule was read.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Close, CookieGate, Raw, Redirect, Sequence
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import pdf
from tests.web.sites.dressing import bare, blog, headlines, news, office, story, told
from tests.web.sites.making import good, soft, unclear

BRIDGE = "The last glass bridge"
HIDDEN = '<meta name="robots" content="noindex">'


def picks(language: str, seed: str, count: int = 25) -> str:
    """What a site recommends just now, another choice each time."""
    return "<div class='picks'>" + "".join(
        f"<a href='/p/{seed}{n}'>{text}</a> " for n, text in enumerate(headlines(language, seed,
            count))) + "</div>"  # fmt: skip


def shuffled(
    host: str, why: str, title: str, language: str, words: str, name: str, **more: tuple[str, ...]
) -> tuple[Page, Host]:
    """An error page whose recommendations differ from question to question."""
    first, other = (
        Answer(news(name, language, "Vitrine", words, after=picks(language, seed), og=False))
        for seed in ("now", "later")
    )
    truth = Truth("soft_404", "broken", title, why, **more)
    return Page(f"https://{host}/2018/11/18/pont.html", first, truth), Host(host, missing=other)


SHUFFLED = (
    shuffled("glazen-brug.example", "recommendations change, Dutch", "De laatste glazen brug", "nl",
        "<h1>Pagina niet gevonden</h1>", "Pagina niet gevonden"),
    shuffled("steklyannyi-most.test", "recommendations change, Russian", "Последний стеклянный мост", "ru",
        "<h1>404</h1><p>Такой страницы нет.</p>", "404"),
    shuffled("ponte-vidro.example", "recommendations change, the title is the paper's name alone, Portuguese",
        "A última ponte de vidro", "pt",
             "<h1>Ops! Não encontramos a página.</h1>", ""),
    shuffled("klaassild.test", "recommendations change, a language without known words (Estonian)",
        "Viimane klaassild", "fi", "<h1>Seda lehte enam pole</h1>", "",
             also=("unrendered", "redirected_elsewhere"), also_verdicts=("review",)),
)  # fmt: skip
ECHO_A = "<h1>No results for “the last glass bridge”</h1><p>0 items. Check the spelling.</p>"
ECHO_B = "<h1>No results for “qhzkwvtrmx”</h1><p>0 items. Check the spelling.</p>"
TELLS_BACK = (
    soft("https://echo-search.example/the-last-glass-bridge", BRIDGE, "a search for the words of the address, with "
        "none found",
         Answer(blog("Search results for “the last glass bridge”", "en", "Vitrine", ECHO_A))),
    soft("https://echo-error.test/articles/the-last-glass-bridge", BRIDGE, "an error page that tells the cited "
        "words back",
         Answer(news("Page not found", "en", "Vitrine", "<h1>Page not found</h1><p>We looked for “The last glass "
                                                        "bridge” and found nothing.</p>", og=False))),
    soft("https://insta-like.example/p/CkQ18/", BRIDGE, "a network's word for what is gone, with honest siblings",
         Answer(bare("Vitrine", "<h2>Sorry, this page isn't available.</h2><p>The link you followed may be broken, "
                                "or the page may have been removed.</p>"))),
    Page("https://small-group.test/posts/18", Answer(bare("Vitrine", "<h2>This content isn't available right "
                                                                     "now</h2><p>When this happens, it's usually "
                                                                     "because the owner only "
         "shared it with a small group of people, changed who can see it, or it was deleted.</p><a href='/'>Go to "
         "feed</a>")),
         Truth("soft_404", "broken", BRIDGE, "gone, or not for everyone", also=("access_wall",),
             also_verdicts=("review",))),
    Page("https://flagged-home.example/a/18", Redirect("/?error=404"), Truth("soft_404", "broken", BRIDGE,
        "to the home page with a flag in its address",
         also=("redirected_home",), also_verdicts=("review",))),
    Page("https://flagged-home.example/?error=404", Answer(news("", "en", "Vitrine", story("Vitrine today", "en",
        count=3), og=False))),
    Page("https://script-404.test/a/18", Answer("<html><head><title>404</title><script>location.replace('https://"
                                                "script-404.test/new/')</script></head></html>", 404),
         Truth("not_found", "broken", BRIDGE, "404 whose script goes to a new home")),
    Page("https://script-404.test/new/", Answer(news("", "en", "Vitrine", story("Vitrine new", "en"), og=False))),
)  # fmt: skip


def till(host: str, language: str, dress: str, title: str, words: str) -> Page:
    """A paper's page that stops after its beginning."""
    middle = f"<h1>{title}</h1>{told(dress, host, 1)}<div class='offer'>{words}<a href='/kiosk'>→</a></div>"
    return unclear(
        "access_wall", f"https://{host}/2210", title, f"paid, {language}", Answer(news(title, dress, "Vitrine", middle))
    )


TILLS = (
    till("nikkei-like.example", "Japanese", "ja", "最後のガラス橋", "<p>この記事は会員限定です。"
                                                             "登録すると続きをお読みいただけます。残り1200文字</p>"),
    till("caixin-like.test", "Chinese", "zh", "最后的玻璃桥", "<p>本篇文章为收费文章，余下70%请付费阅读。</p>"),
    till("avis-no.example", "Norwegian", "sv", "Den siste glassbroen", "<p>Denne saken er for abonnenter. Kjøp "
        "abonnement for å lese videre.</p>"),
    till("avis-dk.test", "Danish", "sv", "Den sidste glasbro", "<p>Artiklen er kun for abonnenter. Bliv abonnent og "
                                                               "læs videre.</p>"),
    till("novine-hr.example", "Croatian", "cs", "Posljednji stakleni most", "<p>Ovaj sadržaj dostupan je samo "
        "pretplatnicima. Pretplatite se.</p>"),
    till("vestnik-bg.test", "Bulgarian", "ru", "Последният стъклен мост", "<p>Статията е достъпна само за абонати. "
        "Абонирайте се, за да продължите.</p>"),
    till("dennik-sk.example", "Slovak", "cs", "Posledný sklenený most", "<p>Tento článok je určený iba pre "
        "predplatiteľov. Predplaťte si ho.</p>"),
    till("ruznameh.test", "Persian", "fa", "آخرین پل شیشه‌ای", "<p>ادامه این مطلب ویژه مشترکان است. برای خواندن "
                                                               "مشترک شوید.</p>"),
    till("akhbar-hi.example", "Hindi", "hi", "आख़िरी काँच का पुल", "<p>यह लेख केवल सब्सक्राइबर के लिए है। पूरा पढ़ने के "
                                                                   "लिए सब्सक्राइब करें।</p>"),
    till("khao-phreemiam.test", "Thai", "th", "สะพานแก้วสุดท้าย", "<p>บทความนี้สำหรับสมาชิกเท่านั้น "
                                                                  "สมัครสมาชิกเพื่ออ่านต่อ</p>"),
    Page("https://journal-abstract.example/article/18", Answer(office(BRIDGE, "en", "Journal of Bridges",
        f"<h1>{BRIDGE}</h1><h2>Abstract</h2>" + told("en", "ja", 2) +
         "<div class='access'><p>Access through your institution</p><p>Buy article PDF 39,95 €</p></div>",
         head=f"<meta name='citation_title' content='{BRIDGE}'>")),
         Truth("ok", "ok", BRIDGE, "a paper's summary, the paper itself is sold", also=("access_wall",),
             also_verdicts=("review",))),
    good("https://offer-page.test/abo", "Abonnements und Preise", "a price list that is itself cited, German",
         Answer(news("Abonnements und Preise", "de", "Vitrine", "<h1>Abonnements und Preise</h1><p>Digital: 9,90 € "
                                                                "im Monat. Weiterlesen mit Plus: jederzeit "
                                                                "kündbar.</p>" +
                     told("de", "abo", 2)))),
)  # fmt: skip
BLOCKS = (
    unclear("access_denied", "https://isp-block.example/a/18", "Последний стеклянный мост", "an access provider's "
        "page of the law, after a hop, Russian",
            Redirect("http://blackhole.provider-ru.test/?url=isp-block.example&id=18"), also=("redirected_elsewhere",
                "redirected_home", "access_wall", "bot_wall")),
    Page("http://blackhole.provider-ru.test/?url=isp-block.example&id=18", Answer(bare("Доступ ограничен",
        "<h1>Уважаемый абонент!</h1><p>Доступ к запрашиваемому ресурсу ограничен "
         "по решению органов власти.</p>", language="ru"))),
    unclear("access_denied", "https://dot-block.test/a/18", BRIDGE, "a ministry's order, with status 200",
            Answer(bare("Blocked", "<p>The requested web address has been blocked under an order of the Ministry. "
                                   "Please contact the nodal officer.</p>")),
            also=("access_wall", "bot_wall", "unrendered")),
    unclear("access_denied", "https://geo-pl.example/wideo/18", "Ostatni szklany most", "not for this country, with "
        "status 200, Polish",
            Answer(bare("Materiał niedostępny", "<h1>Materiał niedostępny w Twoim kraju</h1><p>Ze względu na prawa "
                                                "licencyjne.</p>", language="pl")),
            also=("access_wall", "bot_wall", "unrendered")),
    unclear("access_denied", "https://geo-jp.test/video/18", "最後のガラス橋", "not for this country, with status "
        "200, Japanese",
            Answer(bare("ご利用いただけません", "<p>お住まいの地域からはご視聴いただけません。</p>", language="ja")),
                also=("access_wall", "bot_wall", "unrendered")),
)  # fmt: skip


def about(url: str, title: str, language: str, why: str, count: int = 3, lead: str = "") -> Page:
    """An honest page whose title sounds like an error, a wall, a gate or a seller."""
    return good(
        url, title, why, Answer(office(title, language, "Handbook", story(title, language, count=count, lead=lead)))
    )


ABOUT = (
    about("https://docs-404.example/status/404", "404 Not Found", "en", "a handbook's page on a status",
        lead="<p>The server cannot find the requested resource.</p>"),
    about("https://docs-403.test/status/403", "403 Forbidden", "en", "a handbook's page on a status, short", 1),
    about("https://docs-410.example/status/410", "410 Gone", "fr", "a handbook's page on a status, French", 2),
    about("https://docs-503.test/status/503", "503 Service Unavailable", "de", "a handbook's page on a status, "
        "German", 2),
    about("https://verbotene-stadt.example/a", "Access denied: 403 Räume der Verbotenen Stadt", "de",
        "a museum's text"),
    about("https://datenschutz.test/d", "Ihre Privatsphäre ist uns wichtig", "de", "a privacy statement that is "
        "itself cited", 4,
          "<p>Wir verwenden Cookies und ähnliche Technologien.</p>"),
    about("https://politica-cookies.example/c", "Política de cookies", "es", "a statement on cookies that is itself "
        "cited", 3,
          "<p>Al hacer clic en Aceptar todo, usted acepta las cookies.</p>"),
    about("https://wartungsplan.test/w", "Wartungsarbeiten und Störungen", "de", "a railway's list of works, short", 1),
    about("https://stroyka.example/s", "Сайт на реконструкции: археологи вернулись", "ru", "a report on a dig", 3),
    about("https://coming-soon.test/f", "Coming soon: a film about glass", "en", "a film's page", 2),
    about("https://robot-mi.example/r", "Robot değilim", "tr", "an essay on robots, Turkish", 2),
    about("https://saisei.test/k", "お探しのページは見つかりませんでした", "ja", "a novel so named, Japanese", 3),
    about("https://yemian.example/k", "页面不存在", "zh", "a novel so named, Chinese", 3),
    about("https://captive.test/c", "Captive portal", "en", "a handbook's page on guest networks", 2),
    about("https://sale-list.example/l", "Domains zum Verkauf: die Preisliste des Vereins", "de",
        "a society's price list, short", 1),
    about("https://expired.test/e", "Expired: what becomes of medicines", "en", "a leaflet", 3),
    about("https://login-word.example/l", "Login", "it", "an entry of a dictionary, short, Italian", 1),
    about("https://loading-bay.test/l", "Loading", "en", "an entry on docks, short", 1),
)  # fmt: skip
PASSIVE = "https://sso.passive-check.example/silent?return=https%3A%2F%2Fpassive-check.example%2Fa%2F18"
TICKET = "https://passive-check.example/a/18?ticket=none"
SHIM = (
    '<head><noscript><META http-equiv="refresh" content="0;URL=https://glass-shim.test/story/18"></noscript>'
    "<title>https://glass-shim.test/story/18</title></head>"
    '<script>window.opener = null; location.replace("https:\\/\\/glass-shim.test\\/story\\/18")</script>'
)


def strewn(
    url: str, why: str, *, head: str = "", after: str = "", language: str = "en", title: str = BRIDGE, **more: object
) -> Page:
    """A whole page with something in it that a hasty reader takes for a sign."""
    return good(
        url,
        title,
        why,
        Answer(news(title, language, "Vitrine", story(title, language), head=head, after=after), **more),
    )  # type: ignore[arg-type]


STREWN = (
    strewn("https://noscript-refresh.example/a/18", "sends only those without scripts elsewhere",
        head="<noscript><meta http-equiv='refresh' content='0;url=/nojs.html'></noscript>"),
    strewn("https://self-refresh.test/a/18", "loads itself anew every five minutes", head="<meta http-equiv='refresh"
        "' content='300'>"),
    strewn("https://late-home.example/a/18", "goes home after half an hour", head="<meta http-equiv='refresh' "
        "content='1800;url=https://late-home.example/'>"),
    strewn("https://onclick.test/a/18", "scripts that go elsewhere when asked to", after="<button "
        "onclick=\"location.href='/'\">×</button><script>function out(){window.location.href="
           "'/login?next=/'}if(top!==self){top.location=self.location}</script>"),
    strewn("https://coding-name.example/a/18", "names a character set where a compression belongs",
        headers=(("Content-Encoding", "utf-8"),)),
    strewn("https://hidden-modal.test/a/18", "carries a hidden till and a hidden sign-in", after="<div class='paywal"
        "l-modal' style='display:none'><h2>Subscribe to continue reading</h2>"
           "</div><div id='login-modal' aria-hidden='true'><form><input type='password' name='p'></form></div>"),
    strewn("https://closed-comments.example/a/18", "an error in a box of the page", after="<div class='comments "
        "error'>Comments could not be loaded. 404 Not Found</div>"),
    strewn("https://robot-mail.test/a/18", "asks to be left out, and is whole, Vietnamese", head=HIDDEN,
        language="vi", title="Cây cầu kính cuối cùng"),
    strewn("https://upper.example/a/18", "the same title in capitals", title="THE LAST GLASS BRIDGE"),
    Page("https://passive-check.example/a/18", CookieGate("checked=1", Redirect(PASSIVE), Answer(news(BRIDGE, "en",
        "Vitrine", story(BRIDGE, "en")))),
         Truth("ok", "ok", BRIDGE, "asks another host in passing, and then shows the page")),
    Page(PASSIVE, Redirect(TICKET)),
    Page(TICKET, Redirect("https://passive-check.example/a/18", 302, (("Set-Cookie", "checked=1; Path=/"),))),
    good("https://tiny-link.example/Ab3", BRIDGE, "a shortener's page with scripts and a hint for those without",
        Answer("<html>" + SHIM + "</html>")),
    Page("https://glass-shim.test/story/18", Answer(news(BRIDGE, "en", "Vitrine", story(BRIDGE, "en")))),
)  # fmt: skip
ODD = (
    unclear("unrendered", "https://empty-200.example/a/18", BRIDGE, "success without a word", Answer(""),
        also=("unreachable", "soft_404")),
    good("https://frames-1999.test/muehle/", "Die Mühlenseiten", "a set of frames of 1999",
         Answer("<html><head><title>Die Mühlenseiten</title></head><frameset cols='20%,80%'><frame "
                "src='menu.htm'><frame src='haupt.htm'><noframes><body>Diese Seite braucht "
                "Frames.</body></noframes></frameset></html>")),
    good("https://feed-cited.example/feed.xml", "Mill notes", "a feed", Answer("<?xml version='1.0'?><rss "
        "version='2.0'><channel><title>Mill notes</title><item><title>"
         "The wheel stands</title></item></channel></rss>", content_type="application/rss+xml")),
    good("https://xhtml-strict.test/a/18", "Le dernier pont de verre", "a page sent as XML, French",
        Answer(blog("Le dernier pont de verre", "fr", "Le Rivage",
        story("Le dernier pont de verre", "fr")), content_type="application/xhtml+xml")),
    good("https://data-json.example/v1/mills/18", "Mill 18", "data", Answer('{"id":18,"name":"Mill '
        '18","opened":1781,"notes":"printed its own money"}',
                                                                             content_type="application/json")),
    good("https://scan-only.test/scan.pdf", BRIDGE, "a paper of pictures, without text or title", Answer(pdf("", [""]),
        content_type="application/pdf")),
    good("https://flaky-first.example/a/18", "El último puente de cristal", "a line that breaks at first, Spanish",
        Sequence((Close(),
        Answer(news("El último puente de cristal", "es", "La Orilla", story("El último puente de cristal", "es")))))),
    unclear("server_error", "https://always-500.test/a/18", BRIDGE, "500 with the whole dress of the site",
        Answer(news("Something went wrong", "en", "Quay Post",
            "<h1>Something went wrong</h1>"), 500)),
    unclear("access_denied", "https://calm-420.example/a/18", BRIDGE, "420", Answer("", 420,
        reason="Enhance Your Calm"), also=("rate_limited", "bot_wall")),
    unclear("unreachable", "https://choices-300.test/a/18", BRIDGE, "300 with a list and no address",
        Answer(bare("300 Multiple Choices", "<h1>Multiple Choices</h1><ul><li><a href="
            "'/a/l8'>/a/l8</a> (mistyped character)</li></ul>"), 300), also=("redirected_elsewhere", "not_found",
            "soft_404", "access_denied")),
    unclear("unreachable", "https://chunk-end.example/a/18", BRIDGE, "pieces that end too early, before a word of the "
                                                                   "text",
            Raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
                b"chunked\r\n\r\n1000\r\n<html><head>"), also=("timeout",)),
    soft("https://refresh-404.example/a/18", BRIDGE, "a page that sends on to an error page after a word",
        Answer(bare("Redirecting", "<p>One moment.</p>", head="<meta http-equiv="
         "'refresh' content='1;url=/notfound.php'>"))),
    Page("https://refresh-404.example/notfound.php", Answer(office("Not found", "en", "Mill office",
        "<h1>We looked everywhere</h1>"))),
)  # fmt: skip
SITE = Site(
    hosts=(
        *(host for _, host in SHUFFLED),
        Host("echo-search.example", missing=Answer(blog("Search results for “qhzkwvtrmx”", "en", "Vitrine", ECHO_B))),
        Host("echo-error.test", missing=Answer(news("Page not found", "en", "Vitrine", "<h1>Page not "
            "found</h1><p>We looked for “qhzkwvtrmx” and found nothing.</p>", og=False))),
    ),
    pages=(*(page for page, _ in SHUFFLED), *TELLS_BACK, *TILLS, *BLOCKS, *ABOUT, *STREWN, *ODD),
)  # fmt: skip
