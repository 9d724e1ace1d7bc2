"""What a document is and how files become one."""

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

if TYPE_CHECKING:
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

_HOMES = {
    "EN": "corpora.types",
    "LANGS": "corpora.types",
    "ZH": "corpora.types",
    "AlignmentError": "corpora.errors",
    "Bead": "corpora.types",
    "Bitext": "corpora.types",
    "Block": "corpora.types",
    "Document": "corpora.types",
    "DuizhaoError": "corpora.errors",
    "FormatError": "corpora.errors",
    "Kind": "corpora.types",
    "Lang": "corpora.types",
    "LanguageError": "corpora.errors",
    "MissingModelError": "corpora.errors",
    "Segment": "corpora.types",
    "Span": "corpora.types",
    "TranslationUnit": "corpora.types",
    "Variant": "corpora.types",
    "build_document": "corpora.document",
    "detect_lang": "corpora.languages",
    "document_of_lines": "corpora.document",
    "read_document": "corpora.document",
    "segment": "corpora.segmenter",
}

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

__getattr__ = imported_when_asked(__name__, _HOMES)
