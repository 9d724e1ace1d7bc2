"""Print the figures of the memory: import, lookup, concordance, similar, kill -9, readers.

    python scripts/bench_memory.py --pairs ../shared/train/pairs [--units N] [--skip kill lookup]

The units are the pairs of a folder of ``zh TAB en`` files (``.tsv.xz``), and, where
there are too few, pairs that are spliced from two of them, so that all differ.
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from aligner.encoder import load_encoder
from corpora.types import TranslationUnit, Variant
from tm import Lookup, Memory, write_tmx
from tm.folding import fold, is_han

LONGEST = 300  # Chinese characters of a pair
WORDS = ("report", "new", "under", "several", "committee", "x")


def pairs_in(folder: Path) -> list[tuple[str, str]]:
    """Return the different pairs of a folder, the UN development set left out."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv.xz")):
        if "unpc" in path.name:
            continue
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                zh, en = line.rstrip("\n").split("\t")[:2]
                if 4 <= len(zh) <= LONGEST and len(en) <= 3 * LONGEST:
                    found.setdefault(zh, en)
    return list(found.items())


def units_from(pairs: list[tuple[str, str]], count: int) -> Iterator[TranslationUnit]:
    """Yield *count* different units: all pairs, then beginnings of some with ends of others."""
    rng, seen = random.Random(1), set[str]()
    rng.shuffle(pairs)
    for number in range(10 * count):
        zh, en = pairs[number % len(pairs)]
        if number >= len(pairs):
            other_zh, other_en = rng.choice(pairs)
            cut = rng.random()
            zh = zh[: int(len(zh) * cut)] + other_zh[int(len(other_zh) * cut) :]
            en = en[: int(len(en) * cut)] + other_en[int(len(other_en) * cut) :]
        if zh.strip() and en.strip() and zh not in seen:
            seen.add(zh)
            yield TranslationUnit(
                (Variant("zh-CN", zh), Variant("en-US", en)),
                document=f"A/78/{len(seen) // 500}",
                paragraph=str(len(seen) // 10 % 50),
                bead="1-1",
                probability=0.98,
            )
        if len(seen) == count:
            return


def clocked(work: Callable[[], object]) -> float:
    """Return how many seconds *work* took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spread(seconds: list[float]) -> str:
    """Say median and 95th percentile in milliseconds."""
    median, late = np.percentile(seconds, [50, 95]) * 1000
    return f"median {median:.1f} ms, 95th percentile {late:.1f} ms"


MEASURED = """
import sys, time
{imports}
start = time.perf_counter()
done = {call}
taken = time.perf_counter() - start
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(done, taken, int(peak.split()[1]) // 1024)
"""
ADD = "from tm import Memory", "Memory(sys.argv[2]).import_file(sys.argv[1]).new"
OURS = "from tm import read_tmx", "sum(len(unit.variants) == 2 for unit in read_tmx(sys.argv[1]))"
THEIRS = (
    "from translate.storage.tmx import tmxfile",
    "sum(bool(unit.source and unit.target) for unit in tmxfile.parsefile(sys.argv[1]).units)",
)


def measured(work: tuple[str, str], *paths: Path) -> str:
    """Say how many units *work* did, how fast and in what memory, in a process of its own."""
    code = MEASURED.format(imports=work[0], call=work[1])
    run = subprocess.run(
        [sys.executable, "-c", code, *paths], capture_output=True, text=True, check=True
    )
    done, taken, peak = run.stdout.split()
    return f"{done} units, {int(done) / float(taken):,.0f} units/s, {peak} MB"


def bench_import(tmx: Path, database: Path) -> None:
    """Import the whole file."""
    print(f"import     {measured(ADD, tmx, database)}, file {database.stat().st_size / 1e6:.0f} MB")


def bench_readers(pairs: list[tuple[str, str]], folder: Path) -> None:
    """Measure our reader, our import and translate-toolkit's reader on 100,000 units."""
    small = folder / "small.tmx"
    write_tmx(small, units_from(pairs, 100_000), srclang="zh-CN")
    print(f"read_tmx   {measured(OURS, small)}")
    print(f"import     {measured(ADD, small, folder / 'small.db')}")
    print(f"translate-toolkit {measured(THEIRS, small)}")


def edited(text: str, rng: random.Random) -> str:
    """Change 3 to 28 per cent of the characters, or English words, of *text*."""
    parts = list(text) if is_han(text) else text.split(" ")
    for _ in range(max(1, round(len(parts) * rng.choice((0.03, 0.08, 0.15, 0.22, 0.28))))):
        place = rng.randrange(len(parts))
        new = chr(rng.randrange(0x4E00, 0x9000)) if is_han(text) else rng.choice(WORDS)
        action = rng.randrange(3)
        if action == 0:
            parts[place] = new
        elif action == 1 and len(parts) > 3:
            del parts[place]
        else:
            parts.insert(place, new)
    return ("" if is_han(text) else " ").join(parts)


def bench_lookup(memory: Memory, texts: dict[str, list[str]], queries: int) -> None:
    """Compare the best match of half of *queries* in each language with brute force."""
    settings = Lookup(limit=1)
    ORACLE.extend(sorted((fold(text) for known in texts.values() for text in known), key=len))
    for lang, known in texts.items():
        rng = random.Random(5)
        asked = [edited(rng.choice(known), rng) for _ in range(queries // 2)]
        seconds, scores = [], []
        for query in asked:
            start = time.perf_counter()
            matches = memory.lookup(query, settings=settings)
            seconds.append(time.perf_counter() - start)
            scores.append(min(matches[0].score if matches else 0, 99))
        with get_context("fork").Pool() as pool:
            best = pool.map(brute_force, map(fold, asked), chunksize=20)
        same = sum(map(int.__eq__, scores, best)) / len(best)
        print(
            f"lookup     {lang}: {spread(seconds)}; best match the same for {same:.2%} of "
            f"{len(best)} ({sum(map(bool, best))} have one of 70 or more)"
        )


ORACLE: list[str] = []  # all texts, folded and sorted by length; shared with the forked processes


def brute_force(query: str) -> int:
    """Return the best score, up to 99, of all texts whose length allows 70; 0 without one."""
    first = bisect_left(ORACLE, 0.7 * len(query) - 1, key=len)
    last = bisect_right(ORACLE, len(query) / 0.7 + 1, key=len)
    best = process.extractOne(
        query, ORACLE[first:last], scorer=Levenshtein.normalized_similarity, score_cutoff=0.7
    )
    return min(int(100 * best[1] + 1e-9), 99) if best else 0


def bench_concordance(memory: Memory, texts: dict[str, list[str]]) -> None:
    """Time words of two Chinese characters, drawn as often as they stand in the texts."""
    rng = random.Random(6)
    seconds = []
    while len(seconds) < 200:
        text = rng.choice(texts["zh"])
        place = rng.randrange(len(text) - 1)
        word = text[place : place + 2]
        if all(map(is_han, word)):
            seconds.append(clocked(lambda word=word: memory.concordance(word)))
    print(f"concordance {len(seconds)} words of two characters: {spread(seconds)}")
    seconds = [
        clocked(lambda word=word: memory.concordance(word))
        for word in ("安全", "规定", "国家", "我们", "convention", '"in accordance with" law')
    ]
    print(f"concordance of frequent words: slowest {max(seconds) * 1000:.1f} ms")


def bench_similar(memory: Memory, texts: dict[str, list[str]], count: int) -> None:
    """Embed all units; compare with exact search over vectors of 32 bits."""
    encoder = load_encoder()
    taken = clocked(lambda: memory.embed(encoder.encode, "default"))
    print(f"similar    {count} vectors added in {taken:.0f} s")
    first = clocked(lambda: memory.similar("会议", encoder.encode, "default"))
    exact = np.vstack(
        [
            encoder.encode(texts["zh"][start : start + 50_000])
            + encoder.encode(texts["en"][start : start + 50_000])
            for start in range(0, count, 50_000)
        ]
    )
    exact /= np.maximum(np.linalg.norm(exact, axis=1, keepdims=True), 1e-9)
    rng, seconds, recall = random.Random(7), [], []
    for _ in range(100):
        query = edited(rng.choice(texts[rng.choice(("zh", "en"))]), rng)
        start = time.perf_counter()
        found = memory.similar(query, encoder.encode, "default", limit=10)
        seconds.append(time.perf_counter() - start)
        near = exact @ encoder.encode([query])[0]
        wanted = set((np.argpartition(-near, 10)[:10] + 1).tolist())
        recall.append(len(wanted & {match.id for match in found}) / 10)
    print(
        f"similar    {spread(seconds)}, first query {first:.1f} s; recall@10 {np.mean(recall):.3f}"
    )


IMPORT = "import sys; from tm import Memory; Memory(sys.argv[1]).import_file(sys.argv[2])"


def bench_kill(pairs: list[tuple[str, str]], folder: Path, times: int) -> None:
    """Kill an import at random moments; check the file each time; finish it at last."""
    tmx, database = folder / "killed.tmx", folder / "killed.db"
    count = write_tmx(tmx, units_from(pairs, 100_000), srclang="zh-CN").units
    rng, killed, resumed = random.Random(8), 0, 0
    for _ in range(times):
        before = units_in(database)
        child = subprocess.Popen([sys.executable, "-c", IMPORT, database, tmx])
        time.sleep(rng.uniform(0.2, 4.0))
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        check_whole(database)
        after = units_in(database)
        resumed += after > before > 0
        if after == count:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{database}{suffix}").unlink(missing_ok=True)
    subprocess.run([sys.executable, "-c", IMPORT, database, tmx], check=True)
    check_whole(database)
    print(
        f"kill -9    {killed} of {times} imports killed; every file whole; {resumed} went on where "
        f"another had stopped; at the end {units_in(database)} of {count} units"
    )


def units_in(database: Path) -> int:
    """Return how many units are in the file; 0 where there is none."""
    return Memory(database).count() if database.exists() else 0


def check_whole(database: Path) -> None:
    """Raise unless the file is sound and every unit has its variants and its words."""
    connection = Memory(database)._connection
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise SystemExit("integrity_check failed")
    connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
    units, variants, words, brought = (
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("unit", "variant", "words", "brought")
    )
    if not variants == 2 * units == words == 2 * brought:
        raise SystemExit(f"half a unit: {units} {variants} {words} {brought}")


READ = """
import sys, time
from tm import Memory
end, reads, last = time.time() + float(sys.argv[2]), 0, 0
with Memory(sys.argv[1], read_only=True) as memory:
    while time.time() < end:
        count = memory.count()
        assert count >= last, (count, last)
        last, reads = count, reads + 1
        memory.lookup("会议通过了议程"); memory.concordance("会议")
print(reads)
"""


def bench_readers_and_writer(pairs: list[tuple[str, str]], folder: Path, seconds: float) -> None:
    """Let four processes read while one writes."""
    database = folder / "shared.db"
    Memory(database).close()
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READ, database, str(seconds)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    end, written = time.time() + seconds, 0
    with Memory(database) as memory:
        units = units_from(pairs, 2_000_000)
        while time.time() < end:
            batch = [next(units) for _ in range(500)]
            written += memory.add(batch, origin="bench").new
    reads = [int(reader.communicate()[0]) for reader in readers]
    failed = sum(reader.returncode != 0 for reader in readers)
    check_whole(database)
    print(
        f"readers    {sum(reads)} rounds of four readers, {failed} failed; "
        f"{units_in(database)} of {written} units written"
    )


def main() -> None:
    """Run what is asked for, in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True, help="folder of .tsv.xz files")
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--work", type=Path, help="folder to work in, and to keep")
    parser.add_argument("--skip", nargs="*", default=[], help="import kill readers similar lookup")
    options = parser.parse_args()
    print(
        f"settings   {options.units} units, seed 1, {os.cpu_count()} cores, "
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}"
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or Path(temporary)
        run(options, folder, pairs_in(options.pairs))


def run(options: argparse.Namespace, folder: Path, pairs: list[tuple[str, str]]) -> None:
    """Run the benchmarks one after the other."""
    if "kill" not in options.skip:
        bench_kill(list(pairs), folder, options.kills)
    if "readers" not in options.skip:
        bench_readers_and_writer(list(pairs), folder, options.seconds)
    tmx, database = folder / "units.tmx", folder / "units.db"
    if not tmx.exists():
        write_tmx(tmx, units_from(list(pairs), options.units), srclang="zh-CN")
    if "import" not in options.skip:
        bench_readers(list(pairs), folder)
        bench_import(tmx, database)
    with Memory(database) as memory:
        texts = {"zh": [], "en": []}
        for _, unit in memory.stored():
            texts["zh"].append(unit.variants[0].text)
            texts["en"].append(unit.variants[1].text)
        bench_concordance(memory, texts)
        if "similar" not in options.skip:
            bench_similar(memory, texts, len(texts["zh"]))
        if "lookup" not in options.skip:
            bench_lookup(memory, texts, options.queries)


if __name__ == "__main__":
    main()
