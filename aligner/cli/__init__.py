"""The front door: the ``duizhao`` command. It parses, calls one library function and prints."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

INTERRUPTED = 130


def main() -> None:
    """Run the command line; turn errors into exit statuses.

    0 done · 1 checks found something · 2 usage · 3 bad input or output · 130 interrupted.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as orderly as Ctrl-C
    try:
        _run()
    except KeyboardInterrupt:
        _fail("interrupted; no half-written file was left", INTERRUPTED)
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer has met the Ctrl-C before us
            _fail("interrupted; no half-written file was left", INTERRUPTED)
        raise


def _run() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console may lack a character: show its code
            stream.reconfigure(errors="backslashreplace")
    from aligner.cli.app import app
    from corpora.errors import DuizhaoError

    try:
        app(prog_name="duizhao")
    except DuizhaoError as error:
        _fail(str(error), 3)
    except PermissionError as error:
        place = f"{error.filename}: " if error.filename else ""
        _fail(f"{place}no leave to read or write it; check its permissions", 3)
    except OSError as error:  # a full disk, a file that went away
        place = f"{error.filename}: " if error.filename else ""
        _fail(f"{place}{error.strerror or error}; nothing more was written", 3)
    except MemoryError:
        _fail("not enough memory; align the document in parts", 3)


def _fail(message: str, status: int) -> NoReturn:
    from aligner.cli.terminal import warn

    warn(message)
    sys.exit(status)
