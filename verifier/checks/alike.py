"""Judges a page that its host shows for a made-up address, too: mostly an error page, but not always.

A classified chain and what its sibling got go in; what it is, an error page or another, comes out. A frame that a
script fills, a parked domain, a gate and a site at rest all answer every address alike. What is at rest or asks
something shows itself at the host's home page as well, where an error page would be out of place. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from verifier.checks.classify import Classified
from verifier.checks.follow import Chain
from verifier.checks.likeness import Likeness
from verifier.checks.page.middle import LAST_NUMBER, Middle, read_middle
from verifier.checks.page.phrases import Phrases, holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.sibling_places import in_a_numbered_directory, is_chosen_by_number
from verifier.checks.signs.error_names import is_error_name
from verifier.checks.signs.gates import access_gate, nameless_gate, only_asks
from verifier.checks.signs.kinds import Kind
from verifier.checks.signs.none_found import (
    FAULTY,
    KEPT_OUT,
    NOT_LET_IN,
    may_say_none,
    says_none,
    sells_in_its_place,
    tells_of_absence,
)
from verifier.checks.signs.notices import at_rest
from verifier.checks.signs.parking import parking_signs
from verifier.checks.signs.searches import shows_a_search
from verifier.checks.signs.servers_own import SERVERS_OWN
from verifier.checks.signs.these_days import told_instead
from verifier.checks.signs.unrendered import filled_by_script, wants_another_browser
from verifier.checks.signs.walls import asks_for_a_captcha
from verifier.checks.signs.ways_back import only_lead_back
from verifier.checks.signs.withdrawn import PASSING, SESSION
from verifier.checks.sparse import SAYS_LITTLE
from verifier.checks.suspicions import Doubt
from verifier.model.evidence import ANSWERED_OTHERWISE, LiveOutcome
from verifier.model.patterns import compile_late
from verifier.web.exchange import Response

_FOR_EVERY_ADDRESS = "a made-up address in the same place gets the same answer"
_FOR_EVERY_NUMBER = "a made-up number in the same place gets the same answer"
_BUT_FOR_LINKS = "beside links it says what a made-up address in the same place gets"
_REGRETS = "it says that what was asked for is not there, as it does of a made-up address in the same place"
_OK = 200
_FEW_WORDS = 60
_FEW_LINKS = 3
_A_CHOICE = 2
_MANY_WORDS = 100
_A_DENIAL = 20  # words
_NUMBERED = compile_late(r"(?<![\d.,])(?:404|410)(?![\d.,]*\d)")
"""The codes for what is missing, by themselves, as error pages in any language bear them."""
_A_PAGE = Phrases((
    "page", "seite", "página", "pagina", "pàgina", "sidan", "siden", "sivu", "stron", "stránk", "oldal", "страниц",
    "сторінк", "stranic", "sayfa", "σελίδα", "صفحة", "صفحه", "הדף", "עמוד", "halaman", "trang này", "ページ", "页面",
    "頁面", "페이지", "หน้า", "पृष्ठ", "पेज", "address", "adresse", "dirección", "endereço", "indirizzo", "adres",
    "osoit", "címen", "адрес", "διεύθυνση", "عنوان", "نشانی", "כתובת", "alamat", "địa chỉ", "アドレス", "地址", "網址",
    "网址", "주소", "ที่อยู่", "पते", "content", "contenido", "conteúdo", "contenu", "inhalt", "contenut", "内容",
    "內容",
    "コンテンツ", "콘텐츠", "محتو", "תוכן", "सामग्री", "เนื้อหา", "nội dung", "konten", "περιεχόμεν", "treść", "treści",
    "obsah", "tartal", "conținut", "innehåll", "indhold", "innhold", "sisäl", "artic", "artikel", "artíc", "artykuł",
    "článek", "cikk", "стать", "статт", "άρθρο", "مقال", "المقال", "כתבה", "makale", "记事", "記事", "文章", "기사",
    "लेख", "bài viết", "artikkel", "document", "dokument",
))  # fmt: skip
"""Pages, addresses and contents: who speaks of them speaks of one page, and not of the whole site."""


def middle_of(chain: Chain) -> Middle:
    """The middle of the page at the end of `chain`."""
    answer = chain.answer
    if chain.read is None or not isinstance(answer, Response):
        return Middle()
    return read_middle(answer.body, answer.headers.get("content-type"), chain.final_url)


def by_the_sibling(
    found: Classified, likeness: Likeness, chain: Chain, middle: Middle, *, everywhere: bool = False
) -> tuple[Classified, bool]:
    """What the sibling probe makes of a suspicion, and whether it confirms that the page is gone.

    `everywhere`: names are answered as numbers are.
    """
    if likeness.alike:
        other = None if likeness is Likeness.REGRET else _no_error_page(found, chain, middle, everywhere=everywhere)
        if other is not None:
            return other, other.outcome is LiveOutcome.PARKED
        reasons = (found.suspicion.words,) if found.suspicion else ()
        alike = _REGRETS if likeness is Likeness.REGRET else _FOR_EVERY_ADDRESS
        evidence = (*found.evidence, *reasons, alike)
        return Classified(LiveOutcome.SOFT_404, evidence, signs=found.signs), True
    if found.suspicion is None:
        return found, False
    fine = found.outcome is LiveOutcome.OK
    hollow = middle.frame or (_BUT_FOR_LINKS if likeness is Likeness.LINKS and not chain.hops else None)
    if fine and hollow is not None:
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, found.suspicion.words, hollow)), False
    if found.doubted_for(Doubt.SAYS_LITTLE):
        return replace(found, suspicion=None), False
    unknown = "no comparison with a made-up address was possible"
    words = unknown if likeness is Likeness.UNKNOWN else ANSWERED_OTHERWISE
    return Classified(found.outcome, (*found.evidence, f"{found.suspicion.words}, but {words}")), False


def _no_error_page(found: Classified, chain: Chain, middle: Middle, *, everywhere: bool) -> Classified | None:
    """What the page is, by its own marks, if it is no error page; None when nothing speaks for that."""
    read = chain.read
    if read is None:
        return None
    fine = found.outcome is LiveOutcome.OK
    hollow = (filled_by_script(read) or middle.frame) if fine and not chain.hops else None
    if hollow is not None:
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, f"{hollow}, and is sent for every address"))
    parked = parking_signs(chain.urls, read)
    if parked.beyond_its_name:
        return Classified(LiveOutcome.PARKED, (*found.evidence, *parked.words, _FOR_EVERY_ADDRESS))
    for outcome, said in _withheld(found, chain, read, middle) if fine else ():
        if said is not None:
            return Classified(outcome, (*found.evidence, f"{said}, whatever address is asked for"))
    own = middle.leads_to_its_own or _is_loaded_by_its_number(chain, read)
    if fine and not everywhere and own and is_chosen_by_number(chain.urls[0]):
        words = (found.suspicion or SAYS_LITTLE).words
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, words, _FOR_EVERY_NUMBER))
    return _undecided(found, chain, read, everywhere=everywhere) if fine else None


def _is_loaded_by_its_number(chain: Chain, read: ReadPage) -> bool:
    """Whether a script of the page works with the number of its address: it may fetch what is shown."""
    path = urlsplit(chain.urls[0]).path
    number = LAST_NUMBER.search(path)
    if number is None:
        return False
    code = read.code.replace(path, "")  # visits are counted by their paths
    return number[0] in code or re.search(rf"\bdata-[\w-]+\s*=\s*[\"']?{number[0]}\b", read.markup) is not None


def _undecided(found: Classified, chain: Chain, read: ReadPage, *, everywhere: bool) -> Classified | None:
    """What a page is that says nothing of missing things, where what was made up may make no difference."""
    if _says_missing(found, read) or _says_why(read):
        return None
    words = (found.suspicion or SAYS_LITTLE).words
    if found.doubted_for(Doubt.SAYS_LITTLE) and urlsplit(chain.urls[0]).query:
        # The query may choose nothing.
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, words, _FOR_EVERY_ADDRESS))
    if not everywhere and _may_be_withheld(chain, read):
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, words, _FOR_EVERY_NUMBER))
    return None


def _may_be_withheld(chain: Chain, read: ReadPage) -> bool:
    """Whether what is at a number may be there, though the few words beside it are the same for all numbers.

    A script may fill it in, or only members be shown it; an absence is told in some word for no.
    """
    brief = not chain.hops and read.unlinked is not None
    return brief and is_chosen_by_number(chain.urls[0]) and not _denies(read)


def hinges_on_its_number(told: Classified) -> bool:
    """Whether only a made-up number got the same answer, which may mean that the page is kept from these readers."""
    return told.outcome is LiveOutcome.UNRENDERED and told.evidence[-1:] == (_FOR_EVERY_NUMBER,)


def _withheld(
    found: Classified, chain: Chain, read: ReadPage, middle: Middle
) -> Iterator[tuple[LiveOutcome, str | None]]:
    """What keeps the page from being seen, as far as the page says so."""
    yield LiveOutcome.ACCESS_WALL, nameless_gate(read)
    yield LiveOutcome.BOT_WALL, asks_for_a_captcha(read)
    if middle.words < _FEW_WORDS and not _says_missing(found, read):
        yield (
            LiveOutcome.ACCESS_WALL,
            access_gate(chain.urls, _OK, _without_menus(read, middle)) or _asks_something(middle),
        )
        words = f"{read.names}\n{middle.said}"
        yield LiveOutcome.UNRENDERED, wants_another_browser(words)
        yield LiveOutcome.SERVER_ERROR, at_rest(words)
        told = _says_why(read) or holds(words, SERVERS_OWN)
        if told:
            return
        if holds(words, NOT_LET_IN) or holds(words, SESSION):
            yield LiveOutcome.ACCESS_DENIED, "the few words of the page speak of access, or of a session"
        if (instead := told_instead(words)) is not None:
            yield instead
        if holds(words, FAULTY):
            yield LiveOutcome.SERVER_ERROR, "the few words of the page speak of a server, or of a connection"


def home_could_tell(found: Classified, chain: Chain, middle: Middle) -> bool:
    """Whether it matters if the host's home page is this page, too."""
    if chain.read is None or found.outcome is not LiveOutcome.OK or _says_missing(found, chain.read):
        return False
    if found.doubted_for(Doubt.SAYS_LITTLE):
        return not _says_why(chain.read)
    if chain.hops:
        return False
    return _may_stand_for_all(chain, chain.read, middle) or _may_go_by_number(chain, chain.read)


def by_the_home_page(found: Classified, chain: Chain, middle: Middle, *, at_home: bool) -> Classified | None:
    """What the page is, where its being at home as well (`at_home`), or not, speaks against an error page."""
    if chain.read is not None and _may_stand_for_all(chain, chain.read, middle):
        if says_none(f"{chain.read.names}\n{middle.said}"):
            return None
        said = "the same few words stand for every address of the host, its home page too: it shows nothing today"
        return Classified(LiveOutcome.SERVER_ERROR, (*found.evidence, said)) if at_home else None
    if found.doubted_for(Doubt.SAYS_LITTLE):
        if chain.read is not None and holds(chain.read.names, SERVERS_OWN):
            return None
        said = "the same few words stand for every address of the host, its home page too"
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, SAYS_LITTLE.words, said)) if at_home else None
    if found.suspicion is None or (at_home and not middle.article):
        return None
    said = f"{found.suspicion.words}, but a number in the address may choose the page, whatever name stands behind it"
    return Classified(found.outcome, (*found.evidence, said))


def _may_stand_for_all(chain: Chain, read: ReadPage, middle: Middle) -> bool:
    """Whether a page may show that its host is at rest: little is said, of no page, and nowhere is led to, not home."""
    bare = middle.words < _FEW_WORDS and middle.links < _FEW_LINKS and not (middle.search or middle.leads_home)
    if not bare or holds(read.names, SERVERS_OWN) or holds(middle.said, _A_PAGE):
        return False
    return not parking_signs(chain.urls, read).named_after


def _may_go_by_number(chain: Chain, read: ReadPage) -> bool:
    """Whether a number in the address may choose the page, so that a made-up name behind it leads there as well.

    Only for a page that says more than error pages do.
    """
    return read.own_words >= _MANY_WORDS and in_a_numbered_directory(chain.urls[0])


def _without_menus(read: ReadPage, middle: Middle) -> ReadPage:
    """The page as it would read if its middle stood alone."""
    return read._replace(
        shown=middle.said,
        said=middle.said,
        words=middle.words,
        own_words=middle.words,
        marks=read.marks._replace(links=middle.links, buttons=middle.choices, search_field=middle.search),
    )


def _asks_something(middle: Middle) -> str | None:
    asks = len(middle.choices) >= _A_CHOICE and not only_lead_back(middle.choices)
    return only_asks(middle.choices) if asks else None


def _says_missing(found: Classified, read: ReadPage) -> bool:
    """Whether the page has any word of an error page."""
    said = (one for one in read.own_said.split("\n") if _NUMBERED.search(one))
    numbered = _NUMBERED.search(read.names) is not None or any(map(is_error_name, said))
    return numbered or bool(found.signs.strong) or found.signs.hold(Kind.SAYS_MISSING)


def _says_why(read: ReadPage) -> bool:
    """Whether the few words of a page, in bolder wording, tell why it stands at every address."""
    words = read.named_and_said
    return says_none(words) or sells_in_its_place(words) or shows_a_search(read)


def _denies(read: ReadPage) -> bool:
    """Whether the few words of a page say no to something, and do not keep anybody out: of a made-up number, too."""
    words = read.named_and_said
    if not read.is_brief(_A_DENIAL) or holds(words, KEPT_OUT) or holds(words, PASSING):
        return False
    return may_say_none(words) or tells_of_absence(words)
