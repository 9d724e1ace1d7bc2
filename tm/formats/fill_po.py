"""Filling the empty messages of a PO in place.

Knows the lines of an entry: only its empty ``msgstr`` and its flags are changed, so
that a version control system shows nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
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


Form = int | None  # number of a form of a plural; None of a message without


@dataclass(frozen=True, slots=True)
class _Message:
    """An entry of a catalogue, the lines where it stands, and how well it has been filled."""

    entry: Any  # polib has no types
    places: range
    scores: list[int] = field(default_factory=list)

    def texts(self) -> list[tuple[str, list[Form]]]:
        """Return its source texts, each with the forms that render it."""
        if not self.entry.msgid_plural:
            return [(self.entry.msgid, [None])]
        first, *others = sorted(self.entry.msgstr_plural) or [None]
        if not others:
            return [(self.entry.msgid, []), (self.entry.msgid_plural, [first])]
        return [(self.entry.msgid, [first]), (self.entry.msgid_plural, others)]

    def is_open(self, forms: Sequence[Form]) -> bool:
        """Tell whether all these *forms* are there, and empty."""
        plural = self.entry.msgstr_plural
        return bool(forms) and not any(plural.get(form, self.entry.msgstr) for form in forms)

    def note(self, answer: Answer, forms: Sequence[Form]) -> None:
        """Keep what was put into *forms*."""
        self.scores.append(answer.score)
        self.entry.msgstr_plural.update({form: answer.text for form in forms if form is not None})

    @property
    def is_doubtful(self) -> bool:
        """Whether it was filled and needs a second look, which nothing asks for yet."""
        texts = self.entry.msgstr_plural.values()
        is_sure = len(texts) <= 2 and all(texts) and min(self.scores, default=EXACT) >= EXACT
        return bool(self.scores) and not is_sure and not self.entry.fuzzy


def fill_po(
    path: Path, output: Path, answer: Callable[[Query], Answer | None], langs: Langs
) -> Applied:
    """Copy the PO at *path* to *output*, its empty messages filled with what is answered.

    A score below 100 makes an entry fuzzy. Of the forms of a plural the first is filled
    with the answer to the singular, the others with that to the plural's text; more than
    two, which no answer tells apart, make it fuzzy, and so does one that stays empty.

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
    messages = [
        _Message(entry, range(entry.linenum - 1, end))
        for entry, end in zip(entries, ends, strict=True)
    ]
    slots = [slot for message in messages for slot in _slots(message, lines, tags)]
    applied = fill(slots, answer)
    for message in messages:
        if message.is_doubtful:
            _flag(lines, message.places)
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


def _slots(message: _Message, lines: list[str], tags: tuple[str, str]) -> Iterator[Slot]:
    """Yield a slot for each text of *message*; it is open if its own forms are empty."""
    for text, forms in message.texts():

        def put(answer: Answer, forms: Sequence[Form] = forms) -> bool:
            _put(lines, message.places, forms, answer.text)
            message.note(answer, forms)
            return False

        yield Slot(text, tags[0], message.is_open(forms), put, into=tags[1])


def _put(lines: list[str], places: range, forms: Sequence[Form], text: str) -> None:
    """Write *text* into the empty messages of these *forms*."""
    escaped = text.translate(_ESCAPES)
    for number in places:
        line = lines[number]
        found = _EMPTY.match(line)
        if found and (int(found[2]) if found[2] else None) in forms:
            lines[number] = f'{found[1]} "{escaped}"{line[len(line.rstrip()) :]}'


def _flag(lines: list[str], places: range) -> None:
    """Mark an entry as fuzzy: on its line of flags, else on one before its message."""
    for number in places:
        line = lines[number]
        if line.startswith("#,"):
            lines[number] = f"{line.rstrip()}, fuzzy{line[len(line.rstrip()) :]}"
            return
        if line.startswith(("#|", "msgctxt", "msgid")):
            lines[number] = f"#, fuzzy{line[len(line.rstrip()) :] or chr(10)}{line}"
            return
