"""The front door: the ``duizhao`` command. It parses, calls one library function and prints."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; turn errors into exit statuses.

    0 done · 1 checks found something · 2 usage · 3 bad input or output · 130 interrupted.
    """
    from aligner.cli.app import app
    from corpora.errors import DuizhaoError

    try:
        app(standalone_mode=True)
    except DuizhaoError as error:
        sys.stderr.write(f"duizhao: {error}\n")
        sys.exit(3)
    except KeyboardInterrupt:
        sys.stderr.write("duizhao: interrupted; nothing was written\n")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
