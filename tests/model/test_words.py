"""How many words a text has, in any script."""

from __future__ import annotations

import pytest

from verifier.model.words import word_count


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
def test_word_count(text: str, least: int, most: int, why: str) -> None:
    assert least <= word_count(text) <= most, why
