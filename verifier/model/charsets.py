"""Python's text encodings that no page or letter is in. Out: names of codecs, as `codecs.lookup` has them."""

from __future__ import annotations

NOT_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
"""What no browser reads, and a hostile page may name: they raise, take long, or make half of a surrogate pair."""
