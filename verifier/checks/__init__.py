"""What the web and its archives say of a URL: in, a URL; out, a `LiveCheck` or an `ArchiveCheck`.

`live.py` is the way in for the live web: `follow.py` asks and follows redirects, `page/` reads what came, `signs/` has
what a page shows of itself, `classify.py` names the outcome, and `answers.py` asks on where that leaves a doubt.
`archives.py` says what an archive's client is, and `archive/` holds them; `saving/` has pages captured.
"""
