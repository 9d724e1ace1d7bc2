"""One screen about an alignment: what was found, what was not, and the places worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aligner.cli.jobs import Job
from corpora.types import Bead, Bitext, Document, Kind

DOUBTFUL = 0.9
ROWS = 10


def print_summary(bitext: Bitext, job: Job, *, verbose: bool) -> None:
    """Print the summary of one alignment to standard output."""
    console = Console(highlight=False)
    console.print(f"[bold]{bitext.src.origin} × {bitext.tgt.origin}[/bold]")
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    for name, value in _facts(bitext):
        facts.add_row(name, value)
    for path in job.outputs:
        facts.add_row("Written", str(path))
    console.print(facts)
    _print_warnings(console, bitext.warnings, verbose=verbose)
    _print_places(console, bitext, verbose=verbose)


def _facts(bitext: Bitext) -> Iterable[tuple[str, str]]:
    anchored = sum(anchor.startswith("paragraph ") for anchor in bitext.anchors)
    counts = [_numbered(document) for document in (bitext.src, bitext.tgt)]
    if any(counts):
        names = (bitext.src.lang.name, bitext.tgt.lang.name)
        found = ", ".join(f"{n} {name}" for n, name in zip(counts, names, strict=True))
        yield "Paragraphs", f"{found}; {anchored} anchored"
    matched = [bead for bead in bitext.beads if not bead.is_null]
    shapes = Counter(f"{a}-{b}" for a, b in (bead.shape for bead in matched))
    yield "Beads", f"{len(matched)}: " + " · ".join(f"{s} {n}" for s, n in shapes.most_common())
    for side, document in enumerate((bitext.src, bitext.tgt)):
        yield f"Only {document.lang.name}", _unaligned(bitext, side)
    yield "Sure", _sureness(matched)


def _numbered(document: Document) -> int:
    return sum(block.kind is Kind.PARAGRAPH for block in document.blocks)


def _unaligned(bitext: Bitext, side: int) -> str:
    nulls = [bead for bead in bitext.beads if bead.is_null and bead.shape[side]]
    if not nulls:
        return "nothing left unaligned"
    places = Counter(bitext.paragraph(bead) or "outside numbered paragraphs" for bead in nulls)
    listed = [f"{place} ({n})" if n > 1 else place for place, n in places.items()]
    more = f" and {len(listed) - 12} more" if len(listed) > 12 else ""
    return f"{len(nulls)} segments, in paragraph {', '.join(listed[:12])}{more}"


def _sureness(matched: Sequence[Bead]) -> str:
    if not matched:
        return "nothing was aligned"
    wrong = sum(1 - bead.probability for bead in matched)
    doubtful = sum(bead.probability < DOUBTFUL for bead in matched)
    share = 1 - wrong / len(matched)
    return f"{share:.1%} on average: about {wrong:.0f} beads may be wrong; {doubtful} are doubtful"


def _print_warnings(console: Console, warnings: Sequence[str], *, verbose: bool) -> None:
    shown = warnings if verbose else warnings[:ROWS]
    for warning in shown:
        console.print(Text(f"! {warning}", style="yellow"))
    if len(shown) < len(warnings):
        console.print(f"[dim]… {len(warnings) - len(shown)} more with --verbose[/dim]")


def _print_places(console: Console, bitext: Bitext, *, verbose: bool) -> None:
    doubtful = [b for b in bitext.beads if b.is_null or b.probability < DOUBTFUL]
    if not doubtful:
        return
    worst = sorted(doubtful, key=lambda bead: bead.probability)
    chosen = worst if verbose else worst[:ROWS]
    table = Table(title="Worth a look", title_justify="left", box=None, pad_edge=False)
    table.add_column("Para.", no_wrap=True)
    table.add_column("Shape", no_wrap=True)
    table.add_column("Sure", justify="right", no_wrap=True)
    table.add_column(bitext.src.lang.name, overflow="ellipsis", no_wrap=True, ratio=3)
    table.add_column(bitext.tgt.lang.name, overflow="ellipsis", no_wrap=True, ratio=3)
    table.add_column("Why", ratio=4)
    for bead in sorted(chosen, key=lambda bead: bead.src):
        src, tgt = bitext.texts(bead)
        cells = (
            bitext.paragraph(bead),
            "{}-{}".format(*bead.shape),
            f"{bead.probability:.0%}",
            src,
            tgt,
            "; ".join(bead.reasons),
        )
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    if len(chosen) < len(doubtful):
        console.print(f"[dim]… {len(doubtful) - len(chosen)} more with --verbose[/dim]")
