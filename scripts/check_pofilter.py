"""The checks beside those of translate-toolkit's pofilter, on the same pairs in the same run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

# The filters that say something of these families; the rest are of programs' messages.
FILTERS = {
    "numbers": ("numbers",),
    "completeness": ("untranslated", "unchanged", "blank", "short", "long", "sentencecount"),
    "terms": ("acronyms", "musttranslatewords", "notranslatewords"),
    "form": (
        "brackets", "doublequoting", "singlequoting", "doublespacing", "doublewords", "endpunc",
        "startpunc", "puncspacing", "purepunc", "endwhitespace", "startwhitespace", "tabs",
        "newlines", "escapes", "emails", "urls", "xmltags", "variables", "validchars", "printf",
        "simplecaps", "startcaps", "filepaths", "functions", "options", "pythonbraceformat",
    ),
}  # fmt: skip
FAMILY_OF = {name: family for family, names in FILTERS.items() for name in names}


def failed_filters(texts: Sequence[tuple[str, str]], lang: str) -> list[tuple[str, ...]]:
    """Return for each pair the names of the filters that it fails, into the language *lang*."""
    from translate.filters.checks import CheckerConfig, TeeChecker
    from translate.storage.pypo import pounit

    config = CheckerConfig(targetlanguage=lang)
    checker = TeeChecker(checkerconfig=config, languagecode=lang)
    found = []
    for source, target in texts:
        unit = pounit(source)
        unit.target = target
        found.append(tuple(checker.run_filters(unit)))
    return found


def print_beside(
    families: Sequence[str],
    ours: Sequence[Collection[str]],
    theirs: Sequence[Sequence[str]],
    alarms: int,
) -> None:
    """Print recall by family and false alarms of both.

    *families* has for each pair the family of its error, empty for a correct one; *ours* the
    families we have findings of, *theirs* the filters that failed; *alarms* are our findings on
    correct pairs.
    """
    print(f"\n{'family':14} {'errors':>6} {'ours':>7} {'pofilter':>9}")
    for family in dict.fromkeys(filter(None, families)):
        rows = [n for n, wanted in enumerate(families) if wanted == family]
        got = sum(family in ours[n] for n in rows)
        other = sum(any(FAMILY_OF.get(name) == family for name in theirs[n]) for n in rows)
        print(f"{family:14} {len(rows):6} {got / len(rows):7.3f} {other / len(rows):9.3f}")
    right = [n for n, wanted in enumerate(families) if not wanted]
    counts: Mapping[str, int] = Counter(name for n in right for name in theirs[n])
    total = sum(counts.values())
    print(f"false alarms on {len(right)} correct pairs: ours {alarms}, pofilter {total} {counts}")
