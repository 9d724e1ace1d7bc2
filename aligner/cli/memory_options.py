"""Options that the commands of a memory share: which memory, which units, which languages."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.options import path_of
from aligner.cli.terminal import warn
from corpora.errors import FormatError, LanguageError

if TYPE_CHECKING:
    from tm.memory import Memory
    from tm.terms import TermBase
    from tm.where import Where

STDIN = "-"
MEMORY = ".db"
MOST = 10**9  # units that may be asked for
_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_RANGE = re.compile(rf"(?P<since>{_DATE})?(?P<range>\.\.)?(?P<until>{_DATE})?", re.ASCII)
_IMPORT_TERMS = "duizhao terms import FILE"
_KEYS = ("origin", "document", "paragraph", "date")


def own_folder() -> Path:
    """Return the folder of the user's application data.

    A variable of the XDG Base Directory Specification that is empty or no absolute path
    counts as unset.
    """
    folder = Path(typer.get_app_dir("duizhao"))
    return folder if folder.is_absolute() else Path.home() / ".config" / folder.name


MemoryPath = Annotated[
    Path | None,
    typer.Option(
        "-m",
        "--memory",
        parser=path_of,
        envvar="DUIZHAO_MEMORY",
        metavar="FILE",
        show_default=False,
        help="The memory; without it duizhao.db in your folder of application data, "
        f"{own_folder()}.",
    ),
]
Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="KEY=VALUE",
        help="Only units for which it holds; give it again for more. origin=NAME, the whole name "
        "of the file that brought them as 'duizhao tm stats' lists it, document=SYMBOL or either "
        "of its two files, paragraph=NUMBER, date=2019, 2019-03, 2019-03-31 or a range as "
        "2018..2020, 2018.., ..2020.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, with every known fact.")]
AsJsonLines = Annotated[bool, typer.Option("--json", help="Print JSON lines: an object each.")]
Langs = Annotated[
    str | None,
    typer.Option(
        metavar="SOURCE,TARGET",
        help="Languages of the texts where nothing says them, as zh-CN,en-US; else told by script.",
    ),
]
LangTags = Annotated[
    str | None,
    typer.Option(
        metavar="SOURCE,TARGET",
        help="Languages to write, as zh-Hant,en-GB; the first is the source. Every Chinese is "
        "written under the one tag, every English under the other. Also those of a file that "
        "says none. [default: the usual ones, in the order of the first unit]",
    ),
]


def memory_path(given: Path | None) -> Path:
    """Return the memory to use: the one *given*, else the user's own."""
    return given or own_folder() / "duizhao.db"


def open_memory(given: Path | None) -> Memory:
    """Open a memory to be read.

    Raises:
        StoreError: there is none.
    """
    from tm.memory import Memory

    return Memory(_there(given), read_only=True)


def open_terms(given: Path | None) -> TermBase:
    """Open the terms of a memory to be read.

    Raises:
        StoreError: there is none.
    """
    from tm.terms import TermBase

    return TermBase(_there(given, _IMPORT_TERMS), read_only=True)


def change_memory(given: Path | None, *, is_made: bool = False) -> Memory:
    """Open a memory to be changed; one that is not there is made only if *is_made* says so.

    Raises:
        StoreError: there is none, or it cannot be opened.
    """
    from tm.memory import Memory

    return Memory(_made(given) if is_made else _there(given))


def change_terms(given: Path | None, *, is_made: bool = False) -> TermBase:
    """Open the terms of a memory to be changed; it is made only if *is_made* says so.

    Raises:
        StoreError: there is none, or it cannot be opened.
    """
    from tm.terms import TermBase

    return TermBase(_made(given) if is_made else _there(given, _IMPORT_TERMS))


def _made(given: Path | None) -> Path:
    """Return the memory's path; the folder of the user's own is made if need be."""
    path = memory_path(given)
    if given is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _there(given: Path | None, made_with: str = "duizhao tm import FILE") -> Path:
    """Return the memory's path; refuse what is no memory before SQLite would make one of it."""
    from tm.errors import StoreError

    path = memory_path(given)
    if path.is_dir():
        raise StoreError("a folder, no memory", path, remedy="name a file, as with -m project.db")
    if path.is_file() and not path.stat().st_size:
        raise StoreError("an empty file", path, remedy=f"make a memory with: {made_with}")
    if not path.is_file():
        raise StoreError("no memory there", path, remedy=f"make one with: {made_with}")
    return path


def is_memory(path: Path, others: Collection[str]) -> bool:
    """Tell whether the file at *path* is or calls itself a memory, beside those of *others*.

    Raises:
        FormatError: its name is of no known kind; *others* are the suffixes of files.
    """
    from tm.formats import kind_of
    from tm.schema import is_database

    return is_database(path) or kind_of(path, {*others, MEMORY}) == MEMORY


def hint_at_origin(memory: Memory, where: Where) -> None:
    """Say how to find the name of a file where none of that name brought units."""
    from tm.where import Where

    if where.origin and not memory.count(Where(origin=where.origin)):
        warn(f"no file named {where.origin!r} brought units; 'duizhao tm stats' lists their names")


def where_of(conditions: Sequence[str] | None) -> Where:
    """Return the units that ``KEY=VALUE`` *conditions* mean, all of which must hold."""
    from tm.where import Where

    found: dict[str, str] = {}
    for condition in conditions or ():
        key, _, value = (part.strip() for part in condition.partition("="))
        if key not in _KEYS or not value:
            raise _wrong(f"{condition!r} is not KEY=VALUE with one of the keys {', '.join(_KEYS)}")
        new = _dates(value) if key == "date" else {key: value}
        if found.keys() & new.keys():
            raise _wrong(f"{key} is given twice, and both would have to hold")
        found |= new
    return Where(**found)


def _dates(text: str) -> dict[str, str]:
    """Return from when to when: ``2019`` is all of that year, ``2018..`` has no end."""
    found = _RANGE.fullmatch(text)
    if not found or (found["until"] and not found["range"]) or text == "..":
        raise _wrong(f"{text!r} is not a date such as 2019, 2019-03, 2019-03-31 or 2018..2020")
    since, until = found["since"] or "", found["until"] or ""
    for day in filter(None, (since, until)):
        _check_day(day)
    if since and until and until < since[: len(until)]:
        raise _wrong(f"{text!r} ends before it begins")
    return {"since": since, "until": until if found["range"] else since}


def _check_day(text: str) -> None:
    """Refuse what no calendar has, as the year 0000 or the 31st of February."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError as error:
        raise _wrong(f"there is no {text!r} in the calendar") from error


def _wrong(problem: str) -> typer.BadParameter:
    return typer.BadParameter(problem, param_hint="--where")


def langs_of(text: str | None, option: str = "--langs") -> tuple[str, str] | None:
    """Return the two language tags of ``zh-CN,en-US``, None where none are given."""
    from tm.formats.clean import language_tag

    if text is None:
        return None
    try:
        tags = [language_tag(part) for part in text.split(",")]
    except LanguageError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
    if len(tags) != 2 or len({tag.split("-")[0] for tag in tags}) != 2:
        raise typer.BadParameter(
            f"{text!r} is not two languages such as zh-CN,en-US", param_hint=option
        )
    return tags[0], tags[1]


def text_of(argument: str, option: str = "TEXT") -> str:
    """Return the text that *argument* is, or for ``-`` what standard input holds.

    Raises:
        FormatError: that is not UTF-8.
    """
    text = _standard_input() if argument == STDIN else argument
    if not text.strip():
        raise typer.BadParameter("there is no text in it", param_hint=option)
    return text


def _standard_input() -> str:
    return "" if sys.stdin is None else _decoded(sys.stdin.buffer.read())  # None: closed


def read_line() -> str:
    """Return the next line of standard input with its line end; an empty one at the end.

    Raises:
        FormatError: it is not UTF-8.
    """
    return "" if sys.stdin is None else _decoded(sys.stdin.buffer.readline())


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = "standard input is not UTF-8 text"
        raise FormatError(problem, remedy="convert it, with iconv for example") from error
