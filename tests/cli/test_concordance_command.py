"""``duizhao concordance``: words in context, with what renders them."""

from __future__ import annotations

import json
import shlex

import pytest
from test_front_door import on_terminal


@pytest.fixture(autouse=True)
def memory(duizhao, monkeypatch):
    """A memory of four units from two documents."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    for document, paragraph, zh, en in (
        ("A/77/5", "3", "请秘书处编写报告。", "Requests the Secretariat to prepare a report."),
        ("A/78/1", "12", "大会注意到秘书处的说明。", "The General Assembly took note of the statement of the Secretariat."),
        ("A/78/1", "13", "各缔约方通过了决定。", "The parties adopted the decision."),
        ("A/78/1", "14", "大会通过了决议。", "The General Assembly adopted the resolution."),
    ):  # fmt: skip
        added = duizhao("tm", "add", zh, en, "--document", document, "--paragraph", paragraph)
        assert added.status == 0


def found(duizhao, *args):
    done = duizhao("concordance", *args, "--json")
    assert done.status == 0
    return [json.loads(line) for line in done.out.splitlines()]


def test_words_are_marked_in_a_pipe(duizhao):
    done = duizhao("concordance", "秘书处")
    assert done.status == 0
    assert "zh-CN  大会注意到»秘书处«的说明。" in done.out
    assert "A/78/1 · paragraph 12 · " in done.out
    assert "›Secretariat‹" in done.out


def test_words_are_bold_on_a_terminal(folder):
    shown = on_terminal(["concordance", "秘书处"], folder)
    assert "\x1b[1m秘书处\x1b[0m" in shown
    assert "\x1b[4mSecretariat\x1b[0m" in shown
    assert "»" not in shown


def test_json_says_where_words_stand(duizhao):
    hits = found(duizhao, "秘书处")
    assert len(hits) == 2
    for hit in hits:
        assert [hit["source"][start:end] for start, end in hit["spans"]] == ["秘书处"]
        assert [hit["target"][start:end] for start, end in hit["counterparts"]] == ["Secretariat"]


def test_all_words_and_phrases_in_either_language(duizhao):
    assert [hit["paragraph"] for hit in found(duizhao, "party")] == ["13"]
    assert len(found(duizhao, '"General Assembly"')) == 2
    assert len(found(duizhao, '"General Assembly" note')) == 1
    assert found(duizhao, '"Assembly General"') == []
    assert len(found(duizhao, "大會 說明")) == 1


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        (["document=A/78/1"], 1),
        (["document=A/78/1", "paragraph=13"], 0),
        (["date=2000.."], 2),
        (["date=1999"], 0),
        (["origin=by hand"], 2),
    ],
)
def test_conditions(duizhao, conditions, count):
    options = [part for condition in conditions for part in ("--where", condition)]
    assert len(found(duizhao, "秘书处", *options)) == count


def test_no_more_than_wanted(duizhao):
    done = duizhao("concordance", "大会", "--limit", "1")
    assert done.out.splitlines()[-1] == "The newest 1; --limit shows more."
    assert len(found(duizhao, "大会", "--limit", "1")) == 1


def test_nothing_found_is_no_error(duizhao):
    assert duizhao("concordance", "河流") == (0, "Nothing found.\n", "")
    assert found(duizhao, "河流") == []


@pytest.mark.parametrize("query", ["。", "- & -", '""', "AND"])
def test_a_query_without_a_word_is_wrong_usage(duizhao, query):
    done = duizhao("concordance", "--", query)
    assert done.status == 2
    assert "there is no word in" in done.err


def test_words_of_two_languages_are_hinted_at_where_nothing_is_found(duizhao):
    mixed = duizhao("concordance", "秘书处 report")
    assert (mixed.status, mixed.out) == (0, "Nothing found.\n")
    assert mixed.err == (
        "duizhao: Chinese and English words rarely stand in one text; "
        "search for those of one language\n"
    )
    assert duizhao("concordance", "秘书处 2030").err == ""


def test_a_name_that_brought_nothing_is_hinted_at(duizhao):
    for command in (("concordance", "大会"), ("tm", "list"), ("tm", "remove", "--dry-run")):
        done = duizhao(*command, "--where", "origin=by")
        assert done.status == 0
        assert "no file named 'by' brought units; 'duizhao tm stats' lists their names" in done.err
        assert duizhao(*command, "--where", "origin=by hand").err == ""


def test_and_in_capitals_joins_words(duizhao):
    assert len(found(duizhao, '"General Assembly" AND note')) == 1
    assert found(duizhao, '"General Assembly" and note') == []


def test_wrong_usage(duizhao):
    assert duizhao("concordance").status == 2
    assert duizhao("concordance", " ").status == 2
    assert duizhao("concordance", "大会", "--where", "colour=red").status == 2
    assert duizhao("concordance", "大会", "-m", "none.db").status == 3


def test_examples_of_the_help_are_understood(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("concordance", "--help").out
    assert max(map(len, out.splitlines())) <= 80
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) == 4
    assert all(duizhao(*shlex.split(example)).status == 0 for example in examples)
