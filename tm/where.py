"""Which units of a memory are meant: the conditions that every command shares."""

from __future__ import annotations

from dataclasses import dataclass

BAR = " | "  # between the two versions of a document, or files that were read together
_BROUGHT = "EXISTS (SELECT 1 FROM brought JOIN origin ON origin.id = brought.origin WHERE "


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that must all hold; an empty one does not count.

    ``since`` and ``until`` are dates in ISO 8601, as exact as wished: ``until="2019"``
    is to the end of that year. ``document`` is the whole of it or one of its
    parts, ``a.zh.txt`` of ``a.zh.txt | a.en.txt``.

    >>> Where(paragraph="12", until="2019").sql()
    ("unit.paragraph = ? AND substr(unit.created, 1, 4) BETWEEN '0' AND ?", ['12', '2019'])
    """

    origin: str = ""
    document: str = ""
    paragraph: str = ""
    since: str = ""
    until: str = ""

    def sql(self, table: str = "unit") -> tuple[str, list[str]]:
        """Return the condition on the units called *table*, and its parameters."""
        clauses: list[str] = []
        if self.origin:
            clauses.append(f"{_BROUGHT}brought.unit = {table}.id AND origin.name = ?)")
        if self.document:
            clauses.append(f"instr('{BAR}' || {table}.document || '{BAR}', ?) > 0")
        if self.paragraph:
            clauses.append(f"{table}.paragraph = ?")
        if self.since:
            clauses.append(f"{table}.created >= ?")
        if self.until:
            clauses.append(f"substr({table}.created, 1, {len(self.until)}) BETWEEN '0' AND ?")
        document = self.document and f"{BAR}{self.document}{BAR}"
        values = (self.origin, document, self.paragraph, self.since, self.until)
        return " AND ".join(clauses) or "1", [writable(value) for value in values if value]


def writable(name: str) -> str:
    r"""Return *name* as UTF-8 can hold it: a file's name may have bytes that are none.

    >>> writable("report\udcff.tmx")
    'report\\udcff.tmx'
    """
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


ORIGINS = "\n"  # between the names of several files that brought one unit
