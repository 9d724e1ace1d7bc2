"""Reading PO: what counts as a translation, and what is no PO."""

import pytest

from tm.errors import POError
from tm.formats.po import read_po

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
GOOD = """# by hand
#. extracted
#: a.c:1
msgctxt "menu"
msgid "_Open \\"%s\\""
msgstr "打开(_O)“%s”"

#, fuzzy
msgid "one"
msgstr "二"

msgid "empty"
msgstr ""

#~ msgid "old"
#~ msgstr "旧"
"""
PLURAL = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 个文件"\n'


@pytest.fixture
def read(tmp_path):
    def read_text(text, encoding="utf-8", **options):
        path = tmp_path / "a.po"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return list(read_po(path, **options))

    return read_text


def texts(units):
    return [tuple(variant.text for variant in unit.variants) for unit in units]


def test_only_whole_translations_are_units(read):
    (unit,) = read(HEADER.format("UTF-8") + GOOD)
    assert [(variant.lang, variant.text) for variant in unit.variants] == [
        ("en-US", '_Open "%s"'),
        ("zh-CN", "打开(_O)“%s”"),
    ]
    assert (unit.note, unit.props) == ("by hand\nextracted", (("x-msgctxt", "menu"),))


def test_a_plural_is_two_pairs(read):
    expected = [("%d file", "%d 个文件"), ("%d files", "%d 个文件")]
    assert texts(read(HEADER.format("UTF-8") + PLURAL)) == expected
    two = PLURAL + 'msgstr[1] "这些文件"\n'
    assert texts(read(HEADER.format("UTF-8") + two))[1] == ("%d files", "这些文件")


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gb18030", "GB18030"), ("utf-8-sig", "UTF-8"), ("gbk", "GBK")]
)
def test_the_declared_encoding_is_read(read, encoding, declared):
    assert len(read(HEADER.format(declared) + GOOD.replace("“%s”", "%s"), encoding)) == 1


def test_languages_without_a_header(read):
    (unit,) = read('msgid "Open it"\nmsgstr "打开它"\n')
    assert [variant.lang for variant in unit.variants] == ["en-US", "zh-CN"]
    (unit,) = read('msgid "Open it"\nmsgstr "Ouvrir"\n', langs=("en-GB", "fr"))
    assert [variant.lang for variant in unit.variants] == ["en-GB", "fr"]


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        ("", "the file is empty", None),
        ("\n \n", "the file is empty", None),
        ("大会\n", "not a PO", None),
        ((HEADER.format("UTF-16") + GOOD).encode("utf-16"), "not a PO in an 8-bit encoding", None),
        (HEADER.format("UTF-8") + 'msgid "a\nmsgstr "b"\n', "broken PO syntax", 6),
        (HEADER.format("UTF-8") + "msgid a\nmsgstr b\nwhat\n", "broken PO syntax", None),
        (
            HEADER.format("UTF-8").encode() + b'msgid "a"\nmsgstr "\xb4\xf2"\n',
            "not UTF-8|not utf-8",
            None,
        ),
        (HEADER.format("klingon") + GOOD, "an encoding nobody knows", None),
    ],
    ids=range(8),
)
def test_a_bad_file_is_one_error_with_a_remedy(read, content, message, line):
    with pytest.raises(POError, match=message) as caught:
        read(content)
    assert caught.value.remedy
    assert line is None or caught.value.line == line


def test_an_absent_file_is_our_error(tmp_path):
    with pytest.raises(POError, match="cannot read it"):
        list(read_po(tmp_path / "absent.po"))


def test_translate_toolkit_files_are_read(tmp_path):
    from translate.storage import pypo

    store = pypo.pofile()
    store.updateheader(add=True, Language="zh_CN", Content_Type="text/plain; charset=UTF-8")
    store.addsourceunit('a\n"b"\tc').target = "一\n“二”\t三"
    store.savefile(str(tmp_path / "a.po"))
    assert texts(read_po(tmp_path / "a.po")) == [('a\n"b"\tc', "一\n“二”\t三")]
