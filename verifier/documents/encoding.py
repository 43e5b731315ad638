"""Bytes -> text with LF line ends, and what had to be guessed or replaced on the way.

Order: byte order mark, what the transport or the page's <meta> declares, UTF-8, UTF-16/32 by their zero bytes, UTF-8
with a few bad bytes, then a statistical guess. Nothing but line ends is altered: zero-width characters and soft
hyphens stay, later stages need them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from verifier.model.charsets import NOT_CHARSETS

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its first two bytes are UTF-16's mark
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WHATWG_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
}
"""Labels that browsers read otherwise than Python does (WHATWG Encoding Standard, section 4.2)."""

_GUESSABLE = [
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "koi8_r", "koi8_u", "cp1251", "cp1250", "cp1252", "cp1253",
    "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "iso8859_2", "iso8859_5", "cp866", "mac_roman", "iso2022_jp",
]  # fmt: skip
_WESTERN = frozenset({"en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "fi"})
_GUESS_SAMPLE = 200_000

_META_CHARSET = re.compile(
    rb"<meta\s[^>]{0,400}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"^\s{0,50}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([a-zA-Z0-9_.-]{2,40})")
_META_WINDOW = 8192  # browsers look at the first 1024 bytes; saved pages put comments before
_HIGH_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = bytes(range(0x80, 0x100))
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


class BinaryDataError(ValueError):
    """The bytes are no text in any encoding that could be thought of."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends, the Python codec that gave it, and remarks for the report."""

    text: str
    encoding: str = "utf-8"
    remarks: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None, *, html: bool = False) -> Decoded:
    """Decode `data`; `declared` is the transport's charset, and with `html` the page's own <meta> counts too.

    Raises BinaryDataError when the result is not text.
    """
    decoded = _decode(data, declared, html=html)
    text = decoded.text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    zeros = text.count("\0")
    if zeros:
        raise BinaryDataError(f"{zeros} zero bytes")
    controls = sum(1 for _ in _CONTROLS.finditer(text))
    if controls * 50 > len(text):
        raise BinaryDataError(f"{controls} control characters in {len(text)}")
    return Decoded(text, decoded.encoding, decoded.remarks)


def mark_length(data: bytes) -> int:
    """How many bytes the byte order mark takes that `decode` reads the encoding from; 0 without one."""
    return next((len(bom) for bom, _ in _BOMS if data.startswith(bom)), 0)


def codec_of(label: str) -> str | None:
    """The Python codec for a charset label as browsers understand it; None for an unknown one."""
    label = label.strip().lower()
    name = _WHATWG_LABELS.get(label, label)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding and info.name not in NOT_CHARSETS else None  # noqa: SLF001


def _decode(data: bytes, declared: str | None, *, html: bool) -> Decoded:
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _with_replacements(data[len(bom) :], marked)
    label = declared or (_declared_in_page(data) if html else None)
    codec = codec_of(label) if label else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, label, codec)
    if "\0" in text and (wide := _wide_codec(data)):
        return Decoded(data.decode(wide, "replace"), wide, (_guessed(wide),))
    if codec in (None, "utf-8", "cp1252") or (text.isascii() and codec not in ("iso2022_jp", "hz")):
        return Decoded(text)
    return _declared(data, label or "", codec or "utf-8")


def _decode_other(data: bytes, label: str | None, codec: str | None) -> Decoded:
    """What is not valid UTF-8: as declared, as UTF-16/32, as UTF-8 with damage, or by a guess."""
    if codec and codec != "utf-8":
        return _declared(data, label or "", codec)
    if wide := _wide_codec(data):
        return Decoded(data.decode(wide, "replace"), wide, (_guessed(wide),))
    if codec == "utf-8" or _mostly_utf8(data):
        return _with_replacements(data, "utf-8")
    if b"\0" in data:
        raise BinaryDataError(f"{data.count(0)} zero bytes")
    return _guess(data)


def _declared(data: bytes, label: str, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        decoded = _with_replacements(data, codec)
        return Decoded(decoded.text, codec, tuple(f"{remark} (declared as {label})" for remark in decoded.remarks))


def _declared_in_page(data: bytes) -> str | None:
    head = data[:_META_WINDOW]
    match = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    if match is None:
        return None
    label = match[1].decode("ascii")
    # A declaration that could be read byte by byte proves the page is not UTF-16, whatever it says.
    return "utf-8" if label.lower().startswith("utf-16") else label


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of its ASCII characters stand."""
    sample = data[: 4000 - len(data[:4000]) % 4]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    if len(data) % 4 == 0:
        for codec, highs in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
            if all(sample[at::4].count(0) * 10 >= len(sample[at::4]) * 9 for at in highs):
                return codec
    for codec, zero, letter in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        zeros, letters = sample[zero::2].count(0), sample[letter::2].count(0)
        if zeros * 10 >= len(sample) // 2 and letters * 20 <= zeros and _reads_as_text(sample, codec):
            return codec
    return None


def _reads_as_text(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    odd = sum(1 for _ in _CONTROLS.finditer(text)) + text.count("\ufffd") + text.count("\0")
    return odd * 50 <= len(text)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the multi-byte sequences that are right by far outnumber the bytes that are not."""
    rest = _HIGH_SEQUENCE.sub(b"", data)
    bad = len(rest) - len(rest.translate(None, _HIGH))
    good = (len(data) - len(rest)) // 2
    return good >= 4 * bad


def _with_replacements(data: bytes, codec: str) -> Decoded:
    """Decode, putting U+FFFD for what is wrong; the remark tells how many bytes, and where the first one stands."""
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        first, before = error.start, data[: error.start].decode(codec, "replace")
    text = data.decode(codec, "replace")
    replacement = "\ufffd".encode(codec, "ignore")
    already = data.count(replacement) if replacement else 0
    bad = max(text.count("\ufffd") - already, 1)
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    places = f"{bad} places do" if bad > 1 else "1 place does"
    remark = (
        f"{places} not decode as {_display(codec)} and became U+FFFD; "
        f"the first is byte {first + 1}, line {line}, column {column}"
    )
    return Decoded(text, codec, (remark,))


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    from verifier.documents.language import guess_language

    western = data[:_GUESS_SAMPLE].decode("cp1252", "replace")
    if guess_language(western) in _WESTERN:  # told by unaccented words; a statistical guess confuses its neighbours
        codec = "cp1252"
    else:
        best = from_bytes(data[:_GUESS_SAMPLE], cp_isolation=_GUESSABLE).best()
        codec = best.encoding if best else "cp1252"
    decoded = _with_replacements(data, codec)
    return Decoded(decoded.text, codec, (_guessed(codec), *decoded.remarks))


def _guessed(codec: str) -> str:
    return f"The encoding is not declared; it was guessed to be {_display(codec)}"


def _display(codec: str) -> str:
    return codec.upper().replace("_", "-").replace("CP125", "windows-125")
