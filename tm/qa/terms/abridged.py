"""Chinese terms with a part left out or something put in: 安理会, 秘书长马里问题特别代表.

Knows characters alone: where a word begins and ends is told by what stands beside it.
"""

from __future__ import annotations

from tm.folding import is_han

_POINTING = frozenset("该本各每此其这那些述")  # before what was named already
_ENDED = frozenset("和、，。；的")  # between names, or a name and what is its
_OPENING = _POINTING | frozenset(
    "的和与及或向由对在经据使请以为从于让给将把被至到是有所等了者并即如因与跟同除顾交知求迎促励谢告"
)
_MOST_PUT_IN = 12  # characters that may stand inside a Chinese term
_LEAST_RUN = 2  # characters of an abridged Chinese term
_MOST_OF = 0.7  # of a Chinese term, what stands for it where a part is left out
_LAST_WORD = 3  # characters of a Chinese term that say what kind of thing it is
_OFFICE = ("办公室", "办")


def is_abridged(term: str, text: str) -> bool:
    """Tell whether a Chinese term stands with a part left out or something put in.

    >>> is_abridged("维持和平行动", "各维和行动"), is_abridged("维持和平行动", "和平维护行动")
    (True, False)
    """
    if any(_is_parted(term[:cut], term[cut:], text) for cut in range(2, len(term) - 1)):
        return True
    ends = {term[-1]} | ({_OFFICE[1]} if term.endswith(_OFFICE[0]) else set())
    return any(
        _run_before(term, text, place) for place, character in enumerate(text) if character in ends
    )


def _is_parted(begin: str, end: str, text: str) -> bool:
    """Tell whether something short stands between two parts of a term: 秘书长马里问题特别代表."""
    first = text.find(begin)
    after = first + len(begin)
    place = text.find(end, after, after + _MOST_PUT_IN + len(end)) if first >= 0 else -1
    # One character makes another word of it: 国际司法院.
    return place > after + 1 and _ENDED.isdisjoint(text[after:place])


def _run_before(term: str, text: str, place: int) -> bool:
    """Tell whether characters of *term*, in order, end at *place* and begin as a word does."""
    start, at = place, term.rfind(text[place])
    while start > 0 and at > 0:
        found = term.rfind(text[start - 1], 0, at)
        if found < 0:
            break
        start, at = start - 1, found
    run, before = text[start : place + 1], text[start - 1 : start]
    if len(run) < _LEAST_RUN or len(run) > _MOST_OF * len(term):
        return False  # nearly all of it, but for one character: 决议案
    if at == 0 and len(run) > _LEAST_RUN and before not in term:
        return run[-2] in term[-_LAST_WORD:] or run.endswith(_OFFICE[1])
    if len(run) <= _LEAST_RUN:
        return term.endswith(run) and before in _POINTING
    return not before or before in _OPENING or not is_han(before)


def is_edge(character: str) -> bool:
    """Tell whether a Chinese character stands before and after terms, and in few of them."""
    return character in _OPENING
