"""Patterns that are compiled when first used: they serve as the compiled ones would, and all can be compiled."""

import importlib
import re
from pathlib import Path

import pytest

import verifier
from verifier.model.patterns import compile_late

PACKAGE = Path(verifier.__file__).parent


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = compile_late(r"([a-z]+", re.IGNORECASE)
    with pytest.raises(re.error, match="unterminated"):
        pattern.search("")


def test_it_serves_as_the_compiled_pattern() -> None:
    late, compiled = (
        compile_late(r"(?P<word>[a-z]+)\d", re.IGNORECASE),
        re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE),
    )
    text = "Ab1 cd2 e"
    for _ in range(2):  # as it is compiled, and from then on
        assert late.findall(text) == compiled.findall(text) == ["Ab", "cd"]
        assert late.sub(r"<\g<word>>", text) == compiled.sub(r"<\g<word>>", text)
        assert [found["word"] for found in late.finditer(text, 3)] == ["cd"]
        assert late.fullmatch("x") is None
        assert late.flags == compiled.flags
        assert late.pattern == compiled.pattern


def test_it_takes_bytes() -> None:
    assert compile_late(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_every_pattern_of_the_house_can_be_compiled() -> None:
    late = []
    for path in PACKAGE.rglob("*.py"):
        if "compile_late(" in path.read_text(encoding="utf-8"):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
            late += [one for one in vars(module).values() if type(one) is type(compile_late(""))]
    assert len(late) > 20
    for one in late:
        assert isinstance(one.pattern, str | bytes), one
