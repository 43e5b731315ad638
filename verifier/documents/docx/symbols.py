"""Characters of symbol fonts (w:sym) -> the Unicode characters that they look like (pure)."""

from __future__ import annotations

_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        strict=True,
    )
)
_SYMBOL = {
    0x2A: "*",
    0xA7: "♣",
    0xB0: "°",
    0xB1: "±",
    0xB7: "•",
    0xB4: "×",
    0xA3: "≤",
    0xB3: "≥",
    0xB9: "≠",
    0xAE: "→",
    0xAC: "←",
    0xBC: "…",
}
_MARKS = {0x2A: "*", 0x86: "†", 0x87: "‡", 0xA7: "§", 0xB6: "¶"}


def symbol(font: str | None, code: str | None) -> str:
    """The character `code` (hexadecimal, as Word gives it) of `font`; nothing for a picture of a picture font."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
        return _of_symbol_font(number) if (font or "").lower() == "symbol" else ""
    visible = 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF and not 0xE000 <= number <= 0xF8FF
    return _MARKS.get(number, chr(number)) if visible else ""


def _of_symbol_font(number: int) -> str:
    character = chr(number)
    if number in _SYMBOL:
        return _SYMBOL[number]
    if character in _GREEK:
        return _GREEK[character]
    return character if 0x20 <= number < 0x40 or character in "[]{}|_" else ""
