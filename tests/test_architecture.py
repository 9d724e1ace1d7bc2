"""Who may import whom, and what a light command may not load."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpora", "aligner", "tm")
ALLOWED = {
    "corpora": {"corpora"},
    "aligner": {"aligner", "corpora"},
    "tm": {"tm", "corpora"},
    "aligner.training": {"aligner", "aligner.training", "corpora", "tm"},
    "aligner.cli": {"aligner", "aligner.training", "aligner.cli", "corpora", "tm"},
}


def modules():
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def room_of(name):
    top, *inner = name.split(".")
    room = f"{top}.{inner[0]}" if inner else top
    return room if room in ALLOWED else top if top in ROOMS else None


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_import_only_what_they_may(path):
    room = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    foreign = {room_of(name) for name in imported(path)} - {None} - ALLOWED[room]
    assert not foreign


def loaded_by(code):
    """Names of the modules that a fresh interpreter holds after running *code*."""
    ending = "import sys, json; print('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{ending}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_tm_loads_neither_numpy_nor_torch():
    assert not loaded_by("import tm") & {"numpy", "torch"}


def test_help_loads_no_heavy_package():
    code = (
        "import sys; sys.argv = ['duizhao', '--help']\n"
        "from aligner.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code"
    )
    heavy = {"torch", "sentence_transformers", "transformers", "pdfplumber", "docx", "numpy"}
    assert not loaded_by(code) & heavy


def test_align_command_loads_no_torch():
    assert not loaded_by("import aligner, corpora, tm") & {"torch", "sentence_transformers"}


def test_only_scripts_and_the_front_door_print():
    for path in modules():
        if "cli" not in path.parts:
            calls = [
                node
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("print", "exit")
            ]
            assert not calls, path
