"""The sentence that bears a marker, which stands at `#` in each row."""

from __future__ import annotations

import pytest

from verifier.citations.sentences import sentence_around

ROWS = [
    ("before the full stop", "First one. The water is low #. Last one.", "The water is low."),
    ("after the full stop", "First one. The water is low.# Last one.", "The water is low."),
    ("in the middle", "First. We ask for it # and for more. Last.", "We ask for it and for more."),
    ("glued to a quotation", "It is “much to be regretted”#. Next.", "It is “much to be regretted”."),
    (
        "abbreviations",
        "First. Mr. Smith of the U.N. said No. 5 is low #. Next.",
        "Mr. Smith of the U.N. said No. 5 is low.",
    ),
    ("question", "Why? Because it is low #! Next.", "Because it is low!"),
    ("Chinese", "第一句。水位下降#。第三句。", "水位下降。"),
    ("Chinese, behind the stop", "第一句。水位下降。#第三句。", "水位下降。"),
    ("paragraphs end sentences", "No stop here\n\nThe water is low #\n\nNext", "The water is low"),
    ("wrapped lines do not", "The water\nis low # and\nsinks. Next.", "The water is low and sinks."),
]


@pytest.mark.parametrize(("reason", "text", "sentence"), ROWS, ids=[row[0] for row in ROWS])
def test_sentence_around(reason: str, text: str, sentence: str) -> None:
    at = text.index("#")
    marked = text.replace("#", "[1]")
    assert sentence_around(marked, at, at + 3) == sentence
