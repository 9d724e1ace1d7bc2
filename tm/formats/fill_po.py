"""Filling the empty messages of a PO in place.

Knows the lines of an entry: only its empty ``msgstr`` and its flags are changed, so
that a version control system shows nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpora.files import open_whole
from tm.errors import POError
from tm.formats.fill import EXACT, Answer, Applied, Query, Slot, fill
from tm.formats.inline import Inline
from tm.formats.po import encoding_of, parse_po, read_bytes
from tm.formats.rows import Langs, Row, languages, stated_target

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_EMPTY = re.compile(r'(msgstr(?:\[(\d+)\])?)\s+""\s*$')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def fill_po(
    path: Path, output: Path, answer: Callable[[Query], Answer | None], langs: Langs
) -> Applied:
    """Copy the PO at *path* to *output*, its empty messages filled with what is answered.

    A score below 100 makes an entry fuzzy. Of the forms of a plural the first is filled
    with the answer to the singular, the others with that to the plural's text; more than
    two, which no answer tells apart, make it fuzzy.

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
    slots = [
        slot
        for entry, end in zip(entries, ends, strict=True)
        for slot in _slots(entry, end, lines, tags)
    ]
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
    """Return the language of the source, and that of the translation where it is stated."""
    declared = metadata.get("X-Source-Language", ""), metadata.get("Language", "")
    sample = [Row(0, Inline(entry.msgid), Inline(entry.msgstr), declared) for entry in entries]
    return languages(declared, langs, sample)[0], stated_target(declared, langs)


def _slots(entry: Any, end: int, lines: list[str], tags: tuple[str, str]) -> Iterator[Slot]:  # noqa: ANN401
    """Yield a slot for each text of *entry*, whose lines go up to *end*."""
    start = entry.linenum - 1
    is_open = not entry.msgstr and not any(entry.msgstr_plural.values())
    for text, forms in _forms(entry):

        def put(answer: Answer, forms: Sequence[str] = forms) -> bool:
            _put(lines, range(start, end), forms, answer.text)
            if (answer.score < EXACT or len(forms) > 1) and not entry.fuzzy:
                _flag(lines, start, end)
                entry.flags.append("fuzzy")
            return False

        yield Slot(text, tags[0], is_open and bool(forms), put, into=tags[1])


def _forms(entry: Any) -> list[tuple[str, list[str]]]:  # noqa: ANN401
    """Return the texts of *entry*, each with the numbers of the forms that render it."""
    if not entry.msgid_plural:
        return [(entry.msgid, [""])]
    forms = [str(number) for number in sorted(entry.msgstr_plural)]
    return [(entry.msgid, forms[:1] if forms[1:] else []), (entry.msgid_plural, forms[1:] or forms)]


def _put(lines: list[str], places: range, forms: Sequence[str], text: str) -> None:
    """Write *text* into the empty messages of these *forms*; "" is a message without forms."""
    escaped = text.translate(_ESCAPES)
    for number in places:
        line = lines[number]
        if (found := _EMPTY.match(line)) and (found[2] or "") in forms:
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
