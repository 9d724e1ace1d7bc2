"""Notes of web pages, in the markup of the programs that make them."""

import pytest

from corpora.html import read_html

# Each page has the same two notes; the second one is called in a cell of a table or in the text.
PANDOC = """
<p>理事会收到报告<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>，
并作出决定。<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr />
<ol><li id="fn1"><p>C/4/7。<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>见附件。<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>
"""
GITHUB = """
<p>理事会收到报告<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup>，
并作出决定。<sup><a href="#user-content-fn-2" id="user-content-fnref-2">2</a></sup></p>
<section class="footnotes"><ol>
<li id="user-content-fn-1"><p>C/4/7。 <a href="#user-content-fnref-1" class="data-footnote-backref">↩</a></p></li>
<li id="user-content-fn-2"><p>见附件。 <a href="#user-content-fnref-2">↩</a></p></li></ol></section>
"""
ARIA = """
<p>理事会收到报告<a role="doc-noteref" href="#a">1</a>，并作出决定。<a role="doc-noteref" href="#b">2</a></p>
<aside role="doc-footnote" id="a"><p><a role="doc-backlink" href="#x">1</a> C/4/7。</p></aside>
<aside role="doc-footnote" id="b">2. 见附件。</aside>
"""
EPUB = """
<p>理事会收到报告<a epub:type="noteref" href="#a"><sup>1</sup></a>，并作出决定。<a epub:type="noteref" href="#b">[2]</a></p>
<aside epub:type="footnote" id="a">C/4/7。</aside><aside epub:type="footnote" id="b"><p>2 见附件。</p></aside>
"""
WORD = """
<p class=MsoNormal>理事会收到报告<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>，并作出决定。<a
href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference>[2]</span></a></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> C/4/7。</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a> 见附件。</p></div></div>
"""
LIBREOFFICE = """
<p>理事会收到报告<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>，并作出决定。<a
class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>C/4/7。</p></div>
<div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>见附件。</p></div>
"""
WIKI = """
<p>理事会收到报告<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>，并作出决定。<sup
id="cite_ref-two_2-0" class="reference"><a href="#cite_note-two-2"><span class="cite-bracket">[</span>2<span class="cite-bracket">]</span></a></sup></p>
<ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">C/4/7。</span></li>
<li id="cite_note-two-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-two_2-0"><sup><i><b>2.0</b></i></sup></a></span> <span>见附件。</span></li></ol>
"""
PLAIN = """
<p>理事会收到报告<sup><a name="back1" href="#one">1</a></sup>，并作出决定。<a href="#two"><sup>(2)</sup></a></p><hr>
<p><a name="one"></a>1. C/4/7。 <a href="#back1">↑</a></p><p id="two">[2] 见附件。</p>
"""  # fmt: skip
TWO_WAY = """
<p>理事会收到报告<sup><a href="#fn1" id="r1">1</a></sup>，并作出决定。<sup><a href="#fn2" id="r2">2</a></sup></p>
<p id="fn1"><a href="#r1"><sup>1</sup></a> C/4/7。</p><p id="fn2"><sup><a href="#r2">2</a></sup> 见附件。</p>
"""  # fmt: skip
PROGRAMS = {
    "Pandoc": PANDOC,
    "GitHub": GITHUB,
    "DPUB-ARIA": ARIA,
    "EPUB": EPUB,
    "Word": WORD,
    "LibreOffice": LIBREOFFICE,
    "wiki": WIKI,
    "by hand": PLAIN,
    "by hand, two ways": TWO_WAY,
}


def seen(page):
    """Each passage as "hint label | text", with empty parts left out."""
    found = read_html(f"<html><body>{page}</body></html>".encode())
    return [" ".join(filter(None, (p.hint, p.label, "|", p.text))) for p in found]


@pytest.mark.parametrize("page", PROGRAMS.values(), ids=PROGRAMS)
def test_marks_and_notes(page):
    assert seen(page) == [
        "| 理事会收到报告¹，并作出决定。²",
        "note ¹ | C/4/7。",
        "note ² | 见附件。",
    ]


@pytest.mark.parametrize(
    ("mark", "shown"),
    [("*", "*"), ("†", "†"), ("[a]", "ᵃ"), ("(iv)", "ⁱᵛ"), ("12", "¹²"), ("³", "³")],
)
def test_mark(mark, shown):
    page = f'<p>Report<a href="#fn9">{mark}</a></p><p id="fn9">See 4/2.</p>'
    assert seen(page) == [f"| Report{shown}", f"note {shown} | See 4/2."]


NOTE = '<p>A<sup><a href="#n">1</a></sup></p>'


@pytest.mark.parametrize(
    "note",
    [
        "<p id=n>1 See 4/2.</p><p>Next.</p>",
        "<table><tr><td id=n>1. See 4/2.</td></tr></table>Next.",
        "<dl><dt>Notes</dt><dd id=n>See 4/2.</dd></dl>Next.",
        "<div><a name=n></a><sup>1</sup> See 4/2.</div>Next.",
    ],
)
def test_note_ends_with_its_block(note):
    assert [line for line in seen(NOTE + note) if "Notes" not in line] == [
        "| A¹",
        "note ¹ | See 4/2.",
        "| Next.",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "<ol><li id=n><p>一。</p><p>二。</p></li></ol>",
        "<aside id=n><p>一。</p><p>二。</p></aside>",
        "<section role=doc-endnotes><ol><li><p id=n>一。</p><p>二。</p></ol></section>",
        "<div style='mso-element:footnote'><p><a name=n href='#_ftnref1'>[1]</a> 一。</p><p>二。</p></div>",
    ],
)
def test_note_of_two_paragraphs_has_one_mark(note):
    assert seen(NOTE + note) == ["| A¹", "note ¹ | 一。", "note | 二。"]


def test_heading_over_notes_is_no_note():
    page = NOTE + "<div class=footnote><h2>Notes</h2><p id=n>See 4/2.</p></div>"
    assert seen(page) == ["| A¹", "heading | Notes", "note ¹ | See 4/2."]


def test_mark_outranks_the_number_in_a_list():
    page = '<p>A<sup><a href="#n">*</a></sup></p><ol class=footnotes><li id=n>One.<li>Two.</ol>'
    assert seen(page) == ["| A*", "note * | One.", "note ² | Two."]


@pytest.mark.parametrize(
    "mark", ['[<a href="#n"><sup>1</sup></a>]', "<sup>[<a href='#n'>1</a>]</sup>"]
)
def test_brackets_around_a_mark_go(mark):
    assert seen(f"<p>A{mark} b</p><p id=n>See 4/2.</p>") == ["| A¹ b", "note ¹ | See 4/2."]


def test_note_called_twice():
    page = NOTE + '<p>B<sup><a href="#n">1</a></sup></p><p id=n>See 4/2.</p>'
    assert seen(page) == ["| A¹", "| B¹", "note ¹ | See 4/2."]


def test_note_called_in_a_cell():
    page = f"<table><tr><td>{NOTE}</td><td>12</td></tr></table><p id=n>See 4/2.</p>"
    assert seen(page) == ["cell | A¹", "cell | 12", "note ¹ | See 4/2."]


def test_list_of_notes_that_nothing_links():
    page = "<section role=doc-endnotes><h2>Notes</h2><ol start=3><li>C/4/7.<li><p>See 4/2.</p></ol></section>"
    assert seen(page) == ["heading | Notes", "note ³ | C/4/7.", "note ⁴ | See 4/2."]


def test_list_of_notes_that_something_links_in_part():
    page = '<p>A<sup><a href="#n">1</a></sup></p><ol role=doc-endnotes><li id=n>One.<li>Two.</ol>'
    assert seen(page) == ["| A¹", "note ¹ | One.", "note ² | Two."]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('See the <a href="#notes">Notes</a>.<h2 id="notes">Notes</h2>', "See the Notes."),
        ('Go to the <a href="#footer">foot</a>.<div id="footer">End</div>', "Go to the foot."),
        ('See <a href="#p3">3</a>.<p id="p3">3. Text</p>', "See 3."),
        ('See <a href="#note-on-method">附注</a>。<p id="note-on-method">x</p>', "See 附注。"),
        ('See <a href="x.html#fn1">1</a>.', "See 1."),
        ('Area in m<sup><a href="units.html">2</a></sup>.', "Area in m²."),
        ('<span id="up">Up</span> and <a href="#up">away</a>', "Up and away"),
    ],
)
def test_links_that_are_no_marks(page, text):
    first, *others = seen(page)
    assert first == f"| {text}"
    assert not any(line.startswith("note") for line in others)


def test_note_around_its_own_mark_is_no_note():
    assert seen('<div id=fn1>Text<a href="#fn1"><sup>1</sup></a> goes on.</div>') == [
        "| Text¹ goes on."
    ]
