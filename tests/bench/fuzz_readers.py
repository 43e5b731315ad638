"""Random damage to real files, through every reader: `python -m tests.bench.fuzz_readers 10` (minutes).

In: the letters and fixtures of the tests. Out: how many inputs each reader was given, and every input that was refused
otherwise than with a SourceError, took more than two seconds of processor time, or more memory than allowed; these are
written to `reports/fuzz/`. Outside CI: it takes minutes, and what it finds depends on its seed.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from verifier import citations, documents
from verifier.model.errors import SourceError

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "letters", ROOT / "tests" / "documents" / "fixtures")
FORMATS = (".txt", ".md", ".html", ".docx", ".odt", ".fodt", ".pdf")
SLOW = 2.0
STUCK = 20.0
MEMORY = 3_000_000_000
_PIECES = re.compile(rb"<[^<>]{0,400}>|[^<>\s]+|\s+|[<>]")
_SPICE = (
    b"<", b">", b"&#x0;", b"\x00", b"\xff\xfe", b"[", b"](", b"[^1]", b"\r", b"\xe2\x80\xa8", b"http://", b"</w:p>",
    b"<w:p>", b"<w:tbl>", b'<w:fldChar w:fldCharType="begin"/>', b"<text:p>", b"<text:list>", b"obj", b"endstream",
    b"-1", b"99999999",
)  # fmt: skip


class StuckError(Exception):
    """An input took so long that it was given up."""


def mutate(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """`data` with one to twenty pieces dropped, doubled, moved, changed, or taken from another file."""
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        data = chance.choice(_MUTATIONS)(data, others, chance)
    return data


def _flip(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _drop(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 3, 200)) + data[end:] if len(data) < 400_000 else data


def _borrow(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _span(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _spice(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_SPICE) * chance.choice((1, 1, 2, 500)) + data[at:]


def _cut(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _by_pieces(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    """Whole tags and words dropped, doubled or moved: damage that stays well-formed more often."""
    pieces = _PIECES.findall(data[:400_000])
    for _round in range(chance.choice((1, 3, 10))):
        if not pieces:
            break
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[at] = chance.choice((b"", pieces[at] * 2, pieces[other]))
    return b"".join(pieces)


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(start + chance.choice((1, 4, 30, 300, 5000)), len(data))


_MUTATIONS: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _flip, _drop, _double, _borrow, _spice, _cut, _by_pieces, _by_pieces,
)  # fmt: skip


def mutate_file(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """As `mutate`; for a ZIP file mostly within one or two of its parts, so that the damage gets past the container."""
    if data[:2] != b"PK" or chance.random() < 0.2:
        return mutate(data, others, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(parts), k=min(len(parts), chance.choice((1, 1, 2)))):
        parts[name] = mutate(parts[name], list(parts.values()), chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def seeds(formats: list[str]) -> dict[str, list[tuple[str, bytes]]]:
    """The files to damage, by format."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for folder in FOLDERS:
        for path in sorted(folder.iterdir()):
            if path.suffix in formats:
                found.setdefault(path.suffix, []).append((path.name, path.read_bytes()))
    if ".fodt" in formats:
        from tests.documents.twin_odt import sources

        found[".fodt"] = [(f"{name}.fodt", text.encode()) for name, text in sources().items()]
    return found


def trouble_with(data: bytes, name: str) -> Iterator[str]:
    """What is wrong with how `data` was read: nothing, or a line for the report."""
    signal.setitimer(signal.ITIMER_PROF, STUCK)
    began = time.process_time()
    try:
        document = documents.read(data, name)
        read_in = time.process_time() - began
        citations.find(document)
        if time.process_time() - began - read_in > SLOW:
            yield f"citations took {time.process_time() - began - read_in:.1f} s"
    except SourceError as error:
        read_in = time.process_time() - began
        if error.__cause__ is not None and "fault of the program" in error.hint:
            yield _where(error.__cause__)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this program looks for
        read_in = time.process_time() - began
        yield _where(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if read_in > SLOW:
        yield f"reading took {read_in:.1f} s"


def _where(error: BaseException) -> str:
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "verifier" in frame.filename]
    frame = ours[-1] if ours else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno} ({str(error)[:120]})"


def _give_up(*_: object) -> None:
    raise StuckError("given up")


def main() -> int:
    """Fuzz, and report."""
    parser = argparse.ArgumentParser(description="Random damage to real files, through every reader.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--formats", nargs="*", default=list(FORMATS))
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _give_up)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    chance = random.Random(options.seed)
    files = seeds(options.formats)
    pool = [data for group in files.values() for _, data in group]
    counts: Counter[str] = Counter()
    troubles: Counter[str] = Counter()
    until = time.monotonic() + options.minutes * 60
    while time.monotonic() < until:
        extension = chance.choice(sorted(files))
        name, data = chance.choice(files[extension])
        damaged = mutate_file(data, pool, chance)
        counts[extension] += 1
        for trouble in trouble_with(damaged, name):
            key = f"{extension}: {re.sub(r'[0-9.]+ s$', 'too long', trouble)}"
            if not troubles[key]:
                folder = ROOT / "reports" / "fuzz"
                folder.mkdir(parents=True, exist_ok=True)
                kept = folder / f"{len(troubles):03}-{name}"
                kept.write_bytes(damaged)
                print(f"{extension}: {trouble}\n    {kept.relative_to(ROOT)}", flush=True)
            troubles[key] += 1
    print(f"seed {options.seed}; inputs: {', '.join(f'{count} {name}' for name, count in sorted(counts.items()))}")
    for trouble, count in troubles.most_common():
        print(f"{count:6} x {trouble}")
    return bool(troubles)


if __name__ == "__main__":
    sys.exit(main())
