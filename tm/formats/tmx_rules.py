"""What a TMX may be refused for: each rule by its code, whom it harms and what to do about it.

Knows TMX 1.4b and what its readers do with files that break it (OmegaT 6.1 and later
validate before reading, and refuse the whole file on one error). Knows nothing of files, nor
how a fault is found: each rule names the function that finds and explains it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tm.formats.safe_xml import EXPORT
from tm.formats.tmx_file_rules import (
    byte_order_mark,
    doctype,
    empty_file,
    encoding,
    entity_declaration,
    header_attribute,
    no_body,
    no_header,
    no_unit,
    not_tmx,
    not_utf8,
    part_twice,
    truncated,
    version,
)
from tm.formats.tmx_mends import (
    bare_ampersand,
    bare_less_than,
    cdata_end,
    control_character,
    undefined_entity,
)
from tm.formats.tmx_unit_rules import (
    attribute_missing,
    attribute_value,
    date,
    deprecated_ut,
    duplicate,
    element_order,
    empty_segment,
    foreign_in_segment,
    lang_attribute,
    language_missing,
    language_tag_odd,
    language_tag_wrong,
    language_underscore,
    long_segment,
    nested_too_deep,
    no_segment,
    no_variant,
    not_nfc,
    not_well_formed,
    omegat_prop,
    one_variant,
    other_target,
    replacement_character,
    same_language,
    same_text,
    segtype,
    srclang_all,
    srclang_variant,
    text_outside,
    too_large,
    two_segments,
    unknown_attribute,
    unknown_element,
    unpaired_code,
    white_space,
)

EVERY = ("OmegaT", "Weblate", "Trados", "memoQ")  # XML 1.0 §1.2: no processor may read on
OMEGAT, WEBLATE = ("OmegaT",), ("Weblate",)


class Rule(NamedTuple):
    """A check: its docstring explains it; on which kinds of fragment it looks, and how bad it is.

    Where it looks at no kind, ``find`` is what mends characters or what only has a docstring:
    the fragment comes with a :class:`Mark` for it.
    """

    find: Callable[[Any], Iterable[Any]]
    kinds: tuple[str, ...]
    severity: str  # "error": refused, or against the standard; "warning": lost or doubtful
    clients: tuple[str, ...]  # known to refuse the file or to lose the unit
    remedy: str


_TREE, _UNIT, _END = ("header", "unit"), ("unit",), ("end",)
_SAVE = "save it as UTF-8"
_ENCODING = f"{_SAVE}, or let fix read it with --encoding, gb18030 for example"
_OWN, _TAG = 'keep it in <prop type="x-…">', "use a tag such as zh-CN or en-US"
_SOURCE = "let srclang name the tag of the source variants"
_TRUST = "write the text itself, and do not trust the file"
_CUT_OFF = "copy or export it again; fix keeps the whole units"
_ORDER, _PAIR = "let fix put it in its place", "give each unit a source and one target"
RULES: dict[str, Rule] = {
    "empty-file": Rule(empty_file, ("start",), "error", EVERY, EXPORT),
    "encoding": Rule(encoding, ("start",), "error", EVERY, _ENCODING),
    "byte-order-mark": Rule(byte_order_mark, ("start",), "warning", (), _SAVE),
    "not-utf-8": Rule(not_utf8, ("start",), "warning", (), _SAVE),
    "doctype": Rule(doctype, ("doctype",), "warning", (), "take it out; let fix write TMX's own"),
    "entity-declaration": Rule(entity_declaration, ("doctype",), "error", (), _TRUST),
    "version": Rule(version, ("root",), "error", OMEGAT, "write 1.4, after a look at the rest"),
    "not-a-tmx": Rule(not_tmx, _END, "error", EVERY, "choose another file"),
    "no-header": Rule(no_header, _END, "error", OMEGAT, "let fix supply one"),
    "part-twice": Rule(part_twice, ("again",), "error", OMEGAT, "let fix join the parts"),
    "no-body": Rule(no_body, _END, "error", OMEGAT, "let fix supply one"),
    "no-unit": Rule(no_unit, _END, "warning", (), "make sure that this is the right file"),
    "truncated": Rule(truncated, _END, "error", EVERY, _CUT_OFF),
    "header-attribute": Rule(header_attribute, ("header",), "error", OMEGAT, "let fix supply them"),
    "control-character": Rule(control_character, (), "error", EVERY, "remove it"),
    "undefined-entity": Rule(undefined_entity, (), "error", EVERY, "write the character itself"),
    "bare-ampersand": Rule(bare_ampersand, (), "error", EVERY, "write it as &amp;"),
    "bare-less-than": Rule(bare_less_than, (), "error", EVERY, "write it as &lt;"),
    "cdata-end": Rule(cdata_end, (), "error", EVERY, "write it as ]]&gt;"),
    "not-well-formed": Rule(not_well_formed, (), "error", EVERY, EXPORT),
    "too-large": Rule(too_large, (), "error", (), "cut it into segments"),
    "nested-too-deep": Rule(nested_too_deep, _TREE, "error", (), "export it without these codes"),
    "replacement-character": Rule(replacement_character, _UNIT, "warning", (), "look the text up"),
    "unknown-element": Rule(unknown_element, _TREE, "error", OMEGAT, "take it out"),
    "foreign-in-segment": Rule(foreign_in_segment, _UNIT, "error", OMEGAT, "use bpt, ept or ph"),
    "unknown-attribute": Rule(unknown_attribute, ("root", *_TREE), "error", OMEGAT, _OWN),
    "attribute-missing": Rule(attribute_missing, _TREE, "error", OMEGAT, "supply it"),
    "attribute-value": Rule(attribute_value, _TREE, "error", (), "correct it or take it out"),
    "segtype": Rule(segtype, _TREE, "error", OMEGAT, "write sentence"),
    "date": Rule(date, _TREE, "error", (), "write it as 20240501T083000Z"),
    "element-order": Rule(element_order, _UNIT, "error", OMEGAT, _ORDER),
    "text-outside": Rule(text_outside, ("outside", *_TREE), "error", OMEGAT, "take it out"),
    "language-missing": Rule(language_missing, _UNIT, "error", OMEGAT, "add xml:lang"),
    "lang-attribute": Rule(lang_attribute, _TREE, "error", OMEGAT, "write xml:lang"),
    "language-underscore": Rule(language_underscore, _TREE, "error", OMEGAT, "write a hyphen"),
    "language-tag": Rule(language_tag_wrong, _TREE, "error", (), _TAG),
    "language-tag-odd": Rule(language_tag_odd, _TREE, "warning", (), _TAG),
    "same-language": Rule(same_language, _UNIT, "error", (), _PAIR),
    "srclang-all": Rule(srclang_all, ("header",), "error", WEBLATE, _SOURCE),
    "srclang-variant": Rule(srclang_variant, _UNIT, "error", (), _SOURCE),
    "no-variant": Rule(no_variant, _UNIT, "error", OMEGAT, EXPORT),
    "one-variant": Rule(one_variant, _UNIT, "warning", (), _PAIR),
    "no-segment": Rule(no_segment, _UNIT, "error", OMEGAT, "take the variant out"),
    "two-segments": Rule(two_segments, _UNIT, "error", OMEGAT, "make two units of it"),
    "empty-segment": Rule(empty_segment, _UNIT, "error", (), "take the unit out"),
    "white-space": Rule(white_space, _UNIT, "warning", (), "trim it"),
    "not-nfc": Rule(not_nfc, _UNIT, "warning", (), "normalise it to NFC"),
    "long-segment": Rule(long_segment, _UNIT, "warning", (), "cut it into sentences"),
    "unpaired-code": Rule(unpaired_code, _UNIT, "error", (), "supply the partner, or use it"),
    "deprecated-ut": Rule(deprecated_ut, _UNIT, "warning", (), "write ph"),
    "omegat-prop": Rule(omegat_prop, _UNIT, "warning", OMEGAT, "give the prop another name"),
    "duplicate": Rule(duplicate, _UNIT, "warning", (), "keep one"),
    "other-target": Rule(other_target, _UNIT, "warning", (), "keep one target in a file"),
    "same-text": Rule(same_text, _UNIT, "warning", (), "translate it, or take the unit out"),
}  # fmt: skip
