-- What was read from a reference, for those who check against it.
CREATE TABLE reference_reading (
  id TEXT PRIMARY KEY REFERENCES reference (id),
  reader TEXT NOT NULL,
  document TEXT NOT NULL,
  reading_sealed TEXT NOT NULL,
  read_at TEXT NOT NULL
);

-- A person's word that a finding does not count; work_order and deliverable are set as far as its scope reaches.
CREATE TABLE dismissal (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  client TEXT NOT NULL,
  scope TEXT NOT NULL,
  work_order TEXT,
  deliverable TEXT,
  item TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  reason TEXT NOT NULL,
  note_sealed TEXT NOT NULL,
  actor TEXT NOT NULL,
  dismissed_at TEXT NOT NULL,
  expires_at TEXT
);
CREATE INDEX dismissal_client ON dismissal (client, item);

-- A person's answer to an item of a submission; the last one counts.
CREATE TABLE person_answer (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  number BIGINT NOT NULL,
  item TEXT NOT NULL,
  outcome TEXT NOT NULL,
  note_sealed TEXT NOT NULL,
  actor TEXT NOT NULL,
  answered_at TEXT NOT NULL
);
CREATE INDEX person_answer_submission ON person_answer (submission, number);
