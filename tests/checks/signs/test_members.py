"""Pages that send readers to a sign-in without a form, or are for members; and pages that speak of either."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.members import asks_members_in

MENU = "<ul>" + "".join(f"<li><a href=/{n}>Log in to read</a></li>" for n in range(20)) + "</ul>"


def says(sentence: str) -> str | None:
    gate = asks_members_in(read_page(html("Forum", f"{MENU}<p>{sentence}</p>").encode(), "text/html; charset=utf-8"))
    return gate.words if gate else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Please <a href=/l>log in</a> to read on.",
        "Um den Beitrag zu lesen, melden Sie sich an und laden die Seite neu; angemeldet sehen Sie alles.",
        "Connectez-vous pour consulter ce contenu.",
        "Inicie sesión para leer esta entrada.",
        "Faça login para ver o conteúdo.",
        "Per leggere la discussione effettua l'accesso.",
        "Log je in om dit bericht te lezen? Je moet ingelogd zijn.",
        "Logga in för att läsa inlägget.",
        "Du må være logget inn for å se siden.",
        "Log ind for at se indholdet.",
        "Näet sisällön, kun olet kirjautunut: kirjaudu nähdäksesi.",
        "Zaloguj się, aby przeczytać wątek.",
        "Obsah se zobrazí po přihlášení, přihlaste se prosím.",
        "A téma olvasásához be kell jelentkezned, az oldal zárt.",
        "Pentru a vedea pagina trebuie să fiți autentificat.",
        "Чтобы прочитать тему, необходимо авторизоваться.",
        "Щоб переглянути тему, потрібно авторизуватися.",
        "Για να δείτε το θέμα πρέπει να συνδεθείτε.",
        "Konuyu okumak için oturum açın, lütfen.",
        "يرجى تسجيل الدخول لقراءة الموضوع.",
        "برای خواندن باید وارد حساب خود شوید.",
        "כדי לקרוא את הדיון עליך להתחבר.",
        "विषय पढ़ने के लिए लॉगिन करें।",
        "登录后才能阅读本主题。",
        "請先登入再閱讀。",
        "閲覧するにはサインインしてください。",
        "로그인해야 읽을 수 있습니다.",
        "โปรดล็อกอินเพื่ออ่านกระทู้",
        "Bạn phải đăng nhập để đọc bài này.",
        "Silakan login untuk membaca.",
        "Norėdami matyti šį turinį, prisijunkite.",
        "Za ogled vsebine se prijavite.",
    ],
)
def test_readers_are_sent_to_a_sign_in(sentence: str) -> None:
    assert says(sentence) == "the page only says that readers have to sign in"


@pytest.mark.parametrize(
    "sentence",
    [
        "This topic is visible to members only.",
        "Nur registrierte Mitglieder sehen diesen Inhalt.",
        "Contenu réservé aux membres.",
        "Tento obsah je určen pouze pro členy.",
        "Тему видят только участники.",
        "此内容仅会员可见，会员查看。",
        "Guests cannot see this topic.",
        "Гости не видят содержимое.",
    ],
)
def test_members_alone_see_it(sentence: str) -> None:
    assert says(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    ["This account is private.", "Esta conta é privada. Siga esta conta para ver as fotos.", "Ten film jest prywatny.",
     "この動画は非公開です。", "Dieses Profil ist privat."],
)  # fmt: skip
def test_what_is_private_may_be_there(sentence: str) -> None:
    assert says(sentence) == "the page only says that it is private"


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Anmeldung zum Ausflug: bitte bis Freitag.", "an outing"),
        ("Die Bahnverbindung und die Anmeldung im Büro müssen warten.", "a word that means more"),
        ("Přihlaste se prosím na výlet do pátku.", "an outing, Czech"),
        ("Nur für Mitglieder ist der Bootssteg.", "what members have is no page"),
        ("The keeper logged the ships that passed.", "a log of another kind"),
        ("Please log in to see it. " + "The lock was built in a dry year. " * 5, "a text follows"),
        ("The ferry does not run on Mondays.", "nothing of the kind"),
        ("This quay is private.", "a quay is no page"),
        ("Dieses Foto zeigt einen privaten Garten.", "what a picture shows"),
        ("This video is private, or it was deleted.", "nobody says which"),
        ("Photos of private gardens by the river.", "not said of what is here"),
    ],
)
def test_what_only_speaks_of_it_does_not(sentence: str, why: str) -> None:
    assert says(sentence) is None, why
