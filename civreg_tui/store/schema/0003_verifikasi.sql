-- Langkah 3: ketik ulang (verifikasi), keadaan terakhir setiap sel; riwayatnya ada di jejak.
CREATE TABLE verifikasi (
  periode       TEXT NOT NULL REFERENCES berkas,
  dokumen       TEXT NOT NULL,
  wilayah       TEXT NOT NULL,
  ukuran        TEXT NOT NULL,
  seks          TEXT NOT NULL,
  hasil         TEXT NOT NULL CHECK (hasil IN ('cocok', 'beda', 'ganti')),
  pertama       INTEGER CHECK (pertama >= 0),
  pertama_nihil INTEGER NOT NULL,
  nilai         INTEGER CHECK (nilai >= 0),
  nilai_nihil   INTEGER NOT NULL,
  salah         INTEGER NOT NULL,
  no            INTEGER NOT NULL REFERENCES peristiwa,
  PRIMARY KEY (periode, dokumen, wilayah, ukuran, seks)
) STRICT, WITHOUT ROWID;
