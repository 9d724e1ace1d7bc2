"""What ``duizhao terms extract`` and ``consistency`` are given to read."""

import pytest


@pytest.mark.parametrize("command", ["extract", "consistency"])
@pytest.mark.parametrize("again", ["a.tsv", "./a.tsv", "link.tsv"])
def test_a_file_that_is_given_twice(duizhao, folder, command, again):
    (folder / "a.tsv").write_text("zh\ten\n会议通过了议程。\tThe agenda was adopted.\n", "utf-8")
    (folder / "link.tsv").symlink_to("a.tsv")
    done = duizhao("terms", command, "a.tsv", again, "-q")
    assert (done.status, done.out) == (3, "")
    assert done.err.endswith(": given twice; name it once\n")
