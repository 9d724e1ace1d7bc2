"""Undoing hard line breaks: how the lines of one paragraph become one line again.

Knows words and scripts; where a paragraph begins and ends is for the readers to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.characters import is_cjk

_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐]$")  # a word cut at the end of a line
_REST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LATIN_HAN = re.compile(r"[\u4e00-\u9fff]( ?)[0-9A-Za-z]|[0-9A-Za-z]( ?)[\u4e00-\u9fff]")
_TIGHT_END = re.compile(r"(?:\d[-–‐]|\S/)$")  # 2018-|2019, and/|or, addresses

_NUMERAL = "一二三四五六七八九十百零〇"
ENUMERATOR = re.compile(
    r"""(?:
      \d{1,3}[.．)）、](?=\D)                      # 12.
    | [(（](?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,2})[)）]  # (a) (iv) (1)
    | [a-z][.)]\s
    | [A-Z][.．、](?=\s|[^\W\d_a-zA-Z])             # A.
    | [IVXLC]{1,6}[.．、](?=\s|[^\W\d_a-zA-Z])
    | [(（]?["""
    + _NUMERAL
    + r"""]{1,4}(?:[、.．)）])
    | 第["""
    + _NUMERAL
    + r"""\d]{1,4}[章节条部]
    | [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?=\s|\w)
    | [*†‡]{1,3}\s
    | [•▪◦●■]\s?
    )""",
    re.VERBOSE,
)
# the end of a sentence, an item or a lead-in, with what closes it and a note mark
ENDED = re.compile(r"[.;:!?。；：！？…][”’\"')）》」⁰¹²³⁴⁵⁶⁷⁸⁹*]*$")
# lines of the front of a report that are never the rest of another
ALONE = re.compile(
    r"Report of the [A-Z][a-z]+(?:-[A-Z][a-z]+)?|Note by the Secret(?:ariat|ary-General)"
    r"|[A-Z][a-z]+(?:-[a-z]+)? session|Summary|Contents|Distr\.: \w+|Original: \w+"
    r"|(?:(?:I|1|A)\. )?(?:Introduction|Background)|(?:[一1][、.．]\s?)?(?:导\s?言|引\s?言|背\s?景)"
    r"|秘书长的(?:报告|说明)|秘书处的(?:报告|说明)|第["
    + _NUMERAL
    + r"\d]{1,5}[届次]会议|摘\s?要|目\s?[录次]"
)


@dataclass(frozen=True, slots=True)
class Joiner:
    """How one document joins its broken lines, learned from the document itself."""

    words: frozenset[str] = frozenset()  # lower case, compounds as written
    heads: frozenset[str] = frozenset()  # first parts of compounds: "anti" of "anti-corruption"
    spaced: bool = False  # whether a space stands between Chinese characters and figures

    @classmethod
    def learn(cls, lines: Iterable[str]) -> Joiner:
        """Take in the words of *lines* and whether figures are spaced off in Chinese."""
        words: set[str] = set()
        spaced = tight = 0
        was_cut = False
        for line in lines:
            found = _WORD.findall(line.lower())
            is_cut = line.rstrip().endswith(("-", "‐", "\xad"))
            words.update(found[was_cut : len(found) - is_cut])
            was_cut = is_cut
            for before, after in _LATIN_HAN.findall(line):
                spaced, tight = (spaced + 1, tight) if before or after else (spaced, tight + 1)
        heads = {word.partition("-")[0] for word in words if "-" in word}
        return cls(frozenset(words), frozenset(heads), spaced > tight)

    def join(self, lines: Sequence[str]) -> str:
        """Join the lines of one paragraph.

        >>> Joiner(frozenset({"follow-up"})).join(["A follow-", "up to", "the confer-", "ence"])
        'A follow-up to the conference'
        """
        parts: list[str] = []
        last = ""
        for line in map(str.strip, lines):
            if not line:
                continue
            if last:
                parts[-1], glue = self._seam(last, line)
                parts.append(glue)
            parts.append(line)
            last = line
        return "".join(parts)

    def _seam(self, left: str, right: str) -> tuple[str, str]:
        """Return *left* as it stands before *right*, and what goes between them."""
        if left.endswith("\xad"):
            return left[:-1], ""
        if cut := _CUT.search(left):
            keep = self._is_compound(cut[1], right)
            return (left if keep else left[:-1]), ""
        if _TIGHT_END.search(left) or (is_cjk(left[-1]) and is_cjk(right[0])):
            return left, ""
        if is_cjk(left[-1]) or is_cjk(right[0]):
            mixed = left[-1].isalnum() and right[0].isalnum()
            return left, " " if mixed and self.spaced else ""
        return left, " "

    def _is_compound(self, head: str, right: str) -> bool:
        """Whether the hyphen between *head* and the first word of *right* belongs there."""
        rest = _REST.match(right)
        if rest is None or not rest[0][0].islower() or "-" in head:
            return True
        head, tail = head.lower(), rest[0].lower()
        if f"{head}-{tail}" in self.words:
            return True
        if head + tail in self.words:
            return False
        known_head = head in self.heads or (len(head) > 2 and head in self.words)
        return known_head and tail.partition("-")[0] in self.words
