"""Plain text: title, date, language, positions."""

from __future__ import annotations

import pytest

from verifier.documents import read
from verifier.documents.dates import parse_date
from verifier.documents.language import guess_language

PROSE = "We write to express our deep concern about the situation of human rights defenders in the country. " * 3


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("24 January 2024", "2024-01-24"),
        ("January 24, 2024", "2024-01-24"),
        ("update:January 26,2024", "2024-01-26"),
        ("24th of March 2021", "2021-03-24"),
        ("2024-01-26", "2024-01-26"),
        ("le 1er février 2022", "2022-02-01"),
        ("den 3. März 2020", "2020-03-03"),
        ("3 de marzo de 2020", "2020-03-03"),
        ("2024年1月24日", "2024-01-24"),
        ("2024년 1월 24일", "2024-01-24"),
        ("24.01.2024", "2024-01-24"),
        ("24/01/2024", "2024-01-24"),
        ("01/24/2024", "2024-01-24"),
        ("03/04/2024", "None"),
        ("04/04/2024", "2024-04-04"),
        ("12 марта 2022", "2022-03-12"),
        ("3 בפברואר 2020", "2020-02-03"),
        ("5. siječnja 2020.", "2020-01-05"),
        ("June 2022", "2022-06"),
        ("31 February 2022", "None"),
        ("99/99/2022", "None"),
        ("no date 2022", "None"),
    ],
)
def test_forms_of_dates(written: str, date: str) -> None:
    assert str(parse_date(written)) == date


@pytest.mark.parametrize(
    ("text", "date", "reason"),
    [
        (f"A title\nGeneva, 24 January 2024\n\n{PROSE}", "2024-01-24", "under the title"),
        (
            f"A title\nupdate:January 26,2024\n{PROSE}\n24 January 2024\n1. Org",
            "2024-01-24",
            "beside the signatures, before the page's",
        ),
        (f"A title\nPublished: 26 January 2024\n{PROSE}", "2024-01-26", "the page's date, for want of another"),
        (f"Date: 5 May 2021\n6 May 2021\n{PROSE}", "2021-05-05", "labelled as the letter's"),
        (f"{PROSE} It was 24 January 2024. {PROSE}", "None", "a date in a sentence is of something else"),
        (f"{PROSE}\n\nNotes\n[1] OHCHR, 28 May 2022\n28 May 2022", "None", "a date in a note"),
        (
            f"{PROSE}\n[2] Board, https://doi.org/10.1234/\nabcd.5678 (accessed 3 May 2021).",
            "None",
            "of a note's access",
        ),
        (
            f"{PROSE}\n[2] Board, https://example.org/a (seen on\n3 May 2021).",
            "None",
            "a remark that began a line before",
        ),
        (f"{PROSE}\nStatement (Geneva, 3 May 2021)", "2021-05-03", "a place and a day in brackets"),
        (f"{PROSE}\n1 May 2020\n{PROSE}\n2 May 2020\n{PROSE}\n", "None", "a chronicle"),
        (f"{PROSE}\n1 May 2020\nx\n2 May 2020\n", "None", "two dates at the end: unsure"),
        (f"رسالة\n٨ حزيران ٢٠٢٢\n{PROSE}", "2022-06-08", "digits of another script"),
        (f"Title\n[1] 2 May 2020\n{PROSE}", "None", "numbered lines are notes or lists"),
    ],
)
def test_the_letters_own_date(text: str, date: str, reason: str) -> None:
    assert str(read(text.encode(), "a.txt").date) == date, reason


@pytest.mark.parametrize(
    ("text", "title", "reason"),
    [
        (
            f"3/9/24, 11:05 AM          Open letter on a matter\n\n{PROSE}",
            "Open letter on a matter",
            "a browser's head",
        ),
        (f"09.03.24, 11:05   Offener Brief\n\n{PROSE}", "Offener Brief", "a German browser's"),
        (f"Home > News\n\nOpen letter on a matter\n{PROSE}", "Open letter on a matter", "breadcrumbs are not titles"),
        (f"Dear President,\n{PROSE}", None, "a letter that begins at once"),
        (f"{PROSE}", None, "prose"),
        (
            f"5 May 2021\nhttps://example.org/\nTo the Council\n\n{PROSE}",
            "To the Council",
            "dates and addresses are passed over",
        ),
        ("[1] a note\n", None, "a note is no title"),
        ("https://example.org/\nx@example.org\n", None, "nothing left"),
    ],
)
def test_title(text: str, title: str | None, reason: str) -> None:
    assert read(text.encode(), "a.txt").title == title, reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, "en"),
        ("Nous demandons que les autorités respectent le droit dans toutes les prisons du pays.", "fr"),
        ("Wir fordern die Regierung auf, das Recht zu achten und die Gefangenen nicht länger zu quälen.", "de"),
        ("我们呼吁有关当局立即释放所有被拘留者。", "zh"),
        ("私たちは深い懸念を表明します。", "ja"),
        ("우리는 깊은 우려를 표명합니다.", "ko"),
        ("Мы выражаем глубокую обеспокоенность положением, которое было создано.", "ru"),
        ("Ми висловлюємо глибоке занепокоєння їхнім становищем.", "uk"),
        ("نحن المنظمات الموقعة أدناه نعرب عن قلقنا", "ar"),
        ("ما سازمان‌های امضاکننده نگرانی عمیق خود را ابراز می‌کنیم", "fa"),
        ("El tribunal calificó de ilegal la medida en la costa y la empresa apeló en mayo.", "es"),
        ("Le tribunal a jugé illégale une mesure prise en mai à la demande de la société.", "fr"),
        ("O tribunal considerou ilegal a medida de maio e a empresa recorreu de novo.", "pt"),
        ("湖水很低。 https://example.org/the-state-of-the-lake-and-the-town-to-which-it-is-for", "zh"),
        ("Domstolen kallade det olagligt. https://example.org/the-state-of-the-lake-and-the-river-in-may", None),
        ("Здравствуй друг", None),
        ("x y z", None),
        ("Οι οργανώσεις εκφράζουν ανησυχία", "el"),
        ("ስለ ውሃ ጥበቃ እንጽፍላችኋለን።", "am"),
        ("យើងសរសេរអំពីការការពារទឹក។", "km"),
        ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", None),
        ("one two three four five six seven eight nine", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_positions_are_those_of_the_file_whatever_its_line_ends() -> None:
    document = read("Ä one\r\ntwo https://example.org\rthree".encode(), "a.txt")
    at = document.text.index("https")
    assert document.position(at)[:2] == (2, 5)
    assert document.position(document.text.index("three"))[:2] == (3, 1)
