"""The sentence that bears a marker, which stands at `#` in each row."""

from __future__ import annotations

import pytest

from verifier.citations.sentences import Sentences, sentence_around

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
    ("Georgian, whose sentences begin small", "წყალი დაბალია.# ჭები დაშრა.", "წყალი დაბალია."),
    ("Mongolian in its old script", "ᠬᠤᠳᠳᠤᠭ ᠬᠠᠲᠠᠪᠠ᠃# ᠡᠨᠡ ᠵᠢᠯ ᠪᠠᠶᠢᠨ᠃", "ᠬᠤᠳᠳᠤᠭ ᠬᠠᠲᠠᠪᠠ᠃"),
    ("paragraphs end sentences", "No stop here\n\nThe water is low #\n\nNext", "The water is low"),
    ("an ellipsis goes on", "The lake … is low #. Next.", "The lake … is low."),
    ("a quoted question goes on", "“Is it low?” she asked #. Next.", "“Is it low?” she asked."),
    (
        "a quotation of two sentences",
        "First. She said: “It is low. Wells dry up”#. Next.",
        "She said: “It is low. Wells dry up”.",
    ),
    (
        "the same, the stop within",
        "Er kam. Er sagt: „Er ist leer. Alles fehlt.“# So.",
        "Er sagt: „Er ist leer. Alles fehlt.“",
    ),
    ("a quotation that begins the sentence", "She left. “Low? It is,” she wrote#. Next.", "“Low? It is,” she wrote."),
    ("a quotation that ended before", "He said “No. Never” then. It is low#. Next.", "It is low."),
    ("quoted mail", "> The lake is\n> low # now.\n> Next.", "The lake is low now."),
    ("older mail", "> Low it is #\n>> Older words", "Low it is"),
    ("newer mail", "Newer words\n> low it is # now", "low it is now"),
    ("a mail's header", "Subject: Lake\nThe lake is low #.", "The lake is low."),
    ("who wrote it", "On 3 May me@example.org wrote:\n> Low it is #.", "Low it is."),
    (
        "a paragraph far before",
        "Not this.\n\n\n" + "The lake is low " * 30 + "#.",
        "The lake is low " * 29 + "The lake is low.",
    ),
    ("a unit's name ends it", "First. The spring fell by 2 m.# Now it is dry.", "The spring fell by 2 m."),
    ("so does a rule's number", "First. They break rule 4.2.# Nobody minds.", "They break rule 4.2."),
    ("an abbreviated number does not", "Zuerst. Es kostete 3,4 Mio. Euro.# Dann nichts.", "Es kostete 3,4 Mio. Euro."),
    ("items of a list end sentences", "- The river\n- The lake is low #\n- The sea", "- The lake is low"),
    ("wrapped lines do not", "The water\nis low # and\nsinks. Next.", "The water is low and sinks."),
    (
        "a long row of raised figures, which could be parted in more ways than there is time for",
        f"So!{'¹' * 99}x it was, they said#.",
        f"So!{'¹' * 99}x it was, they said.",
    ),
]


@pytest.mark.parametrize(("reason", "text", "sentence"), ROWS, ids=[row[0] for row in ROWS])
def test_which_sentence_bears_a_marker(reason: str, text: str, sentence: str) -> None:
    at = text.index("#")
    marked = text.replace("#", "[1]")
    assert sentence_around(marked, at, at + 3) == sentence


def test_other_markers_are_left_out_and_notes_are_not_run_into() -> None:
    text = "The Court agreed2 and said so [1]. The Council too¹³, and the lake is low\n[1] A note"
    marks = [text.index(mark) for mark in ("2 and", "[1].", "¹³")]
    spans = list(zip(marks, [marks[0] + 1, marks[1] + 3, marks[2] + 2], strict=True))
    sentences = Sentences(text, spans, [(text.index("[1] A"), len(text))])
    assert [sentences.around(*span) for span in spans] == [
        "The Court agreed and said so.",
        "The Court agreed and said so.",
        "The Council too, and the lake is low",
    ]
