"""Chinese words, cut by a dictionary alone: for checks that ask where a word begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from corpora.types import Span


@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words of *text*, in simplified characters, and where each begins.

    >>> words_of("公海上海盗活动")
    (('公海', '上', '海盗', '活动'), (0, 2, 3, 5))
    """
    import rjieba

    words = tuple(rjieba.cut(text, False))  # False: no guess at unknown words (应应要求)
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word)
    return words, tuple(starts)


def is_across(span: Span, text: str) -> bool:
    """Tell whether *span* takes a part of one word and goes on into another: 上海 of 公海上海盗.

    >>> is_across(Span(2, 4), "公海上海盗活动"), is_across(Span(1, 3), "在上海举行")
    (True, False)
    """
    words, starts = words_of(text)
    first, last = (bisect_right(starts, place) - 1 for place in (span.start, span.end - 1))
    return starts[first] < span.start < starts[first] + len(
        words[first]
    ) < span.end or span.start < starts[last] < span.end < starts[last] + len(words[last])
