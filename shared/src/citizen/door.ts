import type { LngLat } from '../geo/index.ts';

/** One matter citizens may report, in their words, and the case type it becomes. */
export interface CitizenMatter {
  readonly typeCode: string;
  readonly name: string;
  /** What it helps to say. */
  readonly hint: string;
}

/** What the page of citizens needs to know before anybody reports (百姓上报). */
export interface CitizenDoor {
  readonly town: string;
  readonly matters: readonly CitizenMatter[];
  readonly photosMax: number;
  readonly isDemo: boolean;
}

/** A report as the page sends it; the place is WGS-84, photos are ids of those handed in under the same key. */
export interface CitizenReport {
  readonly typeCode: string;
  readonly description: string;
  readonly lngLat: LngLat;
  readonly address: string;
  readonly name: string;
  readonly phone: string;
  readonly photos: readonly string[];
}

/** The answer to a report: the code that alone opens its progress. */
export interface CitizenReceipt {
  readonly code: string;
  readonly no: string;
}
