"""From bytes to characters: byte order marks, UTF-8, UTF-16, GB18030, Big5, Windows-1252.

Decides by strict decoding and by what the result looks like, never by a guess on
letter frequencies; a file that fits none is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping, Sequence
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
_BIG5_PAIR = re.compile(rb"[\xa1-\xf9][\x40-\x7e\xa1-\xfe]|[\x80-\xff]")
# what is frequent: punctuation and level 1 of GB 2312, and of Big5
_GB_FREQUENT = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
_BIG5_FREQUENT = re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]")
# Chinese stands in runs; what looks like it in Windows-1252, as the pair in 20°C, stands alone
_BIG5_RUN = re.compile(rb"(?:[\xa1-\xf9][\x40-\x7e\xa1-\xfe]){2,}")
_USUAL = 0.85  # share of frequent characters: of tables of one to fifty terms .89 to 1
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
    for name, fits in _OTHERS.items():
        if fits(data[:_SAMPLE]) and _is_whole(text := data.decode(name, "replace")):
            return text
    if (wide := _decode_utf16(data)) is not None:
        return wide
    return _decode_western(data, path)


def _is_whole(text: str) -> bool:
    foreign = sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", text))
    return text.count("\ufffd") <= _DAMAGE * foreign


def _is_gb(data: bytes) -> bool:
    pairs = _GB_PAIR.findall(data)
    return sum(len(pair) == 2 for pair in pairs) >= 0.8 * len(pairs)


def _is_big5(data: bytes) -> bool:
    """Tell whether *data* is rather Big5 than GB18030: by which of them it is usual Chinese."""
    pairs = _BIG5_PAIR.findall(data)
    share = _share(_BIG5_FREQUENT, pairs)
    in_runs = sum(len(run) // 2 for run in _BIG5_RUN.findall(data))
    is_usual = share >= _USUAL and in_runs >= len(pairs) / 2
    return is_usual and share > _share(_GB_FREQUENT, _GB_PAIR.findall(data))


def _share(frequent: re.Pattern[bytes], pairs: Sequence[bytes]) -> float:
    return sum(bool(frequent.fullmatch(pair)) for pair in pairs) / max(len(pairs), 1)


_OTHERS: Mapping[str, Callable[[bytes], bool]] = {  # in the order in which they are tried
    "utf-8": lambda _: True,
    "cp950": _is_big5,  # Big5 as Windows has it
    "gb18030": _is_gb,
}


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
