"""One wording for one source: inside the file, and against the memory."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from tm.folding import fold, is_han
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair, place_of
from tm.qa.terms.index import Designation
from tm.qa.terms.reading import joined, words_in
from tm.qa.terms.rendering import wording_of

_LABEL = re.compile(r"^\(?(?:[ivxlc]{1,5}|[a-z]|[一二三四五六七八九十]{1,3}) ?[).、] ?")
_ARTICLE = re.compile(r"\b(?:the|an?) (?=\w)")  # no label: "a." or "(a)"
_FIGURES = re.compile(r"\d+ ?")
_WORDS = re.compile(r"[^\W_]+")
_LEAST_HAN, _LEAST_WORDS = 4, 2  # of a source that says enough to be said in one way
_LONG_HAN, _LONG_WORDS = 12, 8  # of a target that two sources share by mistake
_SHOWN = 90  # characters of a text that a message quotes
_MATCHES = 10  # translations that a memory has of one source
Found = Iterator[tuple[Pair, Fault]]


def source_two_ways(pairs: Sequence[Pair], knowledge: Knowledge) -> Found:
    """The same source is translated in different words elsewhere in the file.

    Fires on the translation that is rarer, or later where none is. Silent where only case,
    punctuation, white space, articles or the script of Chinese characters differ, and on single
    words: 主席 may be a Chair or a President.
    Example: 通过会议报告 | Adoption of the report of the meeting
    Example: 通过会议报告 | Approval of the meeting’s report
    """
    for many in _alike(pairs, lambda pair: _wording(pair.source.text), _says_enough):
        targets = [_without_figures(pair.target.text) for pair in many]
        (usual, _), *rarer = Counter(targets).most_common()
        first = many[targets.index(usual)]
        for pair, target in zip(many, targets, strict=True):
            if rarer and target != usual:
                quoted = _quoted(first.target.text, pair.target.text)
                yield pair, Fault(f"the same source is {quoted} in {place_of(first)}")


def target_two_sources(pairs: Sequence[Pair], knowledge: Knowledge) -> Found:
    """Two different sources have one translation.

    Fires on long translations only. A note: one may have been copied where its source was only like
    another one, but two wordings of a source often mean the same. Silent on short ones.
    Example: 明年再次讨论这一议题。 | The group will discuss the topic again next year.
    Example: 讨论到此结束。 | The group will discuss the topic again next year.
    """
    for many in _alike(pairs, lambda pair: fold(pair.target.text), _is_long):
        first, *others = many
        for pair in others:
            if _wording(pair.source.text) != _wording(first.source.text):
                quoted = _quoted(first.source.text, pair.source.text)
                yield pair, Fault(f"{quoted} in {place_of(first)} has the same translation")


def memory_changed(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The memory translates the same source in other words.

    Fires where the memory has the source as it stands (a match of 100) and none of its translations
    is this one, here where it has “Closure of the session”. Silent where only case, punctuation or
    articles differ; machine translations that nobody confirmed and doubtful alignments do not
    count.
    Example: 会议闭幕 | End of the meeting
    """
    if knowledge.memory is None or not _says_enough(_wording(pair.source.text)):
        return
    from tm.lookup import Lookup  # which loads the readers of files

    equal = Lookup(min_score=100, limit=_MATCHES)
    matches = knowledge.memory.lookup(pair.source.text, settings=equal)
    known = [match.target.text for match in matches if _is_other_language(match.target.lang, pair)]
    target = _wording(pair.target.text)
    if known and target and target not in map(_wording, known):
        yield Fault(f"the memory has {_quoted(known[0], pair.target.text)}")


def term_two_ways(pairs: Sequence[Pair], knowledge: Knowledge) -> Found:
    """A term is translated in one of several right ways, elsewhere in another one.

    Fires on the rarer one, here where the term base allows 维和行动 as well as 维持和平行动. A
    note: one report may want one of them throughout. Silent where the term base allows one only.
    Example: peacekeeping operations | 维和行动
    Example: peacekeeping operations | 维持和平行动
    """
    uses: dict[Designation, list[tuple[Pair, str]]] = defaultdict(list)
    for pair in pairs:
        for place in knowledge.terms.places(pair.source):
            if len(place.designation.renderings) > 1:
                used = _used(place.designation, pair)
                if used:
                    uses[place.designation].append((pair, used))
    for term, places in uses.items():
        (usual, _), *rarer = Counter(used for _, used in places).most_common()
        for pair, used in places if rarer else ():
            if used != usual:
                yield pair, Fault(f"{term.text} is {used} here, {usual} elsewhere in the file")


def _used(term: Designation, pair: Pair) -> str:
    """Return the longest rendering of *term* that stands in the target."""
    renderings = sorted(term.renderings, key=len, reverse=True)
    if is_han(term.text):
        text = words_in(pair.target.text).joined
        return next((one for one in renderings if wording_of(one).joined in text), "")
    text = joined(pair.target.plain)
    return next((one for one in renderings if joined(one) in text), "")


def _alike(
    pairs: Sequence[Pair], key: Callable[[Pair], str], is_asked: Callable[[str], bool]
) -> Iterator[list[Pair]]:
    """Yield pairs of one key, where there are several and neither side is empty."""
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.source.text and pair.target.text:
            found[pair.source.lang.code, key(pair)].append(pair)
    for (_, wording), many in found.items():
        if len(many) > 1 and is_asked(wording):
            yield many


def _wording(text: str) -> str:
    """Return the words of *text* alone: no articles, no label, no *and* before the next item.

    >>> _wording("The report of the Bureau; and") == _wording("(a) Report of Bureau")
    True
    """
    folded = _LABEL.sub("", fold(text))
    if is_han(text):
        return "".join(_WORDS.findall(folded))
    words = _WORDS.findall(_ARTICLE.sub("", folded))
    return " ".join(words[:-1] if words and words[-1] in ("and", "or") else words)


def _without_figures(text: str) -> str:
    """Return the words of *text* but for figures, which other checks compare."""
    return _FIGURES.sub("", _wording(text))


def _says_enough(wording: str) -> bool:
    return _counts(wording, _LEAST_HAN, _LEAST_WORDS)


def _is_long(wording: str) -> bool:
    return _counts(wording, _LONG_HAN, _LONG_WORDS)


def _counts(wording: str, han: int, words: int) -> bool:
    """Tell whether a wording has so many characters or words that are no figures."""
    if is_han(wording):
        return sum(not letter.isdigit() for letter in wording) >= han
    return sum(not part.isdigit() for part in wording.split(" ")) >= words


def _is_other_language(tag: str, pair: Pair) -> bool:
    return tag.partition("-")[0].lower() == pair.target.lang.code


def _quoted(text: str, other: str) -> str:
    """Quote *text*, or of a long one the part where it begins to differ from *other*.

    >>> _quoted(f"{'very ' * 30}good", f"{'very ' * 30}bad")
    '“…very very very very very very very very good”'
    """
    start = 0
    if len(text) > _SHOWN:
        same = (n for n, (one, two) in enumerate(zip(text, other, strict=False)) if one != two)
        start = max(next(same, 0) - _SHOWN // 2, 0)
        start = text.find(" ", start) + 1 or start if start else 0
    end = start + _SHOWN
    return f"“{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}”"


CHECKS = (
    Check(
        "source-two-ways", Family.TERMS, "inconsistency", Severity.WARNING, compare=source_two_ways
    ),
    Check(
        "target-two-sources",
        Family.TERMS,
        "inconsistency",
        Severity.NOTE,
        compare=target_two_sources,
    ),
    Check(
        "term-two-ways",
        Family.TERMS,
        "inconsistency",
        Severity.NOTE,
        compare=term_two_ways,
        needs="concepts",
    ),
    Check(
        "memory-changed",
        Family.TERMS,
        "inconsistency",
        Severity.WARNING,
        find=memory_changed,
        needs="memory",
    ),
)
