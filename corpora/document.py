"""Documents: blocks and the segments cut from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpora.languages import detect_lang
from corpora.layout import lay_out
from corpora.segmenter import segment
from corpora.types import Block, Document, Kind, Lang, Progress, Segment, Span

_WHOLE = {Kind.MASTHEAD, Kind.TITLE, Kind.HEADING}  # never split into sentences


def read_document(
    path: str | Path, lang: Lang | None = None, *, progress: Progress | None = None
) -> Document:
    """Read a txt, docx, html or pdf report; its language is detected unless given.

    *progress* is told of each page of a PDF.

    Raises:
        FormatError: the file cannot be read, or holds no text.
        LanguageError: the text is in neither language.
    """
    from corpora.read import read_passages

    path = Path(path)
    passages = read_passages(path, progress=progress)
    lang = lang or detect_lang("\n".join(passage.text for passage in passages))
    return build_document(lay_out(passages, lang), lang, path.name)


def document_of_lines(lines: Iterable[str], lang: Lang, origin: str = "") -> Document:
    """Take every line as one block and one segment: no layout, no splitting."""
    blocks = tuple(Block(Kind.TEXT, " ".join(line.split())) for line in lines)
    segments = tuple(_whole(block, i) for i, block in enumerate(blocks))
    return Document(lang, blocks, segments, origin)


def build_document(blocks: Sequence[Block], lang: Lang, origin: str = "") -> Document:
    """Cut *blocks* into segments; headings, titles and masthead lines stay whole."""
    segments = tuple(
        one
        for i, block in enumerate(blocks)
        if block.kind is not Kind.FURNITURE and block.text
        for one in _segments(block, i, lang)
    )
    return Document(lang, tuple(blocks), segments, origin)


def _segments(block: Block, index: int, lang: Lang) -> Iterator[Segment]:
    if block.kind in _WHOLE:
        yield _whole(block, index)
        return
    for span in segment(block.text, lang):
        if text := block.text[slice(*span)].strip():
            yield Segment(text, index, span)


def _whole(block: Block, index: int) -> Segment:
    return Segment(block.text, index, Span(0, len(block.text)))
