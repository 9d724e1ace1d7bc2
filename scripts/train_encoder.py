"""Train the bundled static encoder: ``python scripts/train_encoder.py [TRAIN_FOLDER] [MODEL_FOLDER]``.

A text is the sum of the rows of its tokens. Tokens: overlapping pairs of Chinese
characters, English words, pieces of rare words, numbers, punctuation. In training a
row is itself a sum of features (a pair: itself and half of either character; a word:
itself and its stems), so that rare tokens learn from frequent ones; the sums are
folded into one row per token at the end. The loss is in-batch InfoNCE both ways.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import struct
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

ROOT = Path(__file__).resolve().parents[1]
TRAIN = ROOT / ".." / "shared" / "train"
MODEL = ROOT / "aligner" / "model"
HELD_OUT = "unpc_v1_devset"
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
UNKNOWN = "[UNK]"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that could change the model."""

    seed: int = 1
    dimension: int = 256
    pairs: int = 43_000  # two-character tokens
    words: int = 24_000
    least: int = 3  # occurrences of a token that gets a row
    batch: int = 1024
    epochs: int = 1
    temperature: float = 0.05
    rate: float = 0.01
    longest: int = 96  # tokens of a text seen in one step
    dropout: float = 0.15  # share of the tokens of a text not seen in one step
    prefix: int = 5
    threads: int = 2


# Rows taken of a source, so that no domain outweighs the rest; the others are taken whole.
CAPS = {"tw_laws": 60_000, "tw_laws_diffdate": 3_000, "python_docs": 25_000,
        "kubernetes": 20_000, "php_docs": 12_000, "django_docs": 15_000, "pgdoc": 12_000,
        "godot_docs": 10_000, "angular_docs": 8_000}
REPEATS = {"tatoeba": 3, "un_corpus_demo_realigned": 3, "udhr": 3, "sdg_targets_indicators": 3,
           "tico19": 2, "cc_cedict": 1}

Pair = tuple[str, str]


def read_source(path: Path) -> list[Pair]:
    """Read the pairs of one file."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        rows = (line.rstrip("\n").split("\t") for line in stream)
        return [(row[0], row[1]) for row in rows if len(row) == 2 and row[0] and row[1]]


def read_training(folder: Path, generator: random.Random) -> dict[str, list[Pair]]:
    """Read every source but the held-out one, capped and repeated."""
    sources = {}
    for path in sorted(folder.glob("*/*.tsv.xz")):
        name = path.name.removesuffix(".tsv.xz")
        if name == HELD_OUT:
            continue
        rows = read_source(path)
        generator.shuffle(rows)
        sources[name] = rows[: CAPS.get(name)] * REPEATS.get(name, 1)
    return sources


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
    cells = [0x8000_0000] * (256 * (first_leaf + len(keys) // 32 + 1))
    cells[0] = 256 << 10

    def link(prefix: bytes, base: int) -> None:
        cell = block[prefix[:-1]] * 256 ^ prefix[-1]
        cells[cell] = ((cell ^ base) << 10) | prefix[-1]

    for prefix in prefixes[1:]:
        link(prefix, block[prefix] * 256)
    replacements = b""
    for number, key in enumerate(keys):
        leaf = (first_leaf + number // 32) * 256 + number % 32
        link(key.encode(), leaf)
        cell = block[key.encode()[:-1]] * 256 ^ key.encode()[-1]
        cells[cell] |= 1 << 8
        cells[leaf] |= len(replacements)
        replacements += f"{key} {key}\0".encode()
    trie = struct.pack(f"<{len(cells)}I", *cells)
    return struct.pack("<I", len(trie)) + trie + replacements


def empty_tokenizer(characters: Iterable[str]) -> Tokenizer:
    """Return the tokenizer without its vocabulary: how texts are folded and cut."""
    tokenizer = Tokenizer(models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFKC(),
        normalizers.Lowercase(),
        normalizers.Replace(Regex(r"(?<=\d)[, ](?=\d{3}(?!\d))"), ""),  # 1,000
        normalizers.Precompiled(doubling_map(characters)),
    ])
    token = Regex(rf"[{HAN}]+|[\p{{L}}&&[^{HAN}]]+|\d+|[^\s]")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(token, behavior="removed", invert=True)
    return tokenizer


def ranked_tokens(tokenizer: Tokenizer, texts: Iterable[str], least: int) -> list[str]:
    """Count the whole tokens of *texts* and return them, most frequent first."""
    from tokenizers import trainers  # noqa: PLC0415

    trainer = trainers.WordLevelTrainer(
        vocab_size=10_000_000, min_frequency=least, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    ids = tokenizer.get_vocab()
    return sorted(ids, key=ids.__getitem__)[1:]


def is_han(text: str) -> bool:
    """Whether every character is Chinese."""
    return re.fullmatch(f"[{HAN}]+", text) is not None


def vocabulary(ranked: Sequence[str], settings: Settings) -> list[str]:
    """Choose the tokens: pairs, words, pieces of rare words, numbers, marks."""
    han = [token for token in ranked if is_han(token)]
    single = [token for token in han if len(token) == 1]
    pairs = [token for token in han if len(token) == 2][: settings.pairs]
    words = [token for token in ranked if token.isalpha() and not is_han(token)]
    marks = [token for token in ranked if len(token) == 1 and not token.isalnum()]
    numbers = [str(n) for n in range(10_000 if 0 else 2_100)] + [f"{n:02}" for n in range(10)] + [f"{n:03}" for n in range(100)]
    more = [f"##{digits}" for n in range(100) for digits in (str(n % 10), f"{n:02}")]
    kept = words[: settings.words]
    pieces = rare_pieces(words)
    tokens = [UNKNOWN, *single, *(f"##{c}" for c in single), *pairs, *kept, *pieces, *marks, *numbers, *more]
    return list(dict.fromkeys(tokens))


def rare_pieces(words: Sequence[str]) -> list[str]:
    """Return beginnings and continuations from which words without a row are put together."""
    starts = Counter(word[:n] for word in words for n in (3, 4, 5, 6) if len(word) > n)
    ends = Counter(word[-n:] for word in words for n in (2, 3, 4) if len(word) > n + 2)
    letters = [chr(c) for c in range(ord("a"), ord("z") + 1)]
    return [
        *letters,
        *(f"##{letter}" for letter in letters),
        *(start for start, count in starts.most_common(6_000) if count > 2),
        *(f"##{end}" for end, count in ends.most_common(2_500) if count > 2),
    ]


def features_of(token: str) -> list[str]:
    """Name the parts whose sum is the row of *token*."""
    if token.startswith("##"):
        return [token[2:]] if is_han(token[2:]) else [token]
    if is_han(token):
        return [token] if len(token) == 1 else [token, *token]
    if token.isalpha():
        return [token, *(f"^{token[:n]}" for n in PREFIXES if len(token) >= n)]
    return [token]


def full_tokenizer(tokenizer: Tokenizer, tokens: Sequence[str]) -> Tokenizer:
    """Give *tokenizer* its vocabulary; rare words fall to the longest pieces that fit."""
    ids = {token: number for number, token in enumerate(tokens)}
    tokenizer.model = models.WordPiece(ids, unk_token=UNKNOWN, max_input_chars_per_word=60)
    return tokenizer


class Corpus:
    """Texts as runs of token numbers in one flat array."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> None:
        runs = []
        for start in range(0, len(texts), 10_000):
            found = tokenizer.encode_batch_fast(texts[start : start + 10_000], add_special_tokens=False)
            runs += [np.array(encoding.ids[:longest], np.int32) for encoding in found]
        self.runs = [run[run > 0] for run in runs]

    def batch(self, rows: Sequence[int], dropout: float, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        runs = [self.runs[row] for row in rows]
        if dropout:
            kept = (run[chance.random(len(run)) >= dropout] for run in runs)
            runs = [k if len(k) else run for k, run in zip(kept, runs, strict=True)]
        ends = np.cumsum([0, *(len(run) for run in runs)])
        return np.concatenate(runs), ends[:-1]


class Table(torch.nn.Module):
    """Features, and the rows of tokens as sums of them."""

    def __init__(self, tokens: Sequence[str], counts: np.ndarray, settings: Settings) -> None:
        super().__init__()
        named = [features_of(token) for token in tokens]
        ids: dict[str, int] = {}
        flat = [ids.setdefault(name, len(ids)) for names in named for name in names]
        self.flat = np.array(flat, np.int64)
        self.start = np.cumsum([0, *(len(names) for names in named)])
        frequency = np.zeros(len(ids))
        np.add.at(frequency, self.flat, np.repeat(counts, np.diff(self.start)))
        self.rows = torch.nn.Embedding(len(ids), settings.dimension, sparse=True)
        share = frequency / counts.sum()
        weight = torch.tensor(1e-3 / (1e-3 + share), dtype=torch.float32)
        with torch.no_grad():
            self.rows.weight.normal_(0, settings.dimension**-0.5).mul_(weight[:, None])

    def token_rows(self, ids: np.ndarray) -> torch.Tensor:
        sizes = self.start[ids + 1] - self.start[ids]
        ends = np.cumsum(sizes)
        places = np.repeat(self.start[ids] - (ends - sizes), sizes) + np.arange(ends[-1])
        return torch.nn.functional.embedding_bag(
            torch.from_numpy(self.flat[places]), self.rows.weight,
            torch.from_numpy(ends - sizes), mode="sum", sparse=True,
        )

    def forward(self, ids: np.ndarray, starts: np.ndarray) -> torch.Tensor:
        unique, inverse = np.unique(ids, return_inverse=True)
        summed = torch.nn.functional.embedding_bag(
            torch.from_numpy(inverse), self.token_rows(unique), torch.from_numpy(starts), mode="sum"
        )
        return torch.nn.functional.normalize(summed)


def make_batches(sources: dict[str, list[Pair]], size: int, generator: random.Random) -> list[list[int]]:
    """Cut every source into batches of its own (harder negatives); what is left over is mixed."""
    batches, rest, offset = [], [], 0
    for rows in sources.values():
        order = list(range(offset, offset + len(rows)))
        offset += len(rows)
        generator.shuffle(order)
        full = len(order) // size * size
        batches += [order[i : i + size] for i in range(0, full, size)]
        rest += order[full:]
    generator.shuffle(rest)
    batches += [rest[i : i + size] for i in range(0, len(rest), size)]
    generator.shuffle(batches)
    return batches


def train(table: Table, zh: Corpus, en: Corpus, batches: list[list[int]], settings: Settings, same) -> list[float]:
    """Run one pass over *batches* per epoch; return the losses."""
    optimizer = torch.optim.SparseAdam(list(table.parameters()), lr=settings.rate)
    losses, clock = [], time.time()
    chance = np.random.default_rng(settings.seed)
    total = settings.epochs * len(batches)
    for step in range(total):
        rows = batches[step % len(batches)]
        rows = [row for row in rows if len(zh.runs[row]) and len(en.runs[row])]
        optimizer.param_groups[0]["lr"] = settings.rate * min(1, (step + 1) / 30) * max(0.02, 1 - step / total)
        a, b = table(*zh.batch(rows, settings.dropout, chance)), table(*en.batch(rows, settings.dropout, chance))
        logits = a @ b.T / settings.temperature
        mask = same(rows)
        logits = logits.masked_fill(mask, -1e4)
        target = torch.arange(len(rows))
        loss = (torch.nn.functional.cross_entropy(logits, target)
                + torch.nn.functional.cross_entropy(logits.T, target)) / 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
        if step % 50 == 49:
            print(f"step {step + 1}/{total} loss {np.mean(losses[-50:]):.3f} {time.time() - clock:.0f} s", flush=True)
    return losses


def fold(table: Table, tokens: Sequence[str]) -> np.ndarray:
    """Return one row per token."""
    with torch.no_grad():
        rows = table.token_rows(np.arange(len(tokens))).numpy().copy()
    rows[0] = 0
    return rows


def write_model(folder: Path, tokenizer: Tokenizer, rows: np.ndarray) -> None:
    """Write the folder that SentenceTransformer and StaticEncoder open."""
    folder.mkdir(parents=True, exist_ok=True)
    unique, mapping = np.unique(rows, axis=0, return_inverse=True)
    scale = np.maximum(np.abs(unique).max(axis=1), 1e-12) / 127
    small = np.rint(unique / scale[:, None]).astype(np.int8)
    save_file({"embeddings": small, "mapping": mapping.astype(np.int32).reshape(-1),
               "weights": scale[mapping.reshape(-1)].astype(np.float32)}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    package = "sentence_transformers.sentence_transformer.modules"
    modules = [{"idx": 0, "name": "0", "path": "", "type": f"{package}.StaticEmbedding"},
               {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.base.modules.Normalize"}]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n")
    (folder / "config_sentence_transformers.json").write_text(json.dumps(
        {"model_type": "SentenceTransformer", "prompts": {}, "default_prompt_name": None, "similarity_fn_name": "cosine"}, indent=2) + "\n")


def precision_at_1(folder: Path, pairs: Sequence[Pair]) -> tuple[float, float]:
    """Score retrieval in both directions over the held-out pairs."""
    import sys
    sys.path.append(str(ROOT))
    from aligner.encoder import StaticEncoder

    encoder = StaticEncoder(folder)
    pairs = [p for n, p in enumerate(pairs)]
    a, b = encoder.encode([p[0] for p in pairs]), encoder.encode([p[1] for p in pairs])
    sims = a @ b.T
    zs = {}; es = {}
    z = np.array([zs.setdefault(p[0], n) for n, p in enumerate(pairs)]); e = np.array([es.setdefault(p[1], n) for n, p in enumerate(pairs)])
    f = sims.argmax(1); g = sims.argmax(0)
    return float(np.mean((e[f] == e) | (z[f] == z))), float(np.mean((z[g] == z) | (e[g] == e)))


def main() -> None:
    """Train, write the model and its card, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", nargs="?", type=Path, default=TRAIN)
    parser.add_argument("model", nargs="?", type=Path, default=MODEL)
    for name, value in asdict(Settings()).items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    given = parser.parse_args()
    settings = Settings(**{name: getattr(given, name) for name in asdict(Settings())})
    print(settings)
    global PREFIXES
    PREFIXES = (5,) if settings.prefix == 5 else (5, 4)
    torch.set_num_threads(settings.threads); torch.manual_seed(settings.seed)
    generator = random.Random(settings.seed)
    clock = time.time()
    sources = read_training(given.train, generator)
    rows = [pair for part in sources.values() for pair in part]
    print(len(rows), "pairs", f"{time.time() - clock:.0f} s", flush=True)
    characters = set(re.findall(f"[{HAN}]", "".join(zh for zh, _ in rows)))
    tokenizer = empty_tokenizer(characters)
    ranked = ranked_tokens(tokenizer, (t for p in rows for t in p), settings.least)
    tokens = vocabulary(ranked, settings)
    print(len(ranked), "ranked", len(tokens), "tokens", f"{time.time() - clock:.0f} s", flush=True)
    tokenizer = full_tokenizer(tokenizer, tokens)
    zh = Corpus(tokenizer, [p[0] for p in rows], settings.longest)
    en = Corpus(tokenizer, [p[1] for p in rows], settings.longest)
    counts = np.bincount(np.concatenate(zh.runs + en.runs), minlength=len(tokens))
    zid = {}; eid = {}
    zn = np.array([zid.setdefault(p[0], len(zid)) for p in rows]); en_ = np.array([eid.setdefault(p[1], len(eid)) for p in rows])

    def same(batch):
        a = zn[batch]; b = en_[batch]
        m = (a[:, None] == a) | (b[:, None] == b)
        np.fill_diagonal(m, False)
        return torch.from_numpy(m)
    table = Table(tokens, counts, settings)
    print("tokenised", f"{time.time() - clock:.0f} s", flush=True)
    train(table, zh, en, make_batches(sources, settings.batch, generator), settings, same)
    write_model(given.model, tokenizer, fold(table, tokens))
    print("P@1", precision_at_1(given.model, read_source(given.train / "pairs" / f"{HELD_OUT}.tsv.xz")))
    print(f"{time.time() - clock:.0f} s", sum(p.stat().st_size for p in given.model.rglob('*')) / 1e6, "MB")


if __name__ == "__main__":
    main()
