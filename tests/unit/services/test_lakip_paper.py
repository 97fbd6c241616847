"""The office's own LAKIP template from its setting to the delivered, accepted file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from civreg_tui.config import load_config
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.demo import make_demo
from civreg_tui.services.lakip import paper as lakip_paper
from civreg_tui.services.lakip.composing import compose
from civreg_tui.services.lakip.paper import lakip_document
from civreg_tui.services.sekretariat import delivered, match_recap
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.unit.lakip.templat_contoh import CONTOH, templat
from tests.unit.services.bantu import BULAN


def dengan_templat(ws: Workspace, path: object) -> Workspace:
    ws.config = replace(ws.config, templat_lakip=str(path))
    return ws


def teks(content: bytes) -> list[str]:
    return [p.text for p in Document(BytesIO(content)).paragraphs]


def test_the_template_lies_beside_the_configuration_file(tmp_path):
    path = tmp_path / "civreg.toml"
    path.write_text('[templat]\nlakip = "kantor.docx"\n')
    assert load_config(path).templat_lakip == str(tmp_path / "kantor.docx")
    path.write_text('[templat]\nlakip = "/srv/kantor.docx"\n')
    assert load_config(path).templat_lakip == "/srv/kantor.docx"
    path.write_text("")
    assert load_config(path).templat_lakip == ""


def test_the_document_takes_the_templates_form(demo, tmp_path):
    ws = demo(6)
    own = teks(lakip_document(ws, *compose(ws, BULAN)))
    (tmp_path / "kantor.docx").write_bytes(CONTOH.read_bytes())
    dengan_templat(ws, tmp_path / "kantor.docx")
    theirs = teks(lakip_document(ws, *compose(ws, BULAN)))
    assert "Kata Pengantar" in theirs
    assert "Kata Pengantar" not in own


def test_a_template_that_is_gone_is_named_with_the_setting(demo, tmp_path):
    ws = dengan_templat(demo(6), tmp_path / "hilang.docx")
    with pytest.raises(Ditolak, match=r"hilang\.docx tidak ada\. Periksa civreg\.toml"):
        lakip_document(ws, *compose(ws, BULAN))
    dengan_templat(ws, tmp_path)
    with pytest.raises(Ditolak, match="tidak dapat dibaca"):
        lakip_document(ws, *compose(ws, BULAN))


def test_a_wrong_field_is_refused_in_one_line(demo, tmp_path):
    (tmp_path / "kantor.docx").write_bytes(templat("{{salah}}"))
    ws = dengan_templat(demo(6), tmp_path / "kantor.docx")
    with pytest.raises(Ditolak, match=r"isian \{\{salah\}\} tidak dikenal"):
        lakip_document(ws, *compose(ws, BULAN))


def test_a_huge_template_is_refused(demo, tmp_path, monkeypatch):
    monkeypatch.setattr(lakip_paper, "BATAS_TEMPLAT", 10)
    (tmp_path / "kantor.docx").write_bytes(CONTOH.read_bytes())
    ws = dengan_templat(demo(6), tmp_path / "kantor.docx")
    with pytest.raises(Ditolak, match="terlalu besar"):
        lakip_document(ws, *compose(ws, BULAN))


def test_what_is_delivered_in_a_template_matches_the_recap(tmp_path):
    config = replace(load_config(), templat_lakip=str(CONTOH))
    make_demo(config, tmp_path / "demo", 7)
    ws = Workspace(config, Store(tmp_path / "demo"))
    made = delivered(ws, BULAN)
    assert made is not None
    assert "Kata Pengantar" in teks(made.isi)
    assert match_recap(ws, BULAN).cocok
    ws.close()
