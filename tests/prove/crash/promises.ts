/** A report that was answered with a case: the key it was sent under, and what came back. */
export interface TakenReport {
  readonly key: string;
  readonly externalNo: string;
  readonly caseId: string;
  readonly caseNo: string;
}

/** A position that was answered as kept. */
export interface TakenFix {
  readonly unitId: string;
  readonly at: number;
}

/** What the server has promised: everything it answered with success, by whom it was promised to. */
export interface Promises {
  readonly reports: TakenReport[];
  readonly fixes: TakenFix[];
  readonly photos: string[];
  /** What was refused although it was right. */
  readonly refusals: string[];
}

export function noPromises(): Promises {
  return { reports: [], fixes: [], photos: [], refusals: [] };
}
