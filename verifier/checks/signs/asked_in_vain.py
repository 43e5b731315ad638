"""Short pages that tell readers that what they themselves asked for is not there.

The cited address and a read page go in; the sign that says so, or None, comes out. News speaks of things that are
missing; only an answer speaks of what was requested, looked for or entered, tells the address back, or guesses that the
page was moved or deleted. So no noun has to be known: whatever was asked for, it is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from verifier.checks.page.phrases import Phrases, apart, count_words, holds, plain
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.blocks import of_an_order, of_the_readers_place
from verifier.checks.signs.kinds import Kind, Sign
from verifier.checks.signs.none_found import KEPT_OUT, NOWHERE, says_none, tells_of_absence
from verifier.checks.signs.quoting import quoted
from verifier.checks.signs.withdrawn import ENDS, GONE, PASSING, THINGS
from verifier.model.patterns import compile_late

_FEW_WORDS = 40  # of the page's own, beside its links
_LONGEST_LINE = 400
_ASIDE = 20  # words beside what is said of the request
_TELLING_PATH = 6  # characters from which on a path in a sentence is that of the address
_THE_ADDRESS = "the address asked for"
_A_QUESTION = compile_late(r"[?？؟]|(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e]")
"""How a question ends; in Greek it does with what is a semicolon elsewhere."""
_A_YEAR = compile_late(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ASKED = Phrases((
    "you asked for", "you are looking for", "you're looking for", "you were looking for", "you are trying to",
    "you entered", "sie suchen", "du suchst", "vous cherchez", "vous recherchez", "tu cherches", "que buscas",
    "que busca", "está buscando", "que intentas", "que intenta ", "que está intentando",
    "que has seguido", "que ha seguido", "que você tentou", "que você seguiu",
    "que vous avez suivi", "que tu as suivi", "que hai seguito", "dem du gefolgt", "dem sie gefolgt",
    "you have followed", "you followed", "que procura", "está procurando", "che cerchi", "stai cercando", "u zoekt",
    "je zoekt", "du söker", "du letar efter", "du leter etter", "du søkte", "du leder efter", "du søger",
    "þú leitaðir", "þú leitar", "otsite", "meklējam", "ieškote", "szukasz", "hledáte", "hľadáte", "iščete", "tražite",
    "тражите", "барате", "търсите", "вы ищете", "шукаєте", "шукали", "kërkoni", "ζητήσατε", "αναζητάτε", "ψάχνετε",
    "aradığınız", "istediğiniz", "girdiğiniz", "axtardığınız", "busqueu", "cerqueu", "eskatu duzu", "bilatzen",
    "yn chwilio am", "á lorg", "jy soek", "u soek", "unautafuta", "unayotafuta", "unaoutafuta", "unachotafuta",
    "anda cari", "bạn tìm", "bạn yêu cầu", "bạn đang tìm", "ที่คุณต้องการ", "ที่คุณค้นหา", "ที่ท่านต้องการ",
    "ที่คุณกำลัง", "ეძებთ", "փնտրած", "փնտրում եք", "খুঁজছেন", "تلاش کر رہے", "खोज रहे", "ढूंढ रहे", "تبحث عن",
    "طلبت", "שחיפשת", "שביקשת", "מחפשים", "אתה מחפש", "您访问的", "您要查看", "您要找", "您请求", "您查找", "您查看的",
    "您浏览的", "您查询的", "您瀏覽的", "你访问的",
    "你要找", "您訪問的",
    "您所", "您要訪問", "お探しの", "ご指定の", "요청하신", "찾으시는", "입력하신", "you requested",
    "you have requested", "angeforderte seite",
    "sie angefordert", "vous avez demandé", "ha solicitado", "has solicitado", "você solicitou", "você procura",
    "você buscou", "hai richiesto",
    "u hebt opgevraagd", "du begärde", "du ba om", "du bad om", "căutați", "cauți", "вы запросили", "вы искали",
    "ви запитували", "zażądałeś", "szukałeś", "które hledáte", "kterou hledáte", "ktorú hľadáte", "aradığın",
))  # fmt: skip
"""That it is what the reader, who is spoken to, requested, looks for, or entered."""
_WANTED = Phrases((
    "requested", "asked for", "specified", "with this id", "with that id", "with the given", "this address",
    "that address", "angefordert", "angefragt", "gesuchte", "gewünschte", "aufgerufene", "angegebene",
    "unter dieser adresse", "mit dieser nummer", "mit dieser kennung", "eingegeben", "demandé", "cette adresse",
    "indiqué", "solicitad", "esta dirección", "especificad", "requisitad", "este endereço", "richiest", "cercat",
    "questo indirizzo", "opgevraagd", "gevraagde", "dit adres", "opgegeven", "begärda", "efterfrågade",
    "den här adressen", "angivna", "forespurte", "etterspurte", "denne adressen", "dette nummeret", "oppgitte",
    "denne adresse", "dette nummer", "angivne", "efterspurgte", "umbeðin", "pyydet", "pyytämä", "hakema", "etsimä",
    "tällä osoitteella", "annetulla", "tällä tunnuksella", "otsitud", "otsitav", "soovitud", "päritud",
    "sellel aadressil", "pieprasīt", "meklēt", "norādīt", "šajā adresē", "ieškom", "prašom", "užklaust", "nurodyt",
    "šiuo adresu", "szukan", "żądan", "podanym", "podanej", "wskazan", "pod tym adresem", "o tym numerze", "hledan",
    "požadovan", "této adrese", "zadan", "hľadan", "tejto adrese", "iskan", "zahtevan", "tem naslovu", "s to ",
    "s tem ", "naveden", "tražen", "ovoj adresi", "тражен", "захтеван", "овој адреси", "барана", "баран", "търсен",
    "заявен", "този адрес", "посочен", "запрошен", "запрашива", "искомы", "этому адресу", "указанн", "с таким",
    "данному адресу", "запитува", "запитан", "цією адресою", "вказан", "з таким", "căuta", "solicitat",
    "această adresă", "specificat", "keresett", "kért", "ezen a címen", "megadott", "kërkuar", "ζητούμεν",
    "αυτή τη διεύθυνση", "istenen", "talep edilen", "bu adreste", "belirtilen", "sol·licit", "aquesta adreça",
    "helbide honetan", "gofynnwyd", "versoekte", "yang dicari", "diminta", "alamat ini", "được yêu cầu",
    "địa chỉ này", "ที่ร้องขอ", "მოთხოვნილ", "պահանջված", "іздеген", "сұраған", "অনুরোধ করা", "مطلوبہ", "अनुरोधित",
    "مورد نظر", "درخواستی", "درخواست شده", "به دنبال", "المطلوب", "המבוקש", "請求的", "请求的", "所请求", "所請求",
    "指定された",
    "リクエストされた", "要求された", "요청한", "지정한",
))  # fmt: skip
"""That it was requested, or specified, or should be at this address: also said of persons, whom the police want."""
_BY_ITS_NUMBER = Phrases((
    "identif", "kennung", " id ", "číslo", "číslem", "numer", "nummer", "númer", "number", "numéro", "número", "номер",
    "številk", "broj ", "αριθμ", "numar", "număr", "azonosít", "tunnuk", "番号", "编号", "編號", "번호",
))  # fmt: skip
_MAYBE = Phrases((
    "may have been", "might have been", "may be", "perhaps", "possibly", "maybe", "vielleicht", "möglicherweise",
    "eventuell", "peut-être", "peut avoir", "tal vez", "quizá", "puede que", "puede haber", "es posible", "talvez",
    "pode ter", "possivelmente", "forse", "potrebbe", "può essere", "misschien", "mogelijk", "kanske", "kan ha ",
    "kanskje", "kan være", "måske", "kan vaere", "gæti", "kannski", "ehkä", "voi olla", "mahdollisesti", "võimalik",
    "võib", "iespējams", "varbūt", "galbūt", "gali būti", "może", "możliwe", "być może", "možná", "možno", "mohla být",
    "mohlo být", "mohol byť", "morda", "mogoče", "možda", "moguće", "можда", "могуће", "можеби", "може би",
    "възможно", "возможно", "может быть", "можливо", "poate", "probabil", "posibil", "talán", "lehet", "lehetséges",
    "ndoshta", "mund të", "ίσως", "ενδέχεται", "μπορεί", "belki", "olabilir", "ربما", "قد يكون", "قد تكون", "ممکن",
    "شاید", "احتمال", "ייתכן", "אולי", "शायद", "संभव", "সম্ভবত", "হয়তো", "شايد", "可能", "也许", "也許", "かもしれ",
    "可能性", "수 있습니다", "수도 있", "อาจ", "có thể", "mungkin", "barangkali", "potser", "agian", "baliteke",
    "efallai", "b'fhéidir", "dalk", "miskien", "huenda", "labda", "შესაძლოა", "შეიძლება", "հնարավոր", "мүмкін",
))  # fmt: skip
_MOVED = Phrases((
    "moved", "renamed", "verschoben", "umbenannt", "déplacé", "renommé", "movid", "trasladad", "cambiado de", "mudou",
    "mudad", "spostat", "verplaatst", "hernoemd", "flytta", "flyttet", "færð", "siirretty", "teisaldat", "pārvietot",
    "perkelt", "przenies", "přesun", "přejmen", "presun", "premešč", "premaknj", "premješt", "preimenov", "премешт",
    "премест", "перемещ", "переимен", "переміщ", "перенес", "mutat", "áthelyez", "zhvendos", "μετακιν", "μεταφέρ",
    "μεταφερ", "taşın", "نقل", "منتقل", "הועבר", "स्थानांतरित", "সরানো", "移动", "移動", "이동", "ย้าย",
    "di chuyển", "bị chuyển", "dipindah", "dialih", "canviat", "mogut", "lekuz aldatu", "symud", "geskuif",
    "imehamish", "umehamish",
))  # fmt: skip


def asked_in_vain(url: str, read: ReadPage) -> Sign | None:
    """What a page of few words says of the request that it answers, if that is that there is no such thing."""
    if not read.is_brief(_FEW_WORDS):
        return None
    text = f"{read.names}\n{_with_its_address(read.own_said, url)}"
    missing = holds(text, NOWHERE) or holds(text, GONE)
    spoken_to = holds(text, _ASKED) or holds(text, _WANTED) or holds(text, _MAYBE) or _THE_ADDRESS in text
    if not missing or not spoken_to or holds(text, PASSING):
        return None
    said = [one.strip() for one in ENDS.split(text) if one.strip()]
    sentences = apart(text)
    kept = holds(sentences, KEPT_OUT) or of_the_readers_place(sentences) or of_an_order(sentences)
    if kept and _withheld(said):
        return None
    names = read.name_lines
    if sum(count_words(one) for one in said if one not in names and not _is_part_of_it(one)) > _ASIDE:
        return None
    found = _stated(text) or _guessed(said)
    if found is None:
        return None
    kind = Kind.TOLD_BACK if _THE_ADDRESS in found else Kind.ASKED_IN_VAIN
    return Sign(kind, f"it says of what was asked for {quoted(found)}")


def regret(lines: Iterable[str]) -> str | None:
    """The first line that says of what its reader asked for that it is not there; None where none does."""
    for line in lines:
        text = plain(line[:_LONGEST_LINE])
        if _stated(text) is not None and not (holds(text, PASSING) or _withheld(ENDS.split(text))):
            return line
    return None


def _stated(text: str) -> str | None:
    """The first sentence that says of what its reader asked for that it is not there; None where none does.

    A question says nothing: pages of all kinds ask whether readers could not find what they were looking for.
    """
    at = 0
    for end in (*ENDS.finditer(text), None):
        said = text[at : end.start() if end else len(text)].strip()
        asked = _A_QUESTION.search(text, at, end.end() if end else len(text)) is not None
        if not asked and _asks(said) and tells_of_absence(said):
            return said
        at = end.end() if end else at
    return None


def _withheld(said: Iterable[str]) -> bool:
    """Whether one of the sentences tells why it is not there for these readers, or not yet."""
    return any(holds(one, KEPT_OUT) or of_the_readers_place(one) or of_an_order(one) for one in said)


def _guessed(said: list[str]) -> str | None:
    """Which sentence guesses what became of a page, by name or beside others that fit: ships move, perhaps, as well."""
    found = next((one for one in said if _guesses(one)), None)
    if found is None or (holds(found, GONE) and holds(found, _MOVED) and holds(f"{found} ", THINGS)):
        return found
    return found if any(says_none(one) or _asks(one) for one in said if one != found) else None


def _is_part_of_it(sentence: str) -> bool:
    return tells_of_absence(sentence) or _asks(sentence) or _guesses(sentence)


def _with_its_address(text: str, url: str) -> str:
    """`text` with the path of `url`, where the page tells it back, put in words."""
    path = plain(unquote(urlsplit(url).path)).rstrip("/")
    return text.replace(path, _THE_ADDRESS) if len(path) >= _TELLING_PATH and path.count("/") > 1 else text


def _asks(sentence: str) -> bool:
    """Whether a sentence points at what its reader asked for."""
    spaced = f"{sentence} "
    if _THE_ADDRESS in sentence or holds(spaced, _ASKED):
        return True
    return holds(spaced, _WANTED) and (holds(spaced, THINGS) or holds(spaced, _BY_ITS_NUMBER))


def _guesses(sentence: str) -> bool:
    """Whether a sentence guesses what became of a page: a host's business, no reporter's; of no year of the past."""
    return (
        holds(sentence, _MAYBE)
        and _A_YEAR.search(sentence) is None
        and (holds(sentence, GONE) or holds(sentence, _MOVED))
    )
