"""``duizhao terms review`` and the other commands on the base: list, check, merge, remove …"""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from rich.cells import cell_len
from test_front_door import on_terminal

from tm import TermBase
from tm.terms.concept import Concept, Term


def concept(zh, en, status="", **facts):
    context = f"会议讨论了{zh}的工作。"
    return Concept(
        (Term("zh-CN", zh, context=context, paragraph="3"), Term("en-US", en, status)), **facts
    )


CANDIDATES = [
    concept("毒罪办", "UNODC", review="candidate", score=0.95, count=12, kind="acronym"),
    concept("联大", "General Assembly", review="candidate", score=0.6, kind="name"),
    concept("坏的", "bad", review="candidate", score=0.1),
]


@pytest.fixture(autouse=True)
def base(folder, monkeypatch):
    """A base of one concept and three candidates."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    with TermBase(folder / "m.db") as base:
        base.add([concept("大会", "General Assembly", "preferred")], origin="agency.tbx")
        base.add(CANDIDATES, origin="report.tmx")
    return folder / "m.db"


@pytest.fixture
def review(duizhao, monkeypatch):
    def run(*lines, args=()):
        data = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        return duizhao("terms", "review", *args)

    return run


def three_terms():
    one = CANDIDATES[1]
    return replace(one, terms=(*one.terms, Term("en-US", "UNGA")))


def kept(path):
    with TermBase(path, read_only=True) as base:
        return {one.terms[0].text: one.review for one in base.concepts()}


def test_a_candidate_is_shown_with_its_evidence(review):
    done = review("n")
    assert (done.status, done.err) == (0, "")
    first, second = done.out.split("\n\n")[:2]
    assert first.splitlines() == [
        "",
        "1 of 3",
        "zh-CN      毒罪办",
        "en-US      UNODC",
        "acronym · score 0.95 · 12 times · from report.tmx",
        "           zh-CN  会议讨论了»毒罪办«的工作。  [paragraph 3]",
    ]
    assert "in base    General Assembly (preferred)  大会  #1" in second


def test_accept_reject_next_and_the_end(review, base):
    done = review("a", "n", "r")
    assert done.out.endswith("1 accepted, 1 rejected\n1 candidate left\n")
    assert kept(base) == {"大会": "", "毒罪办": "accepted", "联大": "candidate", "坏的": "rejected"}
    assert "1 of 1" in review().out
    assert review().out.endswith("nothing decided\n1 candidate left\n")


def test_undo_takes_back_what_was_decided(review, base):
    before = kept(base)
    done = review("a", "r", "u", "u", "u", "q")
    assert kept(base) == before
    assert "there is nothing to undo" in done.err
    assert done.out.count("1 of 3") == 2
    assert done.out.endswith("nothing decided\n3 candidates left\n")


def test_edit_keeps_drops_and_changes(review, base):
    with TermBase(base) as opened:
        opened.change(3, three_terms())
    done = review("e", "毒品和犯罪问题办公室", "", "name", "a", "e", "", "-", "", "-", "q")
    assert (done.status, done.err) == (0, "")
    assert "zh-CN [毒罪办]\nen-US [UNODC]\nkind [acronym]\n" in done.out
    with TermBase(base) as opened:
        edited, dropped = opened.concept(2), opened.concept(3)
    assert [term.text for term in edited.terms] == ["毒品和犯罪问题办公室", "UNODC"]
    assert (edited.kind, edited.review) == ("name", "accepted")
    assert [term.text for term in dropped.terms] == ["联大", "UNGA"]
    assert dropped.kind == ""


def test_an_edit_that_changes_nothing_is_none(review, base):
    done = review("e", "", "", "", "u", "q")
    assert "there is nothing to undo" in done.err
    assert "nothing decided" in done.out
    with TermBase(base) as opened:
        assert opened.history(2) == []


def test_what_an_edit_cannot_become_is_asked_again_and_the_rest_kept(review, base):
    done = review("e", "-", "毒罪办公室", "-", "", "name-", "name", "a")
    assert "毒罪办 stays: without it the concept has no pair of languages" in done.err
    assert "'name-' is none of name, title" in done.err
    assert done.out.count("zh-CN [毒罪办]") == done.out.count("kind [acronym]") == 2
    with TermBase(base) as opened:
        edited = opened.concept(2)
    assert [term.text for term in edited.terms] == ["毒罪办公室", "UNODC"]
    assert (edited.kind, edited.review) == ("name", "accepted")


def test_an_edit_ends_where_the_answers_do(review, base):
    assert "'colour' is none of" in review("e", "毒罪办公室", "", "colour").err
    with TermBase(base) as opened:
        assert opened.concept(2).terms[0].text == "毒罪办公室"


def test_merge_into_what_the_base_has(review, base):
    done = review("n", "m", "99", "m", "x", "m", "9" * 5000, "m", "", "m", "#1", "q")
    assert "no concept 99" in done.err
    assert "'x' is no number of a concept" in done.err
    assert kept(base) == {"大会": "", "毒罪办": "candidate", "坏的": "candidate"}
    with TermBase(base) as opened:
        assert [term.text for term in opened.concept(1).terms] == [
            "大会",
            "General Assembly",
            "联大",
        ]


def test_unknown_keys_and_help(review):
    done = review("z", "?", "q")
    assert "no key 'z'; accept reject edit merge next undo quit ?" in done.err
    assert done.out.count("1 of 3") == 1
    lines = done.out.splitlines()
    assert "  a  accept         r  reject         n  next: decide later (or Enter)" in lines
    assert any(line.startswith("  m  merge: into the concept of a number") for line in lines)


def test_answers_that_are_no_utf8(duizhao, monkeypatch, base):
    data = b"a\ne\n" + "毒品".encode("gb18030") + b"\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    done = duizhao("terms", "review")
    assert (done.status, done.err) == (
        3,
        "duizhao: standard input is not UTF-8 text; convert it, with iconv for example\n",
    )
    assert kept(base)["毒罪办"] == "accepted"


def test_only_some(review):
    assert "1 of 1" in review("q", args=["--kind", "name"]).out
    assert "1 of 2" in review("q", args=["--min-score", ".5"]).out
    assert review(args=["--kind", "colour"]).status == 2
    assert review(args=["--min-score", "2"]).status == 2


def test_all_that_are_sure_enough_at_once(review, base):
    done = review(args=["--accept-above", ".9", "--reject-below", ".2", "--author", "wei"])
    assert done.out == "1 accepted, 1 rejected\n1 candidate left\n"
    assert kept(base) == {"大会": "", "毒罪办": "accepted", "联大": "candidate", "坏的": "rejected"}
    with TermBase(base) as opened:
        assert opened.history(2)[0].author == "wei"
    assert review(args=["--accept-above", ".2", "--reject-below", ".9"]).status == 2


def test_only_decisions_without_a_walk_may_be_quiet(review, base):
    assert review(args=["--accept-above", ".9", "-q"]) == (0, "", "")
    assert kept(base)["毒罪办"] == "accepted"
    walk = review("a", args=["-q"])
    assert (walk.status, "a walk has to show the candidates" in walk.err) == (2, True)


def test_what_others_decide_meanwhile_is_passed_over(review, base):
    with closing(sqlite3.connect(base)) as other:  # what happens amid it, whenever that is
        other.execute(
            "CREATE TRIGGER meanwhile AFTER UPDATE OF review ON concept WHEN new.id = 2 BEGIN "
            "UPDATE concept SET review = 'rejected' WHERE id = 3; "
            "DELETE FROM concept WHERE id = 4; END"
        )
    done = review(args=["--accept-above", "0"])
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("1 accepted, 0 rejected, 2 passed over: changed meanwhile\n")
    assert kept(base) == {"大会": "", "毒罪办": "accepted", "联大": "rejected"}


def test_a_decision_is_safe_before_the_next_one(base, folder):
    command = [sys.executable, "-c", "from aligner.cli import main; main()", "terms", "review"]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as one:
        one.stdin.write(b"a\n")
        one.stdin.flush()
        while b"2 of 3" not in one.stdout.readline():
            pass
        one.kill()
    assert kept(base)["毒罪办"] == "accepted"


class Terminal:
    """The command in a terminal of its own, as somebody who types sees it."""

    def __init__(self, folder, *args):
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-c", "from aligner.cli import main; main()", *args]
        env = {**os.environ, "COLUMNS": "60", "TERM": "xterm", "NO_COLOR": "1"}
        streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        self.process = subprocess.Popen(
            command, cwd=folder, env=env, start_new_session=True, **streams
        )
        os.close(theirs)

    def type(self, keys):
        os.write(self.ours, keys.encode())

    def read_to(self, text, seconds=30):
        shown = b""
        while text.encode() not in shown and select.select([self.ours], [], [], seconds)[0]:
            try:
                shown += os.read(self.ours, 1 << 16)
            except OSError:
                break
        shown = shown.decode("utf-8", "replace")
        assert text in shown, shown
        return shown

    def end(self):
        assert self.process.wait(30) == 0
        os.close(self.ours)


def test_one_key_is_enough_in_a_terminal(base, folder):
    terminal = Terminal(folder, "terms", "review")
    shown = terminal.read_to("quit ? ")
    assert "1 of 3" in shown
    terminal.type("a")  # and no Enter
    terminal.read_to("2 of 3")
    assert kept(base)["毒罪办"] == "accepted"
    terminal.type("\r")
    terminal.read_to("3 of 3")
    terminal.type("u")
    terminal.read_to("2 of 3")
    terminal.type("rq")
    assert "1 accepted, 1 rejected" in terminal.read_to("1 candidate left")
    terminal.end()
    assert kept(base)["联大"] == "rejected"


def test_an_arrow_decides_nothing(base, folder):
    terminal = Terminal(folder, "terms", "review")
    terminal.read_to("quit ? ")
    terminal.type("\x1b[A")  # up, whose last letter is that of accept
    with pytest.raises(AssertionError):
        terminal.read_to("2 of 3", seconds=1)
    terminal.type("r")
    terminal.read_to("2 of 3")
    terminal.type("q")
    assert "1 rejected" in terminal.read_to("2 candidates left")
    terminal.end()
    assert kept(base) == {
        "大会": "",
        "毒罪办": "rejected",
        "联大": "candidate",
        "坏的": "candidate",
    }


@pytest.mark.parametrize(
    ("key", "named"), [("接", "'接'"), ("é", "'é'"), ("𠮷", "'𠮷'"), ("\x1b[A", "that is an arrow")]
)
def test_a_key_of_several_bytes_is_one_key(folder, key, named):
    terminal = Terminal(folder, "terms", "review")
    terminal.read_to("quit ? ")
    terminal.type(key)
    told = terminal.read_to("quit ? ")
    assert f"no key {named}" in told
    terminal.type("q")
    rest = terminal.read_to("3 candidates left")
    assert (told + rest).count("no key") == 1
    terminal.end()


def test_a_line_is_edited_in_a_terminal(base, folder):
    terminal = Terminal(folder, "terms", "review")
    terminal.read_to("quit ? ")
    terminal.type("e")
    terminal.read_to("zh-CN: ")
    terminal.type("\r")
    terminal.read_to("en-US: ")
    terminal.type("\x15United Nations Office on Drugs and Crime\r")  # ^U: what is there goes
    terminal.read_to("kind: ")
    terminal.type("\r")
    shown = terminal.read_to("quit ? ")
    assert re.search(r"en-US +United Nations Office on Drugs and Crime", shown)
    terminal.type("\x04")
    terminal.read_to("3 candidates left")
    terminal.end()
    with TermBase(base) as opened:
        edited = opened.concept(2)
    assert [term.text for term in edited.terms] == [
        "毒罪办",
        "United Nations Office on Drugs and Crime",
    ]


def test_a_term_is_dropped_in_a_terminal_by_an_empty_line_or_a_dash_instead(base, folder):
    with TermBase(base) as opened:
        opened.change(3, three_terms())
        opened.remove([2])
    terminal = Terminal(folder, "terms", "review")
    terminal.read_to("quit ? ")
    terminal.type("e")
    terminal.read_to("zh-CN: ")
    terminal.type("\r")
    terminal.read_to("en-US: ")
    terminal.type("-\r")  # after what is there
    assert "empty the line first, with Ctrl-U" in terminal.read_to("en-US: ")
    terminal.type("\x15\r")
    terminal.read_to("en-US: ")
    terminal.type("\r")
    terminal.read_to("kind: ")
    terminal.type("\x15-\r")
    terminal.read_to("quit ? ")
    terminal.type("q")
    terminal.read_to("2 candidates left")
    terminal.end()
    with TermBase(base) as opened:
        edited = opened.concept(3)
    assert ([term.text for term in edited.terms], edited.kind) == (["联大", "UNGA"], "")


# --- the other commands ----------------------------------------------------------------------


def test_list_as_a_table_and_as_json(duizhao):
    lines = duizhao("terms", "list").out.splitlines()
    assert lines[0].split() == [
        "id",
        "review",
        "kind",
        "status",
        "score",
        "count",
        "term",
        "other",
        "language",
    ]
    assert lines[1].split() == ["1", "preferred", "大会", "General", "Assembly"]
    assert lines[2].split() == ["2", "candidate", "acronym", "0.95", "12", "毒罪办", "UNODC"]
    assert lines[-1] == "4 concepts"
    assert duizhao("terms", "list", "--limit", "1").out.endswith(
        "1 of 4 concepts; --limit shows more\n"
    )
    rows = duizhao(
        "terms", "list", "--json", "--where", "review=candidate", "--min-score", ".5"
    ).out
    found = [json.loads(line) for line in rows.splitlines()]
    assert [row["id"] for row in found] == [2, 3]
    assert found[0]["terms"][0]["context"] == "会议讨论了毒罪办的工作。"
    assert found[0]["origin"] == ["report.tmx"]


def test_a_narrow_terminal_shows_the_terms(folder, base):
    with TermBase(base) as opened:
        opened.add([concept("联合国反腐败公约", "UN Corruption Convention")], origin="b")
    shown = on_terminal(["terms", "list"], folder, COLUMNS="50").splitlines()
    assert shown[0].split() == ["id", "term", "other", "language"]
    assert shown[5].split(maxsplit=2) == ["5", "联合国反腐败公约", "UN Corruption Convention"]
    assert max(map(cell_len, shown)) <= 50


def test_a_long_cell_goes_on_below_itself_on_a_narrow_terminal(folder, base):
    with TermBase(base) as opened:
        opened.add(
            [concept("联合国反腐败公约缔约国会议实施情况审议组", "two words " * 9)], origin="b"
        )
    shown = on_terminal(["terms", "list"], folder, COLUMNS="50").splitlines()
    assert max(map(cell_len, shown)) <= 50
    start = cell_len(shown[0][: shown[0].index("other")])
    first = next(number for number, line in enumerate(shown) if line.startswith(" 5"))
    whole = "".join(shown[first:-1])
    assert whole.count("two words") == 9
    assert shown[first + 1].startswith("    ")  # below the term, not below its number
    for line in shown[first:-1]:
        cut = next(n for n in range(len(line) + 1) if cell_len(line[:n]) >= start)
        assert line[cut : cut + 3] in ("two", "wor", "")


def test_a_long_term_does_not_widen_the_lines_of_others_in_a_pipe(duizhao, base):
    with TermBase(base) as opened:
        opened.add([concept("联合国" * 60, "long")], origin="b")
    *lines, long, _ = duizhao("terms", "list").out.splitlines()
    assert max(map(len, lines)) < 110
    assert long.endswith("  long")
    assert all(line == line.rstrip() for line in (*lines, long))


def test_rejected_ones_are_listed_where_they_are_asked_for(duizhao, review):
    review("r", "q")
    assert "毒罪办" not in duizhao("terms", "list").out
    assert "毒罪办" in duizhao("terms", "list", "--where", "review=rejected").out


def test_stats(duizhao):
    out = duizhao("terms", "stats").out
    assert "concepts  4" in out
    assert "candidate 3 · imported or by hand 1" in out
    report = json.loads(duizhao("terms", "stats", "--json").out)
    assert (report["concepts"], report["terms"]) == (4, 8)
    assert report["origins"] == {"report.tmx": 3, "agency.tbx": 1}


def test_check_is_silent_on_a_good_base_and_ends_with_1_on_a_bad_one(duizhao, base):
    assert duizhao("terms", "check") == (0, "Nothing found.\n", "")
    assert duizhao("terms", "check", "--json") == (0, "", "")
    with TermBase(base) as opened:
        opened.add([concept("大会", "General Assembly", "forbidden")], origin="b")
    done = duizhao("terms", "check")
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines() == [
        "same-pair: “大会” = “General Assembly” is in 1, 5",
        "status: “General Assembly” is preferred in 1 and forbidden in 5",
        "2 findings",
    ]
    one = duizhao("terms", "check", "--only", "same-pair", "--json")
    assert one.status == 1
    assert json.loads(one.out)["concepts"] == [1, 5]
    assert duizhao("terms", "check", "--only", "colour").status == 2


def test_merge_remove_and_history(duizhao, base):
    done = duizhao("terms", "merge", "1", "3", "--author", "wei")
    assert "#1 大会; General Assembly (preferred); 联大" in done.out
    history = duizhao("terms", "history", "3").out
    assert "#3 is gone" in history
    assert "merged by wei; before it:\n  #3 联大; General Assembly · candidate" in history
    assert (
        duizhao("terms", "remove", "--id", "2", "--id", "9", "--id", "2", "--dry-run").out
        == "1 concept would be removed\n"
    )
    assert duizhao("terms", "remove", "--id", "2").out == "1 concept removed\n"
    assert duizhao("terms", "remove", "--origin", "report.tmx").out == "1 concept removed\n"
    assert kept(base) == {"大会": ""}
    changes = json.loads(duizhao("terms", "history", "1", "--json").out)
    assert [change["action"] for change in changes["changes"]] == ["merged"]
    assert changes["added"] == {"moment": changes["changes"][0]["before"]["created"], "author": ""}
    assert changes["concept"]["id"] == 1


def test_remove_by_condition(duizhao, base):
    assert duizhao("terms", "remove", "--where", "kind=name").out == "1 concept removed\n"
    assert "联大" not in kept(base)


def test_a_concept_by_hand(duizhao, base):
    add = ("terms", "add", "主席", "Chair", "--status", "preferred")
    assert duizhao(*add).out == "added\n"
    assert duizhao(*add).out == "was there already\n"
    assert duizhao("terms", "add", "chair", "主席", "--note", "n").out == (
        "added to the concept that was there\n"
    )
    told = duizhao("terms", "add", "主席", "Chair", "--status", "forbidden", "-q")
    assert told == (0, "", "")
    told = duizhao("terms", "add", "主席", "Chair", "--status", "deprecated").out
    assert told == "added; the base has one of the terms with another status\n"
    assert duizhao("terms", "add", "大会", "公约").status == 2
    swapped = duizhao("terms", "add", "Chair", "主席", "--langs", "zh,en")
    assert (swapped.status, "is it en,zh?" in swapped.err) == (2, True)
    assert duizhao("terms", "add", "\u200b", "foo", "--langs", "zh,en", "-q") == (
        3,
        "",
        "duizhao: not added: no terms, or one without text\n",
    )
    assert duizhao("terms", "add", "主席", "Chair", "--status", "best").status == 2
    with TermBase(base) as opened:
        assert [one.origin for one in opened.concepts()][-1] == "by hand"


def test_a_forbidden_translation_by_hand_completes_the_concept_of_the_preferred_one(duizhao, base):
    duizhao("terms", "add", "主席", "Chair", "--status", "preferred", "--kind", "title")
    told = duizhao("terms", "add", "主席", "Chairman", "--status", "forbidden", "--note", "no")
    assert told.out == "added to the concept that was there\n"
    with TermBase(base) as opened:
        terms = opened.concept(5).terms
    assert [(term.text, term.status) for term in terms] == [
        ("主席", ""),
        ("Chair", "preferred"),
        ("Chairman", "forbidden"),
    ]
    assert duizhao("terms", "check") == (0, "Nothing found.\n", "")


def test_a_term_does_not_become_one_that_is_there(duizhao, base):
    duizhao("terms", "add", "主席", "Chair", "--status", "preferred")
    duizhao("terms", "add", "主席", "the Chairman", "--status", "forbidden")
    done = duizhao("terms", "change", "5", "--term", "the Chairman", "--text", "Chair")
    assert (done.status, done.out) == (3, "")
    assert "concept 5 has Chair already" in done.err.replace("\n", " ")
    assert "duizhao terms change 5 --term 'the Chairman' --drop" in done.err.replace("\n", " ")
    with TermBase(base) as opened:
        assert [term.text for term in opened.concept(5).terms] == ["主席", "Chair", "the Chairman"]
    assert duizhao("terms", "change", "5", "--term", "Chair", "--text", "Chair").status == 0


@pytest.mark.parametrize(
    ("term", "text", "status"),
    [
        ("General Assembly", "大会", 3),
        ("大会", "the Assembly", 3),
        ("大会", "UNGA", 0),
        ("大会", "大会(UNGA)", 0),
        ("General Assembly", "UNGA", 0),
    ],
)
def test_a_term_stays_in_the_script_of_its_language(duizhao, term, text, status):
    done = duizhao("terms", "change", "1", "--term", term, "--text", text)
    assert done.status == status
    assert (f"{text} is no " in done.err) == (status == 3)


def test_a_concept_is_changed(duizhao, base):
    done = duizhao("terms", "change", "1", "--kind", "name", "--note", "a principal organ")
    assert done.out.splitlines()[-1] == "name · a principal organ · from agency.tbx"
    duizhao("terms", "change", "1", "--term", "General Assembly", "--status", "admitted")
    duizhao("terms", "change", "1", "--term", "大会", "--text", "联合国大会", "--author", "wei")
    assert duizhao("terms", "change", "2", "--review", "accepted", "-q") == (0, "", "")
    with TermBase(base) as opened:
        terms = opened.concept(1).terms
        assert [(term.text, term.status) for term in terms] == [
            ("联合国大会", ""),
            ("General Assembly", "admitted"),
        ]
        assert opened.concept(2).review == "accepted"
        assert opened.history(1)[0].author == "wei"
        assert len(opened.history(1)) == 3


def test_an_empty_text_takes_out_what_is_there(duizhao, base):
    facts = ("--kind", "name", "--note", "n", "--subject", "s", "--definition", "d")
    duizhao("terms", "change", "1", *facts)
    nothing = [text if text.startswith("--") else "" for text in facts]
    done = duizhao("terms", "change", "1", *nothing)
    assert (done.status, done.out.splitlines()[-1]) == (0, "from agency.tbx")
    done = duizhao("terms", "change", "1", "--term", "General Assembly", "--status", "")
    assert done.out.splitlines()[1] == "en-US      General Assembly"
    with TermBase(base) as opened:
        one = opened.concept(1)
        assert not any((one.kind, one.note, one.subject, one.definition, one.terms[1].status))
        assert len(opened.history(1)) == 3
    assert duizhao("terms", "change", "1", "--review", "").status == 2
    assert duizhao("terms", "change", "1", "--status", "").status == 2  # of which term?


def test_control_characters_of_what_is_typed_do_not_come_in(duizhao, base):
    duizhao("terms", "add", "主\x07席", "Chair\x1b[31m", "--note", "a\tb\x00\nc")
    duizhao("terms", "change", "1", "--term", "大会", "--text", "联\x07大", "--kind", "name")
    with TermBase(base) as opened:
        *_, added = opened.concepts()
        assert [term.text for term in added.terms] == ["主席", "Chair[31m"]
        assert added.note == "a\tb\nc"
        assert opened.concept(1).terms[0].text == "联大"
    empty = duizhao("terms", "change", "1", "--term", "联大", "--text", "\x07")
    assert (empty.status, "it is empty" in empty.err) == (2, True)


def test_the_history_ends_with_who_added_it(duizhao):
    duizhao("terms", "add", "主席", "Chair", "--author", "wei")
    assert duizhao("terms", "history", "5").out.splitlines()[-1].endswith(" added by wei")
    duizhao("terms", "change", "5", "--kind", "title", "--author", "li")
    *_, changed, _before, added = duizhao("terms", "history", "5").out.splitlines()
    assert changed.endswith(" changed by li; before it:")
    assert added.endswith(" added by wei")


def test_what_is_undone_in_a_walk_leaves_a_trace(duizhao, review):
    review("m", "1", "u", "q")
    for number in ("1", "2"):
        changes = json.loads(duizhao("terms", "history", number, "--json").out)["changes"]
        assert [change["action"] for change in changes] == ["undone", "merged"]


def test_a_term_is_dropped_from_its_concept(duizhao, base):
    with TermBase(base) as opened:
        opened.change(3, three_terms())
    done = duizhao("terms", "change", "3", "--term", "General Assembly", "--drop")
    assert done.out.splitlines()[:2] == ["zh-CN      联大", "en-US      UNGA"]
    assert "General Assembly" in duizhao("terms", "history", "3").out
    last = duizhao("terms", "change", "3", "--term", "UNGA", "--drop")
    assert last == (
        3,
        "",
        "duizhao: UNGA stays: without it the concept has no pair of languages\n",
    )
    empty = duizhao("terms", "change", "3", "--term", "UNGA", "--text", "")
    assert (empty.status, "it is empty; --drop takes a term out" in empty.err) == (2, True)


def test_each_help_names_its_own_options_alone(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert "--term" not in duizhao("terms", "add", "--help").out
    assert "What --term becomes: preferred" in duizhao("terms", "change", "--help").out


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["change", "1"], 2),
        (["change", "1", "--drop"], 2),
        (["change", "1", "--term", "x", "--drop"], 2),
        (["change", "1", "--term", "大会", "--drop", "--status", "admitted"], 2),
        (["change", "1", "--term", "大会"], 2),
        (["change", "1", "--text", "大会"], 2),
        (["change", "1", "--term", "x", "--text", "大会"], 2),
        (["change", "1", "--kind", "colour"], 2),
        (["change", "99", "--kind", "name"], 3),
        (["merge", "1"], 2),
        (["merge", "1", "1"], 2),
        (["merge", "1", "99"], 3),
        (["remove"], 2),
        (["remove", "--id", "1", "--origin", "x"], 2),
        (["history", "99"], 3),
        (["history", "x"], 2),
        (["history", "9" * 20], 2),
        (["history", "0"], 2),
        (["change", "9" * 20, "--kind", "name"], 2),
        (["merge", "1", "9" * 20], 2),
        (["remove", "--id", "9" * 20], 2),
        (["list", "--where", "colour=red"], 2),
        (["list", "-m", "none.db"], 3),
        (["review", "-m", "none.db"], 3),
        (["check", "-m", "report.zh.txt"], 3),
    ],
)
def test_wrong_usage(duizhao, args, status):
    done = duizhao("terms", *args)
    assert done.status == status
    assert done.err


@pytest.mark.parametrize(
    ("command", "count"),
    [
        ("review", 3),
        ("add", 2),
        ("change", 6),
        ("list", 3),
        ("stats", 2),
        ("check", 2),
        ("merge", 1),
        ("remove", 3),
        ("history", 2),
    ],
)
def test_examples_of_the_help_are_understood(duizhao, review, monkeypatch, command, count):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("terms", command, "--help").out
    assert max(map(cell_len, out.splitlines())) <= 80
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) == count
    review("q")  # leaves an input that has ended
    assert all(duizhao(*shlex.split(example)).status in (0, 3) for example in examples)
