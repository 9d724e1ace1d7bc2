"""Train the bundled static encoder from pairs of sentences.

    python scripts/train_encoder.py [TRAIN_FOLDER] [MODEL_FOLDER]

A text is the sum of the rows of its tokens. In training a row is itself a sum of
features (a pair of characters: itself and either character; a word: itself and its
beginning), so that rare tokens learn from frequent ones; the sums are folded into one row of
small integers per token at the end. The loss is in-batch InfoNCE in both directions.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from encoder_vocabulary import (
    Limits,
    empty_tokenizer,
    features_of,
    full_tokenizer,
    han_characters,
    ranked_tokens,
    vocabulary,
)
from safetensors.numpy import save
from tokenizers import Tokenizer

ROOT: Final = Path(__file__).resolve().parents[1]
TRAIN: Final = ROOT / ".." / "shared" / "train"
MODEL: Final = ROOT / "aligner" / "model"
HELD_OUT: Final = "unpc_v1_devset"
LARGEST: Final = 24_000_000  # bytes of the model folder

# Pairs taken of a source, so that no domain outweighs the rest; the others are taken whole.
CAPS: Final = {
    "tw_laws": 60_000,
    "tw_laws_diffdate": 3_000,
    "python_docs": 25_000,
    "kubernetes": 20_000,
    "php_docs": 12_000,
    "django_docs": 15_000,
    "pgdoc": 12_000,
    "godot_docs": 10_000,
    "angular_docs": 8_000,
}
# How often a pair is seen in an epoch, where not once.
REPEATS: Final = {
    "tatoeba": 3,
    "un_corpus_demo_realigned": 3,
    "udhr": 3,
    "sdg_targets_indicators": 3,
    "tico19": 2,
}

Pair = tuple[str, str]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def setting(default: Any, meaning: str) -> Any:  # noqa: ANN401 - a field takes any type
    """Return a field of :class:`Settings` with its help."""
    return field(default=default, metadata={"help": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that could change the model."""

    seed: int = setting(1, "of every choice made by chance")
    dimension: int = setting(256, "length of a row")
    pairs: int = setting(43_000, "pairs of Chinese characters that get a row")
    words: int = setting(24_000, "English words that get a row")
    epochs: int = setting(4, "times the pairs are seen")
    batch: int = setting(1024, "pairs in a step; all others are the wrong answers")
    temperature: float = setting(0.05, "of the softmax over a batch")
    rate: float = setting(0.01, "of learning at its highest, Adam")
    longest: int = setting(96, "tokens of a text seen in one step")
    dropout: float = setting(0.15, "share of the tokens of a text not seen in one step")
    threads: int = setting(1, "of torch; sums may round differently with more")


def read_source(path: Path) -> list[Pair]:
    """Read the pairs of one file."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        rows = (line.rstrip("\n").split("\t") for line in stream)
        return [(row[0], row[1]) for row in rows if len(row) == 2 and row[0] and row[1]]


def read_training(folder: Path, chance: random.Random) -> list[list[Pair]]:
    """Read every source but the held-out one, capped and repeated."""
    sources = []
    for path in sorted(folder.glob("*/*.tsv.xz")):
        name = path.name.removesuffix(".tsv.xz")
        if name == HELD_OUT:
            continue
        rows = read_source(path)
        chance.shuffle(rows)
        sources.append(rows[: CAPS.get(name)] * REPEATS.get(name, 1))
    return sources


class Corpus:
    """Texts as runs of token numbers, and the number of each text: equal texts share one."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> None:
        """Cut *texts* into at most *longest* tokens each."""
        numbers: dict[str, int] = {}
        self.numbers = np.array([numbers.setdefault(text, len(numbers)) for text in texts])
        self.runs: list[Ints] = []
        unique = list(numbers)
        for start in range(0, len(unique), 10_000):
            part = unique[start : start + 10_000]
            found = tokenizer.encode_batch_fast(part, add_special_tokens=False)
            runs = (np.array(encoding.ids[:longest], np.int64) for encoding in found)
            self.runs += [run[run > 0] for run in runs]
        self.known = np.array([len(run) > 0 for run in self.runs])[self.numbers]

    def counts(self, size: int) -> Ints:
        """Return how often each of *size* tokens occurs."""
        repeated = [self.runs[number] for number in self.numbers]
        return np.bincount(np.concatenate(repeated), minlength=size)

    def batch(self, rows: Ints, dropout: float, chance: np.random.Generator) -> tuple[Ints, Ints]:
        """Return the tokens of *rows* in one run, and where each text starts."""
        runs = [self.runs[number] for number in self.numbers[rows]]
        kept = [run[chance.random(len(run)) >= dropout] for run in runs]
        runs = [some if len(some) else run for some, run in zip(kept, runs, strict=True)]
        ends = np.cumsum([len(run) for run in runs])
        return np.concatenate(runs), np.concatenate([[0], ends[:-1]])


class Table(torch.nn.Module):
    """Features, and the rows of tokens as sums of them."""

    def __init__(self, named: Sequence[Sequence[str]], counts: Ints, dimension: int) -> None:
        """Start every feature with a random direction, the shorter the more frequent it is."""
        super().__init__()
        ids: dict[str, int] = {}
        self.flat = np.array([ids.setdefault(n, len(ids)) for names in named for n in names])
        self.start = np.cumsum([0, *(len(names) for names in named)])
        frequency = np.zeros(len(ids))
        np.add.at(frequency, self.flat, np.repeat(counts, np.diff(self.start)))
        share = torch.tensor(frequency / counts.sum(), dtype=torch.float32)
        self.rows = torch.nn.Embedding(len(ids), dimension, sparse=True)
        with torch.no_grad():
            self.rows.weight.normal_(0, dimension**-0.5)
            self.rows.weight.mul_((1e-3 / (1e-3 + share))[:, None])

    def token_rows(self, ids: Ints) -> torch.Tensor:
        """Return the rows of tokens *ids*, (t, d)."""
        sizes = self.start[ids + 1] - self.start[ids]
        ends = np.cumsum(sizes)
        places = np.repeat(self.start[ids] - (ends - sizes), sizes) + np.arange(ends[-1])
        return torch.nn.functional.embedding_bag(
            torch.from_numpy(self.flat[places]),
            self.rows.weight,
            torch.from_numpy(ends - sizes),
            mode="sum",
            sparse=True,
        )

    def forward(self, ids: Ints, starts: Ints) -> torch.Tensor:
        """Return the unit vectors of texts, (n, d)."""
        unique, places = np.unique(ids, return_inverse=True)
        summed = torch.nn.functional.embedding_bag(
            torch.from_numpy(places), self.token_rows(unique), torch.from_numpy(starts), mode="sum"
        )
        return torch.nn.functional.normalize(summed)

    @torch.no_grad()
    def folded(self) -> Floats:
        """Return one row per token; the unknown token's is zero."""
        rows: Floats = self.token_rows(np.arange(len(self.start) - 1)).numpy().copy()
        rows[0] = 0
        return rows


def make_batches(sizes: Sequence[int], batch: int, chance: random.Random) -> list[Ints]:
    """Cut every source into batches of its own (harder negatives); what is left over is mixed."""
    batches, rest, offset = [], [], 0
    for size in sizes:
        order = list(range(offset, offset + size))
        offset += size
        chance.shuffle(order)
        full = size // batch * batch
        batches += [order[i : i + batch] for i in range(0, full, batch)]
        rest += order[full:]
    chance.shuffle(rest)
    batches += [rest[i : i + batch] for i in range(0, len(rest), batch)]
    chance.shuffle(batches)
    return [np.array(rows) for rows in batches]


def contrast(logits: torch.Tensor, zh: Ints, en: Ints) -> torch.Tensor:
    """Return the InfoNCE loss both ways; pairs that share a text are no wrong answers."""
    same = (zh[:, None] == zh) | (en[:, None] == en)
    np.fill_diagonal(same, val=False)
    logits = logits.masked_fill(torch.from_numpy(same), -1e4)
    target = torch.arange(len(logits))
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2


def train(
    table: Table, zh: Corpus, en: Corpus, batches: Sequence[Ints], settings: Settings
) -> None:
    """See *batches* once an epoch; print the loss every 100 steps."""
    optimizer = torch.optim.SparseAdam(list(table.parameters()), lr=settings.rate)
    chance = np.random.default_rng(settings.seed)
    losses, clock = [], time.perf_counter()
    total = settings.epochs * len(batches)
    for step in range(total):
        rows = batches[step % len(batches)]
        rows = rows[zh.known[rows] & en.known[rows]]
        rate = min(1, (step + 1) / 30) * max(0.02, 1 - step / total)
        optimizer.param_groups[0]["lr"] = settings.rate * rate
        one, other = (table(*side.batch(rows, settings.dropout, chance)) for side in (zh, en))
        loss = contrast(one @ other.T / settings.temperature, zh.numbers[rows], en.numbers[rows])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()  # type: ignore[no-untyped-call]
        losses.append(float(loss.detach()))
        if step % 100 == 99:
            seconds = time.perf_counter() - clock
            print(f"step {step + 1}/{total}  loss {np.mean(losses[-100:]):.3f}  {seconds:.0f} s")


def write_model(folder: Path, tokenizer: Tokenizer, rows: Floats) -> None:
    """Write the folder that SentenceTransformer and StaticEncoder open; leave its card alone.

    A row is 8-bit integers and one factor; tokens with equal rows share them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unique, places = np.unique(rows, axis=0, return_inverse=True)
    scale = np.maximum(np.abs(unique).max(axis=1), 1e-12) / 127
    places = places.reshape(-1).astype(np.int32)
    tensors = {
        "embeddings": np.rint(unique / scale[:, None]).astype(np.int8),
        "mapping": places,
        "weights": scale[places].astype(np.float32),
    }
    (folder / "model.safetensors").write_bytes(save(tensors))
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    package = "sentence_transformers.models"
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": f"{package}.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": f"{package}.Normalize"},
    ]
    config: dict[str, object] = {
        "model_type": "SentenceTransformer",
        "prompts": {},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    }
    for name, content in (("modules", modules), ("config_sentence_transformers", config)):
        (folder / f"{name}.json").write_text(json.dumps(content, indent=2) + "\n")


def precision_at_1(model: Path, pairs: Sequence[Pair]) -> tuple[float, float]:
    """Return how often the nearest text is the translation, Chinese to English and back.

    Measured on the written model, as users run it. Equal texts are equally right.
    """
    sys.path.insert(0, str(ROOT))
    from aligner.encoder import StaticEncoder

    encoder = StaticEncoder(model)
    zh, en = ([pair[side] for pair in pairs] for side in (0, 1))
    similarity = encoder.encode(zh) @ encoder.encode(en).T
    forth, back = similarity.argmax(axis=1), similarity.argmax(axis=0)
    right = [
        [zh[i] == zh[j] or en[i] == en[j] for i, j in enumerate(found)] for found in (forth, back)
    ]
    return float(np.mean(right[0])), float(np.mean(right[1]))


def build(folder: Path, settings: Settings) -> tuple[Tokenizer, Floats]:
    """Read, choose the vocabulary, train and fold."""
    clock = time.perf_counter()
    chance = random.Random(settings.seed)
    sources = read_training(folder, chance)
    texts = [[pair[side] for rows in sources for pair in rows] for side in (0, 1)]
    tokenizer = empty_tokenizer(han_characters(texts[0]))
    limits = Limits(settings.pairs, settings.words)
    ranked = ranked_tokens(tokenizer, texts[0] + texts[1], limits.least)
    tokens = vocabulary(ranked, limits)
    tokenizer = full_tokenizer(tokenizer, tokens)
    zh, en = (Corpus(tokenizer, side, settings.longest) for side in texts)
    seconds = time.perf_counter() - clock
    print(f"{len(texts[0])} pairs  {len(tokens)} tokens of {len(ranked)}  {seconds:.0f} s")
    counts = zh.counts(len(tokens)) + en.counts(len(tokens))
    table = Table([features_of(token) for token in tokens], counts, settings.dimension)
    batches = make_batches([len(rows) for rows in sources], settings.batch, chance)
    train(table, zh, en, batches, settings)
    return tokenizer, table.folded()


def read_arguments() -> tuple[Path, Path, Settings]:
    """Return the folder of pairs, the folder of the model, and the settings."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="The shipped model is what this command makes with its defaults on one thread.\n"
        f"{HELD_OUT} is never trained on: its pairs measure the result. Change a setting and\n"
        "compare with scripts/bench_align.py --encoder MODEL_FOLDER before shipping.",
    )
    parser.add_argument(
        "train", nargs="?", type=Path, default=TRAIN, help="holds */*.tsv.xz: Chinese TAB English"
    )
    parser.add_argument("model", nargs="?", type=Path, default=MODEL, help="is written")
    for name in fields(Settings):
        meaning = f"{name.metadata['help']} (%(default)s)"
        kind = type(name.default)
        parser.add_argument(
            f"--{name.name}", type=kind, default=name.default, metavar="N", help=meaning
        )
    given = vars(parser.parse_args())
    train_folder, model = given.pop("train"), given.pop("model")
    if not any(train_folder.glob("*/*.tsv.xz")):
        parser.error(f"{train_folder}: no */*.tsv.xz in it; name a folder with pairs")
    return train_folder, model, Settings(**given)


def main() -> None:
    """Train, write the model, print settings and figures."""
    clock = time.perf_counter()
    train_folder, model, settings = read_arguments()
    print(*(f"{name}={value}" for name, value in asdict(settings).items()))
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(mode=True)
    write_model(model, *build(train_folder, settings))
    held_out = train_folder / "pairs" / f"{HELD_OUT}.tsv.xz"
    if held_out.is_file():
        pairs = read_source(held_out)
        forth, back = precision_at_1(model, pairs)
        print(f"P@1 of {len(pairs)} held-out pairs  zh-en {forth:.4f}  en-zh {back:.4f}")
    size = sum(path.stat().st_size for path in model.iterdir())
    print(f"{size} bytes  {time.perf_counter() - clock:.0f} s")
    if size > LARGEST:
        sys.exit(f"the folder is larger than {LARGEST} bytes; give fewer --pairs or --words")


if __name__ == "__main__":
    main()
