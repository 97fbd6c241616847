"""A wrong entry is one line with file, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.config import KonfigurasiSalah, load_config

SALAH = [
    # text, what the line names, what it advises
    ("kop = ", "akhir berkas", "Perbaiki"),
    ("[kop\nkota = 1", "baris 1", "Perbaiki"),
    ('[kop]\nkota = "a"\nkota = "b"', "akhir berkas", "Perbaiki"),
    ('[kop]\nkota = "tak ditutup', "TOML", "Perbaiki"),
    ("[kopp]\nkota = 1", "[kopp]", "Hapus bagian itu"),
    ("salah = 1", "[salah]", "Hapus bagian itu"),
    ("[kop]\nkotta = 'x'", "kop.kotta", "pakai salah satu dari: alamat, dinas, kota, pemerintah"),
    ("[kop]\nkota = 1", "kop.kota", "teks dalam tanda kutip"),
    ("kop = 3", "kop", "tabel"),
    ("[pejabat.kasi]\nnamaa = 'X'", "pejabat.kasi.namaa", "Hapus"),
    ("[pejabat.kasi]\ncontoh = 'ya'", "pejabat.kasi.contoh", "true atau false"),
    ("[pejabat.kadis]\nnama = 'X'", "pejabat.kadis.jabatan", "wajib diisi"),
    ("[pejabat]\nkasi = 'X'", "pejabat.kasi", "tabel"),
    ("[dokumen.AKALL]\naktif = 'ya'", "dokumen.AKALL.aktif", "true atau false"),
    ("[dokumen.AKALL]\nrincian = 'semua'", "dokumen.AKALL.rincian", "'semua' tidak ada"),
    ("[dokumen.AKALL]\nkode = 'AK99'", "dokumen.AKALL.kode", "Hapus"),
    ("[dokumen.AK99]\naktif = true", "dokumen AK99 tidak ada", "AK017"),
    ("[dokumen.AK99]\naktif = true", "dokumen.AK99", "Dokumen baru ditambahkan dengan nama"),
    ("[dokumen.AK99]\nnama = 'X'", "dokumen.AK99.", "wajib diisi"),
    ("[dokumen.'A/B']\naktif = true", "dokumen.A/B", "AK017"),
    ("[wilayah.1301]\nalias = ['X']", "wilayah.1301", "13.01"),
    ("[wilayah.'13.01']\nalias = 'X'", "wilayah.13.01.alias", "daftar"),
    ("[aturan.R20]\nlevel = 'eror'", "aturan.R20.level", "'eror' tidak ada"),
    ("[aturan.R20]\nambang = 3", "aturan.R20.ambang", "tabel"),
    ("[aturan.R20.ambang]\nturun = 0.5", "aturan.R20.ambang.turun", "kutip"),
    ("[aturan.R20.ambang]\nturun = 'x'", "aturan.R20.ambang.turun", "angka"),
    ("[aturan.R20.ambang]\nturrun = 3", "aturan.R20.ambang.turrun", "Yang dikenal"),
    ("[aturan.R20.ambang]\ntingkat_kumulatif = 'x'", "aturan.R20.ambang.tingkat_kumulatif", "info"),
    ("[aturan.R20.pesan]\nutama = '{kab'", "aturan.R20.pesan.utama", "kurung kurawal"),
    ("[aturan.R99]\nlevel = 'error'", "aturan R99 tidak ada", "R01, R02"),
    ("[aturan.R99]\naktif = true", "aturan.R99", "tidak dapat ditambahkan"),
    ("[tenggat]\npenerimaan = 29", "tenggat.penerimaan", "paling banyak 28"),
    ("[tenggat]\npenerimaan = -1", "tenggat.penerimaan", "paling sedikit 0"),
    ("[tenggat]\npenerimaan = '5'", "tenggat.penerimaan", "bilangan bulat"),
    ("[tenggat]\npenerimaaan = 5", "tenggat.penerimaaan", "Hapus"),
    ("[akun]\nbudi = ['stap']", "akun.budi", "'stap' tidak ada"),
    ("[akun]\nbudi = ['stap']", "akun.budi", "kabid, kasi, staf, sekretariat, admin, auditor"),
    ("[layar]\nkeluaran = 'x'", "layar.keluaran", "Pakai salah satu dari: hemat, penuh"),
    ("[akun]\nbudi = 'staf'", "akun.budi", "daftar"),
    ("akun = ['budi']", "akun", "tabel"),
    ("[izin]\npengentri_memvalidasi = 1", "izin.pengentri_memvalidasi", "true atau false"),
    ("[layar]\nkeluaran = 'boros'", "layar.keluaran", "'boros' tidak ada"),
    ("[sasaran]\ntarget = 1", "[[sasaran]]", "kurung ganda"),
    ("sasaran = [1]", "[[sasaran]]", "kurung ganda"),
    ("[[sasaran]]\ntahun = 2024", "sasaran[1].dokumen", "wajib diisi"),
    ("[[sasaran]]\ndokumen = 'AK017'\ntahun = '2024'", "sasaran[1].tahun", "bilangan bulat"),
    ("[[sasaran]]\ndokumen = 'AK99'\ntahun = 2024", "sasaran.dokumen", "Pilih: AK017"),
    ("[[sasaran]]\ndokumen = 'AK017'\ntahun = 2024\ntarget = 'x'", "sasaran.AK017.target", "98,5"),
    ("[[sasaran]]\ndokumen = 'AK017'\ntahun = 2024\ntarget = true", "sasaran", "Perbaiki"),
    ("[[sasaran]]\ndokumen = 'AK017'\ntahun = 2024\ntarget = 98.555", "sasaran.AK017.target", "98"),
    ("[[sasaran]]\ndokumen = ['AK017']\ntahun = 2024", "sasaran[1].dokumen", "kutip"),
    ("[[kategori]]\nmulai = 'x'\nnama = 'A'", "kategori.mulai", "98,5"),
    ("kategori = 3", "[[kategori]]", "kurung ganda"),
    ("[[kategori]]\nnama = 'A'", "kategori[1].mulai", "wajib diisi"),
    ("[[langkah]]\nno = 8\nmenit = 1", "langkah.no", "1 sampai 7"),
    ("[[langkah]]\nmenit = 1", "langkah.no", "1 sampai 7"),
    ("[[langkah]]\nno = 4\nmenit = 'x'", "langkah[4].menit", "bilangan bulat"),
    ("langkah = 3", "[[langkah]]", "kurung ganda"),
    ("[langkah]\nno = 1", "[[langkah]]", "kurung ganda"),
    ("[[penduduk]]\nacuan = 'X'\njiwa = {'13.01' = 'x'}", "penduduk[1].jiwa.13.01", "bulat"),
    ("penduduk = 'x'", "[[penduduk]]", "kurung ganda"),
    ("alasan = 'x'", "alasan", "daftar"),
    ("[provinsi]\nnama = 3", "provinsi.nama", "kutip"),
    ("[sop]\nnip = 'x'", "sop.nip", "Hapus"),
]


@pytest.mark.parametrize(("text", "key", "remedy"), SALAH, ids=[t for t, _, _ in SALAH])
def test_file_key_and_remedy(tmp_path: Path, text: str, key: str, remedy: str) -> None:
    path = tmp_path / "kantor-kami.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(KonfigurasiSalah) as wrong:
        load_config(path)
    line = str(wrong.value)
    assert line.startswith("kantor-kami.toml")
    assert key in line
    assert remedy in line
    assert "\n" not in line
    assert line.endswith(".")
    assert not {"Expected", "got", "Invalid", "Object", "line", "unknown"} & set(line.split())


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "civreg.toml"
    path.write_bytes("[kop]\nkota = 'Padang é'".encode("latin-1"))
    with pytest.raises(KonfigurasiSalah, match=r"UTF-8\. Simpan ulang"):
        load_config(path)


values = st.recursive(
    st.none().map(lambda _: "x") | st.booleans() | st.integers(-5, 5) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab", min_size=1), inner),
    max_leaves=4,
)
SECTIONS = ("kop", "pejabat", "dokumen", "wilayah", "aturan", "sasaran", "langkah", "kategori",
            "penduduk", "akun", "tenggat", "alasan", "map", "izin", "sop", "provinsi")  # fmt: skip


@given(st.sampled_from(SECTIONS), values)
def test_any_section_with_anything_in_it_is_taken_or_explained(section: str, value) -> None:
    from civreg_tui.config.build import build_config
    from civreg_tui.config.tables import overlay, read_defaults

    raw, path = read_defaults(), Path("civreg.toml")
    try:
        overlay(raw, {section: value}, path)
        build_config(raw, path.name)
    except KonfigurasiSalah as wrong:
        assert str(wrong).startswith("civreg.toml")
