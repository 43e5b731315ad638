"""What `gone_otherwise` and `other_makers` had the rules widened for, in other words; and good pages that come near.

Written before the widened rules were tried on it.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, page
from tests.web.prose import paragraphs
from tests.web.sites.making import good, soft, target, unclear

RUDDER = "The rudder of the old ferry"
LEAD = f"<h1>{RUDDER}</h1><p>It was found in the mud below the second pier.</p>"


def _gate(host: str, why: str, body: str, language: str, title: str = RUDDER) -> Page:
    return unclear("access_wall", f"https://{host}/r/1", RUDDER, why, Answer(page(title, body, language=language)))


def _wall(host: str, why: str, body: str, language: str, status: int = 200) -> Page:
    answer = Answer(page("…", body + "<script src='/c.js'></script>", language=language), status)
    return unclear("bot_wall", f"https://{host}/r/1", RUDDER, why, answer)


GATES = (
    Page("https://portal.oauth.test/connect/start", Answer(page("Portal", "<p>One moment, please.</p>"))),
    _gate("timone.test", "payment, Italian", LEAD + "<p>Per continuare a leggere abbonati a 5 € al mese.</p>", "it"),
    _gate("leme.example", "payment, Portuguese", LEAD + "<p>Conteúdo exclusivo para quem assina. Assine já.</p>", "pt"),
    _gate("roer.test", "payment, Dutch", LEAD + "<p>Dit artikel lezen? Neem een abonnement.</p>", "nl"),
    _gate("rul.example", "payment, Russian", LEAD + "<p>Полный текст доступен по подписке.</p>", "ru"),
    _gate("dumen.test", "payment, Turkish", LEAD + "<p>Haberin devamı yalnızca aboneler içindir.</p>", "tr"),
    _gate("perasin.example", "payment, Finnish", LEAD + "<p>Juttu on vain tilaajille.</p>", "fi"),
    _gate("gouvernail.test", "payment, French", LEAD + "<p>Il vous reste 80 % de cet article à lire. La suite est "
          "réservée aux abonnés.</p>", "fr"),
    unclear("access_wall", "https://schema-pay.example/r/1", RUDDER, "says itself that it is not free",
            Answer(article(RUDDER, seed="schema", count=1, head='<script type="application/ld+json">{"@type":'
                           '"NewsArticle","isAccessibleForFree":"False"}</script>'))),
    _gate("cantina.test", "age, Italian", "<p>Hai più di 18 anni?</p><button>Sì</button><button>No</button>", "it"),
    _gate("bryggeri.example", "age, Swedish", "<p>Har du fyllt 20 år?</p><a href='#'>Ja</a> <a href='/ut'>Nej</a>",
          "sv"),
    _gate("soju.test", "age, Korean", "<p>만 19세 이상이십니까?</p><button>예</button><button>아니오</button>", "ko"),
    _gate("evaste.example", "consent, Finnish", "<h1>Evästeet</h1><p>Käytämme evästeitä.</p><button>Hyväksy kaikki"
          "</button><button>Hylkää</button>", "fi", "Evästeet"),
    unclear("access_wall", "https://oauth.test/r/1", RUDDER, "to a sign-in by OAuth on a host of another name",
            Redirect("https://portal.oauth.test/connect/start?client_id=a&response_type=code&state=9")),
)  # fmt: skip
WALLS = (
    _wall("verifica.test", "Italian", "<h1>Verifica che non sei un robot</h1><p>Attendi qualche secondo.</p>", "it"),
    _wall("dogrula.example", "Turkish", "<p>İnsan olduğunuzu doğrulayın.</p>", "tr", 403),
    _wall("tahaqquq.test", "Arabic", "<p>يرجى التحقق من أنك لست روبوت</p>", "ar", 403),
    _wall(
        "verificar.example", "Portuguese", "<p>Verificando se a conexão do site é segura e se você é humano.</p>", "pt"
    ),
    _wall("einen-moment.test", "German", "<h1>Einen Moment bitte</h1><p>Wir überprüfen Ihren Browser.</p>", "de", 503),
)
GONE = (
    Page("https://notice.test/ficha?n=8", Answer(page("Erreur", "<h1>Erreur</h1><p>Cette notice n'existe pas.</p>")),
         Truth("soft_404", "broken", RUDDER, "a record that is gone, French")),
    Page("https://zapis.example/card?n=8", Answer(page("Ошибка", "<p>Запись не найдена.</p>", language="ru")),
         Truth("soft_404", "broken", RUDDER, "a record that is gone, Russian")),
    soft("https://sent-404.test/r/1.html", RUDDER, "a script leads to what calls itself not found",
         Answer("<html><head><title>x</title><script type='text/javascript'>\n<!--\nwindow.location=\"/notfound.php\"\n"
                "//-->\n</script></head><body></body></html>")),
    Page("https://sent-404.test/notfound.php", Answer(page("Sorry", "<p>We looked everywhere.</p>"))),
    Page("https://till-salu.test/r", None, Truth("parked", "broken", RUDDER, "for sale, Swedish", also=("soft_404",))),
    Page("https://vendesi.example/r", None, Truth("parked", "broken", RUDDER, "for sale", also=("soft_404",))),
)  # fmt: skip
NEAR = (
    good("https://moved-script.test/r", RUDDER, "a body that sends readers on when it has loaded",
         Answer('<html><body onload="location.replace(\'/r/new\')"></body></html>')),
    target("https://moved-script.test/r/new", RUDDER),
    good("https://brief.test/r", RUDDER, "two sentences and a newsletter",
         Answer(page(RUDDER, LEAD + "<p>Subscribe to our newsletter. Read more about the pier.</p>"))),
    good("https://museum.test/r", RUDDER, "an age in a short text, and two buttons",
         Answer(page(RUDDER, LEAD + "<p>Visitors under 18 years enter free.</p><button>Share</button>"))),
    good("https://howto.test/r", "How to verify your browser", "a short text on just that",
         Answer(page("How to verify your browser", "<h1>How to verify your browser</h1>"
                     + "".join(f"<p>{one}</p>" for one in paragraphs("howto", count=2))))),
    good("https://open.example/r", RUDDER, "says itself that it is free",
         Answer(article(RUDDER, seed="free", head='<script type="application/ld+json">{"isAccessibleForFree": true}'
                        '</script>'))),
    good("https://paid-whole.test/r", RUDDER, "not free, but shown whole",
         Answer(article(RUDDER, seed="whole", count=9, head='<script type="application/ld+json">'
                        '{"isAccessibleForFree": false}</script>'))),
    good("https://sorry.test/r", "Sorry", "a poem of that name",
         Answer(page("Sorry", "<h1>Sorry</h1><p>I have eaten the plums.</p><p>They were cold.</p>"))),
    good("https://clicks.example/r", RUDDER, "a short page with a button that leads home",
         Answer(page(RUDDER, LEAD + "<button onclick=\"location.href='/'\">Home</button>"))),
)  # fmt: skip
SITE = Site(
    hosts=(
        Host("till-salu.test", missing=Answer(page("till-salu.test", "<h1>till-salu.test</h1><p>Domänen är till salu. "
                                                   "Lämna ett bud.</p>", language="sv"))),
        Host("vendesi.example", missing=Answer(page("vendesi.example", "<h1>vendesi.example</h1><p>Questo dominio è in "
                                                    "vendita.</p>", language="it"))),
    ),
    pages=(*GATES, *WALLS, *GONE, *NEAR),
)  # fmt: skip
