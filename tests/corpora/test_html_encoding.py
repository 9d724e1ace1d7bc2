"""Web pages in every encoding, declared rightly, wrongly and not at all."""

import pytest

from corpora.html import read_html


def texts(page):
    return [passage.text for passage in read_html(page)]


CHINESE = "<p>港口城镇理事会于二零一一年五月三日举行第四届会议。</p>"
RARE = "<p>镕喆堃珺</p>"  # none of them is in GB 2312


def meta(name):
    return f'<html><head><meta charset="{name}"></head><body>'


DECLARED = {
    "nothing declared, UTF-8": ("", "utf-8"),
    "nothing declared, GB18030": ("", "gb18030"),
    "UTF-8": (meta("utf-8"), "utf-8"),
    "UTF-8 with a mark": (meta("gb2312"), "utf-8-sig"),
    "UTF-16 with a mark": (meta("utf-16"), "utf-16"),
    "GBK": (meta("GBK"), "gbk"),
    "http-equiv": (
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
        "gbk",
    ),
    "XML declaration": ('<?xml version="1.0" encoding="GBK"?>\n<html><body>', "gbk"),
    "GB2312, which is UTF-8": (meta("gb2312"), "utf-8"),
    "UTF-8, which is GBK": (meta("utf-8"), "gbk"),
    "Latin-1, which is UTF-8": (meta("iso-8859-1"), "utf-8"),
    "Latin-1, which is GBK": (meta("iso-8859-1"), "gbk"),
    "Latin-1 by another name": (meta("latin1"), "gbk"),
    "Windows-1252, which is GBK": (meta("windows-1252"), "gbk"),
    "UTF-16, which is UTF-8": (meta("utf-16"), "utf-8"),
    "ASCII, which is GBK": (meta("us-ascii"), "gbk"),
    "no such name": (meta("chinese-best"), "gbk"),
    "no character set": (meta("undefined"), "gbk"),
    "a codec of bytes": (meta("hex"), "gbk"),
}


@pytest.mark.parametrize(("head", "codec"), DECLARED.values(), ids=DECLARED)
@pytest.mark.parametrize("count", [1, 2])
def test_encoding(head, codec, count):
    body = CHINESE.replace("零", "〇") if codec == "gb18030" else CHINESE
    expected = body[3:-4]
    assert texts((head + body * count).encode(codec)) == [expected] * count


def test_gb2312_means_gb18030():
    assert texts((meta("gb2312") + RARE).encode("gb18030")) == [RARE[3:-4]]


def test_utf_8_that_could_be_gb18030():
    page = (meta("gb2312") + "<p>港口城镇</p>").encode()
    assert "港口" not in page.decode("gb18030"), "both ways of reading work"
    assert texts(page) == ["港口城镇"]


def test_byte_order_mark_outranks_the_declaration_of_a_damaged_page():
    page = b"\xef\xbb\xbf" + (meta("cp437") + "<p>港口城镇</p>").encode() + b"\xff"
    assert texts(page)[0] == "港口城镇"


def test_big5():
    assert texts((meta("big5") + "<p>港口委員會於五月三日開會。</p>").encode("big5")) == [
        "港口委員會於五月三日開會。"
    ]


def test_latin_1_means_windows_1252():
    page = (meta("iso-8859-1") + "<p>The “Café” – in the port’s hall</p>").encode("cp1252")
    assert texts(page) == ["The “Café” – in the port’s hall"]


@pytest.mark.parametrize("name", ["utf-16", "UTF-16LE", "utf-16be"])
def test_utf_16_declared_in_ascii(name):
    page = meta(name) + "<p>Report.</p>"
    assert texts((page + " " * (len(page) % 2)).encode()) == ["Report."]
