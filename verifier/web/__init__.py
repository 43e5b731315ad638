"""The HTTP client: a URL goes in, one answer or one named failure comes out.

Vetting of addresses, pacing per domain, retries, trust and bounded reading live here, one file each; `exchange.py` is
what the rest of the program sees. Only `client.py` imports httpx and httpcore, and only when a client is made.
"""
