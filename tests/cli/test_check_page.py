"""The HTML report of ``duizhao check`` in a real browser: filter, mark, export, print."""

import json
import time

import pytest
from browser import LIMIT, Browser
from printed import needs_chromium, print_page

pytestmark = needs_chromium

ROWS = (
    "会议通过了的的决定。\tThe meeting adopted the decision.\n"
    "秘书处提交了报告。\tThe Secretariat submitted  the report.\n"
    "委员会听取了<b>&amp;说明</b>。\tThe Committee was was briefed.\n"
    "主席宣布会议闭幕。\t\n"
)
SHOWN = "document.querySelectorAll('article:not([hidden])').length"


@pytest.fixture
def page(duizhao, folder):
    (folder / "delivery.tsv").write_text(ROWS, "utf-8")
    assert duizhao("check", "delivery.tsv", "-o", "findings.html").status == 1
    return folder / "findings.html"


@pytest.fixture
def browser(page, folder):
    opened = Browser(folder)
    opened.open(page)
    yield opened
    opened.close()


def chosen(browser, select, value):
    browser.value(
        f"(() => {{ const s = document.getElementById('{select}'); s.value = '{value}';"
        "s.dispatchEvent(new Event('change')); return s.value; })()"
    )
    return browser.value(SHOWN)


def count(browser, kind):
    return browser.value(f"document.querySelectorAll('article{kind}').length")


def test_findings_are_filtered_and_searched(browser):
    every = browser.value(SHOWN)
    assert every == count(browser, "") >= 4
    assert chosen(browser, "severity", "error") == count(browser, '[data-severity="error"]')
    both = '[data-severity="error"][data-family="completeness"]'
    assert chosen(browser, "family", "completeness") == count(browser, both) > 0
    assert chosen(browser, "severity", "") == count(browser, '[data-family="completeness"]')
    assert chosen(browser, "family", "") == every
    assert 0 < chosen(browser, "category", "duplication") < every
    chosen(browser, "category", "")
    browser.press("/")
    assert browser.value("document.activeElement.id") == "q"
    browser.ask("Input.insertText", text="briefed")
    browser.until(f"{SHOWN} < {every}")
    shown = browser.value(
        "Array.from(document.querySelectorAll('article:not([hidden])'), (a) => a.textContent)"
    )
    assert shown
    assert all("briefed" in text for text in shown)
    browser.ask("Input.dispatchKeyEvent", type="keyDown", key="Escape")
    assert browser.value(SHOWN) == every


def test_what_is_marked_is_kept_and_exported_as_a_baseline(browser, page, duizhao, folder):
    every = browser.value(SHOWN)
    browser.press("n")
    browser.press("x")
    assert browser.value("document.querySelectorAll('article.accepted').length") == 1
    assert browser.value("document.querySelector('[aria-current] button').ariaPressed") == "true"
    browser.open(page)
    assert browser.value("document.getElementById('marked').textContent") == "1"
    browser.press("e")
    saved, end = folder / "baseline.json", time.monotonic() + LIMIT
    while not saved.exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    baseline = json.loads(saved.read_text("utf-8"))
    assert (baseline["tool"], baseline["version"]) == ("duizhao check", 1)
    done = duizhao("check", "delivery.tsv", "--baseline", "baseline.json", "--format", "json")
    assert len(json.loads(done.out)["findings"]) == every - 1
    browser.value("document.getElementById('hide').click()")
    assert browser.value(SHOWN) == every - 1


def test_the_page_shows_texts_as_they_are_and_marks_their_spans(browser):
    texts = browser.value("Array.from(document.querySelectorAll('.texts p'), (p) => p.textContent)")
    assert "委员会听取了<b>&amp;说明</b>。" in texts
    marks = browser.value("Array.from(document.querySelectorAll('mark'), (m) => m.textContent)")
    assert {"的的", "  "} <= set(marks)
    assert browser.value("document.querySelector('.texts p').lang").startswith("zh")
    assert browser.value("document.querySelectorAll('script[src], link, img').length") == 0


def test_the_page_prints(page):
    import pdfplumber

    with pdfplumber.open(print_page(page)) as pdf:
        text = "".join(sheet.extract_text() for sheet in pdf.pages)
    assert "The Committee was was briefed." in text
    assert "Export" not in text
