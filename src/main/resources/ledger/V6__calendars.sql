-- When a deliverable was first known to the program: its vendor's clock runs from then. There is no row of the deliverable
-- itself before something comes for it, so nothing here refers to one.
CREATE TABLE expected_deliverable (
  id TEXT PRIMARY KEY,
  first_known_at TEXT NOT NULL
);

-- For how long nothing could be taken in: no vendor's clock runs meanwhile.
CREATE TABLE outage (
  id TEXT PRIMARY KEY,
  began_at TEXT NOT NULL,
  ended_at TEXT NOT NULL
);

CREATE INDEX clock_event_deliverable ON clock_event (deliverable, round);

-- When deliverables could last be taken in: not a fact, written anew each minute.
CREATE TABLE heartbeat (
  id BIGINT PRIMARY KEY,
  at TEXT NOT NULL
);
