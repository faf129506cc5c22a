import { asId, type CaseId } from '@wangge/shared/base';
import { chance } from './chance.ts';

/** A case id in the form of a UUID that belongs to the key of its report. */
export function caseIdOf(key: string): CaseId {
  const hex = [0, 1, 2, 3].map((i) => Math.floor(chance(key, 'id', i) * 4_294_967_296).toString(16).padStart(8, '0')).join('');
  return asId<CaseId>(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`);
}
