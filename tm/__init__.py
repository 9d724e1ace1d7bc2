"""Translation units, the files that carry them, and the memory that keeps them."""

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

if TYPE_CHECKING:
    from tm.concordance import Hit
    from tm.errors import SchemaVersionError, StoreError, TMXError
    from tm.formats import read_units, write_units
    from tm.formats.tmx_read import read_tmx
    from tm.formats.tmx_write import Remark, Written, most_probable, write_tmx
    from tm.intake import Added
    from tm.lookup import Context, Lookup, Match, Penalties
    from tm.memory import Memory, Stats
    from tm.stored import Stored
    from tm.terms.base import TermBase
    from tm.units import units_from
    from tm.where import Where

_HOMES = {
    "Added": "tm.intake",
    "Context": "tm.lookup",
    "Hit": "tm.concordance",
    "Lookup": "tm.lookup",
    "Match": "tm.lookup",
    "Memory": "tm.memory",
    "Penalties": "tm.lookup",
    "Remark": "tm.formats.tmx_write",
    "SchemaVersionError": "tm.errors",
    "Stats": "tm.memory",
    "StoreError": "tm.errors",
    "Stored": "tm.stored",
    "TMXError": "tm.errors",
    "TermBase": "tm.terms.base",
    "Where": "tm.where",
    "Written": "tm.formats.tmx_write",
    "most_probable": "tm.formats.tmx_write",
    "read_tmx": "tm.formats.tmx_read",
    "read_units": "tm.formats",
    "units_from": "tm.units",
    "write_tmx": "tm.formats.tmx_write",
    "write_units": "tm.formats",
}

__all__ = [
    "Added",
    "Context",
    "Hit",
    "Lookup",
    "Match",
    "Memory",
    "Penalties",
    "Remark",
    "SchemaVersionError",
    "Stats",
    "StoreError",
    "Stored",
    "TMXError",
    "TermBase",
    "Where",
    "Written",
    "most_probable",
    "read_tmx",
    "read_units",
    "units_from",
    "write_tmx",
    "write_units",
]

__getattr__ = imported_when_asked(__name__, _HOMES)
