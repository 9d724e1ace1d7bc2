"""Terms rendered in several ways: what is told, and what is no fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from bitext_samples import rivers, unit

from aligner import align_documents, load_encoder
from corpora import read_document
from tm import units_from
from tm.extraction import evidence as gathering
from tm.extraction import inconsistencies
from tm.terms.concept import Concept, Term

SHARED = Path(__file__).parents[4] / "shared" / "report"
TWO_WAYS = (
    ("1", "跨界地下水需要保护。", "Transboundary groundwater needs protection."),
    ("2", "各国报告了跨界地下水的状况。", "States reported on the state of transboundary groundwater."),
    ("3", "越境地下水的水质有所下降。", "The quality of transboundary groundwater has declined."),
    ("4", "越境地下水协定尚未生效。", "The agreement on transboundary groundwater is not in force."),
)  # fmt: skip


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


def told(units, encode, **options):
    return {one.term: one for one in inconsistencies(units, similarity=encode, **options)}


def test_a_term_with_two_renderings(encode):
    found = told([unit(zh, en, where) for where, zh, en in TWO_WAYS], encode)
    one = found["transboundary groundwater"]
    assert one.lang == "en"
    assert {r.text: (r.count, r.paragraphs) for r in one.renderings} == {
        "跨界地下水": (2, ("1", "2")),
        "越境地下水": (2, ("3", "4")),
    }


def test_places_are_spans_of_the_texts(encode):
    found = told([unit(zh, en, where) for where, zh, en in TWO_WAYS], encode)
    for rendering in found["transboundary groundwater"].renderings:
        for place in rendering.occurrences:
            assert place.zh[slice(*place.zh_span)] == rendering.text
            assert place.en[slice(*place.en_span)].lower() == "transboundary groundwater"


def test_number_case_and_articles_make_no_difference(encode):
    units = [
        unit("主管机关应当合作。", "The competent authorities shall cooperate.", "1"),
        unit("主管机关提交了报告。", "A competent authority submitted a report.", "2"),
        unit("主管机关开会。", "Competent authorities met.", "3"),
    ]
    assert "主管机关" not in told(units, encode)


SPELLINGS = [
    ("反恐", "counter-terrorism", "counterterrorism"),
    ("反恐", "counterterrorism", "Counter terrorism"),
    ("电子邮件", "e-mail", "email"),
    ("合作框架", "co-operation framework", "cooperation framework"),
]


def spelt_units(zh, first, second):
    """Return units that speak of a term in two spellings, and of one that is told."""
    return [
        unit(f"各国加强了{zh}工作。", f"States strengthened their work on {first}.", "1"),
        unit(f"委员会讨论了{zh}。", f"The Committee discussed {first}.", "2"),
        unit(f"法官审查了{zh}。", f"Judges examined {second}.", "3"),
        unit(f"{zh}的报告已经发布。", f"The report on {second} was issued.", "4"),
    ]


@pytest.mark.parametrize(("zh", "first", "second"), SPELLINGS)
@pytest.mark.parametrize("status", ["", "preferred"])
def test_hyphens_and_spaces_make_no_difference(zh, first, second, status, encode):
    base = [concept(("zh", zh, ""), ("en", first, status)), concept(("zh", zh, ""), ("en", "other words", ""))]  # fmt: skip
    assert zh not in told(spelt_units(zh, first, second), encode, base=base)


def test_a_spelling_that_is_forbidden_is_told(encode):
    base = [concept(("zh", "反恐", ""), ("en", "counterterrorism", "forbidden"))]
    units = spelt_units("反恐", "counter-terrorism", "counterterrorism")
    renderings = told(units, encode, base=base)["反恐"].renderings
    assert [r.text for r in renderings if r.is_refused] == ["counterterrorism"]


def test_noun_and_adjective_of_one_root_are_one_rendering(encode):
    units = [
        unit("各国应加强立法。", "States shall strengthen legislation.", "1"),
        unit("立法是必要的。", "Legislation is necessary.", "2"),
        unit("立法措施是必要的。", "Legislative measures are necessary.", "3"),
    ]
    assert "立法" not in told(units, encode)


def test_a_full_form_and_its_acronym_are_no_fault(encode):
    assert not {"河委会", "国际河流委员会", "IRC"} & told(rivers(), encode).keys()


def test_renderings_that_are_rare_may_be_passed_over(encode):
    units = [unit(zh, en, where) for where, zh, en in TWO_WAYS[:3]]
    assert "transboundary groundwater" in told(units, encode)
    assert "transboundary groundwater" not in told(units, encode, min_count=2)


def concept(*terms, review="accepted"):
    """Make a concept of (language, text, status)."""
    return Concept(tuple(Term(*term) for term in terms), review=review)


FORBIDDEN = (
    ("zh-CN", "技术援助", "preferred"),
    ("en-US", "technical assistance", "forbidden"),
    ("en-US", "technical cooperation", "preferred"),
)


def test_a_forbidden_rendering_is_told_even_alone_and_on_its_side(encode):
    assert "技术援助" not in told(rivers(), encode)
    found = told(rivers(), encode, base=[concept(*FORBIDDEN)])
    one = found["技术援助"]
    assert [(r.text.lower(), r.status) for r in one.renderings] == [
        ("technical assistance", "forbidden")
    ]
    assert (one.lang, one.preferred, one.is_several) == ("zh", "technical cooperation", False)
    assert "technical assistance" not in found  # its Chinese is the right one


@pytest.mark.parametrize("review", ["candidate", "rejected"])
def test_what_nobody_accepted_forbids_nothing(review, encode):
    assert "技术援助" not in told(rivers(), encode, base=[concept(*FORBIDDEN, review=review)])


def test_of_two_statuses_the_worse_counts(encode):
    other = concept(("zh", "技术援助", ""), ("en", "technical assistance", "preferred"))
    for base in ([concept(*FORBIDDEN), other], [other, concept(*FORBIDDEN)]):
        (rendering,) = told(rivers(), encode, base=base)["技术援助"].renderings
        assert rendering.status == "forbidden"


def test_terms_of_a_base_are_looked_for_in_any_form(encode):
    """The words of the text are not enough to find this pair: it stands there but once."""
    units = [unit("毒罪办所有授权工作领域均已涵盖。", "All mandated areas of the work of UNODC are covered.", "12")]  # fmt: skip
    assert told(units, encode) == {}
    base = [concept(("ZH-Hant-TW", "毒罪辦", "forbidden"), ("EN", "UNODC", "preferred"))]
    one = told(units, encode, base=base)["UNODC"]
    (rendering,) = one.renderings
    assert (rendering.status, rendering.paragraphs, one.preferred) == ("forbidden", ("12",), "")
    (place,) = rendering.occurrences
    assert place.zh[slice(*place.zh_span)] == "毒罪办"
    assert place.en[slice(*place.en_span)] == "UNODC"


@pytest.mark.parametrize(
    "statuses", [("preferred", "admitted"), ("", ""), ("admitted", "admitted")]
)
def test_two_renderings_that_a_base_knows_are_told(statuses, encode):
    units = [
        unit("在教育促进正义倡议下，举办了讲习班。", "Workshops were held under the Education for Justice initiative.", "15"),
        unit("教育促进正义举措取得了进展。", "Progress was made under the Education for Justice initiative.", "86"),
    ]  # fmt: skip
    chinese = zip(("教育促进正义倡议", "教育促进正义举措"), statuses, strict=True)
    terms = [("zh-CN", zh, status) for zh, status in chinese]
    base = [concept(*terms, ("en-US", "Education for Justice initiative"))]
    one = told(units, encode, base=base)["Education for Justice initiative"]
    assert one.is_several
    assert {r.text: r.paragraphs for r in one.renderings} == {
        "教育促进正义倡议": ("15",),
        "教育促进正义举措": ("86",),
    }


def test_a_part_of_a_longer_term_of_the_base_does_not_count(encode):
    units = [
        unit("缔约方会议通过了预算。", "The Conference of the Parties adopted the budget.", "1")
    ]
    forbidden = concept(("zh", "缔约方", ""), ("en", "party", "forbidden"))
    longer = concept(("zh", "缔约方会议", ""), ("en", "Conference of the Parties", ""))
    assert "缔约方" in told(units, encode, base=[forbidden])
    assert told(units, encode, base=[forbidden, longer]) == {}


def test_an_acronym_is_no_word_in_small_letters(encode):
    units = [unit("世卫组织的人员已离开。", "Those who stayed have left.", "1")]
    base = [concept(("zh", "世卫组织", "forbidden"), ("en", "WHO", ""))]
    assert told(units, encode, base=base) == {}


def test_the_report_of_the_figures(encode):
    if not SHARED.exists():
        pytest.skip("needs ../shared/report, which is not part of the repository")
    pair = (read_document(SHARED / f"report.{code}.txt") for code in ("zh", "en"))
    found = told(units_from(align_documents(*pair, encoder=load_encoder())), encode)
    unodc = {one.text: one.count for one in found["UNODC"].renderings}
    assert unodc["毒罪问题办公室"] > 100 > unodc["毒品和犯罪问题办公室"] > unodc["毒罪办"] == 1
    assert unodc["毒品问题办公室"] == 1
    assert "毒品" not in found  # it is in none of these forms
    initiative = {
        one.text: one.paragraphs for one in found["Education for Justice initiative"].renderings
    }
    assert initiative == {"教育促进正义倡议": ("15", "49"), "教育促进正义举措": ("86", "87")}
    places = {one.text: one.paragraphs for one in found["integrity"].renderings}
    assert places["操守"] == ("32", "67", "87")
    assert next(iter(found)) == "UNODC"
    assert list(found).index("会议") > list(found).index("Education for Justice initiative")


def test_every_pair_counts_where_nothing_else_renders_the_word(encode):
    units = [unit(zh, en, where) for where, zh, en in TWO_WAYS] + [
        unit("该项目名称：跨界地下水。", "Name of the project: transboundary groundwater – TG", "5"),
        unit("越境地下水、跨界地下水。", "Transboundary groundwater; transboundary groundwater.", "6"),
        unit("跨界地下水或越境地下水。", "Transboundary groundwater.", "7"),  # which of both?
    ]  # fmt: skip
    one = told(units, encode)["transboundary groundwater"]
    places = {r.text: r.paragraphs for r in one.renderings}
    assert {"1", "2", "5", "6"} <= {*places["跨界地下水"]}
    assert {"3", "4", "6"} <= {*places["越境地下水"]}
    assert ("7" in places["跨界地下水"]) != ("7" in places["越境地下水"])


def test_outside_paragraphs_the_pairs_are_numbered(encode):
    units = [unit("只有中文。", None)] + [unit(zh, en) for _, zh, en in TWO_WAYS]
    one = told(units, encode)["transboundary groundwater"]
    assert {r.text: (r.pairs, r.unlabelled, r.paragraphs) for r in one.renderings} == {
        "跨界地下水": ((2, 3), (2, 3), ()),
        "越境地下水": ((4, 5), (4, 5), ()),
    }


def test_of_a_large_corpus_late_renderings_and_all_places_are_told(encode, monkeypatch):
    for name, value in (("LARGE", 30), ("BLOCK", 20), ("ENOUGH", 5)):
        monkeypatch.setattr(gathering, name, value)
    verbs = (("审议了", "considered"), ("通过了", "adopted"), ("赞扬了", "praised"))
    units = [
        unit(f"{zh}{verb}第{k}号报告。", f"Member States {does} report {k}.", str(k))
        for k in range(80)
        for zh in ["会员国" if k < 40 else "成员国"]
        for verb, does in [verbs[k % 3]]
    ]
    one = told(units, encode)["Member States"]
    assert {r.text: r.count for r in one.renderings} == {"会员国": 40, "成员国": 40}
    for rendering in one.renderings:
        for place in rendering.occurrences:
            assert place.zh[slice(*place.zh_span)] == rendering.text


@pytest.mark.parametrize("units", [[], [unit("只有中文。", None)], [unit("123", "123")]], ids=str)
def test_nothing_to_compare_is_no_error(units, encode):
    assert inconsistencies(units, similarity=encode) == []


def test_the_same_text_gives_the_same_list(encode):
    units = [unit(zh, en, where) for where, zh, en in TWO_WAYS]
    assert inconsistencies(units, similarity=encode) == inconsistencies(units, similarity=encode)
