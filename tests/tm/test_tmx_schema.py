"""The written file against the rules of TMX 1.4b, and the rules against wrong files."""

import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from corpora.types import TranslationUnit, Variant
from tm import write_tmx

SCHEMA = Path(__file__).with_name("tmx14.rng")
OMEGAT_JAR = Path("/usr/share/omegat/OmegaT.jar")
UNITS = [
    TranslationUnit(
        (Variant("zh-CN", "大会决定\x00：“甲 & 乙”"), Variant("en-US", "It <decides>: A & B.")),
        document="a.txt | b.txt", paragraph="annex 1/3", label="(a)", kind="item", bead="1-1", probability=0.5, reasons=("length", "numbers"),
        context_before="前", context_after="后", created=datetime(2024, 5, 1, tzinfo=UTC), props=(("x-client", "UN"),),
    ),
    TranslationUnit((Variant("zh-CN", "散会。"), Variant("en-US", "The meeting rose."))),
]  # fmt: skip


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "memory.tmx"
    write_tmx(path, UNITS, srclang="zh-CN", created=datetime(2024, 5, 1, tzinfo=UTC))
    return path


@pytest.fixture(scope="module")
def schema():
    return etree.RelaxNG(etree.parse(SCHEMA))


def test_what_we_write_is_valid(path, schema):
    assert schema.validate(etree.parse(path)), schema.error_log


def test_the_header_names_the_language_of_every_first_variant(path):
    root = etree.parse(path)
    first = {
        tu.find("tuv").get("{http://www.w3.org/XML/1998/namespace}lang") for tu in root.iter("tu")
    }
    assert first == {root.find("header").get("srclang")}


WRONG = {
    "version": ('version="1.4"', 'version="1.4b"'),
    "header without srclang": (' srclang="zh-CN"', ""),
    "header without o-tmf": (' o-tmf="duizhao"', ""),
    "unknown segtype": ('segtype="sentence"', 'segtype="line"'),
    "attribute of one's own": ("<tu ", '<tu score="0.5" '),
    "prop after tuv": ("</tu>", '<prop type="x-doc">a</prop></tu>'),
    "prop without type": ('<prop type="x-doc">', "<prop>"),
    "date with hyphens": ('"20240501T000000Z"', '"2024-05-01T00:00:00Z"'),
    "month 13": ('"20240501T000000Z"', '"20241301T000000Z"'),
    "underscore in xml:lang": ('xml:lang="zh-CN"', 'xml:lang="zh_CN"'),
    "variant without language": (' xml:lang="zh-CN"', ""),
    "lang of TMX 1.1": ('xml:lang="zh-CN"', 'lang="zh-CN"'),
    "variant without seg": ("<seg>散会。</seg>", ""),
    "two segs": ("<seg>散会。</seg>", "<seg>散</seg><seg>会</seg>"),
    "unknown inline element": ("散会。", "散<b>会</b>。"),
    "code without number": ("散会。", "散<bpt>b</bpt>会。"),
    "text between variants": ("</tu>", "text</tu>"),
    "no body": ("<body>", "<text>"),
    "two headers": ("<body>", "<header/><body>"),
    "capital letters": ("<tuv ", "<TUV "),
    "unit without variants": ("</body>", "<tu/></body>"),
}
CLOSING = {"no body": ("</body>", "</text>"), "capital letters": ("</tuv>", "</TUV>")}


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_rejects(path, schema, name):
    text = path.read_text("utf-8")
    wrong = text.replace(*WRONG[name]).replace(*CLOSING.get(name, ("", "")))
    assert wrong != text
    assert not schema.validate(etree.fromstring(wrong.encode()))


def test_the_schema_accepts_what_the_standard_allows(path, schema):
    seg = (
        '<seg>a<bpt i="1" x="1" type="bold">b<sub type="x" datatype="html">s</sub></bpt>c<ept i="1">/b</ept>'
        '<it pos="end" x="2">i</it><ph x="3" assoc="p">p</ph><hi type="term">h<hi>i</hi></hi></seg>'
    )
    ude = '<note xml:lang="en">n</note><ude name="u" base="b"><map unicode="#xF8FF" code="#xF0"/></ude>'
    text = path.read_text("utf-8").replace(
        "<seg>散会。</seg>", f'<note o-encoding="x">n</note>{seg}'
    )
    text = text.replace("/>\n<body>", f">{ude}</header>\n<body>").replace(
        "<tu>", '<tu tuid="7" usagecount="2" srclang="*all*">'
    )
    assert schema.validate(etree.fromstring(text.encode())), schema.error_log


@pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint (Debian: libxml2-utils)")
def test_xmllint_agrees(path):
    command = ["xmllint", "--nonet", "--noout", "--relaxng", str(SCHEMA), str(path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    path.write_text(path.read_text("utf-8").replace("zh-CN", "zh_CN"), "utf-8")
    assert subprocess.run(command, check=False, capture_output=True).returncode != 0


@pytest.mark.skipif(not OMEGAT_JAR.exists(), reason="needs the DTD inside Debian's package omegat")
def test_the_published_dtd_agrees(path, tmp_path):
    with zipfile.ZipFile(OMEGAT_JAR) as jar:
        dtd = etree.DTD(jar.open("schemas/tmx14.dtd"))
    assert dtd.validate(etree.parse(path)), dtd.error_log
    wrong = path.read_bytes().replace(b"<tu>", b'<tu score="1">')
    assert not dtd.validate(etree.fromstring(wrong))


PERL = """
use XML::TMX::Reader;
binmode STDOUT, ":utf8";
XML::TMX::Reader->new($ARGV[0])->for_tu(sub {
    my ($tu) = @_;
    print join("\\t", $tu->{"zh-CN"}{-seg}, $tu->{"en-US"}{-seg}, $tu->{-prop}{"x-para"}[0] // ""), "\\n";
});
"""


def _has_perl_reader():
    command = ["perl", "-MXML::TMX::Reader", "-e", "1"]
    return (
        bool(shutil.which("perl"))
        and subprocess.run(command, check=False, capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not _has_perl_reader(), reason="needs XML::TMX (Debian: libxml-tmx-perl)")
def test_a_perl_program_reads_the_same_units(path):
    result = subprocess.run(["perl", "-e", PERL, str(path)], check=True, capture_output=True)
    assert result.stdout.decode("utf-8").splitlines() == [
        "大会决定：“甲 & 乙”\tIt <decides>: A & B.\tannex 1/3",
        "散会。\tThe meeting rose.\t",
    ]
