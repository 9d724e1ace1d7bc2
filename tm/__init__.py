"""Translation units, the files that carry them, and the memory that keeps them."""

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
