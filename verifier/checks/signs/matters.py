"""What a gate is about; and which pages, by their address, are about that themselves and so have to speak of it.

A rule gives the gate that it found, with its matters; whether the cited address is about one of them comes out. Pure.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from verifier.model.patterns import compile_late

SIGN_IN_PATH = compile_late(
    r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign_in|sso|oauth2?|saml2?|idp|authenticate|authorize|shibboleth"
    r"|cas|wayf"
    r"|anmelden|anmeldung|connexion|iniciar-?sesion|accedi|inloggen|logowanie|giris)(?:[/._-]|$)",
    re.IGNORECASE,
)


class Matter(Enum):
    """What a page can be about, and a gate can want as well."""

    CONSENT = auto()
    SUBSCRIPTION = auto()
    SIGN_IN = auto()
    AGE = auto()


class Gate(NamedTuple):
    """A gate before a page, in words, and what it is about."""

    words: str
    matters: tuple[Matter, ...] = ()


_ADDRESSES = {
    Matter.CONSENT: compile_late(
        r"cookie|privac|consent|gdpr|rgpd|dsgvo|datenschutz|confidentialite|personvern|integritet", re.IGNORECASE
    ),
    Matter.SUBSCRIPTION: compile_late(
        r"subscri|[^/]paywall|paywall[^/]|abonn?e|abbon|suscri|assina|prenumer|(?:^|[/_-])abos?(?:[/._-]|$)",
        re.IGNORECASE,
    ),
    Matter.SIGN_IN: SIGN_IN_PATH,
    Matter.AGE: compile_late(r"(?:^|[/._-])ages?(?:[/._-]|$)|[^a-z]minors?(?:[/._-]|$)|jugendschutz", re.IGNORECASE),
}


def is_about(path: str, gate: Gate) -> bool:
    """Whether an address is by its path that of a page about what the gate wants."""
    return any(_ADDRESSES[matter].search(path) for matter in gate.matters)
