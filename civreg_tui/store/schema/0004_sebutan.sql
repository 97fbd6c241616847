-- Langkah 4: Plt. atau Plh. bila pelaku mewakili pemegang peran.
ALTER TABLE peristiwa ADD COLUMN sebutan TEXT NOT NULL DEFAULT '';
