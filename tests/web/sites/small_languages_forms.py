"""Redirects, documents, data, odd encodings and bare answers in small languages."""

from __future__ import annotations

import io
import json
import zipfile
import zlib

from tests.web.behaviours import Answer, Redirect
from tests.web.pages import pdf, wrapped
from tests.web.sites.dressing import bare
from tests.web.sites.small_languages_dress import Rows, filler, sheet, written

ROWS = Rows()


def page(language: str, site: str, title: str, kind: str = "grid", head: str = "") -> Answer:
    """An honest text under that title."""
    return Answer(sheet(language, site, title, written(language, title), kind=kind, head=head))


def hop(
    url: str,
    to: str,
    behaviour: Answer | Redirect,
    outcome: str,
    verdict: str,
    why: str,
    *,
    status: int = 301,
    **truth: object,
) -> None:
    """`url` leads to `to`, where `behaviour` answers."""
    ROWS.add(url, Redirect(to, status), outcome, verdict, why, **truth)
    ROWS.target(to, behaviour)


# Moves that keep the page, and moves that lose it.
hop("https://old-tide-dk.test/artikler/1881-ebbe.html", "https://old-tide-dk.test/magasin/ebbe-og-flod-i-havnen",
    page("da", "Tidevand", "Ebbe og flod i havnen"), "moved", "fix", "a new system, the same article",
    title="Ebbe og flod i havnen")  # fmt: skip
hop("https://old-tide-no.test/artikler/1881-ebbe.html", "https://old-tide-no.test/magasin/krabber-i-april",
    page("nb", "Tidevann", "Krabber i april"), "redirected_elsewhere", "review", "a new system, another article",
    title="Ebbe og flo i havna")  # fmt: skip
hop("http://thesis-is.test/skemman/118", "https://thesis-is.test/skemman/118/", page("is", "Skemma", "Hafnir og ís"),
    "ok", "ok", "https and a slash are no move", title="Hafnir og ís")  # fmt: skip
hop("https://gov-lv.test/zinas/osta", "https://www.gov-lv.test/lv/zinas/osta", page("lv", "Ministrija",
    "Osta tiks padziļināta"),
    "ok", "ok", "a temporary redirect to the reader's language", status=302, title="Osta tiks padziļināta")  # fmt: skip
hop("https://gov-lt.test/naujienos/118", "https://gov-lt.test/pasirinkite-kalba?ret=%2Fnaujienos%2F118", Answer(sheet(
    "lt", "Ministerija", "Kalba", "<p><a href='/lt'>Lietuvių</a> <a href='/en'>English</a></p>", kind="plain")),
    "redirected_elsewhere", "review", "a choice of languages in the place of the page", status=302,
    title="Uostas bus gilinamas", also=("access_wall", "redirected_home", "unrendered"))  # fmt: skip
hop("https://mobil-sk.test/clanky/118", "https://m.mobil-sk.test/clanky/118", page("sk", "Mobil",
    "Most sa opraví na jar"),
    "ok", "ok", "the site for telephones, for now", status=302, title="Most sa opraví na jar")  # fmt: skip
hop("https://amp-si.test/novice/118/amp", "https://amp-si.test/novice/118", page("sl", "Novice",
    "Most bodo popravili spomladi"),
    "moved", "fix", "from the fast copy to the article itself", title="Most bodo popravili spomladi", also=("ok",),
    also_verdicts=("ok",))  # fmt: skip
hop("https://zavod-hr.test/publikacije/2018/more.htm", "https://zavod-hr.test/publikacije",
    Answer(sheet("hr", "Zavod", "Publikacije", "<h1>Publikacije</h1>" + filler("hr", "p", 3))), "redirected_home",
    "review",
    "the list of publications in the place of one", title="More i luke 2018",
    also=("redirected_elsewhere",))  # fmt: skip
hop("https://institut-rs.test/izdanja/118", "https://institut-rs.test/", Answer(sheet(
    "sr", "Институт", "Добро дошли", filler("sr", "home", 4))), "redirected_home", "review",
    "to the home page, for good",
    title="Реке и насеља")  # fmt: skip
hop("https://museum-bg.test/eksponati/118", "https://museum-bg.test/tarsene?q=118", Answer(sheet(
    "bg", "Музей", "Търсене", "<h1>Търсене</h1><p>Няма намерени резултати за „118“.</p>")), "redirected_elsewhere",
    "review",
    "a search that finds nothing in the place of the page", status=302, title="Корабна камбана",
    also=("soft_404", "redirected_home"), also_verdicts=("broken",))  # fmt: skip
hop("https://biblio-ro.test/carti/118", "https://biblio-ro.test/eroare?cod=404", Answer(sheet(
    "ro", "Bibliotecă", "Eroare", "<h1>Pagina nu există</h1><p>Cod 404</p>")), "soft_404", "broken",
    "a page of errors with status 200, reached by a redirect", status=302, title="Porturi mici")  # fmt: skip
hop("https://login-al.test/artikuj/118", "https://login-al.test/hyr?kthehu=%2Fartikuj%2F118", Answer(sheet(
    "sq", "Gazeta", "Hyr", "<h1>Hyr</h1><form method=post><input name=u><input type=password "
    "name=p><button>Hyr</button></form>")),
    "access_wall", "review", "a sign-in with the way back in Albanian", status=302, title="Porti i vogël")  # fmt: skip
hop("https://host-move-ca.test/articles/118", "https://host-new-ca.test/articles/118", page("ca", "Revista",
    "El port i el riu"),
    "moved", "fix", "a whole site moved to another name", status=308, title="El port i el riu")  # fmt: skip
hop("https://pages-eu.test/blog/portua", "https://service-closed-eu.test/agur", Answer(sheet(
    "eu", "Zerbitzua", "Agur", "<h1>Zerbitzua itxi dugu</h1><p>2021eko ekainaren 30ean itxi genuen. Eskerrik "
    "asko.</p>")),
    "redirected_elsewhere", "review", "a service that closed says goodbye", status=301, title="Portu zaharra",
    also=("soft_404", "redirected_home"), also_verdicts=("broken",))  # fmt: skip
hop("https://files-cy.test/adroddiad/118", "https://cdn-cy.test/9f1/adroddiad-porthladd.pdf",
    Answer(pdf("Adroddiad y porthladd", wrapped("Bu'r cyngor yn trafod y porthladd. " * 30)),
    content_type="application/pdf"),
    "ok", "ok", "a file kept on a store, by a temporary redirect", status=302,
    title="Adroddiad y porthladd")  # fmt: skip
ROWS.add("https://meta-af.test/nuus/118", Answer(bare("Herlei", "<p>U word herlei.</p>", language="af", head=(
    '<meta http-equiv="refresh" content="0; url=https://meta-af.test/nuus/die-brug-word-herstel">'))), "moved", "fix",
    "the page itself sends on at once, to the same article", title="Die brug word herstel", also=("ok",),
    also_verdicts=("ok",))  # fmt: skip
ROWS.target("https://meta-af.test/nuus/die-brug-word-herstel", page("af", "Nuus", "Die brug word herstel"))
ROWS.add("https://meta-ms.test/berita/118", Answer(bare("", "", language="ms", head=(
    '<meta http-equiv="refresh" content="0;url=/">'))), "redirected_home", "review",
    "the page sends on to the home page",
    title="Jambatan dibaiki", also=("redirected_elsewhere", "unrendered"))  # fmt: skip
hop("https://sitemap-ua.test/statti/118", "https://sitemap-ua.test/404.html", Answer(sheet(
    "uk", "Сайт", "Немає", "<h1>Ой!</h1><p>Тут порожньо. Спробуйте пошук.</p>")), "soft_404", "broken",
    "to a file of that name, with status 200", status=302, title="Порт і річка")  # fmt: skip
ROWS.add("https://loop-il.test/a/118", Redirect("https://loop-il.test/b/118"), "redirect_loop", "review",
    "round and round",
         title="הנמל")  # fmt: skip
ROWS.target("https://loop-il.test/b/118", Redirect("https://loop-il.test/a/118"))

# Documents.
DEPTHS = wrapped("The depth of the small harbours was measured each spring and each autumn. " * 20)
ROWS.add("https://docs-gr.test/ekthesi-limena.pdf", Answer(pdf("Depths of small harbours", DEPTHS), content_type=
         "application/pdf"), "ok", "ok", "a document", title="Depths of small harbours")  # fmt: skip
ROWS.add("https://docs-fi.test/raportti/118.pdf", Answer(pdf("Document not available", [
    "The document you requested is not available.", "It may have been withdrawn."]), content_type="application/pdf"),
    "soft_404", "broken", "a document that says there is no document", title="Depths of small harbours",
    also=("ok",), also_verdicts=("review",))  # fmt: skip
ROWS.add("https://docs-jp.test/houkoku/118.pdf", page("ja", "資料館", "港の深さに関する報告", head=(
    '<script src="/pdfjs/viewer.js"></script>')), "ok", "ok", "a viewer with the document's text, under the file's "
    "name",
    title="港の深さに関する報告")  # fmt: skip
MISSING_FILE = Answer(sheet("ko", "자료실", "자료실", "<p>해당 파일이 존재하지 않습니다.</p>", kind="table"))
ROWS.everywhere("https://docs-kr.test/jaryo/118.pdf", "ko", "자료실", MISSING_FILE, "table")
ROWS.add("https://docs-kr.test/jaryo/118.pdf", MISSING_FILE, "soft_404", "broken",
    "the file does not exist, says the page",
         title="항만 수심 보고서")  # fmt: skip
ROWS.add("https://docs-cn.test/down.asp?id=118", Answer(
    "<script language=javascript>alert('参数错误，该文件不存在或已删除！');history.go(-1);</script>"), "soft_404",
    "broken",
    "nothing but a box that says the file was deleted", title="港口水深报告", also=("unrendered",),
    also_verdicts=("review",))  # fmt: skip


def scanned() -> bytes:
    """A document whose only page is a picture."""
    raster = zlib.compress(bytes((x * y) % 251 for y in range(120) for x in range(90)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length 28 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 90 /Height 120 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "
        b"/FlateDecode /Length %d >>\nstream\n" % len(raster) + raster + b"\nendstream",
        b"<< /XObject << /I 5 0 R >> >>",
    ]  # fmt: skip
    out = b"%PDF-1.4\n"
    for number, part in enumerate(parts, 1):
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    return out + b"trailer << /Size 7 /Root 1 0 R >>\n%%EOF\n"


ROWS.add("https://scans-ie.test/minutes/1951-05.pdf", Answer(scanned(), content_type="application/pdf"), "ok", "ok",
         "a scan without text: there, but nothing to compare", title="Harbour minutes, May 1951",
         also=("unrendered",), also_verdicts=("review",))  # fmt: skip
PACKED = io.BytesIO()
with zipfile.ZipFile(PACKED, "w") as archive:
    archive.writestr(zipfile.ZipInfo("depths.csv"), "year,depth\n1951,3.2\n")
ROWS.add("https://data-nz.test/depths.zip", Answer(PACKED.getvalue(), content_type="application/zip"), "ok", "ok",
    "packed data",
         title="Harbour depths, data")  # fmt: skip
ROWS.add("https://data-au.test/depths.csv", Answer("year,depth,remark\n1951,3.2,\n1952,3.1,not found in the log\n" * 9,
         content_type="text/csv"), "ok", "ok", "a table with a remark", title="Harbour depths")  # fmt: skip
ROWS.add("https://data-us.test/export.csv?set=118", Answer("error\n\"Dataset 118 not found\"\n",
    content_type="text/csv"),
         "soft_404", "broken", "a table of one row, which is the error", title="Harbour depths",
         also=("ok",), also_verdicts=("review",))  # fmt: skip
ROWS.add("https://rfc-like.test/notes/118.txt", Answer("Note 118\n\n404 Not Found\n\nThis note tells when a server "
    "ought to "
         "answer 404 Not Found, and when 410 Gone serves its readers better.\n" + "The gauges are read at noon. " * 40,
         content_type="text/plain"), "ok", "ok", "a plain note about a status", title="Note 118")  # fmt: skip
ROWS.add("https://notes-fr.test/notes/22.txt", Answer("Fichier introuvable\n", content_type="text/plain"), "soft_404",
    "broken",
         "two words of plain text: no such file", title="Note 22")  # fmt: skip
ROWS.add("https://photo-ch.test/img/quay-1951.jpg", Answer(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 30,
         content_type="image/jpeg"), "ok", "ok", "a picture", title=None)  # fmt: skip
ROWS.add("https://feed-br.test/feed/porto.xml", Answer(
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Porto</title>" + "".join(
        f"<item><title>Nota {n}</title><description>O porto, dia {n}.</description></item>" for n in range(9))
    + "</channel></rss>", content_type="application/rss+xml"), "ok", "ok", "a feed", title="Porto")  # fmt: skip

# Encodings that are declared wrongly, or not at all.
for address, language, title, charset, said in (
    ("https://enc-bg.test/statia/118", "bg", "Мостът над реката", "cp1251", "text/html; charset=utf-8"),
    ("https://enc-ru.test/statya/118", "ru", "Мост через реку", "koi8-r", "text/html"),
    ("https://enc-jp.test/kiji/118", "ja", "川にかかる橋", "shift_jis", "text/html"),
    ("https://enc-cn.test/wen/118", "zh", "河上的桥", "gb18030", "text/html; charset=ISO-8859-1"),
    ("https://enc-gr.test/arthro/118", "el", "Η γέφυρα του ποταμού", "iso8859-7", "text/html"),
    ("https://enc-vn.test/bai/118", "vi", "Cây cầu qua sông", "utf-16", "text/html"),
):
    text = sheet(language, "Archive", title, written(language, title)).replace('<meta charset="utf-8">', "")
    ROWS.add(address, Answer(text.encode(charset, "replace"), content_type=said), "ok", "ok",
             f"{charset}, and the server says otherwise or nothing", title=title)  # fmt: skip
WRONG = Answer(sheet("ru", "Архив", "Ошибка", "<h1>Страница не найдена</h1><p>Такой страницы нет.</p>").replace(
    '<meta charset="utf-8">', "").encode("cp1251"), content_type="text/html; charset=utf-8")  # fmt: skip
ROWS.everywhere("https://enc-lost-ru.test/delo/118", "ru", "Архив", WRONG)
ROWS.add("https://enc-lost-ru.test/delo/118", WRONG, "soft_404", "broken",
    "an error page in an encoding declared wrongly",
         title="Дело 118")  # fmt: skip

# Statuses, and what stands in the head.
ROWS.add("https://gone-ee.test/uudised/118", Answer(sheet("et", "Uudised", "Eemaldatud", "<h1>Eemaldatud</h1>"), 410),
         "not_found", "broken", "gone, says the server", title="Sadam ja jää")  # fmt: skip
ROWS.add(
    "https://gone-hr.test/vijesti/118", None, "not_found", "broken", "not found, says the server", title="Luka i led"
)
ROWS.add(
    "https://nxd-sk.test/clanky/118", None, "not_found", "broken", "not found, says the server", title="Prístav a ľad"
)
ROWS.lost("https://canonical-pt.test/textos/porto-antigo", "pt", "Textos", "O porto antigo", "Textos",
          "Não há textos nesta secção.", "canonical to the root, and an empty list", alike=False,
          head='<link rel="canonical" href="https://canonical-pt.test/"><meta name="robots" content="noindex">',
          also=("redirected_home", "redirected_elsewhere", "unrendered"), also_verdicts=("review",))  # fmt: skip
ROWS.fine("https://canonical-good-pt.test/textos/porto-novo", "pt", "Textos", "O porto novo",
          "canonical to the root on every page, by mistake", head='<link rel="canonical" '
          'href="https://canonical-good-pt.test/">')  # fmt: skip
ROWS.lost("https://echo-ua.test/arkhiv/sprava-118", "uk", "Архів", "Справа 118", "/arkhiv/sprava-118",
          "За адресою /arkhiv/sprava-118 нічого немає.", "the path echoed, with status 200", alike=False)  # fmt: skip
ROWS.add("https://json-lost-se.test/api/arenden/118", Answer(json.dumps({"success": False,
    "felmeddelande": "Ärendet hittades inte",
         "data": None}), content_type="application/json"), "soft_404", "broken",
         "an interface that says in Swedish that there "
         "is nothing", title=None, also=("ok",), also_verdicts=("review", "ok"))  # fmt: skip
ROWS.add("https://status-203-it.test/atti/118", Answer(sheet("it", "Atti", "Atto 118", written("it", "Atto 118")), 203),
    "ok", "ok",
         "203 is a success", title="Atto 118")  # fmt: skip
ROWS.add("https://late-rate-dk.test/sag/118", Answer("Too many requests", 429, content_type="text/plain"),
    "rate_limited", "review",
         "429 without a mark", title="Sag 118", also=("bot_wall",))  # fmt: skip
