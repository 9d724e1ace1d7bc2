"""The front door: statuses, pipes and terminals, Ctrl-C, and what help promises."""

from __future__ import annotations

import errno
import os
import pty
import select
import signal
import subprocess
import sys
import time
from importlib.metadata import version

import pytest
from lxml import etree
from rich.cells import cell_len

from aligner import cli

PAIR = ("report.zh.txt", "report.en.txt")
COMMANDS = ("align", "inspect", "evaluate", "demo")


def test_version(duizhao):
    assert duizhao("--version") == (0, f"duizhao {version('duizhao')}\n", "")


def test_help_names_every_command(duizhao):
    done = duizhao("--help")
    assert done.status == 0
    assert all(f"\n  {command} " in done.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_fits_the_screen(duizhao, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    done = duizhao(command, "-h")
    assert done.status == 0
    assert done.out == duizhao(command, "--help").out
    assert max(map(len, done.out.splitlines())) <= 80


def test_examples_of_the_help_are_understood(duizhao):
    """Each example names files that are not here: that is status 3; a wrong option would be 2."""
    out = "".join(duizhao(*args, "--help").out for args in [(), ("align",), ("evaluate",)])
    examples = {line.rpartition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line}
    assert len(examples) > 8
    for example in examples - {"demo"}:
        assert duizhao(*example.split()).status in (2, 3), example
        assert "No such option" not in duizhao(*example.split()).err


@pytest.mark.parametrize("args", [(), ("nonsense",), ("--nonsense",)])
def test_wrong_usage(duizhao, args):
    assert duizhao(*args).status == 2


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "r.tmx"), "r.tmx: No space left"),
        (PermissionError(errno.EACCES, "Permission denied", "r.tmx"), "r.tmx: no leave to read"),
        (MemoryError(), "not enough memory"),
    ],
)
def test_errors_of_the_machine(duizhao, monkeypatch, error, message):
    def fail(*_args, **_options):
        raise error

    monkeypatch.setattr("aligner.cli.align_command.read_pair", fail)
    done = duizhao("align", *PAIR, "-o", "r.tmx")
    assert done.status == 3
    assert message in done.err
    assert done.err.count("\n") == 1


def test_a_bug_shows_its_traceback(duizhao, monkeypatch):
    def fail(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("aligner.cli.align_command.read_pair", fail)
    with pytest.raises(ZeroDivisionError):
        duizhao("align", *PAIR)


# --- pipes and terminals --------------------------------------------------------------------


def test_a_pipe_gets_no_colours_and_whole_lines(program):
    done = program("align", *PAIR, COLUMNS="40", FORCE_COLOR="1", TERM="xterm-256color")
    assert done.status == 0
    assert not done.err
    assert not set("\x1b\r\b…") & set(done.out)
    assert max(map(cell_len, done.out.splitlines())) > 40


def test_a_reader_that_goes_away(started, folder):
    process = started("inspect", PAIR[0])
    process.stdout.close()
    process.stdout = None
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_a_console_that_lacks_the_characters(program):
    done = program("align", *PAIR, PYTHONIOENCODING="ascii")
    assert done.status == 0
    assert not done.err
    assert "report.zh.txt \\xd7 report.en.txt" in done.out


def on_terminal(args, folder, *, stdin=None, **env):
    """Return what a terminal of 60 columns shows of a command."""
    ours, theirs = pty.openpty()
    program = [cli.__file__ and sys.executable, "-c", "from aligner.cli import main; main()", *args]
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm", **env}
    environment.pop("NO_COLOR", None) if "NO_COLOR" not in env else None
    process = subprocess.Popen(
        program, cwd=folder, env=environment, stdin=stdin, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 0
    return shown.decode("utf-8")


def test_a_terminal_gets_colours_and_lines_that_fit(folder):
    shown = on_terminal(["inspect", PAIR[0]], folder)
    assert max(map(cell_len, shown.split("\r\n"))) <= 60
    assert "…" in shown
    shown = on_terminal(["align", *PAIR, "-o", "r.tmx"], folder)
    assert "\x1b[1mreport.zh.txt × report.en.txt\x1b[0m" in shown


def test_remarks_are_wrapped_on_a_terminal_and_never_cut(folder):
    chinese = (folder / PAIR[0]).read_text("utf-8")
    (folder / PAIR[0]).write_text(chinese.replace("二、 水质监测", "三、 水质监测"), "utf-8")
    shown = on_terminal(["align", *PAIR], folder, NO_COLOR="1")
    _, *remark = shown.partition("! heading")
    text = " ".join("".join(remark).split())
    assert "三、 in the Chinese version, II. in the English version" in text
    assert max(map(cell_len, shown.partition("! ")[2].split("\r\n"))) <= 60


def test_a_closed_error_stream(folder):
    command = [sys.executable, "-c", "from aligner.cli import main; main()", "align", *PAIR]
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *command], cwd=folder, stdout=subprocess.PIPE, check=False
    )
    assert done.returncode == 0
    assert done.stdout


# --- Ctrl-C ---------------------------------------------------------------------------------


def hidden(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def write_long_pair(folder, size):
    """Write a pair of *size* lines whose alignment takes long."""
    zh = (f"{n}号缔约方于{1900 + n % 100}年提交了第{n * 7919 % 10007}号报告。\n" for n in range(size))
    en = (f"Party {n} submitted report {n * 7919 % 10007} in {1900 + n % 100}.\n" for n in range(size))
    (folder / "l.zh").write_text("".join(zh), "utf-8")
    (folder / "l.en").write_text("".join(en), "utf-8")


def interrupted(process, by=signal.SIGINT):
    """Press Ctrl-C; check that the command says so in one line, and return its output."""
    process.send_signal(by)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == b"duizhao: interrupted; no half-written file was left\n"
    return out.decode("utf-8")


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_at_work_leaves_older_outputs(started, folder, by):
    write_long_pair(folder, 20_000)
    (folder / "r.tmx").write_text("old")
    process = started("align", "--lines", "l.zh", "l.en", "-o", "r.tmx", "-o", "r.html")
    time.sleep(1.5)
    assert process.poll() is None, "the work takes longer than that"
    interrupted(process, by)
    assert (folder / "r.tmx").read_text() == "old"
    assert not (folder / "r.html").exists()
    assert not hidden(folder)


def test_ctrl_c_while_a_file_is_written(started, folder):
    write_long_pair(folder, 2_000)
    (folder / "r.tmx").write_text("old")
    process = started("align", "--lines", "l.zh", "l.en", *("-o", "r.tmx"), *("-o", "r.html"))
    while not hidden(folder):
        assert process.poll() is None, "a temporary neighbour appears before the end"
    interrupted(process)
    if (folder / "r.tmx").read_text() != "old":
        etree.parse(folder / "r.tmx")
    assert not (folder / "r.html").exists()
    assert not hidden(folder)


def test_ctrl_c_among_many_pairs_keeps_what_is_done(started, folder):
    row = "\t".join(PAIR)
    (folder / "pairs.tsv").write_text("".join(f"{row}\t{n:03}.tmx\n" for n in range(400)))
    (folder / "all.tmx").write_text("old")
    process = started("align", "--manifest", "pairs.tsv", "-o", "all.tmx")
    process.stdout.readline()
    interrupted(process)
    done = sorted(folder.glob("[0-9]*.tmx"))
    assert 0 < len(done) < 400
    for path in done:
        etree.parse(path)
    assert (folder / "all.tmx").read_text() == "old"
    assert not hidden(folder)
