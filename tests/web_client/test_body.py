"""Undoing content coding within bounds."""

from __future__ import annotations

import gzip
import sys
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.body import Decoder, unbrotli

TEXT = b"the quick brown fox " * 50
RAW = zlib.compress(TEXT)[2:-4]


def feed(data: bytes, coding: str, limit: int = 1_000_000, pieces: int = 1) -> Decoder:
    decoder = Decoder(coding, limit)
    size = max(len(data) // pieces, 1)
    for at in range(0, len(data), size):
        if decoder.full:
            break
        decoder.feed(data[at : at + size])
    return decoder


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_body_that_was_never_packed(coding: str) -> None:
    decoder = Decoder(coding, 100, maybe_plain=True)
    decoder.feed(TEXT)
    assert bytes(decoder.data) == TEXT[:100]
    assert decoder.dropped and not (decoder.broken or decoder.cut_short)
    assert feed(TEXT, coding).broken, "elsewhere the header is taken at its word, as browsers do"


def test_a_damaged_body_is_not_taken_for_a_plain_one() -> None:
    damaged = gzip.compress(TEXT)[:12] + b"\xff" * 40
    for data in (damaged, b"\x1f\x8b" + TEXT):
        decoder = Decoder("gzip", 1000, maybe_plain=True)
        decoder.feed(data)
        assert decoder.broken or decoder.cut_short


@pytest.mark.parametrize("pieces", [1, 7, 10_000])
@pytest.mark.parametrize(
    ("data", "coding"),
    [(TEXT, ""), (TEXT, "identity"), (gzip.compress(TEXT, mtime=0), "gzip"), (gzip.compress(TEXT, mtime=0), " GZIP "),
     (zlib.compress(TEXT), "deflate"), (brotli.compress(TEXT), "br"),
     (gzip.compress(TEXT[:300], mtime=0) + gzip.compress(TEXT[300:], mtime=0), "gzip")],
)  # fmt: skip
def test_a_body_that_came_whole_is_decoded_whole(data, coding, pieces):
    decoder = feed(data, coding, pieces=pieces)
    assert bytes(decoder.data) == TEXT
    assert not (decoder.broken or decoder.unsupported or decoder.dropped or decoder.cut_short)


def test_deflate_without_its_header():
    decoder = feed(RAW, "deflate")
    assert bytes(decoder.data) == TEXT and not decoder.broken


def test_what_follows_the_end_is_not_the_page():
    decoder = feed(gzip.compress(TEXT, mtime=0) + b"\0\0rubbish", "gzip")
    assert bytes(decoder.data) == TEXT and decoder.ended and not decoder.broken


def test_what_follows_the_end_of_brotli_is_not_the_page():
    decoder = feed(brotli.compress(TEXT), "br")
    decoder.feed(b"rubbish")
    assert bytes(decoder.data) == TEXT and decoder.ended and not decoder.broken


def test_brotli_is_unpacked_within_the_limit():
    decoder = feed(brotli.compress(b"0" * 50_000_000), "br", limit=1000)
    assert len(decoder.data) == 1000 and decoder.full and decoder.dropped and decoder.cut_short


def test_without_its_library_brotli_is_a_coding_that_was_not_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)
    decoder = feed(brotli.compress(TEXT), "br")
    assert decoder.unsupported and not decoder.data
    assert unbrotli(brotli.compress(TEXT), 1000) is None


def test_brotli_that_ends_too_soon():
    decoder = feed(brotli.compress(TEXT)[:-4], "br")
    assert decoder.cut_short and not decoder.broken


def test_a_body_that_ends_too_soon():
    decoder = feed(gzip.compress(TEXT, mtime=0)[:-20], "gzip")
    assert decoder.cut_short and not decoder.broken


@pytest.mark.parametrize("coding", ["zstd", "gzip, gzip", "x" * 5000])
def test_codings_that_were_not_asked_for(coding):
    decoder = feed(b"anything", coding)
    assert decoder.unsupported and decoder.full and not decoder.data


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_what_is_not_compressed_at_all(coding):
    decoder = feed(b"<html>plain</html>", coding)
    assert decoder.broken and decoder.cut_short


def test_a_stream_that_goes_bad_midway():
    assert feed(zlib.compress(TEXT)[:30] + b"\xff" * 50, "deflate", pieces=80).broken


def test_compressed_bytes_that_decode_to_nothing_come_to_an_end():
    empty = zlib.compressobj(wbits=31)
    nothing = empty.compress(b"") + b"".join(empty.flush(zlib.Z_SYNC_FLUSH) or b"\0\0\0\xff\xff" for _ in range(40_000))
    assert feed(nothing * 2, "gzip", limit=100, pieces=50).full


@given(st.binary(max_size=3000), st.integers(1, 4000), st.integers(1, 40))
def test_never_more_than_the_limit_and_always_a_beginning(data, limit, pieces):
    for coding, encoded in (
        ("", data),
        ("gzip", gzip.compress(data, mtime=0)),
        ("deflate", zlib.compress(data)),
        ("br", brotli.compress(data, quality=1)),
    ):
        decoder = feed(encoded, coding, limit, pieces)
        assert bytes(decoder.data) == data[:limit]


@given(st.binary(max_size=500), st.sampled_from(["gzip", "deflate", "", "br"]))
def test_any_bytes_are_taken(data, coding):
    decoder = feed(data, coding, 100, 5)
    assert len(decoder.data) <= 100
    assert not (decoder.cut_short and coding == "")
