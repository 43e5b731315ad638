"""The first bytes of a source -> what kind of file it really is, whatever its name says (pure)."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word or other Office (before 2007)"),
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

_ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "Word (DOCX)"),
    (b"application/vnd.oasis.opendocument.text", "OpenDocument (ODT)"),
    (b"application/epub+zip", "EPUB"),
    (b"xl/", "Excel"),
    (b"ppt/", "PowerPoint"),
    (b"application/vnd.oasis.opendocument", "OpenDocument"),
)

_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,300}\?>)*+"
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|title>|meta\s|article[\s>])",
    re.IGNORECASE | re.DOTALL,
)
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
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        members = data[:4096] + data[-65_536:]
        return next((name for marker, name in _ZIP_MEMBERS if marker in members), "ZIP")
    if data[4:8] == b"ftyp":
        return "video"
    if data[:4] == b"RIFF":
        return "sound, video or picture (RIFF)"
    if _MHTML_START.match(data[:4096]):
        return "MHTML (a page saved with its pictures)"
    return None


def looks_like_html(data: bytes) -> bool:
    """Whether `data` begins as an HTML page does; UTF-16 pages count too."""
    head = data[:8192]
    if head.startswith(_BOMS[1:]):
        head = head.replace(b"\x00", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return _HTML_START.match(head) is not None
