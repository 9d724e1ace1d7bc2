"""Web pages: what of their text is read, in which order and as what."""

import pytest

from corpora.errors import FormatError
from corpora.html import read_html
from corpora.passages import Hint


def seen(page):
    """Each passage as "hint label | text", with empty parts left out."""
    data = page if isinstance(page, bytes) else page.encode()
    return [" ".join(filter(None, (p.hint, p.label, "|", p.text))) for p in read_html(data)]


def texts(page):
    return [p.text for p in read_html(page if isinstance(page, bytes) else page.encode())]


# Running text

LINES = {
    "inline elements": ("<p>Har<b>bour</b> <i>town</i>s</p>", ["Harbour towns"]),
    "white space": ("<p>\n  Harbour\n\ttowns </p>", ["Harbour towns"]),
    "line ends between Chinese": ("<p>港口城镇\n理事会</p>", ["港口城镇理事会"]),
    "blocks": ("<div>One<p>Two</p>Three<div>Four</div></div>", ["One", "Two", "Three", "Four"]),
    "line break": ("<p>One<br>two</p>", ["One two"]),
    "line break in Chinese": ("<p>理事会<br/>开会</p>", ["理事会开会"]),
    "two line breaks": ("<p>One<br><br>Two</p>", ["One", "Two"]),
    "two line breaks on lines": ("<p>一。<br />\r\n<br />\r\n二。</p>", ["一。", "二。"]),
    "line breaks around a space": ("<p>One<br>&nbsp;<br>Two</p>", ["One", "Two"]),
    "three line breaks": ("<p>One<br><br><br>Two</p>", ["One", "Two"]),
    "line break after an empty element": ("<p>One<i></i>\n<br>two</p>", ["One two"]),
    "line breaks with words between": ("<p>One<br>two<br>three</p>", ["One two three"]),
    "line break and emphasis": ("<p>One<br><b>two</b><br>three</p>", ["One two three"]),
    "named entities": ("<p>R&amp;D &lt;4/2&gt; &hellip; &ldquo;port&rdquo;</p>", ["R&D <4/2> … “port”"]),
    "numbers of characters": ("<p>&#28207;&#x53E3;&nbsp;A</p>", ["港口 A"]),
    "unknown entities": ("<p>A &nosuch; B & C</p>", ["A &nosuch; B & C"]),
    "soft hyphens": ("<p>har&shy;bour<wbr>s</p>", ["harbours"]),
    "raised figures": ("<p>10<sup>6</sup> boxes</p>", ["10⁶ boxes"]),
    "raised figures in elements": ("<p>10<sup><font size=2>6</font></sup> m<sup><b>2</b></sup></p>", ["10⁶ m²"]),
    "raised letters": ("<p>the 4<sup>th</sup> of 2011<sup></sup></p>", ["the 4th of 2011"]),
    "lowered figures": ("<p>CO<sub>2</sub></p>", ["CO2"]),
    "ruby": ("<p><ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby>口</p>", ["港口"]),
    "ruby with containers": ("<p><ruby><rb>港</rb><rtc>gǎng</rtc></ruby>口</p>", ["港口"]),
    "comments": ("<p>One<!-- no --> two</p><!-- <p>no</p> -->", ["One two"]),
    "conditional comments": ("<p><![if !supportLists]>1. <![endif]>One</p><!--[if mso]>no<![endif]-->", ["1. One"]),
    "instructions": ("<p>One <?php no ?>two</p>", ["One two"]),
    "definitions": ("<dl><dt>Pier</dt><dd>码头</dd></dl>", ["Pier", "码头"]),
    "details": ("<details><summary>Annex</summary>Text</details>", ["Annex", "Text"]),
    "quotation": ("<blockquote>One</blockquote>two", ["One", "two"]),
    "figure": ("<figure><img src=x alt=no><figcaption>Plan</figcaption></figure>", ["Plan"]),
    "nothing": ("<html><body><p> </p></body></html>", []),
}  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), LINES.values(), ids=LINES)
def test_text(page, expected):
    assert texts(page) == expected


BLOCKS = [
    "address", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "hgroup", "legend", "li", "ol", "section", "summary", "table", "tr", "ul",
]  # fmt: skip


@pytest.mark.parametrize("tag", BLOCKS)
def test_block(tag):
    page = f"<article>Before<{tag}>港口</{tag}>after</article>"
    assert texts(page) == ["Before", "港口", "after"]


PRE = {
    "lines": ("<pre>1. The Board met.\n\n2. 会议闭幕。\n</pre>", ["1. The Board met.", "2. 会议闭幕。"]),
    "elements": ("<pre>1. The <b>Board</b> met.</pre>", ["1. The Board met."]),
    "breaks": ("<pre>One.<br><br>Two.</pre>", ["One.", "Two."]),
    "text around": ("<p>Before</p><pre>One.</pre>after", ["Before", "One.", "after"]),
}  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), PRE.values(), ids=PRE)
def test_preformatted(page, expected):
    assert texts(page) == expected


# Headings


@pytest.mark.parametrize("level", range(1, 7))
def test_heading(level):
    (found,) = read_html(f"<h{level}>二、<i>档案</i></h{level}>".encode())
    assert (found.hint, found.level, found.text) == (Hint.HEADING, level, "二、档案")


@pytest.mark.parametrize(("more", "level"), [('aria-level="3"', 3), ("", 2), ('aria-level="x"', 2)])
def test_heading_by_role(more, level):
    (found,) = read_html(f"<div role=heading {more}>Archives</div>".encode())
    assert (found.hint, found.level) == (Hint.HEADING, level)


def test_text_after_a_heading_is_none():
    assert seen("<h2>Archives</h2>Text<h3>档案</h3><p>正文</p>") == [
        "heading | Archives",
        "| Text",
        "heading | 档案",
        "| 正文",
    ]


# Lists

LISTS = {
    "": "1. 2.",
    "start=17": "17. 18.",
    "type=a": "a. b.",
    "type=A": "A. B.",
    "type=i": "i. ii.",
    "type=I start=4": "IV. V.",
    "type=a start=26": "z. aa.",
    "style='list-style-type: lower-alpha'": "a. b.",
    "style='margin:0;LIST-STYLE: upper-roman'": "I. II.",
    "style='list-style-type:cjk-ideographic'": "一、 二、",
    "style='list-style-type:simp-chinese-informal' start=10": "十、 十一、",
    "start=x": "1. 2.",
    "start=-1": "-1. 0.",
}


@pytest.mark.parametrize(("attributes", "expected"), LISTS.items(), ids=LISTS)
def test_ordered_list(attributes, expected):
    found = read_html(f"<ol {attributes}><li>城镇<li><p>码头</p></ol>".encode())
    assert [p.label for p in found] == expected.split()
    assert [p.text for p in found] == ["城镇", "码头"]


@pytest.mark.parametrize(
    "page",
    [
        "<ul><li>One</ul>",
        "<ol style='list-style:none'><li>One</ol>",
        "<ol type=disc><li>One</ol>",
        "<ol style='list-style-type:lower-roman' start=0><li>One</ol>",
        "<li>One",
    ],
)
def test_item_without_a_label(page):
    assert seen(page) == ["| One"]


def test_value_of_an_item():
    assert seen("<ol><li>A<li value=7>B<li>C</ol>") == ["1. | A", "7. | B", "8. | C"]


def test_nested_lists():
    page = """<ol><li>Count:<ol type=a><li>in town;<li>in port:<ol type=i><li>boxes.</ol></ol>
        and report.<li>Repeat.<ul><li>Yearly</ul></ol>"""
    assert seen(page) == [
        "1. | Count:",
        "a. | in town;",
        "b. | in port:",
        "i. | boxes.",
        "| and report.",
        "2. | Repeat.",
        "| Yearly",
    ]


@pytest.mark.parametrize("tag", ["ul", "menu", "dir"])
def test_list_without_numbers_inside_one_with(tag):
    page = f"<ol><li>城镇<{tag}><li>上城</{tag}><li>码头</ol>"
    assert seen(page) == ["1. | 城镇", "| 上城", "2. | 码头"]


def test_item_of_two_paragraphs_has_one_label():
    assert seen("<ol><li><p>One.</p><p>Two.</p></li><li>3</li></ol>") == [
        "1. | One.",
        "| Two.",
        "2. | 3",
    ]


def test_number_of_an_empty_item_is_not_passed_on():
    assert seen("<ol><li>A</li><li></li></ol><p>B</p>") == ["1. | A", "| B"]


def test_typed_numbers_stay_in_the_text():
    assert seen("<p>1. The Board met.</p><p>（一）导言</p>") == [
        "| 1. The Board met.",
        "| （一）导言",
    ]


# Tables


def test_cells_in_order():
    page = """<table><caption>Boxes</caption><thead><tr><th>城镇<th>箱数</thead>
        <tbody><tr><td>Upper <b>town</b></td><td>12</td></tr></tbody></table>after"""
    assert seen(page) == [
        "| Boxes",
        "cell | 城镇",
        "cell | 箱数",
        "cell | Upper town",
        "cell | 12",
        "| after",
    ]


def test_cell_of_two_paragraphs():
    assert seen("<table><tr><td><p>上城</p><p>下城</p><td>12</table>") == [
        "cell | 上城",
        "cell | 下城",
        "cell | 12",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h2>Archives</h2></td><td><p>Text</p></td></tr></table>",
        "<table role=presentation><tr><td>Archives<td>Text</table>",
    ],
    ids=["heading", "role"],
)
def test_layout_table_is_no_table(page):
    assert not any(line.startswith("cell") for line in seen(page))
    assert texts(page) == ["Archives", "Text"]


def test_table_in_a_layout_table():
    page = "<table><tr><td>Menu<td><table><tr><td>城镇<td>12</table>Text</table>"
    assert seen(page) == ["| Menu", "cell | 城镇", "cell | 12", "| Text"]


# What is no text of the document

DROPPED = [
    "<script>var p = '<p>no</p>';</script>",
    "<style>p {color: red}</style>",
    "<nav><a href='/'>Home</a></nav>",
    "<div role=navigation>Home</div>",
    "<header>United Harbours</header>",
    "<div role=banner>United Harbours</div>",
    "<footer><p>Terms</p></footer>",
    "<div role=contentinfo>Terms</div>",
    "<noscript>no</noscript>",
    "<template><p>no</p></template>",
    "<svg><title>no</title><text>no</text></svg>",
    "<form role=search>Find</form>",
    "<button>Print</button>",
    "<select><option>English</option></select>",
    "<textarea>no</textarea>",
    "<datalist><option>English</option></datalist>",
    "<p hidden>no</p>",
    "<div style='DISPLAY : none'><p>no</p></div>",
    "<p style='visibility:hidden'>no</p>",
    "<video>no</video>",
    "<audio>no</audio>",
    "<canvas>no</canvas>",
    "<object>no</object>",
    "<math><mi>n</mi></math>",
    "<iframe>no</iframe>",
]


@pytest.mark.parametrize("page", DROPPED)
def test_dropped(page):
    assert texts(f"<p>Before</p>{page}after<p>The end</p>") == ["Before", "after", "The end"]


def test_title_of_the_page_is_dropped():
    page = "<html><head><title>Page</title><meta name=x content=y></head><body>Text</body></html>"
    assert texts(page) == ["Text"]


@pytest.mark.parametrize("section", ["article", "main", "section"])
def test_header_and_footer_of_a_section_stay(section):
    page = (
        f"<{section}><header><h1>State</h1></header><p>Text</p><footer>Vienna</footer></{section}>"
    )
    assert texts(f"<header>Site</header>{page}<footer>Terms</footer>") == [
        "State",
        "Text",
        "Vienna",
    ]


# Whole pages


def test_xhtml():
    page = """<?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh"><head><title/><script src="x"/></head>
        <body><h1>档案</h1><p>A<br/>b<a id="x"/></p><hr/><p/><div/>text</body></html>"""
    assert seen(page) == ["heading | 档案", "| A b", "| text"]


def test_fragment():
    assert seen("一、<b>导言</b><p>Text") == ["| 一、导言", "| Text"]


BROKEN = {
    "nothing closed": ("<div><p>One<p>Two<ul><li>Three<li>Four", ["One", "Two", "Three", "Four"]),
    "closed twice": ("<p>One</p></p></div><p>Two</p></body></html>", ["One", "Two"]),
    "crossed": ("<p><b>One <i>two</b> three</i></p><p>Four</p>", ["One two three", "Four"]),
    "text after the end": ("<html><body>One</body></html>two", ["One", "two"]),
    "cells without a table": ("<td>One</td><td>Two</td>", ["One", "Two"]),
    "list closed without being opened": ("</ol><li>One</ol></ul>", ["One"]),
    "open bracket": ("<p>4 < 5 and <p>Two", ["4 < 5 and", "Two"]),
    "attributes without quotes": ("<p class=a b title='x>One</p>'>Two</p>", ["Two"]),
    "capitals": ("<HTML><BODY><P>One<SCRIPT>no</SCRIPT></P></BODY></HTML>", ["One"]),
    "pages one after the other": (
        "<html><body><p>One</body></html>\n<html><head><title>no</title></head><body>Two</body></html>three",
        ["One", "Two", "three"],
    ),
    "controls": ("<p>O\x01n\x0ce\ufffe</p>", ["One"]),
}


@pytest.mark.parametrize(("page", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_markup(page, expected):
    assert texts(page) == expected


def test_a_thousand_levels_are_read():
    assert texts("<div>" * 1000 + "港口" + "</div>" * 1000) == ["港口"]


@pytest.mark.parametrize("tag", ["div", "b", "ol><li"])
def test_deeper_nesting_is_refused(tag):
    with pytest.raises(FormatError, match="nested too deep"):
        read_html((f"<{tag}>" * 5000 + "text").encode(), "a.html")


@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE html [<!ENTITY a "b">]>', '<!ENTITY a SYSTEM "file:///etc/passwd">'],
    ids=["subset", "alone"],
)
def test_entities_are_refused(declared):
    with pytest.raises(FormatError, match="entities"):
        read_html(f"{declared}<p>&a;</p>".encode(), "a.html")
