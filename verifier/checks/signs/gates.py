"""Gates before a page: signing in, paying, consenting, being of age. The page may well be there behind them.

The chain of addresses and the last page go in, a sentence that names the gate, or None, comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from verifier.checks.page.phrases import Phrases, holds, is_longer
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.ages import asks_for_the_age, asks_in_place_of_a_text
from verifier.checks.signs.consent import advertising_or_money, consent_dialogue, dialogue_in_place_of_a_text
from verifier.checks.signs.error_addresses import error_address, vague_error_address
from verifier.checks.signs.gate_addresses import gate_on_the_way, keeps_the_way_back
from verifier.checks.signs.matters import Gate, Matter, is_about
from verifier.checks.signs.members import asks_members_in
from verifier.checks.signs.none_found import tells_of_absence
from verifier.checks.signs.parking import parking_signs
from verifier.checks.signs.payment import payment_gate
from verifier.checks.signs.turned_away import turned_away
from verifier.checks.signs.ways_back import only_lead_back

_SIGN_IN_FORM = Gate("the page is only a form to sign in", (Matter.SIGN_IN,))
_ON_THE_WAY = Gate("readers are sent to a page of few words whose address holds the cited one")
_AGE = Gate("the page only asks for the reader's age", (Matter.AGE,))
_FEW_WORDS = 150
_VERY_FEW_WORDS = 80
_A_BARE_QUESTION = 25  # words
_A_DIALOGUE = 40  # words of the page's own, beside its links
_CHOICE = 2  # buttons that a question offers at least
_A_FORMS_HEADING = 3  # words
_A_SIGN_INS_NAME = 4  # words
_FEW_LINKS = 3
_A_CLAUSE = 5  # words
_A_PARAGRAPH = 12  # words
_SOME_PARAGRAPHS = 3
_SIGN_IN_WORDS = Phrases((
    "sign in", "log in", "login", "log on", "logon", "signin", "anmelden", "anmeldung",
    "einloggen", "se connecter",
    "connexion", "identifiez-vous", "iniciar sesión", "acceder", "entrar", "accedi", "inloggen",
    "logga in", "logg inn",
    "log ind", "zaloguj", "přihlásit", "prihlásiť", "bejelentkez", "giriş", "войти", "вход", "увійти", "登录", "登入",
    "ログイン", "로그인", "تسجيل الدخول", "συνδεθείτε", "autentific", "kirjaudu", "prijavi se", "prijavite", "התחבר",
    "लॉग इन", "लॉगिन", "साइन इन", "เข้าสู่ระบบ", "đăng nhập", "ورود به",
))  # fmt: skip
"""How forms to sign in are headed; `members` has sentences, in which several of these mean something else."""
_SIGN_IN_NAMES = frozenset({
    "belépés", "σύνδεση", "přihlášení", "prihlásenie", "prijava", "logowanie", "conectare", "вхід", "авторизация",
    "masuk", "כניסה", "ورود", "prisijungimas", "inloggning", "innlogging",
})  # fmt: skip
"""What sign-in pages call themselves, whole, in words that mean other things beside others."""


def access_gate(chain: Sequence[str], status: int, read: ReadPage | None) -> str | None:
    """Which gate stands before the page; None when there is none. `chain` begins with the cited URL."""
    if status == 401:
        return "answered 401: the page asks for a sign-in"
    if status == 402:
        return "answered 402: the page asks for payment"
    # Also where the gate's own page is missing: that says nothing of the page behind it.
    # Readers who end at the cited page again met the gate only in passing.
    back = status < 400 and chain[-1].partition("#")[0] == chain[0].partition("#")[0]
    hop = gate_on_the_way(chain) if not back else None
    if hop is not None:
        return hop
    if read is None or (status >= 400 and status != 403):
        return None
    gate = _gate_on_the_page(read, refused=status >= 400)
    if gate is None and status < 400 and keeps_the_way_back(chain) and _asks_or_waits(chain, read):
        gate = _ON_THE_WAY
    if gate is None:
        return None
    # A page that is cited for what it says of passwords or cookies has to speak of them.
    choice = len(read.marks.buttons) >= _CHOICE and _is_bare(read) and not _heads_a_text(read)
    asks = read.marks.password_field or choice
    return None if not asks and is_about(urlsplit(chain[0]).path, gate) else gate.words


def _heads_a_text(read: ReadPage) -> bool:
    """Whether a heading stands over a sentence, whatever notice with its buttons stands beside them."""
    lines = read.own_said.split("\n")
    headed = any(name and name in lines for name in read.name_lines[1:])
    return headed and any(is_longer(line, _A_CLAUSE) for line in lines)


def _is_bare(read: ReadPage) -> bool:
    """Whether a page says no more than a question, or an offer, takes."""
    return not read.says_more_than(_A_BARE_QUESTION)


def nameless_gate(read: ReadPage) -> str | None:
    """What a page that a host shows for every address looks like when it asks for something: buttons, hardly a link.

    Error pages lead on, with links and a search; whoever asks a question offers the answers.
    """
    if not read.marks.buttons or read.words >= _VERY_FEW_WORDS or read.marks.links >= _FEW_LINKS:
        return None
    if read.marks.search_field or only_lead_back(read.marks.buttons):
        return None
    return only_asks(read.marks.buttons)


def only_asks(answers: Sequence[str]) -> str:
    """The sentence for a page that is nothing but a question, with some of the answers that it offers."""
    return f"the page only asks something (answers: {', '.join(answers[:3])})"


def _gate_on_the_page(read: ReadPage, *, refused: bool) -> Gate | None:
    """The gate that the page is; sentences alone tell none where the status refuses already (`refused`)."""
    gate = _in_place_of_the_page(read) if read.words < _FEW_WORDS else _in_place_of_the_text(read)
    gate = gate or payment_gate(read)
    if gate is None and read.words < _VERY_FEW_WORDS and _asks_for_a_sign_in(read):
        return _SIGN_IN_FORM
    if gate is None and not refused:
        return asks_members_in(read) or advertising_or_money(read) or turned_away(read)
    return gate


def _asks_or_waits(chain: Sequence[str], read: ReadPage) -> bool:
    """Whether a page of few words on the way has an answer to give, or stands at another host, and tells no error."""
    url = chain[-1]
    elsewhere = urlsplit(url).hostname != urlsplit(chain[0]).hostname
    if not (read.marks.buttons or elsewhere):
        return False
    if read.words >= _VERY_FEW_WORDS or read.marks.search_field or read.marks.frames:
        return False
    if error_address(url) or vague_error_address(url) or parking_signs(chain, read).words:
        return False
    text = f"{read.names}\n{read.said[:1500]}"
    return not tells_of_absence(text)


def _in_place_of_the_page(read: ReadPage) -> Gate | None:
    """A form or a dialogue, and little else."""
    if read.marks.password_field and (not read.marks.password_beside or not _says_anything(read)):
        return _SIGN_IN_FORM
    words = f"{read.names}\n{read.said[:3000]}\n{read.marks.on_buttons}"
    if asks_for_the_age(read, words):
        return None if _has_a_text(read) else _AGE
    return consent_dialogue(read, words)


def _in_place_of_the_text(read: ReadPage) -> Gate | None:
    """A dialogue where the text should be, with all of the site's menus around it."""
    if len(read.marks.buttons) < _CHOICE or not read.is_brief(_A_DIALOGUE):
        return None
    text = read.own_said
    return _AGE if asks_in_place_of_a_text(text) else dialogue_in_place_of_a_text(read, text)


def _has_a_text(read: ReadPage) -> bool:
    """Whether a page of few words has paragraphs all the same: who asks for an age explains that in one or two."""
    lines = (read.unlinked or "").split("\n")
    return sum(is_longer(line, _A_PARAGRAPH) for line in lines) >= _SOME_PARAGRAPHS


def _says_anything(read: ReadPage) -> bool:
    """Whether a page of few words says more than its names, beside links, and no line heads a form to sign in."""
    names = read.name_lines
    lines = read.own_said.split("\n")
    if any(holds(line, _SIGN_IN_WORDS) for line in lines if not is_longer(line, _A_FORMS_HEADING)):
        return False
    return any(line and line not in names for line in lines)


def _asks_for_a_sign_in(read: ReadPage) -> bool:
    """Whether a page with something to fill in or to press calls itself a sign-in."""
    if not read.marks.buttons and "<form" not in read.markup:
        return False
    named = [name for name in read.name_lines if holds(name, _SIGN_IN_WORDS)]
    # Over a text of its own, a long name that holds these words is a headline.
    headed = bool(named) and (_is_bare(read) or not all(is_longer(name, _A_SIGN_INS_NAME) for name in named))
    return headed or not _SIGN_IN_NAMES.isdisjoint(read.name_lines)
