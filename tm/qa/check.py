"""What a check is, and what it may know beside the pair.

A check is one pure function. Its docstring is what people read of it: the first line in lists,
all of it for ``--explain``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.memory import Memory
    from tm.qa.completeness.weighing import Weighing
    from tm.qa.terms.index import Index
    from tm.terms.concept import Concept

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]  # n texts to (n, d), rows of length 1


@dataclass(frozen=True)
class Knowledge:
    """What checks may ask beside the pair; each part may be absent."""

    concepts: tuple[Concept, ...] = ()  # of the term base
    memory: Memory | None = None
    encode: Encode | None = None

    @cached_property
    def terms(self) -> Index:
        """The terms of the term base, ready to be found in a text; built once."""
        from tm.qa.terms.base import terms_in

        return terms_in(self.concepts)

    @cached_property
    def weighing(self) -> Weighing | None:
        """The pairs weighed by the encoder, once for all checks of a file; None without one."""
        from tm.qa.completeness.weighing import Weighing

        return Weighing(self.encode) if self.encode is not None else None


PairCheck = Callable[[Pair, Knowledge], Iterator[Fault]]
FileCheck = Callable[[Sequence[Pair], Knowledge], Iterator[tuple[Pair, Fault]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check in the registry: one of *find*, in a pair, and *compare*, over a whole file."""

    code: str  # stable: baselines and configurations name it
    family: Family
    category: str  # ITS 2.0 localization quality issue type
    severity: Severity
    find: PairCheck | None = None
    compare: FileCheck | None = None
    needs: str = ""  # the part of Knowledge without which it says nothing

    @property
    def explanation(self) -> str:
        """What people should know of it, line by line: the docstring of its function."""
        return cleandoc((self.find or self.compare).__doc__ or "")

    @property
    def summary(self) -> str:
        """What is wrong, in one line."""
        return self.explanation.partition("\n")[0]


def is_known(knowledge: Knowledge, part: str) -> bool:
    """Whether the *part* that a check needs is there."""
    value: Any = getattr(knowledge, part) if part else True
    return value is not None and value != ()
