"""One screen about an alignment: what was found, what was not, and the places worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from aligner.cli.outputs import TRADITIONAL, Report
from aligner.cli.terminal import cut, facts, say, screen_width, wrapped
from corpora.types import Bead, Bitext, Document, Kind, Lang

ROWS = 10
PLACES = 12
OUTSIDE = "outside numbered paragraphs"


def print_summary(bitext: Bitext, reports: Sequence[Report], *, verbose: bool) -> None:
    """Print the summary of one alignment to standard output."""
    say(f"{bitext.src.origin} × {bitext.tgt.origin}", "bold")
    for line in facts([*_facts(bitext, verbose=verbose), *_written(reports)]):
        say(line)
    remarks = [*bitext.warnings, *chain.from_iterable(report.remarks for report in reports)]
    remarks.sort(key=lambda remark: remark != TRADITIONAL)  # it must not go under in the others
    _print_remarks(list(dict.fromkeys(remarks)), verbose=verbose)
    _print_places(bitext, verbose=verbose)


def print_line(name: str, bitext: Bitext) -> None:
    """Print one line about one of many alignments."""
    matched = _matched(bitext)
    say(
        f"{name}: {len(matched)} beads, {bitext.sureness:.1%} sure, "
        f"{_doubtful(matched)} doubtful, "
        f"{_count(bitext, 0)} only {bitext.src.lang.name}, "
        f"{_count(bitext, 1)} only {bitext.tgt.lang.name}"
    )


def print_written(reports: Sequence[Report], *, verbose: bool) -> None:
    """Print what was written for many alignments together."""
    for name, value in _written(reports):
        say(f"{name} {value}")
    _print_remarks([remark for report in reports for remark in report.remarks], verbose=verbose)


def _facts(bitext: Bitext, *, verbose: bool) -> Iterator[tuple[str, str]]:
    counts = [_numbered(document) for document in (bitext.src, bitext.tgt)]
    if any(counts):
        names = (bitext.src.lang.name, bitext.tgt.lang.name)
        found = ", ".join(f"{n} {name}" for n, name in zip(counts, names, strict=True))
        anchored = sum(anchor.startswith("paragraph ") for anchor in bitext.anchors)
        yield "paragraphs", f"{found}; {anchored} anchored"
    matched = _matched(bitext)
    shapes = Counter(bead.shape_text for bead in matched)
    yield "beads", f"{len(matched)}: " + " · ".join(f"{s} {n}" for s, n in shapes.most_common())
    for side, document in enumerate((bitext.src, bitext.tgt)):
        yield f"only {document.lang.name}", _unaligned(bitext, side, verbose=verbose)
    yield "sure", _sureness(bitext)


def _written(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    for report in reports:
        yield "written", f"{report.path}: {report.line}" if report.line else str(report.path)


def _matched(bitext: Bitext) -> list[Bead]:
    return [bead for bead in bitext.beads if not bead.is_null]


def _numbered(document: Document) -> int:
    return sum(block.kind is Kind.PARAGRAPH for block in document.blocks)


def _nulls(bitext: Bitext, side: int) -> list[Bead]:
    return [bead for bead in bitext.beads if bead.is_null and bead.shape[side]]


def _count(bitext: Bitext, side: int) -> int:
    return sum(bead.shape[side] for bead in _nulls(bitext, side))


def _unaligned(bitext: Bitext, side: int, *, verbose: bool) -> str:
    nulls = _nulls(bitext, side)
    if not nulls:
        return "nothing"
    places: Counter[str] = Counter()
    for bead in nulls:
        places[bitext.paragraph(bead)] += bead.shape[side]
    total = places.total()
    listed = [f"{place} ({n})" if n > 1 else place for place, n in places.items() if place]
    kept = listed if verbose else listed[:PLACES]
    parts = [f"paragraph{'s' * (len(listed) > 1)} {', '.join(kept)}"] if listed else []
    if len(kept) < len(listed):
        parts.append(f"{len(listed) - len(kept)} more paragraphs")
    if outside := places[""]:
        parts.append(f"{OUTSIDE} ({outside})" if listed else OUTSIDE)
    return f"{total} segment{'s' * (total > 1)}: {'; '.join(parts)}"


def _doubtful(matched: Sequence[Bead]) -> int:
    return sum(bead.is_doubtful for bead in matched)


def _sureness(bitext: Bitext) -> str:
    matched = _matched(bitext)
    if not matched:
        return "nothing was aligned"
    wrong = round(sum(1 - bead.probability for bead in matched))
    may = f"about {wrong} bead{'s' * (wrong > 1)} may be wrong" if wrong else "none need be wrong"
    return f"{bitext.sureness:.1%} on average; {may}, {_doubtful(matched)} doubtful"


def _print_remarks(remarks: Sequence[str], *, verbose: bool) -> None:
    shown = remarks if verbose else remarks[:ROWS]
    for remark in shown:
        for line in wrapped(f"! {remark}", screen_width()):
            say(line, "doubt")
    if len(shown) < len(remarks):
        say(f"… {len(remarks) - len(shown)} more with --verbose", "dim")


def _print_places(bitext: Bitext, *, verbose: bool) -> None:
    doubtful = [
        (number, bead)
        for number, bead in enumerate(bitext.beads)
        if bead.is_null or bead.is_doubtful
    ]
    if not doubtful:
        return
    ranked = sorted(doubtful, key=lambda item: item[1].probability)
    chosen = ranked if verbose else ranked[:ROWS]
    more = f"{len(chosen)} of {len(doubtful)} places, the rest with --verbose"
    every = len(chosen) == len(doubtful)
    say()
    say("Worth a look" if every else f"Worth a look: {more}", "bold")
    for _, bead in sorted(chosen):
        _print_place(bitext, bead, verbose=verbose)


def _print_place(bitext: Bitext, bead: Bead, *, verbose: bool) -> None:
    width = None if verbose else screen_width()
    paragraph = bitext.paragraph(bead)
    place = f"paragraph {paragraph}" if paragraph else OUTSIDE
    what = _only(bitext, bead) or bead.shape_text
    sure = f"{bead.percent}% sure"
    reasons = [reason for reason in bead.reasons if reason != place]
    say(cut(f"  {' · '.join((place, what, sure, *reasons))}", width), "doubt")
    for lang, text in zip(_langs(bitext), bitext.texts(bead), strict=True):
        if text:
            say(cut(f"    {lang.code}  {text}", width))


def _only(bitext: Bitext, bead: Bead) -> str:
    if not bead.is_null:
        return ""
    return f"only {_langs(bitext)[0 if bead.src.size else 1].name}"


def _langs(bitext: Bitext) -> tuple[Lang, Lang]:
    return bitext.src.lang, bitext.tgt.lang
