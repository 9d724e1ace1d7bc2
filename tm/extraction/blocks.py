"""Blocks of beads, cut into words and linked: by a second process ahead of need, where asked.

What a block tells is the same whichever process reads it, and blocks come in their order. Knows
no phrases that were seen before: what is worth a closer look is decided by those who ask.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from pickle import PicklingError
from typing import TYPE_CHECKING, NamedTuple

from tm.extraction.compounds import with_compounds
from tm.extraction.links import Vectors, block_of
from tm.extraction.phrases import LONGEST_SIDE
from tm.extraction.runs import Run, english_runs
from tm.extraction.tokens import Words, chinese_words, english_words, with_openings

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess

    from tm.extraction.links import Encode, Floats

AHEAD = 2  # blocks that wait: each of 1,000 beads takes some 15 MB

Texts = Sequence[tuple[str, str]]  # Chinese and English of each bead


class Linked(NamedTuple):
    """The words of a bead, how they are linked, and the English runs that may be terms."""

    zh: Words
    en: Words
    links: Floats | None  # (words of Chinese, words of English); none where a side is unfit
    runs: list[Run]


def read_blocks(
    blocks: Sequence[Texts], encode: Encode | None, *, ahead: bool
) -> Generator[list[Linked], None, None]:
    """Yield *blocks* read, one after another; *ahead*, by a process to which *encode* is sent.

    Where that process is ended by others, for want of memory perhaps, this one reads the rest;
    where *encode* cannot be sent, all of them.
    """
    given = 0
    if ahead and _is_sendable(encode):
        from concurrent.futures.process import BrokenProcessPool

        with suppress(BrokenProcessPool):
            for block in _read_ahead(blocks, encode):
                given += 1
                yield block
    vectors = Vectors(encode)
    for texts in blocks[given:]:
        yield read_block(texts, vectors)


def read_block(texts: Texts, vectors: Vectors) -> list[Linked]:
    """Cut the *texts* of a block into words and link them.

    What has no words on one side, or too many for a pair of sentences, has no links.
    """
    zh = [chinese_words(chinese) for chinese, _ in texts]
    en = with_openings([english_words(english) for _, english in texts])
    words = list(zip(with_compounds(zh, en, vectors), en, strict=True))
    block = block_of(words, vectors)
    return [
        Linked(*pair, block.links(*pair) if _is_fit(pair) else None, list(english_runs(pair[1])))
        for pair in words
    ]


def _is_fit(pair: tuple[Words, Words]) -> bool:
    return all(0 < len(side.words) <= LONGEST_SIDE for side in pair)


def _is_sendable(encode: Encode | None) -> bool:
    """Tell whether *encode* can be pickled: no lambda, nor what holds a lock or an open file."""
    from multiprocessing.reduction import ForkingPickler  # as a process that is spawned gets it

    try:
        ForkingPickler.dumps(encode)
    except (PicklingError, AttributeError, TypeError):  # which of them, the object decides
        return False
    return True


def _read_ahead(
    blocks: Sequence[Texts], encode: Encode | None
) -> Generator[list[Linked], None, None]:
    """Yield *blocks* that another process reads while the caller is at the one before.

    That process is started afresh: one that is forked may inherit locks of other threads.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    coming: deque[Future[list[Linked]]] = deque()
    pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (encode,))
    try:
        for texts in blocks:
            coming.append(pool.submit(_read, texts))
            if len(coming) > AHEAD:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_own_vectors: list[Vectors] = []  # of the process that reads ahead


def _begin(encode: Encode | None) -> None:
    """Prepare the process that reads ahead: whoever started it handles Ctrl-C, and its end.

    Without the collector of cycles, as its words make none.
    """
    import gc
    from multiprocessing import parent_process
    from signal import SIG_IGN, SIGINT, signal
    from threading import Thread

    gc.disable()
    signal(SIGINT, SIG_IGN)
    if parent := parent_process():
        Thread(target=_end_with, args=(parent,), daemon=True).start()
    _own_vectors[:] = [Vectors(encode)]


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _read(texts: Texts) -> list[Linked]:
    return read_block(texts, _own_vectors[0])
