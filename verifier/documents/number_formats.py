"""Numbers as word processors and browsers write them before notes and list items: 4, iv, D, ‡, ④, 四 (pure)."""

from __future__ import annotations

DECORATION = " \t\u00a0.,:;()[]（）［］【】<>-–—"
"""What stands around a number in a list."""
LONGEST_LABEL = 40
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_CHINESE = "〇一二三四五六七八九"
_LARGEST = 32_767


def spell(number: int, style: str) -> str:
    """`number` in `style`, by the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); decimal where it cannot.

    Further styles: "alpha" and "ALPHA" count a, b … z, aa, ab, as OpenDocument does.
    """
    text = str(number)
    if not 0 < number <= _LARGEST:
        return text
    match style:
        case "lowerRoman" | "upperRoman":
            text = roman(number)
        case "alpha" | "ALPHA":
            text = letters(number)
        case "lowerLetter" | "upperLetter":
            text = _repeated(number, "abcdefghijklmnopqrstuvwxyz")
        case "russianLower" | "russianUpper":
            text = _repeated(number, _RUSSIAN)
        case "chicago":
            text = _repeated(number, _CHICAGO)
        case "decimalZero":
            text = f"{number:02}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            text = chr(ord("①") + number - 1) if number <= 20 else text
        case "decimalFullWidth" | "decimalFullWidth2":
            text = "".join(chr(ord("０") + int(digit)) for digit in text)
        case (
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "ideographDigital"
        ):
            text = _chinese(number)
    return text.upper() if style.startswith("upper") or style in ("ALPHA", "russianUpper") else text


def roman(number: int) -> str:
    """`number` in Roman numerals, small; decimal where there are none."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        text += numeral * times
    return text


def letters(number: int) -> str:
    """`number` as a, b … z, aa, ab; decimal where there is none."""
    if number < 1:
        return str(number)
    text = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _repeated(number: int, alphabet: str) -> str:
    """a … z, aa, bb … zz, aaa: the character repeated as often as the alphabet was gone through."""
    times, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (times + 1) if times < 30 else str(number)


def _chinese(number: int) -> str:
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _CHINESE[tens] + "十"
    return head + (_CHINESE[units] if units else "")
