import type { DepartmentId } from '../base/index.ts';
import type { CallDraft, Mediation } from './call.ts';

/** What a person gives with an action on a call. Which of it an action needs stands in the table. */
export interface CallPayload {
  readonly draft?: CallDraft;
  readonly departmentId?: DepartmentId;
  readonly supportIds?: readonly DepartmentId[];
  readonly handlerName?: string;
  readonly handlerPhone?: string;
  readonly plan?: string;
  readonly lngLat?: readonly [number, number];
  readonly accuracyM?: number;
  readonly mediation?: Mediation['result'];
  readonly words?: string;
  readonly isSolved?: boolean;
  readonly itemNo?: string;
  readonly reason?: string;
  readonly satisfaction?: number;
}

export type CallField = keyof CallPayload;
