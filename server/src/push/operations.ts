import { SECOND_MS } from '@wangge/shared/base';
import type { Figures } from '@wangge/shared/figures';
import type { UnitId } from '@wangge/shared/base';
import type { UnitRow } from '@wangge/shared/wire';
import type { Clock } from '../platform/clock.ts';
import type { Board } from '../platform/feature.ts';
import type { CaseFeed } from '../features/cases/case-feed.api.ts';
import { deskView, fieldView, visitorView, wallView } from '../features/cases/case-visibility.queries.ts';
import type { CaseViews, RowView } from '../features/cases/case-views.queries.ts';
import type { DistrictApi } from '../features/district/district.api.ts';
import type { FiguresApi } from '../features/figures/figures.api.ts';
import type { TeamBoard } from '../features/teams/teams.api.ts';
import type { Audience, OperationsSource } from './operations-source.ts';

export interface OperationsParts {
  readonly epoch: string;
  readonly feed: CaseFeed;
  readonly views: CaseViews;
  readonly figures: FiguresApi;
  readonly board: TeamBoard;
  readonly district: DistrictApi;
  readonly boards: readonly Board[];
  readonly clock: Clock;
}

/** Reads the features for push. Figures of each area watched, and the versions of boards, are read once a second and shared. */
export function createOperations(parts: OperationsParts): OperationsSource & { close(): void } {
  const { epoch, feed, views, figures, board, district, boards, clock } = parts;
  const figureListeners: (() => void)[] = [];
  const unitListeners: ((ids: readonly string[]) => void)[] = [];
  const boardListeners: (() => void)[] = [];
  const read = new Map<string, Figures>();
  let readAt = clock.now();
  let unitsKey = '';
  let versions = readVersions(boards);

  function viewFor(audience: Audience): RowView {
    if (audience.kind === 'wall') return audience.isMasked ? visitorView(district, audience.areaCode) : wallView(district, audience.areaCode);
    return audience.kind === 'desk' ? deskView(audience.areaCode) : fieldView(audience);
  }

  /** Units before visitors: teams by their own names; nobody on foot, no plate. */
  function visitorUnits(rows: readonly UnitRow[]): UnitRow[] {
    return rows.flatMap((row) => (row.teamId === null ? [] : [{ ...row, name: district.teamOf(row.teamId)?.name ?? '' }]));
  }

  /** Figures of an area as of the last second. */
  function figuresOf(areaCode: string): Figures {
    let found = read.get(areaCode);
    if (!found) read.set(areaCode, (found = figures.read(readAt, areaCode)));
    return found;
  }

  function unitsOf(areaCode: string): UnitRow[] {
    return board.units(clock.now(), areaCode);
  }

  /** Duty runs out by time alone, so the rows are compared once a second. */
  function tellUnits(): void {
    const rows = unitsOf('');
    const key = rows.map((u) => `${u.onDuty ? 1 : 0}${u.isOffline ? 1 : 0}${u.caseId ?? ''}`).join(',');
    if (key === unitsKey) return;
    unitsKey = key;
    for (const listener of unitListeners) listener(rows.map((u) => u.id));
  }

  function tellBoards(): void {
    const next = readVersions(boards);
    if (boards.every(({ name }) => next[name] === versions[name])) return;
    versions = next;
    for (const listener of boardListeners) listener();
  }

  for (const one of boards) one.onUrgent?.(tellBoards);
  const stop = clock.every(SECOND_MS, () => {
    readAt = clock.now();
    read.clear();
    for (const listener of figureListeners) listener();
    tellUnits();
    tellBoards();
  });

  return {
    epoch,
    lastSeq: () => feed.lastSeq,
    figures: (audience) => figuresOf(audience.kind === 'field' ? '' : audience.areaCode),
    rowsFor: (audience) => views.rows(viewFor(audience)),
    changesSince: (audience, fromSeq) => views.since(fromSeq, viewFor(audience)),
    units(audience) {
      if (audience.kind === 'field') return [];
      const rows = unitsOf(audience.areaCode);
      return audience.kind === 'wall' && audience.isMasked ? visitorUnits(rows) : rows;
    },
    ticker: (audience) => (audience.kind === 'field' ? [] : views.ticker(viewFor(audience))),
    boardVersions: () => versions,
    onEvents: (listener) => feed.onChanges((changes) => {
      const [first] = changes;
      if (first) listener(first.seq - 1, changes[changes.length - 1]!.seq);
    }),
    onFigures: (listener) => void figureListeners.push(listener),
    onBoards: (listener) => void boardListeners.push(listener),
    onUnits(listener) {
      unitListeners.push(listener);
      board.onUnits((ids: readonly UnitId[]) => listener(ids));
    },
    close: stop,
  };
}

function readVersions(boards: readonly Board[]): Readonly<Record<string, number>> {
  return Object.fromEntries(boards.map((board) => [board.name, board.version()]));
}
