-- What was read from a reference, for those who check against it.
CREATE TABLE reference_reading (
  id TEXT PRIMARY KEY REFERENCES reference (id),
  reader TEXT NOT NULL,
  document TEXT NOT NULL,
  reading_sealed TEXT NOT NULL,
  read_at TEXT NOT NULL
);
