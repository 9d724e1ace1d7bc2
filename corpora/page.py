"""One self-contained HTML page of a bitext, to look at and to print.

Knows how beads become rows; the looks are ``page.css``, the filter and the search ``page.js``.
The page asks nothing of the network, see :mod:`corpora.offline`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from corpora.files import open_whole
from corpora.offline import fill_page
from corpora.types import Bead, Bitext, Document, Kind, Span

# A table body is what the browser skips while it is off the screen; without paragraph
# numbers one group would hold the whole text.
_ROWS_IN_GROUP: Final = 40


def write_html(path: str | Path, bitext: Bitext, *, title: str = "") -> None:
    """Write *bitext* to *path* as one HTML page; *title* defaults to the names of the two files.

    Raises:
        FormatError: the file cannot be written.
    """
    page = render_html(bitext, title=title)
    with open_whole(path) as stream:
        stream.write(page.encode("utf-8", "replace"))  # a lone surrogate has no UTF-8


def render_html(bitext: Bitext, *, title: str = "") -> str:
    """Return the page of :func:`write_html`; the same *bitext* gives the same bytes."""
    names = " × ".join(filter(None, (bitext.src.origin, bitext.tgt.origin)))
    return fill_page(
        "corpora",
        "page",
        title=escape(title or names or "Bitext"),
        names=escape(names if title else ""),
        src_name=bitext.src.lang.name,
        tgt_name=bitext.tgt.lang.name,
        warnings=_warnings(bitext.warnings),
        groups="\n".join(_groups(bitext)),
        **_counts(bitext.beads),
    )


def _counts(beads: tuple[Bead, ...]) -> dict[str, str]:
    matched = [bead for bead in beads if not bead.is_null]
    shapes = Counter(bead.shape for bead in beads)
    ranked = sorted(shapes.items(), key=lambda item: (-item[1], item[0]))
    return {
        "rows": f"{len(beads):,}",
        "total": f"{len(matched):,}",
        "doubtful": f"{sum(bead.is_doubtful for bead in matched):,}",
        "unaligned": f"{len(beads) - len(matched):,}",
        "uneven": f"{len(beads) - shapes[1, 1]:,}",
        "shapes": "".join(f"<li><b>{_shape(s)}</b> {n:,}</li>" for s, n in ranked),
    }


def _warnings(warnings: tuple[str, ...]) -> str:
    if not warnings:
        return ""
    items = "".join(f"<li>{escape(warning)}</li>" for warning in warnings)
    head = f"<summary>Warnings: {len(warnings):,}</summary>"
    return f'<details class="warnings">{head}<ul>{items}</ul></details>'


def _groups(bitext: Bitext) -> Iterator[str]:
    numbered = enumerate(bitext.beads, start=1)
    for paragraph, group in groupby(numbered, key=lambda item: bitext.paragraph(item[1])):
        rows = [_row(bitext, number, bead, paragraph) for number, bead in group]
        for start in range(0, len(rows), _ROWS_IN_GROUP):
            part = "\n".join(rows[start : start + _ROWS_IN_GROUP])
            yield f"<tbody>\n{part}\n</tbody>"


def _row(bitext: Bitext, number: int, bead: Bead, paragraph: str) -> str:
    title = f"bead {number}, {bead.percent}% sure"
    label = f'<span class="par">{escape(paragraph)}</span>' if paragraph else ""
    return (
        f'<tr id="b{number}" class="{_classes(bitext, number, bead)}">'
        f'<th scope="row">{label}<a href="#b{number}" title="{title}">{number}</a></th>'
        f"{_cell(bitext.src, bead.src, paragraph)}{_cell(bitext.tgt, bead.tgt, paragraph)}"
        f"<td>{_status(bead)}</td></tr>"
    )


def _classes(bitext: Bitext, number: int, bead: Bead) -> str:
    marks = {
        bitext.kind(bead).value: True,
        "even": number % 2 == 0,
        "doubtful": bead.is_doubtful and not bead.is_null,
        "unaligned": bead.is_null,
        "uneven": bead.shape != (1, 1),
    }
    return " ".join(name for name, holds in marks.items() if holds)


def _cell(document: Document, span: Span, paragraph: str) -> str:
    if not span.size:
        return f'<td class="void">not in the {document.lang.name}</td>'
    segments = (_segment(document, number, paragraph) for number in range(*span))
    content = document.lang.join(segments)
    block = document.block_of(span.start)
    if block.kind in (Kind.TITLE, Kind.HEADING):
        level = min(max(block.level, 1) + 1, 6)
        content = f"<h{level}>{content}</h{level}>"
    return f'<td lang="{document.lang.tag}">{content}</td>'


def _segment(document: Document, number: int, paragraph: str) -> str:
    label = document.label_of(number)
    shown = label and not _repeats(label, paragraph)
    mark = f'<span class="label">{escape(label)}</span> ' if shown else ""
    return f"<span>{mark}{escape(document.segments[number].text)}</span>"


def _repeats(label: str, paragraph: str) -> bool:
    """Tell whether the gutter already shows *label*.

    >>> _repeats("12.", "12"), _repeats("3.", "annex 1/3"), _repeats("(a)", "12")
    (True, True, False)
    """
    return label.rstrip(".．、") == paragraph.rpartition("/")[2]


def _status(bead: Bead) -> str:
    shape = f'<b class="shape">{_shape(bead.shape)}</b>' if bead.shape != (1, 1) else ""
    if not (bead.is_null or bead.is_doubtful):
        return shape
    word = "unaligned" if bead.is_null else f"{bead.percent}% sure"
    reasons = [*bead.reasons, f"probability {bead.percent / 100:.2f}, score {bead.score:.2f}"]
    items = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    return f"{shape}<details><summary>{word}</summary><ul>{items}</ul></details>"


def _shape(shape: tuple[int, int]) -> str:
    return "–".join(map(str, shape))
