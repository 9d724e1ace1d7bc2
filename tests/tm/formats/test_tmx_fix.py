"""A broken TMX repaired: no error is left, nothing is lost without a word, readers take it."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from corpora.errors import FormatError, LanguageError
from tm import TMXError, read_tmx
from tm.formats.tmx_check import check_tmx
from tm.formats.tmx_fix import EXAMPLES, fix_tmx

SCHEMA = Path(__file__).parents[1] / "tmx14.rng"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEADER = '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
REST = '<tu><tuv xml:lang="zh-CN"><seg>散会。</seg></tuv><tuv xml:lang="en-US"><seg>It rose.</seg></tuv></tu>'


def unit(zh="大会", en="Assembly", *, inside="", zh_lang='xml:lang="zh-CN"', en_lang='xml:lang="en-US"'):
    return f"<tu{inside}>\n<tuv {zh_lang}><seg>{zh}</seg></tuv>\n<tuv {en_lang}><seg>{en}</seg></tuv>\n</tu>\n"


def tmx(body, *, header=HEADER, version=' version="1.4"', prologue=""):
    return f"{prologue}<tmx{version}>\n{header}\n<body>\n{body}{REST}\n</body>\n</tmx>\n"


# code, broken file, what became of its first unit: None where it is left out
CASES = [
    ("control-character", tmx(unit(en="a\x07b &#1; c")), "ab  c"),
    ("control-character", tmx(unit(en="a\x0bb")), "a b"),
    ("bare-ampersand", tmx(unit(en="R&D & AT&T")), "R&D & AT&T"),
    ("undefined-entity", tmx(unit(en="a&nbsp;b&hellip;&foo;")), "a\xa0b…&foo;"),
    ("undefined-entity", tmx(unit(en="the &un;"), prologue='<!DOCTYPE tmx [<!ENTITY un "UN">]>'), None),
    ("bare-less-than", tmx(unit(en="1 < 2<br>")), "1 < 2<br>"),
    ("cdata-end", tmx(unit(en="a]]>b")), "a]]>b"),
    ("not-well-formed", tmx(unit().replace("</seg>", "", 1)), None),
    ("encoding", tmx(unit(en="caf\udcff")), None),
    ("too-large", tmx(unit(en="x" * 10_000_001)), None),
    ("nested-too-deep", tmx(unit(en="<hi>" * 210 + "x" + "</hi>" * 210)), None),
    ("nested-too-deep", tmx(unit(en="<hi>" * 3000 + "x" + "</hi>" * 3000)), None),
    ("version", tmx(unit(), version=' version="1.1"'), "Assembly"),
    ("version", tmx(unit(), version=""), "Assembly"),
    ("unknown-attribute", tmx(unit(), version=' version="1.4" xmlns="http://www.lisa.org/tmx14"'), "Assembly"),
    ("unknown-attribute", tmx(unit(inside=' score="0.5"')), "Assembly"),
    ("header-attribute", tmx(unit(), header="<header/>"), "Assembly"),
    ("header-attribute", tmx(unit(), header='<header srclang="zh-CN" adminlang=""/>'), "Assembly"),
    ("no-header", tmx(unit(), header=""), "Assembly"),
    ("part-twice", tmx(unit(), header=HEADER * 2), "Assembly"),
    ("no-body", tmx(unit()).replace("<body>", "").replace("</body>", ""), "Assembly"),
    ("not-a-tmx", unit() + REST, "Assembly"),
    ("srclang-all", tmx(unit(), header=HEADER.replace('"zh-CN"', '"*all*"')), "Assembly"),
    ("srclang-variant", tmx(unit(), header=HEADER.replace('"zh-CN"', '"zh"')), "Assembly"),
    ("srclang-variant", tmx(REST + unit(zh_lang='xml:lang="zh"')), "Assembly"),
    ("srclang-variant", tmx(REST + unit(zh_lang='xml:lang="fr"')), None),
    ("segtype", tmx(unit(inside=' segtype="line"'), header=HEADER.replace("sentence", "line")), "Assembly"),
    ("date", tmx(unit(inside=' creationdate="2024-05-01T08:30:00+08:00" changedate="May"')), "Assembly"),
    ("attribute-value", tmx(unit(inside=' usagecount="many" tuid="a b"')), "Assembly"),
    ("element-order", tmx(unit().replace("</tu>", "<note>late</note></tu>")), "Assembly"),
    ("text-outside", tmx(unit().replace("<tu>", "<tu>stray")), "Assembly"),
    ("text-outside", tmx("stray" + unit()), "Assembly"),
    ("unknown-element", tmx(unit().replace("<tu>", "<tu><extra>x</extra>")), "Assembly"),
    ("unknown-element", tmx(unit().replace("<tu>", '<tu xmlns:a="a"><a:b/><note>a <b>c</b></note>')), "Assembly"),
    ("unknown-element", tmx(unit(), header=HEADER.replace("/>", '><x/><ude name="u"><map/></ude></header>')), "Assembly"),
    ("foreign-in-segment", tmx(unit(en='a <b class="x">b <br/></b> c')), 'a <b class="x">b <br/></b> c'),
    ("foreign-in-segment", tmx(unit(en="a <ph><i>x</i></ph><sub>b</sub>")), "a <i>x</i>b"),
    ("unpaired-code", tmx(unit(en='<bpt i="1">[</bpt>a<ept i="2">]</ept><bpt>(</bpt>b<ept>)</ept><it/>')), "[a](b)"),
    ("deprecated-ut", tmx(unit(en="<ut>x</ut>a")), "xa"),
    ("attribute-missing", tmx(unit().replace("<tu>", "<tu><prop>x</prop>")), "Assembly"),
    ("omegat-prop", tmx(unit().replace("<tu>", '<tu><prop type="id">7</prop><prop type="x-ice">1</prop>')), "Assembly"),
    ("lang-attribute", tmx(unit(zh_lang='lang="ZH-CN"', en_lang='lang="EN-US"')), "Assembly"),
    ("language-underscore", tmx(unit(zh_lang='xml:lang="zh_CN"', en_lang='xml:lang="en_us"')), "Assembly"),
    ("language-tag-odd", tmx(unit(en_lang='xml:lang="EN-us"')), "Assembly"),
    ("language-tag", tmx(unit(en_lang='xml:lang="English (US)"')), None),
    ("language-missing", tmx(unit(en_lang="")), None),
    ("same-language", tmx(unit(en_lang='xml:lang="zh-CN"')), None),
    ("same-language", tmx(unit().replace("</tu>", unit()[unit().rindex("<tuv") :])), "Assembly"),
    ("empty-segment", tmx(unit(en="")), None),
    ("empty-segment", tmx(unit().replace("</tu>", '<tuv xml:lang="fr"><seg/></tuv></tu>')), "Assembly"),
    ("no-segment", tmx(unit().replace("<seg>Assembly</seg>", "")), None),
    ("two-segments", tmx(unit().replace("<seg>Assembly</seg>", "<seg>Assembly</seg>" * 2)), "Assembly"),
    ("two-segments", tmx(unit().replace("<seg>Assembly</seg>", "<seg>a</seg><seg>b</seg>")), None),
    ("no-variant", tmx("<tu/>"), None),
    ("one-variant", tmx(unit()[: unit().rindex("<tuv")] + "</tu>"), None),
    ("white-space", tmx(unit(en="\n <hi>a</hi> b ")), "a b"),
    ("not-nfc", tmx(unit(en="Cafe\u0301 <hi>e\u0301</hi>e\u0301")), "Café éé"),
    ("duplicate", tmx(unit() + unit(" 大会")), "Assembly"),
    ("other-target", tmx(unit() + unit(en="GA")), "Assembly"),
    ("truncated", tmx(unit())[:-90], "Assembly"),
    ("doctype", tmx(unit(), prologue="<!DOCTYPE html>"), "Assembly"),
    ("byte-order-mark", "\ufeff" + tmx(unit()), "Assembly"),
]  # fmt: skip
IDS = [f"{case[0]}-{number}" for number, case in enumerate(CASES)]


@pytest.fixture
def fix(tmp_path):
    def run(content, **options):
        path = tmp_path / "broken.tmx"
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        path.write_bytes(data)
        fixed = fix_tmx(path, tmp_path / "fixed.tmx", **options)
        return fixed, etree.parse(tmp_path / "fixed.tmx").getroot()

    return run


def targets(root):
    return ["".join(tuv.find("seg").itertext()) for tuv in root.iter("tuv") if tuv.get(XML_LANG) == "en-US"]


@pytest.mark.parametrize(("code", "content", "target"), CASES, ids=IDS)
def test_a_repair_is_made_and_named(fix, code, content, target, tmp_path):
    fixed, root = fix(content)
    named = fixed.repaired if target else fixed.dropped
    assert code in {**fixed.repaired, **(fixed.dropped if target is None or code in ("duplicate", "other-target") else {})}
    assert target is not None or fixed.dropped
    expected = [target] * (target is not None) + ["It rose."] * (code != "truncated")
    assert sorted(targets(root)) == sorted(expected)
    assert len(root.findall("body/tu")) == fixed.units
    assert [d for d in check_tmx(tmp_path / "fixed.tmx") if d.severity == "error"] == []
    assert etree.RelaxNG(etree.parse(SCHEMA)).validate(root)
    assert named is not None
    assert sum(1 for _ in read_tmx(tmp_path / "fixed.tmx")) == fixed.units


def test_all_at_once(fix, tmp_path):
    start = '<?xml version="1.0"?>\n<tmx version="1.1">\n<header srclang="*all*"/>\n<body>\n'
    bodies = [content[content.index("<body>") + 6 : content.index(REST)] for _, content, _ in CASES if "<body>" in content and REST in content]
    units = [body.replace("大会", f"大会{n}") for n, body in enumerate(bodies) if len(body) < 100_000]
    fixed, root = fix(start + "\n".join(units) + "\n</body>")
    assert fixed.units == len(root.findall("body/tu")) >= 30
    assert [d for d in check_tmx(tmp_path / "fixed.tmx") if d.severity == "error"] == []
    assert {repair.code for repair in fixed.repairs if repair.is_dropped} == set(fixed.dropped)
    assert {repair.code for repair in fixed.repairs if not repair.is_dropped} == set(fixed.repaired)


def test_a_good_file_keeps_all_it_has(fix):
    rich = (
        '<tu tuid="7" usagecount="2" changedate="20240501T083000Z" changeid="a"><note>one</note><note xml:lang="en">two</note><prop type="client">UN</prop>'
        '<tuv xml:lang="zh-CN" creationid="b"><prop type="p">v</prop><seg>大<bpt i="1" type="bold">&lt;b></bpt>会<ept i="1">&lt;/b></ept></seg></tuv>'
        '<tuv xml:lang="en-US"><seg><ph x="1">{0}</ph><ph x="2"><sub>s</sub></ph></seg></tuv><tuv xml:lang="fr"><seg>A&amp;B &lt;</seg></tuv></tu>'
    )
    fixed, root = fix(tmx(rich, header=HEADER.replace("/>", ' creationid="me"><note>n</note></header>')))
    assert (fixed.repaired, fixed.dropped, fixed.repairs) == ({}, {}, ())
    for element in root.iter("tu", "tuv", "header", "body"):
        element.text = None
        for child in element:
            child.tail = None
    tu = root.find("body/tu")
    tu.tail = None
    assert etree.tostring(tu, encoding="unicode") == rich.replace("/b>", "/b&gt;").replace("&lt;b>", "&lt;b&gt;")
    assert root.find("header").get("creationid") == "me"
    assert root.findtext("header/note") == "n"


def test_fixing_twice_changes_nothing(fix, tmp_path):
    for _, content, _ in CASES:
        if len(content) < 100_000:
            fix(content)
            once = (tmp_path / "fixed.tmx").read_bytes()
            fixed, _ = fix(once)
            assert (fixed.dropped, fixed.repaired) == ({}, {})
            assert (tmp_path / "fixed.tmx").read_bytes() == once


def test_what_was_done_is_said(fix):
    body = unit(en="a &nbsp; b\x07", zh_lang='lang="zh_CN"', inside=' score="1" creationdate="2024-05-01"') + unit()
    fixed, root = fix(tmx(body))
    assert [(repair.code, repair.line, repair.unit, repair.done) for repair in fixed.repairs] == [
        ("control-character", 6, 1, "U+0007 → nothing"),
        ("undefined-entity", 6, 1, "&nbsp; → \xa0"),
        ("lang-attribute", 4, 1, "lang=zh_CN moved to xml:lang"),
        ("language-underscore", 4, 1, "zh_CN written as zh-CN"),
        ("date", 4, 1, "2024-05-01 written as 20240501T000000Z"),
        ("unknown-attribute", 4, 1, "score=1 moved to a prop"),
        ("other-target", 8, 2, "left out"),
    ]
    assert root.findtext("body/tu/prop[@type='x-score']") == "1"
    assert fixed.repairs[-1].is_dropped
    assert fixed.repairs[-1].excerpt == "大会 → Assembly"


def test_many_repairs_are_counted_and_the_first_listed(fix):
    body = "".join(unit(f"第{n}段", f" {n}") for n in range(EXAMPLES + 50))
    fixed, _ = fix(tmx(body))
    assert (fixed.units, fixed.repaired) == (EXAMPLES + 51, {"white-space": EXAMPLES + 50})
    assert len(fixed.repairs) == EXAMPLES


def test_html_becomes_codes(fix):
    _, root = fix(tmx(unit(en='<bpt i="4">[</bpt><b>bold<br/></b><ept i="4">]</ept>')))
    codes = [(code.tag, code.get("i"), code.text) for code in root.findall("body/tu/tuv")[1].find("seg")]
    assert codes == [("bpt", "4", "["), ("bpt", "5", "<b>"), ("ph", None, "<br/>"), ("ept", "5", "</b>"), ("ept", "4", "]")]


def test_the_source_language_can_be_chosen(fix):
    _, root = fix(tmx(unit(), header=HEADER.replace("zh-CN", "*all*")), srclang="en_us")
    assert root.find("header").get("srclang") == "en-US"


def test_the_encoding_can_be_said(fix):
    fixed, root = fix(tmx(unit()).encode("gb18030"), encoding="gb18030")
    assert (fixed.units, root.findtext("body/tu/tuv/seg")) == (2, "大会")


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: data[: len(data) - 5]])
def test_gzip_and_cut_files_are_read(fix, pack):
    assert fix(pack(tmx(unit()).encode()))[0].units == 2


def test_a_file_can_be_fixed_in_its_place(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text(tmx(unit(en="A & B")), "utf-8")
    assert fix_tmx(path, path).units == 2
    assert list(check_tmx(path)) == []


@pytest.mark.parametrize("content", ["", "大会", "<xliff/>"])
def test_what_is_no_tmx_is_refused_and_nothing_written(fix, tmp_path, content):
    (tmp_path / "fixed.tmx").write_text("before")
    with pytest.raises(TMXError, match="not a TMX"):
        fix(content)
    assert (tmp_path / "fixed.tmx").read_text() == "before"


def test_a_wrong_source_language_or_folder_is_refused(fix, tmp_path):
    with pytest.raises(LanguageError):
        fix(tmx(unit()), srclang="*all*")
    with pytest.raises(FormatError, match="choose another output path"):
        fix_tmx(tmp_path / "broken.tmx", tmp_path / "absent" / "a.tmx")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (tmx("").replace(REST, ""), "no unit in it; look at it with: duizhao tm check"),
        (tmx(unit(en=" ")).replace(REST, ""), r"no unit would be left \(1 × empty-segment\)"),
        (tmx(unit(), prologue="<?xml version='1.0'?>").replace(REST, "").encode("gb18030"), "--encoding gb18030"),
        (tmx(unit("會議")).replace(REST, "").encode("big5"), "--encoding NAME"),
    ],
)  # fmt: skip
def test_where_nothing_is_left_what_was_there_stays(tmp_path, content, message):
    path, output = tmp_path / "a.tmx", tmp_path / "b.tmx"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    output.write_text("kept")
    with pytest.raises(TMXError, match=message):
        fix_tmx(path, output)
    assert output.read_text() == "kept"


NOISE = st.sampled_from(
    ["<tu>", "</tu>", "<tuv>", "<seg>", "</seg>", "<b>", "</b>", "&", "<", "\x07", "<bpt/>", '<ept i="1"/>', "<ph>", "</ph>", "&nbsp;", "<note>x</note>", "<sub>",
     "</sub>", "<ut/>", "<hi>", "</hi>", ' a="1"', "<prop>p</prop>", "]]>", "<!--", "-->", "é", " ", "e\u0301", '<x:y xmlns:x="x">', "</x:y>", "\udcff", '"']
)  # fmt: skip
TEXT = tmx(unit() + unit("二", "two"))


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 8), NOISE), max_size=5))
@settings(deadline=None, max_examples=400)
def test_whatever_is_broken_no_error_is_left(tmp_path_factory, edits):
    text = TEXT
    for place, length, noise in edits:
        text = text[:place] + noise + text[place + length :]
    folder = tmp_path_factory.mktemp("mutated")
    (folder / "broken.tmx").write_bytes(text.encode("utf-8", "surrogateescape"))
    try:
        fix_tmx(folder / "broken.tmx", folder / "fixed.tmx")
    except TMXError as error:  # the only refusals there are
        assert re.search("not a TMX|no unit", str(error))  # noqa: PT017
    else:
        assert [d for d in check_tmx(folder / "fixed.tmx") if d.severity == "error"] == []
        root = etree.parse(folder / "fixed.tmx")
        schema = etree.RelaxNG(etree.parse(SCHEMA))
        assert schema.validate(root), schema.error_log


@pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint (Debian: libxml2-utils)")
def test_xmllint_agrees(fix, tmp_path):
    fix("".join(content for _, content, _ in CASES if len(content) < 100_000))
    command = ["xmllint", "--nonet", "--noout", "--relaxng", SCHEMA, tmp_path / "fixed.tmx"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>zh-CN</source_lang><target_lang>en-US</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
"""


@pytest.mark.skipif(not shutil.which("omegat"), reason="needs OmegaT (Debian: apt-get install omegat)")
def test_omegat_loads_what_was_fixed(fix, tmp_path):
    project, config = tmp_path / "project", tmp_path / "config"
    for folder in ("source", "target", "omegat", "tm/auto", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, "utf-8")
    (project / "source" / "report.txt").write_text("散会。\n大会\n", "utf-8")
    broken = tmx(
        unit(en="R&D\x07 &hellip; <b>x", zh_lang='lang="zh_CN"') + unit("甲", '<b>x</b><ept i="3"/>', inside=' score="1"'),
        version="", header='<header srclang="*all*"/>',
    ).removesuffix("</body>\n</tmx>\n")  # fmt: skip
    fixed, _ = fix(broken)
    assert (fixed.units, fixed.dropped) == (3, {})
    shutil.copy(tmp_path / "fixed.tmx", project / "tm" / "auto" / "fixed.tmx")
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={config}"]
    run = subprocess.run(command, check=False, capture_output=True, timeout=300)
    log = run.stdout.decode() + run.stderr.decode() + "".join(p.read_text("utf-8", "replace") for p in config.rglob("*.log"))
    assert "fixed.tmx" in log
    assert not [line for line in log.splitlines() if "TF_TM_LOAD_ERROR" in line or "TMXR_WARNING" in line]
    assert (project / "target" / "report.txt").read_text("utf-8") == "It rose.\nR&D … <b>x\n"
