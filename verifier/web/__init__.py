"""The HTTP client: a URL goes in, one answer or one named failure comes out.

Vetting of addresses, pacing per domain, retries, trust and bounded reading live here, one file each; `exchange.py` is
what the rest of the program sees. Only `through_httpx.py` imports httpx, and only for a run that needs it.
"""
