"""What the bundled encoder cuts texts into, and which features its tokens share.

Tokens are overlapping pairs of Chinese characters, English words, pieces of rare words,
numbers and marks. Knows nothing of vectors: training looks up features, never the reverse.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN: Final = "[UNK]"
HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff"
EMPTY_CELL: Final = 0x8000_0000


@dataclass(frozen=True, slots=True)
class Limits:
    """How many tokens of each kind get a row."""

    pairs: int  # of Chinese characters
    words: int
    least: int = 3  # occurrences of a token that gets a row
    starts: int = 6_000  # beginnings of rare words
    ends: int = 2_500


def is_han(text: str) -> bool:
    """Whether every character is Chinese."""
    return re.fullmatch(f"[{HAN}]+", text) is not None


def han_characters(texts: Iterable[str]) -> set[str]:
    """Return the Chinese characters that occur in *texts*."""
    return {c for text in texts for c in re.findall(f"[{HAN}]", text)}


def empty_tokenizer(characters: Iterable[str]) -> Tokenizer:
    """Return the tokenizer without its vocabulary: how texts are folded and cut."""
    tokenizer = Tokenizer(models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<=\d)[, ](?=\d{3}(?!\d))"), ""),  # 1,000
            normalizers.Precompiled(doubling_map(characters)),
        ]
    )
    token = Regex(rf"[{HAN}]+|[\p{{L}}&&[^{HAN}]]+|\d+|[^\s]")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(token, behavior="removed", invert=True)
    return tokenizer


def full_tokenizer(tokenizer: Tokenizer, tokens: Sequence[str]) -> Tokenizer:
    """Give *tokenizer* its vocabulary; rare words fall to the longest pieces that fit."""
    ids = {token: number for number, token in enumerate(tokens)}
    tokenizer.model = models.WordPiece(ids, unk_token=UNKNOWN, max_input_chars_per_word=60)
    return tokenizer


def doubling_map(characters: Iterable[str]) -> bytes:
    """Build the normaliser that writes each character twice, a space between.

    Adjacent characters then meet in overlapping pairs: 中国 becomes 中 中国 国. The
    bytes are a double array (one 32-bit unit per node: label in the low byte, offset
    from bit 10) and the replacements it points into, as SentencePiece stores them.
    Inner nodes own blocks of 256 cells; leaves use the first 32 cells of the blocks
    behind, where no following byte can be mistaken for a child.
    """
    keys = sorted(set(characters))
    prefixes = sorted({c.encode()[:n] for c in keys for n in (0, 1, 2)})
    block = {prefix: number for number, prefix in enumerate(prefixes, start=1)}
    first_leaf = len(block) + 1
    cells = [EMPTY_CELL] * (256 * (first_leaf + len(keys) // 32 + 1))
    cells[0] = 256 << 10
    for prefix in prefixes[1:]:
        _link(cells, block[prefix[:-1]] * 256, prefix[-1], block[prefix] * 256)
    replacements = b""
    for number, key in enumerate(keys):
        leaf = (first_leaf + number // 32) * 256 + number % 32
        cell = _link(cells, block[key.encode()[:-1]] * 256, key.encode()[-1], leaf)
        cells[cell] |= 1 << 8
        cells[leaf] |= len(replacements)
        replacements += f"{key} {key}\0".encode()
    trie = struct.pack(f"<{len(cells)}I", *cells)
    return struct.pack("<I", len(trie)) + trie + replacements


def _link(cells: list[int], parent: int, label: int, child: int) -> int:
    cell = parent ^ label
    cells[cell] = ((cell ^ child) << 10) | label
    return cell


def ranked_tokens(tokenizer: Tokenizer, texts: Iterable[str], least: int) -> list[str]:
    """Count the whole tokens of *texts* and return them, most frequent first."""
    trainer = trainers.WordLevelTrainer(
        vocab_size=10_000_000, min_frequency=least, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    ids = tokenizer.get_vocab()
    return sorted(ids, key=ids.__getitem__)[1:]


def vocabulary(ranked: Sequence[str], limits: Limits) -> list[str]:
    """Return the tokens in the order of their rows."""
    han = [token for token in ranked if is_han(token)]
    single = [token for token in han if len(token) == 1]
    pairs = [token for token in han if len(token) == 2][: limits.pairs]
    words = [token for token in ranked if token.isalpha() and not is_han(token)]
    marks = [token for token in ranked if len(token) == 1 and not token.isalnum()]
    continued = [f"##{c}" for c in single]
    tokens = [UNKNOWN, *single, *continued, *pairs, *words[: limits.words]]
    tokens += [*_pieces(words, limits), *marks, *_numbers()]
    return list(dict.fromkeys(tokens))


def _numbers() -> list[str]:
    """Return whole numbers up to the years of our time, and the parts of longer ones."""
    whole = [*map(str, range(2_100)), *(f"{n:02}" for n in range(10))]
    whole += [f"{n:03}" for n in range(100)]
    return whole + [f"##{digits}" for n in range(100) for digits in (str(n % 10), f"{n:02}")]


def _pieces(words: Sequence[str], limits: Limits) -> list[str]:
    """Return beginnings and continuations from which words without a row are put together."""
    starts = Counter(word[:n] for word in words for n in (3, 4, 5, 6) if len(word) > n)
    ends = Counter(word[-n:] for word in words for n in (2, 3, 4) if len(word) > n + 2)
    frequent = [start for start, count in starts.most_common(limits.starts) if count > 2]
    follow = [end for end, count in ends.most_common(limits.ends) if count > 2]
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    inside = [f"##{letter}" for letter in letters]
    return [*letters, *inside, *frequent, *(f"##{end}" for end in follow)]


def features_of(token: str) -> list[str]:
    """Name the parts whose sum is the row of *token*.

    A pair of Chinese characters shares a part with either of them, a word shares one with
    all words that begin with the same five letters.

    >>> features_of("中国"), features_of("walked"), features_of("walk")
    (['中国', '中', '国'], ['walked', '^walke'], ['walk'])
    """
    body = token.removeprefix("##")
    if is_han(body):
        return [body] if len(body) == 1 else [body, *body]
    return [token, f"^{token[:5]}"] if token.isalpha() and len(token) >= 5 else [token]
