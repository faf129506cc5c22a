import type { LngLat } from '@wangge/shared/geo';
import type { Highlight } from '@wangge/shared/stage';
import type { CaseRow, UnitRow } from '@wangge/shared/wire';
import { shortMatter } from '../../ui/format.ts';

/** Somewhere the camera can be sent. `highlight`: what is pointed out there; null for a village. */
export interface FoundPlace {
  readonly key: string;
  readonly kind: 'case' | 'unit' | 'village';
  readonly name: string;
  /** Where it is, or what number it has. */
  readonly note: string;
  readonly lngLat: LngLat;
  readonly highlight: Highlight | null;
}

/** What is searched. `placeOf`: where a unit was last seen. */
export interface SearchGround {
  readonly cases: Iterable<CaseRow>;
  readonly units: Iterable<UnitRow>;
  readonly villages: readonly { readonly code: string; readonly name: string; readonly label: LngLat }[];
  readonly placeOf: (unit: UnitRow) => LngLat | null;
}

const MOST = 8;

/**
 * Villages, squads and cases whose name or number has every word of the query, those that begin with it first; villages before squads before
 * cases, for they are fewer. Nothing for an empty query.
 */
export function findPlaces(query: string, { cases, units, villages, placeOf }: SearchGround): readonly FoundPlace[] {
  const words = query.trim().toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const nameOf = new Map(villages.map(({ code, name }) => [code, name]));
  const places: FoundPlace[] = villages.map(({ code, name, label }) => ({ key: `village ${code}`, kind: 'village', name, note: '', lngLat: label, highlight: null }));
  for (const unit of units) {
    const lngLat = unit.teamId !== null && unit.onDuty ? placeOf(unit) : null;
    if (lngLat) places.push({ key: `unit ${unit.id}`, kind: 'unit', name: unit.name, note: '', lngLat, highlight: { kind: 'unit', id: unit.id } });
  }
  for (const row of cases) {
    places.push({ key: `case ${row.id}`, kind: 'case', name: shortMatter(row.matter), note: [nameOf.get(row.villageCode) ?? '', row.no].join(' ').trim(), lngLat: row.lngLat, highlight: { kind: 'case', id: row.id } });
  }
  const fits = ({ name, note }: FoundPlace): boolean => words.every((word) => `${name} ${note}`.toLocaleLowerCase().includes(word));
  const begins = ({ name, note }: FoundPlace): boolean => name.toLocaleLowerCase().startsWith(words[0] ?? '') || note.toLocaleLowerCase().startsWith(words[0] ?? '');
  return places.filter(fits).sort((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, MOST);
}
