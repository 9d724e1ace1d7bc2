"""Concepts as a translator keeps them, and arbitrary ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from tm.terms import Concept, Term
from tm.terms.concept import FORMS, KINDS, REVIEWS, STATUSES

OFFICE = Concept(
    (
        Term(
            "zh-CN", "国际河流委员会秘书处", "preferred", form="full", part_of_speech="noun",
            context="国际河流委员会秘书处每年提交一份报告。", paragraph="12", source="rivers.zh.txt",
        ),
        Term("zh-CN", "河委会秘书处", "admitted", form="short", part_of_speech="名词"),
        Term(
            "en-US", "Secretariat of the International Rivers Commission", "preferred", form="full",
            context="The Secretariat reports every year.", paragraph="12", source="rivers.en.txt",
        ),
        Term("en-US", "SIRC", "admitted", form="acronym", note="Only in tables."),
        Term("en-US", "Rivers Commission Office", "forbidden", base="River Commission Office"),
    ),
    kind="name", review="accepted", subject="water law", definition="The body that serves the Commission.",
    note="See annex I.\nName since 2019.", count=7, score=0.9731, paragraphs=("12", "annex 1/3"),
    created=datetime(2024, 5, 1, 8, 30, tzinfo=UTC), changed=datetime(2024, 6, 2, tzinfo=UTC),
    author="Ann", origin="rivers.tbx", id="17", props=(("projectSubset", "rivers"), ("reliabilityCode", "3")),
)  # fmt: skip
ISM = Concept(
    (Term("en-US", "-ism", context="=1+1"), Term("zh-CN", "主义", "deprecated")), kind="other"
)
CONTEXT = Concept(
    (Term("zh-CN", "@语境"), Term("en-US", "@context", "preferred"), Term("fr", "@contexte"))
)
SAMPLES = [OFFICE, ISM, CONTEXT]

TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\ufffd")
    | st.sampled_from("=+-@＝'\"\t\r\n,;#主席章程é "),
    max_size=10,
)
ZONE = st.sampled_from([UTC, timezone(timedelta(hours=8))])
MOMENT = st.none() | st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=ZONE)
LANG = st.sampled_from(["zh-CN", "zh", "en-US", "en", "fr", "zh-Hant", "en_gb", "i-klingon"])


def terms(lang=LANG, text=TEXT):
    return st.builds(
        Term,
        lang,
        text,
        status=st.sampled_from(["", *STATUSES]),
        base=TEXT,
        form=st.sampled_from(["", *FORMS]),
        part_of_speech=TEXT | st.sampled_from(["noun", "other"]),
        context=TEXT,
        paragraph=TEXT,
        source=TEXT,
        note=TEXT,
    )


CONCEPT = st.builds(
    Concept,
    st.lists(terms(), min_size=1, max_size=6).map(tuple),
    kind=st.sampled_from(["", *KINDS]),
    review=st.sampled_from(["", *REVIEWS]),
    subject=TEXT,
    definition=TEXT,
    note=TEXT,
    count=st.integers(-1, 10**9),
    score=st.none() | st.floats(0, 1),
    paragraphs=st.lists(TEXT, max_size=3).map(tuple),
    created=MOMENT,
    changed=MOMENT,
    author=TEXT,
    origin=TEXT,
    id=TEXT | st.sampled_from(["1", "007", "_7", "c7", "id-7"]),
    props=st.lists(
        st.tuples(TEXT | st.sampled_from(["note", "x-kind", "subjectField", "kind"]), TEXT),
        max_size=3,
    ).map(tuple),
)
