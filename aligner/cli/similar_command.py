"""``duizhao similar``: units nearest in meaning, whatever their words and their language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.matches import match_object, print_match
from aligner.cli.memory_options import MOST, AsJson, MemoryPath, change_memory, text_of
from aligner.cli.options import EncoderName, Quiet
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import say, say_object

if TYPE_CHECKING:
    from aligner.encoder import Encoder

HELP = """Find the units of a memory that mean about the same, in whatever words or language.

The first call gives every unit a vector, and each later one the units that are new: some 20,000
sentences a second with the encoder that comes with Duizhao. The vectors stay in the memory's own
file, for each encoder apart. A score is the cosine of two meanings, 0 to 100: compare it with the
others of the list, not with those of 'lookup'.

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


def find_similar(  # noqa: PLR0913 - one parameter an option
    text: Text,
    *,
    memory: MemoryPath = None,
    limit: Limit = 5,
    encoder: EncoderName = "default",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Give new units a vector and print the nearest."""
    wanted = text_of(text)
    with change_memory(memory) as opened:
        from aligner import load_encoder

        model = load_encoder(encoder)
        name = _identity(model, encoder)
        with progress_bar("Reading the memory's meanings", quiet=quiet) as progress:
            opened.embed(model.encode, name, progress=progress)
        matches = opened.similar(wanted, model.encode, name, limit=limit)
    if as_json:
        say_object({"query": wanted, "matches": [match_object(match) for match in matches]})
        return
    for number, match in enumerate(matches):
        if number:
            say()
        print_match(match, wanted)
    if not matches:
        say("Nothing found: the memory is empty, or the encoder knows none of these words.", "dim")


def _identity(model: Encoder, name: str) -> str:
    """Return what tells the vectors of *model* from those of others, and of its later states."""
    identity = getattr(model, "identity", None)
    if identity is None:  # static: the state of its one table
        from aligner.encoder import DEFAULT
        from aligner.static import MODEL_FOLDER, static_part

        folder = MODEL_FOLDER if name == DEFAULT else static_part(Path(name))
        identity = _digest((folder or Path(name)) / "model.safetensors")
    return f"{model.name} {identity}"


def _digest(path: Path) -> str:
    from hashlib import blake2b, file_digest

    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=8)).hexdigest()
