"""``duizhao similar``: units by meaning, with vectors that the memory keeps."""

from __future__ import annotations

import json
import shlex
import shutil

import pytest

from tm.errors import StoreError

PAIRS = [
    ("各国应保护河流。", "States should protect rivers."),
    ("会议通过了预算。", "The meeting adopted the budget."),
    ("图书馆提供讲义。", "The library provides handouts."),
]


@pytest.fixture(autouse=True)
def memory(duizhao, folder, monkeypatch):
    """A memory of three units."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    rows = "".join(f"{zh}\t{en}\n" for zh, en in PAIRS)
    (folder / "a.tsv").write_text(rows, "utf-8")
    assert duizhao("tm", "import", "a.tsv", "-q").status == 0


def found(duizhao, *args):
    done = duizhao("similar", *args, "--json")
    assert done.status == 0, done.err
    return json.loads(done.out)["matches"]


@pytest.mark.parametrize(
    ("text", "side"), [("protection of rivers by countries", 1), ("国家对江河的保护", 0)]
)
def test_meaning_is_found_in_either_language(duizhao, text, side):
    matches = found(duizhao, text)
    assert (matches[0]["source"], matches[0]["target"]) == (PAIRS[0][side], PAIRS[0][1 - side])
    assert {match["kind"] for match in matches} == {"similar"}
    scores = [match["score"] for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert len(found(duizhao, text, "--limit", "2", "--min-score", "0")) == 2


def test_vectors_are_kept_and_new_units_get_theirs(duizhao):
    found(duizhao, "rivers")
    duizhao("tm", "add", "湖泊需要保护。", "Lakes need protection.")
    assert found(duizhao, "protection of lakes")[0]["target"] == "湖泊需要保护。"
    (vectors,) = json.loads(duizhao("tm", "stats", "--json").out)["vectors"].values()
    assert vectors == 4


def test_print(duizhao):
    done = duizhao("similar", "rivers", "--limit", "1")
    assert (done.status, done.err) == (0, "")
    assert "from a.tsv · #1\n" in done.out
    assert "en-US  States should protect rivers." in done.out


def test_each_state_of_an_encoder_has_vectors_of_its_own(duizhao, folder, static_folder):
    shutil.copytree(static_folder, folder / "five")
    found(duizhao, "peace", "--encoder", "five")
    table = folder / "five" / "model.safetensors"
    table.write_bytes(table.read_bytes()[:-1] + b"\x41")
    found(duizhao, "peace", "--encoder", "five")
    found(duizhao, "peace")
    vectors = json.loads(duizhao("tm", "stats", "--json").out)["vectors"]
    assert [name.split()[0] for name in vectors].count("five") == 2
    assert set(vectors.values()) == {3}


def test_nothing_found_is_no_error(duizhao):
    duizhao("tm", "remove", "--all")
    assert duizhao("similar", "rivers").out.startswith("Nothing found")
    assert found(duizhao, "rivers") == []


def test_what_is_not_there(duizhao, folder):
    assert duizhao("similar", "rivers", "-m", "none.db").status == 3
    assert not (folder / "none.db").exists()
    assert duizhao("similar", "rivers", "--encoder", "./none").status == 3
    assert duizhao("similar").status == 2


def test_examples_of_the_help_are_understood(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("similar", "--help").out
    assert max(map(len, out.splitlines())) <= 80
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) == 2
    assert all(duizhao(*shlex.split(example)).status == 0 for example in examples)


def test_vectors_that_are_there_need_no_writing(duizhao, folder, monkeypatch):
    found(duizhao, "rivers")
    before = (folder / "m.db").read_bytes()
    monkeypatch.delattr("aligner.cli.similar_command.change_memory")
    assert found(duizhao, "rivers")[0]["target"] == PAIRS[0][0]
    assert (folder / "m.db").read_bytes() == before


def test_the_others_are_searched_where_new_units_get_no_vector(duizhao, monkeypatch):
    found(duizhao, "rivers")
    duizhao("tm", "add", "湖泊需要保护。", "Lakes need protection.")

    def refuse(*_args, **_options):
        raise StoreError("the memory is write-protected", "m.db", remedy="change its rights")

    monkeypatch.setattr("tm.memory.Memory.embed", refuse)
    done = duizhao("similar", "rivers")
    assert done.status == 0
    assert PAIRS[0][1] in done.out
    assert done.err == (
        "duizhao: 1 new unit not searched: m.db: the memory is write-protected; change its rights\n"
    )


def test_an_empty_file_stays_one(duizhao, folder):
    (folder / "empty.db").touch()
    for command in (
        ("similar", "rivers"),
        ("tm", "dedupe"),
        ("tm", "list"),
        ("tm", "export", "-o", "x.tmx"),
    ):
        done = duizhao(*command, "-m", "empty.db")
        assert done.status == 3, command
        assert done.err == (
            "duizhao: empty.db: an empty file; make a memory with: duizhao tm import FILE\n"
        )
    assert (folder / "empty.db").stat().st_size == 0
    assert not (folder / "x.tmx").exists()
    assert "a folder, no memory" in duizhao("similar", "rivers", "-m", "./").err


def test_what_is_far_is_left_out_or_said_to_be_chance(duizhao):
    done = duizhao("similar", "xyzzy plugh")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Nothing found that scores 25 or more")
    assert len(found(duizhao, "xyzzy plugh", "--min-score", "0")) == 3
    assert duizhao("similar", "xyzzy plugh", "--min-score", "0").out.endswith(
        "Below 40 is often chance.\n"
    )
    assert duizhao("similar", "rivers").out.count("chance") == 0
