"""What the world calls the facts of a term, and what we call them.

Knows TBX's data categories (ISO 30042, TBX-Basic) and the words of glossaries in English
and Chinese. Knows no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tm.folding import simplified
from tm.terms.concept import KINDS

# TBX-Basic's values of administrativeStatus; it has none for a term that must not be used
STATUS_VALUES: Final[Mapping[str, str]] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
FORM_VALUES: Final[Mapping[str, str]] = {
    "full": "fullForm",
    "short": "shortForm",
    "acronym": "acronym",
}
OURS: Final = "x-"  # begins a category that no standard knows
# categories of a concept in TBX: its fields
FIELD_OF: Final = {
    "definition": "definition",
    "descrip": "definition",  # without a type, as Weblate writes it
    "note": "note",
    "subjectField": "subject",
    f"{OURS}para": "paragraphs",
    **{f"{OURS}{name}": name for name in ("kind", "review", "count", "score", "origin", "id")},
}
# what a concept has no field for, under the names of the columns of a table of candidates
EVIDENCE: Final = ("association", "pairs")
PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "properNoun", "other")

_STATUSES: Final[Mapping[str, str]] = {
    "approved": "preferred",
    "recommended": "preferred",
    "standardized": "preferred",
    "superseded": "deprecated",
    "obsolete": "deprecated",
    "notrecommended": "deprecated",
    "prohibited": "forbidden",
    "donotuse": "forbidden",
    "首选": "preferred",
    "推荐": "preferred",
    "规范": "preferred",
    "允许": "admitted",
    "可用": "admitted",
    "弃用": "deprecated",
    "不推荐": "deprecated",
    "旧称": "deprecated",
    "禁用": "forbidden",
}
_PARTS_OF_SPEECH: Final[Mapping[str, str]] = {
    **{name.casefold(): name for name in PARTS_OF_SPEECH},
    **dict.fromkeys(("n", "substantive", "名", "名词"), "noun"),
    **dict.fromkeys(("v", "vt", "vi", "动", "动词"), "verb"),
    **dict.fromkeys(("adj", "形", "形容词"), "adjective"),
    **dict.fromkeys(("adv", "副", "副词"), "adverb"),
    **dict.fromkeys(("propernoun", "propername", "专名", "专有名词"), "properNoun"),
}
_FORMS: Final[Mapping[str, str]] = {
    "fullform": "full",
    "shortform": "short",
    "abbreviation": "short",
    "initialism": "acronym",
    "全称": "full",
    "简称": "short",
    "缩写": "acronym",
}
_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("propername", "propernoun", "名称", "专名", "专有名词", "机构名称"), "name"),
    **dict.fromkeys(("jobtitle", "头衔", "职衔", "职务", "职称", "官衔"), "title"),
    **dict.fromkeys(("legalterm", "law", "法律", "法律用语", "法律术语"), "legal"),
    **dict.fromkeys(("institution", "机构", "机构用语", "机构术语"), "institutional"),
    **dict.fromkeys(("countryname", "国家", "国名", "国家名称"), "country"),
    **dict.fromkeys(("abbreviation", "缩略语", "缩略词", "缩写", "缩写词", "简称"), "acronym"),
    **dict.fromkeys(("其他", "其它"), "other"),
}


def status_named(name: str) -> str:
    """Return the status that *name* stands for; nothing where it stands for none of ours.

    >>> status_named("preferredTerm-admn-sts"), status_named("Do not use"), status_named("禁用")
    ('preferred', 'forbidden', 'forbidden')
    >>> status_named("legalTerm-admn-sts")
    ''
    """
    key = _key(name).removesuffix("admnsts").removesuffix("adminsts").removesuffix("term")
    return key if key in STATUS_VALUES else _STATUSES.get(key, "")


def kind_named(name: str) -> str:
    """Return the kind that *name* stands for; nothing where it stands for none of ours.

    >>> kind_named("Title"), kind_named("職銜"), kind_named("机构"), kind_named("fauna")
    ('title', 'title', 'institutional', '')
    """
    key = _key(name)
    return key if key in KINDS else _KINDS.get(key, "")


def form_named(name: str) -> str:
    """Return the form that *name* stands for; nothing where it stands for none of ours.

    >>> form_named("fullForm"), form_named("Acronym"), form_named("phraseologicalUnit")
    ('full', 'acronym', '')
    """
    key = _key(name)
    return key if key in FORM_VALUES else _FORMS.get(key, "")


def part_of_speech_named(name: str) -> str:
    """Return TBX-Basic's value for what a base or a file calls a part of speech.

    >>> part_of_speech_named("Proper noun"), part_of_speech_named("动词")
    ('properNoun', 'verb')
    >>> part_of_speech_named("measure word"), part_of_speech_named("")
    ('other', '')
    """
    return _PARTS_OF_SPEECH.get(_key(name), "other") if name else ""


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, simplified(name).casefold()))
