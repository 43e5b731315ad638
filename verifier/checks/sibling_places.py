"""Where a made-up sibling of a page may stand: the same directory, or the same program with another number to look up.

The parts of a cited address go in; the place, into which made-up names can be put, comes out. A directory that is a
number is made up as well. Only a program's address is asked with another query, and only where its query names one
thing; one that carries a secret or sets something off is never asked again.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import SplitResult, unquote_plus, urlsplit

from verifier.model.patterns import compile_late

_LONGEST_EXTENSION = 6
_MOST_FIELDS = 8
_LONGEST_VALUE = 40
_SURELY_NEW = 12  # letters that nobody will have used as a name
_DIGITS = 10
_BEGINNING = "19"  # ten digits beginning so are a number that programs can read, and that no counter has come to
_PROGRAM = compile_late(
    r"\.(?:php\d?|phtml|aspx?|ashx|jspx?|jsf|do|action|cgi|pl|cfm|dll|exe|nsf|py|rb|s?html?)$", re.IGNORECASE
)
_HANDLER = compile_late(
    r"(?:watch|view|show|read|item|detail|details|article|articles|doc|document|record|index|news|story|node|post|page"
    r"|entry|topic|thread|display|get|download|file|video|play|search|result|object|id|w|t|p|d|v)?",
    re.IGNORECASE,
)
"""Last parts of a path that say nothing of one page, the empty one among them."""
_PAGES_OF_HTML = compile_late(r"\.s?html?$", re.IGNORECASE)
_WORDS = compile_late(r"[A-Z]?[a-z]+|[A-Z]+|[^\W\d_]+")
_MOST_WORDS = 2
"""Words in the name of a program; a page's own name has more."""
_ITS_NUMBER = compile_late(r"(?!(?:19|20)\d\d$)[a-z]{0,3}-?(\d{4,12})")
"""The number of one thing, and no year."""
_ITS_CODE = compile_late(
    r"(?=[\d-]*[a-f])(?=(?:[a-f-]*\d){2})[\da-f][\da-f-]{7,39}|(?=[a-z\d]{6,24}$)[a-z]+\d+[a-z][a-z\d]*", re.IGNORECASE
)
"""The code of one thing, as databases give it: digits to the base of sixteen, or digits within letters."""
_NEVER_CHOOSES = compile_late(
    r"(?:utm_\w*|mtm_\w*|pk_\w*|fbclid|gclid|msclkid|yclid|mc_[ce]id|ref|referr?er|src|source|from|via|campaign|cmpid"
    r"|ito"
    r"|l|hl|lang|language|locale|setlang|langid|lcid|start|offset|limit|perpage|per_page|sort|order|dir|print|amp|style"
    r"|theme|format|output|tab|highlight|itemid|ver|version|rev|cb|_|rnd|rand|ts|timestamp)",
    re.IGNORECASE,
)
"""Fields that say where readers come from, or how a page is to be shown."""
_SECRET = compile_late(r"token|sess|auth|pass|pwd|secret|sign|hash|key|mail|user|login|csrf|nonce|otp", re.IGNORECASE)
_SESSION = compile_late(r"(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{20,}", re.IGNORECASE)
_SETS_OFF = frozenset({
    "delete", "del", "remove", "unsubscribe", "subscribe", "vote", "cart", "basket", "order", "checkout", "pay",
    "payment", "buy", "login", "logout", "logon", "logoff", "log", "signin", "signup", "signout", "register",
    "confirm", "add", "edit", "save", "send", "submit", "posting", "reply", "admin", "upload", "like", "abuse",
})  # fmt: skip
"""Programs and commands that do something; who only reads is not asked to try them."""


class Place(NamedTuple):
    """An address with gaps: `before` the first, `after` each. `lengths` are those of the numbers that stood in them.

    A length of 0 stands for a name in letters.
    """

    before: str
    after: tuple[str, ...]
    lengths: tuple[int, ...]

    @property
    def key(self) -> str:
        """What is the same for all addresses of this place."""
        return "\n".join((self.before, *self.after, *("#" if length else "" for length in self.lengths)))

    @property
    def by_number(self) -> bool:
        """Whether a number stood in the last gap, and another is put there: the place knows what it is asked for."""
        return self.lengths[-1] > 0

    def filled(self, name: str) -> str:
        """The address with `name` in every gap, or a number drawn from it."""
        values = [_number(name, length) if length else name for length in self.lengths]
        return self.before + "".join(value + after for value, after in zip(values, self.after, strict=True))

    def told_back(self, name: str) -> str:
        """What a page repeats that tells back what was made up of `name`: the last that was put in."""
        return _number(name, self.lengths[-1]) if self.by_number else name


def place_of(parts: SplitResult, *, named: bool = False, below_home: bool = False) -> Place | None:
    """Where a sibling of the page at `parts` would stand; None where none fits.

    Where a path ends in a number that sibling has another, or, with `named`, a name all the same. A home page is no
    one's sibling: only for what is true of whole hosts is a page below it asked for (`below_home`).
    """
    if parts.query:
        return _among_records(parts)
    directory, _, name = parts.path.rstrip("/").rpartition("/")
    if not name:
        return Place(f"{parts.scheme}://{parts.netloc}/", ("",), (0,)) if below_home else None
    dot = name.rfind(".")
    extension = name[dot:] if dot > 0 and len(name) - dot <= _LONGEST_EXTENSION else ""
    after = f"{extension}{'/' if parts.path.endswith('/') else ''}"
    # Registers know a number that they do not have from what is no number at all.
    kept, length = _its_number(name.removesuffix(extension)) if not named else ("", 0)
    above, _, number = directory.rpartition("/")
    before, digits = _its_number(number)
    origin = f"{parts.scheme}://{parts.netloc}"
    if not digits and not _ITS_CODE.fullmatch(number):
        return Place(f"{origin}{directory}/{kept}", (after,), (length,))
    # The number, or the code, may choose the page by itself, whatever name stands behind it.
    return Place(f"{origin}{above}/{before}", (f"/{kept}", after), (digits, length))


def is_chosen_by_number(url: str) -> bool:
    """Whether the path of the page at `url` ends in a number, in which its sibling differs from it."""
    parts = urlsplit(url)
    place = place_of(parts) if not parts.query else None
    return place is not None and place.by_number


def _its_number(part: str) -> tuple[str, int]:
    """What stands before the number of one thing in a part of a path, and how long a made-up one is; 0 for none."""
    found = _ITS_NUMBER.fullmatch(part)
    return (part.removesuffix(found[1]), max(_DIGITS, len(found[1]))) if found else ("", 0)


def in_a_numbered_directory(url: str) -> bool:
    """Whether the last directory of an address is the number of one thing: it may choose the page by itself."""
    directory = urlsplit(url).path.rstrip("/").rpartition("/")[0]
    return _ITS_NUMBER.fullmatch(directory.rpartition("/")[2]) is not None


def _among_records(parts: SplitResult) -> Place | None:
    """The place of what a program looks up by its query."""
    fields = parts.query.split("&")
    if len(fields) > _MOST_FIELDS or not _is_a_program(parts.path):
        return None
    texts = [f"{parts.scheme}://{parts.netloc}{parts.path}?"]
    lengths = []
    for number, field in enumerate(fields):
        name, equals, value = field.partition("=")
        if _SECRET.search(name) or len(value) > _LONGEST_VALUE or _sets_off(value) or _SESSION.fullmatch(value):
            return None
        texts[-1] += f"{'&' * (number > 0)}{name}{equals}"
        if _NEVER_CHOOSES.fullmatch(name) or not _names_one_thing(unquote_plus(value)):
            texts[-1] += value
            continue
        lengths.append(max(_DIGITS, len(value)) if value.isdecimal() else 0)
        texts.append("")
    if not lengths:
        return None
    return Place(texts[0], tuple(texts[1:]), tuple(lengths))


def _is_a_program(path: str) -> bool:
    name = path.rpartition("/")[2]
    stem = _PROGRAM.sub("", name)
    words = _WORDS.findall(stem)
    if _sets_off(name):
        return False
    if _PAGES_OF_HTML.search(name) or stem == name:
        return all(_HANDLER.fullmatch(word) for word in words) and len(words) <= _MOST_WORDS
    return len(words) <= _MOST_WORDS


def _sets_off(name: str) -> bool:
    return any(word.lower() in _SETS_OFF for word in _WORDS.findall(name))


def _names_one_thing(value: str) -> bool:
    """Whether a value is a number, a code or a name, and no mere word of the program's own."""
    return any(char.isdigit() for char in value) or len(value) >= _SURELY_NEW


def _number(name: str, length: int) -> str:
    digits = str(int(sha256(name.encode()).hexdigest(), 16))[: length - len(_BEGINNING)]
    return f"{_BEGINNING}{digits}"
