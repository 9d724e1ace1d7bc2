"""Reading XLIFF of every version and program."""

from datetime import UTC, datetime

import pytest

from corpora.errors import FormatError
from tm.errors import XLIFFError
from tm.formats import read_units
from tm.formats.xliff_read import read_xliff

V12 = 'version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
V20 = 'version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN" trgLang="en-US"'
SDL = f'{V12} xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
MQ = f'{V12} xmlns:mq="MQXliff"'
LANGS = 'source-language="zh-CN" target-language="en-US"'


def xliff12(units, *, root=V12, langs=LANGS):
    return f'<?xml version="1.0"?>\n<xliff {root}><file original="a.txt" {langs} datatype="plaintext"><body>\n{units}\n</body></file></xliff>'


def xliff20(units):
    return f'<xliff {V20}><file id="f" original="a.txt">\n{units}\n</file></xliff>'


def tu(target="<target>Assembly</target>", source="大会", inside="", attributes=""):
    return f'<trans-unit id="1" {attributes}><source>{source}</source>{target}{inside}</trans-unit>'


@pytest.fixture
def read(tmp_path):
    def read_text(text, name="a.xlf", **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return list(read_xliff(path, **options))

    return read_text


def texts(units):
    return [tuple(variant.text for variant in unit.variants) for unit in units]


def test_a_unit_has_languages_document_note_and_context(read):
    first, second = read(
        xliff12(
            tu(inside="<note>n1</note><note>n2</note>") + tu("") + tu("<target>B</target>", "乙")
        )
    )
    assert [variant.lang for variant in first.variants] == ["zh-CN", "en-US"]
    assert (first.document, first.note) == ("a.txt", "n1\nn2")
    assert (first.context_before, first.context_after) == ("", "大会")
    assert (second.context_before, second.context_after) == ("大会", "")


@pytest.mark.parametrize(
    "unit",
    [
        tu(""),
        tu("<target/>"),
        tu("<target> \n </target>"),
        tu('<target state="new">大会</target>'),
        tu('<target state="needs-translation">大会</target>'),
        tu('<target state-qualifier="fuzzy-match">Council</target>'),
        tu(attributes='translate="no"'),
        tu("", inside="<alt-trans><target>Assembly</target></alt-trans>"),
    ],
)
def test_what_nobody_translated_is_no_unit(read, unit):
    assert read(xliff12(unit)) == []


@pytest.mark.parametrize("qualifier", ["mt-suggestion", "leveraged-mt"])
def test_machine_translation_is_marked(read, qualifier):
    (unit,) = read(
        xliff12(tu(f'<target state="needs-translation" state-qualifier="{qualifier}">A</target>'))
    )
    assert unit.is_machine


def cut(targets, states=""):
    return (
        '<group><trans-unit id="1"><source>甲。乙。</source><seg-source><g id="1"><mrk mtype="seg" mid="1">甲。</mrk>'
        f'<mrk mtype="seg" mid="2">乙<x id="2"/>。</mrk></g></seg-source><target>{targets}</target>{states}</trans-unit></group>'
    )


def mark(number, text):
    return f'<mrk mtype="seg" mid="{number}">{text}</mrk>'


def test_segments_inside_a_unit_are_paired_by_number(read):
    targets = mark(2, 'B<x id="2"/>.') + mark(1, "A.")
    units = read(xliff12(cut(targets)))
    assert texts(units) == [("甲。", "A."), ("乙。", "B.")]
    assert units[1].variants[1].inline == 'B<ph x="2"/>.'


def test_a_target_that_is_not_cut_is_paired_whole(read):
    assert texts(read(xliff12(cut("A. B.")))) == [("甲。乙。", "A. B.")]


def sdl_states(*attributes):
    segs = "".join(
        f'<sdl:seg id="{number}" {text}><sdl:value key="last_modified_by">Ann</sdl:value>'
        '<sdl:value key="modified_on">05/10/2012 12:34:11</sdl:value></sdl:seg>'
        for number, text in enumerate(attributes, 1)
    )
    return f"<sdl:seg-defs>{segs}</sdl:seg-defs>"


@pytest.mark.parametrize(
    ("attributes", "is_unit", "is_machine"),
    [
        ('conf="Translated"', True, False),
        ('conf="ApprovedSignOff" origin="mt"', True, False),
        ('conf="Draft" origin="tm" percent="85"', False, False),
        ('conf="Draft" origin="mt"', True, True),
        ('conf="RejectedTranslation" origin="nmt"', False, False),
        ("", False, False),
    ],
)
def test_trados_states(read, attributes, is_unit, is_machine):
    text = xliff12(cut(mark(1, "A.") + mark(2, ""), sdl_states(attributes, "")), root=SDL)
    units = read(text, "a.sdlxliff")
    assert [unit.is_machine for unit in units] == [is_machine] * is_unit


def test_trados_says_who_and_when(read):
    states = sdl_states('conf="Translated"', "")
    (unit,) = read(xliff12(cut(mark(1, "A.") + mark(2, ""), states), root=SDL), "a.sdlxliff")
    assert (unit.author, unit.created) == ("Ann", datetime(2012, 5, 10, 12, 34, 11, tzinfo=UTC))


def test_a_document_in_the_header_of_a_trados_file_may_be_large(read):
    header = f"<header><reference><internal-file form='base64'>{'A' * 11_000_000}</internal-file></reference></header>"
    text = xliff12(cut(mark(1, "A."), sdl_states('conf="Translated"')), root=SDL).replace(
        "<body>", f"{header}<body>"
    )
    assert texts(read(text, "a.sdlxliff")) == [("甲。", "A.")]
    with pytest.raises(XLIFFError, match="10 MB"):
        read(text, "a.xlf")


@pytest.mark.parametrize(
    ("status", "is_unit", "is_machine"),
    [
        ("ManuallyConfirmed", True, False),
        ("NotStarted", False, False),
        ("Pretranslated", False, False),
        ("MachineTranslated", True, True),
    ],
)
def test_memoq_states(read, status, is_unit, is_machine):
    attributes = f'mq:status="{status}" mq:lastchanginguser="Ann" mq:lastchangedtimestamp="2024-05-01T08:30:00Z"'
    comment = '<mq:comments><mq:comment deleted="false">c</mq:comment><mq:comment deleted="true">d</mq:comment></mq:comments>'
    units = read(xliff12(tu(attributes=attributes, inside=comment), root=MQ), "a.mqxliff")
    assert [(unit.is_machine, unit.author, unit.note) for unit in units] == [
        (is_machine, "Ann", "c")
    ] * is_unit


def test_xliff_2_has_segments_notes_and_original_data(read):
    unit = (
        '<unit id="1"><notes><note>n</note></notes><originalData><data id="d">&lt;br></data></originalData>'
        '<segment state="translated"><source>大<ph id="1" dataRef="d"/>会</source><target>Assem<ph id="1" dataRef="d"/>bly</target></segment>'
        "<ignorable><source> </source></ignorable><segment><source>乙</source><target>B</target></segment>"
        '<segment state="initial"><source>丙</source><target>丙</target></segment><segment><source>丁</source></segment></unit>'
        '<unit id="2" translate="no"><segment><source>不</source><target>no</target></segment></unit>'
    )
    units = read(xliff20(unit))
    assert texts(units) == [("大会", "Assembly"), ("乙", "B")]
    assert units[0].variants[1].inline == 'Assem<ph x="1">&lt;br&gt;</ph>bly'
    assert units[0].note == "n"


@pytest.mark.parametrize(
    ("langs", "options", "expected"),
    [
        ('source-language="zh_cn" target-language="en"', {}, ["zh-CN", "en"]),
        ('source-language="zh-CN"', {"langs": ("zh-CN", "en-GB")}, ["zh-CN", "en-GB"]),
        ('source-language="zh-CN"', {}, ["zh-CN", "en-US"]),
        ('source-language="Chinese (PRC)" target-language="*all*"', {}, ["zh-CN", "en-US"]),
    ],
)
def test_languages_are_the_files_then_the_callers_then_by_script(read, langs, options, expected):
    (unit,) = read(xliff12(tu(), langs=langs), **options)
    assert [variant.lang for variant in unit.variants] == expected


def test_a_segment_without_source_is_told(read):
    told = []
    units = read(xliff12(tu(source="") + "\n" + tu()), skipped=told.append)
    assert texts(units) == [("大会", "Assembly")]
    assert told == [(3, "a translation without a source text", "Assembly")]
    with pytest.raises(XLIFFError, match="without a source text"):
        read(xliff12(tu(source="")))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
GOOD = xliff12(tu() + "\n" + tu())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty"),
        ("大会", "not even XML"),
        (b"PK\x03\x04\x00", "not even XML"),
        ("<tmx version='1.4'/>", "its root is <tmx>"),
        ("<xliff/>", "XLIFF version ''"),
        ("<xliff version='3.0'/>", "XLIFF version '3.0'"),
        (GOOD[:-60], "cut off"),
        (GOOD.replace("Ass", "R & D", 1), "bare & or <"),
        (GOOD.replace("Ass", "\x07", 1), "control character"),
        (GOOD.encode().replace(b"Ass", b"\xff"), "save it as UTF-8"),
        (GOOD.replace("Ass", "&nbsp;", 1), "an entity that XML does not define"),
        (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>' + xliff12(tu("<target>&l9;</target>"))[22:], "entit"),
        ('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + xliff12(tu("<target>&x;</target>"))[22:], "an entity"),
        (xliff12(tu(f"<target>{'<g>' * 2000}{'</g>' * 2000}</target>")), "without bound"),
        (xliff12(tu(f"<target>{'x' * 11_000_000}</target>")), "more than 10 MB"),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_bad_file_is_one_error_with_a_remedy(read, content, message):
    with pytest.raises(XLIFFError, match=message) as caught:
        read(content)
    assert caught.value.remedy


def test_depth_is_bounded_in_trados_files_too(read):
    deep = tu(f"<target>{'<g>' * 1500}a{'</g>' * 1500}</target>")
    with pytest.raises(XLIFFError, match="without bound"):
        read(xliff12(deep), "a.sdlxliff")


@pytest.mark.parametrize("name", ["absent.xlf", "."])
def test_a_file_that_cannot_be_opened_is_our_error(tmp_path, name):
    with pytest.raises(FormatError, match="cannot read it"):
        list(read_xliff(tmp_path / name))


def test_an_xml_goes_by_its_root(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(
        xliff20('<unit id="1"><segment><source>乙</source><target>B</target></segment></unit>'),
        "utf-8",
    )
    assert texts(read_units(path)) == [("乙", "B")]


def test_translate_toolkit_files_are_read(tmp_path):
    from translate.storage import xliff

    store = xliff.xlifffile(sourcelanguage="en", targetlanguage="zh-CN")
    for source, target in (("The <meeting> & all", "会议"), ("open", "")):
        unit = store.addsourceunit(source)
        if target:
            unit.target = target
    store.savefile(str(tmp_path / "a.xlf"))
    assert texts(read_xliff(tmp_path / "a.xlf")) == [("The <meeting> & all", "会议")]
