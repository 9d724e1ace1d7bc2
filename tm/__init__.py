"""Translation units and the files that carry them."""

from tm.errors import TMXError
from tm.formats.tmx_read import read_tmx
from tm.units import units_from
from tm.formats.tmx_write import Remark, Written, most_probable, write_tmx

__all__ = [
    "Remark",
    "TMXError",
    "Written",
    "most_probable",
    "read_tmx",
    "units_from",
    "write_tmx",
]
