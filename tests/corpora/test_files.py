"""Files: texts that are UTF-8, and outputs that appear whole or not at all."""

import errno
import os

import pytest

from corpora.errors import FormatError
from corpora.files import open_whole, read_utf8


def test_a_text_with_and_without_a_mark(tmp_path):
    for data in ("会议\n".encode(), "会议\r\n".encode("utf-8-sig")):
        (tmp_path / "a.txt").write_bytes(data)
        assert read_utf8(tmp_path / "a.txt", "save it as UTF-8") == "会议\n"


def test_a_text_that_is_none(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x80")
    with pytest.raises(FormatError, match=r"a.txt: is not UTF-8 text; save it as UTF-8"):
        read_utf8(tmp_path / "a.txt", "save it as UTF-8")
    with pytest.raises(FormatError, match=r"b.txt: cannot be read .*; check the name"):
        read_utf8(tmp_path / "b.txt", "save it as UTF-8")


def write(path, data=b"new"):
    with open_whole(path) as stream:
        stream.write(data)


def test_an_output_replaces_what_was_there(tmp_path):
    (tmp_path / "out").write_bytes(b"before")
    write(tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"new"
    assert (tmp_path / "out").stat().st_mode & 0o111 == 0
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def fill(path):
    with open_whole(path) as stream:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_what_was_there_and_says_so(tmp_path):
    path = tmp_path / "out"
    path.write_bytes(b"before")
    with pytest.raises(FormatError, match=r"cannot be written \(.*\); choose another output path"):
        fill(path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_no_folder_and_a_folder_in_its_place(tmp_path):
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "absent" / "out", tmp_path / "folder", tmp_path / ("n" * 300)):
        with pytest.raises(FormatError, match="cannot be written"):
            write(path)
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path):
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "memory", tmp_path / "link"
    for before in (None, b"before"):  # leading nowhere, then to a file
        if before:
            target.write_bytes(before)
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        write(link)
        assert link.is_symlink()
        assert target.read_bytes() == b"new"
        target.unlink()


def test_a_link_to_itself_is_replaced(tmp_path):
    (tmp_path / "link").symlink_to("link")
    write(tmp_path / "link")
    assert (tmp_path / "link").read_bytes() == b"new"
