"""The words of a cited PDF, for title and quotation: read in a process of its own, in bounded time and memory.

In: the bytes of an answer. Out: a `Page`, or None when it is no PDF, has no text, or could not be read in time.
A PDF's declared title is often a file name, so that the beginning of its first page counts as a name too.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from contextlib import suppress
from pathlib import Path
from weakref import WeakKeyDictionary

from verifier.checks.page.pdf_pages import joined
from verifier.model.evidence import Page
from verifier.web.exchange import Fetcher, Request, Response

_MOST_PDF = 10_000_000
"""Bytes of a live PDF that are worth reading."""
_SECONDS = 10.0
_AT_ONCE = 2
_WORKER = Path(__file__).with_name("pdf_worker.py")
_TOP = 400
"""Characters at the beginning of the first page in which a title is looked for."""
_HYPHEN_AT_LINE_END = re.compile(r"[\ufffe\x02]\s*")
"""How the library writes a hyphen that ends a line: mostly without the line's end behind it."""
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[^\W\d_])")
_TURNS: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def is_pdf(response: Response) -> bool:
    """Whether the answer is a PDF, by its first bytes: media types lie about files."""
    return b"%PDF-" in response.body[:1024]


async def read_pdf(body: bytes) -> Page | None:
    """The words of a whole PDF; None when there are none that could be read."""
    turn = _TURNS.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE))
    async with turn:
        said = await _ask_worker(body)
    try:
        found = json.loads(said)
        pages, title, complete = found["pages"], found["title"].strip(), found["complete"]
    except (ValueError, KeyError):
        return None
    text = _HYPHEN_AT_LINE_END.sub("-\n", joined(pages))
    if not text.strip():
        return None
    top = " ".join(_CUT.sub("", text[:_TOP]).split())
    return Page(title=title or None, headings=(top,) if top else (), text=text, complete=complete, names_itself=False)


async def read_cited_pdf(fetcher: Fetcher, answer: Response) -> tuple[Page | None, int]:
    """The words of the PDF that an answer is, or begins, and how many further requests they took.

    What fails on the way says nothing of the link: the answer was there.
    """
    if not is_pdf(answer):
        return None, 0
    if answer.complete:
        return await read_pdf(answer.body), 0
    length = answer.headers.get("content-length")
    if length.isascii() and length.isdigit() and int(length[:18]) > _MOST_PDF:
        return None, 0
    whole = await fetcher.fetch(Request(answer.url, max_body=_MOST_PDF, retry=False))
    if isinstance(whole, Response) and whole.status_code == 200 and whole.complete and is_pdf(whole):
        return await read_pdf(whole.body), whole.requests
    return None, whole.requests


async def _ask_worker(body: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        str(_WORKER),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_SECONDS):
            said, _ = await process.communicate(body)
            return said
    except TimeoutError:
        return b""
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
