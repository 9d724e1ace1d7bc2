"""Filling empty targets: what is filled, how it is marked, and that all else stays."""

import zipfile

import docx
import polib
import pytest
from lxml import etree

from corpora.errors import FormatError
from tm.formats import read_units
from tm.formats.fill import Answer, Applied, Query, Stripped
from tm.pretranslate import pretranslate

MEMORY = {
    "大会": Answer("Assembly", 100),
    "散会。": Answer("It rose.", 85),
    "Open": Answer("打开", 100),
    "Close\n": Answer("关闭", 80),
}


def from_memory(query):
    return MEMORY.get(query.text)


@pytest.fixture
def fill(tmp_path):
    def run(text, name="a.xlf", answer=from_memory, **options):
        path, output = tmp_path / name, tmp_path / f"out-{name}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        applied = pretranslate(path, output, answer, **options)
        return applied, output.read_bytes().decode()

    return run


V12 = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kept -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:own="urn:own">
  <file original="a.txt" source-language="zh-CN" target-language="en-US" datatype="plaintext" own:kept="yes">
    <body>
      <trans-unit id="1">
        <source>大会</source>
      </trans-unit>
      <trans-unit id="2">
        <source>散会。</source>
        <target state="new"/>
        <note>kept</note>
      </trans-unit>
      <trans-unit id="3">
        <source>导言</source>
        <target>Introduction</target>
      </trans-unit>
      <trans-unit id="4">
        <source>未知</source>
      </trans-unit>
      <trans-unit id="5" approved="yes">
        <source>大会</source>
      </trans-unit>
      <own:any><![CDATA[<kept>]]></own:any>
    </body>
  </file>
</xliff>
"""


def test_xliff_is_filled_and_all_else_stays(fill):
    applied, text = fill(V12)
    assert applied == Applied(segments=5, filled=2, fuzzy=1, untouched=3)
    expected = V12.replace(
        '<source>大会</source>\n      </trans-unit>\n      <trans-unit id="2">',
        '<source>大会</source>\n        <target state="translated" state-qualifier="exact-match">Assembly</target>\n      </trans-unit>\n      <trans-unit id="2">',
    ).replace(
        '<target state="new"/>',
        '<target state="needs-review-translation" state-qualifier="fuzzy-match">It rose.</target>',
    )
    assert text == expected


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
        lambda text: text.replace('encoding="UTF-8"', "encoding='utf-8' standalone='yes'").rstrip(),
        lambda text: text.replace("<!-- kept -->", "<!-- kept -->\n<?own kept?>\n"),
    ],
)
def test_nothing_answered_changes_nothing(fill, change):
    applied, text = fill(change(V12).replace('"new"/>', '"new"/>'), answer=lambda query: None)
    assert (applied.filled, applied.untouched) == (0, 5)
    assert text == change(V12)


def test_other_encodings_stay(fill, tmp_path):
    text = V12.replace("UTF-8", "UTF-16")
    path, output = tmp_path / "a.xlf", tmp_path / "b.xlf"
    path.write_bytes(text.encode("utf-16"))
    assert pretranslate(path, output, from_memory).filled == 2
    assert output.read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert len(list(read_units(output))) == 2  # the exact match, and what was there


def test_a_query_has_its_neighbours_and_language(fill):
    asked = []
    fill(V12, answer=asked.append)
    assert asked == [
        Query("大会", "", "散会。", "zh-CN", "en-US"),
        Query("散会。", "大会", "导言", "zh-CN", "en-US"),
        Query("未知", "导言", "大会", "zh-CN", "en-US"),
    ]


def one(source, root='version="1.2"'):
    return f'<xliff {root}><file original="a" source-language="zh-CN" target-language="en-US" datatype="x"><body><trans-unit id="1"><source>{source}</source></trans-unit></body></file></xliff>'


BOLD = '<bpt i="1" x="1"/>Assem<ept i="1"/>bly'


@pytest.mark.parametrize(
    ("source", "inline", "target", "stripped"),
    [
        ('<g id="1">大</g>会', BOLD, '<g id="1">Assem</g>bly', 0),
        ('<g id="7" ctype="bold">大</g>会', BOLD, '<g id="7" ctype="bold">Assem</g>bly', 0),
        ('<bpt id="1">b</bpt>大<ept id="1">e</ept>会', BOLD, '<bpt id="1">b</bpt>Assem<ept id="1">e</ept>bly', 0),
        ('<bx id="1"/>大<ex id="1"/>会', BOLD, '<bx id="1"/>Assem<ex id="1"/>bly', 0),
        ('大<x id="1"/>会<x id="2"/>', '<ph x="2"/>Assem<ph x="1"/>bly', '<x id="2"/>Assem<x id="1"/>bly', 0),
        ('大<ph id="5">%s</ph>会', 'Assem<ph x="9"/>bly', 'Assem<ph id="5">%s</ph>bly', 0),
        ('<g id="1">大</g>会', "", "Assembly", 1),
        ('<g id="1">大</g><x id="2"/>会', BOLD, '<g id="1">Assem</g>bly', 1),
        ("大会", BOLD, "Assembly", 0),
        ('<x id="1"/>大会', BOLD, "Assembly", 1),
        ('<g id="1">大</g><g id="2">会</g>', '<bpt i="1" x="1"/>As<bpt i="2" x="2"/>s<ept i="1"/>em<ept i="2"/>bly', "Assembly", 1),
        ('大会<it id="3" pos="open">i</it>', '<hi>Assem</hi>bly<it pos="begin"/>', 'Assembly<it id="3" pos="open">i</it>', 0),
    ],
)  # fmt: skip
def test_codes_of_the_source_are_put_where_the_answer_has_some(
    fill, source, inline, target, stripped
):
    applied, text = fill(one(source), answer=lambda query: Answer("Assembly", 100, inline))
    state = ("translated", "exact-match"), ("needs-review-translation", "fuzzy-match")
    assert '<target state="{}" state-qualifier="{}">'.format(*state[stripped]) + target in text
    assert (applied.filled, len(applied.stripped)) == (1, stripped)


@pytest.mark.parametrize(
    ("name", "text", "state"),
    [
        ("a.xlf", "one", 'state="needs-review-translation" state-qualifier="fuzzy-match"'),
        ("a.sdlxliff", "sdl", '<sdl:seg id="1" conf="Draft" origin="tm" percent="99"/>'),
        ("a.mqxliff", "mq", 'mq:status="Pretranslated" mq:percent="99"'),
        ("b.xlf", "2", '<segment id="s1" state="initial">'),
    ],
)
def test_a_translation_that_lacks_codes_is_marked_for_review_and_named(fill, name, text, state):
    coded = '大<x id="1"/>会'
    mq = one(coded, 'version="1.2" xmlns:mq="MQXliff"').replace('id="1">', 'id="1" mq:status="NotStarted">', 1)
    content = {
        "one": one(coded),
        "sdl": SDL.format("").replace('mid="1">大会', f'mid="1">{coded}'),
        "mq": mq,
        "2": XLIFF2.replace('<pc id="1">大</pc>会', '大<ph id="1"/>会'),
    }[text]
    applied, filled = fill(content, name, answer=lambda query: MEMORY["大会"])
    assert state in filled
    assert applied.stripped == (Stripped(1, "大会"),)


def test_control_characters_of_an_answer_go(fill):
    _, text = fill(one("大会"), answer=lambda query: Answer("A\x00 & <b>", 100))
    assert ">A &amp; &lt;b&gt;</target>" in text


SDL = """<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0"><file original="a" source-language="zh-CN" target-language="en-US" datatype="x"><body><trans-unit id="1"><source>大会散会。</source><seg-source><g id="9"><mrk mtype="seg" mid="1">大会</mrk> <mrk mtype="seg" mid="2">散会。</mrk><mrk mtype="seg" mid="3">大会</mrk></g></seg-source>{}<sdl:seg-defs><sdl:seg id="1"/><sdl:seg id="2"/><sdl:seg id="3" locked="true"/></sdl:seg-defs></trans-unit></body></file></xliff>"""
FILLED = '<target><g id="9"><mrk mtype="seg" mid="1">Assembly</mrk> <mrk mtype="seg" mid="2">It rose.</mrk><mrk mtype="seg" mid="3"/></g></target>'
EMPTY = FILLED.replace("Assembly", "").replace("It rose.", "")


@pytest.mark.parametrize("target", ["", "<target/>", EMPTY])
def test_trados_files_are_filled_segment_by_segment(fill, target):
    applied, text = fill(SDL.format(target), "a.sdlxliff")
    assert applied == Applied(segments=3, filled=2, fuzzy=1, untouched=1)
    assert FILLED in text
    assert '<sdl:seg id="1" conf="Translated" origin="tm" percent="100"/>' in text
    assert '<sdl:seg id="2" conf="Draft" origin="tm" percent="85"/>' in text


def test_a_filled_trados_file_gives_its_exact_matches_as_units(tmp_path):
    (tmp_path / "a.sdlxliff").write_text(SDL.format(""), "utf-8")
    pretranslate(tmp_path / "a.sdlxliff", tmp_path / "a.sdlxliff", from_memory)
    assert [unit.variants[1].text for unit in read_units(tmp_path / "a.sdlxliff")] == ["Assembly"]


def test_one_fuzzy_segment_makes_the_state_of_a_plain_unit_fuzzy(fill):
    _, text = fill(
        SDL.format("").partition("<sdl:seg-defs>")[0] + "</trans-unit></body></file></xliff>"
    )
    assert (
        '<target state="needs-review-translation" state-qualifier="fuzzy-match"><g id="9">' in text
    )


def test_memoq_files_get_its_states(fill):
    text = one("散会。", 'version="1.2" xmlns:mq="MQXliff"').replace(
        'id="1"', 'id="1" mq:status="NotStarted"'
    )
    _, filled = fill(text, "a.mqxliff")
    assert (
        'mq:status="Pretranslated" mq:percent="85"><source>散会。</source><target>It rose.</target>'
        in filled
    )
    applied, _ = fill(text.replace("mq:status", 'mq:locked="locked" mq:status'), "a.mqxliff")
    assert applied.filled == 0


XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en-US">
 <file id="f"><unit id="1">
  <segment id="s1">
   <source><pc id="1">大</pc>会</source>
  </segment>
  <segment id="s2" state="final"><source>大会</source></segment>
  <segment id="s3"><source>散会。</source><target/></segment>
 </unit></file>
</xliff>
"""


def test_xliff_2_is_filled(fill):
    applied, text = fill(
        XLIFF2,
        answer=lambda query: MEMORY[query.text]._replace(
            inline=BOLD if query.text == "大会" else ""
        ),
    )
    assert applied == Applied(segments=3, filled=2, fuzzy=1, untouched=1)
    assert (
        '<segment id="s1" state="translated">\n   <source><pc id="1">大</pc>会</source>\n   <target><pc id="1">Assem</pc>bly</target>\n  </segment>'
        in text
    )
    assert (
        '<segment id="s3" state="initial"><source>散会。</source><target>It rose.</target></segment>'
        in text
    )


PO = """# head
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: a.c:1
msgid "Open"
msgstr ""

#, c-format
msgctxt "menu"
msgid ""
"Close\\n"
msgstr ""

#. kept   as it is, however long the line may be, because nobody asked for it to be wrapped at all
msgid "Kept"
msgstr "保留"

msgid "Unknown"
msgstr ""

msgid "One"
msgid_plural "Open"
msgstr[0] ""

#~ msgid "old"
#~ msgstr "旧"
"""
PO_FILLED = (
    PO.replace('"Open"\nmsgstr ""', '"Open"\nmsgstr "打开"')
    .replace("#, c-format", "#, c-format, fuzzy")
    .replace('"Close\\n"\nmsgstr ""', '"Close\\n"\nmsgstr "关闭\\n"')
    .replace('msgstr[0] ""', 'msgstr[0] "打开"')
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_po_changes_only_in_what_is_filled(fill, end):
    applied, text = fill(PO.replace("\n", end), "a.po")
    assert applied == Applied(segments=6, filled=3, fuzzy=1, untouched=3)
    assert text == PO_FILLED.replace("\n", end)
    assert not polib.pofile(text).untranslated_entries()[1:]


def test_forms_of_a_plural_are_filled_with_their_own_translations(fill):
    start = 'msgid "One"\nmsgid_plural "Open"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    answers = {"One": Answer("Eins", 100), "Open": Answer("Offene", 100)}
    applied, text = fill(start, "a.po", langs=("en", "de"), answer=lambda query: answers[query.text])
    assert applied == Applied(segments=2, filled=2)
    assert text == start.replace('[0] ""', '[0] "Eins"').replace('[1] ""', '[1] "Offene"')
    _, text = fill(f'{start}msgstr[2] ""\n', "a.po", langs=("en", "pl"), answer=lambda query: answers[query.text])
    assert text.startswith("#, fuzzy\n")
    assert text.count("Offene") == 2
    half = start.replace('[0] ""', '[0] "Eins"')
    applied, text = fill(start, "a.po", langs=("en", "de"), answer=lambda query: answers["One"] if query.text == "One" else None)
    assert text == f"#, fuzzy\n{half}"
    assert fill(half, "a.po", langs=("en", "de"), answer=lambda query: answers["Open"])[1].endswith('[1] "Offene"\n')


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ('<x id="1"/> 大会', '<x id="1"/> Assembly'),
        (' <x id="1"/>大会', ' <x id="1"/>Assembly'),
        ("\u3000\u3000大会", "Assembly"),
        (" 大会\n", " Assembly\n"),
    ],
)
def test_white_space_around_a_source_is_there_once(fill, source, filled):
    coded = '<ph x="1"/> Assembly' if "/> " in source else '<ph x="1"/>Assembly'
    answer = Answer(coded.partition(">")[2], 100, coded) if "<" in source else Answer("Assembly", 100)
    _, text = fill(V12.replace("<source>大会</source>", f"<source>{source}</source>", 1), answer=lambda query: answer)
    assert f">{filled}</target>" in text


def test_a_fuzzy_message_without_flags_gets_them(fill):
    _, text = fill('msgid "Close\\n"\nmsgstr ""\n', "a.po", langs=("en", "zh"))
    assert text == '#, fuzzy\nmsgid "Close\\n"\nmsgstr "关闭\\n"\n'


def test_an_encoding_that_cannot_hold_the_answer_is_named(fill):
    with pytest.raises(FormatError, match="convert it to UTF-8"):
        fill(PO.replace("UTF-8", "ISO-8859-1").replace("保留", "kept").replace("旧", "old"), "a.po")


@pytest.fixture
def report(tmp_path):
    document = docx.Document()
    table = document.add_table(0, 2)
    for cells in (("中文", "English"), ("大会", ""), ("散会。", "kept"), ("未知", "")):
        row = table.add_row().cells
        row[0].text, row[1].text = cells
    document.add_paragraph("after")
    document.save(tmp_path / "a.docx")
    return tmp_path / "a.docx"


def test_a_document_is_filled_and_its_other_parts_stay(report):
    output = report.with_name("b.docx")
    answer = {"大会": Answer("General\nAssembly", 85)}
    assert pretranslate(report, output, lambda query: answer.get(query.text)) == Applied(3, 1, 1, 2)
    cells = [row.cells[1].text for row in docx.Document(output).tables[0].rows]
    assert cells == ["English", "General\nAssembly", "kept", ""]
    with zipfile.ZipFile(report) as before, zipfile.ZipFile(output) as after:
        assert before.namelist() == after.namelist()
        assert all(
            before.read(n) == after.read(n) for n in before.namelist() if n != "word/document.xml"
        )


@pytest.mark.parametrize("name", ["a.xlf", "a.po", "a.docx"])
def test_a_file_may_replace_itself_and_a_failure_leaves_it(tmp_path, report, name):
    path = tmp_path / name
    if name != "a.docx":
        path.write_text({"a.xlf": V12, "a.po": PO}[name], "utf-8")
    before = path.read_bytes()

    def interrupted(query):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pretranslate(path, path, interrupted)
    assert path.read_bytes() == before
    assert pretranslate(path, path, from_memory).filled
    assert path.read_bytes() != before
    assert not pretranslate(path, path, from_memory).filled


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xlf", b"", "empty"),
        ("a.xlf", V12.encode()[:-30], "cut off"),
        ("a.xlf", V12.replace("大", "&nbsp;").encode(), "entity"),
        ("a.xlf", b"<tmx/>", "not an XLIFF"),
        ("a.po", b"", "empty"),
        ("a.po", b'msgid "a\n', "broken PO"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"no zip", "zip"),
        ("a.tmx", b"<tmx/>", r"\.docx.*\.xliff"),
    ],
)
def test_a_bad_file_is_one_clear_error_and_nothing_is_written(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError, match=message):
        pretranslate(tmp_path / name, tmp_path / f"out-{name}", from_memory)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_document_without_such_a_table_is_named(tmp_path):
    docx.Document().save(tmp_path / "a.docx")
    with pytest.raises(FormatError, match="no table"):
        pretranslate(tmp_path / "a.docx", tmp_path / "b.docx", from_memory)


def test_filled_files_are_well_formed(fill):
    _, text = fill(SDL.format(""), "a.sdlxliff")
    assert etree.fromstring(text.encode()) is not None
