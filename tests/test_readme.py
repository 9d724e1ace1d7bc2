"""README's fragments: every command prints what it says, and the Python runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tm import TermBase
from tm.terms import Concept, Term

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)
TERMS = [
    ("缔约方", "party", "preferred"),
    ("缔约方", "contracting party", "deprecated"),
    ("缔约方会议", "Conference of the Parties", "preferred"),
    ("灯器专家组", "Expert Group on Lighting Apparatus", "preferred"),
]
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def tm_db(tmp_path_factory):
    """Make the memory as the README does."""
    texts = [ROOT / "corpora" / "sample" / f"report.{code}.txt" for code in ("zh", "en")]
    path = tmp_path_factory.mktemp("memory") / "tm.db"
    align = [sys.executable, "-c", "from aligner.cli import main; main()", "align", *texts]
    subprocess.run([*align, "-o", path], check=True, capture_output=True, cwd=ROOT)
    return path


@pytest.fixture
def folder(tmp_path, tm_db):
    for name in ("report.zh.txt", "report.en.txt", "draft.en.txt"):
        shutil.copy(ROOT / "corpora" / "sample" / name, tmp_path)
    shutil.copy(tm_db, tmp_path)
    context = "灯器专家组向工作组提供咨询意见。"
    with TermBase(tmp_path / "tm.db") as base:
        concepts = [
            Concept(
                (
                    Term("zh-CN", zh, context=context if zh in context else ""),
                    Term("en-US", en, status),
                ),
                kind="institutional",
            )
            for zh, en, status in TERMS
        ]
        base.add(concepts, origin="glossary.tbx")
    return tmp_path


@pytest.mark.parametrize(("command", "expected"), CONSOLE)
def test_a_command_prints_what_the_readme_says(command, expected, folder):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        shlex.split(command),
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    finds = "consistency" in command or command.startswith("duizhao check draft")
    assert done.returncode == (1 if finds else 0)
    kept = re.split(r"(?m)^…\n", expected)  # a line of … leaves lines out
    parts = [re.escape(part) for part in kept]
    parts = [re.sub(r"(?m)^\\ 0\\\.\d\d", r" 0\\.\\d\\d", part) for part in parts]  # scores
    parts = [re.sub(r"2026\\-11\\-24", r"\\d{4}-\\d\\d-\\d\\d", part) for part in parts]  # today
    assert re.fullmatch("(?:.*\n)*".join(parts), done.stdout.decode("utf-8"))


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_runs(code, folder, monkeypatch):
    monkeypatch.chdir(folder)
    exec(compile(code, "README.md", "exec"), {})
    assert (folder / "report.tmx").is_file()


def test_there_are_fragments():
    assert len(CONSOLE) >= 2
    assert PYTHON


def test_files_the_readme_links_to_exist():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target
