import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import { PLACE, T0, contextAt, given, person } from './case.fixture.ts';
import { decideCase } from './decide-case.ts';
import { acceptDoneAt, type PastEvent } from './done-at.ts';

const minute = (n: number): number => T0 + n * 60_000;
const { rules } = contextAt(T0);
const past = (revision: number, atMin: number, actor = person('dispatcher'), doneMin?: number): PastEvent =>
  ({ revision, event: { at: minute(atMin), actor, ...(doneMin === undefined ? {} : { doneAt: minute(doneMin) }) } });
const SENT = [past(1, 0), past(2, 10)];
const told = (doneMin: number, history = SENT, seenRevision = 2) => acceptDoneAt({ doneAt: minute(doneMin), seenRevision }, 'p-squad', history, minute(60), rules);

describe('a deed told late', () => {
  it('[CL41] keeps its time where that can be, and no time from the future, from before what its phone had seen, or from too far back', () => {
    expect(told(20)).toBe(minute(20));
    expect(told(61)).toBeNull();
    expect(told(9)).toBeNull();
    expect(told(20, SENT, 7)).toBeNull();
    const long = acceptDoneAt({ doneAt: minute(20), seenRevision: 2 }, 'p-squad', SENT, minute(21) + rules.lateDeedMs, rules);
    expect(long).toBeNull();
    expect(acceptDoneAt({}, 'p-squad', SENT, minute(60), rules)).toBeNull();
  });

  it('[CL41] never comes before what the same person told late earlier, whatever others did meanwhile', () => {
    const signed = [...SENT, past(3, 55, person('squad'), 20), past(4, 56, person('duty-chief'))];
    expect(told(19, signed)).toBeNull();
    expect(told(25, signed)).toBe(minute(25));
  });

  it('[CL41] is received when it is received: clocks go by that, a fix is fresh by when it was taken', () => {
    const checking = given(['accept', 'file', 'dispatch', 'sign', 'arrive', 'report-back', 'send-check']);
    const wish = (more: object) => decideCase(checking, {
      action: 'pass-check', expectedRevision: checking.revision, actor: person('grid-worker'), payload: { photos: [asId('a')], lngLat: PLACE, fixAt: minute(20) }, ...more,
    }, contextAt(minute(90)));
    expect(wish({})).toMatchObject({ ok: false, error: { code: 'CASE_FIX_TOO_OLD' } });
    expect(wish({ doneAt: minute(21) })).toMatchObject({ ok: true, value: { at: minute(90), doneAt: minute(21) } });
  });
});
