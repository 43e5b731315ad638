"""By what a report that this program wrote is known: it cites all that its letter cites, and is itself no letter."""

from __future__ import annotations

PAGE_MARK = b'<meta name="generator" content="verifier '
"""What stands in the head of each HTML page of ours."""
PAGE_HEAD = 4096
"""The bytes at a page's start among which the mark is."""
JUDGED_HEADING, FOUND_HEADING = "# Citation report", "# Citations found"
"""The first line of a Markdown report: of a run, and of `verify extract`."""
