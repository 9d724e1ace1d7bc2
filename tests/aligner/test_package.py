"""What ``import aligner`` shows of itself."""

import pydoc
from importlib.metadata import version

import pytest

import aligner


def test_version():
    assert aligner.__version__ == version("duizhao")


def test_help_shows_every_name():
    shown = pydoc.plain(pydoc.render_doc(aligner))
    for name in ("align", "align_documents", "evaluate", "load_encoder"):
        assert f"    {name}(" in shown
    assert all(name in (aligner.__doc__ or "") for name in aligner.__all__)


def test_an_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'nix'"):
        aligner.nix  # noqa: B018
