"""Either side of a pair in turn, and a fault that stands in one of them alone."""

from __future__ import annotations

from tm.qa.finding import Fault
from tm.qa.pair import Pair, Side, Spans


def both_sides(pair: Pair) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
    """Return the source with the target, and the target with the source."""
    return (pair.source, pair.target), (pair.target, pair.source)


def side_name(pair: Pair, side: Side) -> str:
    """Return what a message calls *side* of *pair*."""
    return "source" if side is pair.source else "target"


def fault_in(pair: Pair, side: Side, message: str, spans: Spans) -> Fault:
    """Return a fault whose *spans* stand in *side* of *pair*."""
    return Fault(message, spans) if side is pair.source else Fault(message, (), spans)
