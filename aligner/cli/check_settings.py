"""What ``duizhao.toml`` and the options of ``duizhao check`` say together.

An option counts more than the file. The file is the first ``duizhao.toml`` from the working
folder upwards; paths in it are relative to its own folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpora.errors import FormatError
from tm.errors import CheckError

if TYPE_CHECKING:
    from tm.qa import Check, Severity

NAME: Final = "duizhao.toml"
_REMEDY: Final = "'duizhao check --help' shows an example"
_LEAST = "least"  # in the table of severities: what is shown
_NAMES = ("select", "skip")
_PATHS = ("memory", "terms", "baseline")
_KEYS = (*_NAMES, "severity", "fail-on", *_PATHS)


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, what fails, and what they may know."""

    select: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    least: Severity | None = None
    fail_on: Severity | None = None
    memory: Path | None = None
    terms: Path | None = None
    baselines: tuple[Path, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def checks(self) -> dict[str, Check]:
        """Return the checks that run.

        Raises:
            CheckError: a name is of no check and no family.
        """
        from tm.qa.finding import Severity
        from tm.qa.selection import select

        least = self.least or Severity.WARNING
        return select(self.select, self.skip, severities=self.severities, least=least)

    def overridden_by(self, options: Settings) -> Settings:
        """Return these settings with what *options* say in the place of what they say.

        What the options select runs, whatever the settings skip.
        """
        return Settings(
            options.select or self.select,
            options.skip if options.select else (*self.skip, *options.skip),
            options.least or self.least,
            options.fail_on or self.fail_on,
            options.memory or self.memory,
            options.terms or self.terms,
            options.baselines or self.baselines,
            self.severities,
        )


def read_settings(path: Path | None) -> Settings:
    """Read the settings at *path*, or of the nearest ``duizhao.toml``; the usual ones without.

    Raises:
        FormatError: the file cannot be read, or says what no setting is.
    """
    found = path or _nearest()
    if found is None:
        return Settings()
    try:
        return _settings(_table(found), found.parent)
    except CheckError as error:
        raise FormatError(str(error), found, remedy=_REMEDY) from error


def _nearest() -> Path | None:
    here = Path.cwd()
    places = (folder / NAME for folder in (here, *here.parents))
    return next((place for place in places if place.is_file()), None)


def _table(path: Path) -> Mapping[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise FormatError(problem, path, remedy="check the name") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FormatError(f"is not TOML: {error}", path, remedy=_REMEDY) from error
    _refuse_unknown(content, ("check",), "the file")
    table = content.get("check", {})
    if not isinstance(table, dict):
        raise CheckError("'check' is no table of settings")
    _refuse_unknown(table, _KEYS, "[check]")
    return table


def _refuse_unknown(table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise CheckError(f"unknown key {key!r} in {where}; the keys are {', '.join(known)}")


def _settings(table: Mapping[str, Any], folder: Path) -> Settings:
    from tm.qa.selection import codes_of

    names = {key: tuple(_strings(table.get(key, []), key)) for key in _NAMES}
    paths = {
        key: tuple(folder / name for name in _strings(table.get(key, []), key)) for key in _PATHS
    }
    codes_of((*names["select"], *names["skip"]))
    settings = Settings(
        select=names["select"],
        skip=names["skip"],
        memory=_single(paths["memory"], "memory"),
        terms=_single(paths["terms"], "terms"),
        baselines=paths["baseline"],
        fail_on=_severity(table.get("fail-on"), "fail-on"),
    )
    return _with_severities(settings, table.get("severity"))


def _with_severities(settings: Settings, value: object) -> Settings:
    from tm.qa.selection import codes_of

    if not isinstance(value, dict):
        return replace(settings, least=_severity(value, "severity"))
    levels = {name: _severity(level, f"severity.{name}") for name, level in value.items()}
    least = levels.pop(_LEAST, None)
    found = {code: level for name, level in levels.items() if level for code in codes_of([name])}
    return replace(settings, least=least, severities=found)


def _severity(value: object, key: str) -> Severity | None:
    from tm.qa.selection import severity_called

    if value is None:
        return None
    if not isinstance(value, str):
        raise CheckError(f"{key!r} is no severity in quotes")
    return severity_called(value)


def _strings(value: object, key: str) -> Iterator[str]:
    """Yield the strings that *value* is or lists."""
    many = value if isinstance(value, list) else [value]
    for one in many:
        if not isinstance(one, str) or not one:
            raise CheckError(f"{key!r} is neither a text in quotes nor a list of such")
        yield one


def _single(paths: Sequence[Path], key: str) -> Path | None:
    if len(paths) > 1:
        raise CheckError(f"{key!r} is more than one file")
    return paths[0] if paths else None
