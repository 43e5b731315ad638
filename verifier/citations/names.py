"""Whether the words of a citation name a person or an institution.

In: a name. Out: what it looks like. Two capitalised words may be either ("Jane Doe", "Museum Railway"): only initials,
or a word that institutions bear, tell.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

_PERSON = compile_late(r"^(?:[^\W\d_][\w’'.-]*\s){1,3}[^\W\d_][\w’'-]+$|^[^\W\d_][\w’'-]+,\s(?:[^\W\d_]\.\s?){1,3}$")
INITIALS = re.compile(r"(?:^|\s)[^\W\d_]\.(?:\s|,|-|$|[^\W\d_]\.)")
"""`J. Doe`, `Doe, J.-P.`, `J.P. Doe`"""
EDGES = " \t\n\u200e\u200f\u3000\u00a0,;:.：，、،؛፣၊᠂།。()[]<>《》「」（）–—-|*_\"“”‘’'"
"""What may stand at the edges of a name or title and is no part of it."""
LAST_INITIAL = re.compile(r",\s[^\W\d_]$")
"""`Doe, J`: what is left of `Doe, J.` when its full stop was read as the sentence's."""
ORGANISATION = compile_late(
    r"\b(?:watch|institute|council|news|times|post|press|university|coalition|committee|office|union|amnesty|"
    r"cent(?:er|re)|campaign|association|foundation|organi[sz]ation|network|ministry|department|agency|commission|"
    r"group|project|society|international|guardian|journal|review|magazine|report|bank|court|nations|government|"
    r"daily|today|herald|tribune|media|radio|initiative|forum|congress|party|league|federation|law|rights|house|"
    r"alliance|service|bureau|academy|movement|database|archive|library|club|trust|act|authority|board|regist(?:er|ry)|"
    r"guild|parliament|senate|tribunal|police|observatory|gazette|chronicle|monitor|observer|telegraph|bulletin|"
    r"inspector(?:ate)?|secretariat|assembly|fund|college|museum|company|corporation|laboratory|consortium|collective|works|hospital|school|railways?|"
    r"municipality|city|county)\b",
    re.IGNORECASE,
)


def is_person(name: str) -> bool:
    """Whether `name` has the form of a person's and no word that institutions bear."""
    return (
        _PERSON.match(name) is not None and not ORGANISATION.search(name) and not name.isupper() and name[:1].isupper()
    )
