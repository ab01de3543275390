-- What a person does about an arrival or a letter that stands still; what is done about a submission is in decision.
-- vendor, work_order and deliverable are set where the person says what an arrival is.
CREATE TABLE handling (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  about_sealed TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  vendor TEXT,
  work_order TEXT,
  deliverable TEXT,
  handled_at TEXT NOT NULL
);
CREATE INDEX handling_subject ON handling (subject, kind);

-- What nobody looked at or a person answers for: a deliverable that came in so is not accepted without a reviewer.
CREATE TABLE submission_doubt (
  id TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id),
  ordinal BIGINT NOT NULL,
  text_sealed TEXT NOT NULL
);
CREATE INDEX submission_doubt_submission ON submission_doubt (submission, ordinal);
