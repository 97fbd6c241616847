-- Langkah 1: seluruh isi awal simpanan.
CREATE TABLE meta (
  kunci TEXT PRIMARY KEY,
  nilai TEXT NOT NULL
) STRICT;

-- Jejak: setiap tindakan, tidak pernah diubah atau dihapus; hash merantai peristiwa sebelumnya.
CREATE TABLE peristiwa (
  no       INTEGER PRIMARY KEY,
  waktu    TEXT NOT NULL,
  akun     TEXT NOT NULL,
  peran    TEXT NOT NULL,
  tempat   TEXT NOT NULL,
  periode  TEXT,
  aksi     TEXT NOT NULL,
  objek    TEXT NOT NULL,
  lama     TEXT,
  baru     TEXT,
  alasan   TEXT NOT NULL,
  kelompok TEXT NOT NULL,
  hash     TEXT NOT NULL
) STRICT;
CREATE INDEX peristiwa_periode ON peristiwa (periode, no);
CREATE TRIGGER peristiwa_tetap BEFORE UPDATE ON peristiwa
  BEGIN SELECT RAISE(ABORT, 'jejak tidak boleh diubah'); END;
CREATE TRIGGER peristiwa_utuh BEFORE DELETE ON peristiwa
  BEGIN SELECT RAISE(ABORT, 'jejak tidak boleh dihapus'); END;

-- Berkas bulan, dengan definisi yang dibekukan ketika dibuka.
CREATE TABLE berkas (
  periode  TEXT PRIMARY KEY CHECK (periode GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  acuan    TEXT NOT NULL,
  keadaan  TEXT NOT NULL,
  definisi TEXT NOT NULL,
  contoh   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lembar (
  periode  TEXT NOT NULL REFERENCES berkas,
  dokumen  TEXT NOT NULL,
  rincian  TEXT NOT NULL CHECK (rincian IN ('jumlah', 'lp')),
  acuan    TEXT NOT NULL,
  kelompok TEXT NOT NULL,
  contoh   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (periode, dokumen)
) STRICT;

CREATE TABLE sel (
  periode TEXT NOT NULL,
  dokumen TEXT NOT NULL,
  wilayah TEXT NOT NULL,
  ukuran  TEXT NOT NULL,
  seks    TEXT NOT NULL CHECK (seks IN ('l', 'p', 'jml')),
  angka   INTEGER CHECK (angka >= 0),
  nihil   INTEGER NOT NULL DEFAULT 0,
  asal    TEXT NOT NULL,
  no      INTEGER NOT NULL REFERENCES peristiwa,
  PRIMARY KEY (periode, dokumen, wilayah, ukuran, seks),
  FOREIGN KEY (periode, dokumen) REFERENCES lembar
) STRICT, WITHOUT ROWID;

-- Angka kendali dari hardcopy, per kolom.
CREATE TABLE kendali (
  periode TEXT NOT NULL REFERENCES berkas,
  dokumen TEXT NOT NULL,
  ukuran  TEXT NOT NULL,
  seks    TEXT NOT NULL,
  angka   INTEGER NOT NULL CHECK (angka >= 0),
  PRIMARY KEY (periode, dokumen, ukuran, seks)
) STRICT, WITHOUT ROWID;

CREATE TABLE softcopy (
  id      INTEGER PRIMARY KEY,
  periode TEXT NOT NULL REFERENCES berkas,
  nama    TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  isi     BLOB NOT NULL,
  pada    TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  UNIQUE (periode, sha256)
) STRICT;

-- Keputusan atas sel yang berbeda dengan softcopy.
CREATE TABLE keputusan (
  periode  TEXT NOT NULL REFERENCES berkas,
  dokumen  TEXT NOT NULL,
  wilayah  TEXT NOT NULL,
  ukuran   TEXT NOT NULL,
  seks     TEXT NOT NULL,
  entri    INTEGER,
  softcopy INTEGER,
  oleh     TEXT NOT NULL,
  pada     TEXT NOT NULL,
  PRIMARY KEY (periode, dokumen, wilayah, ukuran, seks)
) STRICT, WITHOUT ROWID;

CREATE TABLE penjelasan (
  periode TEXT NOT NULL REFERENCES berkas,
  kunci   TEXT NOT NULL,
  bukti   TEXT NOT NULL,
  alasan  TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    TEXT NOT NULL,
  PRIMARY KEY (periode, kunci)
) STRICT, WITHOUT ROWID;

CREATE TABLE pengembalian (
  id      INTEGER PRIMARY KEY,
  periode TEXT NOT NULL REFERENCES berkas,
  aksi    TEXT NOT NULL,
  alasan  TEXT NOT NULL,
  sel     TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    TEXT NOT NULL,
  dijawab TEXT
) STRICT;

CREATE TABLE revisi (
  periode TEXT NOT NULL REFERENCES berkas,
  no      INTEGER NOT NULL,
  kode    TEXT NOT NULL UNIQUE,
  hash    TEXT NOT NULL,
  isi     TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    TEXT NOT NULL,
  gugur   TEXT,
  PRIMARY KEY (periode, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE sasaran (
  dokumen  TEXT NOT NULL,
  tahun    INTEGER NOT NULL,
  target   INTEGER,
  renstra  INTEGER,
  nasional INTEGER,
  negatif  INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (dokumen, tahun)
) STRICT, WITHOUT ROWID;

-- Naskah LAKIP yang disunting Kabid; susunan = hash teks susunan yang digantikannya.
CREATE TABLE naskah (
  periode TEXT NOT NULL REFERENCES berkas,
  bagian  TEXT NOT NULL,
  teks    TEXT NOT NULL,
  susunan TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    TEXT NOT NULL,
  PRIMARY KEY (periode, bagian)
) STRICT, WITHOUT ROWID;

-- LAKIP yang disampaikan, dibekukan: Sekretariat melihat persis ini.
CREATE TABLE penyampaian (
  periode TEXT NOT NULL REFERENCES berkas,
  no      INTEGER NOT NULL,
  revisi  INTEGER NOT NULL,
  sha256  TEXT NOT NULL,
  isi     BLOB NOT NULL,
  oleh    TEXT NOT NULL,
  pada    TEXT NOT NULL,
  PRIMARY KEY (periode, no)
) STRICT;

-- Lembar isian satu per bulan dan jenis (disposisi, penerimaan, anggaran, bahan), sebagai JSON.
CREATE TABLE isian (
  periode TEXT NOT NULL REFERENCES berkas,
  jenis   TEXT NOT NULL,
  isi     TEXT NOT NULL,
  PRIMARY KEY (periode, jenis)
) STRICT, WITHOUT ROWID;

CREATE TABLE catatan (
  periode TEXT NOT NULL,
  dokumen TEXT NOT NULL,
  wilayah TEXT NOT NULL,
  ukuran  TEXT NOT NULL,
  seks    TEXT NOT NULL,
  teks    TEXT NOT NULL,
  tanda   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (periode, dokumen, wilayah, ukuran, seks)
) STRICT, WITHOUT ROWID;

-- Kebiasaan dan draf per akun; bukan catatan kerja, maka tidak masuk jejak.
CREATE TABLE setelan (
  akun  TEXT NOT NULL,
  kunci TEXT NOT NULL,
  nilai TEXT NOT NULL,
  PRIMARY KEY (akun, kunci)
) STRICT, WITHOUT ROWID;
