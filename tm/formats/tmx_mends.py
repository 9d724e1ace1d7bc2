"""What no XML may hold, and the characters it should have held instead.

Knows characters, references and bare signs in a text that could not be parsed, and mends them
one kind at a time. Knows nothing of elements: whether the text is XML afterwards, and whether
that is worth keeping, is for ``tmx_fragments`` to find out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5
from typing import NamedTuple

from corpora.characters import without_controls
from tm.formats.tmx_vocabulary import ATTRIBUTES


class Mark(NamedTuple):
    """A fault of the characters of a fragment, found before it was parsed."""

    code: str
    line: int  # of the file
    detail: str
    fix: str = ""  # what was done about it, where something was


# Characters: what XML cannot hold, and what it should be. A match that comes back as it was is
# no fault. None changes the number of lines.


def encoding_fault(match: re.Match[str]) -> str:
    """Bytes that are no text in the encoding of the file."""
    return ""


def control_character(match: re.Match[str]) -> str:
    """A control character. XML cannot hold it; OmegaT 3.6 drops the whole file without a word."""
    found = match[0]
    if found[0] == "&":
        digits = found[2:-1]
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        is_fine = number < 0x110000 and not _CONTROL.match(chr(number))
        return found if is_fine and not 0xD800 <= number < 0xE000 else ""
    return " " if set(found) & set("\x0b\x0c\x1c\x1d\x1e\x1f") else ""


def undefined_entity(match: re.Match[str]) -> str:
    """XML defines no such entity. Those of HTML, such as &nbsp;, must be written as characters."""
    name = match["fault"]
    if name is None or name in ("amp", "lt", "gt", "quot", "apos"):
        return match[0]
    characters = html5.get(f"{name};", f"&{name};")
    return characters.replace("&", "&amp;").replace("<", "&lt;")


def bare_ampersand(match: re.Match[str]) -> str:
    """A bare &. XML wants &amp;; OmegaT 3.6 drops the whole file without a word."""
    return "&amp;" if match["fault"] else match[0]


def cdata_end(match: re.Match[str]) -> str:
    """The characters ]]> stand in a text, where XML wants ]]&gt;."""
    return "]]&gt;" if match["fault"] else match[0]


def bare_less_than(match: re.Match[str]) -> str:
    """A bare <, or a tag of HTML that is never closed. XML wants &lt;."""
    return "&lt;" if match["fault"] else match[0]


_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_SPARED = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_REFERENCE = "&#(?:x[0-9a-fA-F]{1,9}|[0-9]{1,9});"
_NAMES = "|".join(ATTRIBUTES)
MENDS: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    code: (re.compile(pattern, re.DOTALL), mend)
    for code, pattern, mend in (
        ("encoding", "[\udc00-\udcff]+", encoding_fault),
        ("control-character", f"{_CONTROL.pattern}|{_REFERENCE}", control_character),
        ("undefined-entity", rf"{_SPARED}|&(?P<fault>[^\W\d][\w.-]*);", undefined_entity),
        ("bare-ampersand", rf"{_SPARED}|(?P<fault>&)(?!\w+;|{_REFERENCE[1:]})", bare_ampersand),
        ("cdata-end", rf"{_SPARED}|(?P<fault>\]\]>)", cdata_end),
        ("bare-less-than", rf"{_SPARED}|(?P<fault><)(?!/?(?:{_NAMES})[\s/>])", bare_less_than),
    )
}


def mend_all(text: str, code: str, line: int, marks: list[Mark]) -> str:
    """Mend the faults *code* of *text*, which starts in *line*, and note each in *marks*."""
    pattern, mend = MENDS[code]
    parts, end, seen = [], 0, 0
    for match in pattern.finditer(text):
        new = mend(match)
        if new != match[0]:
            line += text.count("\n", seen, match.start())
            seen = match.start()
            marks.append(Mark(code, line, _shown(match), f"{_shown(match)} → {new or 'nothing'}"))
            parts += [text[end : match.start()], new]
            end = match.end()
    return "".join([*parts, text[end:]])


def _shown(match: re.Match[str]) -> str:
    found = match[0]
    if found in "&<" or found == "]]>":
        return " ".join(without_controls(match.string[match.start() : match.end() + 20]).split())
    if found.isprintable():
        return found
    codes = [ord(character) for character in found[:8]]
    return " ".join(f"{c - 0xDC00:02X}" if 0xDC00 <= c < 0xDD00 else f"U+{c:04X}" for c in codes)
