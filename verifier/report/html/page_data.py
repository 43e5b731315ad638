"""Report -> what the page's script needs besides the page itself, as JSON that no text of a letter can break out of."""

from __future__ import annotations

import json

from markupsafe import Markup

from verifier.model.report import Report
from verifier.model.review import Reviewed
from verifier.report.html.strings import SCRIPT
from verifier.report.masking import mask_credentials


def page_data(report: Report) -> Markup:
    """The run, its letters by name, the decisions that the run was given on them, and the words the script says.

    Decisions on other letters stay out of a page that is passed on, and so do those that hold a password; `elsewhere`
    counts them, since the file that the page offers cannot hold them either.
    """
    sources = {document.source for document in report.documents}
    cited = {finding.citation.id for finding in report.findings}
    own = [one for one in report.reviews if one.citation in cited or one.source in sources]
    told = [entry for entry in map(_entry, own) if all(mask_credentials(value) == value for value in entry.values())]
    data = {
        "run": report.run.id,
        "sources": [document.source for document in report.documents],
        "reviews": told if report.run.judged else [],
        "elsewhere": len(report.reviews) - len(told),
        "strings": SCRIPT,
    }
    written = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(written)  # noqa: S704  no `<` is left in it, so that no element ends or begins


def _entry(one: Reviewed) -> dict[str, str]:
    review = one.review
    said = {
        "citation": one.citation,
        "evidence": one.evidence,
        "source": one.source,
        "link": one.link,
        "decision": review.decision,
        "url": review.url,
        "by": review.by,
        "on": review.on.isoformat() if review.on else None,
        "note": review.note,
        "expires": review.expires.isoformat() if review.expires else None,
    }
    return {key: value for key, value in said.items() if value is not None}
