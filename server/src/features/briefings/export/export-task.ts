import type { Briefing, Paper } from '@wangge/shared/briefing';

/** Files a briefing is handed over as. */
export const FILE_FORMATS = ['pdf', 'pptx', 'xlsx', 'png'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a thread is asked to make. */
export interface ExportTask {
  readonly briefing: Briefing;
  readonly picture: Uint8Array | null;
  readonly format: FileFormat | Paper;
  /** The page of a PNG, from 1; null: all under each other. */
  readonly page: number | null;
}
