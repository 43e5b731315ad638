"""Links in letters, broken and whole, in several languages: as many negatives as positives."""

# ruff: noqa: E501, ISC004 - rows of a table read better on one line

import pytest

from verifier.model.citation import RepairStatus

MENDED = [
    ("[3] Ministère de la Justice, « Rapport annuel sur les prisons », 2021 : https://exemple.example/rapport-annuel-sur -les-prisons",
     "https://exemple.example/rapport-annuel-sur-les-prisons", "French, a hyphen begins the next piece"),
    ("[4] „Bericht über die Lage der Menschenrechte“, 2020: https://www.example.org/bericht-lage-mensch enrechte-2020.html",
     "https://www.example.org/bericht-lage-menschenrechte-2020.html", "German, a compound cut in two"),
    ("[5] “Informe sobre derechos humanos”, 2019. https://example.org/informe-sobre-derech os-humanos/",
     "https://example.org/informe-sobre-derechos-humanos/", "Spanish, the title has the word"),
    ("Подробнее: «Доклад о правах человека», https://example.org/doklad-o-pravakh -cheloveka.html",
     "https://example.org/doklad-o-pravakh-cheloveka.html", "Russian prose around a Latin slug"),
    ("參見《年度報告》：https://example.org/reports/2021 /annual-report.pdf", "https://example.org/reports/2021/annual-report.pdf",
     "Chinese, a slash begins the next piece"),
    ("See https: //example.org/report/2020 for details.", "https://example.org/report/2020", "a space in the scheme"),
    ("See http : //example.org/report/2020 for details.", "http://example.org/report/2020", "a space before the colon"),
    ("See https :// www. example. org/ a/ report-2020.pdf", "https://www.example.org/a/report-2020.pdf", "spaced out"),
    ("See hxxps://example.org/report", "https://example.org/report", "defanged"),
    ("See ttps://example.org/report", "https://example.org/report", "the first letter lost"),
    ("See https://example.org/search ?q=prison&year=2020 (accessed 3 May)", "https://example.org/search?q=prison&year=2020",
     "a query after the space"),
    ("See https://example.org/a%E 2%80%93b.html", "https://example.org/a%E2%80%93b.html", "inside a percent-escape"),
    ("See https://www. example.org/report", "https://www.example.org/report", "after www."),
    ("See https://exam ple.org/report/2020/07 for more", "https://example.org/report/2020/07", "inside the host"),
    ("A long line that is as full as a line of this page can be, see https://example.org/reports/\n"
     "2020/annual-report-on-prisons.pdf for more on this and on the other things that fill a line.",
     "https://example.org/reports/2020/annual-report-on-prisons.pdf", "wrapped after a slash"),
    ("A long line that is as full as a line of this page can be, see https://example.org/annual-\n"
     "report/2020/index.html for more on this and on the other things that fill a line of a page.",
     "https://example.org/annual-report/2020/index.html", "wrapped after the link's own hyphen"),
    ("It says so in the report at http:\n//www.example.org/report/2020.", "http://www.example.org/report/2020", "after http:"),
    ("It says so in the report: https://www.\nexample.org/report/2020/index.html", "https://www.example.org/report/2020/index.html",
     "after www."),
    ("See https://exam\u200bple.org/rep\u00adort", "https://example.org/report", "invisible characters"),
    ("See https://example.org/a?b=1&amp;c=2 and more", "https://example.org/a?b=1&c=2", "an escaped ampersand"),
    ("See https://example.org/some\\_file\\_name.pdf", "https://example.org/some_file_name.pdf", "Markdown's backslashes"),
    ("See http://example.org/˜author/x.html", "http://example.org/~author/x.html", "a small tilde"),
]  # fmt: skip

WHOLE = [
    ("See https://example.org/report for details.", "prose follows"),
    ("Siehe https://example.org/bericht und die Anlage dazu.", "German prose"),
    ("Voir https://example.org/rapport et les annexes.", "French prose"),
    ("Ver https://example.org/informe para más información.", "Spanish prose"),
    ("См. https://example.org/doklad и приложения.", "Russian prose"),
    ("https://example.org/human-rights Human rights are for all", "a sentence follows"),
    ("https://example.org/conscience ; OHCHR, https://example.org/File?gId=2", "a semicolon and another link"),
    ("(https://example.org/report) says so", "a bracket closes"),
    ("https://example.org/report (accessed 3 May 2020).", "an access date"),
    ("https://example.org/report [archived]", "a remark in brackets"),
    ("https://example.org/report - a summary", "a dash, then prose"),
    ("https://example.org/report – a summary", "a typographic dash"),
    ("https://example.org/report / https://example.org/other", "a slash between two links"),
    ("https://example.org/report, 12 May 2022.", "a date"),
    ("https://example.org/report 2022", "a year"),
    ("https://example.org/report p. 12", "a page"),
    ("28 May 2022:https://example.org/statement", "glued to what precedes"),
    ("[1] https://example.org/one\n\n[2] https://example.org/two", "notes one below the other"),
    ("1. https://example.org/one\n2. https://example.org/two\n", "a numbered list"),
    ("Find us at https://example.org\nFollow us on other sites", "a footer"),
    ("https://example.org/report\n\nSigned by:\nAna Sol\nBen Roy", "signatures follow"),
    ("The report is at https://example.org/report.\nThe Minister said so.", "a sentence ends at the line's end"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "reason"), MENDED, ids=[row[2] for row in MENDED])
def test_mended(read, applied, text, url, reason):
    proposal = read(text)[0]
    assert proposal.url == url, proposal.repair
    assert proposal.repair.status is RepairStatus.MENDED
    assert applied(text[proposal.start : proposal.end], proposal.repair.edits) == url


@pytest.mark.parametrize(("text", "reason"), WHOLE, ids=[row[1] for row in WHOLE])
def test_whole(read, text, reason):
    proposals = read(text)
    assert proposals
    for proposal in proposals:
        assert proposal.repair.status is RepairStatus.INTACT, proposal
        assert text[proposal.start : proposal.end] == proposal.url
