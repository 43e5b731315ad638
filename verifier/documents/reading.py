"""Bytes -> Document: find out what the bytes are, and hand them to that format's reader."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.documents import formats, signatures
from verifier.documents.comments import find_comments
from verifier.documents.encoding import BinaryDataError, Decoded, decode
from verifier.documents.formats import Format
from verifier.documents.quoted_printable import unquoted
from verifier.documents.sources import check_size
from verifier.model.document import Document
from verifier.model.errors import SourceError, VerifierError

_VISIBLE = re.compile(r"[^\s\ufeff\u200b-\u200f\u2060]")
_CHECK_HINT = "Check that the right file was named and that it was saved in full."
_UNQUOTED = "The text is encoded as mail is sent (quoted-printable); lines and columns are those of the decoded text."
_EXPORT_HINT = f"{formats.READABLE}; save or export the letter as one of these."


def read(
    data: bytes,
    source: str,
    media_type: str | None = None,
    base_url: str | None = None,
    charset: str | None = None,
) -> Document:
    """Read `data` into a Document.

    `source` is the name used in the report; its extension counts when `media_type` (as an HTTP answer gives it, or
    None) is silent. `base_url` is where the page came from, `charset` what the transport says of its encoding.
    Raises SourceError when there is nothing to read, when no reader fits, or when a reader cannot cope.
    """
    if not data.strip():
        what = "holds nothing but white space" if data else "is empty"
        if source == "-":
            raise SourceError(f"Standard input {what}", "Check the command that was to write the letter there.")
        raise SourceError(f"{source} {what}", _CHECK_HINT)
    media, charset = _split_media_type(media_type, charset)
    kind, remarks = _choose(data, source, media)
    check_size(len(data), source, kind)
    try:
        if kind in formats.FROM_BYTES:
            document = _dispatch_bytes(kind, data, source, remarks)
        else:
            decoded = _decode(data, source, kind, charset, remarks)
            document = _dispatch(kind, decoded, source, base_url)
            if kind is not Format.TEXT:
                document = replace(document, comments=find_comments(decoded.text))
    except VerifierError:
        raise
    except Exception as error:  # hostile input: a letter that a reader trips over must not end the run
        message = f"{source} could not be read as {formats.NAMES[kind]}: {type(error).__name__}: {error}"
        raise SourceError(message, "This is a fault of the program; please report it.") from error
    _refuse_blank(document.text, source)
    return document


def _decode(data: bytes, source: str, kind: Format, charset: str | None, remarks: tuple[str, ...]) -> Decoded:
    plain = unquoted(data)
    if plain is not None:
        data, charset, remarks = plain, None, (*remarks, _UNQUOTED)
    try:
        decoded = decode(data, charset, html=kind is Format.HTML)
    except BinaryDataError as error:
        raise SourceError(f"{source} looks like a binary file, not text: {error}", _EXPORT_HINT) from error
    _refuse_blank(decoded.text, source)
    return Decoded(decoded.text, decoded.encoding, (*remarks, *decoded.remarks))


def _dispatch_bytes(kind: Format, data: bytes, source: str, remarks: tuple[str, ...]) -> Document:
    """The formats that are no text until they are unpacked; each reader is imported when first needed."""
    match kind:
        case Format.PDF:
            from verifier.documents.pdf.process import read_pdf_apart

            return read_pdf_apart(data, source, remarks)
        case Format.DOCX:
            from verifier.documents.docx.reader import read_docx

            return read_docx(data, source, remarks)
        case Format.ODT:
            from verifier.documents.odt.reader import read_odt

            return read_odt(data, source, remarks)
        case Format.FLAT_ODT:
            from verifier.documents.odt.reader import read_flat_odt

            return read_flat_odt(data, source, remarks)
        case _:
            raise AssertionError(kind)


def _dispatch(kind: Format, decoded: Decoded, source: str, base_url: str | None) -> Document:
    """Each reader is imported when first needed, so that a text letter never waits for the others."""
    match kind:
        case Format.TEXT:
            from verifier.documents.text import read_text

            return read_text(decoded, source)
        case Format.MARKDOWN:
            from verifier.documents.markdown.reader import read_markdown

            return read_markdown(decoded, source)
        case Format.HTML:
            from verifier.documents.html.reader import read_html

            return read_html(decoded, source, base_url)
        case _:
            raise AssertionError(kind)


def _choose(data: bytes, source: str, media: str | None) -> tuple[Format, tuple[str, ...]]:
    """The format, by the bytes first, then by the media type, then by the name; with a remark when they disagree."""
    promised = formats.MEDIA_TYPES.get(media or "") or formats.of_name(source)
    binary = signatures.name_of_binary(data)
    if binary == "ZIP" and promised in (Format.DOCX, Format.ODT):
        return promised, ()  # its reader can tell best what is missing
    for kind in formats.FROM_BYTES:
        if binary == formats.NAMES[kind]:
            return kind, () if promised in (kind, None) else (f"Read as {formats.NAMES[kind]}, which it is.",)
    if binary is None and media in formats.UNREAD_MEDIA_TYPES:
        binary = formats.UNREAD_MEDIA_TYPES[media]
    if binary:
        raise SourceError(f"{source} looks like a {binary} file", formats.ADVICE.get(binary, _EXPORT_HINT))
    if promised in formats.FROM_BYTES:
        if not signatures.looks_like_html(data):
            message = f"{source} is no {formats.NAMES[promised]} file, whatever its name or sender says"
            raise SourceError(message, _CHECK_HINT)
        return Format.HTML, ("Read as HTML although it is named or sent as something else.",)
    return _choose_text(data, source, media, promised)


def _choose_text(
    data: bytes, source: str, media: str | None, promised: Format | None
) -> tuple[Format, tuple[str, ...]]:
    """Which of the text formats it is; `promised` by the sender or by the name."""
    named = formats.of_name(source)
    if promised is Format.TEXT and media and named is Format.MARKDOWN:
        return Format.MARKDOWN, ()  # servers send Markdown as text/plain
    if promised in (Format.TEXT, None) and signatures.looks_like_html(data):
        said = " although it is named or sent as text" if promised else ""
        return Format.HTML, ((f"Read as HTML{said}.",) if promised else ())
    return promised or Format.TEXT, ()


def _split_media_type(media_type: str | None, charset: str | None) -> tuple[str | None, str | None]:
    if media_type is None:
        return None, charset
    media, _, parameters = media_type.partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and charset is None:
            charset = value.strip().strip("\"'") or None
    return media.strip().lower() or None, charset


def _refuse_blank(text: str, source: str) -> None:
    if not _VISIBLE.search(text):
        raise SourceError(f"{source} holds no text", _CHECK_HINT)
