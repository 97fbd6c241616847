"""`python -m tests.torture [--kills 1000] [--real 100] [--seed S]`: exit 1 if anything was lost."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from civreg_tui.config import load_config
from tests.torture import real, service


def main() -> int:
    """Torture the service layer, then the real program, and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--kills", type=int, default=1000, help="of writers on the services")
    parser.add_argument("--real", type=int, default=100, help="of the real program in a terminal")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    config, lost = load_config(), 0
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="siksa-") as folder:
        for name, part, kills in (
            ("services", service, options.kills),
            ("program", real, options.real),
        ):
            tally = part.torture(config, Path(folder) / name, kills, options.seed)
            print("\n".join([name.upper(), *tally.lines(), ""]), flush=True)
            lost += len(tally.lost)
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
