"""Files of units cut into several: names that a file system takes, and the source kept."""

from dataclasses import replace

import pytest
from memory_samples import numbered

from corpora.errors import FormatError
from tm import read_units, write_tmx
from tm.splitting import split_units


@pytest.mark.parametrize("document", ["会" * 300, "𠀀" * 300, "../../x", ""])
def test_any_document_gives_a_name(tmp_path, document):
    path = tmp_path / "all.tmx"
    write_tmx(path, (unit_in(document, unit) for unit in numbered(3)), srclang="zh-CN")
    (part,) = split_units(path, tmp_path / "parts", size=None, langs=None)
    assert part.path.parent == tmp_path / "parts"
    assert len(list(read_units(part.path))) == 3


def test_the_file_that_is_cut_is_never_replaced(tmp_path):
    path = tmp_path / "all.tmx"
    write_tmx(path, (unit_in("all", unit) for unit in numbered(3)), srclang="zh-CN")
    before = path.read_bytes()
    with pytest.raises(FormatError, match="would replace the file"):
        split_units(path, tmp_path, size=None, langs=None)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def unit_in(document, unit):
    return replace(unit, document=document)
