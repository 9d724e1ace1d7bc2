"""Terms and concepts as they are printed: statuses that warn, contexts with the term marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from aligner.cli.matches import MARKS, marked_pieces
from aligner.cli.terminal import Pieces, say_pieces, screen_width
from tm.where import ORIGINS

if TYPE_CHECKING:
    from tm.terms.concept import Concept, Term
    from tm.terms.search import TermMatch

KIND_WIDTH = 11  # columns of the kind of a match
_WIDEST = 40  # columns of a term, where the terms of several matches are aligned
_PLACES = 5  # paragraphs that are named
_AVOIDED = ("deprecated", "forbidden")


def print_matches(matches: Sequence[TermMatch]) -> None:
    """Print matches: term and translations of each; of the best kind also facts and contexts."""
    width = min(max(_width(match) for match in matches), _WIDEST)
    for match in matches:
        print_row(match, match.kind, width)
        if match.kind == matches[0].kind:
            print_facts(match.concept, KIND_WIDTH)
            print_contexts((match.term, *match.translations[:1]))


def print_terms(concept: Concept) -> None:
    """Print the terms of a concept, a line each."""
    for term in concept.terms:
        say_pieces([(f"{term.lang:<{KIND_WIDTH}}", "dim"), *term_pieces(term)], KIND_WIDTH)


def print_row(match: TermMatch, label: str, width: int = 0) -> None:
    """Print the term of *match*, *width* columns of it, and its translations after *label*.

    Where a screen leaves them half of it, translations go on below each other.
    """
    kind = f"{label:<{KIND_WIDTH}}"
    space = " " * max(width - _width(match), 0)
    pieces: list[tuple[str, str]] = [(kind, "dim"), *_head(match), (f"{space}  ", "")]
    for number, term in enumerate(match.translations):
        pieces += [(" · ", "dim")] if number else []
        pieces += term_pieces(term)
    if match.concept.review == "candidate":
        pieces.append(("  candidate", "doubt"))
    column = KIND_WIDTH + max(width, _width(match)) + 2
    indent = column if 2 * column <= (screen_width() or 0) else KIND_WIDTH
    say_pieces([*pieces, (f"  #{match.concept.id}", "dim")], indent)


def _head(match: TermMatch) -> Pieces:
    """Return the term of *match*; of one to be avoided also what to use instead."""
    pieces = term_pieces(match.term)
    return [*pieces, (f" [{told[2:]}]", "doubt")] if (told := instead_of(match)) else pieces


def instead_of(match: TermMatch) -> str:
    """Say which term the concept has instead of one that is to be avoided; nothing if none.

    It goes behind a status: "forbidden, use Chair".
    """
    return f", use {match.instead.text}" if match.instead else ""


def _width(match: TermMatch) -> int:
    return sum(cell_len(text) for text, _ in _head(match))


def term_pieces(term: Term) -> Pieces:
    """Return a term in bold, what is to be avoided struck out, with its status."""
    style = "gone" if term.status in _AVOIDED else "bold"
    status = f" ({term.status})" if term.status else ""
    return [(term.text, style), (status, "doubt" if term.status in _AVOIDED else "dim")]


def print_facts(concept: Concept, indent: int) -> None:
    """Print a line of what is known of a concept beside its terms."""
    if line := " · ".join(facts_of(concept)):
        say_pieces([(" " * indent, ""), (line, "dim")], indent)


def facts_of(concept: Concept) -> Iterator[str]:
    """Yield what is known of *concept* beside its terms, in words."""
    places = concept.paragraphs[:_PLACES]
    more = "…" if len(concept.paragraphs) > _PLACES else ""
    told = (
        concept.kind,
        f"score {concept.score:.2f}" if concept.score is not None else "",
        f"{concept.count} times" if concept.count > 1 else "",
        f"paragraphs {', '.join(places)}{more}" if places else "",
        concept.subject,
        concept.definition,
        concept.note,
        f"from {', '.join(origins_of(concept))}" if concept.origin else "",
    )
    return filter(None, told)


def print_contexts(terms: Sequence[Term]) -> None:
    """Print the sentences that hold *terms*, each term marked, with paragraph and document."""
    from tm.concordance import spans_of
    from tm.folding import fold

    for term in terms:
        if term.context:
            spans = spans_of(term.context, [fold(term.text)])
            place = [f"paragraph {term.paragraph}"] if term.paragraph else []
            told = " · ".join([*place, *([term.source] if term.source else [])])
            margin = " " * KIND_WIDTH + f"{term.lang}  "
            pieces = [(margin, "dim"), *marked_pieces(term.context, spans, "bold", MARKS)]
            say_pieces([*pieces, (f"  [{told}]" if told else "", "dim")], len(margin))


def origins_of(concept: Concept) -> list[str]:
    """Return the files that brought *concept*."""
    return concept.origin.split(ORIGINS) if concept.origin else []


def two_terms(concept: Concept) -> tuple[str, str]:
    """Return what stands for *concept* in a table: its first term, a Chinese one if it has one,
    and the first one of another language.
    """
    ordered = sorted(concept.terms, key=lambda term: not term.lang.lower().startswith("zh"))
    code = ordered[0].lang.partition("-")[0]
    others = [term.text for term in ordered if term.lang.partition("-")[0] != code]
    return ordered[0].text, others[0] if others else ""


def match_object(match: TermMatch) -> dict[str, Any]:
    """Return *match* as JSON holds it."""
    return {
        "kind": match.kind,
        "score": match.score,
        "term": asdict(match.term),
        "translations": [asdict(term) for term in match.translations],
        "instead": asdict(match.instead) if match.instead else None,
        "concept": concept_object(match.concept),
    }


def concept_object(concept: Concept) -> dict[str, Any]:
    """Return *concept* as JSON holds it; dates are in ISO 8601."""
    moments = {
        name: moment.isoformat() if moment else None
        for name, moment in (("created", concept.created), ("changed", concept.changed))
    }
    known = {"id": int(concept.id), "origin": origins_of(concept), "props": dict(concept.props)}
    return asdict(concept) | moments | known
