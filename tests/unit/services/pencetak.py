"""Stand-ins for LibreOffice and lp, so that printing is tested on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from civreg_tui.services.output import printing

PDF = r"%PDF-1.7\n/CreationDate(D:20300101000000Z')>>\ntrailer\n/ID [ <$ID>\n<$ID> ]\n"
_SOFFICE = f"""#!/bin/sh
ID=$(printf '%032d' $$)
while [ "$1" != "--outdir" ]; do shift; done
/bin/mkdir -p "$2"; out=$2; shift 2
for paper in "$@"; do
  name=${{paper##*/}}
  printf '%b' "{PDF}" > "$out/${{name%.*}}.pdf"
done
"""


def pasang(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *programs: str,
    gagal: bool = False,
) -> Path:
    """Only these programs are on the path; returns the file in which lp notes its arguments."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "lp.txt"
    scripts = {"soffice": _SOFFICE, "lp": f'#!/bin/sh\necho "$@" >> "{log}"\n'}
    if gagal:
        scripts = {
            "soffice": "#!/bin/sh\nexit 1\n",
            "lp": "#!/bin/sh\necho 'lp: Error - no default destination available.' >&2\nexit 1\n",
        }
    for name in programs:
        (folder / name).write_text(scripts[name])
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(printing, "_OFFICE_FOLDERS", ())
    return log
