"""What becomes of the pairs of an alignment when they are written, and what is told of it."""

import pytest

from aligner.cli.outputs import Form, write_outputs
from corpora import document_of_lines
from corpora.types import EN, ZH, Bead, Bitext, Span
from tm import read_tmx

FORM = Form({"zh": "zh-CN", "en": "en-US"}, 0.1)


def bitext(pairs):
    """Build a bitext of pairs of lines, each with its probability."""
    beads = (
        Bead(Span(i, i + 1), Span(i, i + 1), probability=sure) for i, (*_, sure) in enumerate(pairs)
    )
    src, tgt = (
        document_of_lines([pair[side] for pair in pairs], lang) for side, lang in enumerate((ZH, EN))
    )
    return Bitext(src, tgt, tuple(beads))


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_targets_the_surer_stays_and_the_other_is_told(tmp_path, order):
    pairs = [("主席", "President", 0.5), ("主席", "Chair", 0.9)][::order]
    others = [("会议", "meeting", 0.9), ("会议", "meeting", 0.4), ("散会", "", 0.05)]
    (report,) = write_outputs([tmp_path / "a.tmx"], bitext([*pairs, *others]), FORM)
    texts = [tuple(variant.text for variant in unit.variants) for unit in read_tmx(report.path)]
    assert texts == [("主席", "Chair"), ("会议", "meeting")]
    assert set(report.line.split(": ", 1)[1].split(", ")) == {
        "1 of a source that stands there with another target",
        "1 repeated",
        "1 less sure than --min-probability",
    }
    assert report.line.startswith("2 pairs; left out: ")
    assert report.remarks == (
        "left out, of a source that stands there with another target: 主席 = President",
    )
