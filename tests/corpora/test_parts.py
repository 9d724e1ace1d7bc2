"""Where annexes begin, however their first lines are set."""

import pytest

from corpora.layout import lay_out
from corpora.parts import opening_of
from corpora.passages import Hint, Passage
from corpora.pieces import read_pieces
from corpora.text import passages_of
from corpora.types import LANGS, Kind

BODY = {
    "en": ["1. The Council met in the spring and took note of the report on the archives.",
           "2. It asked the towns to count their boxes again before the following winter."],
    "zh": ["1. 理事会于春季举行会议，注意到关于档案状况的报告。", "2. 理事会请各城镇在下一个冬季之前重新清点箱子。"],
}  # fmt: skip
AGENDA = {
    "en": ["1. Opening of the session.", "2. Organizational matters."],
    "zh": ["1. 会议开幕。", "2. 组织事项。"],
}
OPENINGS = {
    "zh": [
        "附件\n\n第二届会议临时议程",
        "附件\n第二届会议临时议程",
        "附件 第二届会议临时议程",
        "附件第二届会议临时议程",
        "附件：第二届会议临时议程",
        "附件一第二届会议临时议程",
        "[附件]\n\n第二届会议临时议程",
        "【附件】",
        "附录",
    ],
    "en": [
        "Annex\n\nProvisional agenda for the second session",
        "Annex Provisional agenda for the second session",
        "ANNEX\nProvisional agenda for the second session",
        "Annex: Provisional agenda for the second session",
        "Annex I – Provisional agenda for the second session",
        "[Annex]\n\nProvisional agenda for the second session",
        "[Annex I]",
        "Enclosure",
        "Appendix",
    ],
}
CASES = [(code, opening) for code in OPENINGS for opening in OPENINGS[code]]


@pytest.mark.parametrize(("code", "opening"), CASES)
def test_annex_is_a_part_of_its_own(code, opening):
    text = "\n\n".join([*BODY[code], opening, *AGENDA[code]])
    blocks = lay_out(passages_of(text), LANGS[code])
    name = "appendix" if opening in {"附录", "Appendix"} else "annex"
    numbers = [block.paragraph for block in blocks if block.kind is Kind.PARAGRAPH]
    assert numbers == ["1", "2", f"{name} 1/1", f"{name} 1/2"]


NONE = {
    "en": ["Annex II contains the list of participants", "Annexes to the report", "Annex tables", "Annex Tables",
           "Annex Provisional agenda 12", "[Annex II contains the list]", "Annexation of the harbour",
           "Annex II contains the list. See there."],
    "zh": ["附件二载有与会者名单", "附件清单", "附件和附录", "附件中的数字", "附件一览表", "附件所列各国", "附件二载有名单。"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in NONE for line in NONE[code]])
def test_line_that_opens_no_annex(code, line):
    assert opening_of(read_pieces([Passage(line)])[0], LANGS[code]) is None


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Annex Parties and the survey"),
        ("en", "Annex Provisional agenda"),
        ("zh", "附件第二届会议"),
    ],
)
def test_numbers_that_count_on_are_in_no_annex(code, line):
    """A title run on behind the word is too little where the paragraphs go on."""
    body = BODY[code]
    blocks = lay_out([Passage(body[0]), Passage(line), Passage(body[1])], LANGS[code])
    assert [block.paragraph for block in blocks if block.kind is Kind.PARAGRAPH] == ["1", "2"]


def test_heading_of_a_pdf_in_one_block_with_its_title():
    passages = [
        *map(Passage, BODY["zh"]),
        Passage("附件第二届会议临时议程", hint=Hint.NONE),
        *map(Passage, AGENDA["zh"]),
    ]
    assert lay_out(passages, LANGS["zh"])[-1].paragraph == "annex 1/2"
