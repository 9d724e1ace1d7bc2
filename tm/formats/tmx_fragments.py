"""A TMX cut into its parts, each parsed by itself, however broken the file is.

Cuts by its own eyes, so that one fault hides no other and no entity is ever expanded; memory
does not grow with the file. Knows bytes, encodings and where a part begins and ends; whether a
part is good TMX is for the rules to say.
"""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from lxml import etree

from corpora.encoding import decode
from corpora.errors import FormatError
from tm.errors import TMXError
from tm.formats.clean import XML_LANG
from tm.formats.safe_xml import SAFE
from tm.formats.tmx_mends import MENDS, Mark, mend_all

CHUNK = 1 << 16  # bytes read at a time
_HUGE = 10_000_000  # characters of a fragment
_SLOW = 10_000  # characters
_LONGEST = 1 << 20  # characters of a comment; a longer one was never closed
_LAST = "bare-less-than"  # of what is mended
_DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
_STRICT, _LENIENT = etree.XMLParser(**SAFE), etree.XMLParser(recover=True, **SAFE)
_PART = "tmx|header|body|tu"
_PARTS = frozenset([*_PART.split("|"), "end"])
_OPENING = re.compile(
    rf"<(?:!--|!\[CDATA\[|\?|!DOCTYPE\b|/?(?:{_PART})(?=[\s/<>]|\Z)|(?:/?[a-z]{{0,6}}|![A-Z\[-]{{0,8}})\Z)"
)
_WHOLE = re.compile(
    r"""(?P<comment><!--.*?-->)|(?P<cdata><!\[CDATA\[.*?\]\]>)|(?P<pi><\?.*?\?>)
    |(?P<doctype><!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)
    |<(?P<name>/?(?:tmx|header|body|tu))(?=[\s/<>])
     (?:(?:[^<>"']|"[^<"]*"|'[^<']*')*+>|[^<>]*>(?=[^<]*<)|[^<>]*(?=<))""",
    re.DOTALL | re.VERBOSE,
)
_DECLARED = re.compile(r"<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([^\"'>]*)")
_CODECS = re.compile(
    r"utf-?(8|16|32)(-sig|[-_]?[lb]e)?|gb\w+|big5\w*|hz|cp\d+|(iso8859|koi8|mac|euc|shift|johab)\S*|ascii"
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
          (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip


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


class Fragment(NamedTuple):
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


def fragments(path: str | Path, *, encoding: str = "") -> Iterator[Fragment]:
    """Yield the parts of the TMX at *path*, from ``start`` to ``end``, each parsed by itself.

    Raises:
        TMXError: the file cannot be opened.
    """
    path = Path(path)
    try:
        with path.open("rb") as raw:
            head = raw.peek(4)
            if head.startswith(b"PK\x03\x04"):
                raise TMXError("a zip archive", path, remedy="unpack it and name the files in it")
            packed = head[:2] == b"\x1f\x8b"
            stream = cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if packed else raw
            first = _read(stream)
            facts = _facts(first, encoding)
            yield Fragment("start", facts=facts)
            yield from _parts(_grouped(_tokens(_texts(first, stream, facts.encoding))), facts)
    except OSError as error:
        raise TMXError(
            f"cannot read it ({error.strerror})", path, remedy="check its name and your rights"
        ) from error


def _read(stream: IO[bytes]) -> bytes:
    """Read on; a damaged archive ends where the damage is."""
    try:
        return cast(io.BufferedReader, stream).read1(CHUNK)
    except _DAMAGE:
        return b""


def _facts(head: bytes, wanted: str) -> Facts:
    """Tell from the first bytes, or by *wanted*, how the file is encoded."""
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), "")
    wide = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(head[:2], "")
    match = _DECLARED.search(head[:1024].replace(b"\0", b"").decode("latin-1"))
    declared = match[1].strip().lower() if match else ""
    known, problem = codec_of(wanted or declared), ""
    if (wanted or declared) and not known:
        problem = f"nobody knows {wanted or declared}"
    elif not wanted and known and known[:5] != (marked or wide or known)[:5]:
        problem = f"{declared} is declared, {(marked or wide)[:6]} used"
    elif not (wanted or marked or wide) and known[:5] in ("utf-1", "utf-3"):
        known, problem = "", f"{declared} is declared and not used"
    name = (wanted and known) or marked or wide or known or "utf-8"
    return Facts(name, declared, bool(marked), not head, problem)


def codec_of(name: str) -> str:
    """Return Python's name of an encoding that a TMX can be in; nothing for any other.

    >>> codec_of("GBK"), codec_of("rot13"), codec_of("nope")
    ('gbk', '', '')
    """
    try:
        found = codecs.lookup(name).name if name.isascii() and name.isprintable() else ""
    except LookupError:
        return ""
    return found if _CODECS.fullmatch(found) else ""


def is_gb18030(path: Path) -> bool:
    """Tell whether the file at *path*, which says it is in UTF-8, seems to be in GB18030."""
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            data = (gzip.GzipFile(fileobj=raw) if packed else raw).read(CHUNK)
        return decode(data) == data.decode("gb18030", "replace") and not data.isascii()
    except (OSError, FormatError, *_DAMAGE):
        return False


def _keep_bytes(error: UnicodeError) -> tuple[str, int]:
    """Hand on each byte that cannot be decoded as a lone surrogate, for ``encoding_fault``."""
    wrong = cast(UnicodeDecodeError, error)
    return "".join(chr(0xDC00 + byte) for byte in wrong.object[wrong.start : wrong.end]), wrong.end


codecs.register_error("tm.keep-bytes", _keep_bytes)


def _texts(first: bytes, stream: IO[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("tm.keep-bytes")
    lines = io.IncrementalNewlineDecoder(decoder, translate=True)  # as XML 1.0 §2.11 wants it
    data = first
    while data:
        yield lines.decode(data)
        data = _read(stream)
    yield lines.decode(b"", final=True)


class _Token(NamedTuple):
    kind: str  # a part's name, with / before or behind it; comment, cdata, pi, doctype, other
    text: str
    line: int


def _tokens(texts: Iterator[str]) -> Iterator[_Token]:
    rest, line = "", 1
    for text in texts:
        for kind, part in (cut := _Cut(rest + text)):
            yield _Token(kind, part, line)
            line += part.count("\n")
        rest = cut.rest
    for kind, part in _Cut(rest, is_last=True):
        yield _Token(kind, part, line)
        line += part.count("\n")
    yield _Token("end", "", line)


class _Cut:
    """A text cut before and after comments and the tags of parts; what is not whole is the rest."""

    def __init__(self, text: str, *, is_last: bool = False) -> None:
        self.rest, self._is_last = text, is_last

    def __iter__(self) -> Iterator[tuple[str, str]]:
        text, start = self.rest, 0
        open_ended: set[str] = set()  # what is not closed here is not closed further on
        while opening := _OPENING.search(text, start):
            kind = opening[0][:3]
            whole = None if kind in open_ended else _WHOLE.match(text, opening.start())
            if not whole and kind[1:2] in ("!", "?"):
                open_ended.add(kind)
            if not whole and not self._is_last and len(text) - opening.start() < _LONGEST:
                break
            if opening.start() > start:
                yield "other", text[start : opening.start()]
            start = (whole or opening).end()
            yield _kind(whole), (whole or opening)[0]
        stop = opening.start() if opening else len(text)
        if stop > start:
            yield "other", text[start:stop]
        self.rest = text[stop:]


def _kind(whole: re.Match[str] | None) -> str:
    if not whole:
        return "other"
    name = whole["name"] or str(whole.lastgroup)
    return f"{name}/" if whole["name"] and whole[0].endswith("/>") else name


def _grouped(tokens: Iterator[_Token]) -> Iterator[_Token]:
    """Join the tokens of each header and unit; one cut off by the end of the file is ``cut``."""
    kind, line, size = "", 1, 0
    held: list[str] = []
    for token in tokens:
        if kind:
            is_part = token.kind.strip("/") in _PARTS
            ends = token.kind == f"/{kind}"
            if ends or not is_part:
                size += len(token.text)
                held += [token.text] if size <= 2 * _HUGE or ends else []
                if not ends:
                    continue
            yield _Token("cut" if token.kind == "end" else kind, "".join(held), line)
            kind = ""
            if ends:
                continue
        if token.kind in ("header", "tu"):
            kind, line, held, size = token.kind, token.line, [token.text], 0
        else:
            yield token


def _parts(tokens: Iterator[_Token], facts: Facts) -> Iterator[Fragment]:
    count: Counter[str] = Counter()
    spaces = srclang = ""
    early: list[Fragment] = []  # what stands before the root, the first of it
    end = 1
    for number, (kind, text, line) in enumerate(tokens):
        name = kind.removesuffix("/")
        count[name] += 1
        end = line
        if count[name] > 1 and name in ("tmx", "header", "body"):
            yield Fragment("again", name, line)
        if name == "tmx":
            spaces = " ".join(re.findall(r"\sxmlns:[\w.-]+\s*=\s*(?:\"[^<\"]*\"|'[^<']*')", text))
            yield from early if count["tmx"] == 1 else ()
            yield _fragment("root", text if kind == "tmx/" else f"{text}</tmx>", line, "")
            count["/tmx"] += kind == "tmx/"
        elif name in ("header", "tu"):
            fragment = _fragment("header" if name == "header" else "unit", text, line, spaces)
            if name == "header" and fragment.element is not None:
                srclang = str(fragment.element.get("srclang") or "")
            yield fragment._replace(srclang=srclang)
        elif name == "doctype":
            yield Fragment("doctype", text, line)
        elif _is_outside(kind, text, number):
            blank = len(text) - len(text.lstrip())
            fragment = Fragment("outside", text, line + text.count("\n", 0, blank))
            yield from [fragment] if count["tmx"] else ()
            early = early or ([] if count["tmx"] else [fragment])
        elif name == "cut":
            break
    yield Fragment("end", line=end, facts=_summed(facts, count))


def _is_outside(kind: str, text: str, number: int) -> bool:
    """Tell whether a token has no business between the parts of a file."""
    if kind == "pi":
        return number > 0 and text[:6].split() == ["<?xml"]
    return kind in ("/header", "/tu", "cdata") or (kind == "other" and not text.isspace())


def _summed(facts: Facts, count: Counter[str]) -> Facts:
    return facts._replace(
        roots=count["tmx"],
        headers=count["header"],
        bodies=count["body"],
        units=count["tu"] + count["cut"],
        is_closed=bool(count["/tmx"]) and not count["cut"],
    )


def _fragment(kind: str, text: str, line: int, spaces: str) -> Fragment:
    """Parse *text*, its characters mended where it cannot be parsed as it stands."""
    element, fault = _parse(text, spaces, _STRICT)
    marks: list[Mark] = []
    mended = text
    for code in MENDS if fault and not _is_open_ended(text) else ():
        if code != _LAST:
            mended = mend_all(mended, code, line, marks)
    if marks:
        element, fault = _parse(mended, spaces, _STRICT)
    if fault and not _is_open_ended(text):  # only now: where the tags are sound, they are tags
        more: list[Mark] = []
        escaped = mend_all(mended, _LAST, line, more)
        element, worse = _parse(escaped, spaces, _STRICT)
        mended, fault, marks = (mended, fault, marks) if worse else (escaped, None, marks + more)
    if fault:
        marks.append(_fault(fault, text, line))
        element, _ = _parse(mended, spaces, _LENIENT)
    views = () if element is None or kind != "unit" else tuple(map(as_view, element.findall("tuv")))
    return Fragment(kind, text, line, element, tuple(marks), views)


def _is_open_ended(text: str) -> bool:
    """Tell whether looking for the end of each comment of a long *text* would take for ever."""
    ends = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
    return len(text) > _SLOW and any(text.rfind(a) > text.rfind(b) for a, b in ends)


def _parse(
    text: str, spaces: str, parser: etree.XMLParser
) -> tuple[etree._Element | None, etree.XMLSyntaxError | None]:
    wrapped = f"<tmx {spaces}>{text}</tmx>" if spaces else text
    try:
        root = etree.fromstring(wrapped.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        return None, error
    if spaces and root is not None:
        root = root[0] if len(root) else None
    return root, None


def as_view(tuv: etree._Element) -> View:
    """Look at one variant as the rules do."""
    segs = tuv.findall("seg")
    text = "".join(map(str, segs[0].itertext())) if segs else ""
    return View(tuv, str(tuv.get(XML_LANG) or tuv.get("lang") or ""), segs, text)


def _fault(error: etree.XMLSyntaxError, text: str, line: int) -> Mark:
    """Say what the parser could not do, after all that could be mended was."""
    message = str(error.msg).split(", line ")[0]
    if "XML_PARSE_HUGE" in message:
        code = "nested-too-deep" if "depth" in message else "too-large"
        return Mark(code, line, "")
    row = min(error.position[0] or 1, text.count("\n") + 1)
    return Mark("not-well-formed", line + row - 1, message)
