"""``duizhao terms review``: candidates, one after the other, to be accepted, mended or rejected."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from select import select
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import MOST, MemoryPath, change_terms, read_line
from aligner.cli.options import Quiet
from aligner.cli.term_matches import (
    print_contexts,
    print_facts,
    print_row,
    print_terms,
)
from aligner.cli.terminal import counted, say, warn

if TYPE_CHECKING:
    from tm.terms.base import TermBase
    from tm.terms.concept import Concept, Term
    from tm.terms.review import Review
    from tm.terms.which import Which

HELP = """Walk over the candidates of the base, the surest first, and decide on each.

Shows the terms, how often and where they were found, a sentence, and what the base already has for
either of them. One key decides, and is kept at once; what was decided in an earlier walk is not
asked again. Accepted terms come first in 'duizhao term'; rejected ones are never shown again, nor
proposed when the same terms are extracted once more; with one more form beside them they are.

\b
  a  accept         r  reject         n  next: decide later (or Enter)
  e  edit: terms and kind, a line each; Enter keeps one, - instead drops it
  m  merge: into the concept of a number, that then has the terms of both
  u  undo: back to the one before, as it was
  q  quit           ?  these keys

In a terminal each line that is edited is there to be changed, and an emptied one (Ctrl-U) drops it
too. Where standard input is no terminal, each line is a key or what is asked for after it.

\b
  duizhao terms review
  duizhao terms review --kind name --min-score .5 --author wei
Without a walk, all that are sure enough, or not sure at all:
  duizhao terms review --accept-above .9 --reject-below .2

Exit status: 0 done, 2 wrong usage, 3 the base cannot be written.
"""
KEYS = "accept reject edit merge next undo quit ?"
NEXT = "n"
_DROP = "-"  # typed in place of what is there
_ESCAPE = b"\x1b"
_ARROW = "that is an arrow or the like"  # what is said of a key that sends ESC
_PAUSE = 0.05  # seconds without a character, after which a key has sent all that it sends

Kind = Annotated[
    str,
    typer.Option(
        metavar="KIND",
        help="Only of this kind: name, title, legal, institutional, country, acronym or other.",
    ),
]
MinScore = Annotated[
    float, typer.Option(min=0, max=1, metavar="X", help="Only those as sure as this, 0 to 1.")
]
AcceptAbove = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="X", help="Accept, unseen, those of this score or more."),
]
RejectBelow = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="X", help="Reject, unseen, those of a lower score."),
]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who decides, for the history.")]


def review_candidates(  # noqa: PLR0913 - one parameter an option
    *,
    memory: MemoryPath = None,
    kind: Kind = "",
    min_score: MinScore = 0.0,
    accept_above: AcceptAbove = None,
    reject_below: RejectBelow = None,
    author: Author = "",
    quiet: Quiet = False,
) -> None:
    """Walk over the candidates, or decide on many by their score."""
    from tm.terms.review import Review
    from tm.terms.which import CANDIDATE, Which

    which = Which(kind=_kind(kind), min_score=min_score, reviews=(CANDIDATE,))
    bounds = accept_above, reject_below
    if quiet and bounds == (None, None):
        problem = "a walk has to show the candidates; it is for --accept-above and --reject-below"
        raise typer.BadParameter(problem, param_hint="--quiet")
    if None not in bounds and (accept_above or 0) < (reject_below or 0):
        raise typer.BadParameter("it is above --accept-above", param_hint="--reject-below")
    with change_terms(memory) as base:
        if bounds == (None, None):
            _Walk(Review(base, which, author=author), _answers()).go()
        else:
            told = _decide(base, which, bounds, author)
            if not quiet:
                say(told)
        if not quiet:
            say(f"{counted(base.count(Which(reviews=(CANDIDATE,))), 'candidate')} left", "dim")


def _kind(kind: str) -> str:
    """Return *kind*, refusing what is none as wrong usage."""
    if fault := _fault(kind):
        raise typer.BadParameter(fault, param_hint="--kind")
    return kind


def _fault(kind: str) -> str:
    """Say what is wrong with *kind*; empty if nothing is."""
    from tm.terms.concept import KINDS

    return "" if kind in ("", *KINDS) else f"{kind!r} is none of {', '.join(KINDS)}"


def _decide(
    base: TermBase, which: Which, bounds: tuple[float | None, float | None], author: str
) -> str:
    """Accept what is sure enough and reject what is not, without a look; say how many."""
    from tm.errors import TermError

    least, most = bounds
    done: Counter[str] = Counter()
    for concept in list(base.concepts(which)):
        if concept.score is None:
            continue
        if least is not None and concept.score >= least:
            review = "accepted"
        elif most is not None and concept.score < most:
            review = "rejected"
        else:
            continue
        try:
            base.review(int(concept.id), review, author=author, seen=concept)
        except TermError:  # somebody else was at it since it was read
            review = "changed meanwhile"
        done[review] += 1
    left = f", {done['changed meanwhile']:,} passed over: changed meanwhile"
    told = f"{done['accepted']:,} accepted, {done['rejected']:,} rejected"
    return told + (left if done["changed meanwhile"] else "")


class _Walk:
    """One candidate after the other, until there is none or nobody answers."""

    def __init__(self, review: Review, answers: _Lines) -> None:
        self._review, self._answers = review, answers
        self._done: list[str] = []  # what was done at each step that can be undone
        self._actions: dict[str, Callable[[Concept], None]] = {
            "a": self._accept,
            "r": self._reject,
            "e": self._edit,
            "m": self._merge,
            NEXT: self._next,
            "u": self._undo,
            "?": self._help,
        }

    def go(self) -> None:
        """Ask and do until the end."""
        from tm.errors import TermError

        shown = None
        while concept := self._review.current():
            if concept != shown:
                self._show(concept)
            shown = concept
            key = self._answers.key()
            if key in ("", "q"):
                break
            if key not in self._actions:
                warn(f"no key {key if key == _ARROW else repr(key)}; {KEYS}")
                continue
            try:
                self._actions[key](concept)
            except TermError as error:  # as a number that no concept has: ask again
                warn(str(error))
        done = Counter(filter(None, self._done))
        told = ", ".join(f"{number} {what}" for what, number in done.items())
        say(told or "nothing decided", "bold")

    def _show(self, concept: Concept) -> None:
        say()
        say(f"{self._review.place} of {self._review.total}", "dim")
        print_terms(concept)
        print_facts(concept, 0)
        print_contexts(concept.terms)
        for match in self._review.known(concept):
            print_row(match, "in base")

    def _accept(self, concept: Concept) -> None:
        self._review.accept(concept)
        self._done.append("accepted")

    def _reject(self, concept: Concept) -> None:
        self._review.reject(concept)
        self._done.append("rejected")

    def _next(self, _concept: Concept) -> None:
        self._review.skip()
        self._done.append("")

    def _undo(self, _concept: Concept) -> None:
        if self._review.undo():
            self._done.pop()
        else:
            warn("there is nothing to undo")

    def _edit(self, concept: Concept) -> None:
        terms = concept.terms
        for term in concept.terms:
            terms = self._edited(terms, term)
        kind = self._answers.line("kind", concept.kind)
        while fault := _fault(kind):
            warn(fault)
            kind = self._answers.line("kind", concept.kind)
        if self._review.change(concept, replace(concept, terms=terms, kind=kind)):
            self._done.append("edited")

    def _edited(self, terms: Sequence[Term], term: Term) -> tuple[Term, ...]:
        """Return *terms* with what is typed for *term*; what cannot be is asked for again."""
        from tm.errors import TermError
        from tm.formats.clean import clean_text
        from tm.terms.faults import without

        while True:
            typed = self._answers.line(term.lang, term.text)
            if text := typed if typed == term.text else clean_text(typed):
                new = term if text == term.text else replace(term, text=text, base="")
                return tuple(new if one is term else one for one in terms)
            try:
                return without(terms, [term])
            except TermError as error:
                warn(f"{error}; r rejects the candidate")

    def _merge(self, concept: Concept) -> None:
        number = self._answers.line("into #", "").lstrip("#")
        if not number:
            return
        if not (number.isdecimal() and len(number) < len(str(MOST))):
            warn(f"{number!r} is no number of a concept")
            return
        print_terms(self._review.merge(concept, int(number)))
        self._done.append("merged")

    def _help(self, _concept: Concept) -> None:
        for line in HELP.partition("\b\n")[2].partition("\n\n")[0].splitlines():
            say(line)


class _Lines:
    """Answers that standard input holds, a line each."""

    def key(self) -> str:
        """Return the next key, empty at the end."""
        line = read_line()
        return (line.strip().lower() or NEXT)[:1] if line else ""

    def line(self, prompt: str, text: str) -> str:
        """Ask for a line that may stay *text*, as it does if nobody answers; empty: drop it."""
        say(f"{prompt} [{text}]" if text else prompt, "dim")
        return _meant(read_line(), text)


class _Keys(_Lines):
    """Answers of somebody at a terminal: one key without Enter, and lines that can be edited."""

    def key(self) -> str:
        """Return the key that is pressed, empty for the end of input."""
        with _single_keys():  # before anybody is asked
            print(f"{KEYS} ", end="", flush=True)  # noqa: T201 - a prompt
            pressed = _pressed(sys.stdin.fileno()).lower()
        say("" if pressed in ("\r", "\n", _ARROW) else pressed)
        return "" if pressed == "\x04" else NEXT if pressed in " \r\n" else pressed

    def line(self, prompt: str, text: str) -> str:
        """Ask for a line, with *text* in it to be changed; empty: drop it."""
        if not _has_prefill():
            return super().line(prompt, text)
        while True:
            try:
                with _prefilled(text):
                    answer = input(f"{prompt}: ").strip()
            except EOFError:
                return text
            if not text or answer != text + _DROP:
                return _meant(answer, "")
            warn(f"{_DROP} goes instead of it: empty the line first, with Ctrl-U")


def _meant(answer: str, text: str) -> str:
    """Return what a line in place of *text* says: an empty one to keep it, a dash to drop it."""
    answer = answer.strip()
    return "" if answer == _DROP else answer or text


def _has_prefill() -> bool:
    """Tell whether lines can be edited here."""
    return find_spec("readline") is not None


def _pressed(number: int) -> str:
    """Return the next key of terminal *number*, whatever it sends.

    What arrows and their like send begins with ESC and goes on with letters (ECMA-48, 5.4),
    none of which somebody typed. A character of UTF-8 has as many bytes as its first one
    says, which come together.
    """
    pressed = os.read(number, 1)
    if pressed == _ESCAPE:
        while select([number], [], [], _PAUSE)[0] and os.read(number, 1):
            pass
        return _ARROW
    while _is_begun(pressed) and select([number], [], [], _PAUSE)[0]:
        pressed += os.read(number, 1)
    return pressed.decode("utf-8", "replace")


def _is_begun(data: bytes) -> bool:
    """Tell whether *data* is a character of UTF-8 that lacks bytes."""
    return data[:1] >= b"\xc0" and len(data) < 2 + (data[0] >= 0xE0) + (data[0] >= 0xF0)


def _answers() -> _Lines:
    """Return how answers come: from a terminal where there is one that gives single keys."""
    if sys.stdin is None or not sys.stdin.isatty():
        return _Lines()
    try:
        import termios  # noqa: F401 - is it there?
    except ImportError:  # on Windows
        return _Lines()
    return _Keys()


@contextmanager
def _single_keys() -> Iterator[None]:
    """Let the terminal hand on each key at once; what was typed ahead is kept."""
    import termios
    import tty

    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)
    try:
        tty.setcbreak(number, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


@contextmanager
def _prefilled(text: str) -> Iterator[None]:
    """Put *text* into the next line that is asked for."""
    import readline

    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook()
