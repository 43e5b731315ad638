"""United Nations document symbols, written (`A/HRC/49/2`) and spoken ("General Assembly resolution 48/141").

In: the text. Out: Spots of kind un_symbol with the canonical symbol. The shape of symbols follows the Dag Hammarskjöld
Library's guide: body, subsidiary body, session or year, number, and modifiers (Add., Corr., Rev.); resolutions of
the Assembly bear a session in Roman numerals up to the thirtieth, those of the Security Council their year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.citations.spots import Spot, lowered
from verifier.citations.urls import BEHIND_NO_WORD
from verifier.model.citation import Kind
from verifier.model.patterns import compile_late

_SUBSIDIARY = (
    r"(?:RES|DEC|HRC|PRST|(?:PV|CN|C|CONF|AC|WG)\.(?:[ \t]{0,3}\n[ \t>]{0,24}(?=\d{1,4}/))?\d+|INF|BUR|ES-\d+|S-\d+"
    r"|NGO|OC|ICEF|Agenda|\d{1,4})"
)
_FIRST_BREAK = r"/(?:[ \t]{0,3}\n[ \t>]{0,24}(?=[A-Z0-9][A-Za-z0-9.-]{0,15}/[A-Z0-9]))?"
"""The slash behind the body's letter or letters, and the line's end that may follow it."""
_SYMBOL = re.compile(
    # The first letter comes first, so that the search skips to it.
    rf"[ACDEFHINSTU](?<![A-Za-z0-9_./@-].)(?:(?<=[AES]){_FIRST_BREAK}{_SUBSIDIARY}|(?:(?<=S)(?:T|PT)"
    r"|(?<=C)(?:CPR|ERD|AT|EDAW|RC|RPD|MW|ED|TOC)|(?<=H)RI|(?<=N)PT|(?<=F)CCC|(?<=T)D|(?<=D)P|(?<=I)CCD|(?<=U)NEP)"
    rf"{_FIRST_BREAK}"
    r"[A-Z0-9][A-Za-z0-9.-]{0,15}(?:\(\d{1,3}\)(?=/))?)"
    r"(?:/[A-Z0-9][A-Za-z0-9.-]{0,15}(?:\(\d{1,3}\)(?=/))?){0,6}(?P<tail>\s?\((?:(?P<year>\d{4})|[IVXL]{1,7}|[SE]{1,2}-[IVXL]{1,5})\))?"
)
_BROKEN = compile_late(
    r"(?P<slash>/)(?:[ \t]{0,3}\n[ \t>]{0,24}|[ ](?=\d))(?=\d|[A-Za-z]{1,6}[./-]?\d|[A-Z]{2,6}/)"
    r"|[ \t]{0,3}\n[ \t>]{0,24}(?=/[A-Z\d])"
    r"|(?:(?<=Add\.)|(?<=Corr\.)|(?<=Rev\.)|(?<=/[CL]\.)|(?<=/(?:AC|CN|PV|SR|WG)\.)|(?<=/S-)|(?<=/ES-))"
    r"[ \t]{0,3}\n[ \t>]{0,24}(?=\d)"
)
"""A line's end within a symbol, or a space behind a slash of it: what follows can be nothing but its next part."""
_UNFINISHED = compile_late(r"/[ \t]{0,3}(?:\n|\Z)")
_MOST_BREAKS = 4
_LONGEST_PART = 90
_NUMBER = (
    r"\d{1,4}(?:\s?[A-Z]{1,2}(?=\s?\())?(?:/\d{1,3}(?:\s?[A-Z](?![A-Za-z]))?)?"
    r"(?:\s?[(（](?:\d{4}|[IVXL]{1,7}|[SE]{1,2}-[IVXL]{1,5})[)）])?"
)
_LIST = rf"(?P<numbers>{_NUMBER}(?:(?:\s?,\s{{0,2}}|,?\s(?:and|et|y|und|e|и)\s){_NUMBER}){{0,12}})"
_S = r"\s{1,3}"
_ASSEMBLY = (
    r"General\sAssembly|UNGA|GA|Assemblée\sgénérale|Asamblea\sGeneral|(?:UN-|VN-)?Generalversammlung|Assembleia\sGeral|"
    r"Assemblea\sgenerale|Генеральн(?:ая|ой)\sАссамбле[яи]"
)
_COUNCIL = (
    r"Security\sCouncil|UNSC|Conseil\sde\ssécurité|Consejo\sde\sSeguridad|(?:UN-|VN-)?Sicherheitsrat(?:e?s)?|"
    r"Conselho\sde\sSegurança|Consiglio\sdi\ssicurezza|Совета?\sБезопасности"
)
_RIGHTS = (
    r"Human\sRights\sCouncil|UNHRC|HRC|Conseil\sdes\sdroits\s(?:de\sl[’']homme|humains)|Consejo\sde\sDerechos\sHumanos|"
    r"(?:UN-|VN-)?Menschenrechtsrat(?:e?s)?|Conselho\sde\sDireitos\sHumanos|Consiglio\sdei\sdiritti\sumani"
)
_ECOSOC = r"Economic\sand\sSocial\sCouncil|ECOSOC|Conseil\séconomique\set\ssocial|Consejo\sEconómico\sy\sSocial"
_COMMISSION = r"Commission\son\sHuman\sRights|Commission\sdes\sdroits\sde\sl[’']homme|Comisión\sde\sDerechos\sHumanos"
_BODY = rf"(?:(?P<ga>{_ASSEMBLY})|(?P<hrc>{_RIGHTS})|(?P<sc>{_COUNCIL})|(?P<ecosoc>{_ECOSOC})|(?P<chr>{_COMMISSION}))"
_ACT = (
    r"(?:resolution(?:s|en)?|res\.|resolución|resoluciones|résolutions?|resolução|resoluções|risoluzion[ei]|резолюци[яиюей]{1,2}|"
    r"(?P<dec>decisions?|décisions?|decisión))"
)
_PHRASE = compile_late(
    rf"\b{_ACT}{_S}(?:Nos?\.\s?|n[°º]\s?)?(?:[AS]/RES/)?{_LIST}"
    rf"(?:,?{_S}(?:adopted{_S})?(?:(?:of|by|de|du|del|der|des|do|da|dell[’']|della)"
    rf"(?:{_S}(?:the|la|el|UN|United{_S}Nations))*(?:{_S}|{_S}l[’']|(?<=[’'])))?{_BODY}\b)?",
    re.IGNORECASE,
)
# "General Assembly resolution 48/141", "Conseil de sécurité, résolution 1325 (2000)", "Council, in its resolution …"
_BODY_BEFORE = compile_late(
    rf"{BEHIND_NO_WORD}{_BODY}(?:[’']s?)?\s?[,:]?{_S}"
    rf"(?:(?:in|by|dans|en|em|nella){_S})?(?:(?:the|its|la|sa|su|sua|seiner|ihrer|die|der){_S})?\Z",
    re.IGNORECASE,
)
_BODIES = ("ga", "hrc", "sc", "ecosoc", "chr")
_UNSCR = re.compile(rf"{BEHIND_NO_WORD}UNSCR\s(?P<number>\d{{1,4}})(?:\s?\((?P<year>\d{{4}})\))?")
_CHINESE = compile_late(
    r"(?:(?P<ga>大会|大會)|(?P<sc>安全理事会|安全理事會|安理会|安理會)|(?P<hrc>人权理事会|人權理事會))\s?第\s?"
    r"(?P<numbers>\d{1,4}(?:/\d{1,3})?(?:\s?[(（](?:\d{4}|[IVXL]{1,7})[)）])?)\s?号?號?\s?(?:决议|決議)"
)
_ONE_NUMBER = compile_late(
    r"(?P<number>\d{1,4})(?:\s?(?P<part>[A-Z]{1,2})(?=\s?\())?(?:/(?P<sub>\d{1,3})(?:\s?(?P<letter>[A-Z](?![A-Za-z])))?)?"
    r"(?:\s?[(（](?P<tail>\d{4}|[IVXL]{1,7}|[SE]{1,2}-[IVXL]{1,5})[)）])?"
)


_ACT_WORDS = ("resol", "résol", "risol", "резол", "res.", "decis", "décis", "unscr", "决议", "決議")
_YEAR_IS_PART = re.compile(r"S/(?:RES|DEC)/\d")


def find_symbols(text: str) -> list[Spot]:
    """Every UN document symbol, written or spoken, in order; overlaps are left for the caller to settle."""
    spots = list(_written(text)) if "/" in text else []
    low = lowered(text)
    if any(map(low.__contains__, _ACT_WORDS)):
        spots.extend(_spoken(text))
    return sorted(spots, key=lambda spot: (spot.start, -spot.end))


def _written(text: str) -> Iterator[Spot]:
    for start, end, match in _over_breaks(text):
        symbol = "".join(match[0].replace(">", " ").split())
        tail, cut = match["tail"], 0
        if match["year"] and not _YEAR_IS_PART.match(symbol):
            # Only the Security Council numbers by the year; behind any other symbol the year is a date.
            cut = match.end() - match.start("tail")
            symbol, tail = symbol[: -len(match["year"]) - 2], None
        if not tail:
            trimmed = symbol.rstrip(".-")
            cut += len(symbol) - len(trimmed)
            symbol = trimmed
        if not any(map(str.isdigit, symbol)) or (symbol.count("/") < 2 and not _short_form(symbol)):
            continue
        yield Spot(Kind.UN_SYMBOL, start, end - cut, symbol)


def _over_breaks(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Every symbol, read over the breaks in it: where it starts and ends in the text, and its match.

    One that a line's end cuts, with nothing below to join, is left out: what is left of it names another document.
    """
    last = 0
    for found in _SYMBOL.finditer(text):
        start, end, match = found.start(), found.end(), found
        if start < last:
            continue
        for _ in range(_MOST_BREAKS):
            broken = _BROKEN.match(text, end)
            if broken is None:
                break
            before = match[0] + (broken["slash"] or "")
            joined = _SYMBOL.match(before + text[broken.end() : broken.end() + _LONGEST_PART])
            if joined is None or joined.end() <= len(before):
                break
            end, match = broken.end() + joined.end() - len(before), joined
        last = end
        if not _UNFINISHED.match(text, end):
            yield start, end, match


def _short_form(symbol: str) -> bool:
    """`S/23500` and `E/5715` are documents of the early years; `A/4` is a sheet of paper."""
    return re.fullmatch(r"[AES]/\d{4}|HRI/\d+|[AS]/PV\.\d+", symbol) is not None


def _spoken(text: str) -> Iterator[Spot]:
    for match in _PHRASE.finditer(text):
        decision = match["dec"] is not None
        if match.lastgroup in _BODIES:
            yield from _members(match, match.start(), match.lastgroup, decision)
            continue
        before = _BODY_BEFORE.search(text, max(match.start() - 70, 0), match.start())
        if before and before.lastgroup:
            yield from _members(match, before.start(), before.lastgroup, decision)
    for match in _CHINESE.finditer(text):
        body = next(name for name in _BODIES if match.groupdict().get(name))
        yield from _members(match, match.start(), body, decision=False)
    for match in _UNSCR.finditer(text):
        tail = f"({match['year']})" if match["year"] else ""
        yield Spot(Kind.UN_SYMBOL, match.start(), match.end(), f"S/RES/{match['number']}{tail}")


def _members(match: re.Match[str], start: int, body: str, decision: bool) -> Iterator[Spot]:
    """The resolutions of one list: the first spot begins with the phrase, the last ends with it."""
    numbers = list(_ONE_NUMBER.finditer(match.string, match.start("numbers"), match.end("numbers")))
    for index, number in enumerate(numbers):
        symbol = _symbol(body, number, decision)
        if symbol is not None:
            end = match.end() if index == len(numbers) - 1 else number.end()
            yield Spot(Kind.UN_SYMBOL, number.start() if index else start, end, symbol)


def _symbol(body: str, number: re.Match[str], decision: bool) -> str | None:
    act = "DEC" if decision else "RES"
    first, sub, tail = number["number"], number["sub"], number["tail"]
    if body == "sc":
        return f"S/{act}/{first}" + (f"({tail})" if tail else "") if not sub else None
    if sub:
        plain = f"{first}/{sub}{number['letter'] or ''}"
        prefix = {"ga": f"A/{act}", "hrc": f"A/HRC/{act}", "ecosoc": f"E/{act}", "chr": f"E/CN.4/{act}"}[body]
        return f"{prefix}/{plain}"
    if tail and not tail.isdigit() and body in {"ga", "ecosoc"}:
        return f"{'A' if body == 'ga' else 'E'}/{act}/{first}({tail})"
    return None


def url_of_symbol(symbol: str) -> str | None:
    """The document's page at docs.un.org; None for a Security Council resolution whose year is not given.

    That symbol is incomplete (S/RES/1325 is filed as S/RES/1325(2000)), and a guess must not be called dead.
    """
    if re.fullmatch(r"S/(?:RES|DEC)/\d{1,4}", symbol):
        return None
    return "https://docs.un.org/en/" + symbol
