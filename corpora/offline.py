"""Pages that ask nothing of the network and forbid themselves to.

Knows how the style and the script of a page are kept beside the code, and the digests by which
its policy allows these two alone: markup inside a text could not run even if it were not escaped.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from string import Template


def fill_page(package: str, name: str, **fields: str) -> str:
    """Return the page *name*``.html.in`` of *package*, its style and script inside.

    *fields* are what is written where the page names them, as HTML.
    """
    style, script = (_part(package, f"{name}.{suffix}") for suffix in ("css", "js"))
    return Template(_part(package, f"{name}.html.in")).substitute(
        style=style,
        script=script,
        style_digest=_digest(style),
        script_digest=_digest(script),
        **fields,
    )


def _part(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
