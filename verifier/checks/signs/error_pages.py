"""Error pages that are served as success, recognised by their own words and addresses.

The chain of addresses and the last page go in; how strongly the page says that it is an error page comes out. A title
alone never condemns: an article about missing pages is not a missing page, so a second sign of another kind must agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from itertools import islice
from urllib.parse import urljoin, urlsplit

from verifier.checks.page.phrases import holds, is_long, is_longer, plain, together
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.address_words import spells
from verifier.checks.signs.asked_in_vain import asked_in_vain
from verifier.checks.signs.error_addresses import error_address, sent_to_an_error_page, vague_error_address
from verifier.checks.signs.error_names import (
    LONGEST_NAME,
    TOLD_MISSING,
    WHAT,
    is_error_name,
    may_name_an_error,
    names_some_error,
)
from verifier.checks.signs.kinds import NO_SIGNS, ErrorSigns, Kind, Sign
from verifier.checks.signs.mere_errors import is_mere_error, is_mere_notice
from verifier.checks.signs.none_found import KEPT_OUT, NOWHERE, tells_of_absence
from verifier.checks.signs.quoting import quoted
from verifier.checks.signs.taken_away import marked_as_missing, taken_away
from verifier.checks.signs.withdrawn import PASSING, THINGS, THIS, withdrawn_signs
from verifier.model.patterns import compile_late

_TINY = 80  # words of a page that has little to say but its error
_HARDLY_ANY = 25  # words beside which an apology is all that a page is about
_SHORT = 150  # words of a page whose text is searched for an error's wording
_PROSE = 300  # words from which on a page says more than any error page
_A_PARAGRAPH = 25  # words
_SOME = 2
_BEGINNING = 6_000  # characters
_TO_HOME = compile_late(
    r"<a\b[^<>]{0,200}?\bhref\s*=\s*[\"']?(?:https?://[^/\"'<>\s]{1,100})?/?[\"'\s][^<>]{0,200}>([^<>]{3,120})</a>"
)
"""A link to a home page, and what it is called."""
_MOST_LINKS = 20
_MOST_QUOTED = 20
_SAYS_MISSING = Sign(Kind.SAYS_MISSING, "its text says that the page is missing")
_IN_ITS_TEXT = frozenset({Kind.WITHDRAWN, Kind.IN_ITS_PLACE, Kind.ASKED_IN_VAIN, Kind.SAYS_MISSING})
_QUOTED = compile_late(r"[“„«‹「『\"]([^“”„«»‹›「」『』\"\n]{5,200})[”“»›」』\"]")
_ITS_OWN_WORDS = frozenset({Kind.ERROR_NAME, Kind.SAYS_MISSING, Kind.FEW_WORDS})


def error_signs(chain: Sequence[str], read: ReadPage) -> ErrorSigns:
    """The signs that the last page of `chain` is an error page. A text of many words is none, whatever its title."""
    strong = _error_names(read) or _only_an_error(read)
    support = []
    # In ASCII all words are spaced.
    words = read.own_words if read.page.text.isascii() else len(read.page.text.split(None, _PROSE))
    if sent_to_an_error_page(chain):
        support.append(Sign(Kind.ADDRESS, "its address is that of an error page"))
    elif len(chain) > 1 and vague_error_address(chain[-1]) and not vague_error_address(chain[0]):
        support.append(Sign(Kind.ADDRESS, "its address speaks of an error"))
    if read.noindex:
        support.append(Sign(Kind.UNINDEXED, "it asks search engines to leave it out"))
    if _claims_another_address(chain[-1], read):
        support.append(Sign(Kind.CLAIMS_ANOTHER, "it gives the home page or an error page as its address"))
    if words >= _PROSE and not support:
        return NO_SIGNS
    if words <= _TINY:
        support.append(Sign(Kind.FEW_WORDS, "it holds few words"))
    if (strong or words <= _SHORT) and together(read.said[:1500], WHAT, TOLD_MISSING):
        support.append(_SAYS_MISSING)
    if not strong:
        strong += _of_what_it_tells(read, missing=support[-1:] == [_SAYS_MISSING])
    withdrawn = withdrawn_signs(read, names_some_error)
    if withdrawn.strong and not strong:
        strong += _of_what_was_withdrawn(read)
    strong += withdrawn.strong
    support += withdrawn.support
    if words <= _SHORT:
        strong += [one for one in (marked_as_missing(read) or taken_away(read), asked_in_vain(chain[0], read)) if one]
    if any(sign.kind in _IN_ITS_TEXT for sign in (*strong, *support)) and _quotes_an_error(read):
        strong = [sign for sign in strong if sign.kind not in _IN_ITS_TEXT]
        support = [sign for sign in support if sign.kind not in _IN_ITS_TEXT]
    # Poems, columns and museums of error pages have such names as well, and whoever cites the address of an error page,
    # or one that spells such a heading, cites that page: what is missing the host shows elsewhere as well.
    may_be_meant = _is_prose(read) or (len(chain) == 1 and _is_of_that_name(chain[0], read, strong))
    if may_be_meant and all(sign.kind in _ITS_OWN_WORDS for sign in (*strong, *support)):
        return ErrorSigns((), (*strong, *support))
    return ErrorSigns(tuple(strong), tuple(support))


def _quotes_an_error(read: ReadPage) -> bool:
    """Whether a text quotes what pages say of something missing: then it is another page that says so."""
    names = read.name_lines
    text = "\n".join([line for line in read.own_said.split("\n") if line not in names])
    quoted = islice((found[1] for found in _QUOTED.finditer(text)), _MOST_QUOTED)
    return any(is_error_name(one) or (tells_of_absence(one) and holds(f" {one} ", THIS)) for one in quoted)


def _error_names(read: ReadPage) -> list[Sign]:
    """Which of the page's names for itself are those of an error page."""
    if not may_name_an_error(read.names):
        return []
    strong = []
    if read.page.title and is_error_name(read.page.title) and not _is_the_sites_name(read):
        strong.append(_named("its title is", read.page.title))
    heading = next((name for name in read.page.headings if is_error_name(name)), None)
    if heading is not None:
        strong.append(_named("its heading is", heading))
    return strong


def _is_the_sites_name(read: ReadPage) -> bool:
    """Whether what the title has of an error's name is that of the site: its link to the home page bears it."""
    named = (name_of_home[1] for name_of_home in islice(_TO_HOME.finditer(read.markup), _MOST_LINKS))
    return any(is_error_name(name) and plain(unescape(name)).strip() in read.name_lines[0] for name in named)


def _of_what_it_tells(read: ReadPage, *, missing: bool) -> list[Sign]:
    """Whether what a page has to tell under an error, an apology or a mere notice is that something is `missing`."""
    names = (read.page.title or "", *read.page.headings)
    mere = next((name for name in names if is_mere_error(name)), None)
    if mere is not None and (missing or _tells_of_absence(read)):
        return [_headed(mere)]
    notice = next((name for name in names if is_mere_notice(name)), None)
    if notice is None or not _tells_of_absence(read) or not holds(f"{read.own_said} ", THINGS):
        return []
    return [_headed(notice)]


def _headed(name: str) -> Sign:
    """Recalls, repealed articles and songs are headed so, too: no more is said than that something was withdrawn."""
    return Sign(Kind.WITHDRAWN, f"it calls itself {quoted(name)}")


def _tells_of_absence(read: ReadPage) -> bool:
    """Whether the few words of a page say that something is not there, whatever it is."""
    if not read.is_brief(_HARDLY_ANY):
        return False
    text = read.own_said
    return tells_of_absence(text) and not holds(text, PASSING) and not holds(text, KEPT_OUT)


def _is_of_that_name(url: str, read: ReadPage, strong: Sequence[Sign]) -> bool:
    """Whether the cited address is by its own words that of an error page, or of a page that is headed so."""
    return error_address(url) or (
        bool(strong) and any(is_error_name(name) and spells(url, name) for name in read.page.headings)
    )


def _is_prose(read: ReadPage) -> bool:
    """Whether the page's own text is long, and goes on in paragraphs as no address or list of links does."""
    if not read.says_more_than(_SHORT):
        return False
    lines = (read.unlinked if read.unlinked is not None else read.page.text[:_BEGINNING]).split("\n")
    return sum(is_longer(line, _A_PARAGRAPH) for line in lines) >= _SOME


def _of_what_was_withdrawn(read: ReadPage) -> list[Sign]:
    """Whether a page that says that something was withdrawn is headed by its absence, too."""
    names = (read.page.title or "", *read.page.headings)
    absent = next((name for name in names if not is_longer(name, LONGEST_NAME) and holds(plain(name), NOWHERE)), None)
    return [_named("its heading is", absent)] if absent is not None else []


def _only_an_error(read: ReadPage) -> list[Sign]:
    """Whether a text without names is, as a whole, what error pages call themselves."""
    if read.names or not read.said or is_long(read.said, LONGEST_NAME) or not is_error_name(read.said):
        return []
    return [_named("all it says is", read.said)]


def _named(how: str, name: str) -> Sign:
    return Sign(Kind.ERROR_NAME, f"{how} {quoted(name)}")


def _claims_another_address(url: str, read: ReadPage) -> bool:
    claims = {read.page.canonical, read.own_url} - {None, ""}
    if not claims or urlsplit(url).path in ("", "/"):
        return False
    for claimed in claims:
        try:
            target = urlsplit(urljoin(url, claimed))
        except ValueError:
            continue
        if (target.path in ("", "/") and not target.query) or error_address(target.geturl()):
            return True
    return False
