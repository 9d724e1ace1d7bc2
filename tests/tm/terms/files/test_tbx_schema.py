"""What we write as TBX against the rules of TBX-Basic, and the rules against wrong files."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from concept_samples import CONCEPT, SAMPLES
from hypothesis import assume, given, settings
from lxml import etree

from tm.terms import write_concepts
from tm.terms.files.plain import writable

SCHEMA = Path(__file__).with_name("tbx2.rng")
OMEGAT_JAR = Path("/usr/share/omegat/OmegaT.jar")
NAMESPACE = "urn:iso:std:iso:30042:ed-2"


@pytest.fixture
def path(tmp_path):
    write_concepts(tmp_path / "a.tbx", SAMPLES)
    return tmp_path / "a.tbx"


@pytest.fixture(scope="module")
def schema():
    return etree.RelaxNG(etree.parse(SCHEMA))


def test_what_we_write_is_valid(path, schema):
    assert schema.validate(etree.parse(path)), schema.error_log


@settings(deadline=None, max_examples=60)
@given(CONCEPT)
def test_any_concept_is_valid_but_for_categories_of_others(tmp_path_factory, schema, concept):
    path = tmp_path_factory.mktemp("tbx") / "a.tbx"
    assume(writable(concept).terms and not writable(concept).props)
    write_concepts(path, [concept])
    assert schema.validate(etree.parse(path)), schema.error_log


WRONG = {
    "root": ('type="TBX"', 'type="TBX-Linguist"'),
    "header without source": ("<sourceDesc><p>Terms kept with Duizhao.</p></sourceDesc>", ""),
    "id that begins with a figure": ('id="_17"', 'id="17"'),
    "status unknown to TBX-Basic": ("admittedTerm-admn-sts", "forbiddenTerm-admn-sts"),
    "part of speech of one's own": (">noun<", ">名词<"),
    "term type of one's own": (">fullForm<", ">full<"),
    "category of one's own": ('type="x-base"', 'type="base"'),
    "category at the wrong level": ('type="context"', 'type="definition"'),
    "termNote after admin": ("</tig>", '<termNote type="termType">acronym</termNote></tig>'),
    "time in a date": ("<date>2024-05-01<", "<date>2024-05-01T08:30:00Z<"),
    "month 13": ("<date>2024-05-01<", "<date>2024-13-01<"),
    "underscore in xml:lang": ('xml:lang="en-US"', 'xml:lang="en_US"'),
    "language without a term": (
        '<langSet xml:lang="fr">',
        '<langSet xml:lang="de"/><langSet xml:lang="fr">',
    ),
    "two entries of one id": ("<termEntry>", '<termEntry id="_17">'),
    "elements of version 3": ("<tig>", "<termSec>"),
}
CLOSING = {"elements of version 3": ("</tig>", "</termSec>")}


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_rejects(path, schema, name):
    text = path.read_text("utf-8")
    wrong = text.replace(*WRONG[name]).replace(*CLOSING.get(name, ("", "")))
    assert wrong != text
    assert not schema.validate(etree.fromstring(wrong.encode()))


@pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint (Debian: libxml2-utils)")
def test_xmllint_agrees(path):
    command = ["xmllint", "--nonet", "--noout", "--relaxng", str(SCHEMA), str(path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    path.write_text(path.read_text("utf-8").replace(">noun<", ">名词<"), "utf-8")
    assert subprocess.run(command, check=False, capture_output=True).returncode != 0


@pytest.mark.skipif(
    not OMEGAT_JAR.exists(), reason="needs the schema inside Debian's package omegat"
)
def test_the_core_structure_that_omegat_knows_agrees(path, tmp_path):
    with zipfile.ZipFile(OMEGAT_JAR) as jar:
        for name in ("tbx.xsd", "xml.xsd"):
            (tmp_path / name).write_bytes(jar.read(f"schemas/{name}"))
    if not (core := _core(tmp_path)):
        pytest.skip("the schema of this OmegaT cannot be compiled")
    assert core.validate(etree.parse(path)), core.error_log
    wrong = path.read_bytes().replace(b"<tig>", b"<tig><note>first</note>")
    assert not core.validate(etree.fromstring(wrong))


def _core(folder):
    try:
        return etree.XMLSchema(etree.parse(folder / "tbx.xsd"))
    except etree.XMLSchemaParseError:
        return None


def test_version_3_is_the_same_under_other_names(tmp_path, path, schema):
    """Its structure differs in names, its header and its namespace only."""
    write_concepts(tmp_path / "b.tbx", SAMPLES, tbx=3)
    root = etree.parse(tmp_path / "b.tbx").getroot()
    assert {etree.QName(element).namespace for element in root.iter()} == {NAMESPACE}
    assert dict(root.attrib)["style"] == "dca"
    text = (tmp_path / "b.tbx").read_text("utf-8")
    for new, old in (("conceptEntry", "termEntry"), ("langSec", "langSet"), ("termSec", "tig")):
        text = text.replace(new, old)
    body = text[text.index("<body>") :].replace("</tbx>", "</martif>")
    old = path.read_text("utf-8")
    assert body == old[old.index("<body>") :]
