import { describe, expect, it } from 'vitest';
import type { Actor } from '@wangge/shared/access';
import type { CallsBoard } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import type { CaseChange } from '../cases/case-feed.api.ts';
import { callsBoard, type BoardNeeds } from './calls-board.ts';

const TOWN = '320281104';
const commander = { role: 'commander', areaCode: TOWN } as Actor;
const on = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);
const taken = (id: string, acceptedAt: number | null): Case => ({ id, villageCode: `${TOWN}200`, acceptedAt }) as unknown as Case;

/** A board of a township without calls, and what makes it hear of cases. */
function openBoard(): { accepted(now: number): number; hold(item: Case): void; change(before: Case | null, after: Case): void } {
  let [hold, tell] = [(_: Case): void => undefined, (_: readonly CaseChange[]): void => undefined];
  const board = callsBoard({
    calls: { all: () => [][Symbol.iterator](), onChanges: () => undefined }, cases: {}, feed: { onHeld: (to: typeof hold) => { hold = to; }, onChanges: (to: typeof tell) => { tell = to; } },
    district: { current: () => ({ towns: [{ code: TOWN, name: '徐霞客镇' }] }) }, settingsAt: () => ({ content: { whistleRate: { lowPercent: 1, highPercent: 5 } }, isConfirmed: true }),
  } as unknown as BoardNeeds);
  return {
    // Without calls of the month the board shows the one before.
    accepted: (now) => (board.read(commander, now) as CallsBoard).towns[0]!.accepted,
    hold: (item) => hold(item),
    change: (before, after) => tell([{ seq: 1, before, after } as CaseChange]),
  };
}

describe('the cases that a whistle rate is reckoned against', () => {
  it('[CC15] count in the month of their last acceptance, after they were sent back too', () => {
    const board = openBoard();
    board.change(null, taken('a', null));
    board.change(taken('a', null), taken('a', on('2026-01-31')));
    expect([on('2026-02-10'), on('2026-03-10')].map(board.accepted)).toEqual([1, 0]);
    board.change(taken('a', on('2026-01-31')), taken('a', on('2026-02-02')));
    board.change(taken('a', on('2026-02-02')), taken('a', on('2026-02-02')));
    expect([on('2026-02-10'), on('2026-03-10')].map(board.accepted)).toEqual([0, 1]);
  });

  it('[RP6] are those that stood so already, too', () => {
    const board = openBoard();
    board.hold(taken('a', on('2026-01-31')));
    board.hold(taken('b', null));
    board.change(taken('b', null), taken('b', on('2026-01-31')));
    expect(board.accepted(on('2026-02-10'))).toBe(2);
  });
});
