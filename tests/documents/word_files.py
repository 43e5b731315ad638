"""Minimal DOCX and ODT files for tests: only the parts that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
)  # fmt: skip
_ODF += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; runs that are no XML become plain runs."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; text that is no XML becomes w:t."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def word_part(name: str, content: str, *, strict: bool = False) -> str:
    """A part of a DOCX file whose root is w:`name`."""
    word, relations = (STRICT_WORD, STRICT_RELATIONS) if strict else (WORD, OFFICE_RELATIONS)
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} xmlns:w="{word}" xmlns:r="{relations}" '
        f'xmlns:m="{math}" xmlns:mc="{mc}">{content}</w:{name}>'
    )


def relations(rows: Mapping[str, tuple[str, str]], *, strict: bool = False) -> str:
    """Relationships by id: kind and target; targets with a scheme are external."""
    base = STRICT_RELATIONS if strict else OFFICE_RELATIONS
    external = ' TargetMode="External"'
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{base}/{kind}" Target="{target}"{external * (kind == "hyperlink")}/>'
        for identity, (kind, target) in rows.items()
    )
    return f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{lines}</Relationships>'


def docx(
    body: str,
    *,
    links: Mapping[str, str] | None = None,
    footnotes: str | None = None,
    endnotes: str | None = None,
    footnote_links: Mapping[str, str] | None = None,
    strict: bool = False,
    properties: str = "",
    more: Mapping[str, str | bytes] | None = None,
    **parts: str,
) -> bytes:
    """A DOCX file. `parts` (styles, numbering, settings, header1 …) are named by their content's root and file."""
    roots = {"footnotes": footnotes, "endnotes": endnotes, **parts}
    related = {f"id{name}": (name.rstrip("0123456789"), f"{name}.xml") for name, content in roots.items() if content}
    related |= {identity: ("hyperlink", target) for identity, target in (links or {}).items()}
    names = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations(
            {"m": ("officeDocument", "word/document.xml"), "c": ("core-properties", "docProps/core.xml")}, strict=strict
        ),
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>", strict=strict),
        "word/_rels/document.xml.rels": relations(related, strict=strict),
    }
    for name, content in roots.items():
        if content:
            root = name.rstrip("0123456789")
            files[f"word/{name}.xml"] = word_part(names.get(root, root), content, strict=strict)
    if footnote_links:
        rows = {identity: ("hyperlink", target) for identity, target in footnote_links.items()}
        files["word/_rels/footnotes.xml.rels"] = relations(rows, strict=strict)
    if properties:
        dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        files["docProps/core.xml"] = f"<coreProperties {dublin}>{properties}</coreProperties>"
    return zipped(files | dict(more or {}))


def reference(identity: int | str, kind: str = "footnote", custom: str = "") -> str:
    """A run that calls for a note."""
    if custom:
        return r(f'<w:{kind}Reference w:customMarkFollows="1" w:id="{identity}"/><w:t>{custom}</w:t>')
    return r(f'<w:{kind}Reference w:id="{identity}"/>', '<w:vertAlign w:val="superscript"/>')


def note(identity: int | str, *paragraphs: str, kind: str = "footnote") -> str:
    """A note; its first paragraph begins with its number, as Word writes it."""
    first = paragraphs[0].replace("<w:p>", f"<w:p>{r(f'<w:{kind}Ref/>')}{r(' ')}", 1)
    return f'<w:{kind} w:id="{identity}">{first}{"".join(paragraphs[1:])}</w:{kind}>'


def field(instruction: str, *shown: str) -> str:
    """A field in five runs or more, as Word writes it."""
    return "".join(
        [
            r('<w:fldChar w:fldCharType="begin"/>'),
            r(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
            if instruction[:1] != "<"
            else instruction,
            r('<w:fldChar w:fldCharType="separate"/>'),
            *(run if run.startswith("<") else r(run) for run in shown),
            r('<w:fldChar w:fldCharType="end"/>'),
        ]
    )


def odt(
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    masters: str = "",
    meta: str = "",
    mimetype: str = "application/vnd.oasis.opendocument.text",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An ODT file."""
    files: dict[str, str | bytes] = {
        "mimetype": mimetype,
        "content.xml": (
            f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
        ),
        "meta.xml": f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    return zipped(files | dict(more or {}))


def fodt(body: str, *, styles: str = "") -> bytes:
    """A flat ODT file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_ODF} '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{styles}</office:styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def odt_note(label: str, text: str, kind: str = "footnote", identity: str = "") -> str:
    """A note of an ODT file, at its marker."""
    name = f' text:id="{identity}"' if identity else ""
    return (
        f'<text:note{name} text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )
