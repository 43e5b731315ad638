"""Gates, walls and shells by other makers, encodings, and good pages that look like none.

Written before any of it was tried.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Page, Site, Truth
from tests.web.pages import article, page, styled_error
from tests.web.prose import paragraphs
from tests.web.sites.making import good, target, text, unclear

BUOY = "Who pays for the buoys"
JSON = "application/json; charset=utf-8"
LEAD = f"<h1>{BUOY}</h1><p>The buoys of the outer channel have been laid anew.</p>"


def _wall(host: str, why: str, answer: Answer) -> Page:
    return unclear("bot_wall", f"https://{host}/2019/buoys", BUOY, why, answer)


def _gate(host: str, why: str, answer: Answer | Redirect) -> Page:
    return unclear("access_wall", f"https://{host}/2019/buoys", BUOY, why, answer)


WALLS = (
    _wall("edge-header.test", "an empty 403 with a vendor's header alone",
          Answer("", 403, (("Server", "cloudflare"), ("cf-mitigated", "challenge")), content_type=None)),
    _wall("json-wall.test", "a captcha's address in JSON",
          Answer('{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=AHrl"}', 403,
                 (("X-DataDome", "protected"),), content_type=JSON)),
    _wall("waf-404.example", "a challenge under 404",
          Answer(page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>"), 404,
                 (("cf-mitigated", "challenge"),))),
    _wall("slider.test", "a slider to be moved, Chinese, 200",
          Answer(page("滑动验证页面", "<div id='nocaptcha' class='nc-container'></div><p>亲，请拖动下方滑块完成验证</p>"
                      "<script src='//g.alicdn.com/sd/ncpc/nc.js'></script>", language="zh"))),
    _wall("friendly.example", "a puzzle by a small maker, French",
          Answer(page("Vérification de sécurité", "<h1>Êtes-vous un humain ?</h1><p>Merci de patienter pendant la "
                      "vérification de votre navigateur.</p><div class='frc-captcha'></div>", language="fr"), 403)),
    _wall("press.test", "a button to be pressed, Spanish",
          Answer(page("Verificación", "<p>Antes de continuar, confirma que eres una persona.</p>"
                      "<div id='px-captcha'></div>", language="es"), 403)),
    _wall("go-away.example", "a proof of work in a few lines, 200",
          Answer(page("Checking you are not a bot", "<p>Please wait a moment while we ensure the security of your "
                      "connection.</p><script src='/.well-known/.git.gammaspectra.live/challenge.mjs'></script>"))),
)  # fmt: skip
GATES = (
    _gate("krant.example", "to a page of its publisher's that asks for consent",
          Redirect("https://myprivacy.uitgever.test/consent?siteKey=x&callbackUrl=https%3A%2F%2Fkrant.example%2F2019%2Fbuoys")),
    Page("https://myprivacy.uitgever.test/consent",
         Answer(page("Privacy", "<p>Wij gebruiken cookies.</p><button>Akkoord</button>", language="nl"))),
    _gate("pur.example", "advertisements or a subscription, in German",
          Answer(page("Hafenblatt", "<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie unsere Seite wie gewohnt mit "
                      "Werbung und Cookies, oder nutzen Sie das Pur-Abo für 2,99 € im Monat.</p><button>Akzeptieren "
                      "und weiter</button><button>Zum Pur-Abo</button>", language="de"))),
    _gate("pelnoletni.test", "asks for the age, in Polish",
          Answer(page("Winiarnia", "<h2>Czy masz ukończone 18 lat?</h2><a href='?ok'>Tak, wejdź</a> <a href='/out'>Nie"
                      "</a>", language="pl"))),
    _gate("vosemnadtsat.example", "asks for the age, in Russian",
          Answer(page("Бар", "<p>Вам уже исполнилось 18?</p><button>Да</button><button>Нет</button>", language="ru"))),
    _gate("meter.test", "so many articles a month, and no more",
          Answer(page(BUOY, LEAD + "<p>You’ve reached your limit of free articles. Get unlimited access for $1 a "
                      "week.</p><button>See my options</button>"))),
    _gate("limite.example", "the same in Spanish",
          Answer(page(BUOY, LEAD + "<p>Has alcanzado tu límite de artículos gratuitos. Suscríbete por 1 € al mes.</p>",
                      language="es"))),
    _gate("yuryo.test", "for paying members, in Japanese",
          Answer(page(BUOY, LEAD + "<p>この記事は有料会員限定です。残り1,234文字。会員登録はこちら。</p>",
                      language="ja"))),
    _gate("abonnement.example", "for subscribers, in Norwegian",
          Answer(page(BUOY, LEAD + "<p>For å lese denne saken må du ha abonnement.</p><a href='/kjop'>Kjøp</a>",
                      language="no"))),
    _gate("campus.test", "to the sign-in of a university",
          Redirect("https://adfs.uni.test/adfs/ls/?SAMLRequest=fZJN&RelayState=ss%3Amem%3A1")),
    Page("https://adfs.uni.test/adfs/ls/", Answer(page("Sign In", "<form><input type=password></form>"))),
    _gate("doorman.test", "to a sign-in page that forgets where one came from", Redirect("/members/login")),
    Page("https://doorman.test/members/login",
         Answer(page("Members", "<form><input name=u><input type=password name=p><button>Enter</button></form>"))),
    _gate("two-steps.example", "the first of two steps of signing in, Korean",
          Answer(page("로그인", "<h1>로그인</h1><form><input name='id'><button>다음</button></form>", language="ko"))),
    Page("https://premium.test/2019/buoys", Redirect("/plus/2019/buoys", 301),
         Truth("access_wall", "review", BUOY, "moved, and behind payment", also=("moved",), also_verdicts=("fix",))),
    Page("https://premium.test/plus/2019/buoys",
         Answer(page(BUOY, LEAD + "<p>Jetzt weiterlesen mit Hafen+. Bereits Abonnent? Anmelden.</p>", language="de"))),
)  # fmt: skip
SHELLS = tuple(
    unclear("unrendered", f"https://{host}/2019/buoys", BUOY, why, Answer(page(title, body)))
    for host, title, why, body in (
        ("ng.test", "Harbour", "Angular", "<app-root></app-root><script src='main.4f.js' type=module></script>"),
        ("flutter.example", "harbour_app", "Flutter", "<script src='flutter_bootstrap.js' async></script>"),
        ("quasar.test", "Harbour", "Quasar", "<div id=q-app></div><script src='/js/app.js'></script>"),
        ("skeleton.example", "Harbour", "Next, with its skeleton",
         "<div id='__next'><div class='sk'></div><div class='sk'></div></div><script src='/_next/a.js'></script>"),
        ("schakel-in.test", "Haven", "asks for JavaScript in Dutch",
         "<noscript>Schakel JavaScript in om deze site te gebruiken.</noscript><b></b><script src=a.js></script>"),
        ("frames.example", "Harbour", "a frameset",
         "</body><frameset cols='20,80'><frame src='/m'><frame src='/t'></frameset>"),
    )
)  # fmt: skip
CYRILLIC, KANA, CHINESE = "Кто платит за буи", "ブイの費用は誰が払うのか", "谁来支付浮标的费用"
WRITTEN = (
    good("https://cp1251.test/b", CYRILLIC, "named in the page alone",
         Answer(article(CYRILLIC, language="ru").replace("utf-8", "windows-1251").encode("cp1251", "replace"),
                content_type="text/html")),
    good("https://sjis.test/b", KANA, "named in the header alone",
         Answer(article(KANA, language="ja").replace('<meta charset="utf-8">', "").encode("cp932", "replace"),
                content_type="text/html; charset=Shift_JIS")),
    good("https://wide.test/b", BUOY, "two bytes a letter, with a mark", Answer(article(BUOY).encode("utf-16"),
         content_type="text/html")),
    good("https://gb.test/b", CHINESE, "an old name of the encoding",
         Answer(article(CHINESE, language="zh").replace("utf-8", "gb2312").encode("gb18030"),
                content_type="text/html; charset=GB2312")),
    good("https://lied.test/b", "Qui paie les bouées", "called UTF-8, and is not",
         Answer(article("Qui paie les bouées", language="fr").encode("latin-1", "replace"))),
    good("https://xhtml.test/b", BUOY, "XHTML under its own type",
         Answer(article(BUOY), content_type="application/xhtml+xml")),
    good("https://typeless.test/b", BUOY, "no type at all", Answer(article(BUOY), content_type=None)),
    good("https://entities.test/b", "Who pays for the buoys & beacons", "entities twice",
         Answer(article("Who pays for the buoys &amp;amp; beacons"))),
)  # fmt: skip
ODDLY_WRITTEN = frozenset(one.url for one in WRITTEN)
FINE = (
    good("https://play.test/404", "Error 404: a play in three acts", "a play of that name"),
    good("https://meldung.test/kurz", "Hafen gesperrt", "forty words",
         Answer(page("Hafen gesperrt", "<h1>Hafen gesperrt</h1><p>Der Hafen ist seit heute früh wegen einer gesunkenen "
                     "Barge gesperrt. Die Hafenmeisterei rechnet mit zwei Tagen.</p>", language="de"))),
    good("https://sitename.test/a/17", BUOY, "its title names the site alone",
         Answer(article("Gazette", heading=BUOY, suffix=False, seed="sitename"))),
    good("https://all200.example/real", BUOY, "a host that shows its home page for what it does not know"),
    good("https://payessay.test/e", "Subscribe to continue reading: an essay", "an essay on paying",
         text("Subscribe to continue reading: an essay", "pay")),
    good("https://abstract.test/doi/full/88", BUOY, "an abstract, with an offer of the whole",
         Answer(page(BUOY, LEAD + "".join(f"<p>{p}</p>" for p in paragraphs("abstract", count=3))
                     + "<a href='/login'>Institutional login</a><button>Purchase PDF</button>"))),
    good("https://banner.test/x", BUOY, "a consent banner over a text",
         text(BUOY, "banner", before="<div id='onetrust-banner-sdk'>We use cookies.<button>Accept All Cookies</button>"
              "<button>Reject All</button></div>")),
    good("https://comments.test/x", BUOY, "a captcha below the comments",
         text(BUOY, "comments", after="<form><div class='g-recaptcha'></div><button>Post</button></form>")),
    good("https://newsletter.test/x", BUOY, "a form to sign in beside the text",
         text(BUOY, "newsletter", after="<form action='/login'><input type=password><button>Log in</button></form>")),
    good("https://notes.test/n.txt", "WHO PAYS FOR THE BUOYS", "plain text",
         Answer("WHO PAYS FOR THE BUOYS\n\n" + "\n\n".join(paragraphs("plain")), content_type="text/plain")),
    good("https://lostpages.test/h", "The page you are looking for: a history of broken links", "a history of errors"),
    Page("https://errorsite.test/missing-page", Answer(styled_error("404", "Not found."), 404),
         Truth("not_found", "broken", BUOY, "an honest 404")),
    target("https://all200.example/", "All about harbours", count=2),
)  # fmt: skip
SITE = Site(pages=(*WALLS, *GATES, *SHELLS, *WRITTEN, *FINE))
