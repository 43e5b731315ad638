"""What the web and its archives say of a URL: in, a URL; out, a `LiveCheck` or an `ArchiveCheck`.

`live.py` is the way in for the live web: `follow.py` asks and follows redirects, `page/` reads what came, `signs/` has
what a page shows of itself, `classify.py` names the outcome. Where `suspicions.py` or `sparse.py` leave a doubt,
`answers.py` has `sibling.py` ask for a made-up address, and `alike.py` says what it means if that shows the same.
`archives.py` says what an archive's client is, and `archive/` holds them; `saving/` has pages captured.
"""
