"""Every rule of a TMX fires where it is broken, and is silent on what is good."""

import gzip
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from corpora.types import TranslationUnit, Variant
from tm import TMXError, write_tmx
from tm.formats.tmx_check import check_tmx, explain
from tm.formats.tmx_rules import RULES

ROOT = Path(__file__).parents[3]
GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="zh-CN" datatype="plaintext" creationdate="20240501T083000Z"/>
<body>
<!-- <tu> a comment & a < sign -->
<tu tuid="1" usagecount="3" creationdate="20240501T083000Z">
<note>seen</note>
<prop type="x-doc">a.txt</prop>
<tuv xml:lang="zh-CN"><seg>大会<bpt i="1" type="bold">&lt;b></bpt>决定<ept i="1">&lt;/b></ept><ph x="1"/></seg></tuv>
<tuv xml:lang="en-US"><seg>The Assembly <hi>decides</hi> &amp; &#x4F1A; <![CDATA[<&>]]></seg></tuv>
</tu>
<tu>
<tuv xml:lang="zh-CN"><seg>散会。</seg></tuv>
<tuv xml:lang="en-US"><seg>It rose.</seg></tuv>
</tu>
</body>
</tmx>
"""
LAST = GOOD[GOOD.rindex("<tu>") : GOOD.index("</body>")]
# code, line where it must be found, what is replaced in the good file, by what
CASES = [
    ("doctype", 2, "tmx14.dtd", "http://example.org/tmx14.dtd"),
    ("entity-declaration", 2, ' SYSTEM "tmx14.dtd">', ' [<!ENTITY x "y">]>'),
    ("version", 3, 'version="1.4"', 'version="1.1"'),
    ("version", 3, 'tmx version="1.4"', "tmx"),
    ("unknown-attribute", 3, "<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
    ("unknown-attribute", 14, "<tu>", '<tu score="1">'),
    ("unknown-attribute", 15, "<seg>散", '<seg lang="zh">散'),
    ("header-attribute", 4, ' o-tmf="t"', ""),
    ("header-attribute", 4, 'creationtool="t"', 'creationtool=""'),
    ("segtype", 4, '"sentence"', '"line"'),
    ("segtype", 14, "<tu>", '<tu segtype="line">'),
    ("date", 4, '"20240501T083000Z"/', '"2024-05-01T08:30:00Z"/'),
    ("date", 8, '"20240501T083000Z">', '"20241301T083000Z">'),
    ("srclang-all", 4, 'srclang="zh-CN"', 'srclang="*all*"'),
    ("srclang-variant", 8, 'srclang="zh-CN"', 'srclang="zh"'),
    ("srclang-variant", 14, "<tu>", '<tu srclang="fr">'),
    ("no-header", 1, GOOD[GOOD.index("<header") : GOOD.index("<body>")], ""),
    ("part-twice", 18, "</body>", "</body><body></body>"),
    ("no-body", 1, "<body>", ""),
    ("no-unit", None, GOOD[GOOD.index("<tu t") : GOOD.index("</body>")], ""),
    ("truncated", 14, GOOD[GOOD.rindex("<tuv") :], "<tuv xml"),
    ("truncated", 19, "</tmx>\n", ""),
    ("not-a-tmx", 1, GOOD, "<?xml version='1.0'?><xliff version='1.2'><file/></xliff>"),
    ("empty-file", 1, GOOD, ""),
    ("control-character", 15, "散会", "散\x07会"),
    ("control-character", 15, "散会", "散&#7;会"),
    ("control-character", 15, "散会", "散&#xFFFF;会"),
    ("bare-ampersand", 16, "It", "R&D"),
    ("bare-ampersand", 16, "It", "R & D"),
    ("bare-ampersand", 5, 'datatype="plaintext"', 'datatype="a&b"'),
    ("undefined-entity", 16, "It", "It&nbsp;"),
    ("undefined-entity", 16, "It", "It&foo;"),
    ("bare-less-than", 16, "It", "1 < 2 It"),
    ("bare-less-than", 16, "It", "It<br>"),
    ("cdata-end", 16, "It", "It]]>"),
    ("not-well-formed", 15, "</tuv>\n<tuv xml:lang=\"en-US\"><seg>It", "</tux>\n<tuv xml:lang=\"en-US\"><seg>It"),
    ("not-well-formed", 14, "<tu>", "<tu tuid=1>"),
    ("not-well-formed", 14, "<tu>", '<tu tuid="1" tuid="2">'),
    ("text-outside", 1, "<?xml", " <?xml"),
    ("text-outside", 14, "<tu>\n", "stray\n<tu>\n"),
    ("text-outside", 14, "<tu>\n", "<tu>stray\n"),
    ("text-outside", 20, "</tmx>\n", "</tmx>\nmore"),
    ("nested-too-deep", 16, "It", "<hi>" * 210 + "It" + "</hi>" * 210),
    ("nested-too-deep", None, "It", "<hi>" * 3000 + "It" + "</hi>" * 3000),
    ("too-large", 14, "It", "x" * 10_000_001),
    ("replacement-character", 15, "散会", "散\ufffd会"),
    ("unknown-element", 14, "<tu>\n", "<tu><extra/>\n"),
    ("unknown-element", 15, "</tuv>\n<tuv xml:lang=\"en-US\"><seg>It", "<x>y</x></tuv>\n<tuv xml:lang=\"en-US\"><seg>It"),
    ("unknown-element", 14, "<tu>\n", '<tu xmlns:a="a"><a:prop/>\n'),
    ("foreign-in-segment", 16, "It", "<b>It</b>"),
    ("foreign-in-segment", 16, "It", "<sub>It</sub>"),
    ("foreign-in-segment", 16, "It", "<ph><ph/></ph>It"),
    ("attribute-missing", 16, "It", "<bpt/>It<ept/>"),
    ("attribute-missing", 10, ' type="x-doc"', ""),
    ("attribute-value", 8, 'usagecount="3"', 'usagecount="many"'),
    ("attribute-value", 8, 'tuid="1"', 'tuid="a b"'),
    ("attribute-value", 16, "It", '<it pos="middle"/>It'),
    ("element-order", 17, "</seg></tuv>\n</tu>\n</body>", "</seg></tuv>\n<note>late</note></tu>\n</body>"),
    ("element-order", 16, "It rose.</seg>", "It rose.</seg><prop type='x'>late</prop>"),
    ("language-missing", 15, ' xml:lang="zh-CN"><seg>散', "><seg>散"),
    ("lang-attribute", 15, 'xml:lang="zh-CN"><seg>散', 'lang="zh-CN"><seg>散'),
    ("language-underscore", 15, '"zh-CN"><seg>散', '"zh_CN"><seg>散'),
    ("language-tag", 15, '"zh-CN"><seg>散', '"Chinese (PRC)"><seg>散'),
    ("language-tag", 4, 'adminlang="en"', 'adminlang="?"'),
    ("language-tag-odd", 15, '"zh-CN"><seg>散', '"ZH-cn"><seg>散'),
    ("language-tag-odd", 16, '"en-US"><seg>It', '"English"><seg>It'),
    ("same-language", 16, '"en-US"><seg>It', '"zh-CN"><seg>It'),
    ("one-variant", 14, LAST[LAST.rindex("<tuv") : LAST.rindex("</tu>")], ""),
    ("no-variant", 14, LAST[LAST.index("<tuv") : LAST.rindex("</tu>")], ""),
    ("no-segment", 16, "<seg>It rose.</seg>", ""),
    ("two-segments", 16, "<seg>It rose.</seg>", "<seg>It</seg><seg>rose.</seg>"),
    ("empty-segment", 16, "It rose.", ""),
    ("empty-segment", 16, "It rose.", "\u200b "),
    ("white-space", 16, "It rose.", "It rose. "),
    ("white-space", 16, "It rose.", "\nIt rose."),
    ("not-nfc", 16, "It rose.", "Cafe\u0301"),
    ("long-segment", 16, "It rose.", "x" * 2001),
    ("unpaired-code", 16, "It", '<bpt i="1"/>It'),
    ("unpaired-code", 16, "It", '<ept i="1"/>It<bpt i="1"/>'),
    ("unpaired-code", 16, "It", '<bpt i="1"/>It<ept i="2"/>'),
    ("deprecated-ut", 16, "It", "<ut>x</ut>It"),
    *(("omegat-prop", 10, "x-doc", name) for name in ("file", "id", "prev", "next", "path", "x-ice")),
    ("duplicate", 18, "</body>", LAST + "</body>"),
    ("other-target", 18, "</body>", LAST.replace("It rose.", "Adjourned.") + "</body>"),
    ("same-text", 14, "It rose.", "散会。"),
]  # fmt: skip
BYTES = [
    ("encoding", 15, GOOD.encode().replace("散".encode(), b"\xc9 ")),
    ("encoding", 1, GOOD.replace("UTF-8", "klingon").encode()),
    ("encoding", 1, GOOD.replace("UTF-8", "UTF-16").encode()),
    ("encoding", 1, GOOD.encode("utf-16")),
    ("encoding", 15, GOOD.replace("UTF-8", "GB18030").encode("gb18030").replace("散".encode("gb18030"), b"\xff\xff")),
    ("byte-order-mark", 1, GOOD.encode("utf-8-sig")),
    ("not-utf-8", 1, GOOD.replace("UTF-8", "UTF-16").encode("utf-16")),
    ("not-utf-8", 1, GOOD.replace("UTF-8", "GB18030").encode("gb18030")),
    ("control-character", 15, GOOD.encode().replace("散".encode(), b"\0\0")),
    ("truncated", None, gzip.compress(GOOD.encode() * 99, mtime=0)[:300]),
]  # fmt: skip


def found(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(check_tmx(path))


def codes(found):
    return {defect.code for defect in found}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.tmx"


@pytest.mark.parametrize(("code", "line", "old", "new"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
def test_a_rule_fires_in_its_line(path, code, line, old, new):
    assert old in GOOD
    hits = [defect for defect in found(path, GOOD.replace(old, new)) if defect.code == code]
    assert hits
    assert hits[0].message
    assert hits[0].remedy
    if line:
        assert hits[0].line == line


@pytest.mark.parametrize(("code", "line", "content"), BYTES, ids=[f"{c[0]}-{n}" for n, c in enumerate(BYTES)])
def test_a_rule_of_bytes_fires_in_its_line(path, code, line, content):
    hits = [defect for defect in found(path, content) if defect.code == code]
    assert hits
    assert line in (None, hits[0].line)


def test_every_rule_has_a_case_that_fires():
    assert {case[0] for case in [*CASES, *BYTES]} == set(RULES)


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_good_file_has_no_defect(path, packed, line_end):
    assert found(path, packed(GOOD.replace("\n", line_end).encode())) == []


def test_what_write_tmx_writes_has_no_defect(path):
    variants = Variant("zh-CN", " 大会\x00决定：甲 & 乙 <三> ]]>"), Variant("en-US", "Café")
    unit = TranslationUnit(variants, document="a", probability=0.5, reasons=("length",), props=(("id", "1"), ("x-a", "b")))
    other = TranslationUnit((Variant("zh_cn", "散会。"), Variant("en-US", "It rose.")))
    write_tmx(path, [unit, other, unit], srclang="zh-CN")
    assert list(check_tmx(path)) == []


def test_the_memory_of_the_sample_report_has_no_error(path):
    from aligner import align_documents
    from corpora.document import read_document
    from tm import units_from

    folder = ROOT / "corpora" / "sample"
    bitext = align_documents(*(read_document(folder / f"report.{lang}.txt") for lang in ("zh", "en")))
    write_tmx(path, units_from(bitext), srclang="zh-CN")
    assert codes(check_tmx(path)) <= {"same-text"}


def test_one_fault_hides_no_other(path):
    text = GOOD.replace("散会。", "散\x07会 & <br>").replace("It rose.", "a&nbsp;b & c \x01").replace("</tmx>\n", "")
    lines = {(defect.code, defect.line) for defect in found(path, text) if defect.severity == "error"}
    assert lines == {
        ("control-character", 15), ("bare-ampersand", 15), ("bare-less-than", 15), ("control-character", 16),
        ("undefined-entity", 16), ("bare-ampersand", 16), ("truncated", 19),
    }  # fmt: skip


def test_a_unit_that_is_never_closed_spoils_no_other(path):
    text = GOOD.replace("</tu>\n<tu>", "<tu>")
    assert [(d.code, d.line) for d in found(path, text) if d.severity == "error"] == [("not-well-formed", 13)]


def test_defects_come_in_the_order_of_the_file(path):
    lines = [d.line for d in found(path, GOOD.replace("seg>", "sg>").replace("zh-CN", "zh_CN"))]
    assert lines[:-1] == sorted(lines[:-1])
    assert len(lines) > 8


def test_lines_are_right_after_a_hundred_thousand(path):
    head, tail = GOOD.split("<tu>", 1)
    text = head + "\n" * 100_000 + "<tu>" + tail.replace("It rose.", "A & B")
    assert [(d.code, d.line) for d in found(path, text)] == [("bare-ampersand", 100_016)]


def test_no_entity_is_expanded_and_no_file_read(path, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'[<!ENTITY l0 "ha">{bomb}<!ENTITY x SYSTEM "secret.txt">]'
    text = GOOD.replace('SYSTEM "tmx14.dtd"', declared).replace("It", "&l11;&x;")
    defects = found(path, text)
    assert codes(defects) == {"doctype", "entity-declaration", "undefined-entity"}
    assert "secret" not in {part for d in defects for part in d.message.split()}


def test_the_encoding_can_be_said(path):
    path.write_bytes(GOOD.encode("gb18030"))
    assert "encoding" in codes(check_tmx(path))
    assert codes(check_tmx(path, encoding="gb18030")) == {"not-utf-8"}
    assert "encoding" in codes(check_tmx(path, encoding="klingon"))


@pytest.mark.parametrize("code", RULES)
def test_every_rule_can_be_explained(code):
    text, harmed, remedy = explain(code).splitlines()
    assert text.endswith((".", "word."))
    assert harmed.partition(":")[0] in ("error", "warning")
    assert remedy


@pytest.mark.parametrize("name", ["absent.tmx", "."])
def test_a_file_that_cannot_be_opened_is_our_error(tmp_path, name):
    with pytest.raises(TMXError, match="cannot read it"):
        list(check_tmx(tmp_path / name))


PIECES = st.sampled_from(
    ["<tu>", "</tu>", "<tuv", ' xml:lang="zh-CN"', ">", "<", "&", "&#", ";", "<seg>", "</seg>", "<!--", "-->", "]]>", "<![CDATA[", "<?xml", "?>", '"', "'",
     "<tmx", "</tmx>", "<header", "<body>", "</body>", "<!DOCTYPE", "[", "\x00", "\ud800", "大", " ", "\n", "a:b", "i=", "<bpt ", "<b>", "&#xD800;", "&#99999999;"]
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES), max_size=6))
@settings(deadline=None, max_examples=300)
def test_no_mutation_is_a_traceback(tmp_path_factory, edits):
    text = GOOD
    for place, length, piece in edits:
        text = text[:place] + piece + text[place + length :]
    path = tmp_path_factory.mktemp("mutated") / "m.tmx"
    for defect in found(path, text.encode("utf-8", "surrogatepass")):
        assert 1 <= defect.line <= text.count("\n") + 1


@given(st.binary(max_size=200), st.sampled_from([b"", b"<tmx>", b"\xff\xfe", b"\x1f\x8b", b"\xef\xbb\xbf", b"<?xml version='1.0' encoding='", b"<tmx><body><tu>"]))
@settings(deadline=None, max_examples=300)
@example(b"PK\x03\x05", b"")
def test_no_bytes_are_a_traceback(tmp_path_factory, noise, head):
    assume(not (head + noise).startswith(b"PK\x03\x04"))  # a zip, which is refused as a whole
    assert found(tmp_path_factory.mktemp("noise") / "m.tmx", head + noise)


@given(st.integers(1, 40), st.integers(0, 40))
@settings(deadline=None, max_examples=40)
def test_the_size_of_chunks_does_not_matter(size, offset):
    from tm.formats import tmx_fragments

    text = GOOD.replace("It", "<!-- x > y -->I & t").replace("散", 'a<bpt i="<"/>')
    chunks = [text[:offset], *(text[n : n + size] for n in range(offset, len(text), size))]
    joined = [t for t in tmx_fragments._grouped(tmx_fragments._tokens(iter([text]))) if t.kind != "other"]
    cut = [t for t in tmx_fragments._grouped(tmx_fragments._tokens(iter(chunks))) if t.kind != "other"]
    assert cut == joined


CHILD = """
import sys
import time
from tm.formats.tmx_check import check_tmx
path, count = sys.argv[1], int(sys.argv[2])
head = '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="x"/><body>'
with open(path, "w", encoding="utf-8") as file:
    file.write(head)
    for n in range(count):
        file.write(f'<tu><tuv xml:lang="zh-CN"><seg>第{n}段{"会" * 100}</seg></tuv><tuv xml:lang="en-US"><seg>{n} {"word " * 60}.</seg></tuv></tu>\\n')
    file.write("</body></tmx>")
assert list(check_tmx(path)) == []
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_stays_flat(tmp_path):
    def peak(count):
        command = [sys.executable, "-c", CHILD, str(tmp_path / "m.tmx"), str(count)]
        return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)

    assert peak(21_000) - peak(1000) < 8000  # kilobytes; 18 MB of TMX


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<?", "<!DOCTYPE [", "<tu ", '<tu a="', "<tu>", "<seg>", "&", "&#1;", "<bpt>"])
def test_a_hostile_file_is_done_in_a_moment(path, opening):
    start = time.process_time()
    found(path, "<tmx><body><tu>" + opening * 20_000)
    found(path, "<tmx><body><tu>" + opening * 20_000 + "</tu></body></tmx>")
    assert time.process_time() - start < 15  # what grows with the square takes minutes
