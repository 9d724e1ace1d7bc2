"""Pairs to train on, and the files they come in: TSV (Chinese TAB English) and TMX."""

from __future__ import annotations

import gzip
import lzma
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aligner.training.vocabulary import HAN
from corpora.errors import FormatError
from corpora.types import EN, ZH, Lang, TranslationUnit

TextPair = tuple[str, str]  # Chinese, English

_HAN: Final = re.compile(f"[{HAN}]")
_OPENERS: Final[dict[str, Callable[..., Any]]] = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True)
class Source:
    """The pairs of one file."""

    name: str  # of the file, without suffixes
    pairs: tuple[TextPair, ...]
    left_out: int = 0  # rows that lack text in one language


def read_folder(folder: Path) -> list[Source]:
    """Read every ``.tsv`` (also packed, ``.xz`` or ``.gz``) and ``.tmx`` in or below *folder*.

    Raises:
        FormatError: there is none, or one cannot be read.
    """
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and _kind(path)]
    if not paths:
        raise FormatError(
            "no pairs in it", folder, remedy="name a folder that holds .tsv, .tsv.xz or .tmx"
        )
    return [read_source(path) for path in paths]


def read_source(path: Path) -> Source:
    """Read the pairs of one file that have text on both sides.

    Raises:
        FormatError: it is of no known kind, cannot be read, or holds no pair.
    """
    if not path.is_file():
        problem = "is a folder" if path.is_dir() else "no such file"
        raise FormatError(problem, path, remedy="name a .tmx or .tsv file")
    readers = {".tsv": _tsv_pairs, ".tmx": _tmx_pairs}
    reader = readers.get(_kind(path))
    if reader is None:
        raise FormatError("neither TSV nor TMX", path, remedy="give .tsv, .tsv.xz, .tsv.gz or .tmx")
    rows = list(reader(path))
    pairs = tuple((zh, en) for zh, en in rows if zh and en)
    if not pairs:
        raise FormatError(
            "holds no Chinese–English pair", path, remedy="check that it has both languages"
        )
    _check_languages(pairs, path)
    return Source(path.name.split(".")[0], pairs, len(rows) - len(pairs))


def _check_languages(pairs: Sequence[TextPair], path: Path) -> None:
    """Refuse pairs of which most are not Chinese and English, in this order."""
    order = "write Chinese TAB English" if _kind(path) == ".tsv" else "check its language tags"
    if sum(_HAN.search(zh) is None for zh, _ in pairs) * 2 > len(pairs):
        raise FormatError("what should be Chinese has no Chinese characters", path, remedy=order)
    if sum(_HAN.search(en) is not None for _, en in pairs) * 2 > len(pairs):
        raise FormatError("what should be English has Chinese characters", path, remedy=order)


def _kind(path: Path) -> str:
    """Return the suffix that tells the format, ``.tsv`` for ``.tsv.xz``; nothing for others."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in _OPENERS:
        suffixes.pop()
        return ".tsv" if suffixes[-1:] == [".tsv"] else ""
    return suffixes[-1] if suffixes and suffixes[-1] in (".tsv", ".tmx") else ""


def _tsv_pairs(path: Path) -> Iterator[TextPair]:
    """Yield the first two columns of each line that has them."""
    opener = _OPENERS.get(path.suffix.lower(), open)
    try:
        with opener(path, "rt", encoding="utf-8-sig") as stream:
            for line in stream:
                zh, _, rest = line.rstrip("\r\n").partition("\t")
                yield zh.strip(), rest.partition("\t")[0].strip()
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise FormatError(f"cannot be read ({error})", path, remedy="copy it again") from error
    except UnicodeDecodeError as error:
        raise FormatError("is not UTF-8 text", path, remedy="save it as UTF-8") from error


def _tmx_pairs(path: Path) -> Iterator[TextPair]:
    from tm import read_tmx

    for unit in read_tmx(path):
        yield _text(unit, ZH), _text(unit, EN)


def _text(unit: TranslationUnit, lang: Lang) -> str:
    """Return the first text of *unit* in *lang*, whatever its region."""
    found = (v.text for v in unit.variants if v.lang.partition("-")[0].lower() == lang.code)
    return " ".join(next(found, "").split())
