"""Words that give a quotation to the source cited: `according to`, `the report says`, `selon`, `в докладе говорится`.

In: what stands before a quotation in its sentence, and behind it. Out: whether they let a document speak. Which one is
never asked: the note says it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.model.patterns import compile_late

_A_DOCUMENT = (
    r"(?:the|its|this|that|a) (?:\w+ ){0,3}(?:report|study|article|statement|resolution|letter|paper|investigation|"
    r"review|document|press release|guidelines?|convention|declaration|treaty|findings?|notice|memo(?:randum)?|survey|"
    r"communiqué|briefing|essay|editorial|decree|ruling|judge?ment|charter|minutes|assessment|inquiry|authors?|"
    r"source|page|web ?site|post|story|speech)\b"
)
_SPEAKS = (
    r"(?:says?|said|stat(?:es|ed)|found|finds|conclude[sd]?|not(?:es|ed)|reads?|warn(?:s|ed)|describe[sd]|called|calls|"
    r"wrote|writes|declare[sd]|provide[sd]|affirm(?:s|ed)|express(?:es|ed)|reveal(?:s|ed)|puts? it|argue[sd]|"
    r"report(?:s|ed)|claim(?:s|ed)|add(?:s|ed)|recommend(?:s|ed)|explain(?:s|ed)|observe[sd])"
)
_GIVES = compile_late(
    r"(?:according to|accordance with|as (?:stated|noted|reported|documented|described) (?:in|by)|"
    rf"{_A_DOCUMENT}[^.;]{{0,60}}\b{_SPEAKS})",
    re.IGNORECASE,
)
_GIVES_BEHIND = compile_late(
    rf"[\s,.;:”\"’)—–-]{{0,4}}(?:according to {_A_DOCUMENT}|{_A_DOCUMENT} {_SPEAKS}|{_SPEAKS} {_A_DOCUMENT})",
    re.IGNORECASE,
)
_GIVES_IN_OTHER_WORDS = compile_late(
    r"\b(?:selon|d[’']après|comme l[’'](?:écrit|affirme|indique)|laut|zufolge|gemäß|según|de acuerdo con|"
    r"segundo (?:os?|as?)|de acordo com|secondo (?:il?|l[oae]|gli|l[’'])|volgens|według|enligt|[iI](?:følge| følge)|"
    r"mukaan|göre|podle|podľa|szerint|potrivit|согласно|heißt es i[mn]\b|"
    r"по (?:данным|словам|сообщению|мнению)|за (?:даними|словами)|"
    r"σύμφωνα με|وفقا ل|وفقًا ل|بحسب|לפי|על פי|के अनुसार)|"
    r"によ(?:ると|れば)|ตามที่|ตามรายงาน|에 (?:따르면|의하면)|根[据據]|"
    r"[据據][^，。]{1,40}(?:报道|報道|报告|報告|称|稱|说|說|所述|显示|顯示)",
    re.IGNORECASE,
)
"""What gives words to a source in other languages: according to, as … says."""


class _Language(NamedTuple):
    """What documents are called in a language (`whole`: in these very words), and what they do when they speak."""

    documents: tuple[str, ...]
    named: re.Pattern[str]
    speaks: re.Pattern[str]


def _language(documents: str, verbs: str, *, whole: bool = False) -> _Language:
    named = rf"(?<!\w)(?:{documents})s?(?!\w)" if whole else f"(?:{documents})"
    return _Language(
        tuple(documents.split("|")),
        compile_late(named, re.IGNORECASE),
        compile_late(rf"[^.;。；»”]{{0,60}}?{verbs}", re.IGNORECASE),
    )


_LANGUAGES = (
    _language(  # French
        "rapport|étude|enquête|avis|communiqué|document|déclaration|résolution|arrêt|jugement|lettre|charte|loi",
        r"\b(?:parl|indiqu|soulign|conclu|affirm|reconn|constat|qualifi|dénonc|estim|évoqu|écri|décri|déclar|précis|relèv"
        r"|recommand|prévo)",
        whole=True,
    ),
    _language(  # Spanish and Portuguese
        "informe|estudio|documento|resolución|sentencia|comunicado|declaración|dictamen|auditoría|carta|ley|relatório"
        "|estudo|parecer|resolução|sentença|auditoria|lei",
        r"\b(?:recono[cz]|reconhec|señal|assinal|afirm|indic|dic|dij|diz|conclu|advi?ert|habl|fala|calific|estim|sosti|recom"
        r"|estab|descr|denunci|admit)",
        whole=True,
    ),
    _language(  # Italian
        "rapporto|relazione|studio|documento|sentenza|comunicato|dichiarazione|lettera|delibera|legge",
        r"\b(?:parla|afferm|indic|dice|conclud|ammett|riconosc|sottoline|denunci|defini|scriv|stabil|raccomand)",
        whole=True,
    ),
    _language(  # German and Dutch, which put them behind other words
        "bericht|studie|gutachten|stellungnahme|urteil|erklärung|untersuchung|resolution|beschluss|rapport|onderzoek"
        "|verklaring",
        r"\b(?:spr[aei]ch|stellte?n?\b|heißt|warnt|schr(?:ei|ie)b|nennt|nannte|bezeichnet|kommt|kam|räumt|bestätigt|betont|hält"
        r"|hielt|empfiehlt|fordert|konstatiert|schrijft|stelt|noemt|zegt|meldt|erkent|concludeert)",
    ),
    _language(  # Russian and Ukrainian
        "доклад|отчет|отчёт|исследован|заявлен|резолюц|решени|постановлен|письм|звіт|доповід|досліджен|рішен|заяв",
        r"\b(?:говор|отмеч|указ|утвержд|призна|подч[её]рк|заключ|назва|называ|констат|сообщ|йдеться|зазнач|вказ|стверд|визна"
        r"|наголо)",
    ),
    _language(  # Polish and Czech
        "raport|sprawozdan|badani|oświadczen|wyrok|zpráv|rozhodnut|prohlášen",
        r"\b(?:stwierdz|wskaz|mów|przyzn|podkreśl|uzna|konstat|uvád|říká|hovoř|píše)",
    ),
    _language(
        "ذكر|أفاد|أكد|أشار|اعترف|وصف|قال|جاء في|ورد في", "(?:تقرير|دراسة|بيان|قرار|وثيقة)"
    ),  # the verb comes first
    _language('דו"ח|דו״ח|דוח|מחקר|החלט|הודע', "(?:קבע|קובע|מציין|ציין|נאמר|נכתב|מצא)"),
    _language(
        "报告|報告|研究|决议|決議|声明|聲明|文件|判决|判決|通报|通報",
        "(?:称|稱|指出|写|寫|承认|承認|认为|認為|显示|顯示|表示|说|說|警告)",
    ),
    # `in the report`: in these the verb stands behind what is quoted.
    _language("raporda|raporunda|çalışmada|kararda|kararında|açıklamada|bildiride", ""),
    _language("報告書は|報告書では|報告書には|報告書で|調査では|声明は|声明では|決議は|判決は|要綱では", ""),
    _language("보고서는|보고서에는|보고서에서|연구는|성명은|성명에서|결의는|판결은|판결에서", ""),
    _language("रिपोर्ट में|रिपोर्ट ने|प्रतिवेदन में|अध्ययन में|گزارش", ""),
)
_OWN = compile_late(
    r"\b(?:notre|nos|ma|mon|mes|nuestr[ao]s?|mis?|noss[ao]s?|minha|meu|nostr[aeio]|unser\w{0,2}|mein\w{0,2}|ons|onze|наш\w{0,3}"
    r"|мо[йеёяю]\w?|nasz\w{0,3}|naše\w?)\s(?:\S{1,30}\s)?\Z",
    re.IGNORECASE,
)
"""Before a document: that it is the letter's own."""
_BEFORE = 48
_LEAD = 200  # letters before a quotation in which it is given to its source
_TAIL = 24  # and behind it


def gives_to_source(lead: str, tail: str) -> bool:
    """Whether the words before a quotation, or those right behind it, give it to a document."""
    spoken = lead[-_LEAD:]
    if _GIVES.search(spoken) or _GIVES_BEHIND.match(tail):
        return True
    behind = _GIVES_IN_OTHER_WORDS.search(tail[:_TAIL])
    if _GIVES_IN_OTHER_WORDS.search(spoken) or (behind and not any(map(str.isalnum, tail[: behind.start()]))):
        return True
    lowered = spoken.lower()
    return any(_speaks(spoken, one) for one in _LANGUAGES if any(map(lowered.__contains__, one.documents)))


def _speaks(spoken: str, language: _Language) -> bool:
    """Whether a verb of speaking follows, within its clause, on a document that is not the letter's own."""
    return any(
        language.speaks.match(spoken, named.end())
        and not _OWN.search(spoken[max(named.start() - _BEFORE, 0) : named.start()])
        for named in language.named.finditer(spoken)
    )
