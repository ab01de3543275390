-- Prior work that no vendor delivered, who looked behind a wall, and what was purged. Reasons are sealed under the intake key:
-- they outlive the client's.

CREATE TABLE imported_work (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  kind TEXT NOT NULL,
  vendor TEXT NOT NULL,
  work_order TEXT NOT NULL,
  title_sealed TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  language TEXT NOT NULL,
  dated TEXT NOT NULL,
  status TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  document TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  UNIQUE (client, sha256, kind)
);

CREATE TABLE unlock (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  match_number BIGINT NOT NULL,
  actor TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  unlocked_at TEXT NOT NULL
);

CREATE TABLE purge (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  purged_at TEXT NOT NULL
);
CREATE INDEX purge_client ON purge (client);

ALTER TABLE hold ADD COLUMN lift_reason_sealed TEXT;

-- An operation is about a submission, an imported work, or a client that was purged. The columns stay as they are: rows'
-- digests are in the chain.
CREATE TABLE index_op_any (
  id TEXT PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  submission TEXT NOT NULL,
  status TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);
INSERT INTO index_op_any (id, seq, submission, status, recorded_at)
  SELECT id, seq, submission, status, recorded_at FROM index_op;
DROP TABLE index_op;
ALTER TABLE index_op_any RENAME TO index_op;
CREATE INDEX index_op_submission ON index_op (submission, seq);
