"""Pages whose text was taken away while their name was left: by a notice in its place, or as their software marks it.

A read page goes in, the sign that says so, or None, comes out. What stands in a text's place, in wikis too, stands
under the title that the page is cited by, so that no title clears it.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, count_words, holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.blocks import of_an_order, of_the_readers_place
from verifier.checks.signs.kinds import Kind, Sign
from verifier.checks.signs.quoting import quoted
from verifier.checks.signs.withdrawn import ENDS, GONE, PASSING, THIS, is_said_gone
from verifier.model.patterns import compile_late

_SAID = "its software marks it as a page that is not there"
_MARKED = Sign(Kind.MARKED, _SAID)
_UNWRITTEN_PAGE = Sign(Kind.IN_ITS_PLACE, _SAID)
_FEW_WORDS = 40  # of the page's own, its names among them
_A_NOTICE = 25  # words beside its names
_TEXTS = Phrases((
    "article", "story", "post ", "page", "report ", "text", "publication", "press release", "entry", "content",
    "artikel", "beitrag", "bericht", "meldung", "seite", "veröffentlichung", "texte", "billet", "contenu", "artículo",
    "noticia", "nota ", "contenido", "página", "publicaci", "artigo", "matéria", "notícia", "conteúdo", "publicação",
    "articolo", "notizia", "contenuto", "pagina", "pezzo", "publicatie", "inhoud", "artikkel", "sak", "inlägg",
    "innehåll", "sidan", "siden", "saken", "indhold", "innhold", "juttu", "artikkeli", "sivu", "sisältö", "artykuł",
    "tekst", "stron", "wpis", "treść", "článek", "člán", "stránk", "obsah", "příspěv", "príspev", "cikk", "oldal",
    "tartalom", "írás", "articol", "material", "conținut", "стать", "материал", "публикаци", "страниц", "новост",
    "запись", "контент", "статт", "матеріал", "публікац", "сторінк", "новин", "допис", "статия", "страница", "član",
    "stranic", "чланак", "άρθρο", "κείμενο", "σελίδα", "δημοσίευ", "haber", "yazı", "makale", "içerik", "sayfa",
    "مقال", "خبر", "صفحة", "محتوى", "منشور", "مطلب", "نوشته", "صفحه", "محتوا", "כתבה", "מאמר", "ידיעה", "דף", "תוכן",
    "פוסט", "लेख", "खबर", "ख़बर", "पृष्ठ", "सामग्री", "文章", "报道", "報道", "稿件", "内容", "內容", "页面", "頁面",
    "新闻", "新聞", "文", "記事", "ページ", "投稿", "コンテンツ", "기사", "게시물", "페이지", "글", "콘텐츠",
    "บทความ", "ข่าว", "หน้า", "เนื้อหา", "bài viết", "bài báo", "trang", "nội dung", "berita", "halaman", "konten",
    "tulisan", "artikk", "leht", "raksts", "straipsn", "notíci", "testu", "orri", "artikul", "síða", "grein", "faqe",
    "artikull",
    "էջ", "հոդված", "გვერდ", "სტატია", "бет ", "мақала", "পাতা", "নিবন্ধ", "صفحہ", "مضمون", "ukurasa", "makala",
    "bladsy",
    "tudalen", "dudalen", "erthygl", "pàgina", "laman", "rencana",
))  # fmt: skip
"""What is read, and no thing that a text may be about."""
_ASKED_FOR = Phrases((
    "complain", "request", "rights holder", "rightsholder", "copyright owner", "beschwerde", "wunsch", "bitte ",
    "rechteinhaber", "plainte", "demande", "ayant droit", "ayants droit", "réclamation", "queja", "reclam",
    "petición", "solicitud", "queixa", "pedido", "solicitação", "richiesta", "reclamo", "segnalazion", "klacht",
    "verzoek", "klagomål", "begäran", "klage", "anmodning", "forespørsel", "valitu", "pyynnö", "skarg", "prośb",
    "wniosek", "stížnost", "žádost", "sťažnost", "žiadost", "panasz", "kérés", "plânger", "reclamaț", "cerere",
    "жалоб", "просьб", "запрос", "обращени", "правооблада", "скарг", "проханн", "звернен", "жалба", "молба", "žalb",
    "zahtjev", "καταγγελ", "αίτημα", "παράπον", "şikayet", "talep", "isteğ", "شكوى", "طلب", "شکایت", "درخواست",
    "תלונה", "בקש", "शिकायत", "अनुरोध", "投诉", "投訴", "要求", "请求", "請求", "苦情", "申し立て", "申立", "要請",
    "신고", "요청", "ร้องเรียน", "ร้องขอ", "khiếu nại", "yêu cầu", "keluhan", "permintaan", "pengaduan",
))  # fmt: skip
"""Who had it taken away for everybody: not an authority, for the readers of a country."""
_BY_ITS_AUTHORS = Phrases((
    "retract", "withdrawn by", "its author", "the author", "zurückgezogen", "rétract", "retratad", "ritrattat",
    "отозван", "відклика", "撤回", "撤稿", "철회", "geri çek", "ανακλήθ",
))  # fmt: skip
"""What journals say of a paper, under its name: that notice is what is cited."""
_BODY = compile_late(r"<body\b[^<>]{0,600}>")
_OF_THE_PAGE = compile_late(
    r"[\"'\s](?:(?:error|err|template|is|http|status)[-_]?404|404[-_]?(?:page|error|template)|"
    r"page[-_]?not[-_]?found|not[-_]?found[-_]?page)[\"'\s]"
)
"""How content systems mark the body of the page that they show for what is missing (WordPress, Shopify, Drupal)."""
_OF_THE_TEXT = compile_late(
    r"\bclass\s*=\s*[\"'](?:[^\"'<>]{0,200}\s)?noarticletext[\s\"']"
    r"|\bclass\s*=\s*[\"'][^\"'<>]{0,200}\bdokuwiki\b[^\"'<>]{0,200}\bnotfound\b"
)
"""How wikis mark a page that nobody has written (MediaWiki, DokuWiki)."""


_UNWRITTEN = Phrases((
    "no text", "no content", "not exist yet", "n't exist yet", "not been written", "keinen text", "keinen inhalt",
    "noch nicht", "aucun texte", "pas encore", "no hay texto", "no contiene texto", "todavía no", "aún no",
    "não há texto", "ainda não", "risulta vuota", "è vuota", "ancora non", "non esiste ancora", "geen tekst",
    "nog niet", "ingen text", "inte någon text", "ikke noe innhold", "ikke noe tekst", "ikke noget tekst",
    "ikke nogen tekst", "ingen tekst", "intet indhold", "ei ole tekstiä", "ei ole vielä", "żadnego tekstu",
    "żadnej treści", "jeszcze nie", "žádný text", "žiadny text", "žiaden text", "ještě ne", "zatím ne", "nem tartalmaz",
    "még nem", "niciun text", "nu există încă", "нет текста", "ещё не", "еще не", "немає тексту", "ще не", "няма текст",
    "все още не", "нема текста", "nema teksta", "nema sadržaja", "nobenega besedila", "ni besedila", "нема текст",
    "δεν υπάρχει κείμενο", "κανένα κείμενο", "προς το παρόν κείμενο", "hiçbir metin", "metin yok", "henüz", "أي نص",
    "لا يوجد نص", "متنی ندارد", "אין כרגע טקסט", "אין טקסט", "कोई सामग्री नहीं", "कोई लेख नहीं", "কোন লেখা নেই",
    "没有内容",
    "沒有內容", "尚未", "内容がありません", "まだ存在しません", "내용이 없습니다", "아직", "ไม่มีเนื้อหา",
    "ไม่มีข้อความ",
    "chưa có", "tidak ada teks", "belum ada", "teksti ei ole", "nav teksta", "nėra teksto", "nėra jokio",
    "no hi ha text", "encara no", "ez dago testurik", "nid oes testun", "enginn texti", "asnjë tekst", "geen teks",
))  # fmt: skip
"""How wikis say of a page that nobody has written it."""


def marked_as_missing(read: ReadPage) -> Sign | None:
    """Whether the page's software marks it as one that is not there, by a name that readers do not see."""
    wiki = "noarticletext" in read.markup or "notfound" in read.markup
    if wiki and _OF_THE_TEXT.search(read.markup):
        return _UNWRITTEN_PAGE
    body = _BODY.search(read.markup)
    return _MARKED if body is not None and _OF_THE_PAGE.search(body[0]) else None


def taken_away(read: ReadPage) -> Sign | None:
    """What a page says in place of the text that its name promises, if that is that this text is gone."""
    if not read.is_brief(_FEW_WORDS):
        return None
    text = read.own_said
    names = read.name_lines
    if (
        not (holds(text, GONE) or holds(text, _UNWRITTEN))
        or holds(text, PASSING)
        or holds(text, _BY_ITS_AUTHORS)
        or any(map(_of_something_gone, names))
    ):
        return None
    lines = [line for line in text.split("\n") if line not in names]
    said = [one.strip() for line in lines for one in ENDS.split(line) if one.strip()]
    if not said or sum(map(count_words, said)) > _A_NOTICE or any(map(of_the_readers_place, said)):
        return None
    first = f" {said[0]} "
    if not (holds(first, THIS) and holds(first, _TEXTS) and (is_said_gone(first) or holds(first, _UNWRITTEN))):
        return None
    ordered = any(of_an_order(one) and not holds(one, _ASKED_FOR) for one in said)
    return None if ordered else Sign(Kind.IN_ITS_PLACE, f"in place of a text it says {quoted(said[0])}")


def _of_something_gone(name: str) -> bool:
    """Whether a name speaks of something else that is gone: that is what its text is about."""
    return holds(name, GONE) and not holds(f"{name} ", _TEXTS)
