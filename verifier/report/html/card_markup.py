"""Card -> its HTML. Written out by hand: a report holds thousands, and a template would take twice as long over each.

No white space stands between the elements, and so many cards do not fold: at 10,000 cards every byte and every node
counts. Direction of text comes from the style sheet; copying and deciding come from the script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from verifier.report.html.cards import Card
from verifier.report.html.evidence import Row
from verifier.report.html.strings import text
from verifier.report.markup import coded

_ADDRESS = re.compile(r"https?://[^\s,]++(?:,[^\s,]++)*+")


def card_markup(card: Card, seat: str = "") -> str:
    """The HTML of one citation; `seat` is the id of the place where the letter's text shows it, "" when none does."""
    tag, head = ("details", "summary") if card.folds else ("article", "header")
    opened = " open" if card.folds and card.is_open else ""
    return (
        f'<{tag} class="c {card.verdict}" id="c-{escape(card.id)}"{_facts(card)}{opened}><{head}>{badge(card)}'
        f"<h3>{escape(card.name)}</h3><span>{escape(card.place)}{' · ' if card.why else ''}{escape(card.why)}</span>"
        f"{decided(card)}</{head}>{_steps(card)}{_rows(card.links, ' class=u')}{_letter(card)}"
        f"{_rows(card.evidence)}{_cite(card)}{_foot(card, seat)}</{tag}>"
    )


def badge(card: Card) -> str:
    """The verdict as symbol and word."""
    return f'<b><i aria-hidden="true">{card.symbol}</i> {escape(card.label)}</b>'


def decided(card: Card) -> str:
    """What a person decided, as the report's own script shows what is decided there (`deciding.js`)."""
    return f'<em class="d" dir="auto">{escape(card.decided)}</em>' if card.decided else ""


def steps(card: Card) -> str:
    """What to do, a paragraph for each."""
    return "".join(
        f"<p{' class=look' if one.looks else ''}>{coded(one.sentence)}{f': {one.link}' if one.link else '.'}</p>"
        for one in card.steps
    )


def _facts(card: Card) -> str:
    """What the script filters and decides by, in attributes as short as can be."""
    facts = (
        ("o", card.outcome),
        ("h", card.host),
        ("p", card.part if card.part != "note" else ""),
        ("e", card.digest),
        ("w", card.changed),
        ("d", card.decision),
    )
    return f' data-i="{card.index}"' + "".join(f' data-{name}="{escape(value)}"' for name, value in facts if value)


def _steps(card: Card) -> str:
    return f'<div class="do"><h4>{text("to do")}</h4>{steps(card)}</div>' if card.steps else ""


def _rows(rows: Iterable[Row], kind: str = "") -> str:
    shown = "".join(
        f"<dt>{escape(row.label)}<dd{' class=v' if row.holds_value else ''}>{escape(row.told)}{_signs(row.signs)}"
        for row in rows
    )
    return f"<dl{kind}>{shown}</dl>" if shown else ""


def _signs(signs: Iterable[str]) -> str:
    return "".join(f"<small>{escape(sign)}</small>" for sign in signs)


def _cite(card: Card) -> str:
    told = str(escape(card.cite))
    # In a line that runs from right to left an address is torn, unless it stands for itself.
    if not card.cite.isascii():
        told = _ADDRESS.sub(r"<bdi>\g<0></bdi>", told)
    return f'<dl><dt>{text("cite")}<dd class="r"><span>{told}</span></dl>' if card.cite else ""


def _letter(card: Card) -> str:
    if not (card.note or card.claims):
        return ""
    claims = "".join(f"<blockquote>{escape(claim)}</blockquote>" for claim in card.claims)
    note: str | Markup = Markup("<p>{}</p>").format(card.note) if card.note else ""
    return f'<div class="q"><h4>{text("in letter")}</h4>{claims}{note}</div>'


def _foot(card: Card, seat: str) -> str:
    rules = " ".join(
        f"<code>{escape(id_)}</code>{f' {escape(message)}' if number and message else ''}"
        for number, (id_, message) in enumerate(card.rules)
    )
    links = [f'<a class="l" href="#{seat}">{text("read")}</a>'] if seat else []
    links += [f'<a href="#c-{escape(card.id)}">{text("permalink")}</a>'] if card.rules or card.claims else []
    return f'<p class="f">{" ".join([rules, *links])}</p>' if links else ""
