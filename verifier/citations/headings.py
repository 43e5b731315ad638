"""Headings under which notes stand, in the languages that letters come in.

In: one line. Out: what kind of notes it announces, or None. A heading is known by its words alone: decoration,
numbering, capitals, a colon and apostrophes do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.model.document import NoteKind
from verifier.model.patterns import compile_late

_FOOT = """
footnotes|footnote|notes de bas de page|notes de bas de pages|notas al pie|notas a pie de página
notas al pie de página|notas de rodapé|note a piè di pagina|fußnoten|fussnoten|fußnotenverzeichnis|脚注|腳註|注脚|註腳
сноски|przypisy|przypisy dolne|voetnoten|fotnoter|alaviitteet|lábjegyzetek|note de subsol|poznámky pod čarou|fusnote
išnašos|υποσημειώσεις|dipnotlar|الهوامش|الحواشي|پانویس|پانوشت‌ها|הערות שוליים|เชิงอรรถ|catatan kaki|фусноте|각주
حواشی|виноски|notes a peu de pàgina
"""
_END = """
notes|note|endnotes|end notes|endnote|editors notes|editors note|editor notes|notes to editors|notes to editor
note to editors|notes to the editor|notes to the editors|notes for editors|note for editors|explanatory notes
notes and references|notes and sources|notes & references|notes & sources|end notes and references
notes finales|notes de fin|notes et références|notes de la rédaction|notes aux rédacteurs|notas|notas finales
notas y referencias|notas e referências|notas del editor|notas finais|note finali|note e riferimenti
anmerkungen|endnoten|anmerkungen und quellen|hinweise|noten|eindnoten|noter|slutnoter
注释|註釋|注釋|注|註|附注|附註|尾注|尾註
备注|備註|注解|註解|注記|примечания|примечание|концевые сноски|примітки|бележки|заўвагі|напомене
napomene|bilješke|opombe|poznámky|jegyzetek
märkused|pastabos|piezīmes|huomautukset|viitteet|merknader|σημειώσεις|notlar|ملاحظات|پی‌نوشت‌ها|پی‌نوشت|یادداشت‌ها
הערות|टिप्पणियाँ|टिप्पणी|หมายเหตุ|chú thích|ghi chú|catatan|nota-nota|შენიშვნები|ծանոթագրություններ|টীকা|குறிப்புகள்
shënime|oharrak|미주|주|주석|註記|注記|後注
"""
_REFERENCE = """
references|reference|reference list|list of references|sources|source|bibliography|works cited
literature cited|citations|further reading|sources and further reading|references and notes
references and further reading|sources cited|links|sources and references|selected bibliography
reference notes|cited sources|sources and notes|références|référence|références bibliographiques|bibliographie
sources et références|liens|referencias|referencias bibliográficas|fuentes|bibliografía|fuentes y referencias
enlaces|obras citadas|quellen|quellenangaben|quellenverzeichnis|literatur|literaturverzeichnis|einzelnachweise
belege|nachweise|quellen und literatur|referências|referências bibliográficas|fontes|bibliografia|riferimenti
riferimenti bibliografici|fonti
参考文献|參考文獻|参考资料|參考資料|资料来源|資料來源|引用文献|引用文獻|参考|參考|来源|來源|出典|引用|参考链接|參考連結|引注|出处|出處
источники|литература|список литературы|ссылки|библиография|bronnen|källor|kilder|źródła
odnośniki|참고문헌|출처|참고
джерела|посилання|література|източници|крыніцы|извори|izvori|viri|literatura|zdroje|odkazy|prameny|források|hivatkozások
allikad|viited|šaltiniai|avoti|atsauces|lähteet|kilder|referanser|referencer|referenser|πηγές|παραπομπές|βιβλιογραφία
kaynaklar|kaynakça|المراجع|المصادر|منابع|מקורות|संदर्भ|स्रोत|อ้างอิง|เอกสารอ้างอิง|nguồn|tài liệu tham khảo|tham khảo
sumber|referensi|daftar pustaka|rujukan|fonts|referències|iturriak|წყაროები|աղբյուրներ|حوالہ جات|তথ্যসূত্র|ஆதாரங்கள்
burime|surse|referințe|bibliografie|bronvermelding|referenties
"""
_SIGNED = """
signed by|signed|signatories|signatory|signatures|signatory organisations|signatory organizations|undersigned
the undersigned|list of signatories|co-signatories|cosignatories|co-signed by|endorsed by|supported by
signataires|signé par|signatures|firmantes|firmado por|firmas|organizaciones firmantes|unterzeichner
unterzeichnet von|unterzeichnende|unterzeichnende organisationen|firmatari|firmato da|signatários|assinado por
assinam
subscrevem|subscritores|signatários e signatárias|erstunterzeichner|erstunterzeichnende|mitunterzeichner
ondertekenaars|ondertekend door|undertecknat av|undertecknare|underskrivet av|undertegnede|allekirjoittajat
sygnatariusze|podpisano|podpisali|signatáři|podepsáni|aláírók|aláírta|semnatari|υπογράφουν|υπογράφοντες|imzacılar
imzalayanlar|підписали|підписанти|підписи|الموقعون|الموقعون أدناه|על החתום|חתומים|החתומים מטה|हस्ताक्षरकर्ता
penandatangan|ký tên|người ký|賛同者|賛同団体|賛同人|呼びかけ人|서명|서명자|연명
签署|签署人|联署|联署人|联署机构|签名|簽署|簽署人|聯署|聯署人|署名|подписали|подписи|подписанты|signing organizations
signing organisations|sincerely|yours sincerely|respectfully|regards|yours faithfully
"""
_DECORATION = compile_late(
    r"^[\s#*_=~•·\-–—>【\[(]*(?:(?:\d{1,2}|[IVX]{1,5}|[A-H])[.)]\s+|[一二三四五六七八九十]{1,3}[、.]\s*)?"
    r"|(?:\[[^\[\]\d]{4,40}\])?[\s#*_=~•·\-–—:：.】\])]*$"
)
_SPACES = re.compile(r"\s+")


def _entries(block: str) -> list[str]:
    return [name.casefold() for line in block.split("\n") for name in line.split("|") if name]


_KINDS: dict[str, NoteKind] = {
    **dict.fromkeys(_entries(_FOOT), NoteKind.FOOTNOTE),
    **dict.fromkeys(_entries(_END), NoteKind.ENDNOTE),
    **dict.fromkeys(_entries(_REFERENCE), NoteKind.REFERENCE),
}
_SIGNATURES = frozenset(_entries(_SIGNED))
_LONGEST = 60
"""A line longer than this is prose, whatever its words."""


def _plain_heading(line: str) -> str:
    """The words of a line, without decoration, numbering, apostrophes or capitals."""
    bare = _DECORATION.sub("", line.strip())
    return _SPACES.sub(" ", bare.replace("’", "").replace("'", "").replace("‘", "")).casefold()


def note_heading(line: str) -> NoteKind | None:
    """What kind of notes the line announces; None when it is no such heading."""
    return _announces(line)[0] if _may_be_heading(line) else None


def is_signature_heading(line: str) -> bool:
    """Whether the line announces signatures."""
    return _announces(line)[1] if _may_be_heading(line) else False


def _may_be_heading(line: str) -> bool:
    """Told at a glance: no heading is long or holds a slash, but for what may stand in brackets behind it."""
    return len(line) <= _LONGEST and ("/" not in line or "[" in line)


@lru_cache(maxsize=2048)
def _announces(line: str) -> tuple[NoteKind | None, bool]:
    """What kind of notes a short line announces, and whether it announces signatures; lines are asked about often."""
    words = _plain_heading(line)
    return _KINDS.get(words), words.rstrip(",") in _SIGNATURES
