"""``duizhao terms consistency``: terms that a bitext renders in several ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import MOST, AsJson, Langs, langs_of, open_terms
from aligner.cli.options import EncoderName, QuietButFound, path_of
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import counted, say, say_object, screen_width, wrapped
from aligner.cli.terms_input import Files, encoder_called, units_of

if TYPE_CHECKING:
    from tm.extraction import Inconsistency, Rendering
    from tm.terms import Concept

HELP = """Find terms that a bitext renders in more than one way, and the places.

Both directions: a Chinese term with several English ones, an English term with several Chinese
ones; what matters most comes first, words of several meanings last. Case, articles, number and
hyphens make no difference. A full form beside one short form, or a name beside its acronym, is no
fault; several short forms of one name are.

Every pair of texts that holds both counts, except where the words are part of a longer form, of a
name, or render something else there. Outside numbered paragraphs the numbers of the pairs are
named, in the order of what was read.

\b
  duizhao terms consistency report.tmx
  duizhao terms consistency report.zh.docx report.en.docx --min-count 2
With a term base, whose forbidden and deprecated terms are reported even
alone, with the one that is preferred; candidates count for nothing:
  duizhao terms consistency report.tmx -m agency.db

Exit status: 0 every term is rendered in one way, 1 some are not, 2 wrong usage, 3 a file cannot
be read, or has no pair of a Chinese and an English text.
"""
SHOWN = 8  # places that are named for a rendering

Base = Annotated[
    Path | None,
    typer.Option(
        "-m",
        "--memory",
        parser=path_of,
        metavar="FILE",
        show_default=False,
        help="A memory whose term base says which renderings are preferred or forbidden.",
    ),
]
MinCount = Annotated[
    int,
    typer.Option(min=1, max=MOST, metavar="N", help="Least places of a rendering that counts."),
]


def check_consistency(  # noqa: PLR0913 - one parameter an option
    files: Files,
    *,
    memory: Base = None,
    min_count: MinCount = 1,
    langs: Langs = None,
    encoder: EncoderName = "default",
    as_json: AsJson = False,
    quiet: QuietButFound = False,
) -> None:
    """Print what is rendered in several ways; end with status 1 where something is."""
    from tm.extraction import inconsistencies

    tags, base = langs_of(langs), _base(memory)
    model = encoder_called(encoder)
    units = units_of(files, model, tags, quiet=quiet or as_json)
    with progress_bar("Comparing renderings", quiet=quiet or as_json) as progress:
        found = inconsistencies(
            units,
            similarity=model.encode,
            base=base,
            min_count=min_count,
            progress=progress,
        )
    if as_json:
        say_object([_object(one) for one in found])
    else:
        _print_all(found, quiet=quiet)
    if found:
        raise typer.Exit(1)


def _base(memory: Path | None) -> list[Concept]:
    if memory is None:
        return []
    with open_terms(memory) as base:
        return list(base.concepts())


def _object(one: Inconsistency) -> dict[str, object]:
    """Return all that is known, spans as pairs of numbers."""
    renderings = [
        {**asdict(rendering), "paragraphs": rendering.paragraphs, "pairs": rendering.pairs}
        for rendering in one.renderings
    ]
    return {
        "term": one.term,
        "lang": one.lang,
        "weight": one.weight,
        "count": one.count,
        "preferred": one.preferred,
        "renderings": renderings,
    }


def _print_all(found: Sequence[Inconsistency], *, quiet: bool) -> None:
    for one in found:
        for part in wrapped(one.term, screen_width()):
            say(part, "bold")
        width = max(len(f"{rendering.count:,}") for rendering in one.renderings)
        for rendering in one.renderings:
            line = f"  {rendering.count:>{width},} × {rendering.text}{_remarks(rendering, one)}"
            for part in wrapped(line, screen_width(), width + 5):
                say(part)
    if quiet:
        return
    if found:
        say()
        say("; ".join(_summary(found)))
    else:
        say("Every term is rendered in one way.", "dim")


def _summary(found: Sequence[Inconsistency]) -> Iterator[str]:
    several = sum(one.is_several for one in found)
    refused = sum(any(rendering.is_refused for rendering in one.renderings) for one in found)
    if several:
        yield f"{counted(several, 'term is', 'terms are')} rendered in more than one way"
    if refused:
        yield f"{counted(refused, 'term has', 'terms have')} a rendering the term base refuses"


def _remarks(rendering: Rendering, one: Inconsistency) -> str:
    """Return what is said of a rendering: a form, its status in the base, and where it stands."""
    marks = ["a form of it"] if rendering.is_form else []
    marks += [f"{rendering.status} in the term base"] if rendering.status else []
    marks += [f"it has {one.preferred}"] if rendering.is_refused and one.preferred else []
    marks += _places(rendering.paragraphs, "paragraph")
    marks += _places([f"{number:,}" for number in rendering.unlabelled], "pair")
    return f"  ({'; '.join(marks)})" if marks else ""


def _places(labels: Sequence[str], noun: str) -> Iterator[str]:
    """Yield the first of *labels* and how many there are more, if there is any."""
    if labels:
        more = f" and {len(labels) - SHOWN} more" if len(labels) > SHOWN else ""
        yield f"{noun if len(labels) == 1 else noun + 's'} {', '.join(labels[:SHOWN])}{more}"
