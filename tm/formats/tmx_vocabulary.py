"""What TMX 1.4b allows: its elements, their attributes, and the values of these.

Knows the tables of the standard, the props that OmegaT claims, and how names and tags are spelt.
Knows no file, no fragment of one, and nothing of what to do where something else stands.
"""

from __future__ import annotations

import re

from lxml import etree

from corpora.errors import LanguageError
from tm.formats.clean import XML_LANG, language_tag

# OmegaT gives these a meaning of its own: a unit that carries one is tied to a place in a project.
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


def name_of(element: etree._Element) -> str:
    """Return the name of *element*, with its prefix; nothing for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return f"{element.prefix}:{etree.QName(tag).localname}" if tag.startswith("{") else tag


def source_of(tu: etree._Element, srclang: str) -> str:
    """Return the tag of the source language of *tu*, in small letters; nothing for any."""
    tag = str(tu.get("srclang") or srclang).strip().replace("_", "-").lower()
    return "" if tag == "*all*" else tag


def spelt(tag: str) -> str | None:
    """Return *tag* with hyphens and its usual capitals; None where it is no language tag."""
    try:
        return language_tag(tag)
    except LanguageError:
        return None
