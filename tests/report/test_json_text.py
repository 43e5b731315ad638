"""JSON text: byte for byte what the standard library writes, but that nothing in it steers a terminal."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.evidence import LiveOutcome
from verifier.report.json_text import indented, on_one_line, safe

STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

names = st.text(max_size=4) | st.sampled_from(["%s", "%", "%%d", "a b\n", '"', "\u2028", "{}"])
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=6) | names
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(names, inner, max_size=4)
    ),
    max_leaves=20,
)


def as_the_library_does(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


@given(values)
def test_any_value_is_written_as_the_standard_library_does(value):
    assert indented(value) == as_the_library_does(value)
    assert on_one_line(value) == json.dumps(value, ensure_ascii=False, default=str)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({}, "an empty object has no lines"),
        ([[], (), {}, ""], "nor has what is empty within a list"),
        ({"a": [{}], "b": {"c": []}}, "nor deeper down"),
        ([1.0, 1e16, 1e-7, 0.1, -0.0, 5e-324], "floats as Python spells them"),
        ([float("inf"), float("-inf"), float("nan")], "what JSON has no number for, as Python spells it"),
        ([10**30, -1, True, False, None], "whole numbers of any length; truth is no number"),
        ({"%s": "%d", "100 %": "%(a)s", "%%": 1}, "a per cent sign is a character like others, in names, too"),
        ({"a": LiveOutcome.OK, "b": [LiveOutcome.OK]}, "a word of an enumeration is a word"),
        ({"a": timedelta(days=1)}, "anything else by its name"),
        (["\ud800", "\udfff\ud800", "é", "声明", "😀", "\u2028\u2029", "\x00\x1f\x7f"], "text of every kind"),
    ],
)
def test_it_is_written_as_the_standard_library_does(value, why):
    assert indented(value) == as_the_library_does(value), why


def test_deep_nests_are_indented_all_the_way():
    nest: object = "deep"
    for depth in range(60):
        nest = {"in": [nest, depth]}
    assert indented(nest) == as_the_library_does(nest)


def test_an_indent_of_its_own_begins_every_further_line():
    assert indented({"a": [1], "b": {}}, "\n    ") == as_the_library_does({"a": [1], "b": {}}).replace("\n", "\n    ")


@pytest.mark.parametrize("said", ["a ##[error]b", "##vso[task.x]", "###[group]", "\\##[x]", "####"])
def test_what_a_runner_would_obey_is_escaped(said):
    written = safe(on_one_line(said))
    assert "##" not in written
    assert json.loads(written) == said


@given(st.text(st.characters(), max_size=20))
def test_what_is_safe_says_the_same_and_steers_nothing(text):
    written = safe(on_one_line(text))
    assert json.loads(written) == text
    assert not STEERING.search(written)
    written.encode("utf-8")
