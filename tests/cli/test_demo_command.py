"""``duizhao demo``: the sample aligned, shown and scored."""

from __future__ import annotations

import re

import pytest

from tm import read_tmx


def test_a_dozen_pairs_and_the_scores(duizhao, folder):
    before = sorted(folder.iterdir())
    done = duizhao("demo")
    assert done.status == 0
    assert not done.err
    assert done.out.startswith("report.zh.txt × report.en.txt\n")
    pairs = done.out.partition("A dozen of ")[2].partition("Scored against its gold")[0]
    shown = re.findall(r"^  paragraph \d+ · \d-\d · \d+% sure\n    .+\n    .+$", pairs, re.MULTILINE)
    assert len(shown) == 12
    strict = re.search(r"^strict +\S+ +\S+ +(\S+)", done.out, re.MULTILINE)
    assert float(strict[1]) > 0.98
    assert sorted(folder.iterdir()) == before


def test_it_runs_in_any_folder_and_again_the_same(program):
    done = program("demo")
    assert done.status == 0
    assert program("demo") == done


@pytest.mark.parametrize("name", ["demo.tmx", "demo.html"])
def test_it_may_be_written(duizhao, folder, name):
    done = duizhao("demo", "-o", name)
    assert done.status == 0
    assert f"written       {name}" in done.out
    assert (folder / name).stat().st_size > 10_000
    if name.endswith(".tmx"):
        assert any("历史灯塔公约" in unit.variants[0].text for unit in read_tmx(folder / name))


@pytest.mark.parametrize(("name", "status"), [("demo.xlsx", 2), ("missing/demo.tmx", 3)])
def test_where_it_cannot_be_written(duizhao, folder, name, status):
    done = duizhao("demo", "-o", name)
    assert done.status == status
    assert not done.out
    assert not (folder / name).exists()
