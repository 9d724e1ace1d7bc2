"""What a document is and how files become one."""

from corpora.document import build_document, document_of_lines, read_document
from corpora.errors import (
    AlignmentError,
    DuizhaoError,
    FormatError,
    LanguageError,
    MissingModelError,
)
from corpora.languages import detect_lang
from corpora.segmenter import segment
from corpora.types import (
    EN,
    LANGS,
    ZH,
    Bead,
    Bitext,
    Block,
    Document,
    Kind,
    Lang,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)

__all__ = [
    "EN",
    "LANGS",
    "ZH",
    "AlignmentError",
    "Bead",
    "Bitext",
    "Block",
    "Document",
    "DuizhaoError",
    "FormatError",
    "Kind",
    "Lang",
    "LanguageError",
    "MissingModelError",
    "Segment",
    "Span",
    "TranslationUnit",
    "Variant",
    "build_document",
    "detect_lang",
    "document_of_lines",
    "read_document",
    "segment",
]
