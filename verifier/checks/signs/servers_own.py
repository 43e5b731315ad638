"""What servers call the pages that they show where no site is set up."""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases

SERVERS_OWN = Phrases((
    "welcome to nginx", "welcome to openresty", "apache2", "apache http server", "test page", "it works!",
    "iis windows", "internet information services", "default page", "default web page", "default website",
    "default web site", "plesk",
    "cpanel", "directadmin", "caddy works", "не прилинкован", "домен не привязан", "domain is not configured",
    "domain not configured", "ispconfig", "litespeed", "account suspended", "index of /",
))  # fmt: skip
"""What servers show of their own where no site is set up: nobody is coming back."""
