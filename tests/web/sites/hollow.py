"""Names that were let go and are for sale, and pages whose text only a browser could draw."""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import page, shell
from tests.web.sites.making import good, text, unclear

ORCHARD = "Orchards of the lower valley"
LINKS = "".join(
    f"<li><a href='/?q={word}'>{word}</a></li>" for word in ("Insurance", "Loans", "Flights", "Hotels", "Dating")
)


def for_sale(name: str) -> str:
    """A lander that offers the name."""
    return page(
        f"{name} is for sale",
        f"<h1>{name} is for sale</h1><p>Buy this domain. The owner has listed it at a fixed price.</p>"
        "<form action='/offer'><input name='offer'><button>Make an offer</button></form>",
    )


PARKED_HOSTS: dict[str, Behaviour] = {
    "oldjournal.example": Answer(for_sale("oldjournal.example")),
    "valley-review.test": Answer(
        page(
            "valley-review.test",
            "<p>This domain is parked free, courtesy of your registrar.</p><h2>Related searches</h2>"
            f"<ul>{LINKS}</ul><p>The sponsored listings displayed above are served automatically by a third party.</p>",
        )
    ),
    "obstbau.example": Answer(
        page(
            "obstbau.example steht zum Verkauf",
            f"<h1>Diese Domain steht zum Verkauf!</h1><p>Domain kaufen</p><p>Weitere Links</p><ul>{LINKS}</ul>",
            language="de",
        )
    ),
    "orchard-society.test": Redirect("https://names-market.test/buy/orchard-society.test"),
    "vergers.example": Answer(
        page(
            "vergers.example",
            "<p>Ce nom de domaine est à vendre.</p><p>This domain may be for sale.</p>"
            f"<p>Liens sponsorisés</p><ul>{LINKS}</ul>",
            language="fr",
        )
    ),
}

SHELLS = {
    "react.example": Answer(shell("App", "root", "You need to enable JavaScript to run this app.")),
    "vue.example": Answer(shell("Portal", "app", "We're sorry but this app doesn't work properly without JavaScript.")),
    "angular.test": Answer(page("Portal", "<app-root></app-root><script src='main.js' type='module'></script>")),
    "loading.example": Answer(
        page("Documents", "<div class='spinner'>Loading…</div><script src='/_next/app.js'></script>")
    ),
}

SITE = Site(
    hosts=(
        *(Host(host, missing=answer) for host, answer in PARKED_HOSTS.items()),
        *(Host(host, missing=answer) for host, answer in SHELLS.items()),
    ),
    pages=(
        *(
            Page(
                f"https://{host}/1999/orchards",
                None,
                Truth("parked", "broken", ORCHARD, "a name let go and for sale", also=("soft_404",)),
            )
            for host in PARKED_HOSTS
        ),
        Page("https://names-market.test/buy/orchard-society.test", Answer(for_sale("orchard-society.test"))),
        good("https://auctions.example/lot/14", "This house is for sale", "a house, not a name"),
        good(
            "https://registrars.example/guide",
            "How to buy a domain that is parked",
            "advice on parked names",
            text(
                "How to buy a domain that is parked", "guide", quote="Many lapsed names show “this domain is for sale”."
            ),
        ),
        *(unclear("unrendered", f"https://{host}/orchards", ORCHARD, "a script would draw it") for host in SHELLS),
        unclear(
            "unrendered",
            "https://titled-shell.example/orchards",
            ORCHARD,
            "the title is there, the text is not",
            Answer(shell(ORCHARD, "__next", "Please enable JavaScript to view this page.")),
            also=("ok",),
            also_verdicts=("ok",),
        ),
    ),
)
