"""Plain text to passages: pages, paragraphs, notes under a rule, hard line breaks.

Knows lines and blank lines, and tells from them how the file was made; what a
paragraph is (heading, numbered, item) it leaves to the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from corpora.characters import NOTE_MARK, cells, clean
from corpora.encoding import decode
from corpora.habits import Habit, has_ended
from corpora.margins import margins, page_of_total
from corpora.passages import Hint, Passage
from corpora.text_tables import cells_of, split_tables
from corpora.wraps import ALONE, ENUMERATOR, Joiner

_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_RULE = re.compile(r"\s*(?:_{5,}|-{8,}|[─—]{5,})\s*")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:#|https?:|mailto:|www\.|\.{0,2}/)[^()\s]*\)")
_AUTOLINK = re.compile(r"<((?:https?|ftp)://[^<>\s]+|mailto:[^<>\s]+)>")
_LONGEST_HEADING = 3  # lines
_INDENTED = re.compile(r"\u3000|\t| {2,}")


def read_text(data: bytes, path: str | Path | None = None) -> list[Passage]:
    """Read a plain text file in whatever encoding."""
    return passages_of(decode(data, path))


def passages_of(text: str) -> list[Passage]:
    """Cut *text* into passages; a form feed begins a page, ``3/21`` on a line ends one."""
    pages = _pages(_LINE_END.sub("\n", text))
    bodies = [[line for line in page if line.strip()] for page in pages]
    groups = [group for page in pages for group in _groups(page)]
    habit = Habit.observe(groups, pages=len(pages))
    joiner = Joiner.learn(line for group in groups for line in group) if habit.width else Joiner()
    found: list[Passage] = []
    had_notes = False
    for number, (page, margin) in enumerate(zip(pages, margins(bodies), strict=True), 1):
        head, middle, foot = _without_margins(page, margin)
        body, notes = _split_notes(middle, is_paged=len(pages) > 1, had_notes=had_notes)
        had_notes = bool(notes)
        place = number if len(pages) > 1 else 0
        found += [Passage(clean(line), place, Hint.FURNITURE) for line in head]
        found += _passages(body, notes, place, habit, joiner)
        found += [Passage(clean(line), place, Hint.FURNITURE) for line in foot]
    return found


def _pages(text: str) -> list[list[str]]:
    if "\f" in text.rstrip("\f\n "):
        pages = [page.split("\n") for page in text.split("\f")]
        return pages if any(map(str.strip, pages[-1])) else pages[:-1]
    lines = text.replace("\f", "\n").split("\n")
    breaks = _counted_pages(lines)
    starts, ends = [0, *breaks], [*breaks, len(lines)]
    pages = [lines[i:j] for i, j in zip(starts, ends, strict=True)]
    return [page for page in pages if any(map(str.strip, page))]


def _counted_pages(lines: Sequence[str]) -> list[int]:
    """Return where pages begin in a file without form feeds that has ``1/21``, ``2/21`` …"""
    ends: list[int] = []
    last = (0, 0)
    for index, line in enumerate(lines):
        counted = page_of_total(line) if len(line) < 80 else None
        if counted and counted[0] == last[0] + 1 and last[1] in (0, counted[1]):
            last = counted
            ends.append(index + 1)
    return ends if len(ends) > 1 else []


def _without_margins(
    page: Sequence[str], margin: tuple[int, int]
) -> tuple[list[str], list[str], list[str]]:
    """Split a page into its running head, its text and its running foot."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    head, foot = margin
    first = filled[head - 1] + 1 if head else 0
    last = filled[-foot] if foot else len(page)
    return (
        [page[index] for index in filled[:head]],
        list(page[first:last]),
        [page[index] for index in filled[len(filled) - foot :]],
    )


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield runs of lines between blank lines and rules."""
    group: list[str] = []
    for line in lines:
        if line.strip() and not _RULE.fullmatch(line):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _split_notes(
    lines: Sequence[str], *, is_paged: bool, had_notes: bool
) -> tuple[list[str], list[str]]:
    """Split the text of a page at the first rule that has a note under it.

    Without pages every rule is left to ``_passages``, which looks at note marks.
    """
    if is_paged:
        for index, line in enumerate(lines):
            if _RULE.fullmatch(line) and any(map(str.strip, lines[index + 1 :])):
                below = next(filter(str.strip, lines[index + 1 :]))
                if NOTE_MARK.match(below.strip()) or had_notes:
                    return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _passages(
    body: Sequence[str], notes: Sequence[str], page: int, habit: Habit, joiner: Joiner
) -> Iterator[Passage]:
    for paragraph, hint in _paragraphs(body, habit):
        text = _plain(joiner.join(paragraph))
        is_unmarked = hint is Hint.NOTE and not NOTE_MARK.match(text)
        yield Passage(text, page, Hint.NONE if is_unmarked else hint)
    for paragraph, _ in _paragraphs(notes, habit):
        yield Passage(_plain(joiner.join(paragraph)), page, Hint.NOTE)


def _paragraphs(lines: Sequence[str], habit: Habit) -> Iterator[tuple[list[str], Hint]]:
    """Yield the lines of each paragraph: a NOTE under a rule, a CELL of a table, or NONE."""
    under_rule = False
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not _RULE.fullmatch(line):
            block.append(line)
            continue
        for run, is_table in split_tables(block):
            if is_table:
                yield from (([cell], Hint.CELL) for row in run for cell in cells_of(row))
                continue
            for paragraph in _split_group(run, habit):
                under_rule = under_rule and bool(NOTE_MARK.match(paragraph[0].strip()))
                yield paragraph, Hint.NOTE if under_rule else Hint.NONE
        block = []
        under_rule = under_rule or bool(line.strip())


def _split_group(lines: Sequence[str], habit: Habit) -> Iterator[list[str]]:
    """Split lines that no blank line parts wherever a new paragraph begins."""
    paragraph: list[str] = []
    for line, after in pairwise([*lines, ""]):
        if paragraph and (
            _begins(paragraph[-1], line, habit) or _stands_apart(paragraph, line, after, habit)
        ):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(before: str, line: str, habit: Habit) -> bool:
    """Whether *line* begins a paragraph, *before* being the line above it."""
    if not (habit.width or habit.blank):
        return True
    bare = line.strip()
    ended = has_ended(before)
    if not habit.width:
        return bool(ENUMERATOR.match(bare)) or (ended and cells(before) > 120)
    is_short = habit.had_room(before, bare)
    if NOTE_MARK.match(bare) or ENUMERATOR.match(bare):
        return ended or is_short
    if _INDENTED.match(line) and not _INDENTED.match(before):
        return ended or is_short
    return is_short and not habit.blank and not bare[0].islower()


def _stands_apart(paragraph: Sequence[str], line: str, after: str, habit: Habit) -> bool:
    """Whether *line* begins a paragraph though a full line stands above it.

    Where no blank line tells, a heading or the number behind it does.
    """
    if habit.blank or not habit.width:
        return False
    bare, above = line.strip(), paragraph[-1]
    if ALONE.fullmatch(bare) or ALONE.fullmatch(above.strip()):
        return True
    following = after.strip()
    if following and has_ended(above) and not has_ended(line):
        is_told = habit.exact or bool(ENUMERATOR.match(following))
        return is_told and not bare[0].islower() and habit.had_room(line, following)
    is_heading = len(paragraph) <= _LONGEST_HEADING and not any(map(has_ended, paragraph))
    opens = bool(ENUMERATOR.match(paragraph[0].strip())) and is_heading
    return habit.lacks(bare, under_heading=opens)


def _plain(text: str) -> str:
    """Turn link markup into what it shows.

    >>> _plain("见 [A/1](#) 和 <http://a.org>")
    '见 A/1 和 http://a.org'
    """
    return clean(_AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text)))
