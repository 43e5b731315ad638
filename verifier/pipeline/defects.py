"""What is reported of a defect of this program: its kind and place, and nothing that a page or a letter said. Pure."""

from __future__ import annotations

from pathlib import PurePath
from traceback import extract_tb

_PACKAGE = PurePath(__file__).parent.parent


def place_of(error: BaseException) -> str:
    """Kind and place of an error: "UnicodeError in encoding.py, line 34". Its message may quote a secret link."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if PurePath(frame.filename).is_relative_to(_PACKAGE)] or frames
    if not ours:
        return type(error).__name__
    return f"{type(error).__name__} in {PurePath(ours[-1].filename).name}, line {ours[-1].lineno}"
