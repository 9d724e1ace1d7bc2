"""Pairs to train on in tests: a small language of articles, invented and regular."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from aligner.training.pairs import TextPair

SUBJECTS = [
    ("缔约国", "The State party"), ("委员会", "The committee"), ("秘书处", "The secretariat"),
    ("法院", "The court"), ("政府", "The government"), ("理事会", "The council"),
    ("专家组", "The panel of experts"), ("申请人", "The applicant"),
]  # fmt: skip
VERBS = [
    ("审议了", "considered"), ("通过了", "adopted"), ("推迟了", "postponed"),
    ("公布了", "published"), ("修订了", "revised"), ("否决了", "rejected"),
]  # fmt: skip
OBJECTS = [
    ("预算", "the budget"), ("报告", "the report"), ("决议草案", "the draft resolution"),
    ("培训计划", "the training plan"), ("年度审计", "the annual audit"), ("议程", "the agenda"),
    ("采购合同", "the procurement contract"), ("职权范围", "the terms of reference"),
]  # fmt: skip


def regular_pairs() -> list[TextPair]:
    """Return 384 sentences and their translations."""
    return [
        (f"{zh}{verb}{thing}。", f"{en} {did} {what}.")
        for (zh, en), (verb, did), (thing, what) in product(SUBJECTS, VERBS, OBJECTS)
    ]


def write_tsv(path: Path, pairs: list[TextPair]) -> Path:
    """Write *pairs* as Chinese TAB English."""
    path.write_text("".join(f"{zh}\t{en}\n" for zh, en in pairs), encoding="utf-8")
    return path


def write_memory(path: Path, pairs: list[TextPair]) -> Path:
    """Write *pairs* as a TMX."""
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en-US"><seg>{en}</seg></tuv></tu>'
        for zh, en in pairs
    )
    path.write_text(
        f'<?xml version="1.0"?><tmx version="1.4"><header srclang="zh-CN"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    return path
