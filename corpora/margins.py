"""Running heads, running feet and page numbers, found by repetition and position.

Knows only lists of lines, page by page; any format with pages can use it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DEPTH = 4  # how many lines from the edge of a page can belong to its margin
_FIGURES = re.compile(r"\d+")
_OF_TOTAL = re.compile(r"(?<!\S)(\d{1,4})\s?/\s?(\d{1,4})(?!\S)")
_COUNTS_PAGES = re.compile(r"(?:\S*# )?#\s?/\s?#(?: \S*#)?")


def margins(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return how many lines of furniture stand at the head and the foot of each page.

    A line counts when its wording, figures aside, stands at the same edge of at least
    two pages and a quarter of all, or when it counts pages (``3/21``).

    >>> margins([["A/1", "One.", "1/2"], ["A/1", "Two.", "2/2"]])
    [(1, 1), (1, 1)]
    """
    if len(pages) < 2:
        return [(0, 0)] * len(pages)
    heads = [_edge(page) for page in pages]
    feet = [_edge(page[::-1]) for page in pages]
    common_heads, common_feet = _repeated(heads), _repeated(feet)
    return [
        _fit(_run(head, common_heads), _run(foot, common_feet), len(page))
        for head, foot, page in zip(heads, feet, pages, strict=True)
    ]


def page_of_total(line: str) -> tuple[int, int] | None:
    """Return page and total of a line such as ``2/21 V.19-00000``, if it is one.

    >>> page_of_total("V.19-00000 1/21"), page_of_total("resolution 2018/244 was")
    ((1, 21), None)
    """
    found = _OF_TOTAL.search(line)
    if found is None or not _COUNTS_PAGES.fullmatch(_shape(line)):
        return None
    page, total = int(found[1]), int(found[2])
    return (page, total) if 1 <= page <= total else None


def _edge(lines: Sequence[str]) -> list[str]:
    return [_shape(line[:200]) for line in lines[:_DEPTH]]


def _shape(line: str) -> str:
    return _FIGURES.sub("#", " ".join(line.lower().split()))


def _repeated(edge_of_pages: Sequence[list[str]]) -> frozenset[str]:
    counts = Counter(shape for edge in edge_of_pages for shape in set(edge))
    least = max(2, len(edge_of_pages) // 4)
    return frozenset(
        shape for shape, count in counts.items() if count >= least or _COUNTS_PAGES.fullmatch(shape)
    )


def _run(edge: Sequence[str], common: frozenset[str]) -> int:
    """Count the lines from the edge that are common, no wording twice."""
    seen: set[str] = set()
    for shape in edge:
        if shape not in common or shape in seen:
            break
        seen.add(shape)
    return len(seen)


def _fit(head: int, foot: int, lines: int) -> tuple[int, int]:
    """Keep head and foot from claiming the same line of a very short page."""
    head = min(head, lines)
    return head, min(foot, lines - head)
