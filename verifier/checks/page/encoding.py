"""From a page's bytes to its characters. Order of trust: byte order mark, HTTP header (other than a
server's default), the page's own word, the bytes.

Follows the Encoding Standard (encoding.spec.whatwg.org) where old names mean their Windows supersets, as in browsers.
"""

from __future__ import annotations

import codecs
from functools import lru_cache

from verifier.model.charsets import NOT_CHARSETS

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_DEFAULT_OF_SERVERS = "cp1252"
"""What ISO 8859-1 means on the web. Servers, and archives that replay them, send it for any page by default: the page's
own word, and bytes that can only be UTF-8, are better witnesses than a header that names it."""
_HEAD = 4096  # bytes in which a page has to name its encoding


def decode(body: bytes, content_type: str) -> str:
    """The characters of `body`; `content_type` is the HTTP header. Never raises; what cannot be read becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    named = _named(content_type)
    if named == _DEFAULT_OF_SERVERS and not body.isascii():
        return _utf_8(body) or body.decode(_declared(body) or named, "replace")
    encoding = named or _declared(body)
    if encoding is not None:
        return body.decode(encoding, "replace")
    return _utf_8(body) or body.decode(_DEFAULT_OF_SERVERS, "replace")


def _utf_8(body: bytes) -> str | None:
    """The characters of a body that is UTF-8 by its bytes, else None: no text in another encoding happens to be."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # A body that was cut in the middle of a character is still UTF-8, if it was UTF-8 until then.
        cut = error.end >= len(body) and "end of data" in error.reason and not body[: error.start].isascii()
        return body.decode("utf-8", "replace") if cut else None


def known_encoding(name: str) -> str | None:
    """The Python codec that browsers would use for `name`, or None when there is none."""
    try:
        codec = codecs.lookup(name.strip("\"' \t")) if name and len(name) < 40 else None
    except (LookupError, ValueError):
        return None
    if codec is None or not getattr(codec, "_is_text_encoding", True) or codec.name in NOT_CHARSETS:
        return None
    return _SUPERSETS.get(codec.name, codec.name)


@lru_cache(maxsize=256)  # there are few headers, and thousands of pages that bear them
def _named(content_type: str) -> str | None:
    """The codec that the HTTP header asks for."""
    for parameter in content_type.split(";")[1:8]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return known_encoding(value.strip())
    return None


def _declared(body: bytes) -> str | None:
    head = body[:_HEAD]
    if b"charset" not in head.lower() and b"encoding" not in head.lower():
        return None
    from bs4.dammit import EncodingDetector

    name = EncodingDetector.find_declared_encoding(head, is_html=True)
    encoding = known_encoding(name or "")
    # The declaration was found by reading bytes one by one, so it cannot be in an encoding of wider units.
    return "utf-8" if encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32") else encoding
