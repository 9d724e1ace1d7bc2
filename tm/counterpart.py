"""Which words of the translation render the words that were searched.

Judged from the memory alone: of all word sequences in the counterparts of the hits,
the one that goes with the searched words most exclusively (Dice's coefficient,
Smadja et al. 1996) is marked in each. A wrong mark is worse than none: words of
grammar have no counterpart and are none, and nothing is marked where none stands out.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpora.types import Span
from tm.folding import HAN, base_of, fold, is_han, terms_of

LONGEST, LONGEST_HAN = 5, 8  # words, or Chinese characters, of a counterpart
JUDGED = 20  # sequences whose frequency in the whole memory is asked for
COUNTED = 400  # segments counted; how many more there are is told from where they stand
LEAST = 0.35  # Dice's coefficient of a counterpart
NEAR = 0.75  # of the best counterpart's coefficient, that of any other at least
FULLER = 0.9  # of a sequence's coefficient, that of a longer one of which it is but a part
_FIRST_HAN = "㐀"
_STEM = 6  # letters that words of one family share
_FORMS = 4  # forms of a sequence that are counted
_UNIT = re.compile(rf"[{HAN}]|(?:[^\W_{HAN}][\u0300-\u036f]*)+")
_GRAMMAR = frozenset(  # English words that say nothing alone, and begin and end no counterpart
    """a about above after again against all also although am among an and another any are as at be
    because been before being below between both but by can cannot could did do does doing don done
    down during each either else etc even every few for from further had has have having he hence
    her here hers him his how however i if in into is it its itself just ll may me might more most
    must my neither no nor not now of off on once one only onto or other others our out over own
    per re rather s same shall she should since so some such t than that the their them then there
    thereby therefore therein thereof these they this those though through thus to too under until
    up upon us ve very via was we were what when where whereas whether which while who whom whose
    why will with within without would yet you your""".split()  # noqa: SIM905
)
_GRAMMAR_HAN = frozenset(  # Chinese words that say nothing alone
    "的了和与在是有不之以及或者一其也而但并等于为对将把被由从向到给让则若如得应可能会"
    "要须该此这那各每某所就都又还再很更最只我你您他她它们个中上下内外前后时里间至自因"
) | frozenset(
    """我们 你们 他们 它们 自己 这个 那个 这些 那些 这样 一个 一些 一种 每个 各个 某个 任何 所有
    其他 其它 其中 之一 之间 之后 之前 以及 或者 并且 而且 但是 然而 因为 因此 所以 由于 如果
    若是 只有 只要 虽然 即使 无论 不论 以上 以下 以内 以外 可以 可能 能够 必须 应当 应该 不得
    不能 不会 不是 没有 不应 还是 就是 都是 是否 什么 怎么 如何 哪些 关于 对于 根据 依照 按照
    为了 除了 此外 同时 已经 正在 仍然 也会 将会 不可 进行""".split()  # noqa: SIM905
)
_EDGES = frozenset("的和与與在了是")  # characters that begin and end no Chinese word


def count(connection: sqlite3.Connection, query: str) -> int:
    """Return how many segments a query of the index finds; from ``COUNTED`` on an estimate."""
    number, last = connection.execute(
        "SELECT count(*), min(rowid) FROM (SELECT rowid FROM words WHERE words MATCH ? "
        f"ORDER BY rowid DESC LIMIT {COUNTED})",
        (query,),
    ).fetchone()
    if number < COUNTED:
        return int(number)
    newest, oldest = connection.execute(
        "SELECT (SELECT max(id) FROM variant), (SELECT min(id) FROM variant)"
    ).fetchone()
    return int(number * (newest - oldest + 1) / (newest - last + 1))


def is_grammar(phrase: str) -> bool:
    """Tell whether a folded phrase is of words of grammar alone, which nothing renders.

    >>> is_grammar("of the"), is_grammar("如果"), is_grammar("of law")
    (True, True, False)
    """
    words = [match[0] for match in _UNIT.finditer(phrase)]
    return phrase in _GRAMMAR_HAN or all(word in _GRAMMAR for word in words)


def renderings_of(
    targets: Sequence[str], hits: int, frequency: Callable[[str], int]
) -> dict[str, float]:
    """Return what may render the searched words, with Dice's coefficient, 0.35–1.

    *targets* are the counterparts of a sample of *hits*; *frequency* counts the
    segments of the memory that a query of the index finds.
    """
    if len(targets) < 2:
        return {}
    sequences = [dict(_sequences(text)) for text in targets]
    counts = Counter(name for found in sequences for name in found)
    likely = [name for name, times in counts.items() if times > 1]
    likely.sort(key=lambda name: (-counts[name], -len(name), name))
    dice = {}
    for name in likely[:JUDGED]:
        forms = {
            fold(text[slice(*found[name])])
            for text, found in zip(targets, sequences, strict=True)
            if name in found
        }
        if forms <= _GRAMMAR_HAN:
            continue
        known = max(frequency(_any_of(forms)), 1)
        together = min(counts[name] / len(targets) * hits, known)
        dice[name] = min(2 * together / (hits + known), 1.0)
    return _kept(dice)


def _kept(dice: dict[str, float]) -> dict[str, float]:
    """Return what stands out: near the best, and no mere part of a longer one."""
    least = max([LEAST, *(NEAR * share for share in dice.values())])
    return {
        name: share
        for name, share in dice.items()
        if share >= least
        and not any(
            name in longer and name != longer and fuller >= FULLER * share
            for longer, fuller in dice.items()
        )
    }


def marked(target: str, renderings: Iterable[dict[str, float]]) -> tuple[Span, ...]:
    """Return where the best of each of *renderings* stands in *target*, in order."""
    found = dict(_sequences(target))
    spans = set()
    for rendering in renderings:
        known = [name for name in rendering if name in found]
        if known:
            best = max(known, key=lambda name: (round(rendering[name], 2), len(name)))
            spans.add(found[best])
    return tuple(sorted(spans))


def _any_of(texts: set[str]) -> str:
    """Return what the index is asked for any of *texts*; words of grammar would take long."""
    return " OR ".join(f"({query_of(_without_grammar(text))})" for text in sorted(texts)[:_FORMS])


def _without_grammar(text: str) -> str:
    """Return *text* without its words of grammar; it has others, or none of it counts."""
    return " ".join(word for word in text.split() if word not in _GRAMMAR) or text


def _sequences(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each run of up to ``LONGEST`` words of *text*, by the stems of its words.

    Words of one family count as one: *terrorism*, *terrorist* by their first letters.
    """
    places = [(match[0].casefold(), match.span()) for match in _UNIT.finditer(text)]
    stems = [word if word >= _FIRST_HAN else base_of(word)[:_STEM] for word, _ in places]
    for start in reversed(range(len(places))):
        first, (begin, _) = places[start]
        if _is_edge(first):
            continue
        han, name = first >= _FIRST_HAN, ""
        for place in range(start, min(start + (LONGEST_HAN if han else LONGEST), len(places))):
            word, (_, end) = places[place]
            if (word >= _FIRST_HAN) != han:
                break
            name += stems[place]
            if not _is_edge(word) and not (han and place == start):  # one alone is slow to count
                yield name, Span(begin, end)


def _is_edge(word: str) -> bool:
    """Tell whether *word* begins and ends no counterpart; a letter or a digit does not either."""
    return word in _EDGES if word >= _FIRST_HAN else word in _GRAMMAR or len(word) < 2


def query_of(phrase: str) -> str:
    """Return what the index is asked for *phrase*, folded: a superset of where it stands."""
    parts = list(dict.fromkeys(terms_of(phrase)))
    # The character that ends a run of Chinese stands alone in the index only at the end of one.
    telling = [part for part in parts if len(part) > 1 or not is_han(part)]
    queries = [f'"{part}"' for part in telling] or [f'"{part}"*' for part in parts]
    return " AND ".join(queries)
