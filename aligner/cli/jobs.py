"""Which files are aligned with which, and where the results go.

Pairs by name only: what is in the files is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import FormatError
from corpora.files import read_utf8
from corpora.types import LANGS, Lang

_MARKS = "|".join(f"(?P<{lang.code}>{lang.file_marks})" for lang in LANGS.values())
_NAME = re.compile(
    r"(?P<stem>.+?)(?:[._\- ]|(?=\())(?P<open>\()?"
    rf"(?:{_MARKS})(?(open)\))(?P<suffix>\.[^.]*)?",
    re.IGNORECASE,
)
DOCUMENTS = {".txt", ".md", ".docx", ".html", ".htm", ".xhtml", ".pdf", ".doc", ".rtf", ".odt"}
_REMEDY = "name the pairs alike (a.zh.docx, a.en.docx) or list them in a file for --manifest"


@dataclass(frozen=True, slots=True)
class Job:
    """One pair of files, the name they share and the outputs that are their own."""

    source: Path
    target: Path
    name: str
    outputs: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All there is to do."""

    jobs: tuple[Job, ...]
    merged: tuple[Path, ...] = ()  # memories that take every pair
    alone: tuple[Path, ...] = ()  # files without a partner
    is_batch: bool = True

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files that are read."""
        return tuple(path for job in self.jobs for path in (job.source, job.target))

    @property
    def outputs(self) -> tuple[Path, ...]:
        """The files that are to be written."""
        return (*self.merged, *(path for job in self.jobs for path in job.outputs))


def plan_pair(source: Path, target: Path, outputs: Sequence[Path] = ()) -> Plan:
    """Return the plan of two files."""
    return Plan((Job(source, target, source.name, tuple(outputs)),), is_batch=False)


def plan_folders(source: Path, target: Path) -> Plan:
    """Pair the files of two folders by name, language marks such as ``.zh`` left off.

    Raises:
        FormatError: no two files share a name, or two of one folder do.
    """
    names = [{path.stem for path in _listed(folder)} for folder in (source, target)]
    alike = names[0] & names[1]  # Annex-C in both is no Chinese of an Annex
    left, right = (_by_stem(_listed(folder), alike) for folder in (source, target))
    jobs = tuple(Job(left[stem], right[stem], stem) for stem in left if stem in right)
    if not jobs:
        raise FormatError(f"no file has a namesake in {target}", source, remedy=_REMEDY)
    return Plan(jobs, alone=_alone(jobs, (*_listed(source), *_listed(target))))


def plan_folder(folder: Path, first: Lang) -> Plan:
    """Pair the files of one folder by name and language mark; *first* is the source's language.

    Raises:
        FormatError: no two files pair, or two have the same name and language.
    """
    codes = {path: _language(path) for path in _listed(folder)}
    left = _by_stem(path for path, code in codes.items() if code == first.code)
    right = _by_stem(path for path, code in codes.items() if code not in ("", first.code))
    jobs = tuple(Job(left[stem], right[stem], stem) for stem in left if stem in right)
    if not jobs:
        raise FormatError("no two files in it pair by name", folder, remedy=_REMEDY)
    return Plan(jobs, alone=_alone(jobs, codes))


def plan_manifest(path: Path) -> Plan:
    """Read lines of ``source TAB target [TAB output]``; paths are relative to the manifest.

    Empty lines and lines that begin with ``#`` are passed over.

    Raises:
        FormatError: the manifest cannot be read, or a line is not of that form.
    """
    jobs = tuple(
        _manifest_job(row, path, number)
        for number, row in enumerate(_rows(path), 1)
        if row.strip() and not row.startswith("#")
    )
    if not jobs:
        raise FormatError("the manifest names no pair", path, remedy="write source TAB target")
    return Plan(jobs)


def with_folders(plan: Plan, folders: Sequence[Path], suffixes: Iterable[str]) -> Plan:
    """Let every pair of *plan* write a file of its name in each folder, one for each suffix."""
    endings = tuple(suffixes)
    jobs = tuple(
        replace(job, outputs=(*job.outputs, *_named(job, folders, endings))) for job in plan.jobs
    )
    return replace(plan, jobs=jobs)


def _named(job: Job, folders: Sequence[Path], suffixes: Sequence[str]) -> Iterable[Path]:
    return (folder / f"{job.name}{suffix}" for folder in folders for suffix in suffixes)


def _rows(path: Path) -> list[str]:
    return read_utf8(path, "save the manifest as UTF-8").splitlines()


def _manifest_job(row: str, path: Path, number: int) -> Job:
    columns = [column.strip() for column in row.rstrip("\t").split("\t")]
    if len(columns) not in (2, 3) or not all(columns):
        raise FormatError(
            "a line needs two or three columns",
            path,
            line=number,
            excerpt=row[:40],
            remedy="write source TAB target, or source TAB target TAB output",
        )
    source, target, *outputs = (path.parent / column for column in columns)
    return Job(source, target, _stem(source), tuple(outputs))


def _listed(folder: Path) -> list[Path]:
    """Return the files of *folder* that may be documents; not hidden ones, nor Word's locks."""
    try:
        return [
            path
            for path in sorted(folder.iterdir())
            if path.is_file() and not path.name.startswith((".", "~$")) and _is_document(path)
        ]
    except OSError as error:
        raise FormatError(
            f"the folder cannot be read ({error.strerror})", folder, remedy="check its permissions"
        ) from error


def _is_document(path: Path) -> bool:
    """Tell by the name; a language mark may stand in the place of the suffix: ``001.zh``."""
    marked = _NAME.fullmatch(path.name)
    return path.suffix.lower() in DOCUMENTS or bool(marked and not marked["suffix"])


def _by_stem(paths: Iterable[Path], whole: Collection[str] = ()) -> dict[str, Path]:
    """Map names without language marks, but for those in *whole*, to the files that have them."""
    found: dict[str, Path] = {}
    for path in paths:
        other = found.setdefault(path.stem if path.stem in whole else _stem(path), path)
        if other != path:
            raise FormatError(
                f"has the same name as {other.name}, so its partner cannot be told",
                path,
                remedy="move one of them away, or list the pairs in a file for --manifest",
            )
    return found


def _stem(path: Path) -> str:
    marked = _NAME.fullmatch(path.name)
    return marked["stem"] if marked else path.stem


def _language(path: Path) -> str:
    marked = _NAME.fullmatch(path.name)
    return next((code for code in LANGS if marked and marked[code]), "")


def _alone(jobs: Iterable[Job], paths: Iterable[Path]) -> tuple[Path, ...]:
    paired = {path for job in jobs for path in (job.source, job.target)}
    return tuple(path for path in paths if path not in paired)
