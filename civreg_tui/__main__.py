"""The console command: one clear Indonesian line for every error, never a traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from civreg_tui.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
