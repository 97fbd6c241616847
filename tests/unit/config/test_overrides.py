"""What the user's civreg.toml may change, without any code."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from pathlib import Path

import pytest

from civreg_tui.config import Config, KonfigurasiSalah, load_config, month_config
from civreg_tui.config.load import frozen_definitions
from civreg_tui.paths import default_config

Tulis = Callable[[str], Config]


@pytest.fixture
def tulis(tmp_path: Path) -> Tulis:
    """Loads the defaults with a civreg.toml of this text over them."""

    def write(text: str) -> Config:
        path = tmp_path / "civreg.toml"
        path.write_text(text, "utf-8")
        return load_config(path)

    return write


def test_the_defaults_are_the_office_s(config: Config) -> None:
    facts = config.facts
    assert [d.kode for d in facts.aktif] == ["AK017", "AKAWIN", "ACERAI", "AMATI"]
    assert [d.kode for d in facts.dokumen.values() if not d.penyebut] == ["AMATI"]
    assert len(facts.wilayah) == 19
    assert facts.kantor.pemerintah == "PEMERINTAH PROVINSI SUMATERA BARAT"
    assert all(p.contoh for p in facts.kantor.pejabat.values())
    assert facts.sop.startswith("PENGUMPULAN DAN PENGHITUNGAN DATA KINERJA")
    assert config.tenggat_penerimaan == 0
    assert len(facts.aturan) == 30


def test_a_title_and_a_name(tulis: Tulis) -> None:
    facts = tulis('[pejabat.kasi]\njabatan = "Kepala Seksi KIP"\nnama = "SITI"\n').facts
    kasi = facts.kantor.pejabat["kasi"]
    assert (kasi.jabatan, kasi.nama) == ("Kepala Seksi KIP", "SITI")
    assert kasi.pangkat == "Penata Tingkat I"
    assert facts.kantor.pejabat["kabid"].nama.endswith("(CONTOH)")


def test_the_letterhead(tulis: Tulis) -> None:
    assert tulis('[kop]\nalamat = "Jl. A"\n').facts.kantor.alamat == "Jl. A"


def test_a_threshold_and_a_level(tulis: Tulis) -> None:
    text = '[aturan.R20]\nlevel = "error"\n[aturan.R20.ambang]\nturun = "0,75"\n'
    rule = tulis(text).facts.aturan["R20"]
    assert rule.level == "error"
    assert rule.batas("turun") == Fraction(3, 4)
    assert rule.pesan  # the rest stays


def test_switching_documents_on_and_off(tulis: Tulis) -> None:
    wanted = {"AKALL": "true", "AK04": "true", "AMATI": "false"}
    text = "".join(f"[dokumen.{code}]\naktif = {on}\n" for code, on in wanted.items())
    codes = [d.kode for d in tulis(text).facts.aktif]
    assert codes == ["AK017", "AK04", "AKALL", "AKAWIN", "ACERAI"]


def test_a_target_replaces_the_one_of_its_year_only(tulis: Tulis) -> None:
    text = '[[sasaran]]\ndokumen = "AK017"\ntahun = 2024\ntarget = "99,5"\n'
    targets = {(s.dokumen, s.tahun): s for s in tulis(text).facts.sasaran}
    assert targets["AK017", 2024].target == 9950
    assert targets["AK017", 2024].nasional is None
    assert targets["AK017", 2023].nasional == 9800


@pytest.mark.parametrize(
    ("written", "hundredths"), [("98", 9800), ("98.5", 9850), ('"98,53"', 9853)]
)
def test_targets_as_numbers_or_texts(tulis: Tulis, written: str, hundredths: int) -> None:
    text = f'[[sasaran]]\ndokumen = "ACERAI"\ntahun = 2024\ntarget = {written}\n'
    assert tulis(text).facts.sasaran[0].target == hundredths


def test_the_scale_of_categories(tulis: Tulis) -> None:
    text = '[[kategori]]\nmulai = "0"\nnama = "Kurang"\n[[kategori]]\nmulai = "80"\nnama = "Baik"\n'
    assert tulis(text).facts.kategori == ((Fraction(80), "Baik"), (Fraction(0), "Kurang"))


def test_a_step_s_minutes_and_words(tulis: Tulis) -> None:
    steps = tulis('[[langkah]]\nno = 4\nmenit = 90\nsingkat = "Entry"\n').facts.langkah
    assert [s.no for s in steps] == [1, 2, 3, 4, 5, 6, 7]
    assert (steps[3].menit, steps[3].singkat, steps[3].pelaksana) == (90, "Entry", "staf")
    assert steps[4].menit == 15


def test_residents_of_another_dkb_stand_beside_the_shipped_ones(
    tulis: Tulis, config: Config
) -> None:
    text = '[[penduduk]]\nacuan = "DKB Semester I Tahun 2025"\njiwa = { "13.01" = 540000 }\n'
    residents = tulis(text).facts.penduduk
    assert residents["DKB Semester I Tahun 2025"] == {"13.01": 540000}
    assert residents.items() >= config.facts.penduduk.items()


def test_another_alias(tulis: Tulis) -> None:
    daftar = tulis('[wilayah."13.06"]\nalias = ["AGAM", "LUBUK BASUNG"]\n').facts.wilayah
    found = daftar.settle("", "Lubuk Basung").wilayah
    assert found is not None
    assert found.kode == "13.06"
    assert len(daftar) == 19


def test_accounts_folders_and_switches(tulis: Tulis) -> None:
    made = tulis(
        '[akun]\nsiti = ["kasi"]\nbudi = ["staf", "admin"]\n[layanan]\nakun = "civreg"\n'
        '[map]\nmasuk = "~/masuk"\n[simpan]\nfolder = "/srv/x"\n[layar]\nkeluaran = "penuh"\n'
        "[izin]\npengentri_memvalidasi = false\n[tenggat]\npenerimaan = 10\n"
    )
    assert made.akun == {"siti": ("kasi",), "budi": ("staf", "admin")}
    assert (made.layanan, made.masuk, made.simpan) == ("civreg", "~/masuk", "/srv/x")
    assert (made.layar, made.pengentri_memvalidasi, made.tenggat_penerimaan) == ("penuh", False, 10)


def test_a_file_that_an_editor_began_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "civreg.toml"
    path.write_bytes(b'\xef\xbb\xbf[kop]\nkota = "Padang"\n')
    assert load_config(path).facts.kantor.kota == "Padang"


def test_the_user_s_own_file_is_used_when_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load_config().tenggat_penerimaan == 0
    default_config().parent.mkdir(parents=True)
    default_config().write_text("[tenggat]\npenerimaan = 5\n")
    assert load_config().tenggat_penerimaan == 5


def test_an_empty_file_changes_nothing(tulis: Tulis, config: Config) -> None:
    assert tulis("").raw == config.raw


def test_the_file_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(KonfigurasiSalah, match=r"tak-ada\.toml tidak ada\. Periksa --config\."):
        load_config(tmp_path / "tak-ada.toml")
    with pytest.raises(KonfigurasiSalah, match="tidak dapat dibaca"):
        load_config(tmp_path)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ('[akun]\nbudi = ["kasi"]\n', False),
        ('[akun]\nbudi = ["kasi"]\n[izin]\npengentri_memvalidasi = true\n', True),
        ("[izin]\npengentri_memvalidasi = false\n", False),
    ],
)
def test_who_keyed_validates_only_alone_or_where_the_office_says_so(tmp_path, text, allowed):
    path = tmp_path / "civreg.toml"
    path.write_text(text, "utf-8")
    assert load_config(path).pengentri_memvalidasi is allowed


def test_a_month_frozen_before_a_threshold_was_known_takes_it_from_today() -> None:
    config = load_config()
    frozen = deepcopy(frozen_definitions(config.raw))
    rule = frozen["aturan"]["R22"]
    rule["ambang"] = {"pergantian": 9}
    rule["pesan"] = {"utama": "lama"}
    ambang = month_config(config, frozen).facts.aturan["R22"].ambang
    assert ambang == {"pergantian": 9, "semester": config.facts.aturan["R22"].ambang["semester"]}
    assert month_config(config, frozen).facts.aturan["R22"].pesan["utama"] == "lama"
