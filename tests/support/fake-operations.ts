import type { Figures } from '@wangge/shared/figures';
import type { CaseRow, TickerItem, UnitRow } from '@wangge/shared/wire';
import type { Audience, OperationsSource } from '@wangge/server/push/operations-source';

/** A row with the few fields push looks at; the rest is what a test compares. */
export function caseRow(id: string, revision: number): CaseRow {
  return { id, revision, no: `№${id}`, gridCode: revision % 2 === 0 ? 'even' : 'odd' } as unknown as CaseRow;
}

export function unitRow(id: string, onDuty: boolean): UnitRow {
  return { id, index: Number(id.slice(1)), kind: 'vehicle', name: id, teamId: null, gridCode: null, onDuty, caseId: null } as unknown as UnitRow;
}

interface Change {
  readonly seq: number;
  readonly id: string;
  readonly row: CaseRow | null;
}

/** Read models in the hand of a test: a history of rows that appear, change and go, kept for `retention` events. */
export class FakeOperations implements OperationsSource {
  epoch = 'epoch-1';
  retention = 1_000;
  snapshotsMade = 0;
  #history: Change[] = [];
  #rows = new Map<string, CaseRow>();
  #units = new Map<string, UnitRow>();
  #at = 0;
  #onEvents: (fromSeq: number, toSeq: number) => void = () => {};
  #onFigures: () => void = () => {};
  #versions: Readonly<Record<string, number>> = { lists: 1 };
  #onBoards: () => void = () => {};
  #onUnits: (ids: readonly string[]) => void = () => {};

  /** One event: the case gets a new revision, or goes when it is null. */
  put(id: string, revision: number | null): void {
    const from = this.lastSeq();
    const row = revision === null ? null : caseRow(id, revision);
    if (row === null) this.#rows.delete(id);
    else this.#rows.set(id, row);
    this.#history.push({ seq: from + 1, id, row });
    this.#onEvents(from, from + 1);
  }

  putUnit(id: string, onDuty: boolean): void {
    this.#units.set(id, unitRow(id, onDuty));
    this.#onUnits([id]);
  }

  count(): void {
    this.#at += 1;
    this.#onFigures();
  }

  /** A board has come to another version. */
  turn(board: string, version: number): void {
    this.#versions = { ...this.#versions, [board]: version };
    this.#onBoards();
  }

  /** Begins another history, as a restored store would. */
  startOver(epoch: string): void {
    this.epoch = epoch;
    this.#history = [];
    this.#rows.clear();
  }

  lastSeq(): number {
    return this.#history.length;
  }

  figures(audience: Audience): Figures {
    return { at: this.#at, area: 'areaCode' in audience ? audience.areaCode : null } as unknown as Figures;
  }

  rowsFor(audience: Audience): readonly CaseRow[] {
    this.snapshotsMade += 1;
    return [...this.#rows.values()].filter((row) => isSeen(audience, row));
  }

  changesSince(audience: Audience, fromSeq: number): ReturnType<OperationsSource['changesSince']> {
    if (this.lastSeq() - fromSeq > this.retention) return null;
    const since = this.#history.slice(fromSeq);
    const ids = [...new Set(since.map((change) => change.id))];
    const present = ids.map((id) => this.#rows.get(id)).filter((row) => row !== undefined).filter((row) => isSeen(audience, row));
    return {
      cases: present,
      gone: ids.filter((id) => !present.some((row) => row.id === id)),
      ticker: since.map((change) => ({ seq: change.seq, caseId: change.id }) as unknown as TickerItem),
    };
  }

  units(): readonly UnitRow[] {
    return [...this.#units.values()];
  }

  ticker(): readonly TickerItem[] {
    return this.#history.slice(-5).map((change) => ({ seq: change.seq, caseId: change.id }) as unknown as TickerItem);
  }

  boardVersions(): Readonly<Record<string, number>> {
    return this.#versions;
  }

  onEvents(listener: (fromSeq: number, toSeq: number) => void): void {
    this.#onEvents = listener;
  }

  onFigures(listener: () => void): void {
    this.#onFigures = listener;
  }

  onBoards(listener: () => void): void {
    this.#onBoards = listener;
  }

  onUnits(listener: (ids: readonly string[]) => void): void {
    this.#onUnits = listener;
  }
}

function isSeen(audience: Audience, row: CaseRow): boolean {
  return audience.kind !== 'field' || row.gridCode === audience.gridCode;
}
