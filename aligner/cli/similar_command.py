"""``duizhao similar``: units nearest in meaning, whatever their words and their language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.matches import match_object, print_match
from aligner.cli.memory_options import (
    MOST,
    AsJson,
    MemoryPath,
    change_memory,
    open_memory,
    text_of,
)
from aligner.cli.options import EncoderName, QuietButFound
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import counted, say, say_object, warn

if TYPE_CHECKING:
    from aligner.encoder import ModelEncoder
    from tm.lookup import Match

LEAST = 25  # of a hundred pairs of unrelated texts one reaches 22; the best of 20,000 some 30
CHANCE = 40  # what nonsense may reach in a large memory

HELP = """Find the units of a memory that mean about the same, in whatever words or language.

The first call gives every unit a vector, and each later one the units that are new: some 20,000
sentences a second with the encoder that comes with Duizhao. It writes the vectors into the
memory's own file, for each encoder apart; where that is write-protected, units without one are not
searched. A score is the cosine of two meanings, 0 to 100: compare it with the others of the list,
not with those of 'lookup'. Below 40 it is often chance.

\b
  duizhao similar "各国应保护河流。"
  duizhao similar "protection of rivers" --limit 10 --json

Exit status: 0 done, 2 wrong usage, 3 the memory or the encoder cannot be read.
"""

Text = Annotated[
    str,
    typer.Argument(
        metavar="TEXT", show_default=False, help="What to find; - reads it from standard input."
    ),
]
Limit = Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Most matches to print.")]
MinScore = Annotated[
    int, typer.Option(min=0, max=100, metavar="N", help="Least score of a match, 0 to 100.")
]


def find_similar(  # noqa: PLR0913 - one parameter an option
    text: Text,
    *,
    memory: MemoryPath = None,
    limit: Limit = 5,
    min_score: MinScore = LEAST,
    encoder: EncoderName = "default",
    as_json: AsJson = False,
    quiet: QuietButFound = False,
) -> None:
    """Give new units a vector and print the nearest."""
    wanted = text_of(text)
    model = _model(memory, encoder)
    name = f"{model.name} {model.identity}"
    with open_memory(memory) as opened:
        missing = opened.without_vector(name)
    if missing:
        _embed(memory, model, name, missing, quiet=quiet)
    with open_memory(memory) as opened:
        matches = opened.similar(wanted, model.encode, name, limit=limit)
    matches = [match for match in matches if match.score >= min_score]
    if as_json:
        say_object({"query": wanted, "matches": [match_object(match) for match in matches]})
    else:
        _print_matches(matches, wanted, min_score)


def _model(memory: Path | None, encoder: str) -> ModelEncoder:
    """Read the encoder, once it is known that there is a memory."""
    open_memory(memory).close()
    from aligner import load_encoder

    return load_encoder(encoder)


def _embed(
    memory: Path | None, model: ModelEncoder, name: str, missing: int, *, quiet: bool
) -> None:
    """Give new units a vector; where the memory cannot be written, the others are searched."""
    from tm.errors import StoreError

    try:
        with (
            change_memory(memory) as opened,
            progress_bar("Reading the memory's meanings", quiet=quiet) as progress,
        ):
            opened.embed(model.encode, name, progress=progress)
    except StoreError as error:
        warn(f"{counted(missing, 'new unit')} not searched: {error}")


def _print_matches(matches: Sequence[Match], wanted: str, min_score: int) -> None:
    for number, match in enumerate(matches):
        if number:
            say()
        print_match(match, wanted)
    if not matches:
        say(f"Nothing found that scores {min_score} or more; --min-score sets it lower.", "dim")
    elif matches[0].score < CHANCE:
        say()
        say(f"Below {CHANCE} is often chance.", "dim")
