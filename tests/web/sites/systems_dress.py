"""The looks of twenty kinds of sites, for `systems`: content systems, portals, repositories, frameworks.

In: the kind of site, the title in the head, a language, the site's name, and what stands in the middle. Out: HTML.
"""

from __future__ import annotations

from html import escape

from tests.web.sites.dressing import headlines, told
from tests.web.sites.tongues import TONGUES

# In the order of a page: what the head holds besides the title, before the middle, after the middle. `«N»` is the N-th
# word of the menu, `«s»` the site, `«in»` the word for signing in, `«find»` for searching, `«list»` a list of links.
LOOKS: dict[str, tuple[str, str, str]] = {
    "drupal": (
        (
            '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><meta name="MobileOptimized" '
            'content="width"><link rel="stylesheet" media="all" href="/sites/default/files/css/css_x1.css">'
        ),
        (
            '<a href="#main-content" class="visually-hidden focusable skip-link">»</a><div '
            'class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container"><header '
            'role="banner"><div id="block-site-branding"><a href="/" rel="home">«s»</a></div><nav '
            'id="block-main-menu"><ul class="menu"><li><a href="/">«0»</a></li><li><a '
            'href="/news">«1»</a></li><li><a href="/about">«2»</a></li></ul></nav></header><main role="main"><a '
            'id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div '
            'data-drupal-messages-fallback class="hidden"></div>'
        ),
        (
            '</div></div></main><footer role="contentinfo"><a href="/user/login">«in»</a></footer></div></div><script'
            ' type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"/","currentPath'
            '":"node/18","isFront":false},"user":{"uid":0}}</script>'
        ),
    ),
    "typo3": (
        '<meta name="generator" content="TYPO3 CMS"><link rel="stylesheet" href="/typo3temp/assets/css/7b2.css">',
        (
            '<header class="frame-header"><a class="logo" href="/">«s»</a><nav><ul><li><a '
            'href="/0">«0»</a></li><li><a href="/1">«1»</a></li></ul></nav><form action="/suche" method="get"><input '
            'name="tx_solr[q]" placeholder="«find»"></form></header><!--TYPO3SEARCH_begin--><div id="c4711" '
            'class="frame frame-default frame-type-text">'
        ),
        '</div><!--TYPO3SEARCH_end--><footer><ul><li><a href="/imprint">«2»</a></li><li>«3»</li></ul></footer>',
    ),
    "joomla": (
        (
            '<meta name="generator" content="Joomla! - Open Source Content Management"><link '
            'href="/templates/protostar/favicon.ico" rel="shortcut icon">'
        ),
        (
            '<div class="body"><div class="container"><header class="header"><a class="brand" '
            'href="/">«s»</a></header><nav class="navigation"><ul class="nav menu"><li class="item-101 default"><a '
            'href="/">«0»</a></li><li><a href="/index.php/1">«1»</a></li></ul></nav><main id="content" role="main" '
            'class="span9"><div id="system-message-container"></div><div class="item-page">'
        ),
        (
            '</div></main><div id="aside" class="span3"><div class="well"><h3>«in»</h3><form action="/index.php" '
            'method="post" id="login-form"><input name="username"><input type="password" name="password"><button>«in»'
            "</button></form></div></div></div></div>"
        ),
    ),
    "wiki": (
        (
            '<meta name="generator" content="MediaWiki 1.39.5"><script>RLCONF={"wgCanonicalNamespace":"","wgAction":"'
            'view"};'
            "</script>"
        ),
        '<div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><a id="top"></a>',
        (
            '</div><div id="mw-navigation"><ul id="p-personal"><li id="pt-login"><a '
            'href="/index.php?title=Special:Login">«in»</a></li></ul><div id="p-search"><input name="search" '
            'placeholder="«find» «s»"></div><div id="p-logo"><a href="/">«s»</a></div>«list»</div><footer '
            'id="footer"><ul><li>«2»</li></ul></footer>'
        ),
    ),
    "confluence": (
        (
            '<meta name="confluence-base-url" content="https://wiki.example"><meta id="confluence-context-path" '
            'name="confluence-context-path" content="">'
        ),
        (
            '<div id="full-height-container"><div id="header-precursor"></div><header id="header" role="banner"><nav '
            'class="aui-header aui-dropdown2-trigger-group"><span class="aui-header-logo"><a '
            'href="/">«s»</a></span><ul><li><a id="login-link" href="/login.action">«in»</a></li></ul></nav></header>'
            '<div id="main" class="aui-page-panel">'
        ),
        '</div><div id="footer" role="contentinfo"><ul><li class="print-only">Confluence 7.19.8</li></ul></div></div>',
    ),
    "sharepoint": (
        '<meta name="GENERATOR" content="Microsoft SharePoint"><meta http-equiv="X-UA-Compatible" content="IE=10">',
        (
            '<form method="post" action="./page.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" '
            'value="/wEPDwUBMGRk"><div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><a '
            'href="/">«s»</a></div><div id="DeltaPlaceHolderMain"><a id="mainContent"></a>'
        ),
        "</div></div></div></form>",
    ),
    "webforms": (
        '<link href="/App_Themes/Default/Main.css" type="text/css" rel="stylesheet">',
        (
            '<form method="post" action="./show.aspx?id=18" id="form1"><input type="hidden" name="__EVENTTARGET" '
            'value=""><input type="hidden" name="__VIEWSTATE" value="/wEPDwULLTE1Njk"><table width="100%" '
            'border="0"><tr><td><img src="images/arms.gif" alt="«s»"></td><td class="caption">«s»</td></tr><tr><td '
            'width="160" valign="top">«list»</td><td valign="top">'
        ),
        '</td></tr><tr><td colspan="2" class="foot">«3» | «find»</td></tr></table></form>',
    ),
    "gov": (
        '<meta name="theme-color" content="#0b0c0c"><link href="/assets/frontend.css" rel="stylesheet">',
        (
            '<script>document.body.className+=" js-enabled"</script><div id="global-cookie-message" '
            'class="gem-c-cookie-banner" hidden><p>«c»</p><button>«ok»</button></div><header class="govuk-header"><a '
            'href="/">«s»</a><button class="search-toggle">«find»</button></header><div '
            'class="govuk-breadcrumbs"><ol><li><a href="/">«0»</a></li><li><a href="/1">«1»</a></li></ol></div><main '
            'id="content" class="govuk-main-wrapper">'
        ),
        '</main><footer class="govuk-footer"><h2>«more»</h2>«list»<a href="/contact">«3»</a></footer>',
    ),
    "dspace": (
        (
            '<meta name="Generator" content="DSpace 6.3"><link rel="search" type="application/opensearchdescription+x'
            'ml" href="/open-search/description.xml" title="DSpace">'
        ),
        (
            '<header><div class="navbar"><a href="/" class="navbar-brand">«s»</a><ul><li><a '
            'href="/login">«in»</a></li></ul></div></header><div class="trail-wrapper"><ul class="breadcrumb"><li><a '
            'href="/">«0»</a></li><li class="active">«1»</li></ul></div><div id="main-container" '
            'class="container"><div class="main-content">'
        ),
        (
            '</div><div id="sidebar"><form action="/discover"><input name="query"><button>«find»</button></form>«list'
            "»</div>"
            "</div><footer>DSpace software copyright © 2002-2016 «s»</footer>"
        ),
    ),
    "eprints": (
        '<meta name="eprints.type" content="report"><link rel="schema.DC" href="/DC.rdf">',
        (
            '<div class="ep_tm_header"><a href="/">«s»</a><ul class="ep_tm_menu"><li><a href="/">«0»</a></li><li><a '
            'href="/view/">«1»</a></li></ul></div><div align="center"><div class="ep_tm_page_content">'
        ),
        '</div></div><div class="ep_tm_footer">«s» is powered by EPrints 3. <a href="/cgi/users/home">«in»</a></div>',
    ),
    "ckan": (
        '<meta name="generator" content="ckan 2.9.7">',
        (
            '<div class="account-masthead"><a href="/user/login">«in»</a></div><header class="navbar masthead"><a '
            'href="/">«s»</a><form class="site-search" action="/dataset/"><input name="q" '
            'placeholder="«find»"></form></header><div role="main"><div class="toolbar"><ol '
            'class="breadcrumb"><li><a href="/">«0»</a></li><li><a href="/dataset/">«1»</a></li></ol></div><div '
            'class="primary col-sm-9"><article class="module">'
        ),
        '</article></div><aside class="secondary col-sm-3">«list»</aside></div><footer>CKAN API · «2»</footer>',
    ),
    "record": (
        '<meta name="citation_publication_date" content="2021/03/04"><link rel="stylesheet" href="/static/dist/x.css">',
        (
            '<header class="theme header"><a href="/">«s»</a><form action="/search"><input name="q" '
            'placeholder="«find»"></form><a href="/login">«in»</a></header><main id="main"><div class="ui '
            'container"><span class="ui label">'
            "v2</span>"
        ),
        (
            '<section id="citation"><h3>Export</h3><a href="?export=bibtex">BibTeX</a> <a href="?export=json">JSON</a>'
            "</section></div></main><footer>«s» · «2»</footer>"
        ),
    ),
    "paper": (
        (
            '<meta name="viewport" content="width=device-width"><link rel="amphtml" href="?amp=1"><script>var '
            "adv={slots:"
            '["top","mid","end"]};</script>'
        ),
        (
            '<div class="ad-top"></div><header class="masthead"><a href="/">«s»</a><a class="btn-login" '
            'href="/account">«in»</a><nav><a href="/0">«0»</a><a href="/1">«1»</a></nav></header><main '
            'class="grid"><div class="col-main">'
        ),
        '</div><aside class="col-side"><h4>«more»</h4>«list»</aside></main><footer>© «s» <a href="/i">«2»</a></footer>',
    ),
    "press": (
        '<meta name="generator" content="WordPress 5.9.3"><link rel="https://api.w.org/" href="/wp-json/">',
        (
            '<div id="page" class="site"><header id="masthead"><h2 class="site-title"><a '
            'href="/">«s»</a></h2><nav><ul id="primary-menu"><li><a href="/">«0»</a></li><li><a '
            'href="/about/">«2»</a></li></ul></nav></header><div id="content" class="site-content"><div id="primary" '
            'class="content-area"><main class="site-main">'
        ),
        (
            '</main></div><aside id="secondary" class="widget-area"><section '
            'class="widget"><h2>«more»</h2>«list»</section></aside></div><footer id="colophon"><a '
            'href="https://wordpress.org/">WordPress</a></footer></div>'
        ),
    ),
    "forum": (
        '<meta name="generator" content="phpBB"><link href="./styles/prosilver/theme/stylesheet.css" rel="stylesheet">',
        (
            '<div id="wrap" class="wrap"><div id="page-header"><h1>«s»</h1><form action="./search.php"><input '
            'name="keywords" placeholder="«find»…"></form><ul><li><a href="./ucp.php?mode=login">«in»</a></li></ul></'
            'div><div id="page-body">'
        ),
        '</div><div id="page-footer">«list»<p>Powered by phpBB® Forum Software</p></div></div>',
    ),
    "letter": (
        '<meta property="og:site_name" content="«s»"><link rel="preload" as="style" href="/bundle/main.css">',
        (
            '<div id="entry"><div class="topbar"><a href="/">«s»</a><button>«sub»</button><a '
            'href="/sign-in">«in»</a></div><div class="single-post-container"><div class="single-post">'
        ),
        (
            '</div></div><div class="footer">© 2024 «s» ∙ <a href="/privacy">«2»</a></div></div><script>window._prelo'
            'ads={"isEU":true,"language":"en"}</script>'
        ),
    ),
    "builder": (
        '<meta name="generator" content="Wix.com Website Builder"><script>var externalsRegistry={};</script>',
        (
            '<div id="SITE_CONTAINER"><div id="site-root"><header id="SITE_HEADER"><nav><ul><li><a '
            'href="/">«0»</a></li><li><a href="/about">«2»</a></li></ul></nav></header><main '
            'id="PAGES_CONTAINER"><div class="font_8">'
        ),
        '</div></main><footer id="SITE_FOOTER"><p class="font_7">© «s»</p></footer></div></div>',
    ),
    "nineties": (
        "",
        (
            '<table width="760" align="center" cellpadding="0"><tr><td bgcolor="#003366" colspan="2"><font '
            'color="white"><b>«s»</b></font></td></tr><tr><td valign="top" width="140">«list»</td><td valign="top">'
        ),
        '</td></tr><tr><td colspan="2"><hr><font size="1">«3» - «s»</font></td></tr></table>',
    ),
    "next": (
        '<meta name="next-head-count" content="3"><script src="/_next/static/chunks/main-7d.js" defer></script>',
        '<div id="__next"><header><a href="/">«s»</a><a href="/login">«in»</a></header><main>',
        (
            '</main><footer>«2»</footer></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps'
            '":{}},"page":"/[slug]","buildId":"x8"}</script>'
        ),
    ),
}
LOOKS["bare"] = ("", "", "")


def look(kind: str, title: str, language: str, site: str, middle: str, head: str = "") -> str:
    """A whole page; `title` stands in the head as given, with the site's name behind it when there is one."""
    tongue = TONGUES[language]
    links = "".join(f'<li><a href="/x/{n}">{one}</a></li>' for n, one in enumerate(headlines(language, site, 6)))
    marks = {
        "s": site, "in": tongue.account[0], "sub": tongue.account[1], "find": tongue.search, "more": tongue.more,
        "c": tongue.notice[0], "ok": tongue.notice[1], "list": f"<ul>{links}</ul>",
        **{str(n): word for n, word in enumerate(tongue.menu)},
    }  # fmt: skip
    first, before, after = LOOKS[kind]
    for mark, word in marks.items():
        first, before, after = (part.replace(f"«{mark}»", word) for part in (first, before, after))
    shown = f"{title} | {site}" if site and title else title or site
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{"rtl" if tongue.rtl else "ltr"}"><head><meta '
        f'charset="utf-8">\n'
        f"<title>{escape(shown, quote=False)}</title>{first}{head}</head>\n<body>{before}\n{middle}\n{after}</body></"
        f"html>\n"
    )


def text(title: str, language: str, seed: str = "", count: int = 5, quote: str = "", lead: str = "") -> str:
    """A heading, and paragraphs of that language with the quotation among them."""
    said = f"<p>{escape(quote, quote=False)}</p>" if quote else ""
    begun = told(language, seed or title, 2)
    return f"<h1>{escape(title, quote=False)}</h1>{lead}{begun}{said}{told(language, title + 'z', count)}"
