-- The facts Assay keeps. Every table is read by SQLite and by PostgreSQL alike: TEXT and BIGINT only, moments as UTC text of
-- fixed width, flags as 0 and 1. Columns that end in _sealed hold text under the key of the row's client (or the intake key).

CREATE TABLE ledger_info (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
);

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  name_sealed TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);

CREATE TABLE work_order (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  version TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);

CREATE TABLE work_order_version (
  id TEXT PRIMARY KEY,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  version TEXT NOT NULL,
  practice TEXT NOT NULL,
  tier TEXT NOT NULL,
  language TEXT NOT NULL,
  zone TEXT NOT NULL,
  calendar TEXT NOT NULL,
  policy_version TEXT NOT NULL,
  definition_sealed TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);

CREATE TABLE deliverable (
  id TEXT PRIMARY KEY,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  role TEXT NOT NULL,
  due_at TEXT NOT NULL,
  round BIGINT NOT NULL,
  status TEXT NOT NULL
);

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  deliverable TEXT NOT NULL REFERENCES deliverable (id),
  vendor TEXT NOT NULL,
  role TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT
);

CREATE TABLE reference (
  id TEXT PRIMARY KEY,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  client TEXT NOT NULL,
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  name_sealed TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  recorded_at TEXT NOT NULL
);

CREATE TABLE round (
  id TEXT PRIMARY KEY,
  deliverable TEXT NOT NULL REFERENCES deliverable (id),
  number BIGINT NOT NULL,
  work_order_version TEXT NOT NULL REFERENCES work_order_version (id),
  due_at TEXT NOT NULL,
  opened_at TEXT NOT NULL
);

CREATE TABLE arrival (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  vendor TEXT NOT NULL,
  path_sealed TEXT NOT NULL,
  folder_hash TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  claimed_by_source_at TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  last_growth_at TEXT NOT NULL,
  stable_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  acknowledged_at TEXT,
  state TEXT NOT NULL,
  reason_sealed TEXT,
  manifest_sealed TEXT,
  duplicate_of TEXT
);
CREATE INDEX arrival_state ON arrival (state);
CREATE INDEX arrival_folder ON arrival (vendor, folder_hash);

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  effect_key TEXT NOT NULL UNIQUE,
  client TEXT NOT NULL,
  vendor TEXT NOT NULL,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  deliverable TEXT NOT NULL REFERENCES deliverable (id),
  round BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  content_root TEXT NOT NULL,
  supersedes TEXT,
  after_acceptance BIGINT NOT NULL,
  identified_by TEXT NOT NULL,
  conflicts_sealed TEXT,
  declarations_sealed TEXT,
  late_seconds BIGINT NOT NULL,
  drawn BIGINT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL,
  extractor TEXT,
  outcomes TEXT,
  prior_work_sealed TEXT,
  verdict TEXT,
  restricted BIGINT NOT NULL,
  reason_sealed TEXT
);
CREATE INDEX submission_state ON submission (state);
CREATE INDEX submission_deliverable ON submission (deliverable, round, revision);

CREATE TABLE arrival_submission (
  id TEXT PRIMARY KEY,
  arrival TEXT NOT NULL REFERENCES arrival (id),
  submission TEXT NOT NULL REFERENCES submission (id)
);
CREATE INDEX arrival_submission_submission ON arrival_submission (submission);

CREATE TABLE part (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  arrival TEXT NOT NULL REFERENCES arrival (id),
  ordinal BIGINT NOT NULL,
  role TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  document TEXT,
  reading_sealed TEXT
);
CREATE INDEX part_submission ON part (submission);
CREATE INDEX part_sha256 ON part (sha256);

CREATE TABLE inspection (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  work_order_version TEXT NOT NULL,
  checklist TEXT NOT NULL,
  checklist_version TEXT NOT NULL,
  policy_version TEXT NOT NULL,
  kind_versions TEXT NOT NULL,
  calendar_version TEXT NOT NULL,
  extractor TEXT NOT NULL,
  index_sequence BIGINT NOT NULL,
  inspected_at TEXT NOT NULL
);
CREATE INDEX inspection_submission ON inspection (submission);

CREATE TABLE item_outcome (
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL REFERENCES inspection (id),
  submission TEXT NOT NULL REFERENCES submission (id),
  ordinal BIGINT NOT NULL,
  item TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_version BIGINT NOT NULL,
  mode TEXT NOT NULL,
  outcome TEXT NOT NULL,
  cause TEXT,
  detail_sealed TEXT NOT NULL
);
CREATE INDEX item_outcome_inspection ON item_outcome (inspection);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL REFERENCES inspection (id),
  submission TEXT NOT NULL REFERENCES submission (id),
  ordinal BIGINT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_version BIGINT NOT NULL,
  fingerprint TEXT NOT NULL,
  severity TEXT NOT NULL,
  effect TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  attribution TEXT NOT NULL,
  cause_code TEXT,
  detail_sealed TEXT NOT NULL
);
CREATE INDEX finding_submission ON finding (submission);
CREATE INDEX finding_fingerprint ON finding (fingerprint);

CREATE TABLE verdict (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  inspection TEXT NOT NULL REFERENCES inspection (id),
  number BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  restricted BIGINT NOT NULL,
  rule TEXT NOT NULL,
  score TEXT,
  formula TEXT NOT NULL,
  inputs_sealed TEXT NOT NULL,
  decided_at TEXT NOT NULL
);
CREATE INDEX verdict_submission ON verdict (submission);

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  authority TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  supersedes TEXT,
  expires_at TEXT,
  decided_at TEXT NOT NULL
);

CREATE TABLE clock_event (
  id TEXT PRIMARY KEY,
  deliverable TEXT NOT NULL REFERENCES deliverable (id),
  round BIGINT NOT NULL,
  clock TEXT NOT NULL,
  action TEXT NOT NULL,
  reason TEXT NOT NULL,
  calendar_version TEXT NOT NULL,
  happened_at TEXT NOT NULL
);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  work_order TEXT NOT NULL REFERENCES work_order (id),
  deliverable TEXT REFERENCES deliverable (id),
  vendor TEXT NOT NULL,
  question_sealed TEXT NOT NULL,
  answer_sealed TEXT,
  asked_at TEXT NOT NULL,
  answered_at TEXT
);

CREATE TABLE feedback (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  kind TEXT NOT NULL,
  finding TEXT,
  text_sealed TEXT NOT NULL,
  received_at TEXT NOT NULL
);

CREATE TABLE audit_sample (
  id TEXT PRIMARY KEY,
  work_order TEXT,
  population TEXT NOT NULL,
  strata TEXT NOT NULL,
  plan TEXT NOT NULL,
  seed TEXT NOT NULL,
  units TEXT NOT NULL,
  answers_sealed TEXT,
  estimate TEXT,
  drawn_at TEXT NOT NULL
);

CREATE TABLE hold (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  set_at TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT
);

CREATE TABLE index_op (
  id TEXT PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  submission TEXT NOT NULL REFERENCES submission (id),
  status TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);
CREATE INDEX index_op_submission ON index_op (submission, seq);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  effect_key TEXT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  submission TEXT NOT NULL REFERENCES submission (id),
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  staged_at TEXT,
  published_at TEXT,
  UNIQUE (effect_key, number, kind)
);
CREATE INDEX outbox_state ON outbox (state);

-- Everything that happened to a row above, hash-chained: each event holds the digest of the row as it was written.
CREATE TABLE event (
  seq BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject_table TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX event_kind ON event (kind);
CREATE INDEX event_subject ON event (subject_table, subject);

CREATE TABLE chain_head (
  id BIGINT PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO chain_head (id, seq, hash) VALUES (1, 0, '');

-- Work to do: not a fact, may be rebuilt from the states above.
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  lease_epoch BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  error TEXT,
  UNIQUE (kind, subject)
);
CREATE INDEX job_open ON job (kind, state, seq);
