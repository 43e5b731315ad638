"""Who published a source: what is told of it beside quotation marks.

In: a citation's words. Out: whether the marks hold a body's name; the name of a journal between its volume and the page
behind a title; the words there without what says only of which kind the source is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.citations.dates import find_date
from verifier.citations.names import ORGANISATION
from verifier.citations.quotes import Quotation, single_spaced
from verifier.model.months import MONTHS
from verifier.model.patterns import compile_late
from verifier.model.words import word_count

_KIND = compile_late(
    r"(?:(?:joint |public |official )?(?:(?:press|news|media) (?:release|statement|briefing)|press conference"
    r"|(?:white|green|working|discussion|policy|position|briefing|research) (?:paper|brief)|briefing(?: note)?|"
    r"(?:annual |final |interim |research )?report|open letter|letter|statement|blog(?: ?post)?|fact ?sheet|submission|"
    r"speech|"
    r"communiqué(?: de presse)?|rapport(?: annuel)?|déclaration|lettre ouverte|dossier de presse|"
    r"pressemitteilung|medienmitteilung|pressemeldung|bericht|stellungnahme|positionspapier|offener brief|"
    r"(?:comunicado|nota) de (?:prensa|imprensa)|comunicado|informe(?: anual)?|declaración|carta abierta|relatório|"
    r"comunicato(?: stampa)?|rapporto|relazione|lettera aperta|persbericht|pressmeddelande|pressemeddelelse|"
    r"komunikat(?: prasowy)?|raport|tisková zpráva|пресс-релиз|доклад|отч[её]т|заявление|прес-реліз|звіт|заява|"
    r"basın açıklaması|rapor|(?:bundestags|landtags)?drucksache|bt-drs\.?|drs\.?|aktenzeichen|dok\.?)"
    r"(?:\s(?:vom|of|du|del|de|do|van|från|av|от|від|z dnia|no\.?|nr\.?|n[°º]\.?|№))?(?:\s[\w/.-]*\d[\w/.-]*)?|"
    r"(?=\S*\d)[^\W\d_]{1,12}[/-][\w/.-]+)",
    re.IGNORECASE,
)
"""What a source is, or its number: `Press release 14/2023`, `Pressemitteilung vom`, `INF/21/3440`."""
_MOST_IN_BODY = 5
_JOURNAL = compile_late(
    r"(?:[(\[](?:1[6-9]|20)\d\d[)\]]\s(?:\d{1,4}(?:\(\d{1,3}\))?\s)?|,\s\d{1,4}\s)(?P<name>[A-Z][^\d,;()\[\]]{1,60}?)\s\d"
)
"""How lawyers cite journals: ` (2001) 12 Coast Review 33`, `, 12 Coast L. Rev. 33 (2001)`."""


def unnumbered(parts: Sequence[str]) -> list[str]:
    """Those of `parts` that are not merely the number of a paper: `Drucksache 19/4321`."""
    return [part for part in parts if not (part[-1].isdigit() and _KIND.fullmatch(part))]


def journal_in(tail: str) -> str | None:
    """The journal that is named between its volume and the page, behind the title; no month is one."""
    for match in _JOURNAL.finditer(tail):
        if match["name"].split()[0].rstrip(".").lower() not in MONTHS:
            return single_spaced(match["name"])
    return None


def is_named_body(before: str, name: Quotation, title: Quotation) -> bool:
    """Whether quotation marks hold the name of a body, a title in others behind it: Фонд «Река», «Отчёт»."""
    return _ends_a_name(before, name) and before[name.end : title.start].strip() == ","


def names_body_alone(before: str, name: Quotation, behind: str) -> bool:
    """Whether they hold the name of an institution, and a title stands `behind` it without: Фонд «Река», Отчёт."""
    titled = behind[:2] == ", " and any(map(str.isalpha, behind)) and find_date(behind[2:20]) is None
    if not titled or not _ends_a_name(before, name):
        return False
    return ORGANISATION.search(before.split(maxsplit=1)[0]) is not None


def _ends_a_name(before: str, name: Quotation) -> bool:
    """Whether words lead, without a sign, to short words in quotation marks."""
    kind = before[: name.start]
    return kind[-1:].isspace() and kind.rstrip()[-1:].isalpha() and word_count(name.text) <= _MOST_IN_BODY


def without_kinds(words: str | None) -> str | None:
    """The words behind a title that may name who published it: not those for what it is, nor its number."""
    kept = [part for part in (words or "").split(", ") if part and not _KIND.fullmatch(part)]
    return ", ".join(kept) or None
