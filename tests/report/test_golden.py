"""Each format of one rich report, to the byte. `make golden` rewrites; the difference is for a person to read."""

from __future__ import annotations

import pytest

from tests.golden.example import the_report
from tests.golden.files import HERE, NAMES, written
from verifier.model.errors import UsageError
from verifier.report import FORMATS, render


@pytest.mark.parametrize("name", NAMES)
def test_the_reports_are_the_golden_ones(name):
    assert (HERE / name).read_bytes() == written(name), "run `python -m tests.golden` and look at the difference"


def test_every_format_has_a_golden_file():
    assert {name for name, _ in NAMES.values()} == set(FORMATS)


def test_an_unknown_format_is_refused_with_the_names_that_exist():
    with pytest.raises(UsageError, match="'pdf'") as refused:
        render("pdf", the_report())
    assert "markdown" in refused.value.hint
