"""Reading any TMX from 1.1 to 1.4b, one unit at a time; gzip and zip archives of them as well.

Knows the two spellings of a variant's language, inline codes and what a broken
file looks like. Follows no reference out of the file and expands no entity.
Texts stay as read: cleaning is the writer's, look-up keys are the store's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import IO

from lxml import etree

from corpora.errors import LanguageError
from corpora.languages import primary_of
from corpora.types import TranslationUnit, Variant
from tm.errors import TMXError
from tm.formats.archives import opened
from tm.formats.clean import XML_LANG, language_tag
from tm.formats.inline import from_tmx
from tm.formats.safe_xml import (
    EXPORT,
    UNKNOWN_ENTITY,
    Kind,
    attributes_of,
    elements,
    line_of,
    local_name,
    root_of,
    unknown_entity,
)
from tm.formats.skipped import BadUnitError, Reporter, Skip
from tm.formats.tmx_props import MACHINE, MOST_USES, moment_of, unit_with

_TMX = Kind("a TMX", "tmx", TMXError)
_EVERY = "*all*"  # srclang of a memory without a direction: the first variant is the source


def read_tmx(
    path: str | Path,
    *,
    langs: tuple[str, str] | None = None,
    skipped: Skip = None,
    is_every: bool = False,
) -> Iterator[TranslationUnit]:
    """Yield the units of the TMX at *path*, the source variant first.

    Memory does not grow with the file; of a ``.zip``, every ``.tmx`` inside is
    read. The text of a variant has no inline codes, ``inline`` keeps them; the
    text of ``hi`` stays in both. Properties that are not ours are kept.

    *langs* says which language is the source where the file does not. *skipped*
    is told of each unit that is no pair of texts, and the others are read on;
    without it such a unit is handed on as it is, or an error where a variant
    has no language. With *is_every* such units are handed on all the same, one that
    cannot be read without variants, so that each keeps its number.

    Raises:
        TMXError: while reading, at the place where the file is broken.
    """
    path = Path(path)
    try:
        for stream, name in opened(path, ".tmx", TMXError):
            _refuse_other(stream, name)
            reporter = Reporter(name, skipped, TMXError)
            yield from _units(stream, reporter, langs, is_every=is_every)
    except OSError as error:
        raise TMXError(
            f"cannot read it ({error.strerror})", path, remedy="check its name and your rights"
        ) from error


def _refuse_other(stream: IO[bytes], path: Path) -> None:
    """Check that *stream* starts as a TMX does; leave it at its beginning."""
    root = root_of(stream, path, _TMX)
    name, version = local_name(root.tag), root.get("version", "1.4")
    if name != "tmx":
        raise TMXError(f"not a TMX: its root is <{name}>", path, remedy="choose another file")
    if not version.startswith("1."):
        raise TMXError(f"TMX version {version}", path, remedy="export it as TMX 1.4")


def _units(
    stream: IO[bytes], reporter: Reporter, langs: tuple[str, str] | None, *, is_every: bool
) -> Iterator[TranslationUnit]:
    srclang = preferred = langs[0] if langs else ""
    for name, element in elements(stream, reporter.path, _TMX, ended=("header", "tu")):
        if name == "header":
            declared = element.get("srclang", "")
            srclang = declared if declared.strip() not in ("", _EVERY) else preferred
            continue
        try:
            unit = _unit(element, element.get("srclang", srclang), langs)
        except BadUnitError as bad:
            bad.report(reporter)
            if is_every:
                yield TranslationUnit(())
            continue
        if is_every or reporter.skipped is None or not (problem := _fault(unit)):
            yield unit
        else:
            excerpt = next(filter(None, (variant.text for variant in unit.variants)), "")
            reporter.leave_out(line_of(element), problem, excerpt=excerpt)


def _fault(unit: TranslationUnit) -> str:
    """Name what keeps *unit* from being a pair of texts."""
    if len(unit.variants) < 2:
        return "a unit in one language only"
    return "" if all(v.text and not v.text.isspace() for v in unit.variants) else "an empty segment"


def _unit(tu: etree._Element, srclang: str, langs: tuple[str, str] | None) -> TranslationUnit:
    variants: list[Variant] = []
    props: list[tuple[str, str]] = []
    notes: list[str] = []
    history = attributes_of(tu)
    unstated = _unstated(tu, langs) if langs else iter(())
    for child in tu:
        name = local_name(child.tag)
        if name == "tuv":
            variants.append(_variant(child, notes, unstated))
            if len(child.attrib) > 1:  # more than its language
                history = {**attributes_of(child), **history}
        elif name == "prop":
            props.append((child.get("type", ""), _text(child)))
        elif name == "note":
            notes.append(_text(child))
    if not variants:
        raise BadUnitError("a unit without variants", line_of(tu), remedy=EXPORT)
    date = history.get("creationdate") or history.get("changedate")
    return unit_with(
        _source_first(tuple(variants), srclang),
        props,
        moment(date) if date else None,
        author=history.get("changeid") or history.get("creationid") or "",
        note="\n".join(notes) if notes else "",
        is_machine=MACHINE in (tu.get("creationid"), history.get("creationid")),
        uses=_uses(history.get("usagecount")),
        line=line_of(tu),
    )


def _unstated(tu: etree._Element, langs: tuple[str, str]) -> Iterator[str]:
    """Yield those of *langs* in which no variant says that it is."""
    stated = {primary_of(tuv.get(XML_LANG) or tuv.get("lang") or "") for tuv in tu}
    return (lang for lang in langs if primary_of(lang) not in stated)


def _variant(tuv: etree._Element, notes: list[str], unstated: Iterator[str]) -> Variant:
    """Read one ``<tuv>``; TMX 1.1 and 1.2 write ``lang`` where later ones write ``xml:lang``."""
    lang, text, inline = tuv.get(XML_LANG) or tuv.get("lang") or next(unstated, ""), "", ""
    for child in tuv:
        name = local_name(child.tag)
        if name == "seg":
            if not len(child):
                text = child.text or ""
            else:
                _refuse_entity(child)
                text, inline = from_tmx(child)
        elif name == "note":
            notes.append(_text(child))
    try:
        return Variant(language_tag(lang), text, inline)
    except LanguageError as error:
        problem = f"a variant whose language is {lang!r}"
        raise BadUnitError(problem, line_of(tuv), remedy="give it a tag such as zh-CN") from error


def _text(element: etree._Element) -> str:
    """Return the text of a note or a property."""
    if not len(element):
        return element.text or ""
    _refuse_entity(element)
    return from_tmx(element).text


def _refuse_entity(element: etree._Element) -> None:
    if entity := unknown_entity(element):
        problem, remedy = UNKNOWN_ENTITY
        raise BadUnitError(problem, line_of(element), excerpt=entity, remedy=remedy)


@lru_cache(4096)
def moment(date: str) -> datetime | None:
    """Read a TMX date; a memory has few of them."""
    return moment_of(date)


def _uses(count: str | None) -> int:
    if not count or not count.isdecimal() or len(count) > len(str(MOST_USES)):
        return 1
    return max(1, int(count))


def _source_first(variants: tuple[Variant, ...], srclang: str) -> tuple[Variant, ...]:
    """Move the source variant to the front; a header may say ``en`` and mean ``en-US``."""
    place = _place(tuple([variant.lang for variant in variants]), srclang)
    return variants if not place else (variants[place], *variants[:place], *variants[place + 1 :])


@lru_cache(1024)
def _place(langs: tuple[str, ...], srclang: str) -> int:
    wanted = srclang.strip().replace("_", "-").lower()
    tags = [lang.lower() for lang in langs]
    primary = [tag.partition("-")[0] for tag in tags]
    for names, name in ((tags, wanted), (primary, wanted.partition("-")[0])):
        if name in names:
            return names.index(name)
    return 0
