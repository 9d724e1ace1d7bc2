"""Write, then read: the same units, for any text."""

import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.types import TranslationUnit, Variant
from tm import read_tmx, write_tmx
from tm.formats.clean import clean_text, is_blank
from tm.formats.inline import plain_text
from tm.formats.tmx_write import writable

ANY = st.text(st.characters(exclude_categories=()), max_size=40)  # surrogates and controls too
NAMES = st.one_of(ANY, st.sampled_from(["x-score", "x-doc", "id", "x-ice", "x-client"]))
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
PIECES = st.one_of(
    ANY.map(escape),
    st.sampled_from(
        [
            "<b>",
            "&",
            "&nbsp;",
            " ",
            '<ph x="1"/>',
            '<ph x="no">{0}</ph>',
            '<bpt i="1" type="b"/>',
            '<ept i="1">&lt;/b></ept>',
            "<bpt>",
            "</bpt>",
            '<it pos="end"/>',
            "<ut>x</ut>",
            "<hi>一</hi>",
            "<hi> one </hi>",
            "<ph>a<sub>b</sub></ph>",
            "<sub>x</sub>",
        ]
    ),
)
INLINE = st.lists(PIECES, max_size=6).map("".join)


def variant(lang):
    with_codes = INLINE.map(lambda inline: Variant(lang, plain_text(inline), inline))
    return st.one_of(
        ANY.map(lambda text: Variant(lang, text)),
        with_codes,
        st.builds(Variant, st.just(lang), ANY, INLINE),
    )


UNITS = st.builds(
    TranslationUnit,
    variants=st.tuples(variant("zh_cn"), variant("en-us")),
    author=st.one_of(ANY, st.just("MT!")),
    note=ANY,
    is_machine=st.booleans(),
    uses=st.integers(-1, 10**12),
    origin=ANY,
    document=ANY,
    paragraph=ANY,
    label=ANY,
    kind=ANY,
    bead=ANY,
    probability=st.none() | st.floats(),
    reasons=st.lists(ANY, max_size=3).map(tuple),
    context_before=ANY,
    context_after=ANY,
    created=st.none()
    | st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.none() | ZONES),
    props=st.lists(st.tuples(NAMES, ANY), max_size=3).map(tuple),
)


def read_back(units):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        written = write_tmx(path, units, srclang="zh-CN")
        return written, list(read_tmx(path))


@given(st.lists(UNITS, max_size=6))
@settings(deadline=None)
def test_what_is_written_is_read_back(units):
    written, found = read_back(units)
    left_out = {remark.number for remark in written.skipped}
    kept = [
        writable(unit, "zh-CN") for number, unit in enumerate(units, 1) if number not in left_out
    ]
    assert found == kept
    assert written.units == len(kept) == len(units) - len(left_out)


@given(st.lists(UNITS, max_size=6))
@settings(deadline=None)
def test_reading_and_writing_again_changes_nothing(units):
    _, once = read_back(units)
    written, twice = read_back(once)
    assert twice == once
    assert not written.skipped


@given(ANY, ANY)
@settings(deadline=None)
def test_a_pair_is_lost_only_where_a_side_has_no_text(zh, en):
    written, found = read_back([TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)))])
    lost = any(is_blank(clean_text(text)) for text in (zh, en))
    assert [remark.code for remark in written.skipped] == ["empty"] * lost
    assert len(found) == 1 - lost


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    clean_text(text).encode("utf-8")
