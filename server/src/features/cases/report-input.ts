import type { Reporter } from '@wangge/shared/case';

/** A report as a door hands it in, checked in form: the place already WGS-84, the type a code of the table. */
export interface ReportInput {
  readonly typeCode: string;
  readonly description: string;
  readonly source: string;
  readonly externalNo: string | null;
  readonly lngLat: readonly [number, number];
  readonly address: string;
  readonly reporter: Reporter;
  readonly photos: readonly string[];
  readonly isSelfHandled?: boolean;
}
