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


EXTENSIONS: dict[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
"""What is taken for a letter in a folder; a file named outright is read whatever its extension."""

MEDIA_TYPES: dict[str, Format] = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
}

LIMITS: dict[Format, int] = {
    Format.TEXT: 20 * _MEGABYTE,
    Format.MARKDOWN: 20 * _MEGABYTE,
    Format.HTML: 50 * _MEGABYTE,  # pages saved whole carry their pictures inside
}
"""The most that is read of one source, in bytes."""

NAMES: dict[Format, str] = {Format.TEXT: "text", Format.MARKDOWN: "Markdown", Format.HTML: "HTML"}

READABLE = "This version reads text, Markdown and HTML"

UNREAD_MEDIA_TYPES: dict[str, str] = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/epub+zip": "EPUB",
    "application/rtf": "RTF",
    "text/rtf": "RTF",
    "application/zip": "ZIP",
    "application/gzip": "gzip",
    "application/octet-stream": "",
}
"""Media types that have no reader, with the name to tell; an empty name leaves the bytes to speak for themselves."""


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
