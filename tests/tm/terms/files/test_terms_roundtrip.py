"""Concepts into each kind of file and back: nothing is lost that the file can carry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concept_samples import CONCEPT, SAMPLES, TEXT, terms
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpora.errors import FormatError
from tm.formats.clean import is_blank
from tm.terms import Concept, Term, read_concepts, write_candidates, write_concepts
from tm.terms.files.plain import writable

LOSSLESS = [("a.tbx", 2), ("a.tbx", 3), ("a.tsv", 2), ("a.csv", 2), ("a.xlsx", 2)]
FILES = pytest.mark.parametrize(("name", "tbx"), LOSSLESS)


def in_order(concept, name):
    """Return *concept* with its languages sorted where the columns of a table have the order."""
    if name.endswith(".tbx"):
        return concept
    return replace(concept, terms=tuple(sorted(concept.terms, key=lambda term: term.lang)))


@FILES
def test_samples_come_back_whole(tmp_path, name, tbx):
    written = write_concepts(tmp_path / name, SAMPLES, tbx=tbx)
    assert (written.concepts, written.left_out) == (len(SAMPLES), {})
    read = list(read_concepts(tmp_path / name))
    assert [in_order(c, name) for c in read] == [in_order(writable(c), name) for c in SAMPLES]


@FILES
def test_samples_are_written_as_they_are_but_for_the_place_of_languages(name, tbx):
    """What the property below compares with is no excuse for loss."""
    assert [in_order(writable(c), name) for c in SAMPLES] == [in_order(c, name) for c in SAMPLES]


@FILES
@settings(deadline=None, max_examples=60)
@given(concepts=st.lists(CONCEPT, min_size=1, max_size=3))
def test_any_concept_comes_back(tmp_path_factory, name, tbx, concepts):
    path = tmp_path_factory.mktemp("terms") / name
    expected = [ready for concept in concepts if (ready := writable(concept)).terms]
    assume(expected)
    write_concepts(path, concepts, tbx=tbx)
    read = list(read_concepts(path))
    assert [in_order(c, name) for c in read] == [in_order(c, name) for c in expected]


CHINESE = TEXT.map(lambda text: f"关于国际河流的公约{text[:3]}")
ENGLISH = TEXT.map(lambda text: f"Convention on {text}")
GLOSSARY = st.lists(
    terms(st.just("zh-CN"), CHINESE) | terms(st.just("en-US"), ENGLISH), min_size=2, max_size=5
)


@settings(deadline=None, max_examples=60)
@given(st.lists(GLOSSARY, min_size=1, max_size=3))
def test_a_glossary_carries_every_pair_that_may_be_used(tmp_path_factory, concepts):
    path = tmp_path_factory.mktemp("terms") / "a.utf8"
    expected = [
        (source.text, target.text)
        for concept in map(writable, map(Concept, map(tuple, concepts)))
        for source in concept.terms
        for target in concept.terms
        if (source.lang, target.lang) == ("zh-CN", "en-US")
        and target.status not in ("deprecated", "forbidden")
        and not any(is_blank(term.text) for term in (source, target))
    ]
    assume(expected)
    written = write_concepts(path, [Concept(tuple(terms)) for terms in concepts])
    found = read_concepts(path, langs=("zh-CN", "en-US"))
    read = [tuple(term.text for term in concept.terms) for concept in found]
    assert sorted(read) == sorted(expected)
    assert written.rows == len(expected)


def test_the_preferred_translation_comes_first_and_the_forbidden_is_named(tmp_path):
    concept = Concept(
        (
            Term("zh-CN", "主席"),
            Term("en-US", "Chairperson", "admitted"),
            Term("en-US", "Chair", "preferred"),
            Term("en-US", "Chairman", "forbidden"),
        ),
        kind="title",
    )
    path = tmp_path / "a.utf8"
    write_concepts(path, [concept])
    assert path.read_text("utf-8").splitlines() == [
        "主席\tChair\tpreferred; not: Chairman (forbidden); title",
        "主席\tChairperson\tadmitted; not: Chairman (forbidden); title",
    ]
    write_concepts(path, [concept], langs=("en", "zh"))
    assert path.read_text("utf-8").splitlines() == [
        "Chairperson\t主席\ttitle",
        "Chair\t主席\ttitle",
        "Chairman\t主席\tChairman is forbidden, better Chair; title",
    ]


def test_a_glossary_names_what_another_concept_refuses(tmp_path):
    chinese = Term("zh-CN", "主席"), Term("zh-TW", "主席")
    concepts = [
        Concept((chinese[0], Term("en-US", "Chair", "preferred"))),
        Concept((chinese[1], Term("en-US", "Chairman", "forbidden"))),
        Concept((Term("zh-CN", "议程"), Term("en-US", "agenda"))),
    ]
    written = write_concepts(tmp_path / "a.utf8", concepts)
    assert written.left_out == {"one-language": 1}
    assert (tmp_path / "a.utf8").read_text("utf-8").splitlines() == [
        "主席\tChair\tpreferred; not: Chairman (forbidden)",
        "议程\tagenda",
    ]


def test_tabs_of_a_note_come_back_from_every_file(tmp_path):
    one = Concept((Term("zh-CN", "表"), Term("en-US", "table", note="a\tb")), note="x\ty\nz")
    for name in ("a.tbx", "a.tsv", "a.csv", "a.xlsx"):
        write_concepts(tmp_path / name, [one])
        (read,) = read_concepts(tmp_path / name)
        assert (read.note, read.terms[1].note) == (one.note, "a\tb")


def test_only_two_languages_and_their_order(tmp_path):
    concept = Concept((Term("zh-TW", "議程"), Term("fr", "ordre du jour"), Term("en-GB", "agenda")))
    for name in ("a.tbx", "a.tsv", "a.utf8"):
        write_concepts(tmp_path / name, [concept], langs=("en", "zh"))
        (read,) = read_concepts(tmp_path / name, langs=("en-GB", "zh-TW"))
        assert [(term.lang, term.text) for term in read.terms] == [
            ("en-GB", "agenda"),
            ("zh-TW", "議程"),
        ]
    assert (tmp_path / "a.tsv").read_text("utf-8").split("\t")[:3] == [
        "en-GB",
        "zh-TW",
        "zh-TW_base",
    ]


HEADER = ["zh", "en", "en_base", "kind", "count", "score", "paragraphs", "context_zh", "context_en"]


@pytest.mark.parametrize("concept", SAMPLES)
def test_the_first_columns_are_always_the_same(tmp_path, concept):
    write_concepts(tmp_path / "a.tsv", [concept])
    header = (tmp_path / "a.tsv").read_text("utf-8").split("\n")[0].split("\t")
    assert header[:9] == HEADER
    assert header[9] == "concept"


def candidates():
    from tm.extraction.candidate import TermCandidate

    facts = {
        "kind": "name",
        "count": 3,
        "score": 0.91,
        "association": 20.5,
        "paragraphs": ("1", "4"),
    }
    where = {
        "context_zh": "秘书处提交报告。",
        "context_en": "The Secretariat reports.",
        "document": "a",
    }
    return [
        TermCandidate(
            zh="秘书处", en="Secretariat", en_base="Secretariat", concept=1, **facts, **where
        ),
        TermCandidate(
            zh="秘书处", en="secretariats", en_base="secretariat", concept=1, **facts, **where
        ),
    ]


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.xlsx"])
def test_candidates_are_written_pair_by_pair(tmp_path, name):
    written = write_candidates(tmp_path / name, iter(candidates()))
    assert (written.concepts, written.rows) == (1, 2)
    first, second = read_concepts(tmp_path / name)
    assert [term.text for term in second.terms] == ["秘书处", "secretariats"]
    assert second.terms[1].base == "secretariat"
    assert (first.kind, first.count, first.score, first.paragraphs) == ("name", 3, 0.91, ("1", "4"))
    assert first.terms[0].context == "秘书处提交报告。"
    assert first.review == "candidate"
    if name == "a.tsv":
        header = (tmp_path / name).read_text("utf-8").split("\n")[0].split("\t")
        assert header == [*HEADER, "association", "pairs"]


@FILES
def test_one_language_under_two_tags_is_written_under_the_more_specific(tmp_path, name, tbx):
    chair = Term("en", "Chair", context="The Chair spoke.")
    known = Term("en-US", "Chair", "preferred")
    terms = chair, Term("zh", "主席"), known, Term("en-US", "Chairperson"), Term("zh-CN", "主席")
    write_concepts(tmp_path / name, [Concept(terms)], tbx=tbx)
    (read,) = read_concepts(tmp_path / name)
    assert sorted((term.lang, term.text) for term in read.terms) == [
        ("en-US", "Chair"),
        ("en-US", "Chairperson"),
        ("zh-CN", "主席"),
    ]
    assert replace(known, context=chair.context) in read.terms
    apart = Concept((Term("en-GB", "Chair"), Term("en-US", "Chair"), Term("en", "Chair")))
    assert writable(apart) == apart


@pytest.mark.parametrize("name", ["a.tbx", "a.tsv", "a.csv", "a.xlsx", "a.utf8"])
def test_without_a_term_nothing_is_written(tmp_path, name):
    path = tmp_path / name
    path.write_text("what was there")
    only_french = Concept((Term("fr", "ordre du jour"),))
    with pytest.raises(FormatError, match="not written: there is no term in zh or en for it"):
        write_concepts(path, [only_french, Concept(())], langs=("zh", "en"))
    with pytest.raises(FormatError, match="not written: there is no term "):
        write_candidates(path, [])
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_kinds_of_files_and_versions_that_are_unknown(tmp_path):
    with pytest.raises(FormatError, match=r"ends in '\.doc'; use one of \.csv \.tbx"):
        write_concepts(tmp_path / "a.doc", SAMPLES)
    with pytest.raises(FormatError, match="no version 4 of TBX; choose 2 or 3"):
        write_concepts(tmp_path / "a.tbx", SAMPLES, tbx=4)
    with pytest.raises(FormatError, match=r"ends in '\.tmx'; use one of"):
        read_concepts(tmp_path / "a.tmx")


def test_what_cannot_be_written_is_counted_by_reason(tmp_path):
    nameless = Concept((Term("Chinese (simplified)", "主席"),))
    long = Concept((Term("zh-CN", "席" * 32_768), Term("en-US", "Chair")))
    alone = Concept((Term("zh-CN", "主席"), Term("en-US", "Chairman", "forbidden")))
    written = write_concepts(tmp_path / "a.xlsx", [nameless, long, alone, Concept(())])
    assert (written.concepts, written.left_out) == (1, {"language": 1, "too-long": 1, "empty": 1})
    written = write_concepts(tmp_path / "a.utf8", [alone, *SAMPLES])
    assert written.left_out == {"one-language": 1}
