"""Wording: text made ready, words counted, phrases found, in any language and for any white space."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.page.phrases import (
    SENTENCE_ENDS,
    Phrases,
    apart,
    count_tidy_words,
    count_words,
    holds,
    in_one_line,
    tidy,
    together,
)

SPACES = "".join(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace())
TEXTS = st.text(st.sampled_from("ab.é中ก\x00\u200b\u00ad" + SPACES) | st.characters())


def test_no_space_but_one_is_printable():
    assert [space for space in SPACES if space.isprintable()] == [" "], "`tidy` goes by this"


@given(TEXTS)
def test_a_tidy_text_has_single_spaces_and_no_empty_lines(text):
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert tidy(text) == "\n".join(line for line in lines if line)


@given(TEXTS)
def test_words_of_a_tidy_text_are_counted_by_what_parts_them(text):
    assert count_tidy_words(tidy(text)) == count_words(text)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("", 0, "no text"),
        ("One two\nthree", 3, "lines part words"),
        ("Zwei Wörter", 2, "letters beyond ASCII"),
        ("页面不存在", 2, "where words are not spaced, two letters count as one"),
        ("Die Seite 页面", 3, "few such letters beside spaced words"),
    ],
)
def test_words_are_counted(text, words, reason):
    assert count_words(text) == count_tidy_words(text) == words, reason


WHO = Phrases(("reader", "читател", "lezer"))
DOES = Phrases(("subscribe", "подпис"))


MANY = Phrases((
    "gone", "weg", "supprimé", "został usunięty", "удалено", "видалено", "διαγράφηκε", "ջնջված", "הוסר", "حذف", "हटाया",
    "নেই", "இல்லை", "ไม่มี", "წაშლილია", "ተሰርዟል", "đã xóa", "削除", "消えた", "삭제", "已删除", "404", "— weg", "\ud800",
))  # fmt: skip


@given(st.lists(st.sampled_from(MANY.all) | st.text(max_size=4), max_size=5).map("".join))
def test_scripts_leave_no_phrase_out(text):
    assert holds(text, MANY) == any(phrase in text for phrase in MANY.all)


@pytest.mark.parametrize(
    ("text", "held", "reason"),
    [
        ("for readers", True, "a stem, in ASCII"),
        ("for writers — and readers", True, "a stem in ASCII, in a text beyond it"),
        ("для читателей", True, "a stem beyond ASCII"),
        ("for writers", False, "none"),
        ("", False, "no text"),
    ],
)
def test_phrases_are_found(text, held, reason):
    assert holds(text, WHO) is held, reason


@pytest.mark.parametrize(
    ("text", "sentence", "line", "reason"),
    [
        ("readers subscribe here.", True, True, "one sentence, one line"),
        ("readers are many. some subscribe.", False, True, "two sentences of one line"),
        ("readers are many\nsome subscribe", False, False, "two lines"),
        ("readers are many.\nreaders subscribe.", True, True, "the second line alone"),
        ("readers are many.", False, False, "one of the two"),
    ],
)
def test_two_kinds_of_words_stand_together(text, sentence, line, reason):
    assert (together(text, WHO, DOES), in_one_line(text, WHO, DOES)) == (sentence, line), reason


@given(st.lists(st.sampled_from(("no news", "нет", "page", " ", "! ", "।", "。", "\n", ".")), max_size=8).map("".join))
def test_what_a_spaced_sentence_holds_its_text_holds_apart(text):
    ends = Phrases((" no ", " news ", " нет ", "page "))
    for sentence in SENTENCE_ENDS.split(text):
        for phrase in ends.all:
            assert phrase not in f" {sentence} " or phrase in apart(text)
