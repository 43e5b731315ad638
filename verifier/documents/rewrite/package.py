"""Parts of a ZIP file replaced, everything else kept to the byte: order, names, times, extra fields, data (pure).

Python's own `zipfile` would write every member anew. Here the file is cut at its members, and only the changed ones are
packed again (ZIP application note, 4.3: local header, central directory, end record).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTOR = 0x08
"""The flag that says: sizes and checksum follow the data. The members written here carry them in their headers."""


def replace_members(data: bytes, new: Mapping[str, bytes]) -> bytes:
    """`data`, a ZIP file that was read, with the members named in `new` holding these bytes instead."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = sorted(archive.infolist(), key=lambda member: member.header_offset)
        directory = archive.start_dir
    pieces: list[bytes] = [data[: members[0].header_offset]] if members else []
    at = len(pieces[0]) if pieces else 0
    offsets: dict[int, int] = {}
    packed: dict[int, tuple[int, int, int]] = {}
    for number, member in enumerate(members):
        following = members[number + 1].header_offset if number + 1 < len(members) else directory
        piece = data[member.header_offset : following]
        offsets[member.header_offset] = at
        if member.filename in new:
            piece, facts = _packed(piece, member, new[member.filename])
            packed[member.header_offset] = facts
        pieces.append(piece)
        at += len(piece)
    listed = _directory(data, directory, offsets, packed)
    return b"".join([*pieces, listed, _end(data, directory, at, len(listed))])


def _packed(piece: bytes, member: zipfile.ZipInfo, content: bytes) -> tuple[bytes, tuple[int, int, int]]:
    """The member with its new content, packed as it was; and its checksum, packed and real size."""
    fields = list(_LOCAL.unpack_from(piece))
    body = content
    if member.compress_type == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = packer.compress(content) + packer.flush()
    facts = (zlib.crc32(content), len(body), len(content))
    fields[2] &= ~_DESCRIPTOR
    fields[6:9] = facts
    names = piece[_LOCAL.size : _LOCAL.size + fields[9] + fields[10]]
    return _LOCAL.pack(*fields) + names + body, facts


def _directory(data: bytes, at: int, offsets: Mapping[int, int], packed: Mapping[int, tuple[int, int, int]]) -> bytes:
    """The central directory with the members' new places, and the new facts of those that changed."""
    entries = []
    while data[at : at + 4] == b"PK\x01\x02":
        fields = list(_CENTRAL.unpack_from(data, at))
        end = at + _CENTRAL.size + sum(fields[10:13])
        old = fields[16]
        if old in packed:
            fields[3] &= ~_DESCRIPTOR
            fields[7:10] = packed[old]
        fields[16] = offsets[old]
        entries.append(_CENTRAL.pack(*fields) + data[at + _CENTRAL.size : end])
        at = end
    return b"".join(entries)


def _end(data: bytes, directory: int, at: int, size: int) -> bytes:
    """The end record and whatever stands between it and the directory."""
    place = directory
    while data[place : place + 4] == b"PK\x01\x02":
        place += _CENTRAL.size + sum(_CENTRAL.unpack_from(data, place)[10:13])
    rest = data[place:]
    where = rest.find(b"PK\x05\x06")
    record = list(_END.unpack_from(rest, where))
    record[5:7] = [size, at]
    return rest[:where] + _END.pack(*record) + rest[where + _END.size :]
