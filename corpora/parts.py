"""The parts of a report: the main part, and annexes where numbering starts again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpora.characters import is_cjk
from corpora.enumerators import Form, ordinal
from corpora.passages import Hint
from corpora.pieces import Piece, is_heading_like
from corpora.types import Lang

_NUMBER = r"(?P<number>(?:[IVX]{1,5}|[A-Z])(?![A-Za-z])|\d{1,2}|[一二三四五六七八九十]{1,3}(?!览))"
_OPENING = re.compile(
    r"(?:(?P<annex>Annex(?:es)?|ANNEX(?:ES)?|Enclosure|ENCLOSURE|附件|附文)"
    r"|(?P<appendix>Appendix|APPENDIX|附录))"
    rf"(?:\s*{_NUMBER})?(?P<title>\s*[.:：—–]?\s*\S.*|\s*[.:：]?\s*\*?)?"
)
_BRACKETED = re.compile(r"[\[［【](.*)[\]］】]")
# What makes "Annex" and the words after it one phrase: 附件清单, "Annex Tables"
_NO_TITLE = re.compile(
    r"清单|目录|一览|列表|说明|缔约|国家|[和与及或中的所内外载列见是、，]|(?:part(?:y|ies)|tables?|figures?|countr)"
    r"|(?:states?|lists?)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:(?:Executive )?[Ss]ummary|(?:EXECUTIVE )?SUMMARY|Abstract)\*?"
    r"|(?:执行|内容)?(?:摘|提|概)\s?要\*?"
)
_CONTENTS = re.compile(r"(?:Table of )?[Cc]ontents|CONTENTS|目\s?[录次]")
_OPENINGS = re.compile(
    r"Introduction|INTRODUCTION|Background|导\s?言|引\s?言|绪\s?论|前\s?言|背\s?景"
)
_TO_A_PAGE = re.compile(r"\s\d{1,4}$|[.…]{3}")
_LONGEST_OPENING = 120


def is_summary(text: str) -> bool:
    """Whether *text* is the heading of a summary."""
    return bool(_SUMMARY.fullmatch(text.strip()))


def is_contents(text: str) -> bool:
    """Whether *text* is the heading of a table of contents."""
    return bool(_CONTENTS.fullmatch(text.strip()))


def is_known_heading(text: str) -> bool:
    """Whether *text* is a heading whatever stands around it."""
    return is_summary(text) or is_contents(text) or bool(_OPENINGS.fullmatch(text.strip()))


def opening_of(piece: Piece, lang: Lang) -> tuple[str, int] | None:
    """Return what kind of annex *piece* opens and its printed number (0 if none), or None.

    "Annex II", "[Annex]", "附件二 与会者名单" and "Annex Terms of reference" open one;
    "Annex II contains …" and "附件清单" do not.
    """
    match = _opening(piece, lang)
    if match is None or not (_is_title(match) or _is_run_on(match)):
        return None
    return ("annex" if match["annex"] else "appendix"), ordinal(f"{match['number'] or ''}.")


def _opening(piece: Piece, lang: Lang) -> re.Match[str] | None:
    """Match the words that open an annex and what follows them on the line."""
    if piece.enumerator or piece.hint not in {Hint.NONE, Hint.HEADING, Hint.TITLE}:
        return None
    if len(piece.body) > _LONGEST_OPENING or not is_heading_like(piece.body, lang):
        return None
    bracketed = _BRACKETED.fullmatch(piece.body)
    return _OPENING.fullmatch(bracketed[1].strip() if bracketed else piece.body)


def _is_title(match: re.Match[str]) -> bool:
    """Whether what follows "Annex" is a title: no sentence, no line of a table of contents."""
    title = match["title"] or ""
    bare = title.strip(" .:：—–*")
    if not bare:
        return True
    if bare[0].islower() or _TO_A_PAGE.search(bare):
        return False
    is_apart = title[0].isspace() if match["number"] else False
    return is_apart or title.lstrip()[0] in ".:：—–"


def _is_run_on(match: re.Match[str]) -> bool:
    """Whether a title stood on the line below "Annex" and was joined to it."""
    title = match["title"].strip()
    is_name = title[0].isupper() or is_cjk(title[0])
    return is_name and not (_NO_TITLE.match(title) or _TO_A_PAGE.search(title))


def mark_parts(pieces: Sequence[Piece], lang: Lang) -> tuple[list[Piece], list[str]]:
    """Note on each piece which part it is in; also return the parts' names, "" for the main one."""
    names, marked = [""], []
    counts: Counter[str] = Counter()
    for piece, is_afresh in zip(pieces, _numbered_afresh(pieces), strict=True):
        opening, match = opening_of(piece, lang), _opening(piece, lang)
        if opening and match and (is_afresh or _is_title(match)):
            names.append(_name(*opening, counts))
        marked.append(replace(piece, part=len(names) - 1))
    return marked, names


def _numbered_afresh(pieces: Sequence[Piece]) -> list[bool]:
    """Tell of each piece whether no number but 1 comes next: an annex does not count on."""
    afresh, following = [], 1
    for piece in reversed(pieces):
        afresh.append(following <= 1)
        if piece.enumerator and piece.form is Form.ARABIC:
            following = piece.enumerator.value
    return afresh[::-1]


def _name(kind: str, number: int, counts: Counter[str]) -> str:
    """Name a part by its printed number when that counts on, else by counting."""
    counts[kind] = max(number, counts[kind] + 1)
    return f"{kind} {counts[kind]}"
