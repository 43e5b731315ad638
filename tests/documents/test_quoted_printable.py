"""Mail as it was sent is read as it was written; what only looks so stays as it is."""

import pytest

from verifier.citations import find
from verifier.documents import read
from verifier.documents.quoted_printable import unquoted
from verifier.documents.rewrite.rewriting import rewrite
from verifier.model.change import Change, ChangeKind

HEADED = b"Subject: Bog\nContent-Transfer-Encoding: quoted-printable\n\nSee https://example.org/view?id=3D4 .\n"
CUT = (
    b"See https://example.org/withdrawn/2017/index.html?show=\n=3Dall and the notice=20\n"
    b"at https://example.org/notices/drainage-order-2=\n021 =E2=80=93 today.\n"
)
PLAIN = [
    (b"The form https://example.org/q?id=\n44&place=\nlake is cut by its margin", "no sign but lines that end so"),
    (b"A link such as https://example.org/q?id=3D44 is right as it stands.", "no line is cut"),
    (b"https://example.org/q?id=3D44&a=\nb=\nx and c = d", "an equals sign that the encoding does not know"),
    (b"x=3Dy in lower case, =3d, and lines cut=\nby=\nit", "escapes in lower case"),
    (b"No sign of it at all.", "no equals sign"),
]


def test_a_header_says_so() -> None:
    assert unquoted(HEADED) is not None
    document = read(HEADED, "mail.txt")
    assert "https://example.org/view?id=4 ." in document.text
    assert any("quoted-printable" in remark for remark in document.remarks)


def test_a_header_and_a_line_cut_are_enough() -> None:
    cut = HEADED.replace(b"?id=3D4", b"/bogs=\n-of-2020")
    assert "https://example.org/view/bogs-of-2020 ." in read(cut, "mail.txt").text


def test_every_equals_sign_says_so() -> None:
    document = read(CUT, "pasted.txt")
    assert [one.value for one in find(document).references] == [
        "https://example.org/withdrawn/2017/index.html?show=all",
        "https://example.org/notices/drainage-order-2021",
    ]
    assert "– today" in document.text


@pytest.mark.parametrize(("data", "reason"), PLAIN, ids=[reason for _, reason in PLAIN])
def test_other_text_stays(data: bytes, reason: str) -> None:
    assert unquoted(data) is None
    assert read(data, "letter.txt").text == data.decode()


def test_its_links_are_not_changed_in_place() -> None:
    document = read(HEADED, "mail.txt")
    start = document.text.index("https")
    url = "https://example.org/view?id=5"
    change = Change(ChangeKind.MENDED, start, start + 29, url, url, url, url, document.position(start), "a test")
    done = rewrite(HEADED, document, (change,))
    assert done.data == HEADED
    assert "quoted-printable" in done.left[0].why
