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
_CLOSERS = {")": "(", "）": "（", "]": "["}
_INSTITUTIONS = """
watch|institute|council|news|times|post|press|university|coalition|committee|office|union|amnesty|cent(?:er|re)|campaign
association|foundation|organi[sz]ation|network|ministry|department|agency|commission|group|project|society|international
guardian|journal|review|magazine|report|bank|court|nations|government|daily|today|herald|tribune|media|radio|initiative
forum|congress|party|league|federation|law|rights|house|alliance|service|bureau|academy|movement|database|archive|library
club|trust|act|authority|board|regist(?:er|ry)|guild|parliament|senate|tribunal|police|observatory|gazette|chronicle
monitor|observer|telegraph|bulletin|inspector(?:ate)?|inquiry|survey|secretariat|assembly|fund|college|museum|company
corporation|laboratory|consortium|collective|works|hospital|clinic|school|railways?|municipality|city|county|chamber
presses|éditions|verlag|editorial|editora|edizioni|books|publish\\w+|partnership|diocese|town|borough|parish|district|state|stadt|landkreis|bezirk|kreis|ville|région|province|provincia|ciudad
cidade|miasto|gmina|izba|izby|kontroli|embassy|ombuds\\w+|e\\.\\s?V
préfecture|congreso|congresso|defensor|users|friends|chambre|conseil|mairie|fondation|agence|syndicat|fédération|collectif|ligue|observatoire|société|comité|institut|cour
ayuntamiento|servicio|consejo|instituto|defensoría|junta|gobierno|diputación|sindicato|centro|sociedad|diario|municipalidad
câmara|prefeitura|conselho|governo|serviço|jornal|secretaria|sociedade|comune|regione|comitato|consiglio|istituto
tribunale|servizio|società|lega|giornale|corriere|gemeente|stichting|vereniging|krant|rada|urząd|sąd|trybunał|związek
gazeta|úřad|spolek|svaz|soud|фонд\\w*|союз\\w*|центр\\w*|служба|совет\\w*|суд|газета|спілка|рада|управа|лига|ліга
"""
_STEMS = """
minist[eèé]r|assemb|associa|asocia|assozia|fundaci|fundaçã|fondazion|federaci|federaçã|federazion|comisi|comissã|commissi
komis|agenci|agência|agenzi|universi|üniversi|uniwersy|akadem|academi|observator|osservator|tribun|kommun|stiftelse|fundacj
stowarzysz|towarzys|egyesület|alapítvány|önkormányzat|hivatal|bakanlı|derne[kğ]|vakf|belediy|kurum|müdürlü|sendika|başkanlı
министерств|міністерств|комитет|комітет|комисси|комісі|администраци|адміністраці|прокуратур|правительств|университет|університет
институт|інститут|общество|товариств|организаци|організаці|ассоциаци|асоціаці|движени|агентств|федерац|академи|академі
"""
_ENDS = """
amt|verband|verein|ministerium|anstalt|behörde|gesellschaft|stiftung|gericht|hochschule|kammer|zentrum|zeitung
gewerkschaft|verwaltung|regierung|kanzlei|initiative|(?:bundes|stadt|gemeinde|landes|national|bei)rat|landtag|bundestag
verket|myndighet(?:en)?|förening(?:en)?|forening(?:en)?|departement(?:et)?|styrelse[nr]?|tidning(?:en)?|krant|vakbond
"""
_SAME_AUTHOR = compile_late(
    r"(?:idem|eadem|id|ders|derselbe|dies|dieselbe|(?:le|la|les) mêmes?|(?:el|la|los) mism[oa]s?|lo stesso|la stessa"
    r"|[oa] mesm[oa]|dezelfde|samma|samme|týž|táž|tentýž|tenże|tejże|тот же|та же|той же|он же|она же|той самий)\.?",
    re.IGNORECASE,
)


def says_same_author(name: str) -> bool:
    """Whether words in a name's place only say that it is the author before: `idem`, `ders.`, `týž`."""
    return _SAME_AUTHOR.fullmatch(name) is not None


def _any_of(block: str) -> str:
    return block.strip().replace("\n", "|")


ORGANISATION = compile_late(
    rf"\b(?:{_any_of(_INSTITUTIONS)})\b|\b(?:{_any_of(_STEMS)})|(?:{_any_of(_ENDS)})\b", re.IGNORECASE
)
"""Words that institutions bear: whole ones, how they begin, and how compounds end."""
_PARTICLES = frozenset(
    ["de", "da", "do", "dos", "das", "del", "della", "dei", "di", "du", "van", "von", "vom", "der", "den", "ter", "ten",
     "zu", "zur", "la", "le", "al", "el", "bin", "ibn", "bint", "y", "e", "i", "af", "av", "dit"]
)  # fmt: skip
"""The small words within the names of people."""
_LONGEST_ACRONYM = 5
_LARGE_ARTICLES = frozenset({"The", "Der", "Die", "Das", "Les", "Los", "Las", "Gli", "Het"})


def is_person(name: str) -> bool:
    """Whether `name` has the form of a person's and no word that institutions bear."""
    if _PERSON.match(name) is None or ORGANISATION.search(name) or name.isupper() or not name[:1].isupper():
        return False
    first, *others = name.split()
    if first in _LARGE_ARTICLES or (first.isupper() and first.isalpha() and len(first) <= _LONGEST_ACRONYM):
        return False
    return not any(word[0].islower() and word not in _PARTICLES for word in others)


def unfringed(words: str) -> str:
    """`words` without the signs at their edges, but for a bracket that closes one within: `Wetlands (2016–2030)`."""
    bare = words.strip(EDGES)
    rest = words[words.find(bare) + len(bare) :]
    closes = bool(bare) and rest[:1] in _CLOSERS and bare.count(_CLOSERS[rest[0]]) > bare.count(rest[0])
    return bare + rest[0] if closes else bare
