"""The other side of `process.py`: reads one PDF after the other from a stream, until it ends.

In: frames, a request and a file each. Out: frames, a document or an error each. Memory is bounded by the system where
it can be; what exceeds it ends this process, and the asking side says so.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from typing import IO, Any

from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.process import pack, read_frame, write_frame
from verifier.documents.pdf.reader import read_pdf
from verifier.model.errors import SourceError

_MOST_MEMORY = 2_000_000_000
"""Bytes of address space; an ordinary report of 1,000 pages takes a tenth."""


def main() -> None:
    """Serve standard input until it ends. An interrupt is for the asking side to act on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    gc.disable()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Read a PDF per request and answer each."""
    while True:
        # Between files only: within one nothing goes round in circles, and looking for it takes time. What has outlived
        # a file (the modules) is not looked through again.
        gc.collect()
        gc.freeze()
        request = read_frame(requests)
        data = read_frame(requests)
        if request is None or data is None:
            return
        write_frame(answers, _answer(json.loads(request), data))


def _answer(request: dict[str, Any], data: bytes) -> bytes:
    source = request["source"]
    try:
        found = pack(read_pdf(data, source, tuple(request["remarks"]), Bounds(*request["bounds"])))
    except SourceError as error:
        found = {"error": (error.message, error.hint)}
    except Exception as error:  # noqa: BLE001 - a fault must reach the report, not end the process
        message = f"{source} could not be read as PDF: {type(error).__name__}: {error}"
        found = {"error": (message, "This is a fault of the program; please report it.")}
    return json.dumps(found).encode()


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # no such bound on this system; the time is bounded all the same
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
