"""``duizhao term``: what a term is called in the other language, and the terms of a sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.cells import cell_len

from aligner.cli.matches import MARKS, hit_object, marked_pieces, print_hit
from aligner.cli.memory_options import (
    MOST,
    STDIN,
    AsJsonLines,
    MemoryPath,
    open_memory,
    open_terms,
    text_of,
)
from aligner.cli.term_matches import instead_of, match_object, print_matches, term_pieces
from aligner.cli.terminal import counted, say, say_object, say_pieces
from corpora.types import Span

if TYPE_CHECKING:
    from tm.concordance import Hit
    from tm.terms.marking import MarkedTerm
    from tm.terms.search import TermMatch

HELP = """Look terms up, in either language, or mark the terms of a text.

The equal term comes first, whatever its case, width and script (聯合國 finds 联合国); then other
forms (parties finds party, trafficked finds traffic), and longer terms that hold it. Where there is
no such term itself: near spellings (Comission finds Commission, moneylaundering money-laundering),
and Chinese by the initials of its pinyin (lhg finds 联合国). Deprecated and forbidden terms are
struck out, and what to use instead is named; candidates are called so and come after the term, or
another form of it, that is decided; rejected ones are never shown. Where no term is found, the
newest segments of the memory that hold the words are, as 'duizhao concordance' shows them.

\b
  duizhao term 安全理事会
  duizhao term convention "states parties" 缔约方
  duizhao term lhg --limit 3 --json
With "-", or a pipe and no WORD, every term of a text is marked and listed:
  duizhao term - < paragraph.txt

--json prints an object for each WORD:
\b
  {"query": …, "matches": [{"kind": "exact", "inflected", "longer", "near" or "initials",
   "score": 0–100, "term": {"lang", "text", "status", "context", "paragraph", …},
   "translations": [terms, the preferred first], "instead": the term to use or null,
   "concept": {"id", "terms", "kind", …}}],
   "hits": [segments, where no term was found]}
for a text {"text": …, "terms": [{"start", "end", "text", "is_nested", "matches"}]}, the places in
characters.

Exit status: 0 done, with or without terms, 2 wrong usage, 3 the memory cannot be read.
"""

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORD…", show_default=False, help="Terms to find; - reads a text from a pipe."
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        min=1, max=MOST, metavar="N", help="Most terms for a word, or segments where it is none."
    ),
]


def find_terms(
    words: Words = None,
    *,
    memory: MemoryPath = None,
    limit: Limit = 10,
    as_json: AsJsonLines = False,
) -> None:
    """Look up each word, or mark the text that standard input holds."""
    wanted = list(words or _piped())
    if STDIN in wanted and len(wanted) > 1:
        raise typer.BadParameter("- is a whole text and stands alone", param_hint="WORD")
    if wanted == [STDIN]:
        _mark(text_of(STDIN, "WORD"), memory, as_json=as_json)
        return
    wanted = [text_of(word, "WORD") for word in wanted]
    with open_terms(memory) as base:
        for number, word in enumerate(wanted):
            matches = base.find(word, limit=limit)
            hits = [] if matches else _hits(word, memory, limit + 1)
            if as_json:
                found = {"matches": list(map(match_object, matches))}
                say_object({"query": word, **found, "hits": list(map(hit_object, hits[:limit]))})
                continue
            if number:
                say()
            if len(wanted) > 1:
                say(word, "underline")
            _print_found(word, matches, hits=hits, limit=limit)


def _piped() -> list[str]:
    """Return what stands for the words that are not given: a text in a pipe."""
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("give a word, or a text in a pipe", param_hint="WORD")
    return [STDIN]


def _hits(word: str, memory: Path | None, limit: int) -> list[Hit]:
    """Return the newest segments that hold *word*, where it can be searched for at all."""
    from tm.concordance import phrases_of
    from tm.errors import QueryError

    if not phrases_of(word):
        return []
    with open_memory(memory) as units:
        try:
            return units.concordance(word, limit=limit)
        except QueryError:  # a whole sentence
            return []


def _print_found(
    word: str, matches: Sequence[TermMatch], *, hits: Sequence[Hit], limit: int
) -> None:
    if matches:
        print_matches(matches)
        return
    if not hits:
        say(f"No term {word}, and no segment that holds it.", "dim")
        return
    shown, is_all = counted(len(hits[:limit]), "segment"), len(hits) <= limit
    told = f"{shown} with it:" if is_all else f"the newest {shown} with it; --limit shows more:"
    say(f"No term {word}; {told}", "dim")
    for hit in hits[:limit]:
        print_hit(hit)


def _mark(text: str, memory: Path | None, *, as_json: bool) -> None:
    with open_terms(memory) as base:
        marked = base.marked(text)
    if as_json:
        say_object({"text": text, "terms": list(map(_marked_object, marked))})
        return
    _print_text(text, [term.span for term in marked if not term.is_nested])
    if marked:
        say()
        _print_list(marked)
    else:
        say("No term in it.", "dim")


def _marked_object(term: MarkedTerm) -> dict[str, object]:
    return {
        "start": term.span.start,
        "end": term.span.end,
        "text": term.text,
        "is_nested": term.is_nested,
        "matches": list(map(match_object, term.matches)),
    }


def _print_text(text: str, spans: Sequence[Span]) -> None:
    """Print *text* line by line, what stands in *spans* marked."""
    start = 0
    for line in text.rstrip().splitlines(keepends=True):
        end = start + len(line)
        inside = [
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in spans
            if span.start < end and span.end > start
        ]
        say_pieces(marked_pieces(line, inside, "bold", MARKS))
        start = end


def _print_list(marked: Sequence[MarkedTerm]) -> None:
    """Print each marked term once, with its translations; those inside another are indented."""
    once = {(term.text, term.is_nested): term for term in reversed(marked)}
    listed = list(reversed(once.values()))
    width = max(cell_len(term.text) + 2 * term.is_nested for term in listed)
    for term in listed:
        head = "  " * term.is_nested + term.text
        pieces: list[tuple[str, str]] = [(head + " " * (width - cell_len(head)) + "  ", "")]
        for number, match in enumerate(term.matches):
            pieces += [("; ", "dim")] if number else []
            pieces += _translations(match)
        say_pieces(pieces, width + 2)


def _translations(match: TermMatch) -> list[tuple[str, str]]:
    """Return what renders a term; a term to be avoided and a candidate say so."""
    pieces: list[tuple[str, str]] = []
    if match.is_avoided:
        pieces += [(f"[{match.term.status}{instead_of(match)}] ", "doubt")]
    if not match.translations:
        pieces.append(("no translation", "doubt"))
    for number, term in enumerate(match.translations):
        pieces += [(" · ", "dim")] if number else []
        pieces += term_pieces(term)
    if match.concept.review == "candidate":
        pieces.append((" candidate", "doubt"))
    return pieces
