-- The effective checklist that a round is held to, put together from all its layers, with where each value came from: so that
-- a round stays on the version it began with, and an old verdict can be explained when the files have changed.
CREATE TABLE checklist_version (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  text_sealed TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);
