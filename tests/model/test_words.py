"""Which words a text has, and how many, in any script."""

from __future__ import annotations

import pytest

from verifier.model.words import word_count, words_in


@pytest.mark.parametrize(
    ("text", "least", "most", "why"),
    [
        ("", 0, 0, "nothing"),
        ("the lake must be kept", 5, 5, "words with spaces"),
        ("\u043e\u0437\u0435\u0440\u043e \u0436\u0438\u0432\u043e", 2, 2, "Cyrillic"),
        ("호수를 지켜야 한다", 3, 3, "Korean has spaces"),
        ("湖", 1, 1, "one letter is a word"),
        ("我们认为湖泊必须保护", 5, 5, "ten letters of Chinese"),
        ("ทะเลสาบต้องได้รับการดูแลรักษา", 5, 7, "Thai"),
        ("ທະເລສາບຕ້ອງໄດ້ຮັບການຮັກສາ", 4, 6, "Lao"),
        ("ရေကန်ကို ထိန်းသိမ်းရမည်", 4, 7, "Burmese, with a space between its phrases"),
        ("បឹងត្រូវតែថែរក្សា", 3, 5, "Khmer"),
    ],
)
def test_words_are_counted_in_any_script(text: str, least: int, most: int, why: str) -> None:
    assert least <= word_count(text) <= most, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("the 2nd lake_side, o'clock", ["the", "nd", "lake", "side", "o", "clock"], "digits and marks part words"),
        ("the “lake”—and\u00a0more…", ["the", "lake", "and", "more"], "so do typographic marks, in ASCII otherwise"),
        ("озеро 2 “живо”", ["озеро", "живо"], "and in other scripts"),
        ("l" * 50, ["l" * 50], "however long a word is"),
        ("é" * 50, ["é" * 50], "in any letters"),
    ],
)
def test_words_are_runs_of_letters(text: str, words: list[str], why: str) -> None:
    assert words_in(text) == words, why
