"""Print the figures of the checks, a part at a time.

    python scripts/bench_check.py --part dev --set ../shared/bench/qa

dev: a folder with ``qa.dev.jsonl`` (pairs, of which some have one seeded error) and ``terms.tsv``
(``zh TAB en``). An error counts as found when a finding of its family stands on its pair; of two
pairs that render one source in two ways a finding on either counts for both. Every finding on a
correct pair is a false alarm. ``--show FAMILY`` lists what was missed in a family, ``--show
alarms`` the false alarms.
pofilter: the same set beside the filters of translate-toolkit.
report: ``--report`` names a folder with ``report.zh.txt`` and ``report.en.txt``; all findings.
speed: ``--pairs`` names a file of ``zh TAB en`` lines; pairs a second, of all checks and each
family.
unpc: ``--pairs`` as before, real pairs; how often the checks of numbers speak, and what their
alarms were judged to be; ``--show alarms`` lists them.
changed: ``--pairs`` as before; how many numbers that were changed in them are found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from check_changed import measure_changed
from check_numbers import measure_unpc
from check_pofilter import failed_filters, print_beside
from check_report import measure_report
from check_speed import measure_speed

from aligner import load_encoder
from tm.qa import Finding, Knowledge, check_pairs, pair_of
from tm.terms.concept import Concept, Term

FAMILIES = {
    "numbers": ("number_changed", "date_changed", "symbol_changed", "paragraph_label"),
    "completeness": (
        "omission_clause",
        "omission_sentence",
        "addition",
        "untranslated",
        "wrong_pair",
    ),
    "terms": ("terminology", "name_country", "inconsistency"),
    "meaning": ("negation_or_meaning",),
    "form": ("punctuation", "repeated_word"),
}
FAMILY_OF = {category: family for family, many in FAMILIES.items() for category in many}
ASKED = {"numbers": 0.97, "completeness": 0.85, "terms": 0.92, "form": 0.95, "meaning": 0.60}


@dataclass(frozen=True, slots=True)
class Item:
    """A pair of the set, and the category and description of its error, if it has one."""

    id: str
    source: str
    target: str
    langs: tuple[str, str]
    error: str = ""
    description: str = ""

    @property
    def family(self) -> str:
        """The family a finding must be of."""
        return FAMILY_OF[self.error]


def read_items(path: Path) -> list[Item]:
    """Read a set, one JSON object a line."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        error = row["error"] or {}
        items.append(
            Item(
                row["id"],
                row["source"],
                row["target"],
                (row["srclang"], row["tgtlang"]),
                error.get("category", ""),
                error.get("description", ""),
            )
        )
    return items


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """Read ``zh TAB en`` lines as concepts."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return tuple(Concept((Term("zh", zh), Term("en", en))) for zh, en, *_ in rows)


def twins_of(items: Sequence[Item]) -> dict[int, int]:
    """Return for each inconsistent pair the number of the other one of the same source."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if item.error == "inconsistency":
            places[item.source].append(number)
    both = [pair for pair in places.values() if len(pair) == 2]
    return {a: b for one, other in both for a, b in ((one, other), (other, one))}


def findings_of(items: Sequence[Item], args: argparse.Namespace) -> dict[int, list[Finding]]:
    """Return the findings by the number of the item, but notes."""
    concepts = read_concepts(args.set / "terms.tsv") if args.terms else ()
    encode = load_encoder("default").encode if args.encoder else None
    pairs = [pair_of(i.source, i.target, langs=i.langs, number=n) for n, i in enumerate(items)]
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in check_pairs(pairs, Knowledge(concepts, None, encode)):
        if finding.severity != "note":
            found[finding.unit].append(finding)
    return found


def families_found(items: Sequence[Item], found: Mapping[int, Sequence[Finding]]) -> list[set[str]]:
    """Return for each item the families of its findings, with those of its twin."""
    twins = twins_of(items)
    return [
        {f.family.value for k in (n, twins.get(n, n)) for f in found.get(k, ())}
        for n in range(len(items))
    ]


def measure_pofilter(args: argparse.Namespace) -> None:
    """Print recall and false alarms beside those of pofilter, on the same items."""
    items = read_items(args.set / "qa.dev.jsonl")
    found = findings_of(items, args)
    theirs: dict[int, tuple[str, ...]] = {}
    for lang in ("en", "zh"):
        into = [n for n, i in enumerate(items) if i.langs[1] == lang]
        failed = failed_filters([(items[n].source, items[n].target) for n in into], lang)
        theirs |= dict(zip(into, failed, strict=True))
    print_beside(
        [i.family if i.error else "" for i in items],
        families_found(items, found),
        [theirs[n] for n in range(len(items))],
        sum(len(found[n]) for n, i in enumerate(items) if not i.error),
    )


def measure_dev(args: argparse.Namespace) -> None:
    """Print recall by family and category, and false alarms."""
    items = read_items(args.set / "qa.dev.jsonl")
    found = findings_of(items, args)
    families = families_found(items, found)
    hits = {n: i.family in families[n] for n, i in enumerate(items) if i.error}
    print(f"{len(items)} items, terms {'given' if args.terms else 'none'}, "
          f"encoder {'default' if args.encoder else 'none'}")  # fmt: skip
    _print_recall(items, hits)
    right = [n for n, i in enumerate(items) if not i.error]
    alarms = [f for n in right for f in found[n]]
    share = sum(bool(found[n]) for n in right) / len(right)
    print(f"false alarms {len(alarms)} on {len(right)} correct items: "
          f"{100 * len(alarms) / len(right):.1f} in 100, {share:.1%} of the items; "
          f"by code {dict(Counter(f.code for f in alarms))}")  # fmt: skip
    _show(items, hits, found, args.show)


def _print_recall(items: Sequence[Item], hits: Mapping[int, bool]) -> None:
    for family, categories in FAMILIES.items():
        for category in categories:
            got = [hits[n] for n, i in enumerate(items) if i.error == category]
            print(f"  {category:22} {sum(got):3} of {len(got):3}")
        got = [hits[n] for n, i in enumerate(items) if i.error in categories]
        print(f"{family:24} {sum(got):3} of {len(got):3} = {sum(got) / len(got):.3f} "
              f"(asked {ASKED[family]})")  # fmt: skip
    for langs in (("zh", "en"), ("en", "zh")):
        got = [hit for n, hit in hits.items() if items[n].langs == langs]
        print(f"{'-'.join(langs):24} {sum(got):3} of {len(got):3}")
    single = [hit for n, hit in hits.items() if items[n].error != "inconsistency"]
    print(f"all {sum(hits.values())} of {len(hits)}; "
          f"without inconsistency {sum(single)} of {len(single)}")  # fmt: skip


def _show(
    items: Sequence[Item],
    hits: Mapping[int, bool],
    found: Mapping[int, Sequence[Finding]],
    what: str,
) -> None:
    for n, item in enumerate(items):
        missed = item.error and item.family == what and not hits[n]
        alarmed = not item.error and what == "alarms" and found.get(n)
        if missed or alarmed:
            print(f"\n{item.id} {item.error} {item.description}\n  {item.source}\n  {item.target}")
            for line in _lines(found.get(n, ())):
                print(f"  {line}")


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for f in findings:
        yield f"! {f.code}: {f.message}"


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "changed": measure_changed,
    "dev": measure_dev,
    "pofilter": measure_pofilter,
    "report": measure_report,
    "speed": measure_speed,
    "unpc": measure_unpc,
}


def main() -> None:
    """Measure the part that was named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--set", type=Path, help="folder of the development set")
    parser.add_argument("--report", type=Path, help="folder of a report in both languages")
    parser.add_argument("--pairs", type=Path, help="file of zh TAB en lines, .xz or plain")
    parser.add_argument("--no-terms", dest="terms", action="store_false")
    parser.add_argument("--no-encoder", dest="encoder", action="store_false")
    parser.add_argument("--show", default="", metavar="WHAT")
    args = parser.parse_args()
    PARTS[args.part](args)


if __name__ == "__main__":
    main()
