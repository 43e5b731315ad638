"""A third set of quotations and the pages that they are said to stand on, written without looking at the code.

Languages, ellipses, brackets, typographic variants, broken lines, nested marks, numbers. The words are our own. At
first sight 20 of the 26 came out right. One truth was wrong (the source had a word more behind the ellipsis); words cut
at a line's end (two rows), vowel signs and accents (two) and a note's mark on the page were then mended by rule.
"""

from __future__ import annotations

from tests.checks.scripted import html, response
from tests.content.pairs import FOOT, MENU, QuotePair, text

FILLER = (
    "The committee met again in the spring to hear what had become of the plans for the upper valley and its mills.",
    "Most of those who came had travelled since dawn, and the hall was too small for everybody who wished to listen.",
    "A clerk read out the letters that had been received, among them one from the owner of the oldest of the mills.",
    "Nobody could remember a meeting that had lasted so long or at which so little had been decided in the end.",
)


def said(*paragraphs: str, lang: str = "en") -> object:
    """A page whose paragraphs are markup, between others that make it long enough."""
    body = "".join(f"<p>{one}</p>" for one in (*FILLER[:2], *paragraphs, *FILLER[2:]))
    return response(
        html("The mills of the upper valley | Valley Post", f"{MENU}<h1>The mills</h1>{body}{FOOT}", lang=lang)
    )


def both(quote: str, *paragraphs: str, why: str, lang: str = "en", found: str = "both") -> QuotePair:
    page = said(*paragraphs, lang=lang)
    return QuotePair(quote, page, page, found, why)  # type: ignore[arg-type]


THIRD_QUOTES = (
    both(
        "the water board has acted in bad faith [sic] throughout",
        "She wrote that the water board has acted in bad faith throughout the year.",
        why="[sic] is the quoting author's remark",
    ),
    both(
        "the watter [sic] board has acted in bad faith",
        "She wrote that the watter board has acted in bad faith throughout the year.",
        why="[sic] after a misspelt word",
    ),
    both(
        "we shall not [emphasis added] leave the valley",
        "“We <em>shall not</em> leave the valley”, the miller said.",
        why="a remark in brackets, and markup inside the words",
    ),
    both(
        "an extraordinarily unreasonable decision of the board",
        "They spoke of an extra\u00adordi\u00adnarily unreason\u00adable decision of the board.",
        why="soft hyphens on the page",
    ),
    QuotePair(
        "the reconstruction of the lower sluices was postponed",
        text("\n".join(FILLER) + "\nIn the end the recon-\nstruction of the lower slui-\nces was postponed.\n"),
        text("\n".join(FILLER) + "\nIn the end the recon-\nstruction of the lower slui-\nces was postponed.\n"),
        "both",
        "words hyphenated at line ends of a plain text",
    ),
    both(
        "the recon-\nstruction of the lower sluices",
        "In the end the reconstruction of the lower sluices was postponed.",
        why="hyphenated in the letter, not on the page",
    ),
    both(
        "the first official finding was satisfactory",
        "He said that the \ufb01rst o\ufb03cial \ufb01nding was satisfactory to all.",
        why="ligatures",
    ),
    both(
        "damages of 1 250 000 crowns were paid",
        "In all, damages of 1\u202f250\u202f000 crowns were paid to the mills.",
        why="thin spaces in a number",
    ),
    both(
        "damages of 1,250,000 crowns were paid",
        "In all, damages of 1 250 000 crowns were paid to the mills.",
        why="commas for spaces in a number",
    ),
    both(
        "nobody asked us. Nobody will ask our children either",
        "The miller said: “Nobody asked us.",
        "“Nobody will ask our children either.”",
        why="a quotation over two paragraphs, with the mark repeated",
    ),
    both(
        "the valley belongs to those who keep it",
        "<blockquote>The valley belongs<br>to those<br>who keep it</blockquote>",
        why="a block quotation in lines",
    ),
    both(
        "he told us 'the river is not for sale' and left",
        "“He told us ‘the river is not for sale’ and left”, she remembers.",
        why="marks within marks",
    ),
    both(
        "it's the mills' own fault, they'd say",
        "It’s the mills’ own fault, they’d say in town.",
        why="apostrophes at the end of words",
    ),
    both(
        "l’eau n’appartient à personne",
        "Le maire a dit : « L'eau n'appartient à personne. »",
        why="French, apostrophes and guillemets",
        lang="fr",
    ),
    both(
        "Das Waßer gehört niemandem",
        "Der Müller sagte: „Das Wasser gehört niemandem.“",
        why="German, sharp s",
        lang="de",
    ),
    both(
        "вода не принадлежит никому",
        "Мельник сказал: «Вода не принадлежит никому».",
        why="Russian",
        lang="ru",
    ),
    both(
        "水不属于任何人",
        "磨坊主说：“水不属于任何人，也不会出售。”",
        why="Chinese, inside a sentence",
        lang="zh",
    ),
    both(
        "الماء ليس ملكا لأحد",
        "قال الطحان: «الماءُ ليس مُلكًا لأحد».",
        why="Arabic, vowel signs on the page",
        lang="ar",
    ),
    both(
        "agua … no es de nadie",
        "El molinero dijo: «El agua, que baja del monte, no es de nadie».",
        why="Spanish, an ellipsis",
        lang="es",
    ),
    both(
        "the board[’s] decision [was] taken in haste",
        "She called the board decision taken in haste and without need.",
        why="an ending and a word in brackets that the source has not",
    ),
    both(
        "nobody had been warned (…) and nobody was to blame",
        "Nobody had been warned, he said, and nobody was to blame.",
        why="an ellipsis in round brackets",
    ),
    both(
        "the river will be sold before the year is out",
        "The river will not be sold before the year is out.",
        why="a missing 'not' is another quotation",
        found="no",
    ),
    both(
        "Cafe owners and naive visitors",
        "Café owners and naïve visitors were the first to complain.",
        why="accents left out in the letter",
    ),
    both(
        "the so-called e-mail of 3rd May",
        "It began with the so‑called e‑mail of 3<sup>rd</sup> May.",
        why="non-breaking hyphens, a raised ending",
    ),
    both(
        "the minister said[1] that the dam was safe",
        "The minister said<sup>1</sup> that the dam was safe.",
        why="a note's mark inside the words",
    ),
    both(
        "the minister said that the dam was safe",
        "The minister said<sup><a href='#n1'>[1]</a></sup> that the dam was safe.",
        why="a note's mark on the page alone",
    ),
)
