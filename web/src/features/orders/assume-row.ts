import type { CaseState } from '@wangge/shared/district';
import { transitionOf } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';
import type { CommandEntry } from './outbox-entry.ts';

const STAGE_OF: Readonly<Record<string, 'deliveredAt' | 'seenAt' | 'signedAt' | 'departedAt' | 'arrivedAt' | 'doneAt'>> = { deliver: 'deliveredAt', see: 'seenAt', sign: 'signedAt', depart: 'departedAt', arrive: 'arrivedAt', 'report-back': 'doneAt' };

/**
 * The case as it will be once what the person pressed has reached the server, so that the page goes on without a net.
 * Refused entries assume nothing. Entries are taken in the order they were pressed.
 */
export function assumeRow(row: CaseRow, entries: readonly CommandEntry[]): CaseRow {
  return entries.reduce((assumed, entry) => (entry.caseId === row.id && entry.trouble === null ? assumeOne(assumed, entry) : assumed), row);
}

function assumeOne(row: CaseRow, entry: CommandEntry): CaseRow {
  const transition = transitionOf(entry.action);
  if (!transition?.from.includes(row.state)) return row;
  const isState = transition.to !== 'same' && transition.to !== 'resume';
  const state: CaseState = isState ? (transition.to as CaseState) : row.state;
  const stage = STAGE_OF[entry.action];
  const order = row.order && stage ? { ...row.order, [stage]: row.order[stage] ?? entry.pressedAt } : row.order;
  const handedIn = row.order === null && entry.action === 'report-back' ? { handedInAt: entry.pressedAt } : {};
  return { ...row, ...handedIn, state, order, stepClock: state === row.state ? row.stepClock : null };
}
