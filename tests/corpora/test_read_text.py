"""Plain text: encodings, line ends, hard line breaks, pages and notes."""

import tracemalloc

import pytest

from corpora.passages import Hint
from corpora.text import passages_of, read_text
from corpora.wraps import Joiner

SAMPLE = "一. 引言\n\n1. 委员会于 2024 年在维也纳举行会议。\n\nThe Commission met – in “Vienna”.\n"
PLAIN = ["一. 引言", "1. 委员会于 2024 年在维也纳举行会议。", "The Commission met – in “Vienna”."]


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages_of(text)]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_encodings(encoding):
    assert [p.text for p in read_text(SAMPLE.encode(encoding))] == PLAIN


def test_big_endian_with_mark():
    assert [p.text for p in read_text(b"\xfe\xff" + SAMPLE.encode("utf-16-be"))] == PLAIN


@pytest.mark.parametrize(("mark", "order"), [(b"\xff\xfe", "le"), (b"\xfe\xff", "be")])
def test_half_a_character_at_the_end_is_left_out(mark, order):
    data = mark + SAMPLE.encode(f"utf-16-{order}")
    assert [p.text for p in read_text(data + b"\x4f")] == PLAIN


def test_chinese_alone_in_utf_16_without_mark():
    assert (
        read_text("委员会在维也纳举行会议。".encode("utf-16-le"))[0].text
        == "委员会在维也纳举行会议。"
    )


def test_windows_1252_is_not_taken_for_chinese():
    text = "The State party’s report – “as received” – doesn’t mention café."
    assert read_text(text.encode("cp1252"))[0].text == text


@pytest.mark.parametrize("text", ["It was 20°C in Ägypten.", "At «a meeting» of 5½ hours, 30°C."])
def test_windows_1252_is_not_taken_for_big5(text):
    assert read_text(text.encode("cp1252"))[0].text == text


def test_big5_is_told_from_gb18030():
    for text in ("委員會在維也納舉行會議。", "安全理事會", "大會第七十八屆會議議程項目一百零六"):
        assert read_text(text.encode("big5"))[0].text == text
    for text in ("委员会在维也纳举行会议。", "安全理事会", "大会第七十八届会议议程项目一百零六"):
        assert read_text(text.encode("gb18030"))[0].text == text


def test_one_broken_byte_does_not_spoil_a_file():
    data = ("委员会举行会议。" * 100).encode() + b"\xe5\xa7" + "会议。".encode()
    assert read_text(data)[0].text.count("委员会") == 100


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_line_ends(end):
    assert texts("One.\n\nTwo.\n".replace("\n", end)) == ["One.", "Two."]


def test_masthead_lines_form_one_passage():
    text = "Title\n\nDistr.: General\n6 March 2019\nOriginal: English\n\n1. Text.\n\n2. More.\n"
    assert "Distr.: General 6 March 2019 Original: English" in texts(text)


def test_chinese_title_on_two_lines_is_joined_without_space():
    assert (
        texts("摘要\n\n统一会员国\n在预防犯罪领域的工作\n\n报告\n")[1]
        == "统一会员国在预防犯罪领域的工作"
    )


def test_one_paragraph_a_line_without_blank_lines():
    rows = [
        "2022年7月25日",
        "一.",
        "导言",
        "本报告重点介绍将性别平等视角纳入业务活动主流的情况。" * 5,
        "结论",
    ]
    assert texts("\n".join(rows)) == rows


def test_items_without_blank_lines_between():
    text = "Members decided:\n(a) To meet in Vienna;\n(b) To adjourn.\n\n一、开会\n\n二、闭会\n"
    assert texts(text)[:3] == ["Members decided:", "(a) To meet in Vienna;", "(b) To adjourn."]


WRAPPED = """1. The Commission took note of the report of the Secretariat on the matter
and decided to consider it again at its next session, in accordance with item 6
(a) and (b) of its provisional agenda, together with the whistle-blower issue,
to which it attached great importance, and with the follow-up to its decis-
ions on money-laundering.

2. The whistle-
blower was heard by the members of the group, whose decisions were not published
then; the members of the group invited all States to submit their views on money-
laundering, and thanked those which had already done so at the previous session.
"""


def test_hard_wraps_are_undone():
    first, second = texts(WRAPPED)
    assert "item 6 (a) and (b) of" in first
    assert "its decisions on money-laundering." in first
    assert "The whistle-blower was" in second
    assert "views on money-laundering, and" in second


def test_wrapped_file_without_blank_lines():
    lines = WRAPPED.replace("\n\n", "\n")
    assert [text[:3] for text in texts(lines)] == ["1. ", "2. "]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the confer-", "ence"], "the conference"),
        (["anti-", "Corruption"], "anti-Corruption"),
        (["soft\xad", "ware"], "software"),
        (["2018-", "2019"], "2018-2019"),
        (["see www.un.org/", "a/b"], "see www.un.org/a/b"),
        (["会议于", "2018 年"], "会议于2018 年"),
        (["会议，", "NGO"], "会议，NGO"),
        (["word", "", "next"], "word next"),
        ([], ""),
    ],
)
def test_seams(lines, joined):
    assert Joiner().join(lines) == joined


def test_joiner_learns_hyphens_and_spacing():
    joiner = Joiner.learn(["an anti-corruption law, a bribery law", "于 2018 年在 NGO 举行"])
    assert joiner.join(["anti-", "bribery"]) == "anti-bribery"
    assert joiner.join(["会议于", "2018 年"]) == "会议于 2018 年"


PAGES = [
    "A/99/1\n\n1. The Committee met at the place that had been chosen and took up the matter of\n"
    "the follow-up to the\n__________\n¹ Information as at May.\n\nV.24-1 1/3\n",
    "A/99/1\n\nconference held before.\n\n2. Two.\n\n2/3 V.24-1\n",
    "A/99/1\n\n3. Three.\n\nV.24-1 3/3\n",
]


@pytest.mark.parametrize("cut", ["\f", ""], ids=["form feeds", "counted pages"])
def test_pages(cut):
    found = passages_of(cut.join(PAGES))
    assert [p.text for p in found if p.hint is Hint.FURNITURE] == [
        *("A/99/1", "V.24-1 1/3", "A/99/1", "2/3 V.24-1", "A/99/1", "V.24-1 3/3")
    ]
    assert [(p.text, p.page) for p in found if p.hint is Hint.NOTE] == [
        ("¹ Information as at May.", 1)
    ]
    body = [(p.text[-12:], p.page) for p in found if p.hint is Hint.NONE]
    assert body == [
        ("ollow-up to the"[-12:], 1),
        ("held before.", 2),
        ("2. Two.", 2),
        ("3. Three.", 3),
    ]


def test_rule_at_the_end_is_no_note():
    assert [p.hint for p in passages_of("1. Text.\n\n________\n\nDone.\n")] == [Hint.NONE] * 2


def test_note_under_a_rule_without_pages():
    found = passages_of("Text.¹\n\n_______\n¹ See annex.\n\nMore text.\n\nEnd.\n")
    assert [(p.text, p.hint) for p in found][1:3] == [("¹ See annex.", "note"), ("More text.", "")]


def test_figures_in_a_table_are_not_page_numbers():
    pages = [
        f"Head\n\nText {word} here.\n\n{n}4\n\n{n}\n" for n, word in enumerate(("a", "b", "c"), 1)
    ]
    kept = [p.text for p in passages_of("\f".join(pages)) if p.hint is Hint.NONE]
    assert kept == ["Text a here.", "14", "Text b here.", "24", "Text c here.", "34"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("见 [A/WG.4/5](#)）。", "见 A/WG.4/5）。"),
        ("[here](https://un.org/a) it is", "here it is"),
        ("在 <http://a.org> 网站", "在 http://a.org 网站"),
        ("item 6 [a](b) and <b>", "item 6 [a](b) and <b>"),
        ("a\u00a0b\u200bc\u00add\ufeff\u3000e", "a bcd e"),
    ],
)
def test_characters_and_links(text, shown):
    assert texts(text) == [shown]


def test_one_long_line_needs_memory_by_its_length_alone():
    """Every Chinese character once became a string of its own: 90 bytes each."""
    text = "会议通过了议程" * 300_000
    tracemalloc.start()
    try:
        assert len(passages_of(text)[0].text) == len(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20 * len(text)
