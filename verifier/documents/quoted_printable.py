"""Mail kept as it was sent, in quoted-printable (RFC 2045, section 6.7): `?id=3D4`, lines cut by a final `=`.

In: the bytes of a text. Out: the bytes that its author wrote, or None where it is written plainly. Read as it stands,
every link in such a letter would be a wrong one that looks whole.
"""

from __future__ import annotations

import binascii
import re

_HEADER = re.compile(rb"^content-transfer-encoding:[ \t]*quoted-printable[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEADERS_WITHIN = 65536
_SIGNS = (b"=3D", b"=E2=80", b"=C2=A0", b"=20\n", b"=20\r\n")
"""What hardly any text in this encoding goes without: equals signs, dashes and quotation marks, spaces at line ends."""
_PLAIN = re.compile(rb"=(?![0-9A-F]{2}|[ \t]*\r?\n|[ \t]*\Z)")
"""An equals sign that this encoding does not know."""
_SOFT_BREAK = re.compile(rb"[^\s=]=\r?\n\S")
_LEAST_BREAKS = 2


def unquoted(data: bytes) -> bytes | None:
    """`data` decoded, where a header says that it is quoted-printable, or every equals sign in it does."""
    signed = any(sign in data for sign in _SIGNS)
    if not signed and b"=\n" not in data and b"=\r\n" not in data:
        return None
    headed = _HEADER.search(data, 0, _HEADERS_WITHIN) is not None
    if not headed and (not signed or _PLAIN.search(data) or not _is_cut(data)):
        return None
    return binascii.a2b_qp(data)


def _is_cut(data: bytes) -> bool:
    """Whether lines are cut by equals signs: a text of addresses alone may hold `=3D` by chance."""
    return sum(1 for _ in zip(range(_LEAST_BREAKS), _SOFT_BREAK.finditer(data), strict=False)) == _LEAST_BREAKS
