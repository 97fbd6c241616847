-- Langkah 5: yang sudah dibekukan tidak dapat diganti, juga tidak lewat INSERT OR REPLACE.
CREATE TRIGGER peristiwa_sekali BEFORE INSERT ON peristiwa
  WHEN EXISTS (SELECT 1 FROM peristiwa WHERE no = NEW.no)
  BEGIN SELECT RAISE(ABORT, 'jejak tidak boleh diubah'); END;

-- Revisi hanya dapat dinyatakan gugur, sekali.
CREATE TRIGGER revisi_tetap BEFORE UPDATE ON revisi
  WHEN (OLD.periode, OLD.no, OLD.kode, OLD.hash, OLD.isi, OLD.oleh, OLD.pada)
    IS NOT (NEW.periode, NEW.no, NEW.kode, NEW.hash, NEW.isi, NEW.oleh, NEW.pada)
    OR OLD.gugur IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'revisi tidak boleh diubah'); END;
CREATE TRIGGER revisi_utuh BEFORE DELETE ON revisi
  BEGIN SELECT RAISE(ABORT, 'revisi tidak boleh dihapus'); END;
CREATE TRIGGER revisi_sekali BEFORE INSERT ON revisi
  WHEN EXISTS (SELECT 1 FROM revisi WHERE periode = NEW.periode AND no = NEW.no)
  BEGIN SELECT RAISE(ABORT, 'revisi tidak boleh diganti'); END;

CREATE TRIGGER penyampaian_tetap BEFORE UPDATE ON penyampaian
  BEGIN SELECT RAISE(ABORT, 'LAKIP yang disampaikan tidak boleh diubah'); END;
CREATE TRIGGER penyampaian_utuh BEFORE DELETE ON penyampaian
  BEGIN SELECT RAISE(ABORT, 'LAKIP yang disampaikan tidak boleh dihapus'); END;
CREATE TRIGGER penyampaian_sekali BEFORE INSERT ON penyampaian
  WHEN EXISTS (SELECT 1 FROM penyampaian WHERE periode = NEW.periode AND no = NEW.no)
  BEGIN SELECT RAISE(ABORT, 'LAKIP yang disampaikan tidak boleh diganti'); END;
