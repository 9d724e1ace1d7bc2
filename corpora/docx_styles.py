"""Word's styles: which paragraphs are headings and which lists number them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpora.docx_numbers import Numbering, W, integer, value
from corpora.passages import Hint

_DEPTH = 20  # a chain of basedOn longer than this is a loop
# heading styles of the United Nations templates: "_ H _Ch", "_ H_1", "_ H_2/3", "_ H_4"
_UN_HEADING = re.compile(r"_\s*H\s*_\s*(Ch|M|1|2|4|5)", re.IGNORECASE)
_UN_LEVELS = {"m": 1, "ch": 1, "1": 2, "2": 3, "4": 4, "5": 5}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """What its style and properties make of a paragraph."""

    hint: Hint = Hint.NONE
    level: int = 0
    number: str = ""  # w:numId; empty or "0" without numbering
    depth: int = 0  # level in that list, from 0


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, root: etree._Element | None, numbering: Numbering) -> None:
        """Index styles.xml; without it every paragraph is plain."""
        found = [] if root is None else root.findall(W + "style")
        self.styles = {str(style.get(W + "styleId", "")): style for style in found}
        self.default = next(
            (
                name
                for name, style in self.styles.items()
                if style.get(W + "default") in ("1", "true")
                and style.get(W + "type") == "paragraph"
            ),
            "",
        )
        self.numbering = numbering
        self.run_properties: dict[tuple[str, str], etree._Element | None] = {}

    def role(self, paragraph: etree._Element) -> Role:
        """Tell heading level and numbering of *paragraph*: its own, else its style's."""
        properties = paragraph.find(W + "pPr")
        chain = self._chain(value(properties, "pStyle") or self.default)
        hint, level = self._rank(properties, chain)
        number, depth = self._numbers(properties, chain)
        return Role(hint, level, number, depth)

    def of_run(self, run: etree._Element, name: str) -> etree._Element | None:
        """Find a property of *run*: its own, else its character style's, else its paragraph's."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        paragraph = next(run.iterancestors(W + "p"), None)
        block = None if paragraph is None else paragraph.find(W + "pPr")
        styles = value(run.find(W + "rPr"), "rStyle"), value(block, "pStyle") or self.default
        found = (self._styled(style, name) for style in styles if style)
        return next((element for element in found if element is not None), None)

    def _styled(self, style: str, name: str) -> etree._Element | None:
        """Look a run property up in *style* and those it is based on, once for each style."""
        if (style, name) not in self.run_properties:
            found = (element.find(f"{W}rPr/{W}{name}") for _, element in self._chain(style))
            self.run_properties[style, name] = next((f for f in found if f is not None), None)
        return self.run_properties[style, name]

    def _chain(self, name: str) -> list[tuple[str, etree._Element]]:
        """Return the style called *name* and those it is based on."""
        chain: list[tuple[str, etree._Element]] = []
        while name in self.styles and len(chain) < _DEPTH:
            chain.append((name, self.styles[name]))
            name = value(self.styles[name], "basedOn")
        return chain

    @staticmethod
    def _rank(
        properties: etree._Element | None, chain: list[tuple[str, etree._Element]]
    ) -> tuple[Hint, int]:
        outline = value(properties, "outlineLvl")
        for _, style in chain:
            name = value(style, "name")
            outline = outline or value(style.find(W + "pPr"), "outlineLvl")
            if name.lower() == "title":
                return Hint.TITLE, 0
            if name.lower().startswith("toc "):
                return Hint.FURNITURE, 0
            if not outline and (heading := _HEADING.fullmatch(name)):
                return Hint.HEADING, int(heading[1])
            if not outline and (heading := _UN_HEADING.match(name)):
                return Hint.HEADING, _UN_LEVELS[heading[1].lower()]
        level = integer(outline, 9) + 1
        return (Hint.HEADING, level) if 1 <= level <= 9 else (Hint.NONE, 0)

    def _numbers(
        self, properties: etree._Element | None, chain: list[tuple[str, etree._Element]]
    ) -> tuple[str, int]:
        own = None if properties is None else properties.find(W + "numPr")
        number, depth = value(own, "numId"), value(own, "ilvl")
        for name, style in chain:
            inherited = style.find(f"{W}pPr/{W}numPr")
            if number or inherited is None:
                continue
            number = value(inherited, "numId")
            by_style = self.numbering.level_of_style.get((number, name))
            depth = depth or (value(inherited, "ilvl") if by_style is None else str(by_style))
        return number, integer(depth)
