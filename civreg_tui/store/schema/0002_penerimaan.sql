-- Langkah 2: siapa yang menyerahkan softcopy, dan judul kolom yang diajarkan pemakai.
ALTER TABLE softcopy ADD COLUMN pengirim TEXT NOT NULL DEFAULT '';

-- Bentuk kepala tabel dikenali lagi dari tandanya; ukuran NULL = kolom itu dilewati.
CREATE TABLE ajaran (
  tanda  TEXT NOT NULL,
  judul  TEXT NOT NULL,
  ukuran TEXT,
  seks   TEXT CHECK (seks IN ('l', 'p', 'jml')),
  contoh TEXT NOT NULL,
  oleh   TEXT NOT NULL,
  pada   TEXT NOT NULL,
  PRIMARY KEY (tanda, judul)
) STRICT, WITHOUT ROWID;
