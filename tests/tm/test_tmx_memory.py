"""Large memories: writing and reading stay flat, measured on the process, not on Python alone."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from corpora.types import TranslationUnit, Variant
from tm import read_tmx, write_tmx

path, count = sys.argv[1], int(sys.argv[2])

def unit(n):
    return TranslationUnit((Variant("zh-CN", f"第{n}段" + "会" * 100), Variant("en-US", f"{n} " + "word " * 60)))

assert write_tmx(path, map(unit, range(count)), srclang="zh-CN").units == count
assert sum(1 for _ in read_tmx(path)) == count
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def peak_kilobytes(path, count):
    command = [sys.executable, "-c", CHILD, str(path), str(count)]
    return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True).stdout)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_stays_flat(tmp_path):
    # 20,000 more units are 18 MB of TMX and over 60 MB as a tree; their hashes are 4 MB.
    growth = peak_kilobytes(tmp_path / "large", 21_000) - peak_kilobytes(tmp_path / "small", 1000)
    assert growth < 12_000


@pytest.mark.parametrize("heavy", ["numpy", "torch", "sentence_transformers", "docx", "pdfplumber"])
def test_importing_tm_loads_nothing_heavy(heavy):
    code = f"import sys, tm; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
