"""Says why today's page was not compared with its copy, where one of the two was read in an earlier run. Pure.

The history keeps what came of comparisons, never a page's words: with one side new and the other remembered there is
nothing to compare with. That must not look as if the pages themselves had been too short or cut.
"""

from __future__ import annotations

from dataclasses import replace

from verifier.model.evidence import (
    WITH_COPY,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    LiveOutcome,
    LiveResult,
    preference,
)
from verifier.pipeline.memory import is_remembered

_WORDS = "how far today's page is from this copy was not measured: {} was read in an earlier run; --refresh reads both"


def explained(
    archives: tuple[ArchiveResult, ...] | None, live: LiveResult | None, content: ContentResult | None
) -> tuple[ArchiveResult, ...] | None:
    """The archive results, with the reason on the copy that was to be compared where there is one."""
    if not archives or live is None or content is None or content.drift is not Drift.UNMEASURED:
        return archives
    best = min(archives, key=preference)
    comparable = live.outcome is LiveOutcome.OK and best.outcome in WITH_COPY - {ArchiveOutcome.IS_ARCHIVE}
    if not comparable or is_remembered(live) is is_remembered(best):
        return archives
    told = replace(best, evidence=(*best.evidence, _WORDS.format("the page" if is_remembered(live) else "the copy")))
    return tuple(told if one is best else one for one in archives)
