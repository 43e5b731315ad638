"""When a letter that bears no date was last saved, as its file says (pure).

One rule for the date of every document: what its publisher declares (a web page's date of publication), else what the
text bears, else the day on which the file says that it was saved, with a remark. The file system's dates never count:
copying changes them. Programs that print or convert something older date the printing, and are not believed.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from verifier.model.dates import PartialDate

_DATE = re.compile(r"\s*(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_EARLIEST = 1985
"""No file of these formats is older."""


def saved_on(*said: str | None, today: date | None = None) -> PartialDate | None:
    """The first of these dates, as files write them ("2022-06-08T09:00:00Z", "D:20220608"), that may be true."""
    latest = today or datetime.now(UTC).date()
    for written in said:
        match = _DATE.match(written or "")
        try:
            day = date(*map(int, match.groups())) if match else None
        except ValueError:
            continue
        if day and day.year >= _EARLIEST and day <= latest:
            return PartialDate(day.year, day.month, day.day)
    return None


def remark_on(day: PartialDate) -> str:
    """What the report says of a date that comes from the file."""
    return f"The text bears no date; the file says that it was saved on {day}."
