"""Units, matches and hits as they are printed: their texts with marks, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aligner.cli.terminal import Pieces, has_colour, say_pieces
from corpora.types import Span, TranslationUnit, Variant
from tm.differences import differences
from tm.where import ORIGINS

if TYPE_CHECKING:
    from tm.concordance import Hit
    from tm.lookup import Match

MARGIN = 7  # columns of what stands before a text
MARKS = "»", "«"  # around what is searched, where nothing can be bold
_OTHER_MARKS = "›", "‹"  # around what renders it


def print_match(match: Match, query: str) -> None:
    """Print one match: how well it fits, where it is from, and both texts.

    The source shows what was edited to make *query* of it; a match by meaning does not.
    """
    told = [match.kind, *([f"less {match.penalty}"] if match.penalty else []), *provenance(match)]
    say_pieces([(f"{match.score:>3}", "bold"), (f"  {' · '.join(told)}", "dim")], 5)
    is_compared = match.kind != "similar"
    source = _edited(match.source.text, query) if is_compared else [(match.source.text, "")]
    _print_side(match.source, source)
    _print_side(match.target, [(match.target.text, "")])


def print_hit(hit: Hit) -> None:
    """Print one hit: where it is from, and both texts with what was searched marked."""
    say_pieces([(" · ".join(provenance(hit)), "dim")], 2)
    _print_side(hit.source, marked_pieces(hit.source.text, hit.spans, "bold", MARKS))
    _print_side(
        hit.target, marked_pieces(hit.target.text, hit.counterparts, "underline", _OTHER_MARKS)
    )


def _print_side(variant: Variant, pieces: Pieces) -> None:
    margin = f"{variant.lang:<{MARGIN - 2}}  "
    say_pieces([(margin, "dim"), *pieces], len(margin))


def _edited(text: str, query: str) -> Pieces:
    """Return *text* with what *query* lacks struck out and what it adds put in."""
    marks = ("", "", "", "") if has_colour() else ("[-", "-]", "{+", "+}")
    pieces: list[tuple[str, str]] = []
    for edit in differences(text, query.strip()):
        if edit.is_same:
            pieces.append((edit.new, ""))
            continue
        pieces += [(f"{marks[0]}{edit.gone}{marks[1]}", "gone")] if edit.gone else []
        pieces += [(f"{marks[2]}{edit.new}{marks[3]}", "new")] if edit.new else []
    return pieces


def marked_pieces(text: str, spans: Sequence[Span], style: str, marks: tuple[str, str]) -> Pieces:
    """Return *text* with *spans* in a style, or between *marks* where there are no colours."""
    opening, closing = ("", "") if has_colour() else marks
    pieces: list[tuple[str, str]] = []
    last = 0
    for span in spans:
        start = max(span.start, last)  # two searched words may overlap
        if start < span.end:
            pieces.append((text[last:start], ""))
            pieces.append((f"{opening}{text[start : span.end]}{closing}", style))
            last = span.end
    return [*pieces, (text[last:], "")]


def provenance(found: Match | Hit) -> list[str]:
    """Return what is known of where a unit comes from, in words."""
    unit = found.unit
    told = [
        unit.document,
        f"paragraph {unit.paragraph}" if unit.paragraph else "",
        unit.created.date().isoformat() if unit.created else "",
        unit.author,
        "" if unit.probability is None else f"{int(100 * unit.probability + 1e-9)}% sure",
        "machine translation" if unit.is_machine else "",
        f"{unit.uses} uses" if unit.uses > 1 else "",
        f"from {', '.join(origins_of(unit))}" if unit.origin not in ("", unit.document) else "",
        f"#{found.id}",
    ]
    return [part for part in told if part]


def origins_of(unit: TranslationUnit) -> list[str]:
    """Return the files that brought *unit*."""
    return unit.origin.split(ORIGINS) if unit.origin else []


def match_object(match: Match) -> dict[str, Any]:
    """Return *match* as JSON holds it."""
    return {
        "score": match.score,
        "kind": match.kind,
        **_sides(match.source, match.target),
        "penalty": match.penalty,
        **unit_object(match.unit, match.id),
    }


def hit_object(hit: Hit) -> dict[str, Any]:
    """Return *hit* as JSON holds it; spans are in characters of the texts."""
    return {
        **_sides(hit.source, hit.target),
        "spans": [list(span) for span in hit.spans],
        "counterparts": [list(span) for span in hit.counterparts],
        **unit_object(hit.unit, hit.id),
    }


def stored_object(unit: TranslationUnit, number: int) -> dict[str, Any]:
    """Return a unit of a memory as JSON holds it, with all its languages."""
    variants = [{"lang": variant.lang, "text": variant.text} for variant in unit.variants]
    return {**unit_object(unit, number), "variants": variants}


def _sides(source: Variant, target: Variant) -> dict[str, str]:
    return {
        "source": source.text,
        "target": target.text,
        "source_lang": source.lang,
        "target_lang": target.lang,
    }


def unit_object(unit: TranslationUnit, number: int) -> dict[str, Any]:
    """Return what is known of a unit beside its texts; a date is in ISO 8601."""
    return {
        "id": number,
        "document": unit.document,
        "paragraph": unit.paragraph,
        "date": unit.created.isoformat() if unit.created else None,
        "author": unit.author,
        "note": unit.note,
        "probability": unit.probability,
        "reasons": list(unit.reasons),
        "is_machine": unit.is_machine,
        "uses": unit.uses,
        "origin": ", ".join(origins_of(unit)),
        "context_before": unit.context_before,
        "context_after": unit.context_after,
    }
