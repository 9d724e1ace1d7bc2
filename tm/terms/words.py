"""What a term is looked up by: its surface, the stems of its English words, its pinyin initials.

Knows inflection as far as a list can tell it: the regular endings are those of
:func:`tm.folding.base_of`, irregular plurals those of :mod:`tm.plurals`, and irregular verbs
stand here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tm.folding import HAN, base_of, fold, is_han, key_of
from tm.plurals import IRREGULAR

LARGEST = 63  # size of a term that is indexed; larger ones count as so large
_SIZE, _HAN_SIZE = 0xE100, 0xE140  # characters for private use, one for each size
_ENDS = " \"'()[]{}<>《》〈〉【】〔〕,.;:!?。、…·-"  # at either end of a term they mean nothing
# a word; C++ and C# are others than C
WORD = re.compile(rf"(?<![a-z0-9])[a-z](?:\+\+|#)|[^\W_{HAN}]+(?:'[a-z]+)?")
_TOKEN = re.compile(rf"[{HAN}]+|{WORD.pattern}")
ARTICLES = {"a", "an", "the"}
_LETTER = re.compile(rf"[{HAN}a-z0-9]")
# With these a word is written with a hyphen or without one: co-operation, counter-terrorism.
_PREFIX = re.compile(r"\b(anti|co|counter|inter|multi|non|over|post|pre|re|sub|under)-(?=[a-z])")

_VERBS = """
began begin, begun begin, bound bind, borne bear, broke break, broken break, brought bring,
built build, bought buy, caught catch, chose choose, chosen choose, dealt deal, done do,
drawn draw, drew draw, driven drive, drove drive, drunk drink, fallen fall, fed feed, fell fall,
fled flee, forbidden forbid, foresaw foresee, foreseen foresee, forgiven forgive, fought fight,
frozen freeze, gave give, given give, grew grow, grown grow, held hold, hidden hide, kept keep,
knew know, known know, laid lay, led lead, lent lend, lost lose, made make, meant mean, met meet,
overseen oversee, overtaken overtake, paid pay, ran run, risen rise, rose rise, said say,
sent send, shot shoot, shown show, sold sell, sought seek, spent spend, spoken speak, stole steal,
stolen steal, stood stand, stricken strike, struck strike, taken take, taught teach, told tell,
took take, undertaken undertake, undertook undertake, undergone undergo, understood understand,
upheld uphold, went go, withdrawn withdraw, withdrew withdraw, withheld withhold, won win,
worn wear, written write, wrote write
"""
_IRREGULAR = IRREGULAR | dict(pair.split() for pair in _VERBS.split(","))
# A k stands between c and an ending: trafficked, panicking.
_HARD = {f"{stem}k": stem for stem in ("frolic", "mimic", "panic", "picnic", "politic", "traffic")}


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """Return what the forms of a folded English word have in common; accents count for nothing.

    >>> [stem_of(word) for word in ("criteria", "criterion", "trafficked", "traffic", "côte's")]
    ['criterion', 'criterion', 'traffic', 'traffic', 'cot']
    """
    if not word.isascii():
        letters = unicodedata.normalize("NFD", word)
        word = "".join(letter for letter in letters if not unicodedata.combining(letter)) or word
    bare = word.removesuffix("'s").replace("'", "")
    stem = base_of(_IRREGULAR.get(bare, bare))
    return _HARD.get(stem, stem)


def surface_of(text: str) -> str:
    """Return *text* folded, without signs at its ends and, in Chinese, without spaces.

    >>> surface_of("《聯合國 反腐敗公約》"), surface_of("The  Hague,")
    ('联合国反腐败公约', 'the hague')
    """
    return bare_of(fold(text))


def bare_of(folded: str) -> str:
    """Return the surface of what is folded already."""
    bare = folded.strip(_ENDS) or folded
    return bare.replace(" ", "") if is_han(bare) else bare


def stems_of(surface: str) -> str:
    """Return the stems of the words of *surface*; nothing where a Chinese character is in it.

    Hyphens count as spaces, after a prefix as nothing; nor does an article at the beginning.

    >>> stems_of("the conventions"), stems_of("co-operating decision-makers"), stems_of("公约")
    ('convention', 'cooperat decision maker', '')
    """
    if is_han(surface):
        return ""
    words = words_of(surface)
    return " ".join(map(stem_of, words[1:] if words[1:] and words[0] in ARTICLES else words))


def surface_key(surface: str) -> int:
    """Return the key of a text that is looked for as it stands."""
    return key_of(surface)


def stem_key(stems: str) -> int | None:
    """Return the key of the forms of an English term; none where there are no stems."""
    return key_of(f"\n{stems}") if stems else None


def words_of(surface: str) -> list[str]:
    """Return the English words of *surface*, as they are spelt.

    >>> words_of("women's rights"), words_of("第2段"), words_of("a c++/c# programme")
    (["women's", 'rights'], ['2'], ['a', 'c++', 'c#', 'programme'])
    """
    return WORD.findall(_PREFIX.sub(r"\1", surface))


def index_words(surface: str) -> list[str]:
    """Return what a term is found by inside: pairs of characters, or stems.

    The last character of a Chinese run stands alone as well.

    >>> index_words("安理会"), index_words("covid-19疫情"), index_words("rights of women")
    (['安理', '理会', '会'], ['covid', '19', '疫情', '情'], ['right', 'of', 'woman'])
    """
    found: list[str] = []
    for token in _TOKEN.findall(_PREFIX.sub(r"\1", surface.replace("\0", " "))):
        if is_han(token):
            found += [token[place : place + 2] for place in range(len(token))]
        else:
            found.append(stem_of(token))
    return found


def size_word(surface: str, more: int = 0) -> str:
    """Return the word that is indexed for the size of *surface*, or for one larger by *more*.

    Chinese is measured in characters, anything else in words.
    """
    if is_han(surface):
        return chr(_HAN_SIZE + min(max(len(surface) + more, 0), LARGEST))
    return chr(_SIZE + min(max(len(words_of(surface)) + more, 0), LARGEST))


def initials_of(surface: str) -> str:
    """Return the first letters of the pinyin of a Chinese term, other letters as they are.

    >>> initials_of("联合国"), initials_of("un")
    ('lhg', '')
    """
    if not is_han(surface):
        return ""
    from pypinyin import Style, lazy_pinyin  # while a term is written, never for a lookup

    letters = "".join(_LETTER.findall(surface))
    initials = "".join(lazy_pinyin(letters, style=Style.FIRST_LETTER))
    return initials if initials.isascii() and len(initials) > 1 else ""
