-- How a delivery stands to what was expected of it; its id is the submission's.
CREATE TABLE assembly (
  id TEXT PRIMARY KEY,
  expected_sealed TEXT NOT NULL,
  lacks_sealed TEXT NOT NULL,
  missing BIGINT NOT NULL,
  waits_until TEXT,
  ended_at TEXT,
  ended_by TEXT
);

-- What says what a part is for, where it is not the only one; its id is the part's.
CREATE TABLE part_basis (
  id TEXT PRIMARY KEY,
  basis TEXT NOT NULL
);

-- That a vendor said of a folder: nothing more comes. Its id is the arrival's that said so.
CREATE TABLE completion (
  id TEXT PRIMARY KEY,
  vendor TEXT NOT NULL,
  folder_hash TEXT NOT NULL,
  said_at TEXT NOT NULL
);
CREATE INDEX completion_folder ON completion (vendor, folder_hash);
