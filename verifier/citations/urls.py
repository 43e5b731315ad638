"""Where web addresses stand in a text, and where each ends when read plainly.

In: the text. Out: one Spot per address, in order, without overlap. The plain reading is the unbroken one: RFC 3986
appendix C (white space and angle brackets delimit), with trailing punctuation and unbalanced brackets left outside.
What may lie beyond a break is the business of `reach.py` and of repair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.citations.spots import Spot
from verifier.model.addresses import ARROWS, SICI, ZERO_WIDTH, break_in_scheme, ending_at
from verifier.model.citation import Kind
from verifier.model.patterns import compile_late
from verifier.model.scripts import script_end

_UNSEEN = f"\x02\u00ad\ufffe{ZERO_WIDTH}"
"""What a copy may hold within an address unseen: soft hyphens, joiners, marks of the writing direction."""
_GAP = break_in_scheme(_UNSEEN)
# A set of characters first, whose case is spelt out: the search then skips to them.
_START = re.compile(
    rf"[HhFfTt](?i:(?:(?:(?<=h){_GAP}(?:t{_GAP}t|xx){_GAP}p(?:{_GAP}s)?|(?<=f)tp)"
    rf"(?:{_GAP}:{_GAP}/(?:{_GAP}/{{1,3}})?|//|\[:\]//|\[://\])"
    rf"|(?<![a-z].)(?:(?<=t)tps?|(?<=h)(?:tps?|tttps?|https?|tpps?)):/{{1,2}})(?P<after>{_GAP}))",
)
# White space, delimiters of RFC 3986 appendix C, quotation marks, CJK punctuation and superscript digits end a URL.
_STOPS = (
    r"\s<>\"`^\x00-\x1f\x7f“”„‟‘’‚‛«»‹›「」『』《》〈〉【】〔〕（）［］｛｝，。；：！？、،؛؟۔।॥։።፣།༎។៕။၊"
    rf"\u2014\u2026†‡¶•™®©¹²³⁰⁴-⁹\ufffc\ufffd{ARROWS}"
)
_SCHEMES = frozenset({"http://", "https://", "ftp://"})
"""Starts as they should be: most are."""
_BETWEEN = re.compile(rf"[\s>{_UNSEEN}]+")
_UNSEEN_ONLY = compile_late(rf"[{_UNSEEN}]*")
_RUN = re.compile(rf"[^{_STOPS}]+{SICI}")
_HOST_BEGINS = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]|[\w%]")
_DOTTED_HOST = compile_late(r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?![\w@])")
# `dev. example. org/`: a host set with spaces, at its dots, hyphens and digits; its end in lower case, as in no prose.
_SPACED_HOST = compile_late(
    r"(?:[A-Za-z0-9]{1,40}(?:(?: ?- ?|(?<=[a-z]) (?=\d)|(?<=\d) (?=[a-z]))[A-Za-z0-9]{1,40}){0,5} ?\. ?){1,6}"
    r"[a-z]{2,24}(?![\w@])(?P<path> ?/)?|localhost(?P<local>[:/])"
)
_REMARK = compile_late(r",(?:and|or|but|see|which|und|oder|sowie|siehe|et|ou|voir|y|o|ver|e|и|а|см)\Z")
_LONGEST_REMARK = 7
_REMARK_AT_HOST = compile_late(r"[\w.:-]++(?=\((?!(?i:\.|dot)\)))")
"""A host, and right behind it a bracket that it cannot hold: `www.example.org(in German)`."""
_PARAMETER = compile_late(r"\|\s{0,3}[\w-]{1,20}\s{0,3}=\s{0,3}\Z")
"""Before an address that a template of a wiki is given: `{{cite web |url=`."""
_LONGEST_PARAMETER = 32
_GLUED_MARKER = re.compile(
    r"\[\d{1,3}(?:[,–-]\d{1,3})*\](?![=&\[])|\[/|&(?:nbsp|#160);|\|(?![\w=])|\\(?![_&%#~$*()\[\]-])"
)
# Words of other scripts may stand right before an address: CJK writing has no spaces.
BEHIND_NO_WORD = r"(?<![A-Za-z0-9_])"
_WWW_BROKEN = re.compile(r"www\d?\.", re.IGNORECASE)
_WWW = re.compile(
    rf"[Ww](?<![A-Za-z0-9_@./:=%-].)(?i:ww\d? ?\.(?=[\w-]|{_GAP}(?P<next_line>[a-z0-9-]{{2,63}} ?\. ?[a-z]{{2}})))",
)
_MAILBOX = compile_late(r"[\w.+-]{1,64}@")
_TRAILING = frozenset(".,;:!?'*~…\u00ad\u200b\u200c\u200d\u2060\ufeff–|(\\[{·")
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_CARRIERS = frozenset("=?&:%+|/*")
"""What an address that carries another has before it."""
_CARRIES_A_URL = compile_late(
    r"archive|wayback|memento|webcite|webcitation|cache|proxy|perma|12ft|translate|/(?:web|save|timegate)/|/\d{4,14}[a-z_*]{0,4}/$",
    re.IGNORECASE,
)

_TIME = r"\d{4}\.\d\d\.\d\d[-\xad\x02\ufffe\u2010]?\d{6}"
"""When a copy was captured, as archive.today writes it; what stands for its hyphen where a line ends there."""
_ARCHIVED = compile_late(
    rf"(?:(?:[\w-]+\.){{0,3}}[\w-]*archive[\w-]*(?:\.[\w-]+){{1,3}}(?:/[\w-]+){{0,2}}/(?:{_TIME}|\d{{4,14}})"
    r"|(?:[\w-]+\.){1,4}[a-z]{2,18}(?:/[\w-]+){0,2}/(?:19|20)\d{6}(?:\d{6})?)[a-z_*]{0,6}/",
    re.IGNORECASE,
)
"""An archive's address up to the one it holds: its date tells, whatever breaks it."""
_CAPTURE = compile_late(rf"(?:/\d{{14}}|archive[^/]*/web/\d{{4,14}}|/{_TIME})[a-z_*]{{0,6}}/\Z", re.IGNORECASE)
"""What is no page of its own: with a break behind it, `/news/20190304/` is one, and another link follows."""
_TAKES_A_URL = compile_late(
    r"[?&](?:u|ur[il]|link|target|to|dest\w{0,8}|redirect\w{0,8}|goto|next|return\w{0,8}|continue|ref\w{0,8}|source)=\Z",
    re.IGNORECASE,
)
"""A parameter without its value that names an address."""
_MOST_BREAKS = 4
"""Breaks in an address before the one that it carries."""


def find_urls(text: str) -> list[Spot]:
    """Every address with a scheme, and every one that begins with `www.`, in order and without overlap."""
    spots = list(_with_scheme(text))
    taken = iter([*spots, None])
    current = next(taken)
    bare: list[Spot] = []
    for match in _WWW.finditer(text):
        while current is not None and current.end <= match.start():
            current = next(taken)
        limit = len(text) if current is None else current.start
        if match.start() >= limit or (bare and match.start() < bare[-1].end):
            continue
        end = plain_end(text, match.start(), match.end(), limit)
        if _MAILBOX.match(text, match.start(), end):
            continue
        if end > match.end() or (match["next_line"] and match.end("next_line") <= limit):
            bare.append(Spot(Kind.URL, match.start(), end, "https://" + text[match.start() : end], bare=True))
    return sorted([*spots, *bare], key=lambda spot: spot.start) if bare else spots


def _with_scheme(text: str) -> Iterator[Spot]:
    starts = list(_START.finditer(text))
    index = 0
    while index < len(starts):
        match = starts[index]
        index += 1
        # A scheme inside an address begins a new one, unless the address carries it (an archive, a redirect).
        seen = match.end()
        while index < len(starts) and _carried(text, match.end(), seen, starts[index].start()):
            seen = starts[index].start()
            index += 1
        limit = starts[index].start() if index < len(starts) else len(text)
        body = match.end()
        after = match["after"]
        known = not after or _UNSEEN_ONLY.fullmatch(after) or _DOTTED_HOST.match(text, body, limit)
        if not known and not _spaced_out(text, match, body, limit):
            continue
        if not _HOST_BEGINS.match(text, body, limit):
            continue
        if match[0] not in _SCHEMES and not _well_begun(text, match, body, limit):
            continue
        end = plain_end(text, match.start(), body, limit)
        if end > body:
            yield Spot(Kind.URL, match.start(), end, _scheme_of(match[0]) + text[body:end])


def _well_begun(text: str, match: re.Match[str], body: int, limit: int) -> bool:
    """`http:/x` and `http//x` are common slips, but only a real host name tells them from prose."""
    if _letters(match[0]).replace("[", "").replace("]", "").startswith(("http://", "https://", "ftp://", "hxxp")):
        return True
    return _DOTTED_HOST.match(text, body, limit) is not None


def _spaced_out(text: str, match: re.Match[str], body: int, limit: int) -> bool:
    """Whether a host follows that is spaced out like its scheme, or has a path, and so is no prose."""
    if _WWW_BROKEN.match(text, body, limit):
        return True
    host = _SPACED_HOST.match(text, body, limit)
    return host is not None and (bool(host["path"] or host["local"]) or " " in match[0].rstrip())


def _letters(written: str) -> str:
    """A start without its breaks."""
    return _BETWEEN.sub("", written).lower()


def _carried(text: str, body: int, seen: int, inner: int) -> bool:
    """Whether the address whose host begins at `body` (read up to `seen`) carries the scheme at `inner`."""
    before = text[inner - 1]
    if inner <= body or inner - body > 800:
        return False
    carrier = text[body:inner].split(None, _MOST_BREAKS)
    if len(carrier) > 1 or before.isspace():
        in_query = len(carrier) == 1 and before == " " and _TAKES_A_URL.search(carrier[0]) is not None
        outer = "".join([part for part in carrier if part.strip(">")])  # marks of quoted mail
        two_links = before.isspace() and not _CAPTURE.search(outer)
        return in_query or (not two_links and _ARCHIVED.fullmatch(outer) is not None)
    if before not in _CARRIERS or not _RUN.fullmatch(text, seen, inner):
        return False
    if before == "|":
        return "?" in text[body:inner] and not _is_same_host(text, body, inner)  # elsewhere it parts a table's cells
    if before == ":" and text.count("(", body, inner) > text.count(")", body, inner):
        return False  # `…/answer(archived:https://…`
    return before not in "/*" or _CARRIES_A_URL.search(text, body, inner) is not None


def _is_same_host(text: str, body: int, inner: int) -> bool:
    """Whether the address at `inner` is of the host that begins at `body`: two addresses, parted by a bar."""
    return text.startswith(text[body : text.find("/", body, inner) + 1] or "/", text.find("//", inner) + 2)


def is_cjk(char: str) -> bool:
    """Whether `char` belongs to a script that is written without spaces between words."""
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af"


def _scheme_of(written: str) -> str:
    """The scheme that a start as written means: `hxxps : / /` is `https://`."""
    if written in _SCHEMES:
        return written
    letters = _letters(written).rstrip(":/[]")
    if letters == "ftp":
        return "ftp://"
    return "https://" if letters.endswith("s") else "http://"


def plain_end(text: str, start: int, body: int, limit: int) -> int:
    """Where the address that starts at `start` (its host at `body`) ends when read plainly, before `limit`."""
    run = _RUN.match(text, body, limit)
    if run is None:
        return body
    end = run.end()
    opening = text[start - 1] if start else ""
    if remark := _REMARK_AT_HOST.match(text, body, end):
        end = remark.end()
    marker = _GLUED_MARKER.search(text, body, end)
    if marker and not (marker[0].startswith("|") and "?" in text[body : marker.start()]):
        end = marker.start()
    if not text.isascii():
        end = body + (script_end(text[body:end]) or end - body)
    if opening in ("[", "{") or (opening == "(" and text[start - 2 : start - 1] == "]"):
        end = _closing(text, body, end, opening)  # `[https://…][words]`, `\url{https://…}`, `[words](https://…)`
    end = _before_words(text, start, body, end)
    end = _before_remark(text, body, trim(text, body, end, opening))
    return start + ending_at(text[start:end])


def _closing(text: str, body: int, end: int, opening: str) -> int:
    """Where the bracket closes that opens right before an address; `end` when it does not."""
    closer = {"[": "]", "{": "}", "(": ")"}[opening]
    if text.find(closer, body, end) == -1:
        return end
    depth = 1
    for at in range(body, end):
        depth += (text[at] == opening) - (text[at] == closer)
        if depth == 0:
            return at
    return end


def _before_words(text: str, start: int, body: int, end: int) -> int:
    """The end before what markup says of the address: `https://…[words of a link]`, `|url=https://…|title=…`."""
    words = text.rfind("[", body, end)
    if words != -1 and text[end : end + 1] == " " and "]" not in text[words:end]:
        end = words
    bar = text.find("|", body, end)
    if bar != -1 and _PARAMETER.search(text, max(start - _LONGEST_PARAMETER, 0), start):
        end = bar
    return end


def _before_remark(text: str, body: int, end: int) -> int:
    """The end before a remark that is glued to the address: `….html(accessed 3 May)`, `….html,and the answer`."""
    if text[end : end + 1] == " " and "," in text[max(end - _LONGEST_REMARK, body) : end]:
        glued = _REMARK.search(text, body, end)
        return glued.start() if glued else end
    opened = text.rfind("(", body, end)
    if opened <= body or not (text[opened - 1].isalnum() or text[opened - 1] == "/"):
        return end
    remark = text[opened + 1 : end].isalpha() and text[end : end + 1] in (" ", "\u00a0", ":")
    return opened if remark else end


def trim(text: str, body: int, end: int, opening: str = "") -> int:
    """Take trailing punctuation and unbalanced closing brackets off `text[body:end]`; returns the new end."""
    if end > body and (text[end - 1].isalnum() or text[end - 1] in "/=&#-"):
        return end
    open_counts = {
        closer: text.count(closer, body, end) - text.count(opener, body, end) for closer, opener in _CLOSERS.items()
    }
    while end > body:
        last = text[end - 1]
        if last in _CLOSERS:
            if open_counts[last] <= 0:
                break
            open_counts[last] -= 1
        elif last in "([{":
            open_counts[{"(": ")", "[": "]", "{": "}"}[last]] += 1
        elif last == "%" and text[end - 2 : end] == "%%":
            end -= 1  # a character of the markup around it
        elif last not in _TRAILING and not (last == "_" and opening == "_"):
            break
        end -= 1
    return end
