"""Word's automatic numbering: from numbering.xml and the styles to labels as printed.

Knows ECMA-376 part 1, section 17.9 (levels, formats, restarts, overrides) and
number formats in Latin letters and Chinese; nothing of text or layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(element: etree._Element | None, child: str = "") -> str:
    """Return the ``w:val`` of *element* or of its *child*; empty where there is none."""
    if element is not None and child:
        element = element.find(W + child)
    return "" if element is None else str(element.get(W + "val", ""))


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on or off is there, and on."""
    return element is not None and value(element) not in ("0", "false", "off")


def integer(text: str, default: int = 0) -> int:
    """Read a number of the file, *default* where it is none."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default


def roman(number: int) -> str:
    """Write *number* in capital Roman numerals.

    >>> roman(14)
    'XIV'
    """
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    written = ""
    for weight, letters in pairs:
        written += letters * (number // weight)
        number %= weight
    return written


def letters(number: int) -> str:
    """Write *number* as Word counts with letters: z is followed by aa, bb.

    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def chinese(number: int) -> str:
    """Write *number* below 10,000 in Chinese numerals.

    >>> chinese(4), chinese(10), chinese(12), chinese(20), chinese(105)
    ('四', '十', '十二', '二十', '一百零五')
    """
    written = ""
    for weight, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, weight)
        if digit:
            written += _DIGITS[digit % 10] + unit
        elif written and number and not written.endswith("零"):
            written += "零"
    return written[1:] if written.startswith("一十") else written


_DIGITS = "〇一二三四五六七八九"


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return chinese(number).translate(_LEGAL)


_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def _enclosed(first: str, count: int) -> Callable[[int], str]:
    """Return a format of single characters from *first* on; Word goes on in figures."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _chicago(number: int) -> str:
    return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)


def _ordinal(number: int) -> str:
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else _ORDINAL.get(number % 10, 'th')}"


_ORDINAL = {1: "st", 2: "nd", 3: "rd"}


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "ideographEnclosedCircle": _enclosed("㈠", 10),  # Word prints brackets, whatever the name says
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "chineseLegalSimplified": _legal,
    "ideographTraditional": lambda number: "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
    "ideographZodiac": lambda number: "子丑寅卯辰巳午未申酉戌亥"[(number - 1) % 12],
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "chicago": _chicago,
} | dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanDigital2",
    ),
    chinese,
)


def written(number: int, style: str) -> str:
    """Write *number* in one of Word's number formats; unknown ones count in figures."""
    if not 0 < number < 10_000 or style not in _FORMATS:
        return str(number)
    return _FORMATS[style](number)


@dataclass(frozen=True, slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1  # level number (from 1) whose use restarts this one; 0 never; -1 any above
    is_legal: bool = False

    @classmethod
    def read(cls, element: etree._Element) -> _Level:
        style = value(element, "numFmt") or "decimal"
        return cls(
            style,
            "" if style == "bullet" else value(element, "lvlText"),
            integer(value(element, "start"), 1),
            integer(value(element, "lvlRestart"), -1),
            is_on(element.find(W + "isLgl")),
        )


@dataclass(slots=True)
class _List:
    """One w:num: its levels, and the counters it shares with its abstract list."""

    levels: dict[int, _Level]
    counters: dict[int, int]
    restarts: dict[int, int] = field(default_factory=dict)  # overrides not yet applied


class Numbering:
    """The running counters of one document's lists."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read numbering.xml; without it no paragraph has a number."""
        self.lists: dict[str, _List] = {}
        self.level_of_style: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        abstracts = {a.get(W + "abstractNumId", ""): a for a in root.findall(W + "abstractNum")}
        linked = {value(a, "styleLink"): a for a in abstracts.values()}
        counters: dict[str, dict[int, int]] = {}
        for num in root.findall(W + "num"):
            name, number = value(num, "abstractNumId"), str(num.get(W + "numId", ""))
            abstract = abstracts.get(name)
            if abstract is not None and (link := value(abstract, "numStyleLink")):
                abstract = linked.get(link, abstract)
                name = str(abstract.get(W + "abstractNumId", ""))
            elements = [] if abstract is None else abstract.findall(W + "lvl")
            for level in elements:
                key = (number, value(level, "pStyle"))
                self.level_of_style[key] = integer(level.get(W + "ilvl", ""))
            levels = {integer(e.get(W + "ilvl", "")): _Level.read(e) for e in elements}
            self.lists[number] = _overridden(num, _List(levels, counters.setdefault(name, {})))

    def label(self, number: str, level: int) -> str:
        """Count one paragraph on *level* of list *number* and return its printed label."""
        found = self.lists.get(number)
        if found is None:
            return ""
        counters = found.counters
        if level in found.restarts:
            counters[level] = found.restarts.pop(level)
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = found.levels.get(level, _Level()).start
        for deeper in [key for key in counters if key > level]:
            restart = found.levels.get(deeper, _Level()).restart
            if restart < 0 or 0 < level + 1 <= restart:
                del counters[deeper]
        return self._written(found, level)

    @staticmethod
    def _written(found: _List, level: int) -> str:
        shape = found.levels.get(level, _Level())

        def figure(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = found.levels.get(index, _Level())
            number = found.counters.get(index, other.start)
            if other.style == "none":
                return ""
            return written(number, "decimal" if shape.is_legal else other.style)

        return re.sub(r"%([1-9])", figure, shape.text).strip()


def _overridden(num: etree._Element, found: _List) -> _List:
    """Apply the level overrides of one w:num."""
    for override in num.findall(W + "lvlOverride"):
        level = integer(override.get(W + "ilvl", ""))
        replaced = override.find(W + "lvl")
        if replaced is not None:
            found.levels = found.levels | {level: _Level.read(replaced)}
        if start := value(override, "startOverride"):
            found.restarts[level] = integer(start, 1)
    return found
