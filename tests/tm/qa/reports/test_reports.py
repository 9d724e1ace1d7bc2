"""The reports of findings: valid, whole, and safe to open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from openpyxl import load_workbook

from corpora.types import Span, TranslationUnit, Variant
from tm.errors import CheckError
from tm.qa import CHECKS, Finding, Pair, pair_of
from tm.qa.baseline import fingerprint
from tm.qa.reports import TEXTS, Report, write_report
from tm.qa.reports.report import cut_at
from tm.qa.selection import select

SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text("utf-8"))
# jenkins-junit.xsd of Jenkins' xUnit plug-in, the part that a report without system output needs
JUNIT = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="failure"><xs:complexType mixed="true">
 <xs:attribute name="type" type="xs:string"/><xs:attribute name="message" type="xs:string"/>
</xs:complexType></xs:element>
<xs:element name="testcase"><xs:complexType>
 <xs:choice minOccurs="0" maxOccurs="1"><xs:element ref="failure"/></xs:choice>
 <xs:attribute name="name" type="xs:string" use="required"/>
 <xs:attribute name="classname" type="xs:string" use="required"/>
 <xs:attribute name="time" type="xs:decimal" use="required"/>
</xs:complexType></xs:element>
<xs:element name="testsuite"><xs:complexType>
 <xs:sequence><xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
 <xs:attribute name="name" type="xs:string" use="required"/>
 <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
 <xs:attribute name="time" type="xs:decimal"/>
</xs:complexType></xs:element>
<xs:element name="testsuites"><xs:complexType>
 <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
</xs:complexType></xs:element></xs:schema>"""
TEXTS_OF_PAIRS = [
    ("会议于2018年举行。", "The meeting was held in 2008."),
    ("=HYPERLINK(<b>\x01&\ud800)", "'=1+1"),
    ("秘书处提交了报告。", "The Secretariat submitted the report."),
]


def report(name="draft <1>.docx"):
    pairs = {n: pair_of(zh, en, number=n) for n, (zh, en) in enumerate(TEXTS_OF_PAIRS)}
    check = CHECKS["doubled-chinese-word"]
    facts = check.code, check.family, check.category, check.severity
    findings = (
        Finding(0, *facts, "“2018” & “2008”", (Span(3, 7),), (Span(24, 28),), "annex 1/3"),
        Finding(1, *facts, "<script>alert(1)</script>", (Span(0, 3), Span(2, 99)), ()),
        Finding(1, *facts, "second", (), (Span(1, 1),)),
    )
    return Report(name, findings, pairs, CHECKS, "report.docx")


def test_sarif_is_valid_and_explains_its_rules():
    log = json.loads(TEXTS["sarif"](report()))
    validator = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "doubled-chinese-word"
    assert first["level"] == "error"
    (place,) = first["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "draft%20%3C1%3E.docx"
    assert first["properties"]["source"]["marked"] == ["2018"]
    assert first["partialFingerprints"] == {
        "duizhao/v1": fingerprint("doubled-chinese-word", pair_of(*TEXTS_OF_PAIRS[0]))
    }


def test_a_wrong_log_would_be_noticed():
    log = json.loads(TEXTS["sarif"](report()))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(Draft4Validator(SCHEMA).iter_errors(log))


def test_junit_is_what_jenkins_reads():
    schema = etree.XMLSchema(etree.fromstring(JUNIT))
    root = etree.fromstring(TEXTS["junit"](report()).encode("utf-8"))
    schema.assertValid(root)
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [len(case) for case in suite] == [1, 1, 0]
    assert suite[0][0].get("type") == "doubled-chinese-word"
    assert "second" in suite[1][0].text


def test_json_has_every_fact():
    rows = json.loads(TEXTS["json"](report()))["findings"]
    assert list(rows[0]) == [
        "unit", "code", "family", "category", "severity", "paragraph", "message",
        "source_spans", "target_spans",
    ]  # fmt: skip
    assert rows[0]["source_spans"] == [[3, 7]]
    assert rows[0]["paragraph"] == "annex 1/3"
    empty = Report("a.tsv", (), {}, CHECKS)
    assert json.loads(TEXTS["json"](empty)) == {"findings": []}


def test_a_workbook_has_a_row_a_finding_and_no_formula(tmp_path):
    path = tmp_path / "findings.xlsx"
    write_report(path, report(), "xlsx")
    (sheet,) = load_workbook(path).worksheets
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]][:4] == ["source", "target", "message", "severity"]
    assert len(rows) == 4
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert rows[1][8].value == 1
    assert rows[1][9].value == "2018"
    assert rows[2][0].value.startswith("=HYPERLINK(<b>&")
    assert sheet.auto_filter.ref == "A1:L4"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["C"].width == 50


def test_the_page_escapes_what_it_shows():
    page = TEXTS["html"](report())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<title>draft &lt;1&gt;.docx ← report.docx</title>" in page
    assert "<mark>2018</mark>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_pages_are_light():
    pair = pair_of("会议于2018年举行，会议通过了议程。", "The meeting was held in 2008 and adopted its agenda.")
    check = CHECKS["doubled-chinese-word"]
    facts = check.code, check.family, check.category, check.severity
    findings = tuple(Finding(n, *facts, "a message", (Span(3, 7),)) for n in range(10_000))
    many = Report("a", findings, dict.fromkeys(range(10_000), pair), CHECKS)
    assert len(TEXTS["html"](many)) < 10_000_000


def test_texts_in_traditional_characters_say_so():
    variants = Variant("zh-Hant", "會議在在日內瓦舉行。"), Variant("en-GB", "It met in Geneva.")
    bare = pair_of(variants[0].text, variants[1].text)
    pair = Pair(0, bare.source, bare.target, TranslationUnit(variants))
    check = CHECKS["doubled-chinese-word"]
    finding = Finding(0, check.code, check.family, check.category, check.severity, "x")
    page = TEXTS["html"](Report("a", (finding,), {0: pair}, CHECKS))
    assert '<p lang="zh-Hant">會議' in page
    assert '<p lang="en-GB">It' in page


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        ([], [("大会决定", False)]),
        ([(0, 4)], [("大会决定", True)]),
        ([(2, 9)], [("大会", False), ("决定", True)]),
        ([(2, 3), (0, 2)], [("大会", True), ("决", True), ("定", False)]),
        ([(0, 3), (1, 2)], [("大会决", True), ("定", False)]),
        ([(1, 1), (9, 12)], [("大会决定", False)]),
    ],
)
def test_spans_of_any_kind_cut_a_text(spans, parts):
    assert list(cut_at("大会决定", [Span(*span) for span in spans])) == parts


def test_a_file_that_cannot_be_written_stays(tmp_path):
    from corpora.errors import FormatError

    with pytest.raises(FormatError, match="cannot be written"):
        write_report(tmp_path / "none" / "a.html", report(), "html")


def test_an_unknown_format_is_refused_with_those_that_are_known(tmp_path):
    path = tmp_path / "findings.pdf"
    with pytest.raises(CheckError, match=r"'pdf' is no format of reports; use one of json, .*xlsx"):
        write_report(path, report(), "pdf")
    assert not path.exists()


def test_checks_are_selected_by_code_and_family():
    forms = select(["form"])
    assert {check.family.value for check in forms.values()} == {"form"}
    assert "doubled-chinese-word" not in select(["form"], ["doubled-chinese-word"])
    assert set(select()) == set(CHECKS)
    assert set(select(least="error")) == {c for c, check in CHECKS.items() if check.severity == "error"}
