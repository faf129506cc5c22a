import type { DatabaseSync } from 'node:sqlite';
import type { UnitId } from '@wangge/shared/base';
import { asKept } from '@wangge/shared/position';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../track-store.ts';
import { reaching } from './errors.ts';
import { inTransaction } from './open-database.ts';
import { rowsOf } from './rows-of.ts';

type FixRow = readonly [at: number, lngE7: number, latE7: number, speedE1: number | null, headingDeg: number | null, accuracyM: number | null];
type NamedRow = readonly [...FixRow, name: string];

const FIX = 'f.at, f.lng_e7, f.lat_e7, f.speed_e1, f.heading, f.accuracy';

function fixOf(unitId: UnitId, [at, lngE7, latE7, speedE1, headingDeg, accuracyM]: FixRow | NamedRow): PositionFix {
  return { unitId, at, lng: lngE7 / 1e7, lat: latE7 / 1e7, speedKmh: speedE1 === null ? null : speedE1 / 10, headingDeg, accuracyM };
}

const fromRow = (row: NamedRow): PositionFix => fixOf(row[6] as UnitId, row);

/**
 * Tracks in the embedded database: about 25 bytes a fix, clustered by unit and time. Each batch is a transaction of its own;
 * the handle may be shared, for no call leaves one open.
 */
export function createSqliteTrackStore(db: DatabaseSync): TrackStore {
  const addUnit = db.prepare('INSERT INTO track_units (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id');
  const insert = db.prepare('INSERT OR IGNORE INTO track_fixes (unit, at, lng_e7, lat_e7, speed_e1, heading, accuracy) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const read = rowsOf<FixRow>(db, `SELECT ${FIX} FROM track_fixes f WHERE f.unit = (SELECT id FROM track_units WHERE name = ?) AND f.at >= ? AND f.at < ? ORDER BY f.at`);
  // One question for many units, each answered by one search from the end of its track.
  const places = rowsOf<NamedRow>(db, `SELECT ${FIX}, u.name FROM json_each(?1) j CROSS JOIN track_units u ON u.name = j.value
    CROSS JOIN track_fixes f ON f.unit = u.id AND f.at = (SELECT MAX(at) FROM track_fixes WHERE unit = u.id AND at BETWEEN ?2 AND ?3)`);
  const last = rowsOf<NamedRow>(db, `SELECT ${FIX}, u.name FROM track_units u JOIN track_fixes f ON f.unit = u.id WHERE f.at = (SELECT MAX(at) FROM track_fixes WHERE unit = u.id)`);
  const remove = db.prepare('DELETE FROM track_fixes WHERE unit = (SELECT id FROM track_units WHERE name = ?) AND at = ?');
  const count = db.prepare('SELECT COUNT(*) AS n FROM track_units u JOIN track_fixes f ON f.unit = u.id WHERE u.name = ? AND f.at < ?');
  const removeOldest = db.prepare(`DELETE FROM track_fixes WHERE unit = (SELECT id FROM track_units WHERE name = ?1)
    AND at < COALESCE((SELECT f.at FROM track_units u JOIN track_fixes f ON f.unit = u.id WHERE u.name = ?1 AND f.at < ?2 ORDER BY f.at LIMIT 1 OFFSET ?3), ?2)`);
  const unitNumbers = new Map<UnitId, number>();

  function write(batch: readonly PositionFix[]): void {
    for (const fix of batch) {
      const kept = asKept(fix);
      const unit = unitNumbers.get(fix.unitId) ?? (addUnit.get(fix.unitId) as { id: number }).id;
      unitNumbers.set(fix.unitId, unit);
      insert.run(unit, kept.at, Math.round(kept.lng * 1e7), Math.round(kept.lat * 1e7),
        kept.speedKmh === null ? null : Math.round(kept.speedKmh * 10), kept.headingDeg, kept.accuracyM);
    }
  }

  return {
    async appendFixes(batch) {
      try {
        inTransaction(db, () => write(batch));
      } catch (error) {
        unitNumbers.clear();
        throw error;
      }
    },
    readTrack: async (unitId, from, to) => read(unitId, from, to).map((row) => fixOf(unitId, row)),
    placesAt: async (unitIds, since, until) => places(JSON.stringify(unitIds), since, until).map(fromRow),
    lastFixes: async () => last().map(fromRow),
    removeFixes: async (unitId, times) => inTransaction(db, () => times.reduce((count, at) => count + Number(remove.run(unitId, at).changes), 0)),
    countBefore: async (unitId, before) => (count.get(unitId, before) as { n: number }).n,
    removeBefore: async (unitId, before, limit) => Number(reaching(() => removeOldest.run(unitId, before, limit)).changes),
  };
}
