"""Units as pairs of two languages, for the formats that hold nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpora.errors import FormatError
from corpora.types import TranslationUnit, Variant
from tm.formats.clean import is_blank, language_tag
from tm.formats.tmx_write import Remark, Written

_EXCERPT = 80


class EmptyOutputError(FormatError):
    """No unit can be written, so no file is; *remarks* say why each was left out."""

    def __init__(
        self, path: str | Path, srclang: str, tgtlang: str, remarks: tuple[Remark, ...]
    ) -> None:
        """Name the languages that were looked for."""
        problem = f"not written: no unit with a text in {srclang} and one in {tgtlang}"
        super().__init__(problem, path)
        self.remarks = remarks


@dataclass(slots=True)
class Sifter:
    """Takes of each unit the two languages of a file; remembers what was left out and why."""

    path: str | Path
    srclang: str
    tgtlang: str
    longest: int = 0  # UTF-16 units of a text; no limit where 0
    count: int = 0
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Check the tags.

        Raises:
            LanguageError: one is no language tag.
        """
        self.srclang, self.tgtlang = language_tag(self.srclang), language_tag(self.tgtlang)

    def sift(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """Yield the units that the file can hold, with two variants each, tagged as the file is.

        Raises:
            EmptyOutputError: there was none, and the file must not be written.
        """
        for number, unit in enumerate(units, 1):
            pair = pair_of(unit, self.srclang, self.tgtlang)
            if code := self._fault(pair):
                texts = (*(variant.text[:_EXCERPT] for variant in pair or unit.variants), "", "")
                self.remarks.append(Remark(code, number, texts[0], texts[1]))
            elif pair:
                self.count += 1
                yield replace(unit, variants=pair)
        if not self.count:
            raise EmptyOutputError(self.path, self.srclang, self.tgtlang, tuple(self.remarks))

    def written(self) -> Written:
        """Return what became of the units so far."""
        return Written(self.count, tuple(self.remarks))

    def _fault(self, pair: tuple[Variant, Variant] | None) -> str:
        if pair is None:
            return "language"
        if any(is_blank(variant.text) for variant in pair):
            return "empty"
        is_long = self.longest and any(
            len(variant.text.encode("utf-16-le", "replace")) > 2 * self.longest for variant in pair
        )
        return "too-long" if is_long else ""


def pair_of(unit: TranslationUnit, srclang: str, tgtlang: str) -> tuple[Variant, Variant] | None:
    """Return the variants in two languages, tagged so; a region more or less does not matter."""
    source, target = _like(unit, srclang), _like(unit, tgtlang)
    if source is None or target is None or source is target:
        return None
    return replace(source, lang=srclang), replace(target, lang=tgtlang)


def _like(unit: TranslationUnit, lang: str) -> Variant | None:
    primary = lang.partition("-")[0]
    alike = [
        v for v in unit.variants if v.lang.replace("_", "-").partition("-")[0].lower() == primary
    ]
    exact = [variant for variant in alike if variant.lang == lang]
    return next(iter(exact + alike), None)
