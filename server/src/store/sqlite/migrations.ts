/** Each entry is applied once, in order; entries are never changed after a release, only added. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE events (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     stream TEXT NOT NULL,
     revision INTEGER NOT NULL,
     type TEXT NOT NULL,
     at INTEGER NOT NULL,
     body TEXT NOT NULL,
     UNIQUE (stream, revision)
   ) STRICT;
   CREATE TABLE idempotency (
     scope TEXT NOT NULL, key TEXT NOT NULL, body_hash TEXT NOT NULL, answer TEXT NOT NULL,
     PRIMARY KEY (scope, key)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE documents (
     kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
     PRIMARY KEY (kind, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE attachments (
     id TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL, added_at INTEGER NOT NULL, added_by TEXT NOT NULL
   ) STRICT;`,
  `CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;`,
  `CREATE TABLE track_units (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE track_fixes (
     unit INTEGER NOT NULL, at INTEGER NOT NULL, lng_e7 INTEGER NOT NULL, lat_e7 INTEGER NOT NULL,
     speed_e1 INTEGER, heading INTEGER, accuracy INTEGER,
     PRIMARY KEY (unit, at)
   ) STRICT, WITHOUT ROWID;`,
  `DROP TRIGGER events_no_update;
   CREATE TRIGGER events_no_update BEFORE UPDATE ON events
     WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'erasing')
       OR NEW.seq <> OLD.seq OR NEW.stream <> OLD.stream OR NEW.revision <> OLD.revision OR NEW.type <> OLD.type OR NEW.at <> OLD.at
     BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
   CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;`,
  `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL, role TEXT NOT NULL, unit_id TEXT,
     address TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL, result TEXT NOT NULL, code TEXT, detail TEXT NOT NULL, hash TEXT NOT NULL
   ) STRICT;
   CREATE INDEX audit_at ON audit (at, seq);
   CREATE INDEX audit_actor ON audit (actor_name, at);
   CREATE INDEX audit_action ON audit (action, at);
   CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
   CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN NOT EXISTS (
     SELECT 1 FROM audit WHERE action = 'audit.removed' AND seq > OLD.seq AND json_extract(detail, '$.upTo') >= OLD.seq
   ) BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;`,
];
