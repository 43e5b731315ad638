"""Sign-in, payment, consent and age in whole sites, and refusals of all numbers.

Written blind: before any rule was read or tried on it.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, ByMethod, CookieGate, Redirect, Sequence
from tests.web.model import Host, Page, Site
from tests.web.sites.dressing import bare, blog, news, office, story, told
from tests.web.sites.making import good, unclear

FERRY = "The ferry that no longer runs at night"


def gate(host: str, why: str, title: str, answer: Behaviour, *, path: str = "/a/2210", **more: tuple[str, ...]) -> Page:
    """A page behind a sign-in, a till, a question of consent or of age."""
    return unclear("access_wall", f"https://{host}{path}", title, why, answer, **more)


SIGN_IN_FORM = (
    "<form action='{0}' method='post'><label>{1}<input name='j_username' type='text'></label><label>{2}<input "
    "name='j_password' type='password'></label><button name='_eventId_proceed'>{3}</button></form>"
)
SIGN_IN = (
    gate("bibliotek-lund.example", "a university's sign-in, Swedish", "Nattfärjan som slutade gå",
         Redirect("https://idp.bibliotek-lund.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJN&"
                  "RelayState=ss%3Amem")),
    Page("https://idp.bibliotek-lund.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJN&RelayState=ss%3Amem",
         Answer(office("Web Login Service", "sv", "Biblioteket", "<h1>Logga in</h1>" +
                       SIGN_IN_FORM.format("/e1s1", "Användarnamn", "Lösenord", "Logga in")))),
    gate("yliopisto-kirja.test", "a realm's sign-in, Finnish, whose page is drawn by a script",
        "Yölautta ei enää kulje",
         Redirect("https://sso.yliopisto-kirja.test/realms/staff/protocol/openid-connect/auth?response_type=code&"
                  "client_id="
                  "web&redirect_uri=https%3A%2F%2Fyliopisto-kirja.test%2Fa%2F2210&scope=openid", 303)),
    Page("https://sso.yliopisto-kirja.test/realms/staff/protocol/openid-connect/auth?response_type=code&client_id=web&"
         "redirect_uri=https%3A%2F%2Fyliopisto-kirja.test%2Fa%2F2210&scope=openid",
         Answer(bare("Kirjaudu: staff", "<div id='root'></div><noscript>JavaScript on pois päältä.</noscript><script "
                     "type='module' src='/resources/x1/login/app.js'></script>", language="fi"))),
    gate("face-pages.test", "a network's sign-in with the way back", FERRY, path="/harbour/posts/10158",
         answer=Redirect("/login/?next=https%3A%2F%2Fface-pages.test%2Fharbour%2Fposts%2F10158")),
    Page("https://face-pages.test/login/?next=https%3A%2F%2Fface-pages.test%2Fharbour%2Fposts%2F10158",
         Answer(bare("Log in", "<div id='globalContainer'><h2>Log in to continue</h2><form method='post'><input "
                               "name='email'>"
                     "<input type='password' name='pass'><button>Log in</button></form><a href='/recover'>Forgotten "
                     "password?</a></div>"))),
    gate("short-posts.example", "a network's sign-in that a script draws", FERRY, path="/harbour/status/14500012",
         answer=Redirect("/i/flow/login?redirect_after_login=%2Fharbour%2Fstatus%2F14500012")),
    Page("https://short-posts.example/i/flow/login?redirect_after_login=%2Fharbour%2Fstatus%2F14500012",
         Answer(bare("Log in", "<noscript><p>JavaScript is not available.</p></noscript><div "
                               "id='react-root'></div><script "
                     "src='/client-web/main.js'></script>"))),
    gate("share-docs.test", "a document that must be asked for", "Protokoll der Fährgesellschaft", path="/d/1xYz/edit",
         answer=Redirect("https://accounts.share-docs.test/v3/signin/"
                         "identifier?continue=https%3A%2F%2Fshare-docs.test%2Fd%2F"
                         "1xYz%2Fedit&flowName=WebLiteSignIn")),
    Page("https://accounts.share-docs.test/v3/signin/identifier?continue=https%3A%2F%2Fshare-docs.test%2Fd%2F1xYz%2F"
         "edit&"
         "flowName=WebLiteSignIn", Answer(bare("Anmelden", "<h1>Anmelden</h1><form><input type='email' "
                                                           "name='identifier'>"
                                               "<button>Weiter</button></form><a href='/create'>Konto erstellen</a>",
                                               language="de"))),
    gate("intranet-team.example", "an office suite's sign-in page", "Verslag van de nachtpont",
         Redirect("/_layouts/15/Authenticate.aspx?Source=%2Fa%2F2210")),
    Page("https://intranet-team.example/_layouts/15/Authenticate.aspx?Source=%2Fa%2F2210",
         Redirect("/_forms/default.aspx?ReturnUrl=%2f_layouts%2f15%2fAuthenticate.aspx%3fSource%3d%252Fa%252F2210")),
    Page("https://intranet-team.example/_forms/default.aspx?ReturnUrl=%2f_layouts%2f15%2fAuthenticate.aspx%3fSource%"
         "3d%252Fa"
         "%252F2210", Answer(bare("Aanmelden", "<form id='aspnetForm' method='post'><p>Aanmelden bij uw "
                                               "account</p><input "
                                  "type='email' name='loginfmt'><input type='submit' value='Volgende'></form>",
                                  language="nl"))),
    gate("forum-zeglarzy.test", "a board that wants a member, in its whole dress, Polish", "Prom nocny już nie kursuje",
         Answer(blog("Zaloguj się", "pl", "Forum żeglarzy", "<div class='panel'><h2>Musisz się zalogować, aby "
                                                            "przeglądać to "
                     "forum.</h2><form action='./ucp.php?mode=login' method='post'><dl><dt>Nazwa "
                     "użytkownika:</dt><dd><input "
                     "name='username'></dd><dt>Hasło:</dt><dd><input type='password' name='password'></dd></dl><input "
                     "type='submit' name='login' value='Zaloguj się'></form></div>")), path="/viewtopic.php?f=3&t=881"),
    gate("discuz-luntan.example", "a Chinese board's notice, no form", "夜间停航的渡船",
         Answer(bare("提示信息 - 渡口论坛", "<div id='hd'><a href='/'>渡口论坛</a> <a "
                                    "href='member.php?mod=logging'>登录</a> <a "
                     "href='member.php?mod=register'>立即注册</a></div><div id='messagetext' "
                     "class='alert_info'><p>抱歉，您需要"
                     "登录后才能查看本帖</p></div><div id='ft'>Powered by Discuz! X3.4</div>", language="zh")),
         path="/thread-1881-1-1.html"),
    gate("basic-401.test", "a password asked by the server, Dutch", "Verslag van de nachtpont",
         Answer(bare("401 Niet gemachtigd", "<h1>401</h1><p>Toegang alleen met wachtwoord.</p>", language="nl"), 401,
                (("WWW-Authenticate", 'Basic realm="Leden"'),))),
    gate("api-401.example", "data for those with a key", "Ferry passengers by month",
         Answer('{"error":"unauthorized","message":"A valid token is needed."}', 401, (("WWW-Authenticate", "Bearer"),),
                content_type="application/json"), path="/v2/passengers.json"),
    gate("head-200-get-401.test", "HEAD is let through, GET is not", FERRY,
         ByMethod(Answer(""), Answer('{"error":"login required"}', 401, content_type="application/json"))),
)  # fmt: skip
PAID = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
TILL = (
    gate("lautta-lehti.test", "paid, Finnish, a long beginning in full dress", "Yölautta ei enää kulje",
         Answer(news("Yölautta ei enää kulje", "fi", "Rantalehti", "<h1>Yölautta ei enää kulje</h1>" + told("fi", "y",
             1) +
                     "<div class='paywall'><h2>Tilaa ja jatka lukemista</h2><p>Tämä artikkeli on vain tilaajille. Digi "
                     "4,90 €/kk.</p><a href='/tilaa'>Katso tilaukset</a></div>", head=PAID))),
    gate("kapal-malam.example", "paid, Indonesian", "Kapal malam yang berhenti berlayar",
         Answer(news("Kapal malam yang berhenti berlayar", "id", "Kabar Pelabuhan", "<h1>Kapal malam yang berhenti "
             "berlayar"
                     "</h1><p>Sejak musim hujan kapal itu tak lagi berangkat.</p><section "
                     "class='premium-lock'><p>Artikel ini "
                     "khusus untuk pelanggan. Berlangganan mulai Rp25.000 untuk membaca selengkapnya.</p></section>"))),
    gate("bacul-noaptea.test", "paid, Romanian", "Bacul care nu mai trece noaptea",
         Answer(news("Bacul care nu mai trece noaptea", "ro", "Gazeta Malului", "<h1>Bacul care nu mai trece "
             "noaptea</h1><p>Din "
                     "toamnă, ultima cursă pleacă la opt.</p><div class='abonament'><p>Acest articol este "
                     "disponibil doar "
                     "pentru abonați. Abonează-te ca să citești mai departe.</p></div>"))),
    gate("letter-post.example", "a letter for those who pay", FERRY, path="/p/the-ferry-that-no-longer",
         answer=Answer(news(FERRY, "en", "The Slow Boat", f"<h1>{FERRY}</h1><p>It left at ten for eighty "
                                                          f"years.</p><div class="
                            "'paywall' data-testid='paywall'><h2>This post is for paid subscribers</h2><a "
                            "href='/subscribe'>"
                            "Subscribe</a><p>Already a paid subscriber? <a href='/sign-in'>Sign in</a></p></div>"))),
    gate("member-story.test", "a story for members, with its beginning", FERRY, path="/@harbour/ferry-1a2b3c4d5e",
         answer=Answer(news(FERRY, "en", "Middling", f"<p>Member-only story</p><h1>{FERRY}</h1>" + told("en", "ms", 1) +
                            "<div><h2>Create an account to read the full story.</h2><p>The author made this story "
                            "available "
                            "to members only.</p><button>Continue with email</button></div>", head=PAID))),
    gate("notte-metro.example", "so many free articles and no more, Italian", "Il traghetto che non parte più di notte",
         Answer(news("Il traghetto che non parte più di notte", "it", "La Sponda", "<h1>Il traghetto che non parte "
             "più di "
                     "notte</h1><p>L'ultima corsa è alle otto.</p><div id='meter'><p>Hai raggiunto il limite di "
                     "articoli "
                     "gratuiti di questo mese. Abbonati per continuare a leggere.</p></div>"))),
    gate("toll-402.test", "a fee for programs", FERRY,
         Answer(bare("402 Payment Required", "<p>This content is licensed to crawlers for a fee.</p>"), 402,
                (("crawler-price", "USD 0.01"),))),
)  # fmt: skip
CONSENT = (
    gate("abendblatt-zust.example", "consent on a page of its own, German", "Die Nachtfähre fährt nicht mehr",
         Redirect("/zustimmung?url=%2Fa%2F2210", 303)),
    Page("https://abendblatt-zust.example/zustimmung?url=%2Fa%2F2210",
         Answer(bare("Zustimmung | Abendblatt", "<main><h1>Abendblatt lesen mit Werbung oder im Abo</h1><p>Mit "
                                                "Ihrer Einwilligung "
                     "verarbeiten wir und 214 Partner Daten auf Ihrem Gerät.</p><button>Einverstanden</button><a "
                     "href='/abo'>"
                     "Abo ohne Tracking</a></main>", language="de"))),
    gate("portal-y.test", "consent at another host, Swedish", "Nattfärjan som slutade gå",
         Redirect("https://consent.portal-y.test/v2/collectConsent?sessionId=3_cc-session_1f", 302)),
    Page("https://consent.portal-y.test/v2/collectConsent?sessionId=3_cc-session_1f",
         Answer(bare("Portal Y är en del av en större familj", "<form method='post' class='consent-form'><h1>Innan du "
                     "fortsätter</h1><p>Vi och våra partner vill spara kakor på din enhet.</p><button "
                     "value='agree'>Godkänn "
                     "alla</button><button value='reject'>Avvisa alla</button></form>", language="sv"))),
    gate("krant-privacy.example", "consent at another host, drawn by a script, Dutch", "De nachtpont vaart niet meer",
         Redirect("https://myprivacy.krant-privacy.example/consent?siteKey=Q1&"
                  "callbackUrl=https%3A%2F%2Fkrant-privacy.example"
                  "%2Fprivacy-gate%2Faccept%3FredirectUri%3D%2Fa%2F2210")),
    Page("https://myprivacy.krant-privacy.example/consent?siteKey=Q1&callbackUrl=https%3A%2F%2Fkrant-privacy.example%2F"
         "privacy-gate%2Faccept%3FredirectUri%3D%2Fa%2F2210",
         Answer(bare("Privacy Gate", "<div id='pg-root'></div><script src='/pg/host.js'></script>", language="nl"))),
    gate("dram-age.test", "age, after a hop, with a date to enter", "The night ferry cask",
        Redirect("/age-gate?redirect=/a/2210")),
    Page("https://dram-age.test/age-gate?redirect=/a/2210",
         Answer(bare("Welcome", "<h1>Are you of legal drinking age?</h1><form><select "
                                "name='country'><option>Norway</option>"
                     "</select><input name='dd' placeholder='DD'><input name='mm' placeholder='MM'><input name='yyyy' "
                     "placeholder='YYYY'><button>Enter</button></form><footer>Please drink with care.</footer>"))),
    gate("nenrei-kakunin.example", "age, on the same address, Japanese", "夜の渡し船の終わり",
         Answer(bare("年齢確認", "<div class='age'><h1>年齢確認</h1><p>"
                             "ここから先は18歳未満の方はご覧いただけません。あなたは18歳以上"
                     "ですか？</p><a href='?ok=1'>はい</a> <a href='/'>いいえ</a></div>", language="ja"))),
)  # fmt: skip


def refused(
    host: str, status: int, why: str, answer: Answer, title: str = FERRY, *, also: tuple[str, ...] = ()
) -> Page:
    """An answer of the 400s that tells nothing of the page."""
    return unclear("access_denied", f"https://{host}/a/2210", title, why, answer, also=also)


def down(host: str, why: str, answer: Behaviour, title: str = FERRY, *, also: tuple[str, ...] = ()) -> Page:
    """A host that is not well today."""
    return unclear("server_error", f"https://{host}/a/2210", title, why, answer, also=also)


def slow_down(host: str, why: str, answer: Behaviour, title: str = FERRY) -> Page:
    """A host that wants to be asked less."""
    return unclear("rate_limited", f"https://{host}/a/2210", title, why, answer)


REFUSALS = (
    refused("iis-403.example", 403, "403 of a server, Polish",
            Answer(bare("403 - Zabronione: odmowa dostępu.", "<div id='header'><h1>Błąd "
                                                             "serwera</h1></div><fieldset><h2>403 - "
                        "Zabronione: odmowa dostępu.</h2><h3>Nie masz uprawnień do wyświetlenia tego "
                        "katalogu.</h3></fieldset>",
                        language="pl"), 403, (("Server", "Microsoft-IIS/10.0"),))),
    refused("styled-403.test", 403, "403 in the dress of an office, French",
            Answer(office("Accès interdit", "fr", "Préfecture", "<h1>Accès interdit</h1><p>Vous n'êtes pas autorisé "
                                                                "à consulter "
                          "cette page.</p>"), 403)),
    refused("empty-403.example", 403, "403 without a word", Answer("", 403)),
    refused("mod-406.test", 406, "406 of a filter",
            Answer("<head><title>Not Acceptable!</title></head><body><h1>Not Acceptable!</h1><p>No fitting form of "
                   "this resource "
                   "was found. This error was generated by Mod_Security.</p></body></html>", 406), also=("bot_wall",)),
    refused("both-405.example", 405, "no method is allowed", Answer("", 405, (("Allow", "POST"),))),
    refused("locked-423.test", 423, "locked", Answer(bare("423 Locked", "<h1>Locked</h1>"), 423)),
    refused("gdpr-451.example", 451, "a local paper closed to Europe",
            Answer(bare("Unavailable due to legal reasons", "<h1>451: Unavailable due to legal reasons</h1><p>We "
                                                            "see that you "
                        "come from a country of the European Economic Area. Call 555-0100 with questions.</p>"), 451)),
    refused("rkn-451.test", 451, "blocked by law, Russian, in full dress",
            Answer(news("Доступ ограничен", "ru", "Береговая газета", "<h1>Доступ ограничен</h1><p>Страница "
                "заблокирована на "
                        "территории страны по решению суда.</p>"), 451), "Паром больше не ходит ночью"),
    refused("bad-request-400.example", 400, "a filter that dislikes the question",
            Answer("<html><body><h1>Whitelabel Error Page</h1><p>Bad Request</p></body></html>", 400)),
    refused("geo-403.test", 403, "not for this country, Korean",
            Answer(bare("서비스 지역 안내", "<p>이 콘텐츠는 고객님의 국가에서 이용하실 수 없습니다.</p>",
                language="ko"), 403), "밤배가 끊긴 날"),
    refused("geo-200.example", 200, "not for this country, said with status 200, Turkish",
            Answer(bare("Yayın hakkı", "<h1>Bu içerik ülkenizde kullanılamıyor.</h1><p>Yayın hakları nedeniyle "
                                       "bulunduğunuz bölgeden "
                        "erişilemez.</p>", language="tr")), "Gece seferi yapmayan vapur",
            also=("access_wall", "unrendered", "bot_wall")),
)  # fmt: skip
LIMITS = (
    slow_down("limpa-429.test", "429 with an hour to wait, Portuguese",
              Answer(bare("429", "<h1>Muitas solicitações</h1><p>Tente novamente mais tarde.</p>", language="pt"), 429,
                     (("Retry-After", "3600"),))),
    slow_down("plain-429.example", "429 of a server without a time",
              Answer("<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too "
                     "Many Requests"
                     "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n", 429)),
    slow_down("secondary-429.test", "429 as data with a reset in a header",
              Answer('{"message":"You have exceeded a secondary limit."}', 429, (("X-RateLimit-Reset", "1999999999"),),
                     content_type="application/json")),
)  # fmt: skip
ORIGIN = "<div id='cf-error-details'><h1><span>{0}</span> <span>Error code {1}</span></h1><p>Host: Error</p></div>"
ILL = (
    *(down(f"origin-{code}.example", f"{code}, said by the machine in front", Answer(bare(f"site | {code}: {words}",
           ORIGIN.format(words, code)), code, (("Server", "cloudflare"), ("CF-RAY", "8e1f-FRA")), reason=""))
      for code, words in ((520, "Web server is returning an unknown error"), (521, "Web server is down"),
                          (522, "Connection timed out"), (523, "Origin is unreachable"), (525, "SSL handshake failed"),
                          (526, "Invalid SSL certificate"))),
    down("origin-530.test", "530, the origin has no address", Answer(bare("Origin DNS error", ORIGIN.format("Error",
        1016)), 530,
         (("Server", "cloudflare"),)), also=("domain_gone", "unreachable")),
    down("wartung-503.example", "works going on, German, in dress",
         Answer(news("Wartungsarbeiten", "de", "Uferbote", "<h1>Wartungsarbeiten</h1><p>Wir sind in Kürze wieder "
                                                           "da.</p>"), 503,
                (("Retry-After", "7200"),)), "Die Nachtfähre fährt nicht mehr"),
    down("stack-500.test", "a trace of the program, 500",
         Answer("<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' "
                "Application.</h1><h2><i>Runtime Error"
                "</i></h2></body></html>", 500)),
    down("bramka-502.example", "502, then 504", Sequence((Answer("", 502), Answer(bare("504", "<h1>504</h1>"), 504)))),
    down("baza-200.test", "no database, said with status 200, Romanian blog",
         Answer(bare("Database Error", "<div class='wp-die-message'><h1>Eroare la stabilirea conexiunii cu baza de "
                                       "date</h1></div>",
                     language="ro")), "Bacul care nu mai trece noaptea", also=("unrendered", "access_denied")),
    down("udrzba-200.example", "works going on, said with status 200 for every address, Czech",
         Answer(bare("Probíhá údržba", "<div class='wrap'><img src='/logo.svg' alt=''><h1>Web právě "
                                       "opravujeme</h1><p>Vraťte se prosím "
                     "za chvíli. Děkujeme za trpělivost.</p></div>", language="cs")), "Noční přívoz už nejezdí",
         also=("unrendered", "access_denied")),
    down("manutencao-200.test", "works going on, said with status 200, Portuguese, in dress",
         Answer(blog("Em manutenção", "pt", "Diário da Margem", "<h1>Voltamos já</h1><p>Estamos a fazer melhorias "
                                                                "no site. Obrigado pela "
                     "paciência.</p>")), "A balsa que já não sai à noite", also=("unrendered", "access_denied")),
)  # fmt: skip
MENDS = (
    good("https://once-503.example/a/2210", "De nachtpont vaart niet meer", "busy at first, Dutch",
         Sequence((Answer("", 503, (("Retry-After", "1"),)), Answer(news("De nachtpont vaart niet meer", "nl",
             "Oeverkrant",
                                                                          story("De nachtpont vaart niet meer",
                                                                              "nl")))))),
    good("https://head-405.test/a/2210", "रात की नाव", "HEAD is not allowed, Hindi",
         ByMethod(Answer("", 405), Answer(office("रात की नाव", "hi", "घाट समिति", story("रात की नाव", "hi"))))),
    good("https://paywall-story.example/a/2210", "Why the ferry paper dropped its paywall", "an article on a "
        "paper's till",
         Answer(news("Why the ferry paper dropped its paywall", "en", "Harbour Post",
                     story("Why the ferry paper dropped its paywall", "en", lead="<p>“Subscribe to continue "
                         "reading”: readers have seen "
                           "the line since 2011. This article is for subscribers only no more.</p>")))),
    good("https://kakor-nyhet.test/a/2210", "Godkänn alla kakor? Så ändras lagen", "news on consent, Swedish",
         Answer(news("Godkänn alla kakor? Så ändras lagen", "sv", "Strandposten", story("Godkänn alla kakor? Så "
             "ändras lagen", "sv",
                     count=3)))),
    good("https://banner-first.example/a/2210", "Nocny prom", "a whole article under an open consent box, Polish",
         Answer(news("Nocny prom", "pl", "Głos Brzegu", "<div class='fc-consent-root' role='dialog' "
                                                        "aria-modal='true'><h2>Szanujemy "
                     "Twoją prywatność</h2><p>My i nasi partnerzy przechowujemy informacje na "
                     "urządzeniu.</p><button>Zgadzam się</button>"
                     "<button>Zarządzaj</button></div>" + story("Nocny prom", "pl")))),
    good("https://porom-notice.test/a/2210", "Повідомлення про пором", "a very short page in full dress, Ukrainian",
         Answer(office("Повідомлення про пором", "uk", "Портова рада", "<h1>Повідомлення про пором</h1><p>З "
             "понеділка пором ходить до "
                       "восьмої вечора.</p>"))),
    good("https://login-help.example/a/2210", "How to log in to the ferry account", "a manual about signing in, "
        "with a picture of a form",
         Answer(office("How to log in to the ferry account", "en", "Ferry help", story("How to log in to the ferry "
             "account", "en",
                       count=2, lead="<ol><li>Choose Log in.</li><li>Enter your password.</li></ol>")))),
    good("https://age-law.test/a/2210", "Age verification: are you over 18?", "an article on a law",
         Answer(blog("Age verification: are you over 18?", "en", "Reel Notes", story("Age verification: are you "
             "over 18?", "en")))),
    good("https://free-cookie.example/a/2210", "Tàu đêm không còn chạy", "a cookie is set by a redirect to itself, "
        "Vietnamese",
         CookieGate("visited=1", Redirect("https://free-cookie.example/a/2210", 302, (("Set-Cookie",
             "visited=1; Path=/"),)),
                    Answer(news("Tàu đêm không còn chạy", "vi", "Báo Bến", story("Tàu đêm không còn chạy", "vi"))))),
)  # fmt: skip
EVERYWHERE = ("baza-200.test", "udrzba-200.example", "manutencao-200.test")
SITE = Site(
    hosts=tuple(Host(name, missing=page.behaviour) for name in EVERYWHERE for page in ILL if f"//{name}/" in page.url),
    pages=(*SIGN_IN, *TILL, *CONSENT, *REFUSALS, *LIMITS, *ILL, *MENDS),
)
