"""The procedure once more, written from the SOP and the office's loops: state, role: act -> state.

Acts with ``!`` need a written reason.
"""

from __future__ import annotations

from civreg_tui.domain.langkah import Aksi, Keadaan

_TULISAN = """
disposisi_kabid kabid       : simpan_disposisi -> disposisi_kabid
disposisi_kabid kabid       : kirim_disposisi -> disposisi_kasi
disposisi_kasi  kasi        : simpan_petunjuk -> disposisi_kasi
disposisi_kasi  kasi        : teruskan_disposisi -> penerimaan
penerimaan      staf        : periksa_kelengkapan -> penerimaan
penerimaan      staf        : kembalikan_ke_piak! -> penerimaan
penerimaan      staf        : terima_laporan -> entri
entri           staf        : terima_susulan -> entri
entri           staf        : isi_sel -> entri
entri           staf        : verifikasi -> entri
entri           staf        : jelaskan_temuan -> entri
entri           staf        : serahkan_ke_kasi -> pemeriksaan
pemeriksaan     staf        : tarik_kembali! -> entri
pemeriksaan     kasi        : jelaskan_temuan -> pemeriksaan
pemeriksaan     kasi        : kembalikan_ke_staf! -> entri
pemeriksaan     kasi        : validasi -> tervalidasi
tervalidasi     staf        : isi_sel -> entri
tervalidasi     kasi        : batal_validasi! -> pemeriksaan
tervalidasi     kabid       : susun_lakip -> lakip
tervalidasi     kabid       : kembalikan_ke_kasi! -> pemeriksaan
lakip           kabid       : susun_lakip -> lakip
lakip           kabid       : kembalikan_ke_kasi! -> pemeriksaan
lakip           kabid       : sampaikan_lakip -> sekretariat
sekretariat     sekretariat : periksa_lakip -> sekretariat
sekretariat     sekretariat : kembalikan_ke_kabid! -> lakip
sekretariat     sekretariat : terima_lakip -> selesai
"""

BOLEH: dict[tuple[Keadaan, Aksi, str], tuple[Keadaan, bool]] = {}
for _line in _TULISAN.strip().splitlines():
    _where, _, _what = _line.partition(" : ")
    _state, _role = _where.split()
    _act, _, _next = _what.partition(" -> ")
    BOLEH[Keadaan(_state), Aksi(_act.rstrip("!")), _role] = (Keadaan(_next), _act.endswith("!"))

PERAN = ("kabid", "kasi", "staf", "sekretariat", "admin", "auditor")
SEMUA = [(k, a, p) for k in Keadaan for a in Aksi for p in PERAN]
DITOLAK = [three for three in SEMUA if three not in BOLEH]
