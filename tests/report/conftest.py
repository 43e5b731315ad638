"""A real browser over real pages: Debian's Chromium, driven by Playwright, with no way out."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="module")
def chromium():
    """A running Chromium, ended with each module: its driver keeps an event loop that other tests would run into.

    Where there is none the tests are skipped, except in CI, where they have to run.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if sync_playwright is None or path is None:
        missing = "playwright is not installed" if sync_playwright is None else "there is no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(f"the browser tests have to run in CI, but {missing}")
        pytest.skip(missing)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Page:
    """An open report: the Playwright page, and everything that it asked for or complained about."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests, self.complaints = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.url = path.as_uri()
        self.page.goto(self.url)

    def count(self, selector):
        """How many elements match and can be seen."""
        return self.page.locator(selector).filter(visible=True).count()

    def text(self, selector):
        """The text of the one element that matches."""
        return self.page.locator(selector).inner_text()


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page of HTML from file://; afterwards nothing may have left the page or complained."""
    pages = []

    def open_page(html, fragment="", **options):
        path = tmp_path / f"report-{len(pages)}.html"
        path.write_text(html, "utf-8")
        page = Page(chromium, path, **options)
        if fragment:
            page.page.goto(page.url + fragment)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
        assert {url.split("#")[0] for url in page.requests} == {page.url}, "no request leaves the page"
        assert page.complaints == []
