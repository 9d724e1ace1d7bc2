"""The types every room shares: languages, documents, beads, translation units.

Frozen data only. Invariants are checked here, once, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from corpora.errors import AlignmentError

Progress = Callable[[int, int], None]  # done, total
DOUBTFUL: Final = 0.9  # a bead less sure than this is worth a look


class Span(NamedTuple):
    """A half-open range ``[start, end)``.

    >>> Span(2, 5).size
    3
    """

    start: int
    end: int

    @property
    def size(self) -> int:
        """How many places it covers."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Lang:
    """What the code may know about a language.

    >>> ZH.join(["你好。", "再见。"]), EN.join(["Hi.", "Bye."])
    ('你好。再见。', 'Hi. Bye.')
    """

    code: str  # BCP 47 primary subtag
    name: str  # for people
    tag: str  # BCP 47 tag written to TMX unless the user chooses another
    joiner: str  # between segments of one bead: nothing in Chinese, a space in English
    has_case: bool  # whether a small letter tells the middle of a sentence
    longest_heading: int  # characters; some 70 and 190 are the longest seen in UN reports
    longest_unnumbered: int  # of a heading without a number
    shortest_body: int  # of a paragraph
    shortest_cut: int  # of a line that a page cuts: a shorter one is whole
    file_marks: str  # how a file name says the language, a regular expression

    def join(self, texts: Iterable[str]) -> str:
        """Join the segments of one bead."""
        return self.joiner.join(texts)


ZH = Lang(
    code="zh",
    name="Chinese",
    tag="zh-CN",
    joiner="",
    has_case=False,
    longest_heading=80,
    longest_unnumbered=40,
    shortest_body=16,
    shortest_cut=20,
    file_marks=r"zh(?:[-_]?(?:cn|tw|hk|sg|mo|hans|hant))*|cn|ch|chi|zho|chs|cht|chinese|中文|汉语"
    r"|(?<=[-_])(?-i:C)",  # A-77-100-C is the Chinese of A/77/100
)
EN = Lang(
    code="en",
    name="English",
    tag="en-US",
    joiner=" ",
    has_case=True,
    longest_heading=220,
    longest_unnumbered=110,
    shortest_body=50,
    shortest_cut=40,
    file_marks=r"en(?:[-_]?(?:us|gb|uk|au|ca|int))?|eng|english|英文|英语|(?<=[-_])(?-i:E)",
)
LANGS = {lang.code: lang for lang in (ZH, EN)}


def is_probability(value: object) -> bool:
    """Whether *value* is a number from 0 to 1; not a number that is none, nor a truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


class Kind(StrEnum):
    """What a block is in the layout of a report."""

    MASTHEAD = "masthead"
    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TEXT = "text"
    CELL = "cell"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, numbered paragraph, sub-item, note, table cell or piece of page furniture.

    ``text`` has its white space collapsed, its enumerator taken off and the halves
    cut by a page break joined. ``label`` is the enumerator or note mark as printed
    (``12.``, ``(a)``, ``一、``, ``¹``), or empty.
    """

    kind: Kind
    text: str
    label: str = ""
    level: int = 0  # headings and items: 1 is the outermost; otherwise 0
    page: int = 0  # from 1; 0 where the format has no pages
    paragraph: str = ""  # numbered paragraph it belongs to: "12", in an annex "annex 1/3"


class Segment(NamedTuple):
    """What alignment moves, usually one sentence: its text, block index and span in that block."""

    text: str
    block: int
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """Ordered blocks of one language, and the segments cut from them.

    Furniture has no segments. Notes stand after the body of their part, in order.
    """

    lang: Lang
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    origin: str = ""  # file name, for provenance

    def block_of(self, segment: int) -> Block:
        """Return the block that segment number *segment* (from 0) belongs to."""
        return self.blocks[self.segments[segment].block]

    def label_of(self, segment: int) -> str:
        """Return the enumerator printed before *segment*: none unless it opens its block."""
        opens = not segment or self.segments[segment - 1].block != self.segments[segment].block
        return self.block_of(segment).label if opens else ""


@dataclass(frozen=True, slots=True)
class Bead:
    """One n:m link: two half-open spans of segment numbers, and how sure it is.

    ``score`` is a similarity (higher is better), ``probability`` 0–1 and calibrated,
    ``reasons`` the evidence in words.
    """

    src: Span
    tgt: Span
    score: float = 0.0
    probability: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of segments on either side; (1, 0) is an omission, (0, 1) an addition."""
        return self.src.size, self.tgt.size

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not (self.src.size and self.tgt.size)

    @property
    def shape_text(self) -> str:
        """The shape as it is written: ``2-1``."""
        return "-".join(map(str, self.shape))

    @property
    def is_doubtful(self) -> bool:
        """Whether it is worth a look."""
        return self.probability < DOUBTFUL

    @property
    def percent(self) -> int:
        """The probability in whole per cent, downwards: .899 is doubtful and must not read 90.

        >>> Bead(Span(0, 1), Span(0, 1), probability=0.29).percent
        29
        """
        return int(Decimal(str(self.probability)) * 100)  # .29 * 100 is less than 29


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and the beads that tile their segments, in order.

    Raises:
        AlignmentError: the beads overlap, leave a gap or are out of order.
    """

    src: Document
    tgt: Document
    beads: tuple[Bead, ...]
    anchors: tuple[str, ...] = ()  # what was relied on, "paragraph 12", in order
    warnings: tuple[str, ...] = ()  # anchors that contradict, for people

    def __post_init__(self) -> None:
        """Refuse beads that do not tile both sides."""
        i = j = 0
        for bead in self.beads:
            if (bead.src.start, bead.tgt.start) != (i, j):
                raise AlignmentError(f"bead {bead.src}–{bead.tgt} does not continue at ({i}, {j})")
            i, j = bead.src.end, bead.tgt.end
        if (i, j) != (len(self.src.segments), len(self.tgt.segments)):
            raise AlignmentError(f"beads end at ({i}, {j}), not at the end of both documents")

    def texts(self, bead: Bead) -> tuple[str, str]:
        """Return the two sides of *bead*, joined as their languages join."""
        return (
            self.src.lang.join(s.text for s in self.src.segments[slice(*bead.src)]),
            self.tgt.lang.join(s.text for s in self.tgt.segments[slice(*bead.tgt)]),
        )

    @property
    def sureness(self) -> float:
        """Mean probability of the beads that have both sides, 0–1; 0 without any."""
        matched = [bead.probability for bead in self.beads if not bead.is_null]
        return sum(matched) / len(matched) if matched else 0.0

    @property
    def paired(self) -> tuple[float, float]:
        """Share of the segments of either side that can be expected in right pairs, 0–1."""
        weighed = [(bead, bead.probability) for bead in self.beads if not bead.is_null]
        return (
            sum(share * bead.src.size for bead, share in weighed) / max(len(self.src.segments), 1),
            sum(share * bead.tgt.size for bead, share in weighed) / max(len(self.tgt.segments), 1),
        )

    def kind(self, bead: Bead) -> Kind:
        """Return the kind of the first block of *bead*, the source's where it has one."""
        document, span = (self.src, bead.src) if bead.src.size else (self.tgt, bead.tgt)
        return document.block_of(span.start).kind

    def paragraph(self, bead: Bead) -> str:
        """Return the numbered paragraph of *bead*, from whichever side has one."""
        for document, span in ((self.src, bead.src), (self.tgt, bead.tgt)):
            if span.size and (label := document.block_of(span.start).paragraph):
                return label
        return ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The text of a translation unit in one language; TMX ``<tuv>``."""

    lang: str  # BCP 47 tag, hyphenated
    text: str  # without inline codes
    inline: str = ""  # the same with its codes, the content of a TMX 1.4 <seg>; empty without


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One stored meaning with its provenance; TMX ``<tu>``. The source variant stands first."""

    variants: tuple[Variant, ...]
    document: str = ""  # symbol or file names of what was translated
    paragraph: str = ""  # numbered paragraph
    label: str = ""  # enumerator kept out of the segment, as printed
    kind: str = ""  # kind of the block
    bead: str = ""  # shape, "1-1"
    probability: float | None = None  # 0–1, that the two sides translate each other
    reasons: tuple[str, ...] = ()
    context_before: str = ""  # source text of the unit before
    context_after: str = ""
    created: datetime | None = None
    author: str = ""  # who made or last changed it
    note: str = ""
    is_machine: bool = False  # machine translation nobody confirmed
    uses: int = 1  # times it was added to a memory
    origin: str = ""  # file that brought it into a memory
    props: tuple[tuple[str, str], ...] = ()  # other TMX properties, kept as read
    line: int = field(default=0, compare=False)  # of the file it was read from, if it has lines
