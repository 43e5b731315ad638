"""`make bench`: 5,000 links on 1,000 loopback hosts, beside lychee, with the same concurrency and politeness for both.

A server in a process of its own plays all hosts: 127.x.y.z addresses on one port, so that neither program needs a
resolver. Prints wall times and their ratio, CPU per link, and peak memory. `--troubled` makes 2 % of the hosts hang,
3 % stumble and 3 % throttle; `--many` checks 100,000 links on 10,000 hosts for their memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import platform
import resource
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench import peers

ROOT = Path(__file__).parent.parent.parent
CONCURRENCY, PER_HOST, INTERVAL_MS = 128, 10, 50
PAGE = (
    b"<!DOCTYPE html><html><head><title>A page of the measured web</title></head><body><h1>A page</h1><p>"
    + b"Some words that stand here to be read. " * 25
    + b"</p></body></html>"
)
FINE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE
STUMBLED = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
THROTTLED = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n"


class Host(asyncio.Protocol):
    """One connection; what it answers depends on the number of the host and on how often it was asked."""

    asked: dict[tuple[str, bytes], int] = {}  # noqa: RUF012 -- shared by all connections of the process
    throttled: dict[str, float] = {}  # noqa: RUF012 -- likewise
    delay = 0.0
    troubled = False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.name = transport.get_extra_info("sockname")[0]
        _, _, high, low = (int(part) for part in self.name.split("."))
        self.kind = (high * 250 + low) % 100 if self.troubled else 99
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            answer = self.answer(head.split(b" ", 2)[1])
            if answer is not None:
                asyncio.get_running_loop().call_later(self.delay, self.send, answer)

    def answer(self, path: bytes) -> bytes | None:
        key = (self.name, path)
        count = self.asked[key] = self.asked.get(key, 0) + 1
        if self.kind < 2:
            return None
        if self.kind < 5 and count == 1:
            return STUMBLED
        if self.kind < 8:
            now, before = time.monotonic(), self.throttled.get(self.name, 0.0)
            if count == 1 and now - before > 60:
                self.throttled[self.name] = now
                return THROTTLED
        return FINE

    def send(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(answer)


def serve(delay: float, troubled: bool, port: int) -> None:
    """Serve until killed."""
    Host.delay, Host.troubled = delay, troubled
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)

    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(Host, "0.0.0.0", port, backlog=4096)
        await server.serve_forever()

    asyncio.run(forever())


def links(count: int, hosts: int, port: int) -> list[str]:
    """`count` links spread over `hosts` addresses, hosts mixed."""
    per_host = count // hosts
    return [
        f"http://127.7.{host // 250}.{host % 250 + 1}:{port}/page/{number}"
        for number in range(per_host)
        for host in range(hosts)
    ]


def measured(command: list[str], folder: Path) -> dict[str, float]:
    """Wall seconds, CPU seconds and peak memory (MB) of a whole process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=(folder / "out").open("wb"), stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    return {
        "wall_s": round(wall, 2),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mb": round(usage.ru_maxrss / 1024),
    }


def ours(urls: list[str], folder: Path, timeout: int) -> dict[str, float]:
    """Our main job over the links; `good` counts those found to be fine. Reading and reporting are part of it."""
    (folder / "letter.txt").write_text("Links\n\n" + "\n\n".join(f"<{url}>" for url in urls), encoding="utf-8")
    common = ["letter.txt", "--format", "json", "--no-report", "--no-history"]
    program = [sys.executable, "-m", "verifier"]
    offline = measured([*program, *common, "--offline"], folder)
    figures = measured(
        [*program, *common, "--no-archive", "--allow-network", "127.0.0.0/8", "--concurrency", str(CONCURRENCY),
         "--host-concurrency", str(PER_HOST), "--host-interval", f"{INTERVAL_MS}ms", "--timeout", f"{timeout}s"],
        folder,
    )  # fmt: skip
    report = json.loads((folder / "out").read_text(encoding="utf-8"))
    figures["good"] = report["summary"]["live"].get("ok", 0)
    figures["cpu_ms_per_link"] = round((figures["cpu_s"] - offline["cpu_s"]) / len(urls) * 1000, 2)
    figures["offline_s"] = offline["wall_s"]
    return figures


def lychee(urls: list[str], folder: Path, timeout: int) -> dict[str, float]:
    """The same of lychee, from a web page."""
    page = "<html><body>" + "\n".join(f'<a href="{url}">x</a>' for url in urls) + "</body></html>"
    (folder / "links.html").write_text(page, encoding="utf-8")
    figures = measured(
        [str(peers.installed() / "lychee"), "--no-progress", "--format", "json", "--max-concurrency", str(CONCURRENCY),
         "--host-concurrency", str(PER_HOST), "--host-request-interval", f"{INTERVAL_MS}ms",
         "--timeout", str(timeout), "links.html"],
        folder,
    )  # fmt: skip
    figures["good"] = json.loads((folder / "out").read_text(encoding="utf-8")).get("successful", 0)
    return figures


def compare(label: str, count: int, hosts: int, *, delay: float, troubled: bool = False) -> dict[str, Any]:
    """Both programs on one web, one after the other, and the ratio of their wall times."""
    row: dict[str, Any] = {"links": count, "hosts": hosts}
    for name, program in (("lychee", lychee), ("ours", ours)):
        with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
            free.close()
            server = multiprocessing.get_context("spawn").Process(target=serve, args=(delay, troubled, port))
            server.start()
            try:
                _wait_for(port)
                row[name] = program(links(count, hosts, port), Path(folder), 20)
            finally:
                server.kill()
                server.join()
    row["wall_ratio"] = round(row["ours"]["wall_s"] / row["lychee"]["wall_s"], 2)
    print(f"{label}: {count} links on {hosts} hosts, ratio {row['wall_ratio']}\n  {row['lychee']}\n  {row['ours']}")
    return row


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def main() -> None:
    """Measure what is asked for, print it, keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--troubled", action="store_true", help="2,000 links on 400 hosts, some in trouble")
    parser.add_argument("--many", action="store_true", help="100,000 links, for their memory")
    asked = parser.parse_args()
    rows: dict[str, Any] = {"machine": f"{platform.machine()}, {os.cpu_count()} CPUs, Python {sys.version.split()[0]}"}
    if asked.many:
        rows["many"] = compare("many", 100_000, 10_000, delay=0.0)
    elif asked.troubled:
        rows["troubled"] = compare("troubled", 2_000, 400, delay=0.05, troubled=True)
    else:
        rows["at once"] = compare("at once", 5_000, 1_000, delay=0.0)
        rows["after 100 ms"] = compare("after 100 ms", 5_000, 1_000, delay=0.1)
    target = ROOT / "reports" / "bench-load.json"
    kept = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    target.write_text(json.dumps(kept | rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
