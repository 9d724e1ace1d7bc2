"""From bytes to characters: byte order marks, UTF-8, UTF-16, GB18030, Windows-1252.

Decides by strict decoding and by what the result looks like, never by a guess on
letter frequencies; a file that fits none is refused.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from corpora.errors import FormatError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_COMMON = re.compile(
    "[\t\n\f\r\x20-\x7e\xa0-\xff\u2010-\u2044\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
# pairs of bytes of GB 2312, where nearly every character of modern Chinese lies
_GB_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]|[\x80-\xff]")
_STRAY = 3  # NUL characters that are damage, not the mark of a binary file
_DAMAGE = 0.02  # share of broken characters that is still a slightly damaged file


def decode(data: bytes, path: str | Path | None = None) -> str:
    """Decode *data* whose encoding nobody declares.

    Raises:
        FormatError: the bytes are no text, or in none of the encodings above.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name)
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = _decode_other(data, path)
    if "\0" in text[:_SAMPLE] and (wide := _decode_utf16(data)) is not None:
        return wide
    if text.count("\0") > _STRAY + len(text) // 1000:
        raise _binary(path)
    return text


def _decode_marked(data: bytes, name: str) -> str:
    """Decode what follows a byte order mark; half a character at the end is left out."""
    if "16" in name:
        return data[: len(data) // 2 * 2].decode(name, "surrogatepass")
    return data.decode(name, "replace")


def _decode_other(data: bytes, path: str | Path | None) -> str:
    if b"\0" in data[:_SAMPLE]:
        wide = _decode_utf16(data)
        if wide is None:
            raise _binary(path)
        return wide
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, "replace")
        if _is_whole(text) and (name == "utf-8" or _is_gb(data)):
            return text
    if (wide := _decode_utf16(data)) is not None:
        return wide
    return _decode_western(data, path)


def _is_whole(text: str) -> bool:
    foreign = sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", text))
    return text.count("\ufffd") <= _DAMAGE * foreign


def _is_gb(data: bytes) -> bool:
    pairs = _GB_PAIR.findall(data[:_SAMPLE])
    return sum(len(pair) == 2 for pair in pairs) >= 0.8 * len(pairs)


def _decode_utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a byte order mark in whichever order looks like text."""
    if len(data) % 2:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE].decode(name, "replace")
        if len(_COMMON.findall(sample)) > 0.95 * len(sample):
            try:
                return data.decode(name, "surrogatepass")
            except UnicodeDecodeError:
                continue
    return None


def _decode_western(data: bytes, path: str | Path | None) -> str:
    """Decode Windows-1252, where English text has a few curly quotes and dashes."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    sample = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\f\r\v" for character in sample)
    if not text or controls > len(sample) // 100:
        raise _binary(path)
    if sum(map(str.isascii, sample)) < 0.8 * len(sample):
        raise FormatError("unknown encoding", path, remedy="save it as UTF-8 text")
    return text


def _binary(path: str | Path | None) -> FormatError:
    return FormatError(
        "not text but binary data", path, remedy="give a .txt, .docx, .html, .pdf or .doc file"
    )
