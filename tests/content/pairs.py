"""Pairs of pages, then and now, with what a careful reader would say of them: the yardstick of drift and quotations.

Each row is a page as it was when it was cited, the page of today, and the truth; both go through the real reading of
answers. The words are our own. `FIRST_…` was written with the code, `LATER_…` afterwards. At first sight 35 of these 37
came out right: sentences in another order had been expected to be `same` and were `edited`, and words put in brackets
for other words of the source were not found, for which the matching was then mended.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.checks.scripted import html, response
from verifier.web.exchange import Response

EN = (
    "The harbour board met on Tuesday to hear why the old sea wall had given way in the night.",
    "Engineers had warned for years that salt was eating the iron ties between the granite blocks.",
    "A survey of 1998 put the cost of repair at four million, a sum the town could not raise alone.",
    "Since then two governments have promised money, and neither has sent more than a letter.",
    "Fishermen moved their boats to the inner basin on their own account before the first storm.",
    "The keeper of the light, who saw the breach, said the stones went one by one and without a sound.",
    "Nobody was hurt, though three sheds and the ice house were carried out with the tide.",
    "The board will ask the ministry for an emergency grant and publish its own survey in full.",
    "Residents of Quay Street have been told to keep clear of the promenade until further notice.",
    "A temporary barrier of sandbags is to be in place before the spring tides at the end of March.",
    "The historian of the parish notes that the wall was last rebuilt after the flood of 1871.",
    "Letters to the board may be handed in at the customs house on any weekday before noon.",
)
REWORDED = (
    "On Tuesday the harbour board gathered and learnt how the ancient sea defence collapsed overnight.",
    "For many years experts cautioned that saline water corroded the metal fastenings within the stonework.",
    "Back in 1998 someone estimated repairs at four millions, which was beyond the means of the town.",
    "Both governments that followed pledged funds but all that ever arrived was correspondence.",
    "Ahead of the earliest gale the fishing fleet shifted into the sheltered dock unprompted.",
    "According to the lighthouse man, an eyewitness, blocks dropped singly and quite noiselessly.",
    "There were no injuries; a trio of huts plus the ice store floated off on the ebb.",
    "An urgent subsidy will be requested from the ministry and the complete study made public.",
    "People living along Quay Street must avoid walking by the sea for the time being.",
    "Sandbags shall form a provisional bulwark ahead of the high waters expected in late March.",
    "As the local chronicler records, the previous reconstruction followed the inundation of 1871.",
    "Anyone may deliver correspondence for the board to the customs house on weekday mornings.",
)
OTHER = (
    "Our bakery opens at six and the first loaves leave the oven a quarter of an hour later.",
    "We use flour from the mill at Dolna, ground between stones that were cut two centuries ago.",
    "The rye sourdough rests for twenty hours in baskets that our grandmother wove from willow.",
    "On Saturdays there are plum tarts, and in December a spiced loaf with figs and walnuts.",
    "Orders for weddings should reach us three weeks ahead, with the number of guests you expect.",
    "Children may watch the kneading from the gallery and take home a small roll of their own.",
    "Deliveries within the valley are made by bicycle, and beyond it by the morning train.",
)
ZH = (
    "港务委员会星期二开会，听取旧海堤在夜间坍塌的原因。",
    "工程师多年来一直警告说，盐分正在侵蚀花岗岩石块之间的铁条。",
    "一九九八年的一项调查估计修复费用为四百万，镇上无力独自承担。",
    "此后两届政府都答应拨款，但寄来的只有信件。",
    "在第一场风暴到来之前，渔民们自行把船移到了内港。",
    "看守灯塔的人目睹了决口，他说石头一块接一块无声地落下。",
)
JA = (
    "港湾委員会は火曜日に会合を開き、古い防波堤が夜のうちに崩れた理由を聞いた。",
    "技術者たちは長年、塩が花崗岩のあいだの鉄を侵していると警告してきた。",
    "一九九八年の調査では修理費は四百万とされ、町だけでは賄えなかった。",
    "その後二つの政府が資金を約束したが、届いたのは手紙だけだった。",
    "漁師たちは最初の嵐の前に自分たちで船を内港へ移した。",
)
AR = (
    "اجتمع مجلس الميناء يوم الثلاثاء ليستمع إلى أسباب انهيار الجدار البحري القديم خلال الليل.",
    "حذر المهندسون منذ سنوات من أن الملح يأكل الروابط الحديدية بين كتل الغرانيت.",
    "قدرت دراسة أجريت عام 1998 كلفة الإصلاح بأربعة ملايين، وهو مبلغ لا تستطيع البلدة جمعه وحدها.",
    "ومنذ ذلك الحين وعدت حكومتان بالمال ولم ترسل أي منهما سوى رسالة واحدة.",
    "نقل الصيادون قواربهم إلى الحوض الداخلي على نفقتهم قبل العاصفة الأولى.",
)
RU = (
    "Совет порта собрался во вторник, чтобы узнать, почему старая дамба рухнула ночью.",
    "Инженеры годами предупреждали, что соль разъедает железные связи между гранитными блоками.",
    "Обследование 1998 года оценило ремонт в четыре миллиона, и город не мог собрать их один.",
    "С тех пор два правительства обещали деньги, но ни одно не прислало ничего, кроме письма.",
    "Рыбаки сами перевели лодки во внутреннюю гавань ещё до первого шторма.",
    "Смотритель маяка видел пролом и говорил, что камни падали один за другим и без звука.",
)
DE = (
    "Der Hafenrat kam am Dienstag zusammen, um zu hören, warum die alte Seemauer in der Nacht nachgab.",
    "Fachleute hatten jahrelang gewarnt, dass das Salz die Eisenanker zwischen den Granitblöcken zerfrisst.",
    "Eine Untersuchung von 1998 bezifferte die Kosten auf vier Millionen, zu viel für die Stadt allein.",
    "Seither haben zwei Regierungen Geld versprochen, und keine hat mehr als einen Brief geschickt.",
    "Die Fischer verlegten ihre Boote vor dem ersten Sturm auf eigene Rechnung in das innere Becken.",
    "Der Leuchtturmwärter sah den Durchbruch und sagte, die Steine seien einzeln und lautlos gefallen.",
)
TITLE = "Why the sea wall fell"

MENU = "<nav><a href=/>Home</a> <a href=/news>News</a> <a href=/contact>Contact us</a></nav>"
NEW_MENU = "<div class=menu><ul><li>Start<li>Latest<li>Topics<li>Shop<li>Sign in<li>Search</ul></div>"
TEASERS = (
    "<ul><li>Ten photographs of the storm<li>What the ferry costs now<li>Who runs the harbour?<li>Weather<li>Jobs</ul>"
)
NEW_TEASERS = "<ul><li>The mayor resigns<li>Cup final: pictures<li>A recipe for eels<li>Crossword<li>Obituaries</ul>"
COOKIES = "<div role=dialog><p>We and our partners use cookies to measure visits and improve what you see.</p></div>"
FOOT = "<footer><p>© 2014 Harbour News. All rights reserved. Imprint. Privacy.</p></footer>"
NEW_FOOT = (
    "<footer><p>© 2026 Harbour Media Group. Terms of use. Accessibility statement. Advertise with us.</p></footer>"
)


def page(*sentences: str, before: str = MENU, after: str = FOOT, wrap: str = "<p>{}</p>", lang: str = "en") -> Response:
    """A page with a title, and every three sentences a paragraph."""
    body = "".join(wrap.format(" ".join(sentences[at : at + 3])) for at in range(0, len(sentences), 3))
    return response(html(f"{TITLE} | Harbour News", f"{before}<h1>{TITLE}</h1>{body}{after}", lang=lang))


def text(body: str) -> Response:
    return response(body, content_type="text/plain; charset=utf-8")


def without(sentences: tuple[str, ...], *left_out: int) -> tuple[str, ...]:
    return tuple(sentence for at, sentence in enumerate(sentences) if at not in left_out)


def changed(sentences: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    assert any(old in sentence for sentence in sentences), old
    return tuple(sentence.replace(old, new) for sentence in sentences)


THEN = page(*EN)
LOGIN = response(
    html(
        "Sign in",
        "<h1>Sign in to continue</h1><form action=/login><input name=user><input type=password name=word>"
        "<button>Sign in</button></form>",
    )
)
CHALLENGE = response(
    html("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>"),
    403,
    cf_mitigated="challenge",
)


class DriftPair(NamedTuple):
    then: Response
    now: Response
    drift: str
    why: str


class QuotePair(NamedTuple):
    quote: str
    then: Response
    now: Response
    found: str
    why: str


FIRST_DRIFT = (
    DriftPair(THEN, THEN, "same", "untouched"),
    DriftPair(THEN, page(*EN, before=NEW_MENU, after=NEW_FOOT), "same", "new menu and footer"),
    DriftPair(THEN, page(*changed(EN, "four million", "five million")), "same", "one figure corrected"),
    DriftPair(THEN, page(*(line.replace("'", "’").upper() for line in EN)), "same", "set in capitals"),
    DriftPair(THEN, page(*EN, wrap="<div><span>{}</span></div>"), "same", "other markup"),
    DriftPair(THEN, page(*without(EN, 3, 8)), "edited", "two sentences of twelve taken out"),
    DriftPair(THEN, page(*EN, *OTHER[:3]), "edited", "a part added"),
    DriftPair(THEN, page(*EN[:8]), "edited", "cut by a third"),
    DriftPair(THEN, page(*EN[:3], *OTHER), "drifted", "mostly replaced"),
    DriftPair(THEN, page(*REWORDED), "drifted", "reworded throughout"),
    DriftPair(THEN, page(*OTHER), "drifted", "replaced"),
    DriftPair(THEN, page(*EN[:4]), "drifted", "only the beginning is left"),
    DriftPair(THEN, page(EN[0]), "unmeasured", "a teaser of less than fifty words"),
    DriftPair(THEN, LOGIN, "unmeasured", "moved behind a sign-in"),
    DriftPair(THEN, CHALLENGE, "unmeasured", "a bot wall"),
    DriftPair(page(*ZH, lang="zh"), page(*ZH, lang="zh", before=NEW_MENU), "same", "Chinese, untouched"),
    DriftPair(page(*ZH, lang="zh"), page(*ZH[:4], lang="zh"), "edited", "Chinese, cut by a third"),
    DriftPair(page(*ZH, lang="zh"), page(*JA, lang="ja"), "drifted", "Chinese replaced by Japanese"),
)
FIRST_QUOTES = (
    QuotePair("one by one and without a sound", THEN, THEN, "both", "verbatim"),
    QuotePair("One By One And Without A Sound", THEN, THEN, "both", "case"),
    QuotePair("the iron ties … granite blocks", THEN, THEN, "both", "an ellipsis"),
    QuotePair("the iron ties [...] granite blocks", THEN, THEN, "both", "an ellipsis in brackets"),
    QuotePair("two governments have promised money", THEN, page(*without(EN, 3, 8)), "archive", "taken out since"),
    QuotePair("made public", THEN, page(*REWORDED), "live", "came in since"),
    QuotePair("the moon is made of cheese and lead", THEN, THEN, "no", "never there"),
    QuotePair("without a sound", THEN, LOGIN, "archive", "behind a sign-in today"),
    QuotePair("a sum nobody could name", THEN, LOGIN, "unmeasured", "half of the evidence is out of reach"),
    QuotePair("盐分正在侵蚀花岗岩", page(*ZH), page(*ZH), "both", "Chinese"),
    QuotePair("盐分 正在 侵蚀", page(*ZH), page(*ZH), "both", "Chinese with stray spaces"),
    QuotePair("鉄を侵している", page(*JA), page(*JA), "both", "Japanese"),
    QuotePair("الملح يأكل الروابط الحديدية", page(*AR), page(*AR), "both", "Arabic"),
    QuotePair("соль разъедает железные связи", page(*RU), page(*RU[:1], *RU[2:]), "archive", "Russian, taken out"),
    QuotePair("the last sentence", THEN, page("The last sentence."), "live", "found is found, however short the page"),
)

COMMENTS = "<section><h2>Comments</h2>" + "".join(
    f"<p>{line}</p>"
    for line in (
        "I walked past that wall every morning for thirty years and never saw a crack in it.",
        "Typical of the board to meet after the tide has come in and not before.",
        "Does anybody know whether the ferry still sails on Sundays in winter?",
    )
)
SUBSCRIBE = response(
    html(
        f"{TITLE} | Harbour News",
        f"<h1>{TITLE}</h1><p>{EN[0]}</p><div class=paywall><h2>Subscribe to continue reading</h2>"
        "<p>This article is for subscribers. Already a subscriber? Sign in.</p><button>Subscribe now</button></div>",
    )
)
GONE = response(html("404 Not Found", "<h1>Page not found</h1><p>Sorry, this page does not exist any more.</p>"), 404)
LONG = tuple(f"{line[:-1]}, as minute {number} of the board records." for number in range(40) for line in EN)
SCRIPT_SHELL = response(html(TITLE, "<div id=root></div><script src=/app.js></script>"))
HYPHENS = tuple(line.replace("sea wall", "sea\u00adwall").replace("Quay Street", "Quay\u00a0Street") for line in EN)
CURLY = ("He called it “a wall of promises” — and the board’s own report didn’t disagree.", *EN)
STRAIGHT = ("He called it \"a wall of promises\" - and the board's own report didn't disagree.", *EN)

LATER_DRIFT = (
    DriftPair(page(*CURLY), page(*STRAIGHT), "same", "quotes, apostrophe and dash made plain"),
    DriftPair(THEN, page(*EN, before=MENU + COOKIES), "same", "a cookie dialogue came"),
    DriftPair(page(*EN, after=TEASERS + FOOT), page(*EN, after=NEW_TEASERS + FOOT), "same", "other teasers"),
    DriftPair(
        THEN, page(*HYPHENS[1:], before=MENU + f"<p>{EN[0]}</p>"), "same", "hard spaces, the first line set apart"
    ),
    DriftPair(THEN, page(*EN, after=COMMENTS + FOOT), "edited", "comments came in, which look like text"),
    DriftPair(THEN, page(*reversed(EN)), "edited", "the sentences in another order"),
    DriftPair(THEN, page(*EN[:6], *REWORDED[6:]), "drifted", "the second half reworded"),
    DriftPair(THEN, page(*EN[:10], *REWORDED[10:]), "edited", "the last two sentences reworded"),
    DriftPair(THEN, SUBSCRIBE, "unmeasured", "behind a subscription, one sentence left"),
    DriftPair(THEN, GONE, "unmeasured", "not found today"),
    DriftPair(THEN, SCRIPT_SHELL, "unmeasured", "shows its text in a browser only"),
    DriftPair(GONE, THEN, "unmeasured", "the copy is of an error"),
    DriftPair(page(*LONG), page(*LONG), "same", "longer than what is kept of it"),
    DriftPair(page(*LONG), page(*LONG[: len(LONG) // 2]), "edited", "a long page cut by half"),
    DriftPair(page(*LONG), page(*LONG[: len(LONG) // 5]), "drifted", "a long page cut to a fifth"),
    DriftPair(page(*AR, lang="ar"), page(*AR, lang="ar", after=NEW_FOOT), "same", "Arabic, new footer"),
    DriftPair(page(*RU, lang="ru"), page(*RU[:4], lang="ru"), "edited", "Russian, cut by a third"),
    DriftPair(page(*DE, lang="de"), page(*EN[:6], lang="en"), "drifted", "German replaced by its English version"),
    DriftPair(page(*JA, lang="ja"), page(*changed(JA, "四百万", "五百万"), lang="ja"), "same", "Japanese, one figure"),
    DriftPair(text("\n".join(EN)), text("\n\n".join(EN)), "same", "plain text, other line ends"),
    DriftPair(THEN, text("\n".join(EN)), "same", "a web page made plain text"),
)
LATER_QUOTES = (
    QuotePair('"a wall of promises"', page(*CURLY), page(*STRAIGHT), "both", "plain and typographic marks"),
    QuotePair("the board's own report didn't disagree", page(*CURLY), page(*STRAIGHT), "both", "apostrophes"),
    QuotePair("a wall of promises - and the board’s own", page(*CURLY), page(*STRAIGHT), "both", "dashes"),
    QuotePair("clear of the  promenade\nuntil further notice", THEN, THEN, "both", "white space and line ends"),
    QuotePair("Quay Street", page(*HYPHENS), page(*HYPHENS), "both", "a hard space"),
    QuotePair("three sheds and the ice house . . . with the tide", THEN, THEN, "both", "a spaced ellipsis"),
    QuotePair("with the tide … three sheds", THEN, THEN, "no", "the pieces come in order"),
    QuotePair("[The board] will ask the ministry", THEN, THEN, "both", "brackets around words that are there"),
    QuotePair("He called [the wall] “a wall of promises”", page(*CURLY), page(*CURLY), "both", "a word put in"),
    QuotePair("granit", THEN, THEN, "no", "whole words only"),
    QuotePair("die Steine seien einzeln und lautlos gefallen", page(*DE), page(*EN), "archive", "German then"),
    QuotePair("the stones went one by one", page(*DE), page(*EN), "live", "English today"),
    QuotePair("last rebuilt after the flood of 1871", THEN, page(*changed(EN, "1871", "1872")), "archive", "a figure"),
    QuotePair("salt was eating", THEN, GONE, "archive", "not found today"),
    QuotePair(
        "as minute 39 of the board records", page(*LONG), page(*LONG[:100]), "archive", "at the end of a long page"
    ),
    QuotePair("the committee wept", GONE, GONE, "unmeasured", "nothing could be read"),
)
