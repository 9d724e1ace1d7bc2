"""The real OmegaT: it must fill a translation from our memory and log no complaint about it."""

import shutil
import subprocess

import pytest

from corpora.types import TranslationUnit, Variant
from tm import write_tmx

pytestmark = pytest.mark.skipif(
    not shutil.which("omegat"), reason="needs OmegaT (Debian: apt-get install omegat)"
)
FOLDERS = ["source", "target", "omegat", "tm/auto", "glossary", "dictionary"]
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>zh-CN</source_lang>
    <target_lang>en-US</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
PAIRS = {
    "导言": "Introduction",
    "第七十八届会议通过了A/RES/78/1号决议。": "The seventy-eighth session adopted resolution A/RES/78/1.",
    "主席说：“甲 & 乙 <三>。”": 'The President said: "A & B <three>."',
    "散会。": "The meeting rose.",
}
SOURCE = """导言

第七十八届会议通过了A/RES/78/1号决议。主席说：“甲 & 乙 <三>。”

散会。
这一句没有译文。
"""
TARGET = """Introduction

The seventy-eighth session adopted resolution A/RES/78/1. The President said: "A & B <three>."

The meeting rose.
这一句没有译文。
"""
COMPLAINTS = ("TF_TM_LOAD_ERROR", "TMXR_WARNING")


@pytest.fixture
def project(tmp_path):
    for folder in FOLDERS:
        (tmp_path / "project" / folder).mkdir(parents=True)
    (tmp_path / "project" / "omegat.project").write_text(PROJECT, "utf-8")
    (tmp_path / "project" / "source" / "report.txt").write_text(SOURCE, "utf-8")
    return tmp_path / "project"


def translate(project):
    """Run OmegaT on *project*; return the target text and the log."""
    config = project.parent / "config"
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={config}"]
    run = subprocess.run(command, check=False, capture_output=True, timeout=300)
    logs = [path.read_text("utf-8", "replace") for path in config.rglob("*.log")]
    target = project / "target" / "report.txt"
    return target.read_text("utf-8"), "\n".join([run.stdout.decode(), run.stderr.decode(), *logs])


def write_memory(project):
    units = [
        TranslationUnit(
            (Variant("zh-CN", source), Variant("en-US", f" {target}\x07\n")),
            document="report.zh.txt | report.en.txt", paragraph="12", label="12.", probability=0.9, reasons=("length",), props=(("id", "7"),),
        )
        for source, target in PAIRS.items()
    ]  # fmt: skip
    return write_tmx(project / "tm" / "auto" / "report.tmx", units, srclang="zh-CN")


def test_omegat_fills_the_translation_from_our_memory(project):
    assert write_memory(project).units == len(PAIRS)
    target, log = translate(project)
    assert target == TARGET
    assert "report.tmx" in log
    assert [line for line in log.splitlines() if any(code in line for code in COMPLAINTS)] == []


def test_the_log_of_a_broken_memory_would_be_noticed(project):
    write_memory(project)
    memory = project / "tm" / "auto" / "report.tmx"
    memory.write_text(memory.read_text("utf-8").replace("Introduction", "A & B\x07"), "utf-8")
    target, log = translate(project)
    assert target != TARGET
    assert any(code in log for code in COMPLAINTS)
