"""A plain-text letter -> the same letter as flat OpenDocument text, its typed notes made real footnotes or endnotes.

Word processors convert the result to their own formats; what is read from those must be what is read from the text.
`python -m tests.documents.twin_odt` writes `fixtures/` anew with LibreOffice.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
LETTERS = HERE.parent / "letters"
FEATURES = FIXTURES / "features.fodt"
TWIN = LETTERS / "twin.txt"

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)
_LABEL = re.compile(r"\[(\d+)\] ")
_MARKER = re.compile(r" ?\[(\d+)\]")


def split(letter: str, heading: str, after: str) -> tuple[str, dict[str, str], str]:
    """The letter before the heading of its notes, the notes by their labels, and what begins with the line `after`."""
    body, _, rest = letter.partition(heading)
    written, _, rest = rest.partition(f"\n{after}\n")
    notes: dict[str, str] = {}
    label = ""
    for line in written.strip().splitlines():
        if match := _LABEL.match(line):
            label = match[1]
            notes[label] = line[match.end() :]
        else:
            notes[label] += "\n" + line
    return body, notes, f"{after}\n{rest}"


def with_notes(body: str, notes: dict[str, str], *, endnotes_from: int = 1000) -> str:
    """The letter with its markers made notes; from the number `endnotes_from` on they become endnotes."""

    def a_note(match: re.Match[str]) -> str:
        label = match[1]
        kind = "endnote" if int(label) >= endnotes_from else "footnote"
        return (
            f'<text:note text:id="n{label}" text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
            f"<text:note-body>{paragraphs(notes[label])}</text:note-body></text:note>"
        )

    return flat_odt(_MARKER.sub(a_note, paragraphs(body)))


def with_list(before: str, notes: dict[str, str], after: str) -> str:
    """The letter with its notes as a numbered list whose numbers the word processor makes."""
    items = "".join(f"<text:list-item>{paragraphs(note)}</text:list-item>" for note in notes.values())
    return flat_odt(f'{paragraphs(before)}<text:list text:style-name="L">{items}</text:list>{paragraphs(after)}')


def flat_odt(content: str) -> str:
    """A flat OpenDocument text with this content."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>'
        '<text:notes-configuration text:note-class="footnote" style:num-format="1"/>'
        '<text:notes-configuration text:note-class="endnote" style:num-format="i"/>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-prefix="[" style:num-suffix="]"/></text:list-style>'
        f"</office:styles><office:body><office:text>{content}</office:text></office:body></office:document>\n"
    )


def convert(source: Path, kind: str, folder: Path) -> Path:
    """Have LibreOffice write `source` as `kind` into `folder`."""
    program = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
             "--outdir", str(folder), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder / f"{source.stem}.{kind}"


def paragraphs(text: str) -> str:
    """One paragraph for each line that is not blank."""
    lines = (line.strip() for line in text.strip().splitlines())
    return "".join(f"<text:p>{_spaced(escape(line))}</text:p>" for line in lines if line)


def _spaced(line: str) -> str:
    return re.sub(r"(?<= ) ", "<text:s/>", line)


def without_thumbnail(path: Path) -> None:
    """Take the picture of the first page out of an ODT; nothing reads it, and it is most of the file."""
    with zipfile.ZipFile(path) as old:
        kept = [(member, old.read(member)) for member in old.infolist() if "Thumbnails" not in member.filename]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member, data in kept:
            new.writestr(member, data)


def sources() -> dict[str, str]:
    """The letters to convert, by the names of their fixtures."""
    letter = TWIN.read_text(encoding="utf-8")
    heading = "Editors Notes:"
    body, notes, after = split(letter, heading, "Share")
    return {
        "footnotes": with_notes(f"{body}\n{after}", notes),
        "mixed": with_notes(f"{body}\n{after}", notes, endnotes_from=7),
        "typed": flat_odt(paragraphs(letter)),
        "listed": with_list(f"{body}\n{heading}", notes, after),
    }


def main() -> None:
    """Write every fixture."""
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (sources() | {"features": FEATURES.read_text(encoding="utf-8")}).items():
            source = Path(folder, f"{name}.fodt")
            source.write_text(text, encoding="utf-8")
            for kind in sys.argv[1:] or ("docx", "odt", "pdf"):
                written = convert(source, kind, FIXTURES)
                if kind == "odt":
                    without_thumbnail(written)


if __name__ == "__main__":
    main()
