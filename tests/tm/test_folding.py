"""Index terms of many texts at once, beside those of one."""

from hypothesis import example, given
from hypothesis import strategies as st

from tm.folding import _spaced, _spaced_all

TEXTS = st.lists(st.text(st.sampled_from("大会𠀀a é,。\ud7ff\U0010ffff") | st.characters(exclude_characters="\0\n", exclude_categories=["Cs"])), max_size=5)  # fmt: skip


@given(TEXTS)
@example([""])
@example(["大", "", "会大会", "a大b会会c"])
def test_terms_of_many_texts_are_those_of_each(texts):
    assert [terms.split() for terms in _spaced_all(texts)] == [_spaced(text).split() for text in texts]
