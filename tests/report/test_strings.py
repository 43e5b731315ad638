"""The words of the page's interface: each key that is asked for exists, each that exists is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verifier.report.html import strings

ROOM = Path(strings.__file__).parent
PYTHON = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py") if path.name != "strings.py")
TEMPLATES = "".join(path.read_text("utf-8") for path in (ROOM / "templates").glob("*.j2"))
SCRIPTS = "".join(path.read_text("utf-8") for path in (ROOM / "templates").glob("*.js"))
MADE = ("advice.", "decide.", "done.", "part.", "distance.", "timeline.")
"""Beginnings of keys that are put together from a verdict, a decision or a part."""


def base(keys):
    return {key.removesuffix(".one") for key in keys}


def test_every_key_of_the_page_is_used():
    asked = set(re.findall(r'"([\w. ]+)"', PYTHON + TEMPLATES)) | set(re.findall(r"'([\w. ]+)'", PYTHON))
    unused = {key for key in base(strings.PAGE) - asked if not key.startswith(MADE)}
    assert not unused


def test_every_key_that_the_templates_ask_for_exists():
    assert set(re.findall(r'\bt\("([\w. ]+)"[,)]', TEMPLATES)) <= set(strings.PAGE)


def test_the_script_and_its_words_fit_each_other():
    asked = set(re.findall(r'\bt\("([\w.]+)"[,)]', SCRIPTS))
    assert asked <= set(strings.SCRIPT)
    put_together = {"accept", "ignore", "replace", "opened", "more", "withdraw", "kept", "unkept"}
    unused = {key for key in base(strings.SCRIPT) - asked - put_together if not key.startswith("done.")}
    assert not unused


@pytest.mark.parametrize(
    ("key", "n", "expected"),
    [
        ("links around", 1, "1 link around the letter"),
        ("links around", 12345, "12,345 links around the letter"),
        ("advice.review", 1, "look at 1 by hand"),
        ("close", None, "Close"),
    ],
)
def test_one_and_many(key, n, expected):
    assert strings.text(key, n) == expected


def test_a_text_in_two_numbers_names_the_same_things():
    for key, told in (strings.PAGE | strings.SCRIPT).items():
        if key.endswith(".one"):
            many = (strings.PAGE | strings.SCRIPT)[key.removesuffix(".one")]
            assert set(re.findall(r"{(\w+)}", many)) - {"n"} == set(re.findall(r"{(\w+)}", told)) - {"n"}, key
