"""What ``duizhao check`` says of what cannot be checked."""

import json
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from test_check_command import XLIFF, tmx, xliff

PAIR = ("秘书处提交了报告。", "The Secretariat submitted the report.")


def said(done):
    """Return the one sentence that a command failed with."""
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("duizhao: ")
    assert done.err.count("\n") == 1
    return done.err


def test_a_document_alone(duizhao):
    text = said(duizhao("check", "report.en.txt"))
    assert "one version of a document" in text
    assert "--source" in text


def test_a_file_in_one_language(duizhao, folder):
    (folder / "d.tmx").write_text(tmx([("会议", "réunion")], target="fr"), "utf-8")
    assert "no pair of a Chinese and an English text" in said(duizhao("check", "d.tmx"))
    (folder / "d.xlf").write_text(xliff([PAIR]).replace("en-US", "zh-TW"), "utf-8")
    assert "no pair of a Chinese and an English text" in said(duizhao("check", "d.xlf"))


def test_a_file_that_is_not_there_or_of_no_known_kind(duizhao, folder):
    assert "no such file" in said(duizhao("check", "none.xlf"))
    assert "no such file" in said(duizhao("check", "report.en.txt", "--source", "none.txt"))
    (folder / "a.png").write_bytes(b"\x89PNG")
    assert "use one of" in said(duizhao("check", "a.png"))
    (folder / "empty.tsv").write_text("", "utf-8")
    assert "empty" in said(duizhao("check", "empty.tsv"))


def test_source_and_target_swapped(duizhao, folder):
    rows = [PAIR[::-1], ("The agenda was adopted.", "会议通过了议程。")]
    (folder / "d.xlf").write_text(xliff(rows), "utf-8")
    text = said(duizhao("check", "d.xlf"))
    assert "the source is English and the target is Chinese" in text
    assert "swap them" in text
    options = ("--source", "report.zh.txt", "--src-lang", "en", "--tgt-lang", "zh")
    assert "swap --src-lang and --tgt-lang" in said(duizhao("check", "report.en.txt", *options))


def test_the_source_of_another_report(duizhao, folder):
    other = "\n\n".join(
        f"{number}. 灯塔看守人每天黄昏点亮第{number}号灯，黎明熄灭；风暴之夜，他们整夜守在塔顶。"
        for number in range(30, 60)
    )
    (folder / "other.zh.txt").write_text(f"灯塔\n\n{other}\n", "utf-8")
    text = said(duizhao("check", "report.en.txt", "--source", "other.zh.txt"))
    assert "report.en.txt hardly matches other.zh.txt" in text


def test_two_documents_of_one_language(duizhao, folder):
    (folder / "copy.txt").write_text((folder / "report.en.txt").read_text("utf-8") + "\nEnd.\n", "utf-8")
    assert "both English" in said(duizhao("check", "copy.txt", "--source", "report.en.txt"))
    assert "given twice" in said(duizhao("check", "copy.txt", "--source", "copy.txt"))


def test_an_xliff_without_targets(duizhao, folder):
    units = "".join(f'<trans-unit id="{n}"><source>{PAIR[0]}</source></trans-unit>' for n in range(3))
    (folder / "d.xlf").write_text(XLIFF.format(units), "utf-8")
    done = duizhao("check", "d.xlf", "--only", "completeness", "--format", "json")
    assert done.status == 1
    rows = json.loads(done.out)["findings"]
    assert [(row["unit"], row["code"]) for row in rows] == [(n, "target-empty") for n in range(3)]
    assert done.err == "duizhao: d.xlf: none of its 3 segments is translated\n"


@pytest.mark.parametrize("name", ["d.tmx", "d.xlf", "d.sdlxliff"])
def test_broken_xml(duizhao, folder, name):
    text = tmx([PAIR] * 3) if name == "d.tmx" else xliff([PAIR] * 3)
    (folder / name).write_text(text[: len(text) * 2 // 3], "utf-8")
    assert name in said(duizhao("check", name))
    assert not (folder / "out.json").exists()
    assert name in said(duizhao("check", name, "-o", "out.json"))
    assert not (folder / "out.json").exists()


def test_a_unit_that_cannot_be_read_keeps_its_number(duizhao, folder):
    text = tmx([PAIR, ("坏", "bad"), ("会议通过了的的决定。", "The meeting adopted the decision.")])
    broken = text.replace('xml:lang="zh-CN"><seg>坏', 'xml:lang="??"><seg>坏')
    (folder / "d.tmx").write_text(broken, "utf-8")
    done = duizhao("check", "d.tmx", "--only", "doubled-chinese-word", "--format", "json")
    assert [row["unit"] for row in json.loads(done.out)["findings"]] == [2]
    assert "d.tmx:" in done.err


def test_outputs_appear_whole_or_not_at_all(duizhao, folder):
    (folder / "d.tsv").write_text("会议通过了的的决定。\tIt was adopted.\n", "utf-8")
    assert "one of the inputs" in said(duizhao("check", "d.tsv", "--format", "json", "-o", "d.tsv"))
    assert "folder" in said(duizhao("check", "d.tsv", "-o", "none/a.html"))
    duizhao("check", "d.tsv", "--write-baseline", "b.json")
    same = ("--baseline", "b.json", "--write-baseline", "b.json")
    assert duizhao("check", "d.tsv", *same).status == 0  # a baseline may be brought up to date
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


LONG = 100_000  # characters


@pytest.mark.parametrize(
    "make",
    [
        lambda: ("会议于2018年举行，" * (LONG // 10), "The meeting was held in 2008, " * (LONG // 30)),
        lambda: ("一" * LONG, "one " * (LONG // 4)),
        lambda: ("1,234.5%" * (LONG // 8), "1 234 " * (LONG // 6)),
        lambda: ("（" * LONG, "(" * LONG),
        lambda: ("“" * LONG, "a " * (LONG // 2)),
        lambda: ("大" + " " * (LONG - 2) + "会", "x" * LONG),
        lambda: ("A/78/" * (LONG // 5), "A/78/" * (LONG // 5)),
        lambda: ("第三届第四次" * (LONG // 6), "third and fourth " * (LONG // 17)),
        lambda: ("二〇一八年五月" * (LONG // 7), "twenty-one thousand and " * (LONG // 24)),
        lambda: ("http://a" * (LONG // 8), "a@b." * (LONG // 4)),
    ],
)
def test_segments_of_100_000_characters_end(folder, make):
    (folder / "long.tsv").write_text("\t".join(make()) + "\n", "utf-8")
    code = "from aligner.cli import main; main()"
    options = ["check", "long.tsv", "--src-lang", "zh", "--tgt-lang", "en", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-c", code, *options, "--severity", "note"],
        capture_output=True,
        timeout=120,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8", "PATH": ""},
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    json.loads(done.stdout)


def test_100_000_segments_take_a_bounded_memory(folder):
    pick = random.Random(1)
    with (folder / "many.tsv").open("w", encoding="utf-8") as stream:
        for number in range(100_000):
            n = pick.randrange(2, 999)
            stream.write(f"委员会第{number}次会议审议了{n}份报告。\tMeeting {number} took up {n} reports.\n")
    code = "from aligner.cli import main; main()"
    options = ["check", "many.tsv", "--encoder", "none", "--only", "form", "-q"]
    limit = 2 << 30  # bytes; half of it is what is loaded before the first segment

    def hold():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-c", code, *options],
        capture_output=True,
        timeout=300,
        check=False,
        cwd=folder,
        preexec_fn=hold,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "", "OPENBLAS_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()
