"""Inline codes of TMX and XLIFF in one canonical form, and the text without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tm.formats.inline import Numbers, canonical, from_tmx, from_xliff, parse, plain_text
from tm.formats.inline_clean import clean_inline
from tm.formats.safe_xml import is_deep


def element(inner):
    return etree.fromstring(f"<seg>{inner}</seg>")


@pytest.mark.parametrize(
    ("inner", "text", "inline"),
    [
        ("plain &amp; simple", "plain & simple", ""),
        ('a <bpt i="1" x="3" type="b">&lt;b></bpt>b<ept i="1">&lt;/b></ept>', "a b", 'a <bpt i="1" x="3" type="b">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept>'),
        ('a<ph x="1" assoc="p">{0}</ph>b', "ab", 'a<ph assoc="p" x="1">{0}</ph>b'),
        ('<it pos="begin" x="2">i</it>c', "c", '<it pos="begin" x="2">i</it>c'),
        ("a<ut>x</ut>b", "ab", "a<ph>x</ph>b"),
        ('the <hi type="term">General <hi>As</hi></hi>', "the General As", 'the <hi type="term">General <hi>As</hi></hi>'),
        ('<ph>alt="<sub type="t" datatype="html">see <hi>me</hi></sub>"</ph>', "", '<ph>alt="<sub datatype="html" type="t">see <hi>me</hi></sub>"</ph>'),
        ("a<sub>b</sub>c", "ac", "a<ph><sub>b</sub></ph>c"),
        ('<bpt i="7"/>alone', "alone", '<it pos="begin"/>alone'),
        ("alone<ept/>", "alone", 'alone<it pos="end"/>'),
        ("<bpt>b</bpt>x<ept>e</ept>", "x", '<bpt i="1">b</bpt>x<ept i="1">e</ept>'),
        ('<bpt i="one"/>x<ept i="one"/>', "x", '<bpt i="1"/>x<ept i="1"/>'),
        ('<ph x="no" own="1" assoc="q"/>', "", "<ph/>"),
        ("<it>n</it>", "", '<it pos="begin">n</it>'),
        ("a<b>c</b>d", "acd", ""),
        ('<x:p xmlns:x="urn:x">c<ph/></x:p>', "c", "c<ph/>"),
    ],
)  # fmt: skip
def test_tmx_codes(inner, text, inline):
    found = from_tmx(element(inner))
    assert found == (text, inline)
    assert plain_text(inline) == (text if inline else "")


@pytest.mark.parametrize(
    ("inner", "text", "inline"),
    [
        ('a<g id="1" ctype="bold">b<x id="2"/></g>', "ab", 'a<bpt i="1" x="1" type="bold"/>b<ph x="2"/><ept i="1"/>'),
        ('<bx id="4"/>q<ex id="4"/>', "q", '<bpt i="1" x="4"/>q<ept i="1"/>'),
        ('<bx id="1" rid="9"/>q<ex id="2" rid="9"/>', "q", '<bpt i="1" x="1"/>q<ept i="1"/>'),
        ('<bpt id="1" rid="3">&lt;b></bpt>q<ept id="2" rid="3">e</ept>', "q", '<bpt i="1" x="1">&lt;b&gt;</bpt>q<ept i="1">e</ept>'),
        ('<bx id="4"/>q', "q", '<it pos="begin" x="4"/>q'),
        ('q<it id="1" pos="close">e</it>', "q", 'q<it pos="end" x="1">e</it>'),
        ('<ph id="1">%s<sub ctype="t">s</sub></ph>', "", '<ph x="1">%s<sub type="t">s</sub></ph>'),
        ('a<mrk mtype="seg" mid="1">b</mrk>', "ab", ""),
        ('a<mrk mtype="term">b</mrk>', "ab", 'a<hi type="term">b</hi>'),
        ('a<mrk mtype="x-sdl-deleted">b</mrk>c<mrk mtype="x-sdl-added">d</mrk>', "acd", ""),
        ('a<pc id="p1">b<ph id="2"/></pc>', "ab", 'a<bpt i="1" x="1"/>b<ph x="2"/><ept i="1"/>'),
        ('<sc id="1"/>q<ec startRef="1"/>', "q", '<bpt i="1" x="1"/>q<ept i="1"/>'),
        ('q<ec id="5" isolated="yes"/>', "q", 'q<it pos="end"/>'),
        ('a<cp hex="0041"/><cp hex="001A"/><cp hex="no"/><cp hex="FFFFFFFFFF"/>b', "aAb", ""),
        ('<sm id="1" type="comment"/>a<em startRef="1"/>', "a", ""),
    ],
)  # fmt: skip
def test_xliff_codes(inner, text, inline):
    assert from_xliff(element(inner)) == (text, inline)
    if inline:
        assert canonical(parse(inline)) == inline


def test_original_data_of_xliff_2_is_what_its_codes_hold():
    found = from_xliff(
        element('<pc id="1" dataRefStart="a" dataRefEnd="b">x</pc>'), data={"a": "<b>", "b": "</b>"}
    )
    assert found.inline == '<bpt i="1" x="1">&lt;b&gt;</bpt>x<ept i="1">&lt;/b&gt;</ept>'


def test_source_and_target_share_their_numbers():
    numbers = Numbers()
    source = from_xliff(element('<x id="pt12"/>a<x id="1"/>'), numbers)
    target = from_xliff(element('<x id="1"/>一<x id="pt12"/>'), numbers)
    assert source.inline == '<ph x="1"/>a<ph x="2"/>'
    assert target.inline == '<ph x="2"/>一<ph x="1"/>'


@pytest.mark.parametrize("inline", ["<ph>", "a & b", "&x;", "<ph/></seg><seg>", "\ud800", "\x00"])
def test_what_is_no_inline_text_is_none(inline):
    assert parse(inline) is None or not plain_text(inline)


def test_elements_inside_one_another_have_an_end():
    assert is_deep(element("<hi>" * 150 + "</hi>" * 150))
    assert not is_deep(element("<hi>" * 50 + "</hi>" * 50))
    assert parse("<hi>" * 150 + "</hi>" * 150) is None


@pytest.mark.parametrize(
    ("inline", "text", "cleaned"),
    [
        (' the  <ph x="1"/>  Assembly ', "the Assembly", 'the <ph x="1"/>Assembly'),
        ("<hi> one </hi> two", "one two", "<hi>one </hi>two"),
        ("e\u0301<ph/>", "é", "é<ph/>"),
        ("one<ph/>", "two", ""),
        ("one", "one", ""),
        ("one <", "one", ""),
    ],
)
def test_codes_around_a_cleaned_text(inline, text, cleaned):
    assert clean_inline(inline, text) == cleaned


CODES = st.sampled_from(
    [
        "<ph/>",
        '<bpt i="1"/>',
        '<ept i="1"/>',
        "<bpt>",
        "</bpt>",
        "<hi>",
        "</hi>",
        "<ept/>",
        "<x/>",
        "a",
        " ",
    ]
)


@given(st.lists(CODES, max_size=12).map("".join))
def test_the_canonical_form_is_its_own_canonical_form(inner):
    try:
        first = from_tmx(element(inner))
    except etree.XMLSyntaxError:
        return
    if first.inline:
        assert from_tmx(element(first.inline)) == first
