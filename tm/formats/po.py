"""Reading PO files: messages and their translations, plural forms included.

Knows what an entry says of itself: fuzzy and obsolete ones are no translations.
Leaves texts as they are, accelerators and placeholders included. A PO is read as a
whole, which its parser needs; one of 100,000 messages takes some 200 MB.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora.types import TranslationUnit
from tm.errors import POError
from tm.formats.inline import Inline
from tm.formats.rows import Langs, Row, units_of
from tm.formats.skipped import Reporter, Skip

_LINE = re.compile(r"line (\d+)")
_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w:.-]+)', re.IGNORECASE)
_MESSAGE = re.compile(rb"^\s*(?:#~\s*)?msgid\s", re.MULTILINE)
_UNCLOSED = re.compile(
    r'^[ \t]*(?:#~[ \t]*)?(?:msg\w+(?:\[\d+\])?[ \t]+)?"(?:[^"\\\r\n]|\\.)*\r?$', re.MULTILINE
)
_REMEDY = "check it with msgfmt --check, or export it again"
_BYTES = "save it as UTF-8 and say so in its header"


def read_po(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the translated messages of the PO at *path*; of plurals, the first and the last form.

    The target language is the header's, else that of *langs*, else told by script;
    PO names no source language but in ``X-Source-Language``. A context
    (``msgctxt``) is kept as the property ``x-msgctxt``, comments as the note.

    Raises:
        POError: it is no PO, or broken.
    """
    reporter = Reporter(Path(path), skipped, POError)
    rows = po_rows(reporter.path)
    yield from units_of(rows, reporter, langs, is_every=is_every)


def po_rows(path: Path) -> Iterator[Row]:
    """Yield every message, translated or not, in file order; obsolete ones are left out.

    Raises:
        POError: it is no PO, or broken.
    """
    catalogue = parse_po(path)
    metadata = catalogue.metadata
    langs = metadata.get("X-Source-Language", ""), metadata.get("Language", "")
    for entry in catalogue:
        if not entry.obsolete:
            for source, target in forms_of(entry):
                yield Row(
                    entry.linenum, Inline(source), Inline(target), langs,
                    is_done=not entry.fuzzy, facts=_facts(entry),
                )  # fmt: skip


def forms_of(entry: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - polib has no types
    """Return the pairs of an entry: one, or those of the singular and of the plural."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)] or [""]
    return [(entry.msgid, forms[0]), (entry.msgid_plural, forms[-1])]


def parse_po(path: Path) -> Any:  # noqa: ANN401 - polib has no types
    """Parse a PO with polib.

    Raises:
        POError: it is no PO, or broken.
    """
    import polib  # type: ignore[import-untyped]

    data = read_bytes(path)
    encoding = encoding_of(data, path)
    try:
        _refuse_unclosed(data.decode(encoding), path)  # which polib would not notice
        return polib.pofile(str(path), encoding=encoding)
    except UnicodeDecodeError as error:
        problem = f"bytes that are not {encoding}, which its header declares"
        raise POError(problem, path, remedy=_BYTES) from error
    except (OSError, ValueError, IndexError, AttributeError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else None
        raise POError("broken PO syntax", path, line=line, remedy=_REMEDY) from error


def _refuse_unclosed(text: str, path: Path) -> None:
    if found := _UNCLOSED.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise POError("broken PO syntax, a quote is missing", path, line=line, remedy=_REMEDY)


def read_bytes(path: Path) -> bytes:
    """Read *path* whole.

    Raises:
        POError: it cannot be read, is empty, or holds no message.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise POError(problem, path, remedy="check its name and your rights") from error
    if not data.strip():
        raise POError("the file is empty", path, remedy="export it again")
    if not _MESSAGE.search(data.removeprefix(codecs.BOM_UTF8)):
        raise POError("not a PO in an 8-bit encoding: no msgid", path, remedy=_BYTES)
    return data


def encoding_of(data: bytes, path: Path) -> str:
    """Return the encoding that the header of a PO declares; UTF-8 without one.

    Raises:
        POError: nobody knows that encoding.
    """
    found = _CHARSET.search(data)
    name = found[1].decode("ascii") if found else "utf-8"
    name = "utf-8" if name == "CHARSET" or data.startswith(codecs.BOM_UTF8) else name
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise POError(f"an encoding nobody knows: {name}", path, remedy=_BYTES) from error
    return name


def _facts(entry: Any) -> dict[str, object]:  # noqa: ANN401
    facts: dict[str, object] = {"note": "\n".join(filter(None, (entry.tcomment, entry.comment)))}
    if entry.msgctxt:
        facts["props"] = (("x-msgctxt", entry.msgctxt),)
    return facts
