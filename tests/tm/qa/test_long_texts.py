"""Segments of 100,000 characters: no check of any family runs away."""

from __future__ import annotations

import subprocess
import sys

SIZE = 100_000  # characters
LIMIT = 300  # seconds for all of them: one that takes quadratic time takes minutes alone
PIECES = [
    "a", " ", "\u00a0", "的", "（", "(", '"', ".", "，", "、", "¹", "1", "1,", "1 ", "1/", "1.", "a-", "A/", "(a)",
    "(a) ", "a@", "<a ", "%(", "http://", "aaaa,bbbb", "a  b", "the the ", "twenty ", "hundred and ",
    "1 May, ", "May 1, ", "$1 ", "第1", "万", "三分之", "1月1日、", "1年", "dozen ", "annex a ", "1至2亿",
    "not ", "不", "more than 5 ", "超过5", "增加", "no ", "没有，也没有", "是不是", "not only ", "可", "应", "海地、", "Tahiti, ", "中东", "Niger ",
    "大会", "General Assembly ", "表示表示",
]  # fmt: skip
RUN = """
import sys
from tm.qa import CHECKS, check_pairs, pair_of

size, pieces = int(sys.argv[1]), sys.argv[2:]
quick = {code: check for code, check in CHECKS.items() if not check.needs}
for piece in pieces:
    long = (piece * size)[:size]
    pairs = pair_of(long, "The costs were reduced."), pair_of("费用没有增加。", long, number=1)
    print(repr(piece), len(check_pairs(pairs, checks=quick)), flush=True)
"""


def test_long_texts_come_to_an_end():
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(SIZE), *PIECES],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=LIMIT,  # the error shows which were through
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.rpartition(" ")[0] for line in done.stdout.splitlines()] == list(map(repr, PIECES))
