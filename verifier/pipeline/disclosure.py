"""Who would learn what from a run: the answer to `--plan`, before anything is sent. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from ipaddress import ip_network

from verifier.model.addresses import is_web
from verifier.pipeline.desk import Options
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import first_readings, host_of, left_out
from verifier.pipeline.secrecy import kept_from_archives
from verifier.report import escapes
from verifier.report.masking import mask_secrets
from verifier.report.words import count
from verifier.web.addresses import in_tor, literal_address, refusal

_AFTERWARDS = (
    "A host that redirects, and a link that leads astray or can be read otherwise, lead to further requests.",
    "Your DNS server learns the names of these hosts.",
)


def disclosure(
    planned: Sequence[Planned],
    options: Options,
    archives: Sequence[str],
    allowed: Sequence[str] = (),
    *,
    proxied: bool = False,
) -> str:
    """In plain words: each host with the addresses it would be asked for, each archive with those it would learn of.

    Secrets in them are masked: what stands on a screen is seen, and kept in a job's log. `allowed` are the private
    ranges that may be asked. `proxied`: whether a proxy looks the hosts up.
    """
    asked: dict[str, set[str]] = defaultdict(set)
    refused: dict[str, str] = {}
    for question in first_readings(planned, options):
        reason = _refused(question.key, allowed, proxied=proxied)
        if reason:
            refused[question.key] = reason
        else:
            asked[host_of(question.key)].add(question.key)
    everything = sorted(set().union(*asked.values()))
    secret = {url: reason for url in everything if (reason := kept_from_archives(url))}
    hosts = [] if options.private else _told_to_hosts(asked)
    told = [url for url in everything if url not in secret]
    copies = _told_to_archives(archives if everything else (), told, listed=options.private)
    lines = [
        *([*hosts, *copies] or ["Nobody would be asked for anything."]),
        *(f"  never sent to an archive, since {reason}: {_shown(url)}" for url, reason in secret.items()),
        *(f"not asked for: {_shown(url)} ({reason})" for url, reason in refused.items()),
        *_left_out(planned, options),
        *(_AFTERWARDS if hosts else ()),
        "Nothing was sent.",
    ]
    return "\n".join(lines) + "\n"


def _told_to_hosts(asked: Mapping[str, Collection[str]]) -> list[str]:
    """Each host, and the addresses that it would be asked for."""
    if not asked:
        return []
    lines = [f"{count(len(asked), 'host')} would be asked for {_links(sum(map(len, asked.values())))}:"]
    for host in sorted(asked):
        lines += [f"  {escapes.link(host)}", *(f"    {_shown(url)}" for url in sorted(asked[host]))]
    return lines


def _told_to_archives(archives: Sequence[str], urls: Sequence[str], *, listed: bool) -> list[str]:
    """Each archive, and what it would learn of; `listed`: address by address, where the hosts do not list them."""
    lines = []
    for archive in archives:
        lines.append(f"{archive} would learn of {_links(len(urls))}{':' if listed else '.'}")
        lines += [f"    {_shown(url)}" for url in urls if listed]
    return lines


def _refused(url: str, allowed: Sequence[str], *, proxied: bool) -> str | None:
    """Why the host that a link names is never connected to; None for those with names, which are looked up first."""
    host = host_of(url)
    address = literal_address(host)
    if address is not None:
        return refusal(address, [ip_network(one) for one in allowed])
    return "it is in the Tor network, which only a proxy can reach" if in_tor(host) and not proxied else None


def _left_out(planned: Sequence[Planned], options: Options) -> list[str]:
    lines = []
    for one in planned:
        for citation in one.found.citations:
            reason = left_out(citation, options)
            if reason is None and citation.url is not None and not is_web(citation.url):
                reason = "not a web address"
            if reason:
                lines.append(f"not asked for: {_shown(citation.url or citation.as_written)} ({reason})")
    return lines


def _shown(url: str) -> str:
    return escapes.link(mask_secrets(url))


def _links(number: int) -> str:
    return count(number, "address", "addresses")
