"""The first bytes of a source -> what kind of file it really is, whatever its name says (pure)."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"%!PS-", "PostScript"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "password-protected Word or other Office"),
    ("WordDocument", "Word (before 2007)"),
    ("", "Office (before 2007)"),
)
"""Names of streams in old Office containers (UTF-16 there), and what they tell."""

_ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "Word (DOCX)"),
    (b"application/vnd.oasis.opendocument.text", "OpenDocument (ODT)"),
    (b"application/epub+zip", "EPUB"),
    (b"xl/", "Excel"),
    (b"ppt/", "PowerPoint"),
    (b"application/vnd.oasis.opendocument", "OpenDocument (no text)"),
    (b"Index/Document.iwa", "Apple Pages"),
    (b"Index.zip", "Apple Pages"),
)

_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,300}\?>)*+"
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|title>|meta\s|article[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_ODT = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<office:document\s[^>]{0,20000}opendocument\.text",
    re.DOTALL,
)
_WORD_XML = re.compile(rb"<\?mso-application\s+progid=[\"']Word|<pkg:package\s|<w:wordDocument\s")
_MHTML_START = re.compile(
    rb"(?:from|mime-version|subject|date):.{0,3000}?^content-type:\s*multipart/related",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def name_of_binary(data: bytes) -> str | None:
    """What `data` is known to be by its first bytes ("PDF", "Word (DOCX)", …); None when it may be text."""
    head = data[:1024].removeprefix(_BOMS[0]).lstrip(b"\t\n\r ")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(_OLE):
        return next(name for stream, name in _OLE_STREAMS if stream.encode("utf-16-le") in data)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        members = data[:4096] + data[-65_536:]
        return next((name for marker, name in _ZIP_MEMBERS if marker in members), "ZIP")
    return _name_of_xml(data[:32_768].removeprefix(_BOMS[0])) if head.startswith(b"<") else _name_of_other(data)


def _name_of_other(data: bytes) -> str | None:
    if data[4:8] == b"ftyp":
        return "video"
    if data[:4] == b"RIFF":
        return "sound, video or picture (RIFF)"
    return "MHTML (a page saved with its pictures)" if _MHTML_START.match(data[:4096]) else None


def _name_of_xml(head: bytes) -> str | None:
    if _FLAT_ODT.match(head):
        return "flat OpenDocument (FODT)"
    return "Word XML" if _WORD_XML.search(head[:2048]) else None


def looks_like_html(data: bytes) -> bool:
    """Whether `data` begins as an HTML page does; UTF-16 pages count too."""
    head = data[:8192]
    if head.startswith(_BOMS[1:]):
        head = head.replace(b"\x00", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return _HTML_START.match(head) is not None
