"""The administrator's log after real work: who came and went, and nothing of what they keyed."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.real_program import open_entry


def test_no_figure_reaches_the_log(salinan) -> None:
    folder: Path = salinan(4)
    with open_entry(folder) as entry:
        entry.send("987654\r")
        entry.wait_for("987.654")
        entry.kill(15)
        entry.wait_exit()
    text = "".join(path.read_text("utf-8") for path in (folder / "log").iterdir())
    assert text.count(" buka /dev/pts/") == 1
    assert text.count(" tutup 0") == 1
    assert not {word for word in ("987654", "987.654", "AK017") if word in text}
