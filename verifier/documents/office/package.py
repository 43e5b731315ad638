"""The bytes of a DOCX or ODT file -> its parts as XML trees, read in bounded memory and time; nothing touches the disk.

A letter is hostile input: every limit below is far above what a word processor writes and far below what hurts.
"""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from verifier.documents.formats import megabytes
from verifier.model.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PART = 32_000_000
"""Bytes of one part once unpacked: the text of a book of some thousand pages."""
MAX_TOTAL = 64_000_000
"""Bytes of all parts read of one file."""
_MAX_RATIO = 400
"""How many times larger than packed a part of more than a megabyte may be; real letters stay below 60."""
_MAX_DIRECTORY = 2_000_000
"""Bytes of the list of parts; a part takes at least 46 of them."""
_MAX_MEMBERS = 10_000
_MAX_TAGS = 2_000_000
"""Tags in one part; with it, a tree takes a quarter of a gigabyte at the very most."""

_END_RECORD = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,300}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,40})[\"']")
_PLAIN_ENCODINGS = ("utf-8", "utf8", "us-ascii", "ascii", "utf-16")
_DAMAGED_HINT = "Open it in a word processor and save it again; if that fails too, the file is damaged."
_BOMB_HINT = "No word processor writes such a file. If you trust it, open it and save it again."
_PROTECTED_HINT = "Open it with its password and save a copy without one."


class Package:
    """A ZIP file of XML parts, opened. Parts are unpacked when asked for, each at most once.

    Raises SourceError, from the start or from any method, when the file is damaged, protected or built to do harm.
    """

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self._unpacked = 0
        _check_directory(data, source)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, struct.error, NotImplementedError) as error:
            raise damaged(source, f"its ZIP container cannot be read ({error})") from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in self._archive.infolist():
            name = _plain_name(member.filename)
            if name in self._members:
                raise damaged(source, f"it holds two parts named {member.filename[:100]!r}")
            self._members[name] = member

    def __contains__(self, name: str) -> bool:
        return _plain_name(name) in self._members

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is no such part."""
        member = self._members.get(_plain_name(name))
        if member is None:
            return None
        if member.flag_bits & 1:
            raise protected(self.source)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged(self.source, f"{name} is packed in a way that such files never use")
        limit = min(MAX_PART, MAX_TOTAL - self._unpacked)
        if 1_000_000 < member.file_size > _MAX_RATIO * max(member.compress_size, 1):
            raise bomb(self.source, f"{name} grows more than {_MAX_RATIO} times when it is unpacked")
        try:
            with self._archive.open(member) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            EOFError,
            struct.error,
            NotImplementedError,
            OSError,
        ) as error:
            raise damaged(self.source, f"{name} cannot be unpacked ({error})") from error
        if len(data) > limit:
            raise bomb(self.source, f"{name} is larger than {megabytes(limit)} when it is unpacked")
        self._unpacked += len(data)
        return data

    def xml(self, name: str) -> Element | None:
        """The root of a part; None when there is no such part."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name, self.source)


def parse_xml(data: bytes, name: str, source: str) -> Element:
    """Parse a part. Document types are refused whole, and with them every entity but XML's own five.

    `name` is the part's, for the message. Raises SourceError.
    """
    from lxml import etree

    data = _as_utf8(data, name, source)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise bomb(source, f"{name} declares a document type, which may hide entities that grow without bound")
    if data.count(b"<") > _MAX_TAGS:
        raise bomb(source, f"{name} holds more than {_MAX_TAGS:,} tags")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(source, f"{name} is no well-formed XML ({str(error)[:200]})") from error


def damaged(source: str, why: str) -> SourceError:
    """The error for a file that is not what it should be."""
    return SourceError(f"{source} cannot be read: {why}", _DAMAGED_HINT)


def bomb(source: str, why: str) -> SourceError:
    """The error for a file that would take more memory or time than any letter."""
    return SourceError(f"{source} was not read: {why}", _BOMB_HINT)


def protected(source: str) -> SourceError:
    """The error for a file that takes a password."""
    return SourceError(f"{source} is protected with a password", _PROTECTED_HINT)


def _plain_name(name: str) -> str:
    """A part's name as it is compared: case does not count (OPC, ECMA-376 part 2, 6.2.2.3), nor what parts folders."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_directory(data: bytes, source: str) -> None:
    """Refuse a list of parts that is too long before anything is made of it (ZIP application note, 4.3.16)."""
    at = len(data) - _END_SIZE
    if at < 0 or data[at : at + 4] != _END_RECORD or data[-2:] != b"\0\0":
        at = data.rfind(_END_RECORD, max(len(data) - 65_535 - _END_SIZE, 0))
    record = data[at : at + _END_SIZE]
    if at < 0 or len(record) < _END_SIZE:
        raise damaged(source, "its ZIP container has no end; it was probably not saved or sent in full")
    members, size = struct.unpack("<10xHL6x", record)
    if data[max(at - 20, 0) : at].startswith(_ZIP64_LOCATOR):
        raise bomb(source, "its ZIP container is of the kind for files of more than 4 GB")
    if members > _MAX_MEMBERS or size > _MAX_DIRECTORY:
        raise bomb(source, f"its ZIP container lists more than {_MAX_MEMBERS:,} parts")


def _as_utf8(data: bytes, name: str, source: str) -> bytes:
    """The part in UTF-8 without its declaration; the formats allow UTF-8 and UTF-16 only."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or data[:4] in (b"<\0?\0", b"\0<\0?"):
        wide = "utf-16" if data[:1] in (b"\xff", b"\xfe") else ("utf-16-le" if data[:1] == b"<" else "utf-16-be")
        try:
            data = data.decode(wide).encode("utf-8")
        except UnicodeError as error:
            raise damaged(source, f"{name} is no UTF-16 text ({error})") from error
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _ENCODING.match(data.lstrip())
    if declared and declared[1].decode("latin-1").lower() not in _PLAIN_ENCODINGS:
        raise damaged(source, f"{name} is in the encoding {declared[1].decode('latin-1')}; such files are in UTF-8")
    declaration = _DECLARATION.match(data)
    return data[declaration.end() :] if declaration else data
