"""What is printed: columns by East Asian width, colours only where they are wanted.

On a terminal lines are cut to its width; in a pipe or a file they are whole and bare.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter

import typer
from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"
MUCH = 4  # columns that a cell may be longer than most
WIDEST = 40  # columns of a table's cell that its column is filled up for in a pipe
BROKEN_PIPE = 141  # what a shell reports of a program that SIGPIPE ended
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_CLOSING = "”’）》」』】，。；：！？、…:;,.)"
# Pieces a line may break after: Chinese characters, each with its closing marks, and words.
_PARTS = re.compile(rf"[{_HAN}][{_CLOSING}]*\s*|[^\s{_HAN}]+\s*|\s+")
_STYLES = {
    "bold": "1",
    "dim": "2",
    "doubt": "33",
    "gone": "9;31",
    "new": "32",
    "underline": "4",
    "error": "1;31",
    "mark": "1;4",
}
Pieces = Sequence[tuple[str, str]]  # parts of a text in order, each with its style, or ""


def say(line: str = "", style: str = "") -> None:
    """Print *line* to standard output; quietly end the command where nobody reads on.

    Control characters of a text never reach the terminal.
    """
    _put(_styled(_printable(line), style))


def _put(line: str) -> None:
    try:
        print(line, flush=True)  # noqa: T201 - this is the front door
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return *number* with its noun: *noun* for one, *nouns* for any other, by default with an s.

    >>> counted(1, "unit"), counted(12000, "unit"), counted(0, "match", "matches")
    ('1 unit', '12,000 units', '0 matches')
    """
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def say_pieces(pieces: Pieces, indent: int = 0) -> None:
    """Print a line whose parts differ in style; on a terminal it goes on below its own beginning.

    The first *indent* columns are the margin of the lines that follow.
    """
    styled = [(char, style) for text, style in pieces for char in _printable(text)]
    text = "".join(char for char, _ in styled)
    for start, end in _broken(text, screen_width(), indent):
        runs = groupby(styled[start:end], key=itemgetter(1))
        line = "".join(_styled("".join(char for char, _ in run), style) for style, run in runs)
        _put(" " * indent * bool(start) + line)


def say_marked(head: str, text: str, spans: Sequence[tuple[int, int]]) -> None:
    """Print *text* after *head*; what *spans* mark is underlined, where no style shows by carets.

    The lines of a long text stand below one another.
    """
    width, margin = screen_width(), cell_len(head)
    shown, is_styled = _printable(text), has_colour()
    styles = {number: "mark" for start, end in spans for number in range(start, end)}
    for start, end in _broken(shown, width and max(width - margin, 20), 0):
        runs = groupby(range(start, end), key=lambda number: styles.get(number, ""))
        parts = [(style, "".join(shown[n] for n in run)) for style, run in runs]
        lead = " " * margin if start else head
        _put(lead + "".join(_styled(part, style) for style, part in parts))
        if not is_styled and any(style for style, _ in parts):
            below = "".join(("^" if style else " ") * cell_len(part) for style, part in parts)
            _put(" " * margin + below.rstrip())


def say_object(value: object) -> None:
    """Print *value* as one line of JSON; what a terminal might obey is escaped, never changed."""
    is_plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    say_code(json.dumps(value, ensure_ascii=is_plain), escape_json)


def say_code(text: str, escape: Callable[[str], str]) -> None:
    """Print *text* line by line; what a terminal might obey is written with *escape*."""
    for line in text.split("\n"):
        _put("".join(char if char.isprintable() else escape(char) for char in line))


def escape_json(char: str) -> str:
    """Write a character as a string of JSON may have it."""
    return json.dumps(char)[1:-1]


def escape_xml(char: str) -> str:
    """Write a character as XML and HTML refer to it."""
    return f"&#{ord(char)};"


def warn(line: str) -> None:
    """Print *line* to standard error under the command's name."""
    print(f"duizhao: {_printable(line)}", file=sys.stderr, flush=True)  # noqa: T201


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def has_colour() -> bool:
    """Tell whether styles are shown; where they are not, marks have to do."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return wanted and os.environ.get("TERM") != "dumb"


def _styled(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if style and has_colour() else text


def screen_width() -> int | None:
    """Return the columns of the terminal; None in a pipe, where nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def cut(text: str, width: int | None) -> str:
    """Shorten *text* to *width* columns, a Chinese character taking two.

    >>> cut("会议于上午10时开始。", 11), cut("会议", 4)
    ('会议于上午…', '会议')
    """
    if width is None or cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + ELLIPSIS


def wrapped(text: str, width: int | None, indent: int = 2) -> Iterator[str]:
    """Break *text* into lines of *width* columns, between words or Chinese characters.

    >>> list(wrapped("! heading “导言”: no number", 16))
    ['! heading “导', '  言”: no number']
    """
    for start, end in _broken(text, width, indent):
        yield " " * indent * bool(start) + text[start:end]


def _broken(text: str, width: int | None, indent: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where each line goes; those after the first are indented."""
    if width is None:
        yield 0, len(text)
        return
    start, end, room = 0, 0, width
    for part in _PARTS.finditer(text):
        line = text[start : part.end()].rstrip()
        if text[start:end].strip() and cell_len(line) > room:
            yield start, start + len(text[start:end].rstrip())
            start, room = end, width - indent
        end = part.end()
    yield start, start + len(text[start:].rstrip())


def table(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """Yield *rows* as lines of aligned columns; the last is cut to what the screen leaves.

    *right* names the columns, from 0, that hold figures. In a pipe, where no cell is
    cut, one of more than WIDEST columns moves what follows it in its own line alone.

    >>> list(table([("段落", "7"), ("page", "12")], right={1}))
    ['段落   7', 'page  12']
    """
    widest = screen_width() or WIDEST
    widths = [min(max(map(cell_len, column)), widest) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(
            _pad(cell, width, flush_right=number in right)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield cut(line.rstrip(), screen_width())


def fitted(
    rows: Sequence[Sequence[str]], *, right: Collection[int] = (), spare: Iterable[int] = ()
) -> Iterator[str]:
    """Yield *rows* as lines of aligned columns; no cell is ever cut.

    Where the screen is too narrow for most rows, the columns named in *spare*, from 0, are left
    out, the first one first; a cell that is too long all the same goes on below itself. In a pipe
    single cells that are much longer than nine in ten move what follows in their line alone.

    >>> list(fitted([("0.9", "大会"), ("0.5", "会议")], right={0}))
    ['0.9  大会', '0.5  会议']
    """
    lengths = [sorted(map(cell_len, column)) for column in zip(*rows, strict=True)]
    most = [column[len(column) * 9 // 10] + MUCH for column in lengths]
    usual = [min(column[-1], width, WIDEST) for column, width in zip(lengths, most, strict=True)]
    kept, screen = list(range(len(usual))), screen_width()
    for number in spare:
        if screen is None or sum(usual[k] + 2 for k in kept) - 2 <= screen:
            break
        kept.remove(number)
    widths = _narrowed([usual[k] for k in kept], screen)
    flush = [k in right for k in kept]
    for row in rows:
        cells = [row[k] for k in kept]
        for line in _lines(cells, widths) if screen else (cells,):
            yield _columns(line, widths, flush)


def _narrowed(widths: Sequence[int], screen: int | None) -> list[int]:
    """Return *widths* as *screen* has room for them: the widest give way, the last has the rest."""
    narrowed = list(widths)
    if screen is None:
        return narrowed
    room = max(screen - 2 * (len(widths) - 1), len(widths))
    while sum(narrowed) > room:
        narrowed[narrowed.index(max(narrowed))] -= 1
    narrowed[-1] += room - sum(narrowed)
    return narrowed


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[Sequence[str]]:
    """Break *cells* into lines as wide as their columns; yield them side by side."""
    broken = (wrapped(cell, width, 0) for cell, width in zip(cells, widths, strict=True))
    return zip_longest(*broken, fillvalue="")


def _columns(cells: Sequence[str], widths: Sequence[int], flush: Sequence[bool]) -> str:
    row = zip(cells, widths, flush, strict=True)
    return "  ".join(_pad(cell, width, flush_right=right) for cell, width, right in row).rstrip()


def _pad(cell: str, width: int, *, flush_right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if flush_right else cell + space


def facts(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield name and value lines; on a terminal a long value goes on under itself."""
    margin = max(len(name) for name, _ in pairs) + 4
    width = screen_width()
    for name, value in pairs:
        head = f"  {name}".ljust(margin)
        if width is None:
            yield head + value
        else:
            yield from textwrap.wrap(
                value,
                max(width, margin + 20),
                initial_indent=head,
                subsequent_indent=" " * margin,
                break_on_hyphens=False,
            )
