"""What a citation's own part of its note says of the cited thing: title, publisher, author, date, access date.

In: the words before the citation and those after it that are still its own. Out: a Description. Nothing is inherited
from a neighbour: a second link in the same note has no title unless it is given one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verifier.citations.accessed import split_access
from verifier.citations.announcing import unannounced, without_serials
from verifier.citations.dates import FoundDate, dates_in, find_date
from verifier.citations.names import EDGES, INITIALS, LAST_INITIAL, ORGANISATION, is_person, says_same_author, unfringed
from verifier.citations.publishers import is_named_body, journal_in, names_body_alone, unnumbered, without_kinds
from verifier.citations.quotes import Quotation, find_quotations, single_spaced, unemphasised
from verifier.citations.standards import by_standard
from verifier.model.citation import Description
from verifier.model.dates import PartialDate
from verifier.model.patterns import compile_late
from verifier.model.words import word_count

_SEE_IN_CHINESE = (
    r"(?:(?:另|亦|又|并|並|详|詳|请|請|可)?(?:参|參)(?:见|見|阅|閱|看|照|考)|[另亦又详詳][见見]|(?:转|轉)?引自|例如|比如)"
    r"[\s,:：，、]*|[见見][\s,:：，、]*(?=$|[\s,:：，、《〈“「『])"
)
"""Signal words of a script that puts no space behind them."""
_LEAD_IN = compile_late(
    r"^[\s,;:.–—-]*(?:(?:"
    r"for (?:example|instance|more(?: information| details)?|further details|details|background)|e\.g\.|i\.e\.|"
    r"(?:but )?see(?: also| for example| e\.g\.| generally)?|cfr?\.?|compare|also|and(?: generally)?|with|"
    r"generally|inter alia|according to|in|"
    r"quoted in|cited in|source|"
    r"voir(?: aussi| également| par exemple| notamment)?|par exemple|confer|"
    r"véa(?:n)?se(?: también| por ejemplo)?|ver(?: também| también)?|vide|vid\.|por (?:ejemplo|exemplo)|"
    r"vgl\.?(?: auch| dazu)?|siehe(?: auch| dazu)?|s\. auch|z\.\s?b\.|vedi(?: anche)?|si veda(?: anche)?|"
    r"v\. (?:anche|aussi|también|també)|(?:e|ed|et|y|und|ou|och|og|en|oraz|ve|и|і|та)(?=[\s,:：]*$)|"
    r"zie(?: ook)?|se (?:även|også)|jfr?\.|zob\.(?: też)?|por\.|bkz\.?|"
    r"см\.(?: также)?|ср\.|див\.(?: також)?|و?انظر(?: أيضا| أيضًا)?|و?راجع|참조|참고)"
    rf"(?:[\s,:：]+|$)|{_SEE_IN_CHINESE})+",
    re.IGNORECASE,
)
# Signs are taken a run at a time, from its first one: from each of them anew, a line of dots would take seconds.
_TAIL_WORDS = compile_late(
    r"(?<![\s,;:.(\[–—-])[\s,;:.(\[–—-]*+"
    r"(?:(?:which is |also )?(?:available|accessible|found|online|published|to be had)(?: online)?"
    r"(?: at| on| from| via| here)?|"
    r"at|url|link|website|web|pdf|via|from|doi|pmid|pmcid|arxiv|isbn|"
    r"disponible (?:en|sur|à)|en ligne|en línea|verfügbar unter|online unter|"
    r"unter|"
    r"disponível em|disponibile su|网址|链接|[参參]?[见見]|載於|载于|доступно|режим доступа)?[\s,;:.(\[：<–—-]*+$",
    re.IGNORECASE,
)
_PAGES = compile_late(
    r"(?:[,;]\s*+|(?<![\s,;])\s*+)(?<!\w)(?:pg|pgs|pp?|page|pages|paras?|§+|S|seite|с|стр|ص)\.?\s?\d[\d–,\s-]*\.?"
    r"|(?:[,;，]\s*+|(?<![\s,;，])\s*+)第\s?\d[\d–—-]*\s?[页頁]|(?:[,;]\s*+|(?<![\s,;])\s*+)(?:\d[\d–~-]*+\s?쪽|(?:עמ['’׳]|σελ?\.|หน้า|पृ(?:ष्ठ|\.))\s?\d[\d–-]*)"
    r"|[,;]\s*at\s\d[\d–-]*\b",
    re.IGNORECASE,
)
_UNCLOSED = re.compile(r"(?:(?<!\s)\s++)?\([^()]*+$")
"""A bracket whose rest stands elsewhere: "Annual Report (Geneva" of "(Geneva: Lake Watch, 2024)"."""
_APA = compile_late(
    r"^\s*(?P<author>[^()\"“‘«]{2,120}?)\.?,?\s\((?P<date>[^():]{4,30})\)[.,:]?\s*(?P<rest>.*)$", re.DOTALL
)
_UNDATED = compile_late(r"n\.\s?d\.|s\.\s?f\.|s\.\s?d\.|o\.\s?[JD]\.|б\.\s?д\.")
_NAME_YEAR = compile_late(
    r"^\s*(?P<author>[^()\"“‘«]{2,120}?)[.,]\s(?P<date>(?:1[6-9]|20)\d\d)[a-z]?\.\s(?P<rest>.*)$", re.DOTALL
)
_PARTED = re.compile(r"[,:،፣၊᠂།]\s|(?<!\b[A-Z])\.\s(?=[A-Z])|，|：")
"""Where the parts of a description without quotation marks end; the full stop of an initial is none."""
_LEADING_INITIALS = re.compile(r"^(?:[^\W\d_]\.\s){1,3}(?=[^\W\d_]{2})")
_MEDIUM = compile_late(
    r"\s?\[(?:online|internet|en línea|en ligne|electronic resource|электронный ресурс)\]", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<![\w*])(?P<mark>\*{1,2}|_)(?=[^\s*_])(?P<text>[^*_\n]{4,300}?)(?<=\S)(?P=mark)(?![\w*])")
_BODY_NAME = compile_late(
    r"\b(?:council|assembly|committee|commission(?:er)?|rapporteur|secretary|nations|ohchr|conseil|assemblée|comité|haut-commissariat|"
    r"consejo|asamblea|comité|rat|versammlung|ausschuss)\b",
    re.IGNORECASE,
)
# American style sets the citation's full stop within the title's quotation marks.
_FULL_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d))\.$")
_BARE_BRACKET = re.compile(r"(?:(?<!\s)\s++)?[(\[],?[a-z]?[)\]]?[.,:]?\s*$")
"""What is left of "(2020a)." when its year is taken out."""
_EXTENT = compile_late(r"(?:[—–]\s)?(?<![\d\w])\d{1,4}\s(?:с|p|pp|S|s|стр|pages?|Seiten|páginas)\b\.?(?!\s\d)")
"""How many pages a book has: `88 с.`"""
_STOP = re.compile(r"\.\s")
_QUESTION = re.compile(r"(?<=[?!])\s")
_FORM = re.compile(r"\s\[[^\W\d_][^\[\]]{2,40}\]$")
"""`Homework policy [Policy paper]`"""
_VOLUME = compile_late(
    r"(?:,\s|\s(?=\d{1,3}\(\d))(?:(?:vol|no|nr|iss|bd|jg|núm|t|т|№)\.?\s)?\d.*$", re.IGNORECASE | re.DOTALL
)
"""Behind the name of a journal: `, 12(3), 44–60`."""
_SENTENCE_END = re.compile(r"(?:(?<=\w[a-z)]\.)|(?<=[a-z)]:))\s")
_BY = re.compile(r"^(?:by|par|por|von|di)\s", re.IGNORECASE)
LONGEST_TITLE = 300
_LEADS_TO_DATE = compile_late(
    r"\w\s(?:of|for|from|in|du|de|del|des|della|vom|von|für|zum|pour|da|do|от|за|van|voor|av|af|fra|för)\s$",
    re.IGNORECASE,
)
"""No title ends so: the date behind it is a part of it."""
_SPAN = re.compile(r"\s(?:1[6-9]|20)\d\d\s?[–/-]$")
"""`Plan 2022–`: what follows is the other year."""
_PASSAGE_MARK = re.compile("[”»」』“„«「『]")
_WITHIN_NAMES = frozenset(["of", "the", "for", "and", "de", "des", "du", "la", "le", "et", "y", "und", "di", "do"])
_MOST_IN_NAME = 10
_WITHIN_A_SENTENCE = 7  # words from which on what begins in lower case is a part of a sentence


class Own(NamedTuple):
    """A citation's own words: those before it and those after it."""

    before: str
    after: str


def describe(own: Own) -> Description:
    """Read a citation's own words. Parts that are not given stay None."""
    accessed, before, after = split_access(own.before, own.after)
    before = _MEDIUM.sub("", before) if "[" in before else before
    before, after = without_serials(unannounced(_behind_a_passage(before))), without_serials(after)
    quotation = _title(before)
    coded = by_standard(before, after, accessed, quoted=quotation is not None)
    if coded is not None:
        return coded
    if quotation is not None and names_body_alone(before, quotation, _TAIL_WORDS.sub("", before[quotation.end :])):
        return _unquoted(before, after, accessed)
    if quotation is None:
        # What is left is passages: the words behind the last one are the source's.
        passages = find_quotations(before)
        return _unquoted(before[passages[-1].end :] if passages else before, after, accessed)
    head, tail = before[: quotation.start], before[quotation.end :]
    another = find_quotations(after)
    if another:
        after = after[: another[0].start]  # what stands behind another title is said of that one
    date = find_date(tail) or find_date(after) or _last_date(head)
    head = _BARE_BRACKET.sub("", _without(head, _last_date(head)))
    author, publisher = _author_and_publisher(head)
    dated = find_date(tail)
    said = _PAGES.sub("", tail[: dated.start] if dated else tail)
    after_title = _bare_name(_TAIL_WORDS.sub("", _VOLUME.sub("", said)))
    after_title = journal_in(tail) or without_kinds(after_title)
    if after_title and word_count(after_title) <= 8 and not after_title[0].islower():
        if publisher and not author:
            author = publisher
        publisher = after_title
    title = _FULL_STOP.sub("", quotation.text.strip(" ,;:"))
    return Description(title, publisher, author, date.date if date else None, accessed)


def describe_in_prose(own: Own, *, bracketed: bool) -> Description:
    """What stands right before a link outside notes, when it is a citation and not the letter's own sentence.

    That is so within a bracket that holds the link, and for a title in quotation marks directly before it. Names before
    the title count only where nothing but a name stands there.
    """
    if bracketed:
        described = describe(own)
        cited = described.date or described.accessed or find_quotations(own.before)
        return described if cited else Description()
    quotations = find_quotations(own.before)
    between = own.before[quotations[-1].end :] if quotations else ""
    dated = _last_date(between)
    rest = _TAIL_WORDS.sub("", _without(between, dated)).strip(EDGES)
    if not quotations or not _is_all_name(rest):
        return Description(accessed=split_access(own.before, own.after)[0])
    head = own.before[: quotations[-1].start]
    return describe(own if _is_all_name(head.strip(EDGES)) else own._replace(before=own.before[len(head) :]))


def _is_all_name(words: str) -> bool:
    """Whether `words` are a name, or none: capitals throughout, but for the small words within names."""
    parts = words.split()
    return len(parts) <= _MOST_IN_NAME and all(
        not part[0].islower() or part.rstrip(",.:") in _WITHIN_NAMES for part in parts
    )


def _title(before: str) -> Quotation | None:
    """The quotation that is the title: the first that is no quoted passage; else what stands in italics."""
    quotations = find_quotations(before)
    for index, quotation in enumerate(quotations):
        # 《示例报》：“题目”: the first names the paper, the second what stands in it.
        names = index + 1 < len(quotations) and (
            is_named_body(before, quotation, quotations[index + 1])
            or before[quotation.end : quotations[index + 1].start].strip() in {":", "："}
            or (before[quotation.start] == "《" and before[quotations[index + 1].start] == "〈")
        )
        if not names and not _is_passage(quotation.text):
            return quotation
    if not quotations and (match := _EMPHASIS.search(before)):
        return Quotation(match.start(), match.end(), single_spaced(match["text"]))
    return None


def _is_passage(text: str) -> bool:
    """A quoted passage is long, runs to a full stop, or begins within a sentence: titles do neither."""
    if len(text) > LONGEST_TITLE or word_count(text) > 45:
        return True
    if text[:1].islower() and word_count(text) >= _WITHIN_A_SENTENCE:
        return True
    return word_count(text) > 14 and text.endswith((".", "…")) and not text.endswith("...")


def _behind_a_passage(before: str) -> str:
    """The words behind a quotation that began before this part: what it quotes says nothing of the source."""
    first = _PASSAGE_MARK.search(before)
    if first is None or first[0] in "“„«「『":
        return before
    rest = before[first.end() :]
    opens_here = first[0] == "”" and "”" in rest and "“" not in rest  # ”Swedish quotation marks”
    opens_here = opens_here or (first[0] == "»" and "«" in rest)  # »Danish ones«
    return before if opens_here else rest


def _last_date(text: str) -> FoundDate | None:
    found = dates_in(text)
    return found[-1] if found else None


def _without(text: str, found: FoundDate | None) -> str:
    return text if found is None else text[: found.start] + "," + text[found.end :]


def _author_and_publisher(head: str) -> tuple[str | None, str | None]:
    """Author and publisher from the words before a title."""
    name = _bare_name(head)
    if not name or says_same_author(name):
        return None, None
    parts = [part.strip(EDGES) for part in name.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == 2 and is_person(parts[0]) and not INITIALS.search(name):
        return parts[0], parts[1]
    # "Museum Railway" and "Jane Doe" look alike: only initials tell a person who stands alone.
    if (INITIALS.search(name) or LAST_INITIAL.search(name)) and not ORGANISATION.search(name):
        return name, None
    return None, name if word_count(name) <= 14 else None


def _bare_name(text: str) -> str | None:
    """A name freed of introductory words, page numbers and punctuation; None when nothing is left."""
    text = _PAGES.sub("", text)
    text = _LEAD_IN.sub("", text)
    text = _SENTENCE_END.split(text.strip())[-1] if text.strip() else ""
    text = single_spaced(text.strip(EDGES))
    text = _BY.sub("", text)
    return text if any(map(str.isalpha, text)) else None


def _unquoted(before: str, after: str, accessed: PartialDate | None) -> Description:
    """Read words without quotation marks: `Author (2020). Title.`, `Publisher, Title, date`, or a name alone."""
    before = unemphasised(before)
    before = _EXTENT.sub(" ", before)
    apa = _APA.match(before) or _NAME_YEAR.match(before)
    if apa:
        year = find_date(apa["date"])
        # "Author, Title (2020), https://…": nothing that could be a title stands behind the year.
        if (year is not None or _UNDATED.fullmatch(apa["date"])) and any(
            char.isalpha() for char in _TAIL_WORDS.sub("", _PAGES.sub("", apa["rest"]))
        ):
            return _author_year(apa, year, accessed)
    dated = _last_date(before)
    found = dated or find_date(after)
    date = found.date if found else None
    words = before[: _end_of_words(before, dated)] if dated else before
    words = _TAIL_WORDS.sub("", _LEAD_IN.sub("", _PAGES.sub("", words) + " "))
    parts = [_UNCLOSED.sub("", part.strip(EDGES)) for part in _PARTED.split(words)]
    parts = [single_spaced(part) for part in parts if any(map(str.isalpha, part))]
    if not parts or word_count(words) > 45:
        return Description(date=date, accessed=accessed)
    first = parts[0]
    named = None if says_same_author(first) else first
    if len(parts) == 1:
        if word_count(first) <= 5 and (not date or _BODY_NAME.search(first)):
            return Description(publisher=named, date=date, accessed=accessed)
        return Description(title=first, date=date, accessed=accessed)
    person = is_person(first) or (INITIALS.search(first) is not None and not ORGANISATION.search(first))
    title = _longest_behind(parts)
    house = parts[-1] if len(parts) > 2 and parts[-1] != title and ORGANISATION.search(parts[-1]) else None
    return Description(title, house if person else named, first if person else None, date, accessed)


def _longest_behind(parts: Sequence[str]) -> str:
    """The title: of the parts behind the first, which names who wrote or published it, the longest."""
    title = max(unnumbered(parts[1:]) or parts[1:], key=len)
    if " " not in parts[parts.index(title) - 1]:
        return _LEADING_INITIALS.sub("", title)  # "Doe, J. Title.": the initials are the author's
    return title


def _end_of_words(before: str, dated: FoundDate) -> int:
    """Where the words before a date end: behind it where it belongs to them: `Letter of 3 May`, `Report 2020`."""
    words = before[: dated.start]
    if _LEADS_TO_DATE.search(words) or _SPAN.search(words):
        return dated.end
    named = dated.date.month is None and words[-2:].strip(" ")[:1].isalpha() and word_count(words) > 1
    return dated.end if named and words.endswith(" ") else dated.start


def _author_year(apa: re.Match[str], date: FoundDate | None, accessed: PartialDate | None) -> Description:
    rest = _TAIL_WORDS.sub("", apa["rest"])
    stops = _STOP if _STOP.search(rest) else _QUESTION
    parts = [single_spaced(unfringed(part)) for part in stops.split(rest) if any(map(str.isalpha, part))]
    return Description(
        title=_FORM.sub("", parts[0]) if parts else None,
        publisher=_VOLUME.sub("", parts[1]) if len(parts) > 1 else None,
        author=_bare_name(apa["author"]),
        date=date.date if date else None,
        accessed=accessed,
    )
