"""``duizhao terms`` on the base: concepts listed, counted, checked, removed, and their history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import (
    MOST,
    AsJson,
    AsJsonLines,
    MemoryPath,
    change_terms,
    memory_path,
    open_terms,
)
from aligner.cli.options import Quiet
from aligner.cli.term_matches import concept_object, facts_of, two_terms
from aligner.cli.terminal import (
    counted,
    facts,
    fitted,
    say,
    say_object,
    screen_width,
    wrapped,
)
from aligner.cli.terms_files_command import TermConditions, which_of
from aligner.cli.terms_review_command import Author, MinScore

if TYPE_CHECKING:
    from datetime import datetime

    from tm.terms.base import TermBase
    from tm.terms.clashes import TermFinding
    from tm.terms.concept import Concept
    from tm.terms.stats import Counts, TermStats

LIST = """List the concepts of the base, in the order they came.

The first Chinese term stands for a concept, beside the first of its other language; --json has them
all. The statuses are those of any of its terms. A narrow terminal leaves out counts, scores, kinds,
reviews and statuses, in this order. Rejected candidates are listed with --where review=rejected
only.

\b
  duizhao terms list --where kind=name --where status=preferred
  duizhao terms list --where review=candidate --min-score .8
  duizhao terms list --limit 1000000 --json

Exit status: 0 done, 2 wrong usage, 3 the base cannot be read.
"""
STATS = """Count what the base holds: concepts and terms, reviews, kinds, languages, files.

\b
  duizhao terms stats
  duizhao terms stats -m project.db --json

Exit status: 0 done, 3 the base cannot be read.
"""
CHECK = """Find what contradicts itself in the base, and what stands there twice.

\b
  status                 one term with two different statuses
  two-preferred          one term with two preferred translations
  accepted-and-rejected  a pair kept in one concept, rejected in another
  same-pair              a pair that stands in two concepts
  same-term              a term of several concepts without a common pair

Candidates are left alone. Concepts are named by their numbers: 'duizhao terms history N' shows one,
'duizhao terms merge' joins them and 'duizhao terms remove' takes one out.

\b
  duizhao terms check
  duizhao terms check --only status --only same-pair --json

Exit status: 0 nothing found, 1 something found, 2 wrong usage, 3 the base cannot be read.
"""
MERGE = """Make one concept of several, under the number of the first.

It has the terms of all. Where their facts differ those of the first count; definitions and notes
are kept line by line. What each was stays in its history.

\b
  duizhao terms merge 12 15

Exit status: 0 done, 2 wrong usage, 3 there is no such concept, or the base cannot be written.
"""
REMOVE = """Remove concepts from the base; asks nothing, so look first with 'duizhao terms list'.

A concept that two files brought stays when one of them is removed with --origin. What was removed
stays in its history.

\b
  duizhao terms remove --id 12 --id 15
  duizhao terms remove --origin draft.tbx --dry-run
  duizhao terms remove --where review=rejected

Exit status: 0 done, whether there were any or not, 2 wrong usage, 3 the base cannot be written.
"""
HISTORY = """Show a concept, and what was done to it, the newest change first; last who added it.

\b
  duizhao terms history 12
  duizhao terms history 12 --json

Exit status: 0 done, 2 wrong usage, 3 there never was such a concept, or the base cannot be read.
"""

HEADER = ("id", "review", "kind", "status", "score", "count", "term", "other language")
SPARE = (5, 4, 2, 1, 3)  # what a narrow terminal has no room for, the first one first

Limit = Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Most concepts to print.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="CODE", help="Only findings of it; give it again for more."),
]
Number = Annotated[
    int, typer.Argument(min=1, max=MOST, metavar="N", show_default=False, help="Its number.")
]
Numbers = Annotated[
    list[int],
    typer.Argument(
        min=1,
        max=MOST,
        metavar="N…",
        show_default=False,
        help="Numbers of two concepts or more.",
    ),
]
Ids = Annotated[
    list[int] | None,
    typer.Option(
        "--id",
        min=1,
        max=MOST,
        metavar="N",
        help="The concept of this number; give it again for more.",
    ),
]
OfOrigin = Annotated[
    str, typer.Option("--origin", metavar="NAME", help="What only this file brought.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Count only; remove nothing.")]


def list_concepts(
    *,
    memory: MemoryPath = None,
    conditions: TermConditions = None,
    min_score: MinScore = 0.0,
    limit: Limit = 20,
    as_json: AsJsonLines = False,
) -> None:
    """Print concepts as a table or as JSON lines."""
    which = replace(which_of(conditions), min_score=min_score)
    with open_terms(memory) as base:
        found = islice(base.concepts(which), limit)
        if as_json:
            for concept in found:
                say_object(concept_object(concept))
            return
        rows = [_row(concept) for concept in found]
        count = base.count(which)
    for line in fitted([HEADER, *rows], right=(0, 4, 5), spare=SPARE) if rows else ():
        say(line)
    shown = f"{len(rows)} of " if len(rows) < count else ""
    say(f"{shown}{counted(count, 'concept')}{'; --limit shows more' if shown else ''}", "dim")


def _row(concept: Concept) -> tuple[str, ...]:
    return (
        concept.id,
        concept.review,
        concept.kind,
        " · ".join(dict.fromkeys(term.status for term in concept.terms if term.status)),
        "" if concept.score is None else f"{concept.score:.2f}",
        str(concept.count or ""),
        *two_terms(concept),
    )


def show_stats(*, memory: MemoryPath = None, as_json: AsJson = False) -> None:
    """Print what the base holds."""
    with open_terms(memory) as base:
        stats = base.stats()
    path = memory_path(memory)
    if as_json:
        counts = {
            name: dict(value) if isinstance(value, tuple) else value
            for name, value in asdict(stats).items()
        }
        say_object({"memory": str(path), **counts})
        return
    say(str(path), "bold")
    for line in facts(list(_counted(stats))):
        say(line)


def _counted(stats: TermStats) -> Iterator[tuple[str, str]]:
    yield "concepts", f"{stats.concepts:,}"
    yield "terms", f"{stats.terms:,}"
    yield "review", _listed(stats.reviews, "imported or by hand")
    yield "kind", _listed(stats.kinds, "of no kind")
    yield "language", _listed(stats.languages, "unknown")
    yield "status", _listed(stats.statuses, "without")
    yield "from", _listed(stats.origins, "unknown")


def _listed(counts: Counts, nameless: str) -> str:
    return " · ".join(f"{name or nameless} {number:,}" for name, number in counts) or "nothing"


def check_base(
    *, memory: MemoryPath = None, only: Only = None, as_json: AsJsonLines = False
) -> None:
    """Print what is found; exit with 1 where that is anything."""
    from tm.terms.clashes import CHECKS

    for code in only or ():
        if code not in CHECKS:
            problem = f"{code!r} is none of {', '.join(CHECKS)}"
            raise typer.BadParameter(problem, param_hint="--only")
    count = 0
    with open_terms(memory) as base:
        for finding in base.clashes(only or ()):
            count += 1
            _print_finding(finding, as_json=as_json)
    if not as_json:
        say(counted(count, "finding") if count else "Nothing found.", "dim")
    if count:
        raise typer.Exit(1)


def _print_finding(finding: TermFinding, *, as_json: bool) -> None:
    if as_json:
        numbers = [int(concept.id) for concept in finding.concepts]
        say_object({"code": finding.code, "message": finding.message, "concepts": numbers})
        return
    for line in wrapped(f"{finding.code}: {finding.message}", screen_width()):
        say(line)


def merge_concepts(
    numbers: Numbers, *, memory: MemoryPath = None, author: Author = "", quiet: Quiet = False
) -> None:
    """Merge concepts and show what they became."""
    if len(set(numbers)) < 2:
        raise typer.BadParameter("give two numbers or more", param_hint="N")
    with change_terms(memory) as base:
        whole = base.merge(numbers, author=author)
    if not quiet:
        _print_concept(whole)


def remove_concepts(  # noqa: PLR0913 - one parameter an option
    *,
    memory: MemoryPath = None,
    conditions: TermConditions = None,
    origin: OfOrigin = "",
    ids: Ids = None,
    author: Author = "",
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Remove what is meant and say how much that was."""
    if sum(map(bool, (conditions, origin, ids))) != 1:
        problem = "give --where, --origin or --id, one of them"
        raise typer.BadParameter(problem, param_hint="--where")
    with open_terms(memory) if dry_run else change_terms(memory) as base:
        meant = _meant(base, conditions, origin, ids)
        if not dry_run:
            count = (
                base.remove_origin(origin, author=author)
                if origin
                else base.remove(meant, author=author)
            )
        else:
            count = len(meant)
    if not quiet:
        say(f"{counted(count, 'concept')} {'would be ' if dry_run else ''}removed")


def _meant(
    base: TermBase, conditions: Sequence[str] | None, origin: str, ids: Iterable[int] | None
) -> list[int]:
    from tm.terms.which import Which

    if origin:
        found = base.concepts(Which(origin=origin))
        return [int(concept.id) for concept in found if concept.origin == origin]
    if conditions:
        return [int(concept.id) for concept in base.concepts(which_of(conditions))]
    return [number for number in dict.fromkeys(ids or ()) if base.has(number)]


def show_history(number: Number, *, memory: MemoryPath = None, as_json: AsJson = False) -> None:
    """Print a concept as it is, and what it was before each change."""
    with open_terms(memory) as base:
        changes = base.history(number)
        concept = base.concept(number) if base.has(number) or not changes else None
    first = changes[-1].before if changes else concept
    made, author = (first.created, first.author) if first else (None, "")
    if as_json:
        rows = [
            asdict(change)
            | {"moment": change.moment.isoformat(), "before": concept_object(change.before)}
            for change in changes
        ]
        told = {"moment": made.isoformat() if made else None, "author": author}
        say_object({"concept": concept and concept_object(concept), "changes": rows, "added": told})
        return
    if concept:
        _print_concept(concept)
    else:
        say(f"#{number} is gone", "doubt")
    for change in changes:
        say(f"{_at(change.moment)}{change.action}{_by(change.author)}; before it:", "dim")
        _print_concept(change.before)
    say(f"{_at(made)}added{_by(author)}", "dim")


def _at(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} " if moment else ""


def _by(author: str) -> str:
    return f" by {author}" if author else ""


def _print_concept(concept: Concept) -> None:
    terms = "; ".join(
        f"{term.text} ({term.status})" if term.status else term.text for term in concept.terms
    )
    review = [concept.review] if concept.review else []
    for line in wrapped(
        f"  #{concept.id} {terms} · {' · '.join([*review, *facts_of(concept)])}", screen_width(), 4
    ):
        say(line)
