"""The pictures of the gallery can be taken, are small, and are all shown."""

from __future__ import annotations

import re

from tests.documentation import DOCS
from tests.gallery import IMAGES, PICTURES, take

_LARGEST = 150_000
"""Bytes of a picture in the repository."""


def test_the_pictures_can_be_taken(chromium, tmp_path):
    from PIL import Image

    for path, picture in zip(take(chromium, tmp_path), PICTURES.values(), strict=True):
        assert path.stat().st_size < _LARGEST, path.name
        with Image.open(path) as taken:
            assert picture.paper or taken.size == picture.size
            assert len(taken.convert("RGB").getcolors(100_000)) > 20, f"{path.name} shows something"


def test_the_gallery_shows_every_picture_and_says_what_is_in_it():
    shown = re.findall(r"!\[([^\]]+)\]\(images/([\w-]+)\.png\)", (DOCS / "gallery.md").read_text("utf-8"))
    assert sorted(name for _, name in shown) == sorted(PICTURES)
    assert len({words for words, _ in shown}) == len(PICTURES), "each with words of its own"
    assert {path.stem for path in IMAGES.glob("*.png")} == set(PICTURES)
    assert all(path.stat().st_size < _LARGEST for path in IMAGES.glob("*.png"))
