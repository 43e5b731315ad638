"""Makes the documents that the simulated web serves: articles, error pages, empty shells, small PDFs."""

from __future__ import annotations

from html import escape

from tests.web.prose import paragraphs


def article(
    title: str,
    *,
    seed: str = "",
    site: str = "Gazette",
    language: str = "en",
    heading: str | None = None,
    quote: str | None = None,
    head: str = "",
    before: str = "",
    after: str = "",
    count: int = 5,
    suffix: bool = True,
) -> str:
    """A web page with a title, a heading (the title unless told otherwise), navigation, and paragraphs of filler."""
    text = [f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs(seed or title, language, count)]
    if quote:
        text.insert(1, f"<p>{escape(quote, quote=False)}</p>")
    shown = f"{title} | {site}" if suffix else title
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(shown, quote=False)}</title>{head}</head>\n<body>"
        f'<header><a href="/">{escape(site)}</a> <nav><a href="/about">About</a> <a href="/news/">News</a></nav>'
        "</header>\n"
        f"{before}<main><h1>{escape(title if heading is None else heading, quote=False)}</h1>\n"
        + "\n".join(text)
        + f"\n</main>{after}<footer>{escape(site)}. <a href='/contact'>Contact</a></footer></body></html>\n"
    )


def page(title: str, body: str, *, language: str = "en", head: str = "") -> str:
    """A bare page: a title, and this body as it stands."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title, quote=False)}</title>{head}</head>\n<body>{body}</body></html>\n"
    )


def error_page(title: str, text: str, *, language: str = "en") -> str:
    """The short page that servers send with an error."""
    return page(title, f"<h1>{escape(title, quote=False)}</h1><p>{escape(text, quote=False)}</p>", language=language)


def styled_error(
    heading: str, text: str, *, site: str = "Gazette", language: str = "en", title: str | None = None
) -> str:
    """A house-style error page, with navigation, a search box and links to what is popular."""
    links = "".join(f'<li><a href="/popular/{n}">{n}</a></li>' for n in range(1, 6))
    body = (
        f'<header><a href="/">{escape(site)}</a></header><main><h1>{escape(heading, quote=False)}</h1>'
        f'<p>{escape(text, quote=False)}</p><form action="/search"><input name="q" type="search"></form>'
        f"<ul>{links}</ul></main>"
        f"<footer>{escape(site)}</footer>"
    )
    return page(title or f"{heading} | {site}", body, language=language)


def shell(title: str, root: str = "app", noscript: str = "", head: str = "") -> str:
    """A page whose text a script would have to fetch."""
    note = f"<noscript>{escape(noscript)}</noscript>" if noscript else ""
    return page(title, f'{note}<div id="{root}"></div><script src="/static/bundle.3f9c.js" defer></script>', head=head)


def pdf(title: str, lines: list[str]) -> bytes:
    """A valid PDF of one page in Helvetica, with its title in the document information. Text is kept to Latin-1."""

    def quoted(text: str) -> bytes:
        cleaned = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + cleaned.encode("latin-1", "replace") + b")"

    shown = b"\n".join(quoted(line) + b" Tj T*" for line in [title, "", *lines])
    stream = b"BT /F1 11 Tf 14 TL 56 780 Td\n" + shown + b"\nET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title " + quoted(title) + b" >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def wrapped(text: str, width: int = 90) -> list[str]:
    """Text cut into lines for `pdf`."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line] if line else lines
