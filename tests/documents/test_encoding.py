"""Bytes -> text: marks, declarations, damage and guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.documents.encoding import BinaryDataError, codec_of, decode

RUSSIAN = (
    "Мы, нижеподписавшиеся организации, выражаем глубокую обеспокоенность положением правозащитников в стране. " * 4
)
CHINESE = "我们，以下签署的组织，对人权状况表示深切关注，并呼吁有关当局立即释放所有被拘留者。" * 6
JAPANESE = "私たちは、以下に署名する団体として、人権状況について深い懸念を表明します。" * 6
FRENCH = "Nous soussignés, organisations de défense des droits humains, déplorons la situation à l’étranger. " * 4


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", "UTF-8 with a mark, which is no text"),
        ("café".encode("utf-16"), "café", "UTF-16 with a mark"),
        ("café".encode("utf-32"), "café", "UTF-32's mark begins with UTF-16's"),
        ("a letter of some length\n".encode("utf-16-le"), "a letter of some length\n", "UTF-16 without a mark"),
        ("a letter of some length\n".encode("utf-16-be"), "a letter of some length\n", "big-endian too"),
        ("a letter of some length\n".encode("utf-32-le"), "a letter of some length\n", "UTF-32 without a mark"),
        (b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", "every kind of line end"),
        ("a\u200bb\u00adc".encode(), "a\u200bb\u00adc", "zero-width characters and soft hyphens stay"),
    ],
)
def test_decode(data: bytes, text: str, reason: str) -> None:
    assert decode(data).text == text, reason


@pytest.mark.parametrize(
    ("label", "codec"),
    [("latin-1", "cp1252"), ("ISO-8859-1", "cp1252"), (" GBK ", "gb18030"), ("Shift_JIS", "cp932"), ("utf8", "utf-8"),
     ("koi8-r", "koi8-r"), ("rot13", None), ("base64", None), ("nonsense", None), ("punycode", None), ("a\0b", None)],
)  # fmt: skip
def test_labels_mean_what_browsers_take_them_for(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_what_the_transport_declares_counts_before_a_guess() -> None:
    assert decode("ДА".encode("koi8-r"), "koi8-r").text == "ДА"
    assert decode(b"it\x92s", "latin1").text == "it’s"


def test_a_page_declares_its_own_encoding() -> None:
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + "Да".encode("cp1251")
    assert decode(page, html=True).text.endswith("Да")
    assert decode(b'<?xml version="1.0" encoding="iso-8859-1"?><p>\xe9', html=True).text.endswith("é")


def test_utf8_wins_over_a_wrong_latin_declaration() -> None:
    assert decode("é".encode(), "iso-8859-1").text == "é"


def test_a_page_read_byte_by_byte_is_not_utf16_whatever_it_says() -> None:
    assert decode(b"<meta charset=utf-16><p>plain", html=True).text.endswith("plain")


def test_a_few_bad_bytes_are_replaced_and_told_with_their_place() -> None:
    data = "déjà vu, élève, été\n".encode() + b"bad \xff byte \xe9" + " à côté é".encode()
    decoded = decode(data)
    assert decoded.text.count("\ufffd") == 2
    assert "2 places" in decoded.remarks[0]
    assert "line 2, column 5" in decoded.remarks[0]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (JAPANESE, "cp932"),
        (FRENCH, "cp1252"),
    ],
)
def test_a_guess_is_right_on_real_prose_and_is_told(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert "guessed" in decoded.remarks[0]


@pytest.mark.parametrize("data", [b"a\x00b" * 10, bytes(range(1, 9)) * 20, b"\xff\xfb\x90\x00\x00\x03" * 50])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryDataError):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except BinaryDataError:
        return
    assert "\r" not in decoded.text


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0", exclude_categories=("Cc",)), max_size=200)
)
def test_utf8_text_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff").removeprefix("\ufeff")
