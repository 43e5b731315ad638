"""Writes WARC files: captures as JSON on stdin, the file's path as the argument. Runs in pywb's own environment."""

from __future__ import annotations

import base64
import io
import json
import sys

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def main() -> None:
    with open(sys.argv[1], "wb") as file:  # noqa: PTH123 - this environment knows nothing of the program's rules
        writer = WARCWriter(file, gzip=True)
        for kept in json.load(sys.stdin):
            body = base64.b64decode(kept["body"])
            named = [tuple(pair) for pair in kept["headers"]]
            headers = StatusAndHeaders(
                kept["status"], [*named, ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(
                kept["url"],
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": kept["date"]},
            )
            writer.write_record(record)


main()
