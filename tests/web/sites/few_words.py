"""Pages of few words that speak of what is missing, and pages that are missing, in pairs.

What 432 short pages in seventy languages taught, made otherwise: offices that answer that they hold no such thing,
works and lessons named after errors, laws with empty paragraphs, notices that a page is not kept up, lists of results;
beside them offers that are taken, and error pages behind a number in their address. At first sight 23 of the 40
verdicts were right, five that were not called something alive broken, and nine called something gone fine.
"""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Host, Page, Site, Truth
from tests.web.sites.dressing import bare, blog, news, office, told
from tests.web.sites.making import good, soft

LOOKS = {"news": news, "blog": blog, "office": office}


def shown(look: str, language: str, site: str, title: str, *said: str, heading: str | None = None) -> Answer:
    """A page in that dress: its heading, then a paragraph for each of `said`."""
    middle = f"<h1>{heading or title}</h1>" + "".join(f"<p>{one}</p>" for one in said)
    return Answer(LOOKS[look](title, language, site, middle))


def to_look_at(url: str, why: str, answer: Answer) -> Page:
    """Fine, and bare: without a title to look for, to have a person look is careful; to call it broken is not."""
    return Page(url, answer, Truth("ok", "ok", None, why, also=("unrendered",), also_verdicts=("review",)))


def taken(url: str, why: str, answer: Answer) -> Page:
    """Gone, and bare, on a host that is honest about made-up names: a person may be sent to look."""
    return soft(url, None, why, answer, also=("unrendered",), also_verdicts=("review",))


REPLIES = (
    to_look_at("https://gemeente-sluis.example/besluiten/brief-oever", "an office holds no such paper, nl",
               shown("office", "nl", "Gemeente Sluis", "Beslissing op bezwaar", "De gevraagde notitie bestaat niet, "
                     "zo heeft het college vastgesteld.", "Beroep staat open binnen zes weken.")),
    to_look_at("https://urzad-rzeki.example/bip/odpowiedz-most", "the same, pl",
               shown("office", "pl", "Urząd", "Odpowiedź wójta", "Żądany plik z pomiarami nie istnieje. Pomiarów "
                     "nie prowadzono.")),
    to_look_at("https://arkhiv-reki.example/otvety/spravka", "an archive's letter, ru",
               shown("office", "ru", "Архив", "Архивная справка", "Запрошенный документ не найден: фонд сгорел в "
                     "1942 году.")),
    to_look_at("https://arsiv-nehir.example/cevaplar/dilekce", "an archive's letter, tr",
               shown("office", "tr", "Arşiv", "Dilekçenize cevap", "İstenen dosya bulunamamıştır. Kayıtlar yangında "
                     "yok olmuştur.")),
    to_look_at("https://ijabat-nahr.example/rudud/talab", "an office's letter, ar",
               shown("office", "ar", "الأرشيف", "جواب الإدارة", "الملف المطلوب غير موجود لدى الإدارة.")),
    to_look_at("https://teshuvot-nahal.example/tshuvot/bakasha", "an office's letter, he",
               shown("office", "he", "הארכיון", "מענה לפנייה", "המסמך המבוקש לא קיים ברשות המשרד.")),
    to_look_at("https://huida-he.example/huida/tongzhi", "an office's letter, zh",
               shown("office", "zh", "档案馆", "告知书", "您申请的文件不存在。")),
    to_look_at("https://kaito-kawa.example/kaito/tsuchi", "an office's letter, ja",
               shown("office", "ja", "公文書館", "通知書", "請求された文書は存在しませんでした。")),
    to_look_at("https://fallo-rio.example/fallos/amparo", "a court's finding, es",
               shown("news", "es", "Gaceta", "Se concede el amparo", "El expediente solicitado no existe, dijo el "
                     "juez.")),
    to_look_at("https://sud-richka.example/rishennia/pozov", "a court's finding, uk",
               shown("news", "uk", "Вісник", "Позов задоволено", "Запитуваний документ не знайдено, визнав суд.")),
    good("https://gemeente-dijk.example/besluiten/kaart-polder", "Beslissing over de polderkaart", "cited by its name",
         shown("office", "nl", "Gemeente Dijk", "Beslissing over de polderkaart", "De gevraagde kaart bestaat niet.")),
)  # fmt: skip
NAMED_SO = (
    to_look_at("https://quay-records.example/songs/b-side", "a song",
               shown("blog", "en", "Quay Records", "Page Not Found (B-side)", "Two minutes of organ and rain.",
                     heading="Page Not Found")),
    to_look_at("https://buehne-kai.example/stuecke/stueck", "a play, de",
               shown("news", "de", "Bühne am Kai", "Fehler 404 (Uraufführung)", "Ein Abend für drei Stimmen.",
                     heading="Fehler 404")),
    to_look_at("https://lessons-weir.example/web/lesson-nine", "a lesson on a status",
               shown("blog", "en", "Lessons", "HTTP 404 Not Found", "The server speaks this line of three digits when "
                     "an address leads to no file. Proxies may keep it for a while, and browsers show whatever text "
                     "comes with it. The next lesson is about the three that begin with five.")),
    to_look_at("https://jiaocheng-he.example/jiaocheng/zhuangtai", "a lesson, zh",
               shown("blog", "zh", "网页教程", "404状态码的由来", "当服务器找不到您请求的文件时，会返回这个状态码。")),
    good("https://museum-fehler.example/sammlung/seite", "Seite nicht gefunden", "a work cited by its name, de",
         shown("news", "de", "Netzmuseum", "Seite nicht gefunden", "Siebdruck, 1999. Schenkung der Künstlerin an die "
               "Sammlung, seit dem Umbau wieder im zweiten Saal.")),
)  # fmt: skip
KEPT = (
    good("https://park-weir.example/notices/otters", None, "a page that nobody keeps up",
         shown("office", "en", "Weir Park", "Otters at the weir", "This page is no longer updated. Otters were seen "
               "here in 2011.")),
    good("https://amt-fluss.example/merkblatt/lachs", None, "the same, de",
         shown("office", "de", "Flussamt", "Merkblatt Lachs", "Diese Seite wird nicht mehr gepflegt. Lachse steigen "
               "ab Oktober auf.")),
    good("https://oficina-rio.example/avisos/truchas", None, "the same, es",
         shown("office", "es", "Oficina del Río", "Truchas", "Este sitio ya no se actualiza. Hay truchas desde "
               "marzo.")),
    good("https://slipway.example/news/cutter", None, "a boat is sold: that is the news",
         shown("news", "en", "Slipway", "Cutter sold", "The old cutter went to a school in the north.")),
    good("https://werft-kai.example/news/kutter", None, "the same, de",
         shown("news", "de", "Werft", "Kutter verkauft", "Der alte Kutter geht an eine Schule im Norden.")),
    good("https://polder-krant.example/nieuws/weg", None, "a road is closed, nl",
         shown("news", "nl", "Polderkrant", "Dijkweg gesloten", "De dijkweg is gesloten tot de winter.")),
)  # fmt: skip
LAWS = (
    good("https://hourei-kawa.example/hou/dai-9", None, "a paragraph that was deleted, ja",
         shown("office", "ja", "法令", "第九条", "削除")),
    good("https://beopryeong.example/beop/21", None, "the same, ko",
         shown("office", "ko", "법령", "제21조 (삭제)", "삭제")),
    good("https://fagui-he.example/fa/7", None, "the same, zh", shown("office", "zh", "法规", "第七条", "（删除）")),
    good("https://peraturan-sungai.example/uu/14", None, "the same, id",
         shown("office", "id", "Peraturan", "Pasal 14", "Dihapus.")),
    good("https://zakon-reka.example/zakon/chlen", None, "the same, ru",
         shown("office", "ru", "Законы", "Статья 14", "Исключена. Пункт удалён.")),
)  # fmt: skip
SEARCHED = (
    good("https://prints-weir.example/search?q=lock+gates", "lock gates", "results that are links alone",
         Answer(bare("lock gates - Prints", "<form><input type='search' name='q' value='lock gates'></form><h1>Search: "
                     "lock gates</h1><ul><li><a href=/1>Lock gates under repair, etching</a></li><li><a href=/2>Old "
                     "lock gates in snow</a></li><li><a href=/3>The keeper at his lock gates</a></li></ul>"))),
)  # fmt: skip
TAKEN = (
    taken("https://homes-weir.example/p/cottage-by-the-lock", "a house that was let",
          shown("news", "en", "Homes", "Cottage by the lock", "This property has been let.",
                heading="This property has been let")),
    taken("https://markt-kai.example/a/kahn", "an advertisement that has ended, de",
          shown("news", "de", "Markt", "Anzeige", "Dieses Inserat wurde beendet.", heading="Inserat beendet")),
    taken("https://pisos-rio.example/p/atico", "a home that is off the market, es",
          shown("news", "es", "Pisos", "Ático", "Esta oferta ya no está publicada.", heading="Oferta cerrada")),
    taken("https://emploi-ecluse.example/o/eclusier", "a post that was filled, fr",
          shown("office", "fr", "Emploi", "Offre", "Cette offre a été pourvue.", heading="Offre pourvue")),
    taken("https://lavoro-chiusa.example/o/custode", "a post that was filled, it",
          shown("office", "it", "Lavoro", "Annuncio", "La posizione è stata coperta.", heading="Annuncio chiuso")),
    taken("https://rabota-reka.example/v/lotsman", "a post that its employer took back, ru",
          shown("office", "ru", "Работа", "Вакансия закрыта", "Компания закрыла эту вакансию.")),
    taken("https://shigoto-kawa.example/k/bannin", "a post that is taken, ja",
          shown("office", "ja", "求人", "求人", "この求人は終了しています。", heading="募集終了")),
    taken("https://clips-weir.example/w/eels", "a film that is off",
          shown("news", "en", "Clips", "Clip", "This clip can't be played any more.", heading="Clip gone")),
    taken("https://records-quay.example/r/plan", "a number that is none",
          shown("office", "en", "Records", "Records", "Invalid record number.", heading="Invalid record number")),
)  # fmt: skip
LOST = shown("blog", "hi", "நதி", "நதி", "நீங்கள் தேடியது இங்கு கிடைக்காது.")
STARTED = Answer(bare("Welcome to OpenResty!", "<h1>Welcome to OpenResty!</h1><p>The web server is running, and nobody "
                      "has told it what to serve.</p>"))  # fmt: skip
NUMBERED = (
    soft("https://nathi.example/seithi/48210/padagu", None, "one page for every number, ta", LOST),
    soft("https://empty-host.example/docs/77120/plan-of-the-lock", None, "a server's own page for every number",
         STARTED),
    good("https://gauges.example/gauge/48211/lock", None, "a number that chooses",
         shown("office", "en", "Gauges", "Gauge 48211", "412 cm")),
)  # fmt: skip
HOME = tuple(
    Page(f"https://{host}/", Answer(bare(host, f"<h1>{host}</h1>" + told("en", host, 2))))
    for host in ("nathi.example", "empty-host.example")
)

SITE = Site(
    hosts=(
        Host("nathi.example", missing=LOST),
        Host("empty-host.example", missing=STARTED),
        Host("jiaocheng-he.example", missing=shown("blog", "zh", "网页教程", "教程目录", "请从目录中选择一课。")),
    ),
    pages=(*HOME, *REPLIES, *NAMED_SO, *KEPT, *LAWS, *SEARCHED, *TAKEN, *NUMBERED),
)
