"""Text and language tags as a TMX may hold them.

Knows the characters of XML and the shape of a BCP 47 tag. Refuses to know what
a text says: it repairs nothing but characters and white space.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpora.characters import clean
from corpora.errors import LanguageError

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"  # the attribute, as lxml names it
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs"})
_REGION, _SCRIPT = 2, 4  # lengths that tell these subtags


def clean_text(text: str) -> str:
    r"""Return *text* as every reader cleans it, in NFC.

    >>> clean_text(" 大会\u3000决定：\x00\n e\u0301 ")
    '大会 决定： é'
    """
    return unicodedata.normalize("NFC", clean(text)) if text else ""


def clean_lines(text: str) -> str:
    r"""Clean each line of *text* and keep its tabs; empty lines go.

    >>> clean_lines(" 见附件。\n\n See  annex.\t3\x00 ")
    '见附件。\nSee annex.\t3'
    """
    lines = ("\t".join(map(clean_text, line.split("\t"))) for line in text.splitlines())
    return "\n".join(filter(None, map(str.strip, lines)))


def is_blank(text: str) -> bool:
    """Tell whether nothing in *text* can be seen: empty, white space, zero-width characters."""
    return all(unicodedata.category(character) in _INVISIBLE for character in text)


@lru_cache(1024)
def language_tag(tag: str) -> str:
    """Spell a BCP 47 tag with hyphens and its usual capitals.

    >>> language_tag("ZH_hans_cn"), language_tag("en-us")
    ('zh-Hans-CN', 'en-US')

    Raises:
        LanguageError: *tag* does not have the shape of one, or stands for every language.
    """
    hyphenated = tag.strip().replace("_", "-")
    if not _TAG.fullmatch(hyphenated):
        raise LanguageError(f"{tag!r} is not a language tag; use one such as zh-CN or en-US")
    language, *subtags = hyphenated.lower().split("-")
    return "-".join([language, *map(_capitals, subtags)])


def _capitals(subtag: str) -> str:
    if len(subtag) == _REGION:
        return subtag.upper()
    return subtag.title() if len(subtag) == _SCRIPT and subtag.isalpha() else subtag
