"""Gates, error pages and parked names in twenty languages, with the signs that publishers' own software leaves in a
page; and honest pages that carry the same signs.

Written before any rule was tried on it.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, page, shell, styled_error
from tests.web.prose import paragraphs
from tests.web.sites.making import good, soft, target, unclear

WEIR = "The weir below the mill"
LEAD = f"<h1>{WEIR}</h1><p>It was raised by a hand's breadth in the dry year.</p>"
NOINDEX = '<meta name="robots" content="noindex">'
TIER = '<meta property="article:content_tier" content="{}"><meta property="og:type" content="article">'
PART = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","hasPart":{"@type":'
    '"WebPageElement","isAccessibleForFree":false,"cssSelector":".locked"}}</script>'
)
CONSENT_BOX = '<div id="{}" class="cmp-container" role="dialog" aria-modal="true">{}</div>'


def _gate(host: str, why: str, title: str, body: str, language: str, head: str = "") -> Page:
    return unclear(
        "access_wall", f"https://{host}/w/1", title, why, Answer(page(title, body, language=language, head=head))
    )


def _teaser(host: str, why: str, title: str, lead: str, notice: str, language: str, head: str = "") -> Page:
    body = f"<main><h1>{title}</h1><p>{lead}</p>{notice}</main>"
    return _gate(host, why, title, body, language, head)


PAYMENT = (
    _teaser("wehr.test", "payment, German", "Das Wehr am Mühlbach", "Im trockenen Jahr wurde es erhöht.",
            "<section class='paywall'><h2>Weiterlesen mit Plus</h2><p>Testen Sie uns einen Monat für 1 €.</p><a "
            "href='/abo'>"
            "Jetzt freischalten</a></section>", "de"),
    _teaser("barrage.example", "payment, French", "Le barrage du moulin", "Il fut rehaussé l'année de la sécheresse.",
            "<div class='piano-container'><p>Pour lire la suite, abonnez-vous dès 1 € le premier mois.</p></div>",
            "fr"),
    _teaser("presa.test", "payment, Spanish", "La presa del molino", "Se elevó en el año de la sequía.",
            "<p>Contenido exclusivo para suscriptores. Suscríbete desde 1 € al mes.</p>", "es"),
    _teaser("chiusa.example", "payment, Italian", "La chiusa del mulino", "Fu alzata nell'anno secco.",
            "<div class='tp-modal'><p>Questo contenuto è riservato agli abbonati.</p></div>", "it"),
    _teaser("acude.test", "metered, Portuguese", "O açude do moinho", "Foi elevado no ano da seca.",
            "<p>Você atingiu o limite de matérias gratuitas deste mês.</p><a href='/assine'>Ver planos</a>", "pt",
            TIER.format("metered")),
    _teaser("stuw.example", "payment, Dutch", "De stuw bij de molen", "In het droge jaar werd hij verhoogd.",
            "<p>Verder lezen? Dit is een premium-artikel, alleen voor abonnees.</p>", "nl"),
    _teaser("jaz.test", "payment, Polish", "Jaz przy młynie", "Podwyższono go w suchym roku.",
            "<p>Aby czytać dalej, wykup dostęp. Dalsza część artykułu tylko dla prenumeratorów.</p>", "pl"),
    _teaser("plotina.example", "payment, Russian", "Плотина у мельницы", "Её подняли в засушливый год.",
            "<p>Чтобы читать дальше, оформите подписку. Материал доступен только подписчикам.</p>", "ru"),
    _teaser("hreblia.test", "payment, Ukrainian", "Гребля біля млина", "Її підняли посушливого року.",
            "<p>Цей матеріал доступний лише за передплатою. Передплатіть, щоб читати далі.</p>", "uk"),
    _teaser("shuiba.example", "payment, Chinese", "磨坊下的水坝", "旱年里它被加高了一掌。",
            "<p>本文为付费内容，订阅后可阅读全文。</p><button>立即订阅</button>", "zh"),
    _teaser("seki.test", "payment, Japanese", "水車小屋の堰", "日照りの年に少し高くされた。",
            "<p>この記事は有料会員限定です。残り1,204文字。</p><a href='/join'>会員登録して続きを読む</a>", "ja"),
    _teaser("bo.example", "payment, Korean", "물레방앗간 아래 보", "가문 해에 한 뼘 높아졌다.",
            "<p>유료 회원 전용 기사입니다. 구독하시면 전문을 읽을 수 있습니다.</p>", "ko"),
    _teaser("sadd.test", "payment, Arabic", "السد أسفل الطاحونة", "رُفع شبرًا في سنة الجفاف.",
            "<p>هذا المحتوى متاح للمشتركين فقط. اشترك الآن لمتابعة القراءة.</p>", "ar"),
    _teaser("sekher.example", "payment, Hebrew", "הסכר שמתחת לטחנה", "הוא הוגבה בשנת הבצורת.",
            "<p>כתבה זו זמינה למנויים בלבד. הצטרפו כמנויים כדי להמשיך לקרוא.</p>", "he"),
    _teaser("savak.test", "payment, Turkish", "Değirmenin altındaki bent", "Kurak yılda bir karış yükseltildi.",
            "<p>Bu içerik abonelere özeldir. Okumaya devam etmek için abone olun.</p>", "tr"),
    _teaser("damm.example", "payment, Swedish", "Dammen vid kvarnen", "Den höjdes under torråret.",
            "<p>Lås upp artikeln. Bli prenumerant för att läsa vidare.</p>", "sv"),
    _teaser("splav.test", "payment, Czech", "Jez pod mlýnem", "V suchém roce byl zvýšen.",
            "<p>Tento článek je jen pro předplatitele. Předplaťte si a čtěte dál.</p>", "cs"),
    _teaser("gat.example", "payment, Hungarian", "A malom alatti gát", "Az aszályos évben megemelték.",
            "<p>A cikk folytatása csak előfizetőknek érhető el. Fizessen elő!</p>", "hu"),
    _teaser("fragma.test", "payment, Greek", "Το φράγμα κάτω από τον μύλο", "Υψώθηκε τη χρονιά της ξηρασίας.",
            "<p>Το άρθρο είναι διαθέσιμο μόνο σε συνδρομητές. Γίνετε συνδρομητής για να συνεχίσετε.</p>", "el"),
    _teaser("bandh.example", "payment, Hindi", "चक्की के नीचे का बाँध", "सूखे साल में इसे ऊँचा किया गया।",
            "<p>पूरा लेख पढ़ने के लिए सदस्यता लें। यह केवल सदस्यों के लिए है।</p>", "hi"),
    _teaser("tier.test", "no words, a locked tier and an empty container", WEIR, "It was raised in the dry year.",
            "<div class='subscription-offer'></div>", "en", TIER.format("locked")),
    _teaser("part.example", "no words, a part that is not free", WEIR, "It was raised in the dry year.",
            "<div class='locked'></div>", "en", PART),
    unclear("access_wall", "https://pay-402.test/w/1", WEIR, "402 with an article's beginning",
            Answer(page(WEIR, LEAD), 402, (("X-Robots-Tag", "noindex"),))),
)  # fmt: skip
GATES = (
    _gate("prihlasheni.test", "sign-in, Czech", "Přihlášení", "<h1>Přihlášení</h1><form "
         "method='post'><label>E-mail<input "
          "name='e'></label><label>Heslo<input type='password' name='h'></label><button>Přihlásit "
          "se</button></form>", "cs"),
    _gate("belepes.example", "sign-in, Hungarian, by a code sent", "Belépés", "<h1>Belépés</h1><p>A tartalom "
         "megtekintéséhez "
          "jelentkezzen be.</p><form method='post'><input type='email' name='e'><button>Tovább</button></form>", "hu"),
    _gate("kirjaudu.test", "sign-in, Greek, buttons only", "Σύνδεση", "<h1>Σύνδεση</h1><p>Συνδεθείτε για να δείτε "
         "αυτή τη "
          "σελίδα.</p><button>Σύνδεση</button><button>Εγγραφή</button>", "el"),
    _gate("suhlas.example", "consent, Czech", "Souhlas s cookies", CONSENT_BOX.format("cmp", "<h2>Záleží nám na vašem "
          "soukromí</h2><p>Používáme cookies a podobné technologie.</p><button>Přijmout vše</button><button>Odmítnout "
          "vše"
          "</button>"), "cs"),
    _gate("pur.test", "consent or pay, German", "Zustimmung", CONSENT_BOX.format("sp_message_container_8", "<p>Weiter "
         "mit "
          "Werbung und Tracking, oder werbefrei mit Pur-Abo für 3,99 €.</p><button>Einwilligen und weiter</button><a "
          "href='/pur'>Pur abonnieren</a>"), "de"),
    _gate("ilikia.example", "age, Greek", "Έλεγχος ηλικίας", "<h1>Είστε άνω των 18;</h1><button>Ναι</button><button>Όχι"
          "</button>", "el"),
    _gate("wiek.test", "age, Polish", "Weryfikacja wieku", "<p>Czy masz ukończone 18 lat?</p><a href='#'>Tak</a> <a "
         "href='/x'>"
          "Nie</a>", "pl"),
    unclear("access_denied", "https://land.example/w/1", WEIR, "451, not in this country, German",
            Answer(page("451", "<p>Dieser Inhalt ist in Ihrem Land nicht verfügbar.</p>", language="de"), 451)),
)  # fmt: skip
GONE = (
    soft("https://nenalezeno.test/w/1", WEIR, "an error page, Czech",
         Answer(page("Stránka nenalezena", "<h1>Stránka nenalezena</h1><p>Omlouváme se, stránka neexistuje.</p>",
                     language="cs", head=NOINDEX))),
    soft("https://nemtalalhato.example/w/1", WEIR, "an error page, Hungarian",
         Answer(styled_error("Az oldal nem található", "A keresett oldal nem létezik vagy áthelyezték.",
         language="hu"))),
    soft("https://den-vrethike.test/w/1", WEIR, "an error page, Greek",
         Answer(page("Σφάλμα 404", "<h1>Η σελίδα δεν βρέθηκε</h1><p>Η σελίδα που ζητήσατε δεν υπάρχει.</p>",
                     language="el", head=NOINDEX))),
    soft("https://lo-nimtza.example/w/1", WEIR, "an error page, Hebrew",
         Answer(page("הדף לא נמצא", "<h1>הדף לא נמצא</h1><p>הדף שחיפשת אינו קיים.</p>", language="he", head=NOINDEX))),
    soft("https://nahi-mila.test/w/1", WEIR, "an error page, Hindi",
         Answer(page("पृष्ठ नहीं मिला", "<h1>पृष्ठ नहीं मिला</h1><p>क्षमा करें, यह पृष्ठ मौजूद नहीं है।</p>",
         language="hi",
                     head=NOINDEX))),
    Page("https://to-search.example/w/1", Redirect("/search?q=w+1"),
         Truth("soft_404", "broken", WEIR, "to a search that finds nothing",
               also=("redirected_elsewhere",), also_verdicts=("review",))),
    Page("https://to-search.example/search?q=w+1", Answer(page("Search results", "<h1>Search results</h1><p>We moved. "
         "Your "
         "search for “w 1” found 0 results.</p><form action='/search'><input name='q'></form>", head=NOINDEX))),
    Page("https://na-prodej.test/w/1", None, Truth("parked", "broken", WEIR, "for sale, Czech", also=("soft_404",))),
    Page("https://elado.example/w/1", None, Truth("parked", "broken", WEIR, "for sale, Hungarian", also=("soft_404",))),
    unclear("server_error", "https://udrzba.test/w/1", WEIR, "maintenance, Czech",
            Answer(page("Údržba", "<p>Probíhá údržba.</p>", language="cs"), 503, (("Retry-After", "86400"),))),
    unclear("unrendered", "https://spa.example/w/1", WEIR, "a shell, Hebrew",
            Answer(shell("האתר", "__next", "יש להפעיל JavaScript כדי להציג את האתר."))),
    unclear("bot_wall", "https://overeni.test/w/1", WEIR, "a check for robots, Czech", Answer(page("Okamžik…",
            "<h1>Ověřte, že nejste robot</h1><div class='cf-turnstile'></div><script src='/c.js'></script>",
            language="cs"),
            403)),
)  # fmt: skip


def _whole(title: str, seed: str, language: str = "en", **more: str) -> Answer:
    return Answer(article(title, seed=seed, language=language, count=6, **more))


CONTROLS = (
    good("https://about-paywalls.test/w", "Why newspapers put up paywalls", "an article on just that",
         _whole("Why newspapers put up paywalls", "pw", before="<p class='paywall-history'>Subscribe to continue "
         "reading: "
                "four words that changed a trade.</p>")),
    good("https://bezahlschranke.example/w", "Nur für Abonnenten: die Bezahlschranke", "the same in German",
         _whole("Nur für Abonnenten: die Bezahlschranke", "bz", "de")),
    good("https://header-login.test/w", WEIR, "a short page with a sign-in in its header",
         Answer(page(WEIR, "<header><form action='/in' method='post'><input name='u'><input type='password' "
         "name='p'><button>"
                     f"Sign in</button></form></header><main>{LEAD}<p>{paragraphs('hl', count=1)[0]}</p></main>"))),
    good("https://banner-over.example/w", "Das Wehr am Mühlbach", "a banner above the whole text, German",
         _whole("Das Wehr am Mühlbach", "bo", "de", before=CONSENT_BOX.format("usercentrics-root", "<p>Wir verwenden "
         "Cookies."
                "</p><button>Alle akzeptieren</button><button>Ablehnen</button>"))),
    good("https://ways.test/w", "404 ways to mend a weir", "a number in a title", _whole("404 ways to mend a weir",
         "ways")),
    good("https://closed-site.example/w", "This website is no longer available", "an article about a site that closed",
         _whole("This website is no longer available", "closed", head=TIER.format("free"))),
    good("https://footer-box.test/w", "Le barrage du moulin", "free, with an offer below it",
         _whole("Le barrage du moulin", "fb", "fr", after="<aside class='subscription-box'><p>Abonnez-vous dès 1 €. "
         "Contenus "
                "réservés aux abonnés.</p></aside>")),
    good("https://says-free.example/w", WEIR, "free by its own word, short, and an offer",
         Answer(page(WEIR, LEAD + "<aside class='paywall-promo'>Subscribe from 1 € a month.</aside>",
                     head='<script type="application/ld+json">{"isAccessibleForFree":"True"}</script>'))),
    good("https://letters.test/w", WEIR, "a newsletter's sign-up below a short text",
         Answer(page(WEIR, LEAD + "<form><input type='email' name='e'><button>Subscribe</button></form>"))),
    good("https://gratuita.example/w", "La presa del molino", "short, Spanish, and a free list to join",
         Answer(page("La presa del molino", "<h1>La presa del molino</h1><p>Se elevó en el año de la "
         "sequía.</p><p>Suscríbete "
                     "gratis a nuestro boletín.</p>", language="es"))),
    good("https://metered-whole.test/w", "Плотина у мельницы", "metered, but shown whole, Russian",
         _whole("Плотина у мельницы", "mw", "ru", head=TIER.format("metered"))),
    good("https://noindex.example/w", WEIR, "kept out of indexes, and whole", _whole(WEIR, "ni", head=NOINDEX)),
    good("https://zh-free.test/w", "磨坊下的水坝", "a list to join at the end, Chinese",
         _whole("磨坊下的水坝", "zf", "zh", after="<p>订阅我们的电子报。</p>")),
    good("https://members-about.example/w", "Wie man Mitglied wird", "how to join a club, short, German",
         Answer(page("Wie man Mitglied wird", "<h1>Wie man Mitglied wird</h1><p>Der Verein nimmt jeden auf. Schreiben "
         "Sie "
                     "uns. Nur für Mitglieder ist der Bootssteg.</p>", language="de"))),
    good("https://kotatsu.test/w", "年齢確認について", "how a shop asks for an age, Japanese",
         _whole("年齢確認について", "kt", "ja")),
    good("https://moved-notice.example/w", WEIR, "a template with an empty wall in it, and the whole text",
         _whole(WEIR, "mn", after="<div class='tp-modal' hidden></div><div id='piano-offer'></div>")),
    target("https://moved-notice.example/", "Mills and weirs"),
)  # fmt: skip
SITE = Site(
    hosts=(
        Host("na-prodej.test", missing=Answer(page("na-prodej.test", "<h1>na-prodej.test</h1><p>Tato doména je na "
        "prodej. "
                                                   "Kupte si ji.</p>", language="cs"))),
        Host("elado.example", missing=Answer(page("elado.example", "<h1>elado.example</h1><p>Ez a domain eladó. Tegyen "
                                                  "ajánlatot.</p>", language="hu"))),
    ),
    pages=(*PAYMENT, *GATES, *GONE, *CONTROLS),
)  # fmt: skip
