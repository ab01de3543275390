-- What is told to vendors goes through the outbox too: also of an arrival that belongs to no submission. Then effect_key holds
-- the arrival's id and submission is empty. The columns stay as they are: rows' digests are in the chain.
CREATE TABLE outbox_any (
  id TEXT PRIMARY KEY,
  effect_key TEXT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  submission TEXT REFERENCES submission (id),
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  staged_at TEXT,
  published_at TEXT,
  UNIQUE (effect_key, number, kind)
);
INSERT INTO outbox_any (id, effect_key, number, kind, submission, target, state, created_at, staged_at, published_at)
  SELECT id, effect_key, number, kind, submission, target, state, created_at, staged_at, published_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_any RENAME TO outbox;
CREATE INDEX outbox_state ON outbox (state);
CREATE INDEX outbox_submission ON outbox (submission);

-- What a vendor answers to a finding of the round before, in the manifest of the next.
CREATE TABLE vendor_answer (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  ordinal BIGINT NOT NULL,
  finding TEXT NOT NULL,
  answer TEXT NOT NULL,
  text_sealed TEXT NOT NULL,
  answered_at TEXT NOT NULL
);
CREATE INDEX vendor_answer_submission ON vendor_answer (submission, ordinal);
