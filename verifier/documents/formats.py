"""The formats this version reads: their names, media types, file extensions and size limits, all in one place.

A further format is one line in each table here and one arm in `reading.py`.
"""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

_MEGABYTE = 1_000_000


class Format(StrEnum):
    """A format with a reader; the value is its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    FLAT_ODT = "application/vnd.oasis.opendocument.text-flat-xml"


EXTENSIONS: dict[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".odt": Format.ODT,
    ".fodt": Format.FLAT_ODT,
}
"""What is taken for a letter in a folder; a file named outright is read whatever its extension."""

UNREAD = frozenset(
    {
        ".doc",
        ".dot",
        ".rtf",
        ".pages",
        ".epub",
        ".wpd",
        ".wps",
        ".eml",
        ".msg",
        ".mht",
        ".mhtml",
        ".tex",
        ".rst",
        ".djvu",
    }
)
"""Endings of texts that no reader here takes: in a folder they are left out, and that is told."""

MEDIA_TYPES: dict[str, Format] = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/vnd.ms-word.document.macroenabled.12": Format.DOCX,
    "application/x-pdf": Format.PDF,
    Format.PDF: Format.PDF,
    Format.DOCX: Format.DOCX,
    Format.ODT: Format.ODT,
    Format.FLAT_ODT: Format.FLAT_ODT,
}

LIMITS: dict[Format, int] = {
    Format.TEXT: 20 * _MEGABYTE,
    Format.MARKDOWN: 20 * _MEGABYTE,
    Format.HTML: 50 * _MEGABYTE,  # pages saved whole carry their pictures inside
    Format.PDF: 100 * _MEGABYTE,
    Format.DOCX: 50 * _MEGABYTE,
    Format.ODT: 50 * _MEGABYTE,
    Format.FLAT_ODT: 30 * _MEGABYTE,
}
"""The most that is read of one source, in bytes."""

NAMES: dict[Format, str] = {
    Format.TEXT: "text",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "HTML",
    Format.PDF: "PDF",
    Format.DOCX: "Word (DOCX)",
    Format.ODT: "OpenDocument (ODT)",
    Format.FLAT_ODT: "flat OpenDocument (FODT)",
}

FROM_BYTES = frozenset({Format.PDF, Format.DOCX, Format.ODT, Format.FLAT_ODT})
"""Formats whose readers take the bytes; the others take decoded text."""

READABLE = "This version reads text, Markdown, HTML, PDF, DOCX and ODT"

UNREAD_MEDIA_TYPES: dict[str, str] = {
    "application/msword": "Word",
    "application/epub+zip": "EPUB",
    "application/rtf": "RTF",
    "text/rtf": "RTF",
    "application/zip": "ZIP",
    "application/gzip": "gzip",
    "application/octet-stream": "",
}
"""Media types that have no reader, with the name to tell; an empty name leaves the bytes to speak for themselves."""

ADVICE: dict[str, str] = {
    "password-protected Word or other Office": "Open it with its password and save a copy without one.",
    "Word (before 2007)": "Open it in a word processor and save it as .docx or .odt.",
    "Word XML": "Open it in a word processor and save it as .docx or .odt.",
    "RTF": "Open it in a word processor and save it as .docx or .odt.",
    "Apple Pages": "Open it in Pages and export it as Word (.docx).",
}
"""What to do about files that have no reader, where that is more than saving them as one of the others."""


def of_name(name: str) -> Format | None:
    """The format that a file name or URL promises by its extension; None when it promises none."""
    if "://" in name:
        try:
            name = urlsplit(name).path
        except ValueError:
            return None
    file_name = name.rpartition("/")[2]
    stem, dot, extension = file_name.rpartition(".")
    return EXTENSIONS.get(dot + extension.lower()) if stem else None


def megabytes(size: int) -> str:
    """A size in bytes as people read it: "52.4 MB", "20 MB"."""
    return f"{size / _MEGABYTE:.1f} MB".replace(".0 MB", " MB")
