import type { Briefing, Paper } from '@wangge/shared/briefing';

/** Files a briefing is handed over as; a picture (PNG) is drawn by the page from the same marks. */
export const FILE_FORMATS = ['pdf', 'pptx', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a thread is asked to make. */
export interface ExportTask {
  readonly briefing: Briefing;
  readonly picture: Uint8Array | null;
  readonly format: FileFormat | Paper;
}
