"""Pages that need a browser, papers, encodings, fragments, and plain good pages.

Written blind: before any rule was read or tried on it.
"""

from __future__ import annotations

from urllib.parse import quote as quoted

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import pdf
from tests.web.sites.dressing import bare, blog, lines, news, office, story, told
from tests.web.sites.making import good, unclear

BELL = "The bell that was rung for fog"
DE, RU, JA = "Die Nebelglocke", "Колокол, в который били в туман", "霧の日に鳴る鐘"
ZH, KO = "雾天敲响的钟", "안개를 알리던 종"


def drawn(host: str, why: str, title: str, answer: Answer, also: tuple[str, ...] = ()) -> Page:
    """A page whose text a script fetches."""
    return unclear("unrendered", f"https://{host}/stories/18", title, why, answer, also=also)


UNRENDERED = (
    drawn("react-bell.example", "an empty root and a word to those without scripts", BELL,
          Answer(bare("Fog Bells", "<noscript>You need to enable JavaScript to run this app.</noscript><div "
                                   "id='root'></div><script src='/static/js/"
                      "main.4f1c.js'></script>"))),
    drawn("ng-glocke.test", "Angular, German", DE,
          Answer(bare("Nebelportal", "<app-root></app-root><script src='runtime.js' type='module'></script><script "
                                     "src='main.js' type='module'></script>",
                      head="<base href='/'>", language="de"))),
    drawn("flutter-kane.example", "Flutter, Japanese", JA,
          Answer(bare("霧の鐘", "<script src='flutter_bootstrap.js' async></script>", head="<base href='/'><meta "
              "name='description' content='霧の鐘'>",
                      language="ja"))),
    drawn("skeleton-bells.test", "menus in full, and grey bars for the text, Spanish", "La campana de la niebla",
          Answer(news("", "es", "La Orilla", "<div id='app' data-server-rendered='false'><div class='skeleton' "
                                             "aria-busy='true'><div class='bar'></div><div "
                      "class='bar'></div><div class='bar'></div><span>Cargando…</span></div></div><script "
                      "src='/_nuxt/entry.js' type='module'></script>",
                      og=False))),
    drawn("wait-please.example", "only a wheel that turns, Turkish", "Sis çanı",
          Answer(bare("Kıyı Postası", "<div id='__nuxt'></div><div class='spinner'>Yükleniyor...</div><script "
                                      "src='/_nuxt/a1.js'></script>", language="tr"))),
    drawn("enable-js.test", "a demand for scripts, Russian", RU,
          Answer(bare("Береговая газета", "<noscript><h2>Для работы сайта включите JavaScript в настройках "
                                          "браузера</h2></noscript><div id='app'></div><script "
                      "src='/js/app.js'></script>", language="ru"))),
    drawn("title-in-head.example", "an empty root, the title stands in the head", BELL,
          Answer(bare(f"{BELL} | Fog Bells", "<div id='root'></div><script src='/a.js'></script>",
              head=f"<meta property='og:title' content='{BELL}'>")),
          ),
)  # fmt: skip
UNRENDERED = (
    *UNRENDERED[:-1],
    Page(UNRENDERED[-1].url, UNRENDERED[-1].behaviour, Truth("unrendered", "review", BELL, "an empty root, its "
        "title in the head", also=("ok",),
                                                             also_verdicts=("ok",))),
)  # fmt: skip


def paper(title: str, seed: str) -> bytes:
    """A PDF of one page."""
    return pdf(title, lines("en", seed, 12))


VIEWER = (
    "<div id='outerContainer'><div id='toolbarViewer'><button id='download'></button></div><div "
    "id='viewerContainer'><embed src='/raw/bell.pdf' "
    "type='application/pdf'></div></div><script src='/pdfjs/web/viewer.js'></script>"
)
PAPERS = (
    good("https://octet-paper.example/files/bell.pdf", BELL, "a PDF sent as mere bytes", Answer(paper(BELL, "octet"),
        content_type="application/octet-stream",
         headers=(("Content-Disposition", 'attachment; filename="bell.pdf"'),))),
    good("https://force-paper.test/getfile.aspx?id=18", BELL, "a PDF at an address without the ending",
        Answer(paper(BELL, "force"),
         content_type="application/force-download")),
    good("https://html-typed-paper.example/bell.pdf", BELL, "a PDF sent as text/html", Answer(paper(BELL, "typed"),
        content_type="text/html")),
    good("https://untyped-paper.test/bell.pdf", BELL, "a PDF sent without a type", Answer(paper(BELL, "untyped"),
        content_type=None)),
    good("https://landing-paper.example/bitstream/handle/18/bell.pdf", BELL, "a landing page in a PDF's place, with "
        "its title and summary",
         Answer(office(BELL, "en", "Repository of Haldenau", f"<h1>{BELL}</h1><p>Harbour society "
                                                             f"(2014)</p><h2>Abstract</h2>" + told("en", "abs", 2) +
                       "<a href='/download/18'>Download (PDF, 2.1 MB)</a>", head=f"<meta name='citation_title' "
                           f"content='{BELL}'><meta name='citation_pdf_url' "
                       "content='https://landing-paper.example/download/18'>"))),
    good("https://hop-paper.test/content/18.full.pdf", BELL, "302 from a PDF to its landing page",
        Redirect("/content/18")),
    Page("https://hop-paper.test/content/18", Answer(office(BELL, "en", "Journal of Fog",
        f"<h1>{BELL}</h1>" + told("en", "jf", 3)))),
    Page("https://viewer-paper.example/doc/bell.pdf", Answer(bare(f"{BELL}.pdf", VIEWER)),
         Truth("ok", "ok", BELL, "a viewer in a PDF's place, which names it", also=("unrendered",),
             also_verdicts=("review",))),
    unclear("access_wall", "https://login-paper.test/papers/18.pdf", BELL, "a sign-in in a PDF's place",
        Redirect("/login?return=/papers/18.pdf")),
    Page("https://login-paper.test/login?return=/papers/18.pdf", Answer(office("Sign in", "en", "Journal of Fog",
        "<h1>Sign in</h1><form method='post'><input "
         "name='u'><input type='password' name='p'><button>Sign in</button></form>"))),
    good("https://word-paper.example/bericht.doc", DE, "a Word file",
        Answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, content_type="application/msword")),
    good("https://table-paper.test/bells.csv", "Bells by year", "a table", Answer("year,bells\n1951,14\n1952,12\n",
        content_type="text/csv")),
    good("https://picture.example/img/bell.jpg", BELL, "a picture",
        Answer(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x01" * 3000, content_type="image/jpeg")),
    good("https://plain-words.test/rfc/bell.txt", BELL, "plain words", Answer(f"{BELL}\n\n" + "\n".join(lines("en",
        "txt", 20)), content_type="text/plain")),
)  # fmt: skip


def coded(url: str, title: str, language: str, why: str, codec: str, content_type: str, meta: str = "") -> Page:
    """A page in that encoding, declared as told."""
    text = office(title, language, "Archive", story(title, language, count=4)).replace(
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', meta
    )
    return good(url, title, why, Answer(text.encode(codec, "xmlcharrefreplace"), content_type=content_type))


BARE = "text/html"
ENCODINGS = (
    coded("https://kolokol-1251.example/a", RU, "ru", "windows-1251, declared in the header", "cp1251",
        "text/html; charset=windows-1251"),
    coded("https://kolokol-bare.test/a", RU, "ru", "windows-1251, declared nowhere", "cp1251", BARE),
    coded("https://kolokol-koi.example/a", RU, "ru", "KOI8-R, declared in the page", "koi8-r", BARE,
        "<meta charset='koi8-r'>"),
    coded("https://dzvin-1251.test/a", "Дзвін у тумані", "uk", "windows-1251, declared nowhere", "cp1251", BARE),
    coded("https://kane-sjis.example/a", JA, "ja", "Shift_JIS, declared in the page", "shift_jis", BARE,
        "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>"),
    coded("https://kane-euc.test/a", JA, "ja", "EUC-JP, declared nowhere", "euc_jp", BARE),
    coded("https://zhong-gbk.example/a", ZH, "zh", "GB 18030, called gb2312 in the page", "gb18030", BARE,
        "<meta charset='gb2312'>"),
    coded("https://zhong-big5.test/a", "霧天敲響的鐘", "zh-TW", "Big5, declared in the header", "big5",
        "text/html; charset=big5"),
    coded("https://jong-euckr.example/a", KO, "ko", "EUC-KR, declared nowhere", "euc_kr", BARE),
    coded("https://dzwon-8859.test/a", "Dzwon, w który bito we mgle", "pl", "ISO 8859-2, declared wrongly as UTF-8",
        "iso8859-2", "text/html; charset=utf-8"),
    coded("https://glocke-utf.example/a", "Die Glocke überm Nebelmeer", "de", "UTF-8, declared wrongly as ISO "
        "8859-1 in the header", "utf-8",
          "text/html; charset=iso-8859-1", "<meta charset='utf-8'>"),
    coded("https://jaras-1256.test/a", "جرس الضباب", "ar", "windows-1256, declared in the page", "cp1256", BARE,
        "<meta charset='windows-1256'>"),
    coded("https://rakhang.example/a", "ระฆังบอกหมอก", "th", "TIS-620, declared in the header", "tis-620",
        "text/html; charset=tis-620"),
    coded("https://utf16-bell.test/a", "Η καμπάνα της ομίχλης", "el", "UTF-16 with its mark", "utf-16", BARE),
    coded("https://paamon.example/a", "פעמון הערפל", "he", "windows-1255, declared in the header", "cp1255",
        "text/html; charset=windows-1255"),
    coded("https://harang-1250.test/a", "A ködharang, amelyet félrevertek", "hu", "windows-1250, declared nowhere",
        "cp1250", BARE),
)  # fmt: skip
KEPT = "It was rung by hand until the winter when the keeper lost count of the hours"
FRAGMENTS = (
    good("https://anchors.example/bells#history", BELL, "a part that is there",
         Answer(blog(BELL, "en", "Fog Notes", story(BELL, "en") + "<h2 id='history'>History</h2>" + told("en", "h",
             1)))),
    good("https://no-anchor.test/bells#chapter-9", BELL, "a part that is not there on a page that is",
        Answer(blog(BELL, "en", "Fog Notes", story(BELL, "en")))),
    good("https://text-there.example/bells#:~:text=" + quoted("rung by hand until the winter"), BELL,
        "words that are there",
         Answer(news(BELL, "en", "Fog Post", story(BELL, "en", quote=KEPT + ".")))),
    good("https://text-gone.test/bells#:~:text=" + quoted("a sentence that nobody wrote"), BELL,
        "words that are not there on a page that is",
         Answer(news(BELL, "en", "Fog Post", story(BELL, "en")))),
    good("https://text-ja.example/kane#:~:text=" + quoted("霧の日に"), JA, "words in Japanese that are there",
        Answer(news(JA, "ja", "岸辺新聞", story(JA, "ja")))),
)  # fmt: skip


def plain(url: str, title: str, language: str, why: str, manner: int, count: int = 5, **more: str) -> Page:
    """A good page in one of the three manners."""
    dress = (news, blog, office)[manner]
    return good(url, title, why, Answer(dress(title, language, "Fog", story(title, language, count=count, **more))))


SPOKEN = "Nobody heard the second stroke because the wind had turned"
HONEST = (
    plain("https://mgla.example/dzwon", "Dzwon mglisty", "pl", "an ordinary page, Polish", 0),
    plain("https://zvon.test/mlha", "Zvon do mlhy", "cs", "an ordinary page, Czech", 1),
    plain("https://klok.example/mist", "De mistklok", "nl", "an ordinary page, Dutch", 2),
    plain("https://klockan.test/dimma", "Dimklockan", "sv", "an ordinary page, Swedish", 0),
    plain("https://sumukello.example/1", "Sumukello", "fi", "an ordinary page, Finnish", 1),
    plain("https://clopot.test/ceata", "Clopotul de ceață", "ro", "an ordinary page, Romanian", 2),
    plain("https://zang.example/meh", "زنگ مه", "fa", "an ordinary page, Persian", 0),
    plain("https://chuong.test/suong", "Chuông báo sương mù", "vi", "an ordinary page, Vietnamese", 1),
    plain("https://lonceng.example/kabut", "Lonceng kabut", "id", "an ordinary page, Indonesian", 2),
    plain("https://ghanti.test/kohra", "कोहरे की घंटी", "hi", "an ordinary page, Hindi", 0),
    plain("https://wuzhong.example/18", "霧中的鐘", "zh-TW", "an ordinary page, traditional Chinese", 1),
    plain("https://jong.test/18", KO, "ko", "an ordinary page, Korean", 2),
    plain("https://rakhang-mok.example/18", "ระฆังในหมอก", "th", "an ordinary page, Thai", 0),
    plain("https://paamonim.test/18", "פעמון בערפל", "he", "an ordinary page, Hebrew", 1),
    plain("https://maint-news.example/18", "Site under maintenance: how the harbour web was mended", "en",
        "a report on works", 0),
    plain("https://loading.test/18", "Loading… a poem", "en", "a poem so named, short", 1, 1),
    plain("https://js-guide.example/18", "How to enable JavaScript in your browser", "en", "a manual on scripts", 2, 2),
    plain("https://cookies-law.test/18", "Cookies: chi decide che cosa si accetta", "it", "news on cookies, Italian",
        0, 3),
    plain("https://index-of.example/18", "Index of fog bells", "en", "a list so named", 1),
    plain("https://gone-title.test/18", "Gone: the bells that were melted", "en", "a title with the word", 0),
    plain("https://errors-500.example/18", "Internal Server Error: a novel", "en", "a review of a book so named", 1, 3),
    plain("https://too-many.test/18", "Too many requests, too few bells", "en", "a number's name in a title", 2, 3),
    good("https://tiny.example/18", "Glocke", "three words and no dress", Answer("<title>Glocke</title><h1>Glocke</"
        "h1><p>Gegossen 1881.</p>")),
    good("https://old-frame.test/bell.htm", "Alte Glocken", "a page of 1998, no head to speak of",
         Answer("<HTML><HEAD><TITLE>Alte Glocken</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=+2>Alte "
                "Glocken</FONT></CENTER><HR>Die Glocke von "
                "Haldenau wurde 1881 gegossen und 1917 eingeschmolzen.<P>Stand: Mai 1998</BODY></HTML>".encode(
                    "latin-1"), content_type=BARE)),
    good("https://gallery.example/bells", "Fog bells: pictures", "pictures and few words",
         Answer(blog("Fog bells: pictures", "en", "Fog Notes", "<h1>Fog bells: pictures</h1>" + "".join(
             f"<figure><img src='/b{n}.jpg' alt='Bell {n}'></figure>" for n in range(12))))),
    good("https://quoted-bell.test/18", None, "only a quotation to tell by", Answer(news("Fog", "en", "Fog Post",
        story("Fog", "en", quote=SPOKEN + ".")))),
    good("https://no-title-given.example/18", None, "nothing to tell by", Answer(news(BELL, "en", "Fog Post",
        story(BELL, "en")))),
    good("https://long-page.test/18", "Verzeichnis der Nebelglocken", "a very long page",
        Answer(office("Verzeichnis der Nebelglocken", "de", "Amt",
         story("Verzeichnis der Nebelglocken", "de", count=120)))),
    good("https://gzip-bell.example/18", "La cloche de brume", "packed", Answer(news("La cloche de brume", "fr",
        "Le Rivage", story("La cloche de brume", "fr")),
         coding="gzip", framing="chunked")),
    good("https://next-data.test/18", BELL, "a page drawn beforehand, with its data behind it",
         Answer(bare(f"{BELL} | Fog", f"<div id='__next'>{story(BELL, 'en')}</div><script id='__NEXT_DATA__' "
                                      f"type='application/json'>{{\"props\":{{}},\"page\":"
                     "\"/404\",\"isFallback\":false}</script>"))),
    good("https://search-kept.example/s?q=bell", "Search results for bell", "a search that is itself cited",
         Answer(blog("Search results for bell", "en", "Fog Notes", "<h1>Search results for bell</h1><ol>" + "".join(
             f"<li><a href='/{n}'>{text}</a></li>" for n, text in enumerate(lines("en", "sr", 9))) + "</ol>"))),
    good("https://root-cited.test/", "Fog bell society", "a home page that is itself cited",
        Answer(blog("Fog bell society", "en", "Fog bell society",
         story("Fog bell society", "en", count=3)))),
    good("https://accents.example/städte/glocken%20und%20nebel", "Glocken und Nebel",
         "umlauts and coded spaces in the address",
         Answer(news("Glocken und Nebel", "de", "Uferbote", story("Glocken und Nebel", "de")))),
)  # fmt: skip
SITE = Site(
    hosts=tuple(Host(page.url.split("/")[2], missing=page.behaviour) for page in UNRENDERED),
    pages=(*UNRENDERED, *PAPERS, *ENCODINGS, *FRAGMENTS, *HONEST),
)  # fmt: skip
