import type { FigureName } from '@wangge/shared/figures';
import type { CaseRow } from '@wangge/shared/wire';
import { callRest, type RestAnswer } from '../../link/rest.ts';

export interface FigureCases {
  readonly at: number;
  /** How many there are; `cases` may hold fewer. */
  readonly total: number;
  readonly cases: readonly CaseRow[];
}

const MOST = 500;

/** A number as it is opened: for one township, village or grid, or for all that the reader sees when it is null. */
export interface FigureAsked {
  readonly figure: FigureName;
  readonly area: string | null;
}

/** The cases a number adds up to now, or at the moment `pastAt` that is replayed or held. */
export async function readFigureCases({ figure, area }: FigureAsked, pastAt: number | null, signal: AbortSignal): Promise<RestAnswer<FigureCases>> {
  const query = new URLSearchParams({ figure, limit: String(MOST), ...(area === null ? {} : { area }) });
  return callRest('GET', pastAt === null ? `/api/v1/figures/cases?${query}` : `/api/v1/replay/cases?t=${pastAt}&${query}`, undefined, signal);
}
