"""Pages with hardly any text of their own, whatever stands around it: a notice, an empty frame, a picture.

What a page came to goes in, and whether it bears what is cited; what is to be made of it comes out. By itself a short
page means nothing. Where the citation gives a title or words to look for, and the page bears neither, it is worth a
look: what such pages say (gone, withheld, for members) is said in more ways than any list of words knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier.checks.classify import Classified
from verifier.checks.follow import Chain
from verifier.checks.page.phrases import Phrases, count_words, holds, is_long, plain
from verifier.checks.page.reading import ReadPage, read_text
from verifier.checks.signs.address_words import spells
from verifier.checks.signs.error_names import is_error_name, names_some_error
from verifier.checks.signs.error_pages import error_signs
from verifier.checks.signs.kinds import Kind
from verifier.checks.signs.mere_errors import is_mere_notice, names_a_fault
from verifier.checks.signs.none_found import RESULTS, may_say_none, says_none, tells_of_absence
from verifier.checks.signs.notices import account_shut
from verifier.checks.signs.statements import only_says
from verifier.checks.signs.withdrawn import THINGS, THIS, is_provision, may_say_so, points_at_itself, says_so
from verifier.checks.suspicions import Doubt, Suspicion
from verifier.model.evidence import LiveOutcome, Page
from verifier.model.patterns import compile_late

SAYS_LITTLE = Suspicion("the page says hardly anything, and the citation gives no title to look for", Doubt.SAYS_LITTLE)
_HARDLY_ANY = 40
_LINKED = 50  # words in links from which on these may be what the page is about
_A_SENTENCE = 4  # words
_ASIDE = 12  # words beside what says that something is not there
_SOME_TEXT = 20  # words beside an error's name from which on they may tell of what bears that name
_SOME_RESULTS = 12  # words in links
_NUMBERED = compile_late(r"\w\s(?:404|410)(?!\w)")
"""What else bears the number of an error: rooms, roads, decisions."""
_ERROR_BOX = compile_late(
    r"<\w+\b[^<>]{0,200}\b(?:role\s*=\s*[\"']?alert\b|class\s*=\s*[\"'][^\"'<>]{0,200}\b(?:alert-(?:danger|error|warn"
    r"ing)"
    r"|messages?--error|portlet-msg-error|error-?message)\b)[^<>]{0,200}>\s*([^<>\s][^<>]{0,300})"
)
"""How frameworks mark a box that tells of an error, and the beginning of what is in it."""
_PICTURES = Phrases((
    "image", "photo", "picture", "bild", "foto", "imagen", "imagem", "immagin", "afbeelding", "obraz", "obráz", "kép ",
    "imagin", "изображ", "фото", "εικόνα", "resim", "fotoğraf", "صورة", "تصویر", "תמונה", "画像", "写真", "图片",
    "圖片", "이미지", "사진",
))  # fmt: skip
"""What records of things say is missing in place of one."""
_QUESTIONS = ("?", "？", "؟")
_GARBLED = 0.3  # share of letters from which on a text was read in a wrong encoding
_MARKS_OF_THE_WRONG_ENCODING = frozenset(chr(code) for code in range(0x80, 0x100))


def doubting(found: Classified, chain: Chain) -> Classified:
    """`found`, but for a page that says hardly anything and of which the citation tells nothing to look for.

    It deserves a second look: its words for what it is may be any.
    """
    read = chain.read
    if found.outcome is not LiveOutcome.OK or found.suspicion is not None or read is None or _few_words(read) is None:
        return found
    return replace(found, suspicion=SAYS_LITTLE)


def wanting(found: Classified, bears: bool | None, chain: Chain, *, searched: bool, confirmed: bool) -> Classified:
    """`found`, but for a page without the cited title (`bears`) and with hardly any text of its own.

    That page is not taken for what is cited. Where a redirect led, the verdict weighs what is there. A page of search
    results (`searched`) bears any title that it was asked for; one that lists nothing is wanting all the same.

    With no title to look for, a short report that a picture was removed reads like the notice that this one was: then
    what a page says of itself condemns it only if a made-up address confirms it.
    """
    read = chain.read
    if bears is None and not confirmed and read is not None and read.names and _on_its_word_alone(found, read):
        return Classified(LiveOutcome.UNRENDERED, found.evidence)
    if found.outcome is not LiveOutcome.OK or chain.hops or read is None:
        return found
    closed = account_shut(read) if not bears else None
    if closed is not None:
        return Classified(LiveOutcome.SERVER_ERROR, (*found.evidence, closed))
    if searched and read.own_words <= _HARDLY_ANY and not _lists_results(read):
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, "the search found nothing that the page shows"))
    count = _few_words(read) if bears is not True else None
    if count is None:
        return found
    said: str | None = f"the page does not bear the cited title, and shows hardly any text of its own ({count} words)"
    if bears is None:
        said = _tells_of_absence(chain.urls[0], read)
    return Classified(LiveOutcome.UNRENDERED, (*found.evidence, said)) if said is not None else found


def no_document(
    found: Classified, urls: Sequence[str], page: Page | None, expected: Callable[[Page], bool | None] | None
) -> Classified:
    """`found`, but for a document of a few words, without what is cited, that says that there is no such document."""
    if page is None or not page.complete or is_long(page.text, _HARDLY_ANY) or (expected and expected(page)):
        return found
    signs = error_signs(urls, read_text(page.text.encode(), "text/plain; charset=utf-8"))
    if not signs.convicts:
        return found
    return Classified(LiveOutcome.SOFT_404, (*found.evidence, *signs.words), signs=signs)


def _on_its_word_alone(found: Classified, read: ReadPage) -> bool:
    """Whether a page counts as an error page for words that pages about something else bear as well.

    Such are that something was withdrawn; that what was asked for is not there, under a heading of another kind, as
    offices answer, or under a question, as help with errors does; an error's name over a text that tells of no absence,
    or within a longer name; and a mark that software leaves on pages that it never routed, too.
    """
    signs = found.signs
    if found.outcome is not LiveOutcome.SOFT_404 or not signs.strong:
        return False
    if signs.hold(Kind.WITHDRAWN) and not signs.hold(
        Kind.ERROR_NAME, Kind.IN_ITS_PLACE, Kind.ASKED_IN_VAIN, Kind.TOLD_BACK
    ):
        return not points_at_itself(read)
    kinds = {sign.kind for sign in (*signs.strong, *signs.support)}
    helps = Kind.ERROR_NAME not in kinds and any(map(_is_a_question, read.page.headings))
    if helps or kinds <= {Kind.ASKED_IN_VAIN, Kind.SAYS_MISSING, Kind.FEW_WORDS}:
        return helps or any(not _names_absence(heading) for heading in read.page.headings)
    if not kinds <= {Kind.ERROR_NAME, Kind.SAYS_MISSING, Kind.FEW_WORDS}:
        return Kind.SAYS_MISSING not in kinds and all(sign.kind is Kind.MARKED for sign in signs.strong)
    if _says_so_beside_its_names(read):
        return False
    return _within_a_longer_name(read) or read.says_more_than(_SOME_TEXT + count_words(read.names))


def _is_a_question(heading: str) -> bool:
    return heading.rstrip("\"'”“»«). ").endswith(_QUESTIONS)


def _names_absence(heading: str) -> bool:
    name = plain(heading)
    return is_error_name(name) or names_some_error(name) or is_mere_notice(name) or tells_of_absence(name)


def _within_a_longer_name(read: ReadPage) -> bool:
    """Whether the title holds an error's name among other words, a song, a play; or a heading its number: a road."""
    title, *headings = read.name_lines
    if is_error_name(title):
        return any(_NUMBERED.search(one) is not None and not is_error_name(one) for one in headings)
    return any(one in title and is_error_name(one) for one in headings)


def _says_so_beside_its_names(read: ReadPage) -> bool:
    names = read.name_lines
    lines = [line for line in read.own_said.split("\n") if line not in names]
    return any(map(_absent, lines))


def _tells_of_absence(url: str, read: ReadPage) -> str | None:
    """Whether the few words of a page say that something is not there, or stand in a box for errors."""
    text = read.named_and_said
    if may_say_so(text) or may_say_none(text):
        names = read.name_lines
        # Laws are full of paragraphs that were deleted, and say so; news of a loss bears it in its address.
        if any(map(is_provision, names)) or _is_headed_so(url, names):
            return None
        tells = _absent if any(map(tells_of_absence, names)) else _this_is_absent
        absent = only_says(text, names, tells, aside=_ASIDE)
        if absent is not None:
            return absent
    if any(map(names_a_fault, read.name_lines)):
        return "the page says hardly anything but that something went wrong, and the citation gives no title"
    if _is_in_a_box(read):
        return "the page says hardly anything, and has a box for errors, and the citation gives no title"
    return None


def _is_headed_so(url: str, names: Sequence[str]) -> bool:
    """Whether the cited address spells a name that is an error's, or tells of absence: it was made for that name."""
    return any(spells(url, name) and (is_error_name(name) or tells_of_absence(name)) for name in names)


def _is_in_a_box(read: ReadPage) -> bool:
    """Whether a box for errors holds what the page says; others have notes beside their text in such boxes."""
    box = _ERROR_BOX.search(read.markup)
    if box is None:
        return False
    beside = read.unlinked_words - count_words(box[1]) - count_words("\n".join(read.page.headings))
    return beside < _A_SENTENCE


def _absent(sentence: str) -> str | None:
    if tells_of_absence(sentence) or says_so(sentence):
        return "the page says hardly anything but that something is not there, and the citation gives no title"
    return None


def _this_is_absent(sentence: str) -> str | None:
    """The same, of what pages show or point at: others are missing, too, lost keys and fishermen."""
    spaced = f" {sentence.strip()} "
    if holds(spaced, _PICTURES):
        return None
    told = holds(spaced, THINGS) or holds(spaced, RESULTS) or holds(spaced, THIS)
    return _absent(sentence) if told else None


def _few_words(read: ReadPage) -> int | None:
    """How many words the page says itself; None when they are enough, or cannot be told."""
    if read.unlinked is None or read.says_more_than(_HARDLY_ANY) or _garbled(read.unlinked):
        return None
    count = read.unlinked_words
    return None if _lists_links(read, read.unlinked, count) else count


def _lists_links(read: ReadPage, unlinked: str, count: int) -> bool:
    """Whether links are what the page has to say: many words of them, and no sentence beside but the page's name."""
    if read.own_words - count < _LINKED:
        return False
    names = read.name_lines
    if any(is_error_name(name) or says_so(name) or says_none(name) for name in names):
        return False
    return not any(count_words(line) >= _A_SENTENCE and plain(line) not in names for line in unlinked.split("\n"))


def _lists_results(read: ReadPage) -> bool:
    """Whether a page of search results has some, in links, and does not say that there are none."""
    linked = read.own_words - read.unlinked_words
    return linked >= _SOME_RESULTS and not says_none(read.named_and_said)


def _garbled(text: str) -> bool:
    """Whether letters of another script were taken for accented ones, so that no title can be found in the text."""
    if text.isascii():
        return False
    return sum(char in _MARKS_OF_THE_WRONG_ENCODING for char in text) > _GARBLED * len(text)
