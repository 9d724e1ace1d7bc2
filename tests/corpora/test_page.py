import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

from corpora.errors import FormatError
from corpora.page import render_html, write_html
from corpora.types import EN, ZH, Bead, Bitext, Block, Document, Kind, Lang, Segment, Span

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-sync", "--disable-background-networking", "--disable-component-update"]  # fmt: skip
needs_browser = pytest.mark.skipif(not BROWSER, reason="no Chromium here: apt-get install chromium")

SCRIPT = "<script>document.title='ran'</script>"
P = Kind.PARAGRAPH

# kind, label, level, paragraph, segments
CHINESE = [
    (Kind.MASTHEAD, "", 0, "", ["A/HRB/7/12"]),
    (Kind.TITLE, "", 0, "", ["内陆港口理事会第七届会议工作报告"]),
    (Kind.HEADING, "一、", 1, "", ["导言"]),
    (P, "1.", 0, "1", ["理事会根据第7/3号决议提交本报告。", "报告涵盖2021年至2023年期间。"]),
    (P, "2.", 0, "2", ["秘书处收到了四十三个国家的书面意见，并已予以汇编。"]),
    (Kind.ITEM, "(a)", 1, "2", ["改进过境手续；"]),
    (Kind.ITEM, "(b)", 1, "2", ["加强港口当局之间的信息交流。"]),
    (Kind.HEADING, "A.", 2, "", ["过境运输"]),
    (P, "3.", 0, "3", ["过境时间平均缩短了三天。", "但费用仍然居高不下。", f"一些代表团对标记{SCRIPT}表示关切。"]),
    (P, "4.", 0, "4", ["理事会注意到上述建议。", "有代表团要求秘书处说明费用的计算方法。"]),
    (Kind.CELL, "", 0, "", ["港口"]),
    (Kind.CELL, "", 0, "", ["吞吐量（万吨）"]),
    (Kind.NOTE, "¹", 0, "", ["见A/HRB/6/4号文件，第15段。"]),
]  # fmt: skip
ENGLISH = [
    (Kind.MASTHEAD, "", 0, "", ["A/HRB/7/12"]),
    (Kind.TITLE, "", 0, "", ["Report of the Council of Inland Ports on its seventh session"]),
    (Kind.HEADING, "I.", 1, "", ["Introduction"]),
    (P, "1.", 0, "1", ["The Council submits the present report pursuant to its resolution 7/3.",
                       "It covers the period from 2021 to 2023."]),
    (P, "2.", 0, "2", ["The secretariat received written comments from forty-three States.",
                       "It has compiled them."]),
    (Kind.ITEM, "(a)", 1, "2", ["To simplify transit procedures;"]),
    (Kind.ITEM, "(b)", 1, "2", ["To strengthen the exchange of information among port authorities."]),
    (Kind.HEADING, "A.", 2, "", ["Transit transport"]),
    (P, "3.", 0, "3", ["Although transit times had fallen by three days on average, costs remained high.",
                       f"Some delegations voiced concern about the markup {SCRIPT}."]),
    (P, "4.", 0, "4", ["The Council took note of the recommendations above.",
                       "The observer for the Transit Union offered to host the next meeting."]),
    (Kind.CELL, "", 0, "", ["Port"]),
    (Kind.CELL, "", 0, "", ["Throughput (tens of thousands of tons)"]),
    (Kind.NOTE, "1", 0, "", ["See A/HRB/6/4, para. 15."]),
]  # fmt: skip
SHAPES = [(1, 1, 0.99), (1, 1, 0.98), (1, 1, 0.99), (1, 1, 0.97), (1, 1, 0.96), (1, 2, 0.93),
          (1, 1, 0.95), (1, 1, 0.95), (1, 1, 0.99), (2, 1, 0.71), (1, 1, 0.899), (1, 1, 0.97),
          (1, 0, 0.92), (0, 1, 0.64), (1, 1, 0.99), (1, 1, 0.95), (1, 1, 0.97)]  # fmt: skip


def document(lang: Lang, blocks, origin: str) -> Document:
    segments = []
    for index, (*_, texts) in enumerate(blocks):
        start = 0
        for text in texts:
            segments.append(Segment(text, index, Span(start, start + len(text))))
            start += len(text) + len(lang.joiner)
    made = tuple(Block(kind, lang.join(texts), label, level, paragraph=paragraph)
                 for kind, label, level, paragraph, texts in blocks)  # fmt: skip
    return Document(lang, made, tuple(segments), origin)


def beads():
    i = j = 0
    for n, m, probability in SHAPES:
        reasons = ("figures differ: 3, 7", "length unusual") if probability < 0.9 else ()
        yield Bead(Span(i, i + n), Span(j, j + m), 0.5, probability, reasons)
        i, j = i + n, j + m


@pytest.fixture(scope="module")
def bitext() -> Bitext:
    src = document(ZH, CHINESE, "council.zh.docx")
    tgt = document(EN, ENGLISH, "council.en.docx")
    return Bitext(src, tgt, tuple(beads()), warnings=("paragraph 5 stands twice in <English>",))


class Page(HTMLParser):
    """The rows of a page: their attributes, and the text of each cell."""

    def __init__(self, text: str):
        super().__init__()
        self.rows: dict[str, dict[str, str | None]] = {}
        self.cells: dict[str, list[str]] = {}
        self.tags: list[str] = []
        self.row = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "tr":
            self.row = found.get("id") or ""
            self.rows[self.row] = found
            self.cells[self.row] = []
        elif tag in ("th", "td"):
            self.cells[self.row].append("")

    def handle_endtag(self, tag):
        if tag == "tr":
            self.row = ""

    def handle_data(self, data):
        if self.row and self.cells[self.row]:
            self.cells[self.row][-1] += data

    def marked(self, name: str) -> list[str]:
        return [
            row for row, attrs in self.rows.items() if name in (attrs.get("class") or "").split()
        ]

    @property
    def shown(self) -> list[str]:
        return [row for row, attrs in self.rows.items() if row and "hidden" not in attrs]


def open_in_browser(path: Path, address: str) -> str:
    profile = path.parent / "profile"
    done = subprocess.run(
        [BROWSER, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", f"{path.as_uri()}{address}"],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
        env={**os.environ, "HOME": str(path.parent)},
    )  # fmt: skip
    return done.stdout


@pytest.fixture(scope="module")
def browse(bitext, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_html(path, bitext, title="Council <7>")
    return lambda address: open_in_browser(path, address)


def test_a_row_per_bead_in_order(bitext):
    page = Page(render_html(bitext))
    assert list(page.rows)[1:] == [f"b{n}" for n in range(1, len(bitext.beads) + 1)]
    assert page.cells["b3"][1:3] == ["一、 导言", "I. Introduction"]
    assert page.cells["b6"][2] == (
        "The secretariat received written comments from forty-three States. It has compiled them."
    )


def test_paragraph_numbers_stand_in_the_gutter_not_in_the_text(bitext):
    page = Page(render_html(bitext))
    assert page.cells["b4"][0] == "14"  # paragraph 1, bead 4
    assert page.cells["b4"][1] == "理事会根据第7/3号决议提交本报告。"
    assert page.cells["b7"][1] == "(a) 改进过境手续；"


def test_doubtful_unaligned_and_uneven_beads_are_marked(bitext):
    page = Page(render_html(bitext))
    assert page.marked("doubtful") == ["b10", "b11"]
    assert page.marked("unaligned") == ["b13", "b14"]
    assert page.marked("uneven") == ["b6", "b10", "b13", "b14"]
    assert page.cells["b13"][2] == "not in the English"
    assert page.cells["b14"][1] == "not in the Chinese"


def test_a_doubtful_bead_shows_shape_probability_and_reasons_and_never_rounds_up(bitext):
    page = Page(render_html(bitext))
    assert page.cells["b10"][3].startswith("2–171% sure")
    assert "figures differ: 3, 7" in page.cells["b10"][3]
    assert page.cells["b11"][3].startswith("89% sure")
    assert page.cells["b1"][3] == ""


def test_beads_are_counted_as_the_summary_counts_them(bitext):
    text = render_html(bitext)
    assert "<b>15</b> beads · <b>2</b> doubtful · <b>2</b> unaligned" in text
    assert "All <b>17</b>" in text
    assert "probability 0.89, score" in text  # .899 is 89% sure


def test_headings_are_headings_and_cells_carry_their_language(bitext):
    text = render_html(bitext)
    assert (
        '<td lang="zh-CN"><h2><span><span class="label">一、</span> 导言</span></h2></td>' in text
    )
    assert '<td lang="en-US"><h3><span>' in text


def test_markup_in_a_text_is_text(bitext):
    page = Page(render_html(bitext, title="Council <b>7</b>"))
    assert page.tags.count("script") == 1
    assert SCRIPT in page.cells["b11"][1]
    assert "paragraph 5 stands twice in &lt;English&gt;" in render_html(bitext)


def test_the_page_names_nothing_on_the_network_and_forbids_it(bitext):
    text = render_html(bitext)
    assert "default-src 'none'" in text
    assert not re.search(r"https?:|//[a-z]+\.|@import|\burl\(|\bstyle=|\son[a-z]+=", text)


def test_the_same_bitext_gives_the_same_bytes(bitext, tmp_path):
    write_html(tmp_path / "a.html", bitext)
    write_html(tmp_path / "b.html", bitext)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_title_defaults_to_the_file_names(bitext):
    assert "<h1>council.zh.docx × council.en.docx</h1>" in render_html(bitext)
    assert "<h1>Council &lt;7&gt;</h1>" in render_html(bitext, title="Council <7>")


def test_an_empty_bitext_is_a_page_too():
    empty = Bitext(Document(ZH, (), ()), Document(EN, (), ()), ())
    assert "<h1>Bitext</h1>" in render_html(empty)


def test_a_text_without_paragraphs_is_cut_into_groups():
    texts = [(Kind.TEXT, "", 0, "", [str(n)]) for n in range(100)]
    rows = tuple(Bead(Span(n, n + 1), Span(n, n + 1), 1.0, 1.0) for n in range(100))
    page = Page(render_html(Bitext(document(ZH, texts, ""), document(EN, texts, ""), rows)))
    assert page.tags.count("tbody") == 3
    assert len(page.rows) == 101


def test_a_lone_surrogate_does_not_stop_the_page(tmp_path):
    texts = [(Kind.TEXT, "", 0, "", ["\ud800 half"])]
    pair = Bitext(document(ZH, texts, ""), document(EN, texts, ""), (Bead(Span(0, 1), Span(0, 1)),))
    write_html(tmp_path / "page.html", pair)
    assert "? half" in (tmp_path / "page.html").read_text("utf-8")


def test_a_path_that_cannot_be_written_is_an_error_with_a_remedy(bitext, tmp_path):
    with pytest.raises(FormatError, match="choose another output path"):
        write_html(tmp_path / "no folder" / "page.html", bitext)


@needs_browser
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", [f"b{n}" for n in range(1, 18)]),
        ("#show=doubtful", ["b10", "b11"]),
        ("#show=unaligned", ["b13", "b14"]),
        ("#show=uneven", ["b6", "b10", "b13", "b14"]),
        ("#show=nonsense", [f"b{n}" for n in range(1, 18)]),
        ("#q=TRANSIT", ["b7", "b9", "b10", "b14"]),
        (f"#q={quote('秘书处')}", ["b6", "b13"]),
        (f"#show=unaligned&q={quote('秘书处')}", ["b13"]),
        ("#q=a.hrb", []),  # a dot is a dot
        ("#q=%E4%B8", []),  # half a character
    ],
)
def test_filter_and_search_from_the_address(browse, address, shown):
    assert Page(browse(address)).shown == shown


@needs_browser
def test_search_marks_what_it_finds_as_it_stands(browse):
    found = browse("#q=transit")
    assert re.findall(r"<mark>(.*?)</mark>", found) == ["transit", "Transit", "transit", "Transit"]
    assert "<mark>秘书处</mark>" in browse(f"#q={quote('秘书处')}")


@needs_browser
def test_the_address_of_a_bead_makes_it_current(browse):
    page = Page(browse("#b11"))
    assert page.rows["b11"].get("aria-current") == "true"


@needs_browser
def test_the_filter_in_force_is_the_pressed_button_and_empty_groups_go(browse):
    text = browse("#show=doubtful")
    assert re.findall(r'data-show="(\w+)" aria-pressed="true"', text) == ["doubtful"]
    assert "2 shown" in text
    assert '<tbody hidden=""' in text


@needs_browser
def test_markup_in_a_text_would_not_run_even_if_it_were_not_escaped(bitext, tmp_path):
    text = render_html(bitext, title="Council").replace("&lt;script&gt;", "<script>")
    text = text.replace("&lt;/script&gt;", "</script>").replace("&#x27;", "'")
    assert SCRIPT in text
    (tmp_path / "page.html").write_text(text, "utf-8")
    assert "<title>Council</title>" in open_in_browser(tmp_path / "page.html", "")


@needs_browser
def test_paper_shows_warnings_and_reasons_and_breaks_no_word(bitext, tmp_path):
    pdfplumber = pytest.importorskip("pdfplumber")
    reasons = ("no counterpart found", "outside numbered paragraphs")
    beads = tuple(replace(bead, reasons=reasons) for bead in bitext.beads)
    write_html(tmp_path / "page.html", replace(bitext, beads=beads))
    subprocess.run(
        [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}",
         f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri()],
        capture_output=True, timeout=120, check=True, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    with pdfplumber.open(tmp_path / "page.pdf") as printed:
        words = [word["text"] for page in printed.pages for word in page.extract_words()]
    assert "twice" in words  # of the warning
    assert words.count("counterpart") == words.count("paragraphs") == 4
    assert "probability" in words
