"""Walls of vendors in their newer forms, and honest pages with the marks of vendors, in the dress of whole sites.

Written blind, with `dressed_gates` to `odd_forms`: from how sites behave, before any rule was read or tried on them.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.web.behaviours import Answer, Behaviour, Pairs, Redirect
from tests.web.model import Host, Page, Site
from tests.web.sites.dressing import bare, blog, news, office, story
from tests.web.sites.making import good, unclear

FERRY = "The ferry that no longer runs at night"
CF: Pairs = (("Server", "cloudflare"), ("CF-RAY", "8e1f0a2b3c4d5e6f-FRA"), ("Cache-Control", "private, no-store"))
CF_SCRIPT = (
    "<script>(function(){{window._cf_chl_opt={{cvId:'3',cZone:'{0}',cType:'managed',cRay:'8e1f0a2b3c4d5e6f',cH:'x.y',"
    "cUPMDTk:'/r?__cf_chl_tk=q1',cFPWv:'b'}};var a=document.createElement('script');a.src='/cdn-cgi/"
    "challenge-platform/h/"
    "b/orchestrate/chl_page/v1?ray=8e1f0a2b3c4d5e6f';document.head.appendChild(a)}}());</script>"
)
SPIN = '<div class="main-wrapper" role="main"><div class="main-content"><noscript>{}</noscript></div></div>'


def bot(
    host: str, why: str, answer: Behaviour, title: str = FERRY, *, also: tuple[str, ...] = (), path: str = "/2021/ferry"
) -> Page:
    """A page behind a vendor's wall, whatever is asked for."""
    return unclear("bot_wall", f"https://{host}{path}", title, why, answer, also=also)


CLOUDFLARE = (
    bot("faehre-nachts.example", "managed challenge, German",
        Answer(bare("Nur einen Moment…", SPIN.format("Aktivieren Sie JavaScript und Cookies, um fortzufahren") +
                    CF_SCRIPT.format("faehre-nachts.example"), language="de"), 403, (*CF, ("cf-mitigated",
                        "challenge"))),
        "Die Nachtfähre fährt nicht mehr"),
    bot("barco-noche.test", "managed challenge, Spanish, header lost on the way",
        Answer(bare("Un momento…", SPIN.format("Habilita JavaScript y las cookies para continuar") +
                    CF_SCRIPT.format("barco-noche.test"), language="es"), 403, CF), "El barco que ya no sale de noche"),
    bot("yoru-no-fune.example", "managed challenge on a 503, Japanese",
        Answer(bare("しばらくお待ちください...", SPIN.format("続行するには JavaScript と Cookie を有効にしてください") +
                    CF_SCRIPT.format("yoru-no-fune.example"), language="ja"), 503, CF), "夜の渡し船の終わり"),
    bot("challenge-404.test", "a challenge sent with a 404",
        Answer(bare("Just a moment...", SPIN.format("Enable JavaScript and cookies to continue") +
                    CF_SCRIPT.format("challenge-404.test")), 404, (*CF, ("cf-mitigated", "challenge")))),
    bot("blocked-by-rule.example", "blocked outright by a rule",
        Answer(bare("Attention Required! | Cloudflare", '<div id="cf-wrapper"><div id="cf-error-details"><h1 '
                    'data-translate="block_headline">Sorry, you have been blocked</h1><h2>You are unable to access '
                    'this '
                    'site</h2><p>What you did set off the protection of this site. Ray ID: <strong>8e1f0a2b3c4d5e6f'
                    '</strong></p></div></div>'), 403, CF), also=("access_denied",)),
    bot("error-1015.example", "a rate limit by the vendor, with its error page",
        Answer(bare("Access denied | error-1015.example used Cloudflare to restrict access",
                    '<div id="cf-error-details"><h1><span>Error</span> <span>1015</span></h1><h2>You are being rate '
                    'limited</h2><p>The owner of this website has banned you temporarily.</p></div>'), 429, CF),
        also=("rate_limited",)),
    bot("nagusame.test", "a widget alone on the page with status 200, Portuguese",
        Answer(bare("Verificação de segurança", "<h1>Só falta um passo</h1><p>Confirme que é uma pessoa.</p><form "
                    "method='post' action='/__verify'><div class='cf-turnstile' data-sitekey='0x4AAAAAAA' "
                    "data-callback='done'></div></form><script src='https://challenges.cloudflare.com/turnstile/v0/"
                    "api.js' async defer></script>", language="pt")), "A balsa que já não sai à noite"),
)  # fmt: skip
PX = (
    "<script>window._pxAppId='PXq8Zt1b2c';window._pxJsClientSrc='/q8Zt1b2c/init.js';window._pxUuid='f2c1';"
    "window._pxHostUrl='/q8Zt1b2c/xhr';</script><script src='/q8Zt1b2c/captcha/captcha.js?a=c&m=0'></script>"
)
OTHER_VENDORS = (
    bot("bac-de-nuit.test", "DataDome, captcha",
        Answer(bare("bac-de-nuit.test", "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script "
                    "data-cfasync='false'>var dd={'rt':'c','cid':'AHrlqAAA','hsh':'9D463B50','t':'bv','qp':'',"
                    "'s':46743,"
                    "'e':'5c','host':'geo.captcha-delivery.com','cookie':'x'}</script><script src='https://ct."
                    "captcha-delivery.com/c.js'></script>"), 403, (("X-DataDome", "protected"), ("X-DD-B", "1"),
                    ("Set-Cookie", "datadome=abc; Path=/; Secure"))), "Le bac qui ne passe plus la nuit"),
    bot("traghetto.example", "HUMAN, press and hold, Italian",
        Answer(bare("Accesso a questa pagina negato", "<h1>Prima di continuare…</h1><p>Tieni premuto per confermare di "
                    "essere una persona (e non un bot).</p><div id='px-captcha'></div>" + PX, language="it"), 403),
        "Il traghetto che non parte più di notte"),
    bot("px-json.test", "HUMAN, answered as data",
        Answer('{"appId":"PXq8Zt1b2c","jsClientSrc":"/q8Zt1b2c/init.js","firstPartyEnabled":true,"uuid":"f2c1",'
               '"hostUrl":"/q8Zt1b2c/xhr","blockScript":"/q8Zt1b2c/captcha/captcha.js?a=c"}', 403,
               content_type="application/json"), also=("access_denied",)),
    bot("reference-18.example", "Akamai, a refusal with a reference",
        Answer("<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don't have "
               'permission to access "http&#58;&#47;&#47;reference&#45;18&#46;example&#47;2021&#47;ferry" on this '
               'server.<P>'
               "\nReference&#32;&#35;18&#46;2d351ab8&#46;1732260000&#46;1a2b3c4d\n<P>https&#58;&#47;&#47;errors&#46;"
               "edgesuite&#46;net&#47;18&#46;2d351ab8</P>\n</BODY>\n</HTML>\n", 403, (("Server", "AkamaiGHost"),),
               content_type="text/html")),
    bot("sec-cpt.test", "Akamai, work to be done first, 428",
        Answer(bare("Challenge Validation", "<div id='sec-if-cpt-container'><div class='behavioral-content'></div><div "
                    "id='sec-bc-text-container'>Powered and protected by</div></div><script src='/_sec/cp_challenge/"
                    "ak-challenge-4-3.js'></script>"), 428), also=("access_denied",)),
    bot("incident.example", "Imperva, a frame with an incident number, 200",
        Answer('<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><script '
               'src="/_Incapsula_'
               'Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script></head><body style="margin:0"><iframe '
               'id="main-'
               'iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1-0&incident_id=887000510-422&edet=12&cinfo=04" '
               'frameborder=0>Request unsuccessful. Incapsula incident ID: 887000510-422</iframe></body></html>',
               200, (("X-Iinfo", "9-1-0 0NNN RT(173 0) q(0 -1 -1 0)"),), content_type="text/html")),
    bot("pardon.test", "Imperva, an interruption with status 200",
        Answer(bare("Pardon Our Interruption", "<div class='container'><h1>Pardon Our Interruption</h1><p>Something "
                                               "about "
                    "your browser looked like a bot to us.</p><ul><li>You move very fast.</li><li>Cookies are off.</li>"
                    "</ul><p><strong>ID:</strong> <code>1b2c3d4e-91aa</code></p></div><script>var reeseSkip="
                    "1;window.onProtectionInitialized=function(p){}</script><script src='/dfl-Wra/tn.js?d=x' async>"
                    "</script>", head="<meta name='robots' content='noindex, nofollow'>"))),
    bot("waf-202.example", "AWS WAF, silent challenge, 202",
        Answer("<!DOCTYPE html><html lang='en'><head><title></title><script>window.awsWafCookieDomainList=[];window."
               "gokuProps={'key':'AQID','iv':'A6x','context':'9oP'};</script><script src='https://de5282c3.edge.sdk."
               "awswaf.com/de5282c3/token/challenge.js'></script></head><body><div "
               "id='challenge-container'></div><script>"
               "AwsWafIntegration.getToken().then(()=>location.reload(true))</script><noscript><h1>JavaScript is "
               "disabled"
               "</h1></noscript></body></html>", 202, (("x-amzn-waf-action", "challenge"), ("Server", "CloudFront")))),
    bot("waf-405.test", "AWS WAF, picture puzzle, 405",
        Answer(bare("Human Verification", "<div id='captcha-container'></div><script "
                                          "src='https://x.captcha-sdk.awswaf.com/"
                    "x/jsapi.js'></script><script>CaptchaScript.renderCaptcha(document.querySelector('#captcha-conta"
                    "iner'"
                    "))</script>"), 405, (("x-amzn-waf-action", "captcha"),))),
    bot("checkpoint-v.example", "Vercel checkpoint",
        Answer(bare("Vercel Security Checkpoint", "<div id='root'><p id='header-text'>We're verifying your browser</p>"
                    "<p id='footer-text'>Vercel Security Checkpoint | fra1::1732260000-x</p></div>"), 429,
               (("x-vercel-mitigated", "challenge"), ("x-vercel-challenge-token", "2.17"), ("Server", "Vercel")))),
    bot("anubis-de.test", "Anubis with status 200, German, whole letter of its makers",
        Answer(bare("Stelle sicher, dass du kein Bot bist!", "<main><h1 id='title'>Stelle sicher, dass du kein Bot "
                                                             "bist!"
                    "</h1><img src='/.within.website/x/cmd/anubis/static/img/pensive.webp?v=1.21'><p id='status'>Laden…"
                    "</p><details><summary>Warum sehe ich das?</summary><p>Der Betreiber schützt den Dienst damit vor "
                    "Programmen, die ganze Websites abgreifen. Dazu muss Ihr Browser eine Rechenaufgabe "
                    "lösen.</p></details>"
                    "</main><script id='anubis_version' type='application/json'>\"v1.21.3\"</script><script id="
                    "'anubis_challenge' type='application/json'>{\"rules\":{\"difficulty\":4}}</script>",
                    language="de")),
        "Die Nachtfähre fährt nicht mehr"),
    bot("kpsdk.example", "Kasada",
        Answer("<!DOCTYPE html><html><head></head><body><script>window.KPSDK={};KPSDK.now=Date.now;"
               "KPSDK.start=KPSDK.now();"
               "</script><script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/"
               "ips.js?"
               "KP_UIDz=0x'></script></body></html>", 429, (("x-kpsdk-ct", "0Aq"), ("x-kpsdk-r", "1-AA")))),
    bot("support-id.test", "BIG-IP ASM, status 200",
        Answer("<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please "
               "consult with "
               "your administrator.<br><br>Your support ID is: 1417245519018276103<br><br><a "
               "href='javascript:history.back"
               "();'>[Go Back]</a></body></html>", content_type="text/html")),
    bot("tspd.example", "BIG-IP, a script to run first, status 200",
        Answer("<html>\n<head>\n<meta http-equiv=\"Pragma\" content=\"no-cache\"/>\n<script "
               "type=\"text/javascript\">(function"
               "(){window.rJbg=!!window.rJbg;try{(function(){var z=7})()}catch(e){}})();</script>\n<script "
               "type=\"text/javascript"
               "\" src=\"/TSPD/0840f4c1d2ab2000e6?type=10\"></script>\n<noscript>Please enable JavaScript to view "
               "the page "
               "content.<br/>Your support ID is: 0840f4c1d2.</noscript>\n</head><body>\n</body></html>\n")),
    bot("sucuri-id.test", "Sucuri",
        Answer(bare("Sucuri WebSite Firewall - Access Denied", "<div id='main-container'><h1>Access Denied - Sucuri "
                                                               "Website "
                    "Firewall</h1><table><tr><td>Your IP:</td><td>192.0.2.7</td></tr><tr><td>Block "
                    "ID:</td><td>BOT019</td>"
                    "</tr></table></div>"), 403, (("X-Sucuri-ID", "16013"), ("Server", "Sucuri/Cloudproxy")))),
    bot("wordfence-503.example", "Wordfence, 503",
        Answer(bare("Your access to this site has been limited", "<h1>Your access to this site has been limited by "
                                                                 "the site "
                    "owner</h1><p>Block Reason: Exceeded the maximum number of requests per minute for crawlers.</p>"
                    "<p>Generated by Wordfence at Sun, 22 Nov 2026 6:00:12 GMT.</p>"), 503, (("Retry-After", "300"),)),
        also=("rate_limited",)),
    bot("parom-nochyu.test", "DDoS-Guard, Russian",
        Answer(bare("DDoS-Guard", "<h1>Проверка браузера перед переходом на сайт parom-nochyu.test</h1><p>Включите "
                    "JavaScript и cookies.</p><script src='/.well-known/ddos-guard/js-challenge/index.js'></script>",
                    language="ru"), 403, (("Server", "ddos-guard"),)), "Паром больше не ходит ночью"),
    bot("aliyun-wall.example", "a Chinese cloud's script instead of the page, 200",
        Answer("<html><script>\nvar arg1='3000176000856006061501533003690027800375';\nvar "
               "_0x4818=['csKHwqMI','ZsKJwr8V'];"
               "(function(a,b){setCookie('acw_sc__v2',a);document.location.reload()})(arg1,0x1);\n</script></html>\n",
               200, (("Set-Cookie", "acw_tc=76b2; path=/; HttpOnly"),)), "夜间停航的渡船", also=("unrendered",)),
    bot("ruishu-412.test", "a wall of Chinese authorities, 412",
        Answer("<!DOCTYPE html><html><head><meta charset='utf-8'><meta content='9Fb2c' id='9DhefwqGPrzGxEp9hPaoag' "
               "r='m'>"
               "<script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=47701;$_ts.cd='qxrs';</script><script src="
               "'/Bqp3Ok/7kQ.294cc83.js' r='m'></script></head><body></body></html>", 412), "夜间停航的渡船",
        also=("access_denied", "unrendered")),
    bot("arvan-gozar.example", "an Iranian vendor's passage, Persian",
        Answer(bare("در حال انتقال به سایت مورد نظر هستید...", "<h1>در حال بررسی مرورگر شما</h1><p>پس از چند لحظه "
                                                               "به سایت "
                    "منتقل می‌شوید.</p><script src='/__arcsjs/challenge.js'></script>", language="fa"), 403,
               (("Server", "ArvanCloud"),)), "لنجی که شب‌ها نمی‌رود", also=("access_denied",)),
    bot("client-challenge.test", "Fastly's challenge, 200",
        Answer(bare("Client Challenge", "<noscript><div class='message'>JavaScript is disabled in your "
                                        "browser.<br>A required "
                    "part of this site could not load.</div></noscript><div class='loading-spinner'></div><script "
                    "src='/_fs-"
                    "ch-1T1wmsGaOgGaSxcX/script.js'></script>")), also=("unrendered",)),
    bot("linked-999.example", "999 with a script that goes to a wall",
        Answer('<html><head>\n<script type="text/javascript">\nwindow.onload=function(){var '
               'trk="bf";window.location.href='
               '"https://"+location.host+"/authwall?trk="+trk+"&sessionRedirect="+encodeURIComponent(location.href)}\n'
               "</script>\n</head></html>", 999, reason="Request denied"), path="/pulse/night-ferry"),
    bot("hcaptcha-paso.test", "hCaptcha before a site, Spanish, 403",
        Answer(bare("Un paso más", "<h1>Complete la comprobación para continuar</h1><form method='post'><div class="
                    "'h-captcha' data-sitekey='c4'></div><button>Enviar</button></form><script "
                    "src='https://js.hcaptcha.com/"
                    "1/api.js' async></script>", language="es"), 403), "El barco que ya no sale de noche"),
    bot("snoo-network.example", "a forum's own block, 403 in the site's dress",
        Answer(bare("Blocked", "<div class='theme'><h1>whoa there, pardner!</h1><p>You've been blocked by network "
                               "security."
                    "</p><p>Log in to continue, or use your developer token. If this is a mistake, file a "
                    "ticket.</p></div>"),
               403), path="/r/ferries/comments/1a2b3c/night", also=("access_denied",)),
    bot("perimeter-line.test", "a waiting room with a place in the line",
        Redirect("https://line.perimeter-line.test/?c=ferry&e=night&"
                 "t=https%3A%2F%2Fperimeter-line.test%2F2021%2Fferry"),
        also=("access_wall", "rate_limited", "redirected_elsewhere")),
    Page("https://line.perimeter-line.test/?c=ferry&e=night&t=https%3A%2F%2Fperimeter-line.test%2F2021%2Fferry",
         Answer(bare("You are now in line", "<div id='lbHeaderH2'>You are now in line</div><p>When it is your turn "
                                            "you have "
                     "10 minutes to enter.</p><div id='MainPart_lbUsersInLineAheadOfYou'>1,204</div><script "
                     "src='https://"
                     "static.queue-it.net/script/queueclient.min.js'></script>"))),
    bot("sorry-page.example", "a search company's apology, on 429 after a hop",
        Redirect("/sorry/index?continue=https://sorry-page.example/2021/ferry&q=EgQ"), also=("rate_limited",)),
    Page("https://sorry-page.example/sorry/index?continue=https://sorry-page.example/2021/ferry&q=EgQ",
         Answer(bare("https://sorry-page.example/2021/ferry", "<form id='captcha-form' method='post'><div "
                                                              "id='recaptcha' class="
                     "'g-recaptcha' data-sitekey='6L'></div></form><b>About this page</b><p>Our systems have "
                     "detected unusual "
                     "traffic from your computer network.</p>"), 429)),
    bot("baidu-yan.test", "a picture to turn, after a hop, Chinese, 200",
        Redirect("https://wappass.baidu-yan.test/static/captcha/tuxing_v2.html?ak=c2&"
                 "backurl=https%3A%2F%2Fbaidu-yan.test%2F"
                 "2021%2Fferry"), "夜间停航的渡船", also=("access_wall",)),
    Page("https://wappass.baidu-yan.test/static/captcha/tuxing_v2.html?ak=c2&"
         "backurl=https%3A%2F%2Fbaidu-yan.test%2F2021%2F"
         "ferry", Answer(bare("安全验证", "<div class='timeout hide'><h2>网络不给力，请稍后重试</h2></div><div "
                                      "class='passMod_"
                              "slide'>拖动左侧滑块使图片为正</div><script src='/static/mkd.js'></script>",
                              language="zh"))),
)  # fmt: skip
CARRIED = (
    good("https://jsd-carrier.example/2021/ferry", FERRY, "an article with the vendor's quiet script and its mail "
                                                          "guard",
         Answer(news(FERRY, "en", "Harbour Post", story(FERRY, "en"), after="<p>Write to <a "
             "href='/cdn-cgi/l/email-protection#"
                     "5a3b' class='__cf_email__'>[email&#160;protected]</a></p><script>(function(){function c(){var "
                     "b=a."
                     "contentDocument;window.__CF$cv$params={r:'8e1f0a',t:'MTc='};var "
                     "a=document.createElement('script');a."
                     "src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'}})();</script>"), headers=CF)),
    good("https://comment-turnstile.test/notte", "Il traghetto che non parte più di notte", "a widget in the "
        "comment form",
         Answer(blog("Il traghetto che non parte più di notte", "it", "La Sponda", story("Il traghetto che non "
             "parte più di "
                     "notte", "it") + "<form id='commentform' method='post'><textarea "
                                      "name='comment'></textarea><div class="
                     "'cf-turnstile' data-sitekey='0x4A'></div><button>Invia</button></form>"))),
    good("https://sensor-px.example/2021/ferry", FERRY, "an article with a vendor's sensor and cookies",
         Answer(news(FERRY, "en", "Ticket Desk", story(FERRY, "en"), head=PX.partition("<script src")[0]),
                headers=(("Set-Cookie", "_px3=ab; Path=/"), ("Set-Cookie", "_abck=0F~-1~; Path=/"), ("X-DataDome",
                    "protected")))),
    good("https://resource-tail.test/doc/18", "Paromul de noapte", "a short page with Imperva's script at its end",
         Answer(office("Paromul de noapte", "ro", "Portul Dolna", story("Paromul de noapte", "ro", count=2),
             after="<script src="
                       "'/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3&ns=1' async></script>"),
                headers=(("X-Iinfo", "9-1-0"), ("X-CDN", "Imperva")))),
    good("https://tspd-whole.example/2021/08", "Το νυχτερινό πέρασμα", "a whole page with BIG-IP's script in its head",
         Answer(office("Το νυχτερινό πέρασμα", "el", "Λιμεναρχείο", story("Το νυχτερινό πέρασμα", "el"),
             head="<script src='/"
                       "TSPD/0840f4?type=10'></script><noscript>Please enable JavaScript to view the page "
                       "content.</noscript>"))),
    good("https://about-walls.test/bots", "Just a moment: how websites learned to fear robots", "an article on walls",
         Answer(news("Just a moment: how websites learned to fear robots", "en", "Harbour Post",
                     story("Just a moment: how websites learned to fear robots", "en", lead="<p>“Verify you are "
                           "human”, says the page, and shows a Ray ID. Access denied, says another, with a reference. "
                           "“Sorry, you have been blocked.” We asked those who write these lines, at Cloudflare, "
                           "DataDome and Akamai.</p>")))),
    good("https://captcha-geschichte.example/k", "Ich bin kein Roboter", "an essay on captchas, short, German",
         Answer(blog("Ich bin kein Roboter", "de", "Randnotizen", story("Ich bin kein Roboter", "de", count=2,
             lead="<p>Bitte "
                     "bestätigen Sie, dass Sie ein Mensch sind: der Satz des Jahrzehnts.</p>")))),
    good("https://access-denied-film.test/review", "Access Denied: the story of a locked harbour",
        "a review of a film so named",
         Answer(blog("Access Denied: the story of a locked harbour", "en", "Reel Notes",
                     story("Access Denied: the story of a locked harbour", "en", count=3)))),
    good("https://anubis-temple.example/wiki/Anubis", "Anubis", "on the god of that name",
         Answer(office("Anubis", "en", "Museum of Haldenau", story("Anubis", "en", lead="<img src='/img/"
             "anubis.webp' alt='Anubis, "
                       "who weighs the heart'>")))),
    good("https://badge-form.test/kontakt", "Úřad přístavu: kontakt", "a contact form with a badge, short, Czech",
         Answer(office("Úřad přístavu: kontakt", "cs", "Úřad přístavu", "<h1>Úřad přístavu: kontakt</h1><p>Úřední "
             "hodiny: pondělí a "
                       "středa, 8–12.</p><form method='post'><textarea name='z'></textarea><div class='g-recaptcha' "
                       "data-sitekey="
                       "'6L'></div><button>Odeslat</button></form><script src='https://www.google.com/recaptcha/"
                       "api.js'></script>"))),
)  # fmt: skip
SITE = Site(
    hosts=tuple(
        Host(urlsplit(page.url).hostname or "", missing=page.behaviour)
        for page in (*CLOUDFLARE, *OTHER_VENDORS)
        if page.truth and isinstance(page.behaviour, Answer)
    ),
    pages=(*CLOUDFLARE, *OTHER_VENDORS, *CARRIED),
)
