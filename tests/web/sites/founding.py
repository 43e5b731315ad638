"""The founding letter's hosts, for the demonstration: most links work, and each common trouble is met once.

The words of these pages are filler of our own; only the titles that the letter cites, and the words that it quotes, are
theirs. What the hosts do here says nothing about what the real ones do.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, error_page, page, pdf, styled_error, wrapped
from tests.web.prose import paragraphs

MANDATE = (
    "In accordance with General Assembly resolution 48/141, the United Nations High Commissioner for Human Rights is "
    "appointed by the Secretary-General of the United Nations and approved by the General Assembly, with due regard to "
    "geographical rotation for a fixed term of four years with a possibility of one renewal for another fixed term of "
    "four years."
)
TWINS_MANDATE = (
    "The High Commissioner serves for four years and may serve for four more, says General Assembly resolution 48/141; "
    "the Secretary-General names the person and the Assembly agrees."
)
"""What the renamed twin of the founding letter quotes from the same page."""
RESOLUTION = "High Commissioner for the promotion and protection of all human rights"
STATEMENT = "Statement by UN High Commissioner for Human Rights Michelle Bachelet after official visit to China"
MEASURES = "UN experts call for decisive measures to protect fundamental freedoms in China"
STAIN = "Expert: sustained detention is a “dark stain on our collective conscience”"
CAMP = "Xinjiang Police Files: Inside a Chinese internment camp"
SCHOOLS = "Separated From Their Families, Hidden From the World"
MILESTONE = "Hong Kong Reaches a Grim Milestone: 1,000 Political Prisoners"
COSTS = "The Costs of International Advocacy: China’s Interference in United Nations Human Rights Mechanisms"
GROUPS = "Over 220 groups urgently demand UN High Commissioner immediately postpone her visit to China"

DDS = "https://documents-dds-ny.un.org/doc/UNDOC/GEN/N94/012/56/PDF/N9401256.pdf?OpenElement"
DOCS = "https://docs.un.org/en/A/RES/48/141"
OHCHR = "https://www.ohchr.org/en/"
STATEMENT_URL = (
    OHCHR + "statements/2022/05/statement-un-high-commissioner-human-rights-michelle-bachelet-after-official"
)
MEASURES_PATH = OHCHR + "press-releases/2020/06/un-experts-call-decisive-measures-protect-fundamental-freedoms-china"
MEASURES_URL = MEASURES_PATH + "?LangID=E&NewsID=26006"
STAIN_URL = OHCHR + "stories/2022/04/expert-sustained-detention-dark-stain-our-collective-conscience"
COMMUNICATION = "https://spcommreports.ohchr.org/TMResultsBase/DownLoadPublicCommunicationFile?gId=24845"
CAMP_URL = "https://www.bbc.co.uk/news/resources/idt-8df450b3-5d6d-4ed8-bdcc-bd99137eadc3"
FILES_URL = "https://www.xinjiangpolicefiles.org/"
SCHOOLS_URL = "https://s7712.pcdn.co/wp-content/uploads/2022/01/2021_ColonialBoardingSchoolReport_Digital.pdf"
MILESTONE_URL = "https://hkdc.us/political-prisoners-research-report/"
MILESTONE_NEW = "https://hkdc.us/research/political-prisoners-report/"
HRW = "https://www.hrw.org/report/2017/09/05/costs-international-advocacy/"
COSTS_STUMP = HRW + "chinas-interference-united-nations-human-r"
COSTS_URL = COSTS_STUMP + "ights"
GROUPS_PATH = "/over-220-groups-urgently-demand-un-high-commissioner-immediately-postpone-her-visit-to-china/"
GROUPS_URL = "https://tibetadvocacy.org" + GROUPS_PATH

PDF = "application/pdf"
FEEDBACK = "<aside><form><label>Was this useful? <input name='answer'></label></form></aside>"


def paper(title: str, seed: str, *first: str) -> bytes:
    """A one-page PDF of filler."""
    return pdf(title, [line for text in (*first, *paragraphs(seed, count=5)) for line in [*wrapped(text), ""]])


def office(title: str, seed: str) -> Answer:
    """A page in the house style of the Office."""
    return Answer(article(title, site="OHCHR", seed=seed, after=FEEDBACK))


WALL = page(
    "Just a moment...",
    "<noscript>Enable JavaScript and cookies to continue</noscript>"
    "<script>window._cf_chl_opt={cType:'managed'};</script>",
    head='<meta name="robots" content="noindex,nofollow">',
)

SITE = Site(
    hosts=(
        Host("documents-dds-ny.un.org"),
        Host("docs.un.org"),
        Host(
            "www.ohchr.org",
            missing=Answer(styled_error("Page not found", "We cannot find that page.", site="OHCHR"), 404),
        ),
        Host("spcommreports.ohchr.org"),
        Host("www.bbc.co.uk", missing=Answer(styled_error("404", "Page not found", site="BBC"), 404)),
        Host(
            "www.xinjiangpolicefiles.org",
            missing=Answer(WALL, 403, (("cf-mitigated", "challenge"), ("Server", "cloudflare"))),
        ),
        Host("s7712.pcdn.co", missing=Answer(error_page("404 Not Found", "nginx"), 404)),
        Host("hkdc.us", missing=Answer(styled_error("Nothing here", "That page can’t be found.", site="HKDC"), 404)),
        Host("www.hrw.org", missing=Answer(styled_error("Page Not Found", "Sorry.", site="HRW"), 404)),
        Host("tibetadvocacy.org"),
        Host(
            "www.tibetadvocacy.org",
            missing=Answer(styled_error("Page not found", "It looks like nothing was found.", site="TAC"), 404),
        ),
    ),
    pages=(
        Page(
            DDS,
            Answer(paper("A/RES/48/141: " + RESOLUTION, DDS, MANDATE, TWINS_MANDATE), content_type=PDF),
            Truth("ok", "ok", why="a PDF that works", quote=MANDATE),
        ),
        Page(
            DDS.partition("?")[0],
            Answer(paper("A/RES/48/141: " + RESOLUTION, DDS, MANDATE, TWINS_MANDATE), content_type=PDF),
        ),
        Page(
            DOCS,
            Answer(article("A/RES/48/141: " + RESOLUTION, site="United Nations", seed=DOCS, quote=MANDATE)),
            Truth("ok", "ok", why="the resolution by its symbol"),
        ),
        Page(
            STATEMENT_URL,
            office(STATEMENT, STATEMENT_URL),
            Truth("ok", "ok", STATEMENT, "works once the space is taken out", date="2022-05-28"),
        ),
        Page(
            MEASURES_URL,
            office(MEASURES, MEASURES_URL),
            Truth("ok", "ok", MEASURES, "works once the space is taken out", date="2020-06-26"),
        ),
        Page(MEASURES_PATH, office(MEASURES, MEASURES_URL)),
        Page(STAIN_URL, office(STAIN, STAIN_URL), Truth("ok", "ok", STAIN, "works", date="2022-04-27")),
        Page(
            COMMUNICATION,
            Answer(
                paper("Communication to the Government", COMMUNICATION),
                content_type=PDF,
                headers=(("Content-Disposition", 'attachment; filename="communication.pdf"'),),
                delay=1.5,
            ),
            Truth("ok", "ok", why="slow, but it comes"),
        ),
        Page(
            CAMP_URL,
            Answer(article(CAMP, site="BBC News", seed=CAMP_URL), coding="gzip", framing="chunked"),
            Truth("ok", "ok", CAMP, "compressed and chunked", date="2022-05-24"),
        ),
        Page(
            FILES_URL, None, Truth("bot_wall", "review", None, "Cloudflare's challenge: a browser would see the page")
        ),
        Page(
            SCHOOLS_URL,
            None,
            Truth("not_found", "broken", SCHOOLS, "the file left the content network; a copy is archived", date="2021"),
        ),
        Page(
            MILESTONE_URL,
            Redirect(MILESTONE_NEW, 301),
            Truth("moved", "fix", MILESTONE, "moved for good, and still under its title", date="2022-05-22"),
        ),
        Page(MILESTONE_NEW, Answer(article(MILESTONE, site="HKDC", seed=MILESTONE_URL))),
        Page(
            COSTS_URL,
            Answer(article(COSTS, site="Human Rights Watch", seed=COSTS_URL)),
            Truth("ok", "ok", COSTS, "works once the space is taken out", date="2017-09"),
        ),
        Page(COSTS_STUMP, Answer(article("Reports", site="Human Rights Watch", seed=COSTS_STUMP))),
        Page(HRW, Answer(article("Reports", site="Human Rights Watch", seed=COSTS_STUMP))),
        Page(
            GROUPS_URL,
            Redirect("https://www.tibetadvocacy.org" + GROUPS_PATH, 301),
            Truth("ok", "ok", GROUPS, "www alone is not a move", date="2022-05-05"),
        ),
        Page(
            "https://www.tibetadvocacy.org" + GROUPS_PATH,
            Answer(article(GROUPS, site="Tibet Advocacy Coalition", seed=GROUPS_URL)),
        ),
        Page(
            "https://www.example.org/",
            Answer(article("A campaign of the neighbourhood", suffix=False, site="Campaign", seed="twin")),
        ),
        Page(
            "https://www.campaignforuyghurs.org/",
            Answer(article("Campaign for Uyghurs", suffix=False, site="Campaign for Uyghurs", seed="cfu")),
        ),
    ),
)
