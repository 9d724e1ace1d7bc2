"""Filling the empty messages of a PO in place.

Knows the lines of an entry: only its empty ``msgstr`` and its flags are changed, so
that a version control system shows nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpora.files import open_whole
from tm.errors import POError
from tm.formats.fill import EXACT, Answer, Applied, Query, Slot, fill
from tm.formats.inline import Inline
from tm.formats.po import encoding_of, parse_po, read_bytes
from tm.formats.rows import Langs, Row, languages

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_EMPTY = re.compile(r'(msgstr(?:\[(\d+)\])?)\s+""\s*$')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def fill_po(
    path: Path, output: Path, answer: Callable[[Query], Answer | None], langs: Langs
) -> Applied:
    """Copy the PO at *path* to *output*, its empty messages filled with what is answered.

    A score below 100 makes an entry fuzzy. The forms of a plural are filled with one
    answer, to the plural's text: singular and plural of our languages differ in one
    of them only.

    Raises:
        POError: it is no PO, or broken, or its encoding cannot hold an answer.
        FormatError: *output* cannot be written.
    """
    data = read_bytes(path)
    encoding = encoding_of(data, path)
    catalogue = parse_po(path)
    lines = _LINES.findall(data.decode(encoding))
    entries = [entry for entry in catalogue if not entry.obsolete]
    tags = _tags(entries, catalogue.metadata, langs)
    ends = [*(entry.linenum - 1 for entry in entries[1:]), len(lines)]
    slots = [_slot(entry, end, lines, tags[0]) for entry, end in zip(entries, ends, strict=True)]
    applied = fill(slots, answer)
    try:
        content = "".join(lines).encode(encoding)
    except UnicodeEncodeError as error:
        problem = f"its encoding {encoding} cannot hold the translation"
        raise POError(problem, path, remedy="convert it to UTF-8 (msgconv)") from error
    with open_whole(output) as stream:
        stream.write(content)
    return applied


def _tags(entries: list[Any], metadata: dict[str, str], langs: Langs) -> tuple[str, str]:
    declared = metadata.get("X-Source-Language", ""), metadata.get("Language", "")
    sample = [Row(0, Inline(entry.msgid), Inline(entry.msgstr), declared) for entry in entries]
    return languages(declared, langs, sample)


def _slot(entry: Any, end: int, lines: list[str], lang: str) -> Slot:  # noqa: ANN401
    text = entry.msgid_plural or entry.msgid
    is_open = not entry.msgstr and not any(entry.msgstr_plural.values())

    def put(answer: Answer) -> bool:
        _put(lines, entry.linenum - 1, end, _like(answer.text, text))
        if answer.score < EXACT and not entry.fuzzy:
            _flag(lines, entry.linenum - 1, end)
        return False

    return Slot(text, lang, is_open, put)


def _like(answer: str, text: str) -> str:
    """Begin and end with a line break where the source does, as msgfmt demands."""
    before = "\n" if text.startswith("\n") else ""
    after = "\n" if text.endswith("\n") else ""
    stripped = answer.strip("\n")
    return f"{before}{stripped}{after}"


def _put(lines: list[str], start: int, end: int, text: str) -> None:
    escaped = text.translate(_ESCAPES)
    for number in range(start, end):
        line = lines[number]
        if found := _EMPTY.match(line):
            lines[number] = f'{found[1]} "{escaped}"{line[len(line.rstrip()) :]}'


def _flag(lines: list[str], start: int, end: int) -> None:
    """Mark an entry as fuzzy: on its line of flags, else on one before its message."""
    for number in range(start, end):
        line = lines[number]
        if line.startswith("#,"):
            lines[number] = f"{line.rstrip()}, fuzzy{line[len(line.rstrip()) :]}"
            return
        if line.startswith(("#|", "msgctxt", "msgid")):
            lines[number] = f"#, fuzzy{line[len(line.rstrip()) :] or chr(10)}{line}"
            return
