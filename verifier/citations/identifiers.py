"""Identifiers that are not web addresses: DOI, arXiv, PMID, ISBN, Handle, URN and ECLI; and what each one's URL is.

In: the text, or the URL of a resolver. Out: Spots with canonical values; `url_of` sends a reader to them.
Sources of the rules: the DOI Handbook (2.2), the arXiv identifier scheme (both forms), ISO 2108 (check digits),
RFC 8141 (URN), Council conclusions 2011/C 127/01 (ECLI).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote

from verifier.citations.spots import Spot, lowered
from verifier.citations.un_symbols import url_of_symbol
from verifier.citations.urls import BEHIND_NO_WORD, trim
from verifier.model.addresses import SICI
from verifier.model.citation import Kind
from verifier.model.patterns import compile_late

_STOP = r"\s<>\"“”„«»‹›「」『』《》〈〉（）［］，。；：！？、،؛؟۔।†‡…\u2014¹²³⁰⁴-⁹"
_B = BEHIND_NO_WORD
_LINE_ENDS = rf"(?=[ \t]{{0,3}}\n[ \t>]{{0,12}}[^{_STOP}])"
_PLAINLY_A_NAME = compile_late(r"[ \t]{0,3}\n[ \t>]{0,12}(?=\S{0,40}[^\W\d_])(?=\S{0,40}\d)\S{0,40}?\w[._()-]\w")
"""Below a line that ends in `10.5555/`: a word of letters, digits and other characters between them."""
# Case is ignored for single words only: a whole pattern without case takes ten times as long to compile.
# The name's own beginning first, so that the search skips to it.
_DOI = compile_late(
    rf"10\.(?:(?<![A-Za-z0-9_./]10\.)|(?<=info:doi/10\.))\d{{4,9}}(?:\.\d{{1,9}}){{0,3}}/(?:[^{_STOP}]+{SICI}|{_LINE_ENDS})"
)
_DOI_LABEL = re.compile(rf"{_B}(?i:doi)\s?[:.]?\s{{0,3}}\Z")
_LONGEST_LABEL = 8
_ARXIV_OLD = r"[A-Za-z-]{2,20}(?:\.[A-Za-z]{2})?/"
_ARXIV_NAME = rf"(?:\d{{4}}\.\d{{4,5}}|{_ARXIV_OLD}\d{{7}})(?:v\d{{1,2}})?(?!\d)"
_ARXIV = compile_late(rf"{_B}(?i:arxiv)\s?:\s{{0,2}}(?P<name>{_ARXIV_NAME}|{_ARXIV_OLD}{_LINE_ENDS})")
_PMID = re.compile(rf"{_B}(?i:pmid)\s?:?\s{{0,2}}(?P<name>\d{{4,9}})(?!\w)")
_ISBN_GAP = r"(?:[\s‐‑–-]|[‐‑–-][ \t]{0,3}\n[ \t>]{0,12})?"
_ISBN = compile_late(rf"{_B}(?i:isbn)(?:-1[03])?\s?:?\s{{0,2}}(?P<name>[\dXx](?:{_ISBN_GAP}[\dXx]){{8,12}})(?!\d)")
_SECOND_ISBN = compile_late(r"(?<![\w-])97[89](?:[‐‑–-](?:[ \t]{0,3}\n[ \t>]{0,12})?\d{1,7}){4}(?![\w-])")
"""Beside one that is named as such another need not be: `ISBN 978-… (print), 978-… (e-book)`."""
_HANDLE = compile_late(rf"{_B}(?i:hdl)\s?:\s?(?P<name>\d{{1,9}}(?:\.\d{{1,9}}){{0,4}}/[^{_STOP}]+)")
_URN = compile_late(rf"{_B}(?i:urn):(?P<name>[A-Za-z0-9][A-Za-z0-9-]{{1,31}}:[^{_STOP}]+)")
_ECLI = compile_late(rf"{_B}ECLI:[A-Z]{{2}}:[A-Z0-9]{{1,7}}:\d{{4}}:[A-Z0-9](?:[A-Z0-9.]{{0,23}}[A-Z0-9])?")

_RESOLVER_URL = re.compile(r"https?://(?:dx\.|www\.|hdl\.)?(?:doi|arxiv|handle)\.", re.IGNORECASE)
_DOI_URL = compile_late(rf"(?i:https?://(?:dx\.|www\.)?doi\.org/)(?P<name>10\.\d{{4,9}}[^{_STOP}]*{SICI})")
_ARXIV_URL = compile_late(rf"(?i:https?://(?:www\.)?arxiv\.org/abs/)(?P<name>{_ARXIV_NAME})/?")
_HANDLE_URL = re.compile(r"(?i:https?://hdl\.handle\.net/)(?P<name>\d[\d.]*/[^\s?#]+)")
_RESOLVER = compile_late(
    r"(?:(?:dx\.)?doi\.org|arxiv\.org(?:/abs)?|hdl\.handle\.net|undocs\.org|docs\.un\.org)(?:/[a-z]{2})?/?$",
    re.IGNORECASE,
)


_RESOLVERS = {
    Kind.URL: "",
    Kind.DOI: "https://doi.org/",
    Kind.ARXIV: "https://arxiv.org/abs/",
    Kind.PMID: "https://pubmed.ncbi.nlm.nih.gov/",
    Kind.HANDLE: "https://hdl.handle.net/",
    Kind.URN: "https://nbn-resolving.org/",
    Kind.ECLI: "https://e-justice.europa.eu/ecli/",
}


def find_identifiers(text: str) -> list[Spot]:
    """Every identifier in the text but UN symbols, in order, overlaps left for the caller to settle."""
    low = lowered(text)
    found = [spot for word, find in _FINDERS.items() if word in low for spot in find(text)]
    return sorted(found, key=lambda spot: spot.start)


def _dois(text: str) -> Iterator[Spot]:
    last = 0
    for match in _DOI.finditer(text):
        name_start = match.start()
        label = _DOI_LABEL.search(text, max(last, name_start - _LONGEST_LABEL), name_start)
        last = match.end()
        words_end = text.find("](", name_start, last)  # `[doi:…](https://doi.org/…)`
        end = trim(text, name_start, last if words_end == -1 else words_end)
        name = text[name_start:end]
        suffix = name.partition("/")[2]
        # "10.2019/5" without a word before it is a date or a count as often as a name, "10.1234/s" a rate.
        if suffix:
            plain = label is not None or len(suffix) >= 5 or (len(suffix) > 2 and any(map(str.isalpha, suffix)))
        else:
            # A line may end right after the slash; repair finds the rest.
            plain = end == last and (label is not None or _PLAINLY_A_NAME.match(text, end) is not None)
        if plain:
            yield Spot(Kind.DOI, label.start() if label else name_start, end, name)


def _labelled(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Spot]:
    """What `pattern` finds behind a label, but for a name that is cut behind its slash."""
    for match in pattern.finditer(text):
        start = match.start("name")
        end = trim(text, start, match.end())
        if text[start:end].endswith("/") and not text[end:].lstrip(" \t").startswith("\n"):
            continue
        yield Spot(kind, match.start(), end, text[start:end])


def _isbns(text: str) -> Iterator[Spot]:
    end = 0
    for match in _ISBN.finditer(text):
        digits = isbn_digits(match["name"])
        if digits:
            yield from _second_isbns(text, end, match.start())
            end = match.start("name") + digits[1]
            yield Spot(Kind.ISBN, match.start(), end, digits[0])
    yield from _second_isbns(text, end, len(text))


def _second_isbns(text: str, start: int, end: int) -> Iterator[Spot]:
    """Those between two that are named as such."""
    for match in _SECOND_ISBN.finditer(text, start, end):
        digits = isbn_digits(match[0])
        if digits and digits[1] == len(match[0]):
            yield Spot(Kind.ISBN, match.start(), match.end(), digits[0])


def _eclis(text: str) -> Iterator[Spot]:
    for match in _ECLI.finditer(text):
        yield Spot(Kind.ECLI, match.start(), match.end(), match[0])


def wrong_isbns(text: str) -> list[str]:
    """What stands as an ISBN but has a wrong check digit, as written."""
    if "isbn" not in lowered(text):
        return []
    return [
        " ".join(match[0].split())
        for match in _ISBN.finditer(text)
        if isbn_digits(match["name"]) is None and sum(char.isalnum() for char in match["name"]) in {10, 13}
    ]


def _urns(text: str) -> Iterator[Spot]:
    for match in _URN.finditer(text):
        end = trim(text, match.start("name"), match.end())
        namespace, _, rest = text[match.start("name") : end].partition(":")
        if not rest:
            continue
        # RFC 8141, 3.1: `urn` and the namespace compare without case.
        yield Spot(Kind.URN, match.start(), end, f"urn:{namespace.lower()}:{rest}")


_FINDERS: dict[str, Callable[[str], Iterator[Spot]]] = {
    "10.": _dois,
    "arxiv": partial(_labelled, Kind.ARXIV, _ARXIV),
    "pmid": partial(_labelled, Kind.PMID, _PMID),
    "hdl": partial(_labelled, Kind.HANDLE, _HANDLE),
    "isbn": _isbns,
    "ecli:": _eclis,
    "urn:": _urns,
}
"""What finds each kind, by the letters that every text holds in which it stands: most texts hold few of them."""


def isbn_digits(written: str) -> tuple[str, int] | None:
    """The ISBN at the start of `written`, without separators, and how many characters it takes; None if none fits.

    The longest reading whose check digit is right wins (ISO 2108: 13 digits modulo 10, 10 digits modulo 11).
    """
    digits: list[str] = []
    ends: list[int] = []
    for index, char in enumerate(written):
        if char.isdigit() or char in "Xx":
            digits.append(char.upper())
            ends.append(index + 1)
    for length, check in ((13, _is_isbn13), (10, _is_isbn10)):
        name = "".join(digits[:length])
        if len(name) == length and check(name):
            return name, ends[length - 1]
    return None


def _is_isbn13(name: str) -> bool:
    if not name.isdecimal() or not name.startswith(("978", "979")):
        return False
    return sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(name)) % 10 == 0


def _is_isbn10(name: str) -> bool:
    if not name[:9].isdecimal():
        return False
    return sum((10 if char == "X" else int(char)) * (10 - index) for index, char in enumerate(name)) % 11 == 0


def from_url(url: str) -> tuple[Kind, str] | None:
    """The identifier that a resolver's URL stands for (doi.org, arxiv.org/abs, hdl.handle.net), or None."""
    if not _RESOLVER_URL.match(url):
        return None
    match = _DOI_URL.match(url)
    if match and "/" in match["name"] and not match["name"].endswith("/"):
        return Kind.DOI, unquote(match["name"])
    match = _ARXIV_URL.fullmatch(url)
    if match:
        return Kind.ARXIV, match["name"]
    match = _HANDLE_URL.fullmatch(url)
    if match:
        return Kind.HANDLE, unquote(match["name"])
    return None


def is_resolver(url: str) -> bool:
    """Whether `url` ends where a resolver's identifier ought to begin, so that the next words are likely its rest."""
    return _RESOLVER.search(url) is not None


def url_of(kind: Kind, value: str) -> str | None:
    """Where a reader of the identifier is sent; None when no resolver serves it (ISBN, most URNs)."""
    if kind is Kind.UN_SYMBOL:
        return url_of_symbol(value)
    if kind is Kind.URN and not value.startswith("urn:nbn:"):
        return None
    if kind is Kind.PMID:
        value += "/"  # without it the site answers with a redirect
    if kind is Kind.DOI:
        value = value.replace("<", "%3C").replace(">", "%3E")
    resolver = _RESOLVERS.get(kind)
    return None if resolver is None else resolver + value
