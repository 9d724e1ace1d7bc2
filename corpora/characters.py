"""What counts as text, character by character: what every reader drops, folds and raises.

Knows Unicode and XML 1.0, nothing of files or layout.
"""

from __future__ import annotations

import re

# XML 1.0, production 2 (Char); lone surrogates are outside it as well
_NOT_XML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# vertical tab, form feed and the separators of ASCII, which XML 1.0 cannot hold: line breaks
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f", "\n"))
# soft hyphen, zero-width spaces and joiners, direction marks, word joiner, byte order mark
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CJK = "\u2e80-\u2fdf\u3001-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_CJK_BREAK = re.compile(f"(?<=[{_CJK}])[ \t\xa0\u3000]*\n\\s*(?=[{_CJK}])")
_RAISED = dict(
    zip(
        map(ord, "0123456789abcdefghijklmnoprstuvwxyz"),
        "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)

NOTE_MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§]{1,4}|[ⁱᵛˣ]{1,5}|[ᵃ-ᶻ])(?=\s|\w|[“《（(\[])")


def clean(text: str) -> str:
    """Return *text* on one line, of XML characters only, its white space collapsed.

    A line break between two Chinese characters is no space.

    >>> clean(" 联合国\\n会员国 met\\x00 in\\u00a0Vien\\u00adna ")
    '联合国会员国 met in Vienna'
    """
    text = _CJK_BREAK.sub("", without_controls(text.translate(_BREAKS)))
    return " ".join(_INVISIBLE.sub("", text).split())


def without_controls(text: str) -> str:
    """Drop what XML 1.0 cannot hold: controls, lone surrogates, noncharacters."""
    return _NOT_XML.sub("", text)


def is_cjk(character: str) -> bool:
    """Whether *character* is written without spaces around it, full-width marks included."""
    return bool(_IS_CJK.match(character))


_IS_CJK = re.compile(f"[{_CJK}]")
_CJK_RUN = re.compile(f"[{_CJK}]+")


def raised(mark: str) -> str:
    """Write a note mark as superscript characters, so that it stays visible in plain text.

    >>> raised("12"), raised("ii"), raised("*")
    ('¹²', 'ⁱⁱ', '*')
    """
    return mark.translate(_RAISED)


def cells(text: str) -> int:
    """Return the printed width of *text*, a Chinese character counting two.

    >>> cells("对照 is")
    7
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(map(len, _CJK_RUN.findall(text)))
