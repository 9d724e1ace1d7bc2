"""What a TMX may be refused for: one rule, one small function, one explanation.

Knows TMX 1.4b and what its readers do with files that break it (OmegaT 6.1 and later
validate before reading, and refuse the whole file on one error). Knows nothing of files:
a rule is shown one piece of a file at a time and says where in it the fault stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from html.entities import html5
from typing import Any, NamedTuple

from lxml import etree

from corpora.errors import LanguageError
from tm.formats.clean import XML_LANG, is_blank, language_tag

LONG, HUGE, DEEPEST = 2000, 10_000_000, 200  # characters a side, a piece; elements inside a unit
EVERY = ("OmegaT", "Weblate", "Trados", "memoQ")  # XML 1.0 §1.2: no processor may read on
OMEGAT, WEBLATE = ("OmegaT",), ("Weblate",)
OMEGAT_PROPS = frozenset({"file", "id", "prev", "next", "path", "x-ice"})

_HISTORY = "creationdate creationid changedate changeid o-encoding "
_OF_UNIT = _HISTORY + "datatype usagecount lastusagedate creationtool creationtoolversion o-tmf "
HEADER = [
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
]
ATTRIBUTES = {
    name: frozenset(names.split())
    for name, names in {
        "tmx": "version", "header": f"{' '.join(HEADER)} {_HISTORY}", "body": "",
        "tu": _OF_UNIT + "tuid segtype srclang", "tuv": f"{_OF_UNIT} {XML_LANG} lang", "seg": "",
        "note": f"o-encoding {XML_LANG} lang", "prop": f"type o-encoding {XML_LANG} lang",
        "ude": "name base", "map": "unicode code ent subst", "bpt": "i x type", "ept": "i",
        "it": "pos x type", "ph": "x assoc type", "hi": "x type", "sub": "datatype type", "ut": "x",
    }.items()
}  # fmt: skip
REQUIRED = {"bpt": "i", "ept": "i", "it": "pos", "prop": "type", "ude": "name", "map": "unicode"}
_MARKED, _CODE = frozenset(["bpt", "ept", "it", "ph", "hi", "ut"]), frozenset({"sub"})
CHILDREN = {
    "header": frozenset({"note", "prop", "ude"}), "tu": frozenset({"note", "prop", "tuv"}),
    "tuv": frozenset({"note", "prop", "seg"}), "ude": frozenset({"map"}),
    **dict.fromkeys(("seg", "hi", "sub"), _MARKED),
    **dict.fromkeys(("bpt", "ept", "it", "ph", "ut"), _CODE),
    **dict.fromkeys(("note", "prop", "map"), frozenset[str]()),
}  # fmt: skip
INLINE = _MARKED | _CODE
DATES = ("creationdate", "changedate", "lastusagedate")
_DATE = r"\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ"
VALUES = {
    "segtype": re.compile("block|paragraph|sentence|phrase"),
    **dict.fromkeys(DATES, re.compile(_DATE, re.ASCII)),
    "usagecount": re.compile("[0-9]+"), "i": re.compile("[0-9]+"), "x": re.compile("[0-9]+"),
    "tuid": re.compile(r"\S+"), "pos": re.compile("begin|end"), "assoc": re.compile("[pfb]"),
}  # fmt: skip


class Mark(NamedTuple):
    """A fault of the characters of a piece, found before it was parsed."""

    code: str
    line: int  # of the file
    detail: str
    fix: str = ""  # what was done about it, where something was


class View(NamedTuple):
    """One variant: its element, language tag as written, segments and the text of the first."""

    element: etree._Element
    lang: str
    segs: list[etree._Element]
    text: str


class Facts(NamedTuple):
    """What is known of a file: of its bytes when it is opened, of its parts at its end."""

    encoding: str = "utf-8"
    declared: str = ""
    has_bom: bool = False
    is_empty: bool = False
    problem: str = ""  # with the encoding
    roots: int = 0
    headers: int = 0
    bodies: int = 0
    units: int = 0
    is_closed: bool = False


class Piece(NamedTuple):
    """A part of a file.

    ``kind`` is start, doctype, root, header, unit, again, outside or end; ``element`` is
    what could be parsed, its characters mended, and ``marks`` says what was mended. ``repeats``
    is the code of what the unit repeats, if it does.
    """

    kind: str
    text: str = ""
    line: int = 1
    element: etree._Element | None = None
    marks: tuple[Mark, ...] = ()
    views: tuple[View, ...] = ()
    srclang: str = ""  # of the header
    repeats: str = ""
    facts: Facts = Facts()


class Hit(NamedTuple):
    """Where a rule is broken, and by what."""

    line: int
    detail: str = ""


class Rule(NamedTuple):
    """A check: its docstring explains it; on which kinds of piece it looks, and how bad it is.

    Where it looks at no kind, ``find`` is what mends characters or what only has a docstring:
    the piece comes with a :class:`Mark` for it.
    """

    find: Callable[[Any], Iterable[Any]]
    kinds: tuple[str, ...]
    severity: str  # "error": refused, or against the standard; "warning": lost or doubtful
    clients: tuple[str, ...]  # known to refuse the file or to lose the unit
    remedy: str


def name_of(element: etree._Element) -> str:
    """Return the name of *element*, with its prefix; nothing for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return f"{element.prefix}:{etree.QName(tag).localname}" if tag.startswith("{") else tag


def at(piece: Piece, element: etree._Element) -> int:
    """Return the line of *element* in the file."""
    line: Any = element.sourceline  # where its tag ends
    return piece.line if element is piece.element else piece.line + max((line or 1) - 1, 0)


def all_in(piece: Piece) -> Iterator[etree._Element]:
    """Yield every element of *piece*."""
    if piece.element is not None:
        yield from piece.element.iter("*")


def source_of(tu: etree._Element, srclang: str) -> str:
    """Return the tag of the source language of *tu*, in small letters; nothing for any."""
    tag = str(tu.get("srclang") or srclang).strip().replace("_", "-").lower()
    return "" if tag == "*all*" else tag


def tags_in(piece: Piece) -> Iterator[tuple[etree._Element, str]]:
    """Yield every language tag in *piece* with its element, ``*all*`` left out."""
    for element in all_in(piece):
        for name in (XML_LANG, "adminlang", "srclang", "lang"):
            tag = str(element.get(name) or "")
            if tag and tag != "*all*":
                yield element, tag


def unknown_element(piece: Piece) -> Iterator[Hit]:
    """TMX has no such element, or not in this place. Names are in small letters."""
    return _strange(piece, frozenset(CHILDREN) - INLINE - {"seg"})


def foreign_in_segment(piece: Piece) -> Iterator[Hit]:
    """Inside a segment stand only bpt, ept, it, ph and hi; HTML must go into one of them."""
    return _strange(piece, INLINE | {"seg"})


def _strange(piece: Piece, parents: frozenset[str]) -> Iterator[Hit]:
    for child in all_in(piece):
        parent = child.getparent()
        name = "" if parent is None or child is piece.element else name_of(parent)
        if name in parents and name_of(child) not in CHILDREN[name]:
            yield Hit(at(piece, child), f"<{name_of(child)}>")


def unknown_attribute(piece: Piece) -> Iterator[Hit]:
    """TMX allows no attribute of one's own; what a unit should carry goes into a prop."""
    for element in all_in(piece):
        for name in map(str, element.attrib):
            if name not in ATTRIBUTES.get(name_of(element), (name,)):
                yield Hit(at(piece, element), f"{name} of <{name_of(element)}>")
    if piece.kind == "root" and "xmlns" in piece.text:
        yield Hit(piece.line, "xmlns of <tmx>")


def attribute_missing(piece: Piece) -> Iterator[Hit]:
    """The element cannot do without this attribute."""
    for element in all_in(piece):
        needed = REQUIRED.get(name_of(element))
        if needed and element.get(needed) is None:
            yield Hit(at(piece, element), f"{needed} of <{name_of(element)}>")


def attribute_value(piece: Piece) -> Iterator[Hit]:
    """Counts are digits, a tuid has no white space, pos is begin or end, assoc is p, f or b."""
    return _wrong(piece, frozenset(VALUES) - {*DATES, "segtype"})


def segtype(piece: Piece) -> Iterator[Hit]:
    """The type of a segment is block, paragraph, sentence or phrase."""
    return _wrong(piece, frozenset({"segtype"}))


def date(piece: Piece) -> Iterator[Hit]:
    """A date is written YYYYMMDDThhmmssZ, in UTC."""
    return _wrong(piece, frozenset(DATES))


def _wrong(piece: Piece, names: frozenset[str]) -> Iterator[Hit]:
    for element in all_in(piece):
        for name, value in element.items():
            if name in names and not VALUES[str(name)].fullmatch(str(value)):
                yield Hit(at(piece, element), f'{name!s}="{value!s}"')


def element_order(piece: Piece) -> Iterator[Hit]:
    """Notes and props come before the variants of a unit, and before the segment of a variant."""
    for element in all_in(piece):
        last = {"tu": "tuv", "tuv": "seg"}.get(name_of(element))
        names = [name_of(child) for child in element.iterchildren("*")]
        if last in names:
            late = zip(names, element.iterchildren("*"), strict=True)
            after = list(late)[names.index(last) :]
            yield from (Hit(at(piece, c), f"<{n}>") for n, c in after if n in ("note", "prop"))


def text_outside(piece: Piece) -> Iterator[Hit]:
    """Text stands only in segments, notes and props; here it is lost or refused."""
    if piece.kind == "outside":
        yield Hit(piece.line, _excerpt(piece.text))
    for element in all_in(piece):
        if name_of(element) in ("tmx", "header", "tu", "tuv", "ude", "map"):
            texts = [element.text, *(child.tail for child in element)]
            stray = " ".join(filter(None, ((text or "").strip() for text in texts)))
            if stray:
                yield Hit(at(piece, element), _excerpt(stray))


def nested_too_deep(piece: Piece) -> Iterator[Hit]:
    """Elements are nested more than 200 deep: no segment is, and readers give up or crash."""
    depth = 0
    if piece.element is not None and piece.text.count("<") > DEEPEST:
        for event, element in etree.iterwalk(piece.element, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                yield Hit(at(piece, element))
                return


def language_missing(piece: Piece) -> Iterator[Hit]:
    """A variant does not say its language, so no program can use it."""
    yield from (Hit(at(piece, view.element)) for view in piece.views if not view.lang)


def lang_attribute(piece: Piece) -> Iterator[Hit]:
    """The language stands in lang, as in TMX 1.1; since 1.3 it is xml:lang."""
    for element in all_in(piece):
        if element.get("lang") is not None and "lang" in ATTRIBUTES.get(name_of(element), ()):
            yield Hit(at(piece, element), str(element.get("lang")))


def language_underscore(piece: Piece) -> Iterator[Hit]:
    """A language tag is written with an underscore; BCP 47 has hyphens: zh-CN."""
    yield from (Hit(at(piece, element), tag) for element, tag in tags_in(piece) if "_" in tag)


def language_tag_wrong(piece: Piece) -> Iterator[Hit]:
    """This is no language tag; it should look like zh-CN or en-US."""
    yield from (Hit(at(piece, e), tag) for e, tag in tags_in(piece) if spelt(tag) is None)


def language_tag_odd(piece: Piece) -> Iterator[Hit]:
    """The tag has the shape of one but unusual capitals, or no language of two or three letters."""
    for element, tag in tags_in(piece):
        usual = spelt(tag)
        is_short = len(tag.partition("-")[0].partition("_")[0]) in (2, 3)
        if usual and (usual != tag.replace("_", "-") or not is_short):
            yield Hit(at(piece, element), tag)


def spelt(tag: str) -> str | None:
    """Return *tag* with hyphens and its usual capitals; None where it is no language tag."""
    try:
        return language_tag(tag)
    except LanguageError:
        return None


def same_language(piece: Piece) -> Iterator[Hit]:
    """A unit has two variants in one language: which one a program takes is chance."""
    seen: set[str] = set()
    for view in piece.views:
        tag = view.lang.replace("_", "-").lower()
        if tag and tag in seen:
            yield Hit(at(piece, view.element), view.lang)
        seen.add(tag)


def srclang_all(piece: Piece) -> Iterator[Hit]:
    """srclang="*all*" says that any language may be the source. Weblate refuses the file."""
    if piece.element is not None and piece.element.get("srclang") == "*all*":
        yield Hit(piece.line)


def srclang_variant(piece: Piece) -> Iterator[Hit]:
    """No variant has the very tag that srclang names, so the unit has no source."""
    tags = [view.lang.replace("_", "-").lower() for view in piece.views]
    source = "" if piece.element is None else source_of(piece.element, piece.srclang)
    if source and any(tags) and source not in tags:
        yield Hit(piece.line, f"{source} is not among {', '.join(tags)}")


def no_variant(piece: Piece) -> Iterator[Hit]:
    """A unit without any variant."""
    if piece.element is not None and not piece.views:
        yield Hit(piece.line)


def one_variant(piece: Piece) -> Iterator[Hit]:
    """A unit in one language only translates nothing."""
    if len(piece.views) == 1:
        yield Hit(piece.line, piece.views[0].lang)


def no_segment(piece: Piece) -> Iterator[Hit]:
    """A variant holds its text in one seg; this one has none."""
    yield from (Hit(at(piece, view.element), view.lang) for view in piece.views if not view.segs)


def two_segments(piece: Piece) -> Iterator[Hit]:
    """A variant holds its text in one seg; what stands in others is lost or refused."""
    yield from (Hit(at(piece, view.segs[1]), view.lang) for view in piece.views if view.segs[1:])


def empty_segment(piece: Piece) -> Iterator[Hit]:
    """A segment without anything to be seen: the translation would be nothing."""
    for view in piece.views:
        if view.segs and is_blank(view.text) and not len(view.segs[0]):
            yield Hit(at(piece, view.segs[0]), view.lang)


def white_space(piece: Piece) -> Iterator[Hit]:
    """White space around a segment: it matches no sentence exactly."""
    for view in piece.views:
        for seg in view.segs:
            first, last = seg.text or "", (seg[-1].tail if len(seg) else seg.text) or ""
            if not is_blank(view.text) and (first != first.lstrip() or last != last.rstrip()):
                yield Hit(at(piece, seg), view.lang)


def not_nfc(piece: Piece) -> Iterator[Hit]:
    """Letters are spelt with separate accents (not NFC), so they match no usual spelling."""
    for view in piece.views:
        if not view.text.isascii() and not unicodedata.is_normalized("NFC", view.text):
            yield Hit(at(piece, view.element), view.lang)


def long_segment(piece: Piece) -> Iterator[Hit]:
    """A side is longer than 2,000 characters; a large vendor's server refuses it."""
    for view in piece.views:
        if len(view.text) > LONG:
            yield Hit(at(piece, view.element), f"{view.lang}, {len(view.text):,} characters")


def replacement_character(piece: Piece) -> Iterator[Hit]:
    """The mark � stands where some earlier program lost a character."""
    if "\ufffd" in piece.text:
        yield Hit(piece.line + piece.text.count("\n", 0, piece.text.index("\ufffd")))


def unpaired_code(piece: Piece) -> Iterator[Hit]:
    """Each bpt needs one ept after it with the same i, and each i is used once in a segment."""
    for seg in (seg for view in piece.views for seg in view.segs):
        strays = unpaired(seg)
        yield from (Hit(at(piece, c), f'<{name_of(c)} i="{c.get("i")}">') for c in strays)


def unpaired(seg: etree._Element) -> list[etree._Element]:
    """Return the bpt and ept of *seg* that have no partner, in order; none without an i."""
    waiting: dict[str, etree._Element] = {}
    strays, used = [], set()
    for code in seg.iter("bpt", "ept"):
        number = code.get("i")
        if number is None:
            continue
        if code.tag == "bpt" and number not in used:
            waiting[str(number)] = code
            used.add(number)
        elif code.tag == "bpt" or waiting.pop(str(number), None) is None:
            strays.append(code)
    return [*strays, *waiting.values()]


def deprecated_ut(piece: Piece) -> Iterator[Hit]:
    """The element ut is deprecated since TMX 1.4; ph says the same."""
    yield from (Hit(at(piece, element)) for element in all_in(piece) if element.tag == "ut")


def omegat_prop(piece: Piece) -> Iterator[Hit]:
    """OmegaT ties a unit with a prop of this name to one place of a project."""
    for element in all_in(piece):
        if element.tag == "prop" and element.get("type") in OMEGAT_PROPS:
            yield Hit(at(piece, element), str(element.get("type")))


def duplicate(piece: Piece) -> Iterator[Hit]:
    """The same source and target stand earlier in the file."""
    if piece.repeats == "duplicate":
        yield Hit(piece.line, _excerpt(piece.views[0].text))


def other_target(piece: Piece) -> Iterator[Hit]:
    """The source stands earlier with another target; readers differ on which one they keep."""
    if piece.repeats == "other-target":
        yield Hit(piece.line, _excerpt(piece.views[0].text))


def same_text(piece: Piece) -> Iterator[Hit]:
    """Source and target are the same words: perhaps nobody translated them."""
    texts = {view.text.strip() for view in piece.views}
    if len(piece.views) > 1 and len(texts) == 1 and any(map(str.isalpha, *texts)):
        yield Hit(piece.line, _excerpt(piece.views[0].text))


def _excerpt(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 40 else f"{joined[:39]}…"


def empty_file(piece: Piece) -> Iterator[Hit]:
    """The file has no bytes."""
    if piece.facts.is_empty:
        yield Hit(1)


def encoding(piece: Piece) -> Iterator[Hit]:
    """The bytes are not in the encoding that the file declares."""
    if piece.facts.problem:
        yield Hit(1, piece.facts.problem)


def byte_order_mark(piece: Piece) -> Iterator[Hit]:
    """The file starts with the UTF-8 byte order mark: XML allows it, nothing needs it."""
    if piece.facts.has_bom and piece.facts.encoding == "utf-8-sig":
        yield Hit(1)


def not_utf8(piece: Piece) -> Iterator[Hit]:
    """The file is not in UTF-8. XML readers must know UTF-8 and UTF-16, and no other encoding."""
    if piece.facts.encoding not in ("utf-8", "utf-8-sig", "ascii"):
        yield Hit(1, piece.facts.encoding)


_DOCTYPE = re.compile(r"<!DOCTYPE\s+tmx\s+(SYSTEM|PUBLIC\s+\S.*\S)\s+[\"']tmx14b?\.dtd[\"']")


def doctype(piece: Piece) -> Iterator[Hit]:
    """The document type is not TMX's own, <!DOCTYPE tmx SYSTEM "tmx14.dtd">."""
    if not _DOCTYPE.match(piece.text):
        yield Hit(piece.line, _excerpt(piece.text))


def entity_declaration(piece: Piece) -> Iterator[Hit]:
    """The file declares entities of its own: a way to steal files or fill the memory."""
    for match in re.finditer(r"<!ENTITY\s+%?\s*(\S+)", piece.text):
        yield Hit(piece.line + piece.text.count("\n", 0, match.start()), match[1])


def not_tmx(piece: Piece) -> Iterator[Hit]:
    """The file has no <tmx> element, so it is no TMX."""
    if not piece.facts.roots and not piece.facts.is_empty:
        yield Hit(1)


def truncated(piece: Piece) -> Iterator[Hit]:
    """The file is cut off before its end; what stands in the last line is lost."""
    if piece.facts.roots and not piece.facts.is_closed:
        yield Hit(piece.line)


def version(piece: Piece) -> Iterator[Hit]:
    """The version is not 1.4, the only one that the document type of TMX 1.4b knows."""
    found = None if piece.element is None else piece.element.get("version")
    if found != "1.4":
        yield Hit(piece.line, "none" if found is None else str(found))


def no_header(piece: Piece) -> Iterator[Hit]:
    """There is no <header>, so nothing says which language is translated."""
    if piece.facts.is_closed and not piece.facts.headers:
        yield Hit(1)


def part_twice(piece: Piece) -> Iterator[Hit]:
    """A TMX has one root, one header and one body; this is another."""
    yield Hit(piece.line, f"<{piece.text}>")


def no_body(piece: Piece) -> Iterator[Hit]:
    """The units do not stand in a <body>."""
    if piece.facts.is_closed and not piece.facts.bodies:
        yield Hit(1)


def no_unit(piece: Piece) -> Iterator[Hit]:
    """The memory is empty."""
    if piece.facts.is_closed and not piece.facts.units:
        yield Hit(piece.line)


def header_attribute(piece: Piece) -> Iterator[Hit]:
    """The header must name its tool, version, segment type, format, languages and data type."""
    if piece.element is not None:
        absent = [name for name in HEADER if not piece.element.get(name)]
        yield from [Hit(piece.line, ", ".join(absent))] if absent else ()


def not_well_formed(piece: Piece) -> tuple[Hit, ...]:
    """This is not XML: a tag without its partner, an attribute without quotes or twice."""
    return ()


def too_large(piece: Piece) -> tuple[Hit, ...]:
    """A text or an attribute has more than 10 MB; libxml2, which many readers use, refuses it."""
    return ()


# Characters: what XML cannot hold, and what it should be. A match that comes back as it was is
# no fault. None changes the number of lines.


def encoding_fault(match: re.Match[str]) -> str:
    """Bytes that are no text in the encoding of the file."""
    return ""


def control_character(match: re.Match[str]) -> str:
    """A control character. XML cannot hold it; OmegaT 3.6 drops the whole file without a word."""
    found = match[0]
    if found[0] == "&":
        digits = found[2:-1]
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        is_fine = number < 0x110000 and not _CONTROL.match(chr(number))
        return found if is_fine and not 0xD800 <= number < 0xE000 else ""
    return " " if set(found) & set("\x0b\x0c\x1c\x1d\x1e\x1f") else ""


def undefined_entity(match: re.Match[str]) -> str:
    """XML defines no such entity. Those of HTML, such as &nbsp;, must be written as characters."""
    name = match["fault"]
    if name is None or name in ("amp", "lt", "gt", "quot", "apos"):
        return match[0]
    characters = html5.get(f"{name};", f"&{name};")
    return characters.replace("&", "&amp;").replace("<", "&lt;")


def bare_ampersand(match: re.Match[str]) -> str:
    """A bare &. XML wants &amp;; OmegaT 3.6 drops the whole file without a word."""
    return "&amp;" if match["fault"] else match[0]


def cdata_end(match: re.Match[str]) -> str:
    """The characters ]]> stand in a text, where XML wants ]]&gt;."""
    return "]]&gt;" if match["fault"] else match[0]


def bare_less_than(match: re.Match[str]) -> str:
    """A bare <, or a tag of HTML that is never closed. XML wants &lt;."""
    return "&lt;" if match["fault"] else match[0]


_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_SPARED = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_REFERENCE = "&#(?:x[0-9a-fA-F]{1,9}|[0-9]{1,9});"
_NAMES = "|".join(ATTRIBUTES)
MENDS: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    code: (re.compile(pattern, re.DOTALL), mend)
    for code, pattern, mend in (
        ("encoding", "[\udc00-\udcff]+", encoding_fault),
        ("control-character", f"{_CONTROL.pattern}|{_REFERENCE}", control_character),
        ("undefined-entity", rf"{_SPARED}|&(?P<fault>[^\W\d][\w.-]*);", undefined_entity),
        ("bare-ampersand", rf"{_SPARED}|(?P<fault>&)(?!\w+;|{_REFERENCE[1:]})", bare_ampersand),
        ("cdata-end", rf"{_SPARED}|(?P<fault>\]\]>)", cdata_end),
        ("bare-less-than", rf"{_SPARED}|(?P<fault><)(?!/?(?:{_NAMES})[\s/>])", bare_less_than),
    )
}
_TREE, _UNIT, _END = ("header", "unit"), ("unit",), ("end",)
_SAVE, _AGAIN = "save it as UTF-8", "export it again from the program that made it"
_OWN, _TAG = 'keep it in <prop type="x-…">', "use a tag such as zh-CN or en-US"
_SOURCE = "let srclang name the tag of the source variants"
_TRUST = "write the text itself, and do not trust the file"
_CUT_OFF = "copy or export it again; fix keeps the whole units"
_ORDER, _PAIR = "let fix put it in its place", "give each unit a source and one target"
RULES: dict[str, Rule] = {
    "empty-file": Rule(empty_file, ("start",), "error", EVERY, _AGAIN),
    "encoding": Rule(encoding, ("start",), "error", EVERY, f"{_SAVE}, or say which encoding it is"),
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
    "not-well-formed": Rule(not_well_formed, (), "error", EVERY, _AGAIN),
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
    "no-variant": Rule(no_variant, _UNIT, "error", OMEGAT, _AGAIN),
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
