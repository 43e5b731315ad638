"""Pages that say themselves that they are gone, sites at rest, frames without text, gates.

Written after `newer_walls` to `odd_forms` were scored and before any rule was read: the kinds that were missed there,
made in other ways, and for each an honest page that looks like it.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import bare, blog, news, office, story, told
from tests.web.sites.making import good, soft, unclear

KILN = "The last kiln on the canal"
HIDDEN = '<meta name="robots" content="noindex">'


def withdrawn(url: str, title: str, why: str, answer: Behaviour) -> Page:
    """A page that is gone, on a host that knows which addresses it has had: others get an honest 404."""
    return soft(url, title, why, answer)


WITHDRAWN = (
    withdrawn("https://petites-annonces.example/annonce/88120", "Four à chaux, dernier du canal",
        "an offer withdrawn, French",
              Answer(news("Cette annonce n'est plus disponible", "fr", "Le Bon Quai", "<h1>Cette annonce n'est plus "
                  "disponible</h1>"
                          "<p>Découvrez des annonces semblables.</p>", head=HIDDEN, og=False))),
    withdrawn("https://videos-canal.test/v/7712", "El último horno del canal", "a film withdrawn, Spanish",
              Answer(bare("Vídeo no disponible", "<div class='player-error'><h1>Este vídeo ya no está "
                                                 "disponible</h1></div>", language="es"))),
    withdrawn("https://fotos-rio.example/p/9912", "O último forno do canal", "a post withdrawn, Portuguese",
              Answer(blog("Conteúdo indisponível", "pt", "Fotos do Rio", "<h1>Este conteúdo foi removido</h1><p>O "
                  "autor apagou a publicação.</p>",
                          head=HIDDEN))),
    withdrawn("https://vacatures-kanaal.test/vacature/stoker-18", "Stoker voor de kalkoven", "a post filled, Dutch",
              Answer(office("Vacature verlopen", "nl", "Werk aan het kanaal", "<h1>Deze vacature is niet meer "
                  "beschikbaar</h1>", head=HIDDEN))),
    withdrawn("https://gesipan.example/board/view.php?no=1881", "운하의 마지막 가마", "an alert and the way back, "
        "Korean",
              Answer("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><script>alert('삭제되었거나 "
                     "존재하지 않는 게시물입니다.');history."
                     "back();</script></body></html>")),
    Page("https://gongzhonghao.test/s/aB3dE",
         Answer(bare("", "<div class='weui-msg'><i class='weui-icon-warn'></i><h2>该内容已被发布者删除</h2></div>",
             language="zh")),
         Truth("soft_404", "broken", "运河上最后一座窑", "a writer's own deletion, without a title, Chinese",
             also=("unrendered",),
               also_verdicts=("review",))),
    withdrawn("https://stena-vk.example/wall-77_1881", "Последняя печь на канале", "a post withdrawn, Russian",
              Answer(news("Ошибка", "ru", "Стена", "<div class='message_page'><h1>Ошибка</h1><p>Запись удалена либо "
                                                   "ещё не опубликована.</p></div>",
                          head=HIDDEN, og=False))),
    withdrawn("https://ilan-liman.test/ilan/1881", "Kanaldaki son fırın", "an offer withdrawn, Turkish",
              Answer(news("İlan yayında değil", "tr", "Liman İlan", "<h1>Bu ilan yayından "
                                                                    "kaldırılmıştır</h1><p>Benzer ilanlara bakın.</p>",
                          head=HIDDEN, og=False))),
    withdrawn("https://mosad-arabi.example/post/1881", "آخر فرن على القناة", "content gone, Arabic",
              Answer(blog("المحتوى غير متاح", "ar", "ضفاف", "<h1>هذا المحتوى لم يعد متاحًا</h1><p>ربما حذفه "
                                                            "صاحبه.</p>", head=HIDDEN))),
    withdrawn("https://shared-files.test/s/kq81/kiln.pdf", KILN, "a shared file that its owner deleted",
              Answer(bare("File deleted", "<div class='error'><h1>This item was deleted</h1><p>The owner of this "
                                          "link removed the file.</p></div>"))),
    withdrawn("https://annonser-sjo.example/annons/1881", "Den sista kalkugnen", "an offer withdrawn, Swedish",
              Answer(news("Annonsen är borttagen", "sv", "Sjöannonser", "<h1>Annonsen är borttagen</h1>", head=HIDDEN,
                  og=False))),
    withdrawn("https://ogloszenia-kanal.test/o/1881", "Ostatni piec nad kanałem", "an offer run out, Polish",
              Answer(news("Ogłoszenie nieaktualne", "pl", "Kanał Ogłoszeń", "<h1>To ogłoszenie jest już "
                  "nieaktualne</h1>", head=HIDDEN, og=False))),
    Page("https://json-404.example/articles/1881", Answer('{"code":404,"msg":"文章不存在","data":null}',
        content_type="application/json"),
         Truth("soft_404", "broken", "运河上最后一座窑", "an error as data, with status 200, Chinese",
             also=("unrendered",), also_verdicts=("review",))),
)  # fmt: skip
STILL_THERE = (
    good("https://old-advice.example/a/18", KILN, "a whole page that is no longer kept up to date, and says so first",
         Answer(office(KILN, "en", "Canal Office", "<div class='banner'>This page is no longer available for "
                                                   "editing and was withdrawn on 3 May 2019."
                       "</div>" + story(KILN, "en"), head=HIDDEN))),
    good("https://job-title.test/jobs/18", "Heizer für den Kalkofen", "an advertisement with its text, though "
        "filled, German",
         Answer(news("Heizer für den Kalkofen", "de", "Uferjobs", "<div class='note'>Diese Stelle ist nicht mehr "
                                                                  "verfügbar.</div>" +
                     story("Heizer für den Kalkofen", "de", count=3), head=HIDDEN))),
    good("https://retracted.example/article/18", "Lime and lungs: a study of kiln workers", "a paper that was taken "
        "back, still to be read",
         Answer(office("RETRACTED: Lime and lungs: a study of kiln workers", "en", "Journal of Kilns",
                       story("RETRACTED: Lime and lungs: a study of kiln workers", "en", count=4)))),
    good("https://video-news.test/a/18", "“Ce contenu n'est plus disponible” : les images effacées",
        "an article on deleted films, French",
         Answer(news("“Ce contenu n'est plus disponible” : les images effacées", "fr", "Le Rivage",
                     story("“Ce contenu n'est plus disponible” : les images effacées", "fr")))),
    good("https://deleted-poem.example/a/18", "삭제된 게시물", "a poem so named, Korean", Answer(blog("삭제된 게시물",
        "ko", "시", story("삭제된 게시물", "ko", count=1)))),
    good("https://thread-gap.test/t/18", "Kdo postavil poslední pec?", "a thread in which one answer was deleted, "
        "Czech",
         Answer(blog("Kdo postavil poslední pec?", "cs", "Fórum", story("Kdo postavil poslední pec?", "cs", count=2) +
                     "<div class='post deleted'>Tento příspěvek byl smazán.</div>" + told("cs", "r", 1)))),
)  # fmt: skip
RESTING: dict[str, tuple[str, str, Answer]] = {
    "pause-fr.example": ("Le dernier four du canal", "at rest, French", Answer(bare(
        "Site en maintenance", "<h1>Nous revenons bientôt</h1><p>Notre site est en cours de maintenance.</p>",
        language="fr"))),
    "pausa-es.test": ("El último horno del canal", "at rest, Spanish, in dress", Answer(office(
        "Mantenimiento", "es", "Ayuntamiento", "<h1>Estamos realizando tareas de mantenimiento</h1><p>Disculpe las "
                                               "molestias.</p>"))),
    "raboty.example": ("Последняя печь на канале", "at rest, Russian", Answer(bare(
        "Технические работы", "<h1>На сайте ведутся технические работы</h1><p>Мы скоро вернёмся.</p>", language="ru"))),
    "tenken.test": ("運河の最後の窯", "at rest, Japanese", Answer(bare(
        "メンテナンス中", "<h1>ただいまメンテナンス中です</h1><p>ご迷惑をおかけしますが、しばらくお待ちください。</"
                   "p>", language="ja"))),
    "jeomgeom.example": ("운하의 마지막 가마", "at rest, Korean", Answer(bare(
        "서비스 점검 안내", "<h1>시스템 점검 중입니다</h1><p>점검 시간: 02:00 ~ 06:00</p>", language="ko"))),
    "weihu.test": ("运河上最后一座窑", "at rest, Chinese", Answer(bare(
        "系统维护中", "<h1>系统升级维护中，请稍后访问</h1>", language="zh"))),
    "bakimda.example": ("Kanaldaki son fırın", "at rest, Turkish", Answer(bare(
        "Bakımdayız", "<h1>Sitemiz bakımda</h1><p>Kısa süre sonra yeniden buradayız.</p>", language="tr"))),
    "crowd.test": (KILN, "too many guests, said with status 200", Answer(bare(
        "High traffic", "<h1>We are a little busy</h1><p>So many people want to visit that the site cannot serve "
                        "you right now. Please try again in a few "
        "minutes.</p>"))),
    "fatal-php.example": (KILN, "a program that broke off, with status 200", Answer(
        "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in "
        "/var/www/html/inc/db.php:12\nStack trace:\n#0 "
        "/var/www/html/index.php(3): require()\n#1 {main}\n  thrown in <b>/var/www/html/inc/db.php</b> on line "
        "<b>12</b><br />\n", content_type="text/html")),
    "too-many-links.test": (KILN, "a database that refuses, with status 200", Answer(bare(
        "Error", "<p>SQLSTATE[08004] [1040] Too many connections</p>"))),
}  # fmt: skip
RESTS = tuple(
    unclear("server_error", f"https://{host}/a/1881", title, why, answer, also=("unrendered", "access_denied"))
    for host, (title, why, answer) in RESTING.items()
)
REST_BY_HOP = (
    unclear("server_error", "https://to-wartung.example/a/18", "Der letzte Ofen am Kanal", "302 to a page of works, "
        "German", Redirect("/wartung"),
            also=("redirected_elsewhere", "unrendered", "access_denied")),
    Page("https://to-wartung.example/wartung", Answer(bare("Wartungsarbeiten", "<h1>Wir warten unsere "
        "Systeme</h1><p>Bitte versuchen Sie es später."
                                                           "</p>", language="de"))),
    unclear("server_error", "https://bandwidth.test/a/18", KILN, "509", Answer(bare("509 Bandwidth Limit Exceeded",
        "<h1>Bandwidth Limit Exceeded</h1>"),
                                                                               509, reason="Bandwidth Limit Exceeded")),
)  # fmt: skip
HOLLOW: dict[str, tuple[str, str, Answer]] = {
    "vue-menus.example": (KILN, "menus from the server, the text from a script", Answer(office(
        "Canal Office", "en", "Canal Office", "<div id='app' v-cloak><router-view></router-view></div><script "
                                              "src='/js/chunk-vendors.js'></script><script "
        "src='/js/app.js'></script>"))),
    "aura.test": (KILN, "a community of a maker of customer software", Answer(bare(
        "Canal help", "<div id='auraLoadingBox' class='loadingHide'><span>Loading</span></div><div "
                      "id='auraErrorMask'><div id='auraError'><span>Sorry to "
        "interrupt</span><div>CSS Error</div><a href=''>Refresh</a></div></div><script "
        "src='/s/sfsites/auraFW/javascript/x/aura_prod.js'></script>"))),
    "kleje.example": ("Ostatni piec nad kanałem", "a wheel and menus, Polish", Answer(news(
        "Głos Kanału", "pl", "Głos Kanału", "<div id='__next'><div class='loader' "
                                            "role='status'>Ładowanie…</div></div><script src='/_next/static/chunks/"
        "main.js' defer></script>", og=False))),
    "jiazai.test": ("运河上最后一座窑", "a wheel, Chinese", Answer(bare(
        "运河网", "<div id='app'><div class='loading'>正在加载中...</div></div><script "
               "src='/static/js/app.js'></script>", language="zh"))),
    "bailout.example": ("Le dernier four du canal", "a frame that gave up drawing on the server, French", Answer(news(
        "", "fr", "Le Rivage", "<template data-dgst='BAILOUT_TO_CLIENT_SIDE_RENDERING'></template><script>"
                               "self.__next_f=self.__next_f||[];</script>",
        og=False))),
    "mod-shell.test": ("Der letzte Ofen am Kanal", "a state's portal of modules, German", Answer(bare(
        "Serviceportal", "<header>Serviceportal</header><sp-root class='hydrating'></sp-root><noscript>Bitte "
                         "aktivieren Sie JavaScript.</noscript><script "
        "type='module' src='/main-ES2015.js'></script>", language="de"))),
}  # fmt: skip
HOLLOWS = tuple(
    unclear("unrendered", f"https://{host}/a/1881", title, why, answer) for host, (title, why, answer) in HOLLOW.items()
)
BOX = "<h1>{0}</h1><form method='post'><input name='n'><input type='password' name='p'><button>{0}</button></form>"
HOPS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("konto-de.example", "/anmeldung?ziel=%2Fa%2F18", "de", "Der letzte Ofen am Kanal", "Anmeldung",
        BOX.format("Anmelden")),
    ("compte-fr.test", "/connexion?retour=/a/18", "fr", "Le dernier four du canal", "Connexion",
        BOX.format("Se connecter")),
    ("conto-it.example", "/accedi?from=%2Fa%2F18", "it", "L'ultima fornace", "Accedi", BOX.format("Accedi")),
    ("hesap-tr.test", "/giris?donus=%2Fa%2F18", "tr", "Kanaldaki son fırın", "Üye girişi", BOX.format("Giriş yap")),
    ("bitrix-ru.example", "/auth/?backurl=%2Fa%2F18", "ru", "Последняя печь на канале", "Авторизация",
        BOX.format("Войти")),
    ("rodo-pl.test", "/rodo?back=%2Fa%2F18", "pl", "Ostatni piec nad kanałem", "Twoja prywatność",
     ("<h1>Twoja prywatność</h1><p>My i nasi partnerzy prosimy o zgodę na przetwarzanie danych.</p><button>Przejdź "
     "do serwisu</button>")),
    ("samtykke.example", "/samtycke?u=%2Fa%2F18", "sv", "Den sista kalkugnen", "Samtycke", ("<h1>Ditt val om "
        "kakor</h1><button>Acceptera alla</button>"
     "<button>Endast nödvändiga</button>")),
    ("cookiewall-nl.test", "/cookiewall?url=%2Fa%2F18", "nl", "De laatste kalkoven", "Cookies toestaan?",
     "<h1>Cookies toestaan?</h1><p>Wij en onze partners plaatsen cookies.</p><button>Ja, ik ga akkoord</button>"),
    ("consenso-it.example", "/privacy/consenso?redirect=%2Fa%2F18", "it", "L'ultima fornace", "Il tuo consenso",
     ("<h1>La tua privacy è importante</h1><p>Accetta i cookie oppure abbonati.</p><button>Accetta e "
     "continua</button><button>Rifiuta e abbonati</button>")),
    ("wiek-pl.test", "/weryfikacja-wieku?return=%2Fa%2F18", "pl", "Wino z ostatniego pieca", "Weryfikacja wieku",
     "<h1>Czy masz 18 lat?</h1><button>Tak</button><button>Nie</button>"),
)  # fmt: skip
GATES = (
    *(unclear("access_wall", f"https://{host}/a/18", title, f"a gate after a hop, {language}", Redirect(where))
      for host, where, language, title, _, _ in HOPS),
    *(Page(f"https://{host}{where}", Answer(bare(name, body, language=language))) for host, where, language, _, name,
        body in HOPS),
    unclear("access_wall", "https://alert-login.example/view/18", "운하의 마지막 가마", "an alert and the way to "
        "the sign-in, Korean",
            Answer("<html><head><meta charset='utf-8'></head><body><script>alert('로그인이 필요한 "
                   "서비스입니다.');location.href='/member/login?url=/view/18';"
                   "</script></body></html>")),
    Page("https://alert-login.example/member/login?url=/view/18", Answer(bare("로그인", BOX.format("로그인"),
        language="ko"))),
    unclear("access_wall", "https://vb-board.test/showthread.php?t=18", KILN, "a board's notice and its form",
            Answer(blog("Canal board", "en", "Canal board", "<div class='panel'><p>You are not logged in or you do "
                                                            "not have permission to access this page."
                        "</p>" + BOX.format("Log in") + "</div>"))),
    unclear("access_wall", "https://members-jp.example/kiji/18", "運河の最後の窯", "a notice without a form, Japanese",
            Answer(news("会員限定", "ja", "運河新聞", "<h1>会員限定ページ</h1><p>"
                                              "このページをご覧いただくにはログインが必要です。</p><a "
                                              "href='/login'>ログイン</a>",
                        og=False))),
    unclear("access_wall", "https://dangnhap.test/bai/18", "Lò gạch cuối cùng", "a notice without a form, Vietnamese",
            Answer(blog("Thông báo", "vi", "Diễn đàn", "<div class='notice'><p>Bạn cần đăng nhập để xem nội dung "
                                                       "này.</p></div>"))),
    unclear("access_wall", "https://xabar.example/thread/18", "Последняя печь на канале", "a notice for guests, "
        "Russian board",
            Answer(blog("Информация", "ru", "Форум", "<div class='errorwrap'><p>Гости не могут просматривать эту "
                                                     "тему. Пожалуйста, войдите или "
                        "зарегистрируйтесь.</p></div>"))),
    good("https://prihlaska.test/a/18", "Přihlášení k výletu na poslední pec", "how to join an outing, with a form, "
        "Czech",
         Answer(office("Přihlášení k výletu na poslední pec", "cs", "Spolek", story("Přihlášení k výletu na "
             "poslední pec", "cs", count=1) + "<form "
                       "method='post'><input name='jmeno'><input type='email' name='m'><button>Přihlásit "
                       "se</button></form>"))),
)  # fmt: skip
SITE = Site(
    hosts=tuple(Host(host, missing=answer) for host, (_, _, answer) in (RESTING | HOLLOW).items()),
    pages=(*WITHDRAWN, *STILL_THERE, *RESTS, *REST_BY_HOP, *HOLLOWS, *GATES),
)
