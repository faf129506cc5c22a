import type { District } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { DocumentStore } from '../../store/document-store.ts';

/** A district with its map, as it is kept. */
export interface KeptDistrict {
  readonly district: District;
  readonly map: DistrictMap;
}

/** The district in force; null in an empty store. */
export async function loadDistrict(documents: DocumentStore): Promise<KeptDistrict | null> {
  const district = await documents.get<District>('district', 'current');
  const map = await documents.get<DistrictMap>('district-map', 'current');
  return district && map ? { district, map } : null;
}

export async function saveDistrict(documents: DocumentStore, { district, map }: KeptDistrict): Promise<void> {
  await documents.put('district-map', 'current', map);
  await documents.put('district', 'current', district);
}
