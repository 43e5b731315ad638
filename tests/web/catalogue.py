"""What is on the simulated web: hosts, pages, and beside each cited page the truth about it.

In: the lists of `tests/web/sites/`. Out: the behaviour for a request, and the cases with their truth. The server asks
only for behaviours; no answer carries any part of a truth.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Case, Host, Page, Site
from tests.web.pages import article, error_page
from tests.web.sites import everything

SENT_AS_IS = "!#$%&'()*+,/:;=?@[]~"


@dataclass(slots=True)
class Catalogue:
    """All sites, ready to be looked up."""

    hosts: dict[str, Host] = field(default_factory=dict)
    pages: dict[str, Behaviour] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    secure: set[str] = field(default_factory=set)
    unnamed: dict[str, Host] = field(default_factory=dict)
    """Hosts that no site describes because nothing about them is unusual."""

    @classmethod
    def of(cls, sites: Iterable[Site]) -> Catalogue:
        """Collect sites; raises ValueError when two of them claim one host or URL."""
        catalogue = cls()
        sites = tuple(sites)
        for host in (host for site in sites for host in site.hosts):
            if host.name in catalogue.hosts:
                raise ValueError(f"host declared twice: {host.name}")
            catalogue.hosts[host.name] = host
        for page in (page for site in sites for page in site.pages):
            catalogue._add(page)
        return catalogue

    def _add(self, page: Page) -> None:
        if page.behaviour is not None:
            key = as_asked(page.url)
            if key in self.pages:
                raise ValueError(f"page declared twice: {page.url}")
            self.pages[key] = page.behaviour
        if page.truth is not None:
            self.cases.append(Case(page.url, page.truth))
        self._note_host(page.url)

    def _note_host(self, url: str) -> None:
        parts = urlsplit(as_asked(url))
        name = parts.hostname or ""
        if parts.scheme == "https":
            self.secure.add(name)
        if name not in self.hosts:
            self.unnamed[name] = Host(name)

    def find(self, scheme: str, host: str, target: str) -> Behaviour:
        """The behaviour for one request: 421 on an unknown host, the host's own error page on an unknown path.

        A host that has any page under https sends plain http there, as most hosts do.
        """
        name = host.partition(":")[0].lower()
        known = self.hosts.get(name) or self.unnamed.get(name)
        if known is None:
            return Answer(error_page("Misdirected request", "No such site is served here."), 421)
        for candidate in (f"{scheme}://{host.lower()}{target}", f"{scheme}://{name}{target}"):
            if candidate in self.pages:
                return self.pages[candidate]
        if scheme == "http" and name in self.secure:
            return Redirect(f"https://{name}{target}", 301)
        if scheme == "https" and f"http://{name}{target}" in self.pages:
            return self.pages[f"http://{name}{target}"]
        return self._unlisted(known, target)

    @staticmethod
    def _unlisted(host: Host, target: str) -> Behaviour:
        path = target.partition("?")[0]
        if path == "/robots.txt":
            return Answer(host.robots or "User-agent: *\nDisallow:\n", content_type="text/plain")
        if host.unknown_number is not None and path.rpartition("/")[2].isdecimal():
            return host.unknown_number
        if host.missing is not None:
            return host.missing
        if path == "/":
            return Answer(article(f"{host.name}: home", seed=f"home of {host.name}", site=host.name))
        return Answer(error_page("404 Not Found", "The requested URL was not found on this server."), 404)


def as_asked(url: str) -> str:
    """The URL as it arrives on the wire: host in ASCII, path and query percent-encoded, no fragment."""
    parts = urlsplit(url)
    host = parts.netloc.lower().encode("idna").decode()
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{host}{quote(parts.path or '/', safe=SENT_AS_IS)}{quote(query, safe=SENT_AS_IS)}"


def load() -> Catalogue:
    """The whole simulated web."""
    return Catalogue.of(everything.SITES)
