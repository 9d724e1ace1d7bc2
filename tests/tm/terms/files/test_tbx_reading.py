"""TBX as others write it: versions, styles, dialects; and what is no TBX or no safe one."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tm.errors import TBXError
from tm.terms import Concept, Term, read_concepts, write_concepts

ROOT = Path(__file__).parents[4]
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
V2 = '<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>{}</body></text></martif>'
V3 = '<tbx type="{}" style="{}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>{}</body></text></tbx>'
ENTRY = '<termEntry id="c1"><langSet xml:lang="zh-CN"><tig><term>主席</term></tig></langSet><langSet xml:lang="en-US"><tig><term>Chair</term></tig></langSet></termEntry>'


@pytest.fixture
def read(tmp_path):
    def read_text(text, name="a.tbx", encoding="utf-8", **options):
        (tmp_path / name).write_bytes(text.encode(encoding))
        return list(read_concepts(tmp_path / name, **options))

    return read_text


def texts(concepts):
    return [tuple((term.lang, term.text) for term in concept.terms) for concept in concepts]


PAIR = [(("zh-CN", "主席"), ("en-US", "Chair"))]

# --- dialects --------------------------------------------------------------------------------


def test_groups_of_nested_terms_and_definitions_by_language(read):
    """As terminology collections of a large vendor are: ntig, definition in the language."""
    entry = """<termEntry id="27766_1435398">
      <langSet xml:lang="en-US">
        <descripGrp><descrip type="definition">The person who presides.</descrip></descripGrp>
        <ntig><termGrp><term id="1">chair</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig>
      </langSet>
      <langSet xml:lang="zh-CN">
        <ntig><termGrp><term id="2">主席</term><termNote type="termType">fullForm</termNote></termGrp>
          <descripGrp><descrip type="context">主席宣布会议开幕。</descrip><admin type="source">A/78/1</admin></descripGrp>
        </ntig>
      </langSet>
    </termEntry>"""
    (concept,) = read(DECLARED + V2.format(entry))
    assert concept == Concept(
        (
            Term("en-US", "chair", part_of_speech="Noun"),
            Term("zh-CN", "主席", form="full", context="主席宣布会议开幕。", source="A/78/1"),
        ),
        definition="The person who presides.",
        id="27766_1435398",
    )


def test_an_export_of_a_large_institution(read):
    """Version 3, DCA, with reliability and reference; what no field takes stays readable."""
    entry = """<conceptEntry id="iate_3515206">
      <descrip type="subjectField">LAW</descrip><descrip type="subjectField">rights and freedoms</descrip>
      <xref type="externalCrossReference" target="https://example.org/3515206"/>
      <langSec xml:lang="en">
        <descripGrp><descrip type="definition">right to live in peace</descrip><admin type="source">Charter</admin></descripGrp>
        <termSec><term>right to peace</term><termNote type="termType">fullForm</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <descrip type="reliabilityCode">9</descrip></termSec>
        <termSec><term>peace right</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
          <termNote type="geographicalUsage">Ireland</termNote></termSec>
      </langSec></conceptEntry>"""
    (concept,) = read(DECLARED + V3.format("TBX-IATE", "dca", entry))
    assert concept == Concept(
        (
            Term("en", "right to peace", "preferred", form="full", note="reliabilityCode: 9"),
            Term("en", "peace right", "deprecated", note="geographicalUsage: Ireland"),
        ),
        subject="LAW; rights and freedoms",
        definition="right to live in peace",
        id="iate_3515206",
        props=(
            ("externalCrossReference", "https://example.org/3515206"),
            ("source", "Charter"),
        ),
    )


def test_categories_as_elements(read):
    """Style DCT, of a dialect that knows more than TBX-Basic."""
    entry = """<conceptEntry id="c5"><min:subjectField>water law</min:subjectField>
      <langSec xml:lang="en"><basic:definition>who presides</basic:definition><termSec><term>Chairman</term>
        <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
        <min:partOfSpeech>noun</min:partOfSpeech><basic:termType>abbreviation</basic:termType>
        <basic:grammaticalGender>masculine</basic:grammaticalGender><note>until 1990</note></termSec></langSec>
      </conceptEntry>"""
    (concept,) = read(DECLARED + V3.format("TBX-Linguist", "dct", entry))
    assert (concept.subject, concept.definition) == ("water law", "who presides")
    assert concept.terms == (
        Term(
            "en",
            "Chairman",
            "deprecated",
            form="short",
            part_of_speech="noun",
            note="grammaticalGender: masculine\nuntil 1990",
        ),
    )


def test_a_minimal_glossary(read):
    entry = """<TBX dialect="TBX-Min"><header><id>x</id></header><body><entry id="C1">
      <subjectField>meetings</subjectField>
      <langGroup xml:lang="en"><termGroup><term>agenda</term><termStatus>preferred</termStatus>
        <partOfSpeech>noun</partOfSpeech><customer>UN</customer></termGroup></langGroup>
      <langGroup xml:lang="zh"><termGroup><term>日程</term><termStatus>notRecommended</termStatus></termGroup></langGroup>
      </entry></body></TBX>"""
    (concept,) = read(DECLARED + entry)
    assert (concept.subject, concept.id) == ("meetings", "C1")
    assert concept.terms == (
        Term("en", "agenda", "preferred", part_of_speech="noun", note="customer: UN"),
        Term("zh", "日程", "deprecated"),
    )


def test_a_document_type_of_martif_is_no_obstacle(read):
    doctype = '<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">\n'
    entry = ENTRY.replace("<langSet", "<descrip>who presides</descrip><langSet", 1).replace(
        "<term>Chair</term>",
        '<term>Chair</term><termNote type="administrativeStatus">forbidden</termNote><note from="translator">n</note>',
    )
    (concept,) = read(DECLARED + doctype + V2.format(entry))
    assert concept.definition == "who presides"
    assert concept.terms[1] == Term("en-US", "Chair", "forbidden", note="n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_declared_encodings(read, encoding):
    declared = DECLARED.replace("UTF-8", encoding.removesuffix("-sig"))
    assert texts(read(declared + V2.format(ENTRY), encoding=encoding)) == PAIR


def test_spellings_of_language_tags_and_white_space_of_editors(read):
    text = (
        V2.format(ENTRY)
        .replace("zh-CN", "zh_Hans")
        .replace("Chair", "\n  Vice\n   Chair <hi>of</hi> it ")
    )
    assert texts(read(text)) == [(("zh-Hans", "主席"), ("en-US", "Vice Chair of it"))]


def test_only_two_of_many_languages(read):
    french = '<langSet xml:lang="fr"><tig><term>président</term></tig></langSet>'
    alone = f"<termEntry>{french}</termEntry>"
    text = V2.format(alone + ENTRY.replace("<langSet", f"{french}<langSet", 1))
    assert texts(read(text, langs=("zh", "en"))) == PAIR
    assert len(read(text)) == 2


def test_an_archive_of_several(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.tbx", V2.format(ENTRY))
        archive.writestr("two.tbx", V2.format(ENTRY.replace("c1", "c2")))
    assert [concept.id for concept in read_concepts(tmp_path / "a.zip")] == ["c1", "c2"]


def test_an_xml_file_is_told_by_its_root(read):
    assert texts(read(V2.format(ENTRY), name="a.xml")) == PAIR


def test_statuses_that_are_none_of_ours_are_noted(read):
    entry = ENTRY.replace(
        "<term>Chair</term>",
        '<term>Chair</term><termNote type="administrativeStatus">legalTerm-admn-sts</termNote>',
    )
    told = []
    (concept,) = read(V2.format(entry), skipped=told.append)
    assert concept.terms[1] == Term(
        "en-US", "Chair", note="administrativeStatus: legalTerm-admn-sts"
    )
    assert [one.problem for one in told] == [
        "a status that is none of ours, kept in the note: legalTerm-admn-sts"
    ]


def test_a_context_of_a_language_is_one_of_its_terms(read):
    """As Weblate writes it."""
    said = '<descrip type="context">主席宣布开会。</descrip>'
    (concept,) = read(V2.format(ENTRY.replace("<tig><term>主席", f"{said}<tig><term>主席")))
    assert concept.terms == (
        Term("zh-CN", "主席", context="主席宣布开会。"),
        Term("en-US", "Chair"),
    )
    assert concept.props == ()


def test_languages_that_stand_the_wrong_way_round_are_put_right_and_told(read):
    told = []
    swapped = ENTRY.replace("主席", "-").replace("Chair", "主席").replace("-<", "chair<")
    assert texts(read(V2.format(swapped), skipped=told.append)) == [
        (("en-US", "chair"), ("zh-CN", "主席"))
    ]
    assert [one.problem for one in told] == [
        "Chinese and English under each other's language, put right"
    ]
    both = ENTRY.replace("Chair", "主席")
    assert texts(read(V2.format(both))) == [(("zh-CN", "主席"), ("en-US", "主席"))]


@pytest.mark.parametrize("version", [2, 3])
def test_what_we_wrote_is_read_as_it_stands(tmp_path, version):
    concept = Concept((Term("zh-CN", "chair"), Term("en-US", "主席")))
    write_concepts(tmp_path / "a.tbx", [concept], tbx=version)
    assert list(read_concepts(tmp_path / "a.tbx")) == [concept]


def test_common_names_of_parts_of_speech_are_those_of_the_standard(tmp_path):
    names = ["Verb", "名词", "Proper noun", "adverb", "量词", "Pronoun"]
    concept = Concept(tuple(Term("en-US", name, part_of_speech=name) for name in names))
    write_concepts(tmp_path / "a.tbx", [concept])
    text = (tmp_path / "a.tbx").read_text("utf-8")
    values = re.findall('"partOfSpeech">(.+?)<', text)
    assert values == ["verb", "noun", "properNoun", "adverb", "other", "other"]
    assert list(read_concepts(tmp_path / "a.tbx")) == [concept]


# --- doubtful concepts -----------------------------------------------------------------------


def test_the_same_term_twice_with_contradicting_status_is_told(read):
    twice = "<tig><term>Chair</term>{}</tig>".format(
        '<termNote type="administrativeStatus">preferred</termNote>'
    ) + "<tig><term>Chair</term>{}</tig>".format(
        '<termNote type="administrativeStatus">forbidden</termNote>'
    )
    told = []
    (concept,) = read(
        V2.format(ENTRY.replace("<tig><term>Chair</term></tig>", twice)), skipped=told.append
    )
    assert concept.terms[1:] == (Term("en-US", "Chair", "preferred"),)
    assert [(one.line, one.excerpt) for one in told] == [(1, "Chair")]
    assert "the same term twice" in told[0].problem


BAD_ENTRIES = {
    "terms whose language is 'Chinese (simplified)'": ENTRY.replace(
        "zh-CN", "Chinese (simplified)"
    ),
    "terms whose language is ''": ENTRY.replace(' xml:lang="zh-CN"', ""),
    "a concept without a term": "<termEntry><langSet xml:lang='en'><tig><term> </term></tig></langSet></termEntry>",
    "an entity that XML does not define": ENTRY.replace("Chair", "Chair &office;"),
}


@pytest.mark.parametrize("problem", BAD_ENTRIES)
def test_one_bad_concept_is_passed_over_and_told(read, problem):
    text = '<!DOCTYPE martif SYSTEM "x.dtd">\n' + V2.format(f"\n{BAD_ENTRIES[problem]}\n{ENTRY}")
    told = []
    assert texts(read(text, skipped=told.append)) == PAIR
    assert [(one.line, one.problem) for one in told] == [(3, problem)]
    with pytest.raises(TBXError, match=r"a\.tbx:3: "):
        read(text)


# --- what cannot be read ---------------------------------------------------------------------

BAD = {
    "": "the file is empty; export it again",
    "terms\tand no XML": "not a TBX: not even XML",
    "<mtf><conceptGrp/></mtf>": "not a TBX: MultiTerm XML, with the root <mtf>; export it as TBX-Basic",
    '<tmx version="1.4"/>': r"not a TBX: a translation memory \(TMX\), with the root <tmx>",
    "<glossary/>": "not a TBX: its root is <glossary>",
    V3.format("TBX-Foo", "dca", "<concept/>"): r"no concept in it: a TBX \(TBX-Foo\) without any termEntry",
    V2.format(""): r"no concept in it: a TBX \(TBX\)",
    V2.format(ENTRY)[:-40]: "cut off before its end",
    V2.format(ENTRY.replace("Chair", "Chair & Co")): "a bare & or <",
    V2.format(ENTRY.replace("Chair", "Chair\x07")): "a control character",
    V2.format(f"<!-- x\n{ENTRY}"): "Comment not terminated <!-- x <termEntry",
    V2.format(ENTRY.replace("</tig></langSet>", "</langSet></tig>")): "mismatch",
}  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_bad_file_is_one_error_with_a_remedy(read, text):
    with pytest.raises(TBXError, match=BAD[text]) as caught:
        read(text, skipped=print)
    assert caught.value.remedy


ENTITIES = '<!DOCTYPE martif [<!ENTITY a "{}"><!ENTITY b "{}"><!ENTITY c "{}">]>'


def test_entities_neither_grow_nor_lead_out(read, tmp_path):
    bomb = ENTITIES.format("x" * 1000, "&a;" * 1000, "&b;" * 1000)
    text = V2.format(ENTRY.replace("Chair", "&c;") + ENTRY)
    with pytest.raises(TBXError, match="grow without bound"):
        read(bomb + text)
    (tmp_path / "secret.txt").write_text("secret")
    told = []
    outside = f'<!DOCTYPE martif [<!ENTITY c SYSTEM "{tmp_path}/secret.txt">]>'
    assert texts(read(outside + text, skipped=told.append)) == PAIR
    assert [one.excerpt for one in told] == ["&c;"]


def test_elements_nested_without_end_are_refused(read):
    with pytest.raises(TBXError):
        read(V2.format("<hi>" * 5000))


CHILD = """
import sys
from tm.terms import Concept, Term, read_concepts, write_concepts
path, count = sys.argv[1], int(sys.argv[2])
text = "会" * 200
concepts = (
    Concept((Term("zh-CN", f"第{n}条", context=text), Term("en-US", f"article {n}", note=text)))
    for n in range(count)
)
write_concepts(path, concepts)
assert sum(1 for _ in read_concepts(path)) == count
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_stays_flat(tmp_path):
    def peak(count):
        command = [sys.executable, "-c", CHILD, str(tmp_path / "a.tbx"), str(count)]
        return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)

    assert peak(8000) - peak(400) < 5000  # kilobytes; 12 MB of TBX


@pytest.mark.parametrize("name", ["a.tbx", "a.tsv", "a.xlsx", "a.utf8"])
def test_a_folder_and_no_file_are_said_so(tmp_path, name):
    from corpora.errors import FormatError

    with pytest.raises(FormatError, match=r"cannot read it \(No such file"):
        list(read_concepts(tmp_path / name))
    (tmp_path / name).mkdir()
    with pytest.raises(FormatError, match=r"cannot read it \(Is a directory"):
        list(read_concepts(tmp_path / name))
