"""Words of a text and what the absence of a counterpart says of each.

A word of grammar often has none in a good translation, a word of content seldom: which words are
which was read off pairs of the United Nations and written down here (``LOOSE``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from corpora.types import EN, ZH, Lang
from tm.extraction.grammar import CONNECTORS, GRAMMAR, GRAMMAR_HAN, MONTHS
from tm.qa.pair import Side
from tm.qa.terms.bodies import listed_bodies
from tm.wordlists import word_set

_EN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[,. /\u00a0\u2009]\d+)*|[^\s\w]|_")


class Weight(IntEnum):
    """What a word without a counterpart says."""

    MARK = 0  # of punctuation: nothing
    NUMBER = 1  # little: other checks read numbers
    LOOSE = 2  # grammar, and words that translators turn or drop
    PLAIN = 3  # any other word of content
    NAME = 4  # a capital, or only characters that spell foreign names
    ACRONYM = 5


class Edge(IntEnum):
    """Where a clause or an item of a list may begin."""

    NONE = 0
    WEAK = 1  # before a preposition or a relative
    STRONG = 2  # after a mark, before or after a conjunction
    SENTENCE = 3


# Plain integers, for members are looked up slowly.
_MARK, _LOOSE = int(Weight.MARK), int(Weight.LOOSE)
_NONE, _WEAK, _STRONG, _SENTENCE = map(int, Edge)

# Words of content in form that good translations of UN documents leave without a counterpart in
# three of ten places or more.
LOOSE_EN = word_set(
    """able account available based bear brought cent conducted course dated draw due enable end
    engagement establishing fact following given held hold honour inter line made make number
    order per persons present provides purpose put reference regard set take taken terms th took
    view way well wish year years"""
)
LOOSE_HAN = word_set(
    """不 与会者 且 下列 不断 与 且 一个 一些 一名 一种 一项 上述 之前 之后 也 了 事项 人 人员
    今后 令人 以下 以前 以后 以来 作为 作出 使 来 来自 保持 做出 关于 关系 其中 具有 内容 再
    出席 出现 分 列入 办法 又 发挥 发生 发表 取得 受 受到 可 各 各方 向 名 均 处理 实施 实现
    实行 导致 属于 工作 已 已经 并 开始 开展 当时 得到 情况 感到 成为 所 所述 手段 才能 把
    按照 措施 接受 提供 提出 方 方式 方面 是 显示 曾 有 有关 期间 本 构成 根据 活动 涉及 由
    用于 的 目前 目的 等 结果 给 能 能够 若干 荷 获得 表示 被 认为 让 该 说 请 谨 过程 还 这种
    进入 进行 通过 造成 采取 采用 重新 问题 间 阁下 面临 予以 加以 领域 包括 范围 存在 存 区
    举办 产生 带来 日 日至 都 系 未"""
)
# Characters that spell foreign names.
_SPELLING = frozenset(
    "阿埃艾奥巴贝比波伯布达德迪杜多厄尔法菲费夫弗福戈格古哈海赫霍基吉加贾"
    "杰卡凯科克库拉莱兰朗勒里利林隆卢鲁罗洛马玛迈曼梅米莫姆穆纳南内尼涅努"
    "诺帕佩皮普奇恰切乔萨塞桑舍圣斯丝苏索塔泰坦特提廷图托瓦万韦维沃乌西希"
    "夏谢辛休雅亚扬耶伊因约泽扎朱兹茨娜"
)
REACH = 40  # characters before a bracket that may hold what it shortens
_COUNTING = frozenset("一二三四五六七八九十百千万亿零〇两年月日第")
_ENDS = frozenset(".。！？!?;；")
_INSIDE = frozenset("'’‘“”\"-–‑/%$&+*·.•#@")  # marks that end no clause
_AND = frozenset("和与及")
_JOINING = word_set("and or but nor 和 以及 并 并且 或 及 与 而 但")
_LEADING = word_set(
    """in on to for by with from at of through that which who as while when where if including
    particularly especially without under between among during after before upon toward towards
    into 在 对 为 从 由 向 通过 包括 特别 尤其 同时 其中 以 于"""
)


# Turns of phrase without content, which translations may drop, and short forms put in brackets.
# English ones are looked for in small letters: where case counts and the first letter is known,
# the search for them takes a third of the time.
_TURNS_EN = re.compile(
    r"\b(?:(?=[abfiopstw])(?:(?:i|we) (?:should|would)"
    r" (?:be (?:most )?grateful|appreciate(?: it)?) if you (?:would|could)"
    r"(?: (?:kindly|please))?(?: (?:have|arrange|bring))?"
    r"|(?:would|should) (?:be (?:most )?grateful|appreciate(?: it)?)(?: if)?"
    r"|it would be (?:(?:highly|greatly) )?appreciated if|(?:be|am|are) grateful"
    r"|on the (?:one|other) hand|as a (?:consequence|result)|(?:above|after) all"
    r"|in (?:this|that) (?:regard|context|respect|connection|sense|way)"
    r"|(?:on|to) that (?:occasion|end)"
    r"|(?:the|a) (?:view|concern|point) was (?:also )?(?:expressed|made) that"
    r"|it (?:was|is|should be|must be) (?:also )?(?:\w+ed|noted|pointed out) that"
    r"|at the same time|at the time of (?:writing|reporting)"
    r"|in (?:particular|addition|general|fact)|for (?:example|instance)"
    r"|inter alia|with a view to|in order to|took place|takes? place|as well as|such as|in view of"
    r"|per cent"
    r"|with (?:regard|respect) to|in (?:accordance|line|keeping) with|by means of"
    r"|as (?:follows|a whole)|of the (?:said|above))\b)|\([a-z][a-z-]{1,9}\)"
)
_TURNS_HAN = re.compile(
    r"为荷|(?:截至|在)?(?:编写|撰写)本报告之?时|[一另]方面|最重要的是|在(?:这|此|该|这一)方面|为此|(?:报告|据)(?:提及|指出|称)"
    r"|有鉴于此|鉴于此|总[体的]来[看说]|这一点|与此同时|此外|在(?:此|这种)(?:背景|情况)下"
    r"|具体[而来][言说]|换言之|也就是说|尽管如此|这是因为|除其他外|我们注意到"
    r"|[还也]?有(?:人|些人|代表)(?:认为|指出|表示|提出)|有代表团(?:认为|指出|表示)"
    r"|(?:会上)?[还也]?(?:表达|提出)的一种(?:看法|意见)是"
    r"|(?:不可否认|需要承认|应当指出|值得注意)的(?:一点)?是"
)
_SHORT_HAN = re.compile(r"[(（]([\u4e00-\u9fff]{2,8})[)）]")


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a text as they are looked up, and for each where it starts and what it is.

    ``edges`` says what begins at each word; the last entry is the end of the text.
    """

    text: str
    lang: Lang
    words: tuple[str, ...]
    starts: tuple[int, ...]
    weights: tuple[int, ...]
    edges: tuple[int, ...]

    def slice(self, first: int, end: int) -> tuple[int, int]:
        """Return where words ``[first, end)`` stand in the text, the space after them left out."""
        stop = self.starts[end] if end < len(self.starts) else len(self.text)
        start = self.starts[first]
        return start, start + len(self.text[start:stop].rstrip())


def cut(side: Side) -> Cut:
    """Cut a side into words.

    >>> from tm.qa.pair import pair_of
    >>> cut(pair_of("区域合作和安全。", "").zh).words
    ('区域', '合作', '和', '安全', '。')
    """
    read = _english(side.text) if side.lang is EN else _chinese(side.plain)
    if not read.entries:
        return Cut(side.text, side.lang, (), (), (), (_SENTENCE,))
    words, weights, closes, opens = zip(*read.entries, strict=True)
    edges = _edges(words, weights, closes, opens)
    if side.lang is ZH and (names := _joined_names(side.plain)):
        edges = _closed(edges, read.starts, names)
    if empty := _empty(side):
        weights = _lowered(weights, read.starts, empty)
    return Cut(side.text, side.lang, words, read.starts, weights, edges)


def _joined_names(text: str) -> list[tuple[int, int]]:
    """Return where bodies are named whose names have an “and”: 毒品和犯罪问题办公室."""
    names = [name for name in _names_with_and() if name in text]
    return [match.span() for name in names for match in re.finditer(name, text)]


@lru_cache(maxsize=1)
def _names_with_and() -> tuple[str, ...]:
    names = chain.from_iterable(chinese for chinese, _ in listed_bodies())
    return tuple(name for name in names if not _AND.isdisjoint(name))


def _closed(
    edges: Sequence[int], starts: Sequence[int], names: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """Return the edges without those inside of *names*: no clause begins there."""
    closed = list(edges)
    for start, stop in names:
        first, end = bisect_right(starts, start), bisect_left(starts, stop)
        closed[first:end] = [_NONE] * (end - first)
    return tuple(closed)


def _lowered(
    weights: Sequence[int], starts: Sequence[int], empty: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """Return the weights with the words in *empty* places made loose.

    The other side may render them: they stay counterparts, which marks are not.
    """
    lowered = list(weights)
    for span in empty:
        first, end = (bisect_left(starts, place) for place in span)
        lowered[first:end] = [min(weight, _LOOSE) for weight in lowered[first:end]]
    return tuple(lowered)


def _empty(side: Side) -> list[tuple[int, int]]:
    """Return where turns of phrase and short forms stand, which say nothing."""
    if side.lang is EN:
        small = side.plain.lower()
        # A dotted capital I makes two characters; then capitals are left.
        text = small if len(small) == len(side.plain) else side.plain
        return [match.span() for match in _TURNS_EN.finditer(text)]
    turns = [match.span() for match in _TURNS_HAN.finditer(side.plain)]
    return turns + _short_forms(side.plain)


def _short_forms(text: str) -> list[tuple[int, int]]:
    """Return where brackets hold a short form of what stands before them: 河流委员会(河委会)."""
    return [
        match.span()
        for match in _SHORT_HAN.finditer(text)
        if _is_drawn(match[1], text[max(match.start() - REACH, 0) : match.start()])
    ]


def _is_drawn(short: str, full: str) -> bool:
    """Tell whether all characters of *short* stand in *full*, in their order."""
    rest = iter(full)
    return all(character in rest for character in short)


class _Entry(NamedTuple):
    """What is known of a word by itself."""

    word: str  # as it is looked up
    weight: int
    closes: int  # what may begin behind it
    opens: int  # what may begin with it


class _Read(NamedTuple):
    """The words of a text and where they start."""

    entries: list[_Entry]
    starts: tuple[int, ...]


def _english(text: str) -> _Read:
    printed = _EN.findall(text)
    starts, end = [], 0
    for word in printed:
        start = text.index(word, end)  # nothing but space lies between two words
        starts.append(start)
        end = start + len(word)
    return _Read(list(map(_english_word, printed)), tuple(starts))


@lru_cache(maxsize=1 << 16)
def _english_word(printed: str) -> _Entry:
    weight = _english_weight(printed)
    return _entry(printed if weight == Weight.ACRONYM else printed.lower(), weight)


def _entry(word: str, weight: Weight) -> _Entry:
    """Return plain numbers, for members are looked up slowly."""
    return _Entry(word, int(weight), _closes(word), _opens(word))


def _english_weight(word: str) -> Weight:
    if not word[0].isalpha():
        return Weight.NUMBER if word[0].isdigit() else Weight.MARK
    small = word.lower()
    if word in MONTHS:
        return Weight.NUMBER
    if small in GRAMMAR or small in CONNECTORS or small in LOOSE_EN or len(word) == 1:
        return Weight.LOOSE
    if sum(letter.isupper() for letter in word) > 1:
        return Weight.ACRONYM
    return Weight.NAME if word[0].isupper() else Weight.PLAIN


def _chinese(text: str) -> _Read:
    import rjieba

    printed = rjieba.cut(text)
    read = list(map(_chinese_words, printed))
    begins = accumulate(map(len, printed), initial=0)
    starts = (
        begin + offset
        for begin, (_, offsets) in zip(begins, read, strict=False)  # the end of the text is left
        for offset in offsets
    )
    return _Read(list(chain.from_iterable(words for words, _ in read)), tuple(starts))


@lru_cache(maxsize=1 << 16)
def _chinese_words(printed: str) -> tuple[tuple[_Entry, ...], tuple[int, ...]]:
    """Return the halves of a word of four characters, white space as nothing, others whole.

    And where they start in the word.
    """
    weight = _chinese_weight(printed)
    if len(printed) == 4 and weight == Weight.PLAIN and printed.isalpha():
        halves = printed[:2], printed[2:]
        return tuple(_entry(half, _chinese_weight(half)) for half in halves), (0, 2)
    return ((), ()) if printed.isspace() else ((_entry(printed, weight),), (0,))


def _chinese_weight(word: str) -> Weight:
    first = word[0]
    if not first.isalnum():
        return Weight.MARK
    if first.isdigit() or _COUNTING.issuperset(word):
        return Weight.NUMBER
    if first.isascii():
        return Weight.ACRONYM
    if word in GRAMMAR_HAN or word in LOOSE_HAN or word in _JOINING or word in _LEADING:
        return Weight.LOOSE
    return Weight.NAME if _SPELLING.issuperset(word) else Weight.PLAIN


def _edges(
    words: Sequence[str], weights: Sequence[int], closes: Sequence[int], opens: Sequence[int]
) -> tuple[int, ...]:
    """Tell for each word, and for the end, what begins there."""
    found = [_SENTENCE, *map(max, closes, opens[1:]), _SENTENCE]
    for place, weight in enumerate(weights):
        if weight == _MARK and place:
            found[place] = _NONE if words[place] in _INSIDE else _STRONG
    return tuple(found)


def _closes(word: str) -> int:
    """Return what may begin behind *word*."""
    if word in _ENDS:
        return _SENTENCE
    is_stop = not word.isalnum() and word not in _INSIDE
    return _STRONG if is_stop or word in _JOINING else _NONE


def _opens(word: str) -> int:
    """Return what may begin with *word*."""
    if word in _JOINING:
        return _STRONG
    return _WEAK if word in _LEADING else _NONE
