"""Twenty systems, part three: gates (payment, sign-in, consent, age), each in the words of its country."""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Pairs, Redirect
from tests.web.model import Page, Truth
from tests.web.sites.dressing import lines
from tests.web.sites.making import unclear
from tests.web.sites.systems_dress import look

FORM = (
    "<form method='post'><label>{0}</label><input name='user'><input type='password' "
    "name='pass'><button>{1}</button></form>"
)


def _till(url: str, kind: str, language: str, site: str, title: str, box: str, shown: int, quote: str = "") -> Page:
    """A paper's page: heading, the beginning of the story, the till."""
    gap = "" if language in {"ja", "zh", "th"} else " "
    begun = "".join(f"<p>{gap.join(lines(language, f'{url}{n}', 2))}</p>" for n in range(shown))
    middle = f"<h1>{title}</h1>{begun}<div class='c-end'>{box}</div>"
    head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    answer = Answer(look(kind, title, language, site, middle, head if kind == "paper" else ""))
    return Page(
        url,
        answer,
        Truth("access_wall", "review", title, f"a till after the beginning, in {language}", quote=quote or None),
    )


TILLS = (
    _till("https://lecourrier-quai.example/enquete/ports-18", "paper", "fr", "Le Courrier du Quai",
        "L'enquête des ports", "<h2>Il vous reste 85 % de cet article à lire</h2><p>La suite est réservée aux "
        "abonnés.</p><a href='/abo'>S'abonner</a>", 1, "les registres du port furent brûlés un dimanche soir"),
    _till("https://kaigan-shimbun.test/articles/ASP18", "paper", "ja", "海岸新聞", "灯台守の帳簿",
        "<p>この記事は会員限定です。残り1,234文字</p><a href='/plan'>有料会員に登録して続きを読む</a>", 1),
    _till("https://harbor-daily-kr.example/article/18", "paper", "ko", "항만일보", "사라진 등대",
        "<p>이 기사는 유료 회원 전용입니다.</p><a href='/s'>구독하고 계속 읽기</a>", 1,
        "등대의 불은 그날 밤 다시 켜지지 않았다"),
    _till("https://haaretz-hayam.test/opinion/1.18", "paper", "he", "עיתון הים", "הנמל שנשכח",
        "<p>לקריאת הכתבה המלאה יש לרכוש מינוי</p><a href='/offer'>הצטרפו עכשיו</a>", 1),
    _till("https://ebbletter.example/p/on-sluices", "letter", "en", "Ebb Letter", "On sluices", "<h2>This post is "
        "for paid subscribers</h2><button>Subscribe</button><a href='/sign-in'>Already a paid subscriber? Sign "
        "in</a>", 0),
    _till("https://gazeta-dolna.test/raport-18", "paper", "pl", "Gazeta Dolna", "Raport o jazach",
        "<p>Pozostało 78% artykułu. Wykup dostęp, aby przeczytać dalej.</p>", 1),
    _till("https://kauppa-satama.example/artikkeli/18", "paper", "fi", "Satamatalous", "Satamamaksujen hinta",
        "<p>Tämä sisältö on vain tilaajille.</p><a>Tilaa</a><a>Kirjaudu</a>", 1),
    _till("https://efimerida-akti.test/arthro/18", "paper", "el", "Ακτή", "Το λιμάνι που χάθηκε",
        "<p>Το άρθρο είναι διαθέσιμο μόνο για συνδρομητές.</p><a>Γίνετε συνδρομητής</a>", 1),
    _till("https://sahil-gazete.example/dosya/18", "paper", "tr", "Sahil", "Limanın hesabı",
        "<p>Devamını okumak için abone olun.</p><a>Abone ol</a>", 1),
    Page("https://metered-coast.example/2019/ledger", Answer(look("paper", "The ledger of the lamp", "en",
        "Coast Daily", "<h1>The ledger of the lamp</h1><p>The keeper wrote down every ship that did not come home, "
        "and signed each line.</p><div class='gate'><h3>You have read your last free article</h3><p>Subscribe to "
        "continue reading</p></div>",)), Truth("access_wall", "review", "The ledger of the lamp",
        "a till below the very words that are quoted",
        quote="every ship that did not come home, and signed each line", also=("ok",), also_verdicts=("ok",),)),
)  # fmt: skip


def _gate(url: str, title: str | None, why: str, behaviour: Behaviour, *also: str) -> Page:
    return unclear("access_wall", url, title, why, behaviour, also=also)


def only(kind: str, head: str, language: str, site: str, middle: str, status: int = 200, headers: Pairs = ()) -> Answer:
    return Answer(look(kind, head, language, site, middle), status, headers)


SSO = only(
    "bare", "Web Login Service", "en", "", "<h1>Log in to Coast Repository</h1>" + FORM.format("Username", "Login")
)
LOGIN_UK = only("joomla", "Вхід", "uk", "Архів", FORM.format("Логін", "Увійти"))
LOGIN_PL = only(
    "forum",
    "Forum - Zaloguj",
    "pl",
    "Forum",
    "<p>Musisz się zalogować, aby czytać to forum.</p>" + FORM.format("Login", "OK"),
)
CONSENT_DE = only("bare", "Zustimmung erforderlich", "de", "", "<h1>Mit Werbung weiterlesen oder "
    "Pur-Abo</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking.</p><button>Akzeptieren und "
    "weiter</button><a href='/pur'>Pur für 3,99 "
    "€/Monat</a>")  # fmt: skip
CONSENT_NL = only("bare", "Cookies", "nl", "Havenkrant", "<h1>Havenkrant en onze partners</h1><p>Geef toestemming "
    "voor cookies om "
    "verder te gaan.</p><button>Akkoord</button><button>Instellingen</button>")  # fmt: skip
AGE_PT = only(
    "builder",
    "Adega do Cais",
    "pt",
    "Adega do Cais",
    "<h1>Você tem mais de 18 anos?</h1><button>Sim</button><button>Não</button>",
)
AGE_RU = only(
    "bare",
    "18+",
    "ru",
    "Винный берег",
    "<h1>Вам есть 18 лет?</h1><select name='year'></select><button>Да, войти</button>",
)
INVITED = only("bare", "Blog", "en", "", "<h1>This blog is open to invited readers only</h1><p>It doesn't look like "
    "you have been invited "
    "to read this blog.</p>" + FORM.format("Email", "Sign in"))  # fmt: skip
WECHAT = only("bare", "提示", "zh", "", "<div class='weui-msg'><h4>请在微信客户端打开链接</h4></div>")
PROXIED = only("bare", "Library login", "en", "University Library", "<p>You have asked for a licensed resource. "
    "Please sign in with your "
    "library card.</p>" + FORM.format("Card number", "Continue"))  # fmt: skip
JSON_401 = Answer('{"message":"Unauthorized"}', 401, (("WWW-Authenticate", "Bearer"),), "application/json")
GATES = (
    _gate("https://repo-sso.example/bitstream/18/file.pdf", "Thesis on tides", "to an identity provider", Redirect(
        "https://idp.coast-uni.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJ&RelayState=ss%3Amem%3A18")),
    Page("https://idp.coast-uni.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJ&RelayState=ss%3Amem%3A18",
        SSO),
    _gate("https://arkhiv-uk.test/dok/18", "Акт про шлюзи", "to a sign-in page with the way back", Redirect(
        "/user/login?return=L2Rvay8xOA==")),
    Page("https://arkhiv-uk.test/user/login?return=L2Rvay8xOA==", LOGIN_UK),
    _gate("https://basic-area.example/protokoly/18.pdf", "Protokoly 2018", "a password asked by the browser", Answer(
        "<h1>401</h1>", 401, (("WWW-Authenticate", 'Basic realm="Archiv"'),))),
    _gate("https://pay-first.test/api/article/18", "Article 18", "402", Answer("Payment required", 402)),
    _gate("https://forum-zamkniete.example/viewtopic.php?t=18", "Jaz na Dolnej", "a forum for members", LOGIN_PL),
    _gate("https://haldenauer-blatt.test/ort/18", "Der Streit um das Wehr", "advertising or money, first of all",
        CONSENT_DE),
    _gate("https://havenkrant-muur.example/nieuws/18", "De sluiswachter vertelt", "a wall of cookies after a hop",
        Redirect(
        "https://consent.havenkrant-muur.example/?callback=https%3A%2F%2Fhavenkrant-muur.example%2Fnieuws%2F18")),
    Page("https://consent.havenkrant-muur.example/?callback=https%3A%2F%2Fhavenkrant-muur.example%2Fnieuws%2F18",
        CONSENT_NL),
    _gate("https://adega-cais.test/historia/18", "História da adega", "an age gate in Portuguese", AGE_PT),
    _gate("https://vinny-bereg.example/istoriya", "История виноделия", "an age gate in Russian", AGE_RU),
    _gate("https://invited-only.test/2010/05/lamp.html", "The lamp", "a blog for the invited", INVITED),
    _gate("https://mp-gongzhong.example/s/x18", "港口往事", "only in an app", WECHAT, "unrendered", "bot_wall",
        "access_denied"),
    _gate("https://licensed.proxy-lib.example/journal/18", "Journal of weirs, 18", "a library's proxy", PROXIED),
    _gate("https://json-login.test/v2/items/18", "Item 18", "a service wants a token", JSON_401),
    _gate("https://wiki-closed.example/display/HB/18", "Minutes of the weir board", "the wiki wants a sign-in", only(
        "confluence", "Log In", "en", "Weir Wiki", "<h1>Log in</h1><p>You must log in to view this page.</p>" +
        FORM.format("Username", "Log in"))),
)  # fmt: skip

PAGES = (*TILLS, *GATES)
