"""What many tests use: small models built here and read from disk, and the command.

The command runs in this process for its options, as a program for its manners.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from small_models import write_bert

from aligner.cli import main

PROGRAM = Path(sys.executable).parent / "duizhao"

WORDS = ["[UNK]", "peace", "和平", "law", "法律"]
LIMIT = 8  # tokens that the BERT takes, with [CLS] and [SEP]

ZH = """国际河流委员会

秘书处的报告

一、 导言

1. 委员会第四届会议于2023年5月8日至12日在内罗毕举行。会议选举了新一任主席。

2. 会议通过了第4/2号决定，其中请秘书处每年提交一份报告；本报告即根据该项请求编写。

二、 水质监测

3. 截至2023年12月31日，共有17个国家提交了监测数据。监测站大多位于下游。

4. 秘书处为6个国家举办了培训班，共有142人参加。讲义可在图书馆借阅。
"""
EN = """International Rivers Commission

Report of the Secretariat

I. Introduction

1. The fourth session of the Commission was held in Nairobi from 8 to 12 May 2023. A new Chair was elected.

2. By its decision 4/2, the Commission requested the Secretariat to submit a report every year. The present report has been prepared pursuant to that request.

II. Monitoring of water quality

3. As at 31 December 2023, 17 States had submitted monitoring data. Most of the stations are situated downstream.

4. The Secretariat held training courses for six States, in which 142 persons took part.
"""


class Done(NamedTuple):
    """What became of a command."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def no_memory_of_the_user(tmp_path_factory):
    """Keep every command away from the memory of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUIZHAO_MEMORY", str(tmp_path_factory.mktemp("memory") / "default.db"))
        yield


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, which holds a small report in both languages."""
    (tmp_path / "report.zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "report.en.txt").write_text(EN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def duizhao(folder, monkeypatch, capsys):
    """Run the front door in this process, in *folder*."""

    def run(*args):
        monkeypatch.setattr(sys, "argv", ["duizhao", *map(str, args)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        return Done(status, *capsys.readouterr())

    return run


@pytest.fixture
def program(folder):
    """Run the installed command as a program of its own, in *folder*."""

    def run(*args, **env):
        done = subprocess.run(
            [PROGRAM, *map(str, args)],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def started(folder):
    """Start the installed command; it can be interrupted even where the tests cannot."""
    running = []

    def start(*args):
        running.append(
            subprocess.Popen(
                [PROGRAM, *map(str, args)],
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def static_folder(tmp_path_factory):
    """Five words in four dimensions, saved by sentence-transformers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    numbers = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    rows = np.array([[0] * 4, [1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 2]], np.float32)
    folder = tmp_path_factory.mktemp("static") / "five"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, rows)], device="cpu").save(str(folder))
    return folder


@pytest.fixture(scope="session")
def bert_folder(tmp_path_factory):
    """A BERT of one layer with weights by chance, saved by sentence-transformers."""
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    words = [*WORDS, *"和平法律的。"]
    return write_bert(
        tmp_path_factory.mktemp("bert"), words, {**shape, "intermediate_size": 16}, longest=LIMIT
    )
