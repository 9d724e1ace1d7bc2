"""translate-toolkit reads what we write, and we read what it writes."""

from __future__ import annotations

import pytest
from concept_samples import OFFICE, SAMPLES

from tm.terms import Term, read_concepts, write_concepts

pytest.importorskip("translate.storage.tbx", reason="needs translate-toolkit (pip)")
from translate.storage import csvl10n, factory, omegat, tbx


def test_it_reads_our_tbx_with_status_and_notes(tmp_path):
    write_concepts(tmp_path / "a.tbx", SAMPLES, langs=("zh", "en"))
    store = tbx.tbxfile.parsefile(str(tmp_path / "a.tbx"))
    office, ism, context = store.units
    assert [unit.source for unit in store.units] == ["国际河流委员会秘书处", "主义", "@语境"]
    assert [term.text for term in office.get_target_terms("en-US")] == [
        term.text for term in OFFICE.terms if term.lang == "en-US"
    ]
    assert [term.deprecated for term in office.get_target_terms("en-US")] == [False, False, True]
    assert (ism.target, context.target) == ("-ism", "@context")
    notes = {note.text for note in office.get_common_notes(source=True)}
    assert {"The body that serves the Commission.", "water law"} <= notes


def test_its_factory_takes_our_files_for_what_they_are(tmp_path):
    for name in ("a.tbx", "a.utf8"):
        write_concepts(tmp_path / name, SAMPLES)
        store = factory.getobject(str(tmp_path / name))
        assert isinstance(store, tbx.tbxfile | omegat.OmegaTFile)
        assert "@context" in {unit.target for unit in store.units}


def test_it_reads_our_glossary(tmp_path):
    write_concepts(tmp_path / "a.utf8", SAMPLES)
    store = omegat.OmegaTFile.parsefile(str(tmp_path / "a.utf8"))
    assert [(unit.source, unit.target) for unit in store.units if unit.source] == [
        ("国际河流委员会秘书处", "Secretariat of the International Rivers Commission"),
        ("国际河流委员会秘书处", "SIRC"),
        ("河委会秘书处", "Secretariat of the International Rivers Commission"),
        ("河委会秘书处", "SIRC"),
        ("主义", "-ism"),
        ("@语境", "@context"),
    ]


def test_we_read_its_tbx(tmp_path):
    store = tbx.tbxfile(sourcelanguage="en", targetlanguage="zh_CN")
    unit = store.addsourceunit("agenda")
    unit.settarget("议程", "zh-CN")
    unit.addnote("Items to be discussed.", origin="definition")
    unit.addnote("of a session", origin="translator")
    store.addsourceunit("-ism").settarget("主义", "zh-CN")
    store.savefile(str(tmp_path / "a.tbx"))
    agenda, ism = read_concepts(tmp_path / "a.tbx")
    assert agenda.terms == (Term("en", "agenda"), Term("zh-CN", "议程"))
    assert agenda.definition == "Items to be discussed."
    assert [term.text for term in ism.terms] == ["-ism", "主义"]


def test_we_read_its_glossary_and_its_csv(tmp_path):
    glossary = omegat.OmegaTFile()
    unit = glossary.addsourceunit("议程")
    unit.target = "agenda"
    unit.addnote("of a session")
    glossary.savefile(str(tmp_path / "a.utf8"))
    table = csvl10n.csvfile(fieldnames=["source", "target", "context"])
    for source, target in (("议程", "agenda"), ("主席", 'the "Chair", so called')):
        table.addsourceunit(source).target = target
    table.savefile(str(tmp_path / "a.csv"))
    (concept,) = read_concepts(tmp_path / "a.utf8")
    assert (concept.terms, concept.note) == (
        (Term("zh-CN", "议程"), Term("en-US", "agenda")),
        "of a session",
    )
    assert [concept.terms[1].text for concept in read_concepts(tmp_path / "a.csv")] == [
        "agenda",
        'the "Chair", so called',
    ]
