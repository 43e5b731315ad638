"""How Sphinx builds these pages: `make docs`. Warnings, dead cross-references among them, are errors there."""

project = "verifier"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {"description": "Checks the citations of letters, reports and articles", "page_width": "60em"}
html_show_copyright = False
html_show_sourcelink = False
