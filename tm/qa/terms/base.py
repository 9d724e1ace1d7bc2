"""The concepts of a term base as designations: what each term may be called, and may not.

A term that stands in several concepts may be rendered as in any of them. Candidates that nobody
has accepted ask for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tm.folding import is_han, simplified
from tm.qa.terms.bodies import BODY, listed_bodies, names_beside
from tm.qa.terms.index import Designation, Index, index_of
from tm.qa.terms.reading import alike, words_in
from tm.terms.concept import AVOIDED, Concept, Term
from tm.terms.which import CANDIDATE, REJECTED

# Words of a name that stand for it where the context names the body, or names another one of the
# kind: 大会 is any assembly or conference. They count as renderings and are never asked for.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "大会": ("Conference", "Congress", "Summit"),
    "会员国": ("member", "States Members"),
    "成员国": ("member", "States Members"),
    "缔约国": ("party", "contracting"),
    "主席团": ("bureau", "officers"),
    "专家组": ("panel", "expert group", "governmental experts", "expert team"),
    "专家小组": ("panel", "expert group", "governmental experts", "expert team"),
    "全体会议": ("plenary",),
    "两年期": ("biennium", "biennial"),
    "安理会": ("its resolution", "its resolutions"),
    "审议大会": ("Conference of the Parties",),
    "Member States": ("成员", "会员", "各国"),
    "States parties": ("缔约方", "缔约各国"),
    "Conference of the Parties": ("缔约方会议", "缔约国会议", "缔约国大会", "审议大会"),
    "Review Conference": ("审议会议", "审查会议"),
    "Group of Experts": ("专家组", "专家小组", "小组"),
    "Panel of Experts": ("专家组", "专家小组", "小组"),
    "indigenous peoples": ("土著人",),
    "plenary meeting": ("全会",),
}
# Longer words in which a term of most bases is none: 国民大会 is no General Assembly.
_OTHERS = (
    "国民大会", "世界卫生大会", "国际劳工大会", "联合国环境大会",
    "长老大会", "代表大会", "世界大会", "国际大会", "股东大会",
    "缔约国大会", "成员国大会",
    "欧洲联盟委员会",
    "反恐执行局", "反恐怖主义委员会执行局", "行政首长协调理事会", "行政首长理事会",
    "雷扎伊加特",
    "Chief Executives Board", "Executive Board of Directors", "Bureau of Investigation",
    "Bureau of Indian Affairs", "Bureau of Statistics", "League Secretariat", "Cabinet Secretariat",
)  # fmt: skip


def terms_in(concepts: Iterable[Concept]) -> Index:
    """Return the index of all terms of *concepts*."""
    terms = list(_designations(concepts))
    known = {_surface(term.text) for term in terms}
    others = [name for name in _bodies() if known.isdisjoint(_ends_of(_surface(name)))]
    return index_of((*terms, *map(Designation, (*_OTHERS, *others))))


def _bodies() -> Iterator[str]:
    return (name for both in listed_bodies() for names in both for name in names)


def _ends_of(surface: str | tuple[str, ...]) -> Iterator[str | tuple[str, ...]]:
    """Yield what *surface* ends with, itself first: 联合国大会 is the 大会 that a base means."""
    return (surface[start:] for start in range(len(surface)))


def _designations(concepts: Iterable[Concept]) -> Iterator[Designation]:
    standing: dict[str | tuple[str, ...], list[tuple[Term, Concept]]] = defaultdict(list)
    for concept in concepts:
        if concept.review not in (CANDIDATE, REJECTED):
            for term in concept.terms:
                standing[_surface(term.text)].append((term, concept))
    also = {_surface(text): words for text, words in _ALSO.items()}
    for surface, found in standing.items():
        yield _designation(found, also.get(surface, ()))


def _surface(text: str) -> str | tuple[str, ...]:
    """Return what terms are told apart by: Member States and member States are one."""
    return alike(simplified(text)) if is_han(text) else words_in(text).stems


def _designation(found: list[tuple[Term, Concept]], also: tuple[str, ...]) -> Designation:
    first = found[0][0]
    others = [t for term, concept in found for t in concept.terms if t.code != term.code]
    good = [t.text for t in others if t.status not in AVOIDED]
    is_avoided = all(term.status in AVOIDED for term, _ in found)
    instead = (
        t.text
        for term, concept in found
        for t in concept.terms
        if t.code == term.code and t.status not in AVOIDED
    )
    beside = names_beside(good)
    return Designation(
        first.text,
        tuple(dict.fromkeys(good)),
        kind=BODY if beside else "",
        beside=beside,
        also=also,
        avoided=tuple(dict.fromkeys(t.text for t in others if t.status in AVOIDED)),
        status=first.status if is_avoided else "",
        instead=tuple(dict.fromkeys(instead)) if is_avoided else (),
    )
