"""A DOCX file -> its parts: the main one, those related to it, and where its links lead (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.documents.office.package import Package, damaged, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
"""The strict variant of the format names the same things otherwise (ECMA-376 part 1 against part 4)."""
_ROOT_TAG = re.compile(rb"<[A-Za-z][^>]*>")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_OTHER_MAKERS = {"workbook": "an Excel workbook", "presentation": "a PowerPoint presentation"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was read: its root, the addresses that its links lead to by id, its related parts by id and kind."""

    root: Element
    addresses: dict[str, str] = field(default_factory=dict)
    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)


class Parts:
    """The parts of one DOCX file. Raises SourceError as `Package` does, and when there is no letter in it."""

    def __init__(self, data: bytes, source: str) -> None:
        self._package = Package(data, source)
        self._source = source
        self._root = self._relationships("")
        self._main_name = self._root[2].get("officeDocument", "word/document.xml")
        if self._main_name not in self._package:
            raise damaged(source, f"its main part {self._main_name[:100]} is missing")
        self._check_content_type()
        self.main = self._part(self._main_name)
        name = self.main.root.tag.rpartition("}")[2]
        if self.main.root.tag != f"{W}document":
            what = _OTHER_MAKERS.get(name, f"<{name[:40]}> where a Word document begins with <document>")
            raise damaged(source, f"it holds {what}")

    def related(self, kind: str) -> Part | None:
        """The part of a kind ("styles", "footnotes", "settings" …) that the main part names; None without one."""
        name = self.main.by_kind.get(kind)
        return self._part(name) if name and name in self._package else None

    def named(self, relation: str) -> Part | None:
        """The part that the main part names by the id of a relation."""
        name = self.main.by_id.get(relation)
        return self._part(name) if name and name in self._package else None

    def properties(self) -> Part | None:
        """The file's core properties: title, author, dates."""
        name = self._root[2].get("core-properties")
        return self._part(name) if name and name in self._package else None

    def _part(self, name: str) -> Part:
        data = self._package.read(name)
        if data is None:
            raise damaged(self._source, f"its part {name[:100]} is missing")
        return Part(parse_xml(_transitional(data), name, self._source), *self._relationships(name))

    def _relationships(self, name: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        folder, _, file_name = name.rpartition("/")
        addresses: dict[str, str] = {}
        by_id: dict[str, str] = {}
        by_kind: dict[str, str] = {}
        root = self._package.xml(posixpath.join(folder, "_rels", f"{file_name}.rels"))
        for relation in root.iter(_RELATIONSHIP) if root is not None else ():
            identity, target = relation.get("Id", ""), relation.get("Target", "")
            kind = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") == "External":
                addresses[identity] = target
            elif target:
                # Names inside the package only: however many ".." a target climbs, it stays a key of this ZIP file.
                inner = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                by_id[identity] = inner
                by_kind.setdefault(kind, inner)
        return addresses, by_id, by_kind

    def _check_content_type(self) -> None:
        types = self._package.xml("[Content_Types].xml")
        for override in types.iter(_OVERRIDE) if types is not None else ():
            declared = override.get("ContentType", "").lower()
            if override.get("PartName", "").lstrip("/").lower() == self._main_name.lower():
                if "wordprocessingml" not in declared and "ms-word" not in declared:
                    raise damaged(self._source, f"its main part is declared as {declared[:100]}")
                return


def _transitional(data: bytes) -> bytes:
    """The part with the transitional names in its root tag, where both variants declare them."""
    root = _ROOT_TAG.search(data, 0, 65_536)
    if root is None or b"purl.oclc.org" not in root[0]:
        return data
    tag = root[0]
    for strict, transitional in _STRICT:
        tag = tag.replace(strict, transitional)
    return data[: root.start()] + tag + data[root.end() :]


def is_on(element: Element | None) -> bool:
    """An on/off property (17.17.4): present means on, unless its value says otherwise."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def has_flag(element: Element, name: str) -> bool:
    """Whether the on/off attribute `w:name` of an element is on."""
    return element.get(f"{W}{name}") in ("1", "true", "on")


def value_of(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child `name` ("numFmt") of `parent`."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def number_of(text: str | None) -> int | None:
    """A whole number as attributes hold it; None for anything else."""
    return int(text) if text and len(text) < 10 and text.removeprefix("-").isdecimal() else None
