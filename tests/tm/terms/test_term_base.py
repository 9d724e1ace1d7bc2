"""The term base: what is added, joined, kept apart, changed, merged and remembered."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from term_samples import base_of, concept, full, numbered, texts

import tm
import tm.terms
from tm import TermBase
from tm.errors import TermError
from tm.formats.clean import is_blank
from tm.terms.concept import KINDS, STATUSES, Concept, Term
from tm.terms.which import Which

FROM_FILE = {"id": "", "origin": "", "created": None}


def bare(one):
    return replace(one, **FROM_FILE)


def test_every_fact_is_read_back():
    (kept,) = base_of(full()).concepts()
    assert bare(kept) == full()
    assert (kept.id, kept.origin) == ("1", "glossary.tbx")
    assert kept.created.tzinfo is UTC


def test_a_date_of_a_file_stays_and_one_without_a_zone_is_utc():
    moment = datetime(2019, 5, 1, 12)  # as a file may say it
    (kept,) = base_of(replace(full(), created=moment)).concepts()
    assert kept.created == datetime(2019, 5, 1, 12, tzinfo=UTC)


def in_one_line(text):
    """Return *text* as a base keeps a term: its white space is single spaces."""
    return " ".join(text.split())


TEXT = st.text(max_size=40).map(in_one_line).filter(lambda text: not is_blank(text))
WORDS = st.text(max_size=10)
TERMS = st.builds(
    Term,
    st.sampled_from(["zh-CN", "en-US", "fr", "zh-TW"]),
    TEXT,
    st.sampled_from(["", *STATUSES]),
    base=WORDS.map(in_one_line),
    context=WORDS,
    note=WORDS,
)
CONCEPTS = st.builds(
    Concept,
    st.lists(TERMS, min_size=1, max_size=5, unique=True).map(tuple),
    kind=st.sampled_from(["", *KINDS]),
    definition=WORDS,
    paragraphs=st.lists(WORDS, max_size=3).map(tuple),
    score=st.none() | st.floats(0, 1),
    props=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
)


@settings(deadline=None)
@given(CONCEPTS)
@example(Concept((Term("en", "a\0b"), Term("en", "a\0b", note="twice"))))
@example(Concept((Term("zh-CN", "《》"),)))
@example(Concept((Term("en", "o'clock's"), Term("zh-CN", "a的b"))))
def test_what_is_added_is_found_under_its_text_and_read_back_equal(one):
    with base_of(one) as base:
        (kept,) = base.concepts()
        assert bare(kept) == one
        for term in one.terms:
            assert [(match.kind, match.concept) for match in base.find(term.text)] == [
                ("exact", kept)
            ]
        assert base.add([one], origin="again").repeated == 1
        assert base.count() == 1


def test_white_space_within_a_term_is_one_space():
    written = Concept(
        (Term("zh-CN", "主席"), Term("en-US", "Vice\t\nChair ", base="vice\u2028chair"))
    )
    with base_of(written) as base:
        (kept,) = base.concepts()
        assert (kept.terms[1].text, kept.terms[1].base) == ("Vice Chair", "vice chair")
        changed = Concept((Term("zh-CN", "主席"), Term("en-US", "Vice\nChairperson")))
        assert base.change(int(kept.id), changed).terms[1].text == "Vice Chairperson"


# --- adding ----------------------------------------------------------------------------------


def test_the_same_again_adds_nothing_but_where_it_came_from():
    base = base_of(full(), *numbered(3))
    added = base.add([*numbered(3), full()], origin="other.tbx")
    assert (added.new, added.joined, added.repeated) == (0, 0, 4)
    assert {one.origin for one in base.concepts()} == {"glossary.tbx\nother.tbx"}


def test_a_shared_pair_completes_what_is_there():
    base = base_of(concept())
    more = Concept(
        (
            Term("zh-TW", "大會", "admitted"),
            Term("en-GB", "General assembly", note="in a title"),
            Term("en-US", "GA", form="acronym"),
        ),
        definition="主要审议机构",
    )
    added = base.add([more], origin="b")
    assert (added.new, added.joined) == (0, 1)
    (kept,) = base.concepts()
    assert texts([kept]) == [("大会", "General Assembly", "大會", "General assembly", "GA")]
    assert kept.definition == "主要审议机构"
    assert [change.action for change in base.history(1)] == ["joined"]


def test_a_tag_without_a_region_is_that_of_any():
    found = Concept((Term("zh", "大会"), Term("en", "General Assembly")), review="candidate")
    base = base_of(found)
    assert base.add([concept(status="preferred")], origin="glossary").joined == 1
    assert base.add([found], origin="again").repeated == 1
    (kept,) = base.concepts()
    assert [(term.lang, term.text) for term in kept.terms] == [
        ("zh-CN", "大会"),
        ("en-US", "General Assembly"),
    ]
    british = Concept((Term("zh-TW", "大会"), Term("en-GB", "General Assembly", "forbidden")))
    assert base.add([british], origin="b").joined == 1
    assert len(next(base.concepts()).terms) == 4


def test_missing_facts_of_a_term_are_filled():
    base = base_of(concept())
    base.add([concept(status="preferred")], origin="b")
    (kept,) = base.concepts()
    assert [term.status for term in kept.terms] == ["", "preferred"]


def test_a_term_alone_makes_no_pair():
    base = base_of(concept("会议", "meeting"), concept("会议", "conference"))
    assert texts(base.concepts()) == [("会议", "meeting"), ("会议", "conference")]


def test_contradicting_statuses_are_both_kept_and_counted():
    base = base_of(concept(status="preferred"))
    added = base.add([concept(status="forbidden")], origin="b")
    assert (added.new, added.contradicting) == (1, 1)
    assert [one.terms[1].status for one in base.concepts()] == ["preferred", "forbidden"]
    assert base.add([concept(status="forbidden")], origin="b").repeated == 1
    assert base.add([concept(status="preferred")], origin="b").repeated == 1


def test_a_term_twice_in_one_concept_with_two_statuses_is_kept_so():
    twice = Concept(
        (
            Term("zh-CN", "主席"),
            Term("en", "chairman", "deprecated"),
            Term("en", "chairman", "admitted"),
        )
    )
    base = base_of(twice)
    assert [term.status for term in next(base.concepts()).terms] == ["", "deprecated", "admitted"]
    assert [finding.code for finding in base.clashes()] == ["status"]


@pytest.mark.parametrize("fact", ["kind", "subject", "definition", "note"])
def test_facts_that_differ_keep_concepts_apart(fact):
    values = ("name", "title") if fact == "kind" else ("甲", "乙")
    base = base_of(*(concept(**{fact: value}) for value in values))
    assert [getattr(one, fact) for one in base.concepts()] == list(values)
    assert base.add([concept(**{fact: value}) for value in values], origin="b").repeated == 2


def test_a_candidate_never_comes_back_once_it_was_decided():
    candidate = concept(review="candidate", score=0.4)
    base = base_of(candidate)
    base.review(1, "rejected")
    assert base.add([candidate], origin="again").repeated == 1
    assert [one.review for one in base.concepts()] == ["rejected"]
    assert base.find("大会") == []


def test_a_rejected_pair_is_known_though_a_wider_candidate_has_it():
    wider = Concept((*concept().terms, Term("en", "GA")), review="candidate")
    base = base_of(wider)
    base.add([concept(review="rejected")], origin="b")
    assert base.add([concept(review="candidate", score=0.9)], origin="c").repeated == 1
    assert [one.score for one in base.concepts()] == [None, None]


def test_a_candidate_never_comes_back_once_it_was_mended():
    candidate = concept("毒罪辦", "UNODC", review="candidate")
    base = base_of(candidate)
    base.change(1, concept("毒罪办公室", "UNODC", review="accepted"))
    assert base.add([candidate], origin="again").repeated == 1
    assert base.add([replace(candidate, review="")], origin="glossary").new == 1


def test_what_was_mended_and_removed_may_come_back():
    candidate = concept("毒罪辦", "UNODC", review="candidate")
    base = base_of(candidate, concept("毒品和犯罪问题办公室", "Office on Drugs and Crime"))
    base.change(1, concept("毒罪办公室", "UNODC", review="accepted"))
    merged = base.concept(1), base.concept(2)
    base.merge([2, 1])
    assert base.add([candidate], origin="again").repeated == 1  # it lives on in another
    base.restore(merged)
    base.remove([1])
    assert base.add([candidate], origin="again").new == 1


def test_the_same_file_again_adds_nothing_however_often_a_term_is_there():
    surnames = [concept(chr(0x4E00 + n) + "氏", "surname", note=f"{n}") for n in range(300)]
    base = base_of(*surnames, concept("姓", "surname", "preferred"), concept("姓", "family name"))
    assert base.add(surnames, origin="again").repeated == 300
    assert base.add([concept("姓", "surname", "forbidden")], origin="b").contradicting == 1
    alone = Concept((Term("en-US", "surname"),))
    assert base.add([alone], origin="c").new == base.add([alone], origin="d").repeated == 1


def test_what_replaces_changes_one_concept_that_has_its_terms_and_no_other():
    base = base_of(concept(status="preferred", note="甲", kind="name"))

    def added(one, origin="b"):
        counts = base.add([one], origin=origin, is_replacing=True)
        return [name for name in ("new", "joined", "repeated", "changed") if getattr(counts, name)]

    assert added(concept(status="admitted", author="wei")) == ["changed"]
    (kept,) = base.concepts()
    assert (kept.terms[1].status, kept.note, kept.kind) == ("admitted", "甲", "name")
    assert (kept.author, kept.origin) == ("wei", "glossary.tbx\nb")
    assert base.history(1)[0].before.terms[1].status == "preferred"
    assert added(concept(status="admitted")) == added(concept()) == ["repeated"]
    assert added(concept(note="丙", review="candidate")) == ["repeated"]
    wider = Concept((*concept(status="forbidden").terms, Term("en-US", "GA")), note="乙")
    assert added(wider) == ["new"]
    assert base.add([concept(note="丁")], origin="c").new == 1
    assert added(concept(status="preferred", note="戊")) == ["new"]  # which of the two is meant?


def test_what_was_rejected_is_accepted_by_a_review_alone():
    base = base_of(concept(review="rejected", note="甲"))
    assert base.add([concept(note="乙")], origin="b", is_replacing=True).new == 1
    accepted = concept(review="accepted", note="乙")
    base.remove([2])
    assert base.add([accepted], origin="c", is_replacing=True).changed == 1
    assert [(one.review, one.note) for one in base.concepts()] == [("accepted", "乙")]


def test_a_candidate_adds_nothing_to_what_somebody_stands_for():
    base = base_of(concept())
    wider = Concept((*concept().terms, Term("en", "assembly")), review="candidate")
    assert base.add([wider, concept(review="candidate")], origin="report").new == 1
    assert texts(base.concepts()) == [texts([concept()])[0], texts([wider])[0]]


def test_a_candidate_that_is_another_form_of_what_is_decided_is_not_new():
    base = base_of(
        concept("枪支", "firearm", "preferred"), concept("坏", "bads", review="rejected")
    )
    forms = [
        concept("枪支", "firearms", review="candidate"),
        concept("槍支", "the firearms", review="candidate"),
        concept("坏", "bad", review="candidate"),
    ]
    assert base.add(forms, origin="report.tmx").repeated == 3
    assert base.concept(1).origin == "glossary.tbx\nreport.tmx"
    assert base.add([concept("火器", "firearms", review="candidate")], origin="c").new == 1
    wider = Concept((*forms[0].terms, Term("en-US", "small arms")), review="candidate")
    assert base.add([wider], origin="d").new == 1
    assert base.add([concept("枪支", "firearms")], origin="glossary").new == 1


def test_a_candidate_whose_base_form_is_decided_is_not_new():
    base = base_of(concept("公牛", "ox"))
    found = Concept((Term("zh-CN", "公牛"), Term("en-US", "oxen", base="ox")), review="candidate")
    assert base.add([found], origin="report.tmx").repeated == 1


def test_spellings_of_a_candidate_are_one_term_of_the_better_status():
    spellings = Term("en", "corruption", "admitted"), Term("en", "Corruption", "preferred")
    terms = (Term("zh-CN", "腐败"), *spellings, Term("en", "CORRUPTION", "forbidden"))
    (kept,) = base_of(Concept(terms, review="candidate")).concepts()
    assert [(term.text, term.status) for term in kept.terms] == [
        ("腐败", ""),
        ("corruption", "preferred"),
        ("CORRUPTION", "forbidden"),
    ]
    (kept,) = base_of(Concept(terms)).concepts()  # a glossary means what it lists
    assert len(kept.terms) == 4


def test_another_spelling_adds_no_term_and_the_more_frequent_one_counts():
    base = base_of(concept("腐败", "Corruption", review="candidate", count=2))
    assert base.add([concept("腐败", "corruption", review="candidate", count=9)], origin="b").joined
    assert texts(base.concepts()) == [("腐败", "corruption")]
    assert base.add([concept("腐败", "CORRUPTION", "preferred")], origin="c").joined == 1
    (kept,) = base.concepts()
    assert [(term.text, term.status) for term in kept.terms] == [
        ("腐败", ""),
        ("CORRUPTION", "preferred"),
    ]


def test_a_corrected_spelling_replaces_the_one_there():
    base = base_of(concept(en="General assembly"))
    assert base.add([concept()], origin="b", is_replacing=True).changed == 1
    assert texts(base.concepts()) == [("大会", "General Assembly")]
    assert base.history(1)[0].before.terms[1].text == "General assembly"


def test_each_of_two_equal_terms_replaces_one():
    dropped, kept = (Term("en", "chairman", status) for status in ("deprecated", "admitted"))
    twice = Concept((Term("zh-CN", "主席"), dropped, kept))
    base = base_of(twice)
    again = replace(twice, terms=(*twice.terms[:2], replace(kept, status="forbidden")))
    assert base.add([again], origin="b", is_replacing=True).changed == 1
    assert [term.status for term in base.concept(1).terms] == ["", "deprecated", "forbidden"]


CHAIR = concept("主席", "Chair", "preferred", kind="title")


@pytest.mark.parametrize(
    ("more", "is_joined"),
    [
        (concept("主席", "Chairman", "forbidden", note="use Chair"), True),
        (concept("主席", "Chairperson", "admitted"), True),
        (concept("主席", "President", "preferred"), False),
        (concept("主席", "speaker"), False),
        (concept("主席", "Chairman", "forbidden", kind="name"), False),
        (concept("主席团", "Bureau", "admitted"), False),
    ],
)
def test_a_translation_with_a_status_completes_the_concept_of_its_term(more, is_joined):
    base = base_of(CHAIR)
    assert base.add([more], origin="by hand", is_completing=True).joined == is_joined
    assert base.count() == 2 - is_joined
    assert not is_joined or not list(base.clashes())


def test_a_translation_is_completed_where_one_concept_alone_may_be_meant():
    base = base_of(CHAIR, concept("主席", "President", "preferred", note="of a court"))
    more = concept("主席", "Chairman", "forbidden")
    assert base.add([more], origin="by hand", is_completing=True).new == 1
    assert base_of(CHAIR).add([more], origin="a file").new == 1


def test_candidates_with_a_pair_in_common_are_one_and_keep_the_better_evidence():
    one = concept(review="candidate", score=0.4, count=3, paragraphs=("1", "2"), kind="name")
    other = concept(review="candidate", score=0.7, count=2, paragraphs=("2", "9"), kind="other")
    (kept,) = base_of(one, other).concepts()
    assert (kept.score, kept.count, kept.paragraphs, kept.kind) == (0.7, 3, ("1", "2", "9"), "name")


def test_a_glossary_takes_over_a_candidate_with_its_terms():
    base = base_of(concept(review="candidate", score=0.4))
    base.add([concept(status="preferred")], origin="glossary.tbx")
    (kept,) = base.concepts()
    assert (kept.review, kept.score, kept.terms[1].status) == ("", 0.4, "preferred")


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (Concept(()), "empty"),
        (concept(en=" \u200b"), "empty"),
        (Concept(tuple(Term("en", f"t{n}") for n in range(257))), "many"),
        (concept(status="best"), "status"),
        (concept(review="perhaps"), "review"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_counted(one, code):
    base = TermBase()
    added = base.add([one, concept()], origin="a")
    assert (added.new, added.refused) == (1, {code: 1})


def test_bytes_that_are_no_text_become_escapes():
    base = base_of(concept(en="caf\udce9"), origin="report\udcff.tbx")
    assert texts(base.concepts()) == [("大会", "caf\\udce9")]
    assert base.find("caf\udce9")[0].kind == "exact"
    assert base.remove_origin("report\udcff.tbx") == 1


def test_progress_tells_what_is_safe(monkeypatch):
    monkeypatch.setattr("tm.terms.intake.BATCH", 2)
    told = []
    TermBase().add(numbered(5), origin="a", progress=told.append)
    assert told == [2, 4, 5]


# --- which -----------------------------------------------------------------------------------


def test_conditions():
    base = base_of(
        concept("甲", "one", kind="name", review="candidate", score=0.9),
        concept("乙", "two", status="forbidden", kind="title"),
        concept("丙", "three", kind="name", review="accepted", score=0.3),
    )
    base.add([concept("丁", "four", review="rejected")], origin="b")

    def found(**conditions):
        which = Which(**conditions)
        assert base.count(which) == len(list(base.concepts(which)))
        return "".join(one.terms[0].text for one in base.concepts(which))

    assert found() == "甲乙丙丁"
    assert found(kind="name") == "甲丙"
    assert found(reviews=("", "accepted")) == "乙丙"
    assert found(status="forbidden") == "乙"
    assert found(min_score=0.5) == "甲"
    assert found(origin="b") == "丁"
    assert found(origin="glossary.tbx", kind="title") == "乙"
    base.add([concept("戊", "five")], origin="a.tsv | b.tsv")
    for name in ("a.tsv", "b.tsv", "a.tsv | b.tsv"):
        assert found(origin=name) == "戊"
    for name in ("a", "a.tsv | b", "| b.tsv"):
        assert found(origin=name) == ""


def test_concepts_are_read_by_pages(monkeypatch):
    monkeypatch.setattr("tm.terms.rows.PAGE", 3)
    base = base_of(*numbered(10))
    assert texts(base.concepts()) == texts(numbered(10))


def test_statistics():
    base = base_of(full(), concept(review="candidate"))
    stats = base.stats()
    assert (stats.concepts, stats.terms) == (2, 5)
    assert dict(stats.reviews) == {"accepted": 1, "candidate": 1}
    assert dict(stats.languages) == {"zh-CN": 2, "en-US": 3}
    assert dict(stats.origins) == {"glossary.tbx": 2}


# --- changes ---------------------------------------------------------------------------------


def test_a_change_is_kept_with_what_was_before():
    base = base_of(concept())
    changed = base.change(1, replace(full(), id="77"), author="wei")
    assert (bare(changed).terms, changed.id, changed.author) == (full().terms, "1", "wei")
    assert changed.changed is not None
    assert base.find("大会") == []
    assert base.find("COP")[0].concept == changed
    (step,) = base.history(1)
    assert (step.action, step.author, bare(step.before)) == ("changed", "wei", concept())


def test_a_change_that_changes_nothing_leaves_no_trace():
    base = base_of(full())
    before = base.concept(1)
    assert base.change(1, replace(before, author="li", created=None), author="wei") == before
    assert base.history(1) == []


def test_a_change_that_cannot_be_kept_changes_nothing():
    base = base_of(concept())
    with pytest.raises(TermError, match="concept 1 cannot become so: no terms"):
        base.change(1, Concept(()))
    with pytest.raises(TermError, match="no concept 9; 'duizhao terms list' shows"):
        base.change(9, concept())
    with pytest.raises(TermError, match="no review 'good'; it is one of candidate"):
        base.review(1, "good")
    assert bare(next(base.concepts())) == concept()
    assert base.history(1) == []


def test_a_review_is_remembered_once():
    base = base_of(concept(review="candidate"))
    base.review(1, "accepted", author="wei")
    base.review(1, "accepted", author="li")
    (step,) = base.history(1)
    assert (step.action, step.author, step.before.review) == ("reviewed", "wei", "candidate")


def test_what_is_removed_is_found_no_more_but_in_the_history():
    base = base_of(concept(), *numbered(2))
    assert base.remove([1, 1, 99]) == 1
    assert base.find("General Assembly") == []
    assert (base.count(), base.has(1), base.has(2)) == (2, False, True)
    assert [step.action for step in base.history(1)] == ["removed"]
    base.add([concept()], origin="b")
    assert next(base.concepts(Which(origin="b"))).id == "4"  # numbers are never given twice


def test_a_concept_that_two_files_brought_stays_when_one_is_removed():
    base = base_of(concept(), *numbered(1))
    base.add([concept()], origin="b")
    assert base.remove_origin("glossary.tbx") == 1
    assert [(one.origin, one.terms[0].text) for one in base.concepts()] == [("b", "大会")]


def test_merged_concepts_are_one_with_the_terms_and_notes_of_all():
    base = base_of(concept(note="甲"), concept("联大", "GA", note="乙", kind="name"))
    whole = base.merge([2, 1], author="wei")
    assert texts([whole]) == [("联大", "GA", "大会", "General Assembly")]
    assert (whole.id, whole.note, whole.kind, whole.author) == ("2", "乙\n甲", "name", "wei")
    assert base.count() == 1
    assert [len(base.history(number)) for number in (1, 2)] == [1, 1]
    assert base.find("大会")[0].concept.id == "2"
    with pytest.raises(TermError, match="no concept 1"):
        base.merge([2, 1])


def test_a_merge_that_would_be_too_large_changes_nothing():
    many = Concept(tuple(Term("en", f"term {n}") for n in range(200)))
    more = Concept(tuple(Term("en", f"word {n}") for n in range(200)))
    base = base_of(many, more)
    with pytest.raises(TermError, match="more than 256 terms"):
        base.merge([1, 2])
    assert base.count() == 2


def test_what_was_merged_and_removed_is_restored_as_it_was():
    base = base_of(concept(), concept("联大", "GA"), *numbered(1))
    before = list(base.concepts())
    base.merge([1, 2])
    base.remove([3])
    base.restore(before)
    assert list(base.concepts()) == before
    assert base.find("联大")[0].concept == before[1]


# --- the package -----------------------------------------------------------------------------


def test_every_name_of_the_package_is_there_and_no_other():
    for package in (tm, tm.terms):
        assert all(getattr(package, name) for name in package.__all__)
        with pytest.raises(
            AttributeError, match=f"module '{package.__name__}' has no attribute 'x'"
        ):
            package.x  # noqa: B018 - it is the access that fails


def test_a_lookup_loads_nothing_that_takes_long():
    heavy = "numpy", "torch", "lxml", "openpyxl", "pypinyin", "rjieba", "babel", "tm.formats"
    code = (
        "import sys; from tm import TermBase; base = TermBase(); base.find('联合国'); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
