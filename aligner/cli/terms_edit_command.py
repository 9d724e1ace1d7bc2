"""``duizhao terms add`` and ``change``: concepts by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aligner.cli.memory_options import Langs, MemoryPath, change_terms, langs_of, text_of
from aligner.cli.options import Quiet
from aligner.cli.term_matches import print_facts, print_terms
from aligner.cli.terminal import say
from aligner.cli.terms_base_command import Number
from aligner.cli.terms_review_command import Author
from aligner.cli.tm_units_command import BY_HAND, refuse_swapped, told_langs

if TYPE_CHECKING:
    from tm.terms.concept import Concept, Term
    from tm.terms.intake import TermsAdded

ADD = """Add a concept that you type: a term and its translation.

Where the base has the pair already, it is completed. A translation with a --status joins the
concept whose translations of TERM have theirs, unless both are preferred: then they are two
concepts. Where the base gives one of the terms of the pair another status, both are kept and you
are told.

\b
  duizhao terms add 主席 Chair --status preferred --kind title
  duizhao terms add 主席 Chairman --status forbidden --note "use Chair"

Exit status: 0 done, 2 wrong usage, 3 it cannot be a term, or the base cannot be written.
"""
CHANGE = """Change a concept: what is known of it, or one of its terms.

What it was stays in its history: 'duizhao terms history N'.

\b
  duizhao terms change 12 --kind title --definition "presides over a session"
  duizhao terms change 12 --term Chairman --status deprecated
  duizhao terms change 12 --term Charman --text Chairman --author wei
  duizhao terms change 12 --term Chairmen --drop
  duizhao terms change 12 --review accepted
An empty text takes out what is there:
  duizhao terms change 12 --term Chair --status "" --note ""

A term that is the last one of its language stays, unless there are two other languages; 'duizhao
terms remove --id N' takes the whole concept out.

Exit status: 0 done, 2 wrong usage, 3 there is no such concept, its terms cannot become so, or the
base cannot be written.
"""

One = Annotated[str, typer.Argument(metavar="TERM", show_default=False, help="In one language.")]
Other = Annotated[
    str, typer.Argument(metavar="TRANSLATION", show_default=False, help="In the other.")
]
_STATUSES = "preferred, admitted, deprecated or forbidden."
OfTranslation = Annotated[
    str, typer.Option("--status", metavar="STATUS", help=f"Of the translation: {_STATUSES}")
]
NewStatus = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help=f"What --term becomes: {_STATUSES}")
]
_KIND = typer.Option(
    metavar="KIND", help="name, title, legal, institutional, country, acronym or other."
)
_SUBJECT = typer.Option(metavar="TEXT", help="Its field, as criminal law.")
_DEFINITION = typer.Option(metavar="TEXT", help="What it is.")
_NOTE = typer.Option(metavar="TEXT", help="Anything else.")
Kind = Annotated[str, _KIND]
NewKind = Annotated[str | None, _KIND]
Subject = Annotated[str, _SUBJECT]
NewSubject = Annotated[str | None, _SUBJECT]
Definition = Annotated[str, _DEFINITION]
NewDefinition = Annotated[str | None, _DEFINITION]
Note = Annotated[str, _NOTE]
NewNote = Annotated[str | None, _NOTE]
OfTerm = Annotated[
    str, typer.Option("--term", metavar="TERM", help="The term to change, as it is now.")
]
NewText = Annotated[
    str | None, typer.Option("--text", metavar="TEXT", help="How --term is spelt from now on.")
]
Drop = Annotated[bool, typer.Option("--drop", help="Take --term out of the concept.")]
ReviewState = Annotated[
    str | None, typer.Option("--review", metavar="REVIEW", help="candidate, accepted or rejected.")
]


def add_concept(  # noqa: PLR0913 - one parameter an option
    term: One,
    translation: Other,
    *,
    memory: MemoryPath = None,
    langs: Langs = None,
    status: OfTranslation = "",
    kind: Kind = "",
    subject: Subject = "",
    definition: Definition = "",
    note: Note = "",
    author: Author = "",
    quiet: Quiet = False,
) -> None:
    """Add one concept and say what became of it."""
    from tm.errors import TermError
    from tm.formats.clean import clean_lines, clean_text
    from tm.terms.concept import Concept, Term
    from tm.terms.faults import FAULTS

    _check_values(status=status, kind=kind)
    typed = text_of(term, "TERM"), text_of(translation, "TRANSLATION")
    texts = clean_text(typed[0]), clean_text(typed[1])  # as the files of terms have it
    tags = langs_of(langs) or told_langs(*texts)
    refuse_swapped(tags, texts)
    terms = Term(tags[0], texts[0]), Term(tags[1], texts[1], status)
    given = {"kind": kind, "subject": subject, "definition": definition, "note": note}
    facts: dict[str, Any] = {name: clean_lines(text) for name, text in given.items()}
    with change_terms(memory, is_made=True) as base:
        added = base.add(
            [Concept(terms, author=author, **facts)], origin=BY_HAND, is_completing=True
        )
    for code in added.refused:
        raise TermError(f"not added: {FAULTS[code]}")
    if not quiet:
        _print_added(added)


def _print_added(added: TermsAdded) -> None:
    if added.contradicting:
        say("added; the base has one of the terms with another status", "doubt")
    else:
        done = {"added": added.new, "added to the concept that was there": added.joined}
        say(next((what for what, count in done.items() if count), "was there already"))


def change_concept(  # noqa: PLR0913 - one parameter an option
    number: Number,
    *,
    memory: MemoryPath = None,
    term: OfTerm = "",
    text: NewText = None,
    status: NewStatus = None,
    drop: Drop = False,
    kind: NewKind = None,
    subject: NewSubject = None,
    definition: NewDefinition = None,
    note: NewNote = None,
    review: ReviewState = None,
    author: Author = "",
    quiet: Quiet = False,
) -> None:
    """Change what is given, and show what the concept is now."""
    from tm.formats.clean import clean_text
    from tm.terms.faults import check_respelling, without

    _check_values(status=status or "", kind=kind or "", review=review or "")
    _check_wish(term, text, status, drop=drop)
    if review == "":
        raise typer.BadParameter("it is empty", param_hint="--review")
    given = {"kind": kind, "subject": subject, "definition": definition, "note": note}
    facts = _given_facts(given | {"review": review})
    if not facts and not term:
        raise typer.BadParameter("say what to change, as --kind or --term", param_hint="N")
    with change_terms(memory) as base:
        old = base.concept(number)
        terms = old.terms
        if drop:
            terms = without(terms, _called(term, terms))
        elif term:
            meant, spelling = _called(term, terms), clean_text(text or "")
            if spelling:
                check_respelling(old, meant, spelling)
            terms = _changed(terms, meant, spelling, status)
        new = base.change(number, replace(old, terms=terms, **facts), author=author, seen=old)
    if not quiet:
        _show(new)


def _given_facts(given: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the facts of a concept that were given, as the files of terms have them."""
    from tm.formats.clean import clean_lines

    return {name: clean_lines(value) for name, value in given.items() if value is not None}


def _check_values(**values: str) -> None:
    """Refuse a value that none of the known ones is."""
    from tm.terms.concept import KINDS, REVIEWS, STATUSES

    known = {"status": STATUSES, "kind": KINDS, "review": REVIEWS}
    for name, value in values.items():
        if value not in ("", *known[name]):
            problem = f"{value!r} is none of {', '.join(known[name])}"
            raise typer.BadParameter(problem, param_hint=f"--{name}")


def _check_wish(term: str, text: str | None, status: str | None, *, drop: bool) -> None:
    """Refuse what does not say which term becomes what."""
    from tm.formats.clean import clean_text

    if text is not None and not clean_text(text):
        raise typer.BadParameter("it is empty; --drop takes a term out", param_hint="--text")
    if drop and (text or status):
        problem = "a term that goes gets no other text or status"
        raise typer.BadParameter(problem, param_hint="--drop")
    if bool(term) != bool(text or status is not None or drop):
        raise typer.BadParameter("give it with --text, --status or --drop", param_hint="--term")


def _called(wanted: str, terms: Sequence[Term]) -> list[Term]:
    """Return those of *terms* that are called *wanted*, in one region or several."""
    found = [term for term in terms if term.text == wanted]
    if not found:
        known = ", ".join(term.text for term in terms)
        raise typer.BadParameter(f"{wanted!r} is none of its terms: {known}", param_hint="--term")
    return found


def _changed(
    terms: Sequence[Term], meant: Sequence[Term], text: str, status: str | None
) -> tuple[Term, ...]:
    """Return *terms* with another text or status for those *meant*; an empty status is none."""
    return tuple(
        replace(term, text=text or term.text, status=term.status if status is None else status)
        if term in meant
        else term
        for term in terms
    )


def _show(concept: Concept) -> None:
    print_terms(concept)
    print_facts(concept, 0)
