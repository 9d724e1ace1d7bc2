"""Writing an alignment in the formats a user asked for, by suffix."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from aligner.cli.jobs import Plan
from aligner.cli.terminal import counted
from corpora.errors import FormatError
from corpora.files import unmade
from corpora.types import ZH, Bitext

if TYPE_CHECKING:
    from tm import Remark, Written

SUFFIXES = (".tmx", ".tsv", ".jsonl", ".html", ".db")
MEMORIES = (".tmx", ".db")  # that can take the pairs of many files
TRADITIONAL = "the Chinese looks traditional; --lang-tags zh-TW or zh-Hant names it so"
LEFT_OUT = {
    "duplicate": "repeated",
    "other-target": "of a source that stands there with another target",
    "empty": "without text",
    "language": "without both languages",
    "too-long": "longer than a cell can be",
    "characters": "with characters that no file can hold",
}


@dataclass(frozen=True, slots=True)
class Form:
    """How the texts are written: the tag of each language, and how sure a pair must be."""

    tags: dict[str, str]
    min_probability: float = 0.0
    are_tags_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one output: a line for people, and the places they may want to see."""

    path: Path
    line: str = ""
    remarks: tuple[str, ...] = ()


def refuse_inputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuse an output that is an input, under whatever name or link.

    Raises:
        FormatError: with the path and what to do.
    """
    known = list(inputs)
    for path in outputs:
        if any(_is_same(path, other) for other in known):
            raise FormatError("the output is one of the inputs", path, remedy="choose another name")


def refuse_suffix(output: Path, known: Iterable[str], option: str = "-o") -> None:
    """Refuse, as wrong usage, the name of an output whose suffix is not *known*."""
    suffix = output.suffix.lower()
    if suffix not in known:
        what = f"{suffix!r} names no format" if suffix else "no format is named"
        problem = f"{output}: {what}; end it in one of {' '.join(sorted(known))}"
        raise typer.BadParameter(problem, param_hint=option)


def check_outputs(plan: Plan) -> None:
    """Refuse, before any work, an output that cannot be written or is another one as well.

    Raises:
        FormatError: with the path and what to do.
    """
    _check_distinct(plan.outputs)
    for path in plan.outputs:
        if path.suffix.lower() not in SUFFIXES and not path.is_dir():
            known = " ".join(SUFFIXES)
            problem = "its suffix names no format"
            raise FormatError(problem, path, remedy=f"end it in one of {known}")
        if plan.is_batch and path not in plan.merged:
            _check_makeable(path.parent)
        _check_writable(path, is_made=plan.is_batch and path not in plan.merged)


def check_writable(paths: Sequence[Path]) -> None:
    """Refuse, before any work, files that cannot be written; as wrong usage, one given twice.

    Raises:
        FormatError: with the path and what to do.
    """
    if path := _repeated(paths):
        problem = f"{path} would be written twice; give each its own name"
        raise typer.BadParameter(problem, param_hint="-o")
    for path in paths:
        _check_writable(path, is_made=False)


def _check_distinct(paths: Iterable[Path]) -> None:
    if path := _repeated(paths):
        raise FormatError("would be written twice", path, remedy="give each its own name")


def _repeated(paths: Iterable[Path]) -> Path | None:
    """Return the first of *paths* that is one before it, under whatever name or link."""
    seen: set[Path] = set()
    for path in paths:
        if _real(path) in seen:
            return path
        seen.add(_real(path))
    return None


def _check_makeable(folder: Path) -> None:
    """Refuse a folder that is not there and cannot be made."""
    nearest = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    if not nearest.is_dir():
        raise unmade(folder, f"{nearest} is no folder")
    if nearest != folder and not os.access(nearest, os.W_OK):
        raise unmade(folder, f"{nearest} is write-protected")


def _is_same(path: Path, other: Path) -> bool:
    if path.exists() and other.exists():
        return path.samefile(other)
    return _real(path) == _real(other)


def _real(path: Path) -> Path:
    """Follow links; one that leads back to itself stays, where ``Path.resolve`` fails."""
    return Path(os.path.realpath(path))


def _check_writable(path: Path, *, is_made: bool) -> None:
    if path.is_dir():
        raise FormatError("is a folder", path, remedy="give a file name to write to")
    if path.exists() and not path.is_file():
        raise FormatError("is not an ordinary file", path, remedy="give a file name to write to")
    if path.exists() and not os.access(path, os.W_OK):
        raise FormatError("is write-protected", path, remedy="choose another name")
    if path.suffix.lower() == ".db" and path.exists():
        _check_memory(path)
    folder = (_real(path) if path.is_symlink() else path).parent
    if not folder.is_dir() and is_made:
        return
    if not folder.is_dir():
        raise FormatError("its folder does not exist", path, remedy=f"create {folder} first")
    if not os.access(folder, os.W_OK):
        raise FormatError("its folder cannot be written", path, remedy="choose another place")


def _check_memory(path: Path) -> None:
    """Refuse a file that is there and no memory: unlike the others it will not be replaced."""
    from tm.memory import Memory

    if path.stat().st_size:
        Memory(path, read_only=True).close()


def write_outputs(paths: Iterable[Path], bitext: Bitext, form: Form) -> list[Report]:
    """Write *bitext* to each of *paths* in the format of its suffix.

    Raises:
        FormatError: one cannot be written, the disk being full for example.
    """
    return [_WRITERS[path.suffix.lower()](path, bitext, form) for path in paths]


def write_merged(paths: Iterable[Path], bitexts: Sequence[Bitext], form: Form) -> list[Report]:
    """Write each of *paths* as one TMX of all *bitexts*, or add them to the memory there.

    Raises:
        FormatError: one cannot be written.
    """
    return [
        _add(path, bitexts, form) if path.suffix.lower() == ".db" else _merge(path, bitexts, form)
        for path in paths
    ]


def _merge(path: Path, bitexts: Sequence[Bitext], form: Form) -> Report:
    """Write one TMX; of two targets of one source the surer one stays, the other is reported."""
    from tm import most_probable, units_from, write_tmx

    units = [
        unit
        for bitext in bitexts
        for unit in units_from(bitext, tags=form.tags, min_probability=form.min_probability)
    ]
    srclang = form.tags[bitexts[0].src.lang.code]
    chosen = most_probable(units, srclang=srclang)
    known = set(map(id, chosen))
    others = (unit for unit in units if id(unit) not in known)
    written = write_tmx(path, chain(chosen, others), srclang=srclang)
    pairs = [bead for bitext in bitexts for bead in bitext.beads if not bead.is_null]
    unsure = sum(bead.probability < form.min_probability for bead in pairs)
    line = told_of(written, *_unsure(unsure))
    remarks = [*_remarks(written), *_remarks_on_tags(bitexts, form)]
    return Report(path, line, tuple(remarks))


def _add(path: Path, bitexts: Sequence[Bitext], form: Form) -> Report:
    """Add all pairs to a memory, those of two files under their names; it is made if need be."""
    from tm import units_from
    from tm.intake import Added
    from tm.memory import Memory

    added, now = Added(), datetime.now(UTC)
    with Memory(path) as memory:
        for bitext in bitexts:
            units = units_from(
                bitext, tags=form.tags, min_probability=form.min_probability, created=now
            )
            added += memory.add(units, origin=f"{bitext.src.origin} | {bitext.tgt.origin}")
    pairs = [bead for bitext in bitexts for bead in bitext.beads if not bead.is_null]
    unsure = sum(bead.probability < form.min_probability for bead in pairs)
    line = f"{counted(added.new, 'pair')} added"
    line += f", {added.repeated:,} were there" if added.repeated else ""
    left_out = [f"{n:,} {LEFT_OUT.get(code, code)}" for code, n in added.refused.items()]
    remarks = tuple(_remarks_on_tags(bitexts, form))
    return Report(path, _listed(line, [*left_out, *_unsure(unsure)]), remarks)


def told_of(written: Written, *others: str) -> str:
    """Say how many pairs a file got and what it did not get: what it refused, and *others*."""
    counts = Counter(remark.code for remark in written.skipped)
    left_out = [f"{n:,} {LEFT_OUT[code]}" for code, n in counts.items()]
    return _listed(counted(written.units, "pair"), [*left_out, *others])


def _unsure(count: int) -> list[str]:
    return [f"{count} less sure than --min-probability"] if count else []


def _listed(line: str, left_out: Sequence[str]) -> str:
    return f"{line}; left out: {', '.join(left_out)}" if left_out else line


def _remarks_on_tags(bitexts: Iterable[Bitext], form: Form) -> list[str]:
    from corpora.languages import looks_traditional

    if form.are_tags_chosen:
        return []
    sides = (side for bitext in bitexts for side in (bitext.src, bitext.tgt))
    texts = (segment.text for side in sides if side.lang == ZH for segment in side.segments)
    return [TRADITIONAL] if looks_traditional("".join(texts)) else []


def _remarks(written: Written) -> Iterator[str]:
    for remark in written.skipped:
        if remark.code != "duplicate":
            yield f"left out, {LEFT_OUT[remark.code]}: {_quoted(remark)}"
    for remark in written.warned:
        yield f"over 2,000 characters, which some servers refuse: {_quoted(remark)}"


def _quoted(remark: Remark) -> str:
    return f"{remark.source} = {remark.target}"


def _write_tmx(path: Path, bitext: Bitext, form: Form) -> Report:
    return _merge(path, [bitext], form)


def _add_one(path: Path, bitext: Bitext, form: Form) -> Report:
    return _add(path, [bitext], form)


def _write_tsv(path: Path, bitext: Bitext, form: Form) -> Report:
    from corpora.export import write_tsv

    write_tsv(path, bitext, min_probability=form.min_probability)
    kept = [bead for bead in bitext.beads if bead.probability >= form.min_probability]
    nulls = sum(bead.is_null for bead in kept)
    line = counted(len(kept) - nulls, "pair")
    line += f", {nulls} without a counterpart" if nulls else ""
    return Report(path, _listed(line, _unsure(len(bitext.beads) - len(kept))))


def _write_jsonl(path: Path, bitext: Bitext, _form: Form) -> Report:
    from corpora.export import write_jsonl

    write_jsonl(path, bitext)
    return Report(path)


def _write_html(path: Path, bitext: Bitext, _form: Form) -> Report:
    from corpora.page import write_html

    write_html(path, bitext)
    return Report(path)


_WRITERS: dict[str, Callable[[Path, Bitext, Form], Report]] = {
    ".tmx": _write_tmx,
    ".tsv": _write_tsv,
    ".jsonl": _write_jsonl,
    ".html": _write_html,
    ".db": _add_one,
}
