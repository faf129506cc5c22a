import type { BriefingChoices, BriefingDetail, BriefingKind, BriefingNote, BriefingRow, Page, Paper } from '@wangge/shared/briefing';
import { callRest, type RestAnswer } from '../../link/rest.ts';

export const BRIEFINGS_PATH = '/api/v1/briefings';

/** Files a briefing is handed over as. */
export const FILES = ['pdf', 'pptx', 'xlsx', 'png'] as const;
export type BriefingFile = (typeof FILES)[number];

/** The pages of a briefing as they are printed on a paper; `hash` is that of the frozen content they were drawn from. */
export interface BriefingPages {
  readonly hash: string;
  readonly row: BriefingRow;
  readonly pages: readonly Page[];
}

/** What a page asks to freeze; what is left out is chosen by the server (see BF2). `caseIds` null: the overdue ones. */
export interface FreezeWish {
  readonly kind: BriefingKind;
  readonly which: 'running' | 'last';
  readonly areaCode?: string;
  readonly title: string | null;
  readonly figureIds: readonly string[];
  readonly caseIds: readonly string[] | null;
  readonly notes: readonly BriefingNote[];
  readonly withMap: boolean;
  /** A moment that was, epoch ms; null: now. */
  readonly momentAt: number | null;
  readonly unmaskFor: string | null;
}

export function readChoices(kind: BriefingKind, which: FreezeWish['which'], isPast = false): Promise<RestAnswer<BriefingChoices>> {
  return callRest('GET', `${BRIEFINGS_PATH}/choices?kind=${kind}&which=${which}&past=${isPast ? 1 : 0}`);
}

/** Freezes now. A repeated `commandId` makes no second briefing. */
export function freezeBriefing(wish: FreezeWish, commandId: string): Promise<RestAnswer<BriefingDetail>> {
  return callRest('POST', BRIEFINGS_PATH, { ...wish, commandId });
}

export function readPages(id: string, paper: Paper, signal?: AbortSignal): Promise<RestAnswer<BriefingPages>> {
  return callRest('GET', `${BRIEFINGS_PATH}/${encodeURIComponent(id)}/pages?paper=${paper}`, undefined, signal);
}

/** Where a file of a briefing is handed over. */
export function fileHref(id: string, format: BriefingFile): string {
  return `${BRIEFINGS_PATH}/${encodeURIComponent(id)}/files/${format}`;
}

/** Where the picture that was handed in with it is. */
export function pictureHref(id: string): string {
  return `${BRIEFINGS_PATH}/${encodeURIComponent(id)}/picture`;
}
