"""Enumerators at the head of a text: ``12.``, ``IV.``, ``(a)``, ``一、``, ``第一章``, ``¹``.

Knows how they are written and what they count. Does not know whether a line that
starts with one is a heading, a paragraph or an item: the layout decides by sequence.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How an enumerator is written; brackets, full stops and their widths are one form each."""

    ARABIC = "1."
    DECIMAL = "1.1"
    ROMAN = "I."
    LETTER = "A."
    CHINESE = "一、"
    PAREN_ARABIC = "(1)"
    PAREN_ROMAN = "(i)"
    PAREN_LETTER = "(a)"
    PAREN_CHINESE = "（一）"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    NOTE = "¹"
    BULLET = "•"


@dataclass(frozen=True, slots=True)
class Enumerator:
    """An enumerator: its form, the number it stands for (0 for a bullet) and its print."""

    form: Form
    value: int
    text: str


_NARROW = str.maketrans(
    {0xFF10 + i: 0x30 + i for i in range(10)}
    | {0xFF21 + i: 0x41 + i for i in range(26)}
    | {0xFF41 + i: 0x61 + i for i in range(26)}
    | {"（": "(", "）": ")", "．": "."}
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_HAN_DIGITS = {d: i for i, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100}
_NUMERAL = "[〇零一二三四五六七八九十百]"
_DECIMAL_LABEL = re.compile(r"(?:\d{1,2}\.){1,3}(\d{1,2})\.?")
_NUMERALS = re.compile(rf"{_NUMERAL}+")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
# What may follow a full stop or a bare bracket: space, the end, a Chinese character, an opening
# mark, or a capital followed by a small letter ("12.The present report").
_AFTER = r"(?=\s|$|[㐀-鿿《“‘「『【(\[\"']|[A-Z][a-z])"
# "1.1 million" and "3.5 亿" are figures; "1.1 Method" and "1.1 方法" are numbered.
_TITLED = r"(?=\s+[A-Z][A-Za-z]|\s*(?!亿|万|元|美元|倍|吨|公里|个)[㐀-鿿])"
_PARTED = r"(?:[、:：]|(?=\s|$))"
_COUNTED = r"([IVXL]+|\d{1,4})\b[.:]?(?=\s+[A-Z]|$)"
_INITIAL = r"(?!\s?[A-Z]\.)"  # "A. B. Smith" starts with a name

_PATTERNS: tuple[tuple[Form, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        (Form.ARABIC, rf"(\d{{1,4}})(?:、|\.{_AFTER})"),
        (Form.ARABIC, rf"第\s?(\d{{1,4}})\s?段{_PARTED}"),
        (Form.DECIMAL, rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?{_TITLED}"),
        (Form.ROMAN, rf"([IVXL]{{1,7}}|[Ⅰ-Ⅻ])(?:、|\.{_AFTER}{_INITIAL})"),
        (Form.LETTER, rf"([A-Z])(?:、|\.{_AFTER}{_INITIAL})"),
        (Form.PAREN_ARABIC, r"\((\d{1,3})\)|([①-⑳])"),
        (Form.PAREN_ARABIC, rf"(\d{{1,3}})\){_AFTER}"),
        (Form.PAREN_ROMAN, rf"\(([ivxl]{{1,6}})\)|([ivxl]{{1,6}})\){_AFTER}"),
        (Form.PAREN_ROMAN, r"([ivxl]{1,6})\.(?=\s|$)"),
        (Form.PAREN_LETTER, rf"\(([a-z]{{1,2}}|[A-Z])\)|([a-zA-Z])\){_AFTER}"),
        (Form.PAREN_LETTER, r"([a-z])\.(?=\s|$)"),
        (Form.PAREN_CHINESE, rf"\(({_NUMERAL}{{1,4}})\)|([㈠-㈩])"),
        (Form.PAREN_CHINESE, rf"({_NUMERAL}{{1,3}})\s+(?!{_NUMERAL})(?=[㐀-鿿《“])"),
        (Form.CHINESE, rf"({_NUMERAL}{{1,5}})[、.]"),
        (Form.CHAPTER, rf"第\s?({_NUMERAL}{{1,5}}|\d{{1,3}})\s?(?:章|编|篇|部分){_PARTED}"),
        (Form.SECTION, rf"第\s?({_NUMERAL}{{1,5}}|\d{{1,3}})\s?节{_PARTED}"),
        (Form.ARTICLE, rf"第\s?({_NUMERAL}{{1,5}}|\d{{1,4}})\s?条{_PARTED}"),
        (Form.CHAPTER, rf"(?:Chapter|CHAPTER|Part|PART) {_COUNTED}"),
        (Form.SECTION, rf"(?:Section|SECTION) {_COUNTED}"),
        (Form.ARTICLE, rf"(?:Article|ARTICLE) {_COUNTED}"),
        (Form.NOTE, rf"([{_SUPERSCRIPTS}]{{1,3}})|(\*{{1,4}})(?!\*)|([†‡§]{{1,3}})"),
        (Form.BULLET, r"([•●▪■◦‣∙○◆◼])|([-–—])(?=\s)"),
    )
)
_ROMAN_FORMS = {Form.ROMAN: Form.LETTER, Form.PAREN_ROMAN: Form.PAREN_LETTER}
_LETTER_FORMS = {letter: roman for roman, letter in _ROMAN_FORMS.items()}
_LONGEST = 24  # characters at the head of a text that can hold an enumerator


def split_enumerator(text: str) -> tuple[Enumerator | None, str]:
    """Split a leading enumerator off *text*; without one, return None and *text*.

    A single letter that is also a Roman numeral is read as I, V or X, otherwise as
    a letter; `other_reading` gives the alternative. Initials in front of a surname
    (``A. Smith``) look like an enumerator and are returned as one.

    >>> split_enumerator("（a） 继续努力")
    (Enumerator(form=<Form.PAREN_LETTER: '(a)'>, value=1, text='（a）'), '继续努力')
    >>> split_enumerator("3.5 million")
    (None, '3.5 million')
    """
    head = text[:_LONGEST].translate(_NARROW)
    for form, pattern in _PATTERNS:
        match = pattern.match(head)
        value = _value(form, next(filter(None, match.groups()))) if match else None
        if match and value is not None and not _is_range(form, value, head[match.end() :]):
            end = match.end()
            return Enumerator(form, value, text[:end].rstrip()), text[end:].strip()
    return None, text


def read_label(label: str) -> Enumerator | None:
    """Read a *label* that stands alone, as Word's numbering or an HTML list gives it.

    >>> read_label("IV.").value, read_label("12").value, read_label("-").form.value
    (4, 12, '•')
    """
    label = label.strip()
    if not label:
        return None
    if label.isdecimal():
        return Enumerator(Form.ARABIC, int(label), label)
    if match := _DECIMAL_LABEL.fullmatch(label):
        return Enumerator(Form.DECIMAL, int(match[1]), label)
    enumerator, rest = split_enumerator(label)
    if enumerator is None or rest:
        return Enumerator(Form.BULLET, 0, label)
    return enumerator


def ordinal(label: str) -> int:
    """Return the number that *label* stands for, comparable across languages; 0 if none.

    >>> [ordinal(label) for label in ("一.", "I.", "（二）", "(b)", "¹", "*", "[1]", "2.1", "")]
    [1, 1, 2, 2, 1, 1, 1, 1, 0]
    """
    enumerator = read_label(label.strip("[]"))
    return enumerator.value if enumerator else 0


def other_reading(enumerator: Enumerator) -> Enumerator | None:
    """Return the other reading of a single letter: ``I.`` as a letter, ``C.`` as a hundred.

    >>> other_reading(read_label("(i)")).value
    9
    """
    letter = enumerator.text.translate(_NARROW).strip("().、 ")
    if len(letter) != 1:
        return None
    form = _ROMAN_FORMS.get(enumerator.form) or _LETTER_FORMS.get(enumerator.form)
    value = None if form is None else _plain_value(form, letter)
    return None if form is None or value is None else Enumerator(form, value, enumerator.text)


def _value(form: Form, core: str) -> int | None:
    """Return the number of *core* in *form*, None when it is not of that form after all."""
    if form in _ROMAN_FORMS and core in "Ll":
        return None
    return _plain_value(form, core)


def _is_range(form: Form, value: int, rest: str) -> bool:
    """Whether "五、六" at the head of a text means five or six: the next number follows."""
    after = _NUMERALS.match(rest)
    return form is Form.CHINESE and after is not None and chinese_value(after[0]) == value + 1


def _plain_value(form: Form, core: str) -> int | None:
    core = unicodedata.normalize("NFKC", core).strip("()")
    if form in _ROMAN_FORMS:
        return roman_value(core)
    if form in _LETTER_FORMS:
        return letter_value(core)
    if form is Form.BULLET:
        return 0
    if form is Form.NOTE and not core.isdecimal():
        return len(core)
    last = core.rpartition(".")[2]  # of "2.3.1"
    if last.isdecimal():
        return int(last)
    return roman_value(core) if core.isascii() else chinese_value(core)


def letter_value(letters: str) -> int | None:
    """Return 1 for ``a``, 26 for ``z``, 27 for ``aa``; None for letters that do not repeat."""
    if len(set(letters)) != 1:
        return None
    return ord(letters[0].lower()) - ord("a") + 1 + 26 * (len(letters) - 1)


def roman_value(numeral: str) -> int | None:
    """Return the value of a well-formed Roman numeral, None for anything else."""
    numeral = numeral.lower()
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in numeral]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)


def chinese_value(numeral: str) -> int | None:
    """Return the value of a Chinese numeral below a thousand, None for anything else.

    >>> chinese_value("二十八"), chinese_value("一百零三"), chinese_value("〇")
    (28, 103, 0)
    """
    total = digit = 0
    for character in numeral:
        if character in _HAN_TENS:
            total += (digit or 1) * _HAN_TENS[character]
            digit = 0
        elif character in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[character]
        else:
            return None
    return total + digit
